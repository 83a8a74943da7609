/** Changes sent more than once, at once or after an answer that was lost, against the real server. */

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerClient } from '../src/casework/client/acts.ts';
import { enterAs } from '../src/server/perform.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { serverOf } from './server-of.ts';
import { addSessions } from './signed-in.ts';
import { makeWorld, type WorkerName, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
let app: Awaited<ReturnType<typeof serverOf>>;
let client: { clientId: string; referralId: string };
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  app = await serverOf(world.house());
  await addSessions(world, ['pori-coach', 'pori-coach-2', 'pori-social-worker', 'pori-administrator', 'pori-manager']);
  client = await world.refer({ receivedOn: '2021-06-01' });
});
afterAll(async () => {
  await app.close();
  await db.close();
});

interface Sent {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

async function send(url: string, payload: object, key: string | null, by: WorkerName = 'pori-coach'): Promise<Sent> {
  const headers = { authorization: `Bearer ${by}`, ...(key === null ? {} : { 'idempotency-key': key }) };
  const answer = await app.inject({ method: 'POST', url, payload, headers });
  return { status: answer.statusCode, body: answer.json() };
}

const contact = (key: string | null, more: object = {}, by?: WorkerName) =>
  send(`/api/clients/${client.clientId}/referrals/${client.referralId}/contacts`, { kind: 'call', ...more }, key, by);

async function contactsKept(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from coaching_contact`.execute(db.owner);
  return rows[0]?.n ?? 0;
}

/** How many contacts there are more after the sending than before. */
async function added(sending: () => Promise<unknown>): Promise<number> {
  const before = await contactsKept();
  await sending();
  return (await contactsKept()) - before;
}

test('a change sent again with its key, however often and whenever, is done once and answered the same', async () => {
  const answers: Sent[] = [];
  const more = await added(async () => {
    for (let n = 0; n < 3; n++) answers.push(await contact('again'));
  });
  expect(more).toBe(1);
  expect(answers[0]?.status).toBe(200);
  expect(answers).toEqual([answers[0], answers[0], answers[0]]);
});

test('five taps at once are one, with a key and without', async () => {
  for (const key of ['five', null]) {
    let answers: Sent[] = [];
    const note = `five ${key}`;
    const more = await added(async () => {
      answers = await Promise.all(Array.from({ length: 5 }, () => contact(key, { note })));
    });
    expect(more).toBe(1);
    expect(new Set(answers.map(({ body }) => body.contactId)).size).toBe(1);
  }
});

test('the same change one after the other without a key is done each time; so are two keys', async () => {
  expect(
    await added(async () => {
      await contact(null);
      await contact(null);
    }),
  ).toBe(2);
  expect(await added(() => Promise.all([contact('one'), contact('two')]))).toBe(2);
});

test('a key is its sender’s own', async () => {
  expect(
    await added(async () => {
      await contact('shared');
      await contact('shared', {}, 'pori-coach-2');
    }),
  ).toBe(2);
});

test('a key that comes back with something else is refused, and nothing is done', async () => {
  await contact('taken');
  expect(
    await added(async () => {
      expect(await contact('taken', { kind: 'message' })).toMatchObject({
        status: 422,
        body: { type: '/problems/key-reused' },
      });
    }),
  ).toBe(0);
});

describe('sent with other words after an answer that was lost', () => {
  const instead = async (of: string, key: string, more: object = {}) => {
    const headers = { authorization: 'Bearer pori-coach', 'idempotency-key': key, 'instead-of': of };
    const url = `/api/clients/${client.clientId}/referrals/${client.referralId}/contacts`;
    const answer = await app.inject({ method: 'POST', url, payload: { kind: 'call', ...more }, headers });
    return { status: answer.statusCode, body: answer.json() };
  };

  test('it tells what was done before, which stands once; sent again it stands beside it', async () => {
    const first = await contact('lost');
    expect(
      await added(async () => {
        expect(await instead('lost', 'other-words', { note: 'Muut sanat.' })).toMatchObject({
          status: 409,
          body: { type: '/problems/done-before', answer: { contactId: first.body.contactId } },
        });
      }),
    ).toBe(0);
    expect(await added(() => contact('other-words', { note: 'Muut sanat.' }))).toBe(1);
  });

  test('what was not done is done no more when it arrives late, and what came in its place is done once', async () => {
    expect(
      await added(async () => {
        expect((await instead('late', 'in-its-place')).status).toBe(200);
        expect((await instead('late', 'in-its-place')).status).toBe(200);
        expect(await contact('late', { kind: 'message' })).toMatchObject({
          status: 422,
          body: { type: '/problems/key-reused' },
        });
      }),
    ).toBe(1);
  });

  test('both on their way at once, one of them is done', async () => {
    for (const n of [1, 2, 3]) {
      const more = await added(() =>
        Promise.all([contact(`early-${n}`), instead(`early-${n}`, `later-${n}`, { note: 'Muut.' })]),
      );
      expect(more).toBe(1);
    }
  });

  test('others’ keys are not put aside, and what is no key is told', async () => {
    await contact('theirs', {}, 'pori-coach-2');
    expect((await instead('theirs', 'mine')).status).toBe(200);
    expect((await contact('theirs', {}, 'pori-coach-2')).status).toBe(200);
    const wrong = await instead('two words', 'fine');
    expect([wrong.status, wrong.body.errors]).toMatchObject([400, [{ field: 'Instead-Of' }]]);
  });
});

test('what was refused may be tried again with the same key', async () => {
  expect((await contact('mended', { heldOn: '2021-07-01' })).status).toBe(422);
  expect((await contact('mended', { heldOn: '2021-06-10' })).status).toBe(200);
});

test('a key that is none is told by its name', async () => {
  for (const key of ['', 'two words', 'ä'.repeat(3), 'x'.repeat(201)]) {
    const answer = await contact(key);
    expect([key, answer.status]).toEqual([key, 400]);
    expect(answer.body.errors).toMatchObject([{ field: 'Idempotency-Key' }]);
  }
});

test('a newcomer registered by three presses at once is one client', async () => {
  const newcomer = {
    client: { familyName: 'Kolmesti', givenNames: 'Koe' },
    service: 'open-work',
    source: 'own-contact',
    kind: 'own-contact',
    receivedOn: '2021-06-16',
  };
  const answers = await Promise.all([1, 2, 3].map(() => send('/api/referrals', newcomer, null, 'pori-social-worker')));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from client_client where family_name = 'Kolmesti'`.execute(db.owner);
  expect(rows[0]?.n).toBe(1);
});

test('a kept answer is read by its own sender alone, and cleared away when it is old', async () => {
  await contact('old');
  await sql`update platform_gesture set done_at = now() - interval '3 days' where key = 'key old'`.execute(db.owner);
  const rowsOfOldKey = async () =>
    (await sql`select from platform_gesture where key = 'key old'`.execute(db.owner)).rows.length;
  expect(await rowsOfOldKey()).toBe(1);
  await contact('new', {}, 'pori-coach-2');
  expect(await rowsOfOldKey()).toBe(0);
  const seen = await db.app.transaction().execute(async (tx) => {
    await enterAs(tx, world.who('pori-social-worker'), {
      purpose: 'none',
      today: world.today,
      now: world.house().clock.now(),
    });
    return (await sql`select from platform_gesture where worker_id = ${world.workerId('pori-coach')}`.execute(tx)).rows;
  });
  expect(seen).toEqual([]);
});

describe('what is kept of a change, to answer it again', () => {
  const kept = async () =>
    (await sql<{ text: string }>`select to_jsonb(g)::text as text from platform_gesture g`.execute(db.owner)).rows
      .map(({ text }) => text)
      .join(' ');

  test('is no half of a password in plain words, though either half is told once more to whoever sends it again', async () => {
    const staff = `/api/staff/${world.workerId('pori-planner')}/account`;
    const ask = () => send(staff, { username: 'leena.heino' }, 'opens', 'pori-administrator');
    const confirm = () => send(`${staff}/password/decision`, { outcome: 'confirmed' }, 'confirms', 'pori-manager');
    for (const half of [ask, confirm]) {
      const [first, again] = [await half(), await half()];
      expect([first.status, again]).toEqual([200, first]);
      expect(first.body.half).toMatch(/^[a-z]{4}(-[a-z]{4})+$/);
      expect(await kept()).not.toContain(first.body.half);
    }
  });

  test('is no sum of what was sent that anybody could try identity codes against', async () => {
    const input = { familyName: 'Summa', givenNames: 'Sirkka', identityCode: '131052-308T' };
    expect((await send('/api/clients', input, 'sum', 'pori-social-worker')).status).toBe(200);
    const { rows } = await sql<{ hash: Buffer }>`
      select input_hash as hash from platform_gesture where key = 'key sum'`.execute(db.owner);
    const said = registerClient.input.parse(input);
    const sum = createHash('sha256')
      .update(JSON.stringify(['registerClient', said]))
      .digest();
    expect(rows.map(({ hash }) => hash.equals(sum))).toEqual([false]);
  });

  test('answers nobody where the key has changed since, and is not done twice', async () => {
    const url = `/api/clients/${client.clientId}/referrals/${client.referralId}/contacts`;
    await contact('rotated');
    await sql`update platform_gesture set answer = jsonb_build_object('sealed', 'AAAA') where key = 'key rotated'`.execute(
      db.owner,
    );
    expect(await added(async () => expect((await send(url, { kind: 'call' }, 'rotated')).status).toBe(422))).toBe(0);
  });
});
