/** The server is killed while it saves: sent again to the next one with its key, a change is there once. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { addSessions } from './signed-in.ts';
import { makeWorld, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
let client: { clientId: string; referralId: string };
const running = new Set<ChildProcess>();
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  await addSessions(world, ['pori-coach']);
  client = await world.refer({ receivedOn: '2021-06-01' });
});
afterAll(async () => {
  for (const one of running) one.kill('SIGKILL');
  await db.close();
});

async function serving(): Promise<{ readonly url: string; readonly kill: () => Promise<void> }> {
  const key = Buffer.from(db.entryKey).toString('base64');
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serving.ts'), db.appUrl, key], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    url: line.toString().trim(),
    kill: async () => {
      running.delete(child);
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function record(url: string, key: string, note: string): Promise<number> {
  const answer = await fetch(`${url}/api/clients/${client.clientId}/referrals/${client.referralId}/contacts`, {
    method: 'POST',
    headers: { authorization: 'Bearer pori-coach', 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ kind: 'call', note }),
  });
  await answer.json();
  return answer.status;
}

async function keptWith(note: string): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from coaching_contact where note = ${note}`.execute(db.owner);
  return rows[0]?.n ?? 0;
}

test('a server that is killed before it could save has saved nothing, and the next one saves it once', async () => {
  const first = await serving();
  // The save waits for the lock, with the gesture's key taken, when the server goes.
  const owner = await db.ownerPool.connect();
  await owner.query('begin');
  await owner.query('lock table coaching_contact in share row exclusive mode');
  const lost = record(first.url, 'killed-while-saving-0001', 'kesken').catch(() => 'lost');
  await expect
    .poll(async () => (await db.ownerPool.query(`select 1 from pg_locks where not granted`)).rowCount, {
      timeout: 20_000,
    })
    .toBeGreaterThan(0);
  await first.kill();
  expect(await lost).toBe('lost');
  await owner.query('rollback');
  owner.release();
  const second = await serving();
  // What the database does for a server that is gone ends when it hears so.
  await expect.poll(() => record(second.url, 'killed-while-saving-0001', 'kesken'), { timeout: 20_000 }).toBe(200);
  expect(await keptWith('kesken')).toBe(1);
  expect(await record(second.url, 'killed-while-saving-0001', 'kesken')).toBe(200);
  expect(await keptWith('kesken')).toBe(1);
  await second.kill();
}, 90_000);

test('a server that is killed at any moment around a save leaves it there once after it is sent again', async () => {
  let now = await serving();
  for (const wait of [0, 15, 60]) {
    const [key, note] = [`killed-after-a-while-${wait}`, `hetki ${wait}`];
    const { url } = now;
    const sent = record(url, key, note).catch(() => 'lost');
    await new Promise((done) => setTimeout(done, wait));
    await now.kill();
    await sent;
    now = await serving();
    const next = now.url;
    await expect.poll(() => record(next, key, note), { timeout: 20_000 }).toBe(200);
    expect([wait, await keptWith(note)]).toEqual([wait, 1]);
  }
  await now.kill();
}, 120_000);
