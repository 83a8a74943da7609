import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/database.ts';
import { figureIn, figuresIn, numbersOf, type World, worldOf } from '../../tests/facts.ts';
import type { Service } from '../casework/organiser/words.ts';

// What leaves the organiser tells of nobody: not by itself, nor by what stands beside it.

let db: FreshDatabase;
let world: World;
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
    const shown = numbersOf(await figureIn(db.app, 'transitions', { organiser: 'table' }, 'outside'));
    expect(shown['work-activity>open-work']).toBeNull();
    // The moved from it would follow from the row, the moved to it from the column: others are hidden with it.
    expect(
      Object.entries(shown).filter(([key, value]) => key.includes('>') && !key.includes(':') && value === null).length,
    ).toBeGreaterThanOrEqual(4);
    expect(shown['moves:work-activity>open-work']).toBeNull();
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
});

async function memberB(): Promise<string | undefined> {
  const { rows } = await db.ownerPool.query("select id from organiser_organiser where code = 'member-b'");
  return rows[0]?.id;
}
