import { afterAll, beforeAll, expect, it } from 'vitest';
import { divide } from '../src/figures/frame/compute.ts';
import { type Fact, type Figure, queriesOf, type Scope } from '../src/figures/frame/figure.ts';
import { figures } from '../src/figures/frame/registry.ts';
import { groundOf, organisersOf, scopeFor } from '../src/figures/frame/scope.ts';
import { day } from '../src/kernel/day.ts';
import type { Read } from '../src/server/database/pool.ts';
import { countAcross } from '../src/server/perform.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { asApp } from './facts.ts';

// What a member of a region comes to follows from the region's facts, where a figure says so: it is just what the member is asked.

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase({ demo: true });
}, 240_000);
afterAll(() => db.close());

const factsIn = async (tx: Read, figure: Figure, scope: Scope): Promise<Fact[]> => {
  const facts: Fact[] = [];
  for (const query of queriesOf(figure, scope)) facts.push(...(await query.execute(tx)).rows);
  return facts;
};

const written = (facts: readonly Fact[]): string[] =>
  facts
    .map((fact) => JSON.stringify(fact, (_, value) => (value && value.constructor === Object ? sorted(value) : value)))
    .sort();
const sorted = (value: Record<string, unknown>) => Object.fromEntries(Object.entries(value).sort());

it.each([
  ['disability-work', '2021-05-31'],
  ['rehabilitative-work', '2021-06-17'],
  ['social-welfare-27', '2020-12-31'],
  ['disability-work', '2019-11-20'],
])('the facts of a region hold those of each member: %s on %s', async (service, on) => {
  const different: string[] = [];
  let facts = 0;
  for (const figure of figures.filter(({ divides }) => divides)) {
    await asApp(db.app, async (tx) => {
      const ground = await groundOf(tx, { organiser: 'satakunta', service, asOf: day(on), language: 'fi' });
      if (!ground) throw new Error('the demo has its region');
      const { organiserIds, knownAt } = ground.scope;
      await countAcross(tx, { organiserIds, knownAt });
      const scope = scopeFor(ground, figure.basis, false);
      const whole = await factsIn(tx, figure, scope);
      const parts = divide(whole, await organisersOf(tx, scope));
      for (const id of organiserIds) {
        const own = await factsIn(tx, figure, { ...scope, organiserIds: [id] });
        facts += own.length;
        const [mine, all] = [written(own), written(parts(id))];
        // What is of no client, as a rule of an organiser, stands beside each.
        const strange = all.filter((one) => !mine.includes(one) && !one.includes('"client":null'));
        if (strange.length > 0 || mine.some((one) => !all.includes(one))) different.push(`${figure.id} of ${id}`);
      }
    });
  }
  expect(different).toEqual([]);
  expect(facts).toBeGreaterThan(400);
});
