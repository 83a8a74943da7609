import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createServer } from 'vite';
import { readConfig } from '../server/config.ts';
import { command } from './command.ts';
import { openDatabase } from './open-database.ts';

export const dev = command({
  usage: '',
  options: {},
  async run() {
    const config = readConfig(process.env);
    // The database stays up while the server restarts at each change.
    const database = await openDatabase(config, { say: console.log });
    const words = ['--watch', '--watch-preserve-output', join(import.meta.dirname, 'main.ts'), 'serve', '--api-only'];
    const api = spawn(process.execPath, words, { stdio: 'inherit' });
    const web = await createServer();
    await web.listen();
    web.printUrls();
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
      process.once('disconnect', () => resolve());
      api.once('exit', () => resolve());
    });
    await web.close();
    const ended = api.exitCode === null ? new Promise((resolve) => api.once('exit', resolve)) : null;
    api.kill('SIGTERM');
    await ended;
    await database.stop();
    return 0;
  },
});
