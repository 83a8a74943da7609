/**
 * Stays in chains: periods that follow each other closely are one stay, since a client who comes back after a
 * holiday or an agreed break has not left.
 *
 * Days are calendar days, ranges half-open. Spans and days in service are both shown: they differ by the gaps.
 */
import { daysIn, merged } from '../../kernel/dated.ts';
import { type Day, daysBetween } from '../../kernel/day.ts';
import { contains, lengthInDays, overlaps, type Range } from '../../kernel/range.ts';
import type { Stay } from './survival.ts';

/** One unbroken stay: from its first day, to its end or null while it runs, and the periods it is made of. */
export type Chain = { readonly during: Range; readonly periods: readonly Range[] };

/** How long a gap may be and still not end a stay: a summer's closing of four weeks, and one week to come back. */
const GAP_TOLERANCE_DAYS = 35;

/**
 * The chains of one person's periods, in order.
 * A gap of exactly the tolerance still joins; an agreed break joins however long it is, and counts no days in service.
 * A gap that is open on the day counts as an end: later knowledge may close it, and then the figure changes.
 *
 * @param asOf a break agreed for this day keeps its chain running
 */
export function chains(
  periods: readonly Range[],
  asOf: Day,
  { gapDays = GAP_TOLERANCE_DAYS, breaks = [] }: { gapDays?: number; breaks?: readonly Range[] } = {},
): Chain[] {
  return merged([...periods, ...breaks], gapDays).flatMap((block) => {
    const inBlock = merged(periods.filter((period) => overlaps(period, block)));
    const [first] = inBlock;
    const last = inBlock.at(-1);
    if (!first || !last) return [];
    const onBreak = breaks.some((pause) => contains(pause, asOf) && overlaps(pause, block));
    return [{ during: { from: first.from, to: onBreak ? null : last.to }, periods: inBlock }];
  });
}

/** Calendar days from the first day of the chain to its end, or to `asOf` while it runs. */
export function spanDays(chain: Chain, asOf: Day): number {
  return lengthInDays(chain.during, asOf) ?? 0;
}

/** Days of the chain on which a period was in force, before `asOf`. */
export function serviceDays(chain: Chain, asOf: Day): number {
  return daysIn(chain.periods, asOf);
}

/**
 * A stay as one observes it from `seenFrom` up to `asOf`: the material of a survival curve.
 * Who had begun before the register did enters at the age reached then; who still runs is censored at `asOf`.
 * One that passed to the next organiser is seen until then and did not end. Null when the stay shows itself on no day in between.
 */
export function observedStay(
  during: Range,
  asOf: Day,
  seenFrom: Day = during.from,
  passedOn: boolean = false,
): Stay | null {
  const isOver = during.to !== null && during.to <= asOf;
  const enter = Math.max(0, daysBetween(during.from, seenFrom));
  const leave = daysBetween(during.from, isOver && during.to !== null ? during.to : asOf);
  return leave > enter ? { enter, leave, ended: isOver && !passedOn } : null;
}
