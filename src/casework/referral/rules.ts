import { addDays, type Day, daysBetween } from '../../kernel/day.ts';
import { executionLimit } from '../../law/act-2014-1301.ts';
import { jointPlan } from '../../law/act-2014-1369.ts';
import { multisectoralPlan } from '../../law/act-2023-381.ts';
import { versionOn } from '../../law/provision.ts';
import {
  type DecisionClock,
  type MatterFacts,
  type MatterState,
  type MatterStep,
  matterSteps,
  type ReferralState,
  type ServiceState,
  type Source,
  sources,
} from './words.ts';

/** Where a referral is on a day: what was withdrawn or decided later was still pending then. */
export function stateOn(
  { withdrawnOn, decidedOn }: Pick<MatterFacts, 'withdrawnOn' | 'decidedOn'>,
  on: Day,
): ReferralState {
  if (withdrawnOn !== null && withdrawnOn <= on) return 'withdrawn';
  return decidedOn !== null && decidedOn <= on ? 'decided' : 'pending';
}

/**
 * The three-month clock of a pending matter: the day by which its decision must be carried out, and days left to it
 * (negative when it has passed).
 * Source: 1301/2014, section 45.
 */
export function clockOn(receivedOn: Day, on: Day): DecisionClock {
  const dueOn = executionLimit(receivedOn);
  return { dueOn, daysLeft: daysBetween(on, dueOn) };
}

/** The first day of receipt from which the three months last to the day or past it: clocks of many are counted by it. */
export function firstReceivedDueFrom(on: Day): Day {
  let received = on;
  while (executionLimit(addDays(received, -1)) >= on) received = addDays(received, -1);
  return received;
}

/**
 * Whether the three months of a matter still run: they are for carrying it out, so that a grant does not end them, and the first day
 * of the service does.
 * Source: 1301/2014, section 45.
 */
export function waitsForExecution(state: MatterState): boolean {
  return waitsForDecision(state) || state === 'granted';
}

/** States of a matter that waits for its decision. */
const waiting = ['unassessed', 'assessing', 'pending', 'drafted', 'planned'] as const satisfies readonly MatterState[];

export function waitsForDecision(state: MatterState): boolean {
  return waiting.some((one) => one === state);
}

/** How far a matter has come on a day. */
export function matterOn(facts: MatterFacts, on: Day): MatterState {
  const state = stateOn(facts, on);
  if (state === 'withdrawn') return 'withdrawn';
  if (state === 'pending') {
    if (facts.planned) return 'planned';
    if (facts.drafted) return 'drafted';
    return facts.assessment === null ? 'pending' : facts.assessment === 'due' ? 'unassessed' : 'assessing';
  }
  if (facts.outcome !== null && facts.outcome !== 'grant') return 'denied';
  if (facts.begun) return facts.begun;
  // Nothing is left of what another decision took the place of before it began.
  if (facts.outcome === 'grant' && facts.during === null) return 'run-out';
  if (facts.during?.to != null && facts.during.to <= on) return 'run-out';
  return facts.inService ? 'in-service' : 'granted';
}

type Taken = 'next' | 'may';
type Closed = 'already-decided' | 'already-withdrawn';
interface Steps extends Readonly<Record<MatterStep, string>> {
  readonly assess: Taken | Closed;
  readonly plan: Taken;
  readonly decide: Taken | Closed;
  readonly withdraw: Taken | Closed;
  readonly start: Taken | 'not-granted';
  readonly place: Taken | 'no-such-relationship';
  readonly agree: Taken | 'no-such-placement' | 'not-at-workplaces';
}

/** Nothing has begun in which one could be placed, and there is no placement to agree on. */
const beforeStart = { place: 'no-such-relationship', agree: 'no-such-placement' } as const;
/** What has begun goes on by its decision; a later beginning, or one recorded late, may still be told. */
const afterStart = {
  assess: 'already-decided',
  plan: 'may',
  decide: 'already-decided',
  withdraw: 'already-decided',
  start: 'may',
} as const;

/**
 * What each step is to a matter in each state: the one that comes next, one that may be taken as well, or none, and why.
 * A pair that is left out does not compile. Pages, menus, worklists and the refusals of acts read this one table.
 */
const stepsOf: Readonly<Record<MatterState, Steps>> = {
  unassessed: {
    assess: 'next',
    plan: 'may',
    decide: 'may',
    withdraw: 'may',
    start: 'not-granted',
    ...beforeStart,
  },
  assessing: {
    assess: 'next',
    plan: 'may',
    decide: 'may',
    withdraw: 'may',
    start: 'not-granted',
    ...beforeStart,
  },
  pending: { assess: 'may', plan: 'next', decide: 'may', withdraw: 'may', start: 'not-granted', ...beforeStart },
  // What is left of planning is that those sign who have not.
  drafted: { assess: 'may', plan: 'next', decide: 'may', withdraw: 'may', start: 'not-granted', ...beforeStart },
  planned: { assess: 'may', plan: 'may', decide: 'next', withdraw: 'may', start: 'not-granted', ...beforeStart },
  withdrawn: {
    assess: 'already-withdrawn',
    plan: 'may',
    decide: 'already-withdrawn',
    withdraw: 'already-withdrawn',
    start: 'not-granted',
    ...beforeStart,
  },
  denied: {
    assess: 'already-decided',
    plan: 'may',
    decide: 'already-decided',
    withdraw: 'already-decided',
    start: 'not-granted',
    ...beforeStart,
  },
  granted: {
    assess: 'already-decided',
    plan: 'may',
    decide: 'already-decided',
    withdraw: 'already-decided',
    start: 'next',
    ...beforeStart,
  },
  // Who is in the service goes on by the new decision.
  'in-service': { ...afterStart, ...beforeStart },
  'run-out': { ...afterStart, ...beforeStart },
  unplaced: { ...afterStart, place: 'next', agree: 'no-such-placement' },
  grouped: { ...afterStart, place: 'may', agree: 'not-at-workplaces' },
  unagreed: { ...afterStart, place: 'may', agree: 'next' },
  begun: { ...afterStart, place: 'may', agree: 'may' },
};

/** What comes next for a matter on a day. */
export function nextSteps(facts: MatterFacts, on: Day): MatterStep[] {
  return matterSteps.filter((step) => stepsOf[matterOn(facts, on)][step] === 'next');
}

/** Why a step is none of a matter in the state; null where it may be taken. */
export function noStep<Step extends MatterStep>(state: MatterState, step: Step): Exclude<Steps[Step], Taken> | null {
  const answer: Steps[Step] = stepsOf[state][step];
  return answer === 'next' || answer === 'may' ? null : (answer as Exclude<Steps[Step], Taken>);
}

/** The facts of a matter as far as it is known whether it was withdrawn or decided, not how. */
export function ownFacts({ withdrawnOn, decidedOn }: Pick<MatterFacts, 'withdrawnOn' | 'decidedOn'>): MatterFacts {
  return {
    withdrawnOn,
    decidedOn,
    outcome: null,
    during: null,
    assessment: null,
    planned: false,
    drafted: false,
    begun: null,
    inService: false,
  };
}

/** The facts of a service that has begun since a day, also of one whose matter is older than the register. */
export function begunFacts(begun: ServiceState, since: Day): MatterFacts {
  return { ...ownFacts({ withdrawnOn: null, decidedOn: since }), outcome: 'grant', begun };
}

/** Of the employment services until their reform of 1.1.2025, and since. */
const beforeReform: readonly Source[] = ['te-office-activation-plan', 'te-office-multisectoral-plan', 'typ'];
const sinceReform: readonly Source[] = ['employment-authority', 'multisectoral-model'];

/** 1369/2014 until 2024, 381/2023 from 2025: from where a client may come on a day; an office that is no more refers nobody. */
export function sourcesOn(on: Day): Source[] {
  const isOver = versionOn(jointPlan, on) === null && versionOn(multisectoralPlan, on) !== null;
  const gone = isOver ? beforeReform : sinceReform;
  return sources.filter((source) => !gone.includes(source));
}
