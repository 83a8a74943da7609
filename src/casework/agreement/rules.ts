import { inForceOn } from '../../kernel/dated.ts';
import { addDays, addMonths, addYears, type Day } from '../../kernel/day.ts';
import { contains, earlierEnd, overlaps, type Range } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import { assessmentStand } from '../assessment/rules.ts';
import type { AssessmentFacts } from '../assessment/words.ts';
import type { Decision } from '../decision/words.ts';
import type { Placement } from '../placement/words.ts';
import { plannedBy } from '../plan/rules.ts';
import type { Plan } from '../plan/words.ts';
import { rateOn } from '../rate/rules.ts';
import type { MatterFacts, Referral, ServiceState } from '../referral/words.ts';
import type { Relationship } from '../relationship/words.ts';
import { steadyFrom } from '../rhythm/rules.ts';
import {
  type Agreement,
  type AgreementBasis,
  type AgreementOnDay,
  type AgreementState,
  type AgreementStep,
  type Approval,
  agreedServices,
  agreementVersion,
  parties,
  type Terms,
  type TermsFacts,
} from './words.ts';

/** Whether a placement of the service is to have an agreement of client, employer and organiser. */
function needsAgreement(service: Service): boolean {
  return (agreedServices as readonly Service[]).includes(service);
}

type Placed = Pick<Placement, 'id' | 'relationshipId' | 'service' | 'workplaceId' | 'during'>;
type AgreedAbout = readonly Pick<Agreement, 'placementId'>[];

const goesOn = (during: Range, on: Day): boolean => during.to === null || during.to > on;

/** How far a placement has come: in a group, or at a workplace with the agreement about it or without. */
export function placementStateOn(placement: Placed, agreements: AgreedAbout, on: Day): ServiceState {
  if (placement.workplaceId === null) return 'grouped';
  const isAgreed = agreements.some(({ placementId }) => placementId === placement.id);
  return !isAgreed && needsAgreement(placement.service) && goesOn(placement.during, on) ? 'unagreed' : 'begun';
}

/** How far a service that has begun has come by its placements; who has left it, or is to leave, needs no new place. */
export function serviceStateOn(
  { id, during, left }: { readonly id: string; readonly during: Range; readonly left: boolean },
  placements: readonly Placed[],
  agreements: AgreedAbout,
  on: Day,
): ServiceState {
  const own = placements.filter((one) => one.relationshipId === id && goesOn(one.during, on));
  if (own.length === 0) return contains(during, on) && !left ? 'unplaced' : 'begun';
  const states = own.map((one) => placementStateOn(one, agreements, on));
  return states.find((state) => state === 'unagreed') ?? states.find((state) => state === 'begun') ?? 'grouped';
}

/** What is known of a client, from which the facts of one matter are read. */
interface KnownOfClient {
  /** Decisions that stand, as the law lets them hold. */
  readonly decisions: readonly Pick<Decision, 'id' | 'referralId' | 'decidedOn' | 'outcome' | 'during' | 'holds'>[];
  /** Of the matter; missing where the law wants no assessment, or for who does not read it. */
  readonly assessed: AssessmentFacts | undefined;
  readonly plans: readonly Plan[];
  readonly relationships: readonly Pick<Relationship, 'id' | 'service' | 'during' | 'decisionId'>[];
  readonly placements: readonly Placed[];
  readonly agreements: AgreedAbout;
  /** The relationships that an exit ended or is to end. */
  readonly left: ReadonlySet<string>;
}

type MatterOfClient = Pick<Referral, 'id' | 'service' | 'receivedOn'> & Pick<MatterFacts, 'withdrawnOn' | 'decidedOn'>;

/** Plans of the matter's service that were made since it came. */
export const plansSince = <P extends Pick<Plan, 'service' | 'madeOn'>>(
  { service, receivedOn }: Pick<MatterOfClient, 'service' | 'receivedOn'>,
  plans: readonly P[],
): P[] => plans.filter((plan) => plan.service === service && plan.madeOn >= receivedOn);

/** The facts of a matter, from which its state and what comes next follow on every page. */
export function matterFacts(matter: MatterOfClient, known: KnownOfClient, on: Day): MatterFacts {
  const { relationships, placements, agreements, left, assessed } = known;
  const decision = known.decisions.find(({ referralId }) => referralId === matter.id);
  const begun = decision && relationships.find(({ decisionId }) => decisionId === decision.id);
  const granted = decision?.during ?? null;
  return {
    withdrawnOn: matter.withdrawnOn,
    decidedOn: decision?.decidedOn ?? matter.decidedOn,
    outcome: decision?.outcome ?? null,
    during: decision?.holds ?? null,
    assessment: assessed ? assessmentStand(assessed, on) : null,
    ...plannedBy(plansSince(matter, known.plans), on),
    begun: begun ? serviceStateOn({ ...begun, left: left.has(begun.id) }, placements, agreements, on) : null,
    inService: relationships.some(
      ({ service, during }) => service === matter.service && granted !== null && overlaps(during, granted),
    ),
  };
}

/**
 * 189/2001 section 2: rehabilitative work is no employment; supported employment is, by an employment contract of its
 * own; job coaching may stand beside one; open work is an activity of the organiser's.
 */
export function agreementBasis(service: Service): AgreementBasis {
  if (service === 'supported-employment') return 'employment';
  if (service === 'rehabilitative-work') return 'rehabilitation';
  return service === 'job-coaching' ? 'coaching' : 'activity';
}

/**
 * What the paper of an agreement states beside tasks, hours and days: money and meal by the rates of its first day, who
 * coaches, and how often the organiser keeps in touch. A wage is the employer's, the costs of rehabilitative work are paid
 * with the benefit, and what client and coach wish of their contacts is theirs: none of these is agreed by the three.
 */
export function termsOf({ service, employerId, from, relationship, meal, coach, rates, rhythms }: TermsFacts): Terms {
  const allowance = service === 'open-work' ? rateOn(rates, 'open-work-allowance', from) : undefined;
  const share = allowance && employerId !== null ? rateOn(rates, 'employer-share', from, employerId) : undefined;
  const charge = meal ? rateOn(rates, 'meal-charge', from) : undefined;
  const inForce = inForceOn(rhythms, from);
  const steadyOn = steadyFrom(relationship, rhythms);
  const starting = steadyOn !== null && from < steadyOn ? inForce.find(({ phase }) => phase === 'starting') : undefined;
  const steady = inForce.find(({ phase }) => phase === 'steady');
  const interval = (one: typeof steady) =>
    one?.everyDays ? { everyDays: one.everyDays, everyDaysAtMost: one.everyDaysAtMost } : null;
  const begins = interval(starting);
  return {
    perDay: allowance?.amount ?? null,
    employerShare: share?.amount ?? null,
    meal: meal ? { charge: charge?.amount ?? null } : null,
    coach,
    starting: begins && steadyOn ? { ...begins, until: addDays(steadyOn, -1) } : null,
    steady: interval(steady),
    visitAtRenewal: steady?.visitAtRenewal ?? false,
  };
}

/** The day up to which agreements are to be renewed, seen from a day: those that end within a month. */
export function renewalHorizon(on: Day): Day {
  return addMonths(on, 1);
}

/** Approvals of the content as it stands now; a word changed withdraws those given before. */
function standing({ approvals, contentHash }: AgreedParts): Approval[] {
  return approvals.filter((approval) => approval.contentHash === contentHash);
}

/** As much of an agreement as where it is on a day follows from. */
export interface AgreedParts extends Pick<Agreement, 'during' | 'placedDuring' | 'renewed' | 'contentHash'> {
  readonly approvals: readonly Approval[];
}

/** A paper may have been signed before it was recorded, yet not years before what it is about begins. */
export function mayBeApprovedOn({ during }: Pick<Agreement, 'during'>, on: Day, today: Day): boolean {
  return on <= today && on >= addYears(during.from, -1);
}

/** Where an agreement is on a day, folded from its days, its placement's days and the approvals given by then. */
export function agreementStateOn(agreement: AgreedParts, on: Day): AgreementState {
  const approved = standing(agreement).filter(({ approvedOn }) => approvedOn <= on);
  const waitingFor = parties.filter((party) => !approved.some((approval) => approval.party === party));
  const withdrawn = waitingFor.flatMap((party) => {
    const earlier = agreement.approvals.findLast((one) => one.party === party && one.approvedOn <= on);
    return earlier ? [earlier] : [];
  });
  return { state: stateNameOn(agreement, waitingFor.length, on), waitingFor, approved, withdrawn };
}

function stateNameOn(
  { during, placedDuring, renewed }: Pick<Agreement, 'during' | 'placedDuring' | 'renewed'>,
  waiting: number,
  on: Day,
): AgreementState['state'] {
  const end = earlierEnd(during.to, placedDuring.to);
  if (end !== null && on >= end) return contains(placedDuring, on) && !renewed ? 'lapsed' : 'ended';
  if (waiting > 0) return waiting === parties.length ? 'draft' : 'waiting';
  if (on < during.from) return 'agreed';
  // A placement that ends with its agreement needs no other.
  const goesOn = during.to !== null && contains(placedDuring, during.to);
  return goesOn && !renewed && during.to <= renewalHorizon(on) ? 'to-renew' : 'in-force';
}

type NoAgreementStep = 'agreement-ended' | 'approved-already' | 'not-approved';

/**
 * Whether each step is open to an agreement in each state, else why not. A pair that is left out does not compile; the buttons of
 * its card and the refusals of acts read this one table. One that lapsed is gone on from, whoever had approved it: nothing else is left.
 */
const stepsOf: Readonly<Record<AgreementState['state'], Readonly<Record<AgreementStep, null | NoAgreementStep>>>> = {
  draft: { approve: null, change: null, renew: 'not-approved' },
  waiting: { approve: null, change: null, renew: 'not-approved' },
  agreed: { approve: 'approved-already', change: null, renew: null },
  'in-force': { approve: 'approved-already', change: null, renew: null },
  'to-renew': { approve: 'approved-already', change: null, renew: null },
  lapsed: { approve: 'agreement-ended', change: 'agreement-ended', renew: null },
  ended: { approve: 'agreement-ended', change: 'agreement-ended', renew: 'agreement-ended' },
};

/** Why a step is closed to an agreement; null where it is open. */
export function closedStep({ state }: Pick<AgreementState, 'state'>, step: AgreementStep): NoAgreementStep | null {
  return stepsOf[state][step];
}

/** Whether an agreement in that state binds the three: all have approved it and its days run. */
export function isInForce({ state }: Pick<AgreementState, 'state'>): boolean {
  return state === 'in-force' || state === 'to-renew';
}

/** The days on which an agreement was in force: from its last approval on, as long as it and its placement hold; null for none. */
export function forceOf(agreement: AgreedParts): Range | null {
  const approved = standing(agreement);
  if (parties.some((party) => !approved.some((approval) => approval.party === party))) return null;
  const from = [agreement.during.from, ...approved.map(({ approvedOn }) => approvedOn)].toSorted().at(-1) as Day;
  const to = earlierEnd(agreement.during.to, agreement.placedDuring.to);
  return to === null || from < to ? { from, to } : null;
}

/** An agreement with where it is on a day, without approvals that no longer hold. */
export function agreementOnDay(agreement: Agreement, on: Day): AgreementOnDay {
  const { approvals: _, ...answer } = agreement;
  return { ...answer, ...agreementStateOn(agreement, on), takeBackVersion: agreementVersion(agreement) };
}

/** The state in which an agreement asks something of its parties or their worker. */
export function asksForWork({ state }: Pick<AgreementState, 'state'>): 'to-renew' | 'to-approve' | null {
  if (state === 'to-renew' || state === 'lapsed') return 'to-renew';
  return state === 'draft' || state === 'waiting' ? 'to-approve' : null;
}
