import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { FieldRow, Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { organiserTexts } from '../texts.ts';
import type { RectificationBody } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

const empty: RectificationBody = {
  nameFi: '',
  nameSv: '',
  nameEn: '',
  street: '',
  postalCode: '',
  postOffice: '',
  email: null,
  phone: null,
  openingFi: '',
  openingSv: '',
  openingEn: '',
};

interface BodyProps {
  readonly body: RectificationBody | null;
  readonly version: string | null;
  readonly close: () => void;
}

/** The body that handles requests for rectification, and where it is found, from a day on. */
export function SetBody({ body, version, close }: BodyProps) {
  const words = useTexts(organiserTexts);
  const toast = useToast();
  const today = useToday();
  const set = useDo('setRectificationBody');
  const before = body ?? empty;
  const form = useForm({
    initial: { ...before, email: before.email ?? '', phone: before.phone ?? '', from: today as Day | null },
    seen: version,
    send: ({ from, email, phone, ...values }, seen) =>
      set.mutateAsync({ ...values, seen, email: email.trim() || null, phone: phone.trim() || null, from: from as Day }),
    done: () => {
      toast({ done: words.bodySet });
      close();
    },
  });
  return (
    <Dialog title={words.body} close={close}>
      <Form form={form} cancel={close}>
        <p className="muted">{words.bodyHelp}</p>
        <TextField {...form.field('nameFi')} label={words.nameFi} />
        <TextField {...form.field('nameSv')} label={words.nameSv} />
        <TextField {...form.field('nameEn')} label={words.nameEn} />
        <TextField {...form.field('street')} label={words.street} />
        <FieldRow>
          <TextField {...form.field('postalCode')} label={words.postalCode} />
          <TextField {...form.field('postOffice')} label={words.postOffice} />
        </FieldRow>
        <FieldRow>
          <TextField {...form.field('email')} label={words.registryEmail} type="email" optional />
          <TextField {...form.field('phone')} label={words.phone} type="tel" optional />
        </FieldRow>
        <TextField {...form.field('openingFi')} label={words.openingFi} />
        <TextField {...form.field('openingSv')} label={words.openingSv} />
        <TextField {...form.field('openingEn')} label={words.openingEn} />
        <DayField {...form.field('from')} label={words.from} today={today} />
      </Form>
    </Dialog>
  );
}
