import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { letterShares, shareLetters } from '../src/casework/worker/acts.ts';
import { server } from '../src/server/http/server.ts';
import { freshDatabase } from './database.ts';
import { addAccounts, workerPassword } from './signed-in.ts';
import { type ProxyAnswer, proxyKinds, type TlsProxy, tlsProxy } from './tls-proxy.ts';
import { makeWorld, type World } from './world.ts';

let world: World;
let app: FastifyInstance;
let proxy: TlsProxy;
const password = workerPassword;
const host = 'kykypolku.example.fi';

beforeAll(async () => {
  world = await makeWorld(await freshDatabase());
  await addAccounts(world, { 'kari.aho': 'pori-administrator' });
});
afterAll(() => world?.db.close());

const origin = { origin: `https://${host}` };
const signIn = (headers: Readonly<Record<string, string>> = origin, from?: string) =>
  proxy.ask('/api/session', { method: 'POST', headers, body: { username: 'kari.aho', password } }, from);
const cookiesOf = ({ headers }: ProxyAnswer) => [headers['set-cookie'] ?? []].flat();
const heldBy = (answer: ProxyAnswer) => ({
  cookie: cookiesOf(answer)
    .map((cookie) => cookie.split(';')[0])
    .join('; '),
});

describe.each(proxyKinds)('behind the proxy %s', (kind) => {
  beforeAll(async () => {
    // Each with limits of its own, and from the days before the letters were shared.
    await world.db.ownerPool.query('delete from worker_letter_share');
    app = await server({
      house: world.house(),
      acts: [letterShares, shareLetters],
      version: 'test',
      about: 'Tested.',
      logLevel: 'silent',
      callsAMinute: 40,
      publicHost: host,
      trustedProxies: ['127.0.0.1'],
    });
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    proxy = await tlsProxy(Number(new URL(url).port), kind);
  });
  afterAll(async () => {
    await proxy?.close();
    await app?.close();
  });

  test('a session’s cookie is of this host and of TLS alone, and the browser is told to stay with TLS', async () => {
    const answer = await signIn();
    expect(answer.status).toBe(200);
    const [session = ''] = cookiesOf(answer);
    expect(session).toMatch(/^__Host-kykypolku=/);
    for (const cookie of cookiesOf(answer)) {
      for (const part of ['Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(part);
      expect(cookie).not.toMatch(/domain=/i);
    }
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    for (const directive of ["base-uri 'none'", "object-src 'none'", "frame-ancestors 'self'", "default-src 'self'"])
      expect(answer.headers['content-security-policy']).toContain(directive);
    const me = await proxy.ask('/api/session', { headers: heldBy(answer) });
    expect(JSON.parse(me.body).worker.name).toBe('Aho Kari');
    const other = session.replace('__Host-', '').split(';')[0] ?? '';
    expect((await proxy.ask('/api/session', { headers: { cookie: other } })).status).toBe(401);
  });

  test('only a page of ours changes anything, whatever name the proxy passes on', async () => {
    expect((await signIn({ origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await signIn({ origin: `http://${host}` })).status).toBe(403);
    expect((await signIn({ origin: 'null' })).status).toBe(403);
    expect((await signIn({ ...origin, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const { status, body } = await signIn({ ...origin, 'sec-fetch-site': 'same-site' });
    expect([status, JSON.parse(body).type]).toEqual([403, '/problems/other-site']);
    expect((await signIn({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    // A program that sends no origin is no browser's page.
    expect((await signIn({})).status).toBe(200);
  });

  test('the audit trail has the client’s own address, whatever the client says of itself', async () => {
    const held = heldBy(await signIn());
    const from = '127.0.0.77';
    const text = { 'x-forwarded-for': '203.0.113.9, not an address' };
    const { rows: before } = await world.db.ownerPool.query('select count(*) as n from platform_audit');
    const shares = [{ first: 'A', last: 'Ö', workerId: world.workerId('pori-social-worker') }];
    const body = { from: '2021-06-18', shares };
    const answer = await proxy.ask(
      '/api/letter-shares',
      { method: 'POST', headers: { ...held, ...origin, ...text }, body },
      from,
    );
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { done: true, version: expect.any(String) }]);
    const { rows } = await world.db.ownerPool.query(
      `select act, address from platform_audit order by id offset ${before[0].n}`,
    );
    expect(rows).toEqual([{ act: 'shareLetters', address: from }]);
  });

  test('a stranger stops neither the signed-in people at the same address, nor other addresses, nor who watches', async () => {
    const from = '127.0.0.66';
    const held = heldBy(await signIn(origin, from));
    const stranger = (path: string) => proxy.ask(path, {}, from);
    const statuses: number[] = [];
    for (let n = 0; n < 60; n++) statuses.push((await stranger(n % 2 ? '/api/letter-shares' : '/nowhere')).status);
    expect(statuses.slice(0, 30)).not.toContain(429);
    expect(statuses.slice(-10)).toEqual(Array(10).fill(429));
    expect((await stranger('/health')).status).toBe(200);
    expect((await proxy.ask('/api/letter-shares', { headers: held }, from)).status).toBe(200);
    expect((await proxy.ask('/nowhere', {}, '127.0.0.67')).status).toBe(404);
    // A made-up session is a stranger's; so is one with another's mark.
    for (const token of [
      'x'.repeat(43),
      `${heldBy(await signIn())
        .cookie.split('=')[1]
        ?.slice(0, 60)}.made-up`,
    ])
      expect(
        (await proxy.ask('/api/letter-shares', { headers: { authorization: `Bearer ${token}` } }, from)).status,
      ).toBe(429);
    // One account has its own share, which no other uses up.
    const own: number[] = [];
    for (let n = 0; n < 60; n++)
      own.push((await proxy.ask('/api/session', { headers: held }, `127.0.1.${n + 1}`)).status);
    expect(own.at(-1)).toBe(429);
  });
});
