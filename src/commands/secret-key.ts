/** The key that identity codes are sealed with fits the database, or nothing starts: with another they could not be read. */
import { existsSync, renameSync } from 'node:fs';
import type { Keys } from '../server/act.ts';
import { type Config, ConfigError, secretFileIn, secretIn, secretOf } from '../server/config.ts';
import { openPool, overPool, type Write } from '../server/database/pool.ts';
import { keepKeyId, keyIdIn, sealAnew } from '../server/sealed-texts.ts';
import { keyId } from '../server/secret.ts';

/** The key that comes next, until the database has taken it. */
export const nextFileIn = (folder: string): string => `${secretFileIn(folder)}.next`;

export async function keyMustFit(config: Config, ownerUrl: string, say: (line: string) => void): Promise<void> {
  const owner = overPool(openPool(ownerUrl, { max: 1, name: 'kykypolku owner' }));
  try {
    await owner.transaction().execute((tx) => mustFit(tx, config, say));
  } finally {
    await owner.destroy();
  }
}

async function mustFit(tx: Write, config: Config, say: (line: string) => void): Promise<void> {
  const keptId = await keyIdIn(tx);
  const next = nextFileIn(config.dataFolder);
  let keys: Keys = { secret: secretOf(config) };
  if (keptId !== null && keptId !== keyId(keys)) {
    // A change of keys that was cut off between the database and the file.
    if (config.secretKey || !existsSync(next) || keyId({ secret: secretIn(next) }) !== keptId)
      throw new ConfigError(
        config.secretKey
          ? 'KYKYPOLKU_SECRET_KEY is not the key that identity codes of this database are sealed with.'
          : `${secretFileIn(config.dataFolder)} is not the key that identity codes of this database are sealed with.`,
      );
    renameSync(next, secretFileIn(config.dataFolder));
    keys = { secret: secretOf(config) };
  }
  if (keptId !== null) return;
  const sealed = await sealAnew(tx, keys, keys).catch(() => {
    throw new ConfigError('The secret key is not the one that identity codes of this database are sealed with.');
  });
  if (sealed > 0) say(`${sealed} identity codes are sealed anew, each for its own row.`);
  await keepKeyId(tx, keys);
}
