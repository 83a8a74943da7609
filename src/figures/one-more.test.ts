import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/database.ts';
import {
  type FactsWorld,
  figuresIn,
  numbersOf,
  type TestClient,
  type TestRelationship,
  worldOf,
} from '../../tests/facts.ts';
import { figures } from './frame/registry.ts';

// One more of something moves the figures that speak of it, by as much as it should, and no other figure at all.

let db: FreshDatabase;
let world: FactsWorld;
let town: string;
let group: string;
let workplace: string;
let coach: string;
let anna: TestRelationship;
let annasPlace: string;

/** Of whom everything that is asked is known, so that every class has somebody to move. */
const known = { birth_on: '1990-01-01', gender: 'female', municipality_code: '609', mother_tongue: 'fi' };
const before = '2020-01-01';

beforeAll(async () => {
  db = await freshDatabase();
  world = worldOf(db.owner);
  await world.services(['work-activity', 'open-work', 'rehabilitative-work']);
  await db.ownerPool.query("insert into worker_role_service values ('coach', 'open-work', true)");
  town = await world.organiser('town');
  for (const service of ['work-activity', 'open-work', 'rehabilitative-work'] as const)
    await world.offering(town, service);
  group = await world.group(town, 'work-activity');
  workplace = (await world.workplace(town)).workplace;
  coach = await world.worker(town, 'coach');
  for (const [kind, amount_cents] of [
    ['open-work-allowance', 1200],
    ['work-share', 537],
    ['meal-charge', 537],
    ['activity-allowance', 900],
  ])
    await world.add('rate_rate', {
      organiser_id: town,
      kind,
      amount_cents,
      rule: 'board',
      during: '[2020-01-01,)',
    });
  await world.add('rhythm_rhythm', {
    organiser_id: town,
    service: 'open-work',
    phase: 'steady',
    every_days: 14,
    every_days_at_most: 21,
    during: '[2010-01-01,)',
  });
  for (let n = 0; n < 6; n++) {
    const relationship = await world.relationship(await knownClient('2020-01-01'), 'work-activity', before);
    await world.placement(relationship, before, null, { group_id: group });
  }
  anna = await inOpenWork(await knownClient(before), before);
  annasPlace = await world.placement(anna, before, null, { workplace_id: workplace });
  for (const [on, relationship] of [
    ['2020-12-28', anna],
    ['2021-01-10', anna],
  ] as const)
    await contact(relationship, on);
  await present('2021-06-01');
  // One has left already, and one has a decision, so that nothing is counted for the very first time below.
  const left = await inOpenWork(await knownClient('2020-01-01'), before, '2021-03-01');
  await world.exit(left, '2021-03-01', { reason: 'employed', destination: 'paid-work' });
  await world.decision(anna.client, 'open-work', '2021-01-10', { from: '2021-01-11' });
});
afterAll(() => db.close());

async function knownClient(since: string): Promise<TestClient> {
  const client = await world.client(town, known);
  const of = { organiser_id: town, client_id: client.id, during: `[${since},)` };
  await world.add('client_reason', { ...of, reason: 'intellectual-disability' });
  await world.add('client_benefit', { ...of, benefit: 'disability-pension', main: true });
  return client;
}

async function inOpenWork(client: TestClient, from: string, to = ''): Promise<TestRelationship> {
  const relationship = await world.relationship(client, 'open-work', from);
  await world.add('relationship_responsible', {
    organiser_id: town,
    client_id: client.id,
    relationship_id: relationship.id,
    worker_id: coach,
    role: 'coach',
    during: `[${from},${to})`,
  });
  return relationship;
}

const contact = (relationship: TestRelationship, held_on: string, more = {}) =>
  world.add('coaching_contact', {
    organiser_id: town,
    client_id: relationship.client.id,
    relationship_id: relationship.id,
    worker_id: coach,
    kind: 'call',
    held_on,
    ...more,
  });

const marked = (held_on: string, more: Record<string, string>) =>
  world.add('attendance_mark', {
    organiser_id: town,
    client_id: anna.client.id,
    placement_id: annasPlace,
    held_on,
    ...more,
  });
const present = (held_on: string) => marked(held_on, { kind: 'present' });

/** Every number and every "not known" of every figure that the organiser is asked about, part by part. */
async function numbers(service?: string): Promise<Map<string, number | null>> {
  const all = new Map<string, number | null>();
  for (const [id, result] of await figuresIn(db.app, { organiser: 'town', ...(service ? { service } : {}) }))
    for (const [part, value] of Object.entries(numbersOf(result)))
      all.set(part === 'value' ? id : `${id} ${part}`, value);
  return all;
}

/** What an event moved: by how much, or from nothing said to a number ("first 3") and back ("no more"). */
async function movedBy(event: () => Promise<unknown>, service?: string): Promise<Record<string, number | string>> {
  const before = await numbers(service);
  await event();
  const after = await numbers(service);
  const moved: Record<string, number | string> = {};
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key) ?? null, after.get(key) ?? null];
    if (was === is) continue;
    if (was === null) moved[key] = `first ${round(is as number)}`;
    else if (is === null) moved[key] = 'no more';
    else if (Math.abs(is - was) > 1e-9) moved[key] = round(is - was);
  }
  return moved;
}
const round = (value: number) => Math.round(value * 1e4) / 1e4;

describe('one more', () => {
  it('is told by every figure of the questions on clients, exits, responsibility, coaching, benefits and money', async () => {
    const reckoned = new Set((await figuresIn(db.app, { organiser: 'town' })).keys());
    const figureQuery = new Set(['Q4', 'Q5', 'Q6', 'Q7', 'Q8', 'Q11', 'Q12', 'Q13', 'Q14']);
    // The state pays for rehabilitative work only: the figure does not speak of these services.
    const others = figures.filter(({ id, question }) => figureQuery.has(question) && !reckoned.has(id));
    expect(others.map(({ id }) => id)).toEqual(['reported-days', 'state-claim']);
  });

  it('client in open work, from today, with a coach and a place', async () => {
    const client = await knownClient('2020-01-01');
    const moved = await movedBy(async () => {
      const relationship = await inOpenWork(client, '2021-06-17');
      await world.placement(relationship, '2021-06-17', null, { workplace_id: workplace });
    });
    expect(moved).toEqual({
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
      'clients-by-primary-reason': 1,
      'clients-by-primary-reason intellectual-disability': 1,
      'clients-by-age': 1,
      'clients-by-age 30-44': 1,
      'clients-by-gender': 1,
      'clients-by-gender female': 1,
      'clients-by-language': 1,
      'clients-by-language fi': 1,
      'clients-by-language mother-tongue:fi': 1,
      'clients-by-municipality': 1,
      'clients-by-municipality 609': 1,
      'transitions new>open-work': 1,
      'transitions flow:entered': 1,
      'transitions flow:after': 1,
      // Two of eight have one, of seven one had.
      'clients-with-responsible-worker': round(2 / 8 - 1 / 7),
      'clients-with-responsible-worker coach': round(2 / 8 - 1 / 7),
      // One day more, in thousandths of a year.
      'changes-of-worker client-years': 0.003,
      'clients-per-worker': 1,
      [`clients-per-worker ${coach}`]: 1,
      'clients-per-worker caseload:per-full-time': 1,
      'coached-clients': 1,
      'coached-clients open-work': 1,
      'clients-by-benefit': 1,
      'clients-by-benefit disability-pension': 1,
      'clients-by-benefit all-benefits:disability-pension': 1,
      // The one step of the year among 2812 days of care, not 2811.
      progress: round(36_525 / 2812 - 36_525 / 2811),
    });
  });

  it('placement alone', async () => {
    const client = await knownClient('2020-01-01');
    const relationship = await inOpenWork(client, '2021-06-17');
    const moved = await movedBy(() => world.placement(relationship, '2021-06-17', null, { workplace_id: workplace }));
    expect(moved).toEqual({
      'clients-by-provision-mode': 1,
      'clients-by-provision-mode own': 1,
      'clients-by-provider': 1,
      'clients-by-provider own': 1,
      'places-on-day': 1,
      'places-on-day open-work': 1,
    });
  });

  it('day present in open work', async () => {
    expect(await movedBy(() => present('2021-06-02'))).toEqual({
      paid: 12,
      'paid open-work-allowance': 12,
      'paid days-by-money:open-work-allowance': 1,
      'paid not-closed:not-closed': 12,
    });
  });

  it('day absent moves nothing', async () => {
    expect(await movedBy(() => marked('2021-06-03', { kind: 'absent', reason: 'sick' }))).toEqual({});
  });

  it('day present in rehabilitative work, which the state pays for, too', async () => {
    const relationship = await world.relationship(await knownClient(before), 'rehabilitative-work', before);
    const placement_id = await world.placement(relationship, before, null, { hours_a_day: 5 });
    await world.add('client_benefit', {
      organiser_id: town,
      client_id: relationship.client.id,
      benefit: 'social-assistance',
      main: false,
      during: '[2020-01-01,)',
    });
    const taken = (held_on: string) =>
      world.add('attendance_mark', {
        organiser_id: town,
        client_id: relationship.client.id,
        placement_id,
        held_on,
        kind: 'present',
      });
    await taken('2021-06-01');
    expect(await movedBy(() => taken('2021-06-02'), 'rehabilitative-work')).toEqual({
      'reported-days payer-organiser': 1,
      'state-claim': 10.09,
      'state-claim days-by-money:participation-days': 1,
      paid: 9,
      'paid activity-allowance': 9,
      'paid days-by-money:activity-allowance': 1,
      'paid not-closed:not-closed': 9,
    });
    expect(await movedBy(() => taken('2021-06-03'))).toEqual({});
  });

  it('referral', async () => {
    const client = await world.client(town);
    expect(await movedBy(() => world.referral(client, 'open-work', '2021-06-10'))).toEqual({
      pending: 1,
      'pending open-work': 'first 1',
      'referrals-by-source': 1,
      'referrals-by-source disability-service-application': 1,
      'referrals-by-source kind:application': 1,
      'referrals-by-source studies:no-studies': 1,
      // One decided on its own day and one pending for a week: half are decided between the two.
      'waiting-days': 3.5,
      'waiting-days median-low': 'first 0',
      'waiting-days nine-of-ten': 'no more',
      'waiting-days longest-waiting': 'first 7',
    });
  });

  it('decision that grants, of a matter pending', async () => {
    const client = await world.client(town);
    const referral_id = await world.referral(client, 'open-work', '2021-06-01');
    const moved = await movedBy(() =>
      world.decision(client, 'open-work', '2021-06-16', { from: '2021-06-16', referral_id }),
    );
    expect(moved).toEqual({
      'clients-granted': 1,
      'clients-granted open-work': 1,
      'granted-not-begun': 1,
      'granted-not-begun open-work': 'first 1',
      pending: -1,
      'pending open-work': -1,
      'decisions-by-section': 1,
      'decisions-by-section 519/1977:2': 1,
      'decisions-by-section outcome:grant': 1,
      // Of the 16 and 7 days that were waited the shorter is left.
      'waiting-days longest-waiting': -9,
      'waiting-days to-service:longest-waiting': 'first 1',
    });
  });

  it('decision that denies, of a matter pending', async () => {
    const client = await world.client(town);
    const referral_id = await world.referral(client, 'open-work', '2021-06-01');
    const moved = await movedBy(() => world.decision(client, 'open-work', '2021-06-16', { referral_id }));
    expect(moved).toEqual({
      pending: -1,
      'pending open-work': -1,
      'decisions-by-section': 1,
      'decisions-by-section 519/1977:2': 1,
      'decisions-by-section outcome:deny': 'first 1',
      'waiting-days longest-waiting': -9,
    });
  });

  it('contact by the day that one was due', async () => {
    expect(await movedBy(() => contact(anna, '2021-06-05'))).toEqual({
      'contacts-by-kind': 1,
      'contacts-by-kind call': 1,
      'contacts-by-kind party:client': 1,
      // Anna's on 13.1. (kept on 28.12.), 18.1., 31.1. and every three weeks until 6.6., three of who left: of twelve two were kept until now.
      'rhythm-kept': round(1 / 12),
      'rhythm-kept steady': round(1 / 12),
      'limits-missed': -1,
      'limits-missed contact-overdue': -1,
    });
  });

  it('contact with the employer keeps nobody’s rhythm', async () => {
    expect(await movedBy(() => contact(anna, '2021-06-11', { party: 'employer' }))).toEqual({
      'contacts-by-kind': 1,
      'contacts-by-kind call': 1,
      'contacts-by-kind party:employer': 'first 1',
      'employer-contacts': 1,
      'employer-contacts call': 'first 1',
    });
  });

  it('benefit recorded takes its client out of those not recorded', async () => {
    const client = await world.client(town, known);
    await world.relationship(client, 'work-activity', '2021-06-17');
    const moved = await movedBy(() =>
      world.add('client_benefit', {
        organiser_id: town,
        client_id: client.id,
        benefit: 'disability-pension',
        main: true,
        during: '[2021-01-01,)',
      }),
    );
    expect(moved).toEqual({
      'clients-by-benefit disability-pension': 1,
      'clients-by-benefit not-recorded': 'no more',
      'clients-by-benefit all-benefits:disability-pension': 1,
    });
  });

  it('exit, on the day', async () => {
    const leaver = await inOpenWork(await knownClient('2020-01-01'), '2020-06-01');
    await world.placement(leaver, '2020-06-01', null, { workplace_id: workplace });
    const moved = await movedBy(async () => {
      await db.ownerPool.query(
        "update relationship_responsible set during = '[2020-06-01,2021-06-17)' where relationship_id = $1",
        [leaver.id],
      );
      await world.exit(leaver, '2021-06-17', { reason: 'employed', destination: 'paid-work' });
    });
    expect(moved).toEqual({
      'clients-by-provision-mode': -1,
      'clients-by-provision-mode own': -1,
      'clients-by-provider': -1,
      'clients-by-provider own': -1,
      'clients-on-day': -1,
      'clients-on-day open-work': -1,
      'places-on-day': -1,
      'places-on-day open-work': -1,
      'clients-by-primary-reason': -1,
      'clients-by-primary-reason intellectual-disability': -1,
      'clients-by-age': -1,
      'clients-by-age 30-44': -1,
      'clients-by-gender': -1,
      'clients-by-gender female': -1,
      'clients-by-language': -1,
      'clients-by-language fi': -1,
      'clients-by-language mother-tongue:fi': -1,
      'clients-by-municipality': -1,
      'clients-by-municipality 609': -1,
      'exits-by-reason': 1,
      'exits-by-reason employed': 1,
      'exits-by-destination': 1,
      'exits-by-destination paid-work': 1,
      'transitions open-work>open-work': -1,
      'transitions open-work>exit': 1,
      'transitions flow:left': 1,
      'transitions flow:after': -1,
      // Ended after 381 days; the shortest end until now was after 425.
      'period-length median-low': 381 - 425,
      'period-length ended': 1,
      'period-length running': -1,
      'stay-length median-low': 381 - 425,
      'stay-length ended': 1,
      'stay-length running': -1,
      'clients-with-responsible-worker': round(3 / 10 - 4 / 11),
      'clients-with-responsible-worker coach': round(3 / 10 - 4 / 11),
      'changes-of-worker client-years': -0.002,
      'clients-per-worker': -1,
      [`clients-per-worker ${coach}`]: -1,
      'clients-per-worker caseload:per-full-time': -1,
      'coached-clients': -1,
      'coached-clients open-work': -1,
      'clients-by-benefit': -1,
      'clients-by-benefit disability-pension': -1,
      'clients-by-benefit all-benefits:disability-pension': -1,
      // A second step of the year, among 3178 days of care, not 3179.
      progress: round(73_050 / 3178 - 36_525 / 3179),
      'progress employed': 1,
      // Nobody was in touch with the leaver for a year: that is over, too.
      'limits-missed': -1,
      'limits-missed contact-overdue': -1,
    });
  });
});
