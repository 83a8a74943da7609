import { describe, expect, it } from 'vitest';
import { day } from '../../kernel/day.ts';
import { cents } from '../../kernel/money.ts';
import { endFault, inWords, namesEmployer, rateOn, statutoryFault } from './rules.ts';
import type { Rate } from './words.ts';

const rate = (more: Partial<Rate>): Rate => ({
  id: 'one',
  kind: 'work-share',
  employerId: null,
  amount: cents(537),
  paidHolidayDays: 0,
  rule: 'Lautakunta',
  during: { from: day('2021-01-01'), to: day('2021-07-01') },
  ...more,
});

describe('the rate of a day', () => {
  const rates = [rate({}), rate({ id: 'share', kind: 'employer-share', employerId: 'metalli' })];

  it('holds from its first day until the day before it ends', () => {
    const on = (when: string) => rateOn(rates, 'work-share', day(when))?.id;
    expect(['2020-12-31', '2021-01-01', '2021-06-30', '2021-07-01'].map(on)).toEqual([
      undefined,
      'one',
      'one',
      undefined,
    ]);
  });

  it('of a share is that employer’s', () => {
    expect(rateOn(rates, 'employer-share', day('2021-02-01'), 'metalli')?.id).toBe('share');
    expect(rateOn(rates, 'employer-share', day('2021-02-01'), 'puu')).toBeUndefined();
  });
});

describe('a rate', () => {
  it('names an employer where it is a share', () => {
    expect(namesEmployer({ kind: 'employer-share', employerId: 'metalli' })).toBe(true);
    expect(namesEmployer({ kind: 'employer-share', employerId: null })).toBe(false);
    expect(namesEmployer({ kind: 'meal-charge', employerId: 'metalli' })).toBe(false);
  });

  it('ends after it began, and not once more after its end', () => {
    const { during } = rate({});
    expect(endFault(during, day('2021-01-01'))).toBe('ends-before-begins');
    expect(endFault(during, day('2021-01-02'))).toBeNull();
    expect(endFault(during, day('2021-07-01'))).toBeNull();
    expect(endFault(during, day('2021-07-02'))).toBe('rate-ended');
  });

  it('is read by its provision, or by its own words', () => {
    const rules = inWords([{ rule: '189/2001:9' }, { rule: 'Lautakunta § 5' }], 'fi').map((one) => one.rule);
    expect(rules).toEqual(['Laki kuntouttavasta työtoiminnasta (189/2001) 9 §', 'Lautakunta § 5']);
  });
});

describe('the law of a rate', () => {
  const allowance = (amount: number, from: string, to: string | null = null) =>
    statutoryFault({
      kind: 'activity-allowance',
      amount: cents(amount),
      during: { from: day(from), to: to === null ? null : day(to) },
    });

  it('sets the amount of activity allowance, on each of its days', () => {
    expect(allowance(900, '2021-07-01')).toBeNull();
    expect(allowance(1000, '2021-07-01')).toEqual({
      why: 'statutory-amount',
      on: '2021-07-01',
      provision: '1412/1997:10a',
      amount: 900,
    });
    expect(allowance(850, '2023-01-01')).toMatchObject({ provision: '189/2001:18', amount: 900 });
    // Eight euro until the last day of 2012, nine from the first of 2013.
    expect(allowance(800, '2012-12-31', '2013-01-01')).toBeNull();
    expect(allowance(800, '2012-12-31', '2013-01-02')).toMatchObject({ on: '2013-01-01', amount: 900 });
    expect(allowance(900, '2002-12-31')).toMatchObject({ why: 'no-basis' });
  });

  it('lets work-share money be paid since the decree says so, and names no amount', () => {
    const share = (from: string) =>
      statutoryFault({ kind: 'work-share', amount: cents(1), during: { from: day(from), to: null } });
    expect(share('1991-02-28')).toMatchObject({ why: 'no-basis', provision: '988/1977:24' });
    expect([share('1991-03-01'), share('2024-12-31'), share('2025-01-01')]).toEqual([null, null, null]);
  });
});
