import { z } from 'zod';
import { addDays, type Day, day, daysBetween, nextMonth, zDay } from './day.ts';

/** Days from the first one up to but without `to`; null means that no end is known. */
export interface Range {
  readonly from: Day;
  readonly to: Day | null;
}

/** Makes a range; throws a RangeError when it would hold no day. */
export function range(from: Day, to: Day | null = null): Range {
  if (to !== null && to <= from) throw new RangeError(`A range from ${from} cannot end before ${to}`);
  return { from, to };
}

/** What is told to hold from a day on, late or ahead: until the next that is known already, or else until the end. */
export function untilNext(known: readonly { readonly during: Range }[], from: Day, end: Day | null): Range {
  const [next] = known
    .map(({ during }) => during.from)
    .filter((on) => on > from)
    .sort();
  return range(from, next ?? end);
}

/** The range from the first to the last day, both included. */
export function rangeThrough(from: Day, last: Day): Range {
  return range(from, addDays(last, 1));
}

/** The days of a month that is written 2021-05. */
export function monthRange(month: string): Range & { readonly to: Day } {
  const from = day(`${month}-01`);
  return { from, to: nextMonth(from) };
}

export function contains(r: Range, d: Day): boolean {
  return r.from <= d && (r.to === null || d < r.to);
}

export function overlaps(a: Range, b: Range): boolean {
  return (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);
}

/** The days that both hold, or null when there are none. */
export function intersect(a: Range, b: Range): Range | null {
  if (!overlaps(a, b)) return null;
  return { from: contains(b, a.from) ? a.from : b.from, to: earlierEnd(a.to, b.to) };
}

/** Does the outer range hold every day of the inner one? */
export function covers(outer: Range, inner: Range): boolean {
  if (inner.from < outer.from) return false;
  return outer.to === null || (inner.to !== null && inner.to <= outer.to);
}

/** The days of the one range that the other does not hold: none, some before, some after, or both. */
export function lessOf(before: Range, after: Range): Range[] {
  if (!overlaps(before, after)) return [before];
  return [
    ...(before.from < after.from ? [range(before.from, after.from)] : []),
    ...(after.to !== null && (before.to === null || after.to < before.to) ? [range(after.to, before.to)] : []),
  ];
}

/** The earlier of two ends, where null is later than any day. */
export function earlierEnd(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** The later of two ends, where null is later than any day. */
export function laterEnd(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return null;
  return a > b ? a : b;
}

/** The last day that the range holds; null when it is open. */
export function lastDay(r: Range): Day | null {
  return r.to === null ? null : addDays(r.to, -1);
}

/** How many days the range holds, counted up to but without `asOf` when that comes first; null when it is open and no day is given. */
export function lengthInDays(r: Range, asOf: Day | null = null): number | null {
  const end = earlierEnd(r.to, asOf);
  return end === null ? null : Math.max(0, daysBetween(r.from, end));
}

/** Written as PostgreSQL writes a daterange: [2021-01-01,2021-07-01) or [2021-01-01,) */
export function toSql(r: Range): string {
  return `[${r.from},${r.to ?? ''})`;
}

// The same periods come again and again: of a coach's day seven hundred, of which a fifth of the reading of its rows was.
const read = new Map<string, Range>();
const readAtMost = 20_000;

/** Reads a daterange of PostgreSQL; throws a RangeError when it is empty or has no beginning. */
export function fromSql(text: string): Range {
  const known = read.get(text);
  if (known) return known;
  const match = /^\[(\d{4}-\d{2}-\d{2}),(\d{4}-\d{2}-\d{2}|infinity)?\)$/.exec(text);
  const [, from, to] = match ?? [];
  if (from === undefined) throw new RangeError(`Not a range of days: ${text}`);
  const made = Object.freeze(range(day(from), to === undefined || to === 'infinity' ? null : day(to)));
  if (read.size === readAtMost) read.clear();
  read.set(text, made);
  return made;
}

/** A range as the database gives it, for the rows of a statement. */
export const zSqlRange = z.string().meta({ column: 'daterange' }).transform(fromSql);

export const zRange = z
  .strictObject({ from: zDay, to: zDay.nullable() })
  .refine(({ from, to }) => to === null || from < to, {
    params: {
      fi: 'Päättymisen on oltava alkamisen jälkeen.',
      sv: 'Slutet ska vara efter början.',
      en: 'The end must be after the beginning.',
    },
    path: ['to'],
  }) as z.ZodType<Range, { from: string; to: string | null }>;
