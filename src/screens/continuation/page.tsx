import { Button } from '@navikt/ds-react/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { continueDecided, nextPeriodFrame } from '../../casework/continuation/acts.ts';
import { shortensService } from '../../casework/continuation/rules.ts';
import { continuationTexts } from '../../casework/continuation/texts.ts';
import {
  EasyReasonsField,
  HeardFields,
  type UnheardValues,
  unheardOf,
} from '../../casework/decision/panels/against.tsx';
import {
  ExplanationFields,
  type ExplanationValues,
  explanationsOf,
  explanationValues,
} from '../../casework/decision/panels/explanations.tsx';
import { TakeUp } from '../../casework/decision/panels/take-up.tsx';
import {
  changedByPeriod,
  explanationsDue,
  grantsLessAnew,
  isAgainst,
  mealGroundLost,
  outsideOf,
  takesDaysAway,
} from '../../casework/decision/rules.ts';
import { decisionTexts } from '../../casework/decision/texts.ts';
import { organiserTexts } from '../../casework/organiser/texts.ts';
import { ParticipationOutlook } from '../../casework/participation/panels/participation-outlook.tsx';
import {
  goalsOf,
  itemsFor,
  PlanContents,
  PlanGoals,
  PlanItems,
  type PlanValues,
  useDerivedItems,
  wrongGoals,
} from '../../casework/plan/panels/plan-form.tsx';
import { SignatureFields, type SigningValues, signingsOf } from '../../casework/plan/panels/signatures.tsx';
import { checkedBy, signersOf, unsignedBy } from '../../casework/plan/rules.ts';
import { planTexts } from '../../casework/plan/texts.ts';
import type { PlanKind, Template } from '../../casework/plan/words.ts';
import { sourcesOn } from '../../casework/referral/rules.ts';
import { referralTexts } from '../../casework/referral/texts.ts';
import type { Source } from '../../casework/referral/words.ts';
import type { Day } from '../../kernel/day.ts';
import { covers, lastDay } from '../../kernel/range.ts';
import type { OutputOf } from '../../server/act.ts';
import { PageLink, useAddress, useGo, useParam } from '../../web/address.tsx';
import { FieldRow, Form, type FormOf, useForm } from '../../web/form.tsx';
import { useAskedFor } from '../../web/kit/asked-for.ts';
import { Card } from '../../web/kit/card.tsx';
import { DayField, RangeField } from '../../web/kit/date.tsx';
import { Empty } from '../../web/kit/empty.tsx';
import { CheckField, ChecksField, NumberField, RadioField, SelectField, TextArea } from '../../web/kit/fields.tsx';
import { useFormat } from '../../web/kit/format.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { Answer } from '../../web/kit/loading.tsx';
import { Page, Stack } from '../../web/kit/page.tsx';
import { useToast } from '../../web/kit/toast.tsx';
import { useToday } from '../../web/kit/today.tsx';
import { useAsk, useDo } from '../app/api.ts';
import { clientAt, pageAt } from '../app/pages.ts';
import { sessionQuery } from '../app/session.ts';

type Frame = OutputOf<typeof nextPeriodFrame>;
type Continued = OutputOf<typeof continueDecided>;

interface Values extends PlanValues, ExplanationValues, SigningValues, UnheardValues, GoingOn {
  readonly source: Source;
  readonly receivedOn: Day | null;
  readonly which: 'same' | 'new' | '';
  readonly inPart: boolean;
  readonly reasons: string;
  readonly easyReasons: string;
  readonly provisions: readonly string[];
  readonly deciderId: string;
}

interface GoingOn {
  readonly keepPlace: boolean;
  readonly meal: boolean;
  readonly outsideBecause: string;
}

/** A service goes on for a new period: plan, decision, relationship and place in one form. */
export function ContinuePage() {
  const words = useTexts(continuationTexts);
  const { services } = useTexts(organiserTexts);
  const clientId = useParam('clientId');
  const [relationshipId] = useAddress('relationship');
  const session = useQuery(sessionQuery);
  const client = useAsk('client', { clientId });
  const frame = useAsk(
    'nextPeriodFrame',
    { clientId, relationshipId: relationshipId ?? '' },
    { when: relationshipId !== undefined },
  );
  const known = client.data?.client;
  const name = known ? `${known.familyName} ${known.givenNames}`.trim() : '';
  const line = frame.data ? `${name} · ${services[frame.data.service]}` : name;
  return (
    <Page title={words.title} line={line} back={{ to: clientAt(clientId), label: name }}>
      {relationshipId === undefined ? (
        <Empty title={words.noRelationship} />
      ) : (
        <Answer of={frame}>
          {(answer) =>
            session.data &&
            known && (
              <Continue
                key={relationshipId}
                clientId={clientId}
                relationshipId={relationshipId}
                frame={answer}
                name={name}
              />
            )
          }
        </Answer>
      )}
    </Page>
  );
}

interface ContinueProps {
  readonly clientId: string;
  readonly relationshipId: string;
  readonly frame: Frame;
  /** The client's, who signs the plan. */
  readonly name: string;
}

/** What one is told when it goes on: until when, and what is left to do. */
function useContinued(clientId: string) {
  const words = useTexts(continuationTexts);
  const format = useFormat();
  const toast = useToast();
  const go = useGo();
  return ({ decisionId, during, responsible, limitBrokenOn }: Continued) => {
    const next = [
      limitBrokenOn && words.limit(format.day(limitBrokenOn)),
      during && !responsible && words.nobodyAnswers,
      decisionId && words.toServe,
    ].find(Boolean);
    toast({ done: during ? words.continued(format.range(during)) : words.sent, ...(next ? { next } : {}) });
    go(clientAt(clientId));
  };
}

function Continue(props: ContinueProps) {
  const { frame } = props;
  const words = useTexts(continuationTexts);
  const format = useFormat();
  const { footing } = frame;
  const day = footing.lastDay && format.day(footing.lastDay);
  const sentence =
    footing.state === 'without'
      ? words.without
      : day === null
        ? words.endless
        : footing.state === 'ended'
          ? words.ended(day)
          : words.ends(day);
  return (
    <>
      <p>{sentence}</p>
      {frame.service === 'rehabilitative-work' && <ParticipationOutlook clientId={props.clientId} />}
      {frame.decidedFor ? <CarryOn {...props} days={format.range(frame.decidedFor)} /> : <NewPeriod {...props} />}
    </>
  );
}

function CarryOn({ clientId, relationshipId, frame, days }: ContinueProps & { readonly days: string }) {
  const words = useTexts(continuationTexts);
  const done = useContinued(clientId);
  const carryOn = useDo('continueDecided');
  const form: FormOf<GoingOn> = useForm<GoingOn, Continued>({
    initial: goingOnOf(frame),
    send: (values) => carryOn.mutateAsync({ clientId, relationshipId, ...goesOn(values) }),
    done,
  });
  const go = useGo();
  return (
    <Form form={form} submit={words.carryOn} cancel={() => go(clientAt(clientId))}>
      <Card>
        <p>{words.decidedFor(days)}</p>
        <KeepPlace form={form} frame={frame} />
      </Card>
    </Form>
  );
}

/** How the service goes on at first: with its place, and with meals where the act on charges still gives a ground for them. */
function goingOnOf({ service, placements, provisions, person, from, to }: Frame): GoingOn {
  const during = { from, to };
  const holding = [{ holds: during, provisions: provisions.map(({ id }) => id) }];
  return {
    keepPlace: placements.length > 0,
    meal: mealGroundLost(service, holding, person.birthOn, during) === null,
    outsideBecause: '',
  };
}

const goesOn = ({ keepPlace, meal, outsideBecause }: GoingOn) => ({
  keepPlace,
  meal,
  outsideBecause: outsideBecause.trim() || null,
});

/** Whether the place goes on, with its meals; and why at all, once a refusal has told that the client is outside the act's group. */
function KeepPlace<V extends GoingOn>({ form, frame }: { readonly form: FormOf<V>; readonly frame: Frame }) {
  const words = useTexts(continuationTexts);
  const { values } = form;
  const isOutside = useAskedFor(form, 'outsideBecause');
  return (
    <>
      {frame.placements.length === 0 ? (
        <p className="muted">{words.noPlace}</p>
      ) : (
        <CheckField
          {...form.field('keepPlace')}
          label={words.keepPlace(frame.placements.map(({ place }) => place).join(', '))}
        />
      )}
      {values.keepPlace && frame.placements.some(({ meal }) => meal) && (
        <CheckField {...form.field('meal')} label={words.meal} description={words.mealHelp} />
      )}
      {isOutside && (
        <TextArea {...form.field('outsideBecause')} label={words.outsideBecause} rows={2} maxLength={4000} />
      )}
    </>
  );
}

/** The last day of the period, unless a multi-sectoral plan is to be checked earlier. */
function reviewAtFirst(last: Day | null, kind: PlanKind | undefined, today: Day): Day | null {
  const check = kind === undefined ? null : checkedBy(kind, today);
  return last !== null && check !== null && check.by < last ? check.by : last;
}

/** Who signs the new plan of the form. */
function signersIn(values: Values, template: Template | undefined, today: Day) {
  const kind = values.kind || template?.kinds[0];
  return kind ? signersOf({ kind, madeOn: today }) : [];
}

/** By what the service was granted last goes on, where that may still be cited: 27 d and 27 e as well. */
function citedAtFirst({ service, granted, provisions, alternatives }: Frame): string[] {
  const citable = [...provisions, ...alternatives].map(({ id }) => id);
  const last = granted.find((one) => one.service === service)?.provisions.filter((id) => citable.includes(id)) ?? [];
  return last.length > 0 ? last : provisions.map(({ id }) => id);
}

/** What stands in the form at first: the plan of before, moved to the new days. */
function initialOf(frame: Frame, name: string, today: Day): Values {
  const { plan, from, to } = frame;
  const during = { from, to };
  const goals = plan?.goals.filter(({ achievedOn }) => achievedOn === null) ?? [];
  return {
    ...explanationValues(),
    source: frame.source,
    receivedOn: frame.pending?.receivedOn ?? today,
    which: plan && covers(plan.during, during) && plan.madeOn <= from && unsignedBy(plan).length === 0 ? 'same' : 'new',
    kind: plan?.kind ?? '',
    madeOn: today,
    during,
    daysAWeek: plan?.daysAWeek ?? null,
    hoursADay: plan?.hoursADay ?? null,
    informedOfBenefitsOn: null,
    signingWay: 'in-person',
    ...(name ? { 'signatures.0.signedBy': name } : {}),
    reviewOn: to && reviewAtFirst(lastDay({ from, to }), plan?.kind, today),
    goals: Math.max(1, goals.length),
    ...Object.fromEntries(goals.map(({ goal }, i) => [`goals.${i}`, goal])),
    // What follows from the new days is worded anew; the rest is carried over to be looked through.
    ...Object.fromEntries(
      (plan?.items ?? []).flatMap(({ item, answer }) =>
        ['duration', 'period', 'evaluation'].includes(item) ? [] : [[`items.${item}`, answer]],
      ),
    ),
    inPart: false,
    reasons: '',
    easyReasons: '',
    unheard: '',
    unheardBecause: '',
    provisions: citedAtFirst(frame),
    ...goingOnOf(frame),
    deciderId: frame.deciders.length === 1 ? (frame.deciders[0]?.id ?? '') : '',
  };
}

/** What the decision on the new days must explain, as days that are over or a client outside the group of the act, and whether it is against the client. */
function dueIn(frame: Frame, { during, provisions, receivedOn, inPart, which }: Values, today: Day) {
  if (during.from === null) return { due: [], outside: [], shortens: false, against: inPart };
  const days = { from: during.from, to: during.to };
  const decided = {
    outcome: 'grant' as const,
    changesId: changedByPeriod(frame.service, days, frame.granted),
    inPart,
    decidedOn: today,
    during: days,
    lastDay: null,
    provisions: [...provisions],
  };
  const takesAway = takesDaysAway(decided, frame.granted);
  const outside = outsideOf(decided, frame.service, frame.person);
  const { granted } = frame;
  const matter = { service: frame.service, receivedOn: frame.pending?.receivedOn ?? receivedOn ?? today };
  // A new plan is made for the new days.
  const plan = which === 'same' ? frame.plan : { during: days };
  return {
    outside,
    due: explanationsDue(decided, matter, { plan, outside, granted, today }),
    shortens: shortensService({ service: frame.service, to: frame.until }, days, frame.granted),
    against: isAgainst(decided, takesAway || grantsLessAnew(decided, frame.annulled)),
  };
}

const matterAt = (clientId: string, referralId: string) =>
  pageAt('/clients/$clientId/matters/$referralId', { clientId, referralId });

function NewPeriod({ clientId, relationshipId, frame, name }: ContinueProps) {
  const words = useTexts(continuationTexts);
  const planWords = useTexts(planTexts);
  const today = useToday();
  const go = useGo();
  const done = useContinued(clientId);
  const make = useDo('continuePeriod');
  const { sources } = useTexts(referralTexts);
  const [taking, setTaking] = useState(false);
  const query = useAsk('planTemplate', { service: frame.service, madeOn: today }, { fresh: 300 });
  const template = query.data;
  const charges = useAsk('mealCharges', {}, { fresh: 300 });
  // The decision says what the meal of the place that goes on is charged.
  const mealCharge = charges.data?.charges.find(({ service }) => service === frame.service)?.amount ?? null;
  const form: FormOf<Values> = useForm<Values, Continued>({
    draft: { name: 'continuation' },
    initial: initialOf(frame, name, today),
    // What is missing is told by the server, at its field.
    check: (values) => (values.which === 'same' ? [] : wrongGoals(values, planWords)),
    send: (values) => {
      const { during, which, reviewOn, daysAWeek, hoursADay, informedOfBenefitsOn, deciderId } = values;
      const { source, receivedOn, reasons, provisions } = values;
      const { due, against } = dueIn(frame, values, today);
      return make.mutateAsync({
        clientId,
        relationshipId,
        source,
        receivedOn: receivedOn ?? today,
        during: during as { from: Day; to: Day | null },
        planId: which === 'same' ? (frame.plan?.id ?? null) : null,
        kind: (values.kind || template?.kinds[0]) as PlanKind,
        reviewOn,
        daysAWeek,
        hoursADay,
        goals: which === 'same' ? [] : goalsOf(values),
        items:
          which === 'same'
            ? {}
            : Object.fromEntries(
                itemsFor(template, values.kind || template?.kinds[0]).map(({ item }) => [item, answer(values, item)]),
              ),
        informedOfBenefitsOn,
        signatures: which === 'same' ? [] : signingsOf(values, signersIn(values, template, today), today),
        inPart: values.inPart,
        reasons,
        easyReasons: (frame.easyLanguage && values.easyReasons.trim()) || null,
        unheard: unheardOf(values, against, frame.heard),
        explanations: explanationsOf(values, due),
        provisions: [...provisions],
        offeringId: frame.offeringId,
        mealCharge: values.keepPlace && values.meal && frame.placements.some(({ meal }) => meal) ? mealCharge : null,
        ...goesOn(values),
        deciderId: frame.mayDecide ? null : deciderId || null,
      });
    },
    done,
  });
  const derived = useDerivedItems(form.values, template);
  const answer = (values: PlanValues, item: string) => values[`items.${item}`] ?? derived[item] ?? '';
  if (!template) return <Answer of={query}>{() => null}</Answer>;
  if (!charges.data) return <Answer of={charges}>{() => null}</Answer>;
  return (
    <>
      <Form form={form} submit={frame.mayDecide ? words.submit : words.send} cancel={() => go(clientAt(clientId))}>
        <Stack>
          <Days form={form} frame={frame} clientId={clientId} takeUp={() => setTaking(true)} />
          <Plan form={form} frame={frame} template={template} answer={answer} />
          <Decision form={form} frame={frame} clientId={clientId} takeUp={() => setTaking(true)} />
        </Stack>
      </Form>
      {taking && (
        <TakeUp
          clientId={clientId}
          service={frame.service}
          names={sources}
          title={words.takeUp}
          help={words.takeUpHelp}
          // What is typed stays: the form shows the way to the matter from then on.
          open={() => setTaking(false)}
          close={() => setTaking(false)}
        />
      )}
    </>
  );
}

interface PartProps {
  readonly clientId: string;
  /** Opens what takes the matter up. */
  readonly takeUp: () => void;
  readonly form: FormOf<Values>;
  readonly frame: Frame;
}

/** The way to the matter in which the client is heard: the one that waits, or one that is taken up. */
function ToMatter({ clientId, frame, takeUp }: Pick<PartProps, 'clientId' | 'frame' | 'takeUp'>) {
  const words = useTexts(continuationTexts);
  if (frame.pending) return <PageLink to={matterAt(clientId, frame.pending.id)}>{words.toMatter}</PageLink>;
  return (
    <div>
      <Button size="small" type="button" variant="secondary" onClick={takeUp}>
        {words.takeUp}
      </Button>
    </div>
  );
}

function Days({ form, frame, clientId, takeUp }: PartProps) {
  const words = useTexts(continuationTexts);
  const { sources: names } = useTexts(referralTexts);
  const format = useFormat();
  const today = useToday();
  const { from } = form.values.during;
  const { shortens } = dueIn(frame, form.values, today);
  const late = from !== null && frame.footing.lastDay !== null && from > frame.from;
  return (
    <Card title={words.newDays}>
      <RangeField {...form.field('during')} label={words.days} open={frame.term !== 'for-a-period'} today={today} />
      <p className="muted">{late && from ? words.gap(format.day(from)) : words.newDaysHelp}</p>
      {frame.pending ? (
        <p className="muted">{words.waits(format.day(frame.pending.receivedOn))}</p>
      ) : (
        <FieldRow>
          <SelectField
            {...form.field('source')}
            change={(source) => form.set('source', source as Source)}
            label={words.source}
            options={sourcesOn(today).map((value) => ({ value, label: names[value] }))}
          />
          <DayField {...form.field('receivedOn')} label={words.receivedOn} today={today} max={today} />
        </FieldRow>
      )}
      {frame.pending?.presentedTo && (
        <div role="status">
          <p>{words.presented(frame.pending.presentedTo)}</p>
          <ToMatter clientId={clientId} frame={frame} takeUp={takeUp} />
        </div>
      )}
      {shortens && (
        <div role="status">
          <p>{words.shortens}</p>
          <ToMatter clientId={clientId} frame={frame} takeUp={takeUp} />
        </div>
      )}
      <KeepPlace form={form} frame={frame} />
    </Card>
  );
}

interface PlanProps extends Pick<PartProps, 'form' | 'frame'> {
  readonly template: Template;
  readonly answer: (values: PlanValues, item: string) => string;
}

function Plan({ form, frame, template, answer }: PlanProps) {
  const words = useTexts(continuationTexts);
  const plan = useTexts(planTexts);
  const format = useFormat();
  const today = useToday();
  const { frame: limits, kinds } = template;
  const current = frame.plan;
  const signers = signersIn(form.values, template, today);
  return (
    <>
      <Card title={words.plan}>
        {current && (
          <RadioField
            {...form.field('which')}
            label={words.whichPlan}
            options={(['same', 'new'] as const).map((value) => ({
              value,
              label:
                value === 'same'
                  ? `${words.plans.same}, ${words.planUntil(format.range(current.during))}`
                  : words.plans.new,
            }))}
          />
        )}
        {form.values.which === 'new' && (
          <>
            {kinds.length > 1 && (
              <RadioField
                {...form.field('kind')}
                value={form.values.kind || kinds[0] || ''}
                label={plan.kind}
                options={kinds.map((value) => ({ value, label: plan.kinds[value] }))}
              />
            )}
            {limits && (
              <FieldRow>
                <NumberField
                  {...form.field('daysAWeek')}
                  label={plan.daysAWeek}
                  description={plan.frame(limits.fewestDaysAWeek, limits.mostDaysAWeek)}
                />
                <NumberField
                  {...form.field('hoursADay')}
                  label={plan.hoursADay}
                  description={plan.hoursLeast(limits.fewestHoursADay)}
                />
              </FieldRow>
            )}
            {template.mustInformOfBenefits && (
              <DayField
                {...form.field('informedOfBenefitsOn')}
                label={plan.informedOn}
                description={plan.informedHelp}
                today={today}
                max={today}
              />
            )}
            <DayField {...form.field('reviewOn')} label={plan.reviewOn} today={today} min={today} />
          </>
        )}
      </Card>
      {form.values.which === 'new' && (
        <>
          <PlanGoals form={form} />
          <PlanContents form={form} template={template} answer={answer} />
          <PlanItems form={form} template={template} answer={answer} />
          {signers.length > 0 && (
            <Card title={plan.signatures}>
              <SignatureFields form={form} signers={signers} on={today} />
            </Card>
          )}
        </>
      )}
    </>
  );
}

function Decision({ form, frame, clientId, takeUp }: PartProps) {
  const words = useTexts(continuationTexts);
  const decision = useTexts(decisionTexts);
  const format = useFormat();
  const today = useToday();
  const { due, outside, shortens, against } = dueIn(frame, form.values, today);
  const lessAnew = against && !form.values.inPart && frame.annulled;
  return (
    <Card title={words.decision}>
      {!frame.mayDecide && (
        <SelectField
          {...form.field('deciderId')}
          label={decision.decider}
          description={frame.deciders.length > 0 ? decision.deciderHelp : decision.noDecider}
          options={frame.deciders.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <p className="muted">{words.decidedToday}</p>
      <CheckField {...form.field('inPart')} label={decision.inPart} />
      <TextArea
        {...form.field('reasons')}
        label={decision.reasons}
        description={decision.reasonsHelp}
        rows={6}
        maxLength={4000}
      />
      {frame.easyLanguage && <EasyReasonsField fields={form.fields} />}
      {lessAnew && <p role="status">{decision.grantsLessAnew(format.range(lessAnew))}</p>}
      {against && !shortens && (
        <>
          <HeardFields fields={form.fields} heard={frame.heard} />
          {frame.heard === 'not-heard' && <ToMatter clientId={clientId} frame={frame} takeUp={takeUp} />}
        </>
      )}
      <ChecksField
        {...form.field('provisions')}
        label={decision.provisions}
        description={decision.provisionsHelp(
          format.day(frame.pending?.receivedOn ?? form.values.receivedOn ?? frame.from),
        )}
        options={frame.provisions.map(({ id, cite }) => ({ value: id, label: cite }))}
      />
      {frame.alternatives.length > 0 && (
        <ChecksField
          {...form.field('provisions')}
          error={undefined}
          label={decision.alternatives}
          options={frame.alternatives.map(({ id, cite }) => ({ value: id, label: cite }))}
        />
      )}
      <ExplanationFields
        fields={form.fields}
        due={due}
        outside={outside.map(({ kind }) => decision.outsideKinds[kind])}
      />
    </Card>
  );
}
