import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, type Day, day } from '../../kernel/day.ts';
import { range } from '../../kernel/range.ts';
import { interruptibleFrom } from '../../law/act-2001-189-plan.ts';
import {
  checkedBy,
  citedPlan,
  interruptionFault,
  lacksNextCheck,
  multisectoralPlanBy,
  planObstacles,
  restsOfNew,
  reviewIsDue,
  signingParty,
  templateFor,
  unknownItems,
} from './rules.ts';
import { zNewPlan } from './words.ts';

const six = {
  goal: 'Kuntoutuminen työhön, työpaja Pori',
  duration: '4 tuntia, 3 päivää',
  period: '1.7.2021 alkaen 6 kuukautta',
  support: 'Ohjaaja päivittäin',
  'other-services': 'Fysioterapia',
  evaluation: 'Viimeistään 15.12.2021',
};
const five = {
  description: 'Puutyöpaja Pori',
  duration: six.duration,
  period: six.period,
  'other-services': six['other-services'],
  evaluation: six.evaluation,
};

const plan = (input: object = {}) =>
  restsOfNew(
    zNewPlan.parse({
      service: 'rehabilitative-work',
      kind: 'activation',
      madeOn: '2021-06-17',
      during: { from: '2021-07-01', to: '2022-01-01' },
      reviewOn: '2021-12-15',
      daysAWeek: 3,
      hoursADay: 4,
      goals: ['Oma ammatti'],
      items: six,
      informedOfBenefitsOn: '2021-06-17',
      ...input,
    }),
  );
const why = (input: object) => planObstacles(plan(input)).map((obstacle) => obstacle.why);

describe('the statutory template of a plan for rehabilitative work', () => {
  test('has five items before 1.1.2021 and six from then on', () => {
    expect(templateFor('rehabilitative-work', day('2020-12-31')).items).toHaveLength(5);
    expect(templateFor('rehabilitative-work', day('2021-01-01')).items).toHaveLength(6);
  });

  test('is the same service’s only: other services have a client plan whose items are not required', () => {
    const items = templateFor('open-work', day('2021-06-17')).items;
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ required }) => !required)).toBe(true);
    expect(templateFor('open-work', day('2014-06-17')).items).toEqual([]);
  });

  test('with all six items, 3 days a week of 4 hours, 6 months: nothing stands in the way', () => {
    expect(why({})).toEqual([]);
  });

  test('with the seed’s five items only, a plan of 17.6.2021 lacks goal and support', () => {
    const [obstacle] = planObstacles(plan({ items: five }));
    expect(obstacle).toMatchObject({ why: 'plan-lacks-items', expected: ['goal', 'support'] });
  });

  test('with five items a plan of 2020 was whole', () => {
    const of2020 = { madeOn: '2020-09-01', during: { from: '2020-09-01', to: '2020-12-31' }, reviewOn: '2020-12-01' };
    expect(why({ ...of2020, items: five, informedOfBenefitsOn: '2020-09-01' })).toEqual([]);
  });

  test.each([
    ['five days a week', { daysAWeek: 5 }, 'too-many-days-a-week'],
    ['three and a half hours', { hoursADay: 3.5 }, 'too-short-day'],
    ['sixteen hours', { hoursADay: 16 }, 'too-long-day'],
    ['one day short of three months', { during: { from: '2021-07-01', to: '2021-09-30' } }, 'period-too-short'],
    ['one day over two years', { during: { from: '2021-07-01', to: '2023-07-02' } }, 'period-too-long'],
    ['no end', { during: { from: '2021-07-01', to: null } }, 'period-open-ended'],
    ['not told about benefits', { informedOfBenefitsOn: null }, 'not-informed-of-benefits'],
    ['a review after the period', { reviewOn: '2022-01-01' }, 'evaluation-after-period'],
    ['signed after the start', { madeOn: '2021-07-02' }, 'plan-after-start'],
  ])('refuses %s', (_, input, expected) => {
    expect(why({ reviewOn: '2021-08-01', ...input })).toContain(expected);
  });

  test('takes every period of 3 to 24 calendar months and 1 to 4 days a week, from whatever day it begins', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 3, max: 24 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 4, max: 8 }),
        (offset, months, daysAWeek, hoursADay) => {
          const from = addDays(day('2021-06-17'), offset);
          const during = range(from, addMonths(from, months));
          expect(why({ during, daysAWeek, hoursADay, reviewOn: addDays(during.to ?? from, -1) })).toEqual([]);
        },
      ),
    );
  });

  test('knows no item of another template', () => {
    expect(
      unknownItems('rehabilitative-work', 'activation', day('2021-06-17'), { description: 'x', goal: 'y' }),
    ).toEqual(['description']);
  });
});

describe('an interruption of a plan', () => {
  const today = day('2021-06-17');
  const plan = {
    kind: 'activation' as const,
    madeOn: day('2021-01-04'),
    during: range(day('2021-01-11'), day('2021-12-01')),
    signatures: (['client', 'organiser', 'employment'] as const).map((signer, at) => ({
      ...{
        id: String(at),
        signer,
        signedOn: day('2021-01-08'),
        signedBy: 'N N',
        capacity: null,
        way: 'in-person' as const,
      },
    })),
  };
  const details = {
    ...{
      ground: 'studies' as const,
      groundOn: day('2021-04-30'),
      heardOn: day('2021-05-28'),
      decidedOn: day('2021-05-30'),
    },
    ...{ decidedBy: 'organiser' as const, from: day('2021-05-30'), to: null, reason: 'Opinnot', agreed: null },
  };
  const fault = (other: object, of: object = {}, others: readonly { from: Day; to: Day | null }[] = []) =>
    interruptionFault({ ...plan, ...of }, others, { ...details, ...other }, today);

  // A month from the last day of April is that of May; from the last of January it is the last of February, leap day or not.
  test.each([
    ['2021-04-30', '2021-05-30'],
    ['2021-05-31', '2021-06-30'],
    ['2021-01-31', '2021-02-28'],
    ['2020-01-31', '2020-02-29'],
    ['2020-12-24', '2021-01-24'],
    // Before the act, which came on 1.9.2001.
    ['2001-08-31', '2001-09-30'],
    ['1900-01-01', '1900-02-01'],
  ])('what began on %s interrupts from %s at the earliest', (began, earliest) => {
    expect(interruptibleFrom(day(began))).toBe(earliest);
  });

  test('stands a month after its ground began, once the client was heard', () => {
    expect(fault({})).toBeNull();
    expect(fault({ from: day('2021-05-29') })).toMatchObject({ why: 'interrupted-too-early', field: 'from' });
    expect(fault({ decidedOn: day('2021-05-29') })).toMatchObject({ field: 'decidedOn', expected: '2021-05-30' });
    expect(fault({ heardOn: day('2021-05-31') })).toMatchObject({ why: 'not-heard' });
    expect(fault({ decidedOn: day('2021-06-18') })).toMatchObject({ why: 'decided-ahead' });
  });

  test('is of a signed activation plan, within its days, and once a day', () => {
    expect(fault({}, { kind: 'multisectoral' })).toMatchObject({ why: 'not-to-be-interrupted' });
    expect(fault({}, { signatures: plan.signatures.slice(0, 2) })).toMatchObject({ why: 'draft-interrupted' });
    expect(fault({ from: day('2021-12-01') })).toMatchObject({ why: 'interrupted-outside' });
    expect(fault({ from: day('2021-11-30') })).toBeNull();
    const others = [range(day('2021-06-01'), day('2021-06-10'))];
    expect(fault({}, {}, others)).toMatchObject({ why: 'interrupted-already' });
    expect(fault({ to: day('2021-06-01'), agreed: 'Jatketaan' }, {}, others)).toBeNull();
  });

  test('ends by what is agreed on, after it began', () => {
    expect(fault({ to: day('2021-05-30'), agreed: 'Jatketaan' })).toMatchObject({ why: 'resumed-before' });
    expect(fault({ to: day('2021-06-01') })).toMatchObject({ why: 'resumed-without-agreement' });
    expect(fault({ agreed: 'Jatketaan' })).toMatchObject({ why: 'resumed-without-agreement' });
  });
});

test('a plan is cited with the days on which it rests, and asks nothing before the act', () => {
  const plan = {
    id: 'a',
    kind: 'service',
    madeOn: day('2021-01-01'),
    during: range(day('2021-01-01')),
    signatures: [],
  };
  const rest = range(day('2021-03-01'), day('2021-04-01'));
  expect(citedPlan({ ...plan, interruptions: [{ ...rest, id: 'b', ground: 'work' }] } as never).interrupted).toEqual([
    { from: '2021-03-01', to: '2021-04-01' },
  ]);
  expect(templateFor('rehabilitative-work', day('2001-01-01'))).toMatchObject({ provision: null, items: [] });
});

describe('the review of a plan', () => {
  const on = day('2021-06-17');
  test('waits while the plan rests, and is due when it goes on', () => {
    const due = { reviewOn: day('2021-06-01'), reviewedOn: null, during: range(day('2021-01-01')) };
    expect(reviewIsDue({ ...due, interruptions: [range(day('2021-05-01'))] }, on)).toBe(false);
    expect(reviewIsDue({ ...due, interruptions: [range(day('2021-05-01'), day('2021-06-17'))] }, on)).toBe(true);
    expect(reviewIsDue({ ...due, interruptions: [range(day('2021-05-01'), day('2021-06-18'))] }, on)).toBe(false);
  });

  test('is due from its day until it is held', () => {
    const during = range(day('2021-01-01'));
    expect(reviewIsDue({ reviewOn: day('2021-06-17'), reviewedOn: null, during, interruptions: [] }, on)).toBe(true);
    expect(reviewIsDue({ reviewOn: day('2021-06-18'), reviewedOn: null, during, interruptions: [] }, on)).toBe(false);
    expect(
      reviewIsDue({ reviewOn: day('2021-06-01'), reviewedOn: day('2021-05-28'), during, interruptions: [] }, on),
    ).toBe(false);
  });

  test('is not due of a plan that is over', () => {
    const during = range(day('2021-01-01'), day('2021-06-17'));
    expect(reviewIsDue({ reviewOn: day('2021-06-01'), reviewedOn: null, during, interruptions: [] }, on)).toBe(false);
  });
});

describe('a multi-sectoral plan', () => {
  test('is checked every six months until 2024 and every three from then on; other plans have no day of law', () => {
    expect(checkedBy('multisectoral', day('2021-06-17'))).toEqual({ by: '2021-12-17', provision: '1369/2014:4' });
    expect(checkedBy('multisectoral', day('2024-12-31'))).toEqual({ by: '2025-06-30', provision: '1369/2014:4' });
    expect(checkedBy('multisectoral', day('2025-01-01'))).toEqual({ by: '2025-04-01', provision: '381/2023:6' });
    expect(checkedBy('multisectoral', day('2014-12-31'))).toBeNull();
    for (const kind of ['activation', 'service'] as const) expect(checkedBy(kind, day('2021-06-17'))).toBeNull();
  });

  test('goes on after a check only with a next one, unless it is over by then', () => {
    const checked = day('2021-06-17');
    const plan = (to: string | null) => ({
      kind: 'multisectoral' as const,
      during: range(day('2021-01-01'), to === null ? null : day(to)),
    });
    expect(lacksNextCheck(plan(null), checked, null)).toBe(true);
    expect(lacksNextCheck(plan('2021-12-18'), checked, null)).toBe(true);
    expect(lacksNextCheck(plan('2021-12-17'), checked, null)).toBe(false);
    expect(lacksNextCheck(plan(null), checked, day('2021-09-01'))).toBe(false);
    expect(lacksNextCheck({ ...plan(null), kind: 'activation' }, checked, null)).toBe(false);
  });

  test('is made in three months from when the needs began to be assessed together', () => {
    expect(multisectoralPlanBy(day('2021-06-17'))).toEqual({ by: '2021-09-17', provision: '1369/2014:4' });
    expect(multisectoralPlanBy(day('2025-11-30'))).toEqual({ by: '2026-02-28', provision: '381/2023:4' });
    expect(multisectoralPlanBy(day('2014-12-31'))).toBeNull();
  });
});

test.each([
  ['2008-12-31', 'labour-office'],
  ['2009-01-01', 'te-office'],
  ['2021-02-28', 'te-office'],
  ['2021-03-01', 'te-office-or-pilot'],
  ['2024-12-31', 'te-office-or-pilot'],
  ['2025-01-01', 'employment-authority'],
])('a plan of %s is signed for the employment administration by the %s', (madeOn, party) => {
  expect(signingParty('employment', day(madeOn))).toBe(party);
  expect(signingParty('client', day(madeOn))).toBe('client');
});
