import { randomBytes } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { demoClock, helsinkiClock } from '../server/clock.ts';
import { secretFileIn, secretIn } from '../server/config.ts';
import type { Database } from '../server/database/pool.ts';
import { rowsOf } from '../server/database/statement.ts';
import { audit } from '../server/perform.ts';
import { keepKeyId, sealAnew } from '../server/sealed-texts.ts';
import { keyId } from '../server/secret.ts';
import { command, UsageError } from './command.ts';
import { operator } from './operator.ts';
import { nextFileIn } from './secret-key.ts';
import { withDatabase } from './with-database.ts';

export const secretRotate = command({
  usage: `[--to FILE]

  --to   a file that holds the new key, made with: openssl rand -base64 32 > FILE; needed where KYKYPOLKU_SECRET_KEY is
         set, which is then set to the new key. Without it a new key is made and kept in the data folder.

Seals every identity code anew, in one transaction, while the application is stopped.`,
  options: { to: { type: 'string' } },
  run: ({ values }) =>
    withDatabase(async ({ owner, config, secret, log }) => {
      if (config.secretKey && values.to === undefined) throw new UsageError('--to is missing');
      await mustBeAlone(owner);
      const clock = (await demoClock(owner)) ?? helsinkiClock;
      const next = nextFileIn(config.dataFolder);
      if (!config.secretKey) {
        const key = values.to === undefined ? randomBytes(32) : secretIn(resolve(values.to));
        writeFileSync(next, Buffer.from(key).toString('base64'), { mode: 0o600, flush: true });
      }
      const to = { secret: secretIn(config.secretKey ? resolve(values.to as string) : next) };
      if (keyId(to) === keyId({ secret })) throw new UsageError('the new key is the present one');
      const sealed = await owner.transaction().execute(async (tx) => {
        const codes = await sealAnew(tx, { secret }, to);
        await keepKeyId(tx, to);
        await audit(tx, 'secretRotate', 'none', { who: operator(null), language: 'fi' }, clock.now(), [], { codes });
        return codes;
      });
      log.note({ event: 'secret-changed', act: 'secretRotate' });
      if (!config.secretKey) renameSync(next, secretFileIn(config.dataFolder));
      console.log(
        `${sealed} identity codes are sealed with the new key${config.secretKey ? '; set KYKYPOLKU_SECRET_KEY to it' : ''}.`,
      );
      return 0;
    }),
});

/** A running application has the old key in its memory, and would go on sealing with it. */
async function mustBeAlone(owner: Database): Promise<void> {
  const { rows } = await rowsOf(z.object({}))`select from pg_stat_activity
    where datname = current_database() and application_name in ('kykypolku', 'kykypolku sealing')`.execute(owner);
  if (rows.length > 0) throw new Error('The application runs; stop it first.');
}
