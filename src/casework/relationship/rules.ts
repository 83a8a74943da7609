import type { Day } from '../../kernel/day.ts';
import { contains, type Range } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import type { Decision } from '../decision/words.ts';
import { noStep } from '../referral/rules.ts';
import { workerForSurname } from '../worker/rules.ts';
import type { LetterShare } from '../worker/words.ts';
import type { Allocation, AllocationRule } from './words.ts';

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
  decision: Pick<Decision, 'outcome' | 'during' | 'service'>,
  offered: Service,
  from: Day,
): StartObstacle | null {
  const none = noStep(decision.outcome === 'grant' ? 'granted' : 'denied', 'start');
  if (none) return none;
  if (decision.during === null) return 'not-granted';
  if (!carries(decision.service, offered)) return 'other-service';
  return contains(decision.during, from) ? null : 'outside-decision';
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
