/**
 * The database that comes along: one PostgreSQL server for one data folder, started by whoever needs it first, adopted
 * by whoever comes while it runs, stopped by whoever leaves last.
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import {
  clusterState,
  hasCluster,
  makeCluster,
  portNear,
  ready,
  settled,
  startCluster,
  stopCluster,
} from './cluster.ts';
import { markOf, oneAtATime, type ProcessMark, stillRuns } from './process.ts';
import { closedTo, findPrograms, openOutside, outside, type Programs } from './programs.ts';

export interface EmbeddedOptions {
  settings?: Record<string, string>;
  say?: (line: string) => void;
}

export interface EmbeddedDatabase {
  ownerUrl: string;
  appUrl: string;
  adopted: boolean;
  /** Whether the server still runs. */
  runs(): boolean;
  /** Leaves the database; the last one to leave stops the server. */
  stop(): Promise<void>;
}

/** What the data folder remembers about its database. Readable by its owner only: it holds the passwords. */
interface Remembered {
  cluster: string;
  port?: number;
  superuser: string;
  owner: string;
  app: string;
  /** Whether the roles and the database have been made. */
  made: boolean;
}

const databaseName = 'kykypolku';
const ownerRole = 'kykypolku_owner';
const appRole = 'kykypolku_app';

const rememberedFile = (folder: string) => join(folder, 'database.json');
const usersFolder = (folder: string) => join(folder, 'users');

function remember(folder: string, remembered: Remembered): void {
  writeFileSync(rememberedFile(folder), `${JSON.stringify(remembered, null, 2)}\n`, { mode: 0o600 });
}

function recall(folder: string): Remembered | null {
  try {
    return JSON.parse(readFileSync(rememberedFile(folder), 'utf8')) as Remembered;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`The data folder ${folder} cannot be read (${(error as Error).message}). Is it another user's?`);
  }
}

function makeFolder(folder: string, asRoot: boolean): string {
  try {
    mkdirSync(usersFolder(folder), { recursive: true, mode: 0o700 });
    // As root the server is another user's, who must be able to pass through to its own files.
    chmodSync(folder, asRoot ? 0o711 : 0o700);
  } catch (error) {
    throw new Error(`The data folder ${folder} cannot be used: ${(error as Error).message}`);
  }
  return realpathSync(folder);
}

function placeFor(folder: string, programs: Programs, say: (line: string) => void): string {
  const wanted = join(folder, 'postgres');
  const closed = closedTo(programs.user, folder);
  if (!closed) return wanted;
  const place = join(openOutside(createHash('sha256').update(folder).digest('hex').slice(0, 12)), 'postgres');
  say(`${closed} is closed to the user postgres; the database's files lie in ${place}.`);
  return place;
}

/** The data folder was thrown away, but its database lay elsewhere: that goes too, as whoever threw it away meant. */
async function forget(cluster: string, say: (line: string) => void): Promise<void> {
  if (!cluster.startsWith(`${outside}/`))
    throw new Error(`${cluster} holds a database, but its passwords (database.json) are lost.`);
  await stopCluster(cluster);
  rmSync(cluster, { recursive: true, force: true });
  say(`Removed ${cluster}, whose data folder is gone.`);
}

const url = (role: string, password: string, port: number, database: string) =>
  `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;

const password = () => randomBytes(24).toString('base64url');

async function asSuperuser<T>(port: number, secret: string, database: string, run: (c: pg.Client) => Promise<T>) {
  const client = new pg.Client({
    connectionString: url('postgres', secret, port, database),
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => {});
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** The owner migrates and loads, past row-level security; the application role has only what migrations grant it. */
async function makeRoles(port: number, secrets: Remembered): Promise<void> {
  await asSuperuser(port, secrets.superuser, 'postgres', async (client) => {
    const role = async (name: string, secret: string, rights: string) => {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
      const verb = rowCount ? 'alter' : 'create';
      await client.query(`${verb} role ${name} login ${rights} password ${client.escapeLiteral(secret)}`);
    };
    await role(ownerRole, secrets.owner, 'nosuperuser createdb createrole bypassrls');
    await role(appRole, secrets.app, 'nosuperuser nocreatedb nocreaterole nobypassrls');
    await client.query(`grant ${appRole} to ${ownerRole} with admin option`);
    await client.query(`grant pg_signal_backend, pg_monitor to ${ownerRole}`);
    // A whole region is loaded without a check at each row; the loader checks it as a whole.
    await client.query(`grant set on parameter session_replication_role to ${ownerRole}`);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (!rowCount) await client.query(`create database ${databaseName} owner ${ownerRole}`);
  });
}

/** The port of a server that runs here and answers; a server just killed may look alive for a moment longer. */
async function adoptable(cluster: string, superuser: string, say: (line: string) => void): Promise<number | null> {
  const until = Date.now() + 20_000;
  for (;;) {
    const state = await settled(cluster, say);
    if (state.kind === 'stopped') return null;
    try {
      await ready(cluster);
      await asSuperuser(state.port, superuser, 'postgres', (client) => client.query('select 1'));
      return state.port;
    } catch (error) {
      if (Date.now() > until)
        throw new Error(`The running database server does not answer: ${(error as Error).message}`);
      await wait(100);
    }
  }
}

function otherUsers(folder: string): ProcessMark[] {
  const marks: ProcessMark[] = [];
  for (const name of readdirSync(usersFolder(folder))) {
    const file = join(usersFolder(folder), name);
    const [pid, started] = name.split('-');
    const mark = { pid: Number(pid), started: started ?? '' };
    if (!stillRuns(mark)) rmSync(file, { force: true });
    else if (mark.pid !== process.pid) marks.push(mark);
  }
  return marks;
}

let stays = 0;

const opening = new Set<Promise<EmbeddedDatabase>>();

/** Leaves every embedded database that this process has opened or is just opening: for the end by a signal. */
export async function leaveAll(): Promise<void> {
  const all = await Promise.allSettled([...opening]);
  await Promise.all(all.map((one) => (one.status === 'fulfilled' ? one.value.stop() : undefined)));
}

/** Starts or adopts the database of this data folder; safe against any number of processes doing so at once. */
export function openEmbedded(dataFolder: string, options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const opened = open(dataFolder, options);
  opening.add(opened);
  return opened;
}

async function open(dataFolder: string, options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const say = options.say ?? (() => {});
  const programs = findPrograms(say);
  const folder = makeFolder(resolve(dataFolder), programs.user !== undefined);
  return oneAtATime(folder, async () => {
    let remembered = recall(folder);
    if (!remembered) {
      const cluster = placeFor(folder, programs, say);
      remembered = { cluster, superuser: password(), owner: password(), app: password(), made: false };
      if (hasCluster(cluster)) await forget(cluster, say);
      remember(folder, remembered);
    }
    const { cluster } = remembered;
    const running = await adoptable(cluster, remembered.superuser, say);
    let port: number;
    if (running) {
      port = running;
    } else {
      if (!hasCluster(cluster)) {
        await makeCluster(cluster, remembered.superuser, programs);
        remembered.made = false;
      }
      port = await portNear(remembered.port);
      const logFile = join(folder, 'postgres.log');
      await startCluster(cluster, programs, { port, logFile, ...(options.settings && { settings: options.settings }) });
    }
    if (!remembered.made || remembered.port !== port) {
      if (!remembered.made) await makeRoles(port, remembered);
      remembered = { ...remembered, port, made: true };
      remember(folder, remembered);
    }
    const mark = markOf(process.pid);
    const lease = join(usersFolder(folder), `${mark.pid}-${mark.started}-${stays++}`);
    writeFileSync(lease, '');
    let left = false;
    return {
      ownerUrl: url(ownerRole, remembered.owner, port, databaseName),
      appUrl: url(appRole, remembered.app, port, databaseName),
      adopted: running !== null,
      runs: () => clusterState(cluster).kind === 'running',
      stop: () =>
        oneAtATime(folder, async () => {
          if (left) return;
          left = true;
          rmSync(lease, { force: true });
          const mine = existsSync(usersFolder(folder))
            ? readdirSync(usersFolder(folder)).filter((name) => name.startsWith(`${mark.pid}-${mark.started}-`))
            : [];
          if (mine.length === 0 && otherUsers(folder).length === 0) await stopCluster(cluster);
        }),
    };
  });
}

/** Stops the embedded database of this folder whoever uses it; tells whether there was one to stop. */
export async function stopEmbedded(dataFolder: string): Promise<boolean> {
  if (!existsSync(rememberedFile(dataFolder))) return false;
  const folder = realpathSync(dataFolder);
  return oneAtATime(folder, async () => {
    const remembered = recall(folder);
    return remembered ? stopCluster(remembered.cluster) : false;
  });
}

/** Stops the database and forgets everything in it; for folders of tests only. */
export async function removeEmbedded(dataFolder: string): Promise<void> {
  if (!existsSync(dataFolder)) return;
  await stopEmbedded(dataFolder);
  const remembered = recall(realpathSync(dataFolder));
  if (remembered?.cluster.startsWith(`${outside}/`))
    rmSync(dirname(remembered.cluster), { recursive: true, force: true });
  rmSync(dataFolder, { recursive: true, force: true });
}

/** Processes that use the database of this folder just now. */
export function usersOf(dataFolder: string): ProcessMark[] {
  return existsSync(usersFolder(dataFolder)) ? otherUsers(dataFolder) : [];
}
