import type { Day } from '../../kernel/day.ts';
import { earlierEnd, lessOf, type Range, range } from '../../kernel/range.ts';
import { travelPaidDuring } from '../../law/act-2001-189.ts';
import type { TravelDetails, TravelMeans } from './words.ts';

/** Means that cost the client nothing: an answer, and no payment. */
const free: readonly TravelMeans[] = ['on-foot', 'free-ride'];

export const costsNothing = (means: TravelMeans): boolean => free.includes(means);

/** What stands against recording a way: at which field, and on which day where it is one of its days. */
export interface TravelFault {
  readonly why: 'before-travel' | 'costs-nothing' | 'costs-something' | 'others-pay';
  readonly on: Day | null;
}

/**
 * 189/2001 § 18: the organiser pays travel by the cheapest means from 1.9.2001, of the days on which it is who pays the client; on all
 * days of the way it must be so, as it is recorded (`paying`).
 */
export function travelFault(
  { means, amount, during }: Pick<TravelDetails, 'means' | 'amount' | 'during'>,
  paying: readonly Range[],
): TravelFault | null {
  if (during.from < travelPaidDuring.from) return { why: 'before-travel', on: travelPaidDuring.from };
  if (costsNothing(means) && amount !== 0) return { why: 'costs-nothing', on: null };
  if (!costsNothing(means) && amount === 0) return { why: 'costs-something', on: null };
  const on = firstOutside(during, paying);
  return on === null ? null : { why: 'others-pay', on };
}

/** The first day of a period that none of the others holds; null where they hold all of it. */
function firstOutside(during: Range, held: readonly Range[]): Day | null {
  const left = held.reduce((rest: readonly Range[], one) => rest.flatMap((part) => lessOf(part, one)), [during]);
  return left.map(({ from }) => from).toSorted()[0] ?? null;
}

/** The days, up to and without one, whose travel the organiser may owe by law; null where there are none. */
export function travelDaysIn({ from, to }: Range, before: Day): (Range & { readonly to: Day }) | null {
  const first = from < travelPaidDuring.from ? travelPaidDuring.from : from;
  const end = earlierEnd(to, before) as Day;
  return first < end ? { from: range(first, end).from, to: end } : null;
}
