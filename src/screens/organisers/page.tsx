import { useQuery } from '@tanstack/react-query';
import { organiserTexts } from '../../casework/organiser/texts.ts';
import { groupCodes, type ServiceGroup, serviceGroups } from '../../casework/organiser/words.ts';
import { useStated } from '../../description/panel.tsx';
import type { Day } from '../../kernel/day.ts';
import type { Service } from '../../kernel/service.ts';
import { cite, isProvisionId } from '../../law/provisions.ts';
import type { OutputOf } from '../../server/act.ts';
import { useAddress } from '../../web/address.tsx';
import { Card, Facts } from '../../web/kit/card.tsx';
import { SelectField } from '../../web/kit/fields.tsx';
import { useFormat } from '../../web/kit/format.ts';
import { useLanguage, useTexts } from '../../web/kit/language.tsx';
import { Answer } from '../../web/kit/loading.tsx';
import { Page, Row } from '../../web/kit/page.tsx';
import { DataTable } from '../../web/kit/table.tsx';
import { useToday } from '../../web/kit/today.tsx';
import { useAsk } from '../app/api.ts';
import type { Acts } from '../app/registry.ts';
import { sessionQuery } from '../app/session.ts';
import { useOutside } from '../app/situation-field.tsx';
import './page.css';

/** An organiser as it is set up: area, services in each provision mode, what they rest on, units and groups. */
export function OrganisersPage() {
  const words = useTexts(organiserTexts);
  const format = useFormat();
  const { language } = useLanguage();
  const session = useQuery(sessionQuery);
  const [of, setOf] = useAddress('of');
  const code = of ?? session.data?.organiser.code ?? '';
  const organisers = useAsk('organisers', {});
  const figures = useAsk('listFigures', {}, { fresh: 300 });
  const labels = new Map(figures.data?.figures.map(({ id, label }) => [id, label]));
  const setup = useAsk('organiserSetup', { code }, { when: code !== '' });
  const today = useToday();
  const { isOutside, dayFor } = useOutside();
  const outside = isOutside(code);
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
        {({ offerings, basis, groups, notRecorded, organiser }) => (
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
                    cell: ({ provisionMode, provider }) =>
                      [words.provisionModes[provisionMode], provider].filter(Boolean).join(', '),
                    sort: ({ provisionMode, provider }) => `${words.provisionModes[provisionMode]} ${provider ?? ''}`,
                  },
                  // Outside one's own organiser a whole group of services is asked for: it is told below.
                  ...(outside === false
                    ? [
                        {
                          id: 'places',
                          header: words.placesTaken,
                          cell: ({ service }: { readonly service: Service }) => (
                            <PlacesTaken
                              organiser={organiser.code}
                              of={service}
                              on={today}
                              places={placesOf(groups, [service])}
                            />
                          ),
                        },
                      ]
                    : []),
                  {
                    id: 'basis',
                    header: words.basis,
                    cell: ({ service }) => (
                      <span className="organiser-lines">
                        {basis
                          .filter((one) => one.service === service)
                          .map(({ provision, during }) => (
                            <span key={`${provision} ${during.from}`}>
                              {isProvisionId(provision) ? cite(provision, language) : provision}
                              {during.to && <span className="muted"> {format.range(during)}</span>}
                            </span>
                          ))}
                      </span>
                    ),
                  },
                ]}
              />
              {outside && (
                <div className="organiser-taken">
                  <Facts
                    facts={groupCodes
                      .filter((group) => offerings.some(({ service }) => isOf(group, service)))
                      .map((group) => [
                        `${words.placesTaken} ${format.day(dayFor(code, today))}: ${words.groups[group]}`,
                        <PlacesTaken
                          key={group}
                          organiser={organiser.code}
                          of={group}
                          on={dayFor(code, today)}
                          places={placesOf(groups, serviceGroups[group])}
                        />,
                      ])}
                  />
                </div>
              )}
            </Card>
            <Card flush>
              <DataTable
                caption={words.groupsHead}
                name="groups"
                rows={unitsOf(groups)}
                rowKey={({ unit }) => unit}
                empty={words.none}
                columns={[
                  { id: 'unit', header: words.unit, cell: ({ unit }) => unit, sort: ({ unit }) => unit },
                  {
                    id: 'service',
                    header: words.service,
                    cell: ({ of }) => [...new Set(of.map(({ service }) => words.services[service]))].join(', '),
                  },
                  {
                    id: 'groups',
                    header: words.group,
                    cell: ({ of }) => (
                      <span>
                        {of.map(({ id, name, capacity, leadRotationMonths }, n) => (
                          <span key={id}>
                            {n > 0 && ', '}
                            {name}
                            {(capacity ?? leadRotationMonths) && (
                              <span className="muted">
                                {' ('}
                                {[capacity, leadRotationMonths && words.rotation(leadRotationMonths)]
                                  .filter(Boolean)
                                  .join(', ')}
                                )
                              </span>
                            )}
                          </span>
                        ))}
                      </span>
                    ),
                  },
                  {
                    id: 'capacity',
                    header: words.capacity,
                    cell: ({ places }) => (places === null ? '' : format.number(places)),
                    sort: ({ places }) => places,
                    end: true,
                  },
                ]}
              />
            </Card>
            {notRecorded.length > 0 && (
              <Card flush>
                <DataTable
                  caption={words.notRecorded}
                  name="gaps"
                  rows={notRecorded.filter((one) => !notRecorded.some((other) => holds(other, one)))}
                  rowKey={({ service, figure }) => `${service} ${figure}`}
                  empty={words.none}
                  columns={[
                    { id: 'service', header: words.service, cell: ({ service }) => words.services[service] },
                    {
                      id: 'figure',
                      header: words.figure,
                      cell: ({ figure }) => labels.get(figure) ?? words.allFigures,
                    },
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

type Group = OutputOf<Acts['organiserSetup']>['groups'][number];

type Gap = OutputOf<Acts['organiserSetup']>['notRecorded'][number];

/** Whether what is told of all figures of a service tells this of one of them too. */
function holds(all: Gap, one: Gap): boolean {
  return all.figure === '*' && one.figure !== '*' && all.service === one.service && all.reason === one.reason;
}

function isOf(group: ServiceGroup, service: Service): boolean {
  return (serviceGroups[group] as readonly Service[]).includes(service);
}

/** How many places the groups of some services have; null where none is recorded. */
function placesOf(groups: readonly Group[], services: readonly Service[]): number | null {
  return placesIn(groups.filter((group) => services.includes(group.service)));
}

function placesIn(groups: readonly Group[]): number | null {
  const places = groups.flatMap(({ capacity }) => (capacity === null ? [] : [capacity]));
  return places.length === 0 ? null : places.reduce((sum, one) => sum + one, 0);
}

interface PlacesTakenProps {
  readonly organiser: string;
  readonly of: Service | ServiceGroup;
  readonly on: Day;
  readonly places: number | null;
}

/** Places in use on a day as the figure of them has it, of those that the groups have. */
function PlacesTaken({ organiser, of, on, places }: PlacesTakenProps) {
  const words = useTexts(organiserTexts);
  const format = useFormat();
  const stated = useStated();
  const taken = useAsk('computeFigure', { id: 'places-on-day', organiser, service: of, asOf: on });
  if (!taken.data) return null;
  return places === null ? stated(taken.data) : words.takenOf(stated(taken.data), format.number(places));
}

/** Groups by the unit in which they are, each unit with its places together; null where none is recorded. */
function unitsOf(groups: readonly Group[]) {
  return [...Map.groupBy(groups, ({ unit }) => unit)].map(([unit, of]) => ({ unit, of, places: placesIn(of) }));
}
