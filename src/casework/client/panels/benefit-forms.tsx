import type { z } from 'zod';
import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { DayField, RangeField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { CheckField, SelectField, TextArea } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { clientTexts } from '../texts.ts';
import { type Benefit, benefits, type Reason, reasons, type zBenefit } from '../words.ts';
import { type OfClient, useSaved } from './reach-forms.tsx';

const { useDo } = apiOf<typeof acts>();

interface BenefitFormProps extends OfClient {
  /** Which one is corrected; null records another. */
  readonly standing: (z.output<typeof zBenefit> & { readonly version: string }) | null;
  /** Of the main benefits, which another main one ends. */
  readonly mainVersion: string | null;
}

/** Records a benefit, where a new main one ends the one before it, or corrects what is recorded of one. */
export function BenefitForm({ clientId, standing, mainVersion, close }: BenefitFormProps) {
  const words = useTexts(clientTexts);
  const today = useToday();
  const record = useDo('recordBenefit');
  const change = useDo('changeBenefit');
  const form = useForm({
    initial: {
      benefit: (standing?.benefit ?? '') as Benefit | '',
      main: standing?.main ?? false,
      highest: standing?.highest ?? false,
      during: { from: standing?.during.from ?? (today as Day | null), to: standing?.during.to ?? null },
      why: '',
    },
    seen: standing ? standing.version : mainVersion,
    send: ({ benefit, main, highest, during, why }, seen): Promise<unknown> => {
      const recorded = {
        benefit: benefit as Benefit,
        main,
        highest: benefit === 'care-allowance' && highest,
        during: { from: during.from ?? today, to: during.to },
      };
      return standing
        ? change.mutateAsync({ clientId, benefitId: standing.id, ...recorded, why, seen })
        : record.mutateAsync({ clientId, ...recorded, seen });
    },
    done: useSaved(close),
  });
  return (
    <Dialog title={standing ? words.correctBenefit : words.benefit} close={close}>
      <Form form={form} cancel={close}>
        <SelectField
          {...form.field('benefit')}
          label={words.benefit}
          options={benefits.map((value) => ({ value, label: words.benefits[value] }))}
        />
        <CheckField {...form.field('main')} label={words.mainBenefit} />
        {form.values.benefit === 'care-allowance' && (
          <CheckField {...form.field('highest')} label={words.highestAllowance} />
        )}
        <RangeField {...form.field('during')} label={words.validFrom} today={today} open />
        {standing && <TextArea {...form.field('why')} label={words.whyCorrect} rows={2} />}
      </Form>
    </Dialog>
  );
}

/** The primary reason of support from a day on, or in which way it is not known. */
export function ChangeReason({
  clientId,
  reason,
  version,
  close,
}: OfClient & { reason: Reason | null; version: string | null }) {
  const words = useTexts(clientTexts);
  const today = useToday();
  const record = useDo('recordReason');
  const form = useForm({
    initial: { reason: (reason ?? '') as Reason | '', from: today as Day | null },
    seen: version,
    send: (values, seen) =>
      record.mutateAsync({ clientId, reason: values.reason as Reason, from: values.from ?? today, seen }),
    done: useSaved(close),
  });
  return (
    <Dialog title={words.reason} close={close}>
      <Form form={form} cancel={close}>
        <SelectField
          {...form.field('reason')}
          label={words.reason}
          options={reasons.map((value) => ({ value, label: words.reasons[value] }))}
        />
        <DayField {...form.field('from')} label={words.validFrom} today={today} />
      </Form>
    </Dialog>
  );
}
