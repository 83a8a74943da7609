import { EyeIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { type ComponentType, type ReactNode, useState } from 'react';
import { addDays, type Day, daysBetween } from '../../../kernel/day.ts';
import type { Cents } from '../../../kernel/money.ts';
import type { Range } from '../../../kernel/range.ts';
import type { Service } from '../../../kernel/service.ts';
import type { OutputOf } from '../../../server/act.ts';
import { apiOf } from '../../../web/api.ts';
import { FieldRow, type FieldsOf, Form, type FormOf, type Instead, useForm } from '../../../web/form.tsx';
import { Card } from '../../../web/kit/card.tsx';
import { DayField, type RangeDraft, RangeField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { Empty } from '../../../web/kit/empty.tsx';
import { CheckField, ChecksField, RadioField, SelectField, TextArea } from '../../../web/kit/fields.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useLanguage, useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { Stack } from '../../../web/kit/page.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type { HeardState } from '../../hearing/words.ts';
import { ownReasons, readyReasons } from '../../phrase/rules.ts';
import { builtInNames, builtInReasons, easyReasons, type OwnPhrase } from '../../phrase/words.ts';
import { interruptionOn } from '../../plan/rules.ts';
import type { PlanSigner } from '../../plan/words.ts';
import type * as acts from '../acts.ts';
import {
  explanationsDue,
  grantedAlready,
  grantsLessAnew,
  isAgainst,
  kindOf,
  outsideOf,
  takesDaysAway,
  termOf,
} from '../rules.ts';
import { decisionTexts, unsignedText } from '../texts.ts';
import {
  type DecisionKind,
  decisionKinds,
  type Granted,
  type LetterPreview,
  type Outcome,
  type Proposal,
  type terms,
} from '../words.ts';
import { EasyReasonsField, HeardFields, type UnheardValues, unheardOf } from './against.tsx';
import { ExplanationFields, type ExplanationValues, explanationsOf, explanationValues } from './explanations.tsx';
import { LetterSheet } from './letter-sheet.tsx';

const { useAsk, useDo } = apiOf<typeof acts>();

type Cites = readonly { readonly id: string; readonly cite: string }[];

interface Frame {
  readonly language: 'fi' | 'sv';
  readonly phrases: readonly OwnPhrase[];
  readonly receivedOn: Day;
  readonly dueOn: Day;
  readonly term: (typeof terms)[number];
  readonly provisions: Cites;
  readonly alternatives: Cites;
  readonly grounds: Cites;
  readonly plans: readonly {
    readonly id: string;
    readonly kind: 'activation' | 'multisectoral' | 'service';
    readonly madeOn: Day;
    readonly during: Range;
    readonly unsigned: readonly PlanSigner[];
    readonly interrupted: readonly Range[];
  }[];
  readonly offerings: readonly {
    readonly id: string;
    readonly mode: 'own' | 'purchased' | 'voucher' | 'grant';
    readonly provider: string | null;
  }[];
  readonly places: readonly string[];
  readonly heard: HeardState;
  readonly easyLanguage: boolean;
  readonly service: Service;
  readonly person: Parameters<typeof outsideOf>[2];
  readonly granted: readonly Granted[];
  readonly annulled: Range | null;
  readonly others: OutputOf<typeof acts.decisionFrame>['others'];
  readonly mayDecide: boolean;
  readonly deciders: readonly { readonly id: string; readonly name: string; readonly onlyBy: string | null }[];
  readonly proposal: Proposal | null;
}

/** What is told of services that end with the decision; the room that ends them has the fields. */
export interface EndingValues {
  readonly 'services.0.reason': string;
  readonly 'services.0.destination': string;
}

export interface UnderService {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly places: readonly string[];
}

type Input = ReturnType<typeof inputOf>;
type Answered = { decisionId: string } | OutputOf<typeof acts.presentDecision>;
type WithOthers = Input & { readonly also: { readonly referralId: string; readonly seen: string }[] };

/** What stands on decisions, and how it ends with one: from the rooms below. */
export interface DecisionEnding {
  /** Services that go on by a decision on a service beyond the day. */
  readonly under: (decided: Service, from: Day) => readonly UnderService[];
  readonly Fields: ComponentType<{
    readonly fields: FieldsOf<EndingValues>;
    readonly services: readonly UnderService[];
    readonly as: 'ends' | 'shortens' | 'prepared';
  }>;
  readonly useAlong: <V, Out>(
    send: (values: V, along: Along, seen: string | null) => Promise<Out>,
  ) => readonly Instead<V, Out>[];
  readonly decide: (
    input: WithOthers,
    services: readonly UnderService[],
    end: EndingValues,
    along: Along,
  ) => Promise<{ decisionId: string }>;
}

interface Along {
  readonly takeMarksBack?: boolean;
  readonly keepContacts?: boolean;
}

interface Values extends ExplanationValues, EndingValues, UnheardValues {
  readonly outcome: DecisionKind | '';
  readonly changesId: string;
  readonly lastDay: Day | null;
  readonly decidedOn: Day | null;
  readonly planId: string;
  readonly during: RangeDraft;
  readonly reasons: string;
  readonly easyReasons: string;
  readonly provisions: readonly string[];
  readonly offeringId: string;
  readonly place: string;
  readonly meal: boolean;
  readonly deciderId: string;
  readonly inPart: boolean;
  /** Which other matters are decided with it. */
  readonly also: readonly string[];
  /** It is only kept, to be decided with another. */
  readonly keep: boolean;
}

interface DecisionFormProps {
  readonly clientId: string;
  readonly referralId: string;
  /** What the organiser charges for a meal where the service is given; null where none is. */
  readonly mealCharge: Cents | null;
  readonly ending: DecisionEnding;
  /** The way to the client's plans, where signatures are recorded. */
  readonly toPlans: ReactNode;
  /** The way to preparing the decision of another matter. */
  readonly toPrepare: (referralId: string, label: string) => ReactNode;
  readonly nameOf: (service: Service) => string;
  readonly done: (decisionId: string, kind: DecisionKind) => void;
  /** It was sent to somebody who may decide, or back to who presented it. */
  readonly sent: () => void;
  readonly cancel: () => void;
}

/** Decides a pending matter: what the law of its pending day offers, and the letter before it is sent. */
export function DecisionForm(props: DecisionFormProps) {
  const { clientId, referralId } = props;
  const words = useTexts(decisionTexts);
  const frame = useAsk('decisionFrame', { clientId, referralId });
  return (
    <Answer of={frame}>
      {(answer) => (answer.decidedOn ? <Empty title={words.alreadyDecided} /> : <Decide {...props} frame={answer} />)}
    </Answer>
  );
}

type Of = Pick<DecisionFormProps, 'clientId' | 'referralId' | 'mealCharge'>;

const grantingOf = ({ outcome }: Pick<Values, 'outcome'>): boolean => outcome === 'grant' || outcome === 'change';

/** The decision that is changed or ended: the only one there is, or the chosen one. */
function changedOf({ granted }: Pick<Frame, 'granted'>, { outcome, changesId }: Values): string | null {
  if (outcome !== 'change' && outcome !== 'end') return null;
  const open = granted.filter(({ changedBy }) => changedBy === null);
  return changesId || (open.length === 1 ? (open[0]?.id ?? null) : null);
}

/** What the form as it stands decides, and what follows from it: what it must explain, and whether it is against the client. */
function dueIn(frame: Frame, values: Values, today: Day) {
  const { outcome, inPart, decidedOn, during, provisions, planId } = values;
  const grants = grantingOf(values);
  const decided = {
    outcome: outcome === 'change' ? ('grant' as const) : outcome || ('deny' as const),
    changesId: changedOf(frame, values),
    inPart: grants && inPart,
    decidedOn: decidedOn ?? today,
    during: grants && during.from !== null ? { from: during.from, to: during.to } : null,
    lastDay: outcome === 'end' ? values.lastDay : null,
    provisions: [...provisions],
  };
  const outside = outsideOf(decided, frame.service, frame.person);
  const plan = frame.plans.find(({ id }) => id === planId) ?? null;
  const { granted } = frame;
  const takesAway = takesDaysAway(decided, granted);
  const lessAnew = grantsLessAnew(decided, frame.annulled);
  return {
    takesAway,
    lessAnew,
    against: outcome !== '' && isAgainst(decided, takesAway || lessAnew),
    outside,
    due: outcome === '' ? [] : explanationsDue(decided, frame, { plan, outside, granted, today }),
    already: granted.find((one) => one === grantedAlready(decided, frame.service, granted, today)),
  };
}

/** What goes on by the decision that is changed or ended beyond the days that are left. */
function underOf(frame: Frame, values: Values, ending: DecisionEnding): readonly UnderService[] {
  const changed = frame.granted.find(({ id }) => id === changedOf(frame, values));
  if (!changed) return [];
  const until = values.outcome === 'end' ? values.lastDay && addDays(values.lastDay, 1) : values.during.to;
  return until === null ? [] : ending.under(changed.service, until);
}

function inputOf(
  { clientId, referralId, mealCharge, frame, today }: Of & { readonly frame: Frame; readonly today: Day },
  values: Values,
) {
  const { outcome, planId, decidedOn, during, reasons, provisions } = values;
  const granting = grantingOf(values);
  const grants = granting && during.from !== null;
  const unseen = granting ? frame.grounds : frame.alternatives;
  const { due, against } = dueIn(frame, values, today);
  // What is missing is told by the server, at its field.
  return {
    clientId,
    referralId,
    planId: planId || null,
    outcome: (outcome === 'change' ? 'grant' : outcome) as Outcome,
    changesId: changedOf(frame, values),
    lastDay: outcome === 'end' ? values.lastDay : null,
    inPart: granting && values.inPart,
    decidedOn: decidedOn as Day,
    during: grants ? (during as { from: Day; to: Day | null }) : null,
    reasons,
    explanations: explanationsOf(values, due),
    easyReasons: (frame.easyLanguage && values.easyReasons.trim()) || null,
    unheard: unheardOf(values, against, frame.heard),
    // What the form no longer shows is not cited.
    provisions: provisions.filter((id) => !unseen.some((one) => one.id === id)),
    offeringId: (granting && values.offeringId) || null,
    place: (granting && values.place.trim()) || null,
    mealCharge: granting && values.meal ? mealCharge : null,
  };
}

const nothingEnds: EndingValues = { 'services.0.reason': '', 'services.0.destination': '' };

/** What stands in the form at first: what was presented, else what the plan and the law suggest. */
function initialOf({ frame, mealCharge }: { frame: Frame } & Pick<Of, 'mealCharge'>, today: Day): Values {
  const plan = frame.plans[0];
  const proposed = frame.proposal?.proposed;
  const deciderId = frame.proposal?.deciderId ?? (frame.deciders.length === 1 ? (frame.deciders[0]?.id ?? '') : '');
  if (proposed)
    return {
      ...explanationValues(proposed.explanations),
      ...nothingEnds,
      ...proposed,
      outcome: kindOf(proposed),
      changesId: proposed.changesId ?? '',
      lastDay: proposed.lastDay ?? today,
      decidedOn: today,
      planId: proposed.planId ?? '',
      during: proposed.during ?? { from: today, to: null },
      offeringId: proposed.offeringId ?? '',
      place: proposed.place ?? '',
      meal: proposed.mealCharge !== null,
      easyReasons: proposed.easyReasons ?? '',
      unheard: proposed.unheard?.ground ?? '',
      unheardBecause: proposed.unheard?.because ?? '',
      deciderId,
      also: [],
      keep: false,
    };
  return {
    ...explanationValues(),
    ...nothingEnds,
    // Whether to grant is never chosen beforehand.
    outcome: '',
    changesId: '',
    lastDay: today,
    inPart: false,
    decidedOn: today,
    planId: plan?.id ?? '',
    // A grant rests on the plan's days, unless other days are decided.
    during: plan && plan.during.from >= today ? plan.during : { from: today, to: plan?.during.to ?? null },
    reasons: '',
    easyReasons: '',
    unheard: '',
    unheardBecause: '',
    provisions: frame.provisions.map(({ id }) => id),
    offeringId: frame.offerings.length === 1 ? (frame.offerings[0]?.id ?? '') : '',
    place: '',
    meal: mealCharge !== null,
    deciderId,
    also: [],
    keep: false,
  };
}

/** The chosen other matters, each with what was seen to be prepared of it. */
function alsoOf({ others }: Pick<Frame, 'others'>, { also }: Pick<Values, 'also'>): WithOthers['also'] {
  return others.flatMap(({ referralId, prepared }) =>
    prepared !== null && also.includes(referralId) ? [{ referralId, seen: prepared.version }] : [],
  );
}

function Decide({
  frame,
  done,
  sent,
  cancel,
  ending,
  toPlans,
  toPrepare,
  nameOf,
  ...of
}: DecisionFormProps & { readonly frame: Frame }) {
  const words = useTexts(decisionTexts);
  const toast = useToast();
  const today = useToday();
  const decide = useDo('decide');
  const present = useDo('presentDecision');
  const prepare = useDo('prepareDecision');
  const send = (values: Values, along: Along, seen: string | null): Promise<Answered> => {
    const { decidedOn, ...proposed } = inputOf({ ...of, frame, today }, values);
    if (!frame.mayDecide) return present.mutateAsync({ ...proposed, deciderId: values.deciderId, seen });
    if (values.keep) return prepare.mutateAsync({ ...proposed, seen });
    const under = underOf(frame, values, ending);
    const input = { ...proposed, decidedOn, also: alsoOf(frame, values) };
    return under.length > 0 ? ending.decide(input, under, values, along) : decide.mutateAsync(input);
  };
  const form = useForm<Values, Answered>({
    draft: { name: 'decision' },
    initial: initialOf({ frame, mealCharge: of.mealCharge }, today),
    seen: frame.proposal?.version,
    send: (values, seen) => send(values, {}, seen),
    instead: ending.useAlong(send),
    done: (answer, { outcome, deciderId, keep }) => {
      if ('decisionId' in answer) {
        toast({ done: words.decided, next: words.waitsService });
        done(answer.decisionId, outcome || 'grant');
        return;
      }
      if (keep) toast({ done: words.keptPrepared, next: words.keptPreparedNext });
      else toast({ done: words.sent(frame.deciders.find(({ id }) => id === deciderId)?.name ?? '') });
      sent();
    },
  });
  const { mayDecide } = frame;
  return (
    <>
      <Standing frame={frame} clientId={of.clientId} referralId={of.referralId} sent={sent} />
      <Form
        form={form}
        submit={!mayDecide ? words.send : form.values.keep ? words.keepPrepared : words.decide}
        cancel={cancel}
      >
        <Stack>
          {!mayDecide && (
            <Card>
              <p>{frame.deciders.length > 0 ? words.deciderHelp : words.noDecider}</p>
              <SelectField
                {...form.field('deciderId')}
                label={words.decider}
                options={frame.deciders.map(({ id, name, onlyBy }) => ({
                  value: id,
                  label: onlyBy ? `${name} (${onlyBy})` : name,
                }))}
              />
            </Card>
          )}
          <Fields form={form} frame={frame} mealCharge={of.mealCharge} ending={ending} toPlans={toPlans} />
          <Reasons form={form} frame={frame} />
          {mayDecide && frame.others.length > 0 && (
            <Others form={form} frame={frame} toPrepare={toPrepare} nameOf={nameOf} />
          )}
          <Preview
            input={{
              ...inputOf({ ...of, frame, today }, form.values),
              also: mayDecide && !form.values.keep ? alsoOf(frame, form.values) : [],
              deciderId: mayDecide ? null : form.values.deciderId || null,
            }}
          />
        </Stack>
      </Form>
    </>
  );
}

interface StandingProps {
  readonly frame: Frame;
  readonly clientId: string;
  readonly referralId: string;
  readonly sent: () => void;
}

/** Where a presented matter stands: who presented it, for whom it waits, or why it was sent back. */
function Standing({ frame: { proposal, mayDecide }, clientId, referralId, sent }: StandingProps) {
  const words = useTexts(decisionTexts);
  const format = useFormat();
  const [returning, setReturning] = useState(false);
  if (!proposal) return null;
  const { returnedOn, returnedBecause } = proposal;
  const isOwn = proposal.presentedById === proposal.deciderId;
  return (
    <Card>
      <p>{(isOwn ? words.ownPrepared : words.presented)(proposal.presentedBy, format.day(proposal.presentedOn))}</p>
      {returnedOn ? (
        <p>
          {words.returned(format.day(returnedOn))}: {returnedBecause}
        </p>
      ) : (
        !isOwn && <p>{words.waitsFor(proposal.decider)}</p>
      )}
      {proposal.correctedSince.map(({ what, on }) => (
        <p key={what}>
          <Tag tone="warning">{words.afterPresenting[what](format.day(on))}</Tag>
        </p>
      ))}
      {mayDecide && returnedOn === null && !isOwn && (
        <div>
          <Button size="small" type="button" variant="secondary" onClick={() => setReturning(true)}>
            {words.giveBack}
          </Button>
        </div>
      )}
      {returning && (
        <GiveBack
          clientId={clientId}
          referralId={referralId}
          version={proposal.version}
          done={sent}
          close={() => setReturning(false)}
        />
      )}
    </Card>
  );
}

interface GiveBackProps {
  readonly clientId: string;
  readonly referralId: string;
  /** Of the proposal that is sent back. */
  readonly version: string;
  readonly done: () => void;
  readonly close: () => void;
}

function GiveBack({ clientId, referralId, version, done, close }: GiveBackProps) {
  const words = useTexts(decisionTexts);
  const toast = useToast();
  const giveBack = useDo('returnProposal');
  const form = useForm({
    initial: { because: '' },
    seen: version,
    send: ({ because }, seen) => giveBack.mutateAsync({ clientId, referralId, because, seen }),
    done: () => {
      toast({ done: words.givenBack });
      done();
    },
  });
  return (
    <Dialog title={words.giveBack} close={close}>
      <Form form={form} submit={words.giveBack} cancel={close}>
        <TextArea {...form.field('because')} label={words.because} rows={4} maxLength={4000} />
      </Form>
    </Dialog>
  );
}

interface FieldsProps {
  readonly form: FormOf<Values>;
  readonly frame: Frame;
  readonly mealCharge: Cents | null;
  readonly ending: DecisionEnding;
  readonly toPlans: ReactNode;
}

function Fields({ form, frame, mealCharge, ending, toPlans }: FieldsProps) {
  const words = useTexts(decisionTexts);
  const format = useFormat();
  const today = useToday();
  const { due, outside, already, takesAway, lessAnew } = dueIn(frame, form.values, today);
  const term = termOf({ provisions: [...form.values.provisions] }, frame);
  const under = underOf(frame, form.values, ending);
  const changeable = frame.granted.filter(({ changedBy }) => changedBy === null);
  const plans = frame.plans.map(({ id, kind, madeOn, unsigned, interrupted }) => {
    const name = words.planOf(words.planKinds[kind], format.day(madeOn));
    const rests = interruptionOn(interrupted, today) !== null;
    return { value: id, label: unsigned.length > 0 ? words.draftOf(name) : rests ? words.restingOf(name) : name };
  });
  const { language } = useLanguage();
  const cited = frame.plans.find(({ id }) => id === form.values.planId);
  const unsigned = cited?.unsigned ?? [];
  return (
    <Card>
      <RadioField
        {...form.field('outcome')}
        label={words.outcome}
        options={decisionKinds.flatMap((value) =>
          // Where nothing is granted there is nothing to change or end.
          (value === 'change' || value === 'end') && changeable.length === 0
            ? []
            : [{ value, label: words.outcomes[value] }],
        )}
      />
      {(form.values.outcome === 'change' || form.values.outcome === 'end') && (
        <SelectField
          {...form.field('changesId')}
          value={changedOf(frame, form.values) ?? ''}
          label={form.values.outcome === 'end' ? words.ends : words.changes}
          {...(form.values.outcome === 'end' ? {} : { description: words.changesHelp })}
          options={changeable.map(({ id, number, serviceName, holds }) => ({
            value: id,
            label: words.changeable(number, serviceName, format.range(holds)),
          }))}
        />
      )}
      {grantingOf(form.values) && (
        <>
          <CheckField {...form.field('inPart')} label={words.inPart} />
          <RangeField
            {...form.field('during')}
            label={words.during}
            open={frame.term !== 'for-a-period'}
            today={today}
          />
          {term !== 'either' && <p className="muted">{words.terms[term]}</p>}
          <FieldRow>
            <SelectField
              {...form.field('offeringId')}
              label={words.providedBy}
              options={frame.offerings.map(({ id, mode, provider }) => ({
                value: id,
                label: [provider, words.provisionModes[mode]].filter(Boolean).join(', '),
              }))}
              optional
            />
            <TextField
              {...form.field('place')}
              label={words.placeOf}
              description={words.placeHelp}
              suggestions={frame.places}
              optional
            />
          </FieldRow>
          {mealCharge !== null && (
            <CheckField {...form.field('meal')} label={words.mealCharge(format.euro(mealCharge))} />
          )}
        </>
      )}
      {form.values.outcome === 'end' && (
        <DayField {...form.field('lastDay')} label={words.lastDay} description={words.lastDayHelp} today={today} />
      )}
      {under.length > 0 && (
        <ending.Fields
          fields={form.fields}
          services={under}
          as={frame.mayDecide ? (form.values.outcome === 'end' ? 'ends' : 'shortens') : 'prepared'}
        />
      )}
      {takesAway && <p role="status">{words.takesDaysAway}</p>}
      {lessAnew && frame.annulled && <p role="status">{words.grantsLessAnew(format.range(frame.annulled))}</p>}
      {already?.holds && (
        <p role="status">{words.grantedAlready(already.number, already.serviceName, format.range(already.holds))}</p>
      )}
      <DayField
        {...form.field('decidedOn')}
        label={words.decidedOn}
        description={words.dueOn(format.day(frame.dueOn))}
        today={today}
        min={frame.receivedOn}
        max={today}
      />
      {frame.dueOn < today && (
        <p>
          <Tag tone="danger">{words.executionLate(daysBetween(frame.dueOn, today))}</Tag>
        </p>
      )}
      <SelectField {...form.field('planId')} label={words.plan} options={plans} none={words.noPlan} optional />
      {cited && unsigned.length > 0 && (
        <div role="status">
          <p>
            <Tag tone="warning">{unsignedText(unsigned, cited.madeOn, language)}</Tag>
          </p>
          <p>{words.planIsDraft}</p>
          {toPlans}
        </div>
      )}
      <ExplanationFields fields={form.fields} due={due} outside={outside.map(({ kind }) => words.outsideKinds[kind])} />
    </Card>
  );
}

const optionsOf = (cites: Cites) => cites.map(({ id, cite }) => ({ value: id, label: cite }));

/** Ready reasons by service and provision, the organiser's own first: one is put after what is written, and its provision is cited. */
function ReadyReasons({ form, frame, denies }: { form: FormOf<Values>; frame: Frame; denies: boolean }) {
  const words = useTexts(decisionTexts);
  const names = useTexts(builtInNames);
  const citable = [...frame.provisions, ...frame.alternatives, ...frame.grounds].map(({ id }) => id);
  const ready: readonly OwnPhrase[] = [
    ...ownReasons(frame.phrases, denies, citable),
    ...readyReasons(frame.service, denies, citable).map(({ phrase, provision }) => ({
      id: phrase,
      name: names[phrase],
      against: denies,
      provision,
      text: builtInReasons[frame.language][phrase],
      easy: easyReasons[frame.language][phrase],
    })),
  ];
  const after = (written: string, text: string) => [...(written.trim() ? [written.trimEnd()] : []), text];
  const take = (chosen: string) => {
    const match = ready.find(({ id }) => id === chosen);
    if (!match) return;
    form.set('reasons', after(form.values.reasons, match.text).join('\n\n'));
    if (frame.easyLanguage && match.easy)
      form.set('easyReasons', after(form.values.easyReasons, match.easy).join('\n'));
    if (match.provision !== null && !form.values.provisions.includes(match.provision))
      form.set('provisions', [...form.values.provisions, match.provision]);
  };
  return (
    <SelectField
      name="phrase"
      label={words.phrase}
      description={words.phraseHelp}
      value=""
      change={take}
      options={ready.map(({ id, name }) => ({ value: id, label: name }))}
      none={words.phraseNone}
      error={undefined}
      complain={() => undefined}
      optional
    />
  );
}

function Reasons({ form, frame }: { form: FormOf<Values>; frame: Frame }) {
  const words = useTexts(decisionTexts);
  const format = useFormat();
  const today = useToday();
  const denies = form.values.outcome !== '' && !grantingOf(form.values);
  return (
    <Card>
      <TextArea
        {...form.field('reasons')}
        label={words.reasons}
        description={words.reasonsHelp}
        rows={6}
        maxLength={4000}
      />
      {form.values.outcome !== '' && <ReadyReasons form={form} frame={frame} denies={denies} />}
      {frame.easyLanguage && <EasyReasonsField fields={form.fields} />}
      {dueIn(frame, form.values, today).against && <HeardFields fields={form.fields} heard={frame.heard} />}
      <ChecksField
        {...form.field('provisions')}
        label={words.provisions}
        description={words.provisionsHelp(format.day(frame.receivedOn))}
        options={optionsOf(frame.provisions)}
      />
      {denies && (
        <ChecksField
          {...form.field('provisions')}
          error={undefined}
          label={words.grounds}
          options={optionsOf(frame.grounds)}
        />
      )}
      {!denies && frame.alternatives.length > 0 && (
        <ChecksField
          {...form.field('provisions')}
          error={undefined}
          label={words.alternatives}
          options={optionsOf(frame.alternatives)}
        />
      )}
    </Card>
  );
}

interface OthersProps {
  readonly form: FormOf<Values>;
  readonly frame: Frame;
  readonly toPrepare: DecisionFormProps['toPrepare'];
  readonly nameOf: DecisionFormProps['nameOf'];
}

/** The client's other pending matters: those that are prepared are decided with this one, or this one with another. */
function Others({ form, frame, toPrepare, nameOf }: OthersProps) {
  const words = useTexts(decisionTexts);
  const format = useFormat();
  const { keep } = form.values;
  const ready = frame.others.flatMap(({ referralId, service, number, prepared }) => {
    if (prepared === null) return [];
    const { during, lastDay } = prepared;
    const what = [
      prepared.inPart ? words.inPartShort : words.outcomes[kindOf(prepared)],
      during && format.range(during),
      lastDay && `${words.lastDay} ${format.day(lastDay)}`,
    ];
    const label = words.alsoOf(nameOf(service), number, what.filter(Boolean).join(', '));
    return [{ value: referralId, label }];
  });
  return (
    <Card>
      {!keep && ready.length > 0 && (
        <ChecksField {...form.field('also')} label={words.also} description={words.alsoHelp} options={ready} />
      )}
      {!keep &&
        frame.others.map(
          ({ referralId, service, number, prepared }) =>
            prepared === null && (
              <p key={referralId}>
                {words.alsoUnready(nameOf(service), number)} {toPrepare(referralId, words.prepareIt)}
              </p>
            ),
        )}
      <CheckField {...form.field('keep')} label={words.keepPrepared} />
      <p className="muted">{words.keepPreparedHelp}</p>
    </Card>
  );
}

type PreviewInput = WithOthers & { readonly deciderId: string | null };

function Preview({ input }: { input: PreviewInput }) {
  const words = useTexts(decisionTexts);
  const toast = useToast();
  const [visible, setShown] = useState<LetterPreview | null>(null);
  // Nothing changes by looking, so nothing need be asked again.
  const preview = useDo('previewDecision', { changes: [] });
  const look = async () => {
    try {
      setShown(await preview.mutateAsync(input));
    } catch (failure) {
      toast.failed(failure);
    }
  };
  return (
    <div>
      <Button
        size="small"
        type="button"
        variant="secondary"
        icon={<EyeIcon aria-hidden="true" />}
        loading={preview.isPending}
        onClick={() => void look()}
      >
        {words.preview}
      </Button>
      {visible && <LetterSheet letter={visible} close={() => setShown(null)} />}
    </div>
  );
}
