import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Authenticator } from '../../../tests/authenticator.ts';
import { freshDatabase } from '../../../tests/database.ts';
import { addAccounts, workerPassword } from '../../../tests/signed-in.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { decidePassword, resetPassword, workers } from '../../casework/worker/acts.ts';
import type { Happened } from '../audit/security-log.ts';
import { server } from '../http/server.ts';
import { hashPassword } from './sign-in.ts';

const password = workerPassword;
const host = 'kykypolku.example.fi';
const origin = `https://${host}`;
const heard: Happened[] = [];
let world: World;
let app: FastifyInstance;

const serve = (codesFor: string[] = []) =>
  server({
    house: world.house(),
    acts: [workers],
    version: 'test',
    about: 'Tested.',
    logLevel: 'silent',
    publicHost: host,
    trustedProxies: ['127.0.0.1'],
    sessions: { codesFor },
    securityLog: { note: (one) => heard.push(one), close: async () => {} },
  });

beforeAll(async () => {
  world = await makeWorld(await freshDatabase());
  await addAccounts(world, { 'tiina.laine': 'pori-coach', 'kari.aho': 'pori-administrator' });
  app = await serve();
});
afterAll(async () => {
  await app?.close();
  await world?.db.close();
});
beforeEach(() => world.db.ownerPool.query('delete from platform_passkey; delete from platform_attempt'));

const ask = (method: 'GET' | 'POST', url: string, token: string | null, payload?: object, on = app) =>
  on.inject({
    method,
    url,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(payload ? { 'content-type': 'application/json' } : {}),
    },
    ...(payload ? { payload: JSON.stringify(payload) } : {}),
  });
const signIn = (more: object = {}, on = app) =>
  ask('POST', '/api/session', null, { username: 'tiina.laine', password, ...more }, on);
const signedIn = async (username = 'tiina.laine', on = app) => (await signIn({ username }, on)).json().token as string;

async function enrol(token: string, key: Authenticator, name = 'Puhelin', on = app) {
  const question = await ask('POST', '/api/session/passkeys/begin', token, { current: password }, on);
  expect(question.statusCode).toBe(200);
  return ask('POST', '/api/session/passkeys', token, { name, answer: key.register(question.json(), origin) }, on);
}

async function alone(key: Authenticator, more: { origin?: string; verified?: boolean; count?: number } = {}) {
  const question = (await ask('POST', '/api/session/passkey/begin', null)).json();
  const answer = key.answer(question, { origin, ...more });
  return { answer, back: await ask('POST', '/api/session/passkey', null, { answer }) };
}

const codeOf = (answer: { json: () => { type: string } }) => answer.json().type.replace('/problems/', '');

describe('a passkey', () => {
  it('is set up with the present password, listed, and removed with it', async () => {
    const token = await signedIn();
    const wrong = await ask('POST', '/api/session/passkeys/begin', token, { current: 'polku-2020' });
    expect([wrong.statusCode, codeOf(wrong)]).toEqual([422, 'wrong-password']);
    expect(heard.at(-1)?.event).toBe('password-refused');
    const key = new Authenticator(host);
    const made = await enrol(token, key);
    expect(made.statusCode).toBe(204);
    expect(heard.at(-1)?.event).toBe('second-factor-changed');
    const [only] = (await ask('GET', '/api/session/passkeys', token)).json().passkeys;
    expect(only).toMatchObject({ name: 'Puhelin', usedAt: null });
    const { id } = only;
    const end = (current: string, by = token) => ask('POST', '/api/session/passkeys/end', by, { id, current });
    expect(codeOf(await end('polku-2020'))).toBe('wrong-password');
    // Nobody else's, whoever knows its number.
    const other = await signedIn('kari.aho');
    expect((await end(password, other)).statusCode).toBe(404);
    expect((await ask('GET', '/api/session/passkeys', other)).json()).toEqual({ passkeys: [] });
    expect((await end(password)).statusCode).toBe(204);
    expect((await ask('GET', '/api/session/passkeys', token)).json()).toEqual({ passkeys: [] });
    expect((await signIn()).statusCode).toBe(200);
  });

  it('is set up by nobody who answers to another’s question, to an old one, or from another site', async () => {
    const token = await signedIn();
    const key = new Authenticator(host);
    const question = (await ask('POST', '/api/session/passkeys/begin', token, { current: password })).json();
    const add = (by: string, answer: object) =>
      ask('POST', '/api/session/passkeys', by, { name: 'Avain', answer }).then(codeOf);
    expect(await add(await signedIn('kari.aho'), key.register(question, origin))).toBe('wrong-passkey');
    expect(await add(await signedIn(), key.register(question, origin))).toBe('wrong-passkey');
    expect(await add(token, key.register(question, 'https://kykypolku.example.com'))).toBe('wrong-passkey');
    // The question was answered, if wrongly.
    expect(await add(token, key.register(question, origin))).toBe('wrong-passkey');
    const made = Buffer.from('made up').toString('base64url');
    expect(await add(token, key.register({ challenge: made }, origin))).toBe('wrong-passkey');
    const broken = key.register(question, origin);
    const nothing = { ...broken, response: { ...broken.response, clientDataJSON: '', attestationObject: 'AA' } };
    expect(await add(token, nothing)).toBe('wrong-passkey');
  });

  it('is asked beside the password from then on, and only one’s own answers', async () => {
    const [key, others] = [new Authenticator(host), new Authenticator(host)];
    await enrol(await signedIn(), key);
    await enrol(await signedIn('kari.aho'), others);
    const needed = await signIn();
    expect([needed.statusCode, codeOf(needed)]).toEqual([401, 'passkey-needed']);
    const { passkey: question } = needed.json();
    expect(question).toMatchObject({ rpId: host, allowCredentials: [{ id: key.answer(question).id }] });
    // Whoever does not know the password learns nothing of keys.
    expect((await signIn({ password: 'polku-2020' })).json()).not.toHaveProperty('passkey');
    expect(codeOf(await signIn({ passkey: others.answer(question, { origin }) }))).toBe('wrong-passkey');
    const fresh = async () => (await signIn()).json().passkey;
    // Beside the password it is enough to have the key.
    const right = key.answer(await fresh(), { origin, verified: false });
    expect((await signIn({ passkey: right })).statusCode).toBe(200);
    expect(codeOf(await signIn({ passkey: right }))).toBe('wrong-passkey');
    const { rows } = await world.db.ownerPool.query('select used_at from platform_passkey where used_at is not null');
    expect(rows).toHaveLength(1);
  });

  it('signs in alone where it asked for its user, once an answer, at this site, and is no copy', async () => {
    const key = new Authenticator(host);
    await enrol(await signedIn(), key);
    const { answer, back } = await alone(key);
    expect(back.statusCode).toBe(200);
    expect(back.json().worker.id).toBe(world.workerId('pori-coach'));
    expect(String(back.headers['set-cookie'])).toContain('__Host-kykypolku=');
    const again = await ask('POST', '/api/session/passkey', null, { answer });
    expect([again.statusCode, codeOf(again)]).toEqual([401, 'wrong-passkey']);
    expect((await alone(key, { verified: false })).back.statusCode).toBe(401);
    expect((await alone(key, { origin: 'https://evil.example' })).back.statusCode).toBe(401);
    expect((await alone(new Authenticator(host))).back.statusCode).toBe(401);
    // Its question is for no password, nor the other way round.
    const beside = (await signIn()).json().passkey;
    const turned = { answer: key.answer(beside, { origin }) };
    expect((await ask('POST', '/api/session/passkey', null, turned)).statusCode).toBe(401);
    // A copy counts from where it was made.
    expect((await alone(key, { count: 90 })).back.statusCode).toBe(200);
    expect((await alone(key, { count: 12 })).back.statusCode).toBe(401);
    const { rows } = await world.db.ownerPool.query(
      "select worker_id from platform_audit where act = 'signInFailed' order by happened_at desc limit 1",
    );
    expect(rows).toEqual([{ worker_id: world.workerId('pori-coach') }]);
  });

  it('is what a role must sign in with as well as a code is, and ends with a new password where the device is lost, not otherwise', async () => {
    const strict = await serve(['coach']);
    const token = await signedIn('tiina.laine', strict);
    const act = (by: string) => ask('GET', '/api/workers', by, undefined, strict);
    expect(codeOf(await act(token))).toBe('set-up-codes');
    const key = new Authenticator(host);
    await enrol(token, key, 'Puhelin', strict);
    expect((await act(token)).statusCode).toBe(200);
    const workerId = world.workerId('pori-coach');
    const renew = async (lost: boolean) => {
      await world.perform(resetPassword, { workerId, lost }, 'pori-administrator');
      expect((await alone(key)).back.statusCode).toBe(200);
      await world.perform(decidePassword, { workerId, outcome: 'confirmed' }, 'pori-manager');
    };
    await renew(false);
    expect((await alone(key)).back.statusCode).toBe(200);
    await renew(true);
    expect((await alone(key)).back.statusCode).toBe(401);
    const { rows } = await world.db.ownerPool.query('select from platform_passkey');
    expect(rows).toEqual([]);
    await world.db.ownerPool.query('update platform_account set password_hash = $1, must_change = false', [
      await hashPassword(password),
    ]);
    await strict.close();
  });

  it('that is beside codes lets one choose', async () => {
    const key = new Authenticator(host);
    const token = await signedIn();
    await enrol(token, key);
    await world.db.ownerPool.query(
      "update platform_account set code_cipher = '\\x00', code_confirmed_at = now() where username = 'tiina.laine'",
    );
    const needed = await signIn();
    expect(codeOf(needed)).toBe('code-or-passkey-needed');
    const passkey = key.answer(needed.json().passkey, { origin });
    expect((await signIn({ passkey })).statusCode).toBe(200);
    await world.db.ownerPool.query('update platform_account set code_cipher = null, code_confirmed_at = null');
  });

  it('is no way past the organisation’s provider', async () => {
    const token = await signedIn();
    await world.db.ownerPool.query("update platform_session set allowed_roles = '{coach}'");
    const begun = await ask('POST', '/api/session/passkeys/begin', token, { current: password });
    expect(begun.statusCode).toBe(403);
    await world.db.ownerPool.query('update platform_session set allowed_roles = null');
  });
});
