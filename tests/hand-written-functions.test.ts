/**
 * Every function that runs with its owner's rights, called by hand-written SQL with the ids of what one may not see: it answers what it answers
 * of an id that nobody has. What the server proves has a test of its own (`hand-written-sql.test.ts`).
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { participationOutlook } from '../src/casework/participation/acts.ts';
import { clientPage } from '../src/screens/client/board.ts';
import { enterAs } from '../src/server/perform.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { readable } from './readable.ts';
import { inRehabilitation, marked } from './rehabilitating.ts';
import { makeWorld, type WorkerName, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
let ids: Readonly<Record<string, string>>;

interface Called {
  readonly name: string;
  readonly types: readonly string[];
}
let functions: readonly Called[];

/**
 * Days alone, to whoever knows the id of what they are of, which nobody is told who may not see it: when a decision is changed, and on which days a
 * relationship has one. Asked of many at once, they would else ask of each whether one sees it.
 */
const toldOfAnId = ['decision_days', 'relationship_footing'];

beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  const address = { street: 'Katu 7', postalCode: '28100', postOffice: 'PORI', phone: '040 1', email: 'a@example.fi' };
  const read = await readable(world, { address, relative: '040 2', municipalityCode: '609' });
  const { clientId } = read.one;
  await world.perform(clientPage, { clientId }, 'pori-social-worker');
  // The same person takes part in rehabilitative work elsewhere.
  const elsewhere = await inRehabilitation(db, world, { familyName: 'Piilo' });
  await marked(db, world, elsewhere, ['2021-05-03', '2021-05-10']);
  await sql`update client_client set person_id = (select person_id from client_client where id = ${clientId}) where id = ${elsewhere.clientId}`.execute(
    db.owner,
  );
  ids = read.ids;
  ({ rows: functions } = await db.ownerPool.query<Called>(
    `select p.oid::regproc::text as name, array(select format_type(t, null) from unnest(p.proargtypes::oid[]) t) as types
     from pg_proc p where p.pronamespace in ('public'::regnamespace, 'platform'::regnamespace) and p.prosecdef and p.prorettype <> 'trigger'::regtype
       and has_function_privilege('kykypolku_app', p.oid, 'execute') and pg_get_functiondef(p.oid) !~ 'must_be_proven'
       and p.proargtypes::oid[] && array['uuid'::regtype, 'uuid[]'::regtype]::oid[]
     order by 1`,
  ));
});
afterAll(() => db.close());

const services = ['open-work', 'supported-employment', 'rehabilitative-work'];

/** What a function is given for each kind of argument; texts are tried as each service and kind of naming. */
const argument = (type: string, id: string, text: string): string =>
  ({
    uuid: `'${id}'`,
    'uuid[]': `array['${id}']::uuid[]`,
    text: `'${text}'`,
    daterange: "daterange('2019-01-01', '2031-01-01')",
    date: "date '2021-06-17'",
    boolean: 'true',
    'timestamp with time zone': "timestamptz '2021-06-17T09:00:00Z'",
    jsonb: "'[]'::jsonb",
  })[type] ?? 'null';

/** What each call answers: its rows, or by which code it is refused. */
async function answers(by: WorkerName, id: string, text: string): Promise<ReadonlyMap<string, string>> {
  return db.app.transaction().execute(async (tx) => {
    await enterAs(tx, world.who(by), { purpose: 'case', today: world.today, now: world.house().clock.now() });
    const told = new Map<string, string>();
    for (const { name, types } of functions) {
      await sql`savepoint called`.execute(tx);
      const call = sql.raw(`select * from ${name}(${types.map((type) => argument(type, id, text)).join(', ')})`);
      told.set(
        name,
        await sql`${call}`.execute(tx).then(
          ({ rows }) => JSON.stringify(rows),
          (error: { code?: string }) => String(error.code),
        ),
      );
      await sql`rollback to called`.execute(tx);
    }
    return told;
  });
}

async function toldTo(by: WorkerName, knowing: readonly string[] = []): Promise<readonly string[]> {
  const told = new Set<string>();
  for (const text of [...services, 'coach', 'case-manager']) {
    const ofNobody = await answers(by, randomUUID(), text);
    for (const [of, id] of Object.entries(ids))
      for (const [name, answer] of await answers(by, id, text))
        if (answer !== ofNobody.get(name)) told.add(`${name} of ${of}`);
  }
  return [...told].filter((one) => !knowing.some((name) => one.startsWith(`${name} `))).toSorted();
}

describe('a function with its owner’s rights', () => {
  test.each(['pori-planner', 'rauma-coach', 'rauma-social-worker-a', 'work-instructor-2'] as const)(
    'tells a %s, who has nothing to do with the client, nothing of any of it',
    async (by) => {
      expect(functions.length).toBeGreaterThan(10);
      expect(await toldTo(by, toldOfAnId)).toEqual([]);
    },
  );

  test('tells whoever instructs the client in another service nothing of what is of other services', async () => {
    expect(await toldTo('pori-instructor', ['decision_days'])).toEqual([]);
  });

  test('tells whoever works with the client what is asked for', async () => {
    expect(await toldTo('pori-coach')).toEqual(
      expect.arrayContaining(['attendance_taken of clientId', 'relationship_footing of relationshipId']),
    );
  });
});

test('how many days of rehabilitative work somebody took is told where that is given, or the whole client is one’s own', async () => {
  const { clientId = '' } = ids;
  const taken = async (by: WorkerName) => (await world.perform(participationOutlook, { clientId }, by)).taken.days;
  expect([await taken('pori-coach'), await taken('pori-social-worker')]).toEqual([2, 2]);
  expect(await world.refusal(participationOutlook, { clientId }, 'pori-instructor')).toBe('of-another-service');
});
