import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/database.ts';
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
