import { sql } from 'kysely';
import type { Database } from '../../src/server/database/pool.ts';

/** What stands in the tables that acts write, as one text; trail, gestures and tries are kept of refusals too. */
export async function standing(owner: Database): Promise<string> {
  const { rows } = await sql<{
    text: string;
  }>`select string_agg(c.relname || ' ' || (xpath('/row/n/text()', query_to_xml(
      format('select count(*) || coalesce(md5(string_agg(t::text, $x$ $x$ order by t::text)), $x$$x$) as n from %I t', c.relname), false, true, '')))[1]::text,
      E'\n' order by c.relname) as text
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and c.relname !~ '^(platform_(audit.*|gesture|attempt|session|challenge)|client_visit)$'`.execute(owner);
  return rows[0]?.text ?? '';
}

/** Says, as the operator does at the command line, that tasks of an organiser have passed on to another; answers the id of that. */
export async function addPassing(owner: Database, code: string): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`with other as (
      insert into organiser_organiser (code, kind, name_fi, name_sv, name_en, register_from_on, during)
      values ('alue', 'wellbeing-services-county', 'Alue', 'Området', 'County', '2021-06-01', '[2021-06-01,)') returning id)
    insert into organiser_succession (predecessor_id, successor_id, from_on, services)
    select o.id, other.id, '2021-06-10', '{day-activity}' from organiser_organiser o, other where o.code = ${code} returning id`.execute(
    owner,
  );
  return rows[0]?.id as string;
}
