import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../platform/web/api.ts';
import { DayField } from '../../../platform/web/date.tsx';
import { Dialog } from '../../../platform/web/dialog.tsx';
import { SelectField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useTexts } from '../../../platform/web/language.tsx';
import { Answer } from '../../../platform/web/loading.tsx';
import { useToast } from '../../../platform/web/toast.tsx';
import { useToday } from '../../../platform/web/today.tsx';
import type * as acts from '../acts.ts';
import { workerTexts } from '../texts.ts';
import type { GroupLead, Worker } from '../words.ts';

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
    send: ({ from, ...turns }) =>
      plan.mutateAsync({
        groupId: group.groupId,
        workerIds: turnNames.map((name) => turns[name]).filter((id) => id !== ''),
        from: from as Day,
      }),
    done: () => {
      toast({ done: words.planned });
      close();
    },
  });
  const options = workers.map(({ id, name }) => ({ value: id, label: name }));
  const names = group.rotationMonths ? turnNames : turnNames.slice(0, 1);
  return (
    <Form form={form} submit={words.save} cancel={close}>
      {group.rotationMonths && <p className="quiet">{words.turnsOf(group.rotationMonths)}</p>}
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
