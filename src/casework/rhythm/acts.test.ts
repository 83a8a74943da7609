import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { rhythms, setRhythm } from './acts.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

describe('the rhythm of a service', () => {
  const rhythm = {
    service: 'open-work' as const,
    from: '2021-09-01',
    starting: { phaseDays: 60, everyDays: 7, everyDaysAtMost: 15 },
    steady: { everyDays: 14, everyDaysAtMost: 21, visitAtRenewal: true, groupMeetingsAYear: 4 },
  };
  const messages = async () =>
    (await world.perform(rhythms, {}, 'pori-coach')).rhythms.filter(({ service }) => service === 'open-work');

  test('is set in both phases from a day on; contacts before follow the rhythm that they had', async () => {
    await world.perform(setRhythm, rhythm, 'pori-administrator');
    expect((await messages()).map((one) => [one.phase, one.everyDays, one.everyDaysAtMost, one.during.from])).toEqual([
      ['starting', 7, 7, '2010-01-01'],
      ['steady', null, null, '2010-01-01'],
      ['starting', 7, 15, '2021-09-01'],
      ['steady', 14, 21, '2021-09-01'],
    ]);
    // Set again for the same day, the later word stands.
    await world.perform(setRhythm, { ...rhythm, starting: null }, 'pori-manager');
    expect((await messages()).filter(({ during }) => during.from === '2021-09-01').map(({ phase }) => phase)).toEqual([
      'steady',
    ]);
  });

  test('is refused where nothing would be due, where it runs backwards, on days past, and by whom it does not concern', async () => {
    const by = 'pori-administrator';
    const steady = { everyDays: null, everyDaysAtMost: null, visitAtRenewal: false, groupMeetingsAYear: null };
    expect(await world.refusal(setRhythm, { ...rhythm, steady }, by)).toBe('nothing-due');
    expect(await world.refusal(setRhythm, { ...rhythm, steady: { ...rhythm.steady, everyDaysAtMost: 10 } }, by)).toBe(
      'interval-backwards',
    );
    expect(await world.refusal(setRhythm, { ...rhythm, from: '2021-06-16' }, by)).toBe('day-is-past');
    expect(await world.refusal(setRhythm, { ...rhythm, service: 'rehabilitative-work' }, by)).toBe('not-offered');
    expect(await world.refusal(setRhythm, rhythm, 'pori-coach')).toBe('not-allowed');
  });
});
