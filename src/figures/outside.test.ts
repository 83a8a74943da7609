import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/database.ts';
import { type FactsWorld, figureIn, figuresIn, numbersOf, worldOf } from '../../tests/facts.ts';
import type { Service } from '../kernel/service.ts';

// What leaves the organiser tells of nobody: not by itself, nor by what stands beside it.

let db: FreshDatabase;
let world: FactsWorld;
const services = ['work-activity', 'open-work', 'supported-employment'] as const;

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

async function clients(id: string, count: number, service: Service, more = {}, from = '2020-01-01') {
  for (let n = 0; n < count; n++) await world.relationship(await world.client(id, more), service, from);
}

describe('a class of few', () => {
  it('is hidden together with the next smallest, in the share and the count alike', async () => {
    const id = await town('classes');
    await clients(id, 2, 'open-work', { gender: 'other' });
    await clients(id, 8, 'open-work', { gender: 'male' });
    await clients(id, 10, 'open-work', { gender: 'female' });
    const result = await figureIn(db.app, 'clients-by-gender', { organiser: 'classes' }, 'outside');
    expect(result).toMatchObject({ value: 20, status: 'known' });
    expect(result.breakdown?.map(({ key, value, status, share, n }) => [key, value, status, share, n])).toEqual([
      ['female', 10, 'known', 0.5, 20],
      ['male', null, 'suppressed', null, null],
      ['other', null, 'suppressed', null, null],
    ]);
  });

  it('that all are in is not even named, since it would then be known of each', async () => {
    const id = await town('alike');
    await clients(id, 9, 'open-work', { gender: 'female' });
    const result = await figureIn(db.app, 'clients-by-gender', { organiser: 'alike' }, 'outside');
    expect(numbersOf(result)).toEqual({ value: 9 });
    expect(JSON.stringify(result)).not.toContain('female');
  });
});

describe('two figures of one answer', () => {
  it('do not stand together when they differ by few', async () => {
    const id = await town('near');
    await clients(id, 10, 'open-work');
    for (let n = 0; n < 2; n++)
      await world.relationship(await world.client(id), 'open-work', '2020-01-01', '2021-06-10');
    const ask = (from: 'inside' | 'outside') => figuresIn(db.app, { organiser: 'near' }, from);
    const [inside, outside] = [await ask('inside'), await ask('outside')];
    expect(inside.get('clients-on-day')?.value).toBe(10);
    expect(inside.get('clients-in-month')?.value).toBe(12);
    expect(outside.get('clients-on-day')?.value).toBe(10);
    expect(outside.get('clients-in-month')).toMatchObject({ value: null, status: 'suppressed' });
    // Asked for alone, the same is hidden.
    expect(await figureIn(db.app, 'clients-in-month', { organiser: 'near' }, 'outside')).toMatchObject({
      status: 'suppressed',
    });
  });
});

describe('a month or a year that stands beside later ones', () => {
  it('is hidden where few are not of its last day, which another answer tells', async () => {
    const id = await town('later');
    await clients(id, 10, 'open-work');
    const leave = async (count: number, until: string) => {
      for (let n = 0; n < count; n++)
        await world.relationship(await world.client(id), 'open-work', '2020-01-01', until);
    };
    await leave(6, '2020-11-10');
    await leave(2, '2021-04-10');
    const question = (more: object = {}) => ({ organiser: 'later', asOf: '2021-05-31', ...more });
    const outside = (figure: string, more?: object) => figureIn(db.app, figure, question(more), 'outside');
    expect(numbersOf(await outside('clients-on-day', { asOf: '2021-04-30' }))).toMatchObject({ value: 10 });
    const months = await outside('clients-in-month');
    expect(numbersOf(await figureIn(db.app, 'clients-in-month', question()))).toMatchObject({
      value: 10,
      '2021-04': 12,
    });
    expect(months).toMatchObject({ status: 'known', value: 10 });
    const statusOf = (key: string) => months.breakdown?.find((part) => part.key === key)?.status;
    expect([statusOf('2020-11'), statusOf('2021-03'), statusOf('2021-04')]).toEqual(['known', 'known', 'suppressed']);
    const year = async (organiser: string) =>
      numbersOf(await outside('clients-in-year', { organiser, from: '2020-01-01', to: '2021-01-01', asOf: undefined }));
    expect(await year('later')).toMatchObject({ value: 18 });
    // Where two left in all the year, it tells of them beside each month and day after them.
    const other = await town('whole-year');
    await clients(other, 10, 'open-work');
    for (let n = 0; n < 2; n++)
      await world.relationship(await world.client(other), 'open-work', '2020-01-01', '2020-11-10');
    expect(await year('whole-year')).toEqual({ value: null });
  });
});

describe('what is told of one', () => {
  it('is hidden however many others there are: the longest that waits', async () => {
    const id = await town('longest');
    const wait = async (receivedOn: string, decidedOn?: string) => {
      const client = await world.client(id);
      const referral_id = await world.referral(client, 'open-work', receivedOn);
      if (decidedOn) await world.decision(client, 'open-work', decidedOn, { referral_id });
    };
    for (let n = 0; n < 24; n++) await wait('2021-06-01', `2021-06-${10 + (n % 12)}`);
    for (let n = 10; n < 16; n++) await wait(`2021-06-${n}`);
    const quarter = { from: '2021-04-01', to: '2021-07-01' };
    const waits = () => figureIn(db.app, 'waiting-days', { organiser: 'longest', ...quarter }, 'outside');
    const statusOf = async () =>
      Object.fromEntries(((await waits()).breakdown ?? []).map(({ key, status }) => [key, status]));
    expect((await waits()).status).toBe('known');
    expect(await statusOf()).toMatchObject({ 'longest-waiting': 'suppressed', 'median-low': 'known' });
    // As many as may be shown have waited as long.
    for (let n = 0; n < 5; n++) await wait('2021-05-20');
    expect(numbersOf(await waits())).toMatchObject({ 'longest-waiting': 41 });
  });

  it('is hidden in lengths: the shortest period, and the few of the stays that ended or run', async () => {
    const id = await town('lengths');
    await clients(id, 12, 'open-work');
    for (let n = 1; n <= 2; n++) {
      const client = await world.client(id);
      const during = { from: '2021-01-01', to: `2021-03-0${n}` };
      await world.relationship(client, 'open-work', during.from, during.to);
    }
    const period = { from: '2021-01-01', to: '2021-04-01' };
    const lengths = () => figureIn(db.app, 'stay-length', { organiser: 'lengths', ...period }, 'outside');
    const { breakdown } = await lengths();
    const status = Object.fromEntries((breakdown ?? []).map((part) => [part.key, part.status]));
    expect([status.ended, status.running]).toEqual(['suppressed', 'suppressed']);
    for (let n = 3; n <= 6; n++)
      await world.relationship(await world.client(id), 'open-work', '2021-01-01', `2021-03-0${n}`);
    expect(numbersOf(await lengths())).toMatchObject({
      ended: 6,
      running: 12,
    });
  });

  it('is hidden in changes of worker: a change of few, and the longest time with one worker', async () => {
    const id = await town('turns');
    const [first, second] = [await world.worker(id, 'coach'), await world.worker(id, 'coach')];
    const answers = async (change: string | null, from = '2020-01-01') => {
      const { client, id: relationship_id } = await world.relationship(await world.client(id), 'open-work', from);
      const of = { organiser_id: id, client_id: client.id, relationship_id, role: 'coach' };
      const first_during = `[${from},${change ?? ''})`;
      await world.add('relationship_responsible', { ...of, worker_id: first, during: first_during });
      if (change) await world.add('relationship_responsible', { ...of, worker_id: second, during: `[${change},)` });
    };
    for (let n = 0; n < 10; n++) await answers(null);
    await answers('2021-02-01');
    const changes = (from: 'inside' | 'outside') =>
      figureIn(db.app, 'changes-of-worker', { organiser: 'turns', from: '2021-01-01', to: '2021-04-01' }, from);
    expect(numbersOf(await changes('inside'))).toMatchObject({ changes: 1 });
    expect((await changes('outside')).status).toBe('suppressed');
    for (let n = 0; n < 4; n++) await answers('2021-02-01');
    await answers(null, '2019-12-31');
    const visible = await changes('outside');
    expect(numbersOf(visible)).toMatchObject({ changes: 5, 'longest-days': null });
  });
});

describe('a table of moves', () => {
  it('hides small cells and those that would give them away, and keeps the rest', async () => {
    const id = await town('table');
    await clients(id, 30, 'work-activity');
    await clients(id, 20, 'open-work');
    for (const [from, to, count] of [
      ['work-activity', 'open-work', 3],
      ['open-work', 'supported-employment', 6],
      ['open-work', 'work-activity', 7],
    ] as const)
      for (let n = 0; n < count; n++) {
        const client = await world.client(id);
        await world.relationship(client, from, '2020-01-01', '2021-03-01');
        await world.relationship(client, to, '2021-03-01');
      }
    const visible = numbersOf(
      await figureIn(db.app, 'transitions', { organiser: 'table', from: '2021-01-01', to: '2022-01-01' }, 'outside'),
    );
    expect(visible['work-activity>open-work']).toBeNull();
    // The moved from it would follow from the row, the moved to it from the column: others are hidden with it.
    expect(
      Object.entries(visible).filter(([key, value]) => key.includes('>') && !key.includes(':') && value === null)
        .length,
    ).toBeGreaterThanOrEqual(4);
    expect(visible['moves:work-activity>open-work']).toBeNull();
  });
});

describe('a region', () => {
  it('is not summed where a member knows its own number and could take it from the sum', async () => {
    const region = await world.organiser('region', { kind: 'region' });
    for (const [code, count] of [
      ['member-a', 11],
      ['member-b', 3],
    ] as const) {
      const id = await town(code);
      await world.add('organiser_membership', { region_id: region, organiser_id: id, during: '[2010-01-01,)' });
      await clients(id, count, 'open-work');
    }
    expect((await figureIn(db.app, 'clients-on-day', { organiser: 'region' })).value).toBe(14);
    expect(await figureIn(db.app, 'clients-on-day', { organiser: 'region' }, 'outside')).toMatchObject({
      status: 'suppressed',
    });
    // The region holds no records of its members, so it reads their sum as one from outside.
    expect(
      await figureIn(db.app, 'clients-on-day', { organiser: 'region' }, { organiserId: region as string }),
    ).toMatchObject({ status: 'suppressed' });
    await clients((await memberB()) as string, 4, 'open-work');
    expect((await figureIn(db.app, 'clients-on-day', { organiser: 'region' }, 'outside')).value).toBe(18);
  });

  it('hides what a member hides beside its few, else the others taken from the sum would tell it', async () => {
    const classes = [
      { code: 'wide', female: 30, male: 6, other: 7 },
      { code: 'tight', female: 9, male: 12, other: 3 },
    ];
    await regionOf('classed', classes, async (id, { female, male, other }) => {
      await clients(id, female, 'open-work', { gender: 'female' });
      await clients(id, male, 'open-work', { gender: 'male' });
      await clients(id, other, 'open-work', { gender: 'other' });
    });
    const of = async (organiser: string) =>
      numbersOf(await figureIn(db.app, 'clients-by-gender', { organiser }, 'outside'));
    expect(await of('wide')).toEqual({ value: 43, female: 30, male: 6, other: 7 });
    expect(await of('tight')).toEqual({ value: 24, female: null, male: 12, other: null });
    // With 39 women there would be 9 in the second town, and so 3 of whom it is not told.
    expect(await of('classed')).toEqual({ value: 67, female: null, male: 18, other: null });
  });

  it('hides a share where few of one member are outside it', async () => {
    const shares = [
      { code: 'half', both: 10, one: 20 },
      { code: 'nearly-all', both: 20, one: 2 },
    ];
    await regionOf('shared', shares, async (id, { both, one }) => {
      for (let n = 0; n < both + one; n++) {
        const relationship = await world.relationship(await world.client(id), 'open-work', '2020-01-01');
        if (n >= both) continue;
        await world.add('relationship_responsible', {
          organiser_id: id,
          client_id: relationship.client.id,
          relationship_id: relationship.id,
          worker_id: await coachOf(id),
          role: 'coach',
          during: '[2020-01-01,)',
        });
      }
    });
    const of = (organiser: string) => figureIn(db.app, 'clients-with-responsible-worker', { organiser }, 'outside');
    expect(await of('half')).toMatchObject({ status: 'known', n: 30 });
    expect(await of('nearly-all')).toMatchObject({ status: 'suppressed' });
    expect(await of('shared')).toMatchObject({ status: 'suppressed' });
    // Nor beside the clients of the day, of whom few have no coach.
    const coached = (organiser: string) => figureIn(db.app, 'coached-clients', { organiser }, 'outside');
    expect(await coached('half')).toMatchObject({ status: 'known', value: 10 });
    expect(await coached('nearly-all')).toMatchObject({ status: 'suppressed' });
    expect(await coached('shared')).toMatchObject({ status: 'suppressed' });
  });

  it('hides a month that the quarter of one member would tell', async () => {
    const left = [
      { code: 'even', january: 9, february: 9, march: 9 },
      { code: 'uneven', january: 8, february: 3, march: 10 },
    ];
    await regionOf('left', left, async (id, { january, february, march }) => {
      for (const [month, count] of [january, february, march].entries())
        for (let n = 0; n < count; n++)
          await world.exit(
            await world.relationship(await world.client(id), 'open-work', '2019-01-01'),
            `2020-0${month + 1}-15`,
          );
    });
    const january = (organiser: string) =>
      figureIn(db.app, 'exits-by-reason', { organiser, from: '2020-01-01', to: '2020-02-01' }, 'outside');
    expect(await january('even')).toMatchObject({ status: 'known', value: 9 });
    expect(await january('uneven')).toMatchObject({ status: 'suppressed' });
    expect(await january('left')).toMatchObject({ status: 'suppressed' });
  });
});

/** A region of some towns, each filled as it is described. */
async function regionOf<T extends { code: string }>(
  code: string,
  members: T[],
  fill: (id: string, of: T) => Promise<void>,
) {
  const region = await world.organiser(code, { kind: 'region' });
  for (const member of members) {
    const id = await town(member.code);
    await world.add('organiser_membership', { region_id: region, organiser_id: id, during: '[2010-01-01,)' });
    await fill(id, member);
  }
}

const coaches = new Map<string, string>();
async function coachOf(id: string): Promise<string> {
  const coach = coaches.get(id) ?? (await world.worker(id, 'coach'));
  coaches.set(id, coach);
  return coach;
}

async function memberB(): Promise<string | undefined> {
  const { rows } = await db.ownerPool.query("select id from organiser_organiser where code = 'member-b'");
  return rows[0]?.id;
}

describe('a hidden part never stands beside its own sum', () => {
  it('in limits missed: those few who wait too long are hidden together with others', async () => {
    const id = await town('limits');
    await clients(id, 12, 'open-work');
    for (let n = 0; n < 2; n++) await world.referral(await world.client(id), 'open-work', '2021-01-04');
    for (let n = 0; n < 7; n++) {
      const late = await world.client(id);
      await world.relationship(late, 'open-work', '2020-01-01');
      await world.add('plan_plan', {
        organiser_id: id,
        client_id: late.id,
        service: 'open-work',
        kind: 'service',
        made_on: '2020-01-01',
        review_on: '2021-01-01',
        during: '[2020-01-01,)',
        made_by_id: await world.worker(id, 'coach'),
      });
    }
    const inside = numbersOf(await figureIn(db.app, 'limits-missed', { organiser: 'limits', asOf: '2021-06-30' }));
    expect(inside).toMatchObject({ value: 9, 'waiting-too-long': 2, 'plan-not-reviewed': 7 });
    const visible = numbersOf(await figureIn(db.app, 'limits-missed', { organiser: 'limits' }, 'outside'));
    expect(visible).toMatchObject({ value: 9, 'waiting-too-long': null, 'plan-not-reviewed': null });
  });

  it('in exits by reason: breaks are no part of the sum, and so hide nobody', async () => {
    const id = await town('exits');
    const leave = async (count: number, reason: string, endedOn = '2020-03-01') => {
      for (let n = 0; n < count; n++)
        await world.exit(await world.relationship(await world.client(id), 'open-work', '2019-01-01'), endedOn, {
          reason,
        });
    };
    await leave(2, 'died');
    await leave(9, 'own-wish');
    await leave(8, 'retired');
    for (let n = 0; n < 6; n++) {
      const relationship = await world.relationship(await world.client(id), 'open-work', '2019-01-01');
      await world.add('relationship_pause', {
        organiser_id: id,
        client_id: relationship.client.id,
        relationship_id: relationship.id,
        reason: 'holiday',
        during: '[2020-05-01,2020-06-01)',
      });
    }
    const visible = numbersOf(await figureIn(db.app, 'exits-by-reason', { organiser: 'exits' }, 'outside'));
    expect(visible).toEqual({ value: 19, died: null, retired: null, 'own-wish': 9, 'agreed-break': 6 });
  });

  it('in time: a month of few is not the rest of its quarter, nor a class the rest of its year', async () => {
    const id = await town('months');
    const leave = async (count: number, endedOn: string, reason: string) => {
      for (let n = 0; n < count; n++)
        await world.exit(await world.relationship(await world.client(id), 'open-work', '2019-01-01'), endedOn, {
          reason,
        });
    };
    const months = ['01', '02', '03'].map((month) => `2020-${month}-15`);
    for (const [place, month] of months.entries()) {
      await leave(place === 1 ? 3 : 8 + place, month, 'own-wish');
      await leave(9, month.replace('2020', '2019'), place === 1 ? 'retired' : 'own-wish');
      await leave(6, month.replace('2020', '2019'), 'retired');
    }
    const of = (from: string, to: string) =>
      figureIn(db.app, 'exits-by-reason', { organiser: 'months', from, to }, 'outside');
    // Three in February are hidden, and with them the next smallest month of the quarter.
    expect((await of('2020-02-01', '2020-03-01')).status).toBe('suppressed');
    expect((await of('2020-01-01', '2020-02-01')).status).toBe('suppressed');
    expect((await of('2020-03-01', '2020-04-01')).value).toBe(10);
    expect((await of('2020-01-01', '2020-04-01')).value).toBe(21);
  });
});
