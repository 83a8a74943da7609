import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/commands/open-database.ts';
import { fastFolder } from '../../tests/fast-folder.ts';
import { clusterState } from './cluster.ts';
import { openEmbedded, removeEmbedded, stopEmbedded, usersOf } from './embedded.ts';
import { markOf, oneAtATime, processState, stillRuns } from './process.ts';

let folder: string;
const children: ChildProcess[] = [];

// Making a cluster takes longer than most of what is tried with it: one is for all, but for those that are about making it.
beforeAll(() => {
  folder = mkdtempSync(join(fastFolder(), 'kykypolku-embedded-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await stopEmbedded(folder);
});
afterAll(() => removeEmbedded(folder));

const cluster = () => (JSON.parse(readFileSync(join(folder, 'database.json'), 'utf8')) as { cluster: string }).cluster;

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

function serverPid(): number {
  const state = clusterState(cluster());
  if (state.kind !== 'running') throw new Error(`the server is ${state.kind}`);
  return state.pid;
}

/** Another process that opens the same database and stays. */
async function otherProcess(): Promise<ChildProcess> {
  const program = `
    const { openEmbedded } = await import(${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))});
    const database = await openEmbedded(${JSON.stringify(folder)});
    console.log('open');
    process.on('SIGTERM', async () => { await database.stop(); process.exit(0); });
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', () => reject(new Error('the other process ended')));
  });
  return child;
}

const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));

describe('the embedded database', () => {
  test('keeps its passwords and its data to itself, and listens to this machine only', async () => {
    const database = await openEmbedded(folder);
    expect(statSync(join(folder, 'database.json')).mode & 0o777).toBe(0o600);
    expect(statSync(cluster()).mode & 0o777).toBe(0o700);
    expect(new URL(database.ownerUrl).hostname).toBe('127.0.0.1');
    expect(await ask(database.ownerUrl, "select setting from pg_settings where name = 'listen_addresses'")).toEqual([
      { setting: '127.0.0.1' },
    ]);
    expect(
      await ask(database.appUrl, 'select rolsuper, rolbypassrls from pg_roles where rolname = current_user'),
    ).toEqual([{ rolsuper: false, rolbypassrls: false }]);
    await expect(ask(database.appUrl.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow('authentication');
    await database.stop();
    expect(clusterState(cluster())).toEqual({ kind: 'stopped' });
  });

  test('is the same at the next start, port and all', async () => {
    const first = await openEmbedded(folder);
    await ask(first.ownerUrl, 'create table written as select 7 as n');
    await first.stop();
    const second = await openEmbedded(folder);
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await ask(second.ownerUrl, 'select n from written')).toEqual([{ n: 7 }]);
    await second.stop();
  });

  test('stays for another process that uses it, and stops with the last one', async () => {
    const other = await otherProcess();
    const ours = await openEmbedded(folder);
    expect(ours.adopted).toBe(true);
    expect(usersOf(folder).map((mark) => mark.pid)).toEqual([other.pid]);
    const gone = ended(other);
    other.kill('SIGTERM');
    await gone;
    expect(await ask(ours.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
    await ours.stop();
    expect(clusterState(cluster()).kind).toBe('stopped');
  });

  test('is adopted after its process was killed, and then stopped by the next', async () => {
    const other = await otherProcess();
    const server = serverPid();
    const gone = ended(other);
    other.kill('SIGKILL');
    await gone;
    const ours = await openEmbedded(folder);
    expect(ours.adopted).toBe(true);
    expect(serverPid()).toBe(server);
    await ours.stop();
    expect(clusterState(cluster()).kind).toBe('stopped');
  });

  test('recovers what was written after the server itself was killed', async () => {
    const first = await openEmbedded(folder);
    await ask(first.ownerUrl, 'create table kept as select generate_series(1, 1000) as n');
    process.kill(serverPid(), 'SIGKILL');
    const second = await openEmbedded(folder);
    expect(second.adopted).toBe(false);
    expect(await ask(second.ownerUrl, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
    await first.stop();
    await second.stop();
  });

  test('recovers after process and server were killed at once', async () => {
    const other = await otherProcess();
    const server = serverPid();
    const gone = ended(other);
    process.kill(server, 'SIGKILL');
    other.kill('SIGKILL');
    await gone;
    const texts: string[] = [];
    const ours = await openEmbedded(folder, { say: (line) => texts.push(line) });
    expect(ours.adopted).toBe(false);
    expect(await ask(ours.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
    await ours.stop();
  });

  test('is not held up by a stale pid file whose number is another program now', async () => {
    const first = await openEmbedded(folder);
    const pidFile = readFileSync(join(cluster(), 'postmaster.pid'), 'utf8');
    await first.stop();
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
    children.push(stranger);
    writeFileSync(join(cluster(), 'postmaster.pid'), pidFile.replace(/^\d+/, String(stranger.pid)));
    const texts: string[] = [];
    const second = await openEmbedded(folder, { say: (line) => texts.push(line) });
    expect(texts.join()).toContain(`process ${stranger.pid}, which is not this database's server`);
    expect(await ask(second.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
    await second.stop();
  });

  test('takes another port when its own was taken meanwhile', async () => {
    const first = await openEmbedded(folder);
    await first.stop();
    const port = Number(new URL(first.ownerUrl).port);
    const { createServer } = await import('node:net');
    const squatter = createServer().listen(port, '127.0.0.1');
    await wait(50);
    const second = await openEmbedded(folder);
    expect(new URL(second.ownerUrl).port).not.toBe(String(port));
    expect(await ask(second.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
    await second.stop();
    squatter.close();
  });

  test('is made and opens once for processes that come at the same moment', async () => {
    await removeEmbedded(folder);
    mkdirSync(folder);
    await Promise.all([otherProcess(), otherProcess(), otherProcess()]);
    expect(usersOf(folder)).toHaveLength(3);
    expect(await stopEmbedded(folder)).toBe(true);
    expect(await stopEmbedded(folder)).toBe(false);
  });
});

describe('a server of somebody else', () => {
  test('is used only through an application role that row-level security holds', async () => {
    const database = await openEmbedded(folder);
    const config = (appUrl?: string) => openDatabase({ dataFolder: folder, databaseUrl: database.ownerUrl, appUrl });
    await expect(config()).rejects.toThrow('KYKYPOLKU_APP_URL must name the application role');
    await expect(config(database.ownerUrl)).rejects.toThrow('names the owner of DATABASE_URL');
    const role = (name: string) => Object.assign(new URL(database.appUrl), { username: name, password: 'secret' }).href;
    const superuser = JSON.parse(readFileSync(join(folder, 'database.json'), 'utf8')).superuser as string;
    const superUrl = Object.assign(new URL(database.ownerUrl), { username: 'postgres', password: superuser }).href;
    await ask(superUrl, "create role passes login bypassrls password 'secret'");
    await ask(superUrl, "create role owns login password 'secret' in role kykypolku_owner");
    await expect(config(role('passes'))).rejects.toThrow('passes row-level security by');
    await expect(config(role('owns'))).rejects.toThrow("has the owner's rights");
    await expect(config(role('nobody'))).rejects.toThrow('KYKYPOLKU_APP_URL cannot be reached');
    const fine = await config(database.appUrl);
    expect(fine).toMatchObject({ embedded: false, adopted: false, appUrl: database.appUrl });
    await fine.stop();
    expect(clusterState(cluster()).kind).toBe('running');
    await database.stop();
  });
});

describe('processes', () => {
  test('a mark is not fooled by a later process with the same number', () => {
    expect(stillRuns(markOf(process.pid))).toBe(true);
    expect(stillRuns({ pid: process.pid, started: '1' })).toBe(false);
    expect(processState(2 ** 22 + 1)).toBe('gone');
  });

  test('one at a time is one at a time', async () => {
    const seen: string[] = [];
    const work = (name: string) =>
      oneAtATime(`test ${process.pid}`, async () => {
        seen.push(`${name} in`);
        await wait(20);
        seen.push(`${name} out`);
      });
    await Promise.all([work('a'), work('b'), work('c')]);
    expect(seen.map((word) => word.slice(2))).toEqual(['in', 'out', 'in', 'out', 'in', 'out']);
  });
});
