import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { makeWorld, type WorkerName, type World } from '../../../tests/world.ts';
import { amendContact, planVisit, recordContact, takeBackContact, tellOutcome } from '../../casework/coaching/acts.ts';
import { coachingFactsOf } from '../../casework/coaching/reads.ts';
import { dueDay, keepsRhythm } from '../../casework/coaching/rules.ts';
import { addDays, type Day, day } from '../../kernel/day.ts';
import { clientList } from '../clients/board.ts';
import { myDay } from './board.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

/** Many clients of a coach at once, in open work since a day; by the owner's hand, since hundreds of decisions prove nothing here. */
async function coach(organiser: 'pori' | 'rauma', by: WorkerName, number: number, from = '2020-01-07'): Promise<void> {
  const { id, offerings } = world[organiser];
  await sql`
    with people as (
      insert into client_client (organiser_id, family_name, given_names, birth_on)
      select ${id}, (array['Åberg', 'Aalto', 'Öhman', 'Äijälä', 'Zetterberg'])[1 + n % 5] || n, 'Aino', '1990-01-01' from generate_series(1, ${number}::int) n
      returning id
    ), begun as (
      insert into relationship_relationship (organiser_id, client_id, service, offering_id, during)
      select ${id}, id, 'open-work', ${offerings['open-work']}, daterange(${from}::date, null) from people returning id, client_id, during
    )
    insert into relationship_responsible (organiser_id, client_id, relationship_id, worker_id, role, during)
    select ${id}, client_id, id, ${world.workerId(by)}, 'coach', during from begun`.execute(db.owner);
}

/** How many statements a thing sends to the server. */
async function statements(thing: () => Promise<unknown>): Promise<number> {
  const connection = await db.appPool.connect();
  const prototype = Object.getPrototypeOf(connection) as { query: (...rest: unknown[]) => unknown };
  connection.release();
  const spy = vi.spyOn(prototype, 'query');
  try {
    await thing();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
}

describe('my day', () => {
  test('is empty and says so where one has no clients', async () => {
    const day = await world.perform(myDay, {}, 'pori-coach-2');
    expect(day).toMatchObject({ rows: [], counts: { overdue: 0, today: 0, week: 0, renew: 0 } });
  });

  test('puts a client under overdue, today and coming by what is recorded', async () => {
    await coach('rauma', 'rauma-coach', 1, '2021-05-18');
    const rows = async (on = world.today) => (await world.perform(myDay, {}, 'rauma-coach', on)).rows;
    const [row] = await rows();
    if (!row) throw new Error('nobody');
    expect(row).toMatchObject({
      block: 'overdue',
      phase: 'starting',
      week: 5,
      due: { dueOn: '2021-05-25' },
      last: null,
    });
    const { contactId } = await world.perform(
      recordContact,
      { ...at(row), kind: 'call', heldOn: '2021-06-10' },
      'rauma-coach',
    );
    expect((await rows())[0]).toMatchObject({
      block: 'today',
      thisWeek: true,
      last: { kind: 'call', heldOn: '2021-06-10' },
    });
    await world.perform(takeBackContact, { clientId: row.clientId, contactId }, 'rauma-coach');
    expect((await rows())[0]?.block).toBe('overdue');
    await world.perform(recordContact, { ...at(row), kind: 'message' }, 'rauma-coach');
    expect((await rows())[0]).toMatchObject({ block: 'coming', thisWeek: false, due: { dueOn: '2021-06-24' } });
    await world.perform(
      planVisit,
      { ...at(row), kind: 'meeting', dueOn: '2021-06-17', startsAt: '13:00' },
      'rauma-coach',
    );
    expect((await rows())[0]).toMatchObject({ block: 'today', visit: { startsAt: '13:00' } });
  });

  test('keeps a past appointment overdue, however old, until its outcome is told', async () => {
    const rows = async (on = world.today) => (await world.perform(myDay, {}, 'rauma-coach', on)).rows;
    const [row] = await rows();
    if (!row?.visit) throw new Error('nobody has an appointment');
    const { clientId, visit } = row;
    for (const days of [1, 10, 30]) {
      const on = addDays(world.today, days);
      const day = await world.perform(myDay, {}, 'rauma-coach', on);
      expect(day.rows[0]).toMatchObject({ block: 'overdue', visit: { id: visit.id, dueOn: '2021-06-17' } });
      expect(day.counts.overdue).toBe(1);
    }
    const tomorrow = addDays(world.today, 1);
    await world.perform(tellOutcome, { clientId, visitId: visit.id, outcome: 'missed' }, 'rauma-coach', tomorrow);
    expect((await rows(tomorrow))[0]).toMatchObject({ block: 'coming', visit: null });
  });

  test('tells what one recorded of whom today; an earlier contact that is amended today is not of today', async () => {
    const [row] = (await world.perform(myDay, {}, 'rauma-coach')).rows;
    if (!row) throw new Error('nobody');
    const recorded = async (on = world.today) => {
      const day = await world.perform(myDay, {}, 'rauma-coach', on);
      return [day.counts.recorded, day.rows[0]?.recorded?.kind ?? null];
    };
    const { contactId } = await world.perform(recordContact, { ...at(row), kind: 'call' }, 'rauma-coach');
    expect(await recorded()).toEqual([1, 'call']);
    const tomorrow = addDays(world.today, 1);
    expect(await recorded(tomorrow)).toEqual([0, null]);
    await world.perform(
      amendContact,
      { clientId: row.clientId, contactId, note: 'Soittaa takaisin.' },
      'rauma-coach',
      tomorrow,
    );
    expect(await recorded(tomorrow)).toEqual([0, null]);
  });

  test('shows one’s own, or the whole team’s', async () => {
    await coach('pori', 'pori-coach', 2);
    await coach('pori', 'pori-coach-2', 1);
    expect((await world.perform(myDay, {}, 'pori-coach-2')).rows).toHaveLength(1);
    expect((await world.perform(myDay, { whose: 'team' }, 'pori-coach-2')).rows).toHaveLength(3);
  });

  test('tells what is pending with the days left to decide, where it is asked for, and else how much of it', async () => {
    const { clientId } = await world.refer({ service: 'supported-employment', receivedOn: '2021-06-02' });
    const { pending, counts } = await world.perform(myDay, { show: 'pending' }, 'pori-coach');
    expect(pending).toMatchObject([{ clientId, receivedOn: '2021-06-02', daysLeft: 77 }]);
    expect(counts.pending).toBe(1);
    // Whoever is not shown is not kept as read either.
    const reads = async () =>
      (
        await sql<{
          read: number;
        }>`select count(*)::int as read from platform_audit where act = 'myDay' and ${clientId}::uuid = any(clients)`.execute(
          db.owner,
        )
      ).rows[0]?.read;
    const before = await reads();
    const day = await world.perform(myDay, {}, 'pori-coach');
    expect([day.pending, day.counts.pending]).toEqual([[], 1]);
    expect([before, await reads()]).toEqual([1, 1]);
  });

  test.each([101, 500])('holds all %i clients, and asks no more of the database for them', async (number) => {
    // Two of one name, who are told apart: by one question, for however many.
    await coach('pori', 'pori-coach', 1);
    const before = (await world.perform(myDay, {}, 'pori-coach')).rows.length;
    const few = await statements(() => world.perform(myDay, {}, 'pori-coach'));
    await coach('pori', 'pori-coach', number - before);
    const { rows, counts } = await world.perform(myDay, {}, 'pori-coach');
    expect(rows).toHaveLength(number);
    expect(Object.values(counts.clients).reduce((sum, n) => sum + n, 0)).toBe(number);
    expect(await statements(() => world.perform(myDay, {}, 'pori-coach'))).toBe(few);
  });

  test('is a coach’s: finance, planners and administrators may not ask for it', async () => {
    for (const other of ['pori-finance', 'pori-planner', 'pori-administrator', 'pori-instructor'] as const) {
      expect(await world.refusal(myDay, {}, other)).toBe('not-allowed');
    }
  });
});

describe('the list of clients', () => {
  test('holds everyone whom one may see, in the order of the Finnish alphabet, and says how many there are', async () => {
    const { rows, total, counts } = await world.perform(clientList, { limit: 1000 }, 'pori-coach');
    expect(rows).toHaveLength(total);
    expect(counts.current).toBe(501);
    const first = rows.map(({ name }) => name.slice(0, 1)).filter((letter, n, all) => letter !== all[n - 1]);
    expect(first).toEqual(['A', 'Z', 'Å', 'Ä', 'Ö'].filter((letter) => first.includes(letter)));
  });

  test('cut by a limit says how many it leaves out', async () => {
    const { rows, total } = await world.perform(clientList, { limit: 100 }, 'pori-coach');
    expect(rows).toHaveLength(100);
    expect(total).toBe(502);
  });

  test('is narrowed by state, service and worker', async () => {
    const of = async (input: object) =>
      (await world.perform(clientList, { limit: 1000, ...input }, 'pori-coach')).total;
    expect(await of({ show: 'pending' })).toBe(1);
    expect(await of({ show: 'ended' })).toBe(0);
    expect(await of({ service: 'supported-employment' })).toBe(1);
    expect(await of({ workerId: world.workerId('pori-coach') })).toBe(500);
    expect(await of({ workerId: world.workerId('pori-coach-2') })).toBe(1);
  });

  test('is narrowed by parts of a name, in any case and order; a sign that means something to a pattern means itself', async () => {
    const named = (name: string) => world.perform(clientList, { limit: 1000, name }, 'pori-coach');
    const { rows, total, counts } = await named('AINO åber');
    const { rows: all } = await named('');
    expect(rows).toEqual(all.filter(({ name }) => name.startsWith('Åberg')));
    expect([total, counts.current]).toEqual([rows.length, rows.length]);
    expect(rows.length).toBeGreaterThan(50);
    expect((await named('%')).total).toBe(0);
    expect((await named('   ')).total).toBe(502);
  });

  test('asks the same of the database for one client as for hundreds', async () => {
    const one = await statements(() => world.perform(clientList, { limit: 1 }, 'pori-coach'));
    expect(await statements(() => world.perform(clientList, { limit: 1000 }, 'pori-coach'))).toBe(one);
  });

  test('shows an instructor nobody from another unit, and is not for finance', async () => {
    expect((await world.perform(clientList, {}, 'pori-instructor')).total).toBe(0);
    expect(await world.refusal(clientList, {}, 'pori-finance')).toBe('not-allowed');
  });
});

const at = ({ clientId, relationshipId }: { clientId: string; relationshipId: string }) => ({
  clientId,
  relationshipId,
});

describe('what is told of many contacts', () => {
  test('tells from the last contacts what follows from all, of every kind and party, on every day', async () => {
    const others = new Set((await world.perform(myDay, {}, 'rauma-coach')).rows.map(({ clientId }) => clientId));
    await coach('rauma', 'rauma-coach', 4, '2021-01-04');
    await sql`
      insert into coaching_contact (organiser_id, client_id, relationship_id, worker_id, kind, party, held_on)
      select r.organiser_id, r.client_id, r.relationship_id, r.worker_id,
        (array['call', 'message', 'meeting', 'workplace-visit', 'group-meeting'])[1 + (n * 7 + p.place) % 5],
        (array['client', 'employer', 'both'])[1 + (n * 5 + p.place) % 3], date '2021-01-04' + (n * n * 3 + p.place * 11) % 170
      from relationship_responsible r
      join (select id, row_number() over (order by id)::int as place from relationship_relationship where lower(during) = '2021-01-04') p on p.id = r.relationship_id
      cross join generate_series(1, 25) n`.execute(db.owner);
    for (const on of ['2021-02-01', '2021-03-20', '2021-05-05', '2021-06-17'].map(day)) {
      const { rows: all } = await world.perform(myDay, {}, 'rauma-coach', on);
      const rows = all.filter(({ clientId }) => !others.has(clientId));
      expect(rows).toHaveLength(4);
      for (const { clientId, relationshipId, due, last } of rows) {
        const facts = await coachingFactsOf(db.owner, world.rauma.id, clientId, relationshipId);
        if (!facts) throw new Error('no facts');
        expect(due).toEqual(dueDay(facts, on));
        const days = facts.contacts.filter((one) => one.heldOn <= on && keepsRhythm(one)).map(({ heldOn }) => heldOn);
        expect(last?.heldOn).toBe(days.sort().at(-1));
      }
    }
  });

  test('an appointment at whose day one met waits no more, whatever was recorded since', async () => {
    const row = (await world.perform(myDay, {}, 'rauma-coach')).rows.find((one) => one.visit === null);
    if (!row) throw new Error('nobody');
    await world.perform(planVisit, { ...at(row), kind: 'meeting', dueOn: '2021-06-17' }, 'rauma-coach');
    const visit = async (on: Day) =>
      (await world.perform(myDay, {}, 'rauma-coach', on)).rows.find(({ clientId }) => clientId === row.clientId)?.visit;
    expect(await visit(world.today)).toMatchObject({ dueOn: '2021-06-17' });
    await world.perform(recordContact, { ...at(row), kind: 'workplace-visit', heldOn: '2021-06-17' }, 'rauma-coach');
    const later = addDays(world.today, 5);
    await world.perform(recordContact, { ...at(row), kind: 'meeting', heldOn: '2021-06-22' }, 'rauma-coach', later);
    await world.perform(
      recordContact,
      { ...at(row), kind: 'workplace-visit', heldOn: '2021-06-22' },
      'rauma-coach',
      later,
    );
    expect(await visit(later)).toBeNull();
  });
});
