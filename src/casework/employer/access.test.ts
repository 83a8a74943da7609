import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { makeWorld, type WorkerName, type World } from '../../../tests/world.ts';
import { addEmployer, employers } from './acts.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

describe('who may', () => {
  test.each<WorkerName>(['pori-finance', 'pori-planner', 'pori-manager', 'pori-administrator'])(
    '%s does not work with clients, and does not read contact persons',
    async (worker) => {
      expect(await world.refusal(employers, {}, worker)).toBe('not-allowed');
    },
  );

  test.each<WorkerName>(['pori-coach', 'pori-instructor', 'pori-social-worker', 'work-instructor'])(
    '%s works with clients, and reads',
    async (worker) => {
      expect(await world.perform(employers, {}, worker)).toHaveProperty('employers');
    },
  );

  test('an instructor of a centre adds no employers', async () => {
    const input = { name: 'X', sector: 'other' as const, workplace: { name: 'Y' } };
    expect(await world.refusal(addEmployer, input, 'pori-instructor')).toBe('not-allowed');
  });
});
