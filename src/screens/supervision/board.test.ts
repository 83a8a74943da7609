import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { takingPart } from '../../../tests/taking-part.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { client, recordBenefit } from '../../casework/client/acts.ts';
import { withdrawReferral } from '../../casework/referral/acts.ts';
import { addDays } from '../../kernel/day.ts';
import type { InputOf } from '../../server/act.ts';
import { enterAs } from '../../server/perform.ts';
import { supervisedShows } from '../app/waiting-told.ts';
import { clientPage, viewsOfClient } from '../client/board.ts';
import { matterPage, supervisedMatter } from '../matter/board.ts';
import { supervisedMatters } from './board.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const by = 'pori-manager';
const list = async (on = world.today) => (await world.perform(supervisedMatters, {}, by, on)).rows;
const ofTeam = (team: string | null, tasks = '{working-age,disability}') =>
  sql`update worker_post set team = ${team}, tasks = ${tasks}::text[] where worker_id = ${world.workerId(by)}`.execute(
    db.owner,
  );

describe('a manager', () => {
  test('sees the current matters of the own organiser and service tasks, and how each goes', async () => {
    const pending = await world.refer({ receivedOn: '2021-03-01', familyName: 'Odottava' });
    const begun = await takingPart(world, { service: 'work-activity', group: 'work-activity' });
    await world.refer({ organiser: 'rauma', familyName: 'Muualla' });
    const rows = await list();
    expect(rows.find(({ referralId }) => referralId === pending.referralId)).toMatchObject({
      state: 'pending',
      dueOn: '2021-06-01',
      daysLeft: -16,
      who: null,
    });
    expect(rows.find(({ clientId }) => clientId === begun.clientId)).toMatchObject({ state: 'begun' });
    expect(rows.some(({ name }) => name.includes('Muualla'))).toBe(false);
    const page = await world.perform(supervisedMatter, pending, by);
    expect(page).toMatchObject({ name: 'Odottava Väinö', state: 'pending', permitted: [] });
    await ofTeam(null, '{working-age}');
    expect(await list()).toEqual([]);
    expect(await world.refusal(supervisedMatter, pending, by)).toBe('not-found');
    await ofTeam(null);
  });

  test('sees whose plan is interrupted, since when, and on the page of the matter too', async () => {
    const { clientId } = await takingPart(world, { service: 'work-activity', group: 'work-activity' });
    const { rows: matters } = await sql<{
      id: string;
    }>`select id from referral_referral where client_id = ${clientId}`.execute(db.owner);
    const referralId = matters[0]?.id ?? '';
    await sql`with made as (insert into plan_plan (organiser_id, client_id, referral_id, service, kind, made_on, during)
        values (${world.pori.id}, ${clientId}, ${referralId}, 'work-activity', 'activation', '2021-02-01', '[2021-02-01,)') returning id)
      insert into plan_interruption (organiser_id, client_id, plan_id, during, ground, ground_on, heard_on, decided_on, decided_by, reason, recorded_by_id)
      select ${world.pori.id}, ${clientId}, id, '[2021-06-14,)', 'employed', '2021-05-01', '2021-06-10', '2021-06-11', 'organiser', 'Työssä.',
        ${world.workerId('pori-social-worker')} from made`.execute(db.owner);
    const stands = async (on = world.today) => (await list(on)).find((row) => row.clientId === clientId);
    expect(await stands()).toMatchObject({ state: 'interrupted', rests: { from: '2021-06-14', to: null } });
    expect(await stands(addDays(world.today, -4))).toMatchObject({ state: 'begun', rests: null });
    const { plans } = await world.perform(supervisedMatter, { clientId, referralId }, by);
    expect(plans[0]?.interrupted).toEqual([{ from: '2021-06-14', to: null }]);
  });

  test('with a team sees the matters of those for whom somebody of the team answers', async () => {
    const other = await world.refer({ familyName: 'Toisen' });
    const own = await world.refer({ familyName: 'Tiimin' });
    await sql`insert into relationship_case_manager (organiser_id, client_id, worker_id, during)
      values (${world.pori.id}, ${own.clientId}, ${world.workerId('pori-coach')}, '[2021-01-01,)')`.execute(db.owner);
    await sql`update worker_post set team = 'Tiimi' where worker_id = ${world.workerId('pori-coach')}`.execute(
      db.owner,
    );
    await ofTeam('Tiimi');
    expect((await list()).map(({ referralId }) => referralId)).toEqual([own.referralId]);
    expect(await world.refusal(supervisedMatter, other, by)).toBe('not-found');
    await ofTeam(null);
    await sql`update worker_post set team = null where worker_id = ${world.workerId('pori-coach')}`.execute(db.owner);
  });

  test('sees a matter until thirty days after its withdrawal, and lists it no more from the day itself', async () => {
    const matter = await world.refer({ familyName: 'Peruva' });
    await world.perform(withdrawReferral, { ...matter, on: world.today }, 'pori-social-worker');
    expect((await list()).some(({ referralId }) => referralId === matter.referralId)).toBe(false);
    await world.perform(supervisedMatter, matter, by, addDays(world.today, 29));
    expect(await world.refusal(supervisedMatter, matter, by, addDays(world.today, 30))).toBe('not-found');
  });

  test('reaches nobody by an act of another purpose, and no other role supervises', async () => {
    const matter = await world.refer();
    const { clientId } = matter;
    for (const act of [client, clientPage, viewsOfClient])
      expect(await world.refusal(act, { clientId }, by)).toBe('not-found');
    expect(await world.refusal(matterPage, matter, by)).toBe('not-found');
    for (const other of ['pori-social-worker', 'pori-coach', 'pori-administrator', 'pori-planner'] as const) {
      expect(await world.refusal(supervisedMatters, {}, other)).toBe('not-allowed');
      expect(await world.refusal(supervisedMatter, matter, other)).toBe('not-found');
    }
    expect(await world.refusal(supervisedMatter, matter, 'rauma-manager')).toBe('not-found');
  });

  test('leaves a row of each look in the trail, with the purpose, and the client’s workers see it', async () => {
    const matter = await world.refer({ familyName: 'Katsottu' });
    await list();
    await world.perform(supervisedMatter, matter, by);
    const { rows } = await sql<{ act: string; purpose: string }>`select act, purpose from platform_audit
      where clients @> array[${matter.clientId}]::uuid[] and worker_id = ${world.workerId(by)} order by id`.execute(
      db.owner,
    );
    expect(rows).toEqual([
      { act: 'supervisedMatters', purpose: 'supervision' },
      { act: 'supervisedMatter', purpose: 'supervision' },
    ]);
    const { views } = await world.perform(viewsOfClient, { clientId: matter.clientId }, 'pori-social-worker');
    expect(views.map(({ act, worker }) => [act, worker])).toEqual(
      expect.arrayContaining([['supervisedMatter', 'Heino Leena']]),
    );
  });

  test('is shown by the database no address, benefit, note, mark, paper or old version, and can change nothing', async () => {
    const { clientId } = await takingPart(world, { service: 'work-activity', group: 'work-activity' });
    await world.perform(
      recordBenefit,
      { clientId, benefit: 'disability-pension', main: true, during: { from: '2021-01-01', to: null } },
      'pori-social-worker',
    );
    await db.app.transaction().execute(async (tx) => {
      const now = world.house().clock.now();
      const related = await enterAs(tx, world.who(by), { purpose: 'supervision', today: world.today, now, clientId });
      expect(related).toEqual(['supervisor_of']);
      const { rows: tables } = await sql<{ name: string }>`select c.relname as name from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id'
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`.execute(tx);
      const seen: string[] = [];
      for (const { name } of tables) {
        const { rows } = await sql`select from ${sql.table(name)} where client_id = ${clientId} limit 1`.execute(tx);
        if (rows.length > 0) seen.push(name);
      }
      expect(seen).toEqual([
        'decision_decision',
        'placement_placement',
        'referral_referral',
        'relationship_relationship',
      ]);
      const { numUpdatedRows } = await sql`update referral_referral set need = 'x' where client_id = ${clientId}`
        .execute(tx)
        .then(({ numAffectedRows }) => ({ numUpdatedRows: numAffectedRows }));
      expect(numUpdatedRows).toBe(0n);
    });
  });

  test('is told how many there are of each part, and the first of them; the trail has whom it was told', async () => {
    for (const receivedOn of ['2021-03-16', '2021-03-17', '2021-03-31', '2021-04-01'])
      await world.refer({ receivedOn, familyName: 'Rajapäivä', givenNames: `Päivä ${receivedOn.slice(5)}` });
    const ask = (input: InputOf<typeof supervisedMatters>) => world.perform(supervisedMatters, input, by);
    const { rows, counts, total } = await ask({});
    const waits = (row: (typeof rows)[number]) => row.state === 'pending' || row.state === 'granted';
    const number = (holds: (row: (typeof rows)[number]) => boolean) => rows.filter(holds).length;
    expect(total).toBe(rows.length);
    expect(counts).toEqual({
      overdue: number((row) => waits(row) && row.daysLeft < 0),
      soon: number((row) => waits(row) && row.daysLeft >= 0 && row.daysLeft <= 14),
      pending: number(({ state }) => state === 'pending'),
      granted: number(({ state }) => state === 'granted'),
      interrupted: number(({ state }) => state === 'interrupted'),
      begun: number(({ state }) => state === 'begun'),
      unanswered: number((row) => !waits(row) && row.who === null),
    });
    expect(counts.soon).toBeGreaterThan(1);
    for (const show of supervisedShows) expect((await ask({ show })).rows).toHaveLength(counts[show] ?? 0);
    const few = await ask({ show: 'pending', limit: 2 });
    expect(few.rows).toEqual(rows.filter(({ state }) => state === 'pending').slice(0, 2));
    expect([few.counts, few.total]).toEqual([counts, total]);
    const { rows: trail } = await sql<{ clients: string[] }>`select clients from platform_audit
      where act = 'supervisedMatters' order by id desc limit 1`.execute(db.owner);
    expect(new Set(trail[0]?.clients)).toEqual(new Set(few.rows.map(({ clientId }) => clientId)));
    for (const input of [{ limit: -1 }, { show: 'nothing' }] as unknown[])
      expect(await world.refusal(supervisedMatters, input as InputOf<typeof supervisedMatters>, by)).toBe(
        'wrong-input',
      );
  });
});
