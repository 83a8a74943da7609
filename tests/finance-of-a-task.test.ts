/** Finance whose post has some of the service tasks: its clients, months, lines, papers and files are of those alone. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  closeMonth,
  compensationLines,
  compensationMonth,
  compensationMonths,
  compensationOpenMonths,
  compensationStatement,
  settleCorrections,
} from '../src/casework/compensation/acts.ts';
import {
  claimOfMonth,
  participationMonth,
  participationSlip,
  stateClaimFile,
} from '../src/casework/participation/acts.ts';
import { newId } from '../src/server/id.ts';
import { enterAs } from '../src/server/perform.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { takingPart } from './taking-part.ts';
import { makeWorld, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
/** Clients by the services that they are in: work activity, rehabilitative work, both. */
const clients = { disability: '', 'working-age': '', both: '' };
const placements: Record<string, string> = {};
const month = '2021-05';
const by = 'pori-finance';

async function mark(clientId: string, placementId: string, on: string) {
  await sql`insert into attendance_mark (organiser_id, client_id, placement_id, held_on, kind)
    values (${world.pori.id}, ${clientId}, ${placementId}, ${on}, 'present')`.execute(db.owner);
}

beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  const [offeringId, groupId] = [newId(), newId()];
  await sql`insert into organiser_offering (id, organiser_id, service, provision_mode, during)
    values (${offeringId}, ${world.pori.id}, 'rehabilitative-work', 'own', '[2010-01-01,)')`.execute(db.owner);
  await sql`insert into organiser_group (id, organiser_id, unit_id, service, name, capacity, during)
    values (${groupId}, ${world.pori.id}, ${world.pori.unitId}, 'rehabilitative-work', 'Paja', 20, '[2010-01-01,)')`.execute(
    db.owner,
  );
  await sql`insert into rate_rate (organiser_id, kind, amount_cents, paid_holiday_days, rule, during)
    values (${world.pori.id}, 'activity-allowance', 900, 0, 'Lautakunnan päätös', '[2010-01-01,)')`.execute(db.owner);
  const inWork = async (familyName: string) =>
    takingPart(world, { service: 'work-activity', group: 'work-activity', familyName, weekdays: [1, 2] });
  const rehabilitated = async (clientId: string) => {
    const [relationshipId, placementId] = [newId(), newId()];
    await sql`insert into relationship_relationship (id, organiser_id, client_id, service, offering_id, during)
      values (${relationshipId}, ${world.pori.id}, ${clientId}, 'rehabilitative-work', ${offeringId}, '[2021-01-01,)')`.execute(
      db.owner,
    );
    await sql`insert into placement_placement (id, organiser_id, client_id, relationship_id, service, group_id, hours_a_day, during)
      values (${placementId}, ${world.pori.id}, ${clientId}, ${relationshipId}, 'rehabilitative-work', ${groupId}, 5, '[2021-01-01,)')`.execute(
      db.owner,
    );
    await sql`insert into client_benefit (organiser_id, client_id, benefit, main, during)
      values (${world.pori.id}, ${clientId}, 'social-assistance', true, '[2021-01-01,)')`.execute(db.owner);
    return placementId;
  };
  const [one, two] = [await inWork('Aalto'), await inWork('Cajander')];
  clients.disability = one.clientId;
  clients.both = two.clientId;
  placements.disability = one.placementId;
  placements['both, disability'] = two.placementId;
  clients['working-age'] = (await world.refer({ service: 'open-work', familyName: 'Berg' })).clientId;
  placements['working-age'] = await rehabilitated(clients['working-age']);
  placements['both, working-age'] = await rehabilitated(clients.both);
  await mark(clients.disability, placements.disability as string, '2021-05-03');
  await mark(clients['working-age'], placements['working-age'] as string, '2021-05-04');
  await mark(clients.both, placements['both, disability'] as string, '2021-05-10');
  await mark(clients.both, placements['both, working-age'] as string, '2021-05-12');
});
afterAll(() => db.close());

const paysFor = (tasks: string) =>
  sql`update worker_post set tasks = ${tasks}::text[] where worker_id = ${world.workerId(by)}`.execute(db.owner);

const kindsOf = (task: string) => ({ disability: 'work-share', 'working-age': 'activity-allowance' })[task];
const namesOf = { disability: ['Aalto', 'Cajander'], 'working-age': ['Berg', 'Cajander'] };
const surname = ({ name }: { name: string }) => name.split(' ')[0];

describe.each([
  ['disability', 'working-age'],
  ['working-age', 'disability'],
] as const)('finance of %s', (task, other) => {
  beforeAll(() => paysFor(`{${task}}`));

  test('opens months, accounts and lines of the own task alone', async () => {
    const { months } = await world.perform(compensationOpenMonths, {}, by);
    expect(months.find((one) => one.month === month)).toMatchObject({
      lines: 2,
      toClients: task === 'disability' ? 1074 : 1800,
    });
    const opened = await world.perform(compensationMonth, { month }, by);
    expect(opened.accounts.map(surname)).toEqual(namesOf[task]);
    expect(opened).toMatchObject({ kinds: [kindsOf(task)], mayClose: false, whole: { clients: 2 } });
    const { lines } = await world.perform(compensationLines, { month, clientIds: Object.values(clients) }, by);
    expect(lines.map(({ kind }) => kind)).toEqual([kindsOf(task), kindsOf(task)]);
  });

  test('prints and claims for nobody of the other', async () => {
    expect(await world.refusal(compensationStatement, { clientId: clients[other], month }, by)).toBe('not-found');
    expect((await world.perform(compensationStatement, { clientId: clients[task], month }, by)).media).toBe(
      'application/pdf',
    );
    const ofPayers = await world.perform(participationMonth, { month }, by);
    const claim = await world.perform(claimOfMonth, { month }, by);
    const file = Buffer.from((await world.perform(stateClaimFile, { month }, by)).bytes).toString('utf8');
    const rehabilitation = task === 'working-age';
    expect(ofPayers.clients.map(surname)).toEqual(rehabilitation ? ['Berg', 'Cajander'] : []);
    expect(JSON.stringify(claim).includes('Berg')).toBe(rehabilitation);
    expect(file.includes('Berg')).toBe(rehabilitation);
    expect(file).not.toContain('Aalto');
    const slip = { clientId: clients['working-age'], month };
    if (rehabilitation) expect((await world.perform(participationSlip, slip, by)).media).toBe('application/pdf');
    else expect(await world.refusal(participationSlip, slip, by)).toBe('not-found');
  });

  test('closes no month, since a month is closed for all tasks at once', async () => {
    expect(await world.refusal(closeMonth, { month }, by)).toBe('other-tasks');
  });

  test('is shown by the database no row of the other, whatever is asked', async () => {
    await db.app.transaction().execute(async (tx) => {
      await enterAs(tx, world.who(by), { purpose: 'money', today: world.today, now: world.house().clock.now() });
      const { rows } = await sql<{ name: string; by_place: boolean }>`select c.relname as name,
          exists (select from pg_attribute where attrelid = c.oid and attname = 'placement_id' and not attisdropped) as by_place
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`.execute(tx);
      const away = Object.entries(placements).flatMap(([name, id]) => (name.endsWith(other) ? [id] : []));
      for (const { name, by_place } of rows) {
        const seenRows = await sql`select from ${sql.table(name)} where client_id = ${clients[other]}`.execute(tx);
        expect([name, seenRows.rows.length]).toEqual([name, 0]);
        if (!by_place) continue;
        const placed = await sql`select from ${sql.table(name)} where placement_id = any(${away}::uuid[])`.execute(tx);
        expect([name, placed.rows.length]).toEqual([name, 0]);
      }
      const seen = await sql<{ id: string }>`select id from client_client`.execute(tx);
      expect(new Set(seen.rows.map(({ id }) => id))).toEqual(new Set([clients[task], clients.both]));
    });
  });
});

describe('finance of all tasks', () => {
  beforeAll(() => paysFor('{working-age,disability}'));

  test('opens and closes the month of everybody; afterwards each task reads its own lines of the ledger', async () => {
    const may = await world.perform(compensationMonth, { month }, by);
    expect(may.accounts.map(surname)).toEqual(['Aalto', 'Berg', 'Cajander']);
    for (const earlier of ['2021-03', '2021-04'])
      if ((await world.perform(compensationMonths, {}, by)).months.some((one) => one.month === earlier))
        await world.perform(closeMonth, { month: earlier }, by);
    expect(await world.perform(closeMonth, { month }, by)).toMatchObject({ lines: 4 });
    for (const task of ['disability', 'working-age'] as const) {
      await paysFor(`{${task}}`);
      const closed = await world.perform(compensationMonth, { month }, by);
      expect([closed.closed, closed.accounts.map(surname), closed.kinds]).toEqual([
        true,
        namesOf[task],
        [kindsOf(task)],
      ]);
      const months = (await world.perform(compensationMonths, {}, by)).months;
      expect(months.find((one) => one.month === month)).toMatchObject({ state: 'closed', closing: { lines: 2 } });
    }
  });

  test('what was corrected since is settled by each task for its own clients, and nothing of the others is reversed', async () => {
    await mark(clients.disability, placements.disability as string, '2021-05-17');
    await mark(clients['working-age'], placements['working-age'] as string, '2021-05-18');
    await paysFor('{disability}');
    expect(await world.perform(settleCorrections, { month }, by)).toMatchObject({
      reversed: 0,
      written: 1,
      difference: 537,
    });
    await paysFor('{working-age}');
    expect(await world.perform(settleCorrections, { month }, by)).toMatchObject({
      reversed: 0,
      written: 1,
      difference: 900,
    });
  });
});

test('finance reads no old version of what it may not read', async () => {
  await paysFor('{working-age,disability}');
  await db.app.transaction().execute(async (tx) => {
    await enterAs(tx, world.who(by), { purpose: 'money', today: world.today, now: world.house().clock.now() });
    await sql`update client_benefit set main = false where client_id = ${clients.both}`.execute(db.owner);
    for (const name of ['client_benefit_history', 'client_reason_history', 'referral_referral_history']) {
      const { rows } = await sql`select from ${sql.table(name)}`.execute(tx);
      expect([name, rows.length]).toEqual([name, 0]);
    }
  });
});
