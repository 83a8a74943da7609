import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type FreshDatabase, freshDatabase } from '../../tests/database.ts';
import { makeWorld, type WorkerName, type World } from '../../tests/world.ts';
import { type AnyAct, act, ask, signedIn } from './act.ts';
import type { Read, Write } from './database/pool.ts';
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

const done = (tried: AnyAct, exact?: true, by: WorkerName = 'pori-coach') => {
  const { exact: _, ...house } = world.house();
  return perform({ ...house, ...(exact && { exact }) }, tried, {}, { who: world.who(by), language: 'en' });
};

const rowsInTrail = async (): Promise<number> =>
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
    const before = await rowsInTrail();
    const tried = reading(async (tx) => {
      await wrong.execute(tx as never);
      return { name: 'written' };
    });
    await expect(done(tried)).rejects.toThrow(/read-only transaction|read-write mode/);
    expect(await rowsInTrail()).toBe(before);
  });

  test('is audited before it is answered', async () => {
    const before = await rowsInTrail();
    expect(await done(reading(async () => ({ name: 'Laine' })))).toEqual({ name: 'Laine' });
    expect(await rowsInTrail()).toBe(before + 1);
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

describe('an act that changes something', () => {
  const changing = (run: (tx: Write) => Promise<Answer>, more: Partial<AnyAct> = {}): AnyAct => ({
    ...act({
      ...declaration,
      method: 'POST',
      output: z.object({ name: z.string() }),
      run: ({ tx }) => run(tx) as never,
    }),
    ...more,
  });
  const renamed = async () =>
    (
      await sql<{
        family_name: string;
      }>`select family_name from worker_worker where id = ${world.workerId('pori-coach')}`.execute(db.owner)
    ).rows[0]?.family_name;
  const rename = (tx: Write, to: string) =>
    sql`update worker_worker set family_name = ${to} where id = ${world.workerId('pori-coach')}`.execute(tx);
  const change = async (tx: Write, to: string) => {
    await rename(tx, to);
    return { name: to };
  };

  test('is kept and audited before it is answered', async () => {
    const before = await rowsInTrail();
    expect(
      await done(
        changing((tx) => change(tx, 'Uusi')),
        undefined,
        'pori-administrator',
      ),
    ).toEqual({ name: 'Uusi' });
    expect([await renamed(), await rowsInTrail()]).toEqual(['Uusi', before + 1]);
  });

  test.each<[string, RegExp, AnyAct]>([
    [
      'it fails after it changed something',
      /^it fails$/,
      changing(async (tx) => {
        await rename(tx, 'Kesken');
        throw new Error('it fails');
      }),
    ],
    [
      'one of several statements sent together fails',
      /no_such_table/,
      changing(async (tx) => {
        await Promise.all([rename(tx, 'Kesken'), sql`select from no_such_table`.execute(tx), rename(tx, 'Jo')]);
        return { name: 'Jo' };
      }),
    ],
    [
      'its answer is not as declared',
      /does not answer as it declares/,
      changing(async (tx) => ({ ...(await change(tx, 'Kesken')), name: 1 })),
    ],
    [
      'what the trail is to keep cannot be told',
      /^untold$/,
      changing((tx) => change(tx, 'Kesken'), {
        audited: {
          asked: () => {
            throw new Error('untold');
          },
        },
      }),
    ],
    [
      'the trail does not take it',
      /invalid|wrong|Tiedoissa|Something/,
      changing((tx) => change(tx, 'Kesken'), { audited: { clients: () => ['no id'] } }),
    ],
    [
      'the commit finds a fault',
      /found late/,
      changing(async (tx) => {
        await sql`select set_config('tried.fails', 'on', true)`.execute(tx);
        return change(tx, 'Kesken');
      }),
    ],
  ])('is neither kept nor audited nor answered where %s', async (_, message, wrong) => {
    await db.ownerPool.query(`
      create or replace function fail_late() returns trigger language plpgsql as $$ begin
        if current_setting('tried.fails', true) = 'on' then raise exception 'found late'; end if; return null; end $$;
      create or replace function try_late() returns void language plpgsql as $$ begin
        if not exists (select from pg_trigger where tgname = 'late') then
          create constraint trigger late after update on worker_worker deferrable initially deferred for each row execute function fail_late();
        end if; end $$;
      select try_late()`);
    const before = [await renamed(), await rowsInTrail()];
    await expect(done(wrong, undefined, 'pori-administrator')).rejects.toThrow(message);
    expect([await renamed(), await rowsInTrail()]).toEqual(before);
  });
});
