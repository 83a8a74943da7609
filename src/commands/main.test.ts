import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fastFolder } from '../../tests/fast-folder.ts';
import { clusterState } from '../../tooling/embedded-postgres/cluster.ts';
import { type EmbeddedDatabase, openEmbedded, removeEmbedded } from '../../tooling/embedded-postgres/embedded.ts';
import { addDays } from '../kernel/day.ts';
import { helsinkiClock } from '../server/clock.ts';
import { commands } from './list.ts';

const root = resolve(import.meta.dirname, '../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(fastFolder(), 'kykypolku-commands-'));
});
afterAll(() => removeEmbedded(folder));

// Production has no demo region to load, which keeps these short; so does what is compiled once for all of them.
const environment = () => ({
  ...process.env,
  KYKYPOLKU_DATA: folder,
  KYKYPOLKU_MODE: 'production',
  PORT: '0',
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/commands'),
});

/** Keeps the database up, for commands that are about something else than starting it. */
function besideDatabase(): void {
  let database: EmbeddedDatabase;
  beforeAll(async () => {
    database = await openEmbedded(folder);
  });
  afterAll(() => database.stop());
}

interface Said {
  code: number | null;
  out: string;
  err: string;
}

function begin(...words: string[]): { child: ChildProcess; ended: Promise<Said> } {
  const child = spawn(join(root, 'kykypolku'), words, { env: environment() });
  const text: Said = { code: null, out: '', err: '' };
  child.stdout.on('data', (part) => {
    text.out += part;
  });
  child.stderr.on('data', (part) => {
    text.err += part;
  });
  return { child, ended: new Promise((done) => child.once('close', (code) => done({ ...text, code }))) };
}

const call = (...words: string[]): Promise<Said> => begin(...words).ended;

function served(): { url: string; pid: number } | null {
  try {
    const { url, pid } = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'));
    return url ? { url, pid } : null;
  } catch {
    return null;
  }
}

async function serving(): Promise<{ url: string; pid: number }> {
  for (let tries = 0; tries < 300; tries++) {
    const match = served();
    if (match) return match;
    await wait(100);
  }
  throw new Error('it did not come to serve');
}

describe('the command line', () => {
  test('lists every command, and each tells its own options', async () => {
    const { code, out } = await call('--help');
    expect(code).toBe(0);
    const lines = out.split('\n').map((line) => line.trim().replace(/ {2,}/, ': '));
    for (const { words, summary } of commands) expect(lines).toContain(`${words}: ${summary}`);
    const help = await Promise.all(commands.map(({ load }) => load()));
    expect(help.filter(({ usage }) => typeof usage !== 'string')).toEqual([]);
    expect((await call('database', 'types', '--help')).out).toContain('Usage: ./kykypolku database types [--check]');
  });

  test.each([
    [['nonsense'], 'there is no command "nonsense"'],
    [['settings', '--nonsense'], "Unknown option '--nonsense'"],
    [['settings', 'nonsense'], '"nonsense" is one word too many'],
    [['settings', '--format', 'xml'], '--format must be one of text, json'],
  ])('called as %j says so in one line and ends with 2', async (words, message) => {
    const { code, out, err } = await call(...words);
    expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
    expect(err).toContain(message);
  });

  test('lists all components that are shipped, and none that is only for developing', async () => {
    const { code, out } = await call('sbom');
    const made = JSON.parse(out) as {
      bomFormat: string;
      components: { name: string; version: string; licenses?: object[] }[];
    };
    expect([code, made.bomFormat]).toEqual([0, 'CycloneDX']);
    const named = made.components.map(({ name }) => name);
    expect(named).toContain('fastify');
    expect(named).not.toContain('vitest');
    expect(made.components.every(({ version }) => version !== '')).toBe(true);
  }, 60_000);

  test('brings the embedded database up for its own time', async () => {
    const first = await call('database', 'migrate');
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('applied 0001_') });
    expect(await call('database', 'migrate')).toMatchObject({ code: 0, out: 'Nothing to do.\n' });
    expect(clusterState(join(folder, 'postgres')).kind).toBe('stopped');
  }, 90_000);
});

describe('the way back into an account', () => {
  besideDatabase();

  test('is a command: it can be tried at once, or has a new password', async () => {
    const founded = await call(
      ...['organiser', 'add', '--code', 'kokkola', '--kind', 'wellbeing-services-county', '--name', 'Kokkola'],
      ...['--municipality', '272', '--administrator', 'Aino Uusi', '--username', 'aino.uusi'],
    );
    const first = /password (\S+)/.exec(founded.out)?.[1];
    const { child, ended } = begin('serve', '--api-only');
    const { url } = await serving();
    const signIn = async (password = '') =>
      (
        await fetch(`${url}/api/session`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ username: 'aino.uusi', password }),
        })
      ).status;
    for (let n = 0; n < 8; n++) await signIn('wrong');
    expect(await signIn(first)).toBe(429);
    expect(await call('account', 'unlock', 'Aino.Uusi')).toMatchObject({ code: 0 });
    expect(await signIn(first)).toBe(200);
    const renewed = await call('account', 'password', 'aino.uusi');
    expect(await signIn(first)).toBe(401);
    expect(await signIn(/password (\S+)/.exec(renewed.out)?.[1])).toBe(200);
    expect(await call('account', 'unlock', 'ei.ketaan')).toMatchObject({ code: 1, out: '' });
    child.kill('SIGTERM');
    await ended;
  }, 60_000);
});

describe('an organiser', () => {
  besideDatabase();

  test('is founded under names that its letters can print', async () => {
    const add = (...names: string[]) =>
      call(
        ...['organiser', 'add', '--code', 'nimeton', '--kind', 'municipality', '--municipality', '272'],
        ...['--administrator', 'Aino Uusi', '--username', 'aino.nimeton', ...names],
      );
    for (const name of [' ', '–', 'Uusi\nkunta', '深圳', 'Kokkola'.repeat(30)])
      expect(await add('--name', name), name).toMatchObject({ code: 2, err: expect.stringContaining('--name is') });
    expect((await add('--name', 'Kokkola', '--name-sv', '\u202eKarleby')).err).toContain('--name-sv is');
  }, 60_000);
});

describe('tasks that pass on', () => {
  besideDatabase();

  test('are said by a command, once, and only between organisers that are there', async () => {
    await call(
      ...['organiser', 'add', '--code', 'kruunupyy', '--kind', 'municipality', '--name', 'Kruunupyy'],
      ...['--municipality', '288', '--administrator', 'Aino Uusi', '--username', 'aino.kruunupyy'],
    );
    const tomorrow = addDays(helsinkiClock.today(), 1);
    const passing = ['organiser', 'succeed', '--from', 'kruunupyy', '--to', 'kokkola', '--on', tomorrow];
    expect(await call(...passing, '--services', 'open-work')).toMatchObject({
      code: 0,
      out: `The tasks of kruunupyy pass to kokkola on ${tomorrow}: open-work.\n`,
    });
    expect(await call(...passing)).toMatchObject({ code: 1, err: expect.stringContaining('That is said already.') });
    const before = ['--from', 'kruunupyy', '--to', 'kokkola', '--on', '1999-01-01'];
    expect((await call('organiser', 'succeed', ...before)).err).toContain('found the successor from an earlier day');
    expect((await call('organiser', 'succeed', '--from', 'x', '--to', 'kokkola', '--on', tomorrow)).code).toBe(1);
    expect((await call(...passing, '--services', 'singing')).code).toBe(2);
    expect((await call(...passing, '--take-back', ' ')).code).toBe(2);
    expect((await call(...passing, '--services', 'open-work', '--take-back', 'Väärä päivä')).code).toBe(2);
    expect(await call(...passing, '--take-back', 'Väärä päivä')).toMatchObject({
      code: 0,
      out: `The tasks of kruunupyy do not pass to kokkola on ${tomorrow}.\n`,
    });
    expect((await call(...passing, '--take-back', 'Väärä päivä')).err).toContain('Nothing was said to pass on');
  }, 60_000);
});

describe('facts', () => {
  besideDatabase();

  test('are exported to files that only their owner reads', async () => {
    const out = join(folder, 'facts');
    expect(await call('export', 'facts', '--organiser', 'kokkola', '--out', out)).toMatchObject({ code: 0 });
    const written = readdirSync(out);
    expect(written).toContain('datapackage.json');
    for (const file of written) expect(statSync(join(out, file)).mode & 0o777, file).toBe(0o600);
    expect(await call('export', 'facts', '--organiser', 'nowhere', '--out', out)).toMatchObject({ code: 1, out: '' });
  }, 60_000);
});

describe('the secret key', () => {
  const named = (name: string) => join(folder, name);

  test('is not changed unseen: with another nothing starts', async () => {
    const saved = readFileSync(named('secret.key'));
    writeFileSync(named('secret.key'), Buffer.alloc(32, 1).toString('base64'));
    expect(await call('audit', 'verify')).toMatchObject({ code: 1, err: expect.stringContaining('is not the key') });
    expect(await call('serve', '--api-only')).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not the key'),
    });
    writeFileSync(named('secret.key'), saved);
    expect(await call('audit', 'verify')).toMatchObject({ code: 0, out: expect.stringContaining('is whole') });
  }, 60_000);

  test('is changed by a command, also where that was cut off before the file was', async () => {
    const before = readFileSync(named('secret.key'), 'utf8');
    expect(await call('secret', 'rotate')).toMatchObject({ code: 0, out: expect.stringContaining('the new key') });
    const after = readFileSync(named('secret.key'), 'utf8');
    expect(after).not.toBe(before);
    expect((statSync(named('secret.key')).mode & 0o777).toString(8)).toBe('600');
    writeFileSync(named('secret.key.next'), after);
    writeFileSync(named('secret.key'), before);
    expect(await call('audit', 'verify')).toMatchObject({ code: 0 });
    expect(readFileSync(named('secret.key'), 'utf8')).toBe(after);
    expect(readFileSync(named('security.jsonl'), 'utf8')).toContain('"event":"secret-changed","act":"secretRotate"');
  }, 60_000);
});

describe('serving', () => {
  test('answers, tells a second start where it runs, lends its database, and stops it all at a signal', async () => {
    const { child, ended } = begin('serve', '--api-only');
    const { url, pid } = await serving();
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: 'ok' });
    const second = await call('serve', '--api-only');
    expect(second).toMatchObject({
      code: 0,
      out: expect.stringContaining(`already runs at ${url}, as process ${pid}`),
    });
    expect(await call('database', 'migrate')).toMatchObject({ code: 0, out: 'Nothing to do.\n' });
    expect(clusterState(join(folder, 'postgres')).kind).toBe('running');
    child.kill('SIGINT');
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 0, out: expect.stringContaining('Stopped.') });
    expect(clusterState(join(folder, 'postgres')).kind).toBe('stopped');
    expect(served()).toBeNull();
  }, 90_000);

  test('starts its database again when that was killed, and after being killed itself serves again', async () => {
    const first = begin('serve', '--api-only');
    const { url, pid } = await serving();
    const state = clusterState(join(folder, 'postgres'));
    if (state.kind === 'running') process.kill(state.pid, 'SIGKILL');
    await expect
      .poll(() => clusterState(join(folder, 'postgres')), { timeout: 20_000 })
      .toMatchObject({
        kind: 'running',
        status: 'ready',
        pid: expect.not.toSatisfy((one: number) => state.kind === 'running' && one === state.pid),
      });
    await expect.poll(async () => (await fetch(`${url}/health`)).status, { timeout: 20_000 }).toBe(200);
    process.kill(pid, 'SIGKILL');
    await first.ended;
    const again = begin('serve', '--api-only');
    await expect.poll(() => served()?.pid, { timeout: 20_000 }).not.toBe(pid);
    const now = await serving();
    expect((await fetch(`${now.url}/health`)).status).toBe(200);
    again.child.kill('SIGTERM');
    expect(await again.ended).toMatchObject({ code: 0 });
    expect(clusterState(join(folder, 'postgres')).kind).toBe('stopped');
  }, 90_000);
});
