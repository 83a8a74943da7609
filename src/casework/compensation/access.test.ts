import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { type PartTaken, takingPart } from '../../../tests/taking-part.ts';
import { makeWorld, type WorkerName, type World } from '../../../tests/world.ts';
import { markAttendance } from '../attendance/acts.ts';
import {
  closeMonth,
  compensationLines,
  compensationMonth,
  compensationMonths,
  compensationOf,
  compensationOpenMonths,
  compensationStatement,
  settleCorrections,
} from './acts.ts';

let db: FreshDatabase;
let world: World;
let client: PartTaken;
const month = '2021-05';
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  client = await takingPart(world, { service: 'work-activity', group: 'work-activity' });
  const { placementId } = client;
  await world.perform(
    markAttendance,
    { marks: [{ placementId, on: '2021-05-03', kind: 'present' }] },
    'pori-instructor',
  );
});
afterAll(() => db.close());

describe('who may', () => {
  test('finance opens the month of its organiser, and prints', async () => {
    expect((await world.perform(compensationMonth, { month }, 'pori-finance')).accounts).toHaveLength(1);
    const statement = { clientId: client.clientId, month };
    expect((await world.perform(compensationStatement, statement, 'pori-finance')).media).toBe('application/pdf');
  });

  test('those who work with the client read what the client is owed', async () => {
    for (const worker of ['pori-instructor', 'pori-social-worker'] as const) {
      const { balance } = await world.perform(compensationOf, { clientId: client.clientId, month }, worker);
      expect(balance).toBe(537);
    }
  });

  test.each<WorkerName>([
    'pori-coach',
    'pori-instructor',
    'pori-social-worker',
    'pori-planner',
    'pori-manager',
    'pori-administrator',
    'work-instructor',
  ])('%s neither opens nor closes a month', async (worker) => {
    expect(await world.refusal(compensationMonths, {}, worker)).toBe('not-allowed');
    expect(await world.refusal(compensationOpenMonths, {}, worker)).toBe('not-allowed');
    expect(await world.refusal(compensationMonth, { month }, worker)).toBe('not-allowed');
    expect(await world.refusal(compensationLines, { month }, worker)).toBe('not-allowed');
    expect(await world.refusal(closeMonth, { month }, worker)).toBe('not-allowed');
    expect(await world.refusal(settleCorrections, { month }, worker)).toBe('not-allowed');
  });

  test.each<WorkerName>(['rauma-finance', 'work-finance'])(
    'for %s of another organiser there is nothing of it',
    async (worker) => {
      const { accounts, notMarked } = await world.perform(compensationMonth, { month }, worker);
      expect([accounts, notMarked]).toEqual([[], 0]);
      const { lines } = await world.perform(compensationLines, { month, clientIds: [client.clientId] }, worker);
      expect(lines).toEqual([]);
      const statement = { clientId: client.clientId, month };
      expect(await world.refusal(compensationStatement, statement, worker)).toBe('not-found');
      expect(await world.refusal(compensationOf, statement, worker)).toBe('not-found');
    },
  );

  test('a worker of another organiser learns nothing of the client', async () => {
    const owed = { clientId: client.clientId, month };
    for (const worker of ['rauma-coach', 'rauma-social-worker-a', 'pori-planner'] as const)
      expect(await world.refusal(compensationOf, owed, worker)).toBe('not-found');
  });
});
