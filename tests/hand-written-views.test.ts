/**
 * Views that run with their owner's rights tell, and nothing is written through them: it would pass by row-level security. Nor are tables written
 * that have none, such as what the law says.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proofOf } from '../src/server/database/proof.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { makeWorld, type WorkerName, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

async function written(by: WorkerName, statement: string): Promise<number | null> {
  const { workerId, organiserId } = world.who(by);
  const client = await db.appPool.connect();
  try {
    await client.query('begin');
    const claim = [workerId, organiserId, 'case', world.today, '2021-06-17T09:00:00Z', null] as const;
    await client.query('select app_enter($1, $2, $3, $4, $5, $6, $7)', [...claim, proofOf('enter', ...claim)]);
    return (await client.query(statement)).rowCount;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('the application’s role may read views, and write through none', async () => {
  const { rows } = await db.ownerPool.query(
    `select c.relname as name, p.what from pg_class c cross join unnest(array['insert', 'update', 'delete', 'truncate']) p (what)
     where c.relkind in ('v', 'm') and c.relnamespace = 'public'::regnamespace
       and (has_table_privilege('kykypolku_app', c.oid, p.what) or p.what in ('insert', 'update') and has_any_column_privilege('kykypolku_app', c.oid, p.what))
     order by 1, 2`,
  );
  expect(rows).toEqual([]);
});

test('nor a table that no policy guards, but the demo’s clock', async () => {
  const { rows } = await db.ownerPool.query(
    `select c.relname as name, p.what from pg_class c cross join unnest(array['insert', 'update', 'delete', 'truncate']) p (what)
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity and has_table_privilege('kykypolku_app', c.oid, p.what)
     order by 1, 2`,
  );
  expect(rows).toEqual([{ name: 'platform_clock', what: 'update' }]);
});

test('so that nobody moves a client to another person or place by it', async () => {
  const { clientId } = await world.refer({});
  for (const [by, statement] of [
    ['pori-social-worker', `update client_register set family_name = 'Muutettu' where id = '${clientId}'`],
    ['pori-social-worker', `delete from client_register where id = '${clientId}'`],
    ['pori-planner', "update placement_taken set during = '[2031-01-01,)'"],
  ] as const)
    await expect(written(by, statement), statement).rejects.toThrow(/permission denied/);
});

test('no function of the owner takes a passing table of somebody else’s for its own', async () => {
  const { rows } = await db.ownerPool.query(
    `select p.proname as name from pg_proc p where p.pronamespace in ('public'::regnamespace, 'platform'::regnamespace) and p.prokind = 'f'
       and pg_get_functiondef(p.oid) ~* 'temp(orary)? table if not exists'`,
  );
  expect(rows).toEqual([]);
});
