/** What is typed into a field of an act that records is recorded: a column that is left out of an insert would drop it without a word. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { ProblemError } from '../src/kernel/problem.ts';
import type { AnyAct } from '../src/server/act.ts';
import { perform } from '../src/server/perform.ts';
import { actOf } from './changing.ts';
import { creating, type Input, type Ready } from './creating.ts';
import { creatingLater } from './creating-later.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { makeWorld, type WorkerName, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
let ready: Readonly<Record<string, () => Promise<Ready>>>;
let everywhere: string;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  ready = { ...creating(world), ...creatingLater(world) } as never;
  // The trail and the answers that are kept hold the input itself.
  const { rows } = await db.ownerPool.query<{ name: string }>(
    `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname !~ '^platform_'`,
  );
  everywhere = rows.map(({ name }) => `select t::text as row from ${name} t where t::text like $1`).join(' union all ');
});
afterAll(() => db.close());

type Json = Readonly<Record<string, unknown>>;

/** Codes and versions are of lists; a reason for the extraordinary is recorded where it is asked for, after a refusal. */
const ofLists = /Code$|^(provision|contentHash|motherTongue|by|outsideBecause)$/;

/** The fields of an act into which one may type what one likes. */
function typedInto({ input }: AnyAct): string[] {
  const schema = z.toJSONSchema(input as z.ZodType, { io: 'input', unrepresentable: 'any' });
  const isFree = (one: Json): boolean =>
    ((one.anyOf ?? []) as Json[]).some(isFree) ||
    (one.type === 'string' && !['enum', 'format', 'pattern', 'const'].some((bound) => bound in one));
  return Object.entries((schema.properties ?? {}) as Record<string, Json>).flatMap(([name, one]) =>
    isFree(one) && !ofLists.test(name) ? [name] : [],
  );
}

let marked = 0;
/** Something that stands nowhere yet, as the field takes it. */
function newText(field: string): string {
  const n = ++marked;
  if (/phone$/i.test(field)) return `040 ${1234000 + n}`;
  if (field === 'email') return `merkki${n}@esimerkki.fi`;
  return `Merkki${n}x sanoin`;
}

async function send(act: AnyAct, input: Input, by: WorkerName): Promise<string | null> {
  try {
    await perform(world.house(), act, input, { who: world.who(by), language: 'fi' });
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return JSON.stringify(error.problem);
    throw error;
  }
}

test('every text that an act takes is found in what is recorded', async () => {
  const wrong: string[] = [];
  for (const [name, make] of Object.entries(ready)) {
    const act = actOf(name);
    const fields = typedInto(act);
    if (fields.length === 0) continue;
    const { input, by } = await make();
    const texts = new Map(fields.map((field) => [field, newText(field)]));
    // Another contact stands in the place of an address that is protected.
    const more = name === 'registerClient' ? { protected: true } : {};
    const refused = await send(act, { ...input, ...Object.fromEntries(texts), ...more }, by);
    if (refused !== null) wrong.push(`${name} is refused: ${refused}`);
    else
      for (const [field, text] of texts)
        if ((await db.ownerPool.query(everywhere, [`%${text}%`])).rows.length === 0)
          wrong.push(`${name} drops ${field}`);
  }
  expect(wrong).toEqual([]);
  expect(marked).toBeGreaterThan(60);
});
