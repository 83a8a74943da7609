import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase, temporaryFolder } from '../../../tests/database.ts';
import { describeDatabase } from './describe.ts';
import { type MigrateFolders, migrate, ourFolders } from './migrate.ts';

let database: FreshDatabase;
let folder: ReturnType<typeof temporaryFolder>;
let folders: MigrateFolders;

const migration = (name: string, text: string) => writeFileSync(join(folders.migrations, name), text);
const view = (name: string, text: string) => writeFileSync(join(folders.views, name), text);
const ask = async (text: string) => (await database.ownerPool.query(text)).rows;

beforeEach(async () => {
  database = await freshDatabase({ empty: true });
  folder = temporaryFolder();
  folders = { migrations: join(folder.path, 'migrations'), views: join(folder.path, 'views') };
  mkdirSync(folders.migrations);
  mkdirSync(folders.views);
  migration('0001_thing.sql', 'create table thing (id int primary key, name text);');
  view('10_things.sql', 'create or replace view things as select id, name from thing;');
});

afterEach(async () => {
  await database.close();
  folder[Symbol.dispose]();
});

describe('migrating', () => {
  test('applies each migration once and views after them', async () => {
    expect(await migrate(database.ownerUrl, folders)).toEqual({
      migrations: ['0001_thing.sql'],
      views: ['10_things.sql'],
    });
    expect(await migrate(database.ownerUrl, folders)).toEqual({ migrations: [], views: [] });
    migration('0002_more.sql', 'alter table thing add column size int;');
    expect((await migrate(database.ownerUrl, folders)).migrations).toEqual(['0002_more.sql']);
  });

  test('runs anew only what changed, and what stands after it', async () => {
    view('05_first.sql', 'create or replace view firsts as select id from thing;');
    view('20_more.sql', 'create or replace view more as select id from things;');
    await migrate(database.ownerUrl, folders);
    view('10_things.sql', 'create or replace view things as select id, name from thing where id > 0;');
    expect((await migrate(database.ownerUrl, folders)).views).toEqual(['10_things.sql', '20_more.sql']);
    expect((await migrate(database.ownerUrl, folders)).views).toEqual([]);
  });

  test('may write what is checked at the end of the transaction and alter its table in one file', async () => {
    migration(
      '0002_pair.sql',
      `create table pair (of int not null references thing deferrable initially deferred);
       insert into thing values (1); insert into pair values (1);`,
    );
    await migrate(database.ownerUrl, folders);
    migration(
      '0003_wider.sql',
      'update pair set of = of + 0; insert into pair values (1); alter table pair add column size int;',
    );
    expect((await migrate(database.ownerUrl, folders)).migrations).toEqual(['0003_wider.sql']);
  });

  test('gives up, and changes nothing, where somebody keeps a table', async () => {
    await migrate(database.ownerUrl, folders);
    migration('0002_more.sql', "set local lock_timeout = '50ms'; alter table thing add column size int;");
    const holder = await database.ownerPool.connect();
    await holder.query('begin');
    await holder.query('lock table thing in access share mode');
    await expect(migrate(database.ownerUrl, folders)).rejects.toThrow('somebody kept a table');
    await holder.query('rollback');
    holder.release();
    expect((await migrate(database.ownerUrl, folders)).migrations).toEqual(['0002_more.sql']);
  });

  test('refuses a migration that was changed after it was applied', async () => {
    await migrate(database.ownerUrl, folders);
    migration('0001_thing.sql', 'create table thing (id bigint primary key, name text);');
    await expect(migrate(database.ownerUrl, folders)).rejects.toThrow(
      '0001_thing.sql was changed after it was applied',
    );
  });

  test('refuses a database that is ahead of the program', async () => {
    migration('0002_more.sql', 'select 1;');
    await migrate(database.ownerUrl, folders);
    rmSync(join(folders.migrations, '0002_more.sql'));
    await expect(migrate(database.ownerUrl, folders)).rejects.toThrow('this version does not know');
  });

  test('refuses a migration that comes before an applied one', async () => {
    await migrate(database.ownerUrl, folders);
    migration('0000_early.sql', 'select 1;');
    await expect(migrate(database.ownerUrl, folders)).rejects.toThrow('Give it a later number');
  });

  test('leaves nothing of a migration that fails, and names its line', async () => {
    migration('0002_bad.sql', 'create table half (id int);\nselect 1;\nselect nonsense;');
    await expect(migrate(database.ownerUrl, folders)).rejects.toThrow('0002_bad.sql:3: ');
    expect(await ask("select to_regclass('half') as half, to_regclass('thing') is not null as thing")).toEqual([
      { half: null, thing: true },
    ]);
  });

  test('makes views anew when a column goes away or a file does', async () => {
    await migrate(database.ownerUrl, folders);
    view('10_things.sql', 'create or replace view things as select id from thing;');
    view('20_more.sql', 'create or replace view more as select id from things;');
    await migrate(database.ownerUrl, folders);
    expect(await ask('select * from more')).toEqual([]);
    rmSync(join(folders.views, '20_more.sql'));
    await migrate(database.ownerUrl, folders);
    expect(await ask("select to_regclass('more') as more")).toEqual([{ more: null }]);
  });

  test('keeps the old views when anew would lose a policy', async () => {
    migration(
      '0002_policy.sql',
      `create view allowed as select 1 as id, 2 as more; alter table thing enable row level security;
       create policy see on thing using (exists (select from allowed a where a.id = thing.id));`,
    );
    await migrate(database.ownerUrl, folders);
    view('10_things.sql', 'create or replace view things as select id from thing;');
    await expect(migrate(database.ownerUrl, folders)).rejects.toThrow('row-level security policies');
    expect(await ask('select count(*) from pg_policy')).toEqual([{ count: 1 }]);
  });

  test('several processes at once apply each migration once', async () => {
    const done = await Promise.all([1, 2, 3, 4].map(() => migrate(database.ownerUrl, folders)));
    expect(done.flatMap((one) => one.migrations)).toEqual(['0001_thing.sql']);
  });

  test('has the application role without any right to bypass', async () => {
    await migrate(database.ownerUrl, folders);
    expect(
      await ask("select rolsuper, rolbypassrls, rolcanlogin from pg_roles where rolname = 'kykypolku_app'"),
    ).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: true }]);
    const app = new pg.Client({ connectionString: database.appUrl });
    await app.connect();
    await expect(app.query('select * from thing')).rejects.toThrow('permission denied');
    await app.end();
  });
});

describe('what is made anew at each change', () => {
  test('is made over itself, as at the next change of it or of anything before it, and is the same again', async () => {
    const own = await freshDatabase();
    try {
      const before = await describeDatabase(own.ownerUrl);
      await own.ownerPool.query("update platform_migration set checksum = 'changed' where kind = 'view'");
      const { migrations, views } = await migrate(own.ownerUrl);
      expect(migrations).toEqual([]);
      expect(views.length).toBeGreaterThan(20);
      expect(await describeDatabase(own.ownerUrl)).toEqual(before);
    } finally {
      await own.close();
    }
  });

  // A change makes a file anew and those after it, while all before it stand: the last first, each finds what it had made itself.
  test('is made over itself while all before it stands', async () => {
    const own = await freshDatabase();
    try {
      const names = readdirSync(ourFolders.views)
        .filter((name) => name.endsWith('.sql'))
        .sort();
      for (const name of names.toReversed())
        await expect(
          own.ownerPool.query(readFileSync(join(ourFolders.views, name), 'utf8')),
          name,
        ).resolves.toBeDefined();
    } finally {
      await own.close();
    }
  });
});
