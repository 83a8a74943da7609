import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placements } from '../src/casework/agreement/acts.ts';
import {
  changeAddress,
  changeClient,
  client,
  correctionsOf,
  endedClient,
  endedOpenings,
  openEndedClient,
  recordBenefit,
  recordReason,
} from '../src/casework/client/acts.ts';
import { contacts, recordContact } from '../src/casework/coaching/acts.ts';
import { compensationStatement } from '../src/casework/compensation/acts.ts';
import { referOver } from '../src/casework/cooperation/acts.ts';
import { decide, decisionFrame, decisionLetter, decisionsOf, referrals } from '../src/casework/decision/acts.ts';
import { endPlacement, place } from '../src/casework/placement/acts.ts';
import { makePlan, plansOf } from '../src/casework/plan/acts.ts';
import { correctReferral, receiveReferralOfClient, withdrawReferral } from '../src/casework/referral/acts.ts';
import { startRelationship } from '../src/casework/relationship/acts.ts';
import { figureCases } from '../src/figures/acts.ts';
import { addDays, type Day, day } from '../src/kernel/day.ts';
import type { Service } from '../src/kernel/service.ts';
import { clientPage } from '../src/screens/client/board.ts';
import { searchClients } from '../src/screens/clients/board.ts';
import { personRecords } from '../src/screens/same-person/board.ts';
import type { OutputOf, Purpose } from '../src/server/act.ts';
import type { Write } from '../src/server/database/pool.ts';
import { newId } from '../src/server/id.ts';
import { enterAs } from '../src/server/perform.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { partAtWorkplace, takingPart } from './taking-part.ts';
import { explanations, makeWorld, unheard, type WorkerName, type World } from './world.ts';

// Who reads what of a client, by relation, service and time.

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const by = 'pori-social-worker';

async function decided(clientId: string, referralId: string, outcome: 'grant' | 'deny', on: Day, from = on) {
  const frame = await world.perform(decisionFrame, { clientId, referralId }, by, on);
  const decision = {
    clientId,
    referralId,
    outcome,
    decidedOn: on,
    during: outcome === 'grant' ? { from, to: null } : null,
    unheard: outcome === 'grant' ? null : unheard,
    reasons: 'Perustelu.',
    explanations,
    provisions: frame.provisions.map(({ id }) => id),
  };
  return (await world.perform(decide, decision, by, on)).decisionId;
}

describe('who receives referrals of a service', () => {
  const opens = async (clientId: string, on: Day) => {
    try {
      return (await world.perform(clientPage, { clientId }, 'pori-coach', on)).client.id === clientId;
    } catch {
      expect(await world.refusal(clientPage, { clientId }, 'pori-coach', on)).toBe('not-found');
      return false;
    }
  };

  test('opens the client while the matter is pending', async () => {
    const { clientId } = await world.refer({ receivedOn: '2021-05-03' });
    expect(await opens(clientId, day('2021-06-17'))).toBe(true);
  });

  test('opens what waits for its decision for a year, and no longer', async () => {
    const { clientId } = await world.refer({ receivedOn: '2020-06-01' });
    for (const [on, is] of [
      ['2020-12-15', true],
      ['2021-05-31', true],
      ['2021-06-01', false],
    ] as const)
      expect(await opens(clientId, day(on)), on).toBe(is);
  });

  test('reads and changes nothing of whoever was denied, from the day after', async () => {
    const { clientId, referralId } = await world.refer({ receivedOn: '2021-05-03' });
    const on = day('2021-06-10');
    await decided(clientId, referralId, 'deny', on);
    expect(await opens(clientId, on)).toBe(true);
    expect(await opens(clientId, addDays(on, 1))).toBe(false);
  });

  test('nor of whoever withdrew', async () => {
    const { clientId, referralId } = await world.refer({ receivedOn: '2021-05-03' });
    const on = day('2021-06-10');
    await world.perform(withdrawReferral, { clientId, referralId, on }, by, on);
    expect(await opens(clientId, addDays(on, 1))).toBe(false);
  });

  test('opens whoever was granted until it has its place, and thirty days to finish what was left open', async () => {
    const { clientId, referralId } = await world.refer({ service: 'work-activity', receivedOn: '2021-03-01' });
    const on = day('2021-03-15');
    const decisionId = await decided(clientId, referralId, 'grant', on);
    expect(await opens(clientId, day('2021-05-01'))).toBe(true);
    const offeringId = world.pori.offerings['work-activity'] as string;
    const begin = { clientId, decisionId, offeringId, from: '2021-05-03', workerId: null };
    const { relationshipId } = await world.perform(startRelationship, begin, by, day('2021-05-03'));
    // Nobody answers yet for what has no place.
    expect(await opens(clientId, day('2021-06-10'))).toBe(true);
    const groupId = world.pori.groups['work-activity'] as string;
    const placed = {
      clientId,
      relationshipId,
      groupId,
      workplaceId: null,
      slots: [{ weekday: 2 as const, half: 'am' as const }],
      from: '2021-05-03',
    };
    await world.perform(place, placed, by, day('2021-05-03'));
    expect(await opens(clientId, day('2021-05-20'))).toBe(true);
    expect(await opens(clientId, day('2021-06-02'))).toBe(false);
  });
});

describe('an official', () => {
  const reads = async (clientId: string, on: Day, worker: WorkerName = by) => {
    try {
      return (await world.perform(clientPage, { clientId }, worker, on)).client.id === clientId;
    } catch {
      // That one is a client at all is known to who keeps the register; to the others there is no such client.
      const code = await world.refusal(clientPage, { clientId }, worker, on);
      expect(code).toBe(worker === by ? 'not-allowed' : 'not-found');
      return false;
    }
  };

  test('reads a client until thirty days after the matter was withdrawn', async () => {
    const { clientId, referralId } = await world.refer({ receivedOn: '2021-05-03' });
    await world.perform(withdrawReferral, { clientId, referralId, on: '2021-05-10' }, by, day('2021-05-10'));
    expect(await reads(clientId, day('2021-06-08'))).toBe(true);
    expect(await reads(clientId, day('2021-06-09'))).toBe(false);
  });

  test('reads whoever was denied as long as rectification can be asked for', async () => {
    const { clientId, referralId } = await world.refer({ receivedOn: '2021-03-03' });
    await decided(clientId, referralId, 'deny', day('2021-03-10'));
    expect(await reads(clientId, day('2021-05-08'))).toBe(true);
    expect(await reads(clientId, day('2021-05-09'))).toBe(false);
  });

  test('opens an ended client for a stated reason and a day, and nobody else does', async () => {
    const { clientId, referralId } = await world.refer({ receivedOn: '2021-01-04' });
    const phone = '044 999 1234';
    const address = { street: null, postalCode: null, postOffice: null, phone, email: 'aari@example.fi' };
    const received = day('2021-01-04');
    await world.perform(changeAddress, { clientId, address, from: received }, by, received);
    await world.perform(withdrawReferral, { clientId, referralId, on: '2021-01-05' }, by, day('2021-01-05'));
    expect(await reads(clientId, world.today)).toBe(false);
    // Nor is the client found by what only who opens the client reads, of which parts could be tried one after another.
    const isFoundBy = async (text: string) =>
      (await world.perform(searchClients, { text, limit: 1000 }, by)).clients.some(({ id }) => id === clientId);
    for (const text of [phone, '9991234', 'aari@example.fi']) expect(await isFoundBy(text), text).toBe(false);
    expect(await isFoundBy('Ääri')).toBe(true);
    const rows = async () =>
      db.app.transaction().execute(async (tx) => {
        await enterAs(tx, world.who(by), { purpose: 'case', today: world.today, now: world.house().clock.now() });
        return (await sql`select from referral_referral where client_id = ${clientId}`.execute(tx)).rows.length;
      });
    expect(await rows()).toBe(0);
    expect(await world.perform(endedClient, { clientId }, by)).toMatchObject({ name: 'Ääri Väinö' });
    const isCase = async () => {
      const asked = { id: 'pending', organiser: 'pori-perusturva', service: 'open-work', asOf: '2021-01-04' };
      return (await world.perform(figureCases, asked, by)).clients.some((one) => one.clientId === clientId);
    };
    expect(await isCase()).toBe(false);
    const why = { clientId, reason: 'client-asked' as const, words: 'Asiakas pyysi tietonsa.' };
    for (const other of ['pori-coach', 'pori-manager', 'pori-finance', 'rauma-social-worker-a'] as const)
      expect(await world.refusal(openEndedClient, why, other)).toBe('not-found');
    for (const words of [
      'lyhyt',
      '----------',
      '. . . . . . .',
      'xxxxxxxxxxxxx',
      'x x x x x x x',
      'asdf asdf asdf',
      '1234567890 12',
    ])
      expect([words, await world.refusal(openEndedClient, { ...why, words }, by)]).toEqual([words, 'wrong-input']);
    await world.perform(openEndedClient, why, by);
    expect(await world.refusal(openEndedClient, why, by)).toBe('open-already');
    expect(await reads(clientId, world.today)).toBe(true);
    expect(await isCase()).toBe(true);
    expect(await isFoundBy(phone)).toBe(true);
    expect(await reads(clientId, addDays(world.today, 1))).toBe(false);
    const { rows: kept } = await db.ownerPool.query(
      "select detail from platform_audit where act = 'openEndedClient' and clients @> array[$1::uuid]",
      [clientId],
    );
    expect(kept).toContainEqual({ detail: { reason: 'client-asked' } });
    const { openings } = await world.perform(endedOpenings, {}, 'pori-manager');
    expect(openings).toMatchObject([{ worker: 'Sjöblom Päivi', reason: 'client-asked', words: why.words }]);
    expect(JSON.stringify(openings)).not.toContain(clientId);
    expect((await world.perform(endedOpenings, {}, 'rauma-manager')).openings).toEqual([]);
    expect(await world.refusal(endedOpenings, {}, 'pori-administrator')).toBe('not-allowed');
  });

  test('knows of whom the register alone shows the name, birthday and municipality, until the client is opened for a reason', async () => {
    const { clientId, referralId } = await world.refer({ familyName: 'Rekisteri', receivedOn: '2021-01-04' });
    const inRegister = ['id', 'familyName', 'givenNames', 'birthOn', 'municipality', 'foundBy'].sort();
    const details = { gender: 'male', motherTongue: 'ar', serviceLanguage: 'sv', easyLanguage: true } as const;
    const on = day('2021-01-04');
    await world.perform(changeClient, { clientId, ...details, identityCode: '010190-905V', birthOn: null }, by, on);
    await world.perform(withdrawReferral, { clientId, referralId, on: '2021-01-05' }, by, day('2021-01-05'));
    const found = async () => (await world.perform(searchClients, { text: 'Rekisteri' }, by)).clients;
    expect((await found()).map((one) => Object.keys(one).sort())).toEqual([inRegister]);
    const own = (await world.refer({ familyName: 'Rekisteri', receivedOn: '2021-06-01' })).clientId;
    const compared = async () =>
      (await world.perform(personRecords, { clientId: own, withId: clientId }, by)).other as NonNullable<
        OutputOf<typeof personRecords>['other']
      >;
    const shown = await compared();
    expect(shown).toMatchObject({ open: false, familyName: 'Rekisteri', gender: null, serviceLanguage: null });
    expect(shown).toMatchObject({ identityMasked: null, identityTemporary: null, referrals: [], services: [] });
    expect(Object.keys(shown)).not.toEqual(expect.arrayContaining(['motherTongue']));
    expect(Object.keys(shown)).not.toEqual(expect.arrayContaining(['easyLanguage']));
    const why = { clientId, reason: 'client-asked' as const, words: 'Kaksi korttia, ehkä sama henkilö.' };
    await world.perform(openEndedClient, why, by);
    expect(await compared()).toMatchObject({
      ...{ open: true, gender: 'male', serviceLanguage: 'sv' },
      identityMasked: expect.stringMatching(/^010190/),
      referrals: [{ service: 'open-work' }],
    });
  });

  test('receives a new matter of an ended client, and reads the client by it', async () => {
    const { clientId, referralId } = await world.refer({ receivedOn: '2021-01-04' });
    await world.perform(withdrawReferral, { clientId, referralId, on: '2021-01-05' }, by, day('2021-01-05'));
    const anew = {
      service: 'open-work',
      source: 'own-contact',
      kind: 'own-contact',
      receivedOn: '2021-06-16',
    } as const;
    await world.perform(receiveReferralOfClient, { clientId, ...anew }, by);
    expect(await reads(clientId, world.today)).toBe(true);
  });

  test('reaches clients of the service tasks of the post only', async () => {
    const { clientId } = await world.refer({ receivedOn: '2021-05-03' });
    const tasks = (value: string) =>
      db.ownerPool.query('update worker_post set tasks = $1 where worker_id = $2', [value, world.workerId(by)]);
    await tasks('{working-age}');
    expect(await reads(clientId, world.today)).toBe(false);
    await tasks('{disability}');
    expect(await reads(clientId, world.today)).toBe(true);
  });
});

describe('finance', () => {
  test('reaches whom it has an account of, while vouchers are kept; nothing of why and how one is served', async () => {
    const { workplaceId } = await partAtWorkplace(world, 'Tilikauppa');
    const { clientId } = await takingPart(world, { service: 'open-work', workplaceId, weekdays: [1] });
    const { clientId: waiting } = await world.refer({ receivedOn: '2021-05-03' });
    const month = (whose: string, on: Day) =>
      world
        .refusal(compensationStatement, { clientId: whose, month: '2021-05' }, 'pori-finance', on)
        .catch(() => 'done');
    expect(await month(clientId, world.today)).not.toBe('not-found');
    expect(await month(waiting, world.today)).toBe('not-found');
    const [placed] = (await world.perform(placements, { clientId }, 'pori-coach')).placements;
    await world.perform(
      endPlacement,
      { clientId, placementId: placed?.id as string, on: '2021-06-18' },
      'pori-coach',
      day('2021-06-18'),
    );
    expect(await month(clientId, day('2024-12-31'))).not.toBe('not-found');
    expect(await month(clientId, day('2025-01-01'))).toBe('not-found');
    await db.app.transaction().execute(async (tx) => {
      await enterAs(tx, world.who('pori-finance'), {
        purpose: 'money',
        today: world.today,
        now: world.house().clock.now(),
      });
      for (const table of ['decision_decision', 'referral_referral', 'plan_plan', 'coaching_contact', 'client_reason'])
        expect([table, (await sql`select from ${sql.table(table)}`.execute(tx)).rows]).toEqual([table, []]);
    });
  });
});

describe('who instructs or leads a group', () => {
  const coach = 'pori-coach';
  const instructor = 'pori-instructor';
  let clientId: string;
  let other: string;
  let own: string;
  /** Keys of what is of the other service. */
  let otherService: readonly string[];

  const plan = (service: Service, goal: string) =>
    world.perform(
      makePlan,
      {
        clientId,
        service,
        kind: 'service' as const,
        madeOn: '2021-06-01',
        during: { from: '2021-06-01', to: '2021-12-31' },
        goals: [goal],
        reviewOn: '2021-12-01',
      },
      by,
    );

  beforeAll(async () => {
    const { workplaceId } = await partAtWorkplace(world, 'Satama');
    const one = await takingPart(world, { service: 'open-work', workplaceId, weekdays: [1] });
    ({ clientId } = one);
    const [only] = (await world.perform(decisionsOf, { clientId }, by)).decisions;
    other = only?.id as string;
    const referred = await world.perform(
      receiveReferralOfClient,
      { clientId, service: 'work-activity', source: 'own-contact', kind: 'own-contact', receivedOn: '2021-04-01' },
      by,
      day('2021-04-01'),
    );
    own = await decided(clientId, referred.referralId, 'grant', day('2021-04-05'));
    const { relationshipId } = await world.perform(
      startRelationship,
      {
        clientId,
        decisionId: own,
        offeringId: world.pori.offerings['work-activity'] as string,
        from: '2021-04-06',
        workerId: null,
      },
      by,
    );
    await world.perform(
      place,
      {
        clientId,
        relationshipId,
        groupId: world.pori.groups['work-activity'] as string,
        workplaceId: null,
        slots: [{ weekday: 3, half: 'am' }],
        from: '2021-04-06',
      },
      by,
    );
    const agreementId = newId();
    await sql`insert into agreement_agreement (id, organiser_id, client_id, placement_id, tasks, hours, during)
      values (${agreementId}, ${world.pori.id}, ${clientId}, ${one.placementId}, 'Hyllytys', 'ma', '[2021-03-01,2021-09-01)')`.execute(
      db.owner,
    );
    await sql`insert into attendance_mark (organiser_id, client_id, placement_id, held_on, kind)
      values (${world.pori.id}, ${clientId}, ${one.placementId}, '2021-06-07', 'present')`.execute(db.owner);
    otherService = [one.relationshipId, one.placementId, agreementId];
    await plan('open-work', 'Myymälätyö');
    await plan('work-activity', 'Puutyö');
    const contact = {
      clientId,
      relationshipId: one.relationshipId,
      kind: 'call' as const,
      party: 'client' as const,
      heldOn: '2021-06-10',
      note: 'Salaisuus',
    };
    await world.perform(recordContact, contact, coach);
    const benefit = { benefit: 'disability-pension' as const, main: true, during: { from: '2020-01-01', to: null } };
    await world.perform(recordBenefit, { clientId, ...benefit }, coach);
    await world.perform(recordReason, { clientId, reason: 'autism-spectrum', from: '2021-01-01' }, coach);
    const came = (await world.perform(referrals, { clientId }, by)).referrals.find(
      (row) => row.service === 'open-work',
    );
    const corrected = {
      source: 'relative',
      kind: 'application',
      referredBy: null,
      why: 'Salaisuus oli toinen.',
    } as const;
    const { id: referralId, receivedOn } = came as { id: string; receivedOn: Day };
    await world.perform(correctReferral, { clientId, referralId, receivedOn, ...corrected }, by);
    await world.perform(
      referOver,
      {
        clientId,
        service: 'open-work',
        otherService: 'mental-health-and-substance',
        direction: 'to',
        madeOn: '2021-06-01',
      },
      coach,
    );
  });

  test('reads plans, decisions and referrals of the service of the group, and no other’s', async () => {
    const services = (rows: readonly { service: string }[]) => [...new Set(rows.map(({ service }) => service))];
    for (const [worker, seen] of [
      [instructor, ['work-activity']],
      [by, ['open-work', 'work-activity']],
    ] as const) {
      const page = await world.perform(clientPage, { clientId }, worker);
      expect(services(page.plans).toSorted(), worker).toEqual(seen);
      expect(services(page.decisions).toSorted(), worker).toEqual(seen);
      expect(services((await world.perform(plansOf, { clientId }, worker)).plans).toSorted()).toEqual(seen);
      expect(services((await world.perform(decisionsOf, { clientId }, worker)).decisions).toSorted()).toEqual(seen);
      expect(services((await world.perform(referrals, { clientId }, worker)).referrals).toSorted()).toEqual(seen);
    }
    expect((await world.perform(decisionLetter, { clientId, decisionId: own }, instructor)).media).toBe(
      'application/pdf',
    );
    expect(await world.refusal(decisionLetter, { clientId, decisionId: other }, instructor)).toBe('no-such-decision');
  });

  test('reads no notes of others, no benefits and no reason of support; days and places stand', async () => {
    expect((await world.perform(contacts, { clientId }, instructor)).contacts).toEqual([]);
    expect((await world.perform(contacts, { clientId }, coach)).contacts).toHaveLength(1);
    expect(await world.perform(client, { clientId }, instructor)).toMatchObject({ benefits: null, reasons: null });
    expect((await world.perform(client, { clientId }, coach)).benefits).toHaveLength(1);
    const page = await world.perform(clientPage, { clientId }, instructor);
    expect((await world.perform(correctionsOf, { clientId }, instructor)).corrections).toEqual([]);
    expect((await world.perform(correctionsOf, { clientId }, coach)).corrections).toHaveLength(1);
    expect(JSON.stringify(page)).not.toMatch(/Salaisuus|Myymälätyö|autism|pension|mental-health/);
    expect(page.placements.length).toBeGreaterThan(0);
  });

  test('finds nobody by a place of another service', async () => {
    const isFound = async (worker: WorkerName, text: string) =>
      (await world.perform(searchClients, { text, limit: 1000 }, worker)).clients.some(({ id }) => id === clientId);
    for (const worker of [coach, by] as const) expect(await isFound(worker, 'Satama'), worker).toBe(true);
    expect(await isFound(instructor, 'Satama')).toBe(false);
    expect(await isFound(instructor, 'Ääri')).toBe(true);
  });

  test('finds none of it among the cases of a figure either, and what is of the service all the same', async () => {
    const classesFor = async (worker: WorkerName, id: string, service: string, more = {}) => {
      const asked = { id, organiser: 'pori-perusturva', service, asOf: world.today, ...more };
      const { clients } = await world.perform(figureCases, asked, worker);
      return clients.find((one) => one.clientId === clientId)?.classes;
    };
    for (const [id, service] of [
      ['clients-by-primary-reason', 'work-activity'],
      ['clients-by-benefit', 'work-activity'],
      ['clients-on-day', 'open-work'],
      ['clients-granted', 'open-work'],
      ['cooperation-referrals', 'open-work'],
    ] as const) {
      const period = id === 'cooperation-referrals' ? { asOf: undefined, from: '2021-06-01', to: '2021-07-01' } : {};
      expect(await classesFor(coach, id, service, period), id).toBeDefined();
      expect(await classesFor(instructor, id, service, period), id).toBeUndefined();
    }
    expect(await classesFor(instructor, 'clients-on-day', 'work-activity')).toEqual(
      await classesFor(by, 'clients-on-day', 'work-activity'),
    );
    expect(await classesFor(instructor, 'clients-on-day', 'disability-work')).toHaveLength(1);
    expect(await classesFor(by, 'clients-on-day', 'disability-work')).toHaveLength(2);
  });

  test('reads no relationship, place, agreement, mark or money of another service, in rows of today and old ones', async () => {
    const seen = (worker: WorkerName) =>
      db.app.transaction().execute(async (tx) => {
        await enterAs(tx, world.who(worker), { purpose: 'case', today: world.today, now: world.house().clock.now() });
        const counts: Record<string, number> = {};
        for (const [table, key] of [
          ['relationship_relationship', 'id'],
          ['relationship_responsible', 'relationship_id'],
          ['relationship_responsible_history', 'relationship_id'],
          ['placement_placement', 'id'],
          ['placement_placement_history', 'id'],
          ['placement_slot', 'placement_id'],
          ['agreement_agreement', 'id'],
          ['agreement_approval', 'agreement_id'],
          ['attendance_mark', 'placement_id'],
        ] as const)
          counts[table] = (
            await sql`select 1 from ${sql.table(table)} where ${sql.ref(key)} = any(${otherService}::uuid[])`.execute(
              tx,
            )
          ).rows.length;
        return counts;
      });
    expect(Object.entries(await seen(instructor)).filter(([, n]) => n > 0)).toEqual([]);
    const whole = await seen(coach);
    for (const table of [
      'relationship_relationship',
      'placement_placement',
      'placement_slot',
      'agreement_agreement',
      'attendance_mark',
    ])
      expect([table, whole[table]]).not.toEqual([table, 0]);
    const text = JSON.stringify(await world.perform(clientPage, { clientId }, instructor));
    for (const id of otherService) expect(text).not.toContain(id);
    // What the service needs stands: its own days and place.
    const { placements } = await world.perform(clientPage, { clientId }, instructor);
    expect(placements.map(({ service }) => service)).toEqual(['work-activity']);
  });

  test('finds none of it by SQL written by hand, in rows of today and old ones', async () => {
    const matches = await db.app.transaction().execute(async (tx) => {
      await enterAs(tx, world.who(instructor), { purpose: 'case', today: world.today, now: world.house().clock.now() });
      const counts: number[] = [];
      for (const table of [
        'client_benefit',
        'client_reason',
        'coaching_contact',
        'cooperation_referral',
        'client_benefit_history',
        'platform_correction',
      ])
        counts.push(
          (await sql`select 1 from ${sql.table(table)} where client_id = ${clientId}`.execute(tx)).rows.length,
        );
      return counts;
    });
    expect(matches).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('sees the same in an act on the client as in any other, in every table, for every purpose; and nothing of others once no relation is left', async () => {
    const { rows: tables } = await sql<{ name: string; key: string }>`
      select c.relname as name, case when c.relname like 'client_client%' then 'id' else 'client_id' end as key from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity
        and (c.relname like 'client_client%' or exists (select from pg_attribute where attrelid = c.oid and attname = 'client_id'))
      order by 1`.execute(db.owner);
    expect(tables.length).toBeGreaterThan(40);
    /** Which rows of the client are seen, by table; the act is on the client or on nobody in particular. */
    const seen = (worker: WorkerName, purpose: Purpose, on: string | null, before?: (tx: Write) => Promise<unknown>) =>
      db.app.transaction().execute(async (tx) => {
        await enterAs(tx, world.who(worker), {
          purpose,
          today: world.today,
          now: world.house().clock.now(),
          clientId: on,
        });
        await before?.(tx);
        const parts = tables.map(
          ({ name, key }) =>
            sql`select ${name}::text as name, count(*)::int as n from ${sql.table(name)} where ${sql.ref(key)} = ${clientId}`,
        );
        const { rows } = await sql<{ name: string; n: number }>`${sql.join(parts, sql` union all `)}`.execute(tx);
        await sql`rollback`.execute(tx);
        await sql`begin`.execute(tx);
        return rows.filter(({ n }) => n > 0);
      });
    for (const worker of [coach, instructor, by, 'pori-coach-2', 'rauma-coach'] as const)
      for (const purpose of ['case', 'money', 'figures', 'none'] as const)
        expect([worker, purpose, await seen(worker, purpose, clientId)]).toEqual([
          worker,
          purpose,
          await seen(worker, purpose, null),
        ]);
    expect((await seen(instructor, 'case', clientId)).length).toBeGreaterThan(3);
    expect(await seen('rauma-coach', 'case', clientId)).toEqual([]);
    // A relation that ends in the middle is asked anew: of the client of the act, too, nothing is seen that was not before.
    const left = await seen(instructor, 'case', clientId, async (tx) => {
      await sql`delete from placement_slot where client_id = ${clientId}`.execute(tx);
      await sql`delete from placement_placement where client_id = ${clientId}`.execute(tx);
    });
    expect(left).toEqual([]);
  });
});
