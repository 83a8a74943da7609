import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { FieldRow, Form, useForm } from '../../../web/form.tsx';
import { ComboField } from '../../../web/kit/combobox.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { CheckField, SelectField } from '../../../web/kit/fields.tsx';
import { useLanguage, useTexts } from '../../../web/kit/language.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { clientTexts } from '../texts.ts';
import { type Client, genders, languageName, serviceLanguages, tongues } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

interface ChangeDetailsProps {
  readonly client: Client;
  /** Of the details that are shown. */
  readonly version: string;
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  readonly close: () => void;
}

/** Changes a client's details; what is not touched is not sent, so that two who edit do not undo each other. */
export function ChangeDetails({ client, version, municipalities, close }: ChangeDetailsProps) {
  const words = useTexts(clientTexts);
  const { language } = useLanguage();
  const toast = useToast();
  const today = useToday();
  const change = useDo('changeClient');
  const initial = {
    familyName: client.familyName,
    givenNames: client.givenNames,
    identityCode: '',
    birthOn: client.birthOn as Day | null,
    gender: (client.gender ?? '') as (typeof genders)[number] | '',
    motherTongue: client.motherTongue ?? '',
    serviceLanguage: client.serviceLanguage as (typeof serviceLanguages)[number] | '',
    easyLanguage: client.easyLanguage,
    municipalityCode: client.municipalityCode ?? '',
  };
  const form = useForm({
    initial,
    seen: version,
    send: (values, seen) => {
      const changed = Object.entries(values).filter(([name, value]) => value !== initial[name as keyof typeof initial]);
      return change.mutateAsync({
        clientId: client.id,
        seen,
        ...Object.fromEntries(
          changed.map(([name, value]) => [name, value === '' && name !== 'givenNames' ? null : value]),
        ),
      });
    },
    done: () => {
      toast({ done: `${words.saved}.` });
      close();
    },
  });
  return (
    <Dialog title={words.edit} close={close} wide>
      <Form form={form} cancel={close}>
        <FieldRow>
          <TextField {...form.field('familyName')} label={words.familyName} />
          <TextField {...form.field('givenNames')} label={words.givenNames} />
        </FieldRow>
        <FieldRow>
          <TextField
            {...form.field('identityCode')}
            label={words.identityCode}
            description={client.identityMasked ?? words.identityHint}
            optional
          />
          <DayField {...form.field('birthOn')} label={words.birthOn} max={today} optional />
        </FieldRow>
        <FieldRow>
          <SelectField
            {...form.field('gender')}
            label={words.gender}
            none={words.notKnown}
            options={genders.map((value) => ({ value, label: words.genders[value] }))}
          />
          <SelectField
            {...form.field('municipalityCode')}
            label={words.municipality}
            none={words.notKnown}
            options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </FieldRow>
        <FieldRow>
          <ComboField
            {...form.field('motherTongue')}
            label={words.motherTongue}
            options={[...new Set([...tongues, ...(client.motherTongue ? [client.motherTongue] : [])])].map((value) => ({
              value,
              label: languageName(value, language),
            }))}
            optional
          />
          <SelectField
            {...form.field('serviceLanguage')}
            label={words.serviceLanguage}
            options={serviceLanguages.map((value) => ({ value, label: words.serviceLanguages[value] }))}
          />
        </FieldRow>
        <CheckField {...form.field('easyLanguage')} label={words.easyLanguage} />
      </Form>
    </Dialog>
  );
}
