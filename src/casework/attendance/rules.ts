import {
  addDays,
  type Day,
  daysBetween,
  type Holiday,
  holidayOn,
  publicHolidays,
  startOfYear,
  weekdayOf,
} from '../../kernel/day.ts';
import { contains, type Range } from '../../kernel/range.ts';
import {
  firstDayOverLimit,
  isLongEnough,
  mayParticipateOn,
  participationLimit,
  participationLimitOn,
  participationWindow,
} from '../../law/act-2001-189.ts';
import type { Cell, Expected, Mark } from './words.ts';

/**
 * What a placement says of a day: agreed, closed for a public holiday, paused by an agreed break, without a decision in force, or not
 * a day of it.
 */
export function cellState(
  { during, weekdays, pauses, undecided }: Pick<Expected, 'during' | 'weekdays' | 'pauses' | 'undecided'>,
  on: Day,
): Cell['state'] {
  if (!contains(during, on) || !weekdays.includes(weekdayOf(on))) return 'none';
  if (undecided.some((days) => contains(days, on))) return 'undecided';
  if (closingHoliday(on)) return 'closed';
  return pauses.some((pause) => contains(pause, on)) ? 'paused' : 'agreed';
}

/** Why a mark cannot stand, or null when it can. Being present is told of days that have come; a holiday or absence may be told ahead. */
export function markObstacle(
  mark: Pick<Mark, 'kind'>,
  state: Cell['state'],
  on: Day,
  today: Day,
): 'not-agreed' | 'no-decision' | 'closed-day' | 'not-yet' | null {
  // 1301/2014 § 45: social welfare rests on a decision.
  if (state === 'undecided') return 'no-decision';
  if (state === 'none' || state === 'paused') return 'not-agreed';
  // Nobody uses a day of holiday when the service is closed anyway.
  if (state === 'closed' && mark.kind === 'holiday') return 'closed-day';
  return mark.kind === 'present' && on > today ? 'not-yet' : null;
}

/**
 * 189/2001 § 14: which day would be one too many for the 12 months that end with it, if the days added were days of
 * participation; a day recorded late counts in the windows of later days too. Null when none is.
 */
export function participationObstacle(
  before: readonly Day[],
  added: readonly Day[],
): { readonly on: Day; readonly most: number; readonly provision: string } | null {
  const counted = (on: Day) => added.some((one) => contains(participationWindow(on), one));
  const on = firstDayOverLimit([...before, ...added], counted);
  if (on === null) return null;
  return { on, most: participationLimitOn(on), provision: participationLimit.id };
}

/** Of days present in rehabilitative work those that are days of participation: as long as the law asks. */
export function daysCounted<T extends { readonly heldOn: Day; readonly hoursADay: number | null }>(
  days: readonly T[],
): T[] {
  return days.filter(({ hoursADay, heldOn }) => isLongEnough(hoursADay, heldOn));
}

/**
 * 189/2001 § 13 (§ 13 b from 2021): the first of the days added that is one too many for its calendar week; null when none is. Days
 * a week that the law no longer allows are agreed still where the placement began before it.
 */
export function weekObstacle(
  before: readonly Day[],
  added: readonly Day[],
  begunOn: Day,
): { readonly on: Day; readonly most: number; readonly provision: string } | null {
  for (const on of added.toSorted()) {
    const verdict = mayParticipateOn(on, [...before, ...added], begunOn);
    if (verdict.why === 'too-many-days-in-week' && verdict.provision !== null)
      return { on, most: verdict.mostInWeek, provision: verdict.provision };
  }
  return null;
}

/** Days that are agreed, have come, and have no mark: what a group still owes. */
export function notMarked(cells: readonly Cell[], today: Day): number {
  return cells.filter(({ on, state, mark }) => state === 'agreed' && mark === null && on <= today).length;
}

/** A mark as the database holds it: a reason only where absent, a meal only where present. */
export function whole({ kind, reason, meal }: Mark): Mark {
  return { kind, reason: kind === 'absent' ? (reason ?? 'sick') : null, meal: kind === 'present' && meal };
}

/** The holiday for which a service is closed that day, and owes no marks; so it is on Midsummer Eve and Christmas Eve. */
export function closingHoliday(on: Day): Holiday | null {
  return holidayOn(on);
}

/** Days of the range on which a service is closed for a public holiday. */
export function closedDays({ from, to }: Range & { readonly to: Day }): Day[] {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1;
  return Array.from({ length: years }, (_, n) => [...publicHolidays(Number(from.slice(0, 4)) + n).keys()])
    .flat()
    .filter((on) => from <= on && on < to && closingHoliday(on) !== null);
}

/** The number of the calendar week, as ISO 8601 and Finnish calendars count it: the week that holds the year's first Thursday is 1. */
export function weekNumber(on: Day): number {
  const thursday = addDays(on, 4 - weekdayOf(on));
  return Math.floor(daysBetween(startOfYear(thursday), thursday) / 7) + 1;
}
