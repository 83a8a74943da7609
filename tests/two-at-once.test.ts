/** Every act that records something new, done by two at once against the real server: with one gesture once, with two as it says here. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exitClient } from '../src/casework/exit/acts.ts';
import { withdrawReferral } from '../src/casework/referral/acts.ts';
import { allActs } from '../src/screens/app/registry.ts';
import { creating, type Ready, waysIn } from './creating.ts';
import { creatingLater } from './creating-later.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { serverOf } from './server-of.ts';
import { addSessions } from './signed-in.ts';
import { makeWorld, type WorkerName, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
let app: Awaited<ReturnType<typeof serverOf>>;
let ready: ReturnType<typeof creating>;
const workers = [
  ...(['pori-coach', 'pori-social-worker', 'pori-administrator', 'pori-manager', 'pori-finance'] as const),
  ...(['work-social-worker', 'work-finance'] as const),
];

beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  ready = { ...creating(world), ...creatingLater(world) };
  await addSessions(world, workers);
  app = await serverOf(world.house());
});
afterAll(async () => {
  await app?.close();
  await db?.close();
});

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>> | null;
}

async function send(name: string, { input, by }: Ready, key: string): Promise<Answer> {
  const act = allActs.find((one) => one.name === name);
  if (!act) throw new Error(`no act ${name}`);
  const rest: Record<string, unknown> = { ...input };
  const url = act.path.replace(/\{(\w+)\}/g, (_, field: string) => {
    const value = rest[field];
    delete rest[field];
    return String(value);
  });
  const headers = { authorization: `Bearer ${by satisfies WorkerName}`, 'idempotency-key': key };
  const answer = await app.inject({
    method: act.method as 'POST',
    url,
    headers,
    ...(act.method === 'DELETE' ? {} : { payload: rest }),
  });
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
}

async function doneHowOften(name: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from platform_audit where act = ${name}`.execute(
    db.owner,
  );
  return rows[0]?.n ?? 0;
}

/** Acts of which two are two, though they say the same; all others are done once, and the second is told why not. */
const twice: Readonly<Record<string, string>> = {
  registerClient:
    'two may have one name and birthday; the search before it and the list of likely duplicates tell of them',
  receiveReferral: 'as registering a client',
  recordContact: 'one calls twice a day',
  recordContactOnMatter: 'one calls twice a day',
  recordGroupMeeting: 'a group may meet twice a day',
  visitClient: 'it is a visit to the page, and the last one counts',
  resetPassword: 'each gives a password of its own, and the last one holds',
  unlockAccount: 'what is unlocked stays so',
  markAllPresent: 'who is marked is left as marked',
  protectAddress: 'a protection joins the one that there is',
  endRelationship: 'what ends on a day ends on that day',
  endPlacementsOf: 'what ends on a day ends on that day',
  cancelVisitsOf: 'what is cancelled stays so',
  leaveContactsOutside: 'what lies outside stays so',
  takeContactsIn: 'what lies inside stays so',
  settleCorrections: 'what is settled leaves nothing to settle',
};

/** Whoever is carried over leaves nobody behind for the other tests: it is done twice at once in races.test.ts. */
const elsewhere = ['carryOverClients'];

const recording = allActs.filter(
  ({ kind, method, edits, may }) =>
    kind === 'do' && method !== 'GET' && !edits && !(may.kind === 'role' && may.roles.length === 0),
);

test('whatever records something new is done by two at once here', () => {
  const names = recording.map(({ name }) => name);
  expect(names.filter((name) => !(name in ready) && !elsewhere.includes(name))).toEqual([]);
  expect([...Object.keys(ready), ...Object.keys(twice), ...elsewhere].filter((name) => !names.includes(name))).toEqual(
    [],
  );
});

/** What came of it: done, or why not. */
const cameOf = ({ status, body }: Answer): string => (status < 300 ? 'done' : String(body?.type ?? status));

const here = recording.filter(({ name }) => !elsewhere.includes(name)).map(({ name }) => name);
describe('of two at once', () => {
  test.each(here)('%s', async (name) => {
    const prepare = ready[name] as () => Promise<Ready>;
    const one = await prepare();
    const before = await doneHowOften(name);
    const same = await Promise.all([1, 2].map(() => send(name, one, `same-${name}`)));
    const again = await send(name, one, `same-${name}`);
    expect(same.map(cameOf), JSON.stringify(same)).toEqual(['done', 'done']);
    expect(same).toEqual([again, again]);
    expect(await doneHowOften(name)).toBe(before + 1);

    const other = await prepare();
    const apart = await Promise.all([1, 2].map((n) => send(name, other, `apart-${n}-${name}`)));
    const done = apart.filter((answer) => cameOf(answer) === 'done').length;
    expect(done, JSON.stringify(apart)).toBe(name in twice ? 2 : 1);
    for (const answer of apart) {
      expect(answer.status).toBeLessThan(500);
      // The second is told what stands in the way, and not only that something does.
      expect(cameOf(answer)).not.toMatch(/conflict$|went-wrong/);
    }
  });
});

/** What may be done from one state: each pair of it at once ends as the one after the other would. */
const states: Readonly<Record<string, (ways: ReturnType<typeof waysIn>) => Promise<Readonly<Record<string, Ready>>>>> =
  {
    'a matter': async ({ referred, grantOf }) => {
      const matter = await referred();
      const by = 'pori-social-worker';
      return {
        decide: { by, input: await grantOf(matter) },
        withdrawReferral: { by, input: await world.looked(withdrawReferral, { ...matter, on: '2021-06-17' }, by) },
        beginAssessment: { by, input: { ...matter, begunOn: '2021-06-17' } },
        hearClient: { by, input: { ...matter, about: 'Aiotaan evätä.', respondByOn: '2021-07-30', way: 'post' } },
        recordContactOnMatter: { by, input: { ...matter, kind: 'call' } },
      };
    },
    'a service': async ({ atWork }) => {
      const { clientId, relationshipId, placementId } = await atWork();
      const by = 'pori-social-worker';
      const at = { clientId, relationshipId };
      const mark = { placementId, on: '2021-06-16', kind: 'present', reason: null, seen: null };
      return {
        exitClient: {
          by,
          input: await world.looked(
            exitClient,
            { ...at, lastDay: '2021-06-10', reason: 'employed', destination: 'paid-work' },
            by,
          ),
        },
        agreeBreak: { by, input: { ...at, reason: 'loma', during: { from: '2021-06-14', to: '2021-06-21' } } },
        endPlacement: { by, input: { clientId, placementId, on: '2021-06-12' } },
        markAttendance: { by: 'pori-coach', input: { marks: [mark] } },
        planVisit: { by: 'pori-coach', input: { ...at, kind: 'meeting', dueOn: '2021-06-20' } },
        recordContact: { by: 'pori-coach', input: { ...at, kind: 'call', heldOn: '2021-06-17' } },
        makeAgreement: {
          by: 'pori-coach',
          input: { clientId, placementId, tasks: 'A', hours: 'ma', during: { from: '2021-06-01', to: '2021-12-31' } },
        },
      };
    },
  };

const pairs = Object.entries({
  'a matter': ['decide', 'withdrawReferral', 'beginAssessment', 'hearClient', 'recordContactOnMatter'],
  'a service': [
    'exitClient',
    'agreeBreak',
    'endPlacement',
    'markAttendance',
    'planVisit',
    'recordContact',
    'makeAgreement',
  ],
}).flatMap(([state, names]) =>
  names.flatMap((one, n) => names.slice(n + 1).map((other) => [one, other, state] as const)),
);

describe('what excludes each other', () => {
  let n = 0;
  test.each(pairs)('%s and %s at once end as one after the other, of %s', async (one, other, state) => {
    const begin = states[state];
    if (!begin) throw new Error(`no state ${state}`);
    const fresh = () => begin(waysIn(world));
    const doIt = async (inputs: Readonly<Record<string, Ready>>, name: string) =>
      cameOf(await send(name, inputs[name] as Ready, `pair-${++n}`));
    const [first, second, both] = [await fresh(), await fresh(), await fresh()];
    const inOrder = [await doIt(first, one), await doIt(first, other)];
    const turned = [await doIt(second, other), await doIt(second, one)].reverse();
    const atOnce = await Promise.all([doIt(both, one), doIt(both, other)]);
    expect([inOrder, turned]).toContainEqual(atOnce);
    expect([inOrder, turned].flat().join()).not.toMatch(/wrong-input|not-found|went-wrong/);
  });
});
