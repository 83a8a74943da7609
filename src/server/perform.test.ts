import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type FreshDatabase, freshDatabase } from '../../tests/database.ts';
import { makeWorld, type World } from '../../tests/world.ts';
import { act, ask, signedIn } from './act.ts';
import type { Read } from './database/pool.ts';
import { perform } from './perform.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  await db.ownerPool.query(
    'create function forget_sessions() returns void language sql as $$ delete from platform_session $$',
  );
});
afterAll(() => db.close());

const declaration = {
  name: 'tried',
  method: 'GET',
  path: '/api/tried',
  says: 'Try',
  input: z.strictObject({}),
  may: signedIn('case'),
  audited: { asked: () => ({ tried: true }) },
  refuses: {},
} as const;

type Answer = Record<string, unknown>;
const reading = (run: (tx: Read) => Promise<Answer>, output: z.ZodType = z.object({ name: z.string() })) =>
  ask({ ...declaration, output, run: ({ tx }) => run(tx) });

const done = (tried: ReturnType<typeof reading>, exact?: true) => {
  const { exact: _, ...house } = world.house();
  return perform({ ...house, ...(exact && { exact }) }, tried, {}, { who: world.who('pori-coach'), language: 'en' });
};

const saved = async (): Promise<number> =>
  (await db.ownerPool.query("select count(*) as kept from platform_audit where act = 'tried'")).rows[0].kept;

describe('an act that reads', () => {
  test.each([
    ['a delete', sql`delete from platform_session`],
    ['an update', sql`update worker_worker set family_name = 'Other'`],
    [
      'an insert within a select',
      sql`with made as (insert into platform_clock (demo_today_on) values ('2021-06-17') returning 1) select from made`,
    ],
    ['a function that writes', sql`select forget_sessions()`],
    ['a way back to writing', sql`set transaction read write`],
  ])('cannot write, for the database itself: %s', async (_, wrong) => {
    const before = await saved();
    const tried = reading(async (tx) => {
      await wrong.execute(tx as never);
      return { name: 'written' };
    });
    await expect(done(tried)).rejects.toThrow(/read-only transaction|read-write mode/);
    expect(await saved()).toBe(before);
  });

  test('is audited before it is answered', async () => {
    const before = await saved();
    expect(await done(reading(async () => ({ name: 'Laine' })))).toEqual({ name: 'Laine' });
    expect(await saved()).toBe(before + 1);
  });
});

describe('an answer', () => {
  const more = reading(async () => ({ name: 'Laine', identityCode: '010190-123X' }));

  test('is cut to what the act declares', async () => {
    expect(await done(more)).toEqual({ name: 'Laine' });
  });

  test('that says more than is declared fails in tests', async () => {
    await expect(done(more, true)).rejects.toThrow('tried answers more than it declares');
  });

  test('that is not as declared is told to nobody, and its value to no log', async () => {
    const wrong = reading(async () => ({ name: 20210617 }));
    await expect(done(wrong)).rejects.toThrow(/^tried does not answer as it declares: name is invalid_type$/);
  });

  test('of an act that changes something is cut too', async () => {
    const changing = act({
      ...declaration,
      method: 'POST',
      output: z.object({ name: z.string() }),
      run: async () => ({ name: 'Laine', more: 1 }),
    });
    expect(await done(changing)).toEqual({ name: 'Laine' });
  });
});
