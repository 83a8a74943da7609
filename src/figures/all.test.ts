import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/database.ts';
import { figuresIn, worldOf } from '../../tests/facts.ts';
import { figures } from './frame/registry.ts';
import { speaksOf } from './frame/result.ts';
import { servicesOf } from './frame/scope.ts';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('every figure', () => {
  it('has an id of its own, words in three languages, and an example', () => {
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
    for (const one of figures)
      for (const text of [...Object.values(one.label), ...Object.values(one.definition), one.population, one.example])
        expect(text.length, one.id).toBeGreaterThan(3);
  });

  it('can be reckoned where nothing has happened yet, inside and outside, in each group of services', async () => {
    const world = worldOf(db.owner);
    await world.services([...(servicesOf('disability-work,social-welfare-27,rehabilitative-work') ?? [])]);
    const id = await world.organiser('empty');
    for (const service of ['work-activity', 'rehabilitative-work'] as const) await world.offering(id, service);
    for (const service of ['disability-work', 'social-welfare-27', 'rehabilitative-work'])
      for (const from of ['inside', 'outside'] as const) {
        const all = await figuresIn(db.app, { organiser: 'empty', service }, from);
        const spoken = figures.filter((one) => speaksOf(one, servicesOf(service) ?? []));
        expect([...all.keys()]).toEqual(spoken.map(({ id: name }) => name));
        // Nobody offers these here: no figure may be a zero.
        if (service === 'social-welfare-27')
          for (const one of all.values()) expect(one.status, one.id).toBe('not-recorded');
      }
  });
});
