import { FilePdfIcon, PencilIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { addDays, type Day } from '../../../kernel/day.ts';
import { contains } from '../../../kernel/range.ts';
import type { OutputOf } from '../../../server/act.ts';
import { apiOf } from '../../../web/api.ts';
import { type FieldsOf, Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { RadioField, TextArea } from '../../../web/kit/fields.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { TakeBack } from '../../../web/take-back.tsx';
import type * as acts from '../acts.ts';
import { signingParty } from '../rules.ts';
import { planTexts } from '../texts.ts';
import { type Interrupting, interruptionDeciders, interruptionGrounds } from '../words.ts';

const { addressOf, useDo } = apiOf<typeof acts>();

type Told = OutputOf<typeof acts.plansOf>;
type InterruptedPlan = Pick<Told['plans'][number], 'id' | 'during' | 'interruptions'>;

interface InterruptionsProps {
  readonly clientId: string;
  readonly plan: InterruptedPlan;
  readonly permitted: Told['permitted'];
}

/** The days on which a plan rests, the latest first, each with what can be done about it. */
export function Interruptions({ clientId, plan, permitted }: InterruptionsProps) {
  const words = useTexts(planTexts);
  if (plan.interruptions.length === 0) return null;
  return (
    <section className="plan-signatures">
      <h4>{words.interruptions}</h4>
      <ul>
        {plan.interruptions.map((one) => (
          <Entry key={one.id} clientId={clientId} plan={plan} interruption={one} permitted={permitted} />
        ))}
      </ul>
    </section>
  );
}

interface EntryProps extends InterruptionsProps {
  readonly interruption: InterruptedPlan['interruptions'][number];
}

function Entry({ clientId, plan, interruption, permitted }: EntryProps) {
  const words = useTexts(planTexts);
  const format = useFormat();
  const takeBack = useDo('takeBackInterruption');
  const [open, setOpen] = useState<'correct' | 'resume' | null>(null);
  const { id, from, to, ground, groundOn, decidedOn, decidedBy, agreed, version } = interruption;
  const days = format.range({ from, to });
  const close = () => setOpen(null);
  return (
    <li>
      <span>
        {days} · {words.grounds[ground]} {format.day(groundOn)}
      </span>
      <span className="muted">
        {words.decidedOn} {format.day(decidedOn)}, {words.signers[signingParty(decidedBy, decidedOn)].toLowerCase()}
        {agreed && `. ${words.agreedOnResuming}: ${agreed}`}
      </span>
      <span className="plan-signature-acts unprinted">
        {to === null && permitted.includes('resumePlan') && (
          <Button size="small" variant="secondary" type="button" onClick={() => setOpen('resume')}>
            {words.resume}
          </Button>
        )}
        {permitted.includes('interruptionPaper') && (
          <a
            className="icon-button"
            href={addressOf('interruptionPaper', { clientId, interruptionId: id })}
            target="_blank"
            rel="noreferrer"
            title={words.printInterruption}
            aria-label={`${words.printInterruption}: ${days}`}
          >
            <FilePdfIcon aria-hidden="true" />
          </a>
        )}
        {permitted.includes('correctInterruption') && (
          <button
            type="button"
            className="icon-button"
            title={words.correctInterruption}
            aria-label={`${words.correctInterruption}: ${days}`}
            onClick={() => setOpen('correct')}
          >
            <PencilIcon aria-hidden="true" />
          </button>
        )}
        {permitted.includes('takeBackInterruption') && (
          <TakeBack
            named={`${words.interruptionOf} ${days}`}
            follows={words.takeBackInterruption}
            seen={version}
            send={(why, seen) => takeBack.mutateAsync({ clientId, interruptionId: id, why, seen })}
          />
        )}
      </span>
      {open === 'resume' && <Resume clientId={clientId} interruption={interruption} close={close} />}
      {open === 'correct' && <Correct clientId={clientId} plan={plan} interruption={interruption} close={close} />}
    </li>
  );
}

interface Values {
  readonly ground: Interrupting['ground'] | '';
  readonly groundOn: Day | null;
  readonly heardOn: Day | null;
  readonly decidedOn: Day | null;
  readonly decidedBy: Interrupting['decidedBy'] | '';
  readonly from: Day | null;
  readonly reason: string;
}

/** What is missing is told by the server, at its field. */
const detailsOf = (values: Values) => values as Interrupting;

/** What began and when, how it was decided, and from which day the plan rests, in whatever form it stands. */
function InterruptionFields({ fields, plan }: { readonly fields: FieldsOf<Values>; readonly plan: InterruptedPlan }) {
  const words = useTexts(planTexts);
  const today = useToday();
  const { from, to } = plan.during;
  return (
    <>
      <RadioField
        {...fields.ground}
        label={words.ground}
        options={interruptionGrounds.map((value) => ({ value, label: words.grounds[value] }))}
      />
      <DayField {...fields.groundOn} label={words.groundOn} today={today} max={today} />
      <DayField {...fields.heardOn} label={words.heardOn} today={today} max={today} />
      <DayField {...fields.decidedOn} label={words.decidedOn} today={today} max={today} />
      <RadioField
        {...fields.decidedBy}
        label={words.decidedBy}
        options={interruptionDeciders.map((value) => ({ value, label: words.signers[signingParty(value, today)] }))}
      />
      <DayField
        {...fields.from}
        label={words.interruptedFrom}
        today={today}
        min={from}
        {...(to === null ? {} : { max: addDays(to, -1) })}
      />
      <TextArea {...fields.reason} label={words.interruptionReason} rows={3} />
    </>
  );
}

interface InterruptProps {
  readonly clientId: string;
  readonly plan: InterruptedPlan;
  readonly close: () => void;
}

/** Records that a plan is held to be interrupted. */
export function InterruptPlan({ clientId, plan, close }: InterruptProps) {
  const words = useTexts(planTexts);
  const toast = useToast();
  const today = useToday();
  const interrupt = useDo('interruptPlan');
  const initial: Values = {
    ground: '',
    groundOn: null,
    heardOn: null,
    decidedOn: today,
    decidedBy: 'organiser',
    from: today,
    reason: '',
  };
  const form = useForm({
    initial,
    send: (values) => interrupt.mutateAsync({ clientId, planId: plan.id, ...detailsOf(values) }),
    done: () => {
      toast({ done: words.interruptDone });
      close();
    },
  });
  return (
    <Dialog title={words.interrupt} close={close}>
      <p className="muted">{words.interruptHelp}</p>
      <Form form={form} submit={words.interrupt} cancel={close}>
        <InterruptionFields fields={form.fields} plan={plan} />
      </Form>
    </Dialog>
  );
}

interface InterruptionProps {
  readonly clientId: string;
  readonly interruption: InterruptedPlan['interruptions'][number];
  readonly close: () => void;
}

function Resume({ clientId, interruption, close }: InterruptionProps) {
  const words = useTexts(planTexts);
  const toast = useToast();
  const today = useToday();
  const resume = useDo('resumePlan');
  const earliest = addDays(interruption.from, 1);
  const form = useForm({
    // One that begins later goes on later still.
    initial: { on: (contains({ from: earliest, to: null }, today) ? today : earliest) as Day | null, agreed: '' },
    seen: interruption.version,
    send: ({ on, agreed }, seen) =>
      resume.mutateAsync({ clientId, interruptionId: interruption.id, on: on as Day, agreed, seen }),
    done: () => {
      toast({ done: words.resumeDone });
      close();
    },
  });
  return (
    <Dialog title={words.resume} close={close}>
      <Form form={form} submit={words.resume} cancel={close}>
        <DayField {...form.field('on')} label={words.resumedOn} today={today} min={earliest} />
        <TextArea {...form.field('agreed')} label={words.agreedOnResuming} description={words.agreedHelp} rows={3} />
      </Form>
    </Dialog>
  );
}

function Correct({ clientId, plan, interruption, close }: InterruptionProps & { readonly plan: InterruptedPlan }) {
  const words = useTexts(planTexts);
  const toast = useToast();
  const today = useToday();
  const correct = useDo('correctInterruption');
  const { id, version, agreed, to, ...details } = interruption;
  const form = useForm({
    initial: { ...(details as Values), to: to as Day | null, agreed: agreed ?? '', why: '' },
    seen: version,
    send: ({ why, to: on, agreed: text, ...values }, seen) =>
      correct.mutateAsync({
        ...{ clientId, interruptionId: id, ...detailsOf(values), to: on, agreed: text.trim() || null, why, seen },
      }),
    done: () => {
      toast({ done: words.corrected });
      close();
    },
  });
  return (
    <Dialog title={words.correctInterruption} close={close}>
      <Form form={form} submit={words.correctInterruption} cancel={close}>
        <InterruptionFields fields={form.fields} plan={plan} />
        <DayField
          {...form.field('to')}
          label={words.resumedOn}
          today={today}
          optional
          {...(form.values.from === null ? {} : { min: addDays(form.values.from, 1) })}
        />
        <TextArea {...form.field('agreed')} label={words.agreedOnResuming} rows={2} optional />
        <TextArea {...form.field('why')} label={words.why} rows={2} />
      </Form>
    </Dialog>
  );
}
