import { useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import { codeOf } from '../../../kernel/problem.ts';
import type { Service } from '../../../kernel/service.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { CheckField, RadioField, SelectField } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { problemOf } from '../../../web/kit/problem.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { namedBy } from '../../relationship/rules.ts';
import { type Allocation, type AllocationRule, allocationRules } from '../../relationship/words.ts';
import type * as workerActs from '../../worker/acts.ts';
import type * as acts from '../acts.ts';
import { handoverTexts } from '../texts.ts';

const { useDo } = apiOf<typeof acts>();
const { useAsk: useWorkerAsk } = apiOf<typeof workerActs>();

interface AllocationProps {
  readonly service: Service;
  readonly serviceName: string;
  readonly now: Allocation | undefined;
  readonly version: string | null;
  readonly close: () => void;
}

/** How a service names its responsible worker, from a day on. */
export function AllocationForm({ service, serviceName, now, version, close }: AllocationProps) {
  const words = useTexts(handoverTexts);
  const toast = useToast();
  const today = useToday();
  const set = useDo('setAllocation');
  const workers = useWorkerAsk('workers', {});
  // Whom the rule would leave with nobody, as the server told when it refused.
  const [left, setLeft] = useState<readonly string[]>([]);
  const form = useForm({
    initial: {
      rule: (now?.rule ?? '') as AllocationRule | '',
      caseManagerByLetter: now?.caseManagerByLetter ?? false,
      from: today as Day | null,
      workerId: '',
      leaveUnnamed: false,
    },
    seen: version,
    send: async ({ rule, caseManagerByLetter, from, workerId, leaveUnnamed }, seen) => {
      try {
        const instead = workerId === '' ? [] : left.map((relationshipId) => ({ relationshipId, workerId }));
        const chosen = { rule: rule as AllocationRule, caseManagerByLetter, from: from as Day };
        return await set.mutateAsync({ service, ...chosen, instead, leaveUnnamed, seen });
      } catch (failure) {
        const problem = problemOf(failure);
        if (codeOf(problem) === 'clients-left') setLeft((problem.clients as { id: string }[]).map(({ id }) => id));
        throw failure;
      }
    },
    done: ({ version: made = null }, { from }) => {
      toast({
        done: words.ruleSet,
        ...(now && from
          ? { undo: () => set.mutateAsync({ service, ...now, from, leaveUnnamed: true, seen: made }) }
          : {}),
      });
      close();
    },
  });
  const named = form.values.rule === '' ? null : namedBy(form.values.rule);
  return (
    <Dialog title={words.changeRuleOf(serviceName)} close={close}>
      <Form form={form} submit={words.changeRule} cancel={close}>
        <RadioField
          {...form.field('rule')}
          label={words.rule}
          options={allocationRules.map((value) => ({
            value,
            label: words.ruleNames[value],
            description: words.rules[value],
          }))}
        />
        <CheckField {...form.field('caseManagerByLetter')} label={words.byLetter} />
        <DayField {...form.field('from')} label={words.from} today={today} min={today} />
        {left.length > 0 && named && (
          <SelectField
            {...form.field('workerId')}
            label={words.insteadOfLeader(left.length)}
            options={(workers.data?.workers ?? [])
              .filter(({ roles }) => roles.some((role) => named.posts.some((post) => post === role)))
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {left.length > 0 && form.values.rule === 'none' && (
          <CheckField {...form.field('leaveUnnamed')} label={words.leaveUnnamed} />
        )}
      </Form>
    </Dialog>
  );
}
