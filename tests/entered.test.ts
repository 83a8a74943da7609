import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from './database.ts';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase({ demo: true });
});
afterAll(() => db.close());

const on = '2021-06-17';
const purposes = ['case', 'money', 'supervision', 'figures', 'none'] as const;
const counted: Readonly<Partial<Record<(typeof purposes)[number], readonly string[]>>> = {
  money: ['paymaster_for', 'keeper_of'],
  supervision: ['supervisor_of'],
};

test('whoever enters for a client is told the relations that the view of access has, in every role and for every purpose', async () => {
  const { rows: workers } = await sql<{ worker: string; organiser: string; roles: string }>`
    select distinct on (organiser, roles) worker, organiser, roles from (
      select worker_id as worker, organiser_id as organiser, string_agg(distinct role, ' ' order by role) as roles
      from worker_post where during @> ${on}::date group by 1, 2) p
    order by organiser, roles, worker`.execute(db.owner);
  expect(workers.length).toBeGreaterThan(10);
  const met = new Map<string, number>();
  for (const { worker, organiser, roles } of workers)
    for (const purpose of purposes)
      await db.owner.transaction().execute(async (tx) => {
        const enter = (client: unknown) =>
          sql`platform.enter(${worker}, ${organiser}, ${purpose}, ${on}, '2021-06-17T09:00:00Z', ${client})`;
        await sql`select ${enter(null)}`.execute(tx);
        const { rows: viewed } = await sql<{ client: string; relations: string[] }>`
          select client_id as client, array_agg(distinct relation order by relation) as relations from access
          where during @> ${on}::date group by 1`.execute(tx);
        const wanted = viewed.flatMap(({ client, relations }) => {
          const kept = relations.filter((one) => counted[purpose]?.includes(one) ?? true);
          return kept.length === 0 ? [] : [[client, kept] as const];
        });
        // Some of each kind of relation, and some to whom there is none.
        const kinds = Map.groupBy(wanted, ([, relations]) => relations.join());
        const some = [...kinds.values()].flatMap((all) => all.slice(0, 4));
        const others = await sql<{ id: string }>`
          select id from client_client where id <> all(${wanted.map(([client]) => client)}::uuid[]) order by id limit 4`.execute(
          tx,
        );
        const asked = [...some.map(([client]) => client), ...others.rows.map(({ id }) => id)];
        for (const client of asked) {
          const { rows } = await sql<{ relations: string[] }>`select ${enter(client)} as relations`.execute(tx);
          const relations = [...new Set(rows[0]?.relations)].sort();
          const held = some.find(([one]) => one === client)?.[1] ?? [];
          expect(relations, `${roles}, ${purpose}`).toEqual(held);
          for (const one of relations) met.set(one, (met.get(one) ?? 0) + 1);
        }
      });
  expect([...met.keys()].sort()).toEqual([
    'coach_of',
    'instructor_of',
    'keeper_of',
    'leader_of',
    'official_for',
    'paymaster_for',
    'receiver_of',
    'responsible_for',
    'supervisor_of',
  ]);
});
