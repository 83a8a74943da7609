import { InformationSquareIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FigureDialog, useStated } from '../../description/panel.tsx';
import { descriptionTexts } from '../../description/texts.ts';
import type { FigureResult } from '../../figures/result.ts';
import { isDay } from '../../kernel/day.ts';
import { organiserTexts } from '../../path/organiser/texts.ts';
import type { Service, ServiceGroup } from '../../path/organiser/words.ts';
import { useAddress } from '../../platform/web/address.tsx';
import { Card } from '../../platform/web/card.tsx';
import { DayField } from '../../platform/web/date.tsx';
import { SelectField } from '../../platform/web/fields.tsx';
import { useTexts } from '../../platform/web/language.tsx';
import { Answer } from '../../platform/web/loading.tsx';
import { Page, Row } from '../../platform/web/page.tsx';
import { DataTable } from '../../platform/web/table.tsx';
import { useToday } from '../../platform/web/today.tsx';
import { useAsk } from '../api.ts';
import { sessionQuery } from '../session.ts';

const quietly = () => undefined;

/** Every figure of one organiser and one service or group, on a day, each with its definition and cases. */
export function FiguresPage() {
  const words = useTexts(descriptionTexts);
  const places = useTexts(organiserTexts);
  const stated = useStated();
  const today = useToday();
  const session = useQuery(sessionQuery);
  const own = session.data?.organiser.code ?? '';
  const [of, setOf] = useAddress('organiser');
  const [chosen, setService] = useAddress('service');
  const [day, setDay] = useAddress('asOf');
  const [opened, open] = useState<FigureResult | null>(null);
  const organiser = of ?? own;
  const asOf = day && isDay(day) ? day : today;
  const organisers = useAsk('organisers', {});
  const setup = useAsk('organiserSetup', { code: organiser }, { when: organiser !== '' });
  const listed = useAsk('descriptions', {});
  const groups = listed.data?.descriptions.filter((one) => one.organiser === organiser).map(({ group }) => group) ?? [];
  const offered = [...new Set(setup.data?.offerings.map(({ service }) => service))];
  const service = (chosen ?? groups[0]) as Service | ServiceGroup | undefined;
  const described = useAsk(
    'describe',
    { organiser, service: service as ServiceGroup, asOf },
    { when: service !== undefined, keep: true },
  );
  return (
    <Page title={words.figures} line={described.data?.organiser.name ?? ''}>
      <Row>
        <SelectField
          name="organiser"
          label={places.organiser}
          value={organiser}
          change={(value) => {
            setService(undefined);
            setOf(value || undefined);
          }}
          options={(organisers.data?.organisers ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          error={undefined}
          complain={quietly}
        />
        <SelectField
          name="service"
          label={places.service}
          value={service ?? ''}
          change={(value) => setService(value || undefined)}
          options={[
            ...groups.map((group) => ({ value: group as string, label: `${words.whole}: ${places.groups[group]}` })),
            ...offered.map((one) => ({ value: one as string, label: places.services[one] })),
          ]}
          error={undefined}
          complain={quietly}
        />
        <DayField
          name="asOf"
          label={words.asOf}
          value={asOf}
          change={(next) => setDay(next && next !== today ? next : undefined)}
          today={today}
          error={undefined}
          complain={quietly}
        />
      </Row>
      <Answer of={described}>
        {({ questions, inside }) => (
          <>
            {!inside && <p className="quiet">{words.outside}</p>}
            <Card flush>
              <DataTable
                caption={words.figures}
                captionHidden
                rows={questions.flatMap(({ figures }) => figures)}
                rowKey={({ id }) => id}
                empty={words.noFigures}
                columns={[
                  { id: 'question', header: 'Q', cell: ({ question }) => question },
                  { id: 'label', header: words.figures, cell: ({ label }) => label, sort: ({ label }) => label },
                  { id: 'value', header: words.count, cell: (figure) => <strong>{stated(figure)}</strong>, end: true },
                  {
                    id: 'definition',
                    header: words.definition,
                    cell: ({ definition }) => <span className="quiet">{definition}</span>,
                  },
                  {
                    id: 'open',
                    header: words.showCases,
                    cell: (figure) => (
                      <Button
                        size="small"
                        variant="tertiary-neutral"
                        icon={<InformationSquareIcon title={words.open(figure.label)} />}
                        onClick={() => open(figure)}
                      />
                    ),
                  },
                ]}
              />
            </Card>
          </>
        )}
      </Answer>
      {opened && service && (
        <FigureDialog figure={opened} asked={{ organiser, service, asOf }} close={() => open(null)} />
      )}
    </Page>
  );
}
