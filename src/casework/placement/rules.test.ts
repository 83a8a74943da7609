import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, type Weekday } from '../../kernel/day.ts';
import { overlaps, range } from '../../kernel/range.ts';
import { halves } from '../organiser/words.ts';
import {
  collisions,
  daysBeyondPlan,
  daysWithin,
  fullWeekOn,
  hoursOf,
  inWeekOrder,
  limitBrokenOn,
  mayBeSite,
  overCapacity,
  weekAgainstLaw,
  weekdaysOf,
} from './rules.ts';
import type { Placement, Slot } from './words.ts';

const slot = (weekday: number, half: Slot['half'] = 'am'): Slot => ({ weekday: weekday as Weekday, half });

const placed = (input: Partial<Placement> = {}): Placement => ({
  id: 'p',
  clientId: 'c',
  client: 'Åberg Siv',
  relationshipId: 'r',
  service: 'open-work',
  groupId: null,
  unit: null,
  workplaceId: 'w',
  employerId: 'e',
  employer: 'Itätullin Lähikauppa',
  place: 'Lähikauppa Itätulli',
  slots: [slot(1), slot(3), slot(5)],
  startsAt: null,
  endsAt: null,
  hoursADay: null,
  tasks: null,
  wageSubsidy: false,
  meal: false,
  during: range(day('2021-05-18'), day('2022-05-18')),
  ...input,
});

const anySlot = fc.record({
  weekday: fc.integer({ min: 1, max: 7 }),
  half: fc.constantFrom(...halves),
}) as fc.Arbitrary<Slot>;
const anyDay = fc.integer({ min: 0, max: 800 }).map((n) => addDays(day('2021-01-01'), n));
const anyRange = fc
  .tuple(anyDay, fc.option(fc.integer({ min: 1, max: 500 })))
  .map(([from, length]) => range(from, length === null ? null : addDays(from, length)));
const anyPlacement = fc
  .record({ slots: fc.array(anySlot, { minLength: 1, maxLength: 14 }), during: anyRange })
  .map((input) => placed(input));

describe('half-days of one client', () => {
  test('Wednesday morning is claimed by the shop, Wednesday afternoon is free', () => {
    const during = range(day('2021-07-01'));
    expect(collisions({ slots: [slot(3, 'pm')], during }, [placed()])).toEqual([]);
    expect(
      collisions({ slots: [slot(3), slot(4)], during }, [placed()]).map(({ slot: { weekday, half }, placement }) => [
        weekday,
        half,
        placement.place,
      ]),
    ).toEqual([[3, 'am', 'Lähikauppa Itätulli']]);
  });

  test('are free again on the day on which the other placement has ended', () => {
    const wanted = (from: string) => ({ slots: [slot(3)], during: range(day(from)) });
    expect(collisions(wanted('2022-05-17'), [placed()])).toHaveLength(1);
    expect(collisions(wanted('2022-05-18'), [placed()])).toEqual([]);
  });

  test('collide exactly when some day would be claimed twice', () => {
    fc.assert(
      fc.property(anyPlacement, fc.array(anyPlacement, { maxLength: 4 }), (wanted, others) => {
        const claimedTwice = others.some(
          (other) =>
            overlaps(other.during, wanted.during) &&
            other.slots.some((one) =>
              wanted.slots.some(({ weekday, half }) => one.weekday === weekday && one.half === half),
            ),
        );
        expect(collisions(wanted, others).length > 0).toBe(claimedTwice);
      }),
    );
  });

  test('stand in the order of the week, each once', () => {
    fc.assert(
      fc.property(fc.array(anySlot, { maxLength: 30 }), (slots) => {
        const ordered = inWeekOrder(slots);
        const places = ordered.map(({ weekday, half }) => weekday * 2 + (half === 'pm' ? 1 : 0));
        expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
        expect(weekdaysOf(slots)).toEqual([...new Set(slots.map(({ weekday }) => weekday))].toSorted());
      }),
    );
  });
});

describe('a placement within its relationship', () => {
  const frame = { during: range(day('2021-05-01'), day('2022-01-01')) };

  test('goes on as long as the relationship when no end is told', () => {
    expect(daysWithin(frame, range(day('2021-06-01')))).toEqual(range(day('2021-06-01'), day('2022-01-01')));
    expect(daysWithin({ during: range(day('2021-05-01')) }, range(day('2021-06-01')))?.to).toBeNull();
  });

  test('neither begins before it, nor goes on after it', () => {
    expect(daysWithin(frame, range(day('2021-04-30')))).toBeNull();
    expect(daysWithin(frame, range(day('2021-06-01'), day('2022-01-02')))).toBeNull();
    expect(daysWithin(frame, range(day('2022-01-01')))).toBeNull();
  });
});

describe('a week of rehabilitative work', () => {
  const week = (weekdays: readonly number[], hours: number | null, from = '2021-06-17') =>
    weekAgainstLaw(
      'rehabilitative-work',
      { slots: weekdays.map((weekday) => slot(weekday)), hours, during: range(day(from)) },
      [],
    )?.why ?? null;

  test('has one to four days of at least four hours', () => {
    expect(week([1], 4)).toBeNull();
    expect(week([1, 2, 3, 4], 6)).toBeNull();
    expect(week([1, 2, 3, 4, 5], 6)).toBe('too-many-days');
    expect(week([1, 2], 3.5)).toBe('too-short-day');
    expect(week([1, 2], null)).toBe('hours-missing');
    expect(week([1, 2], 8)).toBeNull();
    expect(week([1, 2], 16)).toBe('too-long-day');
  });

  test('has at most four days of a calendar week also when it changes in mid-week', () => {
    const change = (from: string, weekdays: readonly number[]) =>
      weekAgainstLaw(
        'rehabilitative-work',
        { slots: weekdays.map((weekday) => slot(weekday)), hours: 6, during: range(day(from)) },
        [
          placed({
            service: 'rehabilitative-work',
            slots: [slot(1), slot(2), slot(3)],
            during: range(day('2021-03-01'), day(from)),
          }),
        ],
      )?.why ?? null;
    // 16.6.2021 is a Wednesday: Monday and Tuesday have been.
    expect(change('2021-06-16', [3, 4, 5])).toBe('too-many-days');
    expect(change('2021-06-16', [4, 5])).toBeNull();
    expect(change('2021-06-21', [2, 3, 4, 5])).toBeNull();
  });

  test('tells the first day on which the rhythm is one too many for twelve months, over all sites', () => {
    const rhythm = (weekdays: readonly number[], to: string | null = null) => ({
      slots: weekdays.map((weekday) => slot(weekday)),
      during: range(day('2021-01-04'), to ? day(to) : null),
    });
    // Four days a week: 44 weeks are 176 days, the 179th is the Wednesday of the 45th.
    expect(limitBrokenOn('rehabilitative-work', rhythm([1, 2, 3, 4]), [])).toBe('2021-11-10');
    expect(limitBrokenOn('rehabilitative-work', rhythm([1, 2, 3, 4], '2021-11-10'), [])).toBeNull();
    expect(limitBrokenOn('rehabilitative-work', rhythm([1, 2, 3]), [])).toBeNull();
    const elsewhere = placed({ service: 'rehabilitative-work', slots: [slot(4)], during: range(day('2021-01-04')) });
    expect(limitBrokenOn('rehabilitative-work', rhythm([1, 2, 3]), [elsewhere])).toBe('2021-11-10');
    expect(limitBrokenOn('work-activity', rhythm([1, 2, 3, 4, 5]), [])).toBeNull();
    // What was broken before it begins hides nothing of the days to come.
    const slots = [1, 2, 3, 4].map((weekday) => slot(weekday));
    const before = placed({
      service: 'rehabilitative-work',
      slots,
      during: range(day('2021-01-04'), day('2022-01-03')),
    });
    const after = { slots, during: range(day('2022-01-03')) };
    expect(limitBrokenOn('rehabilitative-work', after, [before])).toBe('2022-01-03');
  });

  test('has no more days than its plan', () => {
    const four = { slots: [1, 2, 3, 4].map((weekday) => slot(weekday)), during: range(day('2021-06-17')) };
    expect(daysBeyondPlan(1, four, [])).toBe(true);
    expect(daysBeyondPlan(4, four, [])).toBe(false);
    expect(daysBeyondPlan(null, four, [])).toBe(false);
  });

  test('could have five days until 30.6.2015', () => {
    expect(week([1, 2, 3, 4, 5], 6, '2015-06-30')).toBeNull();
    expect(week([1, 2, 3, 4, 5], 6, '2015-07-01')).toBe('too-many-days');
  });

  test('counts the days of all rehabilitative placements together, a day in two places once', () => {
    const others = [placed({ service: 'rehabilitative-work', slots: [slot(1), slot(2), slot(3)] })];
    const wanted = (weekdays: readonly number[]) => ({
      slots: weekdays.map((weekday) => slot(weekday, 'pm')),
      hours: 4,
      during: range(day('2021-06-17')),
    });
    expect(weekAgainstLaw('rehabilitative-work', wanted([3, 4]), others)).toBeNull();
    expect(weekAgainstLaw('rehabilitative-work', wanted([4, 5]), others)?.why).toBe('too-many-days');
  });

  test('counts the hours of a day at all sites together', () => {
    const morning = placed({ service: 'rehabilitative-work', slots: [slot(1), slot(2)], hoursADay: 5 });
    const wanted = (weekday: number, hours: number) => ({
      slots: [slot(weekday, 'pm')],
      hours,
      during: range(day('2021-06-17')),
    });
    expect(weekAgainstLaw('rehabilitative-work', wanted(1, 4), [morning])).toMatchObject({
      why: 'too-long-day',
      limit: 8,
    });
    expect(weekAgainstLaw('rehabilitative-work', wanted(3, 4), [morning])).toBeNull();
    const short = { ...morning, hoursADay: 4 };
    expect(weekAgainstLaw('rehabilitative-work', wanted(1, 4), [short])).toBeNull();
    expect(weekAgainstLaw('rehabilitative-work', wanted(1, 4.5), [short])?.why).toBe('too-long-day');
    const earlier = { ...morning, during: range(day('2021-01-04'), day('2021-06-17')) };
    expect(weekAgainstLaw('rehabilitative-work', wanted(1, 8), [earlier])).toBeNull();
  });

  test('binds no other service', () => {
    const wanted = {
      slots: [1, 2, 3, 4, 5].map((weekday) => slot(weekday)),
      hours: 2,
      during: range(day('2021-06-17')),
    };
    expect(weekAgainstLaw('open-work', wanted, [])).toBeNull();
  });

  test('is not at companies; open work is', () => {
    const since = (from: string) => range(day(from));
    expect(mayBeSite('rehabilitative-work', 'private', since('2021-06-17'))).toBe(false);
    // It may not be bought from a company since the act is in force: the wording of 2021 only excepts support and guidance.
    expect(mayBeSite('rehabilitative-work', 'private', since('2015-06-17'))).toBe(false);
    expect(mayBeSite('rehabilitative-work', 'association', since('2021-06-17'))).toBe(true);
    expect(mayBeSite('open-work', 'private', since('2021-06-17'))).toBe(true);
  });

  test('has hours told, or those between the times of day', () => {
    expect(hoursOf({ hoursADay: null, startsAt: '09:00', endsAt: '13:30' })).toBe(4.5);
    expect(hoursOf({ hoursADay: 4, startsAt: '09:00', endsAt: '15:00' })).toBe(4);
    expect(hoursOf({ hoursADay: null, startsAt: '09:00', endsAt: null })).toBeNull();
  });
});

test('a group is over its capacity only where it has one', () => {
  expect(overCapacity(12, 12)).toBe(false);
  expect(overCapacity(12, 13)).toBe(true);
  expect(overCapacity(null, 100)).toBe(false);
});

test('day activity is given on five days a week from 2025 unless fewer are enough, and no other service', () => {
  expect(fullWeekOn('day-activity', day('2025-01-01'))).toEqual({ days: 5, provision: '675/2023:26' });
  expect(fullWeekOn('day-activity', day('2024-12-31'))).toBeNull();
  expect(fullWeekOn('open-work', day('2025-01-01'))).toBeNull();
});
