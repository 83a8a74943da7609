import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/database.ts';
import { makeWorld, type World } from '../../tests/world.ts';
import { describe as describeServices } from '../description/acts.ts';
import { computeFigure, figureCases, listFigures } from './acts.ts';

let db: FreshDatabase;
let world: World;
const pending = { id: 'pending', organiser: 'pori-perusturva', service: 'open-work', asOf: '2021-06-17' };
const fromOutside = { ...pending, service: 'disability-work', asOf: '2021-05-31' };

beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  for (let n = 0; n < 4; n++) await world.refer({ familyName: `Virtanen ${n}` });
});
afterAll(() => db.close());

describe('a figure', () => {
  it('is exact for every worker of the organiser, and few are hidden from all others', async () => {
    for (const name of ['pori-coach', 'pori-planner', 'pori-finance'] as const)
      expect(await world.perform(computeFigure, pending, name)).toMatchObject({ value: 4, status: 'known', cases: 4 });
    expect(await world.perform(computeFigure, fromOutside, 'rauma-coach')).toMatchObject({
      value: null,
      status: 'suppressed',
      cases: null,
    });
  });

  it('is asked from outside of month-ends and whole past periods of one group, as known now, and of nothing else', async () => {
    const refused = async (more: object) => {
      const { type, errors } = await world.problem(computeFigure, { ...fromOutside, ...more }, 'rauma-coach');
      return [type.split('/').at(-1), errors?.[0]?.field];
    };
    expect(await refused({ asOf: '2021-06-17' })).toEqual(['outside-month-ends', 'asOf']);
    expect(await refused({ asOf: '2021-05-30' })).toEqual(['outside-month-ends', 'asOf']);
    // June has not ended yet on its seventeenth day.
    expect(await refused({ asOf: '2021-06-30' })).toEqual(['outside-month-ends', 'asOf']);
    expect(await refused({ service: 'open-work' })).toEqual(['outside-one-group', 'service']);
    expect(await refused({ service: 'disability-work,rehabilitative-work' })).toEqual(['outside-one-group', 'service']);
    expect(await refused({ knownAt: '2021-06-01T12:00:00+03:00' })).toEqual(['outside-known-at', 'knownAt']);
    for (const [from, to] of [
      ['2021-05-01', '2021-05-31'],
      ['2021-05-10', '2021-06-10'],
      ['2021-02-01', '2021-05-01'],
      ['2021-03-01', '2021-05-01'],
      ['2021-06-01', '2021-07-01'],
      ['2021-01-01', '2022-01-01'],
    ])
      expect(await refused({ from, to, asOf: undefined }), `${from} ${to}`).toEqual(['outside-whole-periods', 'from']);
    for (const [from, to] of [
      ['2021-05-01', '2021-06-01'],
      ['2021-01-01', '2021-04-01'],
      ['2020-01-01', '2021-01-01'],
    ])
      await world.perform(computeFigure, { ...fromOutside, from, to, asOf: undefined }, 'rauma-coach');
    // Within the organiser every day can be asked for, and as it was known.
    await world.perform(computeFigure, { ...pending, knownAt: '2021-06-01T12:00:00+03:00' }, 'pori-coach');
  });

  it('of no day in particular is outside one of the last month’s end, and of the last whole year', async () => {
    const { asOf: _, ...open } = fromOutside;
    const day = await world.perform(computeFigure, open, 'rauma-coach');
    expect(day.asOf).toBe('2021-05-31');
    const year = await world.perform(computeFigure, { ...open, id: 'exits-by-reason' }, 'rauma-coach');
    expect(year.period).toEqual({ from: '2020-01-01', to: '2021-01-01' });
    const own = await world.perform(computeFigure, { ...open, id: 'exits-by-reason' }, 'pori-coach');
    expect(own.period).toEqual({ from: '2021-01-01', to: '2021-06-18' });
  });

  it('asked leaves in the trail what was asked and by whom', async () => {
    await world.perform(computeFigure, fromOutside, 'rauma-manager');
    await world.perform(
      describeServices,
      { organiser: 'pori-perusturva', service: 'disability-work' },
      'rauma-manager',
    );
    const { rows } = await sql<{ act: string; detail: object; clients: string[] }>`
      select act, detail, clients from platform_audit where worker_id = ${world.workerId('rauma-manager')} order by id`.execute(
      db.owner,
    );
    expect(rows).toEqual([
      { act: 'computeFigure', detail: fromOutside, clients: [] },
      { act: 'describe', detail: { organiser: 'pori-perusturva', service: 'disability-work' }, clients: [] },
    ]);
  });

  it('moves by one when a referral is received, and knows what was known before', async () => {
    const before = await world.perform(computeFigure, pending, 'pori-planner');
    await world.refer({ familyName: 'Uusi' });
    const after = await world.perform(computeFigure, pending, 'pori-planner');
    expect([before.value, after.value]).toEqual([4, 5]);
    // Entered at noon of 3.5.2021.
    const known = await world.perform(
      computeFigure,
      { ...pending, knownAt: '2021-05-02T12:00:00+03:00' },
      'pori-planner',
    );
    expect(known).toMatchObject({ value: 0, knownAt: '2021-05-02T12:00:00+03:00' });
    // Five may be told.
    expect(await world.perform(computeFigure, fromOutside, 'rauma-coach')).toMatchObject({ value: 5, status: 'known' });
  });

  it('can be asked for by anybody who is signed in, and refuses what is not there', async () => {
    const { figures } = await world.perform(listFigures, {}, 'rauma-finance');
    expect(figures.find(({ id }) => id === 'pending')).toMatchObject({ question: 'Q4', label: 'Vireillä' });
    const refused = (more: object) => world.refusal(computeFigure, { ...pending, ...more }, 'pori-coach');
    expect(await refused({ id: 'nothing' })).toBe('no-such-figure');
    expect(await refused({ organiser: 'nowhere' })).toBe('no-such-organiser');
    expect(await refused({ service: 'nothing' })).toBe('no-such-service');
    expect(await refused({ from: '2021-06-01', to: '2021-06-01' })).toBe('empty-period');
    expect(await refused({ from: '2021-06-19' })).toBe('empty-period');
    expect(await refused({ asOf: '1900-01-01' })).toBe('wrong-input');
    expect(await refused({ knownAt: 'yesterday' })).toBe('wrong-input');
    expect(await refused({ organiser: 'a\u0000' })).toBe('wrong-input');
  });
});

describe('the cases behind a figure', () => {
  it('are shown to those who may see them, the rest only counted, and every one shown is in the audit trail', async () => {
    const seen = await world.perform(figureCases, pending, 'pori-social-worker');
    expect(seen.clients).toHaveLength(5);
    expect(seen.clients[0]).toMatchObject({ name: 'Uusi Väinö' });
    expect(seen.notShown).toBe(0);
    // A planner has no relation to any client.
    expect(await world.perform(figureCases, pending, 'pori-planner')).toEqual({ clients: [], notShown: 5 });
    const { rows } = await sql<{
      clients: string[];
    }>`select clients from platform_audit where act = 'figureCases' order by id limit 1`.execute(db.owner);
    expect(rows[0]?.clients.toSorted()).toEqual(seen.clients.map(({ clientId }) => clientId).toSorted());
  });

  it('are not even counted for a worker of another organiser', async () => {
    expect(await world.perform(figureCases, pending, 'rauma-social-worker-a')).toEqual({ clients: [], notShown: null });
  });
});
