/** Connections to the database, and what its values become in our code. */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from '../../../database/types.ts';
import { dialectOver } from './driver.ts';
import { Proof } from './proof.ts';

/**
 * May read and nothing else: by the builder's selects, and by statements that say the shape of their rows
 * (`rowsOf` of `statement.ts`). A reader has no hold on the connection itself.
 */
export type Read = Pick<Kysely<DB>, 'selectFrom' | 'selectNoFrom' | 'fn' | 'case' | 'dynamic'>;

/**
 * May read and record. Named by what it can: a transaction has all of this from the connection by inheritance, so that the
 * compiler need not compare the two as wholes, which took it twelve seconds.
 */
export type Write = Pick<
  Kysely<DB>,
  | 'selectFrom'
  | 'selectNoFrom'
  | 'with'
  | 'withRecursive'
  | 'fn'
  | 'case'
  | 'dynamic'
  | 'getExecutor'
  | 'executeQuery'
  | 'insertInto'
  | 'updateTable'
  | 'deleteFrom'
>;

/** The pool as a whole, from which transactions are opened. */
export type Database = Kysely<DB>;

const safeInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`The database gave ${text}, which a number cannot hold exactly.`);
  return value;
};

const instant = (text: string): string => (text.endsWith('infinity') ? text : Temporal.Instant.from(text).toString());

const asIs = (text: string): string => text;

const textArray = pg.types.getTypeParser(1009 as 25) as (text: string) => (string | null)[];

const each =
  <T>(parse: (text: string) => T) =>
  (text: string): (T | null)[] =>
    textArray(text).map((item) => (item === null ? null : parse(item)));

// A day is a day, never a moment: node's Date would move it with the machine's time zone.
const parsers = new Map<number, (text: string) => unknown>([
  [20, safeInteger],
  [1016, each(safeInteger)],
  [1700, Number],
  [1231, each(Number)],
  [1082, asIs],
  [1182, each(asIs)],
  [1114, (text: string) => text.replace(' ', 'T')],
  [1115, each((text) => text.replace(' ', 'T'))],
  [1184, instant],
  [1185, each(instant)],
  [1186, asIs],
  [1187, each(asIs)],
  [3912, asIs],
  [3913, each(asIs)],
  [3910, asIs],
  [3911, each(asIs)],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) ||
    pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

/** How many plans each connection keeps: a large one takes more than half a megabyte. Of more, the one that was asked longest ago is let go. */
const keptAtMost = 100;

/**
 * A connection that keeps the plans of what it is asked: with row-level security on every table, planning a
 * screen's reading takes longer than the reading itself. Policies ask their settings anew each time that a plan is run.
 */
class KeepingClient extends pg.Client {
  /** By text, that which was asked longest ago first. */
  readonly #kept = new Map<string, string>();
  readonly #entryKey: Uint8Array | undefined;
  /** The server's process behind this connection, as the server said when it began; pg's types leave it out. */
  declare readonly processID: number;
  /** With the texts of the plans by their names, as pg holds them; its types leave them out too. */
  declare readonly connection: pg.Connection & { readonly parsedStatements: Record<string, string> };
  #named = 0;
  #gathers = false;

  constructor(config: string | (pg.ClientConfig & { readonly entryKey?: Uint8Array }) = {}) {
    super(config);
    this.#entryKey = typeof config === 'string' ? undefined : config.entryKey;
  }

  // biome-ignore lint/suspicious/noExplicitAny: pg's own signature has a dozen forms; all but one pass through as they are.
  override query(...rest: any[]): any {
    this.#gather();
    const [text, parameters, ...more] = rest;
    const values = Array.isArray(parameters) ? parameters.map((value) => this.#proven(value)) : parameters;
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0 || more.length > 0) {
      return super.query(...([text, values, ...more].slice(0, rest.length) as Parameters<pg.Client['query']>));
    }
    const answer: Promise<unknown> = super.query({ name: this.#nameOf(text), text, values });
    answer.catch((error: { code?: string }) => {
      // A view got other columns meanwhile, or the server let go of the plan: the next asking plans anew.
      if (error.code === '0A000' || error.code === '26000') this.#kept.delete(text);
    });
    return answer;
  }

  /** What is asked in one go leaves in one go: each write of its own woke the database, which then took the processor from us. */
  #gather(): void {
    if (this.#gathers) return;
    this.#gathers = true;
    const { stream } = this.connection;
    stream.cork();
    process.nextTick(() => {
      this.#gathers = false;
      stream.uncork();
    });
  }

  /** A connection without the key proves nothing: the owner need not, and from others the database takes nothing unproven. */
  #proven(value: unknown): unknown {
    if (!(value instanceof Proof)) return value;
    return this.#entryKey ? value.on(this.processID, this.#entryKey) : null;
  }

  #nameOf(text: string): string {
    const name = this.#kept.get(text) ?? this.#nextName();
    this.#kept.delete(text);
    this.#kept.set(text, name);
    return name;
  }

  #nextName(): string {
    if (this.#kept.size >= keptAtMost) this.#letGo();
    this.#named += 1;
    return `kept ${this.#named}`;
  }

  /**
   * Lets go of the plan that was asked longest ago, by the protocol's own word for it: that is no error in a transaction that failed, nor
   * of a plan that was never made since its first asking failed.
   */
  #letGo(): void {
    const [oldest] = this.#kept;
    if (!oldest) return;
    const [text, name] = oldest;
    this.#kept.delete(text);
    this.connection.close({ type: 'S', name }, false);
    delete this.connection.parsedStatements[name];
  }
}

/** @internal */
export interface PoolOptions {
  max?: number;
  /** What the server's own list of connections calls us. */
  name?: string;
  /** How long one statement may take, and a transaction wait for its next; without it as long as it needs. */
  statementMs?: number;
  /** By which the server proves who asks (`proof.ts`); the owner's connections need none. */
  entryKey?: Uint8Array;
}

/**
 * Of what the application asks, one plan for all values: left to itself the server makes five, one for each of the first five askings,
 * before it keeps one, and each takes longer than the reading.
 */
const onePlan = ' -c plan_cache_mode=force_generic_plan';

function limits(statementMs: number | undefined): string {
  if (statementMs === undefined) return '';
  return ` -c statement_timeout=${statementMs} -c lock_timeout=${Math.ceil(statementMs / 2)} -c idle_in_transaction_session_timeout=${statementMs * 2}`;
}

/** @internal */
export function openPool(url: string, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    Client: KeepingClient,
    // Statements are sent without waiting for the answers of those before (`pipeline.ts`).
    pipeline: true,
    max: options.max ?? 10,
    application_name: options.name ?? 'kykypolku',
    // The region's day and clock, whatever the server's own setting; and room to sort a county's month without writing it out.
    options: `-c timezone=Europe/Helsinki -c intervalstyle=iso_8601 -c work_mem=32MB${options.entryKey ? onePlan : ''}${limits(options.statementMs)}`,
    idleTimeoutMillis: 30_000,
    // Whoever waits longer for a connection is told so, rather than left waiting.
    connectionTimeoutMillis: 20_000,
    types,
    ...(options.entryKey ? { entryKey: options.entryKey } : {}),
  });
  // A connection lost while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});
  // So is one that is lost while in use but not just asking; who uses it hears of it with the next question.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Asks as the owner, once at the start, for the key by which the server proves who asks. @internal */
export async function entryKeyOf(ownerUrl: string): Promise<Uint8Array> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'kykypolku owner' });
  owner.on('error', () => {});
  await owner.connect();
  try {
    const { rows } = await owner.query<{ key: Buffer }>('select key from platform_entry_key');
    const [row] = rows;
    if (!row)
      throw new Error('The database has no key by which the server proves who asks; restore platform_entry_key.');
    return row.key;
  } finally {
    await owner.end();
  }
}

/** The builder over one connection whose transaction is under way. @internal */
export function withinTransaction(client: pg.Client): Write {
  const pool = { options: {}, connect: async () => Object.assign(client, { release() {} }), end: async () => {} };
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

/** @internal */
export function overPool(pool: pg.Pool): Database {
  return new Kysely<DB>({ dialect: dialectOver(pool) });
}

// The server starts, recovers, stops or has no connection left; or there is nobody at its address.
const awayCodes =
  /^(?:08|53300|57P0[1-5]|E(?:CONNREFUSED|CONNRESET|CONNABORTED|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH)$)/;
// The driver gives no code to what it notices of itself.
const awayWords =
  /^(?:Connection terminated|driver has already been destroyed|Cannot use a pool after calling end|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** Whether a statement was ended because it took, or waited for another, too long. */
/** @internal */
export function tookTooLong(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '57014' || error.code === '55P03');
}

/** Whether an error tells that the database cannot be asked now, and might be in a while. */
/** @internal */
export function isDatabaseUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return (typeof code === 'string' && awayCodes.test(code)) || awayWords.test(error.message);
}
