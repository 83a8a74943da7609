import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { SelectField } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { workerTexts } from '../texts.ts';
import { type GroupLead, leadingRoles, type Worker } from '../words.ts';

const { useAsk, useDo } = apiOf<typeof acts>();

/** Who leads a group from a day on: one leader, or up to four turns where the lead changes. */
export function PlanLeads({ group, close }: { group: GroupLead; close: () => void }) {
  const words = useTexts(workerTexts);
  const workers = useAsk('workers', {});
  return (
    <Dialog title={`${words.plan}: ${group.group}`} close={close}>
      <Answer of={workers}>{({ workers: all }) => <Turns group={group} workers={all} close={close} />}</Answer>
    </Dialog>
  );
}

const turnNames = ['first', 'second', 'third', 'fourth'] as const;

function Turns({ group, workers, close }: { group: GroupLead; workers: readonly Worker[]; close: () => void }) {
  const words = useTexts(workerTexts);
  const toast = useToast();
  const today = useToday();
  const plan = useDo('planGroupLeads');
  const form = useForm({
    initial: { first: group.workerId ?? '', second: '', third: '', fourth: '', from: today as Day | null },
    seen: group.version,
    send: ({ from, ...turns }, seen) =>
      plan.mutateAsync({
        seen,
        groupId: group.groupId,
        workerIds: turnNames.map((name) => turns[name]).filter((id) => id !== ''),
        from: from as Day,
      }),
    done: () => {
      toast({ done: words.planned });
      close();
    },
  });
  const options = workers
    .filter(({ id, roles }) => id === group.workerId || roles.some((role) => leadingRoles.includes(role)))
    .map(({ id, name }) => ({ value: id, label: name }));
  const names = group.rotationMonths ? turnNames : turnNames.slice(0, 1);
  return (
    <Form form={form} submit={words.save} cancel={close}>
      {group.rotationMonths && <p className="muted">{words.turnsOf(group.rotationMonths)}</p>}
      {names.map((name, n) => (
        <SelectField
          key={name}
          {...form.field(name)}
          label={group.rotationMonths ? words.turn(n + 1) : words.oneLeader}
          options={options}
          none={words.none}
        />
      ))}
      <DayField {...form.field('from')} label={words.from} today={today} />
    </Form>
  );
}
