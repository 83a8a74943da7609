import { describe, expect, it, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { assessmentClock, assessmentStand, beginLimit, missingParts } from './rules.ts';
import type { AssessmentContent, AssessmentFacts } from './words.ts';

const facts: AssessmentFacts = {
  referralId: 'r',
  service: 'work-activity',
  receivedOn: day('2025-01-10'),
  birthOn: day('1994-03-02'),
  highestCareAllowance: false,
  begunOn: null,
  finishedOn: null,
};

describe('The last day for beginning an assessment', () => {
  it('is there for every disability service from 2025, and not for rehabilitative work', () => {
    expect(beginLimit(facts)).toBe('2025-01-20');
    expect(beginLimit({ ...facts, receivedOn: day('2024-12-31') })).toBeNull();
    expect(beginLimit({ ...facts, service: 'rehabilitative-work' })).toBeNull();
  });

  it('is there for one older than 75 in every service, and not before the act', () => {
    const old = { ...facts, service: 'rehabilitative-work' as const, birthOn: day('1940-01-01') };
    expect(beginLimit(old)).toBe('2025-01-20');
    expect(beginLimit({ ...old, receivedOn: day('2015-03-31'), birthOn: day('1930-01-01') })).toBeNull();
  });
});

test('An assessment is due until it begins, goes on until it is finished, and is nothing to wait for after', () => {
  const on = day('2025-01-15');
  expect(assessmentStand(facts, on)).toBe('due');
  expect(assessmentStand({ ...facts, begunOn: day('2025-01-16') }, on)).toBe('due');
  const begun = { ...facts, begunOn: day('2025-01-15') };
  expect(assessmentStand(begun, on)).toBe('begun');
  expect(assessmentStand({ ...begun, finishedOn: day('2025-01-15') }, on)).toBeNull();
  // Begun without a day of law it goes on all the same.
  expect(assessmentStand({ ...begun, service: 'rehabilitative-work' }, on)).toBe('begun');
});

test('Its clock counts to the beginning, and tells a late one', () => {
  expect(assessmentClock(facts, day('2025-01-20'))).toEqual({ beginBy: '2025-01-20', daysLeft: 0, begunLate: false });
  expect(assessmentClock({ ...facts, begunOn: day('2025-01-22') }, day('2025-02-01'))).toEqual({
    beginBy: '2025-01-20',
    daysLeft: -2,
    begunLate: true,
  });
  expect(assessmentClock({ ...facts, receivedOn: day('2021-01-10') }, day('2021-02-01'))).toBeNull();
});

test('A finished assessment lacks what is empty or says nothing', () => {
  const content: AssessmentContent = {
    tookPart: 'Asiakas',
    situation: '-',
    clientView: null,
    viewMissingBecause: null,
    conclusions: '…',
    need: 'none',
    specialSupport: false,
    ownWorker: null,
    ownWorkerView: null,
    finishedOn: null,
  };
  expect(missingParts(content)).toEqual(['situation', 'conclusions', 'ownWorker', 'clientView']);
  expect(missingParts({ ...content, viewMissingBecause: 'Ei tavoitettu' })).not.toContain('clientView');
});
