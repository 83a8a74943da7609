import { type Day, holidayOn, isEve, weekdayOf } from '../../kernel/day.ts';
import { contains } from '../../kernel/range.ts';
import type { Cell, Expected, Mark } from './words.ts';

/** What a placement says of a day: agreed, closed for a public holiday, paused by an agreed break, or not a day of it. */
export function cellState(
  { during, weekdays, pauses }: Pick<Expected, 'during' | 'weekdays' | 'pauses'>,
  on: Day,
): Cell['state'] {
  if (!contains(during, on) || !weekdays.includes(weekdayOf(on))) return 'none';
  const holiday = holidayOn(on);
  if (holiday !== null && !isEve(holiday)) return 'closed';
  return pauses.some((pause) => contains(pause, on)) ? 'paused' : 'agreed';
}

/** Why a mark cannot stand, or null when it can. Being present is told of days that have come; a holiday or absence may be told ahead. */
export function markObstacle(
  mark: Pick<Mark, 'kind'>,
  state: Cell['state'],
  on: Day,
  today: Day,
): 'not-agreed' | 'not-yet' | null {
  if (state === 'none' || state === 'paused') return 'not-agreed';
  return mark.kind === 'present' && on > today ? 'not-yet' : null;
}

/** Days that are agreed, have come, and have no mark: what a group still owes. */
export function notMarked(cells: readonly Cell[], today: Day): number {
  return cells.filter(({ on, state, mark }) => state === 'agreed' && mark === null && on <= today).length;
}

/** A mark as the database holds it: a reason only where absent, a meal only where present. */
export function whole({ kind, reason, meal }: Mark): Mark {
  return { kind, reason: kind === 'absent' ? (reason ?? 'sick') : null, meal: kind === 'present' && meal };
}
