/** What was marked stands in the way of ending or changing what it stands on; the days are named and can be taken along. */
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changePlacement } from '../src/casework/agreement/acts.ts';
import {
  agreeBreakWithMarks,
  attendanceOf,
  changePlacementWithMarks,
  endPlacementWithMarks,
  markAttendance,
} from '../src/casework/attendance/acts.ts';
import { closeMonth, compensationMonth } from '../src/casework/compensation/acts.ts';
import { endWorkplace } from '../src/casework/employer/acts.ts';
import { exitClient, moveClient } from '../src/casework/exit/acts.ts';
import { endPlacement, endPlacementsOf } from '../src/casework/placement/acts.ts';
import { agreeBreak, endBreak, endRelationship } from '../src/casework/relationship/acts.ts';
import { day } from '../src/kernel/day.ts';
import { migrate, ourFolders } from '../src/server/database/migrate.ts';
import { newId } from '../src/server/id.ts';
import { type FreshDatabase, freshDatabase, temporaryFolder } from './database.ts';
import { type PartTaken, partAtWorkplace, takingPart } from './taking-part.ts';
import { makeWorld, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
let workplaceId: string;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  ({ workplaceId } = await partAtWorkplace(world, 'Satametalli'));
});
afterAll(() => db.close());

const marked = ['2021-06-14', '2021-06-15', '2021-06-16'];
const named = '14.6.2021, 15.6.2021, 16.6.2021';
const days = marked.map((from, n) => ({ from, to: marked[n + 1] ?? '2021-06-17' }));

async function attending(on: readonly string[] = marked): Promise<PartTaken> {
  const client = await takingPart(world, { service: 'open-work', workplaceId });
  const marks = on.map((one) => ({ placementId: client.placementId, on: one, kind: 'present' as const }));
  if (marks.length > 0) await world.perform(markAttendance, { marks }, 'pori-coach');
  return client;
}

async function marksOf({ clientId }: PartTaken): Promise<[string, string][]> {
  const query = { clientId, from: '2021-03-01', to: '2021-07-01' };
  const { marks } = await world.perform(attendanceOf, query, 'pori-coach');
  return marks.map(({ heldOn, placementId }) => [heldOn, placementId] as [string, string]).toSorted();
}

const part = { slots: [{ weekday: 2 as const, half: 'am' as const }] };
const broken = { reason: 'other', during: { from: '2021-06-15', to: '2021-06-17' } };

describe('days that are marked', () => {
  test('stand in the way of ending their placement, and are named', async () => {
    const { relationshipId, ...client } = await attending();
    const ending = { ...client, on: '2021-06-15' };
    expect(await world.problem(endPlacement, ending, 'pori-coach')).toMatchObject({
      type: '/problems/days-marked',
      status: 409,
      detail: '15.6.2021, 16.6.2021',
      days: days.slice(1),
    });
    const all = { clientId: client.clientId, relationshipId, on: '2021-06-01' };
    expect(await world.problem(endPlacementsOf, all, 'pori-coach')).toMatchObject({ detail: named, days });
    await world.perform(endPlacement, { ...client, on: '2021-06-17' }, 'pori-coach');
    expect(await marksOf({ relationshipId, ...client })).toHaveLength(3);
  });

  test('stand in the way of other half-days from a day before them', async () => {
    const { clientId, placementId } = await attending();
    const change = { clientId, placementId, from: '2021-06-01', ...part };
    expect(await world.problem(changePlacement, change, 'pori-coach')).toMatchObject({ detail: named, days });
  });

  test('stand in the way of an exit and of a move, which leave all as it was', async () => {
    const { clientId, relationshipId, placementId } = await attending();
    const exit = { clientId, relationshipId, lastDay: '2021-06-14', reason: 'own-wish', destination: 'home' } as const;
    expect(await world.problem(exitClient, exit, 'pori-coach')).toMatchObject({
      type: '/problems/days-marked',
      days: days.slice(1),
    });
    const move = { clientId, relationshipId, lastDay: '2021-06-14', toRelationshipId: relationshipId };
    expect(await world.refusal(moveClient, move, 'pori-coach')).toBe('days-marked');
    expect(await marksOf({ clientId, relationshipId, placementId })).toHaveLength(3);
  });

  test('stand in the way of a break over them, told in the language of who asks', async () => {
    const { clientId, relationshipId } = await attending();
    const pause = { clientId, relationshipId, ...broken };
    expect(await world.problem(agreeBreak, pause, 'pori-coach')).toMatchObject({
      type: '/problems/days-marked',
      detail: '15.6.2021, 16.6.2021',
    });
    const before = { ...pause, during: { from: '2021-06-07', to: '2021-06-14' } };
    const { pauseId } = await world.perform(agreeBreak, before, 'pori-coach');
    const longer = { clientId, pauseId, on: '2021-06-16' };
    expect(await world.problem(endBreak, longer, 'pori-coach')).toMatchObject({ detail: '14.6.2021, 15.6.2021' });
  });

  test('are held by the database too, from both sides', async () => {
    const { clientId, placementId } = await attending();
    const cut = sql`update placement_placement set during = '[2021-03-01,2021-06-01)' where id = ${placementId}`;
    await sql`delete from placement_slot where placement_id = ${placementId}`.execute(db.owner);
    await expect(cut.execute(db.owner)).rejects.toMatchObject({ constraint: 'attendance_mark_within_placement' });
    const outside = sql`insert into attendance_mark (organiser_id, client_id, placement_id, held_on, kind)
      values (${world.pori.id}, ${clientId}, ${placementId}, '2021-02-01', 'present')`;
    await expect(outside.execute(db.owner)).rejects.toMatchObject({ constraint: 'attendance_mark_within_placement' });
    await sql`alter table placement_placement disable trigger attendance_mark_within_placement`.execute(db.owner);
    await expect(cut.execute(db.owner)).rejects.toMatchObject({ constraint: 'attendance_mark_within_placement' });
    await sql`alter table placement_placement enable trigger attendance_mark_within_placement`.execute(db.owner);
  });

  test('cannot be made within a break', async () => {
    const { clientId, relationshipId, placementId } = await attending([]);
    await world.perform(agreeBreak, { clientId, relationshipId, ...broken }, 'pori-coach');
    const mark = sql`insert into attendance_mark (organiser_id, client_id, placement_id, held_on, kind)
      values (${world.pori.id}, ${clientId}, ${placementId}, '2021-06-15', 'present')`;
    await expect(mark.execute(db.owner)).rejects.toMatchObject({ constraint: 'attendance_mark_outside_pause' });
  });
});

describe('taken along, they', () => {
  test('go to the placement with other half-days, each as it was marked', async () => {
    const client = await attending();
    const { clientId, placementId } = client;
    const change = { clientId, placementId, from: '2021-06-15', ...part };
    const changed = await world.perform(changePlacementWithMarks, change, 'pori-coach');
    expect(changed.marksMoved).toBe(2);
    expect(await marksOf(client)).toEqual([
      ['2021-06-14', placementId],
      ['2021-06-15', changed.placementId],
      ['2021-06-16', changed.placementId],
    ]);
  });

  test('are taken back when their placement ends', async () => {
    const { relationshipId, ...client } = await attending();
    const ended = await world.perform(endPlacementWithMarks, { ...client, on: '2021-06-15' }, 'pori-coach');
    expect(ended).toEqual({ marksTakenBack: 2 });
    expect(await marksOf({ relationshipId, ...client })).toEqual([['2021-06-14', client.placementId]]);
  });

  test('are taken back by a break, and by an exit that says so', async () => {
    const client = await attending();
    const { clientId, relationshipId, placementId } = client;
    const pause = { clientId, relationshipId, ...broken };
    expect((await world.perform(agreeBreakWithMarks, pause, 'pori-coach')).marksTakenBack).toBe(2);
    const exit = { clientId, relationshipId, lastDay: '2021-06-11', reason: 'own-wish', destination: 'home' } as const;
    expect(await world.problem(exitClient, exit, 'pori-coach')).toMatchObject({ days: days.slice(0, 1) });
    await world.perform(exitClient, { ...exit, takeMarksBack: true }, 'pori-coach');
    const left = await sql`select from attendance_mark where placement_id = ${placementId}`.execute(db.owner);
    expect(left.rows).toEqual([]);
  });

  test('are reversed in money where they were paid, and paid anew by the placement that has them', async () => {
    const client = await attending(['2021-05-03', '2021-05-04']);
    const month = { month: '2021-05' };
    await world.perform(closeMonth, month, 'pori-finance');
    const { clientId, placementId } = client;
    const change = { clientId, placementId, from: '2021-05-04', ...part };
    const changed = await world.perform(changePlacementWithMarks, change, 'pori-coach');
    const { corrections } = await world.perform(compensationMonth, month, 'pori-finance');
    const messages = (lines: typeof corrections.write) => lines.map(({ earnedOn, amount }) => [earnedOn, amount]);
    expect(messages(corrections.reverse)).toEqual([['2021-05-04', -1200]]);
    expect(messages(corrections.write)).toEqual([['2021-05-04', 1200]]);
    await world.perform(
      endPlacementWithMarks,
      { clientId, placementId: changed.placementId, on: '2021-05-05' },
      'pori-coach',
    );
    const after = await world.perform(compensationMonth, month, 'pori-finance');
    expect(messages(after.corrections.write)).toEqual([['2021-05-04', 1200]]);
  });
});

describe('a database of before', () => {
  test('keeps its marks: one outside goes to the placement that has its day, or is taken back', async () => {
    const old = await freshDatabase({ empty: true });
    const folder = temporaryFolder();
    try {
      const folders = { migrations: join(folder.path, 'migrations'), views: join(folder.path, 'views') };
      for (const path of Object.values(folders)) mkdirSync(path);
      for (const name of readdirSync(ourFolders.migrations).filter((one) => one < '0032'))
        cpSync(join(ourFolders.migrations, name), join(folders.migrations, name));
      await migrate(old.ownerUrl, folders);
      const [organiser, client, relationship, ended, next] = Array.from({ length: 5 }, newId);
      const [unit, group, offering] = Array.from({ length: 3 }, newId);
      await old.ownerPool.query(`
        insert into organiser_organiser (id, code, kind, name_fi, name_sv, name_en, register_from_on, during)
          values ('${organiser}', 'a', 'municipality', 'A', 'A', 'A', '2021-01-01', '[2021-01-01,)');
        insert into organiser_municipality values ('609', 'Pori', 'Björneborg');
        insert into organiser_service values ('open-work', 'a', 'a', 'a', 1);
        insert into organiser_offering (id, organiser_id, service, provision_mode, during)
          values ('${offering}', '${organiser}', 'open-work', 'own', '[2021-01-01,)');
        insert into organiser_unit (id, organiser_id, name, kind, municipality_code, during)
          values ('${unit}', '${organiser}', 'U', 'workshop', '609', '[2021-01-01,)');
        insert into organiser_group (id, organiser_id, unit_id, service, name, during)
          values ('${group}', '${organiser}', '${unit}', 'open-work', 'G', '[2021-01-01,)');
        insert into client_client (id, organiser_id, family_name, given_names)
          values ('${client}', '${organiser}', 'Aalto', 'Aino');
        insert into relationship_relationship (id, organiser_id, client_id, service, offering_id, during)
          values ('${relationship}', '${organiser}', '${client}', 'open-work', '${offering}', '[2021-01-01,)');
        insert into placement_placement (id, organiser_id, client_id, relationship_id, service, group_id, during) values
          ('${ended}', '${organiser}', '${client}', '${relationship}', 'open-work', '${group}', '[2021-01-01,2021-03-01)'),
          ('${next}', '${organiser}', '${client}', '${relationship}', 'open-work', '${group}', '[2021-03-01,2021-04-01)');
        insert into attendance_mark (organiser_id, client_id, placement_id, held_on, kind) values
          ('${organiser}', '${client}', '${ended}', '2021-02-01', 'present'),
          ('${organiser}', '${client}', '${ended}', '2021-03-01', 'present'),
          ('${organiser}', '${client}', '${ended}', '2021-05-03', 'present'),
          ('${organiser}', '${client}', '${ended}', '2021-03-02', 'present'),
          ('${organiser}', '${client}', '${next}', '2021-03-02', 'present');`);
      await migrate(old.ownerUrl, ourFolders);
      const { rows } = await old.ownerPool.query(
        `select held_on::text as "heldOn", placement_id as of from attendance_mark order by held_on`,
      );
      expect(rows).toEqual([
        { heldOn: '2021-02-01', of: ended },
        { heldOn: '2021-03-01', of: next },
        { heldOn: '2021-03-02', of: next },
      ]);
      const before = await old.ownerPool.query(
        `select held_on::text as "heldOn", held::text from attendance_mark_history order by held_on`,
      );
      expect(before.rows).toEqual([
        { heldOn: '2021-03-01', held: '[2021-03-01,2021-03-02)' },
        { heldOn: '2021-03-02', held: '[2021-03-02,2021-03-03)' },
        { heldOn: '2021-05-03', held: '[2021-05-03,2021-05-04)' },
      ]);
    } finally {
      folder[Symbol.dispose]();
      await old.close();
    }
  });
});

test('a mark made again as it was makes no old version', async () => {
  const { placementId } = await attending();
  const marks = [{ placementId, on: '2021-06-14', kind: 'present' as const }];
  await world.perform(markAttendance, { marks }, 'pori-coach', day('2021-06-18'));
  await sql`update attendance_mark set meal = meal where placement_id = ${placementId}`.execute(db.owner);
  const { rows } = await sql`select from attendance_mark_history where placement_id = ${placementId}`.execute(db.owner);
  expect(rows).toEqual([]);
});

test('whatever else lies within days that are shortened is named in the same way: a placement in its relationship and at its workplace', async () => {
  const { clientId, relationshipId } = await attending([]);
  expect(
    await world.problem(endRelationship, { clientId, relationshipId, on: '2021-06-15' }, 'pori-coach'),
  ).toMatchObject({ detail: '1.3.2021 alkaen', days: [{ from: '2021-03-01', to: null }] });
  expect(await world.problem(endWorkplace, { workplaceId, on: '2021-06-15' }, 'pori-coach')).toMatchObject({
    detail: expect.stringContaining('1.3.2021 alkaen'),
  });
});

test('what is written over unchanged, or only with what follows of it, and then taken away at once is kept as it was known', async () => {
  const { placementId } = await attending();
  await db.owner.transaction().execute(async (tx) => {
    await sql`update attendance_mark set kind = kind where placement_id = ${placementId}`.execute(tx);
    await sql`update attendance_mark set kind = 'absent', reason = 'sick' where placement_id = ${placementId} and held_on = ${marked[0]}::date`.execute(
      tx,
    );
    await sql`delete from attendance_mark where placement_id = ${placementId}`.execute(tx);
  });
  const { rows } =
    await sql`select held_on as on, kind from attendance_mark_history where placement_id = ${placementId} order by 1`.execute(
      db.owner,
    );
  // What was written within the transaction alone was never known to anybody.
  expect(rows).toEqual(marked.map((on) => ({ on, kind: 'present' })));
});
