import { addDays, type Day } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import { correctionProcedure } from '../../law/act-2003-434.ts';
import { appealDeadline } from '../../law/act-2019-808.ts';
import { cite } from '../../law/provisions.ts';
import { rectifyUntil } from '../decision/rules.ts';
import {
  type LineStep,
  type MatterAct,
  type MatterEvent,
  type MatterSoFar,
  matterActs,
  matterEvents,
  type Request,
  type RequestDetails,
  type ServedDecision,
  type Stand,
} from './words.ts';

/** 434/2003 § 49 c: whether a request came after the last day; one that came before the decision was served came in time. */
export function cameLate(
  { receivedOn }: Pick<Request, 'receivedOn'>,
  decision: Pick<ServedDecision, 'servedOn'>,
): boolean {
  const last = rectifyUntil(decision);
  return last !== null && receivedOn > last;
}

/**
 * Where a decision stands on a day: open to rectification, with the body, open to appeal, before the court, or final.
 * It has the force of law from the day after the last day on which anything could still be done.
 */
export function standingOn(
  decision: Pick<ServedDecision, 'servedOn'>,
  requests: readonly Request[],
  today: Day,
): { readonly stand: Stand; readonly on: Day | null } {
  const last = requests.toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1)).at(-1);
  if (!last)
    return decision.servedOn === null
      ? { stand: 'not-served', on: null }
      : until('open', rectifyUntil(decision), today);
  if (last.decidedOn === null) return { stand: 'requested', on: null };
  if (last.servedOn === null) return { stand: 'to-serve', on: null };
  if (last.appealedOn === null) return until('appealable', appealDeadline(last.servedOn), today);
  if (last.courtDecidedOn === null) return { stand: 'appealed', on: null };
  if (last.courtOutcome === 'returned') return { stand: 'returned', on: last.courtDecidedOn };
  return { stand: 'final', on: last.courtDecidedOn };
}

/**
 * Whether a decision was changed or sent back by the body or, after it, the court, and stands as it was made all the same: what they
 * decided is carried out by deciding anew, or by changing what a service stands on.
 */
export function toDecideAnew(
  decision: { readonly annulledOn: Day | null; readonly changedBy: object | null },
  requests: readonly Pick<Request, 'receivedOn' | 'outcome' | 'courtOutcome'>[],
): boolean {
  const last = requests.toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1)).at(-1);
  if (!last || decision.annulledOn !== null || decision.changedBy !== null) return false;
  return last.courtOutcome === 'changed' || last.courtOutcome === 'returned' || last.outcome === 'changed';
}

/** 434/2003 § 53: whoever handles a request is told that the decision is mended, and gets the new one. */
export const tellingProvision = (language: Language): string =>
  cite(correctionProcedure.id, language, { subsection: 2 });

/** Open until its last day; a decision so old that its time is not known is final. */
function until(stand: Stand, last: Day | null, today: Day): { readonly stand: Stand; readonly on: Day | null } {
  if (last === null) return { stand: 'final', on: null };
  return today <= last ? { stand, on: last } : { stand: 'final', on: addDays(last, 1) };
}

/** What this matter waits for, the most pressing first. */
export function actsOfMatter({ next, decisions }: Pick<MatterSoFar, 'next' | 'decisions'>): MatterAct[] {
  const standing = decisions.filter(({ annulledOn }) => annulledOn === null);
  const isAt = (...stands: Stand[]) => standing.some(({ stand }) => stand !== null && stands.includes(stand));
  const waits: Readonly<Record<MatterAct, boolean>> = {
    assess: next.includes('assess'),
    plan: next.includes('plan'),
    decide: next.includes('decide'),
    serve: isAt('not-served'),
    start: next.includes('start'),
    'decide-request': isAt('requested'),
    'serve-request': isAt('to-serve'),
    'record-court': isAt('appealed'),
    'decide-anew': standing.some((one) => one.toDecideAnew),
  };
  return matterActs.filter((act) => waits[act]);
}

/** As which step of the line each thing to do is seen. */
const stepOfAct: Readonly<Record<MatterAct, MatterEvent>> = {
  assess: 'assessed',
  plan: 'planned',
  decide: 'decided',
  serve: 'served',
  start: 'begun',
  'decide-request': 'request-decided',
  'serve-request': 'request-served',
  'record-court': 'court-decided',
  'decide-anew': 'decided',
};

/** The line of a matter: what was done in the order of its days, then what comes next, then what follows of itself. */
export function lineOf(matter: MatterSoFar, today: Day): LineStep[] {
  const done = (kind: MatterEvent, on: Day | null, id: string | null): LineStep[] =>
    on === null ? [] : [{ kind, state: 'done', on, id }];
  const steps = [
    ...done('received', matter.receivedOn, matter.id),
    ...done('assessment-begun', matter.assessment?.begunOn ?? null, matter.assessment?.id ?? null),
    ...done('assessed', matter.assessment?.finishedOn ?? null, matter.assessment?.id ?? null),
    ...matter.plans.flatMap(({ id, madeOn }) => done('planned', madeOn, id)),
    ...matter.hearings.flatMap(({ id, askedOn, answeredOn }) => [
      ...done('hearing-asked', askedOn, id),
      ...done('hearing-answered', answeredOn, id),
    ]),
    ...done('presented', matter.presentedOn, null),
    ...done('returned', matter.returnedOn, null),
    ...done('withdrawn', matter.withdrawnOn, null),
    ...matter.decisions.flatMap((one) => [
      ...done('decided', one.decidedOn, one.id),
      ...done('served', one.servedOn, one.id),
      ...done('corrected', one.correctedOn, one.id),
      ...one.requests.flatMap((request) => [
        ...done('requested', request.receivedOn, request.id),
        ...done('request-decided', request.decidedOn, request.id),
        ...done('request-served', request.servedOn, request.id),
        ...done('appealed', request.appealedOn, request.id),
        ...done('court-decided', request.courtDecidedOn, request.id),
      ]),
      ...done('annulled', one.annulledOn, one.id),
      ...(one.annulledOn === null && one.stand === 'final' ? done('final', one.standOn, one.id) : []),
    ]),
    ...matter.begun.flatMap(({ id, from }) => (from <= today ? done('begun', from, id) : [])),
    ...done('ended', matter.lastDay !== null && matter.lastDay < today ? matter.lastDay : null, null),
  ];
  // Of one day in the order in which such things follow one another.
  const ordered = steps.toSorted((a, b) =>
    a.on === b.on ? matterEvents.indexOf(a.kind) - matterEvents.indexOf(b.kind) : (a.on ?? '') < (b.on ?? '') ? -1 : 1,
  );
  return [...ordered, ...aheadOf(matter, today)];
}

function aheadOf(matter: MatterSoFar, today: Day): LineStep[] {
  const [first, ...rest] = actsOfMatter(matter);
  const step = (kind: MatterEvent, state: 'next' | 'ahead', on: Day | null = null): LineStep => ({
    kind,
    state,
    on,
    id: null,
  });
  const standing = matter.decisions.find(({ annulledOn }) => annulledOn === null);
  const begins = matter.begun.find(({ from }) => from > today);
  const open = standing?.stand === 'open' || standing?.stand === 'appealable';
  const kinds = [
    ...(first ? [step(stepOfAct[first], 'next')] : []),
    ...rest.map((act) => step(stepOfAct[act], 'ahead')),
    // A matter that is pending is decided and served, whatever is done first.
    ...(first === 'assess' ? [step('planned', 'ahead')] : []),
    ...(first === 'assess' || first === 'plan' ? [step('decided', 'ahead')] : []),
    ...(first === 'assess' || first === 'plan' || first === 'decide' ? [step('served', 'ahead')] : []),
    ...(begins ? [step('begun', 'ahead', begins.from)] : []),
    ...(standing && open ? [step('final', 'ahead', standing.standOn)] : []),
    ...(matter.lastDay !== null && matter.lastDay >= today ? [step('ended', 'ahead', matter.lastDay)] : []),
  ];
  const days = (one: LineStep) => one.on ?? '';
  return kinds
    .filter(({ kind }, n) => kinds.findIndex((one) => one.kind === kind) === n)
    .toSorted((a, b) => (days(a) === days(b) ? 0 : days(a) < days(b) ? -1 : 1));
}

/** The steps of a request in their order, by the field that tells the day of each. */
const steps = ['receivedOn', 'decidedOn', 'servedOn', 'appealedOn', 'courtDecidedOn'] as const;
type RequestStep = (typeof steps)[number];

/** The last step that is recorded of a request: it is what can be taken back, since the next stands on the one before. */
export function lastStepOf(request: Pick<Request, RequestStep>): RequestStep {
  return steps.findLast((step) => request[step] !== null) ?? 'receivedOn';
}

/** Why a corrected request cannot stand, and the field that it means: it has the same steps, on days in their order that have come. */
export function correctionFault(
  before: RequestDetails,
  after: RequestDetails,
  today: Day,
): { readonly field: string; readonly why: 'not-the-next-step' | 'in-future' | 'before-last-step' } | null {
  const whole = [...steps, 'outcome', 'reasons', 'courtOutcome'] as const;
  const changed = whole.find((field) => (before[field] === null) !== (after[field] === null));
  if (changed) return { field: changed, why: 'not-the-next-step' };
  for (const [n, field] of steps.entries()) {
    const on = after[field];
    // What is appealed is the decision, which may count as served later than it came.
    const step = field === 'appealedOn' ? 'decidedOn' : steps[n - 1];
    const earlier = step === undefined ? null : after[step];
    // A letter is served some days after it was sent, which may lie ahead.
    if (on !== null && on > today && field !== 'servedOn') return { field, why: 'in-future' };
    if (on !== null && earlier !== null && on < earlier) return { field, why: 'before-last-step' };
  }
  return null;
}
