import { readConfig } from '../server/config.ts';
import { migrate } from '../server/database/migrate.ts';
import { openPool } from '../server/database/pool.ts';
import { command } from './command.ts';
import { openDatabase } from './open-database.ts';
import { writeServices } from './services.ts';

export const databaseMigrate = command({
  usage: '',
  options: {},
  async run() {
    const database = await openDatabase(readConfig(process.env), { say: console.error });
    try {
      const { migrations, views } = await migrate(database.ownerUrl);
      const owner = openPool(database.ownerUrl, { max: 1, name: 'kykypolku owner' });
      await writeServices(owner).finally(() => owner.end());
      for (const name of migrations) console.log(`applied ${name}`);
      for (const name of views) console.log(`made ${name}`);
      if (migrations.length + views.length === 0) console.log('Nothing to do.');
    } finally {
      await database.stop();
    }
    return 0;
  },
});
