import { useQuery } from '@tanstack/react-query';
import { cite, isProvisionId } from '../../law/provisions.ts';
import { organiserTexts } from '../../path/organiser/texts.ts';
import { useAddress } from '../../platform/web/address.tsx';
import { Card } from '../../platform/web/card.tsx';
import { SelectField } from '../../platform/web/fields.tsx';
import { useFormat } from '../../platform/web/format.ts';
import { useLanguage, useTexts } from '../../platform/web/language.tsx';
import { Answer } from '../../platform/web/loading.tsx';
import { Page, Row } from '../../platform/web/page.tsx';
import { DataTable } from '../../platform/web/table.tsx';
import { useAsk } from '../api.ts';
import { sessionQuery } from '../session.ts';

/** An organiser as it is set up: area, services in each provision mode, what they rest on, units and groups. */
export function OrganisersPage() {
  const words = useTexts(organiserTexts);
  const format = useFormat();
  const { language } = useLanguage();
  const session = useQuery(sessionQuery);
  const [of, setOf] = useAddress('of');
  const code = of ?? session.data?.organiser.code ?? '';
  const organisers = useAsk('organisers', {});
  const setup = useAsk('organiserSetup', { code }, { when: code !== '', keep: true });
  return (
    <Page
      title={words.organisers}
      {...(setup.data
        ? { line: [words.kinds[setup.data.organiser.kind], ...setup.data.municipalities].join(' · ') }
        : {})}
    >
      <Row>
        <SelectField
          name="of"
          label={words.organiser}
          value={code}
          change={(value) => setOf(value || undefined)}
          options={(organisers.data?.organisers ?? []).map((one) => ({ value: one.code, label: one.name }))}
          error={undefined}
          complain={() => undefined}
        />
      </Row>
      <Answer of={setup}>
        {({ offerings, basis, groups, notRecorded }) => (
          <>
            <Card flush>
              <DataTable
                caption={words.offerings}
                name="offerings"
                rows={offerings}
                rowKey={({ id }) => id}
                empty={words.none}
                columns={[
                  {
                    id: 'service',
                    header: words.service,
                    cell: ({ service }) => words.services[service],
                    sort: ({ service }) => words.services[service],
                  },
                  {
                    id: 'mode',
                    header: words.provisionMode,
                    cell: ({ provisionMode }) => words.provisionModes[provisionMode],
                  },
                  {
                    id: 'provider',
                    header: words.provider,
                    cell: ({ provider }) => provider ?? words.provisionModes.own,
                  },
                  {
                    id: 'basis',
                    header: words.basis,
                    cell: ({ service }) =>
                      basis
                        .filter((one) => one.service === service)
                        .map(({ provision, during }) =>
                          isProvisionId(provision)
                            ? `${cite(provision, language)}${during.to ? ` (${format.range(during)})` : ''}`
                            : provision,
                        )
                        .join('; '),
                  },
                ]}
              />
            </Card>
            <Card flush>
              <DataTable
                caption={words.groupsHead}
                name="groups"
                rows={groups}
                rowKey={({ id }) => id}
                empty={words.none}
                columns={[
                  { id: 'unit', header: words.unit, cell: ({ unit }) => unit, sort: ({ unit }) => unit },
                  { id: 'group', header: words.group, cell: ({ name }) => name, sort: ({ name }) => name },
                  { id: 'service', header: words.service, cell: ({ service }) => words.services[service] },
                  { id: 'capacity', header: words.capacity, cell: ({ capacity }) => capacity ?? '', end: true },
                  {
                    id: 'lead',
                    header: words.lead,
                    cell: ({ leadRotationMonths }) => (leadRotationMonths ? words.rotation(leadRotationMonths) : ''),
                  },
                ]}
              />
            </Card>
            {notRecorded.length > 0 && (
              <Card flush>
                <DataTable
                  caption={words.notRecorded}
                  name="gaps"
                  rows={notRecorded}
                  rowKey={({ service, figure }) => `${service} ${figure}`}
                  empty={words.none}
                  columns={[
                    { id: 'service', header: words.service, cell: ({ service }) => words.services[service] },
                    { id: 'reason', header: words.why, cell: ({ reason }) => reason },
                  ]}
                />
              </Card>
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}
