import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeDatabase, outdated } from '../../src/server/database/describe.ts';
import { type FreshDatabase, freshDatabase } from '../database.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test('schema.sql and types.ts say what the migrated database is (else: npm run database:types)', async () => {
  expect(outdated(await describeDatabase(database.ownerUrl))).toEqual([]);
});
