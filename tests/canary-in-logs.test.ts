/** What one types of a client, rightly or wrongly, stands in no log line, no header and no refusal; nor does what an error of ours quotes. */
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { allActs } from '../src/screens/app/registry.ts';
import { ask, signedIn } from '../src/server/act.ts';
import type { Happened } from '../src/server/audit/security-log.ts';
import { rowsOf } from '../src/server/database/statement.ts';
import { server } from '../src/server/http/server.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { addAccounts, addSessions } from './signed-in.ts';
import { makeWorld, type World } from './world.ts';

const word = 'kanarialintunen';
const code = '020394-9996';
const fails = (name: string, run: (text: string) => Promise<unknown>) =>
  ask({
    name,
    method: 'POST',
    path: `/api/${name.toLowerCase()}`,
    says: 'Fail in our own hands',
    input: z.strictObject({ text: z.string() }),
    output: z.unknown(),
    may: signedIn(),
    audited: 'no-person',
    refuses: {},
    run: ({ tx, input }) =>
      name === 'failInDatabase' ? rowsOf(z.object({}))`select ${input.text}::uuid`.execute(tx) : run(input.text),
  });

const broken = [
  fails('failInDatabase', async () => {}),
  fails('failInParser', async (text) => JSON.parse(`{"a": ${text}}`)),
  fails('failInWords', async (text) => {
    throw new Error(`Nobody is called '${text}' here, nor has ${code}`);
  }),
];

let db: FreshDatabase;
let world: World;
let app: FastifyInstance;
const lines: string[] = [];
const happened: Happened[] = [];

beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  await addSessions(world, ['pori-coach', 'pori-administrator', 'pori-finance']);
  await addAccounts(world, { 'paivi.sjoblom': 'pori-social-worker' });
  app = await server({
    house: world.house(),
    acts: [...allActs, ...broken],
    version: 'test',
    about: 'Tested.',
    logLevel: 'trace',
    logTo: { write: (line) => lines.push(line) },
    securityLog: { note: (one) => happened.push(one), close: async () => {} },
  });
});
afterAll(async () => {
  await app?.close();
  await db?.close();
});

/** Which field is meant is told by the name that was sent, and whoever edits is given both texts. */
const refusalOf = (body: string): string => {
  const {
    errors,
    yours: _,
    now: __,
    ...rest
  } = JSON.parse(body) as { errors?: { message: string }[]; yours?: unknown; now?: unknown };
  return JSON.stringify({ ...rest, errors: errors?.map(({ message }) => message) });
};

const told = (text: string) => [word, code].filter((one) => text.toLowerCase().includes(one.toLowerCase()));

type Sent = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  payload?: string | object;
  headers?: object;
};

test('nothing that is typed of a person is told on', async () => {
  const { clientId } = await world.refer({ familyName: word });
  const json = { 'content-type': 'application/json' };
  const sent: readonly Sent[] = [
    // Rightly.
    { method: 'POST', url: '/api/clients/search', payload: { text: word } },
    {
      method: 'POST',
      url: '/api/clients/duplicates',
      payload: { familyName: word, givenNames: word, identityCode: code },
    },
    { method: 'PATCH', url: `/api/clients/${clientId}`, payload: { familyName: word } },
    // Wrongly: as an id, an unknown field, a broken body, another media type, an address that is nowhere.
    { method: 'GET', url: `/api/clients/${word}` },
    { method: 'GET', url: `/api/clients/${clientId}?tuntematon=${word}+${code}` },
    { method: 'GET', url: `/api/clients/${clientId}/attendance?from=${word}&to=${code}` },
    { method: 'POST', url: '/api/clients/search', payload: { text: { [word]: code } } },
    { method: 'POST', url: '/api/clients/search', payload: `{"text": "${word} ${code}"`, headers: json },
    {
      method: 'POST',
      url: '/api/clients/search',
      payload: `${word} ${code}`,
      headers: { 'content-type': 'text/plain' },
    },
    { method: 'GET', url: `/api/${word}/${code}` },
    { method: 'GET', url: `/api/clients/%E0%A4%A/${word}` },
    { method: 'DELETE', url: `/api/clients/${clientId}?name=${word}` },
    {
      method: 'GET',
      url: '/api/my-day',
      headers: { 'idempotency-key': word, 'page-of': word, cookie: `kykypolku=${word}` },
    },
    { method: 'POST', url: '/api/session', payload: { username: word, password: `${word} ${code}` } },
    { method: 'POST', url: '/api/session', payload: { username: 'paivi.sjoblom', password: word } },
    // In our own hands.
    ...broken.map(({ path }): Sent => ({ method: 'POST', url: path, payload: { text: word } })),
  ];
  const leaks: string[] = [];
  for (const { url, headers, ...rest } of sent)
    for (const by of ['pori-coach', 'pori-administrator', 'pori-finance', null]) {
      const before = lines.length;
      const answer = await app.inject({
        ...rest,
        url,
        headers: { ...(by ? { authorization: `Bearer ${by}` } : {}), ...headers },
      });
      const what = `${rest.method} ${url.replace(clientId, 'id')} by ${by}: ${answer.statusCode}`;
      if (told(JSON.stringify(answer.headers)).length > 0) leaks.push(`${what}, in a header`);
      if (answer.statusCode >= 400 && told(refusalOf(answer.body)).length > 0) leaks.push(`${what}, in the refusal`);
      const own = lines.slice(before);
      if (told(own.join('')).length > 0)
        leaks.push(`${what}, in the log: ${own.find((line) => told(line).length > 0)}`);
    }
  expect(leaks).toEqual([]);
  expect(lines.filter((line) => line.includes('an act failed')).length).toBeGreaterThanOrEqual(2);
  expect(lines.join('')).toContain('Nobody is called … here, nor has …');
  expect(happened.length).toBeGreaterThan(5);
  expect(told(JSON.stringify(happened))).toEqual([]);
  const { rows } = await sql<{
    text: string;
  }>`select concat_ws(' ', act, purpose, detail::text, address) as text from platform_audit`.execute(db.owner);
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.filter(({ text }) => told(text).length > 0)).toEqual([]);
}, 60_000);
