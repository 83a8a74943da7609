import { describe, expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { clockOn, stateOn } from './rules.ts';

describe('the three-month clock of a pending matter', () => {
  test('an application of 2.6.2021 has 77 days left on 17.6.2021', () => {
    expect(clockOn(day('2021-06-02'), day('2021-06-17'))).toEqual({ dueOn: '2021-09-02', daysLeft: 77 });
  });

  test('days over are negative', () => {
    expect(clockOn(day('2021-03-01'), day('2021-06-17')).daysLeft).toBeLessThan(0);
  });
});

describe('where a referral is on a day', () => {
  test('is pending until the day of its decision', () => {
    const referral = { withdrawnOn: null, decidedOn: day('2021-06-10') };
    expect(stateOn(referral, day('2021-06-09'))).toBe('pending');
    expect(stateOn(referral, day('2021-06-10'))).toBe('decided');
  });

  test('is withdrawn from the day of withdrawal on', () => {
    expect(stateOn({ withdrawnOn: day('2021-06-10'), decidedOn: null }, day('2021-06-10'))).toBe('withdrawn');
  });
});
