/** What stands on dated things keeps them from being shortened under it: refused with the days named, or taken along. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  agreement,
  approveAgreement,
  changePlacement,
  makeAgreement,
  placements,
  renewAgreement,
} from '../src/casework/agreement/acts.ts';
import { parties } from '../src/casework/agreement/words.ts';
import { contacts, planVisit, recordContact } from '../src/casework/coaching/acts.ts';
import { addEmployer } from '../src/casework/employer/acts.ts';
import { correctExit, exitClient, takeBackExit } from '../src/casework/exit/acts.ts';
import { addGroup, addUnit, changeGroup, changeUnit } from '../src/casework/organiser/acts.ts';
import { endPlacement, place } from '../src/casework/placement/acts.ts';
import { setRate } from '../src/casework/rate/acts.ts';
import { endRelationship, takeBackStart } from '../src/casework/relationship/acts.ts';
import {
  changeGroupWithLeads,
  decidePost,
  givePost,
  planGroupLeads,
  postRequests,
} from '../src/casework/worker/acts.ts';
import { day } from '../src/kernel/day.ts';
import { languages } from '../src/kernel/language.ts';
import { ProblemError } from '../src/kernel/problem.ts';
import { newId } from '../src/server/id.ts';
import { perform } from '../src/server/perform.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { makeWorld, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
let shop: { employerId: string; workplaceId: string };
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  const workplace = { name: 'Lähikauppa, piste', contactName: 'Mattila Kari' };
  const employer = { name: 'Lähikauppa', sector: 'private' as const, workplace };
  shop = await world.perform(addEmployer, employer, 'pori-coach', day('2020-01-01'));
});
afterAll(() => db.close());

const from = '2021-05-03';

/** A client whom a coach answers for; the rooms that decide and begin a service have tests of their own. */
async function begun() {
  const { clientId } = await world.refer({ receivedOn: '2021-04-01' });
  const relationshipId = newId();
  await sql`insert into relationship_relationship (id, organiser_id, client_id, service, offering_id, during)
    values (${relationshipId}, ${world.pori.id}, ${clientId}, 'open-work', ${world.pori.offerings['open-work']}, '[2021-05-03,)')`.execute(
    db.owner,
  );
  await sql`insert into relationship_responsible (organiser_id, client_id, relationship_id, worker_id, role, during)
    values (${world.pori.id}, ${clientId}, ${relationshipId}, ${world.workerId('pori-coach')}, 'coach', '[2021-05-03,)')`.execute(
    db.owner,
  );
  return { clientId, relationshipId };
}

async function agreed() {
  const whose = await begun();
  const { clientId } = whose;
  const week = { slots: [{ weekday: 1, half: 'am' } as const], startsAt: '09:00', endsAt: '13:00' };
  const where = { ...whose, ...week, workplaceId: shop.workplaceId, from };
  const { placementId } = await world.perform(place, where, 'pori-coach');
  const draft = { tasks: 'Hyllytys', hours: 'ma 9–13', during: { from, to: '2021-11-03' } };
  const { agreementId } = await world.perform(makeAgreement, { clientId, placementId, ...draft }, 'pori-coach');
  await approvedByAll(clientId, agreementId);
  return { ...whose, placementId, agreementId };
}

async function approvedByAll(clientId: string, agreementId: string) {
  const { contentHash } = (await world.perform(agreement, { clientId, agreementId }, 'pori-coach')).agreement;
  for (const party of parties)
    await world.perform(approveAgreement, { clientId, agreementId, party, contentHash }, 'pori-coach');
}

const exit = { lastDay: '2021-06-09', reason: 'studies', destination: 'studies' } as const;

describe('an agreement', () => {
  const agreementNow = async ({ clientId, agreementId }: { clientId: string; agreementId: string }) =>
    (await world.perform(agreement, { clientId, agreementId }, 'pori-coach')).agreement;
  const agreedDays = async (placementId: string) =>
    (
      await db.ownerPool.query(
        'select during::text, agreed_until_on as until from agreement_agreement where placement_id = $1 order by lower(during)',
        [placementId],
      )
    ).rows;

  test('ends with its placement, and stays what the three approved', async () => {
    const whose = await agreed();
    const end = { clientId: whose.clientId, placementId: whose.placementId, on: '2021-06-10' };
    await world.perform(endPlacement, end, 'pori-coach');
    expect(await agreedDays(whose.placementId)).toEqual([{ during: '[2021-05-03,2021-06-10)', until: '2021-11-03' }]);
    const ended = await agreementNow(whose);
    expect(ended).toMatchObject({ during: { from, to: '2021-11-03' }, waitingFor: [], state: 'ended' });
    expect(ended.approved).toHaveLength(3);
  });

  test('goes on with its renewal, both still approved, when the end is taken back', async () => {
    const whose = await agreed();
    const { clientId, placementId, agreementId } = whose;
    const renewal = await world.perform(renewAgreement, { clientId, agreementId, to: '2022-05-03' }, 'pori-coach');
    await approvedByAll(clientId, renewal.agreementId);
    const before = await world.perform(placements, { clientId }, 'pori-coach');
    const ended = { clientId, relationshipId: whose.relationshipId, ...exit };
    const { exitId } = await world.perform(exitClient, ended, 'pori-coach');
    expect(await agreedDays(placementId)).toEqual([{ during: '[2021-05-03,2021-06-10)', until: '2021-11-03' }]);
    await world.perform(takeBackExit, { clientId, exitId, why: 'Väärä asiakas.' }, 'pori-coach', day('2021-06-18'));
    expect(await world.perform(placements, { clientId }, 'pori-coach')).toEqual(before);
  });

  test('of days after a change lies within the changed placement, as a draft', async () => {
    const { clientId, placementId, agreementId } = await agreed();
    await world.perform(renewAgreement, { clientId, agreementId, to: '2022-05-03' }, 'pori-coach');
    const slots = [{ weekday: 2, half: 'am' } as const];
    const change = { clientId, placementId, from: '2021-07-01', slots, startsAt: '09:00', endsAt: '13:00' };
    const next = await world.perform(changePlacement, change, 'pori-coach');
    expect(await agreedDays(next.placementId)).toEqual([
      { during: '[2021-07-01,2021-11-03)', until: null },
      { during: '[2021-11-03,2022-05-03)', until: null },
    ]);
    expect(await agreementNow({ clientId, agreementId: next.agreementId ?? '' })).toMatchObject({ state: 'draft' });
  });
});

describe('contacts, appointments and exits', () => {
  const called = (whose: { clientId: string; relationshipId: string }, heldOn: string) =>
    world.perform(recordContact, { ...whose, kind: 'call', heldOn }, 'pori-coach');
  const outside = async (relationshipId: string) =>
    (
      await db.ownerPool.query<{ on: string }>(
        'select held_on as on from coaching_contact where relationship_id = $1 and outside_service order by 1',
        [relationshipId],
      )
    ).rows.map(({ on }) => on);

  test.each(languages)('stand in the way of an earlier end, and the refusal names the days in %s', async (language) => {
    const whose = await begun();
    await called(whose, '2021-06-10');
    await called(whose, '2021-06-15');
    const by = { who: { ...world.who('pori-coach'), language }, language };
    const sent = await world.looked(exitClient, { ...whose, ...exit }, 'pori-coach');
    const problem = await perform(world.house(), exitClient, sent, by).then(
      () => null,
      (error: unknown) => (error instanceof ProblemError ? error.problem : error),
    );
    expect(problem).toMatchObject({
      type: '/problems/contacts-held-after',
      status: 409,
      days: [
        { from: '2021-06-10', to: '2021-06-11' },
        { from: '2021-06-15', to: '2021-06-16' },
      ],
    });
    expect(problem).toMatchObject({ detail: expect.stringContaining('10') });
  });

  test('are kept outside the service where one says so, and are of it again when the end moves or is taken back', async () => {
    const whose = await begun();
    const { clientId, relationshipId } = whose;
    await called(whose, '2021-06-08');
    await called(whose, '2021-06-10');
    await called(whose, '2021-06-15');
    const { exitId } = await world.perform(exitClient, { ...whose, ...exit, keepContacts: true }, 'pori-coach');
    expect(await outside(relationshipId)).toEqual(['2021-06-10', '2021-06-15']);
    const listed = await world.perform(contacts, { clientId }, 'pori-coach');
    expect(listed.contacts.map(({ heldOn, outsideService }) => [heldOn, outsideService])).toEqual([
      ['2021-06-15', true],
      ['2021-06-10', true],
      ['2021-06-08', false],
    ]);
    const moved = { clientId, exitId, ...exit, lastDay: '2021-06-12', keepContacts: true, why: 'Kävi vielä.' };
    await world.perform(correctExit, moved, 'pori-coach');
    expect(await outside(relationshipId)).toEqual(['2021-06-15']);
    await world.perform(takeBackExit, { clientId, exitId, why: 'Jatkaa.' }, 'pori-coach');
    expect(await outside(relationshipId)).toEqual([]);
  });

  test('that still wait are called off with the service, and keep it from ending by itself', async () => {
    const whose = await begun();
    await world.perform(planVisit, { ...whose, kind: 'meeting', dueOn: '2021-06-20' }, 'pori-coach');
    expect(await world.problem(endRelationship, { ...whose, on: '2021-06-18' }, 'pori-coach')).toMatchObject({
      type: '/problems/something-goes-on',
      days: [{ from: '2021-06-20', to: '2021-06-21' }],
    });
    expect(await world.refusal(takeBackStart, { ...whose, why: 'Väärin' }, 'pori-coach')).toBe(
      'appointments-stand-on-it',
    );
    await world.perform(exitClient, { ...whose, ...exit }, 'pori-coach');
    const { rows } = await db.ownerPool.query('select outcome from coaching_appointment where relationship_id = $1', [
      whose.relationshipId,
    ]);
    expect(rows).toEqual([{ outcome: 'cancelled' }]);
  });

  test('of an exit: its last day keeps the relationship from ending before it', async () => {
    const whose = await begun();
    await world.perform(exitClient, { ...whose, ...exit }, 'pori-coach');
    expect(await world.problem(endRelationship, { ...whose, on: '2021-06-08' }, 'pori-coach')).toMatchObject({
      type: '/problems/exit-stands-on-it',
      days: [{ from: '2021-06-09', to: '2021-06-10' }],
    });
  });

  test('cannot be written outside the relationship past the acts', async () => {
    const { clientId, relationshipId } = await begun();
    const values = [world.pori.id, clientId, relationshipId, world.workerId('pori-coach')];
    const contact = `insert into coaching_contact (organiser_id, client_id, relationship_id, worker_id, kind, held_on) values ($1, $2, $3, $4, 'call', '2021-05-02')`;
    await expect(db.ownerPool.query(contact, values)).rejects.toThrow('contact_within_relationship');
    const appointment = `insert into coaching_appointment (organiser_id, client_id, relationship_id, worker_id, kind, due_on) values ($1, $2, $3, $4, 'call', '2021-05-02')`;
    await expect(db.ownerPool.query(appointment, values)).rejects.toThrow('appointment_within_relationship');
    const early = `insert into exit_exit (organiser_id, client_id, relationship_id, recorded_by_id, ended_on, reason, destination) values ($1, $2, $3, $4, '2021-05-03', 'studies', 'studies')`;
    await expect(db.ownerPool.query(early, values)).rejects.toThrow('exit_within_relationship');
  });
});

describe('what an organiser is made of', () => {
  const open = { from: '2021-08-01', to: null };
  const short = { from: '2021-08-01', to: '2021-12-01' };
  const unit = { kind: 'activity-centre' as const, municipalityCode: '609', street: null, providerId: null };
  const part = { capacity: 8, leadRotationMonths: null, weekdays: [1], halves: ['am' as const], meal: false };

  async function unitAndGroup(name: string) {
    const { unitId } = await world.perform(addUnit, { ...unit, name, during: open }, 'pori-manager');
    const group = { ...part, name, unitId, service: 'work-activity' as const, during: open };
    return { unitId, groupId: (await world.perform(addGroup, group, 'pori-manager')).groupId };
  }
  const leads = async (groupId: string) =>
    (
      await db.ownerPool.query<{ during: string }>(
        'select during::text from worker_group_lead where group_id = $1 order by 1',
        [groupId],
      )
    ).rows.map(({ during }) => during);

  test('a group does not end under its leader: refused with the days, or the leader’s turn ends with it and goes on with it', async () => {
    const { groupId } = await unitAndGroup('Vetovuorot');
    const workerIds = [world.workerId('pori-instructor')];
    await world.perform(planGroupLeads, { groupId, workerIds, from: '2021-08-01' }, 'pori-manager');
    const ending = { ...part, name: 'Vetovuorot', groupId, during: short };
    expect(await world.problem(changeGroup, ending, 'pori-manager')).toMatchObject({
      type: '/problems/leads-in-group',
      status: 409,
      days: [{ from: '2021-08-01', to: null }],
    });
    await world.perform(changeGroupWithLeads, ending, 'pori-manager');
    expect(await leads(groupId)).toEqual(['[2021-08-01,2021-12-01)']);
    await world.perform(planGroupLeads, { groupId, workerIds, from: '2021-09-01' }, 'pori-manager');
    expect(await leads(groupId)).toEqual(['[2021-08-01,2021-09-01)', '[2021-09-01,2021-12-01)']);
    await world.perform(changeGroupWithLeads, { ...ending, during: open }, 'pori-manager');
    expect(await leads(groupId)).toEqual(['[2021-08-01,2021-09-01)', '[2021-09-01,)']);
    expect(await world.refusal(changeGroupWithLeads, ending, 'pori-instructor')).toBe('not-allowed');
  });

  test('a unit does not end under the posts at it, and no post begins there before it', async () => {
    const { unitId } = await world.perform(addUnit, { ...unit, name: 'Paja', during: open }, 'pori-manager');
    const post = {
      workerId: world.workerId('pori-coach-2'),
      role: 'instructor' as const,
      unitId,
      fullTimeShare: 1,
      hoursAWeek: null,
      agreedCaseload: null,
      team: null,
      publicOffice: false,
      professional: false,
    };
    const early = { ...post, during: { from: '2021-07-01', to: null } };
    expect(await world.refusal(givePost, early, 'pori-administrator')).toBe('unit-not-in-use');
    await world.perform(givePost, { ...post, during: open }, 'pori-administrator');
    const [request] = (await world.perform(postRequests, {}, 'pori-manager')).requests;
    await world.perform(decidePost, { requestId: request?.id ?? '', outcome: 'confirmed' }, 'pori-manager');
    expect(
      await world.problem(changeUnit, { ...unit, name: 'Paja', unitId, during: short }, 'pori-manager'),
    ).toMatchObject({ type: '/problems/posts-in-unit', days: [open] });
  });

  test('an employer’s share holds on days of the employer alone', async () => {
    const rate = {
      kind: 'employer-share' as const,
      employerId: shop.employerId,
      amount: 500,
      rule: 'Sopimus',
      during: { from: '2019-01-01', to: null },
    };
    expect(await world.refusal(setRate, rate, 'pori-finance')).toBe('employer-not-in-use');
  });
});
