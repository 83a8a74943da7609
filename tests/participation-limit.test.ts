import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { markAttendance } from '../src/casework/attendance/acts.ts';
import { claimOfMonth, participationOutlook, stateClaimFile } from '../src/casework/participation/acts.ts';
import { daysTakenBy, outlookFrom } from '../src/casework/participation/rules.ts';
import { place } from '../src/casework/placement/acts.ts';
import { addDays, type Day, day } from '../src/kernel/day.ts';
import { daysOverLimit } from '../src/law/act-2001-189.ts';
import { newId } from '../src/server/id.ts';
import { enterAs } from '../src/server/perform.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { type InRehabilitation, inRehabilitation, marked } from './rehabilitating.ts';
import { makeWorld, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
let elsewhere: { readonly offering: string; readonly group: string };

beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  elsewhere = { offering: newId(), group: newId() };
  const { id, unitId } = world.rauma;
  await sql`insert into organiser_offering (id, organiser_id, service, provision_mode, during)
    values (${elsewhere.offering}, ${id}, 'rehabilitative-work', 'own', '[2010-01-01,)')`.execute(db.owner);
  await sql`insert into organiser_group (id, organiser_id, unit_id, service, name, during)
    values (${elsewhere.group}, ${id}, ${unitId}, 'rehabilitative-work', 'Paja', '[2010-01-01,)')`.execute(db.owner);
});
afterAll(() => db.close());

const everyDay = (from: string, count: number): Day[] => Array.from({ length: count }, (_, n) => addDays(day(from), n));

/** Days of the same person with another organiser, as before a succession: where they are is no matter of this one. */
async function takenElsewhere({ clientId }: InRehabilitation, days: readonly Day[], from = '2019-01-01') {
  const [other, relationship, placement] = [newId(), newId(), newId()];
  const { id } = world.rauma;
  await sql`insert into client_client (id, organiser_id, person_id, family_name, given_names)
    select ${other}, ${id}, person_id, family_name, given_names from client_client where id = ${clientId}`.execute(
    db.owner,
  );
  await sql`insert into relationship_relationship (id, organiser_id, client_id, service, offering_id, during)
    values (${relationship}, ${id}, ${other}, 'rehabilitative-work', ${elsewhere.offering}, ${`[${from},)`})`.execute(
    db.owner,
  );
  await sql`insert into placement_placement (id, organiser_id, client_id, relationship_id, service, group_id, hours_a_day, during)
    values (${placement}, ${id}, ${other}, ${relationship}, 'rehabilitative-work', ${elsewhere.group}, 5, ${`[${from},)`})`.execute(
    db.owner,
  );
  await sql`insert into attendance_mark (organiser_id, client_id, placement_id, held_on, kind)
    select ${id}, ${other}, ${placement}, d, 'present' from unnest(${[...days]}::date[]) d`.execute(db.owner);
  return { clientId: other, placementId: placement };
}

/** The instructor answers for the client, and days of the week are agreed. */
async function agreedOn({ clientId, relationshipId, placementId }: InRehabilitation, weekdays: readonly number[]) {
  const whose = [world.work.id, clientId];
  await db.ownerPool.query(
    `insert into relationship_responsible (organiser_id, client_id, relationship_id, worker_id, role, during)
     select $1, $2, r.id, $4, 'official', r.during from relationship_relationship r where r.id = $3`,
    [...whose, relationshipId, world.workerId('work-instructor')],
  );
  await db.ownerPool.query(
    `insert into placement_slot (organiser_id, client_id, placement_id, weekday, half, during)
     select $1, $2, p.id, w, 'am', p.during from placement_placement p, unnest($4::int[]) w where p.id = $3`,
    [...whose, placementId, [...weekdays]],
  );
}

describe('days beyond the law’s twelve months', () => {
  test('are in no claim of the state, whichever organiser has had the days before, and are told by client and day', async () => {
    const over = await inRehabilitation(db, world, { familyName: 'Ylinen' });
    await takenElsewhere(over, everyDay('2020-11-01', 170));
    await marked(db, world, over, everyDay('2021-05-03', 10));
    const within = await inRehabilitation(db, world, { familyName: 'Alinen' });
    await marked(db, world, within, ['2021-05-03', '2021-05-04']);
    const claim = await world.perform(claimOfMonth, { month: '2021-05' }, 'work-finance');
    expect(claim).toMatchObject({ days: 10, overDays: 2, amount: 10_090 });
    expect(claim.clients.map(({ name, days, over: tooMany }) => [name.split(' ')[0], days.length, tooMany])).toEqual([
      ['Alinen', 2, []],
      ['Ylinen', 8, ['2021-05-11', '2021-05-12']],
    ]);
    const file = await world.perform(stateClaimFile, { month: '2021-05' }, 'work-finance');
    const lines = Buffer.from(file.bytes).toString('utf8').trim().split('\n');
    expect(lines[2]).toMatch(/^Ylinen [^;]*;8;80,72.€;2;.*;"?11\.5\.2021, 12\.5\.2021"?$/);
    expect(lines.at(-1)).toMatch(/^Yhteensä;10;100,90.€;2;/);
    for (const worker of ['work-instructor', 'work-social-worker'] as const)
      expect(await world.refusal(claimOfMonth, { month: '2021-05' }, worker)).toBe('not-allowed');
  });

  test('are the same by the database as by the law, whatever days were taken', async () => {
    const who = await inRehabilitation(db, world, { familyName: 'Satunnainen' });
    const other = await takenElsewhere(who, []);
    // Around the turn from 230 to 178 days, the leap day among them.
    const first = day('2019-10-01');
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 0, max: 620 }), { minLength: 150, maxLength: 480, size: 'max' }),
        fc.integer({ min: 1, max: 4 }),
        async (numbers, share) => {
          const days = numbers.map((n) => addDays(first, n));
          const mine = days.filter((_, n) => n % 4 < share);
          await sql`delete from attendance_mark where client_id in (${who.clientId}, ${other.clientId})`.execute(
            db.owner,
          );
          await marked(db, world, who, mine);
          await sql`insert into attendance_mark (organiser_id, client_id, placement_id, held_on, kind)
            select ${world.rauma.id}, ${other.clientId}, ${other.placementId}, d, 'present'
            from unnest(${days.filter((_, n) => n % 4 >= share)}::date[]) d`.execute(db.owner);
          const { rows } = await db.app.transaction().execute(async (tx) => {
            await enterAs(tx, world.who('work-finance'), {
              purpose: 'money',
              today: world.today,
              now: world.house().clock.now(),
            });
            return sql<{
              on: Day;
            }>`select held_on as on from participation_over_limit(array[${world.work.id}::uuid], '[2019-01-01,2022-01-01)') o
              where o.person_id = (select person_id from client_client where id = ${who.clientId}) order by 1`.execute(
              tx,
            );
          });
          expect(rows.map(({ on }) => on)).toEqual(daysOverLimit(days));
        },
      ),
      { numRuns: 25 },
    );
  });

  test('are known to nobody but whoever keeps the organiser’s money or figures', async () => {
    const seen = await db.app.transaction().execute(async (tx) => {
      await enterAs(tx, world.who('work-instructor'), {
        purpose: 'case',
        today: world.today,
        now: world.house().clock.now(),
      });
      return sql`select from participation_over_limit(array[${world.work.id}::uuid], '[2019-01-01,2022-01-01)')`.execute(
        tx,
      );
    });
    expect(seen.rows).toHaveLength(0);
  });

  test('are not marked, also when most were taken with another organiser', async () => {
    const client = await inRehabilitation(db, world, { familyName: 'Ennenmuinoin' });
    await agreedOn(client, [3, 4]);
    await takenElsewhere(client, everyDay('2020-11-01', 178));
    const marks = [{ placementId: client.placementId, on: '2021-06-16', kind: 'present' as const }];
    expect(await world.problem(markAttendance, { marks }, 'work-instructor')).toMatchObject({
      type: '/problems/beyond-limit',
      errors: [{ field: 'marks.0.on', expected: '178 (189/2001:14)' }],
    });
  });

  test('nor is a day too many in a calendar week', async () => {
    const client = await inRehabilitation(db, world, { familyName: 'Viikkonen' });
    await agreedOn(client, [3, 4]);
    await takenElsewhere(client, ['2021-06-14', '2021-06-15', '2021-06-18'].map(day));
    const mark = (on: string) => ({ placementId: client.placementId, on, kind: 'present' as const });
    await world.perform(markAttendance, { marks: [mark('2021-06-16')] }, 'work-instructor');
    expect(await world.problem(markAttendance, { marks: [mark('2021-06-17')] }, 'work-instructor')).toMatchObject({
      type: '/problems/beyond-week',
      errors: [{ field: 'marks.0.on', expected: '4 (189/2001:13b)' }],
    });
  });

  test('are told when a client is placed: what the person’s other records take of the week counts', async () => {
    const client = await inRehabilitation(db, world, { familyName: 'Toisaalla', from: '2021-01-01' });
    await agreedOn(client, [1]);
    const { placementId } = await takenElsewhere(client, [], '2021-01-01');
    await db.ownerPool.query(
      `insert into placement_slot (organiser_id, client_id, placement_id, weekday, half, during)
       select p.organiser_id, p.client_id, p.id, w, 'am', p.during from placement_placement p, unnest(array[2, 3]) w where p.id = $1`,
      [placementId],
    );
    const wanted = (weekdays: readonly (3 | 4 | 5)[]) => ({
      clientId: client.clientId,
      relationshipId: client.relationshipId,
      groupId: Object.values(world.work.groups)[0] as string,
      slots: weekdays.map((weekday) => ({ weekday, half: 'pm' as const })),
      hoursADay: 4,
      from: '2021-06-21',
    });
    expect(await world.refusal(place, wanted([4, 5]), 'work-instructor')).toBe('too-many-days');
    const placed = await world.perform(place, wanted([4]), 'work-instructor');
    expect(placed.limitBrokenOn).not.toBeNull();
  });
});

describe('when one plans', () => {
  test('the days that the law has left are told, and until when each rhythm keeps within it', async () => {
    const client = await inRehabilitation(db, world, { familyName: 'Suunniteltu' });
    await agreedOn(client, [3]);
    await takenElsewhere(client, everyDay('2021-01-04', 100));
    await marked(db, world, client, ['2021-06-16']);
    const outlook = await world.perform(
      participationOutlook,
      { clientId: client.clientId, from: '2021-07-01' },
      'work-instructor',
    );
    expect(outlook.taken).toEqual({ from: '2020-06-18', days: 101, most: 178, left: 77 });
    expect(outlook.rhythms.map(({ daysAWeek }) => daysAWeek)).toEqual([1, 2, 3, 4]);
    expect(outlook.rhythms[0]?.brokenOn).toBeNull();
    // 75 days are left after the two Wednesdays that are agreed until then: Thursday 1.7., 18 weeks, a Monday and a Tuesday.
    expect(outlook.rhythms[3]?.brokenOn).toBe('2021-11-10');
  });

  test('a rhythm is judged after what was taken and what is agreed until then', () => {
    const today = day('2021-06-17');
    const taken = everyDay('2020-12-01', 178);
    expect(daysTakenBy(today, taken)).toMatchObject({ days: 178, left: 0 });
    expect(outlookFrom(today, taken, [], today).map(({ brokenOn }) => brokenOn)).toEqual([
      '2021-06-21',
      '2021-06-21',
      '2021-06-21',
      '2021-06-17',
    ]);
    // A year later none of it counts.
    expect(outlookFrom(day('2022-06-17'), taken, [], today)[0]?.brokenOn).toBeNull();
  });

  test('more than are allowed is never told to be left', () => {
    expect(daysTakenBy(day('2021-06-17'), everyDay('2020-08-01', 200)).left).toBe(0);
  });
});
