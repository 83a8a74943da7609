import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { SelectField, TextArea } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { sourcesOn } from '../rules.ts';
import { referralTexts } from '../texts.ts';
import { kinds, type Referral } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

interface CorrectReferralProps {
  readonly clientId: string;
  readonly referral: Pick<Referral, 'id' | 'source' | 'kind' | 'receivedOn' | 'referredBy'> & {
    readonly version: string;
  };
  readonly close: () => void;
}

/** Corrects how and when a client came, and why it is corrected. */
export function CorrectReferral({ clientId, referral, close }: CorrectReferralProps) {
  const words = useTexts(referralTexts);
  const toast = useToast();
  const today = useToday();
  const correct = useDo('correctReferral');
  const form = useForm({
    initial: {
      source: referral.source as Referral['source'] | '',
      kind: referral.kind as Referral['kind'] | '',
      receivedOn: referral.receivedOn as Day | null,
      referredBy: referral.referredBy ?? '',
      why: '',
    },
    seen: referral.version,
    send: ({ source, kind, receivedOn, referredBy, why }, seen) =>
      correct.mutateAsync({
        seen,
        clientId,
        referralId: referral.id,
        source: source || referral.source,
        kind: kind || referral.kind,
        why,
        receivedOn: receivedOn as Day,
        referredBy: referredBy || null,
      }),
    done: () => {
      toast({ done: words.corrected });
      close();
    },
  });
  const from = [...new Set([...sourcesOn(form.values.receivedOn ?? today), referral.source])];
  return (
    <Dialog title={words.correct} close={close}>
      <Form form={form} submit={words.correct} cancel={close}>
        <DayField {...form.field('receivedOn')} label={words.receivedOn} today={today} max={today} />
        <SelectField
          {...form.field('kind')}
          label={words.kind}
          options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <SelectField
          {...form.field('source')}
          label={words.source}
          options={from.map((value) => ({ value, label: words.sources[value] }))}
        />
        <TextField {...form.field('referredBy')} label={words.referredBy} optional />
        <TextArea {...form.field('why')} label={words.whyCorrected} rows={2} />
      </Form>
    </Dialog>
  );
}
