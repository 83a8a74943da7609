import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { CheckField, RadioField } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type { Service } from '../../organiser/words.ts';
import type * as acts from '../acts.ts';
import { relationshipTexts } from '../texts.ts';
import { type Allocation, type AllocationRule, allocationRules } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

interface AllocationProps {
  readonly service: Service;
  readonly serviceName: string;
  readonly now: Allocation | undefined;
  readonly close: () => void;
}

/** How a service names its responsible worker, from a day on. */
export function AllocationForm({ service, serviceName, now, close }: AllocationProps) {
  const words = useTexts(relationshipTexts);
  const toast = useToast();
  const today = useToday();
  const set = useDo('setAllocation');
  const form = useForm({
    initial: {
      rule: (now?.rule ?? '') as AllocationRule | '',
      caseManagerByLetter: now?.caseManagerByLetter ?? false,
      from: today as Day | null,
    },
    send: ({ rule, caseManagerByLetter, from }) =>
      set.mutateAsync({ service, rule: rule as AllocationRule, caseManagerByLetter, from: from as Day }),
    done: (_, { from }) => {
      toast({
        done: words.ruleSet,
        ...(now && from ? { undo: () => set.mutateAsync({ service, ...now, from }) } : {}),
      });
      close();
    },
  });
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
      </Form>
    </Dialog>
  );
}
