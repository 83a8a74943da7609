import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, day, daysBetween, isWorkingDay } from '../kernel/day.ts';
import {
  missingFromDecision,
  presumedServedOn,
  reasonsMayBeLeftOut,
  rectificationDays,
  rectificationDeadline,
} from './act-2003-434.ts';

describe('Rectification', () => {
  it('is requested within 30 days of service, the day of service not counted', () => {
    expect(rectificationDeadline(day('2021-06-01'))).toBe('2021-07-01');
  });

  it('has until the next working day when the last day is a Saturday, a holiday or an eve', () => {
    // 17.6. and 30 days is Saturday 17.7.
    expect(rectificationDeadline(day('2021-06-17'))).toBe('2021-07-19');
    // 26.5. and 30 days is Midsummer Eve.
    expect(rectificationDeadline(day('2021-05-26'))).toBe('2021-06-28');
    // 24.11. and 30 days is Christmas Eve, a Friday.
    expect(rectificationDeadline(day('2021-11-24'))).toBe('2021-12-27');
  });

  it.each([
    ['a Sunday', '2021-05-14', '2021-06-14'],
    ['a Saturday, the leap day', '2020-01-30', '2020-03-02'],
    ['a Sunday after a leap day', '2020-01-31', '2020-03-02'],
    ['Good Friday, and Easter follows', '2021-03-03', '2021-04-06'],
    ['the first of May', '2020-04-01', '2020-05-04'],
    ['Ascension Day, a Thursday', '2021-04-13', '2021-05-14'],
    ['Independence Day, a Monday', '2021-11-06', '2021-12-07'],
    ['Epiphany, a Wednesday', '2020-12-07', '2021-01-07'],
    ['New Year’s Day, a Friday before a weekend', '2020-12-02', '2021-01-04'],
  ])('moves on when the last day is %s', (_, servedOn, last) => {
    expect(rectificationDeadline(day(servedOn))).toBe(last);
  });

  it('ends on New Year’s Eve, which is a working day', () => {
    expect(rectificationDeadline(day('2021-12-01'))).toBe('2021-12-31');
  });

  it('had 14 days before April 2015', () => {
    expect(rectificationDays(day('2015-03-31'))).toBe(14);
    expect(rectificationDays(day('2015-04-01'))).toBe(30);
    expect(rectificationDeadline(day('2010-03-01'))).toBe('2010-03-15');
  });

  test('never has less than its days, never ends on a holiday, and is never more than five days late', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (n) => {
        const servedOn = addDays(day('2015-04-01'), n);
        const deadline = rectificationDeadline(servedOn);
        expect(isWorkingDay(deadline)).toBe(true);
        expect(daysBetween(servedOn, deadline)).toBeGreaterThanOrEqual(30);
        expect(daysBetween(servedOn, deadline)).toBeLessThanOrEqual(35);
      }),
    );
  });
});

describe('Service', () => {
  it('by letter is presumed on the seventh day after sending', () => {
    expect(presumedServedOn(day('2021-06-17'), 'post')).toBe('2021-06-24');
    expect(presumedServedOn(day('2021-06-17'), 'in-person')).toBe('2021-06-17');
  });
});

describe('A decision', () => {
  it('shows who decided and when, the parties, the outcome, reasons with provisions, and whom to ask', () => {
    expect(missingFromDecision({})).toEqual([
      'authority',
      'day',
      'parties',
      'outcome',
      'reasons',
      'contact',
      'provisions',
    ]);
    const all = { authority: true, day: true, parties: true, outcome: true, reasons: true, contact: true };
    expect(missingFromDecision({ ...all, provisions: true })).toEqual([]);
    expect(missingFromDecision(all)).toEqual(['provisions']);
  });

  it('could be without reasons only when all is granted and nobody else is concerned', () => {
    expect(reasonsMayBeLeftOut({ allGranted: true, othersConcerned: false })).toBe(true);
    expect(reasonsMayBeLeftOut({ allGranted: true, othersConcerned: true })).toBe(false);
    expect(reasonsMayBeLeftOut({ allGranted: false, othersConcerned: false })).toBe(false);
  });
});
