import { readConfig } from '../platform/config.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openDatabase } from '../platform/database/open.ts';
import { command } from './command.ts';

export const databaseMigrate = command({
  usage: '',
  options: {},
  async run() {
    const database = await openDatabase(readConfig(process.env), { say: console.error });
    try {
      const { migrations, views } = await migrate(database.ownerUrl);
      for (const name of migrations) console.log(`applied ${name}`);
      for (const name of views) console.log(`made ${name}`);
      if (migrations.length + views.length === 0) console.log('Nothing to do.');
    } finally {
      await database.stop();
    }
    return 0;
  },
});
