import { describe, expect, it } from 'vitest';
import { day } from '../kernel/day.ts';
import {
  assessmentStartLimit,
  clientPlanItems,
  deviationMustBeReasoned,
  executionLimit,
  ownWorkerNeeded,
} from './act-2014-1301.ts';

describe('Execution', () => {
  it('is due in three calendar months from the day the matter became pending', () => {
    expect(executionLimit(day('2021-03-15'))).toBe('2021-06-15');
    expect(executionLimit(day('2021-11-30'))).toBe('2022-02-28');
    expect(executionLimit(day('2012-01-31'))).toBe('2012-04-30');
  });

  it('is due on the last day of a month that lacks the day, in leap years the 29th of February', () => {
    expect(executionLimit(day('2019-11-29'))).toBe('2020-02-29');
    expect(executionLimit(day('2019-11-30'))).toBe('2020-02-29');
    expect(executionLimit(day('2020-11-29'))).toBe('2021-02-28');
    expect(executionLimit(day('2020-02-29'))).toBe('2020-05-29');
    expect(executionLimit(day('2020-12-31'))).toBe('2021-03-31');
    expect(executionLimit(day('2021-03-31'))).toBe('2021-06-30');
  });

  it('that departs from the plan is to be reasoned in the decision from 2025', () => {
    expect(deviationMustBeReasoned(day('2024-12-31'))).toBe(false);
    expect(deviationMustBeReasoned(day('2025-01-01'))).toBe(true);
  });
});

describe('The assessment of need', () => {
  const person = { birthOn: day('1970-01-01'), highestCareAllowance: false, disabled: true };

  it('begins by the seventh working day for those over 75, with the highest care allowance, and from 2025 for disabled persons', () => {
    expect(assessmentStartLimit(day('2021-06-17'), person)).toBeNull();
    expect(assessmentStartLimit(day('2025-06-12'), person)).toBe('2025-06-23');
    expect(assessmentStartLimit(day('2021-06-17'), { ...person, highestCareAllowance: true })).toBe('2021-06-28');
    expect(assessmentStartLimit(day('2021-06-17'), { ...person, birthOn: day('1945-06-01') })).toBe('2021-06-28');
    expect(assessmentStartLimit(day('2021-06-17'), { ...person, birthOn: day('1945-06-18') })).toBeNull();
  });
});

describe('The seventh working day', () => {
  const last = (contactedOn: string) =>
    assessmentStartLimit(day(contactedOn), { birthOn: null, highestCareAllowance: true, disabled: false });

  // Each counted by hand from a calendar: Saturdays count, Sundays, holidays and the two eves do not.
  it.each([
    ['over the turn of a year', '2024-12-30', '2025-01-09'],
    ['from Epiphany itself', '2025-01-06', '2025-01-14'],
    ['over Christmas, the turn of a year and Epiphany', '2024-12-24', '2025-01-07'],
    ['over a leap day', '2024-02-27', '2024-03-06'],
    ['over Good Friday and Easter Monday', '2024-03-27', '2024-04-08'],
    ['over May Day', '2024-04-29', '2024-05-08'],
    ['over Midsummer and its eve', '2021-06-18', '2021-06-29'],
    ['over an Independence Day that is a Friday', '2024-12-02', '2024-12-11'],
  ])('%s', (_, contactedOn, expected) => {
    expect(last(contactedOn)).toBe(expected);
  });

  it('that is a Saturday moves to the next working day (150/1930 § 5)', () => {
    expect(last('2025-01-10')).toBe('2025-01-20');
  });
});

it('A client plan has nine items before 2025 and eleven from then on', () => {
  expect(clientPlanItems(day('2021-06-17'))).toHaveLength(9);
  expect(clientPlanItems(day('2025-01-01')).map(({ key }) => key)).toContain('own-proposal');
  expect(clientPlanItems(day('2025-01-01'))).toHaveLength(11);
});

it('An own worker is named unless another worker is responsible', () => {
  expect(ownWorkerNeeded({ anotherWorkerIsResponsible: false, obviouslyUnnecessary: false })).toBe(true);
  expect(ownWorkerNeeded({ anotherWorkerIsResponsible: true, obviouslyUnnecessary: false })).toBe(false);
});
