import { addDays, type Day, daysBetween } from '../../kernel/day.ts';
import type { Range } from '../../kernel/range.ts';

/** Days between the end of one service and the beginning of the next within which it is one move, not an exit and a return. */
const joins = 7;

/** The first day out of service, from the last day in it. */
export function outFrom(lastDay: Day): Day {
  return addDays(lastDay, 1);
}

/** The last day in service, from the first day out of it. */
export function lastDayOf(endedOn: Day): Day {
  return addDays(endedOn, -1);
}

/**
 * Why a relationship cannot go over into another, or null: they must be of different services, the later one begin no
 * earlier than the earlier one, and about when that one ends.
 * Source: seed, Q7 (from work activity to open work); trap 32 of the law digest: a transition is no exit.
 */
export function moveObstacle(
  from: { readonly service: string; readonly during: Range },
  to: { readonly service: string; readonly during: Range },
  on: Day,
): 'same-service' | 'does-not-follow' | null {
  if (from.service === to.service) return 'same-service';
  if (to.during.from < from.during.from || Math.abs(daysBetween(on, to.during.from)) > joins) return 'does-not-follow';
  return to.during.to !== null && to.during.to <= on ? 'does-not-follow' : null;
}
