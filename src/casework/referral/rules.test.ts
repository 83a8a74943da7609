import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../kernel/day.ts';
import {
  clockOn,
  firstReceivedDueFrom,
  matterOn,
  nextSteps,
  noStep,
  ownFacts,
  sourcesOn,
  stateOn,
  waitsForDecision,
  waitsForExecution,
} from './rules.ts';
import { type MatterFacts, matterStates, matterSteps } from './words.ts';

describe('the three-month clock of a pending matter', () => {
  test('an application of 2.6.2021 has 77 days left on 17.6.2021', () => {
    expect(clockOn(day('2021-06-02'), day('2021-06-17'))).toEqual({ dueOn: '2021-09-02', daysLeft: 77 });
  });

  test('days over are negative', () => {
    expect(clockOn(day('2021-03-01'), day('2021-06-17')).daysLeft).toBeLessThan(0);
  });

  test('parts the days of receipt in two on each day of years: those from which it lasts to the day, and those before', () => {
    for (let on = day('2014-12-01'); on < '2025-01-31'; on = addDays(on, 1)) {
      const first = firstReceivedDueFrom(on);
      for (const after of [0, 1, 2, 3]) expect(clockOn(addDays(first, after), on).daysLeft).toBeGreaterThanOrEqual(0);
      for (const before of [1, 2, 3, 4]) expect(clockOn(addDays(first, -before), on).daysLeft).toBeLessThan(0);
    }
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

describe('what comes next for a matter', () => {
  const facts: MatterFacts = {
    ...ownFacts({ withdrawnOn: null, decidedOn: null }),
    outcome: 'grant',
    during: { from: day('2021-06-10'), to: day('2021-09-01') },
  };
  const on = day('2021-06-17');
  const decided = { ...facts, decidedOn: day('2021-06-10') };

  test.each<[string, Partial<MatterFacts>, string, readonly string[]]>([
    ['has no plan yet', { decidedOn: null }, 'pending', ['plan']],
    ['waits for its assessment', { decidedOn: null, assessment: 'due' }, 'unassessed', ['assess']],
    ['is being assessed', { decidedOn: null, assessment: 'begun' }, 'assessing', ['assess']],
    ['is planned without its assessment', { decidedOn: null, assessment: 'due', planned: true }, 'planned', ['decide']],
    ['has a draft alone', { decidedOn: null, drafted: true }, 'drafted', ['plan']],
    ['has its plan', { decidedOn: null, planned: true }, 'planned', ['decide']],
    ['is decided tomorrow', { decidedOn: day('2021-06-18'), planned: true }, 'planned', ['decide']],
    ['was withdrawn', { decidedOn: null, withdrawnOn: day('2021-06-01') }, 'withdrawn', []],
    ['was denied', { outcome: 'deny', during: null }, 'denied', []],
    ['was granted', {}, 'granted', ['start']],
    ['was granted until further notice', { during: { from: day('2021-06-10'), to: null } }, 'granted', ['start']],
    ['goes on in the service', { inService: true }, 'in-service', []],
    ['began, and nobody is placed', { begun: 'unplaced', inService: true }, 'unplaced', ['place']],
    ['is in a group', { begun: 'grouped', inService: true }, 'grouped', []],
    ['is at a workplace without agreement', { begun: 'unagreed', inService: true }, 'unagreed', ['agree']],
    ['has all that it needs', { begun: 'begun', inService: true }, 'begun', []],
    ['was granted for days that are over', { during: { from: day('2021-06-10'), to: on } }, 'run-out', []],
  ])('that %s', (_, more, state, next) => {
    expect(matterOn({ ...decided, ...more }, on)).toBe(state);
    expect(nextSteps({ ...decided, ...more }, on)).toEqual(next);
  });

  test('is at most one step in every state, and a plan may be made in each', () => {
    for (const state of matterStates) {
      const open = matterSteps.filter((step) => noStep(state, step) === null);
      expect(open).toContain('plan');
      if (waitsForDecision(state)) expect(open).toEqual(['assess', 'plan', 'decide', 'withdraw']);
      else expect(open).not.toContain('decide');
    }
  });
});

test('the three months run while a matter waits or is granted and has not begun', () => {
  expect(matterStates.filter(waitsForExecution)).toEqual([
    'unassessed',
    'assessing',
    'pending',
    'drafted',
    'planned',
    'granted',
  ]);
});

describe('from where a client may come', () => {
  test('is the TE office and TYP until the reform of the employment services, and their successors since', () => {
    const old = ['te-office-activation-plan', 'te-office-multisectoral-plan', 'typ'];
    const since = ['employment-authority', 'multisectoral-model'];
    for (const on of ['2010-01-01', '2021-06-17', '2024-12-31']) {
      expect(sourcesOn(day(on))).toEqual(expect.arrayContaining(old));
      for (const source of since) expect(sourcesOn(day(on))).not.toContain(source);
    }
    for (const on of ['2025-01-01', '2026-11-29']) {
      expect(sourcesOn(day(on))).toEqual(expect.arrayContaining(since));
      for (const source of old) expect(sourcesOn(day(on))).not.toContain(source);
    }
    for (const on of ['2021-06-17', '2025-01-01'])
      expect(sourcesOn(day(on))).toEqual(expect.arrayContaining(['authority', 'own-contact', 'school', 'other']));
  });
});
