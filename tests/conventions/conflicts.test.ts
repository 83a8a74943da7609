/** What the database refuses by a name is told in words: each name that an act answers for is there to be broken. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allActs } from '../../src/screens/app/registry.ts';
import type { AnyAct } from '../../src/server/act.ts';
import { type FreshDatabase, freshDatabase } from '../database.ts';

let database: FreshDatabase;
let names: Set<string>;
beforeAll(async () => {
  database = await freshDatabase();
  const { rows } = await database.ownerPool.query<{ name: string }>(
    `select conname as name from pg_constraint union select relname from pg_class where relkind = 'i'
     union select m[1] from pg_proc p cross join regexp_matches(p.prosrc, 'constraint = ''(\\w+)''', 'g') m
     union select m[1] from pg_proc p cross join regexp_matches(p.prosrc, '''(\\w+)'' as kind', 'g') m
     union select m[1] from pg_proc p cross join regexp_matches(p.prosrc, '''((?:post_holds)_\\w+)''', 'g') m`,
  );
  names = new Set(rows.map(({ name }) => name));
});
afterAll(() => database.close());

const unknown = (acts: readonly Pick<AnyAct, 'name' | 'conflicts'>[]) =>
  acts.flatMap(({ name, conflicts }) =>
    Object.keys(conflicts ?? {}).flatMap((one) => (names.has(one) ? [] : [`${name} answers for ${one}`])),
  );

test('every constraint that an act answers for is in the database', () => {
  expect(allActs.filter(({ conflicts }) => conflicts).length).toBeGreaterThan(20);
  expect(unknown(allActs)).toEqual([]);
});

test('is found when it is not: a constraint that was renamed', () => {
  expect(unknown([{ name: 'renamed', conflicts: { coaching_visit_relationship_id_fkey: 'gone' } }])).toHaveLength(1);
});
