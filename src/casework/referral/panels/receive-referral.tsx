import { Button } from '@navikt/ds-react/Button';
import { useDeferredValue, useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import { parseIdentityCode } from '../../../kernel/id.ts';
import type { Service } from '../../../kernel/service.ts';
import { apiOf } from '../../../web/api.ts';
import { FieldRow, Form, type FormOf, useForm } from '../../../web/form.tsx';
import { Card, Entries, Entry } from '../../../web/kit/card.tsx';
import { ComboField } from '../../../web/kit/combobox.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { CheckField, ChecksField, type Option, RadioField, SelectField, TextArea } from '../../../web/kit/fields.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useLanguage, useTexts } from '../../../web/kit/language.tsx';
import { Stack } from '../../../web/kit/page.tsx';
import { problemOf } from '../../../web/kit/problem.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as clientActs from '../../client/acts.ts';
import { actsByLaw } from '../../client/rules.ts';
import {
  languageName,
  type Power,
  powers,
  representativeKinds,
  representativeTexts,
  tongues,
} from '../../client/words.ts';
import type * as acts from '../acts.ts';
import { sourcesOn } from '../rules.ts';
import { referralTexts } from '../texts.ts';
import { kinds, type Source } from '../words.ts';
import './receive-referral.css';

const { useDo } = apiOf<typeof acts>();
const { useAsk } = apiOf<typeof clientActs>();

interface Values {
  readonly familyName: string;
  readonly givenNames: string;
  readonly birthOn: Day | null;
  readonly identityCode: string;
  readonly gender: '' | 'female' | 'male' | 'other';
  readonly motherTongue: string;
  readonly serviceLanguage: '' | 'fi' | 'sv' | 'en';
  readonly easyLanguage: boolean;
  readonly municipalityCode: string;
  readonly phone: string;
  readonly email: string;
  readonly protected: boolean;
  readonly contactInstead: string;
  readonly representativeName: string;
  readonly representativeKind: (typeof representativeKinds)[number] | '';
  readonly representativePhone: string;
  readonly representativeCovers: readonly Power[];
  readonly referredBy: string;
  readonly service: Service | '';
  readonly source: Source | '';
  readonly kind: (typeof kinds)[number] | '';
  readonly receivedOn: Day | null;
  readonly finishesStudies: boolean;
  readonly need: string;
  readonly isNew: boolean;
}

/** An identity code is typed again: it is kept nowhere but sealed. */
const halfReceived = { name: 'referral', without: ['identityCode'] };

interface KnownClient {
  readonly id: string;
  readonly name: string;
}

interface ReceiveProps {
  /** The services that the organiser offers. */
  readonly services: readonly Option<Service>[];
  /** Those that a newcomer's own may be. */
  readonly municipalities: readonly Option[];
  readonly done: (clientId: string, referralId: string) => void;
  readonly cancel: () => void;
}

/** Receives an application or a referral; whoever might be here already is shown before a new client is made. */
export function ReceiveReferral({ services, municipalities, done, cancel }: ReceiveProps) {
  const words = useTexts(referralTexts);
  const format = useFormat();
  const toast = useToast();
  const today = useToday();
  const [chosen, choose] = useState<KnownClient | null>(null);
  const receive = useDo('receiveReferral');
  const receiveOf = useDo('receiveReferralOfClient');
  const form = useForm<Values, { clientId: string; referralId: string; decisionDueOn: Day }>({
    draft: halfReceived,
    initial: {
      familyName: '',
      givenNames: '',
      birthOn: null,
      identityCode: '',
      gender: '',
      motherTongue: '',
      serviceLanguage: 'fi',
      easyLanguage: false,
      municipalityCode: '',
      phone: '',
      email: '',
      protected: false,
      contactInstead: '',
      representativeName: '',
      representativeKind: 'relative',
      representativePhone: '',
      representativeCovers: [],
      referredBy: '',
      service: services.length === 1 ? (services[0]?.value ?? '') : '',
      source: '',
      kind: 'application',
      receivedOn: today,
      finishesStudies: false,
      need: '',
      isNew: false,
    },
    check: (values) =>
      !chosen && alike.length > 0 && !values.isNew ? [{ field: 'isNew', message: words.form.sayWhether }] : [],
    send: async (values) => {
      // What is missing is told by the server, at its field.
      const matter = {
        service: values.service as Service,
        source: values.source as Source,
        kind: values.kind as (typeof kinds)[number],
        receivedOn: values.receivedOn as Day,
        finishesStudies: values.finishesStudies,
        need: values.need || null,
        referredBy: namesReferrer(values.source) ? values.referredBy || null : null,
      };
      try {
        if (chosen) return await receiveOf.mutateAsync({ clientId: chosen.id, ...matter });
        return await receive.mutateAsync({ client: clientOf(values), ...matter });
      } catch (failure) {
        throw atFields(failure);
      }
    },
    done: ({ clientId, referralId, decisionDueOn }) => {
      toast({ done: words.received, next: words.form.decisionDue(format.day(decisionDueOn)) });
      done(clientId, referralId);
    },
  });
  const alike = useAlike(form.values, chosen === null);
  return (
    <Form form={form} submit={words.receive} cancel={cancel}>
      <Stack>
        <Card title={words.form.client}>
          {chosen ? (
            <Entries>
              <Entry
                title={chosen.name}
                line={words.form.chosen}
                end={
                  <Button size="small" variant="secondary" type="button" onClick={() => choose(null)}>
                    {words.form.another}
                  </Button>
                }
              />
            </Entries>
          ) : (
            <>
              <ClientFields form={form} municipalities={municipalities} />
              <Alike form={form} alike={alike} choose={choose} />
            </>
          )}
        </Card>
        <MatterFields form={form} services={services} />
      </Stack>
    </Form>
  );
}

function clientOf(values: Values) {
  const { familyName, givenNames, birthOn, easyLanguage } = values;
  return {
    familyName,
    givenNames,
    birthOn,
    identityCode: values.identityCode || null,
    gender: values.gender || null,
    motherTongue: values.motherTongue || null,
    serviceLanguage: values.serviceLanguage || ('fi' as const),
    easyLanguage,
    municipalityCode: values.municipalityCode || null,
    phone: values.phone || null,
    email: values.email || null,
    protected: values.protected,
    contactInstead: values.protected ? values.contactInstead || null : null,
    representative:
      values.representativeName || values.representativePhone
        ? {
            name: values.representativeName,
            kind: values.representativeKind || ('relative' as const),
            covers:
              values.representativeKind !== '' && actsByLaw(values.representativeKind)
                ? [...values.representativeCovers]
                : [],
            phone: values.representativePhone || null,
          }
        : null,
  };
}

/** From these sources somebody by name has referred; a client's own application or contact names nobody else. */
const namesReferrer = (source: Source | '') =>
  source !== '' && source !== 'own-contact' && source !== 'authority' && source !== 'disability-service-application';

const fieldOfPath = (path: string) =>
  path
    .replace(/^client\./, '')
    .replace(/^representative\.(\w)/, (_, first: string) => `representative${first.toUpperCase()}`);

/** The server speaks of client.representative.name; the form has its fields side by side. */
function atFields(failure: unknown): unknown {
  const problem = problemOf(failure);
  const errors = problem.errors?.map((error) => ({ ...error, field: fieldOfPath(error.field) }));
  return errors ? { ...problem, errors } : problem;
}

interface AlikeClient extends KnownClient {
  readonly birthOn: Day | null;
  readonly likeness: 'same' | 'likely' | 'possible';
}

/** Clients whom the newcomer might be, as soon as there is a name or an identity code to look for. */
function useAlike({ familyName, givenNames, birthOn, identityCode }: Values, wanted: boolean): readonly AlikeClient[] {
  // One that is wrong finds nobody, and must not keep the name from being looked for.
  const code = parseIdentityCode(identityCode).ok ? identityCode.trim() : null;
  const family = useDeferredValue(familyName.trim());
  const input = useDeferredValue(givenNames.trim());
  const query = useAsk(
    'findDuplicates',
    { familyName: family || '-', givenNames: input, birthOn, identityCode: code },
    { when: wanted && (family.length >= 2 || code !== null), keep: true, fresh: 30 },
  );
  return wanted && (family.length >= 2 || code !== null) ? (query.data?.duplicates ?? []) : [];
}

function ClientFields({ form, municipalities }: { form: FormOf<Values>; municipalities: readonly Option[] }) {
  const words = useTexts(referralTexts).form;
  const about = useTexts(representativeTexts);
  const format = useFormat();
  const { language } = useLanguage();
  const code = parseIdentityCode(form.values.identityCode);
  const messages = code.ok
    ? [code.birthOn && words.born(format.day(code.birthOn)), code.temporary && words.temporary]
        .filter(Boolean)
        .join(', ')
    : words.identityHelp;
  const today = useToday();
  const genders = (['female', 'male', 'other'] as const).map((value) => ({ value, label: words.genders[value] }));
  const languages = (['fi', 'sv', 'en'] as const).map((value) => ({ value, label: words.languages[value] }));
  return (
    <>
      <FieldRow>
        <TextField {...form.field('familyName')} label={words.familyName} />
        <TextField {...form.field('givenNames')} label={words.givenNames} />
      </FieldRow>
      <FieldRow>
        <TextField {...form.field('identityCode')} label={words.identityCode} description={messages} optional />
        <DayField {...form.field('birthOn')} label={words.birthOn} today={today} max={today} optional />
      </FieldRow>
      <FieldRow>
        <SelectField {...form.field('gender')} label={words.gender} options={genders} optional />
        <ComboField {...form.field('municipalityCode')} label={words.municipality} options={municipalities} optional />
      </FieldRow>
      <FieldRow>
        <ComboField
          {...form.field('motherTongue')}
          label={words.motherTongue}
          options={tongues.map((value) => ({ value, label: languageName(value, language) }))}
          optional
        />
        <RadioField {...form.field('serviceLanguage')} label={words.serviceLanguage} options={languages} />
      </FieldRow>
      <CheckField {...form.field('easyLanguage')} label={words.easyLanguage} />
      <FieldRow>
        <TextField {...form.field('phone')} label={words.phone} type="tel" optional />
        <TextField {...form.field('email')} label={words.email} type="email" optional />
      </FieldRow>
      <CheckField {...form.field('protected')} label={words.protected} />
      {form.values.protected && (
        <TextField
          {...form.field('contactInstead')}
          label={words.contactInstead}
          description={words.protectedHelp}
          optional
        />
      )}
      <FieldRow>
        <TextField {...form.field('representativeName')} label={words.representative} optional />
        <TextField {...form.field('representativePhone')} label={words.representativePhone} type="tel" optional />
      </FieldRow>
      {form.values.representativeName && (
        <RadioField
          {...form.field('representativeKind')}
          label={words.representativeKind}
          options={representativeKinds.map((value) => ({ value, label: about.kinds[value] }))}
        />
      )}
      {form.values.representativeName &&
        form.values.representativeKind !== '' &&
        actsByLaw(form.values.representativeKind) && (
          <ChecksField
            {...form.field('representativeCovers')}
            label={about.covers}
            description={about.coversHelp}
            options={powers.map((value) => ({ value, label: about.coverNames[value] }))}
          />
        )}
    </>
  );
}

interface AlikeProps {
  readonly form: FormOf<Values>;
  readonly alike: readonly AlikeClient[];
  readonly choose: (client: KnownClient) => void;
}

function Alike({ form, alike, choose }: AlikeProps) {
  const words = useTexts(referralTexts).form;
  const format = useFormat();
  if (alike.length === 0) return null;
  const isNew = form.field('isNew');
  return (
    <section className="receive-alike" aria-label={words.duplicates} data-color="warning">
      <h3>{words.duplicates}</h3>
      <Entries>
        {alike.map(({ id, name, birthOn, likeness }) => (
          <Entry
            key={id}
            title={name}
            line={
              <>
                {birthOn && <>{words.born(format.day(birthOn))} </>}
                <Tag tone={likeness === 'possible' ? 'neutral' : 'warning'}>{words.likeness[likeness]}</Tag>
              </>
            }
            end={
              <Button
                size="small"
                variant="secondary"
                type="button"
                aria-label={words.takeThis(name)}
                onClick={() => choose({ id, name })}
              >
                {words.useThis}
              </Button>
            }
          />
        ))}
      </Entries>
      <CheckField {...isNew} label={words.isNew} />
      {isNew.error && (
        <p className="receive-error" role="alert">
          {isNew.error}
        </p>
      )}
    </section>
  );
}

function MatterFields({ form, services }: { form: FormOf<Values>; services: readonly Option<Service>[] }) {
  const words = useTexts(referralTexts);
  const today = useToday();
  const from = sourcesOn(form.values.receivedOn ?? today);
  const options = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) =>
    values.map((value) => ({ value, label: labels[value] }));
  return (
    <Card title={words.form.matter}>
      <FieldRow>
        <SelectField {...form.field('service')} label={words.form.service} options={services} />
        <SelectField {...form.field('source')} label={words.source} options={options(from, words.sources)} />
      </FieldRow>
      {namesReferrer(form.values.source) && (
        <TextField
          {...form.field('referredBy')}
          label={
            form.values.source === 'school'
              ? words.form.school
              : form.values.source === 'relative'
                ? words.form.relative
                : words.referredBy
          }
          optional
        />
      )}
      <RadioField {...form.field('kind')} label={words.kind} options={options(kinds, words.kinds)} />
      <DayField {...form.field('receivedOn')} label={words.receivedOn} today={today} max={today} />
      <CheckField {...form.field('finishesStudies')} label={words.finishesStudies} />
      <TextArea
        {...form.field('need')}
        label={words.need}
        description={words.form.needHelp}
        maxLength={4000}
        optional
      />
    </Card>
  );
}
