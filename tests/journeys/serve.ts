/** Starts the application as anybody would, on a demo region of its own, and clears it away when stopped. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { removeEmbedded } from '../../tooling/embedded-postgres/embedded.ts';
import { regionOfJourneys } from '../journey-region.ts';

const { JOURNEY_DATA: folder, JOURNEY_PORT: port } = regionOfJourneys();
mkdirSync(folder, { recursive: true, mode: 0o700 });

// Over the channel the application hears when we are gone, and stops.
const app = spawn(process.execPath, ['src/commands/main.ts', 'serve'], {
  cwd: resolve(import.meta.dirname, '../..'),
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  env: { ...process.env, KYKYPOLKU_DATA: folder, PORT: port },
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.kill(signal));
process.once('disconnect', () => app.kill('SIGTERM'));

app.once('exit', async (code) => {
  await removeEmbedded(folder);
  process.exit(code ?? 1);
});
