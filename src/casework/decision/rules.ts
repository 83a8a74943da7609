import { addDays, addMonths, ageOn, type Day } from '../../kernel/day.ts';
import { type Language, plainLanguage, type ReadingLanguage } from '../../kernel/language.ts';
import { saysSomething } from '../../kernel/line.ts';
import { contains, covers, overlaps, type Range } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import { freeServices, mealMayBeChargedAsUpkeep, upkeepCharge, upkeepFromAge } from '../../law/act-1992-734.ts';
import { secrecyOfClients } from '../../law/act-1999-621.ts';
import { periodFrame, periodFrameOfOld } from '../../law/act-2001-189.ts';
import { activationPlan, carriesDecision, planInterruption, planTemplateOn } from '../../law/act-2001-189-plan.ts';
import {
  appealInstructions,
  clericalError,
  correctionHandling,
  correctionYears,
  decisionContent,
  decisionReasons,
  factualError,
  hearingOfParty,
  missingFromDecision,
  presumedDays,
  reasonsMayBeLeftOut,
  rectificationDays,
  rectificationDeadline,
  rectificationForm,
  rectificationInstructions,
  rectificationTime,
  unheardGrounds,
  writtenForm,
} from '../../law/act-2003-434.ts';
import {
  decisionAndExecution,
  deviationMustBeReasoned,
  executionLimit,
  rectificationInSocialWelfare,
} from '../../law/act-2014-1301.ts';
import { disabilityDecision } from '../../law/act-2023-675.ts';
import { citesRepealedLaw, decisionHolds, oldDecisionHolds } from '../../law/act-2023-676.ts';
import {
  alternativesFor,
  basisFor,
  decisionTerm,
  excludes,
  groundsOfDenial,
  notCitable,
  type OutsideAct,
  outsideGroup,
  type PersonOfAct,
  termByCited,
} from '../../law/basis.ts';
import { type Provision, versionOn } from '../../law/provision.ts';
import { cite, cited, isProvisionId, provisionInForce } from '../../law/provisions.ts';
import { letterAddress, letterLanguage, serviceFrom } from '../client/rules.ts';
import type { Reach } from '../client/words.ts';
import type { HeardState } from '../hearing/words.ts';
import type { RectificationBody } from '../organiser/words.ts';
import { interruptionOn, restingObstacles, restsOf, signedOn } from '../plan/rules.ts';
import type { Plan } from '../plan/words.ts';
import {
  type Decision,
  type DecisionKind,
  type DecisionLetter,
  type ExplainedKind,
  explainedKinds,
  type FieldChanged,
  type Granted,
  type LetterFacts,
  type NewDecision,
  type PersonDecided,
} from './words.ts';

export type DecisionObstacle =
  | 'decided-in-future'
  | 'decided-before-received'
  | 'grant-needs-days'
  | 'denial-grants-nothing'
  | 'needs-end'
  | 'end-needs-day'
  | 'old-law-over'
  | 'plan-after-decision'
  | 'not-citable'
  | 'not-of-service';

/** As what a decision is known, by what it decides and whether it changes another. */
export function kindOf({ outcome, changesId }: Pick<NewDecision, 'outcome' | 'changesId'>): DecisionKind {
  return outcome === 'grant' && changesId !== null ? 'change' : outcome;
}

/** A standing decision, as one that would change it looks at it. */
type Changeable = Pick<Decision, 'id' | 'service' | 'holds' | 'changedBy'>;

/** What keeps a decision from changing or ending another: it must be one of the same need that still grants days from then on. */
export function changeObstacle(
  { outcome, changesId, during, lastDay }: Pick<NewDecision, 'outcome' | 'changesId' | 'during' | 'lastDay'>,
  service: Service,
  standing: readonly Changeable[],
): 'changes-by-granting' | 'ends-no-decision' | 'no-such-decision' | 'changed-already' | 'changes-nothing' | null {
  if (changesId === null) return outcome === 'end' ? 'ends-no-decision' : null;
  const from = outcome === 'grant' ? (during?.from ?? null) : outcome === 'end' && lastDay ? addDays(lastDay, 1) : null;
  if (from === null) return 'changes-by-granting';
  const changed = standing.find(({ id }) => id === changesId);
  if (!changed || !excludes(changed.service, service)) return 'no-such-decision';
  if (changed.changedBy !== null) return 'changed-already';
  const { holds } = changed;
  return holds === null || (holds.to !== null && holds.to <= from) ? 'changes-nothing' : null;
}

/** Whether an end with that last day takes nothing from the decision that it ends, whatever last day the end had before. */
export function endsNothing(last: Day | null, ended: Pick<Decision, 'during' | 'provisions'>, today: Day): boolean {
  const held = ended.during && decisionHolds(ended.during, ended.provisions, today);
  return last !== null && held != null && held.to !== null && held.to <= addDays(last, 1);
}

/** Which standing decisions grant days of the need that a service is for. */
export function grantedOf(
  service: Service,
  standing: readonly (Omit<Granted, 'holds'> & Pick<Decision, 'holds'>)[],
): Granted[] {
  return standing.flatMap(({ id, number, service: decided, serviceName, provisions, changedBy, holds }) =>
    holds !== null && excludes(decided, service)
      ? [{ id, number, service: decided, serviceName, provisions, changedBy, holds }]
      : [],
  );
}

/** The decision whose place one on days of a new period takes: the only one of the service that grants days of it and still stands. */
export function changedByPeriod(
  service: Service,
  during: Range,
  standing: readonly Pick<Decision, 'id' | 'service' | 'holds' | 'changedBy'>[],
): string | null {
  const [changed, another] = standing.filter(
    (one) => one.service === service && one.changedBy === null && one.holds !== null && overlaps(one.holds, during),
  );
  return changed && !another ? changed.id : null;
}

/** Whether a change leaves the client without days that the earlier decision granted. */
export function takesDaysAway(
  { changesId, during }: Pick<NewDecision, 'changesId' | 'during'>,
  standing: readonly Pick<Decision, 'id' | 'holds'>[],
): boolean {
  const holds = changesId === null ? null : (standing.find(({ id }) => id === changesId)?.holds ?? null);
  if (holds === null || during === null) return false;
  return during.to !== null && (holds.to === null || holds.to > during.to);
}

/** The days that were granted in a matter by the decision which was last taken out of force; null where that granted none. */
export function annulledDays(
  referralId: string,
  decisions: readonly Pick<Decision, 'referralId' | 'annulledOn' | 'during'>[],
): Range | null {
  return decisions.find((one) => one.referralId === referralId && one.annulledOn !== null)?.during ?? null;
}

/**
 * Whether a matter that is decided anew grants less than the decision that was taken out of force: an error of fact mended to the
 * client's harm.
 */
export function grantsLessAnew(
  { outcome, during }: Pick<NewDecision, 'outcome' | 'during'>,
  annulled: Range | null,
): boolean {
  return annulled !== null && outcome === 'grant' && during !== null && !covers(during, annulled);
}

/** Whether a provision that we know was in force on the day. */
function isInForce(id: string, on: Day): boolean {
  return isProvisionId(id) && provisionInForce(id, on) !== null;
}

interface Matter {
  readonly service: Service;
  readonly receivedOn: Day;
}

/** What the law offers for a matter: the provisions of the day it became pending, and whether an end is asked. */
export function frameOf({ service, receivedOn }: Matter) {
  const ids = (provisions: readonly Provision[]) => provisions.map(({ id }) => id);
  return {
    term: decisionTerm(service, receivedOn),
    provisions: ids(basisFor(service, receivedOn)),
    alternatives: ids(alternativesFor(service, receivedOn)),
    grounds: ids(groundsOfDenial(service, receivedOn)),
  };
}

/** Whether the law asks an end of a decision, by the provisions that it cites. */
export function termOf({ provisions }: Pick<NewDecision, 'provisions'>, { service, receivedOn }: Matter) {
  return termByCited(service, provisions, receivedOn);
}

/**
 * 434/2003 §§ 44 and 45, 1301/2014 § 45, and the acts of each service: what stands in the way of the decision, and where.
 * The law of the matter is that of the day when it became pending.
 */
export function decisionObstacle(
  decision: NewDecision,
  matter: Matter,
  plan: Pick<Plan, 'madeOn'> | null,
  today: Day,
): { readonly why: DecisionObstacle; readonly field: string } | null {
  const { outcome, during, decidedOn, lastDay } = decision;
  if ((outcome === 'end') !== (lastDay !== null)) return { why: 'end-needs-day', field: 'lastDay' };
  if (decidedOn > today) return { why: 'decided-in-future', field: 'decidedOn' };
  if (decidedOn < matter.receivedOn) return { why: 'decided-before-received', field: 'decidedOn' };
  const grants = outcome === 'grant';
  if (!grants && during !== null) return { why: 'denial-grants-nothing', field: 'during' };
  const granted = (['offeringId', 'place', 'mealCharge'] as const).find((field) => decision[field] !== null);
  if (!grants && granted) return { why: 'denial-grants-nothing', field: granted };
  if (!grants && decision.inPart) return { why: 'denial-grants-nothing', field: 'inPart' };
  if (grants && during === null) return { why: 'grant-needs-days', field: 'during' };
  const endless = during !== null && during.to === null;
  if (endless && termOf(decision, matter) === 'for-a-period') return { why: 'needs-end', field: 'during' };
  if (during !== null && citesRepealedLaw(decision.provisions)) {
    // Until further notice is until then; an end that is named is not later.
    const holds = oldDecisionHolds(during);
    if (holds === null || (during.to !== null && !covers(holds, during)))
      return { why: 'old-law-over', field: 'during' };
  }
  if (plan !== null && plan.madeOn > decidedOn) return { why: 'plan-after-decision', field: 'planId' };
  const [stranger] = notCitable(matter.service, decision.provisions, matter.receivedOn);
  if (stranger !== undefined)
    return { why: isInForce(stranger, matter.receivedOn) ? 'not-of-service' : 'not-citable', field: 'provisions' };
  return null;
}

/** 189/2001 §§ 8, 9 and 13 (§ 13 b from 2021): what keeps a grant from resting on the plan; only rehabilitative work must. */
export function grantObstacles({ outcome, during, decidedOn }: NewDecision, { service }: Matter, plan: Plan | null) {
  if (outcome !== 'grant' || during === null || service !== 'rehabilitative-work') return [];
  const frame = (versionOn(periodFrame, decidedOn) ? periodFrame : periodFrameOfOld).id;
  if (plan === null) return [{ why: 'no-plan' as const, expected: null, provision: frame }];
  const signed = signedOn(plan);
  if (signed === null || signed > decidedOn)
    return [{ why: 'plan-unsigned' as const, expected: null, provision: activationPlan.id }];
  if (interruptionOn(plan.interruptions, during.from))
    return [{ why: 'plan-interrupted' as const, expected: null, provision: planInterruption.id }];
  return [
    // What is signed after the beginning was no plan when it began.
    ...(signed > during.from
      ? [{ why: 'plan-after-start' as const, expected: null, provision: planTemplateOn.id }]
      : []),
    ...restingObstacles(restsOf(plan), during),
    ...(covers(plan.during, during) ? [] : [{ why: 'outside-plan' as const, expected: null, provision: frame }]),
    ...(carriesDecision(plan.madeOn, decidedOn)
      ? []
      : [{ why: 'plan-not-adapted' as const, expected: null, provision: planTemplateOn.id }]),
  ];
}

/**
 * Which standing decision grants the same days already: of the same service, or of one that comes only where the other does not meet
 * the need. Nobody has two decisions on one need; the one that it changes gives way.
 */
export function grantedAlready(
  decision: Pick<NewDecision, 'outcome' | 'during' | 'provisions' | 'changesId'>,
  service: Service,
  standing: readonly Pick<Decision, 'id' | 'service' | 'holds' | 'number'>[],
  today: Day,
): Pick<Decision, 'id' | 'service' | 'holds' | 'number'> | null {
  const { outcome, during, provisions, changesId } = decision;
  const held = outcome === 'grant' && during !== null ? decisionHolds(during, provisions, today) : null;
  if (held === null) return null;
  return (
    standing.find(
      (one) =>
        one.id !== changesId && excludes(one.service, service) && one.holds !== null && overlaps(one.holds, held),
    ) ?? null
  );
}

/**
 * Why the client is outside the group for whom the act of a granted service is meant, as far as what is recorded tells, on the first
 * day that is granted, on the last one, or on one from which a benefit is paid or is no more: whoever comes of age, or of the age of old-age
 * pension, does so on a day, and a wage may begin and end within the period.
 */
export function outsideOf(
  { outcome, provisions, during }: Pick<NewDecision, 'outcome' | 'provisions' | 'during'>,
  service: Service,
  person: PersonDecided,
): OutsideAct[] {
  if (outcome !== 'grant' || during === null) return [];
  const turns = person.benefits.flatMap((one) => [one.during.from, one.during.to]);
  const days = [
    during.from,
    ...turns.filter((on) => on !== null && contains(during, on)).toSorted(),
    ...(during.to === null ? [] : [addDays(during.to, -1)]),
  ] as Day[];
  const all = days.flatMap((on) => outsideGroup(service, provisions, personOn(person, on), on));
  return all.filter(({ kind }, at) => all.findIndex((one) => one.kind === kind) === at);
}

/** What of a decision tells whether its service may begin and be placed on days of its own. */
type Carrying = Pick<Decision, 'provisions' | 'explanations'>;

/**
 * Why the client is outside the group of the act on days on which a granted service begins or has a place, as far as what was recorded
 * since tells; nothing where the decision says already why it is granted all the same.
 */
export function outsideWhenGiven(
  decision: Carrying,
  service: Service,
  person: PersonDecided,
  during: Range,
): OutsideAct[] {
  if (decision.explanations.outsideGroup !== undefined) return [];
  return outsideOf({ outcome: 'grant', provisions: decision.provisions, during }, service, person);
}

/** As what the act on charges knows a service whose meals are charged; of others it says nothing here. */
const upkeepOf: Readonly<Partial<Record<Service, Parameters<typeof mealMayBeChargedAsUpkeep>[0]>>> = {
  'work-activity': 'work-activity',
  'open-work': 'work-activity',
  'day-activity': 'day-activity',
  'day-activity-severe': 'day-activity',
  'job-coaching': 'coaching',
};

/**
 * 734/1992 § 4 (§ 7 e from 2025): the provision that gives no ground for charging a meal in the service from a day on; null where it does,
 * as by a decision on the act that was repealed for as long as that holds.
 */
export function noGroundForMeal(
  service: Service,
  { provisions, birthOn }: { readonly provisions: readonly string[]; readonly birthOn: Day | null },
  on: Day,
): string | null {
  const upkeep = upkeepOf[service];
  if (!upkeep) return null;
  if (birthOn !== null && birthOn <= on && ageOn(birthOn, on) < upkeepFromAge(on)) return freeServices.id;
  if (citesRepealedLaw(provisions) || mealMayBeChargedAsUpkeep(upkeep, on)) return null;
  return versionOn(upkeepCharge, on) ? upkeepCharge.id : freeServices.id;
}

/** For which services meals are charged as upkeep, from which age on, and whether the act on charges gives a ground by itself, by days. */
export function upkeepDays(): { service: Service; during: Range; fromAge: number; grounded: boolean }[] {
  return freeServices.versions.flatMap(({ during, value }) =>
    (Object.keys(upkeepOf) as Service[]).map((service) => ({
      service,
      during,
      fromAge: value.upkeepFromAge,
      grounded: noGroundForMeal(service, { provisions: [], birthOn: null }, during.from) === null,
    })),
  );
}

/**
 * From which day of a place on a meal has no ground by the decisions that carry its service, and by which provision; null where it has
 * one on all days that are decided.
 */
export function mealGroundLost(
  service: Service,
  carrying: readonly Pick<Decision, 'holds' | 'provisions'>[],
  birthOn: Day | null,
  during: Range,
): { readonly from: Day; readonly provision: string } | null {
  const turns = [
    ...carrying.flatMap(({ holds }) => (holds === null ? [] : [holds.from])),
    ...upkeepCharge.versions.map((one) => one.during.from),
  ];
  const days = [during.from, ...turns.filter((on) => on > during.from && contains(during, on))];
  const lost = days.toSorted().flatMap((on) => {
    const decision = carrying.find(({ holds }) => holds !== null && contains(holds, on));
    const provision = decision ? noGroundForMeal(service, { provisions: decision.provisions, birthOn }, on) : null;
    return provision === null ? [] : [{ from: on, provision }];
  });
  return lost[0] ?? null;
}

/** By which provision a decision must explain a thing; null where it is the register's own. */
export function provisionOf(kind: ExplainedKind, outside: readonly OutsideAct[]): string | null {
  if (kind === 'longer' || kind === 'departsFromPlan') return decisionAndExecution.id;
  if (kind === 'fixedTerm') return disabilityDecision.id;
  if (kind === 'correctedAgainst') return correctionHandling.id;
  return kind === 'outsideGroup' ? (outside[0]?.provision ?? null) : null;
}

function personOn({ birthOn, benefits }: PersonDecided, on: Day): PersonOfAct {
  const now = benefits.filter(({ during }) => contains(during, on));
  const main = now.find((one) => one.main) ?? (now.length === 1 ? now[0] : undefined);
  return {
    age: birthOn !== null && birthOn <= on ? ageOn(birthOn, on) : null,
    // Nobody with a wage is without work, whatever else is paid.
    mainBenefit: now.some(({ benefit }) => benefit === 'wage') ? 'wage' : (main?.benefit ?? null),
  };
}

/**
 * What is out of the ordinary in a decision, so that it must say why: another day than that on which it is made, days that were over,
 * more than the months for carrying it out (1301/2014 § 45), a term where the law grants until further notice (675/2023 § 5), a client outside the act's group, less or other than the plan has (§ 45
 * subsection 3 from 2025).
 */
export function explanationsDue(
  decision: Pick<NewDecision, 'outcome' | 'inPart' | 'decidedOn' | 'during' | 'lastDay' | 'provisions'>,
  { service, receivedOn }: Matter,
  facts: {
    readonly plan: Pick<Plan, 'during'> | null;
    readonly outside: readonly OutsideAct[];
    /** What other decisions grant of the same need: a service that goes on waits for nothing. */
    readonly granted: readonly Pick<Decision, 'holds'>[];
    readonly today: Day;
  },
): ExplainedKind[] {
  const { outcome, inPart, decidedOn, during, lastDay } = decision;
  const departs =
    facts.plan !== null &&
    deviationMustBeReasoned(decidedOn) &&
    (outcome === 'deny' ||
      (lastDay !== null && (facts.plan.during.to === null || addDays(lastDay, 1) < facts.plan.during.to)) ||
      inPart ||
      (during !== null && !covers(facts.plan.during, during)));
  const due: Readonly<Record<ExplainedKind, boolean>> = {
    datedBack: decidedOn < facts.today,
    retroactive: during !== null && during.from < decidedOn,
    endsBefore: lastDay !== null && lastDay < decidedOn,
    longer:
      during !== null &&
      during.from > executionLimit(receivedOn) &&
      !facts.granted.some(({ holds }) => holds !== null && (holds.to === during.from || contains(holds, during.from))),
    fixedTerm:
      during !== null && during.to !== null && termOf(decision, { service, receivedOn }) === 'until-further-notice',
    outsideGroup: facts.outside.length > 0,
    departsFromPlan: departs,
    correctedAgainst: false,
  };
  return explainedKinds.filter((kind) => due[kind]);
}

/** Whether a slip of the pen is mended in the days that a decision grants or ends, so that all that days must be is asked again. */
export function daysMended(
  before: Pick<NewDecision, 'during' | 'lastDay'>,
  after: Pick<NewDecision, 'during' | 'lastDay'>,
): boolean {
  return (
    before.lastDay !== after.lastDay ||
    before.during?.from !== after.during?.from ||
    before.during?.to !== after.during?.to
  );
}

/** Whether the mended days leave the client without days that the decision granted or left. */
export function mendedAgainst(
  before: Pick<NewDecision, 'during' | 'lastDay'>,
  after: Pick<NewDecision, 'during' | 'lastDay'>,
): boolean {
  if (before.lastDay !== null && after.lastDay !== null && after.lastDay < before.lastDay) return true;
  return before.during !== null && after.during !== null && !covers(after.during, before.during);
}

/** Whether all that was asked for is granted, so that nobody need be heard or told why not. */
const grantsAll = (decision: Pick<NewDecision, 'outcome' | 'inPart'>, takesAway: boolean): boolean =>
  decision.outcome === 'grant' && !isAgainst(decision, takesAway);

/** Whether a decision is made against the client: denied, ended, granted in part, or less left than was granted before. */
export function isAgainst({ outcome, inPart }: Pick<NewDecision, 'outcome' | 'inPart'>, takesAway: boolean): boolean {
  return outcome === 'deny' || outcome === 'end' || (outcome === 'grant' && (inPart || takesAway));
}

/**
 * 434/2003 § 34: before a decision against a party that party is heard, unless an item of the law lets it be and the reason is told.
 * What is not examined, or lapses by the client's own act, is decided against nobody.
 */
export function hearingObstacle(
  decision: Pick<NewDecision, 'outcome' | 'inPart' | 'unheard'>,
  heard: HeardState,
  takesAway: boolean,
): 'not-heard' | 'hearing-open' | null {
  if (!isAgainst(decision, takesAway) || heard === 'heard' || decision.unheard !== null) return null;
  return heard === 'open' ? 'hearing-open' : 'not-heard';
}

/**
 * Whether a client who reads easy language is owed the reasons in plain words: where reasons may not be left out.
 * Source: 434/2003 §§ 9 and 45.
 */
export function lacksEasyReasons(
  decision: Pick<NewDecision, 'outcome' | 'inPart' | 'easyReasons'>,
  easyLanguage: boolean,
  takesAway: boolean,
): boolean {
  const isPlain = decision.easyReasons !== null && saysSomething(decision.easyReasons);
  return (
    easyLanguage &&
    !isPlain &&
    !reasonsMayBeLeftOut({ allGranted: grantsAll(decision, takesAway), othersConcerned: false })
  );
}

/** 434/2003 §§ 44 and 45: what a letter still lacks before it may be sent. */
export function lackingIn(letter: DecisionLetter): ReturnType<typeof missingFromDecision> {
  return missingFromDecision({
    authority: letter.authority.name !== '',
    day: true,
    parties: letter.client.name !== '',
    outcome: true,
    reasons: letter.reasons.trim() !== '',
    contact: letter.contact.phone !== '' || letter.contact.email !== null,
    provisions: letter.provisions.length > 0,
  });
}

/** 434/2003 § 52: an error may be mended within five years of the decision. */
export function mayStillMend({ decidedOn }: Pick<Decision, 'decidedOn'>, today: Day): boolean {
  return today <= addMonths(decidedOn, 12 * correctionYears);
}

// What was decided before the acts on service were in force counts by the oldest rule that is known.
const lawOn = (on: Day): Day => (on < serviceFrom ? serviceFrom : on);

/** 434/2003 § 49 c: until which day rectification may be requested; null while the decision is not served, or long past. */
export function rectifyUntil({ servedOn }: Pick<Decision, 'servedOn'>): Day | null {
  return servedOn === null || servedOn < serviceFrom ? null : rectificationDeadline(servedOn);
}

const citedOn = (provisions: readonly Provision[], on: Day, language: ReadingLanguage): string[] =>
  provisions.filter((one) => versionOn(one, on) !== null).map(({ id }) => cite(id, language));

interface LetterWords {
  readonly object: string;
  readonly post: string;
  readonly presenterPost: string;
  readonly amount: string | null;
  readonly provider: string | null;
  readonly charge: string | null;
  readonly openingHours: string;
  readonly caller: string;
}

/** The body for rectification in a language. */
function bodyIn(body: RectificationBody, language: Language) {
  return {
    name: { fi: body.nameFi, sv: body.nameSv, en: body.nameEn }[language],
    address: [body.street, `${body.postalCode} ${body.postOffice}`],
    opening: { fi: body.openingFi, sv: body.openingSv, en: body.openingEn }[language],
    email: body.email,
  };
}

/** As what a decision that grants nothing is told. */
const kinds = { deny: 'denied', 'not-examined': 'not-examined', lapse: 'lapsed' } as const;

/** What a letter says that was decided. */
function outcomeOf(
  decision: Pick<NewDecision, 'outcome' | 'inPart' | 'during' | 'lastDay' | 'place'>,
  { amount, provider, charge }: Pick<LetterWords, 'amount' | 'provider' | 'charge'>,
): DecisionLetter['outcome'] {
  const { outcome, inPart, during, lastDay, place } = decision;
  if (outcome === 'end' && lastDay !== null) return { kind: 'ended', lastDay };
  if (outcome === 'grant' && during !== null)
    return { kind: 'granted', inPart, during, amount, place, provider, charge };
  return { kind: outcome === 'grant' || outcome === 'end' ? 'denied' : kinds[outcome] };
}

/** 675/2023 § 5: what tells how long a grant by the Disability Services Act holds, and that it may have a term. */
export function durationOf({ outcome, provisions }: Pick<NewDecision, 'outcome' | 'provisions'>): readonly Provision[] {
  const [act] = disabilityDecision.id.split(':');
  const isOfAct = provisions.some((id) => id.startsWith(`${act}:`));
  return outcome === 'grant' && isOfAct && !provisions.includes(disabilityDecision.id) ? [disabilityDecision] : [];
}

/** Whether a grant cites nothing by which the service is given, but grounds for denying it alone. */
export function lacksBasis(
  { outcome, provisions }: Pick<NewDecision, 'outcome' | 'provisions'>,
  matter: Matter,
): boolean {
  const { provisions: basis, alternatives } = frameOf(matter);
  return outcome === 'grant' && !provisions.some((id) => basis.includes(id) || alternatives.includes(id));
}

/** Everything that the letter of a decision says, from its facts and where the client is reached. */
export function letterOf(
  decision: Pick<
    NewDecision,
    | 'outcome'
    | 'changesId'
    | 'lastDay'
    | 'decidedOn'
    | 'inPart'
    | 'during'
    | 'reasons'
    | 'easyReasons'
    | 'unheard'
    | 'explanations'
    | 'provisions'
    | 'place'
  > & {
    readonly delegation: string | null;
    readonly correctedOn?: Day | null;
    readonly correctedBecause?: string | null;
  },
  facts: LetterFacts,
  reach: Reach,
  words: LetterWords,
): DecisionLetter {
  const language = letterLanguage(facts);
  const { authority, decidedBy } = facts;
  const { decidedOn } = decision;
  const address = letterAddress(reach);
  const town = [authority.postalCode, authority.postOffice].filter((part) => part !== null).join(' ');
  const ofAuthority = [authority.street, town].filter((line) => line !== null && line !== '') as string[];
  const body = facts.body && bodyIn(facts.body, plainLanguage(language));
  const phone = decidedBy.phone ?? authority.phone ?? '';
  const secrecy = versionOn(secrecyOfClients, decidedOn);
  return {
    language,
    authority: { name: authority.name, unit: authority.unit, address: ofAuthority },
    reference: facts.number,
    decidedOn,
    decidedBy: { name: decidedBy.name, post: words.post },
    presentedBy: facts.presentedBy && { name: facts.presentedBy.name, post: words.presenterPost },
    delegation: decision.delegation,
    unsignedBy: citedOn([decisionContent], decidedOn, language)[0] ?? null,
    correction:
      decision.correctedOn && decision.correctedBecause
        ? { on: decision.correctedOn, because: decision.correctedBecause, provision: cite(clericalError.id, language) }
        : null,
    insteadOf: facts.insteadOf && { decidedOn: facts.insteadOf, provision: cite(factualError.id, language) },
    changed: facts.changed,
    client: facts.client,
    address,
    delivery: address.kind === 'none' ? 'in-person' : 'post',
    matter: facts.matter,
    object: words.object,
    pendingOn: facts.pendingOn,
    outcome: outcomeOf(decision, words),
    reasons: decision.reasons,
    easyReasons: decision.easyReasons,
    unheard: decision.unheard && {
      because: decision.unheard.because,
      provision: cite(hearingOfParty.id, language, { subsection: 2, item: unheardGrounds[decision.unheard.ground] }),
    },
    explanations: explainedKinds.flatMap((kind) => {
      const because = decision.explanations[kind];
      return because === undefined ? [] : [{ kind, because }];
    }),
    provisions: [
      ...decision.provisions.map((id) => cited(id, language)),
      ...citedOn(
        [...durationOf(decision), decisionAndExecution, writtenForm, decisionContent, decisionReasons],
        decidedOn,
        language,
      ),
    ],
    beginning: decision.outcome === 'grant' ? { kind: 'contact', by: words.caller } : null,
    contact: { name: decidedBy.name, post: words.post, phone, email: decidedBy.email ?? authority.email },
    secretBy: secrecy ? cite(secrecyOfClients.id, language, secrecy.value) : null,
    appeal: {
      authority: body?.name ?? authority.name,
      days: rectificationDays(lawOn(decidedOn)),
      presumedOnDay: {
        post: presumedDays('post', lawOn(decidedOn)),
        electronic: presumedDays('electronic', lawOn(decidedOn)),
      },
      postalAddress: [body?.name ?? authority.name, ...(body?.address ?? ofAuthority)],
      visitingAddress: (body?.address ?? ofAuthority).join(', ') || null,
      openingHours: body?.opening ?? words.openingHours,
      email: body ? body.email : authority.email,
      provisions: citedOn(
        [
          rectificationInSocialWelfare,
          rectificationInstructions,
          appealInstructions,
          rectificationTime,
          rectificationForm,
        ],
        decidedOn,
        plainLanguage(language),
      ),
    },
  };
}

/** A value as one text, in whatever order its fields were kept. */
function inOneOrder(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** A record taken apart to its texts, days and numbers: what is answered to an item has the item in its name. */
function leavesOfContent(content: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { items, ...rest } = content;
  const answers = Object.entries(typeof items === 'object' && items !== null ? items : {});
  return { ...rest, ...Object.fromEntries(answers.map(([item, answer]) => [`items.${item}`, answer])) };
}

/**
 * What a correction changed: each field of what stood before with what stands after it, by the first that tells of the field of what came
 * later. What came later tells all of a thing, or a part; nothing is told of what stayed.
 */
export function fieldsChanged(
  was: Readonly<Record<string, unknown>>,
  later: readonly Readonly<Record<string, unknown>>[],
): FieldChanged[] {
  const [before, ...after] = [was, ...later].map(leavesOfContent) as [
    Record<string, unknown>,
    ...Record<string, unknown>[],
  ];
  // An item that was first answered by the correction stands in what came after alone.
  const added = Object.keys(after[0] ?? {}).filter((field) => field.startsWith('items.') && !(field in before));
  return [...Object.keys(before), ...added].flatMap((field) => {
    const now = after.find((one) => field in one)?.[field] ?? null;
    const old = before[field] ?? null;
    return inOneOrder(old) === inOneOrder(now) ? [] : [{ field, was: old, now }];
  });
}
