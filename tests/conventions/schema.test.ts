/** The schema holds its conventions, asked from the live catalogue: nobody has to remember them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rooms } from '../../src/casework/order.ts';
import { type FreshDatabase, freshDatabase } from '../database.ts';
import { type Convention, conventions, tables } from './schema-rules.ts';

let database: FreshDatabase;
let role = '';
beforeAll(async () => {
  database = await freshDatabase();
  const { rows } = await database.appPool.query<{ name: string }>('select current_user as name');
  role = rows[0]?.name ?? '';
});
afterAll(() => database.close());

/** What the convention finds wrong, after some statements that are taken back again. */
async function found({ question }: Convention, after = ''): Promise<string[]> {
  const text = question
    .replaceAll('$role', `'${role}'`)
    .replaceAll('$rooms', `array[${rooms.map((room) => `'${room}'`).join(', ')}]`);
  const client = await database.ownerPool.connect();
  try {
    await client.query(`begin; ${after}`);
    const { rows } = await client.query<Record<string, string>>(text);
    return rows.map((row) => Object.values(row)[0] ?? '');
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('there are tables to judge: with persons, with old versions, append-only', async () => {
  const { rows } = await database.ownerPool.query<Record<string, number>>(
    `select count(*)::int as tables, count(*) filter (where has_persons)::int as persons,
      count(*) filter (where keeps_versions)::int as versions, count(*) filter (where append_only)::int as only
    from ${tables} t`,
  );
  for (const count of Object.values(rows[0] ?? { none: 0 })) expect(count).toBeGreaterThan(3);
  expect(role).not.toBe('');
});

describe.each(Object.entries(conventions))('%s', (_, ofThem) => {
  test.each(ofThem.map((one) => [one.says, one] as const))('%s', async (_says, one) => {
    expect(await found(one)).toEqual([]);
  });

  test.each(ofThem.filter((one) => one.wrong !== '').map((one) => [one.says, one] as const))(
    'is found when it does not hold: %s',
    async (_says, one) => {
      const before = await found(one);
      expect((await found(one, one.wrong)).length).toBeGreaterThan(before.length);
    },
  );
});
