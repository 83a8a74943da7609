/** A carrying that was a mistake is taken back: all is again as it was before, and nothing that was recorded since is lost by it. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carryOverClients, successions, takeBackCarrying } from '../src/casework/carrying/acts.ts';
import { changeAddress } from '../src/casework/client/acts.ts';
import { figures } from '../src/figures/frame/registry.ts';
import { day } from '../src/kernel/day.ts';
import type { Who } from '../src/server/act.ts';
import { newId } from '../src/server/id.ts';
import { perform } from '../src/server/perform.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { figureIn } from './facts.ts';
import { partAtWorkplace, takingPart } from './taking-part.ts';
import { makeWorld, type World } from './world.ts';

const newYear = day('2023-01-01');
const later = day('2023-01-05');
const why = 'Siirrettiin väärälle hyvinvointialueelle.';
let db: FreshDatabase;
let world: World;
let successionId: string;
let countyId: string;
let open: string;

beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  countyId = newId();
  await sql`insert into organiser_organiser (id, code, kind, name_fi, name_sv, name_en, register_from_on, during)
    values (${countyId}, 'satakunta-hva', 'wellbeing-services-county', 'Satakunnan hyvinvointialue', 'Satakunta välfärdsområde',
      'Wellbeing services county of Satakunta', '2023-01-01', '[2022-03-01,)')`.execute(db.owner);
  const { workplaceId } = await partAtWorkplace(world, 'Satametalli');
  open = (await takingPart(world, { service: 'open-work', workplaceId, familyName: 'Avoin' })).clientId;
  await takingPart(world, { service: 'work-activity', group: 'work-activity', familyName: 'Keskus' });
  const { clientId: waiting, referralId } = await world.refer({ familyName: 'Odottava', receivedOn: '2022-12-15' });
  const [coach, official, pori] = [world.workerId('pori-coach'), world.workerId('pori-social-worker'), world.pori.id];
  await sql`insert into attendance_mark (organiser_id, client_id, placement_id, held_on, kind, marked_by_id)
    select ${pori}, ${open}, p.id, d, 'present', ${coach} from placement_placement p, unnest('{2022-12-30,2023-01-02,2023-01-03}'::date[]) d
    where p.client_id = ${open}`.execute(db.owner);
  await sql`insert into coaching_contact (organiser_id, client_id, relationship_id, worker_id, kind, held_on)
    select ${pori}, ${open}, r.id, ${coach}, 'call', d from relationship_relationship r, unnest('{2022-12-28,2023-01-02}'::date[]) d
    where r.client_id = ${open}`.execute(db.owner);
  await sql`insert into decision_proposal (organiser_id, client_id, referral_id, outcome, reasons, provisions, presented_by_id, presented_on, decider_id)
    values (${pori}, ${waiting}, ${referralId}, 'deny', 'Ei tarvetta', '{519/1977:35}', ${coach}, '2022-12-20', ${official})`.execute(
    db.owner,
  );
  const { rows } = await sql<{ id: string }>`insert into organiser_succession (predecessor_id, successor_id, from_on)
    values (${pori}, ${countyId}, '2023-01-01') returning id`.execute(db.owner);
  successionId = rows[0]?.id as string;
});
afterAll(() => db.close());

const administrator = () => world.who('pori-administrator');

/** The same administrator, who went along with the tasks. */
async function inCounty(name: 'pori-administrator' | 'pori-social-worker'): Promise<Who> {
  const { rows } = await sql<{
    id: string;
  }>`select new_id as id from carrying_row where old_id = ${world.workerId(name)}`.execute(db.owner);
  return { ...world.who(name), workerId: rows[0]?.id as string, organiserId: countyId, organiserCode: 'satakunta-hva' };
}

/** All rows of an organiser, whatever table they stand in, without the instants at which they were recorded. */
async function rowsOf(organiserId: string): Promise<Record<string, unknown>> {
  const { rows: tables } = await sql<{
    name: string;
  }>`select c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'organiser_id' and c.relname !~ '(_history$|^platform_|^client_visit$)'
    order by 1`.execute(db.owner);
  const whole: Record<string, unknown> = {};
  for (const { name } of tables) {
    const { rows } = await sql<{
      rows: unknown;
    }>`select jsonb_agg(to_jsonb(t) - 'recorded' order by to_jsonb(t) ->> 'id', to_jsonb(t)) as rows
      from ${sql.table(name)} t where organiser_id = ${organiserId}`.execute(db.owner);
    if (rows[0]?.rows) whole[name] = rows[0].rows;
  }
  return whole;
}

/** How many rows an organiser has in each table. */
const countsOf = async (organiserId: string) =>
  Object.fromEntries(
    Object.entries(await rowsOf(organiserId)).map(([name, rows]) => [name, (rows as unknown[]).length]),
  );

/** Every figure of the predecessor on the eve and within the first days of the year. */
async function figuresOf(organiser: string): Promise<unknown> {
  const values: Record<string, unknown> = {};
  for (const { id } of figures)
    for (const asOf of [day('2022-12-31'), day('2023-01-04')]) {
      const { value, breakdown } = await figureIn(db.app, id, { organiser, asOf, from: day('2022-01-01'), to: asOf });
      values[`${id} ${asOf}`] = { value, breakdown };
    }
  return values;
}

const run = (on = newYear) =>
  perform(world.house(on), carryOverClients, { successionId }, { who: administrator(), language: 'fi' }) as Promise<{
    clientIds: string[];
  }>;
const successionsSeen = async (who: Who) =>
  (
    (await perform(world.house(later), successions, {}, { who, language: 'fi' })) as {
      successions: {
        latestId: string | null;
        later: unknown[];
        answering: unknown[];
        carried: unknown[];
        takenBack: { because: string }[];
      }[];
    }
  ).successions[0];
const undo = (who: Who, seen: string | null) =>
  perform(world.house(later), takeBackCarrying, { successionId, why, seen }, { who, language: 'fi' }) as Promise<{
    clientIds: string[];
  }>;
const code = async (done: Promise<unknown>) =>
  done.then(
    () => null,
    (error: { code?: string; problem?: { type?: string } }) => error.code ?? error.problem?.type ?? String(error),
  );

describe('a carrying', () => {
  test('that was a mistake is taken back by the administrator who went along: all is as it was, to each row and figure', async () => {
    const [rowsBefore, figuresBefore] = [await rowsOf(world.pori.id), await figuresOf('pori-perusturva')];
    const countyBefore = await rowsOf(countyId);
    const { clientIds } = await run();
    expect(clientIds).toHaveLength(3);
    const carriedOnce = await countsOf(countyId);
    const county = await inCounty('pori-administrator');
    const seen = (await successionsSeen(county))?.latestId ?? null;
    expect(await code(undo(county, null))).not.toBeNull();
    expect((await undo(county, seen)).clientIds.toSorted()).toEqual(clientIds.toSorted());
    expect(await rowsOf(world.pori.id)).toEqual(rowsBefore);
    expect(await figuresOf('pori-perusturva')).toEqual(figuresBefore);
    // Workers keep the names under which they acted, and nothing else is left.
    const { worker_worker: workers, ...left } = await rowsOf(countyId);
    expect(left).toEqual(countyBefore);
    expect(workers).toHaveLength(carriedOnce.worker_worker as number);
    expect(await successionsSeen(administrator())).toMatchObject({
      latestId: null,
      carried: [],
      takenBack: [{ because: why, clients: 3 }],
    });
    // Run again, the same comes along.
    expect((await run(later)).clientIds.toSorted()).toEqual(clientIds.toSorted());
    expect(await countsOf(countyId)).toEqual(carriedOnce);
    const { rows } = await sql<{
      there: boolean;
    }>`select bool_and(w.organiser_id = ${countyId}) as there from platform_account a
      join worker_worker w on w.id = a.worker_id where w.id in (select new_id from carrying_row)`.execute(db.owner);
    expect(rows[0]?.there ?? true).toBe(true);
  });

  test('is not taken back once something was recorded of what came along, which is told', async () => {
    const county = await inCounty('pori-administrator');
    const official = await inCounty('pori-social-worker');
    const { rows } = await sql<{
      id: string;
    }>`select new_id as id from carrying_row where old_id = ${open} and not taken_back`.execute(db.owner);
    const clientId = rows[0]?.id as string;
    const address = { street: 'Uusikatu 1', postalCode: '28100', postOffice: 'Pori', phone: null, email: null };
    const moved = { clientId, from: '2023-01-04', address, seen: null };
    await perform(world.house(later), changeAddress, moved, { who: official, language: 'fi' });
    const seen = await successionsSeen(county);
    expect(seen?.later).toEqual([{ room: 'client', rows: 1, clients: 1 }]);
    // Whoever carries over sees no clients, and is told whom to ask.
    expect(seen?.answering).toEqual([{ name: 'Laine Tiina', clients: 1 }]);
    expect(await code(undo(county, seen?.latestId ?? null))).toContain('recorded-since');
    // The database holds it as well.
    await expect(
      sql`select * from carrying_undo(${seen?.latestId ?? ''}::uuid, ${why})`.execute(db.owner),
    ).rejects.toThrow();
    await sql`delete from client_address where client_id = ${clientId} and lower(during) = '2023-01-04'`.execute(
      db.owner,
    );
    expect((await successionsSeen(county))?.later).toEqual([]);
  });

  test('is taken back of some services by the administrator who stayed', async () => {
    const county = await inCounty('pori-administrator');
    await undo(county, (await successionsSeen(county))?.latestId ?? null);
    await sql`update organiser_succession set services = '{open-work}' where id = ${successionId}`.execute(db.owner);
    const before = await rowsOf(world.pori.id);
    expect((await run(later)).clientIds).toHaveLength(2);
    await undo(administrator(), (await successionsSeen(administrator()))?.latestId ?? null);
    expect(await rowsOf(world.pori.id)).toEqual(before);
  });

  test('is not taken back where the predecessor recorded since what stands in its place', async () => {
    await run(later);
    const again = sql`insert into organiser_offering (organiser_id, service, provision_mode, during)
      values (${world.pori.id}, 'open-work', 'own', '[2023-02-01,)')`;
    await again.execute(db.owner);
    const seen = await successionsSeen(administrator());
    expect(await code(undo(administrator(), seen?.latestId ?? null))).toContain('recorded-since');
    await sql`delete from organiser_offering where organiser_id = ${world.pori.id} and lower(during) = '2023-02-01'`.execute(
      db.owner,
    );
    await undo(administrator(), seen?.latestId ?? null);
  });

  test('asks of each table that points to what was made, and each that it wrote', async () => {
    const { rows } = await sql<{ left: string }>`select distinct c.conrelid::regclass::text as left from pg_constraint c
      where c.contype = 'f' and exists (select from pg_trigger t where t.tgrelid = c.confrelid and t.tgname = 'keep_step') and c.confrelid <> 'worker_worker'::regclass
        and c.conrelid::regclass::text !~ '^(platform_|carrying_)' and c.conrelid::regclass::text not in ('client_visit', 'worker_deciding_right')
        and pg_get_functiondef('carrying_later(uuid)'::regprocedure) !~ ('join ' || c.conrelid::regclass::text || ' t on')`.execute(
      db.owner,
    );
    expect(rows).toEqual([]);
  });

  test('keeps the steps of each table of which rows are carried', async () => {
    const { rows } = await sql<{ left: string }>`select distinct m[1] as left
      from regexp_matches(pg_get_functiondef('carrying_run(uuid)'::regprocedure), $$platform[.]carry[(]'([a-z_]+)'$$, 'g') m
      where not exists (select from pg_trigger t where t.tgrelid = m[1]::regclass and t.tgname = 'keep_step')`.execute(
      db.owner,
    );
    expect(rows).toEqual([]);
  });
});
