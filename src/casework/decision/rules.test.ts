import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day, daysBetween, isWorkingDay } from '../../kernel/day.ts';
import { decisionObstacle, frameOf, rectifyUntil, servedOn } from './rules.ts';
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
