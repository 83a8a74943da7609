import type { Day } from '../../../kernel/day.ts';
import { compareNames } from '../../../kernel/language.ts';
import {
  choicesStanding,
  municipalitiesStanding,
  municipalityNumbered,
  type OfficialMunicipality,
} from '../../../kernel/municipality.ts';
import { apiOf } from '../../../web/api.ts';
import { FieldRow, Form, useForm } from '../../../web/form.tsx';
import { ComboField } from '../../../web/kit/combobox.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { ChecksField } from '../../../web/kit/fields.tsx';
import { useLanguage, useTexts } from '../../../web/kit/language.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { organiserTexts } from '../texts.ts';
import type { OrganiserDetails } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

const filled = (text: string): string | null => text.trim() || null;

/** How the organiser is called and reached. */
export function ChangeOrganiser({
  details,
  close,
}: {
  details: OrganiserDetails & { readonly version: string };
  close: () => void;
}) {
  const words = useTexts(organiserTexts);
  const toast = useToast();
  const change = useDo('changeOrganiser');
  const { nameFi, nameSv, nameEn, office, officeSv, officeEn, street, postalCode, postOffice, phone, email } = details;
  const { dataProtectionContact, dataProtectionPage } = details;
  const before = {
    nameFi,
    nameSv,
    nameEn,
    office,
    officeSv,
    officeEn,
    street,
    postalCode,
    postOffice,
    phone,
    email,
    dataProtectionContact,
    dataProtectionPage,
  };
  const form = useForm({
    initial: {
      nameFi,
      nameSv,
      nameEn,
      office: office ?? '',
      officeSv: officeSv ?? '',
      officeEn: officeEn ?? '',
      street: street ?? '',
      postalCode: postalCode ?? '',
      postOffice: postOffice ?? '',
      phone: phone ?? '',
      email: email ?? '',
      dataProtectionContact: dataProtectionContact ?? '',
      dataProtectionPage: dataProtectionPage ?? '',
    },
    seen: details.version,
    send: (values, seen) =>
      change.mutateAsync({
        ...values,
        seen,
        office: filled(values.office),
        officeSv: filled(values.officeSv),
        officeEn: filled(values.officeEn),
        street: filled(values.street),
        postalCode: filled(values.postalCode),
        postOffice: filled(values.postOffice),
        phone: filled(values.phone),
        email: filled(values.email),
        dataProtectionContact: filled(values.dataProtectionContact),
        dataProtectionPage: filled(values.dataProtectionPage),
      }),
    done: ({ version = null }) => {
      toast({ done: words.changed, undo: () => change.mutateAsync({ ...before, seen: version }) });
      close();
    },
  });
  return (
    <Dialog title={words.details} close={close}>
      <Form form={form} cancel={close}>
        <TextField {...form.field('nameFi')} label={words.nameFi} />
        <TextField {...form.field('nameSv')} label={words.nameSv} />
        <TextField {...form.field('nameEn')} label={words.nameEn} />
        <TextField {...form.field('office')} label={words.office} optional />
        <TextField {...form.field('officeSv')} label={words.officeSv} description={words.officeHelp} optional />
        <TextField {...form.field('officeEn')} label={words.officeEn} optional />
        <TextField {...form.field('street')} label={words.street} optional />
        <FieldRow>
          <TextField {...form.field('postalCode')} label={words.postalCode} optional />
          <TextField {...form.field('postOffice')} label={words.postOffice} optional />
        </FieldRow>
        <FieldRow>
          <TextField {...form.field('phone')} label={words.phone} type="tel" optional />
          <TextField {...form.field('email')} label={words.email} type="email" optional />
        </FieldRow>
        <TextField
          {...form.field('dataProtectionContact')}
          label={words.dataProtectionContact}
          description={words.dataProtectionHelp}
          optional
        />
        <TextField {...form.field('dataProtectionPage')} label={words.dataProtectionPage} optional />
      </Form>
    </Dialog>
  );
}

export interface MunicipalityChoice {
  readonly code: string;
  readonly name: string;
}

interface AreaProps {
  readonly all: readonly MunicipalityChoice[];
  /** Those in the area today. */
  readonly codes: readonly string[];
  readonly version: string | null;
  readonly close: () => void;
}

/** The municipalities of the area, as a whole, from a day on. */
export function ChangeArea({ all, codes, version, close }: AreaProps) {
  const words = useTexts(organiserTexts);
  const toast = useToast();
  const today = useToday();
  const set = useDo('setArea');
  const form = useForm({
    initial: { municipalityCodes: codes, from: today as Day | null },
    seen: version,
    send: ({ municipalityCodes, from }, seen) =>
      set.mutateAsync({ municipalityCodes: [...municipalityCodes], from: from as Day, seen }),
    done: ({ version: made = null }, { from }) => {
      toast({
        done: words.areaSet,
        ...(codes.length > 0 && from
          ? { undo: () => set.mutateAsync({ municipalityCodes: [...codes], from, seen: made }) }
          : {}),
      });
      close();
    },
  });
  return (
    <Dialog title={words.changeArea} close={close}>
      <Form form={form} cancel={close}>
        <p className="muted">{words.areaHelp}</p>
        <ChecksField
          {...form.field('municipalityCodes')}
          label={words.municipalities}
          options={choicesStanding(all, form.values.from ?? today, ...codes).map(({ code, name }) => ({
            value: code,
            label: name,
          }))}
        />
        <DayField {...form.field('from')} label={words.from} today={today} />
      </Form>
    </Dialog>
  );
}

/** A municipality that is not in the list yet, of those that there are today. */
export function AddMunicipality({ all, close }: Pick<AreaProps, 'all' | 'close'>) {
  const words = useTexts(organiserTexts);
  const toast = useToast();
  const { language } = useLanguage();
  const today = useToday();
  const nameOf = ({ nameFi, nameSv }: OfficialMunicipality) => (language === 'sv' ? nameSv : nameFi);
  const add = useDo('addMunicipality');
  const form = useForm({
    initial: { code: '' },
    send: ({ code }) => add.mutateAsync({ code }),
    done: (_, { code }) => {
      const added = municipalityNumbered(code);
      toast({ done: words.municipalityAdded(added ? nameOf(added) : code) });
      close();
    },
  });
  const options = municipalitiesStanding(today)
    .filter(({ code }) => !all.some((one) => one.code === code))
    .map((one) => ({ value: one.code, label: nameOf(one) }))
    .toSorted((a, b) => compareNames(language)(a.label, b.label));
  return (
    <Dialog title={words.addMunicipality} close={close}>
      <Form form={form} submit={words.addMunicipality} cancel={close}>
        <ComboField {...form.field('code')} label={words.municipality} options={options} />
      </Form>
    </Dialog>
  );
}
