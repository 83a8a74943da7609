/** Loads the demo region in bulk, in one transaction and under all the constraints: a load that is cut off leaves nothing. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { writeServices } from '../src/commands/services.ts';
import { takeIn } from '../src/exchange/description-import.ts';
import { readDescriptions } from '../src/exchange/description-text.ts';
import { textOf } from '../src/exchange/questionnaire/lines.ts';
import type { Keys } from '../src/server/act.ts';
import { withinTransaction } from '../src/server/database/pool.ts';
import { keyedHash, seal } from '../src/server/secret.ts';
import { hashPassword } from '../src/server/sign-in/sign-in.ts';
import { makeDemo } from './demo.ts';
import { copyText, type DemoRow, type DemoRows, idSeries, today } from './demo-rows.ts';
import { demoAccounts } from './workers.ts';

export { demoAccounts } from './workers.ts';

export interface LoadOptions {
  readonly keys: Keys;
  readonly progress?: (text: string, share: number) => void;
}

/** The order in which tables go in: what others refer to comes first. */
const inOrder = `
  organiser_municipality organiser_organiser organiser_membership organiser_area
  organiser_rectification_body organiser_provider organiser_offering organiser_unit organiser_group organiser_recording_gap
  worker_worker worker_post worker_deciding_right worker_role_service worker_letter_share worker_group_lead platform_account
  client_client client_address client_protection client_benefit client_reason client_representative client_visit
  employer_employer employer_workplace
  referral_referral assessment_assessment plan_plan plan_goal plan_item plan_signature plan_interruption hearing_hearing hearing_notice decision_decision decision_notice decision_proposal
  relationship_relationship relationship_responsible relationship_pause relationship_allocation_rule relationship_case_manager ownworker_naming
  placement_placement placement_slot agreement_agreement agreement_approval
  rhythm_rhythm coaching_agreed_rhythm coaching_contact coaching_appointment
  attendance_mark travel_way rate_rate compensation_month compensation_line
  cooperation_link cooperation_referral exit_exit exit_transition`
  .trim()
  .split(/\s+/);

/** Is there a region in the database already? */
export async function demoIsLoaded(ownerUrl: string): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query('select exists (select from platform_clock) as loaded');
    return rows[0].loaded as boolean;
  });
}

export async function loadDemo(ownerUrl: string, { keys, progress = () => {} }: LoadOptions): Promise<void> {
  progress('Luodaan ihmiset ja polut', 0);
  const [demoRows, accounts] = [makeDemo(), makeAccounts()];
  sealCodes(demoRows, keys);
  demoRows.tables.set('platform_account', await accounts(demoRows));
  await withClient(ownerUrl, async (client) => {
    await client.query('begin');
    await client.query('set local synchronous_commit = off');
    await writeServices(client);
    await copyAll(client, demoRows, progress);
    await takeInTexts(client);
    await client.query('insert into platform_clock (demo_today_on) values ($1)', [today]);
    // What is checked at the end is looked up by client: without knowing how many there are, the server would read all each time.
    await client.query('analyze client_client, referral_referral, decision_decision');
    await client.query('commit');
  });
  progress('Valmis', 1);
}

const source = new URL('./seed/palvelukuvaukset-satakunta-2021-06-17.txt', import.meta.url);

/** The authored answers come from the source document, through the same import as anybody's. */
async function takeInTexts(client: pg.Client): Promise<void> {
  // When the demo's day begins: whatever is written on it, at any hour, comes after.
  await client.query(`set local app.now = '2021-06-16T21:00:01Z'`);
  const tx = withinTransaction(client);
  const bytes = readFileSync(source);
  const { left } = await takeIn(tx, readDescriptions(textOf(bytes)), { name: basename(source.pathname), bytes }, today);
  if (left.length > 0) throw new Error(`Not taken in: ${left.map(({ title }) => title).join(', ')}`);
}

/** Tables that grow large: their indexes and foreign keys are made after the rows, all at once, and checked so. */
const large = ['attendance_mark', 'compensation_line', 'placement_slot', 'plan_item'];

export async function copyAll(
  client: pg.Client,
  demoRows: DemoRows,
  progress: NonNullable<LoadOptions['progress']>,
): Promise<void> {
  const tables = [...demoRows.tables.keys()];
  const order = [...inOrder, ...tables.filter((table) => table.endsWith('_history'))];
  const forgotten = tables.filter((table) => !order.includes(table));
  if (forgotten.length > 0) throw new Error(`Not in the order of loading: ${forgotten.join(', ')}`);
  const total = tables.reduce((sum, table) => sum + demoRows.rows(table).length, 0);
  let done = 0;
  for (const table of order) {
    const rows = demoRows.tables.get(table);
    if (!rows?.length) continue;
    const finish = large.includes(table) ? await setAside(client, table) : null;
    await (table.endsWith('_history') ? copyOldVersions(client, table, rows) : copyRows(client, table, rows));
    await finish?.();
    if (table === 'compensation_line') await client.query('select platform.sum_ledger()');
    done += rows.length;
    progress(table, 0.2 + (0.75 * done) / total);
  }
}

/**
 * Takes the indexes, foreign keys and triggers of a table off, and gives back what puts them on again, with every row checked.
 * Keys of periods are checked by the server a row at a time: where it lets us, they stay, and one join checks each of them.
 */
export async function setAside(client: pg.Client, table: string): Promise<() => Promise<void>> {
  // No key comes and goes between tables while something about their rows is left to be looked at.
  await client.query('set constraints not_from_company immediate');
  const { rows: constraints } = await client.query<ForeignKey>(
    `select conname as name, pg_get_constraintdef(oid) as definition, conperiod and has_parameter_privilege('session_replication_role', 'set') as stays,
       array(select attname from unnest(conkey) with ordinality k (number, place) join pg_attribute on attrelid = conrelid and attnum = number
         order by place)::text[] as columns, confrelid::regclass::text as parent
     from pg_constraint where conrelid = $1::regclass and contype = 'f' and conparentid = 0`,
    [table],
  );
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = $1::regclass and not exists (select from pg_constraint where conindid = indexrelid)`,
    [table],
  );
  const stay = constraints.filter(({ stays }) => stays);
  const leave = constraints.filter(({ stays }) => !stays);
  for (const { name } of leave) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await client.query(`alter table ${table} disable trigger user`);
  if (stay.length > 0) await client.query('set session_replication_role = replica');
  return async () => {
    if (stay.length > 0) await client.query('set session_replication_role = origin');
    await client.query(`alter table ${table} enable trigger user`);
    for (const { definition } of indexes) await client.query(definition);
    for (const { name, definition } of leave)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
    for (const key of stay) await checkWithin(client, table, key);
  };
}

interface ForeignKey {
  readonly name: string;
  readonly definition: string;
  readonly stays: boolean;
  /** What refers, and the period last. */
  readonly columns: readonly string[];
  readonly parent: string;
}

async function checkWithin(client: pg.Client, table: string, { name, columns, parent }: ForeignKey): Promise<void> {
  const [reference, period] = columns;
  // Counted, since the server looks up each row by itself for a first one that is never found.
  const { rows } = await client.query<{ broken: boolean }>(
    `select count(*) > 0 as broken from ${table} c left join ${parent} p on p.id = c.${reference}
     where c.${reference} is not null and (p.id is null or not c.${period} <@ p.during)`,
  );
  if (rows[0]?.broken) throw new Error(`${table}: a row breaks ${name}`);
}

/** Old versions keep what their table makes of a day by itself: rows go through a table that makes the same. */
async function copyOldVersions(client: pg.Client, table: string, rows: readonly DemoRow[]): Promise<void> {
  const current = table.replace(/_history$/, '');
  const { rows: made } = await client.query(
    `select from pg_attribute where attrelid = $1::regclass and attgenerated = 's' limit 1`,
    [current],
  );
  if (made.length === 0) return copyRows(client, table, rows);
  await client.query(`create temporary table old_version (like ${current} including defaults including generated)`);
  await copyRows(client, 'old_version', rows);
  await client.query(`insert into ${table} select * from old_version`);
  await client.query('drop table old_version');
}

const rowsInChunk = 500;

async function copyRows(client: pg.Client, table: string, rows: readonly DemoRow[]): Promise<void> {
  const columns = Object.keys(rows[0] as DemoRow);
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
  function* chunks() {
    for (let start = 0; start < rows.length; start += rowsInChunk) {
      let text = '';
      for (const row of rows.slice(start, start + rowsInChunk)) {
        for (let i = 0; i < columns.length; i++) text += (i === 0 ? '' : '\t') + copyText(row[columns[i] as string]);
        text += '\n';
      }
      yield text;
    }
  }
  try {
    await pipeline(Readable.from(chunks(), { objectMode: true }), stream);
  } catch (error) {
    throw Object.assign(new Error(`${table}: ${(error as Error).message}`), { cause: error });
  }
}

function sealCodes(demoRows: DemoRows, keys: Keys): void {
  for (const row of [...demoRows.rows('client_client'), ...demoRows.rows('client_client_history')]) {
    const code = demoRows.identityCodes.get(row.id as string);
    row.identity_cipher = code ? seal(keys, row.id as string, code) : null;
    row.identity_hash = code ? keyedHash(keys, code) : null;
  }
}

/** Passwords take their time to hash: begun at once, waited for at the end. */
function makeAccounts(): (demoRows: DemoRows) => Promise<DemoRow[]> {
  const hashes = Promise.all(demoAccounts.map(({ password }) => hashPassword(password)));
  return async (demoRows) => {
    const id = idSeries(7);
    const ready = await hashes;
    return demoAccounts.map(({ username, name }, place) => {
      const [input, family] = name.split(' ');
      const worker = demoRows
        .rows('worker_worker')
        .find((row) => row.given_name === input && row.family_name === family);
      if (!worker) throw new RangeError(`No worker ${name}`);
      return {
        id: id(),
        username,
        password_hash: ready[place] as string,
        worker_id: worker.id as string,
      };
    });
  };
}

async function withClient<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'kykypolku demo',
    options: '-c timezone=Europe/Helsinki',
  });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
