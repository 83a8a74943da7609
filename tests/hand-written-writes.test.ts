/** Every table, tried with an insert, an update and a delete written by hand, as each worker whom no act would let. */
import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Role, roles } from '../src/kernel/relation.ts';
import type { Purpose } from '../src/server/act.ts';
import { proofOf } from '../src/server/database/proof.ts';
import { newId } from '../src/server/id.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { takingPart } from './taking-part.ts';
import { makeWorld, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
let clientId: string;

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}
let tables: readonly Table[];

interface Asker {
  readonly workerId: string;
  readonly organiserId: string;
  readonly role: Role;
}
const askers = new Map<string, Asker>();
const purposes = ['case', 'money', 'supervision', 'figures', 'none'] as const satisfies readonly Purpose[];

async function hire(organiserId: string, role: Role, post: { unitId?: string; team?: string; tasks?: string } = {}) {
  const workerId = newId();
  await sql`insert into worker_worker (id, organiser_id, family_name, given_name) values (${workerId}, ${organiserId}, 'Uusi', 'Tekijä')`.execute(
    db.owner,
  );
  await sql`insert into worker_post (worker_id, organiser_id, role, unit_id, team, tasks, during) values (${workerId}, ${organiserId}, ${role},
    ${post.unitId ?? null}, ${post.team ?? null}, ${post.tasks ?? '{disability,working-age}'}::text[], '[2010-01-01,)')`.execute(
    db.owner,
  );
  return { workerId, organiserId, role };
}

beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  ({ clientId } = await takingPart(world, { service: 'work-activity', group: 'work-activity' }));
  const unitId = newId();
  await sql`insert into organiser_unit (id, organiser_id, name, kind, municipality_code, during)
    values (${unitId}, ${world.pori.id}, 'Toinen keskus', 'activity-centre', '609', '[2010-01-01,)')`.execute(db.owner);
  const pori = world.pori.id;
  for (const role of ['planner', 'manager', 'administrator', 'finance'] as const)
    askers.set(role, await hire(pori, role));
  askers.set('coach of another team', await hire(pori, 'coach', { team: 'Toinen' }));
  askers.set('instructor of another unit', await hire(pori, 'instructor', { unitId }));
  askers.set('social worker of another task', await hire(pori, 'social-worker', { tasks: '{working-age}' }));
  askers.set('social worker of another organiser', await hire(world.rauma.id, 'social-worker'));
  const { rows } = await sql<Table>`select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by 1 order by 1`.execute(db.owner);
  tables = rows;
});
afterAll(() => db.close());

/** What came of a statement: refused by the walls, nothing touched, or let in, whatever a constraint then said of it. */
type Outcome = 'refused' | 'nothing' | 'let in';

async function outcomesOf({ workerId, organiserId }: Asker, purpose: Purpose, { name, columns }: Table) {
  const client = await db.appPool.connect();
  const tried = async (text: string, values: readonly unknown[]): Promise<Outcome> => {
    await client.query('savepoint before');
    try {
      const { rowCount } = await client.query(text, [...values]);
      return rowCount === 0 ? 'nothing' : 'let in';
    } catch (error) {
      return (error as pg.DatabaseError).code === '42501' ? 'refused' : 'let in';
    } finally {
      await client.query('rollback to savepoint before');
    }
  };
  try {
    await client.query('begin');
    const claim = [workerId, organiserId, purpose, world.today, '2021-06-17T09:00:00Z', null] as const;
    await client.query('select app_enter($1, $2, $3, $4, $5, $6, $7)', [...claim, proofOf('enter', ...claim)]);
    const keys: Record<string, string> = { organiser_id: world.pori.id, client_id: clientId };
    if (name === 'client_client') keys.id = newId();
    if (name === 'client_opening') Object.assign(keys, { worker_id: workerId, opened_at: '2021-06-17T08:00:00Z' });
    const named = columns.filter((column) => column in keys);
    const values = named.map((column) => keys[column]);
    const insert = named.length
      ? `insert into ${name} (${named.join(', ')}) values (${named.map((_, n) => `$${n + 1}`).join(', ')})`
      : `insert into ${name} default values`;
    // Without a condition, so that no policy for reading helps.
    const update = columns.includes('organiser_id')
      ? await tried(`update ${name} set organiser_id = $1`, [organiserId])
      : await tried(`update ${name} set ${columns[0]} = default`, []);
    return { insert: await tried(insert, values), update, delete: await tried(`delete from ${name}`, []) };
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const ofClients = ({ name, columns }: Table) => name === 'client_client' || columns.includes('client_id');

/** Who registers newcomers, and who keeps the register: their acts need no relation to the client. */
const withoutRelation: Readonly<Record<string, readonly Role[]>> = {
  client_client: ['coach', 'rehabilitative-instructor', 'social-worker'],
  referral_referral: ['social-worker'],
  client_opening: ['social-worker'],
};

const staff = ['planner', 'manager', 'administrator', 'finance'] as const;
const strangers = [
  'coach of another team',
  'instructor of another unit',
  'social worker of another task',
  'social worker of another organiser',
] as const;

describe.each([...staff, ...strangers])('%s', (who) => {
  test('writes no row of a client to whom there is no relation, for any purpose', async () => {
    const asker = askers.get(who) as Asker;
    const away = asker.organiserId !== world.pori.id;
    for (const table of tables.filter(ofClients))
      for (const purpose of strangers.some((one) => one === who) ? (['case', 'money'] as const) : purposes) {
        // Finance keeps the accounts of everybody.
        if (
          who === 'finance' &&
          purpose === 'money' &&
          ['compensation_line', 'client_benefit', 'travel_way'].includes(table.name)
        )
          continue;
        const may = purpose === 'case' && !away && withoutRelation[table.name]?.includes(asker.role);
        const outcome = await outcomesOf(asker, purpose, table);
        expect([table.name, purpose, outcome.insert]).toEqual([table.name, purpose, may ? 'let in' : 'refused']);
        expect([table.name, purpose, outcome.update === 'let in', outcome.delete === 'let in']).toEqual([
          table.name,
          purpose,
          false,
          false,
        ]);
      }
  }, 60_000);
});

/** By which roles what is no client's is written; what is not named here is written by no hand at all. */
const writers: Readonly<Record<string, readonly Role[]>> = {
  cooperation_link: ['planner', 'manager'],
  description_answer: ['planner', 'manager'],
  description_description: ['planner', 'manager'],
  employer_employer: ['coach', 'social-worker'],
  employer_workplace: ['coach', 'social-worker'],
  organiser_area: ['administrator'],
  organiser_group: ['manager', 'administrator'],
  organiser_municipality: ['administrator'],
  organiser_offering: ['administrator'],
  organiser_provider: ['administrator'],
  organiser_rectification_body: ['administrator'],
  organiser_unit: ['manager', 'administrator'],
  phrase_phrase: ['manager', 'administrator'],
  rate_rate: ['finance', 'administrator'],
  relationship_allocation_rule: ['manager', 'administrator'],
  rhythm_rhythm: ['manager', 'administrator'],
  worker_group_lead: ['instructor', 'manager', 'administrator'],
  worker_letter_share: ['manager', 'administrator'],
  worker_worker: ['administrator'],
};

/** What is changed and not added: the demo's clock, the own organiser, posts, and rights to decide, which fit to their post's days. */
const apart: Readonly<Record<string, readonly Role[]>> = {
  platform_clock: roles,
  organiser_organiser: ['administrator'],
  worker_deciding_right: ['manager', 'administrator'],
  // What a post already had may be written again, and nothing more.
  worker_post: ['administrator'],
};

describe.each([...staff, ...strangers])('%s', (who) => {
  test('writes of what is no client’s only what the acts of the role write, of the own organiser, and nothing in an act of counting', async () => {
    const asker = askers.get(who) as Asker;
    const away = asker.organiserId !== world.pori.id;
    for (const table of tables.filter((one) => !ofClients(one))) {
      const may = writers[table.name]?.includes(asker.role) ?? false;
      const unbound = !table.columns.includes('organiser_id');
      const outcome = await outcomesOf(asker, 'none', table);
      expect([table.name, outcome.insert]).toEqual([table.name, may && (!away || unbound) ? 'let in' : 'refused']);
      if (!may && !apart[table.name]?.includes(asker.role))
        expect([table.name, outcome.update === 'let in', outcome.delete === 'let in']).toEqual([
          table.name,
          false,
          false,
        ]);
      if (table.name.startsWith('worker_')) continue;
      for (const purpose of ['figures', 'supervision'] as const)
        expect([table.name, purpose, (await outcomesOf(asker, purpose, table)).insert]).toEqual([
          table.name,
          purpose,
          'refused',
        ]);
    }
  }, 60_000);

  test('changes no other organiser', async () => {
    const asker = askers.get(who) as Asker;
    const { rows } = await asApplication(asker, (client) =>
      client.query("update organiser_organiser set name_fi = 'Toinen' returning id"),
    );
    const own = asker.role === 'administrator' ? [asker.organiserId] : [];
    expect(rows.map(({ id }) => id)).toEqual(own);
  });
});

async function asApplication<T>(
  { workerId, organiserId }: Asker,
  run: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await db.appPool.connect();
  try {
    await client.query('begin');
    const claim = [workerId, organiserId, 'none', world.today, '2021-06-17T09:00:00Z', null] as const;
    await client.query('select app_enter($1, $2, $3, $4, $5, $6, $7)', [...claim, proofOf('enter', ...claim)]);
    return await run(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('whoever has a relation', () => {
  test('is let in to the tables of the client, and to those of nobody else', async () => {
    const other = await world.refer({ organiser: 'rauma' });
    const own: Asker = { ...world.who('pori-social-worker'), role: 'social-worker' };
    for (const name of ['client_address', 'plan_plan', 'decision_decision', 'relationship_responsible']) {
      const table = tables.find((one) => one.name === name) as Table;
      expect([name, (await outcomesOf(own, 'case', table)).insert]).toEqual([name, 'let in']);
      expect([name, (await outcomesOf(own, 'none', table)).insert]).toEqual([name, 'refused']);
    }
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from client_client where id = ${other.clientId}`.execute(db.owner);
    expect(rows[0]?.n).toBe(1);
  });

  test('as an instructor writes nothing of other services', async () => {
    const instructor: Asker = { ...world.who('pori-instructor'), role: 'instructor' };
    for (const name of [
      'client_benefit',
      'travel_way',
      'client_reason',
      'assessment_assessment',
      'referral_referral',
      'decision_decision',
      'plan_plan',
    ]) {
      const table = tables.find((one) => one.name === name) as Table;
      expect([name, await outcomesOf(instructor, 'case', table)]).toEqual([
        name,
        { insert: 'refused', update: 'nothing', delete: expect.stringMatching(/nothing|refused/) },
      ]);
    }
  });
});
