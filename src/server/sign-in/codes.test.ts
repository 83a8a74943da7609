import type { FastifyInstance } from 'fastify';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../tests/database.ts';
import { addAccounts, workerPassword } from '../../../tests/signed-in.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { workers } from '../../casework/worker/acts.ts';
import { server } from '../http/server.ts';
import { sealAnew } from '../sealed-texts.ts';

let world: World;
let app: FastifyInstance;
const password = workerPassword;
const key = 'content-type';

const serve = (sessions: { codesFor?: string[]; idleMinutes?: number } = {}, house = world.house()) =>
  server({ house, acts: [workers], version: 'test', about: 'Tested.', logLevel: 'silent', sessions });

beforeAll(async () => {
  world = await makeWorld(await freshDatabase());
  await addAccounts(world, { 'tiina.laine': 'pori-coach', 'kari.aho': 'pori-administrator' });
  app = await serve();
});
afterAll(async () => {
  await app?.close();
  await world?.db.close();
});

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
const ask = (method: Method, url: string, token: string | null, payload?: object, on = app, agent = 'none') =>
  on.inject({
    method,
    url,
    headers: {
      'user-agent': agent,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(payload ? { [key]: 'application/json' } : {}),
    },
    ...(payload ? { payload: JSON.stringify(payload) } : {}),
  });
const signIn = (more: { code?: string; username?: string } = {}, on = app, agent?: string) =>
  ask('POST', '/api/session', null, { username: 'tiina.laine', password, ...more }, on, agent);
const phone = (secret: string) => {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return (steps = 0) => totp.generate({ timestamp: Date.now() + steps * 30_000 });
};

describe('a code beside the password', () => {
  it('is asked once the phone has shown one, each code once, and by no other key', async () => {
    const { token } = (await signIn()).json();
    expect((await ask('PUT', '/api/session/codes', token, { code: '123456' })).statusCode).toBe(422);
    // The present password first: an open desk binds the account to nobody's phone.
    for (const [payload, status] of [
      [undefined, 400],
      [{ current: 'wrong' }, 422],
    ] as const)
      expect((await ask('POST', '/api/session/codes', token, payload)).statusCode).toBe(status);
    const made = await ask('POST', '/api/session/codes', token, { current: password });
    const { secret, address } = made.json();
    expect(address).toMatch(/^otpauth:\/\/totp\/Kykypolku:tiina\.laine\?/);
    const code = phone(secret);
    // Before it is shown nothing is asked: whoever never scanned it is not locked out.
    expect((await signIn()).statusCode).toBe(200);
    expect((await ask('PUT', '/api/session/codes', token, { code: '000000' })).json().type).toBe(
      '/problems/wrong-code',
    );
    expect((await ask('PUT', '/api/session/codes', token, { code: code(-1) })).json()).toEqual({ setUp: true });
    expect((await ask('POST', '/api/session/codes', token, { current: password })).statusCode).toBe(409);

    expect([(await signIn()).statusCode, (await signIn()).json().type]).toEqual([401, '/problems/code-needed']);
    expect((await signIn({ code: '000000' })).json().type).toBe('/problems/wrong-code');
    // The one that confirmed it is used already.
    expect((await signIn({ code: code(-1) })).json().type).toBe('/problems/wrong-code');
    const now = code();
    expect((await signIn({ code: `${now.slice(0, 3)} ${now.slice(3)}` })).statusCode).toBe(200);
    expect((await signIn({ code: now })).statusCode).toBe(401);
    // Asking for the code anew, with the password alone, makes no wrong code forgotten: it could be guessed without an end.
    for (let n = 0; n < 4; n++) {
      await signIn({ code: '000000' });
      await signIn();
    }
    const { rows: tries } = await world.db.ownerPool.query('select failed_count from platform_attempt');
    expect(Math.max(...tries.map((row) => row.failed_count))).toBeGreaterThanOrEqual(4);
    await world.db.ownerPool.query('delete from platform_attempt');

    const { rows } = await world.db.ownerPool.query(
      'select code_cipher from platform_account where code_cipher is not null',
    );
    expect(rows[0].code_cipher.includes(secret)).toBe(false);
    // With a new key the phone goes on.
    const to = { secret: new Uint8Array(32).fill(9) };
    expect(await world.db.owner.transaction().execute((tx) => sealAnew(tx, world.house().keys, to))).toBe(1);
    const later = await serve({}, { ...world.house(), keys: to });
    expect((await signIn({ code: code(1) }, later)).statusCode).toBe(200);
    await later.close();
    await world.db.owner.transaction().execute((tx) => sealAnew(tx, to, world.house().keys));
  });

  it('is guessed at no faster than a password', async () => {
    await world.db.ownerPool.query('delete from platform_attempt');
    const statuses: number[] = [];
    for (let n = 0; n < 8; n++) statuses.push((await signIn({ code: `00000${n}` })).statusCode);
    expect(statuses.slice(-2)).toEqual([429, 429]);
  });

  it('is guessed no faster where one asks for codes no more', async () => {
    await world.db.ownerPool.query('delete from platform_attempt');
    const { token } = (await signIn({ username: 'kari.aho' })).json();
    const { secret } = (await ask('POST', '/api/session/codes', token, { current: password })).json();
    const code = phone(secret);
    await ask('PUT', '/api/session/codes', token, { code: code(-1) });
    const statuses: number[] = [];
    for (let n = 0; n < 7; n++)
      statuses.push((await ask('POST', '/api/session/codes/end', token, { code: '000000' })).statusCode);
    expect(statuses.slice(-1)).toEqual([429]);
    expect((await ask('POST', '/api/session/codes/end', token, { code: code() })).statusCode).toBe(429);
    await world.db.ownerPool.query('delete from platform_attempt');
    expect((await ask('POST', '/api/session/codes/end', token, { code: code() })).json()).toEqual({ setUp: false });
  });

  it('is set up first of all by those whose role signs in with one', async () => {
    await world.db.ownerPool.query('delete from platform_attempt');
    const strict = await serve({ codesFor: ['administrator'] });
    const signed = (await signIn({ username: 'kari.aho' }, strict)).json();
    expect(signed.mustHaveCodes).toBe(true);
    const act = () => ask('GET', '/api/workers', signed.token, undefined, strict);
    expect([(await act()).statusCode, (await act()).json().type]).toEqual([403, '/problems/set-up-codes']);
    const { secret } = (await ask('POST', '/api/session/codes', signed.token, { current: password }, strict)).json();
    const code = phone(secret);
    await ask('PUT', '/api/session/codes', signed.token, { code: code() }, strict);
    expect((await act()).statusCode).toBe(200);
    // Turned off by a code of it, then it is missing again.
    expect((await ask('POST', '/api/session/codes/end', signed.token, { code: '000000' }, strict)).statusCode).toBe(
      422,
    );
    expect((await ask('POST', '/api/session/codes/end', signed.token, { code: code(1) }, strict)).json()).toEqual({
      setUp: false,
    });
    expect((await act()).statusCode).toBe(403);
    await strict.close();
  });
});

describe('one’s own sessions', () => {
  it('are listed by what they run in, and ended one by one or all others at once', async () => {
    const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0';
    const by = async (agent: string) => (await signIn({ username: 'kari.aho' }, app, agent)).json().token as string;
    const [one, two, three] = [await by(firefox), await by('curl'), await by('curl')];
    const list = async (token: string) => (await ask('GET', '/api/session/all', token)).json().sessions;
    const isKnown = (await list(one)) as { id: string; runsIn: string; this: boolean }[];
    expect(isKnown.filter((each) => each.this).map(({ runsIn }) => runsIn)).toEqual(['Firefox, Linux']);
    expect(isKnown.length).toBeGreaterThanOrEqual(3);
    const other = ((await list(two)) as typeof isKnown).find((each) => each.this)?.id;
    // Not by whoever finds an open desk and does not know the password.
    for (const current of [undefined, 'wrong-password-1'])
      expect((await ask('POST', '/api/session/end', one, { id: other, current })).statusCode).toBe(422);
    expect((await ask('GET', '/api/session', two)).statusCode).toBe(200);
    expect((await ask('POST', '/api/session/end', one, { id: other, current: password })).json()).toEqual({ ended: 1 });
    expect((await ask('GET', '/api/session', two)).statusCode).toBe(401);
    expect((await ask('GET', '/api/session', three)).statusCode).toBe(200);
    // Of nobody else's.
    const stranger = ((await list(three)) as typeof isKnown).find((each) => each.this)?.id;
    await world.db.ownerPool.query('update platform_account set code_confirmed_at = null, code_cipher = null');
    const { token } = (await signIn()).json();
    expect((await ask('POST', '/api/session/end', token, { id: stranger, current: password })).json()).toEqual({
      ended: 0,
    });
    await ask('POST', '/api/session/end', one, { id: null, current: password });
    expect((await ask('GET', '/api/session', three)).statusCode).toBe(401);
    expect(await list(one)).toHaveLength(1);
  });

  it('end when nobody uses them', async () => {
    const { token, idleMinutes } = (await signIn({ username: 'kari.aho' })).json();
    expect(idleMinutes).toBe(60);
    const used = (minutes: number) =>
      world.db.ownerPool.query('update platform_session set seen_at = now() - make_interval(mins => $1)', [minutes]);
    await used(59);
    expect((await ask('GET', '/api/session', token)).statusCode).toBe(200);
    const { rows } = await world.db.ownerPool.query(
      "select seen_at > now() - interval '1 minute' as fresh from platform_session",
    );
    expect(rows.some(({ fresh }) => fresh)).toBe(true);
    await used(61);
    expect((await ask('GET', '/api/session', token)).statusCode).toBe(401);
  });
});
