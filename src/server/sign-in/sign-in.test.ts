import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, temporaryFolder } from '../../../tests/database.ts';
import { addAccounts, workerPassword } from '../../../tests/signed-in.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { server } from '../http/server.ts';
import { hashPassword } from './sign-in.ts';

let world: World;
let app: FastifyInstance;
const password = workerPassword;

beforeAll(async () => {
  world = await makeWorld(await freshDatabase());
  await addAccounts(world, { 'tiina.laine': 'pori-coach' });
});
afterAll(() => world?.db.close());

// A server of its own for each test: it counts the tries of an address.
beforeEach(async () => {
  await app?.close();
  app = await server({ house: world.house(), acts: [], version: 'test', about: 'Tested.', logLevel: 'silent' });
  await world.db.ownerPool.query('delete from platform_attempt');
  await world.db.ownerPool.query('delete from platform_session');
});
afterAll(() => app?.close());

const signIn = (input: unknown, more: { remoteAddress?: string; cookies?: Record<string, string> } = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/session',
    ...more,
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify(input),
  });
const guess = (n = 0) => signIn({ username: 'tiina.laine', password: `guess ${n}` });
const whoAmI = (token: string) => app.inject({ url: '/api/session', headers: { authorization: `Bearer ${token}` } });
const sessions = async () => (await world.db.ownerPool.query('select * from platform_session')).rows;

describe('signing in', () => {
  it('opens a session that the database keeps, without the token itself', async () => {
    const answer = await signIn({ username: ' Tiina.Laine ', password });
    expect(answer.statusCode).toBe(200);
    const { token, worker, organiser } = answer.json();
    expect([worker.name, worker.roles, organiser.code]).toEqual(['Laine Tiina', ['coach'], 'pori-perusturva']);
    const [saved, ...others] = await sessions();
    expect(others).toEqual([]);
    expect(saved.token_hash).toEqual(createHash('sha256').update(token).digest());
    expect(JSON.stringify(saved)).not.toContain(token);
    // A password is kept as OWASP asks at least: argon2id with 19 MiB and two passes.
    const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),/.exec(await hashPassword(password)) ?? [];
    expect([Number(memory) >= 19_456, Number(passes) >= 2]).toEqual([true, true]);
    expect((await whoAmI(token)).json().worker.name).toBe('Laine Tiina');
  });

  it('ends the session that the browser had before, and none of another browser', async () => {
    const [first, elsewhere] = [
      await signIn({ username: 'tiina.laine', password }),
      await signIn({ username: 'tiina.laine', password }),
    ];
    const cookies = Object.fromEntries(first.cookies.map(({ name, value }) => [name, value]));
    expect((await signIn({ username: 'tiina.laine', password: 'guess' }, { cookies })).statusCode).toBe(401);
    expect((await whoAmI(first.json().token)).statusCode).toBe(200);
    const again = await signIn({ username: 'tiina.laine', password }, { cookies });
    const answers = await Promise.all([first, elsewhere, again].map((one) => whoAmI(one.json().token)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 200, 200]);
  });

  it('has the language that its worker chooses, and no other word for one', async () => {
    const { token } = (await signIn({ username: 'tiina.laine', password })).json();
    const choose = (language: string) =>
      app.inject({
        method: 'PATCH',
        url: '/api/session',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        payload: JSON.stringify({ language }),
      });
    expect((await choose('sv')).json()).toMatchObject({ language: 'sv' });
    expect((await whoAmI(token)).json()).toMatchObject({ language: 'sv' });
    expect((await choose('xx')).statusCode).toBe(400);
    await choose('fi');
  });

  it('gives the browser a cookie that no script reads and no other site sends', async () => {
    const cookie = (await signIn({ username: 'tiina.laine', password })).headers['set-cookie'];
    expect(String(cookie)).toMatch(/HttpOnly/);
    expect(String(cookie)).toMatch(/SameSite=Strict/);
  });

  it('tells nobody whether the username or the password was wrong', async () => {
    const known = await guess();
    const unknown = await signIn({ username: 'ei.ketaan', password: 'guess' });
    expect(known.statusCode).toBe(401);
    expect([unknown.statusCode, unknown.json()]).toEqual([known.statusCode, known.json()]);
    expect(await sessions()).toEqual([]);
  });

  it('makes the next try wait after too many wrong ones, longer each time, and locks nobody out', async () => {
    for (let n = 0; n < 5; n++) expect((await guess(n)).statusCode).toBe(401);
    expect((await signIn({ username: 'tiina.laine', password })).statusCode).toBe(200);
    const waits: number[] = [];
    for (let n = 0; n < 5; n++) expect((await guess(n)).statusCode).toBe(401);
    for (let n = 5; n < 16; n++) {
      expect((await guess(n)).statusCode).toBe(401);
      const answer = await signIn({ username: 'tiina.laine', password });
      expect([answer.statusCode, answer.json().type]).toEqual([429, '/problems/too-many-tries']);
      expect(answer.headers['retry-after']).toBe(String(answer.json().retryAfterSeconds));
      waits.push(answer.json().retryAfterSeconds);
      await world.db.ownerPool.query(`update platform_attempt set waits_until_at = now() - interval '1 second'`);
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
    expect((await signIn({ username: 'tiina.laine', password })).statusCode).toBe(200);
    expect((await guess()).statusCode).toBe(401);
  });

  it('lets who waits in really try again then', async () => {
    for (let n = 0; n < 6; n++) expect((await guess(n)).statusCode).toBe(401);
    const answer = await signIn({ username: 'tiina.laine', password });
    expect(answer.statusCode).toBe(429);
    await new Promise((resolve) => setTimeout(resolve, answer.json().retryAfterSeconds * 1000));
    expect((await signIn({ username: 'tiina.laine', password })).statusCode).toBe(200);
  });

  it('lets a stranger’s wrong tries stop neither another address nor the browser in which one signed in before', async () => {
    const first = await signIn({ username: 'tiina.laine', password });
    const cookies = Object.fromEntries(first.cookies.map(({ name, value }) => [name, value]));
    const device = { 'kykypolku-device': cookies['kykypolku-device'] ?? '' };
    for (let n = 0; n < 8; n++) await guess(n);
    expect((await guess()).statusCode).toBe(429);
    expect((await signIn({ username: 'tiina.laine', password })).statusCode).toBe(429);
    expect((await signIn({ username: 'tiina.laine', password }, { remoteAddress: '192.0.2.7' })).statusCode).toBe(200);
    expect((await signIn({ username: 'tiina.laine', password }, { cookies: device })).statusCode).toBe(200);
    // Neither another's browser nor a made-up one is such a one.
    const other = device['kykypolku-device'].replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'));
    for (const made of ['made.up.too', other])
      expect(
        (await signIn({ username: 'tiina.laine', password }, { cookies: { 'kykypolku-device': made } })).statusCode,
      ).toBe(429);
    // Who took the browser over is slowed down as well.
    const statuses: number[] = [];
    for (let n = 0; n < 8; n++)
      statuses.push(
        (await signIn({ username: 'tiina.laine', password: `guess ${n}` }, { cookies: device })).statusCode,
      );
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
  });

  it('slows down who tries one account from everywhere', async () => {
    for (let n = 0; n < 51; n++)
      expect(
        (await signIn({ username: 'tiina.laine', password: `${n}` }, { remoteAddress: `192.0.2.${n}` })).statusCode,
      ).toBe(401);
    const answer = await signIn({ username: 'tiina.laine', password }, { remoteAddress: '198.51.100.1' });
    expect([answer.statusCode, answer.json().retryAfterSeconds]).toEqual([429, 2]);
  });

  it('counts a name that is nobody’s just like one that is somebody’s, and makes it wait', async () => {
    const answers = async (username: string) => {
      const messages: unknown[] = [];
      for (let n = 0; n < 8; n++) {
        const answer = await signIn({ username, password: `guess ${n}` });
        messages.push([answer.statusCode, answer.json().type, Object.keys(answer.headers).toSorted()]);
      }
      return messages;
    };
    const [somebody, noOne] = [await answers('tiina.laine'), await answers('ei.ketaan')];
    expect(noOne).toEqual(somebody);
    expect(somebody.map((message) => (message as [number])[0])).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
    const { rows } = await world.db.ownerPool.query('select username_hash::text as name from platform_attempt');
    expect(JSON.stringify(rows)).not.toMatch(/ketaan|laine/);
  });

  it('counts guesses sent at once each as one', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, (_, n) => guess(n)));
    expect(all.filter(({ statusCode }) => statusCode === 401)).toHaveLength(6);
    expect((await signIn({ username: 'tiina.laine', password })).statusCode).toBe(429);
  });

  it('takes the right password however often it is given at once', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => signIn({ username: 'tiina.laine', password })));
    expect(all.map(({ statusCode }) => statusCode)).toEqual(Array(12).fill(200));
  });

  it('takes as long for a name that is nobody’s', async () => {
    const timed = async (username: string) => {
      const times: number[] = [];
      for (let n = 0; n < 5; n++) {
        const began = performance.now();
        await signIn({ username, password: `guess ${n}` });
        times.push(performance.now() - began);
      }
      // The shortest: a busy machine only makes times longer.
      return Math.min(...times);
    };
    await timed('ei.kukaan');
    const [somebody, noOne] = [await timed('tiina.laine'), await timed('ei.ketaan')];
    // A password is checked in tens of milliseconds; without a check the answer would come in one or two.
    expect(noOne).toBeGreaterThan(somebody / 3);
    expect(noOne).toBeLessThan(somebody * 3);
  });

  it('slows an address down that tries one account after another', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 61; n++) statuses.push((await signIn({ username: '', password: '' })).statusCode);
    expect([statuses[0], statuses.at(-1)]).toEqual([400, 429]);
  });
});

describe('a session', () => {
  it('ends at signing out, for its token too', async () => {
    const { token } = (await signIn({ username: 'tiina.laine', password })).json();
    const answer = await app.inject({
      method: 'DELETE',
      url: '/api/session',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.statusCode).toBe(204);
    expect(await sessions()).toEqual([]);
    expect((await whoAmI(token)).statusCode).toBe(401);
  });

  it('ends by itself', async () => {
    const { token } = (await signIn({ username: 'tiina.laine', password })).json();
    await world.db.ownerPool.query(`update platform_session set ends_at = now() - interval '1 second'`);
    expect((await whoAmI(token)).statusCode).toBe(401);
  });

  it('is nobody’s where the token was made up', async () => {
    expect((await whoAmI('x'.repeat(43))).statusCode).toBe(401);
    expect((await whoAmI("' or true --")).statusCode).toBe(401);
  });
});

describe('one’s own password', () => {
  const change = (token: string, input: unknown) =>
    app.inject({
      method: 'PUT',
      url: '/api/session/password',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      payload: JSON.stringify(input),
    });
  const fieldOf = (answer: { json(): { errors?: { field: string }[] } }) => answer.json().errors?.[0]?.field;

  it('is changed by its owner alone, for one that is not guessed; other sessions of the owner end', async () => {
    const { token } = (await signIn({ username: 'tiina.laine', password })).json();
    const other = (await signIn({ username: 'tiina.laine', password })).json().token;
    const next = 'neljä sanaa peräkkäin';
    expect((await change('nobody', { current: password, next })).statusCode).toBe(401);
    expect(fieldOf(await change(token, { current: 'guess', next }))).toBe('current');
    for (const poor of [
      'lyhyt',
      'aaaaaaaaaaaaaaaa',
      'tiina.laine-2021',
      'salasana12345',
      'qwertyuiop12',
      'kykypolku-2021',
      password,
    ])
      expect([poor, fieldOf(await change(token, { current: password, next: poor }))]).toEqual([poor, 'next']);
    await world.db.ownerPool.query('update platform_account set must_change = true');
    expect((await whoAmI(token)).json().mustChange).toBe(true);
    const answer = await change(token, { current: password, next });
    expect([answer.statusCode, answer.json().mustChange]).toEqual([200, false]);
    expect((await whoAmI(other)).statusCode).toBe(401);
    expect((await signIn({ username: 'tiina.laine', password })).statusCode).toBe(401);
    const again = (await signIn({ username: 'tiina.laine', password: next })).json().token;
    expect((await change(again, { current: next, next: `${next} 2` })).statusCode).toBe(200);
    await world.db.ownerPool.query('update platform_account set password_hash = $1', [await hashPassword(password)]);
  });

  it('is guessed in an open session no faster than at signing in, whichever way one asks', async () => {
    const { token } = (await signIn({ username: 'tiina.laine', password })).json();
    const guessAt = (url: string, method: 'PUT' | 'POST', payload: object) =>
      app.inject({ method, url, headers: { authorization: `Bearer ${token}` }, payload });
    const ways = (current: string) =>
      [
        () => change(token, { current, next: 'neljä sanaa peräkkäin' }),
        () => guessAt('/api/session/codes', 'POST', { current }),
        () => guessAt('/api/session/passkeys/begin', 'POST', { current }),
        () => guessAt('/api/session/end', 'POST', { id: null, current }),
      ] as const;
    const statuses: number[] = [];
    for (let round = 0; round < 2; round++)
      for (const way of ways(`guess ${round}`)) statuses.push((await way()).statusCode);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 422, 429, 429]);
    for (const way of ways(password)) expect((await way()).headers['retry-after']).toBeDefined();
    // Another session of the same user, who knows the password, waits for nobody.
    const other = (await signIn({ username: 'tiina.laine', password })).json().token;
    const answer = await app.inject({
      method: 'POST',
      url: '/api/session/end',
      headers: { authorization: `Bearer ${other}` },
      payload: { id: null, current: password },
    });
    expect([answer.statusCode, answer.json()]).toEqual([200, { ended: 1 }]);
  });

  it('is none that is known from a breach, where the organisation has a list of them', async () => {
    using folder = temporaryFolder();
    const leaked = 'neljä sanaa vuodosta muistissa';
    const leakedPasswords = join(folder.path, 'sums.txt');
    writeFileSync(leakedPasswords, `${createHash('sha1').update(leaked).digest('hex').toUpperCase()}:12\r\n`);
    const about = { acts: [], version: 'test', about: 'Tested.', logLevel: 'silent', leakedPasswords };
    const strict = await server({ house: world.house(), ...about });
    const { token } = (await signIn({ username: 'tiina.laine', password })).json();
    const answer = await strict.inject({
      method: 'PUT',
      url: '/api/session/password',
      headers: { authorization: `Bearer ${token}` },
      payload: { current: password, next: leaked },
    });
    expect([answer.statusCode, fieldOf(answer)]).toEqual([422, 'next']);
    expect(answer.body).toContain('tietovuodossa');
    expect((await change(token, { current: password, next: leaked })).statusCode).toBe(200);
    await world.db.ownerPool.query('update platform_account set password_hash = $1', [await hashPassword(password)]);
    await strict.close();
  });

  it('opens nothing on a day without a post', async () => {
    await world.db.ownerPool.query(
      `update worker_post set during = daterange(lower(during), '2021-06-01') where worker_id = $1`,
      [world.workerId('pori-coach')],
    );
    const answer = await signIn({ username: 'tiina.laine', password });
    expect([answer.statusCode, answer.json().type]).toEqual([403, '/problems/no-post']);
    expect(await sessions()).toEqual([]);
    await world.db.ownerPool.query(
      'update worker_post set during = daterange(lower(during), null) where worker_id = $1',
      [world.workerId('pori-coach')],
    );
  });
});
