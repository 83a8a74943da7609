import type { Day } from '../../kernel/day.ts';
import type { ReadingLanguage } from '../../kernel/language.ts';
import { contains, type Range } from '../../kernel/range.ts';
import { cited } from '../../law/provisions.ts';
import type { Rate, RateKind } from './words.ts';

/** The rate of a kind that holds on a day; of an employer's share, that employer's. */
export function rateOn(
  rates: readonly Rate[],
  kind: RateKind,
  on: Day,
  employerId: string | null = null,
): Rate | undefined {
  return rates.find((rate) => rate.kind === kind && rate.employerId === employerId && contains(rate.during, on));
}

/** A share is an employer's, and nothing else is. */
export function namesEmployer({ kind, employerId }: Pick<Rate, 'kind' | 'employerId'>): boolean {
  return (kind === 'employer-share') === (employerId !== null);
}

/** What rates follow one another in: those of a kind, and of one employer. */
export function rateKind({ kind, employerId }: Pick<Rate, 'kind' | 'employerId'>): string {
  return `${kind} ${employerId ?? ''}`;
}

/** What stands against ending a rate on the first day on which it would hold no more, or null. */
export function endFault(during: Range, on: Day): 'ends-before-begins' | 'rate-ended' | null {
  if (on <= during.from) return 'ends-before-begins';
  return during.to !== null && during.to < on ? 'rate-ended' : null;
}

/** A rule as one reads it: a provision by its act and section in the reader's language, an own decision in its own words. */
export function inWords<T extends { readonly rule: string }>(all: readonly T[], language: ReadingLanguage): T[] {
  return all.map((one) => ({ ...one, rule: cited(one.rule, language) }));
}
