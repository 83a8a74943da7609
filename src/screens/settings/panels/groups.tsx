import { PlusIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { EndForm } from '../../../casework/organiser/panels/end-form.tsx';
import { GroupForm, groupDetails, type SeenGroup } from '../../../casework/organiser/panels/group-form.tsx';
import { type SeenUnit, UnitForm, unitDetails } from '../../../casework/organiser/panels/unit-form.tsx';
import { organiserTexts } from '../../../casework/organiser/texts.ts';
import type { SetGroup } from '../../../casework/organiser/words.ts';
import { workerTexts } from '../../../casework/worker/texts.ts';
import type { Weekday } from '../../../kernel/day.ts';
import { weekdayShort } from '../../../kernel/language.ts';
import type { Range } from '../../../kernel/range.ts';
import { useAddress } from '../../../web/address.tsx';
import { Card } from '../../../web/kit/card.tsx';
import { Empty } from '../../../web/kit/empty.tsx';
import { CheckField } from '../../../web/kit/fields.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useLanguage, useTexts } from '../../../web/kit/language.tsx';
import { DataTable } from '../../../web/kit/table.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { useDo } from '../../app/api.ts';
import { Ending } from './ending.tsx';
import type { Setup } from './organiser.tsx';
import { SinceWhen } from './standing.tsx';

type Open =
  | { readonly form: 'new-unit' | 'new-group' }
  | { readonly form: 'unit' | 'end-unit'; readonly unit: SeenUnit }
  | { readonly form: 'group' | 'end-group'; readonly group: SeenGroup };

interface PartProps {
  readonly setup: Setup;
  readonly may: boolean;
  readonly open: (one: Open) => void;
  readonly shown: (one: { readonly during: Range }) => boolean;
}

/** Units with their groups: places, and when each is open. */
export function GroupsPart({ setup }: { setup: Setup }) {
  const words = useTexts(organiserTexts);
  const ofWorkers = useTexts(workerTexts);
  const today = useToday();
  const [show, setShow] = useAddress('ended');
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const changeUnit = useDo('changeUnit');
  const changeGroup = useDo('changeGroup');
  const withLeads = useDo('changeGroupWithLeads');
  const may = setup.permitted.includes('addGroup');
  const visible: PartProps['shown'] = ({ during: { to } }) => show === 'yes' || to === null || to > today;
  const offered = [...new Set(setup.offerings.filter(visible).map(({ service }) => service))];
  const { units, municipalities, providers } = setup;
  return (
    <>
      <CheckField
        name="ended"
        label={words.showEnded}
        value={show === 'yes'}
        change={(yes) => setShow(yes ? 'yes' : undefined)}
        error={undefined}
        complain={() => undefined}
      />
      <Units setup={setup} may={may} open={setOpen} shown={visible} />
      <Groups setup={setup} may={may} open={setOpen} shown={visible} />
      {open?.form === 'new-unit' && <UnitForm municipalities={municipalities} providers={providers} close={close} />}
      {open?.form === 'unit' && (
        <UnitForm unit={open.unit} municipalities={municipalities} providers={providers} close={close} />
      )}
      {open?.form === 'end-unit' && (
        <EndForm
          name={open.unit.name}
          during={open.unit.during}
          seen={open.unit.version}
          set={(during, seen) =>
            changeUnit.mutateAsync({ ...unitDetails(open.unit), during, unitId: open.unit.id, seen })
          }
          close={close}
        />
      )}
      {open?.form === 'new-group' && <GroupForm units={units.filter(visible)} services={offered} close={close} />}
      {open?.form === 'group' && <GroupForm group={open.group} units={units} services={offered} close={close} />}
      {open?.form === 'end-group' && (
        <EndForm
          name={open.group.name}
          during={open.group.during}
          seen={open.group.version}
          set={(during, seen) =>
            changeGroup.mutateAsync({ ...groupDetails(open.group), during, groupId: open.group.id, seen })
          }
          instead={{
            on: 'leads-in-group',
            help: ofWorkers.leadsHelp,
            label: ofWorkers.endWithLeads,
            set: (during, seen) =>
              withLeads.mutateAsync({ ...groupDetails(open.group), during, groupId: open.group.id, seen }),
          }}
          close={close}
        />
      )}
    </>
  );
}

function Units({ setup, may, open, shown: visible }: PartProps) {
  const words = useTexts(organiserTexts);
  const format = useFormat();
  const change = useDo('changeUnit');
  return (
    <Card
      flush
      title={words.units}
      actions={
        may && (
          <Button size="small" variant="secondary" onClick={() => open({ form: 'new-unit' })}>
            {words.addUnit}
          </Button>
        )
      }
    >
      <DataTable
        caption={words.units}
        captionHidden
        name="units"
        rows={setup.units.filter(visible)}
        rowKey={({ id }) => id}
        empty={words.noUnits}
        columns={[
          { id: 'name', header: words.unit, cell: ({ name }) => name, sort: ({ name }) => name },
          {
            id: 'kind',
            header: words.kind,
            cell: ({ kind, provider }) => [words.unitKinds[kind], provider].filter(Boolean).join(', '),
          },
          {
            id: 'place',
            header: words.municipality,
            cell: ({ municipality, street }) => [municipality, street].filter(Boolean).join(', '),
          },
          { id: 'during', header: words.during, cell: ({ during }) => format.range(during) },
          { id: 'state', header: words.state, cell: ({ during }) => <SinceWhen during={during} /> },
          ...(may
            ? [
                {
                  id: 'actions',
                  header: words.actions,
                  cell: (unit: SeenUnit) => (
                    <Ending
                      name={unit.name}
                      during={unit.during}
                      change={() => open({ form: 'unit', unit })}
                      end={() => open({ form: 'end-unit', unit })}
                      seen={unit.version}
                      set={(during, seen) =>
                        change.mutateAsync({ ...unitDetails(unit), during, unitId: unit.id, seen })
                      }
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function Groups({ setup, may, open, shown: visible }: PartProps) {
  const words = useTexts(organiserTexts);
  const { language } = useLanguage();
  // What goes on again does so with whoever led it to its end.
  const change = useDo('changeGroupWithLeads');
  const groups = setup.groups.filter(visible);
  const openWords = ({ weekdays, halves, meal }: SetGroup) => {
    const days = weekdays.map((one) => weekdayShort(one as Weekday, language)).join(' ');
    const half = halves.length === 1 ? words.halfNames[halves[0] as 'am' | 'pm'].toLowerCase() : null;
    return [days, half, meal ? words.mealShort : null].filter(Boolean).join(', ');
  };
  return (
    <Card
      flush
      title={words.groupsTitle}
      actions={
        may && (
          <Button size="small" icon={<PlusIcon aria-hidden="true" />} onClick={() => open({ form: 'new-group' })}>
            {words.addGroup}
          </Button>
        )
      }
    >
      {groups.length === 0 ? (
        <Empty title={words.noGroups}>{words.noGroupsHelp}</Empty>
      ) : (
        <DataTable
          caption={words.groupsTitle}
          captionHidden
          name="groups"
          rows={groups}
          rowKey={({ id }) => id}
          empty={words.noGroups}
          columns={[
            {
              id: 'group',
              header: words.group,
              cell: ({ name, unit }) => (
                <span>
                  {name} <span className="muted">{unit}</span>
                </span>
              ),
              sort: ({ name, unit }) => `${unit} ${name}`,
            },
            {
              id: 'service',
              header: words.service,
              cell: ({ service }) => words.services[service],
              sort: ({ service }) => words.services[service],
            },
            {
              id: 'capacity',
              header: words.capacity,
              cell: ({ capacity }) => capacity ?? '–',
              sort: ({ capacity }) => capacity,
              end: true,
            },
            { id: 'open', header: words.open, cell: openWords },
            {
              id: 'lead',
              header: words.lead,
              cell: ({ leadRotationMonths }) =>
                leadRotationMonths ? words.rotation(leadRotationMonths) : words.staysLead,
            },
            { id: 'state', header: words.state, cell: ({ during }) => <SinceWhen during={during} /> },
            ...(may
              ? [
                  {
                    id: 'actions',
                    header: words.actions,
                    cell: (group: SeenGroup) => (
                      <Ending
                        name={`${group.name}, ${group.unit}`}
                        during={group.during}
                        change={() => open({ form: 'group', group })}
                        end={() => open({ form: 'end-group', group })}
                        seen={group.version}
                        set={(during, seen) =>
                          change.mutateAsync({ ...groupDetails(group), during, groupId: group.id, seen })
                        }
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Card>
  );
}
