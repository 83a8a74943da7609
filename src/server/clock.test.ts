import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/database.ts';
import { momentOf } from '../kernel/clock.ts';
import { dayOfInstant } from '../kernel/day.ts';
import { demoClock } from './clock.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test('the day of the demo is kept, and goes forward by a day, a week or a month', async () => {
  expect(await demoClock(database.owner)).toBe(null);
  await database.ownerPool.query("insert into platform_clock (demo_today_on) values ('2021-01-30')");
  const clock = await demoClock(database.owner);
  expect(clock?.today()).toBe('2021-01-30');
  expect(await clock?.forward('day')).toBe('2021-01-31');
  expect(await clock?.forward('month')).toBe('2021-02-28');
  expect(await clock?.forward('week')).toBe('2021-03-07');
  expect(clock?.now()).toMatch(/^2021-03-0[67]T/);
  expect((await demoClock(database.owner))?.today()).toBe('2021-03-07');
});

test('the demo’s instants are of its day at whatever hour of whichever day it runs, and none comes before another', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const instant = fc.integer({ min: Date.parse('2026-03-27T00:00:00Z'), max: Date.parse('2026-11-02T00:00:00Z') });
    for (const on of ['2021-03-28', '2021-06-17', '2021-10-31']) {
      await database.ownerPool.query('update platform_clock set demo_today_on = $1', [on]);
      const clock = await demoClock(database.owner);
      if (!clock) throw new Error('no demo');
      let last = '';
      fc.assert(
        fc.property(instant, (at) => {
          vi.setSystemTime(at);
          const { today, now } = momentOf(clock);
          expect([today, dayOfInstant(now)]).toEqual([on, on]);
          expect(now >= last).toBe(true);
          last = now;
        }),
        { examples: [[Date.parse('2026-10-25T21:30:00Z')], [Date.parse('2026-03-29T20:59:00Z')]] },
      );
    }
  } finally {
    vi.useRealTimers();
  }
});
