import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { partAtWorkplace, takingPart } from '../../../tests/taking-part.ts';
import { makeWorld, type WorkerName, type World } from '../../../tests/world.ts';
import { computeFigure } from '../../figures/acts.ts';
import { proofOf } from '../../server/database/proof.ts';
import { changeGroup, changeOffering, changeUnit, ownSetup } from '../organiser/acts.ts';
import { nameOwnWorker, ownWorkersOf } from '../ownworker/acts.ts';
import { handOverCase, nameResponsible } from '../relationship/acts.ts';
import { changePost, planGroupLeads, staff } from '../worker/acts.ts';
import { clientsHeld, endPostHandingOver, handOverClients, responsibleOf, setAllocation } from './acts.ts';

let db: FreshDatabase;
let world: World;
let coached: { clientId: string; relationshipId: string };
let grouped: { clientId: string; relationshipId: string };
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  const { workplaceId } = await partAtWorkplace(world, 'Testikahvila');
  coached = await takingPart(world, { service: 'open-work', workplaceId });
  grouped = await takingPart(world, { service: 'work-activity', group: 'work-activity' });
});
afterAll(() => db.close());

const admin = 'pori-administrator';
const ended = '2021-07-01';
async function postOf(name: WorkerName) {
  const { workers } = await world.perform(staff, {}, admin);
  const post = workers.find((one) => one.id === world.workerId(name))?.posts[0];
  if (!post) throw new Error(`${name} has no post`);
  const { id: postId, unit: _, decides: __, version: ___, ...details } = post;
  return { ...details, workerId: world.workerId(name), postId, during: { from: post.during.from, to: ended } };
}
const idsOf = (problem: Awaited<ReturnType<World['problem']>>) =>
  (problem.clients as { clientId: string }[]).map(({ clientId }) => clientId);
const answers = async (clientId: string, on: string) =>
  (await world.perform(responsibleOf, { clientId, on }, 'pori-social-worker')).answering.map(({ name }) => name);

describe('nothing ends under clients', () => {
  test('not the post of their coach: the refusal lists them, without names', async () => {
    const problem = await world.problem(changePost, await postOf('pori-coach'), admin);
    expect(problem.type).toBe('/problems/answers-for-clients');
    expect(idsOf(problem)).toEqual([coached.clientId]);
    expect(JSON.stringify(problem)).not.toContain('Ääri');
  });

  test('not by the back door: the database holds it too', async () => {
    await expect(
      db.ownerPool.query(
        `update worker_post set during = daterange(lower(during), '2021-07-01') where worker_id = $1`,
        [world.workerId('pori-coach')],
      ),
    ).rejects.toMatchObject({ constraint: 'post_holds_clients' });
    await expect(
      db.ownerPool.query('delete from worker_post where worker_id = $1', [world.workerId('pori-coach')]),
    ).rejects.toMatchObject({ constraint: 'post_holds_clients' });
    await expect(
      db.ownerPool.query(
        `update worker_group_lead set during = daterange(lower(during), '2021-07-01')
         where group_id = (select group_id from placement_placement where client_id = $1)`,
        [grouped.clientId],
      ),
    ).rejects.toMatchObject({
      constraint: 'placement_holds_lead',
      detail: expect.stringContaining(grouped.clientId),
    });
  });

  test('not the post of a case manager, nor one that begins later under those it had', async () => {
    const input = { clientId: grouped.clientId, workerId: world.workerId('pori-social-worker'), from: '2021-03-01' };
    await world.perform(handOverCase, input, 'pori-social-worker');
    expect(idsOf(await world.problem(changePost, await postOf('pori-social-worker'), admin))).toEqual([
      grouped.clientId,
    ]);
    const later = { ...(await postOf('pori-coach')), during: { from: '2021-05-01', to: null } };
    expect(idsOf(await world.problem(changePost, later, admin))).toEqual([coached.clientId]);
  });

  test('not an offering, a group or a unit, nor the post of the group’s leader', async () => {
    const answer = await world.perform(ownSetup, {}, admin);
    const offering = answer.offerings.find(({ service }) => service === 'open-work');
    const during = { from: offering?.during.from ?? '', to: ended };
    expect(idsOf(await world.problem(changeOffering, { offeringId: offering?.id ?? '', during }, admin))).toEqual([
      coached.clientId,
    ]);
    const {
      id: unitId,
      municipality: _m,
      provider: _p,
      version: _v,
      ...unit
    } = answer.units[0] as NonNullable<(typeof answer.units)[0]>;
    expect(idsOf(await world.problem(changeUnit, { unitId, ...unit, during }, admin))).toEqual([grouped.clientId]);
    const {
      id: groupId,
      unitId: _i,
      unit: _u,
      service: _s,
      version: _w,
      ...group
    } = answer.groups.find(({ name }) => name === 'work-activity') as NonNullable<(typeof answer.groups)[0]>;
    expect(idsOf(await world.problem(changeGroup, { groupId, ...group, during }, admin))).toEqual([grouped.clientId]);
    const problem = await world.problem(changePost, await postOf('pori-instructor'), admin);
    expect(problem.type).toBe('/problems/leads-groups');
    expect(idsOf(problem)).toEqual([grouped.clientId]);
  });

  test('not the turns of leading a group, which go at least as far as before', async () => {
    const groupId = world.rauma.groups['work-activity'] as string;
    const member = await takingPart(world, { organiser: 'rauma', service: 'work-activity', group: 'work-activity' });
    const input = { groupId, workerIds: [world.workerId('rauma-instructor')], from: '2021-06-20' };
    const problem = await world.problem(planGroupLeads, input, 'rauma-instructor');
    expect(problem.type).toBe('/problems/turns-end-sooner');
    expect(idsOf(problem)).toEqual([member.clientId]);
  });

  test('not the rule by which the leader answers, unless others are named at once', async () => {
    const rule = {
      service: 'work-activity' as const,
      rule: 'own-coach' as const,
      caseManagerByLetter: false,
      from: '2021-08-01',
    };
    const problem = await world.problem(setAllocation, rule, admin);
    expect(problem.type).toBe('/problems/clients-left');
    expect(idsOf(problem)).toEqual([grouped.clientId]);
    expect(await world.refusal(setAllocation, { ...rule, rule: 'none' }, admin)).toBe('clients-left');
    const instead = [{ relationshipId: grouped.relationshipId, workerId: world.workerId('pori-coach-2') }];
    await world.perform(setAllocation, { ...rule, instead }, admin);
    expect(await answers(grouped.clientId, '2021-08-01')).toEqual(['Nieminen Antti', 'Sjöblom Päivi']);
    await world.perform(setAllocation, { ...rule, rule: 'group-leader' }, admin);
  });

  test('nobody is named whose post ends before', async () => {
    await db.ownerPool.query(
      `insert into worker_post (worker_id, organiser_id, role, during) select id, organiser_id, 'coach', '[2021-01-01,2021-12-01)'
       from worker_worker where id = $1`,
      [world.workerId('pori-planner')],
    );
    const { clientId, relationshipId } = coached;
    const input = { clientId, relationshipId, workerId: world.workerId('pori-planner'), from: '2021-06-17' };
    expect(await world.refusal(nameResponsible, input, 'pori-coach')).toBe('post-ends-before');
  });
});

describe('handing clients over', () => {
  const held = (to?: string) =>
    world.perform(
      clientsHeld,
      { workerId: world.workerId('pori-coach'), from: ended, ...(to ? { to } : {}) },
      'pori-manager',
    );

  test('tells who hangs on the worker, who could take them, and a share', async () => {
    const { clients, workers, proposal } = await held();
    expect(clients.map(({ name, birthYear, role }) => [name, birthYear, role])).toEqual([
      ['Ääri Väinö', 1994, 'coach'],
    ]);
    expect(workers.filter(({ as }) => as.includes('coach')).map(({ name }) => name)).toEqual(['Nieminen Antti']);
    expect(proposal).toEqual([{ id: clients[0]?.id, toId: world.workerId('pori-coach-2') }]);
    expect(
      await world.refusal(clientsHeld, { workerId: world.workerId('pori-coach'), from: ended }, 'pori-planner'),
    ).toBe('not-allowed');
    const { rows } = await db.ownerPool.query(
      `select clients from platform_audit where act = 'clientsHeld' order by id desc limit 1`,
    );
    expect(rows[0]?.clients).toEqual([coached.clientId]);
  });

  test('to a stand-in ends by itself, and can be taken back', async () => {
    const { clients } = await held('2021-07-17');
    const toId = world.workerId('pori-coach-2');
    const during = { from: ended, to: '2021-07-17' };
    const workerId = world.workerId('pori-coach');
    const moves = clients.map(({ id }) => ({ id, role: 'coach' as const, toId }));
    const { back } = await world.perform(handOverClients, { workerId, during, moves }, 'pori-manager');
    expect([
      await answers(coached.clientId, '2021-06-30'),
      await answers(coached.clientId, '2021-07-16'),
      await answers(coached.clientId, '2021-07-17'),
    ]).toEqual([['Laine Tiina'], ['Nieminen Antti'], ['Laine Tiina']]);
    await world.perform(handOverClients, { workerId: toId, during, moves: back }, 'pori-manager');
    expect(await answers(coached.clientId, '2021-07-16')).toEqual(['Laine Tiina']);
    expect(await world.refusal(handOverClients, { workerId, during, moves }, 'pori-manager')).toBe('nothing-held');
  });

  test('is to nobody without a post in the work, in the act nor in SQL: one came to clients by one’s own word, or by an administrator’s alone', async () => {
    const manager = world.workerId('pori-manager');
    const official = world.workerId('pori-social-worker');
    const { clientId, relationshipId } = grouped;
    const { rows: made } = await db.ownerPool.query<{ id: string }>(
      `insert into relationship_responsible (organiser_id, client_id, relationship_id, worker_id, role, during)
       values ($1, $2, $3, $4, 'official', '[2021-06-10,2021-06-20)') returning id`,
      [world.pori.id, clientId, relationshipId, official],
    );
    const id = made[0]?.id ?? '';
    const during = { from: '2021-06-12', to: '2021-06-20' };
    const moves = [{ id, role: 'official' as const, toId: manager }];
    const input = { workerId: official, during, moves };
    const { workers } = await world.perform(clientsHeld, { workerId: official, ...during }, 'pori-manager');
    expect(workers.some((one) => one.id === manager)).toBe(false);
    expect(await world.refusal(handOverClients, input, 'pori-manager')).toBe('not-by-own-word');
    expect(await world.refusal(responsibleOf, { clientId }, 'pori-manager')).toBe('not-found');
    const rule = {
      service: 'work-activity' as const,
      rule: 'named-official' as const,
      caseManagerByLetter: false,
      from: '2021-08-01',
      instead: [{ relationshipId, workerId: manager }],
    };
    expect(await world.refusal(setAllocation, rule, 'pori-manager')).toBe('not-by-own-word');
    // Nor by an administrator's word alone, and not by a post that is none of the client's work yet, or no more.
    expect(await world.refusal(handOverClients, input, admin)).toBe('not-by-own-word');
    expect(await world.refusal(setAllocation, rule, admin)).toBe('not-by-own-word');
    for (const [role, tasks, days] of [
      ['social-worker', '{disability,working-age}', '[2021-06-13,)'],
      ['social-worker', '{disability,working-age}', '[2010-01-01,2021-06-16)'],
      ['social-worker', '{working-age}', '[2010-01-01,)'],
      ['coach', '{disability,working-age}', '[2010-01-01,)'],
    ]) {
      const { rows: posts } = await db.ownerPool.query(
        'insert into worker_post (organiser_id, worker_id, role, tasks, during) values ($1, $2, $3, $4::text[], $5) returning id',
        [world.pori.id, manager, role, tasks, days],
      );
      expect([role, days, await world.refusal(handOverClients, input, admin)]).toEqual([role, days, 'not-by-own-word']);
      await db.ownerPool.query('delete from worker_post where id = $1', [posts[0].id]);
    }
    const sent = async (by: WorkerName, text: string, values: readonly unknown[] = []) => {
      const { organiserId, workerId } = world.who(by);
      const client = await db.appPool.connect();
      try {
        await client.query('begin');
        const claim = [workerId, organiserId, 'none', world.today, '2021-06-17T09:00:00Z', null] as const;
        await client.query('select app_enter($1, $2, $3, $4, $5, $6, $7)', [...claim, proofOf('enter', ...claim)]);
        await client.query(text, [...values]);
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    const { rows: managed } = await db.ownerPool.query('select client_id from relationship_case_manager limit 1');
    for (const [text, value] of [
      [
        `select * from handover_hand_out($1::jsonb, '[2021-06-12,2021-06-20)')`,
        [{ id, role: 'official', to_id: manager }],
      ],
      [
        `select relationship_name_instead('official', $1::jsonb, '2021-06-18')`,
        [{ relationship_id: relationshipId, worker_id: manager }],
      ],
      [
        `select relationship_hand_over($1::jsonb, '2021-06-18')`,
        managed.map(({ client_id }) => ({ client_id, to_id: manager })),
      ],
    ] as const) {
      expect(value).not.toEqual([]);
      for (const by of ['pori-manager', admin] as const)
        await expect(sent(by, text, [JSON.stringify(value)]), text).rejects.toMatchObject({
          constraint: 'not_by_own_word',
        });
    }

    // Named by whoever works with the client, a manager gives and takes back.
    await db.ownerPool.query('update relationship_responsible set worker_id = $2, during = $3 where id = $1', [
      ...[id, manager, '[2021-06-12,2021-06-20)'],
    ]);
    const back = (
      await world.perform(
        handOverClients,
        {
          workerId: manager,
          during,
          moves: [{ ...moves[0], id: await named(clientId), role: 'official', toId: official }],
        },
        'pori-manager',
      )
    ).back;
    await world.perform(handOverClients, { workerId: official, during, moves: back }, 'pori-manager');
    expect(await answers(clientId, '2021-06-18')).toContain('Heino Leena');
    await db.ownerPool.query('delete from relationship_responsible where client_id = $1', [clientId]);
  });

  const named = async (clientId: string) => {
    const { rows } = await db.ownerPool.query<{ id: string }>(
      'select id from relationship_responsible where client_id = $1 and worker_id = $2',
      [clientId, world.workerId('pori-manager')],
    );
    return rows[0]?.id ?? '';
  };

  test('is not to somebody without the post', async () => {
    const { clients } = await held();
    const moves = clients.map(({ id }) => ({ id, role: 'coach' as const, toId: world.workerId('pori-finance') }));
    const input = { workerId: world.workerId('pori-coach'), during: { from: ended, to: null }, moves };
    expect(await world.refusal(handOverClients, input, 'pori-manager')).toBe('no-such-worker');
  });

  test('goes with the end of the post, and no figure tells an identifier for a name', async () => {
    const { postId, workerId } = await postOf('pori-coach');
    const { clientId } = grouped;
    await world.perform(nameOwnWorker, { clientId, workerId, from: '2021-06-01' }, 'pori-social-worker');
    const query = await world.perform(clientsHeld, { workerId, postId, from: ended }, admin);
    expect(new Set(query.clients.map(({ role }) => role))).toEqual(new Set(['coach', 'own-worker']));
    const moves = query.clients.map(({ id, role }) => ({ id, role, toId: world.workerId('pori-coach-2') }));
    const input = { workerId, postId, lastDay: '2021-06-30' };
    const named = moves.filter(({ role }) => role === 'coach');
    expect(await world.refusal(endPostHandingOver, { ...input, moves: named }, admin)).toBe('answers-for-clients');
    expect(await world.refusal(endPostHandingOver, { ...input, moves: [] }, admin)).toBe('answers-for-clients');
    await world.perform(endPostHandingOver, { ...input, moves }, admin);
    expect(await answers(coached.clientId, ended)).toEqual(['Nieminen Antti']);
    for (const lastDay of ['2021-06-30', '2021-07-15', '2149-12-31'])
      expect(await world.refusal(endPostHandingOver, { ...input, lastDay, moves: [] }, admin)).toBe('ends-by-then');
    const { namings } = await world.perform(ownWorkersOf, { clientId }, 'pori-social-worker');
    expect(namings.map(({ name, during }) => [name, during])).toEqual([
      ['Nieminen Antti', { from: ended, to: null }],
      ['Laine Tiina', { from: '2021-06-01', to: ended }],
    ]);
    // Even a name whose post is over is a name.
    await db.ownerPool.query('alter table worker_post disable trigger clients_hang_on_it');
    await db.ownerPool.query(`update worker_post set during = '[2010-01-01,2021-06-01)' where worker_id = $1`, [
      workerId,
    ]);
    await db.ownerPool.query('alter table worker_post enable trigger clients_hang_on_it');
    const answer = await world.perform(
      computeFigure,
      { id: 'clients-per-worker', organiser: 'pori-perusturva', service: 'disability-work', asOf: '2021-06-17' },
      'pori-planner',
    );
    expect(answer.breakdown?.map(({ label }) => label)).toContain('Tiina Laine');
    expect(JSON.stringify(answer)).not.toMatch(/"label":"[0-9a-f]{8}-[0-9a-f-]{27}"/);
  });
});
