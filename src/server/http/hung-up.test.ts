/** What is no fault of an act is not told as one in the log: a caller who hangs up, a server that is stopping. */
import { request } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { makeWorld } from '../../../tests/world.ts';
import { ask, signedIn } from '../act.ts';
import { openPool, overPool } from '../database/pool.ts';
import { server } from './server.ts';

let db: FreshDatabase;
let app: FastifyInstance;
afterEach(async () => {
  await app?.close();
  await db?.close();
});

const anything = ask({
  name: 'anythingAtAll',
  method: 'GET',
  path: '/api/anything-at-all',
  says: 'Answer anything',
  input: z.strictObject({}),
  output: z.object({ done: z.boolean() }),
  may: signedIn(),
  audited: 'no-person',
  refuses: {},
  run: async () => ({ done: true }),
});

async function opened() {
  db = await freshDatabase();
  const world = await makeWorld(db);
  const lines: string[] = [];
  const house = { ...world.house(), db: overPool(openPool(db.appUrl, { max: 2, entryKey: db.entryKey })) };
  app = await server({
    house,
    acts: [anything],
    version: 'test',
    about: 'Tested.',
    logLevel: 'warn',
    logTo: { write: (line) => lines.push(line) },
  });
  return { house, lines, failed: () => lines.filter((line) => line.includes('an act failed')) };
}

/** Takes the first bytes of an answer and hangs up. */
const hangUpAt = (url: string, headers: Record<string, string>) =>
  new Promise<void>((resolve, reject) => {
    const call = request(url, { headers }, (answer) => {
      answer.once('data', () => {
        call.destroy();
        setTimeout(resolve, 200);
      });
      answer.on('error', () => {});
    });
    call.on('error', (error: NodeJS.ErrnoException) => error.code !== 'ECONNRESET' && reject(error));
    call.end();
  });

test('whoever hangs up in the middle of an answer, packed or not, is no act that failed', async () => {
  const { failed } = await opened();
  app.get('/long', (_request, reply) => {
    const pieces = async function* () {
      for (let n = 0; n < 200; n++) {
        yield `${n} ${Math.random()} `.repeat(2000);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    return reply.header('content-type', 'text/plain').send(Readable.from(pieces()));
  });
  const fails = (code: string, message: string) => async () => {
    throw Object.assign(new Error(message), { code });
  };
  app.get('/gone', fails('ERR_STREAM_PREMATURE_CLOSE', 'Premature close'));
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  for (const encoding of ['gzip', 'br', 'identity']) await hangUpAt(`${url}/long`, { 'accept-encoding': encoding });
  await app.inject('/gone');
  expect(failed()).toEqual([]);
});

test('what is asked while the server stops is answered 503, and is no act that failed', async () => {
  const { house, failed } = await opened();
  await app.ready();
  await house.db.destroy();
  const headers = { authorization: 'Bearer nobody' };
  const answer = await app.inject({ url: '/api/session', headers });
  const acted = await app.inject({ url: '/api/anything-at-all', headers });
  expect([answer.statusCode, acted.statusCode].filter((status) => status === 500)).toEqual([]);
  expect(failed()).toEqual([]);
});
