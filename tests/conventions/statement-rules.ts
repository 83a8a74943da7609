/** What the migrated database says of a statement: its columns, what it leaves out, and whether it writes. */
import type pg from 'pg';

export interface DescribedStatement {
  /** Why the database would not take it. */
  readonly error: string | null;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Columns that must have a value and that an insert gives none. */
  readonly leftOut: readonly string[];
  /** Nothing but calls of functions, for what they do. */
  readonly calls: boolean;
}

const onlyCalls = /^select\s+[a-z_]+\s*\(/i;

const typeNames = new Map<number, string>();

/** Asks the database to prepare a statement, and what it would answer; nothing is run. */
export async function describeStatement(client: pg.ClientBase, sent: string): Promise<DescribedStatement> {
  if (typeNames.size === 0) {
    const { rows } = await client.query<{ oid: number; name: string }>('select oid::int, typname as name from pg_type');
    for (const { oid, name } of rows) typeNames.set(oid, name);
  }
  try {
    const fields = await fieldsOf(client, sent);
    return {
      error: null,
      columns: fields.map(({ name, dataTypeID }) => ({ name, type: typeNames.get(dataTypeID) ?? String(dataTypeID) })),
      leftOut: await leftOutBy(client, sent),
      calls: onlyCalls.test(sent.trim()),
    };
  } catch (error) {
    return { error: (error as Error).message, columns: [], leftOut: [], calls: false };
  }
}

type Field = Pick<pg.FieldDef, 'name' | 'dataTypeID'>;

/** Parse and describe without execute, as the driver's own protocol has it. */
function fieldsOf(client: pg.ClientBase, text: string): Promise<readonly Field[]> {
  return new Promise((resolve, reject) => {
    let fields: readonly Field[] = [];
    client.query({
      submit(connection: pg.Connection) {
        connection.parse({ name: '', text, types: [] }, true);
        connection.describe({ type: 'S', name: '' }, true);
        connection.sync();
      },
      handleRowDescription: (message: { fields: readonly Field[] }) => {
        fields = message.fields;
      },
      handleParseComplete() {},
      handlePortalSuspended() {},
      handleDataRow() {},
      handleCommandComplete() {},
      handleError: reject,
      handleReadyForQuery: () => resolve(fields),
    } as unknown as pg.Submittable);
  });
}

/** A plain insert names the columns that it fills; the catalogue tells which of the others must have a value. */
async function leftOutBy(client: pg.ClientBase, sent: string): Promise<string[]> {
  const inserts = [...sent.matchAll(/\binsert\s+into\s+([a-z_]+)(?:\s+as\s+\w+)?\s*\(([^)]*)\)/gi)];
  const matches: string[] = [];
  for (const [, table = '', list = ''] of inserts) {
    const named = list.split(',').map((one) => one.trim());
    const { rows } = await client.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
        and attnotnull and not atthasdef and attidentity = '' and attgenerated = ''`,
      [table],
    );
    matches.push(...rows.flatMap(({ name }) => (named.includes(name) ? [] : [`${table}.${name}`])));
  }
  return matches;
}

/** The types of the database that a kind of schema reads. Instants, times and names are text with us. */
const kinds: Readonly<Record<string, RegExp>> = {
  uuid: /^uuid$/,
  date: /^date$/,
  daterange: /^daterange$/,
  instant: /^timestamptz$/,
  text: /^(text|varchar|bpchar|name|char|timestamptz|time)$/,
  number: /^(int2|int4|int8|numeric|float4|float8)$/,
  boolean: /^bool$/,
  list: /^(_.*|json|jsonb)$/,
  document: /^(json|jsonb)$/,
  bytes: /^bytea$/,
  any: /./,
  unknown: /./,
};

/** How the columns of a statement differ from those that the code declares. */
export function columnsAgainst(shape: string | null, { error, columns, leftOut, calls }: DescribedStatement): string[] {
  if (error !== null) return [error];
  const faults = leftOut.map((one) => `an insert leaves out ${one}, which must have a value`);
  if (shape === null)
    return columns.length > 0 && !calls ? [...faults, 'answers rows that the code does not declare'] : faults;
  if (shape === 'any columns') return faults;
  const declared = new Map(
    (shape === 'no columns' ? [] : shape.split(', ')).map((one) => {
      const [name = '', ...kind] = one.split(' ');
      return [name, kind.join(' ')] as const;
    }),
  );
  const seen = new Set<string>();
  for (const { name, type } of columns) {
    const kind = declared.get(name);
    if (seen.has(name)) faults.push(`${name} is selected twice`);
    seen.add(name);
    if (kind === undefined) faults.push(`${name} is not declared`);
    else if (!kind.split(' | ').some((one) => kinds[one.replace(/ (or null|if any)/g, '')]?.test(type)))
      faults.push(`${name} is ${type}, declared as ${kind}`);
  }
  for (const [name, kind] of declared)
    if (!seen.has(name) && !/ if any\b/.test(kind)) faults.push(`${name} is not selected`);
  return faults;
}

const writes = /\b(insert\s+into|update\s+\w|delete\s+from|merge\s+into|truncate|setval|nextval|execute\s)/i;

/** The functions of ours that write, themselves or through another. */
export async function writingFunctions(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string; body: string }>(
    `select p.proname as name, pg_get_functiondef(p.oid) as body from pg_proc p
      where p.pronamespace in ('public'::regnamespace, 'platform'::regnamespace) and p.prokind in ('f', 'p') and p.prolang <> 13
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  );
  const matches = new Set(rows.filter(({ body }) => writes.test(body)).map(({ name }) => name));
  for (let before = -1; before !== matches.size; ) {
    before = matches.size;
    for (const { name, body } of rows)
      if ([...matches].some((other) => other !== name && new RegExp(`\\b${other}\\s*\\(`).test(body)))
        matches.add(name);
  }
  return [...matches];
}

/** How a statement writes: by itself, as its plan tells, or by a function. */
export async function writesIn(client: pg.ClientBase, sent: string, writers: readonly string[]): Promise<string[]> {
  const called = [...writers, 'setval', 'nextval', 'pg_advisory_lock', 'set_config'].filter((name) =>
    new RegExp(`\\b${name}\\s*\\(`, 'i').test(sent),
  );
  if (called.length > 0) return called.map((name) => `calls ${name}, which writes`);
  const { rows } = await client.query<{ 'QUERY PLAN': unknown }>(`explain (generic_plan, format json) ${sent}`);
  return JSON.stringify(rows[0]).includes('ModifyTable') ? ['writes'] : [];
}
