import { addDays, type Day, daysBetween } from './day.ts';
import { contains, earlierEnd, intersect, laterEnd, overlaps, type Range } from './range.ts';

/** Anything that holds during a range of days. */
export interface Dated {
  readonly during: Range;
}

/** Those that hold on the day. */
export function inForceOn<Thing extends Dated>(list: readonly Thing[], d: Day): Thing[] {
  return list.filter(({ during }) => contains(during, d));
}

export function byStart(a: Range, b: Range): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
}

/**
 * The same days in as few ranges as there can be, in order.
 * A gap of at most `gapDays` days is bridged: an agreed break does not end a stay.
 */
export function merged(ranges: readonly Range[], gapDays = 0): Range[] {
  const spells: { from: Day; to: Day | null }[] = [];
  for (const { from, to } of ranges.toSorted(byStart)) {
    const open = spells.at(-1);
    if (open && (open.to === null || daysBetween(open.to, from) <= gapDays)) open.to = laterEnd(open.to, to);
    else spells.push({ from, to });
  }
  return spells;
}

/** What is left of the ranges once the days of the others are taken away. */
export function subtract(ranges: readonly Range[], removed: readonly Range[]): Range[] {
  let left = merged(ranges);
  for (const hole of merged(removed)) left = left.flatMap((r) => without(r, hole));
  return left;
}

function without(r: Range, hole: Range): Range[] {
  if (!overlaps(r, hole)) return [r];
  const left: Range[] = [];
  if (r.from < hole.from) left.push({ from: r.from, to: hole.from });
  if (hole.to !== null && (r.to === null || hole.to < r.to)) left.push({ from: hole.to, to: r.to });
  return left;
}

/** The days that no range holds: between them, or within the frame when one is given. */
export function gaps(ranges: readonly Range[], within?: Range): Range[] {
  const spells = merged(ranges);
  if (within) return subtract([within], spells);
  const first = spells[0];
  const last = spells.at(-1);
  if (!first || !last) return [];
  return subtract([{ from: first.from, to: last.to }], spells);
}

/** The days that both lists hold. */
export function common(a: readonly Range[], b: readonly Range[]): Range[] {
  const others = merged(b);
  return merged(a).flatMap((r) => others.flatMap((other) => intersect(r, other) ?? []));
}

/** How many different days the ranges hold before `asOf`; what is still open counts up to it. */
export function daysIn(ranges: readonly Range[], asOf: Day): number {
  let days = 0;
  for (const { from, to } of merged(ranges)) {
    const end = earlierEnd(to, asOf);
    if (end !== null && from < end) days += daysBetween(from, end);
  }
  return days;
}

/** Every day of the range before `asOf`, in order. */
export function daysOf(r: Range, asOf: Day): Day[] {
  const end = earlierEnd(r.to, asOf) as Day;
  const days: Day[] = [];
  for (let d = r.from; d < end; d = addDays(d, 1)) days.push(d);
  return days;
}
