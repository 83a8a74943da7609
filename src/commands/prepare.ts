/** From the settings to a database ready for use: opened, migrated, and in a demo filled. */

import { oneAtATime } from '../../tooling/embedded-postgres/process.ts';
import { type Config, secretOf } from '../server/config.ts';
import { migrate } from '../server/database/migrate.ts';
import { openPool } from '../server/database/pool.ts';
import { demoRegion } from './demo-region.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { keyMustFit } from './secret-key.ts';
import { writeServices } from './services.ts';

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
  await keyMustFit(config, database.ownerUrl, say);
  const region = config.mode === 'demo' ? await demoRegion() : null;
  if (!region || (await region.demoIsLoaded(database.ownerUrl))) return;
  const started = performance.now();
  say('Loading the demo region ...');
  await region.loadDemo(database.ownerUrl, { keys: { secret: secretOf(config) }, progress: quarters(say) });
  await countAnew(database.ownerUrl);
  say(`Demo region loaded in ${seconds(started)} s.`);
}

/** Progress in four lines, not four hundred. */
function quarters(say: Say): (doing: string, share: number) => void {
  let answer = 0;
  return (doing, share) => {
    const quarter = Math.floor(share * 4);
    if (quarter <= answer || quarter >= 4) return;
    answer = quarter;
    say(`  ${quarter * 25} %  ${doing}`);
  };
}

// After so many new rows the server would plan its first queries from numbers of an empty database.
async function countAnew(ownerUrl: string): Promise<void> {
  const owner = openPool(ownerUrl, { max: 1, name: 'kykypolku owner' });
  try {
    await owner.query('vacuum analyze');
  } finally {
    await owner.end();
  }
}

async function bringUpToDate(database: OpenDatabase, say: Say): Promise<void> {
  const { migrations } = await migrate(database.ownerUrl).catch((error: Error) => {
    if (!database.embedded) throw error;
    throw new Error(`${error.message} (The demo begins anew when the data folder is removed.)`, { cause: error });
  });
  const owner = openPool(database.ownerUrl, { max: 1, name: 'kykypolku owner' });
  await writeServices(owner).finally(() => owner.end());
  if (migrations.length > 0) say(`Database brought up to date: ${migrations.length} migrations.`);
}
