// Runs on any Node from 20 on, before anything is installed: brings what is missing, finds the pinned Node, runs on it.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const pinned = join(root, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** What the lock file asks for and node_modules does not have, by npm's own record of what it installed. */
export function missing() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages ?? {};
  const present = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!present) return ['node_modules'];
  const lacking = Object.entries(wanted)
    .filter(([path, { version, optional, devOptional, peer, link }]) => {
      if (path === '' || link) return false;
      const found = present[path];
      return found ? found.version !== version : !(optional || devOptional || peer);
    })
    .map(([path]) => path);
  if (process.platform === 'linux' && `node_modules/node-linux-${process.arch}` in wanted && !existsSync(pinned))
    lacking.push(`node-linux-${process.arch}`);
  return lacking;
}

// npm must not run on the Node that it is about to replace.
function pathWithoutOurs() {
  const ours = join(root, 'node_modules');
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(ours))
    .join(delimiter);
}

async function install() {
  const started = Date.now();
  console.log('Installing what is missing; the first time this downloads some 300 MB.');
  const words = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const child = spawn('npm', words, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: pathWithoutOurs() },
  });
  const code = await ended(child).catch((error) => error.message);
  if (code !== 0) fail(`npm could not install what is missing (${code}). Is the npm registry within reach?`);
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

export function fail(message) {
  console.error(`kykypolku: ${message}`);
  process.exit(1);
}

/** Resolves to the exit code of a child, as a shell would give it. */
export function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 137)),
    );
  });
}

/** Installs what is missing and tells which Node runs the program. */
export async function ready() {
  if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node 20 or newer is needed; this is ${process.version}.`);
  if (missing().length > 0) await install();
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 26) return process.execPath;
  return fail(`There is no pinned Node for ${process.platform} ${process.arch}; run with Node 26 or newer.`);
}

/** Runs a program of ours on the pinned Node; it hears every signal that we do, and that we are gone if we are. */
export async function run(node, words) {
  const child = spawn(node, words, {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      // A program that was read once is not read anew: each command starts in half of the time.
      NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
      ...process.env,
      PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) {
    // npm that is killed tells its child nothing: an orphan of npm stops by itself.
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
  }
  return ended(child);
}
