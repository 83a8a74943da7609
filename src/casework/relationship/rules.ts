import type { Day } from '../../kernel/day.ts';
import { contains, type Range } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import type { Decision } from '../decision/words.ts';
import { noStep } from '../referral/rules.ts';
import { workerForSurname } from '../worker/rules.ts';
import type { LetterShare } from '../worker/words.ts';
import type { Allocation, AllocationRule, Held, Taker } from './words.ts';

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

/** How many clients a stand-in may have of what is agreed as the most; for good it is what is agreed. */
const standInShare = 1.5;

/** The most clients that a colleague takes; null where no most is agreed. */
export function roomOf({ agreed }: Pick<Taker, 'agreed'>, standIn: boolean): number | null {
  return agreed === null ? null : Math.floor(agreed * (standIn ? standInShare : 1));
}

/**
 * A share that keeps workplaces, language and home together: each goes to the colleague with whom it has most in common,
 * while there is room, else to the one with the lightest load. A group goes whole.
 */
export function proposeShares(
  held: readonly Held[],
  takers: readonly Taker[],
  standIn: boolean,
): { readonly id: string; readonly toId: string }[] {
  const loads = new Map(takers.map(({ id, clients }) => [id, clients]));
  const common = (one: Held, taker: Taker) =>
    (one.workplaceIds.some((id) => taker.workplaceIds.includes(id)) ? 4 : 0) +
    (one.language !== 'fi' && one.language === taker.language ? 3 : 0) +
    (one.municipality !== null && taker.municipalities.includes(one.municipality) ? 1 : 0);
  const things = [...Map.groupBy(held, ({ id }) => id).values()];
  return things.flatMap((own) => {
    const [one] = own;
    const able = one ? takers.filter((taker) => taker.as.includes(one.role)) : [];
    const ranked = able
      .map((taker) => {
        const load = loads.get(taker.id) ?? 0;
        const room = roomOf(taker, standIn);
        const fits = room === null || load + own.length <= room;
        return { taker, fits, common: one ? common(one, taker) : 0, load: room ? load / room : load / 1000 };
      })
      .sort((a, b) => Number(b.fits) - Number(a.fits) || (a.fits ? b.common - a.common : 0) || a.load - b.load);
    const chosen = ranked[0]?.taker;
    if (!one || !chosen) return [];
    loads.set(chosen.id, (loads.get(chosen.id) ?? 0) + own.length);
    return [{ id: one.id, toId: chosen.id }];
  });
}
