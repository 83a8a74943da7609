/** The web application's files: built when their sources have changed since. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export const webFolder = join(root, 'dist');
const stamp = join(webFolder, '.sources');

function sources(): string {
  const hash = createHash('sha256');
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of [...files, join(root, 'vite.config.ts'), join(root, 'package-lock.json')])
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function builtFrom(): string | null {
  try {
    return existsSync(join(webFolder, 'index.html')) ? readFileSync(stamp, 'utf8') : null;
  } catch {
    return null;
  }
}

/** Resolves to whether there was anything to build. */
export async function buildWebApp(): Promise<boolean> {
  const wanted = sources();
  if (builtFrom() === wanted) return false;
  const child = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (part) => (text += part));
  child.stderr.on('data', (part) => (text += part));
  const code = await new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  if (code !== 0) throw new Error(`The web application could not be built: ${text.trim().slice(0, 2000)}`);
  writeFileSync(stamp, wanted);
  return true;
}
