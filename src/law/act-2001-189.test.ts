import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, addMonths, type Day, day } from '../kernel/day.ts';
import { range } from '../kernel/range.ts';
import {
  firstDayOverLimit,
  mayParticipateOn,
  monthsWithin,
  participationWindow,
  periodFrameOn,
  stateCompensationFor,
  stateCompensationOn,
} from './act-2001-189.ts';
import {
  activationPlanItems,
  carriesDecision,
  mayStartRehabilitative,
  missingPlanItems,
  type PlanItemKey,
  planToBeAdaptedBy,
  type RehabilitativeStart,
} from './act-2001-189-plan.ts';

const allAnswers = (madeOn: Day) =>
  Object.fromEntries(activationPlanItems(madeOn).map(({ key }) => [key, 'answered'])) as Record<PlanItemKey, string>;

describe('A plan with rehabilitative work activity', () => {
  it('has five items before 2021 and six from then on', () => {
    expect(activationPlanItems(day('2001-09-01'))).toHaveLength(5);
    expect(activationPlanItems(day('2020-12-31'))).toHaveLength(5);
    expect(activationPlanItems(day('2021-01-01'))).toHaveLength(6);
    expect(activationPlanItems(day('2021-06-17')).map(({ key }) => key)).toEqual([
      'goal',
      'duration',
      'period',
      'support',
      'other-services',
      'evaluation',
    ]);
  });

  it('speaks of the multisectoral plan only from 2015', () => {
    expect(activationPlanItems(day('2014-12-31'))[4]?.text.fi).not.toContain('monialaisen');
    expect(activationPlanItems(day('2015-01-01'))[4]?.text.fi).toContain('monialaisen työllistymissuunnitelman');
  });

  it('made on 17.6.2021 with only the five old items lacks support, and its goal', () => {
    const old = allAnswers(day('2020-12-31'));
    expect(missingPlanItems(day('2021-06-17'), old).map(({ number }) => number)).toEqual([1, 4]);
    expect(missingPlanItems(day('2020-06-17'), old)).toEqual([]);
    expect(missingPlanItems(day('2020-06-17'), { ...old, period: ' ' })).toHaveLength(1);
  });

  it('in force when the six items came was to be adapted by 31.3.2021', () => {
    expect(planToBeAdaptedBy(day('2020-11-01'), range(day('2020-11-01'), day('2021-11-01')))).toBe('2021-03-31');
    expect(planToBeAdaptedBy(day('2020-01-01'), range(day('2020-01-01'), day('2020-12-01')))).toBeNull();
    expect(planToBeAdaptedBy(day('2021-02-01'), range(day('2021-02-01'), null))).toBeNull();
  });
});

describe('A period', () => {
  it('of three months from 15.3. ends at the earliest on 14.6.', () => {
    const from = day('2021-03-15');
    expect(monthsWithin(range(from, day('2021-06-15')), 3, 24)).toBeNull();
    expect(monthsWithin(range(from, day('2021-06-14')), 3, 24)).toBe('too-short');
    expect(monthsWithin(range(from, day('2023-03-15')), 3, 24)).toBeNull();
    expect(monthsWithin(range(from, day('2023-03-16')), 3, 24)).toBe('too-long');
    expect(monthsWithin(range(from, null), 3, 24)).toBe('open-ended');
  });

  it('could have five days a week before July 2015, and until its end if the plan was older', () => {
    expect(periodFrameOn(day('2015-06-30')).mostDaysAWeek).toBe(5);
    expect(periodFrameOn(day('2015-07-01')).mostDaysAWeek).toBe(4);
    expect(periodFrameOn(day('2015-12-31'), day('2015-03-01')).mostDaysAWeek).toBe(5);
    expect(periodFrameOn(day('2016-01-01'), day('2015-03-01')).mostDaysAWeek).toBe(4);
    expect(periodFrameOn(day('2021-06-17'))).toEqual({
      fewestMonths: 3,
      mostMonths: 24,
      fewestDaysAWeek: 1,
      mostDaysAWeek: 4,
      fewestHoursADay: 4,
      mostHoursADay: 8,
    });
  });
});

describe('Starting rehabilitative work activity', () => {
  const start: RehabilitativeStart = {
    during: range(day('2021-07-01'), day('2022-01-01')),
    daysAWeek: 4,
    hoursADay: 4,
    plan: {
      madeOn: day('2021-06-17'),
      answers: allAnswers(day('2021-06-17')),
      informedOfBenefits: true,
      evaluateBy: day('2021-12-15'),
    },
  };
  const why = (input: RehabilitativeStart) => mayStartRehabilitative(input).obstacles.map((one) => one.why);

  it('is fine with a complete plan', () => {
    expect(mayStartRehabilitative(start)).toEqual({ ok: true, obstacles: [] });
  });

  it('is refused for each thing that the law asks', () => {
    expect(why({ ...start, daysAWeek: 5 })).toEqual(['too-many-days-a-week']);
    expect(why({ ...start, daysAWeek: 0 })).toEqual(['too-few-days-a-week']);
    expect(why({ ...start, hoursADay: 3.5 })).toEqual(['too-short-day']);
    expect(why({ ...start, during: range(day('2021-07-01'), null) })).toEqual(['period-open-ended']);
    expect(why({ ...start, plan: null })).toEqual(['no-plan']);
    const plan = start.plan as NonNullable<RehabilitativeStart['plan']>;
    expect(why({ ...start, plan: { ...plan, madeOn: day('2021-07-02') } })).toEqual(['plan-after-start']);
    expect(why({ ...start, plan: { ...plan, informedOfBenefits: false } })).toEqual(['not-informed-of-benefits']);
    expect(why({ ...start, plan: { ...plan, evaluateBy: day('2022-01-01') } })).toEqual(['evaluation-after-period']);
    expect(
      mayStartRehabilitative({ ...start, plan: { ...plan, answers: { ...plan.answers, support: '' } } }).obstacles,
    ).toEqual([{ why: 'plan-lacks-items', provision: '189/2001:9', expected: ['support'] }]);
  });

  it('by a plan of five items is refused once those were to be adapted', () => {
    const madeOn = day('2020-12-01');
    const plan = { madeOn, answers: allAnswers(madeOn), informedOfBenefits: true, evaluateBy: null };
    expect(why({ ...start, during: range(day('2021-03-01'), day('2021-09-01')), plan })).toEqual([]);
    expect(why({ ...start, plan })).toEqual(['plan-not-adapted']);
  });

  it('names the section that was in force on the day', () => {
    const on = (from: string) =>
      mayStartRehabilitative({ ...start, daysAWeek: 7, during: range(day(from), addMonths(day(from), 6)) })
        .obstacles[0];
    expect(on('2020-08-01')?.provision).toBe('189/2001:13');
    expect(on('2021-08-01')?.provision).toBe('189/2001:13b');
  });
});

describe('Taking part', () => {
  const everyWeek = (from: Day, weeks: number, daysAWeek: number) =>
    Array.from({ length: weeks * daysAWeek }, (_, i) => addDays(from, Math.floor(i / daysAWeek) * 7 + (i % daysAWeek)));

  it('is counted in the 12 months that end with the day, not in the calendar year', () => {
    expect(participationWindow(day('2021-06-17'))).toEqual(range(day('2020-06-18'), day('2021-06-18')));
  });

  it('stops after 178 days: four days a week for a whole year is too much', () => {
    const monday = day('2021-01-04');
    const days = everyWeek(monday, 44, 4);
    expect(days).toHaveLength(176);
    const next = addDays(monday, 44 * 7);
    expect(mayParticipateOn(next, days)).toMatchObject({ ok: true, daysInWindow: 177, mostInWindow: 178 });
    expect(mayParticipateOn(addDays(next, 2), [...days, next, addDays(next, 1)])).toMatchObject({
      ok: false,
      why: 'too-many-days-in-12-months',
      provision: '189/2001:14',
      daysInWindow: 179,
    });
  });

  it('could go on to 230 days before 2021', () => {
    const days = everyWeek(day('2019-01-07'), 50, 4);
    expect(mayParticipateOn(day('2019-12-27'), days)).toMatchObject({ ok: true, daysInWindow: 201, mostInWindow: 230 });
  });

  it('stops at four days of a calendar week, Monday to Sunday', () => {
    const week = everyWeek(day('2021-06-14'), 1, 4);
    expect(mayParticipateOn(day('2021-06-20'), week)).toMatchObject({ ok: false, why: 'too-many-days-in-week' });
    expect(mayParticipateOn(day('2021-06-21'), week).ok).toBe(true);
  });

  it('at two sites on one day is one day', () => {
    const on = day('2021-06-17');
    expect(mayParticipateOn(on, [on, on])).toMatchObject({ daysInWeek: 1, daysInWindow: 1 });
  });

  test('within four days a week and 44 weeks a year is always allowed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 43 }), (daysAWeek, weeks) => {
        const monday = day('2022-01-03');
        expect(mayParticipateOn(addDays(monday, weeks * 7), everyWeek(monday, weeks, daysAWeek)).ok).toBe(true);
      }),
    );
  });
});

describe('Days of any twelve months', () => {
  const daily = (from: string, count: number) => Array.from({ length: count }, (_, n) => addDays(day(from), n));

  it('may be 178 from 2021 and 230 before; the next one is one too many', () => {
    expect(firstDayOverLimit(daily('2021-01-01', 178))).toBeNull();
    expect(firstDayOverLimit(daily('2021-01-01', 179))).toBe('2021-06-28');
    expect(firstDayOverLimit(daily('2019-03-01', 230))).toBeNull();
    expect(firstDayOverLimit(daily('2019-03-01', 231))).toBe('2019-10-17');
  });

  it('are counted back from each day: what was allowed in 2020 is too much on the first day of 2021', () => {
    expect(firstDayOverLimit([...daily('2020-03-01', 178), day('2021-01-01')])).toBe('2021-01-01');
    expect(firstDayOverLimit([...daily('2020-03-01', 178), day('2021-03-02')])).toBeNull();
  });

  it('a day recorded late counts in the windows of the days after it', () => {
    const days = daily('2021-02-01', 178);
    expect(firstDayOverLimit([...days, day('2021-01-04')])).toBe(days.at(-1));
  });
});

it('A plan of five items carries nothing decided after 31.3.2021', () => {
  expect(carriesDecision(day('2020-12-31'), day('2021-03-31'))).toBe(true);
  expect(carriesDecision(day('2020-12-31'), day('2021-06-17'))).toBe(false);
  expect(carriesDecision(day('2021-01-01'), day('2021-06-17'))).toBe(true);
});

describe('State compensation', () => {
  it('is 10.09 euro a day, a day counted once', () => {
    expect(stateCompensationOn(day('2003-01-01'))).toBe(1009);
    expect(stateCompensationOn(day('2021-06-17'))).toBe(1009);
    const days = ['2021-06-14', '2021-06-15', '2021-06-15'].map(day);
    expect(stateCompensationFor(days)).toBe(2018);
  });
});
