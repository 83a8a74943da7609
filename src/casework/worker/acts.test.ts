import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { type Day, day } from '../../kernel/day.ts';
import { proofOf } from '../../server/database/proof.ts';
import { enterAs } from '../../server/perform.ts';
import { changePassword, givenPassword, renewPassword } from '../../server/sign-in/accounts.ts';
import { accountOfProvider } from '../../server/sign-in/provider.ts';
import { signIn, whoIs } from '../../server/sign-in/sign-in.ts';
import { handOverClients } from '../handover/acts.ts';
import {
  addWorker,
  changeDecidingRight,
  changePost,
  changeWorker,
  decidePassword,
  decidePost,
  deciding,
  giveDecidingRights,
  givePost,
  groupLeads,
  letterShares,
  openAccount,
  planGroupLeads,
  postRequests,
  resetPassword,
  shareLetters,
  staff,
  unlockAccount,
  workers,
} from './acts.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

describe('who leads a group', () => {
  test('changes every three months in Rauma, in the turns that were agreed', async () => {
    const { groups } = await world.perform(groupLeads, {}, 'rauma-instructor');
    const group = groups.find(({ rotationMonths }) => rotationMonths === 3);
    const workerIds = [world.workerId('rauma-instructor-2'), world.workerId('rauma-instructor')];
    const { turns } = await world.perform(
      planGroupLeads,
      { groupId: group?.groupId ?? '', workerIds, from: '2021-07-01' },
      'rauma-instructor',
    );
    expect(turns).toEqual([
      { workerId: workerIds[0], from: '2021-07-01', to: '2021-10-01' },
      { workerId: workerIds[1], from: '2021-10-01', to: '2022-01-01' },
    ]);
    const answer = await world.perform(groupLeads, {}, 'rauma-coach');
    expect(answer.groups.find(({ groupId }) => groupId === group?.groupId)?.next).toEqual(['Lehto Sari', 'Ranta Mika']);
  });

  test('is planned by nobody of another organiser, and among the organiser’s own workers', async () => {
    const { groups } = await world.perform(groupLeads, {}, 'rauma-instructor');
    const groupId = groups[0]?.groupId ?? '';
    const from = '2021-07-01';
    expect(
      await world.refusal(
        planGroupLeads,
        { groupId, workerIds: [world.workerId('pori-instructor')], from },
        'pori-instructor',
      ),
    ).toBe('no-such-group');
    expect(
      await world.refusal(
        planGroupLeads,
        { groupId, workerIds: [world.workerId('pori-instructor')], from },
        'rauma-instructor',
      ),
    ).toBe('no-such-worker');
    expect(
      await world.refusal(planGroupLeads, { groupId, workerIds: [world.workerId('rauma-coach')], from }, 'rauma-coach'),
    ).toBe('not-allowed');
  });

  test('is nobody whose post opens no clients: an administrator does not come to clients by leading them', async () => {
    const { groups } = await world.perform(groupLeads, {}, 'pori-administrator');
    const groupId = groups[0]?.groupId ?? '';
    for (const by of ['pori-administrator', 'pori-manager'] as const)
      for (const leader of ['pori-administrator', 'pori-planner', 'pori-manager'] as const) {
        const input = { groupId, workerIds: [world.workerId(leader)], from: '2021-06-17' };
        expect([by, leader, await world.refusal(planGroupLeads, input, by)]).toEqual([by, leader, 'no-such-worker']);
      }
  });

  test('is somebody whose post is in the service task of the group: nobody comes to clients of another by leading them', async () => {
    const workerId = world.workerId('pori-planner');
    const { rows } = await db.ownerPool.query<{ id: string; group: string }>(
      `select l.id, l.group_id as "group" from worker_group_lead l join organiser_group g on g.id = l.group_id
       where l.organiser_id = $1 and g.service = 'work-activity' and l.during @> '2021-06-17'::date`,
      [world.pori.id],
    );
    const [{ id, group: groupId }] = rows as [{ id: string; group: string }];
    const from = '2021-06-17';
    const hand = {
      workerId: world.workerId('pori-instructor'),
      during: { from, to: null },
      moves: [{ id, role: 'group-leader' as const, toId: workerId }],
    };
    for (const [tasks, refusal] of [
      ['{working-age}', 'no-such-worker'],
      ['{working-age,disability}', null],
    ] as const) {
      await db.ownerPool.query('delete from worker_post where worker_id = $1 and role = $2', [
        workerId,
        'social-worker',
      ]);
      await db.ownerPool.query(
        `insert into worker_post (worker_id, organiser_id, role, tasks, during) values ($1, $2, 'social-worker', $3, '[2010-01-01,)')`,
        [workerId, world.pori.id, tasks],
      );
      const plan = { groupId, workerIds: [workerId], from: '2021-08-01' };
      if (refusal === null) await world.perform(planGroupLeads, plan, 'pori-administrator');
      else {
        expect(await world.refusal(planGroupLeads, plan, 'pori-administrator')).toBe(refusal);
        expect(await world.refusal(handOverClients, hand, 'pori-administrator')).toBe('not-by-own-word');
      }
    }
  });

  test('is not planned by an instructor of another unit, who would come to its clients by it', async () => {
    const { rows } = await db.ownerPool.query<{ id: string }>(
      `with u as (insert into organiser_unit (organiser_id, name, kind, municipality_code, during)
         values ($1, 'Muu keskus', 'activity-centre', '609', '[2010-01-01,)') returning id)
       insert into organiser_group (organiser_id, unit_id, name, service, during)
         select $1, id, 'Muualla', 'work-activity', '[2010-01-01,)' from u returning id`,
      [world.pori.id],
    );
    const input = { groupId: rows[0]?.id ?? '', workerIds: [world.workerId('pori-instructor')], from: '2021-06-17' };
    expect(await world.refusal(planGroupLeads, input, 'pori-instructor')).toBe('leads-of-another-unit');
    expect((await world.perform(planGroupLeads, input, 'pori-manager')).turns).toHaveLength(1);
    // Who leads there now agrees on the next turns, and on those of today.
    expect((await world.perform(planGroupLeads, input, 'pori-instructor')).turns).toHaveLength(1);
    expect(
      (await world.perform(planGroupLeads, { ...input, from: '2021-08-01' }, 'pori-instructor')).turns,
    ).toHaveLength(1);
  });

  test('colleagues are those with a post today', async () => {
    const { workers: coaches } = await world.perform(workers, { role: 'coach' }, 'pori-social-worker');
    expect(coaches.map(({ name }) => name)).toEqual(['Laine Tiina', 'Nieminen Antti']);
  });
});

const post = (role: 'coach' | 'instructor' | 'social-worker' | 'planner', from = '2021-06-17') => ({
  role,
  unitId: null as string | null,
  fullTimeShare: 1,
  hoursAWeek: null,
  agreedCaseload: null,
  team: null,
  during: { from, to: null as string | null },
});
/** A second person confirms all that waits. */
async function confirmAll() {
  const { requests } = await world.perform(postRequests, {}, 'pori-manager');
  for (const { id } of requests)
    await world.perform(decidePost, { requestId: id, outcome: 'confirmed' as const }, 'pori-manager');
}

const person = { familyName: 'Uusi', givenName: 'Aino', phone: null, email: null, language: 'fi' as const };

describe('a post that opens clients', () => {
  const administrator = 'pori-administrator';
  const requestOf = async (workerId: string, by: 'pori-manager' | 'pori-administrator' = 'pori-manager') =>
    (await world.perform(postRequests, {}, by)).requests.find((request) => request.workerId === workerId);

  test('waits for a second person: an administrator reaches no client by a puppet', async () => {
    const puppet = await world.perform(
      addWorker,
      { ...person, givenName: 'Nukke', ...post('social-worker'), username: 'nukke.uusi' },
      administrator,
    );
    expect(puppet.waits).toBe(true);
    const access = { username: 'nukke.uusi', password: await confirmed(puppet.workerId, { half: puppet.half ?? '' }) };
    const getsIn = async () =>
      (await whoIs(db.app, (await signIn(world.house(), access, at, 'fi')).token, world.today)) !== null;
    expect(await getsIn()).toBe(false);
    const request = await requestOf(puppet.workerId, administrator);
    expect(request).toMatchObject({ role: 'social-worker', own: true, widens: false });
    const confirm = { requestId: request?.id ?? '', outcome: 'confirmed' as const };
    expect(await world.refusal(decidePost, confirm, administrator)).toBe('second-person');
    for (const by of ['pori-coach', 'pori-social-worker', 'pori-planner'] as const)
      expect(await world.refusal(decidePost, confirm, by)).toBe('not-allowed');
    expect(await world.refusal(decidePost, confirm, 'rauma-manager')).toBe('no-such-request');
    await world.perform(decidePost, { ...confirm, outcome: 'refused' }, 'pori-manager');
    expect(await world.refusal(decidePost, confirm, 'pori-manager')).toBe('no-such-request');
    expect(await getsIn()).toBe(false);
    const { rows } = await db.ownerPool.query("select detail from platform_audit where act = 'decidePost'");
    expect(rows).toContainEqual({
      detail: expect.objectContaining({ outcome: 'refused', workerId: puppet.workerId, role: 'social-worker' }),
    });
  });

  test('is confirmed by no puppet either: whoever confirms has a post that was confirmed', async () => {
    const manager = { ...person, givenName: 'Toinen', ...post('coach'), role: 'manager' as const, username: null };
    expect((await world.perform(addWorker, manager, administrator)).waits).toBe(true);
    const second = { ...manager, email: 'toinen@pori.example', role: 'administrator' as const };
    expect((await world.perform(addWorker, second, administrator)).waits).toBe(true);
    const planner = { ...manager, email: 'kolmas@pori.example', role: 'planner' as const };
    expect((await world.perform(addWorker, planner, administrator)).waits).toBe(false);
  });

  test('waits again where it would open more: other tasks, another team, longer', async () => {
    const workerId = world.workerId('pori-finance');
    const [before] =
      (await world.perform(staff, {}, administrator)).workers.find(({ id }) => id === workerId)?.posts ?? [];
    const {
      id: postId = '',
      unit: _,
      decides: __,
      version: ___,
      ...details
    } = before ?? ({} as NonNullable<typeof before>);
    const change = (more: object) =>
      world.perform(changePost, { workerId, postId, ...details, ...more }, administrator);
    expect((await change({ tasks: ['working-age'] })).waits).toBe(false);
    // What was confirmed before comes back as it was.
    expect((await change({ tasks: ['working-age', 'disability'] })).waits).toBe(false);
    const longer = { from: '2009-01-01', to: null };
    expect((await change({ during: longer })).waits).toBe(true);
    expect((await change({ team: 'Toinen tiimi' })).waits).toBe(true);
    expect((await requestOf(workerId))?.widens).toBe(true);
    const held = async () =>
      (await world.perform(staff, {}, administrator)).workers.find(({ id }) => id === workerId)?.posts[0];
    expect(await held()).toMatchObject({ team: null, during: details.during });
    await confirmAll();
    expect(await held()).toMatchObject({ team: 'Toinen tiimi' });
  });

  test('waits where it ended long ago, and comes back at once where it was ended by mistake', async () => {
    const colleague = { ...person, givenName: 'Palaava', ...post('coach', '2020-01-01'), username: null };
    const { workerId } = await world.perform(addWorker, colleague, administrator, day('2021-01-04'));
    const request = await requestOf(workerId);
    const confirm = { requestId: request?.id ?? '', outcome: 'confirmed' as const };
    await world.perform(decidePost, confirm, 'pori-manager', day('2021-01-04'));
    const [before] =
      (await world.perform(staff, {}, administrator)).workers.find(({ id }) => id === workerId)?.posts ?? [];
    const details = { ...post('coach', '2020-01-01'), workerId, postId: before?.id ?? '' };
    const end = (to: string | null, on: Day) =>
      world.perform(changePost, { ...details, during: { from: '2020-01-01', to } }, administrator, on);
    expect((await end('2021-02-01', day('2021-01-10'))).waits).toBe(false);
    expect((await end(null, day('2021-01-20'))).waits).toBe(false);
    expect((await end('2021-02-01', day('2021-01-21'))).waits).toBe(false);
    expect((await end(null, world.today)).waits).toBe(true);
    const alone = async () => {
      const client = await db.appPool.connect();
      try {
        await client.query('begin');
        const asker = world.who(administrator);
        const claim = [
          asker.workerId,
          asker.organiserId,
          'none',
          world.today,
          `${world.today}T09:00:00Z`,
          null,
        ] as const;
        await client.query('select app_enter($1, $2, $3, $4, $5, $6, $7)', [...claim, proofOf('enter', ...claim)]);
        await client.query("update worker_post set during = '[2020-01-01,)' where id = $1", [before?.id]);
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    await expect(alone()).rejects.toThrow(/row-level security/);
  });
});

describe('a new colleague', () => {
  test('signs in with the password that was told once, and has to change it before anything else', async () => {
    const { workerId, half } = await world.perform(
      addWorker,
      { ...person, ...post('coach'), username: 'aino.uusi' },
      'pori-administrator',
    );
    await confirmAll();
    const password = await confirmed(workerId, { half: half ?? '' });
    const { token } = await signIn(world.house(), { username: 'Aino.Uusi', password }, at, 'fi');
    const who = await whoIs(db.app, token, world.today);
    expect([who?.workerId, who?.roles, who?.mustChange]).toEqual([workerId, ['coach'], true]);
    const answer = await world.perform(staff, {}, 'pori-manager');
    expect(answer.permitted).toEqual([]);
    expect(answer.workers.find(({ id }) => id === workerId)?.account).toEqual({
      username: 'aino.uusi',
      waitsUntil: null,
      mustChange: true,
      passwordGiven: { at: expect.any(String), by: 'Kari Aho' },
      passwordAsked: null,
    });
  });

  test('is added by administrators alone, under a username of one’s own', async () => {
    const input = { ...person, email: 'toinen.aino@pori.example', ...post('coach'), username: 'aino.uusi' };
    expect(await world.refusal(addWorker, input, 'pori-administrator')).toBe('username-taken');
    for (const by of ['pori-manager', 'pori-coach', 'pori-social-worker', 'pori-planner'] as const)
      expect(await world.refusal(addWorker, { ...input, username: 'toinen' }, by)).toBe('not-allowed');
  });

  test('is not added again under one name, in any letters or order, unless told apart by e-mail', async () => {
    const by = 'pori-administrator';
    const first = { ...person, familyName: 'Mäki-Kaima', givenName: 'Åsa', ...post('planner'), username: null };
    const { workerId } = await world.perform(addWorker, first, by);
    const again = [
      {},
      { familyName: 'MAKI KAIMA', givenName: 'asa' },
      { familyName: 'Åsa', givenName: 'Mäki-Kaima' },
      { phone: '040 123 4567' },
    ];
    for (const more of again) {
      expect(await world.refusal(addWorker, { ...first, ...more }, by)).toBe('namesake-alike');
    }
    const email = 'asa.kaima@pori.example';
    const other = await world.perform(addWorker, { ...first, email }, by);
    expect(await world.refusal(addWorker, { ...first, email: email.toUpperCase() }, by)).toBe('namesake-alike');
    const { phone, language } = first;
    const change = { familyName: 'Mäki-Kaima', givenName: 'Åsa', phone, language };
    expect(await world.refusal(changeWorker, { ...change, workerId: other.workerId, email: null }, by)).toBe(
      'namesake-alike',
    );
    expect(await world.refusal(changeWorker, { ...change, workerId, email }, by)).toBe('namesake-alike');
    await world.perform(changeWorker, { ...change, workerId: other.workerId, email, phone: '040 123 4567' }, by);
  });

  test('who instructs has a unit of the organiser’s', async () => {
    const input = { ...person, givenName: 'Oona', ...post('instructor'), username: null };
    expect(await world.refusal(addWorker, input, 'pori-administrator')).toBe('unit-missing');
    expect(await world.refusal(addWorker, { ...input, unitId: world.rauma.unitId }, 'pori-administrator')).toBe(
      'no-such-unit',
    );
    const { half } = await world.perform(addWorker, { ...input, unitId: world.pori.unitId }, 'pori-administrator');
    expect(half).toBeNull();
  });

  test('of another organiser is nobody’s to change', async () => {
    const workerId = world.workerId('rauma-coach');
    expect(await world.refusal(givePost, { workerId, ...post('planner') }, 'pori-administrator')).toBe(
      'no-such-colleague',
    );
    expect(await world.refusal(changeWorker, { workerId, ...person }, 'pori-administrator')).toBe('no-such-colleague');
    expect(await world.refusal(openAccount, { workerId, username: 'vieras' }, 'pori-administrator')).toBe(
      'no-such-colleague',
    );
    expect(await world.refusal(resetPassword, { workerId }, 'pori-administrator')).toBe('no-account');
  });
});

describe('a colleague’s details', () => {
  test('change: name, phone, e-mail and language', async () => {
    const workerId = world.workerId('pori-coach-2');
    const details = {
      familyName: 'Kivelä-Salo',
      givenName: 'Markus',
      phone: '044 701 0001',
      email: 'markus.kivela-salo@pori.example',
      language: 'sv' as const,
    };
    await world.perform(changeWorker, { workerId, ...details }, 'pori-administrator');
    const { workers: all } = await world.perform(staff, {}, 'pori-administrator');
    expect(all.find(({ id }) => id === workerId)).toMatchObject(details);
  });
});

describe('a post', () => {
  const workerId = () => world.workerId('pori-coach-2');
  const own = async (name: Parameters<World['workerId']>[0]) =>
    (await world.perform(staff, {}, 'pori-administrator')).workers.find(({ id }) => id === world.workerId(name))
      ?.posts ?? [];

  test('holds from its day; when the last one has ended, nobody gets in', async () => {
    const opened = await world.perform(
      openAccount,
      { workerId: workerId(), username: 'antti.nieminen' },
      'pori-administrator',
    );
    const password = await confirmed(workerId(), opened);
    const { token } = await signIn(world.house(), { username: 'antti.nieminen', password }, at, 'fi');
    const [before] = await own('pori-coach-2');
    const ended = {
      ...post('coach', before?.during.from),
      during: { from: before?.during.from ?? '', to: '2021-06-18' },
    };
    await world.perform(changePost, { workerId: workerId(), postId: before?.id ?? '', ...ended }, 'pori-administrator');
    expect((await whoIs(db.app, token, world.today))?.roles).toEqual(['coach']);
    expect(await whoIs(db.app, token, '2021-06-18' as typeof world.today)).toBeNull();
    // Taken back, the post holds as before.
    await world.perform(
      changePost,
      { workerId: workerId(), postId: before?.id ?? '', ...post('coach', before?.during.from) },
      'pori-administrator',
    );
    // Taken back within the instant, it was never held otherwise: it is asked for like any.
    await confirmAll();
    expect((await whoIs(db.app, token, '2021-06-18' as typeof world.today))?.roles).toEqual(['coach']);
  });

  test('is not had twice at once, does not become another role, and is given to nobody by oneself', async () => {
    expect(await world.refusal(givePost, { workerId: workerId(), ...post('coach') }, 'pori-administrator')).toBe(
      'post-overlaps',
    );
    const [before] = await own('pori-coach-2');
    const changed = { workerId: workerId(), postId: before?.id ?? '', ...post('planner') };
    expect(await world.refusal(changePost, changed, 'pori-administrator')).toBe('other-role');
    const self = world.workerId('pori-administrator');
    expect(await world.refusal(givePost, { workerId: self, ...post('social-worker') }, 'pori-administrator')).toBe(
      'not-to-oneself',
    );
    expect(await world.refusal(givePost, { workerId: workerId(), ...post('planner') }, 'pori-manager')).toBe(
      'not-allowed',
    );
  });

  test('does not end under the groups that its worker leads', async () => {
    const [before] = await own('pori-instructor');
    const ended = {
      ...post('instructor'),
      unitId: world.pori.unitId,
      during: { from: before?.during.from ?? '', to: '2021-07-01' },
    };
    const input = { workerId: world.workerId('pori-instructor'), postId: before?.id ?? '', ...ended };
    expect(await world.refusal(changePost, input, 'pori-administrator')).toBe('leads-groups');
  });
});

const at = { address: '192.0.2.1' };

/** The password whose first half one was told, once a manager has confirmed it. */
async function confirmed(workerId: string, { half }: { readonly half: string }): Promise<string> {
  const second = await world.perform(decidePassword, { workerId, outcome: 'confirmed' }, 'pori-manager');
  return `${half}-${second.half}`;
}

describe('an account', () => {
  test('that has to wait can be tried at once, and a new password ends the sessions of the old one', async () => {
    const workerId = world.workerId('pori-planner');
    const opened = await world.perform(openAccount, { workerId, username: 'jari.kallio' }, 'pori-administrator');
    const password = await confirmed(workerId, opened);
    const { token } = await signIn(world.house(), { username: 'jari.kallio', password }, at, 'fi');
    for (let n = 0; n < 6; n++)
      await signIn(world.house(), { username: 'jari.kallio', password: `guess ${n}` }, at, 'fi').catch(() => undefined);
    const account = async () =>
      (await world.perform(staff, {}, 'pori-administrator')).workers.find(({ id }) => id === workerId)?.account;
    expect((await account())?.waitsUntil).not.toBeNull();
    await world.perform(unlockAccount, { workerId }, 'pori-administrator');
    expect((await account())?.waitsUntil).toBeNull();

    const reset = await world.perform(resetPassword, { workerId }, 'pori-administrator');
    // Until a second person confirms it, all is as before.
    expect(await whoIs(db.app, token, world.today)).not.toBeNull();
    expect((await account())?.passwordAsked).toEqual({
      ...{ at: expect.any(String), by: 'Kari Aho', own: true, lost: false },
    });
    const renewed = { password: await confirmed(workerId, reset) };
    expect((await account())?.passwordAsked).toBeNull();
    expect(await whoIs(db.app, token, world.today)).toBeNull();
    await expect(signIn(world.house(), { username: 'jari.kallio', password }, at, 'fi')).rejects.toThrow();
    expect(
      (await signIn(world.house(), { username: 'jari.kallio', password: renewed.password }, at, 'fi')).token,
    ).toBeTruthy();
    expect(await world.refusal(resetPassword, { workerId }, 'pori-manager')).toBe('not-allowed');
    // Its holder is told who gave it, also once it was changed, which that other may have done; and so is the manager.
    const first = await signIn(world.house(), { username: 'jari.kallio', password: renewed.password }, at, 'fi');
    const next = 'polku-jarin-oma-2021';
    await changePassword(world.house().db, first.token, { current: renewed.password, next }, 'fi');
    const again = await signIn(world.house(), { username: 'jari.kallio', password: next }, at, 'fi');
    const origin = { at: expect.any(String), by: 'Kari Aho' };
    expect(await givenPassword(world.house().db, again.token)).toEqual(origin);
    const seen = (await world.perform(staff, {}, 'pori-manager')).workers.find(({ id }) => id === workerId);
    expect(seen?.account).toMatchObject({ mustChange: false, passwordGiven: origin });
    await db.ownerPool.query(`update platform_account set password_given_at = now() - interval '31 days'`);
    expect(await givenPassword(world.house().db, again.token)).toBeNull();
  });

  test('is nobody’s to take over alone: each of two persons knows half of a new password', async () => {
    const workerId = world.workerId('pori-instructor');
    const by = 'pori-administrator';
    const username = 'minna.salo';
    const { half } = await world.perform(openAccount, { workerId, username }, by);
    const tries = (password: string) =>
      signIn(world.house(), { username, password }, at, 'fi').then(
        () => 'in',
        () => 'out',
      );
    expect(await tries(half)).toBe('out');
    // Nor at the organisation's provider, where one might be called so.
    const atProvider = () => accountOfProvider(db.app, { subject: 'https://provider.example 7', username, groups: [] });
    expect(await atProvider()).toBeNull();
    const confirm = { workerId, outcome: 'confirmed' } as const;
    expect(await world.refusal(decidePassword, confirm, by)).toBe('password-second-person');
    for (const other of [
      'pori-instructor',
      'pori-coach',
      'pori-social-worker',
      'pori-planner',
      'pori-finance',
    ] as const)
      expect(await world.refusal(decidePassword, confirm, other)).toBe('not-allowed');
    expect(await world.refusal(decidePassword, confirm, 'rauma-manager')).toBe('no-account');
    await world.perform(decidePassword, { workerId, outcome: 'refused' }, 'pori-manager');
    expect(await world.refusal(decidePassword, confirm, 'pori-manager')).toBe('no-password-asked');
    const again = await world.perform(resetPassword, { workerId }, by);
    const once = await confirmed(workerId, again);
    for (const part of [again.half, once.slice(again.half.length + 1), `${half}${once.slice(again.half.length)}`])
      expect(await tries(part)).toBe('out');
    expect(await tries(once)).toBe('in');
    expect(await atProvider()).not.toBeNull();
    // Nor by SQL of whoever asks as the administrator: the database itself asks for the second person.
    await world.perform(resetPassword, { workerId }, by);
    const { workerId: admin, organiserId } = world.who(by);
    await expect(
      db.app.transaction().execute(async (tx) => {
        await enterAs(
          tx,
          { workerId: admin, organiserId },
          { purpose: 'none', today: world.today, now: '2021-06-17T09:00:00Z' },
        );
        await renewPassword(tx, workerId);
      }),
    ).rejects.toThrow('a second person gives a new password');
    // A manager’s own password is another’s to confirm.
    const own = world.workerId('pori-manager');
    await world.perform(openAccount, { workerId: own, username: 'leena.heino' }, by);
    expect(await world.refusal(decidePassword, { workerId: own, outcome: 'confirmed' }, 'pori-manager')).toBe(
      'password-second-person',
    );
    expect(await world.refusal(openAccount, { workerId: world.workerId(by), username: 'kari' }, by)).toBe(
      'own-password',
    );
  });

  test('keeps its codes with a new password, unless the phone is lost, which who confirms it is told', async () => {
    const workerId = world.workerId('pori-instructor');
    await db.ownerPool.query(
      "update platform_account set code_cipher = 'x', code_confirmed_at = now() where worker_id = $1",
      [workerId],
    );
    for (const lost of [false, true]) {
      const first = await world.perform(resetPassword, { workerId, lost }, 'pori-administrator');
      const { workers: all } = await world.perform(staff, {}, 'pori-manager');
      expect(all.find(({ id }) => id === workerId)?.account?.passwordAsked).toMatchObject({ lost });
      await confirmed(workerId, first);
      const { rows } = await db.ownerPool.query(
        'select code_confirmed_at is null as ended, half_ends_factors as asked from platform_account where worker_id = $1',
        [workerId],
      );
      expect(rows).toEqual([{ ended: lost, asked: false }]);
    }
  });

  test('leaves no password in the audit trail', async () => {
    const { rows } = await db.ownerPool.query('select act, detail::text as detail from platform_audit');
    const acts = rows.map(({ act }) => act);
    expect(acts).toEqual(
      expect.arrayContaining(['addWorker', 'changePost', 'openAccount', 'resetPassword', 'decidePassword']),
    );
    expect(rows.filter(({ detail }) => /password/i.test(detail))).toEqual([]);
  });
});

describe('the letters of surnames', () => {
  const share = (worker: Parameters<World['workerId']>[0], first: string, last: string) => ({
    workerId: world.workerId(worker),
    first,
    last,
  });
  const whole = () => [share('rauma-social-worker-a', 'A', 'M'), share('rauma-social-worker-r', 'N', 'Ö')];

  test('are shared anew as a whole from a day on; the shares before keep their days', async () => {
    const from = '2021-09-01';
    await world.perform(shareLetters, { from, shares: [share('pori-social-worker', 'A', 'Ö')] }, 'pori-manager');
    const { shares } = await world.perform(letterShares, {}, 'pori-administrator');
    expect(shares.map(({ worker, first, last, during }) => [worker, first, last, during.from])).toEqual([
      ['Sjöblom Päivi', 'A', 'Ö', from],
    ]);
    const { rows } = await db.ownerPool.query(
      'select letters::text, during::text from worker_letter_share where organiser_id = $1 order by lower(letters)',
      [world.rauma.id],
    );
    expect(rows.length).toBe(3);
  });

  test('are refused where one is left out, has two workers, or comes before the first', async () => {
    const from = '2021-10-01';
    const by = 'pori-administrator';
    const one = (first: string, last: string) => share('pori-social-worker', first, last);
    expect(await world.refusal(shareLetters, { from, shares: [one('A', 'Ä')] }, by)).toBe('letters-left-out');
    expect(await world.refusal(shareLetters, { from, shares: [one('A', 'Ö'), one('K', 'K')] }, by)).toBe(
      'letters-twice',
    );
    expect(await world.refusal(shareLetters, { from, shares: [one('Ö', 'A')] }, by)).toBe('letters-backwards');
    expect(await world.refusal(shareLetters, { from, shares: whole() }, by)).toBe('no-such-worker');
    expect(await world.refusal(shareLetters, { from: '2021-06-16', shares: [one('A', 'Ö')] }, by)).toBe('day-is-past');
    expect(await world.refusal(shareLetters, { from, shares: [one('A', 'Ö')] }, 'pori-social-worker')).toBe(
      'not-allowed',
    );
  });

  test('keep their social worker until they are shared anew', async () => {
    const { workers: all } = await world.perform(staff, {}, 'pori-administrator');
    const [before] = all.find(({ id }) => id === world.workerId('pori-social-worker'))?.posts ?? [];
    const input = {
      workerId: world.workerId('pori-social-worker'),
      postId: before?.id ?? '',
      ...post('social-worker'),
      during: { from: before?.during.from ?? '', to: '2021-12-01' },
    };
    expect(await world.refusal(changePost, input, 'pori-administrator')).toBe('answers-for-letters');
  });
});

describe('the power to decide', () => {
  const administrator = 'pori-administrator';
  const postOf = async (name: 'pori-social-worker' | 'pori-coach') => {
    const { workers: all } = await world.perform(staff, {}, administrator);
    const post = all.find(({ id }) => id === world.workerId(name))?.posts[0];
    if (!post) throw new Error('A worker has a post');
    return { workerId: world.workerId(name), postId: post.id, post };
  };
  const rights = {
    services: ['open-work' as const],
    delegation: 'Hallintosääntö 12 §',
    during: { from: '2021-06-17', to: null },
  };
  const gapsOf = async () => {
    const { services } = await world.perform(deciding, {}, 'pori-manager');
    return services.find(({ service }) => service === 'open-work')?.gaps;
  };

  test('is given to a post in public office, of services for persons with disabilities to a professional', async () => {
    const { workerId, postId, post } = await postOf('pori-coach');
    expect(await world.refusal(giveDecidingRights, { workerId, postId, ...rights }, 'pori-manager')).toBe(
      'not-allowed',
    );
    expect(await world.refusal(giveDecidingRights, { workerId, postId, ...rights }, administrator)).toBe(
      'not-public-office',
    );
    const { id: _, unit: __, decides: ___, version: ____, ...details } = post;
    await world.perform(changePost, { workerId, ...details, postId, publicOffice: true }, administrator);
    expect(await world.refusal(giveDecidingRights, { workerId, postId, ...rights }, administrator)).toBe(
      'not-professional',
    );
    await world.perform(
      changePost,
      { workerId, ...details, postId, publicOffice: true, professional: true },
      administrator,
    );
    await world.perform(giveDecidingRights, { workerId, postId, ...rights }, administrator);
    expect(await world.refusal(giveDecidingRights, { workerId, postId, ...rights }, administrator)).toBe(
      'decides-already',
    );
    expect((await postOf('pori-coach')).post.decides).toMatchObject([
      { service: 'open-work', delegation: 'Hallintosääntö 12 §' },
    ]);
    const bare = { workerId, ...details, postId, publicOffice: false, professional: false };
    expect(await world.refusal(changePost, bare, administrator)).toBe('decides-still');
    const half = { ...bare, publicOffice: true };
    expect(await world.refusal(changePost, half, administrator)).toBe('decides-still');
    const rightId = (await postOf('pori-coach')).post.decides[0]?.id ?? '';
    await world.perform(changeDecidingRight, { workerId, rightId, during: null }, administrator);
    await world.perform(changePost, bare, administrator);
  });

  test('ends with the post, and comes back with it; the days without a decider are told to the manager', async () => {
    await sql`delete from worker_letter_share where worker_id = ${world.workerId('pori-social-worker')}`.execute(
      db.owner,
    );
    expect(await gapsOf()).toEqual([]);
    const { workerId, postId, post } = await postOf('pori-social-worker');
    const { id: _, unit: __, decides: ___, version: ____, ...details } = post;
    const others = await world.perform(deciding, {}, administrator);
    const deciders = others.services.find(({ service }) => service === 'open-work')?.deciders ?? [];
    expect(deciders.map((one) => one.workerId)).toEqual([workerId]);
    const ended = { ...details, during: { from: details.during.from, to: '2021-09-01' } };
    await world.perform(changePost, { workerId, postId, ...ended }, administrator);
    expect(await gapsOf()).toEqual([{ from: '2021-09-01', to: '2022-06-17' }]);
    await world.perform(changePost, { workerId, postId, ...details }, administrator);
    await confirmAll();
    expect(await gapsOf()).toEqual([]);
    const right = (await postOf('pori-social-worker')).post.decides.find(({ service }) => service === 'open-work');
    const rightId = right?.id ?? '';
    const from = right?.during.from ?? '';
    const until = (to: string) => ({ workerId, rightId, during: { from, to } });
    await world.perform(changeDecidingRight, until('2021-12-01'), administrator);
    expect(await gapsOf()).toEqual([{ from: '2021-12-01', to: '2022-06-17' }]);
    expect(await world.refusal(changeDecidingRight, { workerId, rightId, during: null }, administrator)).toBe(
      'right-has-held',
    );
    const early = { workerId, rightId, during: { from: '1990-01-01', to: null } };
    expect(await world.refusal(changeDecidingRight, early, administrator)).toBe('outside-post');
    await world.perform(changeDecidingRight, { workerId, rightId, during: { from, to: null } }, administrator);
  });
});
