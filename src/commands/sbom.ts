import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { command } from './command.ts';

export const sbom = command({
  usage: '\n\nPrints all that is shipped, as CycloneDX JSON, from package-lock.json; needs npm 10 or newer.',
  options: {},
  async run() {
    const words = [
      'sbom',
      '--sbom-format',
      'cyclonedx',
      '--sbom-type',
      'application',
      '--omit',
      'dev',
      '--package-lock-only',
    ];
    const made = spawnSync('npm', words, {
      cwd: resolve(import.meta.dirname, '../..'),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    if (made.error) throw new Error(`npm cannot be started: ${made.error.message}`);
    if (made.status !== 0) throw new Error(`npm made no list: ${made.stderr.split('\n')[0]}`);
    console.log(made.stdout.trim());
    return 0;
  },
});
