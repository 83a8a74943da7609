import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describe as describeService } from '../src/description/acts.ts';
import { fixedClock } from '../src/kernel/clock.ts';
import { day } from '../src/kernel/day.ts';
import { type Asides, openAsides } from '../src/server/database/asides.ts';
import { perform } from '../src/server/perform.ts';
import { demoKeys, type FreshDatabase, freshDatabase } from './database.ts';

// What is counted on several connections at once is what one counts.

let db: FreshDatabase;
let asides: Asides;
let planner: { workerId: string; organiserId: string };
beforeAll(async () => {
  db = await freshDatabase({ demo: true });
  asides = openAsides(db.appUrl, { entryKey: db.entryKey });
  const { rows } = await db.ownerPool.query(
    `select p.worker_id as "workerId", o.id as "organiserId" from worker_post p join organiser_organiser o on o.id = p.organiser_id
     where o.code = 'pori-perusturva' and p.role = 'planner' limit 1`,
  );
  [planner] = rows;
}, 240_000);
afterAll(async () => {
  await asides?.db.destroy();
  await db?.close();
});

function described(input: { organiser: string; service: string; knownAt?: string }, beside?: Asides) {
  const house = {
    db: db.app,
    clock: fixedClock(day('2021-06-17')),
    keys: demoKeys,
    ...(beside ? { asides: beside } : {}),
  };
  const who = {
    ...planner,
    organiserCode: 'pori-perusturva',
    name: 'planner',
    roles: ['planner' as const],
    language: 'fi' as const,
  };
  return perform(house, describeService, input, { who, language: 'fi' });
}

const connections = async () =>
  (
    await db.ownerPool.query(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name = 'kykypolku counting'`,
    )
  ).rows[0].n;

test.each([
  { organiser: 'pori-perusturva', service: 'disability-work' },
  { organiser: 'pori-perusturva', service: 'disability-work', knownAt: '2021-03-01T12:00:00Z' },
  { organiser: 'satakunta', service: 'rehabilitative-work' },
])('$organiser, $service is described alike on one connection and on three', async (input) => {
  const alone = await described(input);
  expect(await described(input, asides)).toEqual(alone);
  expect(await connections()).toBe(2);
});

test('of several who count at once each is answered, whether it found a connection free or not', async () => {
  const input = { organiser: 'pori-perusturva', service: 'disability-work' };
  const alone = await described(input);
  const answers = await Promise.all([1, 2, 3, 4].map(() => described(input, asides)));
  for (const answer of answers) expect(answer).toEqual(alone);
  expect(await connections()).toBe(2);
});

test('what goes wrong on one of them is told, and leaves nothing open', async () => {
  const hasty = openAsides(db.appUrl, { entryKey: db.entryKey, statementMs: 1 });
  const input = { organiser: 'pori-perusturva', service: 'disability-work' };
  await expect(described(input, hasty)).rejects.toThrow();
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and application_name = 'kykypolku counting' and state like 'idle in transaction%'`.execute(
    db.owner,
  );
  expect(rows[0]?.n).toBe(0);
  await hasty.db.destroy();
  expect(await described(input, asides)).toEqual(await described(input));
});
