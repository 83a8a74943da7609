import { CheckmarkIcon, PencilIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import type { OutputOf } from '../../../server/act.ts';
import { apiOf } from '../../../web/api.ts';
import { FieldRow, type FieldsOf, Form, type FormOf, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { RadioField, SelectField, TextArea } from '../../../web/kit/fields.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { TakeBack } from '../../../web/take-back.tsx';
import type * as acts from '../acts.ts';
import { signingParty } from '../rules.ts';
import { planTexts } from '../texts.ts';
import { type PlanSigner, type SigningWay, signingWays } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

type SignedPlan = OutputOf<typeof acts.plansOf>['plans'][number];
type PlanSignature = SignedPlan['signatures'][number];
type Permitted = OutputOf<typeof acts.plansOf>['permitted'];

interface SignaturesProps {
  readonly clientId: string;
  readonly clientName: string;
  readonly plan: Pick<SignedPlan, 'id' | 'madeOn' | 'signatures' | 'unsigned'>;
  readonly permitted: Permitted;
}

/** Who signed a plan and who has yet to, each with what can be done about it. */
export function Signatures({ clientId, clientName, plan, permitted }: SignaturesProps) {
  const words = useTexts(planTexts);
  const [signing, setSigning] = useState(false);
  const { signatures, unsigned } = plan;
  if (signatures.length + unsigned.length === 0) return null;
  return (
    <section className="plan-signatures">
      <h4>{words.signatures}</h4>
      <ul>
        {signatures.map((signature) => (
          <Signed key={signature.id} clientId={clientId} plan={plan} signature={signature} permitted={permitted} />
        ))}
        {unsigned.map((signer) => (
          <li key={signer}>
            <span>{words.signers[signingParty(signer, plan.madeOn)]}</span>
            <Tag tone="warning">{words.notSigned}</Tag>
          </li>
        ))}
      </ul>
      {unsigned.length > 0 && permitted.includes('signPlan') && (
        <div>
          <Button size="small" type="button" onClick={() => setSigning(true)}>
            {words.sign}
          </Button>
        </div>
      )}
      {signing && <SignPlan clientId={clientId} clientName={clientName} plan={plan} close={() => setSigning(false)} />}
    </section>
  );
}

interface SignedProps extends Pick<SignaturesProps, 'clientId' | 'plan' | 'permitted'> {
  readonly signature: PlanSignature;
}

function Signed({ clientId, plan, signature, permitted }: SignedProps) {
  const words = useTexts(planTexts);
  const format = useFormat();
  const takeBack = useDo('takeBackSignature');
  const [correcting, setCorrecting] = useState(false);
  const { signer, signedOn, signedBy, capacity, way } = signature;
  const signing = words.signers[signingParty(signer, plan.madeOn)];
  const who = [signedBy, capacity].filter(Boolean).join(', ');
  return (
    <li>
      <span>
        <CheckmarkIcon aria-hidden="true" /> {signing}
        {who && `: ${who}`}
      </span>
      <span className="muted">
        {format.day(signedOn)}, {words.ways[way].toLowerCase()}
      </span>
      <span className="plan-signature-acts unprinted">
        {permitted.includes('correctSignature') && (
          <button
            type="button"
            className="icon-button"
            title={words.correctSignature}
            aria-label={`${words.correctSignature}: ${signing}`}
            onClick={() => setCorrecting(true)}
          >
            <PencilIcon aria-hidden="true" />
          </button>
        )}
        {permitted.includes('takeBackSignature') && (
          <TakeBack
            named={[signing, signedBy, format.day(signedOn)].filter(Boolean).join(', ')}
            follows={words.takeBackFollows}
            seen={signature.version}
            send={(why, seen) => takeBack.mutateAsync({ clientId, signatureId: signature.id, why, seen })}
          />
        )}
      </span>
      {correcting && (
        <CorrectSignature clientId={clientId} plan={plan} signature={signature} close={() => setCorrecting(false)} />
      )}
    </li>
  );
}

interface DetailValues {
  readonly signedOn: Day | null;
  readonly signedBy: string;
  readonly capacity: string;
  readonly way: SigningWay | '';
}

/** When, by whom and how a plan was signed, in whatever form it stands. */
function SigningDetails({
  fields,
  signer,
  madeOn,
}: {
  readonly fields: FieldsOf<DetailValues>;
  readonly signer: PlanSigner | '';
  readonly madeOn: Day;
}) {
  const words = useTexts(planTexts);
  const today = useToday();
  const client = signer === 'client';
  return (
    <>
      <TextField {...fields.signedBy} label={words.signedBy} />
      <TextField {...fields.capacity} label={client ? words.representing : words.capacity} optional={client} />
      <DayField {...fields.signedOn} label={words.signedOn} today={today} min={madeOn} max={today} />
      <RadioField
        {...fields.way}
        label={words.way}
        options={signingWays.map((value) => ({ value, label: words.ways[value] }))}
      />
    </>
  );
}

/** What is missing is told by the server, at its field. */
const detailsOf = ({ signedOn, signedBy, capacity, way }: DetailValues) => ({
  signedOn: signedOn as Day,
  signedBy,
  capacity: capacity.trim() || null,
  way: way as SigningWay,
});

interface SignProps extends Pick<SignaturesProps, 'clientId' | 'clientName' | 'plan'> {
  readonly close: () => void;
}

function SignPlan({ clientId, clientName, plan, close }: SignProps) {
  const words = useTexts(planTexts);
  const toast = useToast();
  const today = useToday();
  const sign = useDo('signPlan');
  const [first] = plan.unsigned;
  const form = useForm({
    initial: {
      signer: (first ?? '') as PlanSigner | '',
      signedOn: today as Day | null,
      signedBy: first === 'client' ? clientName : '',
      capacity: '',
      way: 'in-person' as SigningWay | '',
    },
    send: (values) =>
      sign.mutateAsync({ clientId, planId: plan.id, signer: values.signer as PlanSigner, ...detailsOf(values) }),
    done: ({ unsigned }) => {
      toast(unsigned.length > 0 ? { done: words.signatureDone } : { done: words.signatureDone, next: words.allSigned });
      close();
    },
  });
  // The client's own name is known; an official's is not theirs.
  const choose = (signer: PlanSigner | '') => {
    const own = form.values.signedBy === clientName || form.values.signedBy === '';
    form.set('signer', signer);
    if (own) form.set('signedBy', signer === 'client' ? clientName : '');
  };
  return (
    <Dialog title={words.sign} close={close}>
      <Form form={form} submit={words.sign} cancel={close}>
        <RadioField
          {...form.field('signer')}
          change={choose}
          label={words.signer}
          options={plan.unsigned.map((value) => ({ value, label: words.signers[signingParty(value, plan.madeOn)] }))}
        />
        <SigningDetails fields={form.fields} signer={form.values.signer} madeOn={plan.madeOn} />
      </Form>
    </Dialog>
  );
}

interface CorrectProps extends Pick<SignaturesProps, 'clientId' | 'plan'> {
  readonly signature: PlanSignature;
  readonly close: () => void;
}

function CorrectSignature({ clientId, plan, signature, close }: CorrectProps) {
  const words = useTexts(planTexts);
  const toast = useToast();
  const correct = useDo('correctSignature');
  const { way } = signature;
  const form = useForm({
    initial: {
      signedOn: signature.signedOn as Day | null,
      signedBy: signature.signedBy ?? '',
      capacity: signature.capacity ?? '',
      way: (way === 'earlier' ? '' : way) as SigningWay | '',
      why: '',
    },
    seen: signature.version,
    send: ({ why, ...details }, seen) =>
      correct.mutateAsync({ clientId, signatureId: signature.id, ...detailsOf(details), why, seen }),
    done: () => {
      toast({ done: words.corrected });
      close();
    },
  });
  return (
    <Dialog title={words.correctSignature} close={close}>
      <p>
        <strong>{words.signers[signingParty(signature.signer, plan.madeOn)]}</strong>
      </p>
      <Form form={form} submit={words.correctSignature} cancel={close}>
        <SigningDetails fields={form.fields} signer={signature.signer} madeOn={plan.madeOn} />
        <TextArea {...form.field('why')} label={words.why} rows={2} />
      </Form>
    </Dialog>
  );
}

/** Signatures by their place in a form that records them along with the plan, of the same day. */
export interface SigningValues {
  readonly [at: `signatures.${number}.${'signedBy' | 'capacity'}`]: string;
  readonly signingWay: SigningWay | '';
}

/** The signatures of a form that makes a plan and decides by it at once. */
export function SignatureFields({
  form,
  signers,
  on,
}: {
  readonly form: Pick<FormOf<SigningValues>, 'field'>;
  readonly signers: readonly PlanSigner[];
  /** The day of the plan. */
  readonly on: Day;
}) {
  const words = useTexts(planTexts);
  return (
    <>
      <p className="muted">{words.signedAtOnce}</p>
      {signers.map((signer, at) => (
        <fieldset key={signer} className="plan-signer">
          <legend>{words.signers[signingParty(signer, on)]}</legend>
          <FieldRow>
            <TextField {...written(form, `signatures.${at}.signedBy`)} label={words.signedBy} />
            <TextField
              {...written(form, `signatures.${at}.capacity`)}
              label={signer === 'client' ? words.representing : words.capacity}
              optional={signer === 'client'}
            />
          </FieldRow>
        </fieldset>
      ))}
      <SelectField
        {...form.field('signingWay')}
        label={words.way}
        options={signingWays.map((value) => ({ value, label: words.ways[value] }))}
      />
    </>
  );
}

function written(form: Pick<FormOf<SigningValues>, 'field'>, at: `signatures.${number}.${'signedBy' | 'capacity'}`) {
  const field = form.field(at);
  return { ...field, value: field.value ?? '' };
}

/** The signatures of a form as they are sent: all of the day. */
export function signingsOf(values: SigningValues, signers: readonly PlanSigner[], on: Day) {
  return signers.map((signer, at) => ({
    signer,
    signedOn: on,
    signedBy: values[`signatures.${at}.signedBy`] ?? '',
    capacity: values[`signatures.${at}.capacity`]?.trim() || null,
    way: values.signingWay as SigningWay,
  }));
}
