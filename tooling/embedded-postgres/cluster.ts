/** One folder of PostgreSQL's own files: made, looked at, started, adopted and stopped. */
import { spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { processesIn, processState, runsIn } from './process.ts';
import type { Programs } from './programs.ts';

export type ClusterState =
  | { kind: 'stopped' }
  /** Dead or dying, but something of it still stands in the way of a start. */
  | { kind: 'ending'; why: string }
  | { kind: 'running'; pid: number; port: number; status: string };

type Say = (line: string) => void;

const patienceMs = 10_000;

interface PidFile {
  pid: number;
  port: number;
  status: string;
}

function readPidFile(cluster: string): PidFile | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Math.abs(Number(lines[0])), port: Number(lines[3]), status: (lines[7] ?? '').trim() };
  } catch {
    return null;
  }
}

/**
 * What runs in this folder just now. A pid file alone proves nothing: its number may be dead, a zombie, or long since
 * another program's; and a dead server may leave children that still hold the files.
 */
export function clusterState(cluster: string, say: Say = () => {}): ClusterState {
  if (!existsSync(cluster)) return { kind: 'stopped' };
  const file = readPidFile(cluster);
  const real = realpathSync(cluster);
  if (file && file.pid > 0 && runsIn(file.pid, 'postgres', real)) {
    if (file.status === 'stopping') return { kind: 'ending', why: `server ${file.pid} is stopping` };
    return { kind: 'running', pid: file.pid, port: file.port, status: file.status };
  }
  const children = processesIn('postgres', real);
  if (children.length > 0) return { kind: 'ending', why: `processes ${children.join(', ')} of a dead server linger` };
  if (!file) return { kind: 'stopped' };
  const state = processState(file.pid);
  if (state === 'zombie') return { kind: 'ending', why: `process ${file.pid} is dead but not yet buried` };
  if (state === 'alive') {
    say(`postmaster.pid names process ${file.pid}, which is not this database's server; the file was removed.`);
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
  }
  return { kind: 'stopped' };
}

/** Waits until the folder is either free or served, for as long as a dead server may take to disappear. */
export async function settled(cluster: string, say: Say): Promise<Exclude<ClusterState, { kind: 'ending' }>> {
  const until = Date.now() + patienceMs;
  let isKnown = false;
  for (;;) {
    const state = clusterState(cluster, say);
    if (state.kind !== 'ending') return state;
    if (Date.now() > until) {
      for (const pid of processesIn('postgres', realpathSync(cluster))) kill(pid, 'SIGKILL');
      rmSync(join(cluster, 'postmaster.pid'), { force: true });
      say(`After ${patienceMs / 1000} s (${state.why}) the folder was taken over.`);
      await wait(200);
      return { kind: 'stopped' };
    }
    if (!isKnown && Date.now() > until - patienceMs + 500) {
      say(`Waiting for the previous database server to end: ${state.why}.`);
      isKnown = true;
    }
    await wait(50);
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It was gone already, which is what we wanted.
  }
}

export const hasCluster = (cluster: string): boolean => existsSync(join(cluster, 'PG_VERSION'));

const cleanEnvironment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', HOME: '/' };

async function run(file: string, words: string[], programs: Programs): Promise<string | null> {
  // A server that cannot read what its own setup wrote is of no use: a strict umask of the caller must not reach it.
  const before = process.umask(0o022);
  try {
    const child = spawn(file, words, {
      ...programs.user,
      cwd: '/',
      env: cleanEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (part) => (output += part));
    child.stderr.on('data', (part) => (output += part));
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    return code === 0 ? null : output.trim();
  } finally {
    process.umask(before);
  }
}

/** Makes an empty cluster that sorts as Finnish does. Under another name until it is whole, should we be killed meanwhile. */
export async function makeCluster(cluster: string, superuserPassword: string, programs: Programs): Promise<void> {
  const half = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
  const { user } = programs;
  if (user) for (const path of [half, passwordFile]) chownSync(path, user.uid, user.gid);
  const words = (locale: string) => [
    `--pgdata=${half}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=fi-FI',
    `--locale=${locale}`,
    '--data-checksums',
    '--no-sync',
  ];
  try {
    let failure = await run(programs.initdb, words('C.UTF-8'), programs);
    if (failure?.includes('invalid locale name')) failure = await run(programs.initdb, words('C'), programs);
    if (failure) throw new Error(`The database folder ${cluster} could not be made: ${lastLines(failure, 3)}`);
    renameSync(half, cluster);
  } finally {
    rmSync(half, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}

const lastLines = (text: string, count: number): string => text.trim().split('\n').slice(-count).join(' | ');

async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

async function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** The port asked for if nobody else has taken it meanwhile, or another one. */
export async function portNear(wanted: number | undefined): Promise<number> {
  return wanted && (await isFree(wanted)) ? wanted : anyFreePort();
}

function sharedBuffers(): string {
  const quarter = Math.floor(totalmem() / 4 / 1024 / 1024);
  return `${Math.max(32, Math.min(512, quarter))}MB`;
}

export interface StartOptions {
  port: number;
  logFile: string;
  /** Server settings beyond ours, as for tests that need no safety from power cuts. */
  settings?: Record<string, string>;
}

/** Starts the server apart from our own process group, so that Ctrl-C reaches us first and we stop it in order. */
export async function startCluster(cluster: string, programs: Programs, options: StartOptions): Promise<number> {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: sharedBuffers(),
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    effective_cache_size: '1GB',
    random_page_cost: '1.1',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    jit: 'off',
    log_min_messages: 'warning',
    ...options.settings,
  };
  const words = ['-D', cluster, '-p', String(options.port)];
  for (const [name, value] of Object.entries(settings)) words.push('-c', `${name}=${value}`);
  if (existsSync(options.logFile) && statSync(options.logFile).size > 5_000_000) truncateSync(options.logFile);
  const log = openSync(options.logFile, 'a', 0o600);
  const from = statSync(options.logFile).size;
  const child = spawn(programs.postgres, words, {
    ...programs.user,
    cwd: '/',
    env: cleanEnvironment,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ended: string | null = null;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, signal) => (ended = `ended with ${signal ?? code}`));
  child.unref();
  const until = Date.now() + 60_000;
  for (;;) {
    if (ended) {
      const text = readFileSync(options.logFile).subarray(from).toString('utf8');
      throw new Error(`The database server did not start (${ended}): ${lastLines(text, 3) || 'it said nothing'}`);
    }
    const file = readPidFile(cluster);
    if (file && file.pid === child.pid && file.status === 'ready') return child.pid;
    if (Date.now() > until) throw new Error(`The database server was not ready in 60 s; see ${options.logFile}`);
    await wait(10);
  }
}

/** Waits until a server that somebody else started answers. */
export async function ready(cluster: string): Promise<void> {
  const until = Date.now() + 60_000;
  for (;;) {
    const state = clusterState(cluster);
    if (state.kind === 'running' && state.status === 'ready') return;
    if (state.kind === 'stopped') throw new Error('The database server ended while we waited for it.');
    if (Date.now() > until) throw new Error('The running database server was not ready in 60 s.');
    await wait(20);
  }
}

/** Stops the server of this folder, whoever started it: fast at first, then at once. */
export async function stopCluster(cluster: string): Promise<boolean> {
  const state = clusterState(cluster);
  if (state.kind === 'stopped') return false;
  const real = realpathSync(cluster);
  const file = readPidFile(cluster);
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 2_000],
  ] as const) {
    if (file && runsIn(file.pid, 'postgres', real)) kill(file.pid, signal);
    const until = Date.now() + patience;
    while (Date.now() < until) {
      if (processesIn('postgres', real).length === 0) return true;
      await wait(20);
    }
  }
  throw new Error(`The database server in ${cluster} could not be stopped.`);
}
