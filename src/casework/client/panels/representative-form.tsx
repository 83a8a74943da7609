import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { FieldRow, Form, useForm } from '../../../web/form.tsx';
import { RangeField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { ChecksField, RadioField, TextArea } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { actsByLaw } from '../rules.ts';
import { clientTexts } from '../texts.ts';
import {
  type Power,
  powers,
  type Representative,
  type RepresentativeKind,
  representativeKinds,
  representativeTexts,
} from '../words.ts';
import { type OfClient, useSaved } from './reach-forms.tsx';

const { useDo } = apiOf<typeof acts>();

interface RepresentativeFormProps extends OfClient {
  /** Whose details change; null names another. */
  readonly standing: (Representative & { readonly version: string }) | null;
}

/** A custodian, guardian, relative or other representative: in which matters they act, and where they are reached. */
export function RepresentativeForm({ clientId, standing, close }: RepresentativeFormProps) {
  const words = useTexts(clientTexts);
  const about = useTexts(representativeTexts);
  const today = useToday();
  const name = useDo('nameRepresentative');
  const change = useDo('changeRepresentative');
  const form = useForm({
    initial: {
      name: standing?.name ?? '',
      kind: (standing?.kind ?? '') as RepresentativeKind | '',
      covers: (standing?.covers ?? []) as readonly Power[],
      phone: standing?.phone ?? '',
      street: standing?.street ?? '',
      postalCode: standing?.postalCode ?? '',
      postOffice: standing?.postOffice ?? '',
      email: standing?.email ?? '',
      powers: standing?.powers ?? '',
      during: { from: standing?.during.from ?? (today as Day | null), to: standing?.during.to ?? null },
    },
    seen: standing?.version,
    send: ({ kind, covers, during, ...values }, seen): Promise<unknown> => {
      const representative = {
        name: values.name,
        kind: kind as RepresentativeKind,
        covers: kind !== '' && actsByLaw(kind) ? [...covers] : [],
        phone: values.phone || null,
        street: values.street || null,
        postalCode: values.postalCode || null,
        postOffice: values.postOffice || null,
        email: values.email || null,
        powers: values.powers || null,
        during: { from: during.from ?? today, to: during.to },
      };
      return standing
        ? change.mutateAsync({ clientId, representativeId: standing.id, ...representative, seen })
        : name.mutateAsync({ clientId, ...representative });
    },
    done: useSaved(close),
  });
  const { kind } = form.values;
  return (
    <Dialog title={standing ? words.changeRepresentative : words.representative} close={close}>
      <Form form={form} cancel={close}>
        <TextField {...form.field('name')} label={words.name} />
        <RadioField
          {...form.field('kind')}
          label={words.representative}
          options={representativeKinds.map((value) => ({ value, label: about.kinds[value] }))}
        />
        {kind !== '' && actsByLaw(kind) && (
          <ChecksField
            {...form.field('covers')}
            label={about.covers}
            description={about.coversHelp}
            options={powers.map((value) => ({ value, label: about.coverNames[value] }))}
          />
        )}
        <TextField {...form.field('street')} label={words.street} optional />
        <FieldRow>
          <TextField {...form.field('postalCode')} label={words.postalCode} optional />
          <TextField {...form.field('postOffice')} label={words.postOffice} optional />
        </FieldRow>
        <FieldRow>
          <TextField {...form.field('phone')} label={words.phone} type="tel" optional />
          <TextField {...form.field('email')} label={words.email} type="email" optional />
        </FieldRow>
        <TextArea {...form.field('powers')} label={words.powers} rows={2} optional />
        <RangeField {...form.field('during')} label={words.validFrom} today={today} open />
      </Form>
    </Dialog>
  );
}
