import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/database.ts';
import { clientsBehind, type FactsWorld, figureIn, numbersOf, worked, worldOf } from '../../tests/facts.ts';

let db: FreshDatabase;
let world: FactsWorld;
const services = ['work-activity', 'open-work', 'supported-employment', 'rehabilitative-work'] as const;

beforeAll(async () => {
  db = await freshDatabase();
  world = worldOf(db.owner);
  await world.services(services);
});
afterAll(() => db.close());

async function town(code: string, more = {}): Promise<string> {
  const id = await world.organiser(code, more);
  for (const service of services) await world.offering(id, service);
  return id;
}

describe('the structure of clients', () => {
  it('keeps apart what is not recorded, not investigated and refused, and shows its share', async () => {
    const id = await town('reasons');
    const reasons = ['intellectual-disability', 'not-investigated', 'not-recorded', null];
    for (const reason of reasons) {
      const client = await world.client(id);
      await world.relationship(client, 'work-activity', '2021-01-01');
      if (reason)
        await world.add('client_reason', {
          organiser_id: id,
          client_id: client.id,
          reason,
          during: '[2021-01-01,)',
        });
    }
    const result = await figureIn(db.app, 'clients-by-primary-reason', { organiser: 'reasons' });
    expect(numbersOf(result)).toEqual({
      value: 4,
      'intellectual-disability': 1,
      'not-investigated': 1,
      'not-recorded': 2,
    });
    expect(result.notRecorded).toEqual({ value: 2, share: 0.5 });
    expect(result.breakdown?.[0]).toMatchObject({ share: 0.25, n: 4 });
    await worked(
      db.app,
      'clients-by-primary-reason',
      { organiser: 'reasons' },
      { value: 4, 'intellectual-disability': 1, 'not-recorded': 2 },
    );
  });

  it('is not recorded at all where it is recorded of nobody', async () => {
    const id = await town('nothing-known');
    await world.relationship(await world.client(id), 'work-activity', '2021-01-01');
    expect(await figureIn(db.app, 'clients-by-primary-reason', { organiser: 'nothing-known' })).toMatchObject({
      value: null,
      status: 'not-recorded',
    });
  });

  it('counts full years of age on the day', async () => {
    const id = await town('ages');
    const client = await world.client(id, { birth_on: '1991-06-17' });
    await world.relationship(client, 'work-activity', '2020-01-01');
    await world.relationship(await world.client(id), 'work-activity', '2020-01-01');
    const on = async (asOf: string) => numbersOf(await figureIn(db.app, 'clients-by-age', { organiser: 'ages', asOf }));
    expect(await on('2021-06-17')).toEqual({ value: 2, '30-44': 1, 'not-recorded': 1 });
    expect(await on('2021-06-16')).toEqual({ value: 2, '18-29': 1, 'not-recorded': 1 });
    await worked(db.app, 'clients-by-age', { organiser: 'ages', asOf: '2021-06-17' }, { '30-44': 1 });
    await worked(db.app, 'clients-by-age', { organiser: 'ages', asOf: '2021-06-16' }, { '18-29': 1 });
  });

  it('tells languages, genders and municipalities, but not where a protected person lives', async () => {
    const id = await town('who');
    await sql`insert into organiser_municipality values ('609', 'Pori', 'Björneborg'), ('886', 'Ulvila', 'Ulvsby') on conflict do nothing`.execute(
      db.owner,
    );
    const clients = [
      { municipality_code: '609', mother_tongue: 'fi', gender: 'female' },
      { municipality_code: '609', mother_tongue: 'fi', gender: 'female' },
      { municipality_code: '886', service_language: 'sv', mother_tongue: 'sv', gender: 'male' },
      { municipality_code: '886' },
    ];
    for (const [place, one] of clients.entries()) {
      const client = await world.client(id, one);
      await world.relationship(client, 'work-activity', '2020-01-01');
      if (place === 3)
        await world.add('client_protection', { organiser_id: id, client_id: client.id, during: '[2021-01-01,)' });
    }
    const ask = async (figure: string) => numbersOf(await figureIn(db.app, figure, { organiser: 'who' }));
    expect(await ask('clients-by-municipality')).toEqual({ value: 4, 609: 2, 886: 1, protected: 1 });
    expect(await ask('clients-by-gender')).toEqual({ value: 4, female: 2, male: 1, 'not-recorded': 1 });
    expect(await ask('clients-by-language')).toEqual({
      value: 4,
      fi: 3,
      sv: 1,
      'mother-tongue:fi': 2,
      'mother-tongue:sv': 1,
      'mother-tongue:not-recorded': 1,
    });
    await worked(db.app, 'clients-by-municipality', { organiser: 'who' }, { 609: 2, 886: 1, protected: 1 });
    await worked(
      db.app,
      'clients-by-gender',
      { organiser: 'who' },
      { value: 4, female: 2, male: 1, 'not-recorded': 1 },
    );
    await worked(
      db.app,
      'clients-by-language',
      { organiser: 'who' },
      { value: 4, fi: 3, sv: 1, 'mother-tongue:not-recorded': 1 },
    );
  });
});

describe('who refers', () => {
  it('is counted by source, and who finishes studies beside it', async () => {
    const id = await town('sources');
    for (const more of [{}, {}, { source: 'school', kind: 'referral', finishes_studies: true }])
      await world.referral(await world.client(id), 'work-activity', '2021-02-01', more);
    await world.referral(await world.client(id), 'work-activity', '2020-12-31');
    expect(numbersOf(await figureIn(db.app, 'referrals-by-source', { organiser: 'sources' }))).toEqual({
      value: 3,
      'disability-service-application': 2,
      school: 1,
      'kind:application': 2,
      'kind:referral': 1,
      'studies:no-studies': 2,
      'studies:finishes-studies': 1,
    });
    await worked(
      db.app,
      'referrals-by-source',
      { organiser: 'sources' },
      { value: 3, 'disability-service-application': 2, school: 1, 'studies:finishes-studies': 1 },
    );
  });
});

describe('where clients end up', () => {
  it('ranks exits by reason, with agreed breaks as a row that is no exit', async () => {
    const id = await town('exits');
    const reasons = ['employed', 'retired', 'employed'];
    for (const reason of reasons) {
      const relationship = await world.relationship(await world.client(id), 'open-work', '2020-01-01');
      await world.exit(relationship, '2021-03-01', {
        reason,
        destination: reason === 'retired' ? 'not-known' : 'paid-work',
      });
    }
    const away = await world.relationship(await world.client(id), 'open-work', '2020-01-01');
    await world.add('relationship_pause', {
      organiser_id: id,
      client_id: away.client.id,
      relationship_id: away.id,
      reason: 'summer',
      during: '[2021-06-01,2021-08-01)',
    });
    const result = await figureIn(db.app, 'exits-by-reason', { organiser: 'exits' });
    expect(result.breakdown?.map(({ key, value, share }) => [key, value, share ?? null])).toEqual([
      ['employed', 2, 2 / 3],
      ['agreed-break', 1, null],
      ['retired', 1, 1 / 3],
    ]);
    expect(result).toMatchObject({ value: 3, cases: 3 });
    const destinations = await figureIn(db.app, 'exits-by-destination', { organiser: 'exits' });
    expect(numbersOf(destinations)).toEqual({ value: 3, 'paid-work': 2, 'not-recorded': 1 });
    expect(destinations.notRecorded?.share).toBeCloseTo(1 / 3);
    await worked(
      db.app,
      'exits-by-reason',
      { organiser: 'exits' },
      { value: 3, employed: 2, retired: 1, 'agreed-break': 1 },
    );
    await worked(
      db.app,
      'exits-by-destination',
      { organiser: 'exits' },
      { value: 3, 'paid-work': 2, 'not-recorded': 1 },
    );
  });

  it('follows persons from service to service: the table of the two days, the moves, and stock and flow that agree', async () => {
    const id = await town('moves');
    const [first, move] = ['2019-01-01', '2020-06-01'];
    const begin = async (service: 'work-activity' | 'open-work' | 'supported-employment', from: string, to?: string) =>
      world.relationship(await world.client(id), service, from, to);
    const moved = async (
      from: 'work-activity' | 'open-work',
      to: 'work-activity' | 'open-work' | 'supported-employment',
    ) => {
      const client = await world.client(id, { birth_on: to === 'open-work' ? '1995-01-01' : '1960-01-01' });
      await world.relationship(client, from, first, move);
      await world.relationship(client, to, move);
    };
    // The table of methods.md 4.6, a tenth of the centre's stayers.
    for (let n = 0; n < 6; n++) await begin('work-activity', first);
    for (let n = 0; n < 3; n++) await moved('work-activity', 'open-work');
    for (let n = 0; n < 3; n++) await begin('work-activity', first, move);
    await moved('open-work', 'work-activity');
    await moved('open-work', 'supported-employment');
    for (let n = 0; n < 2; n++) await begin('open-work', first, move);
    for (let n = 0; n < 2; n++) await begin('supported-employment', first);
    for (let n = 0; n < 4; n++) await begin('work-activity', move);
    await begin('open-work', move);
    const result = await figureIn(db.app, 'transitions', { organiser: 'moves', asOf: '2020-12-31' });
    expect(numbersOf(result)).toMatchObject({
      value: 5,
      'work-activity>work-activity': 6,
      'work-activity>open-work': 3,
      'work-activity>exit': 3,
      'open-work>work-activity': 1,
      'open-work>supported-employment': 1,
      'open-work>exit': 2,
      'supported-employment>supported-employment': 2,
      'new>work-activity': 4,
      'new>open-work': 1,
      'moves:work-activity>open-work': 3,
      'moves-by-age:young-moves': 3,
      'moves-by-age:other-moves': 2,
      'flow:before': 18,
      'flow:entered': 5,
      'flow:left': 5,
      'flow:after': 18,
    });
    expect(await clientsBehind(db.app, 'transitions', { organiser: 'moves', asOf: '2020-12-31' })).toHaveLength(5);
    const progress = await figureIn(db.app, 'progress', { organiser: 'moves', asOf: '2020-12-31' });
    expect(numbersOf(progress)).toMatchObject({
      'work-activity>open-work': 3,
      'open-work>supported-employment': 1,
    });
    // 18 persons before and after, five out and five in on one day: 18 client years of 366 days.
    expect(progress.value).toBeCloseTo((100 * 4) / ((18 * 366) / 365.25));
    await worked(
      db.app,
      'transitions',
      { organiser: 'moves', asOf: '2020-12-31' },
      { value: 5, 'work-activity>open-work': 3, 'open-work>exit': 2, 'flow:before': 18, 'flow:after': 18 },
    );
    await worked(
      db.app,
      'progress',
      { organiser: 'moves', asOf: '2020-12-31' },
      { value: 22.18, 'work-activity>open-work': 3, 'open-work>supported-employment': 1 },
    );
  });
});

describe('how long it takes', () => {
  it('is half of the periods, with those still running counted for what is known of them', async () => {
    const id = await town('lengths');
    // Toy A of methods.md, counted from one day before 17.6.2021: exits at 3, 5, 8, 12; running at 5, 10, 15, 20.
    const asOf = '2021-06-17';
    const ago = (days: number) => new Date(Date.parse(asOf) - days * 86_400_000).toISOString().slice(0, 10);
    for (const days of [3, 5, 8, 12])
      await world.relationship(await world.client(id), 'open-work', ago(100), ago(100 - days));
    for (const days of [5, 10, 15, 20]) await world.relationship(await world.client(id), 'open-work', ago(days));
    const result = await figureIn(db.app, 'period-length', { organiser: 'lengths' });
    expect(result).toMatchObject({ unit: 'days', status: 'known', cases: 8 });
    // The curve stops where fewer than five are at risk, so the median lies beyond what it says.
    expect(result.value).toBeNull();
    expect(result.longerThan).toBe(12);
    expect(numbersOf(result)).toMatchObject({ ended: 4, running: 4 });
    await worked(db.app, 'period-length', { organiser: 'lengths' }, { ended: 4, running: 4, longerThan: 12 });
  });

  it('knows the shortest period that lasted to its planned end', async () => {
    const id = await town('periods');
    const period = async (from: string, granted: string, ended?: string) => {
      const client = await world.client(id);
      await world.decision(client, 'rehabilitative-work', from, { from, to: granted });
      await world.relationship(client, 'rehabilitative-work', from, ended ?? granted);
    };
    await period('2020-01-01', '2020-04-01');
    await period('2020-01-01', '2020-07-01');
    await period('2020-01-01', '2020-07-01', '2020-02-01');
    for (let n = 0; n < 5; n++) await period('2020-01-01', '2021-01-01');
    const result = await figureIn(db.app, 'period-length', {
      organiser: 'periods',
      service: 'rehabilitative-work',
    });
    expect(numbersOf(result)).toMatchObject({ value: 366, shortest: 91, 'shortest-months': 3, ended: 8, running: 0 });
  });

  it('ends a period where another decision takes the place of the one that granted it', async () => {
    const id = await town('changed');
    for (let n = 0; n < 6; n++) {
      const client = await world.client(id);
      const first = await world.decision(client, 'rehabilitative-work', '2020-01-01', {
        from: '2020-01-01',
        to: '2021-01-01',
      });
      await world.decision(client, 'rehabilitative-work', '2020-06-20', {
        from: '2020-07-01',
        to: '2021-01-01',
        changes_id: first,
      });
      await world.relationship(client, 'rehabilitative-work', '2020-01-01', '2021-01-01');
    }
    const result = await figureIn(db.app, 'period-length', { organiser: 'changed', service: 'rehabilitative-work' });
    // Half a year by either decision; only the second lasts to its end.
    expect(numbersOf(result)).toMatchObject({ value: 183, shortest: 184, ended: 12, running: 0 });
  });

  it('joins periods across short gaps and agreed breaks', async () => {
    const id = await town('chains');
    for (let n = 0; n < 5; n++) {
      const client = await world.client(id);
      await world.relationship(client, 'open-work', '2020-01-01', '2020-03-01');
      await world.relationship(client, 'open-work', '2020-03-01', '2020-05-01');
      await world.relationship(client, 'open-work', '2020-06-01', '2020-07-01');
    }
    const result = await figureIn(db.app, 'stay-length', { organiser: 'chains' });
    // 182 days in the leap year, 31 of them without service.
    expect(numbersOf(result)).toMatchObject({ value: 182, 'days-in-service': 151, ended: 5, running: 0 });
    await worked(db.app, 'stay-length', { organiser: 'chains' }, { value: 182, 'days-in-service': 151 });
  });

  it('lets those who began before the register enter late, so that the short ones do not look shorter', async () => {
    const id = await town('late', { register_from_on: '2020-01-01' });
    for (let n = 0; n < 6; n++) await world.relationship(await world.client(id), 'open-work', '2010-01-01');
    for (let n = 0; n < 6; n++)
      await world.relationship(await world.client(id), 'open-work', '2020-01-01', '2020-03-01');
    const result = await figureIn(db.app, 'stay-length', { organiser: 'late' });
    expect(result.value).toBe(60);
    expect(numbersOf(result)).toMatchObject({ ended: 6, running: 6 });
  });
});
