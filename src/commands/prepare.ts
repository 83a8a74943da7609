/** From the settings to a database ready for use: opened, migrated, and in a demo filled. */
import { sql } from 'kysely';
import { type Config, secretOf } from '../platform/config.ts';
import { emptyEmbedded } from '../platform/database/embedded.ts';
import { migrate } from '../platform/database/migrate.ts';
import { type OpenDatabase, openDatabase } from '../platform/database/open.ts';
import { type Database, openPool, overPool } from '../platform/database/pool.ts';
import { oneAtATime } from '../platform/process.ts';
import { demoRegion } from './demo-region.ts';

type Say = (line: string) => void;

export async function prepare(config: Config, say: Say): Promise<OpenDatabase> {
  const started = performance.now();
  const database = await openDatabase(config, { say });
  try {
    if (database.embedded && !database.adopted) say(`Database started in ${seconds(started)} s.`);
    // Two processes on an empty folder must not fill it twice.
    await oneAtATime(`${config.dataFolder} fill`, () => fill(config, database, say), 300_000);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

export const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);

async function fill(config: Config, database: OpenDatabase, say: Say): Promise<void> {
  await bringUpToDate(database, say);
  if (config.mode !== 'demo') return;
  const state = await demoState(database);
  if (state === 'filled') return;
  const region = await demoRegion();
  if (!region) return;
  if (state === 'cut-off') {
    if (!database.embedded)
      throw new Error('Loading the demo region was cut off; give DATABASE_URL an empty database.');
    say('Loading the demo region was cut off last time; it begins anew.');
    await emptyEmbedded(database.ownerUrl);
    await bringUpToDate(database, say);
  }
  const started = performance.now();
  say('Loading the demo region ...');
  await asOwner(database, async (owner) => {
    await mark(owner, 'loading');
    await region.loadDemo({ owner, ownerUrl: database.ownerUrl, secret: secretOf(config), say });
    await sql`vacuum analyze`.execute(owner);
    await mark(owner, 'loaded');
  });
  say(`Demo region loaded in ${seconds(started)} s.`);
}

async function bringUpToDate(database: OpenDatabase, say: Say): Promise<void> {
  const { migrations } = await migrate(database.ownerUrl).catch((error: Error) => {
    if (!database.embedded) throw error;
    throw new Error(`${error.message} (The demo begins anew when the data folder is removed.)`, { cause: error });
  });
  if (migrations.length > 0) say(`Database brought up to date: ${migrations.length} migrations.`);
}

async function demoState(database: OpenDatabase): Promise<'empty' | 'cut-off' | 'filled'> {
  return asOwner(database, async (owner) => {
    const { rows } = await sql<{ mark: string | null; organisers: boolean }>`
      select (select value from platform_setting where name = 'demo') as mark,
        exists (select from organiser_organiser) as organisers`.execute(owner);
    if (rows[0]?.mark === 'loading') return 'cut-off';
    return rows[0]?.organisers ? 'filled' : 'empty';
  });
}

async function mark(owner: Database, value: string): Promise<void> {
  await sql`insert into platform_setting (name, value) values ('demo', ${value})
    on conflict (name) do update set value = excluded.value`.execute(owner);
}

async function asOwner<T>(database: OpenDatabase, work: (owner: Database) => Promise<T>): Promise<T> {
  const owner = overPool(openPool(database.ownerUrl, { max: 4, name: 'kykypolku owner' }));
  try {
    return await work(owner);
  } finally {
    await owner.destroy();
  }
}
