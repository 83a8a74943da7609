import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { DayField, RangeField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { CheckField, SelectField } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { clientTexts } from '../texts.ts';
import { type Benefit, benefits, type Reason, reasons } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

interface OfClient {
  readonly clientId: string;
  readonly close: () => void;
}

/** Records a benefit; a new main one ends the one before it. */
export function AddBenefit({ clientId, close }: OfClient) {
  const words = useTexts(clientTexts);
  const toast = useToast();
  const today = useToday();
  const record = useDo('recordBenefit');
  const form = useForm({
    initial: {
      benefit: '' as Benefit | '',
      main: false,
      during: { from: today as Day | null, to: null as Day | null },
    },
    send: ({ benefit, main, during }) =>
      record.mutateAsync({
        clientId,
        benefit: benefit as Benefit,
        main,
        during: { from: during.from ?? today, to: during.to },
      }),
    done: () => {
      toast({ done: `${words.saved}.` });
      close();
    },
  });
  return (
    <Dialog title={words.benefit} close={close}>
      <Form form={form} cancel={close}>
        <SelectField
          {...form.field('benefit')}
          label={words.benefit}
          options={benefits.map((value) => ({ value, label: words.benefits[value] }))}
        />
        <CheckField {...form.field('main')} label={words.mainBenefit} />
        <RangeField {...form.field('during')} label={words.validFrom} today={today} open />
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
  const toast = useToast();
  const today = useToday();
  const record = useDo('recordReason');
  const form = useForm({
    initial: { reason: (reason ?? '') as Reason | '', from: today as Day | null },
    seen: version,
    send: (values, seen) =>
      record.mutateAsync({ clientId, reason: values.reason as Reason, from: values.from ?? today, seen }),
    done: () => {
      toast({ done: `${words.saved}.` });
      close();
    },
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
