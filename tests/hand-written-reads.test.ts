/** Every table and view, read by hand-written SQL: of clients by whoever has nothing to do with them, and of another organiser. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { protectAddress } from '../src/casework/client/acts.ts';
import { clientPage } from '../src/screens/client/board.ts';
import type { Purpose } from '../src/server/act.ts';
import { proofOf } from '../src/server/database/proof.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { readable } from './readable.ts';
import { makeWorld, type WorkerName, type World, workerNames } from './world.ts';

let db: FreshDatabase;
let world: World;
let clientId: string;

interface Relation {
  readonly name: string;
  readonly columns: readonly string[];
}
let relations: readonly Relation[];

beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  const address = { street: 'Katu 7', postalCode: '28100', postOffice: 'PORI', phone: '040 1', email: 'a@example.fi' };
  const { one } = await readable(world, { address, relative: '040 2', municipalityCode: '609' });
  clientId = one.clientId;
  const during = { from: '2021-06-01', to: null };
  await world.perform(protectAddress, { clientId, during, contactInstead: 'PL 5' }, 'pori-social-worker');
  await world.perform(clientPage, { clientId }, 'pori-social-worker');
  ({ rows: relations } = await db.ownerPool.query<Relation>(
    `select c.relname as name, array_agg(a.attname::text) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind in ('r', 'v', 'm') and c.relnamespace = 'public'::regnamespace
       and has_column_privilege('kykypolku_app', c.oid, a.attnum, 'select') group by 1 order by 1`,
  ));
});
afterAll(() => db.close());

interface Asker {
  readonly workerId: string;
  readonly organiserId: string;
}

async function asWorker<T>(
  { workerId, organiserId }: Asker,
  purpose: Purpose,
  run: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await db.appPool.connect();
  try {
    await client.query('begin');
    const claim = [workerId, organiserId, purpose, world.today, '2021-06-17T09:00:00Z', null] as const;
    await client.query('select app_enter($1, $2, $3, $4, $5, $6, $7)', [...claim, proofOf('enter', ...claim)]);
    return await run(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** Which of them have a row for which the condition holds. */
async function telling(
  { workerId, organiserId }: Asker,
  purpose: Purpose,
  conditionOf: (one: Relation) => string | null,
): Promise<readonly string[]> {
  return asWorker({ workerId, organiserId }, purpose, async (client) => {
    const told: string[] = [];
    for (const one of relations) {
      const condition = conditionOf(one);
      if (condition === null) continue;
      const { rows } = await client.query(`select exists (select from ${one.name} where ${condition}) as told`);
      if (rows[0].told) told.push(one.name);
    }
    return told;
  });
}

const ofClient = ({ name, columns }: Relation): string | null => {
  if (/^((known_)?client_client(_history)?|client_register)$/.test(name)) return `id = '${clientId}'`;
  if (columns.includes('client_id')) return `client_id = '${clientId}'`;
  return columns.includes('clients') ? `clients @> array['${clientId}'::uuid]` : null;
};

const purposes = ['case', 'money', 'supervision', 'none'] as const satisfies readonly Purpose[];

/** A colleague of Pori's with one post and no client. */
async function hired(role: string, post: { readonly unit?: string; readonly team?: string; readonly tasks?: string }) {
  const workerId = randomUUID();
  const organiserId = world.pori.id;
  await db.ownerPool.query(
    "insert into worker_worker (id, organiser_id, family_name, given_name) values ($1, $2, 'Uusi', 'Tekijä')",
    [workerId, organiserId],
  );
  await db.ownerPool.query(
    `insert into worker_post (worker_id, organiser_id, role, unit_id, team, tasks, during) values ($1, $2, $3, $4, $5, $6::text[], '[2010-01-01,)')`,
    [workerId, organiserId, role, post.unit ?? null, post.team ?? null, post.tasks ?? '{disability,working-age}'],
  );
  return { workerId, organiserId };
}

describe('of a client to whom there is no relation', () => {
  test.each([
    ['administrator', {}],
    ['planner', {}],
    ['instructor', {}],
    ['finance', { tasks: '{working-age}' }],
    ['manager', { team: 'Toinen' }],
  ] as const)('a %s reads no row of any table or view, for no purpose but figures', async (role, post) => {
    const asker = await hired(role, post);
    for (const purpose of purposes) expect([purpose, await telling(asker, purpose, ofClient)]).toEqual([purpose, []]);
  });

  test('an official reads what the register tells alone: who is a client, and of a protection that there is one', async () => {
    const asker = await hired('social-worker', { tasks: '{working-age}' });
    for (const purpose of ['case', 'money'] as const) {
      const told = await telling(asker, purpose, ofClient);
      expect(told).toEqual([
        ...['access', 'access_task', 'client_former_name', 'client_protected', 'client_protection', 'client_register'],
        'known_client_protection',
      ]);
    }
    // The key, the organiser and the person, the name, the birthday, the home municipality, and a mark of the identity code.
    expect(relations.find(({ name }) => name === 'client_register')?.columns).toEqual([
      ...['id', 'organiser_id', 'person_id', 'family_name', 'given_names', 'birth_on', 'municipality_code'],
      'identity_hash',
    ]);
    await asWorker(asker, 'case', async (client) => {
      const { rows } = await client.query('select contact_instead from client_protected where client_id = $1', [
        clientId,
      ]);
      expect(rows).toEqual([{ contact_instead: null }]);
      const base = client.query('select contact_instead from client_protection');
      await expect(base).rejects.toThrow(/permission denied/);
    });
  });

  test('whoever works with the client reads what stands instead of the address', () =>
    asWorker(world.who('pori-social-worker'), 'case', async (client) => {
      const { rows } = await client.query('select contact_instead from client_protected where client_id = $1', [
        clientId,
      ]);
      expect(rows).toEqual([{ contact_instead: 'PL 5' }]);
    }));
});

test('of the trail everybody reads one’s own looks alone, and who changed something by its name', async () => {
  for (const by of ['pori-administrator', 'pori-manager', 'pori-instructor'] as const)
    await asWorker(world.who(by), 'case', async (client) => {
      const { rows } = await client.query('select from platform_audit where worker_id is distinct from $1', [
        world.workerId(by),
      ]);
      expect(rows).toEqual([]);
    });
});

test('nobody reads what a colleague’s changes were answered long ago', async () => {
  await db.ownerPool.query(
    `insert into platform_gesture (worker_id, key, act, input_hash, answer, done_at)
     values ($1, 'key old', 'registerClient', '', '{"sealed":"AAAA"}', clock_timestamp() - interval '3 days')`,
    [world.workerId('pori-coach')],
  );
  await asWorker(world.who('pori-instructor'), 'case', async (client) => {
    expect((await client.query('select from platform_gesture')).rows).toEqual([]);
    await client.query('select platform.forget_gestures()');
  });
});

/** What everybody may know of every organiser: what it is and gives, what it has described of itself, who works there. */
const open =
  /^(known_|earliest_|fact_)?(organiser_\w+|worker_(worker|post|group_lead)|description_\w+|post|group_lead|answer)$/;

test('of another organiser nobody reads more than what it is, what it gives and who works there', {
  timeout: 240_000,
}, async () => {
  const own = (name: WorkerName) => world.who(name).organiserId === world.rauma.id;
  for (const by of workerNames.filter(own))
    for (const purpose of ['case', 'figures'] as const) {
      const told = await telling(world.who(by), purpose, ({ name, columns }) =>
        columns.includes('organiser_id') && !open.test(name.replace(/_history$/, ''))
          ? `organiser_id = '${world.pori.id}'`
          : null,
      );
      expect([by, purpose, told]).toEqual([by, purpose, []]);
    }
});
