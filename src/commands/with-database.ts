/** For commands: the database of a running application, or the embedded one for as long as the command takes. */

import { leaveAll } from '../../tooling/embedded-postgres/embedded.ts';
import { noSecurityLog, type SecurityLog, securityLogIn } from '../server/audit/security-log.ts';
import { helsinkiClock } from '../server/clock.ts';
import { type Config, readConfig, secretOf, securityLogFile } from '../server/config.ts';
import { type Database, entryKeyOf, openPool, overPool } from '../server/database/pool.ts';
import { prepare } from './prepare.ts';

export interface WithDatabase {
  config: Config;
  secret: Uint8Array;
  log: SecurityLog;
  /** Past row-level security. */
  owner: Database;
  /** Under row-level security, as the application is. */
  app: Database;
  ownerUrl: string;
  appUrl: string;
}

export async function withDatabase<T>(run: (call: WithDatabase) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void leaveAll().finally(() => process.exit(130)));
  const database = await prepare(config, (line) => console.error(line));
  const owner = overPool(openPool(database.ownerUrl, { max: 4, name: 'kykypolku command' }));
  const entryKey = await entryKeyOf(database.ownerUrl);
  const app = overPool(openPool(database.appUrl, { max: 4, name: 'kykypolku command', entryKey }));
  let log = noSecurityLog;
  try {
    const { ownerUrl, appUrl } = database;
    const secret = secretOf(config);
    log = securityLogIn(securityLogFile(config), { secret }, helsinkiClock.now);
    return await run({ config, secret, log, owner, app, ownerUrl, appUrl });
  } finally {
    await Promise.allSettled([owner.destroy(), app.destroy(), log.close()]);
    await database.stop();
  }
}
