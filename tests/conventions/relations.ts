/** Which tables SQL comes to, views and functions resolved by what they read: both pass by every order of names. */
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { standingOf } from './order-rules.ts';
import { isTest, type Module } from './source.ts';
import { isSql } from './sql-rules.ts';

/** Of each view the tables that it reads, by itself or through other views. */
export async function tablesOfViews(client: Pick<pg.ClientBase, 'query'>): Promise<Map<string, ReadonlySet<string>>> {
  const { rows } = await client.query<{ name: string; tables: string[] }>(`
    with recursive direct as (
      select distinct v.oid as view, t.oid as thing, t.relkind as kind
      from pg_rewrite r join pg_class v on v.oid = r.ev_class
      join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass
      join pg_class t on t.oid = d.refobjid and t.oid <> v.oid
      where v.relkind = 'v' and v.relnamespace = 'public'::regnamespace
    ), every as (
      select view, thing, kind from direct
      union select e.view, d.thing, d.kind from every e join direct d on d.view = e.thing and e.kind = 'v'
    )
    select v.relname::text as name, array_agg(distinct t.relname::text) as tables
    from every e join pg_class v on v.oid = e.view join pg_class t on t.oid = e.thing where e.kind = 'r' group by 1`);
  return new Map(rows.map(({ name, tables }) => [name, new Set(tables)]));
}

/** Views and functions of the database, with what each of them names or reads. */
export interface Readings {
  /** Of each view the tables and views that it reads itself. */
  readonly views: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of each function the tables, views and functions that its text names. */
  readonly functions: ReadonlyMap<string, ReadonlySet<string>>;
  /** Functions that row-level security stands on, and those of its file: who asks, and whom one may see. They stand beside the rooms. */
  readonly gate: ReadonlySet<string>;
}

const ofTheGate = (): string[] =>
  [...readFileSync('database/repeatable/10_access.sql', 'utf8').matchAll(/create or replace function (app_\w+)/g)].map(
    ([, name = '']) => name,
  );

/** What the views and functions of the live database read, a step at a time. */
export async function readingsOf(client: Pick<pg.ClientBase, 'query'>): Promise<Readings> {
  const views = await client.query<{ name: string; things: string[] }>(`
    select v.relname::text as name, array_agg(distinct t.relname::text) as things
    from pg_rewrite r join pg_class v on v.oid = r.ev_class
    join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass
    join pg_class t on t.oid = d.refobjid and t.oid <> v.oid
    where v.relkind = 'v' and v.relnamespace = 'public'::regnamespace group by 1`);
  const functions = await client.query<{ name: string; body: string }>(`
    select p.proname::text as name, string_agg(coalesce(pg_get_function_sqlbody(p.oid), p.prosrc), ' ') as body
    from pg_proc p where p.pronamespace in ('public'::regnamespace, 'platform'::regnamespace) and p.prokind = 'f'
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') group by 1`);
  const gate = await client.query<{ name: string }>(`
    select distinct p.proname::text as name from pg_depend d join pg_proc p on p.oid = d.refobjid
    where d.classid = 'pg_policy'::regclass and d.refclassid = 'pg_proc'::regclass`);
  const tables = await client.query<{ name: string }>(
    `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')`,
  );
  const known = new Set([...tables.rows, ...functions.rows].map(({ name }) => name));
  return {
    views: new Map(views.rows.map(({ name, things }) => [name, new Set(things)])),
    functions: new Map(functions.rows.map(({ name, body }) => [name, new Set(namesIn(body, known, name))])),
    gate: new Set([...gate.rows.map(({ name }) => name), ...ofTheGate()]),
  };
}

/** The known names in a text of SQL, without its comments. */
function namesIn(body: string, known: ReadonlySet<string>, own: string): string[] {
  const names = body.replaceAll(/--.*$/gm, '').match(/\b[a-z]+_[a-z_]+\b/g) ?? [];
  return names.filter((name) => known.has(name) && name !== own);
}

/** The first thing of a later room to which a view or function comes, by itself or through what bears no room's name. */
function laterThing(
  name: string,
  last: number,
  rooms: readonly string[],
  { views, functions, gate }: Readings,
  seen: Set<string> = new Set(),
): string | null {
  if (seen.has(name)) return null;
  seen.add(name);
  for (const thing of views.get(name) ?? functions.get(name) ?? []) {
    const place = placeOf(thing, rooms);
    if (place > last) return thing;
    // What bears an earlier room's name is judged by itself; what is of no room is followed.
    if (place >= 0 || gate.has(thing)) continue;
    const further = laterThing(thing, last, rooms, { views, functions, gate }, seen);
    if (further) return `${thing}, which reads ${further}`;
  }
  return null;
}

function placeOf(thing: string, rooms: readonly string[]): number {
  return rooms.indexOf(thing.replace(/^known_/, '').split('_')[0] ?? '');
}

/** Views and functions that bear a room's name read only that room and the ones before it. */
export function readingsInOrder(rooms: readonly string[], readings: Readings): string[] {
  return [...readings.views.keys(), ...readings.functions.keys()].flatMap((name) => {
    const own = placeOf(name, rooms);
    const later = own < 0 ? null : laterThing(name, own, rooms, readings);
    return later ? [`${name} reads ${later}: ${rooms[own]} comes before it`] : [];
  });
}

interface Named {
  readonly name: string;
  readonly line: number;
}

/** Relations that a module's SQL names: in its texts, and one by one where they are filled in or given to the builder. */
export function relationsNamed(module: Module): Named[] {
  const inTexts = module.said
    .filter(({ text }) => isSql(text))
    .flatMap(({ text, line }) =>
      [...text.matchAll(/(?:\b(?:from|join|into|update|only)\s+|,\s*)"?([a-z][a-z_]+)\b"?/gi)].map(([, name = '']) => ({
        name: name.toLowerCase(),
        line,
      })),
    );
  const input = module.calls
    .filter((call) => /(^|\.)(table|ref|id|selectFrom|\w*[jJ]oin|from)$/.test(call.name))
    .map(({ texts, line }) => ({ name: texts[0]?.split(/[.\s]/)[0] ?? '', line }));
  return [...inTexts, ...input];
}

const production = (modules: readonly Module[]): Module[] => modules.filter((module) => !isTest(module.path));

/**
 * A room's SQL comes to no table of a later room through a view of another name: of facts, of access. A view that bears a
 * room's name is judged by it, as a table is.
 */
export function viewsInOrder(
  modules: readonly Module[],
  rooms: readonly string[],
  views: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const place = (table: string): number => rooms.indexOf(table.split('_')[0] ?? '');
  return production(modules).flatMap((module) => {
    const room = standingOf(module.path)?.room;
    if (!room) return [];
    return relationsNamed(module).flatMap(({ name, line }) => {
      if (rooms.includes(name.split('_')[0] ?? '')) return [];
      const later = [...(views.get(name) ?? [])].find((table) => place(table) > rooms.indexOf(room));
      return later ? [`${module.path}:${line} reads ${name}, which reads ${later}: ${room} comes before it`] : [];
    });
  });
}

/** A room's SQL calls no function of a later room, and none of no room that reads one. */
export function functionsInOrder(modules: readonly Module[], rooms: readonly string[], readings: Readings): string[] {
  return production(modules).flatMap((module) => {
    const room = standingOf(module.path)?.room;
    if (!room) return [];
    const last = rooms.indexOf(room);
    return module.said.flatMap(({ text, line }) =>
      [...text.matchAll(/\b([a-z]+_[a-z_]+)\s*\(/g)].flatMap(([, name = '']) => {
        if (!readings.functions.has(name) || readings.gate.has(name)) return [];
        const place = placeOf(name, rooms);
        const later = place > last ? name : place < 0 ? laterThing(name, last, rooms, readings) : null;
        return later
          ? [`${module.path}:${line} calls ${name}, which is of, or reads, ${later}: ${room} comes first`]
          : [];
      }),
    );
  });
}

/** A room names no relation of a later room, in whatever piece of SQL, and by whatever name it is filled in. */
export function relationsInOrder(
  modules: readonly Module[],
  rooms: readonly string[],
  tables: ReadonlySet<string>,
): string[] {
  return production(modules).flatMap((module) => {
    const place = standingOf(module.path);
    if (!place?.room || !['reads', 'writes', 'acts'].includes(place.part)) return [];
    const last = rooms.indexOf(place.room);
    return module.said.flatMap(({ text, line }) =>
      relationsIn(text, tables)
        .filter((name) => placeOf(name, rooms) > last)
        .map((name) => `${module.path}:${line} names ${name}: ${place.room} comes before it`),
    );
  });
}

/** Functions that record, called from elsewhere than where a room records, by a statement or by the builder. */
export function writersCalled(modules: readonly Module[], writers: readonly string[]): string[] {
  const called = new RegExp(String.raw`\b(${[...writers, 'setval', 'nextval'].join('|')})\s*\(`);
  return production(modules)
    .filter(({ path }) => !/\/writes\.ts$/.test(path) && !/^src\/(server|commands)\//.test(path))
    .flatMap((module) => [
      ...module.said
        .filter(({ text }) => called.test(text))
        .map(({ text, line }) => `${module.path}:${line} calls ${called.exec(text)?.[1]}, which records`),
      ...module.calls
        .filter(({ name, texts }) => /(^|\.)fn$/.test(name) && called.test(`${texts[0]?.split('.').at(-1)}(`))
        .map(({ texts, line }) => `${module.path}:${line} calls ${texts[0]}, which records`),
    ]);
}

/**
 * Figures and exports read facts, what was known, and who the organisers are; never a table of a room. Whatever is written
 * there, in a statement, a piece of one, or a name by itself, names no other relation.
 */
export function factsOnlyIn(modules: readonly Module[], tables: ReadonlySet<string>): string[] {
  return production(modules)
    .filter(({ path }) => /^src\/(figures|exchange)\//.test(path))
    .flatMap((module) =>
      module.said.flatMap(({ text, line }) =>
        relationsIn(text, tables)
          .filter((name) => !/^(fact|known|earliest|organiser)_/.test(name))
          .map(
            (name) =>
              `${module.path}:${line} reads ${name}: a figure reads facts as they were known, through fact_ and known_`,
          ),
      ),
    );
}

/** Relations that a text names, by whatever it does with them; one of a single word only where it is read. */
function relationsIn(text: string, tables: ReadonlySet<string>): string[] {
  const words = text.match(/[a-z]+(?:_[a-z]+)+/g) ?? [];
  const read = [...text.matchAll(/\b(?:from|join|table)\s+([a-z]+)\b/gi)].map(([, name = '']) => name);
  return [...words, ...read].filter((name) => tables.has(name));
}
