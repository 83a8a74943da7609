/** Brings a database to the state that this version needs: numbered migrations once, views whenever they changed. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';

const root = resolve(import.meta.dirname, '../../..');

export interface MigrateFolders {
  migrations: string;
  views: string;
}

export const ourFolders: MigrateFolders = {
  migrations: join(root, 'database/migrations'),
  views: join(root, 'database/repeatable'),
};

export interface Migrated {
  migrations: string[];
  views: string[];
}

interface SqlFile {
  name: string;
  text: string;
  checksum: string;
}

type Kind = 'migration' | 'view';
type Applied = Record<Kind, Map<string, string>>;

/** Any two processes that migrate one database take the same number. */
const lockNumber = 4_800_001;
const lockWaitSeconds = 15;
const lockNotAvailable = '55P03';

function sqlFiles(folder: string): SqlFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    });
}

async function appliedIn(client: pg.Client): Promise<Applied> {
  const applied: Applied = { migration: new Map(), view: new Map() };
  const table = await client.query("select to_regclass('public.platform_migration') as name");
  if (table.rows[0].name === null) return applied;
  const { rows } = await client.query('select kind, name, checksum from platform_migration');
  for (const row of rows as { kind: Kind; name: string; checksum: string }[])
    applied[row.kind].set(row.name, row.checksum);
  return applied;
}

function missing(files: SqlFile[], applied: Map<string, string>): SqlFile[] {
  for (const name of applied.keys())
    if (!files.some((file) => file.name === name))
      throw new Error(
        `The database has had migration ${name}, which this version does not know. Is the program older?`,
      );
  for (const file of files) {
    const checksum = applied.get(file.name);
    if (checksum && checksum !== file.checksum)
      throw new Error(`Migration ${file.name} was changed after it was applied. Write a new migration instead.`);
  }
  const last = [...applied.keys()].sort().at(-1) ?? '';
  const todo = files.filter((file) => !applied.has(file.name));
  const late = todo.find((file) => file.name < last);
  if (late)
    throw new Error(`Migration ${late.name} comes before ${last}, which is already applied. Give it a later number.`);
  return todo;
}

/** What is run anew: everything after a migration or where a file is gone, else the first changed file and those after it. */
function toRunAnew(files: readonly SqlFile[], applied: Map<string, string>, migrated: boolean): SqlFile[] {
  const gone = [...applied.keys()].some((name) => !files.some((file) => file.name === name));
  if (migrated || gone) return [...files];
  const first = files.findIndex((file) => applied.get(file.name) !== file.checksum);
  return first < 0 ? [] : files.slice(first);
}

function sameViews(files: SqlFile[], applied: Map<string, string>): boolean {
  return files.length === applied.size && files.every((file) => applied.get(file.name) === file.checksum);
}

async function run(client: pg.Client, file: SqlFile): Promise<void> {
  try {
    await client.query(file.text);
  } catch (error) {
    const { message, position, detail, where } = error as pg.DatabaseError;
    const line = position ? `:${file.text.slice(0, Number(position)).split('\n').length}` : '';
    const more = [detail, where].filter(Boolean).join('; ');
    throw Object.assign(new Error(`${file.name}${line}: ${message}${more ? ` (${more})` : ''}`, { cause: error }), {
      code: (error as pg.DatabaseError).code,
    });
  }
}

async function record(client: pg.Client, kind: Kind, file: SqlFile): Promise<void> {
  await client.query(
    `insert into platform_migration (kind, name, checksum) values ($1, $2, $3)
     on conflict (kind, name) do update set checksum = excluded.checksum, applied_at = clock_timestamp()`,
    [kind, file.name, file.checksum],
  );
}

async function inTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    // Whoever waits for a table makes everybody behind wait too: rather give up, and say so.
    await client.query(`set local lock_timeout = '${lockWaitSeconds}s'`);
    // A table with checks that wait for the end cannot be altered: what a migration writes is checked as it is written, also
    // where the table is full of what was there before. One that must write out of order defers its checks itself.
    await client.query('set constraints all immediate');
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    if ((error as { code?: string }).code !== lockNotAvailable) throw error;
    throw new Error(
      `The database could not be brought up to date: somebody kept a table for ${lockWaitSeconds} s. Nothing was changed; try again.`,
      { cause: error },
    );
  }
}

async function prepare(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = 'kykypolku_app'");
  if (!rowCount) await client.query('create role kykypolku_app nosuperuser nobypassrls login');
  await client.query(`
    create table if not exists platform_migration (
      kind text not null check (kind in ('migration', 'view')),
      name text not null,
      checksum text not null,
      applied_at timestamptz not null default clock_timestamp(),
      primary key (kind, name)
    )`);
}

const countPolicies = async (client: pg.Client): Promise<number> =>
  (await client.query('select count(*)::int as n from pg_policy')).rows[0].n;

// Policies may read views: whatever falls with a view must stand up again with the view files, or nothing changes.
async function dropViews(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'v' and n.nspname not in ('pg_catalog', 'information_schema')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`);
  for (const { name } of rows) await client.query(`drop view if exists ${name} cascade`);
}

async function runViews(
  client: pg.Client,
  files: SqlFile[],
  anew: readonly SqlFile[],
  applied: Map<string, string>,
): Promise<void> {
  const runEach = async (chosen: readonly SqlFile[]): Promise<void> => {
    for (const file of chosen) await run(client, file);
  };
  const gone = [...applied.keys()].some((name) => !files.some((file) => file.name === name));
  await inTransaction(client, async () => {
    await client.query('savepoint before_views');
    try {
      if (gone) throw Object.assign(new Error('a view file is gone'), { code: '42P16' });
      await runEach(anew);
    } catch (error) {
      // "create or replace view" cannot take a column away; then all views are made anew.
      if ((error as { code?: string }).code !== '42P16') throw error;
      await client.query('rollback to savepoint before_views');
      const before = await countPolicies(client);
      await dropViews(client);
      await runEach(files);
      const after = await countPolicies(client);
      if (after < before)
        throw new Error(
          `Making the views anew took ${before - after} row-level security policies with them: define those in the view files.`,
        );
    }
    await client.query("delete from platform_migration where kind = 'view'");
    for (const file of files) await record(client, 'view', file);
  });
}

/** Applies what is missing, each migration in a transaction of its own, and tells what it did. */
export async function migrate(ownerUrl: string, folders: MigrateFolders = ourFolders): Promise<Migrated> {
  const migrations = sqlFiles(folders.migrations);
  const views = sqlFiles(folders.views);
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'kykypolku migrate',
    options: '-c timezone=Europe/Helsinki -c client_min_messages=warning',
  });
  client.on('error', () => {});
  await client.connect();
  try {
    let applied = await appliedIn(client);
    if (missing(migrations, applied.migration).length === 0 && sameViews(views, applied.view))
      return { migrations: [], views: [] };
    await client.query('select pg_advisory_lock($1)', [lockNumber]);
    await prepare(client);
    applied = await appliedIn(client);
    const todo = missing(migrations, applied.migration);
    for (const file of todo)
      await inTransaction(client, async () => {
        await run(client, file);
        await record(client, 'migration', file);
      });
    // A migration may have taken views with it, so they follow every migration.
    const anew = toRunAnew(views, applied.view, todo.length > 0);
    if (anew.length > 0) await runViews(client, views, anew, applied.view);
    // Of a new index nothing is known until then, and a plan made without it is kept as long as its connection.
    if (todo.length > 0 && applied.migration.size > 0) await client.query('analyze');
    return { migrations: todo.map((file) => file.name), views: anew.map((file) => file.name) };
  } finally {
    await client.end();
  }
}
