import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exitClient } from '../src/casework/exit/acts.ts';
import { day } from '../src/kernel/day.ts';
import { enterAs } from '../src/server/perform.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { takingPart } from './taking-part.ts';
import { makeWorld, type World } from './world.ts';

// A decision on a service that takes another one's place takes its days too, also for whoever sees nothing of the new service.

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db?.close());

/** A row once more, with other values in some columns. */
async function again(table: string, id: string, other: Readonly<Record<string, unknown>>): Promise<string> {
  const { rows: columns } = await db.ownerPool.query(
    `select string_agg(quote_ident(attname), ', ') as names from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  const { names } = columns[0];
  const { rows } = await db.ownerPool.query(
    `insert into ${table} (${names}) select ${names} from jsonb_populate_record((select t from ${table} t where id = $1), $2::jsonb) returning id`,
    [id, JSON.stringify({ id: crypto.randomUUID(), number: 900, ...other })],
  );
  return rows[0].id;
}

test('the days of a decision end where one of another service takes its place, to an instructor of the first as to an official', async () => {
  const { clientId, relationshipId } = await takingPart(world, {
    service: 'work-activity',
    group: 'work-activity',
  });
  const { rows } = await db.ownerPool.query(
    `select id, referral_id as referral from decision_decision where client_id = $1`,
    [clientId],
  );
  const { id, referral } = rows[0];
  const exit = {
    clientId,
    relationshipId,
    lastDay: day('2021-05-31'),
    reason: 'studies',
    destination: 'studies',
  } as const;
  await world.perform(exitClient, exit, 'pori-social-worker');
  const referralId = await again('referral_referral', referral, { service: 'work-activity-27e' });
  await again('decision_decision', id, {
    referral_id: referralId,
    service: 'work-activity-27e',
    changes_id: id,
    during: '[2021-06-01,2022-06-01)',
  });
  const held = (worker: Parameters<World['workerId']>[0]) =>
    db.app.transaction().execute(async (tx) => {
      const asking = { purpose: 'case' as const, today: day('2021-06-17'), now: '2021-06-17T09:00:00Z', clientId };
      await enterAs(tx, { workerId: world.workerId(worker), organiserId: world.pori.id }, asking);
      const seen = await sql<{
        during: string;
      }>`select distinct during::text as during from decision_granted where decision_id = ${id}`.execute(tx);
      return seen.rows.map(({ during }) => during);
    });
  expect(await held('pori-social-worker')).toEqual(['[2021-02-08,2021-06-01)']);
  expect(await held('pori-instructor')).toEqual(['[2021-02-08,2021-06-01)']);
  expect(await held('rauma-coach')).toEqual([]);
});
