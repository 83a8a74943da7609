/**
 * SQL is checked, not trusted: every statement of the code is kept in `database/statements`, and the database is asked of
 * each whether its columns are those that the code declares, and whether what reads only reads.
 */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../database.ts';
import { readEntries, type StatementEntry, statementMark, templatesInSource } from '../statements.ts';
import { columnsAgainst, describeStatement, writesIn, writingFunctions } from './statement-rules.ts';

let database: FreshDatabase;
let client: pg.Client;
let writers: string[];
beforeAll(async () => {
  database = await freshDatabase();
  // Of its own: to parse without executing is not done on a connection that sends ahead.
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  writers = await writingFunctions(client);
});
afterAll(async () => {
  await client.end();
  await database.close();
});

const entries = readEntries();
const templates = templatesInSource();
const isWriter = (path: string): boolean => /\/writes\.ts$/.test(path);
const saidOf = ({ path, name }: StatementEntry): string => `${path} ${name}`;

describe('the statements of the code', () => {
  test('are all kept: one that no test sends is in no file', () => {
    const saved = new Set(entries.map(({ path, mark }) => `${path} ${mark}`));
    const missing = templates.filter(({ path, written }) => !saved.has(`${path} ${statementMark(written)}`));
    expect(
      missing.map(
        ({ path, line, name }) => `${path}:${line} ${name}: no test sends it, or npm run statements was not run`,
      ),
    ).toEqual([]);
    expect(templates.length).toBeGreaterThan(100);
  });

  test('are all there still: what is kept of one that is gone tells nothing', () => {
    const written = new Set(templates.map(({ path, written }) => `${path} ${statementMark(written)}`));
    expect(entries.filter(({ path, mark }) => !written.has(`${path} ${mark}`)).map(saidOf)).toEqual([]);
  });

  test('have the columns that the code declares, by name and kind', async () => {
    const wrong: string[] = [];
    for (const entry of entries)
      for (const fault of columnsAgainst(entry.shape, await describeStatement(client, entry.sent)))
        wrong.push(`${saidOf(entry)}: ${fault}`);
    expect(wrong).toEqual([]);
  });

  test('only read, where they do not stand in writes.ts', async () => {
    const wrong: string[] = [];
    for (const entry of entries.filter(
      ({ path, shape }) => shape !== null && !isWriter(path) && !/^src\/(server|commands)\//.test(path),
    ))
      for (const fault of await writesIn(client, entry.sent, writers)) wrong.push(`${saidOf(entry)}: ${fault}`);
    expect(wrong).toEqual([]);
  });
});

describe('is found wrong', () => {
  const faults = async (shape: string | null, sent: string): Promise<string[]> =>
    columnsAgainst(shape, await describeStatement(client, sent));

  test.each([
    ['a misspelt column', 'id uuid', 'select idd from plan_plan', /column "idd" does not exist/],
    ['a misspelt table', 'id uuid', 'select id from plan_plans', /relation "plan_plans" does not exist/],
    [
      'a column that the code does not declare',
      'id uuid',
      'select id, client_id from plan_plan',
      /client_id is not declared/,
    ],
    ['a column that is not selected', 'id uuid, madeOn date', 'select id from plan_plan', /madeOn is not selected/],
    [
      'a column of another kind',
      'id uuid, during date',
      'select id, during from plan_plan',
      /during is daterange, declared as date/,
    ],
    ['a name that is given twice', 'id uuid', 'select id, id from plan_plan', /id is selected twice/],
    [
      'an update of a column that is not there',
      null,
      'update plan_plan set made = $1',
      /column "made" .*does not exist/,
    ],
    [
      'an insert without a column that must have a value',
      null,
      'insert into plan_goal (plan_id) values ($1)',
      /insert leaves out .*goal/,
    ],
    ['rows that are thrown away', null, 'select id from plan_plan', /answers rows that the code does not declare/],
  ])('%s', async (_, shape, sent, answer) => {
    expect((await faults(shape, sent)).join('\n')).toMatch(answer);
  });

  test.each([
    ['a delete in a read', 'with gone as (delete from plan_plan returning id) select id from gone'],
    ['a function that writes', 'select client_join($1, $2)'],
    ['a function of the database itself that writes', "select setval('platform_audit_height', 1)"],
  ])('%s', async (_, sent) => {
    expect(await writesIn(client, sent, [...writers, 'client_join'])).toHaveLength(1);
  });

  test('a function of ours that writes is known as one, also where it only calls another', async () => {
    await client.query('begin');
    await client.query('create function trial_inner() returns void language sql as $$ delete from plan_plan $$');
    await client.query('create function trial_outer() returns void language sql as $$ select trial_inner() $$');
    const match = await writingFunctions(client);
    await client.query('rollback');
    expect(match).toEqual(expect.arrayContaining(['trial_inner', 'trial_outer']));
    expect(match).not.toContain('app_today');
  });
});
