import { stopEmbedded } from '../../tooling/embedded-postgres/embedded.ts';
import { readConfig } from '../server/config.ts';
import { command } from './command.ts';

export const databaseStop = command({
  usage: '',
  options: {},
  async run() {
    const config = readConfig(process.env);
    if (config.databaseUrl) throw new Error('DATABASE_URL names a server that is not ours to stop.');
    console.log((await stopEmbedded(config.dataFolder)) ? 'Stopped.' : 'It did not run.');
    return 0;
  },
});
