import { afterAll, beforeAll, expect, test } from 'vitest';
import { client } from '../src/casework/client/acts.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { makeWorld, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

test('a referred client is open to the receiving coach and to officials, and to nobody of another organiser', async () => {
  const { clientId } = await world.refer();
  expect((await world.perform(client, { clientId }, 'pori-coach')).client.familyName).toBe('Ääri');
  expect((await world.perform(client, { clientId }, 'pori-social-worker')).client.familyName).toBe('Ääri');
  expect(await world.refusal(client, { clientId }, 'rauma-coach')).toBe('not-found');
});
