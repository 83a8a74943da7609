/**
 * The facts behind the figures as CSV: one file a fact, with a Table Schema of each in datapackage.json
 * (Frictionless Data Package), so that anybody can recount. Persons are pseudonyms.
 */
import { createHmac } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import { figures } from '../figures/frame/registry.ts';
import { addDays, type Day, day } from '../kernel/day.ts';
import { zId } from '../kernel/id.ts';
import type { Read } from '../server/database/pool.ts';
import { rowsOf } from '../server/database/statement.ts';
import { countAcross } from '../server/perform.ts';
import { separatedValues } from '../server/table-file.ts';

export interface FactsAsked {
  readonly organiser: string;
  readonly asOf: Day;
  readonly knownAt: string | null;
  readonly folder: string;
  /** What pseudonyms are made with; whoever has it can make them again. */
  readonly key: Uint8Array;
}

type Cell = string | number | null;
const zColumn = z.object({ name: z.string(), type: z.string() });
type Column = z.output<typeof zColumn>;

/** Columns that say who somebody is, that hold free words, or that only join rows within the database. */
const leftOut = new Set([
  'organiser_id',
  'worker',
  'mother_tongue',
  'protected',
  'tasks',
  'hours',
  'terms',
  'content_hash',
]);
/** Days of what came of a fact later: on the day asked for they were not there yet. */
const later = new Set(['withdrawn_on', 'decided_on', 'reviewed_on', 'outcome_on', 'served_on']);
/** Ids of persons: as pseudonyms. Other ids are hashed too, since a row's own id would find it again. */
const isId = (column: string): boolean => column.endsWith('_id');
/** The day on which a fact of the view begins to be one. */
const beginsOn: Readonly<Record<string, string>> = {
  fact_referral: 'received_on',
  fact_decision: 'decided_on',
  fact_contact: 'held_on',
  fact_attendance: 'held_on',
  fact_compensation: 'earned_on',
  fact_compensation_day: 'earned_on',
  fact_exit: 'ended_on',
  fact_transition: 'moved_on',
  fact_cooperation_referral: 'made_on',
  fact_month: 'month_on',
  fact_answer: 'written_on',
  fact_plan: 'made_on',
  fact_approval: 'approved_on',
};

const describe: Readonly<Record<string, string>> = {
  organiser: 'Code of the organiser',
  service: 'Code of the service',
  person_id: 'Pseudonym of the person; one person has one within this export',
  client_id: 'Pseudonym of the person as a client of this organiser',
  worker_id: 'Pseudonym of the worker',
  birth_year: 'Year of birth',
  municipality_code: 'Municipality of residence; empty where the address is protected',
  amount_cents: 'Cents of euro; positive is owed to the client, negative is charged',
};

/** The views that some figure reads, each once, and clients; in alphabetical order. */
export function factNames(): string[] {
  return [...new Set(figures.flatMap(({ facts }) => facts))].sort();
}

const zWriteFactsRow = z.object({ id: zId });

/** Writes the files; null when there is no such organiser. */
export async function writeFacts(tx: Read, query: FactsAsked): Promise<{ file: string; rows: number }[] | null> {
  const { rows: match } = await rowsOf(zWriteFactsRow)`
    select id from organiser_organiser where code = ${query.organiser}
    union
    select m.organiser_id from organiser_membership m join organiser_organiser o on o.id = m.region_id
    where o.code = ${query.organiser} and m.during @> ${query.asOf}::date`.execute(tx);
  if (match.length === 0) return null;
  await countAcross(tx, { organiserIds: match.map(({ id }) => id), knownAt: query.knownAt });
  mkdirSync(query.folder, { recursive: true, mode: 0o700 });
  const resources: object[] = [];
  const written: { file: string; rows: number }[] = [];
  for (const name of factNames()) {
    const file = `${name.replace('fact_', '')}.csv`;
    const columns = await columnsOf(tx, name);
    const rows = await factsOf(
      tx,
      name,
      columns,
      match.map(({ id }) => id),
      query,
    );
    const visible = columns.flatMap((column) => shownColumns(column));
    const names = visible.map((column) => column.name);
    const lines = rows.map((row) => names.map((column) => row[column] ?? null));
    keep(join(query.folder, file), separatedValues([names, ...lines]));
    resources.push(resource(name, file, visible));
    written.push({ file, rows: rows.length });
  }
  keep(join(query.folder, 'datapackage.json'), `${JSON.stringify(descriptor(query, resources), null, 2)}\n`);
  return written;
}

/** For the owner's eyes alone, also where a file of the name was there before. */
function keep(path: string, text: string): void {
  writeFileSync(path, '', { mode: 0o600 });
  chmodSync(path, 0o600);
  writeFileSync(path, text);
}

async function columnsOf(tx: Read, view: string): Promise<Column[]> {
  const { rows } = await rowsOf(zColumn)`
    select attname as name, format_type(atttypid, null) as type from pg_attribute
    where attrelid = ${view}::regclass and attnum > 0 order by attnum`.execute(tx);
  return rows.filter(({ name }) => !leftOut.has(name));
}

const zFactsOfRow = z.record(z.string(), z.unknown());

async function factsOf(
  tx: Read,
  view: string,
  columns: readonly Column[],
  organiserIds: readonly string[],
  { asOf, key }: FactsAsked,
): Promise<Record<string, Cell>[]> {
  const begins = columns.some(({ name }) => name === 'during')
    ? sql`lower(during) <= ${asOf}::date`
    : beginsOn[view]
      ? sql`${sql.ref(beginsOn[view])} <= ${asOf}::date`
      : sql`true`;
  const { rows } = await rowsOf(zFactsOfRow)`select ${sql.join(columns.map(({ name }) => sql.ref(name)))}
    from ${sql.table(view)} where organiser_id = any(${[...organiserIds]}::uuid[]) and ${begins}`.execute(tx);
  const known = new Map<string, string>();
  const pseudonym = (id: string): string => {
    let made = known.get(id);
    if (made === undefined) {
      made = createHmac('sha256', key).update(id).digest('hex').slice(0, 16);
      known.set(id, made);
    }
    return made;
  };
  const visible = rows.map((row) =>
    Object.fromEntries(columns.flatMap((column) => cells(column, row[column.name], asOf, pseudonym))),
  );
  // In the order of their own text, so that the order in the database tells nothing.
  return visible.sort((a, b) => (Object.values(a).join() < Object.values(b).join() ? -1 : 1));
}

/** A range becomes two columns, the first day and the day after the last; a day of birth only its year. */
function cells({ name, type }: Column, value: unknown, asOf: Day, pseudonym: (id: string) => string): [string, Cell][] {
  if (type === 'daterange') {
    const [from = '', to = ''] = value === null || value === 'empty' ? [] : String(value).slice(1, -1).split(',');
    // An end that lies after the day was not yet one.
    return [
      [`${name}_from`, from],
      [`${name}_to`, to && to <= addDays(asOf, 1) ? day(to) : ''],
    ];
  }
  if (name === 'birth_on') return [['birth_year', value === null ? null : String(value).slice(0, 4)]];
  if (value === null || (later.has(name) && String(value) > asOf)) return [[name, null]];
  if (isId(name)) return [[name, pseudonym(String(value))]];
  if (fieldTypes[type] === 'integer' || fieldTypes[type] === 'number') return [[name, Number(value)]];
  return [[name, Array.isArray(value) ? value.join(';') : String(value)]];
}

function shownColumns({ name, type }: Column): Column[] {
  if (type === 'daterange') {
    return [
      { name: `${name}_from`, type: 'date' },
      { name: `${name}_to`, type: 'date' },
    ];
  }
  if (name === 'birth_on') return [{ name: 'birth_year', type: 'integer' }];
  return [{ name, type: isId(name) ? 'text' : type }];
}

const fieldTypes: Readonly<Record<string, string>> = {
  date: 'date',
  integer: 'integer',
  bigint: 'integer',
  numeric: 'number',
  boolean: 'boolean',
  'timestamp with time zone': 'datetime',
};

function resource(name: string, path: string, columns: readonly Column[]): object {
  return {
    name: name.replace('fact_', '').replaceAll('_', '-'),
    path,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    description: `Read by: ${figures
      .filter(({ facts }) => facts.includes(name))
      .map(({ id }) => id)
      .join(', ')}`,
    schema: {
      fields: columns.map((column) => ({
        name: column.name,
        type: fieldTypes[column.type] ?? 'string',
        ...(describe[column.name] ? { description: describe[column.name] } : {}),
        ...(column.name.endsWith('_to')
          ? { description: 'The first day that the range does not hold; empty while no end is known on the day' }
          : {}),
      })),
      missingValues: [''],
    },
  };
}

function descriptor({ organiser, asOf, knownAt }: FactsAsked, resources: readonly object[]): object {
  return {
    profile: 'tabular-data-package',
    name: `facts-${organiser}-${asOf}`,
    title: `Facts behind the figures of ${organiser} on ${asOf}`,
    description:
      'One row a dated fact. On a day: from <= day < to. In a period [a, b): from < b and to > a. Persons are counted by person_id, once.',
    asOf,
    ...(knownAt === null ? {} : { knownAt }),
    resources,
  };
}
