import { useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import type { Cents } from '../../../kernel/money.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { type RangeDraft, RangeField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { EuroField, NumberField, SelectField } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { rateTexts } from '../texts.ts';
import { type RateKind, rateKinds } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

interface RateFormProps {
  readonly employers: readonly { readonly id: string; readonly name: string }[];
  /** Of the rates of a kind that are shown. */
  readonly versionOf: (kind: RateKind | '', employerId: string | null) => string | null;
  readonly close: () => void;
}

/** A new rate from a day on; what is missing is told at its field, in the server's words. */
export function RateForm({ employers, versionOf, close }: RateFormProps) {
  const words = useTexts(rateTexts);
  const today = useToday();
  const toast = useToast();
  const set = useDo('setRate');
  // What is read anew while the form is open was not seen in it.
  const [versionSeen] = useState(() => versionOf);
  const form = useForm({
    initial: {
      kind: '' as RateKind | '',
      employerId: '',
      amount: null as Cents | null,
      paidHolidayDays: 0 as number | null,
      rule: '',
      during: { from: today as Day | null, to: null } as RangeDraft,
    },
    send: ({ kind, employerId: chosen, amount, paidHolidayDays, rule, during }, seen) => {
      const employerId = kind === 'employer-share' ? chosen || null : null;
      return set.mutateAsync({
        seen: seen ?? versionSeen(kind, employerId),
        kind: kind as RateKind,
        employerId,
        amount: amount as Cents,
        paidHolidayDays: paidHolidayDays ?? 0,
        rule,
        during: { from: during.from as Day, to: during.to },
      });
    },
    done: () => {
      toast({ done: words.rateSet });
      close();
    },
  });
  const { kind } = form.values;
  return (
    <Dialog title={words.setRate} close={close}>
      <p className="muted">{words.rateHelp}</p>
      <Form form={form} submit={words.setRate} cancel={close}>
        <SelectField
          {...form.field('kind')}
          label={words.kind}
          options={rateKinds.map((value) => ({ value, label: words.kinds[value] }))}
        />
        {kind === 'employer-share' && (
          <SelectField
            {...form.field('employerId')}
            label={words.employer}
            options={employers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <EuroField {...form.field('amount')} label={words.rateAmount} />
        {kind === 'open-work-allowance' && <NumberField {...form.field('paidHolidayDays')} label={words.holidays} />}
        <TextField {...form.field('rule')} label={words.rule} description={words.ruleHelp} />
        <RangeField {...form.field('during')} label={words.during} open today={today} />
      </Form>
    </Dialog>
  );
}
