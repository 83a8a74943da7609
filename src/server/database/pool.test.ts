import type { Socket } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { openPool, type Read, type Write } from './pool.ts';
import { change } from './statement.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

async function value(expression: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(database.owner);
  return rows[0]?.value;
}

test('a day is its own text, whatever the zone', async () => {
  expect(await value("date '2021-06-17'")).toBe('2021-06-17');
  expect(await value("array[date '2021-06-17', null]")).toEqual(['2021-06-17', null]);
});

test('an instant is its text in universal time, to the microsecond', async () => {
  expect(await value("timestamptz '2021-06-17 12:00:00.123456+03'")).toBe('2021-06-17T09:00:00.123456Z');
  expect(await value("'infinity'::timestamptz")).toBe('infinity');
});

test('counts and sums are numbers, and one too large to be exact is refused', async () => {
  expect(await value('count(*)')).toBe(1);
  expect(await value('1.25::numeric')).toBe(1.25);
  expect(await value('array[1::bigint, 2]')).toEqual([1, 2]);
  await expect(value('9007199254740993::bigint')).rejects.toThrow('cannot hold exactly');
});

test('a range is its own text', async () => {
  expect(await value("daterange('2021-01-01', null)")).toBe('[2021-01-01,)');
});

test('the session keeps Helsinki time', async () => {
  expect(await value("(timestamptz '2021-06-17 22:30:00Z')::date")).toBe('2021-06-18');
});

test('Finnish letters sort as Finns sort them', async () => {
  const words = 'zebra äiti åbo öljy apina vesi yö';
  expect(await value(`(select string_agg(x, ' ' order by x) from unnest(string_to_array('${words}', ' ')) x)`)).toBe(
    'apina vesi yö zebra åbo äiti öljy',
  );
});

test('what is asked in one go leaves in one write, and what is asked later by itself', async () => {
  const pool = openPool(database.appUrl, { max: 1 });
  const client = await pool.connect();
  type Writing = Required<Pick<Socket, '_write' | '_writev'>>;
  const { stream } = (client as unknown as { connection: { stream: Writing } }).connection;
  const [one, several] = [vi.spyOn(stream, '_write'), vi.spyOn(stream, '_writev')];
  const writes = () => one.mock.calls.length + several.mock.calls.length;
  const ask = (n: number) => client.query<{ n: number }>('select $1::int as n', [n]);
  const answers = await Promise.all([1, 2, 3, 4].map(ask));
  expect(answers.map(({ rows }) => rows[0]?.n)).toEqual([1, 2, 3, 4]);
  expect(writes()).toBe(1);
  expect((await ask(5)).rows[0]?.n).toBe(5);
  expect(writes()).toBe(2);
  client.release();
  await pool.end();
});

test('a reader cannot write, by type', () => {
  const read: Read = database.owner;
  const write: Write = database.owner;
  // @ts-expect-error reading gives no way to insert
  expect(read.insertInto).toBeTypeOf('function');
  expect(write.insertInto).toBeTypeOf('function');
  // @ts-expect-error nor to delete
  expect(read.deleteFrom).toBeTypeOf('function');
  // @ts-expect-error nor has a reader a connection to send what records
  expect(() => change`delete from plan_goal`.execute(read)).toBeTypeOf('function');
});

test('what is recorded has the columns and values of its table, by type', () => {
  const write: Write = database.owner;
  const goal = { organiser_id: 'o', client_id: 'c', plan_id: 'p', place: 1, goal: 'Oma raha' };
  const { goal: _, ...short } = goal;
  write.insertInto('plan_goal').values(goal);
  // @ts-expect-error the goal is left out
  write.insertInto('plan_goal').values(short);
  // @ts-expect-error there is no such column
  write.updateTable('plan_goal').set({ gaol: 'Oma raha' });
  // @ts-expect-error no such reason is kept
  write.updateTable('exit_exit').set({ reason: 'bored' });
});

describe('plans that are kept', () => {
  const keptPlans = async (tx: Write) =>
    (
      await sql<{
        n: number;
      }>`select count(*) as n from pg_prepared_statements where statement like '%plan_kept%'`.execute(tx)
    ).rows[0]?.n;

  test('ask settings and values anew each time', async () => {
    await database.app.connection().execute(async (one) => {
      for (const [n, worker] of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].entries()) {
        await sql`select set_config('app.worker', ${worker}, false)`.execute(one);
        const { rows } =
          await sql`select current_setting('app.worker') as worker, ${n}::int as n /* plan_kept */`.execute(one);
        expect(rows).toEqual([{ worker, n }]);
      }
      expect(await keptPlans(one)).toBe(1);
      await sql`select set_config('app.worker', '', false)`.execute(one);
    });
  });

  test('are those that were asked last: the one asked longest ago is let go', async () => {
    await database.app.connection().execute(async (one) => {
      const send = (n: number) =>
        sql`select ${n}::int as n /* plan_kept ${sql.raw(String(n))} */`.execute(one) as Promise<{ rows: unknown[] }>;
      for (let n = 0; n < 130; n += 1) {
        expect((await send(n)).rows).toEqual([{ n }]);
        await send(0);
      }
      const { rows } = await sql<{ n: number }>`select (regexp_match(statement, 'plan_kept (\\d+)'))[1]::int as n
        from pg_prepared_statements where statement like '%plan_kept %' order by 1`.execute(one);
      const plans = rows.map(({ n }) => n).filter((n) => n !== null);
      expect(plans.length).toBeLessThanOrEqual(100);
      expect(plans).toContain(0);
      expect(plans).toContain(129);
      expect(plans).not.toContain(1);
      expect((await send(1)).rows).toEqual([{ n: 1 }]);
    });
  });

  test('that the server never made are let go without harm to the transaction in which that is', async () => {
    await database.app.connection().execute(async (one) => {
      await sql`begin`.execute(one);
      await expect(sql`select 1 / ${0}::int`.execute(one)).rejects.toThrow('division by zero');
      await expect(sql`select ${1}::int as n /* never made */`.execute(one)).rejects.toThrow('transaction is aborted');
      await sql`rollback`.execute(one);
      await sql`begin`.execute(one);
      for (let n = 0; n < 110; n += 1) await sql`select ${n}::int as n /* other ${sql.raw(String(n))} */`.execute(one);
      await sql`commit`.execute(one);
    });
  });

  test('are planned anew after a view got other columns', async () => {
    await database.owner.connection().execute(async (one) => {
      const read = () => sql`select * from plan_kept where n = ${1}::int`.execute(one);
      await sql`create view plan_kept as select 1 as n`.execute(one);
      for (let n = 0; n < 4; n += 1) await read();
      await sql`create or replace view plan_kept as select 1 as n, 2 as m`.execute(one);
      await expect(read()).rejects.toThrow('cached plan must not change result type');
      expect((await read()).rows).toEqual([{ n: 1, m: 2 }]);
      await sql`drop view plan_kept`.execute(one);
    });
  });
});
