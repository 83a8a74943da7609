import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded, removeEmbedded } from '../../tooling/embedded-postgres/embedded.ts';
import { describeDatabase, outdated, writeDescription } from '../server/database/describe.ts';
import { migrate } from '../server/database/migrate.ts';
import { command } from './command.ts';

export const databaseTypes = command({
  usage: '[--check]\n\n  --check   writes nothing; fails when the files differ from the migrated database',
  options: { check: { type: 'boolean', default: false } },
  async run({ values }) {
    // A database of its own, made from the migrations alone: what somebody's own one has been through does not count.
    const folder = mkdtempSync(join(tmpdir(), 'kykypolku-types-'));
    const database = await openEmbedded(folder, { settings: { fsync: 'off' } });
    try {
      await migrate(database.ownerUrl);
      const description = await describeDatabase(database.ownerUrl);
      const old = outdated(description);
      if (values.check && old.length > 0)
        throw new Error(`${old.join(' and ')} differ from the migrations. Run: npm run database:types`);
      if (!values.check) writeDescription(description);
      console.log(old.length === 0 ? 'Nothing has changed.' : `Written: ${old.join(', ')}.`);
    } finally {
      await database.stop();
      await removeEmbedded(folder);
    }
    return 0;
  },
});
