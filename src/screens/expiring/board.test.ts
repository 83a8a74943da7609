import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { decide, decisionFrame } from '../../casework/decision/acts.ts';
import { exitClient } from '../../casework/exit/acts.ts';
import { startRelationship } from '../../casework/relationship/acts.ts';
import { day } from '../../kernel/day.ts';
import type { InputOf } from '../../server/act.ts';
import { expiringShows } from '../app/expiring-told.ts';
import { expiringBoard, supervisedExpiring } from './board.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const by = 'pori-social-worker';

/** In open work since March by a decision that was served and ends without the day named. */
async function inService(familyName: string, to: string | null, worker: 'pori-coach' | 'pori-coach-2' = 'pori-coach') {
  const { clientId, referralId } = await world.refer({ familyName, receivedOn: '2021-01-11' });
  const on = day('2021-02-01');
  const { provisions } = await world.perform(decisionFrame, { clientId, referralId }, by, on);
  const grant = {
    outcome: 'grant' as const,
    decidedOn: on,
    during: { from: '2021-03-01', to },
    reasons: 'Vastaa tarvetta.',
  };
  const cited = provisions.map(({ id }) => id);
  const { decisionId } = await world.perform(decide, { clientId, referralId, ...grant, provisions: cited }, by, on);
  await sql`update decision_decision set served_on = '2021-02-08' where id = ${decisionId}`.execute(db.owner);
  const offeringId = world.pori.offerings['open-work'] as string;
  const start = { clientId, decisionId, offeringId, from: '2021-03-01', workerId: world.workerId(worker) };
  const { relationshipId } = await world.perform(startRelationship, start, by, on);
  return { clientId, relationshipId, decisionId };
}

const board = async (on = day('2021-06-17'), worker: Parameters<World['perform']>[2] = by) =>
  (await world.perform(expiringBoard, {}, worker, on)).rows;

describe('what expires', () => {
  test('is a service whose decision ended, however old, until it goes on or is left', async () => {
    const { clientId, relationshipId } = await inService('Aalto', '2021-06-01');
    const of = async (on: string) => (await board(day(on))).filter((row) => row.clientId === clientId);
    expect(await of('2021-05-31')).toMatchObject([{ kind: 'ending', lastDay: '2021-05-31', daysLeft: 0 }]);
    expect(await of('2021-06-17')).toMatchObject([
      { kind: 'ended', lastDay: '2021-05-31', daysLeft: -17, who: 'Laine Tiina', decided: false, pending: false },
    ]);
    expect(await of('2023-06-17')).toMatchObject([{ kind: 'ended', daysLeft: -747 }]);
    const exit = {
      clientId,
      relationshipId,
      lastDay: '2021-05-31',
      reason: 'employed' as const,
      destination: 'paid-work' as const,
    };
    await world.perform(exitClient, exit, by);
    expect(await of('2021-06-17')).toEqual([]);
  });

  test('is a decision that ends within ninety days, and not one that ends later or never', async () => {
    const kinds = async ({ clientId }: { clientId: string }) =>
      (await board()).filter((row) => row.clientId === clientId).map(({ kind, daysLeft }) => [kind, daysLeft]);
    expect(await kinds(await inService('Berg', '2021-07-18'))).toEqual([['ending', 30]]);
    expect(await kinds(await inService('Crane', '2021-09-15'))).toEqual([['ending', 89]]);
    expect(await kinds(await inService('Dahl', '2021-09-17'))).toEqual([]);
    expect(await kinds(await inService('Eklund', null))).toEqual([]);
  });

  test('is the age until which the act means a service that is granted without an end, from ninety days before', async () => {
    const { clientId, relationshipId, decisionId } = await inService('Nyholm', null);
    const of = async (on: string) =>
      (await board(day(on)))
        .filter((row) => row.clientId === clientId)
        .map(({ kind, id, lastDay, daysLeft }) => ({ kind, id, lastDay, daysLeft }));
    await sql`update client_client set birth_on = '1961-03-10' where id = ${clientId}`.execute(db.owner);
    expect(await of('2026-03-10')).toEqual([]);
    // As one that was decided by the Disability Services Act.
    await sql`update decision_decision set service = 'day-activity', provisions = ${['675/2023:25']} where id = ${decisionId}`.execute(
      db.owner,
    );
    await sql`update relationship_relationship set service = 'day-activity', offering_id = ${world.pori.offerings['day-activity']}
      where id = ${relationshipId}`.execute(db.owner);
    expect(await of('2025-12-08')).toEqual([]);
    expect(await of('2025-12-09')).toEqual([{ kind: 'age', id: relationshipId, lastDay: '2026-03-09', daysLeft: 90 }]);
    expect(await of('2026-03-10')).toEqual([{ kind: 'age', id: relationshipId, lastDay: '2026-03-09', daysLeft: -1 }]);
    const because = { outsideGroup: 'Aloitti ennen ikää, ja tarve jatkuu.' };
    await sql`update decision_decision set explanations = ${JSON.stringify(because)} where id = ${decisionId}`.execute(
      db.owner,
    );
    expect(await of('2026-03-10')).toEqual([]);
  });

  test('is a service that never had a decision, and a decision that was not served for long', async () => {
    const { clientId, decisionId } = await inService('Forss', null);
    await sql`update decision_decision set served_on = null where id = ${decisionId}`.execute(db.owner);
    expect((await board()).filter((row) => row.clientId === clientId)).toMatchObject([
      { kind: 'unserved', id: decisionId, since: '2021-02-01', relationshipId: null },
    ]);
    const old = await world.refer({ familyName: 'Grahn' });
    await sql`insert into relationship_relationship (organiser_id, client_id, service, offering_id, during)
      values (${world.pori.id}, ${old.clientId}, 'work-activity', ${world.pori.offerings['work-activity']}, '[2012-09-03,)')`.execute(
      db.owner,
    );
    expect((await board()).filter((row) => row.clientId === old.clientId)).toMatchObject([
      { kind: 'without', since: '2012-09-03', lastDay: null, daysLeft: null },
    ]);
  });

  test('is one’s own where one answers; a coach sees no more than one may', async () => {
    const { clientId } = await inService('Holm', '2021-06-10', 'pori-coach');
    const seen = async (worker: 'pori-coach' | 'pori-coach-2' | 'rauma-coach') =>
      (await board(day('2021-06-17'), worker)).filter((row) => row.clientId === clientId).map(({ own }) => own);
    expect(await seen('pori-coach')).toEqual([true]);
    expect(await seen('pori-coach-2')).toEqual([false]);
    expect(await seen('rauma-coach')).toEqual([]);
    expect(await world.refusal(expiringBoard, {}, 'pori-finance')).toBe('not-allowed');
  });

  test('is shown to the manager as to the workers, of the team, for supervision alone', async () => {
    const { clientId, decisionId } = await inService('Isomaa', '2021-06-10', 'pori-coach');
    const unserved = await inService('Jansson', null, 'pori-coach-2');
    await sql`update decision_decision set served_on = null where id = ${unserved.decisionId}`.execute(db.owner);
    const before = await world.refer({ familyName: 'Kaukonen' });
    await sql`insert into relationship_relationship (organiser_id, client_id, service, offering_id, during)
      values (${world.pori.id}, ${before.clientId}, 'work-activity', ${world.pori.offerings['work-activity']}, '[2012-09-03,)')`.execute(
      db.owner,
    );
    const manager = 'pori-manager';
    const rows = async () => (await world.perform(supervisedExpiring, {}, manager)).rows;
    const known = ({ kind, id, who, daysLeft }: Awaited<ReturnType<typeof rows>>[number]) => ({
      kind,
      id,
      who,
      daysLeft,
    });
    expect((await rows()).map(known)).toEqual((await board()).map(known));
    expect((await rows()).find((row) => row.clientId === clientId)).toMatchObject({
      kind: 'ended',
      who: 'Laine Tiina',
    });
    const { rows: matters } = await sql<{
      id: string;
    }>`select referral_id as id from decision_decision where id = ${decisionId}`.execute(db.owner);
    expect((await rows()).find((row) => row.clientId === clientId)?.referralId).toBe(matters[0]?.id);
    const team = (name: string | null, worker: 'pori-manager' | 'pori-coach') =>
      sql`update worker_post set team = ${name} where worker_id = ${world.workerId(worker)}`.execute(db.owner);
    await team('Tiimi', manager);
    await team('Tiimi', 'pori-coach');
    const ofTeam = (await rows()).map((row) => row.clientId);
    expect(ofTeam).toContain(clientId);
    expect(ofTeam).not.toContain(unserved.clientId);
    const { rows: trail } = await sql`select purpose from platform_audit where act = 'supervisedExpiring'
      and clients @> array[${clientId}]::uuid[] limit 1`.execute(db.owner);
    expect(trail).toEqual([{ purpose: 'supervision' }]);
    for (const other of ['pori-social-worker', 'pori-administrator', 'pori-finance'] as const)
      expect(await world.refusal(supervisedExpiring, {}, other)).toBe('not-allowed');
  });

  test('is counted as a whole and told as far as is asked: narrowed by part, service and whose, and only what is told is in the trail', async () => {
    const on = day('2024-05-20');
    const ends = ['2024-06-03', '2024-06-02', '2024-06-02', '2024-07-15', '2024-08-10'];
    const names = ['Lind', 'Mattila', 'Kallio', 'Niemi', 'Oja'];
    const clients: string[] = [];
    for (const [n, to] of ends.entries())
      clients.push((await inService(names[n] ?? '', to, n === 4 ? 'pori-coach-2' : 'pori-coach')).clientId);
    const ask = (input: InputOf<typeof expiringBoard>, worker: Parameters<World['perform']>[2] = by) =>
      world.perform(expiringBoard, input, worker, on);
    const whole = await ask({});
    const number = (holds: (row: (typeof whole)['rows'][number]) => boolean) => whole.rows.filter(holds).length;
    const endingIn = (days: number) => number(({ kind, daysLeft }) => kind === 'ending' && (daysLeft ?? 0) <= days);
    // What is counted in the database is what the rows tell, where all of them are told.
    expect(whole.total).toBe(whole.rows.length);
    expect(whole.counts).toEqual({
      ...Object.fromEntries(
        (['ended', 'without', 'age', 'unserved', 'plan'] as const).map((one) => [
          one,
          number(({ kind }) => kind === one),
        ]),
      ),
      in30: endingIn(30),
      in60: endingIn(60),
      in90: endingIn(90),
    });
    expect([whole.counts.in30, whole.counts.in60, whole.counts.in90]).toEqual([3, 4, 5]);
    expect(whole.services).toEqual(expect.arrayContaining(['open-work', 'work-activity']));

    // Of each kind the first ones, by the last day, the first day and the name; of a part the first of all.
    const few = await ask({ limit: 2 });
    expect(few.rows.filter(({ kind }) => kind === 'ending').map(({ name }) => name)).toEqual([
      'Kallio Väinö',
      'Mattila Väinö',
    ]);
    expect(few.rows.filter(({ kind }) => kind === 'ended')).toHaveLength(Math.min(2, whole.counts.ended ?? 0));
    expect({ ...few, rows: [] }).toEqual({ ...whole, rows: [] });
    const part = await ask({ show: 'in60', limit: 3 });
    expect(part.rows.map(({ name }) => name)).toEqual(['Kallio Väinö', 'Mattila Väinö', 'Lind Väinö']);
    expect(part.counts).toEqual(whole.counts);
    const { rows: trail } = await sql<{ clients: string[] }>`select clients from platform_audit
      where act = 'expiringBoard' order by id desc limit 1`.execute(db.owner);
    expect(new Set(trail[0]?.clients)).toEqual(new Set([clients[2], clients[1], clients[0]]));
    for (const show of expiringShows) expect((await ask({ show })).rows).toHaveLength(whole.counts[show] ?? 0);

    // One's own are counted and told apart from those of others; the services are those of all.
    const own = await ask({ whose: 'own', show: 'in90' }, 'pori-coach');
    expect(own.rows.map(({ clientId }) => clientId).toSorted()).toEqual(clients.slice(0, 4).toSorted());
    expect(own.counts).toMatchObject({ in30: 3, in60: 4, in90: 4 });
    const mine = (await ask({}, 'pori-coach')).rows.filter((row) => row.own);
    expect((await ask({ whose: 'own' }, 'pori-coach')).rows).toEqual(mine);
    const ofOther = await ask({ service: 'day-activity', whose: 'own' });
    expect(ofOther).toMatchObject({ rows: [], total: 0, services: whole.services });
    const lain = await ask({ service: 'work-activity' });
    expect(lain.rows).toEqual(whole.rows.filter(({ service }) => service === 'work-activity'));
    expect(lain.total).toBe(lain.rows.length);
  });

  test('is asked for by what there is, and by no more than a page holds', async () => {
    const wrong: unknown[] = [
      { limit: -1 },
      { limit: 'abc' },
      { limit: 5001 },
      { show: 'nothing' },
      { show: ['ended', 'plan'] },
      { whose: 'all' },
    ];
    for (const input of wrong)
      expect(await world.refusal(expiringBoard, input as InputOf<typeof expiringBoard>, by)).toBe('wrong-input');
    const supervised = { whose: 'own' } as InputOf<typeof supervisedExpiring>;
    expect(await world.refusal(supervisedExpiring, supervised, 'pori-manager')).toBe('wrong-input');
  });
});
