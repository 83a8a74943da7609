/** Requests of several sessions over few connections: each is answered as its own worker, or not at all. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { ask, signedIn } from '../src/server/act.ts';
import { openPool, overPool } from '../src/server/database/pool.ts';
import { rowsOf } from '../src/server/database/statement.ts';
import { server } from '../src/server/http/server.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { addAccounts } from './signed-in.ts';
import { makeWorld, type World } from './world.ts';

const zAsker = z.object({ worker: z.string(), organiser: z.string(), n: z.number() });

/** Tells who asks, as the database knows it while the act runs. */
const whoAsksNow = ask({
  name: 'whoAsksNow',
  method: 'GET',
  path: '/api/who-asks/{n}',
  says: 'Tell who asks',
  input: z.strictObject({ n: z.coerce.number() }),
  output: z.object({ asked: z.array(zAsker), worker: z.string() }),
  may: signedIn('case'),
  audited: { asked: ({ n }) => ({ n }) },
  refuses: {},
  run: async ({ tx, input: { n }, who }) => {
    const one = async (more: number) =>
      (
        await rowsOf(zAsker)`select app_worker()::text as worker, (app_organisers())[1]::text as organiser,
          ${n + more}::int as n`.execute(tx)
      ).rows;
    return { asked: (await Promise.all([one(0), one(1000), one(2000)])).flat(), worker: who.workerId };
  },
});

const names = ['pori-coach', 'rauma-coach', 'pori-social-worker'] as const;
let db: FreshDatabase;
let world: World;
let app: FastifyInstance;
let tokens: string[];
let accounts: string[];
const pool = () => overPool(openPool(db.appUrl, { max: 2, entryKey: db.entryKey }));
let opened: ReturnType<typeof pool>;

beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  accounts = await addAccounts(world, Object.fromEntries(names.map((name) => [name, name])));
  opened = pool();
  app = await server({
    house: { ...world.house(), db: opened },
    acts: [whoAsksNow],
    version: 'test',
    about: 'Tested.',
    logLevel: 'silent',
  });
  tokens = [];
  for (const username of names) {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { username, password: 'polku-2021' },
    });
    tokens.push(answer.json().token);
  }
});
afterAll(async () => {
  await app?.close();
  await opened?.destroy();
  await db?.close();
});

const get = (n: number, token: string | undefined) =>
  app.inject({ url: `/api/who-asks/${n}`, headers: { authorization: `Bearer ${token}` } });

test('each of many requests at once is answered as the worker whose session it is', async () => {
  const answers = await Promise.all([...Array(60).keys()].map((n) => get(n, tokens[n % 3])));
  for (const [n, answer] of answers.entries()) {
    const name = names[n % 3] as (typeof names)[number];
    const { workerId: worker, organiserId: organiser } = world.who(name);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      asked: [0, 1000, 2000].map((more) => ({ worker, organiser, n: n + more })),
      worker,
    });
  }
});

test('a page of one account is not answered by the session of another, and nothing of it is run', async () => {
  const trail = async () => (await db.ownerPool.query(`select count(*)::int as n from platform_audit`)).rows[0].n;
  const [coach = '', other = ''] = accounts;
  const as = (method: 'GET' | 'PATCH' | 'DELETE', url: string, page: string) =>
    app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${tokens[0]}`, 'page-of': page },
      ...(method === 'PATCH' ? { payload: { language: 'en' } } : {}),
    });
  const before = await trail();
  for (const [method, url] of [
    ['GET', '/api/who-asks/1'],
    ['GET', '/api/session'],
    ['PATCH', '/api/session'],
    ['DELETE', '/api/session'],
  ] as const) {
    const answer = await as(method, url, other);
    expect([url, answer.statusCode, answer.json().type]).toEqual([url, 409, '/problems/signed-in-as-another']);
  }
  expect(await trail()).toBe(before);
  expect((await as('GET', '/api/who-asks/1', coach)).json().worker).toBe(world.workerId('pori-coach'));
  const session = (await as('GET', '/api/session', coach)).json();
  expect([session.account, session.worker.id, session.language]).toEqual([coach, world.workerId('pori-coach'), 'fi']);
  expect(session.endsIn).toBeGreaterThan(11 * 3600);
  expect(session.endsIn).toBeLessThanOrEqual(12 * 3600);
});

test('whoever signs in on the page of another is told who they are now', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'page-of': accounts[1] },
    payload: { username: 'pori-coach', password: 'polku-2021' },
  });
  expect(answer.json().worker.id).toBe(world.workerId('pori-coach'));
});

test('a session that has ended is told so, also while others are answered, and what it asks for is not run', async () => {
  const trail = async () =>
    (await db.ownerPool.query(`select count(*)::int as n from platform_audit where act = 'whoAsksNow'`)).rows[0].n;
  const before = await trail();
  await app.inject({ method: 'DELETE', url: '/api/session', headers: { authorization: `Bearer ${tokens[2]}` } });
  const answers = await Promise.all([...Array(12).keys()].map((n) => get(n, tokens[n % 3])));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(
    [...Array(12).keys()].map((n) => (n % 3 === 2 ? 401 : 200)),
  );
  expect(await trail()).toBe(before + 8);
});

test('what is wrong with the input is told in the words of the session, and to a stranger that one signs in first', async () => {
  const wrong = (token: string | undefined, headers: Record<string, string> = {}) =>
    app.inject({ url: '/api/who-asks/x', headers: { authorization: `Bearer ${token}`, ...headers } });
  await db.ownerPool.query(`update platform_session set language = 'sv' where worker_id = $1`, [
    world.workerId('pori-coach'),
  ]);
  const [own, ended] = await Promise.all([
    wrong(tokens[0], { 'accept-language': 'en' }),
    wrong(tokens[2], { 'accept-language': 'en' }),
  ]);
  expect([own.statusCode, own.json().title]).toEqual([400, 'Uppgifterna behöver rättas']);
  expect([ended.statusCode, ended.json().type]).toEqual([401, '/problems/not-signed-in']);
  // Whoever reads answers aloud hears in which language they are.
  const answers = [own, ended, await get(0, tokens[0]), await app.inject('/api/nowhere')];
  expect(answers.map(({ headers }) => headers['content-language'])).toEqual(['sv', 'en', 'sv', 'fi']);
});
