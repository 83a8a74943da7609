import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { workers } from '../src/casework/worker/acts.ts';
import { server } from '../src/server/http/server.ts';
import { IdentityProvider } from '../src/server/sign-in/provider.ts';
import { freshDatabase } from './database.ts';
import { freePort } from './free-port.ts';
import { loopbackProvider } from './loopback-provider.ts';
import { addAccounts } from './signed-in.ts';
import { type TlsProxy, tlsProxy } from './tls-proxy.ts';
import { makeWorld, type World } from './world.ts';

let world: World;
let app: FastifyInstance;
let proxy: TlsProxy;
let issuer: string;
let idp: Awaited<ReturnType<typeof loopbackProvider>>;
/** Of the people at the provider. */
let groups: readonly string[] = [];
let username = 'kari.aho';
let asked: { readonly acr?: string; readonly amr?: readonly string[] } = {};
/** What the organisation wants its provider to ask. */
const strengths: string[] = [];
/** What the clock of the server shows. */
let now: string;

beforeAll(async () => {
  world = await makeWorld(await freshDatabase());
  await addAccounts(world, { 'kari.aho': 'pori-administrator' }, { mustChange: true });
  const port = await freePort();
  proxy = await tlsProxy(port);
  const host = `localhost:${proxy.port}`;
  idp = await loopbackProvider(host, () => ({ preferred_username: username, groups, ...asked }));
  issuer = idp.issuer;
  app = await server({
    house: { ...world.house(), clock: { today: () => world.today, now: () => now } },
    acts: [workers],
    version: 'test',
    about: 'Tested.',
    logLevel: 'silent',
    publicHost: host,
    trustedProxies: ['127.0.0.1'],
    sessions: { codesFor: ['administrator'] },
    provider: new IdentityProvider(
      {
        issuer,
        clientId: 'kykypolku',
        clientSecret: idp.clientSecret,
        strengths,
        groups: { 'kykypolku-admins': ['administrator'], 'kykypolku-coaches': ['coach'] },
      },
      `https://${host}`,
    ),
  });
  await app.listen({ host: '127.0.0.1', port });
});
afterAll(async () => {
  idp?.close();
  await proxy?.close();
  await app?.close();
  await world?.db.close();
});
beforeEach(() => {
  groups = ['kykypolku-admins'];
  username = 'kari.aho';
  asked = {};
  strengths.length = 0;
  now = world.house().clock.now();
});

/** A browser's cookies, of one place. */
class Jar {
  readonly #kept = new Map<string, string>();
  take(set: readonly string[]): void {
    for (const one of set) {
      const [name = '', ...value] = (one.split(';')[0] ?? '').split('=');
      if (/expires=Thu, 01 Jan 1970|max-age=0/i.test(one)) this.#kept.delete(name);
      else this.#kept.set(name, value.join('='));
    }
  }
  get cookie(): string {
    return [...this.#kept].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

async function at(jar: Jar, address: string, form?: Record<string, string>) {
  const answer = await fetch(new URL(address, issuer), {
    redirect: 'manual',
    headers: { cookie: jar.cookie },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  });
  jar.take(answer.headers.getSetCookie());
  return { to: answer.headers.get('location'), body: await answer.text() };
}

async function here(jar: Jar, path: string, method = 'GET') {
  const answer = await proxy.ask(path, { method, headers: { cookie: jar.cookie } });
  jar.take([answer.headers['set-cookie'] ?? []].flat());
  return { ...answer, json: () => JSON.parse(answer.body), goesTo: /url=([^"]*)"/.exec(answer.body)?.[1] };
}

/** To the provider, through its pages, and the address that it sends back to. */
async function throughProvider(
  jar: Jar,
  sub: string,
  to = '/referrals?x=1',
  there = new Jar(),
  more = '',
): Promise<string> {
  const started = await here(jar, `/api/session/provider/start?to=${encodeURIComponent(to)}${more}`);
  let address = String(started.headers.location);
  for (let steps = 0; steps < 12 && address.startsWith(issuer); steps++) {
    const page = await at(there, address);
    if (page.to) {
      address = new URL(page.to, issuer).href;
      continue;
    }
    // Whoever signs in there as another is signed out first, by a form that sends itself.
    const [, leave] = /action="([^"]*end\/confirm[^"]*)"/.exec(page.body) ?? [];
    if (leave) {
      const hidden = [...page.body.matchAll(/name="([^"]+)" value="([^"]*)"/g)];
      const left = await at(there, leave, Object.fromEntries(hidden.map(([, name, value]) => [name, value])));
      address = new URL(left.to ?? '', issuer).href;
      continue;
    }
    const prompt = /name="prompt" value="(\w+)"/.exec(page.body)?.[1] ?? '';
    const sent = await at(there, address, { prompt, ...(prompt === 'login' ? { login: sub, password: 'any' } : {}) });
    address = new URL(sent.to ?? '', issuer).href;
  }
  const back = new URL(address);
  return back.pathname + back.search;
}

test('whoever is known there is let in here, with the posts that their groups allow, and leaves there too', async () => {
  const jar = new Jar();
  expect((await here(jar, '/api/session/provider')).json()).toEqual({ provider: true });
  const back = await here(jar, await throughProvider(jar, 'kari-of-the-county'));
  expect([back.status, back.goesTo]).toEqual([200, '/referrals?x=1']);
  expect(String(back.headers['set-cookie'])).toMatch(/__Host-kykypolku=[^;]+;.*SameSite=Strict/);
  const me = (await here(jar, '/api/session')).json();
  // The provider asks for its own passwords and codes.
  expect([me.worker.name, me.worker.roles, me.mustChange, me.mustHaveCodes]).toEqual([
    'Aho Kari',
    ['administrator'],
    false,
    false,
  ]);
  expect((await here(jar, '/api/workers')).status).toBe(200);
  const ended = await here(jar, '/api/session', 'DELETE');
  const end = new URL(ended.json().endAt);
  expect([end.origin, end.searchParams.get('client_id')]).toEqual([issuer, 'kykypolku']);
  expect((await here(jar, '/api/session')).status).toBe(401);
});

test('a group that is left takes its posts along; a name that is nobody’s here, or another’s, opens nothing', async () => {
  const none = async (sub: string) => {
    const jar = new Jar();
    const back = await here(jar, await throughProvider(jar, sub));
    return [back.goesTo, (await here(jar, '/api/session')).status];
  };
  groups = ['kykypolku-coaches'];
  expect(await none('kari-of-the-county')).toEqual(['/sign-in?provider=unknown', 401]);
  groups = [];
  expect(await none('kari-of-the-county')).toEqual(['/sign-in?provider=unknown', 401]);
  groups = ['kykypolku-admins'];
  // Somebody else who took over the username at the provider is not the one that was bound to it.
  expect(await none('another-kari')).toEqual(['/sign-in?provider=unknown', 401]);
  username = 'ei.ketaan';
  expect(await none('nobody')).toEqual(['/sign-in?provider=unknown', 401]);
  // Who is bound is known by the provider's own name, whatever the username becomes.
  const jar = new Jar();
  await here(jar, await throughProvider(jar, 'kari-of-the-county'));
  expect((await here(jar, '/api/session')).status).toBe(200);
});

test('an answer that was not asked for in this browser, was used, or was changed opens nothing', async () => {
  const mine = new Jar();
  const answer = await throughProvider(mine, 'kari-of-the-county');
  const stranger = new Jar();
  expect((await here(stranger, answer)).goesTo).toBe('/sign-in?provider=failed');
  const changed = answer.replace(/state=[^&]+/, 'state=made-up');
  const other = new Jar();
  await here(other, '/api/session/provider/start');
  expect((await here(other, changed)).goesTo).toBe('/sign-in?provider=failed');
  expect((await here(mine, answer)).goesTo).toBe('/referrals?x=1');
  expect((await here(mine, answer)).goesTo).toBe('/sign-in?provider=failed');
  expect((await here(new Jar(), '/api/session/provider/back?error=access_denied')).goesTo).toBe(
    '/sign-in?provider=failed',
  );
});

test('an answer that took longer than ten minutes opens nothing, also where the browser kept its cookie', async () => {
  const minutes = (n: number) => new Date(Date.parse(world.house().clock.now()) + n * 60_000).toISOString();
  const jar = new Jar();
  const [late, inTime] = [await throughProvider(jar, 'kari-of-the-county'), minutes(9.5)];
  now = minutes(10);
  expect((await here(jar, late)).goesTo).toBe('/sign-in?provider=failed');
  now = minutes(0);
  const anew = await throughProvider(jar, 'kari-of-the-county');
  now = inTime;
  expect((await here(jar, anew)).goesTo).toBe('/referrals?x=1');
});

test('whoever comes back signed in anew leaves no session behind, be it open or ended', async () => {
  const jar = new Jar();
  const isIn = async (cookie: string) => (await proxy.ask('/api/session', { headers: { cookie } })).status;
  const comeBack = async () => (await here(jar, await throughProvider(jar, 'kari-of-the-county'))).goesTo;
  await comeBack();
  const first = jar.cookie;
  expect(await isIn(first)).toBe(200);
  // The first is still open when its browser comes back.
  expect(await comeBack()).toBe('/referrals?x=1');
  const second = jar.cookie;
  expect([await isIn(first), await isIn(second)]).toEqual([401, 200]);
  // The second ends while its user is away, as a new password or another place ends it.
  const back = await throughProvider(jar, 'kari-of-the-county');
  await proxy.ask('/api/session', { method: 'DELETE', headers: { cookie: second } });
  expect((await here(jar, back)).goesTo).toBe('/referrals?x=1');
  expect([await isIn(second), await isIn(jar.cookie)]).toEqual([401, 200]);
});

test('whoever is known there as somebody whom we do not know chooses another account, and comes in', async () => {
  groups = ['kykypolku-admins'];
  username = 'ei.ketaan';
  const [there, jar] = [new Jar(), new Jar()];
  const through = async (more: string) =>
    (await here(jar, await throughProvider(jar, 'kari-of-the-county', '/', there, more))).goesTo;
  await here(jar, await throughProvider(jar, 'nobody', '/', there));
  // The provider goes on with whoever is signed in there, and asks nothing.
  expect(await through('')).toBe('/sign-in?provider=unknown');
  expect(await through('&another=yes')).toBe('/');
  expect((await here(jar, '/api/session')).json().worker.name).toBe('Aho Kari');
});

test('whom the provider asked for less than the organisation wants is not let in, and may sign in there anew', async () => {
  const come = async () => {
    const jar = new Jar();
    const started = await here(jar, '/api/session/provider/start');
    const back = await here(jar, await throughProvider(jar, 'kari-of-the-county', '/'));
    const wanted = new URL(String(started.headers.location)).searchParams.get('acr_values');
    return [wanted, back.goesTo, (await here(jar, '/api/session')).status];
  };
  asked = { amr: ['pwd'] };
  expect(await come()).toEqual([null, '/', 200]);
  strengths.push('urn:example:strong', 'mfa');
  const refused = ['urn:example:strong mfa', '/sign-in?provider=weak', 401];
  expect(await come()).toEqual(refused);
  asked = {};
  expect(await come()).toEqual(refused);
  asked = { acr: 'urn:example:weak', amr: ['pwd', 'sms'] };
  expect(await come()).toEqual(refused);
  asked = { amr: ['pwd', 'mfa'] };
  expect(await come()).toEqual(['urn:example:strong mfa', '/', 200]);
  asked = { acr: 'urn:example:strong' };
  expect(await come()).toEqual(['urn:example:strong mfa', '/', 200]);
});

test('nobody is sent to another site afterwards', async () => {
  for (const to of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example']) {
    const jar = new Jar();
    const back = await here(jar, await throughProvider(jar, 'kari-of-the-county', to));
    expect([to, back.goesTo]).toEqual([to, '/']);
  }
});
