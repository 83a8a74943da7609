/**
 * What may be asked from outside the organiser: whole past periods and month-ends of one group of services, as known now.
 * Any day, any mixture of services and any instant would let an outsider take one answer from another and find persons.
 */

import { groupCodes, serviceGroups } from '../../casework/organiser/words.ts';
import { addDays, addMonths, type Day, startOfMonth, startOfYear } from '../../kernel/day.ts';
import type { Range } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import type { ScopeQuery } from './scope.ts';

export type OutsideRefusal = 'outside-known-at' | 'outside-one-group' | 'outside-month-ends' | 'outside-whole-periods';

/** A period with an end, as all are that are asked for. */
export type Whole = Range & { readonly to: Day };

/** The field of the question that stands in the way. */
export const fieldOf: Readonly<Record<OutsideRefusal, string>> = {
  'outside-known-at': 'knownAt',
  'outside-one-group': 'service',
  'outside-month-ends': 'asOf',
  'outside-whole-periods': 'from',
};

/** The last day of the latest month that has ended, by a day and by today. */
export function monthEndBy(on: Day, today: Day): Day {
  const after = addDays(on, 1);
  return addDays(startOfMonth(after < today ? after : today), -1);
}

/** The month-ends that may be asked for, the latest first. */
export function monthEnds(today: Day, count: number): Day[] {
  const first = startOfMonth(today);
  return Array.from({ length: count }, (_, i) => addDays(addMonths(first, -i), -1));
}

const quarterOf = (from: Day): Day => addMonths(startOfYear(from), Math.floor((Number(from.slice(5, 7)) - 1) / 3) * 3);

/** Is it a calendar month, quarter or year? */
function isWhole({ from, to }: Whole): boolean {
  if (from !== startOfMonth(from)) return false;
  return (
    to === addMonths(from, 1) ||
    (from === quarterOf(from) && to === addMonths(from, 3)) ||
    (from === startOfYear(from) && to === addMonths(from, 12))
  );
}

/** The question as it is answered outside, or why it is not. A day that nobody asked for is the end of the last month. */
export function askedOutside(
  figureQuery: ScopeQuery,
  services: readonly Service[],
  today: Day,
): ScopeQuery | OutsideRefusal {
  if (figureQuery.knownAt !== undefined) return 'outside-known-at';
  const isGroup = groupCodes.some(
    (group) =>
      serviceGroups[group].length === services.length &&
      (serviceGroups[group] as readonly Service[]).every((service) => services.includes(service)),
  );
  if (!isGroup) return 'outside-one-group';
  const { from, to } = figureQuery;
  if (from !== undefined || to !== undefined) {
    if (from === undefined || to === undefined || !isWhole({ from, to }) || to > today) return 'outside-whole-periods';
    return figureQuery.asOf === addDays(to, -1) ? figureQuery : 'outside-month-ends';
  }
  const asOf = monthEndBy(figureQuery.asOf, today);
  if (!figureQuery.anyDay && asOf !== figureQuery.asOf) return 'outside-month-ends';
  return { ...figureQuery, asOf };
}

/**
 * The periods beside which an asked one stands within their sum, when that has ended: the months of its quarter and the
 * quarters of its year. The first of each is the one that is, or holds, the period.
 */
export function besideInTime({ from, to }: Whole, today: Day): Whole[][] {
  const levels: Whole[][] = [];
  const [quarter, year] = [quarterOf(from), startOfYear(from)];
  const of = (start: Day, months: number, count: number): Whole[] => {
    const all = Array.from({ length: count }, (_, i) => addMonths(start, i * months));
    const parts = all.map((first): Whole => ({ from: first, to: addMonths(first, months) }));
    const own = parts.findIndex((part) => part.from <= from && to <= part.to);
    return own < 0 ? [] : [parts[own] as Whole, ...parts.filter((_, i) => i !== own)];
  };
  if (to === addMonths(from, 1) && addMonths(quarter, 3) <= today) levels.push(of(quarter, 1, 3));
  if (to <= addMonths(quarter, 3) && addMonths(year, 12) <= today) levels.push(of(year, 3, 4));
  return levels;
}
