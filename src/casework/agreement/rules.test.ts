import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '../../kernel/day.ts';
import { cents } from '../../kernel/money.ts';
import { range } from '../../kernel/range.ts';
import { linesFor } from '../compensation/rules.ts';
import { workplaceServices } from '../placement/words.ts';
import type { Rate } from '../rate/words.ts';
import type { Rhythm } from '../rhythm/words.ts';
import { agreementBasis, agreementStateOn, asksForWork, closedStep, termsOf } from './rules.ts';
import { type Agreement, agreementStates, agreementSteps, parties, type TermsFacts } from './words.ts';

const anyDay = fc.integer({ min: 0, max: 800 }).map((n) => addDays(day('2021-01-01'), n));

test('only a supported job is an employment; rehabilitative work and open work never are', () => {
  expect(Object.fromEntries(workplaceServices.map((service) => [service, agreementBasis(service)]))).toEqual({
    'open-work': 'activity',
    'supported-employment': 'employment',
    'job-coaching': 'coaching',
    'rehabilitative-work': 'rehabilitation',
  });
});

describe('an agreement of the three', () => {
  const content = 'as it stands';
  const approval = (party: (typeof parties)[number], contentHash = content, on = '2021-05-17') => ({
    id: `${party} ${on}`,
    party,
    contentHash,
    approvedOn: day(on),
    approvedBy: 'x',
  });
  const agreement = (input: Partial<Agreement> = {}) => ({
    during: range(day('2021-05-18'), day('2022-05-18')),
    placedDuring: range(day('2021-05-18')),
    renewed: false,
    contentHash: content,
    approvals: parties.map((party) => approval(party)),
    ...input,
  });
  const stateOn = (on: string, input: Partial<Agreement> = {}) => agreementStateOn(agreement(input), day(on)).state;

  test('is in force when each has approved, from its first day', () => {
    expect(stateOn('2021-05-17')).toBe('agreed');
    expect(stateOn('2021-05-18')).toBe('in-force');
  });

  test('waits for those who have not', () => {
    expect(stateOn('2021-06-17', { approvals: [] })).toBe('draft');
    const one = agreementStateOn(agreement({ approvals: [approval('client')] }), day('2021-06-17'));
    expect(one).toMatchObject({ state: 'waiting', waitingFor: ['employer', 'organiser'] });
  });

  test('loses the approvals of another content', () => {
    const approvals = [approval('client', 'another'), approval('employer'), approval('organiser')];
    expect(agreementStateOn(agreement({ approvals }), day('2021-06-17')).waitingFor).toEqual(['client']);
  });

  test('does not yet have the approvals of later days', () => {
    const approvals = [...parties.slice(1).map((party) => approval(party)), approval('client', content, '2021-06-10')];
    expect(stateOn('2021-06-09', { approvals })).toBe('waiting');
    expect(stateOn('2021-06-10', { approvals })).toBe('in-force');
  });

  test('is to renew in its last month, unless the placement ends with it or another goes on', () => {
    expect(stateOn('2022-04-17')).toBe('in-force');
    expect(stateOn('2022-04-18')).toBe('to-renew');
    expect(stateOn('2022-04-18', { renewed: true })).toBe('in-force');
    expect(stateOn('2022-04-18', { placedDuring: range(day('2021-05-18'), day('2022-05-18')) })).toBe('in-force');
  });

  test('has lapsed when the placement goes on without it, and else has ended', () => {
    expect(stateOn('2022-05-18')).toBe('lapsed');
    expect(stateOn('2022-05-18', { renewed: true })).toBe('ended');
    expect(stateOn('2021-12-01', { placedDuring: range(day('2021-05-18'), day('2021-12-01')) })).toBe('ended');
  });

  test('always waits for exactly those whose approval of the present content is missing', () => {
    const anyApproval = fc
      .record({ party: fc.constantFrom(...parties), contentHash: fc.constantFrom(content, 'another'), on: anyDay })
      .map(({ party, contentHash, on }) => approval(party, contentHash, on as Day));
    fc.assert(
      fc.property(fc.array(anyApproval, { maxLength: 6 }), anyDay, (approvals, on) => {
        const { waitingFor, approved } = agreementStateOn(agreement({ approvals }), on);
        for (const party of parties) {
          const has = approvals.some(
            (one) => one.party === party && one.contentHash === content && one.approvedOn <= on,
          );
          expect(waitingFor.includes(party)).toBe(!has);
          expect(approved.some((one) => one.party === party)).toBe(has);
        }
      }),
    );
  });
});

describe('the terms of an agreement', () => {
  const rate = (
    kind: Rate['kind'],
    amount: number,
    from: string,
    to: string | null,
    employerId: string | null = null,
  ): Rate => ({
    id: `${kind} ${from}`,
    kind,
    employerId,
    amount: cents(amount),
    paidHolidayDays: 0,
    rule: 'Lautakunta',
    during: range(day(from), to === null ? null : day(to)),
  });
  const rhythm = (phase: Rhythm['phase'], phaseDays: number | null, everyDays: number | null): Rhythm => ({
    phase,
    phaseDays,
    everyDays,
    everyDaysAtMost: everyDays,
    visitAtRenewal: phase === 'steady',
    during: range(day('2010-01-01')),
  });
  const facts: TermsFacts = {
    service: 'open-work',
    employerId: 'shop',
    from: day('2021-05-18'),
    relationship: range(day('2021-05-18')),
    meal: false,
    coach: { name: 'Tiina Laine', role: 'coach' },
    rates: [
      rate('open-work-allowance', 1100, '2010-01-01', '2021-05-18'),
      rate('open-work-allowance', 1200, '2021-05-18', null),
      rate('employer-share', 600, '2020-01-01', null, 'shop'),
      rate('employer-share', 700, '2020-01-01', null, 'mill'),
      rate('meal-charge', 537, '2020-01-01', null),
    ],
    rhythms: [rhythm('starting', 45, 7), rhythm('steady', null, 21)],
  };

  test('are those of its first day, and of its own employer', () => {
    expect(termsOf(facts)).toEqual({
      perDay: 1200,
      employerShare: 600,
      meal: null,
      coach: { name: 'Tiina Laine', role: 'coach' },
      starting: { everyDays: 7, everyDaysAtMost: 7, until: '2021-07-01' },
      steady: { everyDays: 21, everyDaysAtMost: 21 },
      visitAtRenewal: true,
    });
    expect(termsOf({ ...facts, from: day('2021-07-02') }).starting).toBeNull();
    expect(termsOf({ ...facts, employerId: 'office' }).employerShare).toBeNull();
  });

  test('tell a meal with its charge, or free of charge where none is set', () => {
    expect(termsOf({ ...facts, meal: true }).meal).toEqual({ charge: 537 });
    expect(termsOf({ ...facts, meal: true, rates: [] }).meal).toEqual({ charge: null });
  });

  test('name no money of the organiser’s in services whose days it does not pay', () => {
    for (const service of ['supported-employment', 'job-coaching', 'rehabilitative-work'] as const)
      expect(termsOf({ ...facts, service })).toMatchObject({ perDay: null, employerShare: null });
  });

  test('pay what the rule of compensation pays for such a day', () => {
    for (const service of workplaceServices.filter((one) => one !== 'rehabilitative-work')) {
      const worked = {
        markId: 'm',
        clientId: 'c',
        placementId: 'p',
        service,
        on: facts.from,
        kind: 'present' as const,
      };
      const lines = linesFor(
        {
          ...worked,
          meal: true,
          mealFree: false,
          hoursADay: 4,
          employerId: 'shop',
          payer: 'unknown',
          wayCosts: null,
          holidayOfYear: 0,
        },
        facts.rates,
      );
      const paid = (kind: Rate['kind']) => lines.find((line) => line.kind === kind)?.amount ?? null;
      const { perDay, employerShare, meal } = termsOf({ ...facts, service, meal: true });
      expect([perDay, employerShare === null ? null : -employerShare, meal?.charge && -meal.charge]).toEqual([
        paid('open-work-allowance'),
        paid('employer-share'),
        paid('meal-charge'),
      ]);
    }
  });
});

test('every state of an agreement that asks for work has a step that does it', () => {
  for (const state of agreementStates) {
    const work = asksForWork({ state });
    if (work === 'to-renew') expect(closedStep({ state }, 'renew')).toBeNull();
    if (work === 'to-approve')
      expect([closedStep({ state }, 'approve'), closedStep({ state }, 'change')]).toEqual([null, null]);
    if (state === 'ended') expect(agreementSteps.map((step) => closedStep({ state }, step))).not.toContain(null);
  }
});
