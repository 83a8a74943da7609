import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { groupLeads, planGroupLeads, workers } from './acts.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

describe('who leads a group', () => {
  test('changes every three months in Rauma, in the turns that were agreed', async () => {
    const { groups } = await world.perform(groupLeads, {}, 'rauma-instructor');
    const group = groups.find(({ rotationMonths }) => rotationMonths === 3);
    const workerIds = [world.workerId('rauma-instructor-2'), world.workerId('rauma-instructor')];
    const { turns } = await world.perform(
      planGroupLeads,
      { groupId: group?.groupId ?? '', workerIds, from: '2021-07-01' },
      'rauma-instructor',
    );
    expect(turns).toEqual([
      { workerId: workerIds[0], from: '2021-07-01', to: '2021-10-01' },
      { workerId: workerIds[1], from: '2021-10-01', to: '2022-01-01' },
    ]);
    const told = await world.perform(groupLeads, {}, 'rauma-coach');
    expect(told.groups.find(({ groupId }) => groupId === group?.groupId)?.next).toEqual(['Lehto Sari', 'Ranta Mika']);
  });

  test('is planned by nobody of another organiser, and among the organiser’s own workers', async () => {
    const { groups } = await world.perform(groupLeads, {}, 'rauma-instructor');
    const groupId = groups[0]?.groupId ?? '';
    const from = '2021-07-01';
    expect(
      await world.refusal(
        planGroupLeads,
        { groupId, workerIds: [world.workerId('pori-instructor')], from },
        'pori-instructor',
      ),
    ).toBe('no-such-group');
    expect(
      await world.refusal(
        planGroupLeads,
        { groupId, workerIds: [world.workerId('pori-instructor')], from },
        'rauma-instructor',
      ),
    ).toBe('no-such-worker');
    expect(
      await world.refusal(planGroupLeads, { groupId, workerIds: [world.workerId('rauma-coach')], from }, 'rauma-coach'),
    ).toBe('not-allowed');
  });

  test('colleagues are those with a post today', async () => {
    const { workers: coaches } = await world.perform(workers, { role: 'coach' }, 'pori-social-worker');
    expect(coaches.map(({ name }) => name)).toEqual(['Laine Tiina', 'Nieminen Antti']);
  });
});
