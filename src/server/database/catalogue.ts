/** What the catalogue of a migrated database says of itself. */
import type pg from 'pg';

export interface CatalogueColumn {
  name: string;
  type: string;
  /** The base type's name, without array or domain around it. */
  base: string;
  array: boolean;
  required: boolean;
  fallback: string | null;
  generated: boolean;
  /** The closed list of words that a check or an enum allows. */
  words: string[] | null;
}

export interface CatalogueRelation {
  oid: number;
  schema: string;
  name: string;
  kind: 'table' | 'view';
  rowSecurity: boolean;
  comment: string | null;
  columns: CatalogueColumn[];
}

const ours = "n.nspname in ('public', 'platform')";

const notOfExtension = (oid: string) =>
  `not exists (select from pg_depend d where d.objid = ${oid} and d.deptype = 'e')`;

export async function readRelations(client: pg.ClientBase): Promise<CatalogueRelation[]> {
  const { rows } = await client.query(`
    select c.oid::int, n.nspname as schema, c.relname as name, case c.relkind when 'v' then 'view' else 'table' end as kind,
      c.relrowsecurity as "rowSecurity", obj_description(c.oid, 'pg_class') as comment,
      (select json_agg(json_build_object(
          'name', a.attname,
          'type', format_type(a.atttypid, a.atttypmod),
          'base', coalesce(domain_base.typname, element.typname, t.typname),
          'array', t.typcategory = 'A',
          'required', a.attnotnull or t.typnotnull,
          'fallback', case when a.attgenerated = '' then pg_get_expr(f.adbin, f.adrelid)
                           else 'generated always as (' || pg_get_expr(f.adbin, f.adrelid) || ')' end,
          'generated', a.attgenerated <> '' or a.attidentity = 'a',
          'words', (select json_agg(e.enumlabel order by e.enumsortorder) from pg_enum e
                    where e.enumtypid = coalesce(element.oid, t.oid))
        ) order by a.attnum)
       from pg_attribute a
       join pg_type t on t.oid = a.atttypid
       left join pg_type element on element.oid = t.typelem and t.typcategory = 'A'
       left join pg_type domain_base on domain_base.oid = t.typbasetype and t.typtype = 'd'
       left join pg_attrdef f on f.adrelid = a.attrelid and f.adnum = a.attnum
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'v', 'p') and ${ours} and ${notOfExtension('c.oid')}
    order by n.nspname collate "C", c.relname collate "C"`);
  const relations = rows as CatalogueRelation[];
  await giveWords(client, relations);
  takeFromTables(relations);
  await traceViews(client, relations);
  return relations;
}

/** A check of the form `x in ('a', 'b')` on one column is a closed list, and so a type. */
async function giveWords(client: pg.ClientBase, relations: CatalogueRelation[]): Promise<void> {
  const { rows } = await client.query(`
    select k.conrelid::int as oid, a.attname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'c' and cardinality(k.conkey) = 1`);
  for (const { oid, name, definition } of rows as { oid: number; name: string; definition: string }[]) {
    const list = /^CHECK \(\(\w+ = ANY \(ARRAY\[(.*)\]\)\)\)$/.exec(definition)?.[1];
    const column = relations.find((one) => one.oid === oid)?.columns.find((one) => one.name === name);
    if (!list || !column || column.base !== 'text') continue;
    const words = [...list.matchAll(/'((?:[^']|'')*)'::text/g)].map((match) => (match[1] ?? '').replaceAll("''", "'"));
    if (words.length > 0) column.words = words;
  }
}

/** Old versions and the rows as known have the shape of their table, though the catalogue no longer says so. */
function takeFromTables(relations: CatalogueRelation[]): void {
  const tables = new Map(relations.filter((one) => one.kind === 'table').map((one) => [one.name, one]));
  for (const one of relations) {
    const name = one.name.startsWith('known_') ? one.name.slice('known_'.length) : one.name.replace(/_history$/, '');
    const table = tables.get(name);
    if (!table || table === one) continue;
    for (const column of one.columns) {
      const original = table.columns.find((other) => other.name === column.name);
      if (!original) continue;
      column.required = original.required;
      column.words = original.words;
    }
  }
}

interface TracedColumn {
  name: string;
  table: number;
  position: number;
}

/** The columns of a view's outermost select that come unchanged from a column, read from its stored parse tree. */
export function traceTree(tree: string): TracedColumn[] {
  const matches: TracedColumn[] = [];
  let depth = 0;
  let inTargets = false;
  let entry = '';
  let started = -1;
  for (let at = 0; at < tree.length; at++) {
    const sign = tree[at];
    if (sign === '\\') at++;
    else if (sign === '{') {
      depth++;
      if (inTargets && depth === 2) started = at;
    } else if (sign === '}') {
      if (inTargets && depth === 2 && started >= 0) {
        entry = tree.slice(started, at + 1);
        started = -1;
        const name = / :resname (\S+)/.exec(entry)?.at(-1);
        const tail = /:resorigtbl (\d+) :resorigcol (\d+) :resjunk false\}$/.exec(entry);
        // The entry's own name stands last: names inside a nested query come before it.
        const own = [...entry.matchAll(/ :resname (\S+)/g)].at(-1)?.[1] ?? name;
        if (own && tail) matches.push({ name: own, table: Number(tail[1]), position: Number(tail[2]) });
      }
      depth--;
    } else if (depth === 1 && sign === ':') {
      const key = /^:(\w+)/.exec(tree.slice(at, at + 24))?.[1];
      if (key) inTargets = key === 'targetList';
    }
  }
  return matches;
}

/** A view's column may be empty as far as the catalogue knows; where it plainly is a table's column, we know better. */
async function traceViews(client: pg.ClientBase, relations: CatalogueRelation[]): Promise<void> {
  const { rows } = await client.query(`
    select r.ev_class::int as oid, r.ev_action::text as tree, pg_get_viewdef(r.ev_class) as definition,
      (select json_object_agg(a.attname, a.attnum) from pg_attribute a where a.attrelid = r.ev_class) as positions
    from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'v' and ${ours} order by r.ev_class`);
  const { rows: attributes } = await client.query(`
    select a.attrelid::int as oid, a.attnum as position, a.attname as name
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and a.attnum > 0`);
  const nameAt = new Map(attributes.map((row) => [`${row.oid}.${row.position}`, row.name as string]));
  const byOid = new Map(relations.map((one) => [one.oid, one]));
  // In the order of making, so that a view over a view finds the first one already known.
  for (const { oid, tree, definition } of rows as { oid: number; tree: string; definition: string }[]) {
    const view = byOid.get(oid);
    if (!view || view.name.startsWith('known_') || /\b(LEFT|RIGHT|FULL) JOIN\b|GROUPING SETS|ROLLUP/.test(definition))
      continue;
    for (const traced of traceTree(tree)) {
      const column = view.columns.find((one) => one.name === traced.name);
      const source = byOid
        .get(traced.table)
        ?.columns.find((one) => one.name === nameAt.get(`${traced.table}.${traced.position}`));
      if (!column || !source) continue;
      column.required ||= source.required;
      column.words ??= source.words;
    }
  }
}

export interface Described {
  name: string;
  definition: string;
}

export interface TableDetails {
  constraints: Described[];
  indexes: Described[];
  triggers: Described[];
  policies: Described[];
}

export async function readTableDetails(client: pg.ClientBase, oid: number): Promise<TableDetails> {
  const ask = async (text: string): Promise<Described[]> => (await client.query(text, [oid])).rows;
  return {
    constraints: await ask(`
      select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
      where conrelid = $1 and contype <> 'n' order by position(contype::text in 'puxcf'), conname collate "C"`),
    indexes: await ask(`
      select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
      from pg_index i join pg_class c on c.oid = i.indexrelid
      where i.indrelid = $1 and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = i.indrelid)
      order by c.relname collate "C"`),
    triggers: await ask(`
      select tgname as name, pg_get_triggerdef(oid) as definition from pg_trigger
      where tgrelid = $1 and not tgisinternal order by tgname collate "C"`),
    policies: await ask(`
      select p.polname as name,
        concat(case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
          ' to ', (select string_agg(case when r = 0 then 'public' else r::regrole::text end, ', ') from unnest(p.polroles) r),
          ' using (' || pg_get_expr(p.polqual, p.polrelid) || ')',
          ' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')') as definition
      from pg_policy p where p.polrelid = $1 order by p.polname collate "C"`),
  };
}

export async function readViewDefinition(client: pg.ClientBase, oid: number): Promise<string> {
  const { rows } = await client.query('select pg_get_viewdef($1::oid, true) as definition', [oid]);
  return rows[0].definition;
}

export async function readFunctions(client: pg.ClientBase): Promise<Described[]> {
  const { rows } = await client.query(`
    select p.oid::regprocedure::text as name, pg_get_functiondef(p.oid) as definition
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${ours} and p.prokind in ('f', 'p') and ${notOfExtension('p.oid')} order by p.oid::regprocedure::text collate "C"`);
  return rows;
}

export async function readExtensions(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query(`select extname as name from pg_extension where extname <> 'plpgsql' order by 1`);
  return rows.map((row) => row.name);
}
