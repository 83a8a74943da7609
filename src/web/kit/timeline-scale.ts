import { addDays, addMonths, type Day, daysBetween, startOfMonth } from '../../kernel/day.ts';
import { type Language, monthName } from '../../kernel/language.ts';
import type { Range } from '../../kernel/range.ts';

/** From the first day shown to the day after the last. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** All periods and half a year to come, with a little room on both sides. */
export function spanOf(periods: readonly Range[], today: Day): Span {
  let from = today;
  let to = addMonths(today, 6);
  for (const period of periods) {
    if (period.from < from) from = period.from;
    if (period.to !== null && period.to > to) to = period.to;
    if (period.from > to) to = addMonths(period.from, 1);
  }
  const room = Math.max(7, Math.round(daysBetween(from, to) * 0.02));
  return { from: addDays(from, -room), to: addDays(to, room) };
}

/** Where a day falls, 0 at the beginning and 1 at the end. */
export function partOf(span: Span, day: Day): number {
  return Math.min(1, Math.max(0, daysBetween(span.from, day) / daysBetween(span.from, span.to)));
}

interface Tick {
  readonly at: number;
  readonly label: string;
}

/** Of the line, as much as the words of a tick take. */
const roomForTick = 0.16;

/** Years while the span is long, quarters while it is short; never more than fits. */
export function ticksOf(span: Span, language: Language): readonly Tick[] {
  const years = daysBetween(span.from, span.to) / 365.25;
  const months = years <= 1.5 ? 3 : 12 * Math.max(1, Math.ceil(years / 8));
  const ticks: Tick[] = [];
  const year = Number(span.from.slice(0, 4));
  let day = startOfMonth(`${year}-01-01` as Day);
  while (day < span.to) {
    const at = partOf(span, day);
    if (day >= span.from && at < 0.9) {
      const label =
        day.slice(5, 7) === '01' || months >= 12 ? day.slice(0, 4) : monthName(Number(day.slice(5, 7)), language);
      ticks.push({ at, label });
    }
    day = addMonths(day, months);
  }
  // The line says when it begins, also where the first whole year or quarter comes later.
  if ((ticks[0]?.at ?? 1) >= roomForTick)
    ticks.unshift({ at: 0, label: `${Number(span.from.slice(5, 7))}/${span.from.slice(0, 4)}` });
  return ticks;
}

/** Puts overlapping periods below each other: the lane of each, and how many there are. */
export function lanesOf(periods: readonly Range[]): { readonly of: readonly number[]; readonly count: number } {
  const ends: (Day | null)[] = [];
  const of = new Array<number>(periods.length).fill(0);
  const order = periods
    .map((_, index) => index)
    .sort((a, b) => ((periods[a]?.from ?? '') < (periods[b]?.from ?? '') ? -1 : 1));
  for (const index of order) {
    const period = periods[index];
    if (!period) continue;
    const free = ends.findIndex((end) => end !== null && end <= period.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = period.to;
    of[index] = lane;
  }
  return { of, count: Math.max(1, ends.length) };
}

type LabelSpot = 'inside' | 'before' | 'after';

/** About as wide as words are in a period: its letters and the room around them. */
const widthOfWords = (label: string) => label.length * 7.5 + 20;

/** How narrow a period is drawn at the least, in pixels: it can still be pointed at. */
export const narrowest = 10;

/**
 * Where each period says its name: inside when it fits, else beside it where the line is free of periods and of other names, before
 * rather than after. What fits nowhere stays inside and is cut.
 */
export function labelSpots(
  periods: readonly (Range & { readonly label: string })[],
  lanes: readonly number[],
  span: Span,
  width: number,
): readonly LabelSpot[] {
  const bars = periods.map((period, n) => {
    const from = partOf(span, period.from) * width;
    const to = (period.to === null ? 1 : partOf(span, period.to)) * width;
    return { lane: lanes[n] ?? 0, from, to: Math.max(to, from + narrowest), words: widthOfWords(period.label) };
  });
  const names: { lane: number; from: number; to: number }[] = [];
  return bars.map((bar) => {
    const { lane, from, to, words } = bar;
    if (width === 0 || to - from >= words) return 'inside';
    const others = [...bars, ...names].filter((other) => other !== bar && other.lane === lane);
    const take = (spot: LabelSpot, start: number): LabelSpot | null => {
      const end = start + words;
      if (start < 0 || end > width || others.some((other) => other.to > start && other.from < end)) return null;
      names.push({ lane, from: start, to: end });
      return spot;
    };
    return take('before', from - words) ?? take('after', to) ?? 'inside';
  });
}
