import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { freshDatabase, temporaryFolder } from '../../../tests/database.ts';
import { addAccounts } from '../../../tests/signed-in.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { ask, signedIn, zPaper } from '../act.ts';
import type { Write } from '../database/pool.ts';
import { openPool, overPool } from '../database/pool.ts';
import { server } from './server.ts';

const slow = ask({
  name: 'slow',
  method: 'GET',
  path: '/api/slow',
  says: 'Take longer than one may',
  input: z.strictObject({}),
  output: z.object({}),
  may: signedIn(),
  audited: 'no-person',
  refuses: {},
  run: async ({ tx }) => {
    await sql`select pg_sleep(5)`.execute(tx as Write);
    return {};
  },
});

const file = ask({
  name: 'file',
  method: 'GET',
  path: '/api/file',
  says: 'Answer with a file whose name would end a header',
  input: z.strictObject({}),
  output: zPaper,
  may: signedIn(),
  audited: 'no-person',
  refuses: {},
  run: async () => ({
    bytes: Buffer.from('a'),
    fileName: 'päätös"\r\nset-cookie: a=b; \'.pdf',
    media: 'application/pdf',
  }),
});

let world: World;
let app: Awaited<ReturnType<typeof server>>;
let port: number;
/** How often the database was asked. */
let query = 0;
const pools: { destroy(): Promise<void> }[] = [];

beforeAll(async () => {
  world = await makeWorld(await freshDatabase());
  await addAccounts(world, { 'tiina.laine': 'pori-coach' });
  const db = overPool(openPool(world.db.appUrl, { max: 3, statementMs: 300, entryKey: world.db.entryKey })).withPlugin({
    transformQuery({ node }) {
      query += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  pools.push(db);
  app = await server({
    house: { ...world.house(), db },
    acts: [slow, file],
    version: 'test',
    about: 'Tested.',
    logLevel: 'silent',
    slowestMs: 1000,
  });
  port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterAll(async () => {
  await app?.close();
  await Promise.all(pools.map((pool) => pool.destroy()));
  await world?.db.close();
});

const signIn = async () =>
  (
    await app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { username: 'tiina.laine', password: 'polku-2021' },
    })
  ).json().token as string;

test('a file is told by what it is alone, under a name that ends no header', async () => {
  const answer = await app.inject({ url: '/api/file', headers: { authorization: `Bearer ${await signIn()}` } });
  expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
  expect(answer.headers['content-disposition']).toMatch(/^inline; filename\*=UTF-8''[\w%.'()-]+$/);
  expect(answer.headers['set-cookie']).toBeUndefined();
});

describe('what would go on for ever', () => {
  test('a body that comes too slowly ends', async () => {
    const message = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      let heard = '';
      socket.write(
        'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{',
      );
      const drip = setInterval(() => socket.writable && socket.write(' '), 200);
      socket.on('data', (part) => {
        heard += part;
      });
      socket.on('error', reject);
      socket.on('close', () => {
        clearInterval(drip);
        resolve(heard);
      });
    });
    expect(message).toMatch(/^HTTP\/1.1 408 /);
  }, 10_000);

  test('a statement that takes too long ends, and says so', async () => {
    const authorization = `Bearer ${await signIn()}`;
    const answer = await app.inject({ url: '/api/slow', headers: { authorization } });
    expect([answer.statusCode, answer.json().type, answer.headers['retry-after']]).toEqual([
      503,
      '/problems/took-too-long',
      '10',
    ]);
  });

  test('health is told however often it is asked, without asking the database each time', async () => {
    const before = query;
    const all = await Promise.all(Array.from({ length: 200 }, () => app.inject('/health')));
    expect(all.every(({ statusCode }) => statusCode === 200)).toBe(true);
    expect(query - before).toBe(1);
  });
});

test('nothing that the API tells stays in a cache: who is signed in, a refusal, a problem', async () => {
  const authorization = `Bearer ${await signIn()}`;
  for (const asking of [
    { url: '/api/session', headers: { authorization } },
    { url: '/api/session' },
    { url: '/api/nowhere' },
    { url: '/api/slow' },
    { method: 'POST', url: '/api/session', payload: 'x' },
    { url: '/nowhere' },
  ] as const)
    expect([asking.url, (await app.inject(asking)).headers['cache-control']]).toEqual([asking.url, 'no-store']);
});

describe('the folder that is served', () => {
  const folder = temporaryFolder();
  afterAll(() => folder[Symbol.dispose]());
  const webFolder = folder.path;
  mkdirSync(join(webFolder, '.vite'));
  for (const name of ['index.html', '.sources', '.vite/manifest.json'])
    writeFileSync(join(webFolder, name), `in ${name}`);
  const started = () =>
    server({ house: world.house(), acts: [], version: 'test', about: 'Tested.', logLevel: 'silent', webFolder });

  test('gives nothing that is hidden in it', async () => {
    const serving = await started();
    const answers = await Promise.all(
      ['/', '/page', '/.sources', '/.vite/manifest.json', '/.vite/', '/.git/config', '/%2esources'].map(async (url) => {
        const { statusCode, body } = await serving.inject({ url, headers: { accept: 'text/html' } });
        return [url, statusCode, body.includes('in .')];
      }),
    );
    await serving.close();
    // What is written in signs is an address of the pages, as any that nobody has.
    expect(answers).toEqual([
      ['/', 200, false],
      ['/page', 200, false],
      ...['/.sources', '/.vite/manifest.json', '/.vite/', '/.git/config'].map((url) => [url, 404, false]),
      ['/%2esources', 200, false],
    ]);
  });

  test('has nothing of source control in it, or the server does not start', async () => {
    mkdirSync(join(webFolder, '.git'));
    await expect(started()).rejects.toThrow(/has \.git in it/);
  });
});
