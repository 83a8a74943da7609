import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { type PartTaken, partAtWorkplace, takingPart } from '../../../tests/taking-part.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { addDays, day } from '../../kernel/day.ts';
import { newId } from '../../server/id.ts';
import { addEmployer } from '../employer/acts.ts';
import { endPlacement } from '../placement/acts.ts';
import { agreeBreak } from '../relationship/acts.ts';
import {
  attendanceGrid,
  attendanceOf,
  attendancePlaces,
  markAllPresent,
  markAttendance,
  markVersions,
} from './acts.ts';

let db: FreshDatabase;
let world: World;
let groupId: string;
let aalto: PartTaken;
let berg: PartTaken;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  groupId = world.pori.groups['work-activity'] as string;
  const centre = { service: 'work-activity', group: 'work-activity' } as const;
  aalto = await takingPart(world, { ...centre, familyName: 'Aalto', meal: true });
  berg = await takingPart(world, { ...centre, familyName: 'Berg', weekdays: [1, 3] });
});
afterAll(() => db.close());

const week = { from: '2021-06-14', to: '2021-06-21' } as const;
const grid = (days: { from: string; to: string } = week) =>
  world.perform(attendanceGrid, { groupId, ...days }, 'pori-instructor');
const mark = (marks: Parameters<typeof world.perform<typeof markAttendance>>[1]['marks'], today = world.today) =>
  world.perform(markAttendance, { marks }, 'pori-instructor', today);
const refused = (marks: Parameters<typeof world.perform<typeof markAttendance>>[1]['marks']) =>
  world.refusal(markAttendance, { marks }, 'pori-instructor');
async function cellOf({ placementId }: PartTaken, on: string) {
  const { rows } = await grid({ from: on, to: addDays(day(on), 1) });
  return rows.find((row) => row.placementId === placementId)?.cells[0];
}

describe('a group’s grid', () => {
  test('has a row for each placement of its days, and says what is not marked', async () => {
    const { rows, notMarked } = await grid();
    expect(rows.map(({ name }) => name)).toEqual(['Aalto Väinö', 'Berg Väinö']);
    expect(rows[1]?.cells.map(({ state }) => state)).toEqual([
      'agreed',
      'none',
      'agreed',
      'none',
      'none',
      'none',
      'none',
    ]);
    // Thursday is today: Aalto has four days that have come, Berg two.
    expect(notMarked).toBe(6);
  });

  test('follows the placements of each day: who left is in the weeks before, and in none after', async () => {
    const left = await takingPart(world, { service: 'work-activity', group: 'work-activity', familyName: 'Crane' });
    await world.perform(
      endPlacement,
      { clientId: left.clientId, placementId: left.placementId, on: '2021-06-09' },
      'pori-social-worker',
    );
    const has = async (from: string, to: string) =>
      (await grid({ from, to })).rows.some(({ placementId }) => placementId === left.placementId);
    expect(await has('2021-06-07', '2021-06-14')).toBe(true);
    expect(await has('2021-06-14', '2021-06-21')).toBe(false);
  });

  test('says an agreed break and a public holiday, and counts neither as not marked', async () => {
    const away = await takingPart(world, { service: 'day-activity', group: 'day-activity', familyName: 'Dahl' });
    await world.perform(
      agreeBreak,
      {
        clientId: away.clientId,
        relationshipId: away.relationshipId,
        reason: 'other',
        during: { from: '2021-06-14', to: '2021-06-16' },
      },
      'pori-social-worker',
    );
    const day2 = await world.perform(
      attendanceGrid,
      { groupId: world.pori.groups['day-activity'] as string, ...week },
      'pori-instructor',
    );
    expect(day2.rows[0]?.cells.slice(0, 3).map(({ state }) => state)).toEqual(['paused', 'paused', 'agreed']);
    expect(day2.notMarked).toBe(2);
    // Ascension Day was a Thursday.
    expect(await cellOf(aalto, '2021-05-13')).toMatchObject({ state: 'closed' });
  });
});

describe('marking', () => {
  test('keeps many at once, and the last of two marks of one day', async () => {
    const on = day('2021-06-07');
    await mark([
      { placementId: aalto.placementId, on, kind: 'present', meal: true },
      { placementId: berg.placementId, on, kind: 'present' },
      { placementId: berg.placementId, on, kind: 'absent', reason: 'sick' },
    ]);
    expect(await cellOf(aalto, on)).toMatchObject({ mark: { kind: 'present', meal: true } });
    expect(await cellOf(berg, on)).toMatchObject({ mark: { kind: 'absent', reason: 'sick' } });
  });

  test('a correction, and a mark taken back, keep what was there before', async () => {
    const on = day('2021-06-02');
    const { clientId, placementId } = aalto;
    await mark([{ placementId, on, kind: 'present', meal: true }], day('2021-06-02'));
    await mark([{ placementId, on, kind: 'absent', reason: 'job-interview' }], day('2021-06-03'));
    await mark([{ placementId, on, kind: null }], day('2021-06-04'));
    const { versions } = await world.perform(markVersions, { clientId, placementId, on }, 'pori-instructor');
    expect(versions.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['present', null],
      ['absent', 'job-interview'],
    ]);
    expect(versions.every(({ knownUntil, markedBy }) => knownUntil !== null && markedBy === 'Salo Minna')).toBe(true);
    expect((await cellOf(aalto, on))?.mark).toBeNull();
  });

  test('the same mark again makes no new version', async () => {
    const { clientId, placementId } = aalto;
    const on = day('2021-06-01');
    for (const answer of ['2021-06-01', '2021-06-02'])
      await mark([{ placementId, on, kind: 'present', meal: true }], day(answer));
    const { versions } = await world.perform(markVersions, { clientId, placementId, on }, 'pori-instructor');
    expect(versions).toHaveLength(1);
  });

  test('is all or none, and names the mark that is in the way', async () => {
    const on = day('2021-06-15');
    const problem = await world.problem(
      markAttendance,
      {
        marks: [
          { placementId: aalto.placementId, on, kind: 'present' },
          { placementId: berg.placementId, on, kind: 'present' },
        ],
      },
      'pori-instructor',
    );
    expect(problem).toMatchObject({ status: 422, errors: [{ field: 'marks.1.on' }] });
    expect((await cellOf(aalto, on))?.mark).toBeNull();
  });

  test('tells presence only of days that have come, and a holiday ahead', async () => {
    const tomorrow = day('2021-06-18');
    const { placementId } = aalto;
    expect(await refused([{ placementId, on: tomorrow, kind: 'present' }])).toBe('not-yet');
    await mark([{ placementId, on: tomorrow, kind: 'holiday' }]);
    expect(await cellOf(aalto, tomorrow)).toMatchObject({ mark: { kind: 'holiday' } });
    expect(await refused([{ placementId: newId(), on: tomorrow, kind: 'holiday' }])).toBe('no-such-placement');
  });

  test.each<[string, unknown]>([
    ['no marks', []],
    ['a reason that there is not', [{ placementId: newId(), on: '2021-06-17', kind: 'absent', reason: 'rain' }]],
    ['a day that there is not', [{ placementId: newId(), on: '2021-02-30', kind: 'present' }]],
    ['a year too far', [{ placementId: newId(), on: '9999-01-01', kind: 'present' }]],
    ['no number', [{ placementId: Number.NaN, on: '2021-06-17', kind: 'present' }]],
    ['an empty sign in a key', [{ placementId: '\u0000', on: '2021-06-17', kind: 'present' }]],
    ['too many', Array.from({ length: 1001 }, () => ({ placementId: newId(), on: '2021-06-17', kind: null }))],
  ])('%s is a wrong input', async (_, marks) => {
    expect(await refused(marks as never)).toBe('wrong-input');
  });
});

describe('the whole group present', () => {
  test('marks those who have the day agreed and no mark yet, with the meal where one is charged', async () => {
    const on = day('2021-06-16');
    await mark([{ placementId: berg.placementId, on, kind: 'absent', reason: 'sick' }]);
    const { marked } = await world.perform(markAllPresent, { groupId, on }, 'pori-instructor');
    expect(marked.map(({ placementId }) => placementId)).toEqual([aalto.placementId]);
    expect(await cellOf(aalto, on)).toMatchObject({ mark: { kind: 'present', meal: true } });
    expect(await cellOf(berg, on)).toMatchObject({ mark: { kind: 'absent', reason: 'sick' } });
    expect((await world.perform(markAllPresent, { groupId, on }, 'pori-instructor')).marked).toEqual([]);
  });

  test('is of one place, and of a day that has come', async () => {
    const all = (input: object) => world.refusal(markAllPresent, input as never, 'pori-instructor');
    expect(await all({ groupId, on: '2021-06-18' })).toBe('not-yet');
    expect(await all({ on: '2021-06-17' })).toBe('choose-place');
    expect(await all({ groupId, everyWorkplace: true, on: '2021-06-17' })).toBe('choose-place');
    const months = { groupId, from: '2021-01-01', to: '2021-06-17' };
    expect(await world.refusal(attendanceGrid, months, 'pori-instructor')).toBe('too-many-days');
    expect(
      await world.refusal(attendanceGrid, { groupId, from: '2021-06-17', to: '2021-06-17' }, 'pori-instructor'),
    ).toBe('too-many-days');
  });
});

test('a coach has all workplaces in one grid, each row saying where', async () => {
  const one = await partAtWorkplace(world, 'Lähikauppa');
  const other = await partAtWorkplace(world, 'Pesula');
  await takingPart(world, { service: 'open-work', workplaceId: one.workplaceId, familyName: 'Ek' });
  await takingPart(world, { service: 'open-work', workplaceId: other.workplaceId, familyName: 'Fors' });
  const { rows } = await world.perform(attendanceGrid, { everyWorkplace: 'true', ...week }, 'pori-coach');
  expect(rows.map(({ place }) => place)).toEqual(['Lähikauppa, piste', 'Pesula, piste']);
  const { places } = await world.perform(attendancePlaces, {}, 'pori-coach');
  expect(
    places.filter(({ workplaceId }) => workplaceId !== null).map(({ name, due, marked }) => [name, due, marked]),
  ).toEqual([
    ['Lähikauppa, piste', 1, 0],
    ['Pesula, piste', 1, 0],
  ]);
});

test('a leader’s own group is told apart, with what is left today', async () => {
  const { places } = await world.perform(attendancePlaces, {}, 'pori-instructor');
  expect(places.find((place) => place.groupId === groupId)).toMatchObject({
    mine: true,
    leader: 'Salo Minna',
    due: 1,
    marked: 0,
  });
});

test('a client’s days are told newest first', async () => {
  const { clientId } = aalto;
  const { marks } = await world.perform(
    attendanceOf,
    { clientId, from: '2021-06-01', to: '2021-06-08' },
    'pori-social-worker',
  );
  expect(marks.map(({ heldOn }) => heldOn)).toEqual(['2021-06-07', '2021-06-01']);
});

test('sixty rows cost no more queries than one', async () => {
  const few = await statements(() => grid());
  await Promise.all(
    Array.from({ length: 6 }, (_, n) =>
      takingPart(world, { service: 'work-activity', group: 'work-activity', familyName: `Grön${n}` }),
    ),
  );
  expect(await statements(() => grid())).toBe(few);
});

/** How many statements an act sends. */
async function statements(run: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const heard = new Map<PoolClient, PoolClient['query']>();
  const acquired = (client: PoolClient) => {
    if (heard.has(client)) return;
    const real = client.query;
    heard.set(client, real);
    client.query = ((...rest: unknown[]) => {
      count++;
      return Reflect.apply(real, client, rest);
    }) as never;
  };
  db.appPool.on('acquire', acquired);
  await run();
  db.appPool.off('acquire', acquired);
  for (const [client, real] of heard) client.query = real;
  return count;
}

describe('rehabilitative work', () => {
  /** A client of the employment services with 178 days of the last twelve months marked, and agreed on Thursdays and Fridays. */
  async function nearLimit() {
    const employer = { name: 'Toivo', sector: 'association' as const, workplace: { name: 'Toivo, paja' } };
    const { workplaceId } = await world.perform(addEmployer, employer, 'work-instructor', day('2019-12-02'));
    const { clientId } = await world.refer({ organiser: 'work', service: 'rehabilitative-work' });
    const [relationshipId, placementId] = [newId(), newId()];
    const whose = [world.work.id, clientId];
    const during = '[2020-01-01,)';
    await db.ownerPool.query(
      `insert into relationship_relationship (id, organiser_id, client_id, service, offering_id, during) values ($3, $1, $2, 'rehabilitative-work', $4, $5)`,
      [...whose, relationshipId, world.work.offerings['rehabilitative-work'], during],
    );
    await db.ownerPool.query(
      `insert into relationship_responsible (organiser_id, client_id, relationship_id, worker_id, role, during) values ($1, $2, $3, $4, 'official', $5)`,
      [...whose, relationshipId, world.workerId('work-instructor'), during],
    );
    await db.ownerPool.query(
      `insert into placement_placement (id, organiser_id, client_id, relationship_id, service, workplace_id, during) values ($4, $1, $2, $3, 'rehabilitative-work', $5, $6)`,
      [...whose, relationshipId, placementId, workplaceId, during],
    );
    await db.ownerPool.query(
      `insert into placement_slot (organiser_id, client_id, placement_id, weekday, half, during) select $1, $2, $3, w, 'am', $4 from unnest(array[4, 5]) w`,
      [...whose, placementId, during],
    );
    await db.ownerPool.query(
      `insert into attendance_mark (organiser_id, client_id, placement_id, held_on, kind, marked_by_id)
       select $1, $2, $3, date '2020-07-01' + n, 'present', $4 from generate_series(0, 177) n`,
      [...whose, placementId, world.workerId('work-instructor')],
    );
    return placementId;
  }

  test('is marked on no day that is one too many for the law’s twelve months', async () => {
    const placementId = await nearLimit();
    const present = (on: string) => ({ marks: [{ placementId, on, kind: 'present' as const }] });
    expect(await world.problem(markAttendance, present('2021-06-17'), 'work-instructor')).toMatchObject({
      type: '/problems/beyond-limit',
      errors: [{ field: 'marks.0.on', expected: '178 (189/2001:14)' }],
    });
    const away = { marks: [{ placementId, on: '2021-06-17', kind: 'absent' as const, reason: 'sick' as const }] };
    expect(await world.perform(markAttendance, away, 'work-instructor')).toMatchObject({ marked: 1 });
    // In July the first of those days are more than twelve months back.
    expect(
      await world.perform(markAttendance, present('2021-07-08'), 'work-instructor', day('2021-07-08')),
    ).toMatchObject({
      marked: 1,
    });
  });
});
