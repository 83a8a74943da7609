import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/database.ts';
import { type FactsWorld, figureIn, numbersOf, worked, worldOf } from '../../tests/facts.ts';
import { addDays, day } from '../kernel/day.ts';

let db: FreshDatabase;
let world: FactsWorld;

beforeAll(async () => {
  db = await freshDatabase();
  world = worldOf(db.owner);
  await world.services(['work-activity', 'day-activity', 'open-work', 'supported-employment']);
});
afterAll(() => db.close());

async function town(code: string): Promise<string> {
  const id = await world.organiser(code);
  for (const service of ['work-activity', 'open-work', 'supported-employment'] as const)
    await world.offering(id, service);
  return id;
}

describe('clients on the day', () => {
  it('are counted once, by service, and not on the day when they are out', async () => {
    const id = await town('day');
    const [anna, bo, cecilia] = [await world.client(id), await world.client(id), await world.client(id)];
    await world.relationship(anna, 'work-activity', '2021-03-01');
    await world.relationship(bo, 'work-activity', '2021-04-01');
    await world.relationship(bo, 'open-work', '2021-04-01');
    await world.relationship(cecilia, 'work-activity', '2020-04-01', '2021-06-17');
    const result = await figureIn(db.app, 'clients-on-day', { organiser: 'day' });
    expect(result).toMatchObject({ value: 2, status: 'known', cases: 2, unit: 'persons', asOf: '2021-06-17' });
    expect(numbersOf(result)).toEqual({ value: 2, 'work-activity': 2, 'open-work': 1 });
    await worked(db.app, 'clients-on-day', { organiser: 'day' }, { value: 2, 'work-activity': 2, 'open-work': 1 });
    expect((await figureIn(db.app, 'clients-on-day', { organiser: 'day', asOf: '2021-06-16' })).value).toBe(3);
    expect((await figureIn(db.app, 'clients-on-day', { organiser: 'day', service: 'open-work' })).value).toBe(1);
  });

  it('are one person where two records were found to be one', async () => {
    const id = await town('merged');
    const first = await world.client(id);
    const second = await world.client(id, { person_id: first.person });
    await world.relationship(first, 'work-activity', '2021-01-01');
    await world.relationship(second, 'open-work', '2021-01-01');
    expect((await figureIn(db.app, 'clients-on-day', { organiser: 'merged' })).value).toBe(1);
  });

  it('are as it was known: a correction of 10.6. changes what is known after it, not what was known before', async () => {
    const id = await town('known');
    const client = await world.client(id, { recorded: '[2021-01-05T10:00:00Z,)' });
    const { id: relationship } = await world.relationship(client, 'work-activity', '2021-01-01', '2021-07-01', {
      recorded: '[2021-01-05T10:00:00Z,)',
    });
    await db.owner.transaction().execute(async (tx) => {
      await sql`select set_config('app.now', '2021-06-10T09:00:00Z', true)`.execute(tx);
      await sql`update relationship_relationship set during = '[2021-01-01,2021-06-01)' where id = ${relationship}`.execute(
        tx,
      );
    });
    const on = async (asOf: string, knownAt: string) =>
      (await figureIn(db.app, 'clients-on-day', { organiser: 'known', asOf, knownAt })).value;
    expect(await on('2021-06-15', '2021-06-09T12:00:00Z')).toBe(1);
    expect(await on('2021-06-15', '2021-06-11T12:00:00Z')).toBe(0);
    expect(await on('2021-05-15', '2021-06-09T12:00:00Z')).toBe(1);
    expect(await on('2021-05-15', '2021-06-11T12:00:00Z')).toBe(1);
    expect(await on('2021-05-15', '2021-01-04T12:00:00Z')).toBe(0);
  });
});

describe('Rauma, 70 places at the centre and 23 in open work, 12 of them both', () => {
  it('is 93 places, 81 persons, and 12 of 23 in two services', async () => {
    const id = await town('rauma-like');
    const group = await world.group(id, 'work-activity');
    const { workplace } = await world.workplace(id);
    for (let n = 0; n < 81; n++) {
      const client = await world.client(id);
      if (n < 70)
        await world.placement(await world.relationship(client, 'work-activity', '2021-01-01'), '2021-01-01', null, {
          group_id: group,
        });
      if (n >= 58)
        await world.placement(await world.relationship(client, 'open-work', '2021-01-01'), '2021-01-01', null, {
          workplace_id: workplace,
        });
    }
    expect((await figureIn(db.app, 'places-on-day', { organiser: 'rauma-like' })).value).toBe(93);
    expect((await figureIn(db.app, 'clients-on-day', { organiser: 'rauma-like' })).value).toBe(81);
    const both = await figureIn(db.app, 'clients-in-two-services', { organiser: 'rauma-like' });
    expect(both).toMatchObject({ n: 23, unit: 'share' });
    expect(both.value).toBeCloseTo(12 / 23);
    // Asked of the centre alone, the share is of its persons.
    const ofCentre = { organiser: 'rauma-like', service: 'work-activity' };
    expect(await figureIn(db.app, 'clients-in-two-services', ofCentre)).toMatchObject({ n: 70, value: 12 / 70 });
    await worked(db.app, 'places-on-day', { organiser: 'rauma-like' }, { value: 93 });
    await worked(db.app, 'clients-in-two-services', { organiser: 'rauma-like' }, { value: 12 / 23, n: 23 });
  });
});

describe('different clients', () => {
  it('of a month and of a year have a day of their relationship in it', async () => {
    const id = await town('month');
    for (let n = 0; n < 3; n++) await world.relationship(await world.client(id), 'work-activity', '2020-01-01');
    await world.relationship(await world.client(id), 'work-activity', '2021-05-31');
    await world.relationship(await world.client(id), 'work-activity', '2020-01-01', '2021-05-01');
    const may = await figureIn(db.app, 'clients-in-month', { organiser: 'month', asOf: '2021-05-31' });
    expect(may).toMatchObject({ value: 4, period: { from: '2021-05-01', to: '2021-06-01' } });
    expect(numbersOf(may)).toMatchObject({ '2021-04': 4, '2020-12': 4 });
    const year = await figureIn(db.app, 'clients-in-year', { organiser: 'month' });
    expect(year).toMatchObject({ value: 5, period: { from: '2020-06-18', to: '2021-06-18' } });
    expect(numbersOf(year)).toEqual({ value: 5, 2020: 4 });
    await worked(db.app, 'clients-in-month', { organiser: 'month', asOf: '2021-05-31' }, { value: 4 });
    await worked(db.app, 'clients-in-year', { organiser: 'month' }, { value: 5, 2020: 4 });
  });
});

describe('from the referral to the first place', () => {
  it('one is pending until decided or withdrawn, and waits after a grant until the first placement', async () => {
    const id = await town('queue');
    const [anna, bo, cecilia, dan] = [
      await world.client(id),
      await world.client(id),
      await world.client(id),
      await world.client(id),
    ];
    const referral = await world.referral(anna, 'open-work', '2021-06-01');
    await world.referral(bo, 'open-work', '2021-06-02', { withdrawn_on: '2021-06-10' });
    await world.referral(cecilia, 'open-work', '2021-06-17');
    await world.decision(anna, 'open-work', '2021-06-17', { from: '2021-06-17', referral_id: referral });
    await world.decision(dan, 'work-activity', '2021-05-17', { from: '2021-06-01' });
    await world.placement(await world.relationship(dan, 'work-activity', '2021-06-01'), '2021-06-14');
    expect((await figureIn(db.app, 'pending', { organiser: 'queue', asOf: '2021-06-16' })).value).toBe(1);
    expect(await figureIn(db.app, 'pending', { organiser: 'queue' })).toMatchObject({ value: 1, cases: 1 });
    expect((await figureIn(db.app, 'granted-not-begun', { organiser: 'queue', asOf: '2021-06-16' })).value).toBe(0);
    expect(await figureIn(db.app, 'granted-not-begun', { organiser: 'queue' })).toMatchObject({ value: 1 });
    expect(numbersOf(await figureIn(db.app, 'clients-granted', { organiser: 'queue' }))).toEqual({
      value: 2,
      'work-activity': 1,
      'open-work': 1,
    });
    const decisions = await figureIn(db.app, 'decisions-by-section', { organiser: 'queue' });
    expect(numbersOf(decisions)).toEqual({ value: 2, '519/1977:2': 2, 'outcome:grant': 2 });
    await worked(db.app, 'pending', { organiser: 'queue' }, { value: 1 });
    await worked(db.app, 'granted-not-begun', { organiser: 'queue' }, { value: 1 });
    await worked(db.app, 'clients-granted', { organiser: 'queue' }, { value: 2, 'work-activity': 1, 'open-work': 1 });
    await worked(db.app, 'decisions-by-section', { organiser: 'queue' }, { value: 2, '519/1977:2': 2 });
  });
});

describe('what is not recorded', () => {
  it('is said so with its reason, and is never a zero', async () => {
    const id = await town('gap');
    await world.add('organiser_recording_gap', {
      organiser_id: id,
      service: 'open-work',
      figure: 'decisions-by-section',
      reason_fi: 'ei',
      reason_sv: 'nej',
      reason_en: 'No decisions could be found',
      during: '[2015-01-01,)',
    });
    expect(await figureIn(db.app, 'decisions-by-section', { organiser: 'gap', service: 'open-work' })).toMatchObject({
      value: null,
      status: 'not-recorded',
      reason: 'No decisions could be found',
    });
    expect(await figureIn(db.app, 'clients-on-day', { organiser: 'gap', service: 'open-work' })).toMatchObject({
      value: 0,
      status: 'known',
    });
    // Nobody offers it here.
    expect(await figureIn(db.app, 'clients-on-day', { organiser: 'gap', service: 'day-activity' })).toMatchObject({
      value: null,
      status: 'not-recorded',
    });
  });
});

describe('outside the organiser', () => {
  it('few are hidden, and so is the service that would give them away', async () => {
    const id = await town('few');
    for (let n = 0; n < 20; n++) {
      const client = await world.client(id);
      await world.relationship(
        client,
        n < 3 ? 'supported-employment' : n < 10 ? 'open-work' : 'work-activity',
        '2021-01-01',
      );
    }
    const all = await figureIn(db.app, 'clients-on-day', { organiser: 'few' }, 'outside');
    expect(all).toMatchObject({ value: 20, status: 'known' });
    expect(numbersOf(all)).toEqual({ value: 20, 'supported-employment': null, 'open-work': null, 'work-activity': 10 });
    expect(
      (await figureIn(db.app, 'clients-on-day', { organiser: 'few', service: 'supported-employment' })).value,
    ).toBe(3);
  });
});

describe('waiting', () => {
  it('is from receipt to decision and from there to the first place, with those who still wait', async () => {
    const id = await town('waits');
    const received = day('2021-05-01');
    const granted = await world.client(id);
    for (const days of [0, 5, 10, 14, 20, 30]) {
      const client = days === 10 ? granted : await world.client(id);
      const referral_id = await world.referral(client, 'open-work', received);
      const decided = addDays(received, days);
      await world.decision(client, 'open-work', decided, { referral_id, ...(days === 10 ? { from: decided } : {}) });
    }
    await world.placement(await world.relationship(granted, 'open-work', '2021-05-25'), '2021-05-25');
    await world.referral(await world.client(id), 'open-work', received, { withdrawn_on: addDays(received, 40) });
    for (let n = 0; n < 3; n++) await world.referral(await world.client(id), 'open-work', received);
    const query = { organiser: 'waits', service: 'open-work' };
    const result = await figureIn(db.app, 'waiting-days', query);
    expect(result).toMatchObject({ status: 'known', cases: 10, unit: 'days' });
    const numbers = numbersOf(result);
    expect(numbers).toMatchObject({ value: 25, 'longest-waiting': 47, 'to-service:median': 14 });
    expect(Object.keys(numbers)).not.toContain('nine-of-ten');
    expect(Object.keys(numbers)).not.toContain('to-service:longest-waiting');
    await worked(db.app, 'waiting-days', query, { value: 25, 'longest-waiting': 47, 'to-service:median': 14 });
    // On 20.5. what was decided after that day was pending still, and had waited 19 days.
    expect(numbersOf(await figureIn(db.app, 'waiting-days', { ...query, asOf: '2021-05-20' }))).toMatchObject({
      'longest-waiting': 19,
      'to-service:longest-waiting': 9,
    });
  });

  it('is for nothing where the client had a place on the day of the decision, or waited only before the period', async () => {
    const id = await town('no-waits');
    const client = await world.client(id);
    await world.placement(await world.relationship(client, 'open-work', '2020-01-01'), '2020-01-01');
    await world.decision(client, 'open-work', '2021-03-01', { from: '2021-03-01' });
    const before = await world.client(id);
    const referral_id = await world.referral(before, 'open-work', '2019-01-01');
    await world.decision(before, 'open-work', '2019-02-01', { referral_id });
    const query = { organiser: 'no-waits', service: 'open-work', from: '2021-01-01', to: '2021-07-01' };
    const numbers = numbersOf(await figureIn(db.app, 'waiting-days', query));
    // The decision of its own day is decided after none.
    expect(numbers).toMatchObject({ value: 0 });
    expect(Object.keys(numbers).filter((key) => key.startsWith('to-service'))).toEqual([]);
  });
});
