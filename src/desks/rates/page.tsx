import { PlusIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { contains, type Range } from '../../kernel/range.ts';
import { RateForm } from '../../path/compensation/panels/rate-form.tsx';
import { compensationTexts } from '../../path/compensation/texts.ts';
import { Card } from '../../platform/web/card.tsx';
import { useFormat } from '../../platform/web/format.ts';
import { useTexts } from '../../platform/web/language.tsx';
import { Answer } from '../../platform/web/loading.tsx';
import { Page } from '../../platform/web/page.tsx';
import { DataTable } from '../../platform/web/table.tsx';
import { Tag } from '../../platform/web/tag.tsx';
import { useToday } from '../../platform/web/today.tsx';
import { useAsk } from '../api.ts';

/** What the organiser pays and charges a day, in force, earlier and to come. */
export function RatesPage() {
  const words = useTexts(compensationTexts);
  const [adding, setAdding] = useState(false);
  const asked = useAsk('compensationRates', {});
  return (
    <Page
      title={words.rates}
      line={words.ratesLine}
      back={{ to: '/compensation', label: words.toMonths }}
      actions={
        <Button size="small" icon={<PlusIcon aria-hidden="true" />} onClick={() => setAdding(true)}>
          {words.setRate}
        </Button>
      }
    >
      <Answer of={asked}>{(answer) => <Rates {...answer} />}</Answer>
      {adding && <RateForm employers={asked.data?.employers ?? []} close={() => setAdding(false)} />}
    </Page>
  );
}

function Rates({ rates }: NonNullable<ReturnType<typeof useAsk<'compensationRates'>>['data']>) {
  const words = useTexts(compensationTexts);
  const format = useFormat();
  const today = useToday();
  const standing = (during: Range) => {
    if (contains(during, today)) return <Tag tone="success">{words.inForce}</Tag>;
    return (
      <Tag tone={during.from > today ? 'info' : 'neutral'}>{during.from > today ? words.coming : words.ended}</Tag>
    );
  };
  return (
    <Card flush>
      <DataTable
        caption={words.rates}
        captionHidden
        rows={rates}
        rowKey={({ id }) => id}
        empty={words.noRates}
        columns={[
          {
            id: 'kind',
            header: words.kind,
            cell: ({ kind, employer }) => [words.kinds[kind], employer].filter(Boolean).join(', '),
            sort: ({ kind, employer }) => `${words.kinds[kind]} ${employer ?? ''}`,
          },
          {
            id: 'amount',
            header: words.amount,
            cell: ({ amount, paidHolidayDays }) => (
              <span>
                {format.euro(amount)}
                {paidHolidayDays > 0 && <span className="quiet"> {words.holidayDays(paidHolidayDays)}</span>}
              </span>
            ),
            sort: ({ amount }) => amount,
          },
          {
            id: 'during',
            header: words.during,
            cell: ({ during }) => format.range(during),
            sort: ({ during }) => during.from,
          },
          { id: 'standing', header: words.state, cell: ({ during }) => standing(during) },
          { id: 'rule', header: words.rule, cell: ({ rule }) => <span className="quiet">{rule}</span> },
        ]}
      />
    </Card>
  );
}
