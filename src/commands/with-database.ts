/** For commands: the database of a running application, or the embedded one for as long as the command takes. */

import { leaveAll } from '../../tooling/embedded-postgres/embedded.ts';
import { type Config, readConfig, secretOf } from '../server/config.ts';
import { type Database, openPool, overPool } from '../server/database/pool.ts';
import { prepare } from './prepare.ts';

export interface WithDatabase {
  config: Config;
  secret: Uint8Array;
  /** Past row-level security. */
  owner: Database;
  /** Under row-level security, as the application is. */
  app: Database;
  ownerUrl: string;
  appUrl: string;
}

export async function withDatabase<T>(run: (given: WithDatabase) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void leaveAll().finally(() => process.exit(130)));
  const database = await prepare(config, (line) => console.error(line));
  const owner = overPool(openPool(database.ownerUrl, { max: 4, name: 'kykypolku command' }));
  const app = overPool(openPool(database.appUrl, { max: 4, name: 'kykypolku command' }));
  try {
    const { ownerUrl, appUrl } = database;
    return await run({ config, secret: secretOf(config), owner, app, ownerUrl, appUrl });
  } finally {
    await Promise.allSettled([owner.destroy(), app.destroy()]);
    await database.stop();
  }
}
