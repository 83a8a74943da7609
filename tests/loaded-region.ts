/** The demo region, loaded once for a whole run: copied, as its files lie, for the tests and the journeys. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { secretFileIn } from '../src/server/config.ts';
import { fastFolder } from './fast-folder.ts';

/** What the demo region of the tests is sealed with. */
export const demoSecret = new Uint8Array(32).fill(1);

/** Folders of tests of one run each; what a killed run left of them is cleared away by the next. */
export const testPrefix = 'kykypolku-test-';

export const newTestFolder = (): string => join(fastFolder(), `${testPrefix}${randomUUID()}`);

/** Loads the region by a command, which stops its database again. */
export async function loadRegion(folder: string, call: (word: string) => Promise<number>): Promise<void> {
  writeFileSync(secretFileIn(folder), Buffer.from(demoSecret).toString('base64'), { mode: 0o600 });
  const code = await call('organisers');
  if (code !== 0) throw new Error(`loading ended with ${code}`);
}

/** Copies a region whose database is stopped; not where that has its files elsewhere, since its user may not pass through to the folder. */
export async function copyRegion(from: string, to: string): Promise<void> {
  const known = JSON.parse(readFileSync(join(from, 'database.json'), 'utf8'));
  const cluster = join(from, 'postgres');
  if (known.cluster !== cluster) throw new Error(`${from} has its database in ${known.cluster}`);
  // As root the files are another user's, which a copy by Node would not keep.
  await promisify(execFile)('cp', ['-a', from, to]);
  const { port: _, ...rest } = known;
  writeFileSync(join(to, 'database.json'), JSON.stringify({ ...rest, cluster: join(to, 'postgres') }), { mode: 0o600 });
}
