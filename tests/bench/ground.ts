/** The ground of a measuring: a database of its own, our server over it, and a bare one beside. */
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import pg from 'pg';
import { loadCountry } from '../../demo/country.ts';
import { loadCounty } from '../../demo/county.ts';
import { demoAccounts, loadDemo } from '../../demo/load.ts';
import { day } from '../../src/kernel/day.ts';
import { allActs } from '../../src/screens/app/registry.ts';
import { openAsides } from '../../src/server/database/asides.ts';
import { migrate } from '../../src/server/database/migrate.ts';
import { entryKeyOf, openPool, overPool } from '../../src/server/database/pool.ts';
import { server } from '../../src/server/http/server.ts';
import { openSession } from '../../src/server/sign-in/sign-in.ts';
import { openEmbedded, removeEmbedded } from '../../tooling/embedded-postgres/embedded.ts';
import type { BenchStatement } from './statements.ts';

export const sizes = ['region', 'county', 'country'] as const;
export type Size = (typeof sizes)[number];

export interface BenchAccount {
  readonly username: string;
  readonly password: string;
}

export interface BenchGround {
  readonly ours: string;
  readonly bare: string;
  /** Has 103 clients and no right beyond them. */
  readonly coach: BenchAccount;
  readonly instructor: BenchAccount;
  readonly organiser: string;
  readonly owner: pg.Pool;
  /** What the bare server runs at an address of its own. */
  readonly replay: (statements: readonly BenchStatement[], counts: boolean, address?: string) => void;
  /** Gives a worker a session, without the second that checking a password takes. */
  readonly openSessionOf: (accountId: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

const secret = new Uint8Array(32).fill(7);
const today = day('2021-06-17');

export async function makeGround(
  size: Size,
  say: (line: string) => void,
  { bareKeepsPlans = true }: { readonly bareKeepsPlans?: boolean } = {},
): Promise<BenchGround> {
  const folder = mkdtempSync(join(tmpdir(), 'kykypolku-bench-'));
  try {
    const database = await openEmbedded(folder);
    await migrate(database.ownerUrl);
    const started = performance.now();
    const accounts = await loaders[size](database.ownerUrl, say);
    say(`Loaded the ${size} in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
    const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
    owner.on('error', () => {});
    await owner.query('vacuum analyze');
    const entryKey = await entryKeyOf(database.ownerUrl);
    const db = overPool(openPool(database.appUrl, { entryKey }));
    const asides = openAsides(database.appUrl, { entryKey });
    const app = await server({
      house: { db, asides, clock: { today: () => today, now: () => new Date().toISOString() }, keys: { secret } },
      acts: allActs,
      version: 'bench',
      about: 'Measured.',
      logLevel: 'silent',
      callsAMinute: 10_000_000,
    });
    const bare = bareServer(database.ownerUrl, bareKeepsPlans, await settingsOf(owner, accounts.coach.username));
    return {
      ...accounts,
      owner,
      ours: await app.listen({ host: '127.0.0.1', port: 0 }),
      bare: await bare.app.listen({ host: '127.0.0.1', port: 0 }),
      replay: bare.replay,
      openSessionOf: (accountId) => openSession({ db, keys: { secret } }, accountId),
      async close() {
        await Promise.allSettled([app.close(), bare.close()]);
        await Promise.allSettled([db.destroy(), asides.db.destroy(), owner.end()]);
        await removeEmbedded(folder);
      },
    };
  } catch (error) {
    await removeEmbedded(folder);
    throw error;
  }
}

type Accounts = Pick<BenchGround, 'coach' | 'instructor' | 'organiser'>;

const loaders: Readonly<Record<Size, (ownerUrl: string, say: (line: string) => void) => Promise<Accounts>>> = {
  async region(ownerUrl) {
    await loadDemo(ownerUrl, { keys: { secret } });
    const of = (name: string) => demoAccounts.find((one) => one.name === name) as BenchAccount;
    return { coach: of('Tiina Laine'), instructor: of('Merja Saarinen'), organiser: 'pori-perusturva' };
  },
  async county(ownerUrl, say) {
    const made = await loadCounty(ownerUrl, { clients: 20_000 });
    say(`20,000 clients, ${made.marks.toLocaleString('en')} marks of attendance.`);
    return made;
  },
  async country(ownerUrl, say) {
    const made = await loadCountry(ownerUrl, { progress: say });
    const [clients, marks] = [made.clients.toLocaleString('en'), made.marks.toLocaleString('en')];
    say(`${made.organisers} organisers, ${clients} clients, ${marks} marks of attendance.`);
    return made;
  },
};

/** Functions of the database ask who asks; with the purpose of counting they look at nobody's access. */
async function settingsOf(owner: pg.Pool, username: string): Promise<string> {
  const { rows } = await owner.query<{ worker: string; organiser: string }>(
    `select w.id as worker, w.organiser_id as organiser from platform_account a join worker_worker w on w.id = a.worker_id
     where a.username = $1`,
    [username],
  );
  return `-c app.worker=${rows[0]?.worker} -c app.organisers={${rows[0]?.organiser}} -c app.purpose=figures -c app.today=${today}`;
}

/** Fastify and pg and nothing else: as the owner, past row-level security, it sends back what its statements give. */
function bareServer(ownerUrl: string, keepsPlans: boolean, settings: string) {
  const addresses = new Map<string, { readonly statements: readonly BenchStatement[]; readonly pool: pg.Pool }>();
  const always = `-c timezone=Europe/Helsinki ${settings}`;
  const open = (options: string) => {
    const pool = new pg.Pool({ connectionString: ownerUrl, max: 10, options });
    pool.on('error', () => {});
    return pool;
  };
  const plain = open(always);
  // The planner's settings under which figures are counted: without them the description takes the bare server half a minute.
  const counting = open(`${always} -c jit=off -c enable_nestloop=off -c enable_mergejoin=off`);
  const app = Fastify();
  const answer = async (address: string) => {
    const { statements, pool } = addresses.get(address) ?? { statements: [], pool: plain };
    const rows: unknown[] = [];
    for (const { text, values } of statements) {
      const saved = keepsPlans ? { name: createHash('sha256').update(text).digest('hex').slice(0, 60) } : {};
      rows.push((await pool.query({ text, values: [...values], ...saved })).rows);
    }
    return rows;
  };
  app.get<{ Params: { '*': string } }>('/*', (request) => answer(request.params['*']));
  app.post('/', () => answer(''));
  return {
    app,
    close: () => Promise.allSettled([app.close(), plain.end(), counting.end()]),
    replay: (statements: readonly BenchStatement[], counts: boolean, address = '') => {
      addresses.set(address, { statements, pool: counts ? counting : plain });
    },
  };
}
