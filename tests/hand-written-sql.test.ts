import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientPage } from '../src/screens/client/board.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { makeWorld, type WorkerName, type World } from './world.ts';

/** What the application's role may be asked by whoever writes SQL with it. */
const personal = ['access', 'access_client', 'platform_audit', 'client_client', 'client_protected', 'placement_taken'];

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  for (const [organiser, by] of [
    ['pori', 'pori-social-worker'],
    ['rauma', 'rauma-social-worker-a'],
  ] as const) {
    const { clientId } = await world.refer({ organiser });
    await world.perform(clientPage, { clientId }, by);
  }
});
afterAll(() => db.close());

async function asApplication<T>(by: WorkerName | null, run: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await db.appPool.connect();
  try {
    await client.query('begin');
    if (by) {
      const { workerId, organiserId } = world.who(by);
      await client.query("select app_enter($1, $2, 'case', $3, now(), null)", [workerId, organiserId, world.today]);
    }
    return await run(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const rowsOf = async (client: pg.PoolClient, question: string) => (await client.query(question)).rows;

describe('hand-written SQL of the application’s role', () => {
  test('sees nobody before it has said who asks', async () => {
    await asApplication(null, async (client) => {
      for (const name of personal) expect([name, await rowsOf(client, `select from ${name}`)]).toEqual([name, []]);
    });
  });

  test('sees no relation, client or look of another organiser', async () => {
    await asApplication('pori-social-worker', async (client) => {
      for (const name of ['access', 'access_client', 'platform_audit', 'client_client']) {
        const rows = await rowsOf(client, `select distinct organiser_id from ${name}`);
        expect(rows.filter((row) => row.organiser_id !== world.pori.id)).toEqual([]);
      }
      expect((await rowsOf(client, 'select from access')).length).toBeGreaterThan(0);
      expect((await rowsOf(client, 'select from platform_audit')).length).toBeGreaterThan(0);
    });
  });

  test('sees no colleague’s relations, not even by a condition that tells what it is asked', async () => {
    await asApplication('pori-instructor', async (client) => {
      await client.query(`create function pg_temp.tell(worker uuid) returns boolean cost 0.0001 language plpgsql as $$
        begin raise exception 'told %', worker; end $$`);
      expect(await rowsOf(client, 'select from access where pg_temp.tell(worker_id)')).toEqual([]);
    });
  });

  test('reads and changes no account, session or try, and adds nothing to the trail by its own hand', async () => {
    for (const table of ['platform_account', 'platform_session', 'platform_attempt'])
      for (const statement of [
        `select from ${table}`,
        `delete from ${table}`,
        `update ${table} set worker_id = worker_id`,
      ])
        await asApplication('pori-administrator', async (client) => {
          await expect(client.query(statement), statement).rejects.toThrow(/permission denied|does not exist/);
        });
    await asApplication('pori-administrator', async (client) => {
      const row = "insert into platform_audit (act, purpose, happened_at) values ('forged', 'case', '2020-01-01')";
      await expect(client.query(row)).rejects.toThrow(/permission denied/);
    });
    await asApplication('pori-administrator', async (client) => {
      const renew = client.query('select account_renew($1, $2)', [world.workerId('rauma-manager'), 'x']);
      await expect(renew).rejects.toThrow(/another organiser/);
    });
    await asApplication('pori-administrator', async (client) => {
      expect(await rowsOf(client, `select from accounts_of('${world.rauma.id}')`)).toEqual([]);
    });
  });

  test('neither seals the audit trail nor writes over it', async () => {
    await asApplication('pori-social-worker', async (client) => {
      const seal = "insert into platform_audit_segment (no, rows, previous_hash, hash) values (9, 1, '', '')";
      await expect(client.query(seal)).rejects.toThrow(/permission denied/);
    });
  });
});

describe('who looked at a client from another organiser', () => {
  test('is told to those who may see the client, and to nobody else', async () => {
    const { clientId } = await world.refer({ organiser: 'pori' });
    const { workerId, organiserId } = world.who('rauma-manager');
    await db.ownerPool.query(
      "insert into platform_audit (worker_id, organiser_id, act, purpose, clients) values ($1, $2, 'figureCases', 'figures', $3)",
      [workerId, organiserId, [clientId]],
    );
    const looks = (by: WorkerName) =>
      asApplication(by, async (client) => (await client.query('select act from client_views($1)', [clientId])).rows);
    expect(await looks('pori-social-worker')).toContainEqual({ act: 'figureCases' });
    expect(await looks('pori-instructor')).toEqual([]);
    expect(await looks('rauma-social-worker-a')).toEqual([]);
  });
});
