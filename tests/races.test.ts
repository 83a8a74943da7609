/** Acts on several clients, months and records at once with acts on one of them, against the real server: one after the other, or told. */
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { placements } from '../src/casework/agreement/acts.ts';
import { markAttendance } from '../src/casework/attendance/acts.ts';
import { compensationMonth } from '../src/casework/compensation/acts.ts';
import { decisionFrame } from '../src/casework/decision/acts.ts';
import { exitClient } from '../src/casework/exit/acts.ts';
import { ownSetup } from '../src/casework/organiser/acts.ts';
import { setRate } from '../src/casework/rate/acts.ts';
import { addDays, day } from '../src/kernel/day.ts';
import { zDone } from '../src/kernel/seen.ts';
import { allActs } from '../src/screens/app/registry.ts';
import { act, signedIn } from '../src/server/act.ts';
import { newId } from '../src/server/id.ts';
import { perform } from '../src/server/perform.ts';
import { type Input, waysIn } from './creating.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { inRehabilitation } from './rehabilitating.ts';
import { brokenIn, serverOf } from './server-of.ts';
import { addSessions } from './signed-in.ts';
import { type PartTaken, partAtWorkplace, takingPart } from './taking-part.ts';
import { makeWorld, type WorkerName, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
let app: FastifyInstance;
let broken: readonly string[];
const coach = 'pori-coach';
const official = 'pori-social-worker';
const workers = [
  ...(['pori-coach', 'pori-coach-2', 'pori-social-worker', 'pori-administrator', 'pori-manager'] as const),
  ...(['pori-finance', 'work-instructor', 'work-instructor-2', 'work-social-worker'] as const),
];
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  await addSessions(world, workers);
  app = await serverOf(world.house());
  broken = brokenIn(app);
});
afterAll(async () => {
  await app?.close();
  await db?.close();
});

interface Sent {
  readonly status: number;
  /** Done, or why not. */
  readonly came: string;
  readonly body: Readonly<Record<string, unknown>>;
}

let key = 0;
async function send(name: string, input: Input, by: WorkerName): Promise<Sent> {
  const act = allActs.find((one) => one.name === name);
  if (!act) throw new Error(`no act ${name}`);
  const payload: Record<string, unknown> = { ...input };
  const url = act.path.replace(/\{(\w+)\}/g, (_, field: string) => {
    const value = payload[field];
    delete payload[field];
    return String(value);
  });
  const headers = { authorization: `Bearer ${by}`, 'idempotency-key': `race-${++key}` };
  const sent = act.method === 'GET' ? {} : { payload };
  const answer = await app.inject({ method: act.method as 'POST', url, headers, ...sent });
  const body = answer.body === '' ? {} : answer.json();
  return { status: answer.statusCode, came: answer.statusCode < 300 ? 'done' : String(body.type), body };
}

/** All at once; each is answered, and nothing breaks. */
async function atOnce(...sent: readonly (readonly [string, Input, WorkerName])[]): Promise<string[]> {
  const answers = await Promise.all(sent.map(([name, input, by]) => send(name, input, by)));
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  expect(broken).toEqual([]);
  return answers.map(({ came }) => came);
}

const oneOf = <T>(rows: readonly T[]): T => {
  const [row] = rows;
  if (row === undefined) throw new Error('nothing was found');
  return row;
};
const count = async (query: ReturnType<typeof sql<{ n: number }>>) => oneOf((await query.execute(db.owner)).rows).n;
const marksOf = ({ placementId }: PartTaken, on: string) =>
  count(sql`select count(*)::int as n from attendance_mark where placement_id = ${placementId} and held_on = ${on}`);
const marked = async ({ placementId }: PartTaken, on: string) =>
  (
    await sql<{
      kind: string;
    }>`select kind from attendance_mark where placement_id = ${placementId} and held_on = ${on}`.execute(db.owner)
  ).rows[0]?.kind ?? null;
const mark = ({ placementId }: PartTaken, on: string, kind: string | null, seen: string | null): Input => ({
  marks: [{ placementId, on, kind, reason: kind === 'absent' ? 'sick' : null, seen }],
});

let no = 0;
/** Clients at one workplace. */
async function atOnePlace(clients: number) {
  const { workplaceId } = await partAtWorkplace(world, `Kilpa ${++no}`);
  const parts: PartTaken[] = [];
  for (let n = 0; n < clients; n++) parts.push(await takingPart(world, { service: 'open-work', workplaceId }));
  return { workplaceId, parts };
}

describe('closing a month', () => {
  const rate = { kind: 'open-work-allowance', employerId: null, amount: 1200, paidHolidayDays: 0, rule: 'Lautakunta' };
  const always = { from: '2021-01-01', to: null };

  test.each([
    ['2021-03', 'a mark is made', null, 'present'],
    ['2021-04', 'a mark is taken back', 'present', null],
    ['2021-05', 'a mark is corrected', 'present', 'absent'],
  ] as const)(
    '%s while %s: what it closed and what is corrected say together what is marked',
    async (month, _, before, after) => {
      await world.perform(setRate, { ...rate, during: always } as never, 'pori-finance').catch(() => undefined);
      const { parts } = await atOnePlace(3);
      const on = `${month}-17`;
      // A workday, whatever the month.
      const held = [6, 7].includes(new Date(on).getUTCDay() || 7) ? addDays(day(on), 2) : on;
      for (const one of parts)
        if (before) await world.perform(markAttendance, mark(one, held, before, null) as never, coach);
      const seen = before ? 'present::' : 'none';
      const came = await atOnce(
        ['closeMonth', { month }, 'pori-finance'],
        ...parts.map((one) => ['markAttendance', mark(one, held, after, seen), coach] as const),
      );
      expect(came).toEqual(['done', 'done', 'done', 'done']);
      const settled = await send('settleCorrections', { month }, 'pori-finance');
      expect(settled.came).toBe('done');
      const { corrections } = await world.perform(compensationMonth, { month }, 'pori-finance');
      expect(corrections).toEqual({ reverse: [], write: [] });
      const { rows } = await sql<{ owed: number }>`
      select coalesce(sum(amount_cents), 0)::int as owed
        from compensation_line l where earned_on = ${held} and kind = 'open-work-allowance' and reverses_id is null
          and not exists (select from compensation_line r where r.reverses_id = l.id)
          and client_id = any(${parts.map(({ clientId }) => clientId)}::uuid[])`.execute(db.owner);
      expect(rows[0]?.owed).toBe(after === 'present' ? 3 * 1200 : 0);
    },
  );

  test('twice at once: one closes it', async () => {
    const came = await atOnce(
      ['closeMonth', { month: '2021-02' }, 'pori-finance'],
      ['closeMonth', { month: '2021-02' }, 'pori-finance'],
    );
    expect(came.filter((one) => one === 'done').length).toBeLessThanOrEqual(1);
  });
});

describe('a placement', () => {
  test('that is ended and changed at once is one of them, and the other is told', async () => {
    for (let n = 0; n < 4; n++) {
      const { clientId, placementId } = oneOf((await atOnePlace(1)).parts);
      const { placements: before } = await world.perform(placements, { clientId }, coach);
      const change = { from: '2021-06-21', slots: [{ weekday: 2, half: 'am' }], seen: before[0]?.version };
      const came = await atOnce(
        ['endPlacement', { clientId, placementId, on: '2021-07-01', seen: null }, coach],
        ['changePlacement', { clientId, placementId, ...change }, official],
      );
      expect(came).toContain('done');
      const { placements: after } = await world.perform(placements, { clientId }, coach);
      const days = after.map(({ during }) => during).toSorted((a, b) => (a.from < b.from ? -1 : 1));
      for (const [i, { to }] of days.slice(0, -1).entries()) expect(to && to <= (days[i + 1]?.from ?? '')).toBe(true);
    }
  });

  test('that is ended by two on two days ends on one, and the other is told of it', async () => {
    const { clientId, placementId } = oneOf((await atOnePlace(1)).parts);
    const came = await atOnce(
      ['endPlacement', { clientId, placementId, on: '2021-08-01', seen: null }, coach],
      ['endPlacement', { clientId, placementId, on: '2021-07-01', seen: null }, official],
    );
    expect(came.filter((one) => one === 'done')).toHaveLength(1);
    expect(came).toContain('/problems/not-seen');
  });
});

describe('marking all present', () => {
  const on = '2021-06-16';

  test('and marking one absent: the absence stands, and nothing is written over unsaid', async () => {
    for (let n = 0; n < 4; n++) {
      const { workplaceId, parts } = await atOnePlace(3);
      const [one, ...others] = parts as [PartTaken, ...PartTaken[]];
      const [all, single] = await atOnce(
        ['markAllPresent', { workplaceId, on }, coach],
        ['markAttendance', mark(one, on, 'absent', 'none'), 'pori-coach-2'],
      );
      expect(all).toBe('done');
      expect([single, await marked(one, on)]).toEqual(
        single === 'done' ? ['done', 'absent'] : ['/problems/changed-meanwhile', 'present'],
      );
      for (const other of others) expect(await marksOf(other, on)).toBe(1);
    }
  });

  test('and a break, or an end before the day, of one: the others are marked all the same', async () => {
    for (const [act, more] of [
      ['agreeBreak', { reason: 'loma', during: { from: '2021-06-14', to: '2021-06-21' } }],
      ['endPlacement', { on: '2021-06-14', seen: null }],
      ['exitClient', { lastDay: '2021-06-10', reason: 'employed', destination: 'paid-work' }],
    ] as const) {
      const { workplaceId, parts } = await atOnePlace(3);
      const [{ clientId, relationshipId, placementId }, ...others] = parts as [PartTaken, ...PartTaken[]];
      const at = act === 'endPlacement' ? { clientId, placementId } : { clientId, relationshipId };
      const [all, single] = await atOnce(
        ['markAllPresent', { workplaceId, on }, coach],
        [
          act,
          act === 'exitClient' ? await world.looked(exitClient, { ...at, ...more }, official) : { ...at, ...more },
          official,
        ],
      );
      expect([act, all]).toEqual([act, 'done']);
      for (const other of others) expect([act, await marked(other, on)]).toEqual([act, 'present']);
      expect([act, single, await marksOf(oneOf(parts), on)]).toEqual([act, single, single === 'done' ? 0 : 1]);
    }
  });

  test('twice at once marks each once', async () => {
    const { workplaceId, parts } = await atOnePlace(3);
    const both = await Promise.all(
      [coach, 'pori-coach-2'].map((by) => send('markAllPresent', { workplaceId, on }, by as WorkerName)),
    );
    expect(both.map(({ came }) => came)).toEqual(['done', 'done']);
    expect(both.flatMap(({ body }) => body.marked as unknown[])).toHaveLength(3);
    for (const one of parts) expect(await marksOf(one, on)).toBe(1);
  });
});

test('days of rehabilitative work that two mark at two places are no more than the law lets be, together', async () => {
  for (let n = 0; n < 3; n++) {
    const first = await inRehabilitation(db, world, { from: '2021-03-01', hoursADay: 4 });
    const second = newId();
    await sql`insert into placement_placement (id, organiser_id, client_id, relationship_id, service, group_id, hours_a_day, during)
      select ${second}, organiser_id, client_id, relationship_id, service, group_id, hours_a_day, during
      from placement_placement where id = ${first.placementId}`.execute(db.owner);
    for (const [id, weekdays] of [
      [first.placementId, [1, 2]],
      [second, [3, 4, 5]],
    ] as const)
      await sql`insert into placement_slot (organiser_id, client_id, placement_id, weekday, half, during)
        select organiser_id, client_id, id, w, 'am', during from placement_placement, unnest(${[...weekdays]}::int[]) w where id = ${id}`.execute(
        db.owner,
      );
    const marks = (placementId: string, days: readonly string[]) => ({
      marks: days.map((on) => ({ placementId, on, kind: 'present', reason: null, seen: 'none' })),
    });
    const came = await atOnce(
      ['markAttendance', marks(first.placementId, ['2021-06-07', '2021-06-08']), 'work-instructor'],
      ['markAttendance', marks(second, ['2021-06-09', '2021-06-10', '2021-06-11']), 'work-instructor'],
    );
    expect(came).toContain('done');
    const days = await count(
      sql`select count(*)::int as n from attendance_mark where client_id = ${first.clientId} and kind = 'present'`,
    );
    expect([came, days <= 4]).toEqual([came, true]);
  }
});

describe('a meeting of a group', () => {
  test('and an exit of one of it: all were there, or it is told that not all were', async () => {
    for (let n = 0; n < 3; n++) {
      const { parts } = await atOnePlace(2);
      const one = oneOf(parts);
      const relationshipIds = parts.map(({ relationshipId }) => relationshipId);
      const left = { lastDay: '2021-06-15', reason: 'employed', destination: 'paid-work' };
      const came = await atOnce(
        ['recordGroupMeeting', { relationshipIds, heldOn: '2021-06-16' }, coach],
        [
          'exitClient',
          await world.looked(
            exitClient,
            { clientId: one.clientId, relationshipId: one.relationshipId, ...left },
            official,
          ),
          official,
        ],
      );
      const held = await count(
        sql`select count(*)::int as n from coaching_contact where relationship_id = any(${relationshipIds}::uuid[])`,
      );
      expect(came.join()).not.toMatch(/conflict|not-found/);
      expect([came[0], held]).toEqual([came[0], came[0] === 'done' ? 2 : 0]);
    }
  });
});

describe('handing over', () => {
  const moveOf = async (clientId: string, toId: string) => {
    const { rows } = await sql<{ id: string }>`select id from relationship_responsible where client_id = ${clientId}
      order by lower(during) desc limit 1`.execute(db.owner);
    return { id: oneOf(rows).id, role: 'coach', toId };
  };

  test('several clients, and an exit, another name or another hand-over of one of them: each ends with one answer a day', async () => {
    for (const act of ['exitClient', 'nameResponsible', 'handOverClients'] as const) {
      const { parts } = await atOnePlace(3);
      const toId = world.workerId('pori-coach-2');
      const moves = await Promise.all(parts.map(({ clientId }) => moveOf(clientId, toId)));
      const workerId = world.workerId(coach);
      const during = { from: '2021-07-01', to: null };
      const { clientId, relationshipId } = parts.at(-1) as PartTaken;
      const other = {
        exitClient: await world.looked(
          exitClient,
          { clientId, relationshipId, lastDay: '2021-06-16', reason: 'employed', destination: 'paid-work' },
          official,
        ),
        nameResponsible: { clientId, relationshipId, workerId: toId, from: '2021-07-01', seen: null },
        handOverClients: { workerId, during, moves: moves.toReversed() },
      }[act];
      const came = await atOnce(
        ['handOverClients', { workerId, during, moves }, 'pori-manager'],
        [act, other, act === 'handOverClients' ? 'pori-administrator' : official],
      );
      expect([act, came.join()]).not.toEqual([act, expect.stringMatching(/conflict/)]);
      expect([act, came]).toEqual([act, expect.arrayContaining(['done'])]);
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from relationship_responsible
        where client_id = any(${parts.map((one) => one.clientId)}::uuid[]) and during @> '2021-06-10'::date group by client_id`.execute(
        db.owner,
      );
      expect(rows.map(({ n }) => n)).toEqual([1, 1, 1]);
    }
  });
});

describe('joining two records', () => {
  const personsOf = (ids: readonly string[]) =>
    count(sql`select count(distinct person_id)::int as n from client_client where id = any(${[...ids]}::uuid[])`);
  const records = (n: number) =>
    Promise.all(Array.from({ length: n }, () => world.refer({ familyName: 'Rinnakkain' })));

  test('while either is written: both are done, and nothing of the writing is lost', async () => {
    const [a, b] = await records(2);
    const [clientId, otherId] = [a?.clientId ?? '', b?.clientId ?? ''];
    const seen = async (id: string) => String((await send('client', { clientId: id }, official)).body.version);
    const change = async (id: string, familyName: string) =>
      ['changeClient', { clientId: id, familyName, seen: await seen(id) }, official] as const;
    const came = await atOnce(
      ['joinRecords', { clientId, otherId }, official],
      await change(clientId, 'Rinnakkain-Yksi'),
      await change(otherId, 'Rinnakkain-Kaksi'),
      ['protectAddress', { clientId: otherId, during: { from: '2021-06-17', to: '2022-06-17' } }, official],
    );
    expect(came).toEqual(['done', 'done', 'done', 'done']);
    expect(await personsOf([clientId, otherId])).toBe(1);
    const { rows } = await sql<{ name: string }>`select family_name as name from client_client
      where id = any(${[clientId, otherId]}::uuid[]) order by 1`.execute(db.owner);
    expect(rows.map(({ name }) => name)).toEqual(['Rinnakkain-Kaksi', 'Rinnakkain-Yksi']);
  });

  test('two joins that cross make one person of all, and two that separate what they join break nothing', async () => {
    const ids = (await records(4)).map(({ clientId }) => clientId);
    const [a = '', b = '', c = '', d = ''] = ids;
    const came = await atOnce(
      ['joinRecords', { clientId: a, otherId: b }, official],
      ['joinRecords', { clientId: b, otherId: a }, official],
      ['joinRecords', { clientId: c, otherId: d }, official],
      ['joinRecords', { clientId: d, otherId: a }, official],
    );
    expect(came.filter((one) => one !== 'done').every((one) => one === '/problems/one-person-already')).toBe(true);
    expect(await personsOf(ids)).toBe(1);
    await atOnce(
      ['separateRecords', { clientId: a, recordIds: [b] }, official],
      ['joinRecords', { clientId: b, otherId: c }, official],
      ['separateRecords', { clientId: c, recordIds: [a] }, official],
    );
    expect(await count(sql`select count(*)::int as n from client_client where id = any(${ids}::uuid[])`)).toBe(4);
  });
});

describe('a setting of the organiser', () => {
  test('and a decision by it at once: the decision is made, or told why not', async () => {
    const { clientId, referralId } = await waysIn(world).referred();
    const decision = await waysIn(world).grantOf({ clientId, referralId });
    const { provisions } = await world.perform(decisionFrame, { clientId, referralId }, official);
    expect(provisions.length).toBeGreaterThan(0);
    const { offerings } = await world.perform(ownSetup, {}, 'pori-administrator');
    const one = oneOf(offerings.filter(({ service }) => service === 'open-work'));
    const until = { offeringId: one.id, during: { from: one.during.from, to: '2031-12-31' }, seen: one.version };
    const came = await atOnce(
      ['decide', decision, official],
      [
        'setRate',
        {
          kind: 'meal-charge',
          employerId: null,
          amount: 500,
          paidHolidayDays: 0,
          rule: 'Lautakunta',
          during: { from: '2021-07-01', to: null },
          seen: null,
        },
        'pori-finance',
      ],
      ['changeOffering', until, 'pori-administrator'],
    );
    expect(came[0]).toBe('done');
  });

  test('a workplace that ends while somebody is placed there: one of them', async () => {
    for (let n = 0; n < 3; n++) {
      const { workplaceId } = await partAtWorkplace(world, `Päättyvä ${n}`);
      const { clientId, relationshipId } = await waysIn(world).begun();
      const slots = [{ weekday: 1, half: 'am' }];
      const came = await atOnce(
        ['endWorkplace', { workplaceId, on: '2021-06-18', seen: null }, coach],
        ['place', { clientId, relationshipId, workplaceId, slots, from: '2021-06-17' }, official],
      );
      expect(came.filter((one) => one === 'done')).toHaveLength(1);
    }
  });
});

describe('carrying clients over', () => {
  test('twice at once, and while one of them is decided on, marked and written to: nothing breaks, nobody goes over twice', async () => {
    const { parts } = await atOnePlace(3);
    const countyId = newId();
    await sql`insert into organiser_organiser (id, code, kind, name_fi, name_sv, name_en, register_from_on, during)
      values (${countyId}, 'kilpa-hva', 'wellbeing-services-county', 'Hyvinvointialue', 'Välfärdsområde', 'County', '2021-06-01', '[2021-01-01,)')`.execute(
      db.owner,
    );
    const { rows } = await sql<{ id: string }>`insert into organiser_succession (predecessor_id, successor_id, from_on)
      values (${world.pori.id}, ${countyId}, '2021-06-01') returning id`.execute(db.owner);
    const successionId = oneOf(rows).id;
    const [one, two, three] = parts as [PartTaken, PartTaken, PartTaken];
    const came = await atOnce(
      ['carryOverClients', { successionId }, 'pori-administrator'],
      ['carryOverClients', { successionId }, 'pori-administrator'],
      ['markAttendance', mark(one, '2021-05-25', 'present', 'none'), coach],
      [
        'recordContact',
        { clientId: two.clientId, relationshipId: two.relationshipId, kind: 'call', heldOn: '2021-05-20' },
        coach,
      ],
      [
        'endPlacement',
        { clientId: three.clientId, placementId: three.placementId, on: '2021-05-28', seen: null },
        coach,
      ],
    );
    expect(came.slice(0, 2)).toContain('done');
    const carried = await count(sql`select count(distinct old_id)::int as n from carrying_row
      where succession_id = ${successionId} and thing = 'client_client'`);
    const there = await count(sql`select count(*)::int as n from client_client where organiser_id = ${countyId}`);
    expect([there > 0, there]).toEqual([true, carried]);
  });
});

test.each([
  [2, 'done'],
  [3, '40P01'],
] as const)('what the database undid %i times to let another through ends %s', async (times, ends) => {
  let tries = 0;
  const undone = act({
    name: 'undoneAtFirst',
    method: 'POST',
    path: '/api/undone-at-first',
    says: 'Do something that the database undoes at first',
    input: z.strictObject({}),
    output: zDone,
    may: signedIn('none'),
    audited: { change: () => ({}) },
    refuses: {},
    run: async ({ tx }) => {
      tries += 1;
      if (tries <= times)
        await sql`do $$ begin raise exception 'waited for each other' using errcode = '40P01'; end $$`.execute(tx);
      return { done: true as const };
    },
  });
  const came = await perform(world.house(), undone, {}, { who: world.who(coach), language: 'fi' }).then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );
  expect([tries, came]).toEqual([3, ends]);
});
