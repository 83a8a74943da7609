/**
 * Starts the application as anybody would, on a demo region of its own, and clears it away when stopped. For the whole test (tests/run.ts)
 * the region is copied for the tests first, which would load the same.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { removeEmbedded } from '../../tooling/embedded-postgres/embedded.ts';
import { regionOfJourneys } from '../journey-region.ts';
import { copyRegion, loadRegion } from '../loaded-region.ts';

const { JOURNEY_DATA: folder, JOURNEY_PORT: port } = regionOfJourneys();
const ofTests = process.env.REGION_OF_TESTS;
let running: ChildProcess | undefined;
let ending = false;

/** Calls the application, and answers how it ended. */
async function call(...words: string[]): Promise<number> {
  running = spawn(process.execPath, ['src/commands/main.ts', ...words], {
    cwd: resolve(import.meta.dirname, '../..'),
    // Over the channel the application hears when we are gone, and stops.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, KYKYPOLKU_DATA: folder, PORT: port },
  });
  const [code] = await once(running, 'exit');
  return code ?? 1;
}

function end(): void {
  ending = true;
  running?.kill('SIGTERM');
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
process.once('disconnect', end);

mkdirSync(folder, { recursive: true, mode: 0o700 });
if (ofTests) {
  try {
    await loadRegion(folder, call);
    await copyRegion(folder, ofTests);
  } catch (error) {
    console.error(`kykypolku: the tests load their region themselves (${(error as Error).message})`);
    rmSync(ofTests, { recursive: true, force: true });
  }
}
const code = ending ? 1 : await call('serve');
await removeEmbedded(folder);
if (ofTests) await removeEmbedded(ofTests);
process.exit(code);
