/** A running server whose machine's clock steps back, passes midnight, and changes between summer and winter time. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type DayAndInstant, steadyClock } from '../src/kernel/clock.ts';
import { dayOfInstant } from '../src/kernel/day.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { serverOf } from './server-of.ts';
import { addSessions } from './signed-in.ts';
import { type PartTaken, takingPart } from './taking-part.ts';
import { makeWorld, type WorkerName, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
let part: PartTaken;
let app: Awaited<ReturnType<typeof serverOf>>;
let machine = '2021-06-17T09:00:00.000Z';

/** The clock of a server that has just been started. */
const read = (): DayAndInstant => ({ today: dayOfInstant(machine), now: machine });
let clock = steadyClock(read);
beforeEach(() => {
  clock = steadyClock(read);
});

beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  part = await takingPart(world, { service: 'work-activity', group: 'work-activity', familyName: 'Aalto' });
  await addSessions(world, ['pori-coach', 'pori-instructor', 'pori-social-worker', 'pori-manager']);
  app = await serverOf({ ...world.house(), clock: { today: () => clock.today(), now: () => clock.now() } });
});
afterAll(async () => {
  await app?.close();
  await db?.close();
});

async function ask(method: 'GET' | 'POST', url: string, by: WorkerName, payload?: object, key?: string) {
  const headers = { authorization: `Bearer ${by}`, ...(key === undefined ? {} : { 'idempotency-key': key }) };
  const answer = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json(), day: answer.headers.day };
}

const contact = (referral: { clientId: string; referralId: string }, key: string, more: object = {}) =>
  ask(
    'POST',
    `/api/clients/${referral.clientId}/referrals/${referral.referralId}/contacts`,
    'pori-social-worker',
    { kind: 'call', ...more },
    key,
  );

const kinds = ['sick', 'child-sick', 'job-interview', 'unexcused', 'other-accepted', 'service-closed'] as const;

/** Corrects one mark again and again, the machine showing another instant at each; what was acknowledged, oldest first. */
async function correct(on: string, instants: readonly string[]): Promise<string[]> {
  const done: string[] = [];
  let seen: string | null = null;
  for (const [n, instant] of instants.entries()) {
    machine = instant;
    const reason = kinds[n % kinds.length] as string;
    const marks = [{ placementId: part.placementId, on, kind: 'absent', reason, seen }];
    const { status, body } = await ask('POST', '/api/attendance', 'pori-instructor', { marks });
    expect([instant, status]).toEqual([instant, 200]);
    seen = body.saved?.[0]?.version ?? `absent:${reason}:`;
    done.push(reason);
  }
  return done;
}

async function versionsOf(on: string): Promise<{ reason: string; knownFrom: string; knownUntil: string | null }[]> {
  const { body } = await ask(
    'GET',
    `/api/clients/${part.clientId}/attendance/${part.placementId}/${on}`,
    'pori-instructor',
  );
  return body.versions;
}

test.each([
  ['seconds and minutes', '2021-06-10', ['10:00:30', '10:00:25', '10:00:26', '09:50:00', '10:00:30', '10:00:31']],
  ['midnight', '2021-06-11', ['20:59:59', '21:00:01', '20:59:57', '21:00:02', '21:00:03', '20:58:00']],
])('history keeps each version that was acknowledged while the clock steps back by %s', async (_, on, times) => {
  const done = await correct(
    on,
    times.map((time) => `2021-06-17T${time}.000Z`),
  );
  const versions = await versionsOf(on);
  expect(versions.map(({ reason }) => reason)).toEqual(done);
  for (const [n, version] of versions.entries()) {
    expect(version.knownUntil).toBe(versions[n + 1]?.knownFrom ?? null);
    if (version.knownUntil !== null) expect(Date.parse(version.knownFrom) <= Date.parse(version.knownUntil)).toBe(true);
  }
});

test.each([
  // Half past three comes twice, and the wall goes back; half past three does not come at all.
  [
    'autumn',
    '2021-10-29',
    ['2021-10-31T00:30:00.000Z', '2021-10-31T00:59:59.999Z', '2021-10-31T01:00:00.000Z', '2021-10-31T01:30:00.000Z'],
  ],
  [
    'spring',
    '2022-03-25',
    ['2022-03-27T00:30:00.000Z', '2022-03-27T00:59:59.999Z', '2022-03-27T01:00:00.000Z', '2022-03-27T01:30:00.000Z'],
  ],
])('history keeps each version over the hour at which the clocks change in %s', async (_, on, instants) => {
  const done = await correct(on, instants);
  const versions = await versionsOf(on);
  expect(versions.map(({ reason }) => reason)).toEqual(done);
  expect(versions.map(({ knownFrom }) => new Date(knownFrom).toISOString())).toEqual(instants);
});

test('a gesture is one, sent again over midnight and where the clock stepped back; what is of today is of the day on which it came', async () => {
  machine = '2021-06-16T20:59:59.500Z';
  const of = await world.refer({ receivedOn: '2021-06-01' });
  const first = await contact(of, 'over-midnight');
  expect([first.status, first.day]).toEqual([200, '2021-06-16']);
  machine = '2021-06-16T21:00:00.500Z';
  const again = await contact(of, 'over-midnight');
  expect([again.status, again.body, again.day]).toEqual([200, first.body, '2021-06-17']);
  const next = await contact(of, 'after-midnight', { note: 'uusi' });
  machine = '2021-06-16T20:59:58.000Z';
  expect((await contact(of, 'over-midnight')).body).toEqual(first.body);
  // The page shows the new day already: it is not in the future because the clock went back.
  expect((await contact(of, 'of-the-new-day', { heldOn: '2021-06-17', note: 'tänään' })).status).toBe(200);
  const { rows } = await sql<{ id: string; held_on: string }>`
    select id, held_on::text from coaching_contact where client_id = ${of.clientId} order by recorded`.execute(
    db.owner,
  );
  expect(rows.map(({ held_on }) => held_on)).toEqual(['2021-06-16', '2021-06-17', '2021-06-17']);
  expect(rows.map(({ id }) => id).slice(0, 2)).toEqual([first.body.contactId, next.body.contactId]);
});

test('a change without a key, done again after the clock went back, is another one', async () => {
  machine = '2021-06-17T09:00:00.000Z';
  const of = await world.refer({ receivedOn: '2021-06-01' });
  const url = `/api/clients/${of.clientId}/referrals/${of.referralId}/contacts`;
  const one = await ask('POST', url, 'pori-social-worker', { kind: 'call' });
  // What was done a moment ago is of the future since the machine's clock was set back.
  await sql`update platform_gesture set done_at = clock_timestamp() + interval '10 minutes'`.execute(db.owner);
  const other = await ask('POST', url, 'pori-social-worker', { kind: 'call' });
  expect([one.status, other.status]).toEqual([200, 200]);
  expect(other.body.contactId).not.toBe(one.body.contactId);
});

test('a page hears when its day ends, on the nights on which the clocks change too', async () => {
  for (const [instant, today, seconds] of [
    ['2021-06-17T20:59:30.000Z', '2021-06-17', 30],
    ['2021-03-28T00:30:00.000Z', '2021-03-28', 20.5 * 3600],
    ['2021-10-31T00:30:00.000Z', '2021-10-31', 21.5 * 3600],
  ] as const) {
    clock = steadyClock(read);
    machine = instant;
    const { body, day } = await ask('GET', '/api/session', 'pori-coach');
    expect([body.today, body.dayEndsIn, day]).toEqual([today, seconds, today]);
  }
});

test('whoever was away for as long as a session is kept is out, though a clock that went back has seen them in the future', async () => {
  const seen = (when: string) =>
    sql`update platform_session set seen_at = now() + ${when}::interval, ends_at = now() + interval '11 hours'
      where token_hash = sha256('pori-manager')`.execute(db.owner);
  await seen('2 hours');
  expect((await ask('GET', '/api/session', 'pori-manager')).status).toBe(200);
  const { rows } = await sql<{ ahead: boolean }>`
    select seen_at > now() as ahead from platform_session where token_hash = sha256('pori-manager')`.execute(db.owner);
  expect(rows).toEqual([{ ahead: false }]);
  await seen('-61 minutes');
  expect((await ask('GET', '/api/session', 'pori-manager')).status).toBe(401);
});
