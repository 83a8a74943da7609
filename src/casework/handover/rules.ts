import { covers } from '../../kernel/range.ts';
import { ownWorkerPosts } from '../ownworker/rules.ts';
import type { Post } from '../worker/words.ts';
import type { Hanging, Held, Taker } from './words.ts';

/** The posts by which a worker answers as a role for clients; null where any post does. */
const postsFor: Readonly<Record<Hanging['role'], readonly Post['role'][] | null>> = {
  coach: ['coach'],
  official: ['rehabilitative-instructor', 'social-worker', 'manager'],
  'case-manager': ['social-worker'],
  'group-leader': null,
  'own-worker': ownWorkerPosts,
};

/** Whether posts of a role let a worker answer for clients as the other. */
export function servesAs(role: Post['role'], answering: Hanging['role']): boolean {
  return postsFor[answering]?.includes(role) ?? true;
}

/** What is left with nobody when a post ends: of what hangs on its worker, what none of the other posts carries on. */
export function leftByPost(
  role: Post['role'],
  hanging: readonly Hanging[],
  others: readonly Pick<Post, 'role' | 'during'>[],
): Hanging[] {
  return hanging.filter(
    (one) =>
      servesAs(role, one.role) &&
      !others.some((post) => servesAs(post.role, one.role) && covers(post.during, one.during)),
  );
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
