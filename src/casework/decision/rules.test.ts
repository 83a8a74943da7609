import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day, daysBetween, isWorkingDay } from '../../kernel/day.ts';
import { range } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import { upkeepCharge } from '../../law/act-1992-734.ts';
import { oldDecisionHolds } from '../../law/act-2023-676.ts';
import { outsideGroup } from '../../law/basis.ts';
import { servedOn } from '../client/rules.ts';
import {
  changeObstacle,
  decisionObstacle,
  durationOf,
  explanationsDue,
  fieldsChanged,
  frameOf,
  grantedAlready,
  hearingObstacle,
  lacksEasyReasons,
  mealGroundLost,
  noGroundForMeal,
  outsideOf,
  outsideWhenGiven,
  provisionOf,
  rectifyUntil,
  takesDaysAway,
} from './rules.ts';
import { zNewDecision } from './words.ts';

const today = day('2021-06-17');
const matter = { service: 'open-work' as const, receivedOn: day('2021-05-03') };
const basis = frameOf(matter).provisions;
const decision = (input: object = {}) =>
  zNewDecision.parse({
    referralId: '01890000-0000-7000-8000-000000000000',
    outcome: 'grant',
    decidedOn: '2021-06-17',
    during: { from: '2021-08-01', to: null },
    reasons: 'Vastaa hakijan tarvetta.',
    provisions: basis,
    ...input,
  });
const why = (
  input: object,
  of: { service: 'open-work' | 'rehabilitative-work'; receivedOn: Day } = matter,
  plan: { madeOn: Day } | null = null,
) => decisionObstacle(decision(input), of, plan, today)?.why ?? null;

describe('a decision', () => {
  test('granted until further notice, on the provisions of its pending day, has nothing in its way', () => {
    expect(why({})).toBeNull();
  });

  test('rests on the law of the day when the matter became pending, not of the day of decision', () => {
    const before = frameOf({ service: 'work-activity', receivedOn: day('2024-12-31') }).provisions;
    const after = frameOf({ service: 'work-activity', receivedOn: day('2025-01-01') }).provisions;
    expect(before.some((id) => id.startsWith('519/1977'))).toBe(true);
    expect(after.every((id) => !id.startsWith('519/1977'))).toBe(true);
    expect(why({ provisions: ['675/2023:27'] })).toBe('not-citable');
  });

  test('by the repealed law holds to 31.12.2027 at most: until further notice is until then, no later end is named', () => {
    const late = { service: 'open-work' as const, receivedOn: day('2024-12-31') };
    const { provisions } = frameOf(late);
    const why2027 = (during: object, cited = provisions) =>
      decisionObstacle(decision({ decidedOn: '2025-02-03', provisions: cited, during }), late, null, day('2028-02-01'))
        ?.why;
    expect(provisions.some((id) => id.startsWith('519/1977'))).toBe(true);
    expect(why2027({ from: '2025-02-10', to: null })).toBeUndefined();
    expect(why2027({ from: '2025-02-10', to: '2028-01-01' })).toBeUndefined();
    expect(why2027({ from: '2025-02-10', to: '2028-01-02' })).toBe('old-law-over');
    expect(why2027({ from: '2028-01-01', to: null })).toBe('old-law-over');
  });

  test('of rehabilitative work demands an end', () => {
    const of = { service: 'rehabilitative-work' as const, receivedOn: day('2021-05-03') };
    expect(why({ provisions: frameOf(of).provisions }, of)).toBe('needs-end');
    const during = { from: '2021-08-01', to: '2022-02-01' };
    expect(why({ provisions: frameOf(of).provisions, during }, of)).toBeNull();
  });

  test.each([
    ['of tomorrow', { decidedOn: '2021-06-18' }, 'decided-in-future'],
    ['made before the matter was pending', { decidedOn: '2021-05-02' }, 'decided-before-received'],
    ['that grants no days', { during: null }, 'grant-needs-days'],
    ['that denies, yet gives days', { outcome: 'deny' }, 'denial-grants-nothing'],
  ])('%s is refused', (_, input, expected) => {
    expect(why(input)).toBe(expected);
  });

  test('cites no plan that was made after it', () => {
    expect(why({}, matter, { madeOn: day('2021-06-18') })).toBe('plan-after-decision');
    expect(why({}, matter, { madeOn: today })).toBeNull();
  });
});

test('a grant by the Disability Services Act cites what tells how long it holds; others do not', () => {
  const cites = (input: object) => durationOf(decision(input)).map(({ id }) => id);
  expect(cites({ provisions: ['675/2023:27'] })).toEqual(['675/2023:5']);
  expect(cites({ provisions: ['675/2023:27', '675/2023:5'] })).toEqual([]);
  expect(cites({ provisions: ['519/1977:35'] })).toEqual([]);
  expect(cites({ provisions: ['675/2023:2'], outcome: 'deny', during: null })).toEqual([]);
});

describe('the time for rectification', () => {
  test('is 30 days from service: a letter of 17.6.2021 is served on 24.6. and may be contested until 26.7.', () => {
    const served = servedOn(today, 'post');
    expect(served).toBe('2021-06-24');
    // 24.7. is a Saturday.
    expect(rectifyUntil({ servedOn: served })).toBe('2021-07-26');
  });

  test('runs from the day itself when handed over, and from the third day when sent electronically', () => {
    expect(servedOn(today, 'in-person')).toBe(today);
    expect(servedOn(today, 'electronic')).toBe('2021-06-20');
  });

  test('does not run before the decision is served', () => {
    expect(rectifyUntil({ servedOn: null })).toBeNull();
  });

  test('is never shorter than 30 days, and ends on a working day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (offset) => {
        const served = addDays(day('2016-01-01'), offset);
        const last = rectifyUntil({ servedOn: served }) as Day;
        expect(daysBetween(served, last)).toBeGreaterThanOrEqual(30);
        expect(isWorkingDay(last)).toBe(true);
      }),
    );
  });
});

describe('what is out of the ordinary in a grant', () => {
  const facts = { plan: null, outside: [], granted: [], today };
  const due = (input: object, more: object = {}) =>
    explanationsDue(decision(input), { service: 'open-work', receivedOn: day('2021-05-03') }, { ...facts, ...more });

  test('is nothing where it is decided today for days to come, within the months of the law', () => {
    expect(due({})).toEqual([]);
    expect(due({ during: { from: '2021-06-17', to: null } })).toEqual([]);
  });

  test('is another day of decision than today, days that were over, and a later beginning than the law lets it have', () => {
    expect(due({ decidedOn: '2021-06-16' })).toEqual(['datedBack']);
    expect(due({ during: { from: '2021-06-16', to: null } })).toEqual(['retroactive']);
    expect(due({ outcome: 'end', during: null, lastDay: '2021-06-16' })).toEqual(['endsBefore']);
    expect(due({ outcome: 'end', during: null, lastDay: '2021-06-17' })).toEqual([]);
    expect(due({ during: { from: '2021-08-03', to: null } })).toEqual([]);
    expect(due({ during: { from: '2021-08-04', to: null } })).toEqual(['longer']);
  });

  test('is a term where the Disability Services Act grants until further notice, and only there', () => {
    const term = { decidedOn: '2025-06-17', during: { from: '2025-07-01', to: '2026-01-01' } };
    const of = (service: Service, input: object = term, receivedOn = '2025-06-02') =>
      explanationsDue(
        decision(input),
        { service, receivedOn: day(receivedOn) },
        { ...facts, today: day('2025-06-17') },
      );
    expect(of('work-activity')).toEqual(['fixedTerm']);
    expect(of('day-activity')).toEqual(['fixedTerm']);
    expect(of('work-activity', { ...term, during: { from: '2025-07-01', to: null } })).toEqual([]);
    // Coaching is for a term by its own section, supported employment by another act; the old act left it open.
    expect(of('job-coaching')).toEqual([]);
    expect(of('supported-employment')).toEqual([]);
    expect(of('work-activity', term, '2024-12-30')).not.toContain('fixedTerm');
    expect(provisionOf('fixedTerm', [])).toBe('675/2023:5');
  });

  test('is no term of what 27 d or 27 e alone grants, which the Disability Services Act says nothing of', () => {
    const term = { decidedOn: '2025-06-17', during: { from: '2025-07-01', to: '2026-01-01' } };
    const by = (service: Service, ...provisions: string[]) =>
      explanationsDue(
        decision({ ...term, provisions }),
        { service, receivedOn: day('2025-06-02') },
        { ...facts, today: day('2025-06-17') },
      );
    for (const service of ['work-activity', 'open-work'] as const) {
      expect(by(service, '710/1982:27d')).toEqual([]);
      expect(by(service, '710/1982:27e')).toEqual([]);
      expect(by(service, '710/1982:27d', '1301/2014:36')).toEqual([]);
      expect(by(service, '675/2023:27', '710/1982:27e')).toEqual(['fixedTerm']);
      expect(by(service, '1301/2014:36')).toEqual(['fixedTerm']);
    }
    expect(by('day-activity', '675/2023:25')).toEqual(['fixedTerm']);
  });

  test('is no later beginning where the service goes on from one decision to the next', () => {
    const granted = [{ holds: range(day('2021-01-01'), day('2021-09-01')) }];
    expect(due({ during: { from: '2021-09-01', to: null } }, { granted })).toEqual([]);
    expect(due({ during: { from: '2021-09-02', to: null } }, { granted })).toEqual(['longer']);
  });

  test('is a departure from the plan, since 2025', () => {
    const plan = { during: range(day('2025-02-01'), day('2025-08-01')) };
    const departs = (input: object, decidedOn: string) =>
      explanationsDue(
        decision({ decidedOn, ...input }),
        { service: 'supported-employment', receivedOn: day('2025-01-02') },
        { ...facts, plan, today: day(decidedOn) },
      ).includes('departsFromPlan');
    const within = { during: { from: '2025-02-01', to: '2025-08-01' } };
    expect(departs(within, '2025-01-20')).toBe(false);
    expect(departs({ during: { from: '2025-02-01', to: null } }, '2025-01-20')).toBe(true);
    expect(departs({ ...within, inPart: true }, '2025-01-20')).toBe(true);
    expect(departs({ outcome: 'deny', during: null }, '2025-01-20')).toBe(true);
    expect(departs({ outcome: 'deny', during: null }, '2024-12-31')).toBe(false);
    expect(departs({ outcome: 'end', during: null, lastDay: '2025-07-30' }, '2025-01-20')).toBe(true);
    expect(departs({ outcome: 'end', during: null, lastDay: '2025-07-31' }, '2025-01-20')).toBe(false);
  });
});

describe('a grant of days that another decision grants already', () => {
  const standing = (service: Service, from: string, to: string | null, number = '7/2021') => ({
    id: `id of ${number}`,
    changedBy: null,
    number,
    service,
    holds: range(day(from), to === null ? null : day(to)),
  });
  const already = (service: Service, of: ReturnType<typeof standing>[], input: object = {}) =>
    grantedAlready(decision(input), service, of, today)?.number ?? null;

  test('is found where the service is the same, to the day', () => {
    expect(already('open-work', [standing('open-work', '2021-01-01', '2021-08-01')])).toBeNull();
    expect(already('open-work', [standing('open-work', '2021-01-01', '2021-08-02')])).toBe('7/2021');
    expect(already('open-work', [standing('job-coaching', '2021-01-01', null)])).toBeNull();
    expect(
      already('open-work', [standing('open-work', '2021-01-01', null)], { outcome: 'deny', during: null }),
    ).toBeNull();
  });

  test('is found where one service comes only where the other does not meet the need; a centre and an employer go together', () => {
    expect(already('open-work', [standing('work-activity', '2021-01-01', null)])).toBeNull();
    expect(already('open-work', [standing('work-activity-27e', '2021-01-01', null)])).toBe('7/2021');
    expect(already('employment-support-27d', [standing('work-activity-27e', '2021-01-01', null)])).toBe('7/2021');
    expect(already('day-activity', [standing('day-activity-severe', '2021-01-01', null)])).toBe('7/2021');
    expect(already('work-activity', [standing('day-activity', '2021-01-01', null)])).toBeNull();
  });

  test('is none where it changes the other, which must be of the same need, unchanged and still granting days', () => {
    const changesId = 'id of 7/2021';
    const endless = standing('open-work', '2021-01-01', null);
    const change = (of: object, input: object = {}) =>
      changeObstacle({ ...decision(input), changesId }, 'open-work', [{ ...endless, ...of }]);
    expect(grantedAlready({ ...decision(), changesId }, 'open-work', [endless], today)).toBeNull();
    expect(change({})).toBeNull();
    expect(change({ id: 'another' })).toBe('no-such-decision');
    expect(change({ service: 'job-coaching' })).toBe('no-such-decision');
    expect(change({ changedBy: { number: '9/2021', from: day('2021-03-01'), ends: false } })).toBe('changed-already');
    expect(change({ holds: range(day('2021-01-01'), day('2021-08-01')) })).toBe('changes-nothing');
    expect(change({ holds: range(day('2021-01-01'), day('2021-08-02')) })).toBeNull();
    expect(change({ holds: null })).toBe('changes-nothing');
    expect(change({}, { outcome: 'deny', during: null })).toBe('changes-by-granting');
    const end = (lastDay: string) => ({ outcome: 'end', during: null, lastDay });
    expect(change({ holds: range(day('2021-01-01'), day('2021-08-02')) }, end('2021-07-31'))).toBeNull();
    expect(change({ holds: range(day('2021-01-01'), day('2021-08-02')) }, end('2021-08-01'))).toBe('changes-nothing');
    expect(changeObstacle(decision(end('2021-07-31')), 'open-work', [endless])).toBe('ends-no-decision');
    expect(hearingObstacle(decision(end('2021-07-31')), 'not-heard', false)).toBe('not-heard');
  });

  test('is against the client where it leaves fewer days than were granted: it is heard before, and reasons are owed', () => {
    const changesId = 'id of 7/2021';
    const takes = (to: string | null, until: string | null) =>
      takesDaysAway({ ...decision({ during: { from: '2021-08-01', to } }), changesId }, [
        standing('open-work', '2021-01-01', until),
      ]);
    expect(takes(null, null)).toBe(false);
    expect(takes(null, '2021-12-01')).toBe(false);
    expect(takes('2021-12-01', '2021-12-01')).toBe(false);
    expect(takes('2021-11-30', '2021-12-01')).toBe(true);
    expect(takes('2021-12-01', null)).toBe(true);
    expect(takesDaysAway(decision(), [standing('open-work', '2021-01-01', null)])).toBe(false);
    expect(hearingObstacle(decision(), 'not-heard', true)).toBe('not-heard');
    expect(hearingObstacle(decision(), 'not-heard', false)).toBeNull();
    expect(lacksEasyReasons(decision(), true, true)).toBe(true);
    expect(lacksEasyReasons(decision(), true, false)).toBe(false);
  });

  test('asks how long the other really holds: by a repealed law to 31.12.2027', () => {
    const old = { ...standing('work-activity', '2020-01-01', null), holds: oldDecisionHolds(range(day('2020-01-01'))) };
    const input = { provisions: ['675/2023:27'], during: { from: '2028-01-01', to: null } };
    expect(grantedAlready(decision(input), 'work-activity', [old], day('2025-06-01'))).toBeNull();
    expect(
      grantedAlready(
        decision({ ...input, during: { from: '2027-12-31', to: null } }),
        'work-activity',
        [old],
        day('2025-06-01'),
      ),
    ).toBe(old);
  });
});

describe('somebody outside the group of the act', () => {
  const outside = (service: Service, cited: string[], age: number | null, benefit: string | null, on = '2021-06-17') =>
    outsideGroup(service, cited, { age, mainBenefit: benefit }, day(on)).map(({ kind }) => kind);

  test('is one who is not unemployed, or not of the age, in rehabilitative work', () => {
    const cited = ['189/2001:2'];
    expect(outside('rehabilitative-work', cited, 17, 'labour-market-subsidy')).toEqual([]);
    expect(outside('rehabilitative-work', cited, 16, 'social-assistance')).toEqual(['too-young']);
    expect(outside('rehabilitative-work', cited, 65, 'labour-market-subsidy')).toEqual(['too-old']);
    expect(outside('rehabilitative-work', cited, 40, 'wage')).toEqual(['not-unemployed']);
    expect(outside('rehabilitative-work', cited, 40, 'disability-pension')).toEqual(['not-unemployed']);
    expect(outside('rehabilitative-work', cited, null, null)).toEqual([]);
  });

  test('is asked why only where the decision does not say it', () => {
    const person = {
      birthOn: null,
      benefits: [{ benefit: 'wage' as const, main: true, during: range(day('2021-01-01')) }],
    };
    const reasons = (explanations: object) =>
      outsideWhenGiven(
        { provisions: ['189/2001:2'], explanations },
        'rehabilitative-work',
        person,
        range(day('2021-06-01')),
      );
    expect(reasons({}).map(({ kind }) => kind)).toEqual(['not-unemployed']);
    expect(reasons({ outsideGroup: 'Palkka päättyy kesäkuussa.' })).toEqual([]);
  });

  test('is one who lives on other things than benefits for incapacity, by 27 e, also where work activity is arranged by it', () => {
    expect(outside('work-activity-27e', ['710/1982:27e'], 40, 'wage')).toEqual(['lives-on-other-income']);
    expect(outside('work-activity', ['710/1982:27e'], 40, 'labour-market-subsidy')).toEqual(['lives-on-other-income']);
    expect(outside('work-activity', ['519/1977:35'], 40, 'wage')).toEqual([]);
    expect(outside('work-activity-27e', ['710/1982:27e'], 40, 'guarantee-pension')).toEqual([]);
  });

  test('is one of the age of old-age pension in day activity of 675/2023', () => {
    expect(outside('day-activity', ['675/2023:25'], 64, null, '2025-06-01')).toEqual([]);
    expect(outside('day-activity', ['675/2023:25'], 65, null, '2025-06-01')).toEqual(['too-old']);
    expect(outside('day-activity', ['519/1977:35'], 70, null)).toEqual([]);
  });

  const granting = (from: string, to: string | null) => ({
    outcome: 'grant' as const,
    provisions: ['189/2001:13b'],
    during: range(day(from), to === null ? null : day(to)),
  });

  test('has a wage, whatever else is paid', () => {
    const days = range(day('2021-01-01'));
    const benefits = [
      { benefit: 'labour-market-subsidy' as const, main: true, during: days },
      { benefit: 'wage' as const, main: false, during: range(day('2021-06-01'), day('2021-07-01')) },
    ];
    const outsideFrom = (from: string) =>
      outsideOf(granting(from, '2021-12-01'), 'rehabilitative-work', { birthOn: null, benefits }).map(
        ({ kind }) => kind,
      );
    expect(outsideFrom('2021-06-17')).toEqual(['not-unemployed']);
    expect(outsideFrom('2021-07-01')).toEqual([]);
    // Begun and over within the period, it is a wage all the same; over before it, none.
    expect(outsideFrom('2021-05-01')).toEqual(['not-unemployed']);
    expect(outsideOf(granting('2021-05-01', '2021-06-01'), 'rehabilitative-work', { birthOn: null, benefits })).toEqual(
      [],
    );
    expect(outsideOf(granting('2021-05-01', null), 'rehabilitative-work', { birthOn: null, benefits })).toHaveLength(1);
    expect(outsideOf(granting('2021-06-17', null), 'rehabilitative-work', { birthOn: null, benefits: [] })).toEqual([]);
  });

  test('is looked at on the first day granted and on the last one (189/2001 section 3)', () => {
    const kinds = (birthOn: string, from = '2021-07-01', to = '2021-12-01') =>
      outsideOf(granting(from, to), 'rehabilitative-work', { birthOn: day(birthOn), benefits: [] }).map(
        ({ kind }) => kind,
      );
    // 65 during the period, on the day after it, and 17 on the first day.
    expect(kinds('1956-08-01')).toEqual(['too-old']);
    expect(kinds('1956-11-30')).toEqual(['too-old']);
    expect(kinds('1956-12-01')).toEqual([]);
    expect(kinds('2004-07-01')).toEqual([]);
    expect(kinds('2004-07-02')).toEqual(['too-young']);
  });
});

describe('a meal of a place', () => {
  const held = (from: string, to: string | null, provisions: readonly string[]) => ({
    holds: range(day(from), to === null ? null : day(to)),
    provisions: [...provisions],
  });
  const old = ['519/1977:35'];
  const next = ['675/2023:27'];

  test('has no ground from the day on which a decision by the new act takes the place of the old one (734/1992 section 7 e)', () => {
    const both = [held('2021-01-01', '2026-03-01', old), held('2026-03-01', null, next)];
    expect(mealGroundLost('work-activity', both, null, range(day('2021-03-01')))).toEqual({
      from: '2026-03-01',
      provision: upkeepCharge.id,
    });
    expect(mealGroundLost('work-activity', both, null, range(day('2021-03-01'), day('2026-03-01')))).toBeNull();
    // Mended so that the old one holds longer, or annulled, the ground is there as long.
    const mended = [held('2021-01-01', '2026-09-01', old), held('2026-09-01', null, next)];
    expect(mealGroundLost('work-activity', mended, null, range(day('2026-01-01')))?.from).toBe('2026-09-01');
    expect(mealGroundLost('work-activity', mended.slice(0, 1), null, range(day('2026-01-01')))).toBeNull();
  });

  test('of day activity has it by the new act too, and of a child under 16 by none', () => {
    const decided = [held('2025-01-01', null, ['675/2023:25'])];
    expect(mealGroundLost('day-activity', decided, null, range(day('2025-02-01')))).toBeNull();
    expect(mealGroundLost('day-activity', decided, day('2010-01-01'), range(day('2025-02-01')))?.provision).toBe(
      '734/1992:4',
    );
  });
});

describe('what a correction changed', () => {
  test('is each field that stood otherwise, by the first that tells of it afterwards', () => {
    const was = {
      during: { from: '2021-01-01', to: null },
      goals: ['a'],
      items: { need: 'x', services: 's' },
      kind: 'service',
    };
    const next = {
      during: { to: null, from: '2021-01-01' },
      goals: ['b'],
      items: { services: 's', strengths: 'n' },
      kind: 'service',
    };
    const standing = { ...next, goals: ['c'], items: { services: 's' } };
    expect(fieldsChanged(was, [next, standing])).toEqual([
      { field: 'goals', was: ['a'], now: ['b'] },
      { field: 'items.need', was: 'x', now: null },
      { field: 'items.strengths', was: null, now: 'n' },
    ]);
  });

  test('of a part of a thing is read beside what tells all of it, and all of what was taken back went', () => {
    const answer = { answer: 'ei', answeredOn: '2021-05-01' };
    const whole = { about: 'evätään', answer: 'kyllä', answeredOn: '2021-05-01' };
    expect(fieldsChanged(answer, [{ respondByOn: '2021-06-01' }, whole])).toEqual([
      { field: 'answer', was: 'ei', now: 'kyllä' },
    ]);
    expect(fieldsChanged(answer, [{}])).toEqual([
      { field: 'answer', was: 'ei', now: null },
      { field: 'answeredOn', was: '2021-05-01', now: null },
    ]);
  });
});

test('a meal is charged as upkeep where the act on charges lets it be (734/1992 sections 4 and 7 e)', () => {
  const no = (service: Service, on: string, provisions: string[] = [], birthOn: string | null = null) =>
    noGroundForMeal(service, { provisions, birthOn: birthOn === null ? null : day(birthOn) }, day(on));
  expect(no('work-activity', '2024-12-31')).toBeNull();
  expect(no('work-activity', '2025-01-01')).toBe('734/1992:7e');
  expect(no('open-work', '2025-01-01')).toBe('734/1992:7e');
  expect(no('open-work', '2025-01-01', ['519/1977:35'])).toBeNull();
  expect(no('day-activity', '2025-01-01')).toBeNull();
  expect(no('supported-employment', '2025-01-01')).toBeNull();
  // Nothing is charged for the partial upkeep of a child under 16.
  expect(no('day-activity', '2021-07-01', ['519/1977:35'], '2005-07-02')).toBe('734/1992:4');
  expect(no('day-activity', '2021-07-01', ['519/1977:35'], '2005-07-01')).toBeNull();
});
