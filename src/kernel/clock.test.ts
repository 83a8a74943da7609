import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Clock, type DayAndInstant, momentOf, steadyClock } from './clock.ts';
import { day, dayOfInstant, instantAtWall, startInstantOf, wallTimeOf } from './day.ts';

const momentAt = (milliseconds: number): DayAndInstant => {
  const now = new Date(milliseconds).toISOString();
  return { today: dayOfInstant(now), now };
};

/** Instants around midnight in Helsinki, and around both nights on which the clocks change. */
const nearby = fc
  .record({
    at: fc.constantFrom('2021-06-16T21:00:00Z', '2021-12-31T22:00:00Z', '2021-03-28T01:00:00Z', '2021-10-31T01:00:00Z'),
    off: fc.integer({ min: -90_000_000, max: 90_000_000 }),
  })
  .map(({ at, off }) => Date.parse(at) + off);

const steps = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 20_000_000 }),
    fc.integer({ min: -900_000, max: -1 }),
    fc.integer({ min: -5000, max: 5000 }),
  ),
  { maxLength: 30 },
);

test('a clock that is set back by minutes stands still until it has caught up, also over midnight and when the clocks change', () => {
  fc.assert(
    fc.property(nearby, steps, (start, moves) => {
      let machine = start;
      let furthest = start;
      const clock = steadyClock(() => momentAt(machine));
      for (const move of [0, ...moves]) {
        // Never more than an hour behind: more is no mending of the clock.
        machine = Math.max(machine + move, furthest - 3_000_000);
        furthest = Math.max(furthest, machine);
        expect(momentOf(clock)).toEqual(momentAt(furthest));
      }
    }),
  );
});

test('a clock that is set back into an earlier day by more than an hour is believed', () => {
  let machine = Date.parse('2022-06-17T09:00:00Z');
  const clock = steadyClock(() => momentAt(machine));
  expect(clock.today()).toBe('2022-06-17');
  machine = Date.parse('2021-06-17T09:00:00Z');
  expect(momentOf(clock)).toEqual({ today: '2021-06-17', now: '2021-06-17T09:00:00.000Z' });
});

test('day and instant are of one moment, whenever midnight comes between', () => {
  for (const turnsAt of [0, 1, 2, 3, 4]) {
    let questions = 0;
    const at = () => momentAt(Date.parse('2021-06-16T20:59:59.999Z') + (questions++ >= turnsAt ? 1 : 0));
    const clock: Clock = { today: () => at().today, now: () => at().now };
    const { today, now } = momentOf(clock);
    expect([turnsAt, dayOfInstant(now)]).toEqual([turnsAt, today]);
  }
});

test('an instant of a day and a time on the wall is of that day, and shows that time unless the clocks skip it', () => {
  fc.assert(
    fc.property(nearby, fc.integer({ min: 0, max: 86_399_999 }), (start, wallTime) => {
      const d = dayOfInstant(new Date(start).toISOString());
      const instant = instantAtWall(d, wallTime);
      expect(dayOfInstant(instant)).toBe(d);
      const skipped = d === '2021-03-28' && wallTime >= 3 * 3_600_000 && wallTime < 4 * 3_600_000;
      if (!skipped) expect(wallTimeOf(instant)).toBe(wallTime);
    }),
  );
  expect(instantAtWall(day('2021-03-28'), 3.5 * 3_600_000)).toBe('2021-03-28T01:30:00.000Z');
  expect(startInstantOf(day('2021-10-31'))).toBe('2021-10-30T21:00:00.000Z');
});
