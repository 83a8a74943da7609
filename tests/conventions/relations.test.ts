// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are source text here
/** What SQL comes to through views, asked from the live catalogue. */
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rooms } from '../../src/casework/order.ts';
import { type FreshDatabase, freshDatabase } from '../database.ts';
import {
  factsOnlyIn,
  functionsInOrder,
  type Readings,
  readingsInOrder,
  readingsOf,
  relationsInOrder,
  relationsNamed,
  tablesOfViews,
  viewsInOrder,
  writersCalled,
} from './relations.ts';
import { filesUnder, type Module, parseModule, readModules } from './source.ts';
import { writingFunctions } from './statement-rules.ts';

let database: FreshDatabase;
let views: Map<string, ReadonlySet<string>>;
let relations: Set<string>;
let readings: Readings;
beforeAll(async () => {
  database = await freshDatabase();
  views = await tablesOfViews(database.ownerPool as unknown as pg.PoolClient);
  readings = await readingsOf(database.ownerPool as unknown as pg.PoolClient);
  const { rows } = await database.ownerPool.query<{ name: string }>(
    `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')`,
  );
  relations = new Set(rows.map(({ name }) => name));
});
afterAll(() => database.close());

const modules = readModules(filesUnder('src'));
const house = (path: string, text: string): Module[] => [parseModule(path, text)];

test('there are views to resolve, through one another too, and SQL that names relations', () => {
  expect(views.size).toBeGreaterThan(30);
  expect(views.get('fact_exit')).toContain('exit_exit');
  expect(modules.flatMap(relationsNamed).filter(({ name }) => relations.has(name)).length).toBeGreaterThan(200);
});

test('a room comes to no later room through a view', () => {
  expect(viewsInOrder(modules, rooms, views)).toEqual([]);
});

test('there are views and functions that bear the name of a room', () => {
  const ofRooms = (names: Iterable<string>) =>
    [...names].filter((name) => rooms.some((room) => name.startsWith(`${room}_`)));
  expect(ofRooms(readings.views.keys()).length).toBeGreaterThan(1);
  expect(ofRooms(readings.functions.keys()).length).toBeGreaterThan(8);
  expect(readings.gate).toContain('app_clients');
});

test('a view or function of a room reads that room and the ones before it', () => {
  expect(readingsInOrder(rooms, readings)).toEqual([]);
});

test('a room calls no function of a later room', () => {
  expect(functionsInOrder(modules, rooms, readings)).toEqual([]);
});

test('a room names nothing of a later room, and calls no function that records but where it records', async () => {
  expect(relationsInOrder(modules, rooms, relations)).toEqual([]);
  const writers = await writingFunctions(database.ownerPool as unknown as pg.PoolClient);
  expect(writers.length).toBeGreaterThan(5);
  expect(writersCalled(modules, writers)).toEqual([]);
});

test('figures and exports read facts alone', () => {
  expect(factsOnlyIn(modules, relations)).toEqual([]);
});

describe('is found wrong', () => {
  test.each([
    ['by the schema', 'rowsOf(z)`select 1 from public.exit_exit`'],
    ['by a name under another', 'const table = `exit_exit`'],
    ['in a piece of a statement', 'const part = sql`exit_exit e on e.client_id = c.id`'],
    ['by the builder, from several', "tx.selectFrom(['client_client as c', 'exit_exit as e'])"],
    ['in quotes', 'rowsOf(z)`select 1 from "exit_exit"`'],
  ])('a later room %s', (_, text) => {
    expect(relationsInOrder(house('src/casework/client/reads.ts', text), rooms, relations)).toHaveLength(1);
  });

  test.each([
    ['by the builder', "tx.selectNoFrom(tx.fn('client_join', [a, b]).as('joined'))"],
    ['by its schema', "tx.selectNoFrom((make) => make.fn('public.client_join', [a]).as('joined'))"],
    ['in a statement', 'rowsOf(z)`select client_join(${a}, ${b})`'],
    ['in a piece of one', 'const join = sql`client_join(${a}, ${b})`'],
  ])('a reader that calls what records, %s', (_, text) => {
    expect(writersCalled(house('src/casework/client/reads.ts', text), ['client_join'])).toHaveLength(1);
  });

  test.each([
    ['a later room through a view of facts', 'src/casework/client/reads.ts', 'rowsOf(z)`select 1 from fact_exit e`'],
    [
      'a later room through the view of access',
      'src/casework/client/reads.ts',
      'rowsOf(z)`select a.client_id from client_client c join access a on a.client_id = c.id`',
    ],
    [
      'a later room through a view that is filled in',
      'src/casework/client/reads.ts',
      "const a = sql.table('fact_relationship')",
    ],
    [
      'a later room through a view by the builder',
      'src/casework/client/reads.ts',
      "tx.selectFrom('fact_placement as p').execute()",
    ],
  ])('%s', (_, path, text) => {
    expect(viewsInOrder(house(path, text), rooms, views)).toHaveLength(1);
  });

  test.each([
    ['a view over a table of a later room', 'create view referral_planted as select id from decision_decision'],
    ['a view over facts of a later room', 'create view client_planted as select f.* from fact_exit f'],
    ['a view over the view of access', 'create view client_planted as select a.client_id from access a'],
    ['a view over what is known of a later room', 'create view plan_planted as select 1 as n from known_exit_exit'],
    [
      'a function over a later room',
      `create function organiser_planted() returns bigint language sql as $$ select count(*) from placement_placement $$`,
    ],
    [
      'a function over a later room by a text that it sends',
      `create function client_planted() returns void language plpgsql as $$ begin execute 'delete from exit_exit'; end $$`,
    ],
    [
      'a function that calls one of no room, which reads a later one',
      `create function app_planted() returns bigint language sql as $$ select count(*) from exit_exit $$;
       create function worker_planted() returns bigint language sql begin atomic select app_planted(); end`,
    ],
  ])('%s', async (_, statements) => {
    const client = await database.ownerPool.connect();
    try {
      await client.query(`begin; ${statements}`);
      expect(readingsInOrder(rooms, await readingsOf(client))).toHaveLength(
        readingsInOrder(rooms, readings).length + 1,
      );
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  test.each([
    ['a function of a later room', 'src/casework/organiser/reads.ts', 'rowsOf(z)`select h.id from client_alike(1) h`'],
    ['one of no room that reads a later one', 'src/casework/organiser/reads.ts', 'const a = sql`search_clients(1)`'],
  ])('a room that calls %s', (_, path, text) => {
    expect(functionsInOrder(house(path, text), rooms, readings)).toHaveLength(1);
  });

  test.each([
    [
      'a figure that reads a table of a room',
      'src/figures/list/q04/x.ts',
      'facts`select client_id from relationship_relationship`',
    ],
    [
      'a figure that joins one',
      'src/figures/frame/x.ts',
      'facts`select 1 from fact_client c join client_client o on true`',
    ],
    ['an export that reads one', 'src/exchange/facts-csv.ts', 'rowsOf(z)`select 1 from coaching_contact`'],
    ['an export by its name', 'src/exchange/facts-csv.ts', "const a = sql.table('exit_exit')"],
    ['a figure by the builder', 'src/figures/list/q04/x.ts', "tx.selectFrom('plan_plan as p').select('p.id')"],
    ['a figure by the builder, from several', 'src/figures/list/q04/x.ts', "tx.selectFrom(['plan_plan as p'])"],
    ['a figure by a column', 'src/figures/list/q04/x.ts', "sql.ref('plan_plan.id')"],
    ['a figure by a quoted name', 'src/figures/list/q04/x.ts', 'facts`select 1 from "plan_plan"`'],
    ['a figure by the schema', 'src/figures/list/q04/x.ts', 'facts`select 1 from public.plan_plan`'],
    ['a figure after a comma', 'src/figures/list/q04/x.ts', 'facts`select 1 from fact_client c, plan_plan p`'],
    ['a piece of a statement', 'src/figures/frame/x.ts', 'const part = sql`plan_plan p on p.id = c.plan_id`'],
    ['a name under another', 'src/figures/frame/x.ts', 'const table = `plan_plan`'],
    ['a whole table', 'src/figures/list/q04/x.ts', 'facts`table plan_plan`'],
    ['the view of access', 'src/figures/list/q04/x.ts', 'facts`select 1 from access`'],
    ['the old versions themselves', 'src/figures/list/q04/x.ts', 'facts`select 1 from plan_plan_history`'],
  ])('%s', (_, path, text) => {
    expect(factsOnlyIn(house(path, text), relations)).toHaveLength(1);
  });

  test('no view of what comes before, and no fact in a figure', () => {
    expect(
      viewsInOrder(house('src/casework/exit/reads.ts', 'rowsOf(z)`select 1 from fact_placement`'), rooms, views),
    ).toEqual([]);
    expect(
      factsOnlyIn(
        house('src/figures/x.ts', 'facts`select 1 from fact_exit, known_exit_exit, organiser_unit`'),
        relations,
      ),
    ).toEqual([]);
  });
});
