/**
 * A country for measuring: one county is loaded under all constraints, and copied to the other organisers with keys of their own.
 * 24 organisers, 500,000 persons and 20 million marks by default. Figures, places and people are as even as in the county.
 */
import pg from 'pg';
import { type County, loadCounty } from './county.ts';
import { setAside } from './load.ts';

export interface CountryOptions {
  readonly organisers?: number;
  /** Persons in all. */
  readonly clients?: number;
  /** Weeks of attendance up to 16.6.2021. */
  readonly weeks?: number;
  readonly progress?: (text: string) => void;
}

export interface Country extends County {
  readonly organisers: number;
  readonly clients: number;
}

/** Tables that grow by millions: indexes and keys are made anew after the rows, all at once. */
const largest = ['attendance_mark', 'compensation_line', 'placement_slot', 'coaching_contact'];

interface Copied {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly renewed: boolean }[];
}

/** What an organiser keeps, each table with its columns; keys of an organiser's own rows become others for another organiser. */
async function tablesOf(client: pg.Client): Promise<readonly Copied[]> {
  const { rows } = await client.query<Copied>(
    `select c.relname as table, jsonb_agg(jsonb_build_object('name', a.attname, 'renewed', a.atttypid = 'uuid'::regtype) order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'organiser_id' and not o.attisdropped)
     group by c.relname order by c.relname`,
  );
  return rows;
}

/** The key of a row of the first organiser as the one of the same row of another: its last bits are turned by the organiser's number. */
const renewed = (name: string) =>
  `encode(set_byte(uuid_send(${name}), 15, get_byte(uuid_send(${name}), 15) # $2::int), 'hex')::uuid`;

const copyOf = ({ table, columns }: Copied): string => {
  const quoted = columns.map(({ name }) => `"${name}"`);
  const values = columns.map(({ name, renewed: changes }) => (changes ? renewed(`"${name}"`) : `"${name}"`));
  return `insert into ${table} (${quoted}) select ${values} from ${table} where organiser_id = $1`;
};

/** Fills a migrated database with a country. Other organisers stand in it already; the accounts are of the first. */
export async function loadCountry(
  ownerUrl: string,
  { organisers = 24, clients = 500_000, weeks = 14, progress = () => {} }: CountryOptions = {},
): Promise<Country> {
  const county = await loadCounty(ownerUrl, { clients: Math.ceil(clients / organisers), weeks, progress });
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'kykypolku country' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(
      `set timezone = 'Europe/Helsinki'; set synchronous_commit = off; set maintenance_work_mem = '512MB'`,
    );
    const { rows } = await client.query<{ id: string }>('select id from organiser_organiser where code = $1', [
      county.organiser,
    ]);
    const first = rows[0]?.id;
    const tables = await tablesOf(client);
    await client.query('begin');
    const finishers = [];
    for (const table of largest) finishers.push(await setAside(client, table));
    // What is copied was looked at when the county was loaded.
    await client.query('set session_replication_role = replica');
    for (let n = 1; n < organisers; n++) {
      progress(`organiser ${n + 1} of ${organisers}`);
      await client.query(
        `insert into organiser_organiser (id, code, kind, name_fi, name_sv, name_en, register_from_on, during)
         select ${renewed('id')}, code || '-' || $2::int, kind, name_fi || ' ' || $2::int, name_sv || ' ' || $2::int, name_en || ' ' || $2::int, register_from_on, during
         from organiser_organiser where id = $1`,
        [first, n],
      );
      for (const table of tables) await client.query(copyOf(table), [first, n]);
    }
    await client.query('set session_replication_role = origin');
    progress('keys and indexes');
    for (const finish of finishers) await finish();
    await client.query('select platform.sum_ledger()');
    await client.query('commit');
    progress('vacuum');
    await client.query('vacuum analyze');
    return {
      ...county,
      organisers,
      clients: Math.ceil(clients / organisers) * organisers,
      marks: county.marks * organisers,
      lines: county.lines * organisers,
    };
  } finally {
    await client.end();
  }
}
