/** Real PostgreSQL for tests: one server a run, started by the first test that needs it, one fresh database a file. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { writeLawOfDays } from '../src/commands/law-of-days.ts';
import type { Keys } from '../src/server/act.ts';
import { migrate, ourFolders } from '../src/server/database/migrate.ts';
import { type Database, entryKeyOf, openPool, overPool } from '../src/server/database/pool.ts';
import { openEmbedded, removeEmbedded } from '../tooling/embedded-postgres/embedded.ts';
import { markOf, oneAtATime, stillRuns } from '../tooling/embedded-postgres/process.ts';
import { fastFolder } from './fast-folder.ts';
import { demoSecret, newTestFolder, testPrefix } from './loaded-region.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseFolder: string;
  }
}

export interface FreshDatabase {
  ownerUrl: string;
  appUrl: string;
  ownerPool: pg.Pool;
  appPool: pg.Pool;
  /** By which the server proves who asks, for pools of a test's own. */
  entryKey: Uint8Array;
  /** Past row-level security. */
  owner: Database;
  /** Under row-level security, as the application is. */
  app: Database;
  close(): Promise<void>;
}

// A run that was killed leaves its server running: the next run clears it away.
async function clearLeftovers(): Promise<void> {
  const places = [...new Set([tmpdir(), fastFolder()])];
  const left = places.flatMap((place) => readdirSync(place).map((name) => ({ place, name })));
  for (const { place, name } of left.filter((one) => one.name.startsWith(testPrefix))) {
    const folder = join(place, name);
    try {
      if (statSync(folder).uid !== process.getuid?.()) continue;
      if (stillRuns(JSON.parse(readFileSync(join(folder, 'run-by.json'), 'utf8')))) continue;
      await removeEmbedded(folder);
    } catch {
      // Being made or removed by another run just now.
    }
  }
}

/** With the demo region in it already, where the whole test has loaded it (tests/run.ts). */
const loadedRegion = process.env.REGION_OF_TESTS;

/** Vitest's global setup: names the folder, and clears it away at the end. The server itself starts when first needed. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearLeftovers();
  const folder = loadedRegion ?? newTestFolder();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, 'run-by.json'), JSON.stringify(markOf(process.pid)));
  project.provide('databaseFolder', folder);
  return () => removeEmbedded(folder);
}

const unsafeButFast = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  max_connections: '100',
  max_wal_size: '1GB',
  autovacuum: 'off',
};

const renamed = (url: string, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;

async function asOwner(url: string, run: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}

let server: ReturnType<typeof openEmbedded> | undefined;
let count = 0;

/** A database to copy from, made by the first that needs it in this run. */
async function template(
  { folder, ownerUrl }: { folder: string; ownerUrl: string },
  name: string,
  from: string,
  make: (url: string) => Promise<void>,
): Promise<string> {
  const done = join(folder, `${name}-made`);
  await oneAtATime(`${folder} ${name}`, async () => {
    try {
      readFileSync(done);
      return;
    } catch {
      // Not made yet in this run.
    }
    await asOwner(ownerUrl, async (client) => {
      await client.query(`drop database if exists ${name} with (force)`);
      await client.query(`create database ${name} template ${from}`);
    });
    await make(renamed(ownerUrl, name));
    writeFileSync(done, '');
  });
  return name;
}

type Where = Parameters<typeof template>[0];

const migrated = (where: Where): Promise<string> =>
  template(where, 'template_kykypolku', 'template1', async (url) => {
    await migrate(url, ourFolders);
    await asOwner(url, writeLawOfDays);
  });

export const demoKeys: Keys = { secret: demoSecret };

/** The region's own database where it has been loaded, to which nobody may be connected while it is copied. */
const withDemo = async (where: Where): Promise<string> =>
  loadedRegion
    ? 'kykypolku'
    : template(where, 'template_demo', await migrated(where), async (url) => {
        const { loadDemo } = await import('../demo/load.ts');
        await loadDemo(url, { keys: demoKeys });
        await asOwner(url, async (client) => {
          await client.query('vacuum analyze');
        });
      });

export interface FreshOptions {
  /** An empty database instead of a migrated one. */
  empty?: boolean;
  /** With the demo region in it, which is loaded once a run. */
  demo?: boolean;
}

/** A database of one's own, migrated and empty; close it in `afterAll`. */
export async function freshDatabase(options: FreshOptions = {}): Promise<FreshDatabase> {
  const folder = inject('databaseFolder');
  mkdirSync(folder, { recursive: true });
  server ??= openEmbedded(folder, { settings: unsafeButFast });
  const { ownerUrl: regionUrl, appUrl } = await server;
  const ownerUrl = renamed(regionUrl, 'postgres');
  const where = { folder, ownerUrl };
  const from = options.empty ? 'template1' : await (options.demo ? withDemo(where) : migrated(where));
  const name = `test_${process.pid}_${count++}_${Math.random().toString(36).slice(2, 8)}`;
  await asOwner(ownerUrl, async (client) => {
    // Files are copied as they are: block by block through the log takes twice as long, and thrice for the demo region.
    await client.query(`create database ${name} template ${from} strategy file_copy`);
    // Each file asks on connections of its own, and little: planning anew took a third of the server's time. The application's keep
    // one plan for all values anyway; over a whole region the owner's plans are the server's own choice, as they are for users.
    if (!options.demo) await client.query(`alter database ${name} set plan_cache_mode = force_generic_plan`);
  });
  const ownerPool = openPool(renamed(ownerUrl, name), { max: 4, name: 'test owner' });
  const entryKey = options.empty ? new Uint8Array() : await entryKeyOf(renamed(ownerUrl, name));
  const appPool = openPool(renamed(appUrl, name), { max: 4, name: 'test app', entryKey });
  return {
    ownerUrl: renamed(ownerUrl, name),
    appUrl: renamed(appUrl, name),
    ownerPool,
    appPool,
    entryKey,
    owner: overPool(ownerPool),
    app: overPool(appPool),
    async close() {
      await Promise.allSettled([ownerPool.end(), appPool.end()]);
      await asOwner(ownerUrl, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      });
    },
  };
}

/** A folder that is gone after the test. */
export function temporaryFolder(): { path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(fastFolder(), 'kykypolku-folder-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
