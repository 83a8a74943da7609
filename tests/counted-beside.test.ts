import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describe as describeService } from '../src/description/acts.ts';
import { fixedClock } from '../src/kernel/clock.ts';
import { day } from '../src/kernel/day.ts';
import { type Asides, openAsides, spreadOver } from '../src/server/database/asides.ts';
import type { Read } from '../src/server/database/pool.ts';
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

test('where one cannot enter in its time one counts without it, or is told; nothing is left open', async () => {
  const hasty = openAsides(db.appUrl, { entryKey: db.entryKey, statementMs: 1 });
  const input = { organiser: 'pori-perusturva', service: 'disability-work' };
  await described(input, hasty).catch((error: Error) => expect(error.message).toContain('statement timeout'));
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and application_name = 'kykypolku counting' and state like 'idle in transaction%'`.execute(
    db.owner,
  );
  expect(rows[0]?.n).toBe(0);
  await hasty.db.destroy();
  expect(await described(input, asides)).toEqual(await described(input));
});

test('where no other connection can be had, one counts on its own', async () => {
  const nowhere = openAsides('postgres://nobody@127.0.0.1:1/nothing', {});
  const input = { organiser: 'pori-perusturva', service: 'disability-work' };
  expect(await described(input, nowhere)).toEqual(await described(input));
  await nowhere.db.destroy();
});

test('after the first that goes wrong nothing is sent, and all that was is waited for', async () => {
  const [one, other] = [{ name: 'one' }, { name: 'other' }] as unknown as [Read, Read];
  const { ask, close } = spreadOver([one, other]);
  const sent: number[] = [];
  const ended: number[] = [];
  const asked = [...Array(12).keys()].map((n) =>
    ask(async () => {
      sent.push(n);
      await new Promise((resolve) => setTimeout(resolve, 5 * (n + 1)));
      ended.push(n);
      if (n === 0) throw new Error('the first fails');
    }),
  );
  const outcomes = Promise.allSettled(asked);
  await expect(asked[0]).rejects.toThrow('the first fails');
  await close();
  const before = [...sent];
  expect(before.length).toBeLessThan(12);
  expect(ended.toSorted((a, b) => a - b)).toEqual(before.toSorted((a, b) => a - b));
  await expect(ask(async () => sent.push(99))).rejects.toThrow('Counting has ended');
  await outcomes;
  expect(sent).toEqual(before);
});
