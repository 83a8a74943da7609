import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { onPipeline, type Pipeline } from './pipeline.ts';
import { type Database, openPool, overPool, type Write } from './pool.ts';

let database: FreshDatabase;
/** Has one connection, so that whoever comes next comes to the one that was left. */
let one: Database;
beforeAll(async () => {
  database = await freshDatabase();
  await database.ownerPool.query(`
    create table tried (n int primary key, other int references tried deferrable initially deferred);
    grant select, insert on tried to kykypolku_app`);
  one = overPool(openPool(database.appUrl, { max: 1 }));
});
afterAll(async () => {
  await one.destroy();
  await database.close();
});

const add = (tx: Write, n: number, other: number | null = null) =>
  sql`insert into tried (n, other) values (${n}, ${other})`.execute(tx);
const numbers = async () =>
  (await sql<{ n: number }>`select n from tried order by n`.execute(database.owner)).rows.map(({ n }) => n);
const within = (run: (pipeline: Pipeline) => Promise<unknown>) =>
  onPipeline(one, async (pipeline) => {
    const begun = pipeline.begin('read write');
    await Promise.all([begun, run(pipeline)]);
    await pipeline.commit();
  });

test('each answer goes to whoever asked, however many are under way, with plans that are kept and that are not', async () => {
  const answers = await onPipeline(one, ({ tx }) =>
    Promise.all(
      [...Array(300).keys()].map(async (n) => {
        const query =
          n % 3 === 0
            ? sql<{ n: number }>`select ${n}::int as n`
            : n % 3 === 1
              ? sql<{ n: number }>`select x + ${n} as n from generate_series(0, ${n % 7}::int) x order by x`
              : sql<{ n: number }>`select ${sql.lit(n)}::int as n`;
        return (await query.execute(tx)).rows.map((row) => row.n);
      }),
    ),
  );
  expect(answers).toEqual(
    [...Array(300).keys()].map((n) => (n % 3 === 1 ? [...Array((n % 7) + 1).keys()].map((x) => x + n) : [n])),
  );
});

test('an error in the middle undoes what came before it and what was sent after it, and is the one that is told', async () => {
  const failed = within(({ tx }) =>
    Promise.all([add(tx, 1), sql`select 1 / ${0}::int`.execute(tx), add(tx, 2), sql`select 1`.execute(tx)]),
  );
  await expect(failed).rejects.toThrow('division by zero');
  expect(await numbers()).toEqual([]);
});

test('a commit that comes after an error is refused', async () => {
  const failed = onPipeline(one, async ({ tx, begin, commit }) => {
    await Promise.all([
      begin('read write'),
      add(tx, 1),
      sql`select 1 / ${0}::int`.execute(tx).catch(() => {}),
      commit(),
    ]);
  });
  await expect(failed).rejects.toThrow(/rolled back|aborted/i);
  expect(await numbers()).toEqual([]);
});

test('what fails on our side while statements are under way undoes them', async () => {
  const failed = within(async ({ tx }) => {
    void add(tx, 1);
    throw new Error('ours');
  });
  await expect(failed).rejects.toThrow('ours');
  expect(await numbers()).toEqual([]);
});

test('the next one on the connection waits for what is under way, and has nothing of it', async () => {
  const failed = within(async ({ tx }) => {
    void sql`select set_config('app.worker', ${'somebody'}, true), pg_sleep(0.2)`.execute(tx);
    throw new Error('ours');
  });
  const next = onPipeline(one, async ({ tx }) => {
    const { rows } = await sql`select current_setting('app.worker', true) as worker, ${7}::int as n`.execute(tx);
    return rows[0];
  });
  await expect(failed).rejects.toThrow('ours');
  expect(await next).toEqual({ worker: '', n: 7 });
});

test('what only a commit finds is told by the commit', async () => {
  const failed = within(({ tx }) => add(tx, 1, 99));
  await expect(failed).rejects.toMatchObject({ code: '23503' });
  expect(await numbers()).toEqual([]);
  await within(({ tx }) => Promise.all([add(tx, 1, 2), add(tx, 2, 1)]));
  expect(await numbers()).toEqual([1, 2]);
});

test('a transaction that reads cannot write', async () => {
  const failed = onPipeline(one, async ({ tx, begin }) => {
    await Promise.all([begin('read only'), add(tx, 5)]);
  });
  await expect(failed).rejects.toMatchObject({ code: '25006' });
});

test('a connection that is lost in the middle is told of to all who wait on it, and replaced', async () => {
  const failed = within(async ({ tx }) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    const waiting = [sql`select pg_sleep(${20}::float)`.execute(tx), sql`select ${1}::int`.execute(tx)];
    await Promise.all([...waiting, database.ownerPool.query('select pg_terminate_backend($1)', [rows[0]?.pid])]);
  });
  await expect(failed).rejects.toThrow();
  const { rows } = await sql`select 1 as n`.execute(one);
  expect(rows).toEqual([{ n: 1 }]);
});
