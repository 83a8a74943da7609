import type { Day } from '../../kernel/day.ts';
import type { ReadingLanguage } from '../../kernel/language.ts';
import type { Cents } from '../../kernel/money.ts';
import { contains, type Range } from '../../kernel/range.ts';
import { activityAllowanceOn, activityAllowanceProvisionOn } from '../../law/act-2001-189.ts';
import { costCompensation, upkeepCompensation } from '../../law/act-2002-1290.ts';
import { mayPayWorkShare, workShareMoney } from '../../law/decree-1977-988.ts';
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

/** Whether the law itself says what is paid (189/2001 § 18): such a rate follows the law, and nobody ends it. */
export function isByLaw({ kind }: Pick<Rate, 'kind'>): boolean {
  return kind === 'activity-allowance';
}

/** Whether a rate of the law would end on a day on which the law goes on as it was. */
export function endsBeforeLaw({ kind, during }: Pick<Rate, 'kind' | 'during'>): boolean {
  return isByLaw({ kind }) && during.to !== null && !turnsOfAllowance.includes(during.to);
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

/** What the law says against a rate: on which day, by which provision, and the amount that it sets, if it sets one. */
export interface StatutoryFault {
  readonly why: 'statutory-amount' | 'no-basis';
  readonly on: Day;
  readonly provision: string;
  readonly amount: Cents | null;
}

const turnsOfAllowance = [...upkeepCompensation.versions, ...costCompensation.versions].map(
  ({ during }) => during.from,
);

/**
 * What stands in law against a rate, or null. Activity allowance is as much as the law says on each of its days (189/2001 § 18,
 * 1412/1997 § 10 a until 2022); work-share money is paid only while the decree lets it be paid (988/1977 § 24).
 */
export function statutoryFault({
  kind,
  amount,
  during,
}: Pick<Rate, 'kind' | 'amount' | 'during'>): StatutoryFault | null {
  if (kind === 'work-share')
    return mayPayWorkShare(during.from)
      ? null
      : { why: 'no-basis', on: during.from, provision: workShareMoney.id, amount: null };
  if (kind !== 'activity-allowance') return null;
  const first = turnsOfAllowance.toSorted()[0] as Day;
  if (during.from < first)
    return { why: 'no-basis', on: during.from, provision: activityAllowanceProvisionOn(during.from).id, amount: null };
  const days = [during.from, ...turnsOfAllowance.filter((on) => contains(during, on))];
  const on = days.find((one) => activityAllowanceOn(one) !== amount);
  if (on === undefined) return null;
  const provision = activityAllowanceProvisionOn(on).id;
  return { why: 'statutory-amount', on, provision, amount: activityAllowanceOn(on) };
}
