import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { FieldRow, Form, useForm } from '../../../web/form.tsx';
import { DayField, RangeField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { protectedBy } from '../rules.ts';
import { clientTexts } from '../texts.ts';
import type { Address } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

export interface OfClient {
  readonly clientId: string;
  readonly close: () => void;
}

/** Tells that it was saved, and closes. */
export function useSaved(close: () => void): () => void {
  const words = useTexts(clientTexts);
  const toast = useToast();
  return () => {
    toast({ done: `${words.saved}.` });
    close();
  };
}

const addressFields = ['street', 'postalCode', 'postOffice', 'phone', 'email'] as const;

/** Where the client is reached from a day on. */
export function ChangeAddress({
  clientId,
  address,
  version,
  close,
}: OfClient & { address: Address | null; version: string | null }) {
  const words = useTexts(clientTexts);
  const today = useToday();
  const change = useDo('changeAddress');
  const form = useForm({
    initial: {
      street: address?.street ?? '',
      postalCode: address?.postalCode ?? '',
      postOffice: address?.postOffice ?? '',
      phone: address?.phone ?? '',
      email: address?.email ?? '',
      from: today as Day | null,
    },
    seen: version,
    send: ({ from, ...values }, seen) =>
      change.mutateAsync({
        seen,
        clientId,
        from: from ?? today,
        address: Object.fromEntries(addressFields.map((name) => [name, values[name] || null])) as Address,
      }),
    done: useSaved(close),
  });
  return (
    <Dialog title={words.address} close={close}>
      <Form form={form} cancel={close}>
        <TextField {...form.field('street')} label={words.street} optional />
        <FieldRow>
          <TextField {...form.field('postalCode')} label={words.postalCode} optional />
          <TextField {...form.field('postOffice')} label={words.postOffice} optional />
        </FieldRow>
        <FieldRow>
          <TextField {...form.field('phone')} label={words.phone} type="tel" optional />
          <TextField {...form.field('email')} label={words.email} type="email" optional />
        </FieldRow>
        <DayField {...form.field('from')} label={words.validFrom} today={today} />
      </Form>
    </Dialog>
  );
}

/** Protects the address: it then travels nowhere. */
export function Protect({ clientId, close }: OfClient) {
  const words = useTexts(clientTexts);
  const today = useToday();
  const protect = useDo('protectAddress');
  const form = useForm({
    initial: { during: { from: today as Day | null, to: null as Day | null }, contactInstead: '' },
    send: ({ during, contactInstead }) =>
      protect.mutateAsync({
        clientId,
        during: { from: during.from ?? today, to: during.to },
        contactInstead: contactInstead || null,
      }),
    done: useSaved(close),
  });
  return (
    <Dialog title={words.protect} close={close}>
      <Form form={form} submit={words.protect} cancel={close}>
        <p className="muted">
          {words.protectedHint} {words.protectedBy(protectedBy)}
        </p>
        <RangeField {...form.field('during')} label={words.protected} today={today} open />
        <TextField {...form.field('contactInstead')} label={words.contactInstead} optional />
      </Form>
    </Dialog>
  );
}

/** Ends the protection from a day on. */
export function LiftProtection({ clientId, version, close }: OfClient & { version: string | null }) {
  const words = useTexts(clientTexts);
  const today = useToday();
  const lift = useDo('liftProtection');
  const form = useForm({
    initial: { from: today as Day | null },
    seen: version,
    send: ({ from }, seen) => lift.mutateAsync({ clientId, from: from ?? today, seen }),
    done: useSaved(close),
  });
  return (
    <Dialog title={words.lift} close={close}>
      <Form form={form} submit={words.lift} cancel={close} danger>
        <DayField {...form.field('from')} label={words.validFrom} today={today} />
      </Form>
    </Dialog>
  );
}
