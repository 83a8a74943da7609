/** Which tables a module's SQL comes to, views resolved by what they read: a view passes by every order of names. */
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

/** Figures and exports read facts, what was known, and who the organisers are; never a table of a room. */
export function factsOnlyIn(modules: readonly Module[], tables: ReadonlySet<string>): string[] {
  return production(modules)
    .filter(({ path }) => /^src\/(figures|exchange)\//.test(path))
    .flatMap((module) =>
      relationsNamed(module)
        .filter(({ name }) => tables.has(name) && !/^(fact|known|earliest|organiser)_/.test(name))
        .map(
          ({ name, line }) =>
            `${module.path}:${line} reads ${name}: a figure reads facts as they were known, through fact_ and known_`,
        ),
    );
}
