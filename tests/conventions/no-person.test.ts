/** Every read of a person is kept in the trail: an act whose trail keeps nobody sees nobody, held by its declaration and the database. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { allActs } from '../../src/screens/app/registry.ts';
import { type Audited, ask, inRole, type Purpose } from '../../src/server/act.ts';
import { rowsOf } from '../../src/server/database/statement.ts';
import { type FreshDatabase, freshDatabase } from '../database.ts';
import { makeWorld, type World } from '../world.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  const { clientId } = await world.refer();
  await sql`insert into relationship_case_manager (organiser_id, client_id, worker_id, during)
    values (${world.pori.id}, ${clientId}, ${world.workerId('pori-coach')}, '[2021-01-01,)')`.execute(db.owner);
});
afterAll(() => db.close());

const zNumber = z.object({ clients: z.int() });

/** An act that counts the clients that it sees. */
const looking = (purpose: Purpose, audited: Audited<object, object>) =>
  ask({
    name: 'looking',
    method: 'GET',
    path: '/api/looking',
    says: 'Look at clients',
    input: z.strictObject({}),
    output: zNumber,
    may: inRole(['coach'], purpose),
    audited,
    refuses: {},
    run: async ({ tx }) => {
      const { rows } = await rowsOf(zNumber)`select count(*)::int as clients from client_client`.execute(tx);
      return rows[0] ?? { clients: 0 };
    },
  });

test('acts whose trail keeps nobody are many, and none of them has a purpose', () => {
  const keepNobody = allActs.filter(({ audited }) => audited === 'no-person' || 'change' in audited);
  expect(keepNobody.length).toBeGreaterThan(30);
  expect(keepNobody.filter(({ may }) => may.purpose !== 'none').map(({ name }) => name)).toEqual([]);
});

describe('an act whose trail keeps nobody', () => {
  test('sees nobody, not even a client whom its worker answers for', async () => {
    expect(await world.perform(looking('none', 'no-person'), {}, 'pori-coach')).toEqual({ clients: 0 });
    expect(await world.perform(looking('case', { clients: () => [] }), {}, 'pori-coach')).toEqual({ clients: 1 });
  });

  test.each<[string, Audited<object, object>]>([
    ['no-person', 'no-person'],
    ['a change alone', { change: () => ({}) }],
  ])('cannot be declared with %s for a purpose that shows clients', (_, audited) => {
    for (const purpose of ['case', 'money', 'figures'] as const)
      expect(() => looking(purpose, audited)).toThrow('may see clients');
  });
});
