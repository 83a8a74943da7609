import { addDays, type Day } from '../../kernel/day.ts';
import { contains, overlaps, type Range, range } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import type { Decision } from '../decision/words.ts';
import { noStep } from '../referral/rules.ts';
import { workerForSurname } from '../worker/rules.ts';
import type { LetterShare } from '../worker/words.ts';
import type { Allocation, AllocationRule, Footing } from './words.ts';

export type StartObstacle = 'not-granted' | 'outside-decision' | 'other-service';

/** Open work is work activity at an employer and no service of its own in any statute: one decision carries both. */
const oneService: readonly (readonly Service[])[] = [['work-activity', 'open-work']];

/** Whether a decision on one service carries a relationship in another. */
export function carries(decided: Service, offered: Service): boolean {
  return decided === offered || oneService.some((all) => all.includes(decided) && all.includes(offered));
}

/**
 * 812/2000 § 6: social welfare rests on a decision.
 * What keeps a service from beginning on the day by the decision; null when it may begin.
 */
export function startObstacle(
  decision: Pick<Decision, 'outcome' | 'holds' | 'service'>,
  offered: Service,
  from: Day,
): StartObstacle | null {
  const none = noStep(decision.outcome === 'grant' ? 'granted' : 'denied', 'start');
  if (none) return none;
  if (decision.holds === null) return 'not-granted';
  if (!carries(decision.service, offered)) return 'other-service';
  return contains(decision.holds, from) ? null : 'outside-decision';
}

type Granting = Pick<Decision, 'holds' | 'service'>;

/** The days that decisions in force grant for a service, the earliest first. */
export function grantedDays(service: Service, decisions: readonly Granting[]): Range[] {
  return decisions
    .flatMap(({ holds, service: decided }) => (holds !== null && carries(decided, service) ? [holds] : []))
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** The days from one on that are granted without a gap, one decision after another; null where the first is not granted. */
export function grantedFrom(granted: readonly Range[], from: Day): Range | null {
  let to: Day | null = from;
  for (;;) {
    const on: Day = to;
    const next = granted.find((one) => contains(one, on));
    if (!next) return on === from ? null : range(from, on);
    to = next.to;
    if (to === null) return range(from);
  }
}

/**
 * 1301/2014 § 45: on what a service stands on a day. In force through the last day that is granted without a gap; ended when a
 * decision there was is over; without, where none was ever recorded, as of services that began before the register.
 */
export function footingOn(during: Range, granted: readonly Range[], on: Day): Footing {
  const covered = grantedFrom(granted, on);
  if (covered) return { state: 'in-force', lastDay: covered.to === null ? null : addDays(covered.to, -1) };
  const ends = granted.flatMap((one) => (overlaps(one, during) && one.to !== null && one.to <= on ? [one.to] : []));
  const last = ends.toSorted().at(-1);
  return last === undefined ? { state: 'without', lastDay: null } : { state: 'ended', lastDay: addDays(last, -1) };
}

/** Whether a relationship ended on its decision's last day, and by nothing else: it may go on by a new decision. */
export function endedByDecision(during: Range, granted: readonly Range[]): boolean {
  return during.to !== null && granted.some((one) => overlaps(one, during) && one.to === during.to);
}

/**
 * The days of a relationship that ended with its decision, when it goes on by the one after; null where none carries it further.
 * One without an end, of before the register, has nothing to go on from: on its days a decision is asked of each alone.
 */
export function goesOnFor(during: Range, granted: readonly Range[]): Range | null {
  const further = during.to === null ? null : grantedFrom(granted, during.to);
  return further && range(during.from, further.to);
}

/** As which role the rule names a worker, and whose posts it takes; null where nobody is named. */
export function namedBy(rule: AllocationRule) {
  if (rule === 'own-coach') return { role: 'coach' as const, posts: ['coach'] as const };
  if (rule === 'named-official')
    return { role: 'official' as const, posts: ['rehabilitative-instructor', 'social-worker', 'manager'] as const };
  return null;
}

/**
 * The case manager whom the rule gives a client who has none; one who is there stays, also when the surname changes.
 * Source: seed, rauma-id-case-manager-rule.
 */
export function caseManagerFor(
  allocation: Allocation,
  client: { readonly familyName: string; readonly caseManagerId: string | null },
  shares: readonly LetterShare[],
): string | null {
  if (!allocation.caseManagerByLetter || client.caseManagerId !== null) return null;
  return workerForSurname(client.familyName, shares);
}

/** Whether a break is going on. */
export function onBreak(pauses: readonly { readonly during: Range }[], on: Day): boolean {
  return pauses.some(({ during }) => contains(during, on));
}

/** A client with a case manager, as letters shared anew may move. */
export interface ManagedClient {
  readonly clientId: string;
  readonly familyName: string;
  readonly managerId: string;
}

/**
 * Who changes hands when the letters are shared anew: a client whose case manager was the one of the letters, or has no
 * letters any more, goes to the new one; whom somebody chose apart from the letters stays.
 */
export function movesByLetters(
  clients: readonly ManagedClient[],
  before: readonly LetterShare[],
  after: readonly LetterShare[],
): { readonly clientId: string; readonly fromId: string; readonly toId: string }[] {
  const holds = (shares: readonly LetterShare[], id: string) => shares.some(({ workerId }) => workerId === id);
  return clients.flatMap(({ clientId, familyName, managerId }) => {
    const next = workerForSurname(familyName, after);
    const byLetter = workerForSurname(familyName, before) === managerId;
    const leaves = holds(before, managerId) && !holds(after, managerId);
    if (next === null || next === managerId || !(byLetter || leaves)) return [];
    return [{ clientId, fromId: managerId, toId: next }];
  });
}
