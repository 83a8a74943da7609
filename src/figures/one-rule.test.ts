import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/database.ts';
import {
  asApp,
  clientsBehind,
  type FactsWorld,
  figureIn,
  numbersOf,
  type TestClient,
  worldOf,
} from '../../tests/facts.ts';
import { addDays, type Day, day } from '../kernel/day.ts';
import type { Service } from '../kernel/service.ts';
import { helsinkiClock } from '../server/clock.ts';
import { casesBehind } from './frame/compute.ts';

// Faults of figures that were seen, each held by the smallest world in which it shows.

let db: FreshDatabase;
let world: FactsWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = worldOf(db.owner);
  await world.services(['work-activity', 'day-activity', 'open-work', 'rehabilitative-work']);
});
afterAll(() => db.close());

const of = (client: TestClient) => ({ organiser_id: client.organiserId, client_id: client.id });
const since = (from: string, to = '') => `[${from},${to})`;

async function town(code: string, services: readonly Service[] = ['work-activity', 'open-work']): Promise<string> {
  const id = await world.organiser(code);
  for (const service of services) await world.offering(id, service);
  return id;
}

async function region(code: string, members: readonly string[]): Promise<void> {
  const id = await world.organiser(code, { kind: 'region' });
  for (const organiser_id of members)
    await world.add('organiser_membership', { region_id: id, organiser_id, during: since('2000-01-01') });
}

describe('a region', () => {
  it('is the sum of its members, each by its own rhythm, agreements and practices', async () => {
    const [weekly, monthly] = [await town('weekly'), await town('monthly')];
    await region('of-two', [weekly, monthly]);
    for (const [organiser_id, every_days] of [
      [weekly, 7],
      [monthly, 30],
    ] as const) {
      const rule = { organiser_id, service: 'open-work', phase: 'steady', every_days, during: since('2010-01-01') };
      await world.add('rhythm_rhythm', rule);
      await world.relationship(await world.client(organiser_id), 'open-work', '2021-01-01');
      await world.add('cooperation_link', {
        organiser_id,
        service_group: 'disability-work',
        other_service: 'mental-health-and-substance',
        state: 'agreed',
        during: since('2020-01-01'),
      });
    }
    const figureQuery = (organiser: string) => ({
      organiser,
      from: '2021-01-01',
      to: '2021-03-02',
      asOf: '2021-03-01',
    });
    const due = async (organiser: string) => (await figureIn(db.app, 'rhythm-kept', figureQuery(organiser))).n;
    expect([await due('weekly'), await due('monthly'), await due('of-two')]).toEqual([8, 1, 9]);
    const numbers = async (id: string, organiser: string) => numbersOf(await figureIn(db.app, id, { organiser }));
    expect((await numbers('limits-missed', 'of-two'))['contact-overdue']).toBe(2);
    expect((await numbers('cooperation-agreed', 'of-two')).value).toBe(2);
    const keys = (await figureIn(db.app, 'agreed-rhythm', { organiser: 'of-two' })).breakdown?.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys?.length);
  });
});

describe('one person with two records', () => {
  it('has one reason, one main benefit and one age', async () => {
    const id = await town('joined');
    const [one, other] = [
      await world.client(id, { birth_on: '1990-01-01', gender: 'female' }),
      await world.client(id, { birth_on: '1991-05-05' }),
    ];
    await sql`update client_client set person_id = ${one.person} where id = ${other.id}`.execute(db.owner);
    for (const [client, reason, benefit, from] of [
      [one, 'mental-health', 'disability-pension', '2020-01-01'],
      [other, 'autism-spectrum', 'rehabilitation-subsidy', '2021-01-01'],
    ] as const) {
      await world.relationship(client, 'open-work', '2020-01-01');
      await world.add('client_reason', { ...of(client), reason, during: since(from) });
      await world.add('client_benefit', { ...of(client), benefit, main: true, during: since(from) });
    }
    const parts = async (figure: string) =>
      (await figureIn(db.app, figure, { organiser: 'joined' })).breakdown?.map(({ key, value }) => `${key} ${value}`);
    expect(await parts('clients-by-primary-reason')).toEqual(['autism-spectrum 1']);
    expect(await parts('clients-by-benefit')).toEqual(['rehabilitation-subsidy 1']);
    expect(await parts('clients-by-gender')).toEqual(['female 1']);
    expect((await parts('clients-by-age'))?.length).toBe(1);
  });
});

describe('the length of periods', () => {
  it('counts a grant until further notice that follows a bounded one', async () => {
    const id = await town('grants');
    const client = await world.client(id);
    await world.relationship(client, 'open-work', '2020-01-01');
    await world.decision(client, 'open-work', '2019-12-20', { from: '2020-01-01', to: '2020-07-01' });
    await world.decision(client, 'open-work', '2020-06-20', { from: '2020-07-01' });
    expect(numbersOf(await figureIn(db.app, 'period-length', { organiser: 'grants' }))).toMatchObject({
      ended: 1,
      running: 1,
      shortest: 182,
    });
  });
});

describe('group meetings', () => {
  it('are counted as meetings: two on one day are two, one of two coaches is one', async () => {
    const id = await town('meetings');
    const coaches = [await world.worker(id, 'coach'), await world.worker(id, 'coach')];
    const meet = async (held_on: string, meeting_id: string, worker_id?: string) => {
      const { id: relationship_id, client } = await world.relationship(
        await world.client(id),
        'open-work',
        '2020-01-01',
      );
      await world.add('coaching_contact', {
        ...of(client),
        relationship_id,
        worker_id,
        kind: 'group-meeting',
        held_on,
        meeting_id,
      });
    };
    const [morning, afternoon] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
    for (const [meeting, coach] of [
      [morning, coaches[0]],
      [morning, coaches[1]],
      [afternoon, coaches[0]],
    ] as const)
      await meet('2021-03-03', meeting, coach);
    expect(numbersOf(await figureIn(db.app, 'contacts-by-kind', { organiser: 'meetings' }))).toMatchObject({
      value: 3,
      'group-meetings:held': 2,
    });
  });
});

describe('the flow of a year', () => {
  it('has whoever began or moved on the first of January among those who came or moved', async () => {
    const id = await town('new-year');
    await world.relationship(await world.client(id), 'open-work', '2020-05-01');
    await world.relationship(await world.client(id), 'open-work', '2021-01-01');
    const mover = await world.client(id);
    await world.relationship(mover, 'work-activity', '2019-01-01', '2021-01-01');
    await world.relationship(mover, 'open-work', '2021-01-01');
    const figureQuery = { organiser: 'new-year', from: '2021-01-01', to: '2022-01-01', asOf: '2021-12-31' };
    expect(numbersOf(await figureIn(db.app, 'transitions', figureQuery))).toMatchObject({
      value: 1,
      'flow:before': 2,
      'flow:entered': 1,
      'flow:left': 0,
      'flow:after': 3,
    });
  });
});

describe('what nobody can know', () => {
  it('is not recorded: a day to come, a day before the register, facts that nobody records', async () => {
    const id = await town('unknown');
    await world.placement(await world.relationship(await world.client(id), 'open-work', '2005-01-01'), '2005-01-01');
    const status = async (figure: string, asOf: string) =>
      (await figureIn(db.app, figure, { organiser: 'unknown', asOf })).status;
    expect(await status('clients-on-day', '2040-01-01')).toBe('not-recorded');
    expect(await status('clients-in-year', '2040-01-01')).toBe('not-recorded');
    expect(await status('clients-on-day', '2009-12-31')).toBe('not-recorded');
    expect(await status('clients-on-day', '2010-01-01')).toBe('known');
    for (const figure of ['contacts-by-kind', 'workplace-visits', 'cooperation-referrals', 'agreements-in-force'])
      expect(await status(figure, '2021-06-17'), figure).toBe('not-recorded');
  });

  it('is not counted of days to come: a contact not yet due, and a wait that goes on', async () => {
    const id = await town('to-come');
    const today = helsinkiClock.today();
    await world.add('rhythm_rhythm', {
      organiser_id: id,
      service: 'open-work',
      phase: 'steady',
      every_days: 14,
      every_days_at_most: 21,
      during: '[2010-01-01,)',
    });
    await world.relationship(await world.client(id), 'open-work', addDays(today, -6));
    await world.referral(await world.client(id), 'open-work', addDays(today, -6));
    const period = { from: addDays(today, -10), to: addDays(today, 40) };
    const ask = (figure: string, days: { from: Day; to: Day } = period) =>
      figureIn(db.app, figure, { organiser: 'to-come', asOf: today, ...days });
    expect(await ask('rhythm-kept')).toMatchObject({ value: null, n: 0 });
    expect(numbersOf(await ask('waiting-days'))).toMatchObject({ 'longest-waiting': 6 });
    expect(await ask('stay-length')).toMatchObject({ longerThan: 6 });
    // What is answered says of which days it is.
    expect((await ask('rhythm-kept')).period).toEqual({ from: period.from, to: addDays(today, 1) });
    expect((await ask('rhythm-kept', { from: addDays(today, 5), to: addDays(today, 9) })).status).toBe('not-recorded');
  });

  it('is the sum of a region whose members do not all keep a register yet', async () => {
    const region = await world.organiser('late-region', { kind: 'region' });
    for (const [code, register_from_on] of [
      ['early', '2010-01-01'],
      ['late', '2018-01-01'],
    ] as const) {
      const id = await world.organiser(code, { register_from_on });
      await world.offering(id, 'open-work');
      await world.add('organiser_membership', { region_id: region, organiser_id: id, during: '[2000-01-01,)' });
      await world.relationship(await world.client(id), 'open-work', '2009-01-01');
    }
    const on = (organiser: string, asOf: string) => figureIn(db.app, 'clients-on-day', { organiser, asOf });
    expect([(await on('early', '2017-12-31')).value, (await on('late', '2017-12-31')).status]).toEqual([
      1,
      'not-recorded',
    ]);
    expect(await on('late-region', '2017-12-31')).toMatchObject({ value: null, status: 'not-recorded' });
    expect(await on('late-region', '2018-01-01')).toMatchObject({ value: 2, status: 'known' });
  });
});

describe('rates in force', () => {
  it('are those that the rule pays in the service: no work-share money in day activity', async () => {
    const id = await town('rates', ['work-activity', 'day-activity']);
    for (const [kind, amount_cents] of [
      ['work-share', 537],
      ['meal-charge', 560],
    ] as const)
      await world.add('rate_rate', {
        organiser_id: id,
        kind,
        amount_cents,
        rule: 'board',
        during: since('2020-01-01'),
      });
    const rates = async (service: string) =>
      numbersOf(await figureIn(db.app, 'rates-in-force', { organiser: 'rates', service }));
    expect(await rates('day-activity')).toEqual({ value: null, 'meal-charge': 5.6 });
    expect(await rates('work-activity')).toEqual({ value: 5.37, 'work-share': 5.37, 'meal-charge': 5.6 });
  });

  it('say in a region whose they are', async () => {
    const region = await world.organiser('rated', { kind: 'region' });
    for (const [code, amount_cents] of [
      ['rated-a', 1200],
      ['rated-b', 1000],
    ] as const) {
      const organiser_id = await town(code);
      await world.add('organiser_membership', { region_id: region, organiser_id, during: '[2000-01-01,)' });
      const rate = { organiser_id, kind: 'open-work-allowance', amount_cents, paid_holiday_days: 20, rule: 'board' };
      await world.add('rate_rate', { ...rate, during: '[2020-01-01,)' });
    }
    const labels = async (organiser: string) =>
      (await figureIn(db.app, 'rates-in-force', { organiser, service: 'open-work' })).breakdown?.map(
        ({ label, value }) => [label, value],
      );
    expect(await labels('rated-a')).toEqual([
      ['Open work allowance', 12],
      ['Paid holiday days a year', 20],
    ]);
    expect(await labels('rated')).toEqual([
      ['rated-a: Open work allowance', 12],
      ['rated-a: Paid holiday days a year', 20],
      ['rated-b: Open work allowance', 10],
      ['rated-b: Paid holiday days a year', 20],
    ]);
  });
});

describe('names and rules as they were known', () => {
  it('are told as known then, not as they were called later', async () => {
    const id = await town('renamed');
    const coach = await world.worker(id, 'coach', { recorded: '["2020-01-01",)' });
    await sql`update worker_worker set family_name = 'Before', recorded = '["2020-01-01",)' where id = ${coach}`.execute(
      db.owner,
    );
    const relationship = await world.relationship(
      await world.client(id, { recorded: '["2020-01-01",)' }),
      'open-work',
      '2020-01-01',
      null,
      {
        recorded: '["2020-01-01",)',
      },
    );
    await world.add('relationship_responsible', {
      ...of(relationship.client),
      relationship_id: relationship.id,
      worker_id: coach,
      role: 'coach',
      during: since('2020-01-01'),
      recorded: '["2020-01-01",)',
    });
    await sql`insert into worker_worker_history select (jsonb_populate_record(w, '{"family_name": "Earlier", "recorded": "[2020-01-01,2021-01-01)"}')).* from worker_worker w where id = ${coach}`.execute(
      db.owner,
    );
    const names = async (knownAt?: string) =>
      (
        await figureIn(db.app, 'clients-per-worker', { organiser: 'renamed', ...(knownAt ? { knownAt } : {}) })
      ).breakdown?.map(({ label }) => label);
    expect(await names('2020-06-01T12:00:00Z')).toEqual(['Test Earlier']);
    expect(await names()).toEqual(['Test Before']);
  });

  it('an answer counts from the day on which it was written', async () => {
    const id = await town('answers');
    const answer = { organiser_id: id, service_group: 'disability-work', heading: 'heading' };
    await world.add('description_answer', {
      ...answer,
      question: 'Q3',
      text: '',
      language: 'fi',
      answered: false,
      written_on: '2021-01-01',
    });
    await sql`update description_answer set text = 'text', answered = true, version = 2, written_on = '2021-06-01' where organiser_id = ${id}`.execute(
      db.owner,
    );
    const open = async (asOf: string) => (await figureIn(db.app, 'unanswered', { organiser: 'answers', asOf })).value;
    expect([await open('2021-03-01'), await open('2021-06-01')]).toEqual([1, 0]);
  });
});

describe('who is behind a figure', () => {
  it('comes in one order, whatever order the facts were read in', async () => {
    const id = await town('ordered');
    for (let n = 0; n < 5; n++) await world.relationship(await world.client(id), 'open-work', '2020-01-01');
    const clients = await clientsBehind(db.app, 'clients-on-day', { organiser: 'ordered' });
    expect(clients).toEqual(clients.toSorted());
  });

  it('is who was counted: no stay that was over before, and no client of a case manager alone', async () => {
    const id = await town('counted');
    for (let n = 0; n < 3; n++)
      await world.relationship(await world.client(id), 'open-work', '2015-01-01', '2016-01-01');
    const [ended, running] = [await world.client(id), await world.client(id)];
    await world.relationship(ended, 'open-work', '2020-01-01', '2021-02-01');
    const relationship = await world.relationship(running, 'open-work', '2020-01-01');
    const period = { organiser: 'counted', from: '2021-01-01', to: '2021-06-18' };
    for (const figure of ['stay-length', 'period-length']) {
      expect(await figureIn(db.app, figure, period), figure).toMatchObject({ cases: 2 });
      expect(await clientsBehind(db.app, figure, period), figure).toEqual([ended.id, running.id].sort());
      const behind = await asApp(db.app, (tx) =>
        casesBehind(
          tx,
          figure,
          {
            ...period,
            service: 'open-work',
            asOf: day('2021-06-17'),
            from: day(period.from),
            to: day(period.to),
            language: 'en',
          },
          'operator',
        ),
      );
      expect(behind).toContainEqual({ client: ended.id, classes: ['Ended'] });
    }
    const of = (client: TestClient) => ({ organiser_id: id, client_id: client.id, during: '[2020-01-01,)' });
    await world.add('relationship_responsible', {
      ...of(running),
      relationship_id: relationship.id,
      worker_id: await world.worker(id, 'coach'),
      role: 'coach',
    });
    const managed = await world.client(id);
    await world.relationship(managed, 'open-work', '2020-01-01');
    await world.add('relationship_case_manager', {
      ...of(managed),
      worker_id: await world.worker(id, 'social-worker'),
    });
    expect(await figureIn(db.app, 'clients-per-worker', { organiser: 'counted' })).toMatchObject({ cases: 1 });
    expect(await clientsBehind(db.app, 'clients-per-worker', { organiser: 'counted' })).toEqual([running.id]);
  });

  it('is told of a grant of money as such, not as of a matter granted', async () => {
    const id = await world.organiser('granting');
    const provider_id = await world.add('organiser_provider', { name: 'Workshop', kind: 'association' });
    await world.offering(id, 'rehabilitative-work', { provision_mode: 'grant', provider_id });
    const relationship = await world.relationship(await world.client(id), 'rehabilitative-work', '2020-01-01');
    await world.placement(relationship, '2020-01-01');
    const modes = await figureIn(db.app, 'clients-by-provision-mode', {
      organiser: 'granting',
      service: 'rehabilitative-work',
    });
    expect(modes.breakdown?.map(({ label }) => label)).toEqual(['Grant']);
  });
});
