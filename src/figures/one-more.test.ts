import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/database.ts';
import { figuresIn, numbersOf, type TestRelationship, type World, worldOf } from '../../tests/facts.ts';

// One more of something moves the figures that speak of it, by as much as it should, and no other figure at all.

let db: FreshDatabase;
let world: World;
let town: string;
let group: string;
let workplace: string;
let coach: string;
let anna: TestRelationship;
let annasPlace: string;

beforeAll(async () => {
  db = await freshDatabase();
  world = worldOf(db.owner);
  await world.services(['work-activity', 'open-work']);
  await db.ownerPool.query("insert into worker_role_service values ('coach', 'open-work', true)");
  town = await world.organiser('town');
  for (const service of ['work-activity', 'open-work'] as const) await world.offering(town, service);
  group = await world.group(town, 'work-activity');
  workplace = (await world.workplace(town)).workplace;
  coach = await world.worker(town, 'coach');
  for (const [kind, amount_cents] of [
    ['open-work-allowance', 1200],
    ['work-share', 537],
    ['meal-charge', 537],
  ])
    await world.add('compensation_rate', {
      organiser_id: town,
      kind,
      amount_cents,
      rule: 'board',
      during: '[2020-01-01,)',
    });
  for (let n = 0; n < 6; n++) {
    const relationship = await world.relationship(await world.client(town), 'work-activity', '2020-01-01');
    await world.placement(relationship, '2020-01-01', null, { group_id: group });
  }
  anna = await inOpenWork('2020-01-01');
  annasPlace = await world.placement(anna, '2020-01-01', null, { workplace_id: workplace });
  await world.add('attendance_mark', {
    organiser_id: town,
    client_id: anna.client.id,
    placement_id: annasPlace,
    held_on: '2021-06-01',
    kind: 'present',
  });
});
afterAll(() => db.close());

async function inOpenWork(from: string): Promise<TestRelationship> {
  const relationship = await world.relationship(await world.client(town), 'open-work', from);
  await world.add('relationship_responsible', {
    organiser_id: town,
    client_id: relationship.client.id,
    relationship_id: relationship.id,
    worker_id: coach,
    role: 'coach',
    during: `[${from},)`,
  });
  return relationship;
}

async function numbers(): Promise<Map<string, number>> {
  const all = new Map<string, number>();
  for (const [id, result] of await figuresIn(db.app, { organiser: 'town' }))
    for (const [part, value] of Object.entries(numbersOf(result)))
      if (value !== null) all.set(part === 'value' ? id : `${id} ${part}`, value);
  return all;
}

/** What an event moved: numbers that changed, by how much; one that appeared is told from zero. */
async function movedBy(event: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await numbers();
  await event();
  const after = await numbers();
  const keys = new Set([...before.keys(), ...after.keys()]);
  const moved = [...keys].map((key): [string, number] => [key, (after.get(key) ?? 0) - (before.get(key) ?? 0)]);
  return Object.fromEntries(
    moved.filter(([, by]) => Math.abs(by) > 1e-9).map(([key, by]) => [key, Math.round(by * 1e6) / 1e6]),
  );
}

/** Numbers that follow from how long somebody has been there, or from a share: they move with any change of persons. */
const ofTime = /^(progress|changes-of-worker|period-length|stay-length|clients-with-responsible-worker)\b/;
const counts = (moved: Record<string, number>) =>
  Object.fromEntries(Object.entries(moved).filter(([key]) => !ofTime.test(key)));

describe('one more', () => {
  it('client in open work, from today, with a coach and a place', async () => {
    const moved = await movedBy(async () => {
      const relationship = await inOpenWork('2021-06-17');
      await world.placement(relationship, '2021-06-17', null, { workplace_id: workplace });
    });
    expect(counts(moved)).toEqual({
      'clients-by-provision-mode': 1,
      'clients-by-provision-mode own': 1,
      'clients-by-provider': 1,
      'clients-by-provider own': 1,
      'clients-on-day': 1,
      'clients-on-day open-work': 1,
      'places-on-day': 1,
      'places-on-day open-work': 1,
      'clients-in-month': 1,
      'clients-in-year': 1,
      'clients-by-language': 1,
      'clients-by-language fi': 1,
      'clients-by-language mother-tongue:not-recorded': 1,
      'transitions new>open-work': 1,
      'transitions flow:entered': 1,
      'transitions flow:after': 1,
      'clients-per-worker': 1,
      [`clients-per-worker ${coach}`]: 1,
      'clients-per-worker caseload:per-full-time': 1,
      'coached-clients': 1,
      'coached-clients open-work': 1,
    });
    expect(moved['period-length running']).toBeUndefined();
    expect(moved['clients-with-responsible-worker']).toBeCloseTo(2 / 8 - 1 / 7);
  });

  it('day present in open work', async () => {
    const moved = await movedBy(() =>
      world.add('attendance_mark', {
        organiser_id: town,
        client_id: anna.client.id,
        placement_id: annasPlace,
        held_on: '2021-06-02',
        kind: 'present',
      }),
    );
    expect(moved).toEqual({
      paid: 12,
      'paid open-work-allowance': 12,
      'paid days-by-money:open-work-allowance': 1,
      'paid not-closed:not-closed': 12,
    });
  });

  it('day absent moves nothing', async () => {
    const moved = await movedBy(() =>
      world.add('attendance_mark', {
        organiser_id: town,
        client_id: anna.client.id,
        placement_id: annasPlace,
        held_on: '2021-06-03',
        kind: 'absent',
        reason: 'sick',
      }),
    );
    expect(moved).toEqual({});
  });

  it('referral', async () => {
    const client = await world.client(town);
    const moved = await movedBy(() => world.referral(client, 'open-work', '2021-06-10'));
    expect(moved).toEqual({
      pending: 1,
      'pending open-work': 1,
      'referrals-by-source': 1,
      'referrals-by-source disability-service-application': 1,
      'referrals-by-source kind:application': 1,
      'referrals-by-source studies:no-studies': 1,
    });
  });

  it('contact', async () => {
    const moved = await movedBy(() =>
      world.add('coaching_contact', {
        organiser_id: town,
        client_id: anna.client.id,
        relationship_id: anna.id,
        worker_id: coach,
        kind: 'call',
        held_on: '2021-06-10',
      }),
    );
    expect(moved).toEqual({
      'contacts-by-kind': 1,
      'contacts-by-kind call': 1,
      'contacts-by-kind party:client': 1,
    });
  });

  it('benefit recorded takes its client out of those not recorded', async () => {
    const moved = await movedBy(() =>
      world.add('client_benefit', {
        organiser_id: town,
        client_id: anna.client.id,
        benefit: 'disability-pension',
        main: true,
        during: '[2021-01-01,)',
      }),
    );
    // Nothing was recorded of anybody before, which was no number at all.
    expect(moved).toEqual({
      'clients-by-benefit': 8,
      'clients-by-benefit disability-pension': 1,
      'clients-by-benefit not-recorded': 7,
      'clients-by-benefit all-benefits:disability-pension': 1,
    });
  });

  it('exit, on the day', async () => {
    const leaver = await inOpenWork('2020-06-01');
    await world.placement(leaver, '2020-06-01', null, { workplace_id: workplace });
    const moved = await movedBy(async () => {
      await db.ownerPool.query(
        "update relationship_responsible set during = '[2020-06-01,2021-06-17)' where relationship_id = $1",
        [leaver.id],
      );
      await world.exit(leaver, '2021-06-17', { reason: 'employed', destination: 'paid-work' });
    });
    expect(counts(moved)).toEqual({
      'clients-by-provision-mode': -1,
      'clients-by-provision-mode own': -1,
      'clients-by-provider': -1,
      'clients-by-provider own': -1,
      'clients-on-day': -1,
      'clients-on-day open-work': -1,
      'places-on-day': -1,
      'places-on-day open-work': -1,
      'clients-by-language': -1,
      'clients-by-language fi': -1,
      'clients-by-language mother-tongue:not-recorded': -1,
      'clients-by-benefit': -1,
      'clients-by-benefit not-recorded': -1,
      'exits-by-reason': 1,
      'exits-by-reason employed': 1,
      'exits-by-destination': 1,
      'exits-by-destination paid-work': 1,
      'transitions open-work>open-work': -1,
      'transitions open-work>exit': 1,
      'transitions flow:left': 1,
      'transitions flow:after': -1,
      'clients-per-worker': -1,
      [`clients-per-worker ${coach}`]: -1,
      'clients-per-worker caseload:per-full-time': -1,
      'coached-clients': -1,
      'coached-clients open-work': -1,
    });
    expect(moved).toMatchObject({
      'period-length ended': 1,
      'period-length running': -1,
      'stay-length ended': 1,
      'stay-length running': -1,
      'progress employed': 1,
    });
  });
});
