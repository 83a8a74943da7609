import { connect, createServer, type Server, type Socket } from 'node:net';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allActs } from '../src/screens/app/registry.ts';
import { openPool, overPool } from '../src/server/database/pool.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { serverOf } from './server-of.ts';
import { makeWorld, type World } from './world.ts';

/** The way to the database, which can be cut and mended. */
class Way {
  readonly port: number;
  private readonly to: number;
  private readonly open = new Set<Socket>();
  private server: Server | null = null;

  constructor(port: number, to: number) {
    this.port = port;
    this.to = to;
  }

  async mend(): Promise<void> {
    this.server = createServer((from) => {
      const on = connect(this.to, '127.0.0.1');
      for (const [one, other] of [
        [from, on],
        [on, from],
      ] as const) {
        this.open.add(one);
        one.on('error', () => {});
        one.on('close', () => other.destroy());
        one.pipe(other);
      }
    });
    await new Promise<void>((resolve) => this.server?.listen(this.port, '127.0.0.1', resolve));
  }

  async cut(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    this.open.clear();
    await new Promise((resolve) => this.server?.close(resolve));
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

let db: FreshDatabase;
let world: World;
let way: Way;
let app: FastifyInstance;
let house: World['house'] extends (...rest: never[]) => infer H ? H : never;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  const direct = new URL(db.appUrl);
  way = new Way(await freePort(), Number(direct.port));
  await way.mend();
  direct.port = String(way.port);
  house = { ...world.house(), db: overPool(openPool(direct.href, { max: 3, entryKey: world.db.entryKey })) };
  app = await serverOf(house);
});
afterAll(async () => {
  await app?.close();
  await house?.db.destroy();
  await way?.cut();
  await db?.close();
});

const headers = { authorization: `Bearer ${'x'.repeat(43)}`, 'accept-language': 'sv' };
const signIn = () =>
  app.inject({ method: 'POST', url: '/api/session', payload: { username: 'nobody', password: 'nothing' } });

// Health is asked of the database at most twice a second.
const askedAnew = () => new Promise((past) => setTimeout(past, 600));

function expectAway(name: string, answer: LightMyRequestResponse): void {
  expect([name, answer.statusCode, answer.headers['retry-after']]).toEqual([name, 503, '3']);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json()).toMatchObject({ type: '/problems/unavailable', status: 503 });
  expect(answer.body).not.toMatch(/node_modules|ECONN|\.ts:/);
}

describe('while the database cannot be reached', () => {
  test('every route says so, and when to try again; and each works again once it can', async () => {
    expect((await app.inject('/health')).statusCode).toBe(200);
    expect((await signIn()).statusCode).toBe(401);
    await way.cut();
    for (const { method, path, name } of allActs) {
      const url = path.replace(/\{\w+\}/g, '01790000-0000-7000-8000-000000000001');
      const body = method === 'GET' || method === 'DELETE' ? {} : { payload: {} };
      expectAway(name, await app.inject({ method, url, headers, ...body }));
    }
    await askedAnew();
    expectAway('health', await app.inject('/health'));
    expectAway('signing in', await signIn());
    for (const method of ['GET', 'PATCH', 'DELETE'] as const)
      expectAway(method, await app.inject({ method, url: '/api/session', headers }));
    await way.mend();
    expect((await signIn()).statusCode).toBe(401);
    await askedAnew();
    expect((await app.inject('/health')).statusCode).toBe(200);
  });

  test('connections that its server ends are replaced', async () => {
    await Promise.all([1, 2, 3].map(() => app.inject('/health')));
    await db.ownerPool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'kykypolku_app'",
    );
    const answers = await Promise.all([1, 2, 3].map(() => app.inject('/health')));
    for (const { statusCode } of answers) expect([200, 503]).toContain(statusCode);
    await expect.poll(async () => (await app.inject('/health')).statusCode).toBe(200);
  });
});
