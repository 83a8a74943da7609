import { describe, expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { cents } from '../../kernel/money.ts';
import { range } from '../../kernel/range.ts';
import { travelDaysIn, travelFault } from './rules.ts';

const since2023 = range(day('2023-01-01'));
const bus = { means: 'public-transport', amount: cents(640), during: since2023 } as const;

describe('a way to rehabilitative work', () => {
  test('is paid on days on which the organiser is who pays, on both sides of 1.1.2023, and of no day before the act', () => {
    const paying = [range(day('2000-01-01'))];
    for (const from of ['2001-09-01', '2022-12-31', '2023-01-01'])
      expect(travelFault({ ...bus, during: range(day(from)) }, paying), from).toBeNull();
    expect(travelFault({ ...bus, during: range(day('2001-08-31')) }, paying)).toEqual({
      ...{ why: 'before-travel', on: '2001-09-01' },
    });
  });

  test('is refused from the first day on which others pay, or nobody is known to', () => {
    const whole = range(day('2023-02-01'), day('2023-06-01'));
    const paying = [range(day('2023-01-01'), day('2023-03-01')), range(day('2023-04-15'))];
    const faultOf = (from: string, to: string | null, held = paying) =>
      travelFault({ ...bus, during: range(day(from), to === null ? null : day(to)) }, held);
    expect(travelFault({ ...bus, during: whole }, paying)).toEqual({ why: 'others-pay', on: '2023-03-01' });
    expect(faultOf('2023-01-20', '2023-03-01')).toBeNull();
    expect(faultOf('2023-03-31', null)).toEqual({ why: 'others-pay', on: '2023-03-31' });
    expect(faultOf('2023-04-15', null)).toBeNull();
    // Two that follow one another hold it together; none holds nothing.
    expect(
      faultOf('2023-02-01', null, [range(day('2023-01-01'), day('2023-03-01')), range(day('2023-03-01'))]),
    ).toBeNull();
    expect(faultOf('2023-02-01', null, [])).toEqual({ why: 'others-pay', on: '2023-02-01' });
    // A way without an end needs a payer without one.
    expect(faultOf('2023-01-20', null, [range(day('2023-01-01'), day('2023-03-01'))])).toEqual({
      ...{ why: 'others-pay', on: '2023-03-01' },
    });
  });

  test('costs something, unless one walks or is driven for nothing', () => {
    const paying = [since2023];
    expect(travelFault({ ...bus, amount: cents(0) }, paying)?.why).toBe('costs-something');
    for (const means of ['on-foot', 'free-ride'] as const) {
      expect(travelFault({ ...bus, means, amount: cents(0) }, paying)).toBeNull();
      expect(travelFault({ ...bus, means }, paying)?.why).toBe('costs-nothing');
    }
  });
});

test('days of which one asks begin with the law and end before the day', () => {
  const january = range(day('2023-01-01'), day('2023-02-01'));
  expect(travelDaysIn(january, day('2023-02-01'))).toEqual(january);
  expect(travelDaysIn(january, day('2023-01-10'))).toEqual(range(day('2023-01-01'), day('2023-01-10')));
  const december = range(day('2022-12-01'), day('2023-01-01'));
  expect(travelDaysIn(december, day('2023-01-01'))).toEqual(december);
  expect(travelDaysIn(since2023, day('2021-06-18'))).toBeNull();
  const ofAct = range(day('2001-09-01'), day('2001-10-01'));
  expect(travelDaysIn(range(day('2001-08-01'), day('2001-09-01')), day('2001-10-01'))).toBeNull();
  expect(travelDaysIn(range(day('2001-08-01'), day('2001-10-01')), day('2001-10-01'))).toEqual(ofAct);
});
