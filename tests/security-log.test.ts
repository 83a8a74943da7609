import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { identityCode } from '../src/casework/client/acts.ts';
import { receiveReferral } from '../src/casework/referral/acts.ts';
import * as workerActs from '../src/casework/worker/acts.ts';
import { changeWorker, givePost } from '../src/casework/worker/acts.ts';
import { day } from '../src/kernel/day.ts';
import { matterRegisterFile } from '../src/screens/register/board.ts';
import { type SecurityLog, securityLogIn } from '../src/server/audit/security-log.ts';
import { eventOf } from '../src/server/http/noting.ts';
import { server } from '../src/server/http/server.ts';
import { perform } from '../src/server/perform.ts';
import { sealAnew } from '../src/server/sealed-texts.ts';
import { freshDatabase, temporaryFolder } from './database.ts';
import { addAccounts, workerPassword } from './signed-in.ts';
import { makeWorld, type World } from './world.ts';

let world: World;
let app: FastifyInstance;
let log: SecurityLog;
let unsealedSince: string | null = null;
const folder = temporaryFolder();
const file = join(folder.path, 'deep', 'security.jsonl');
const password = workerPassword;
const address = '192.0.2.44';

beforeAll(async () => {
  world = await makeWorld(await freshDatabase());
  await addAccounts(world, {
    ...{ 'kari.aho': 'pori-administrator', 'pia.suominen': 'rauma-finance', 'sanna.koski': 'pori-social-worker' },
  });
  log = securityLogIn(file, world.house().keys, () => '2026-11-28T12:00:00Z');
  app = await server({
    house: world.house(),
    acts: [identityCode, givePost, changeWorker, matterRegisterFile],
    version: 'test',
    about: 'Tested.',
    logLevel: 'silent',
    callsAMinute: 30,
    securityLog: log,
    unsealedSince: () => unsealedSince,
  });
});
afterAll(async () => {
  await app?.close();
  folder[Symbol.dispose]();
  await world?.db.close();
});

const signIn = async (username: string, input = password) =>
  (
    await app.inject({
      method: 'POST',
      url: '/api/session',
      remoteAddress: address,
      payload: { username, password: input },
    })
  ).json().token as string;

test('the log tells what concerns security without personal data, and the trail has it with them', async () => {
  const { clientId } = await world.refer();
  await signIn('kari.aho', 'wrong');
  await signIn('ei.ketaan', 'wrong');
  for (let n = 0; n < 7; n++) await signIn('ei.ketaan', `${n}`);
  const kari = await signIn('kari.aho');
  const by = (token: string) => ({ headers: { authorization: `Bearer ${token}` }, remoteAddress: address });
  await app.inject({
    ...by(kari),
    method: 'POST',
    url: `/api/staff/${world.workerId('pori-coach')}/posts`,
    payload: {
      role: 'planner',
      unitId: null,
      fullTimeShare: 1,
      hoursAWeek: null,
      agreedCaseload: null,
      team: null,
      during: { from: '2021-06-18', to: null },
    },
  });
  const exported = await app.inject({
    ...by(await signIn('sanna.koski')),
    method: 'GET',
    url: '/api/matter-register/file',
  });
  expect(exported.headers['content-type']).toMatch('text/csv');
  const pia = await signIn('pia.suominen');
  const look = { method: 'POST', url: `/api/clients/${clientId}/identity-code/reveal` } as const;
  expect((await app.inject({ ...by(pia), ...look })).statusCode).toBe(404);
  await app.inject({
    ...by(kari),
    method: 'DELETE',
    url: '/api/session',
    headers: { ...by(kari).headers, origin: 'https://elsewhere.example' },
  });
  await app.inject({
    ...by(kari),
    method: 'PUT',
    url: '/api/session/password',
    payload: { current: 'wrong', next: 'x' },
  });
  await app.inject({ ...by(kari), method: 'DELETE', url: '/api/session' });
  for (let n = 0; n < 40; n++) await app.inject({ ...by(pia), url: '/nowhere' });
  await log.close();

  const text = readFileSync(file, 'utf8');
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>);
  expect(lines.map(({ event, act, code }) => [event, act, code].filter(Boolean).join(' '))).toEqual([
    'sign-in-failed',
    ...Array(6).fill('sign-in-failed'),
    ...Array(2).fill('sign-in-slowed-down'),
    'signed-in',
    'rights-changed givePost',
    'signed-in',
    'exported matterRegisterFile',
    'signed-in',
    'refused identityCode not-found',
    'other-site',
    'password-refused',
    'signed-out',
    'calls-limited',
  ]);
  // The same person and the same address are told alike, so that a watcher can put two and two together.
  expect(new Set(lines.map(({ from }) => from)).size).toBe(1);
  expect(lines[0]?.who).toBe(lines[9]?.who);
  expect(lines[9]?.who).not.toBe(lines[11]?.who);
  for (const personal of [
    'aho',
    'Aho',
    'kari',
    'ketaan',
    'pia',
    address,
    clientId,
    world.workerId('pori-administrator'),
  ])
    expect(text).not.toContain(personal);
  expect(statSync(file).mode & 0o777).toBe(0o600);

  const { rows } = await world.db.ownerPool.query(
    'select act, worker_id, address, detail from platform_audit where address is not null order by id',
  );
  const messages = rows.map(({ act, worker_id }) => [act, worker_id]);
  const [administrator, finance] = [world.workerId('pori-administrator'), world.workerId('rauma-finance')];
  expect(messages).toEqual([
    ['signInFailed', administrator],
    ...Array(6).fill(['signInFailed', null]),
    ['signIn', administrator],
    ['givePost', administrator],
    ['signIn', world.workerId('pori-social-worker')],
    ['matterRegisterFile', world.workerId('pori-social-worker')],
    ['signIn', finance],
    ['refused', finance],
    ['signOut', administrator],
  ]);
  expect(rows.every((row) => row.address === address)).toBe(true);
  expect(rows.find(({ act }) => act === 'refused').detail).toEqual({
    act: 'identityCode',
    code: 'not-found',
    client: clientId,
  });
});

test('health tells when the audit trail cannot be sealed', async () => {
  expect((await app.inject('/health')).json()).toMatchObject({ status: 'ok', sealing: 'ok' });
  unsealedSince = '2026-11-28T12:00:00Z';
  expect((await app.inject('/health')).json()).toMatchObject({ status: 'degraded', sealing: 'failing', unsealedSince });
});

test('a new key opens every identity code, old versions too; a code moved to another client opens for nobody', async () => {
  const { keys } = world.house();
  const codes = ['020394-954R', '131052-9063'];
  const ids: string[] = [];
  for (const [n, code] of codes.entries()) {
    const { clientId } = await world.perform(
      receiveReferral,
      {
        client: {
          familyName: `Uusi${n}`,
          givenNames: 'Aino',
          birthOn: null,
          serviceLanguage: 'fi',
          identityCode: code,
        },
        service: 'open-work',
        source: 'own-contact',
        kind: 'own-contact',
        receivedOn: day('2021-06-01'),
      },
      'pori-social-worker',
    );
    ids.push(clientId);
  }
  const reveal = async (clientId: string | undefined, secret = keys.secret) => {
    const house = { ...world.house(), keys: { secret } };
    const answer = await perform(
      house,
      identityCode,
      { clientId },
      { who: world.who('pori-social-worker'), language: 'fi' },
    );
    return (answer as { identityCode: string }).identityCode;
  };
  expect(await Promise.all(ids.map((id) => reveal(id)))).toEqual(codes);
  const versions = async () =>
    (await world.db.ownerPool.query('select count(*)::int as n from client_client_history')).rows[0].n;
  const before = await versions();
  const to = { secret: new Uint8Array(32).fill(9) };
  expect(await world.db.owner.transaction().execute((tx) => sealAnew(tx, keys, to))).toBeGreaterThanOrEqual(2);
  expect(await versions()).toBe(before);
  expect(await Promise.all(ids.map((id) => reveal(id, to.secret)))).toEqual(codes);
  await expect(reveal(ids[0])).rejects.toThrow();
  await world.db.ownerPool.query(
    'update client_client set identity_cipher = (select identity_cipher from client_client where id = $1) where id = $2',
    ids,
  );
  await expect(reveal(ids[1], to.secret)).rejects.toThrow();
});

test('each act that gives or takes rights, accounts or leads is told of', () => {
  const written = Object.values(workerActs).filter(({ kind }) => kind !== 'ask');
  expect(
    written
      .map(({ name }) => name)
      .filter((name) => eventOf(name) === null)
      .toSorted(),
  ).toEqual([
    // What these change opens nothing to anybody.
    'changeGroupWithLeads',
    'changeWorker',
    'shareLetters',
  ]);
});
