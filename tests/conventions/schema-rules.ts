/**
 * The conventions of the schema as questions to the live catalogue, each with a wrong that it must find.
 * Tables are told apart by what they have, never by a list of names, so there are no exceptions to keep.
 */

/** The role that the application signs in as; a question names it as `$role`, and the rooms in order as `$rooms`. */
export interface Convention {
  readonly says: string;
  /** Answers what is wrong, a row each. */
  readonly question: string;
  /** Statements after which there is something wrong. */
  readonly wrong: string;
}

/** Tables of the product: with persons (client_id, or referred to by it), with an id of their own, old versions, append-only. */
export const tables = `(
  select c.oid, c.relname as name, c.relrowsecurity as secured,
    c.relname like '%\\_history' as is_history,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped)
      or regexp_replace(c.relname, '_history$', '') in (
        select f.confrelid::regclass::text from pg_constraint f
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
        where f.contype = 'f' and a.attname = 'client_id') as has_persons,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'id' and not a.attisdropped) as has_id,
    exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'append_only') as append_only,
    exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'keep_version') as keeps_versions
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
)`;

const columns = `(
  select t.oid, t.name as table_name, t.is_history, a.attname as name, format_type(a.atttypid, null) as type
  from ${tables} t
  join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
)`;

const checks = (what: string): string => `exists (
  select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.convalidated
    and pg_get_constraintdef(k.oid) ~* ('not ${what}\\(' || name || '\\)'))`;

const columnsOf = (oid: string): string => `(
  select array_agg(attname || format_type(atttypid, atttypmod) order by attnum) from pg_attribute
  where attrelid = ${oid} and attnum > 0 and not attisdropped)`;

const hasDuring = (oid: string): string => `exists (
  select from pg_attribute a where a.attrelid = ${oid} and a.attname = 'during' and not a.attisdropped)`;

const hasDay = (oid: string): string => `exists (
  select from pg_attribute a where a.attrelid = ${oid} and a.attname like '%\\_on' and not a.attisdropped)`;

/** A document has days for which it holds, and says when it was made and by whom: it is spoken of from then on for ever. */
const isDocument = (oid: string): string => `(${hasDuring(oid)} and exists (
  select from pg_attribute a join pg_attribute b on b.attrelid = a.attrelid and b.attname = regexp_replace(a.attname, '_on$', '_by_id')
  where a.attrelid = ${oid} and a.attname like '%\\_on' and a.attnotnull and not a.attisdropped and not b.attisdropped))`;

const room = (table: string): string => `array_position($rooms, split_part(${table}, '_', 1))`;

const person = 'id uuid primary key, organiser_id uuid not null, client_id uuid not null';

export const conventions: Readonly<Record<string, readonly Convention[]>> = {
  names: [
    {
      says: 'a table is named by its room, or by platform or description, which stand beside the rooms',
      question: `select name from ${tables} t where ${room('name')} is null
        and split_part(name, '_', 1) not in ('platform', 'description')`,
      wrong: 'create table other_thing (id int primary key)',
    },
    {
      says: 'a table has the name of one of its rows: room_thing, in the singular',
      question: `select name from ${tables} t
        where regexp_replace(name, '_history$', '') ~ '[^sui]s$' or name !~ '^[a-z]+(_[a-z]+)+$'`,
      wrong: 'create table plan_goals (id int primary key)',
    },
    {
      says: 'a column ending in _on is a day, and a day so ends',
      question: `select table_name || '.' || name from ${columns} c where (name like '%\\_on') <> (type = 'date')`,
      wrong: 'alter table plan_plan add finished date',
    },
    {
      says: 'a column ending in _at is an instant or a time of day, and an instant so ends',
      question: `select table_name || '.' || name from ${columns} c
        where type = 'timestamp without time zone' or (type = 'timestamp with time zone' and name not like '%\\_at')
        or (name like '%\\_at' and type not in ('timestamp with time zone', 'time without time zone'))`,
      wrong: 'alter table plan_plan add finished_at date',
    },
    {
      says: 'money is whole cents, and so named',
      question: `select table_name || '.' || name from ${columns} c
        where (name like '%\\_cents' and type not in ('integer', 'bigint'))
        or type in ('money', 'real', 'double precision')
        or (name ~ '(amount|price|euro|fee)' and name not like '%\\_cents' and type in ('integer', 'bigint', 'numeric'))`,
      wrong: 'alter table plan_plan add amount numeric',
    },
    {
      // Of a day that a key asks for as a range the table makes one itself: held of held_on, last_day of ended_on.
      says: 'a range of days is called during, or is made by the table of a day, and a range of instants is called recorded',
      question: `select table_name || '.' || name from ${columns} c
        where (name = 'recorded') <> (type = 'tstzrange') or (name = 'during' and type <> 'daterange')
          or (type = 'daterange' and name <> 'during' and not exists (select from pg_attribute m
            where m.attrelid = to_regclass(regexp_replace(c.table_name, '_history$', '')) and m.attname = c.name and m.attgenerated = 's'))`,
      wrong: 'alter table plan_plan add valid daterange',
    },
  ],
  ranges: [
    {
      // Old versions come only through the trigger, from rows that were checked.
      says: 'during and recorded are never empty and always begin',
      question: `select table_name || '.' || name from ${columns} c
        where (name = 'recorded' or (name = 'during' and not is_history))
        and not (${checks('isempty')} and ${checks('lower_inf')})`,
      wrong: 'alter table plan_goal add during daterange',
    },
    {
      says: 'what an old version was known for has an end',
      question: `select table_name from ${columns} c where is_history and name = 'recorded' and not ${checks('upper_inf')}`,
      wrong: 'create table plan_goal2_history (recorded tstzrange)',
    },
  ],
  keys: [
    {
      // A period's key is led by the columns before the period.
      says: 'every foreign key is indexed, so that a join or a delete reads no whole table',
      question: `select f.conrelid::regclass || ' ' || pg_get_constraintdef(f.oid)
        from pg_constraint f
        cross join lateral (select f.conkey[1:cardinality(f.conkey) - f.conperiod::int] as keys) k
        where f.contype = 'f' and f.connamespace = 'public'::regnamespace and not exists (
          select from pg_index i
          cross join lateral (select (i.indkey::int2[])[0:cardinality(keys) - 1] as first_keys) l
          where i.indrelid = f.conrelid and i.indpred is null and i.indisvalid and first_keys @> keys and keys @> first_keys)`,
      wrong: 'alter table plan_goal add other_id uuid references plan_plan',
    },
    {
      // platform.hold_within makes both; the act that is refused names the days to who asked.
      says: 'a key of a period says which days stand in the way of shortening what they lie within',
      question: `select f.conrelid::regclass || ' ' || f.conname from pg_constraint f
        where f.contype = 'f' and f.conperiod and f.connamespace = 'public'::regnamespace
          and not exists (select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
            where t.tgrelid = f.confrelid and t.tgname = f.conname and p.proname = 'tell_what_stands')`,
      wrong: `alter table plan_goal add relationship_id uuid, add during daterange;
        alter table plan_goal add constraint goal_within foreign key (relationship_id, period during)
          references relationship_relationship (id, period during)`,
    },
    {
      // Told apart by what they have: whose row it is says organiser_id; what is only ever added to, or speaks of a content
      // by its fingerprint, cannot follow what it speaks of; a document outlives what it names, and is named when it is over.
      says: 'what points to a dated row holds its own days, or day, within it by a key of the period',
      question: `select f.conrelid::regclass || ' ' || f.conname from pg_constraint f
        join ${tables} t on t.oid = f.conrelid
        join pg_attribute r on r.attrelid = f.conrelid and r.attnum = f.conkey[1]
        where f.contype = 'f' and not f.conperiod and ${hasDuring('f.confrelid')}
          and (${hasDuring('f.conrelid')} or ${hasDay('f.conrelid')})
          and r.attname <> 'organiser_id' and not t.append_only
          and not exists (select from pg_attribute a where a.attrelid = f.conrelid and a.attname = 'content_hash' and not a.attisdropped)
          and not ${isDocument('f.conrelid')} and not ${isDocument('f.confrelid')}
          and not exists (select from pg_constraint p where p.contype = 'f' and p.conperiod and p.conrelid = f.conrelid
            and p.confrelid = f.confrelid and p.conkey[1] = f.conkey[1])`,
      wrong: 'alter table plan_goal add placement_id uuid references placement_placement',
    },
    {
      says: 'a table refers only to rooms at or above its own: facts flow down',
      question: `select conrelid::regclass || ' refers to ' || confrelid::regclass from pg_constraint
        where contype = 'f' and ${room('confrelid::regclass::text')} > ${room('conrelid::regclass::text')}`,
      wrong: 'alter table client_client add exit_id uuid references exit_exit',
    },
    {
      says: 'every table has a primary key, but the old versions, which repeat it',
      question: `select name from ${tables} t where not is_history
        and not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')`,
      wrong: 'create table plan_thing (id int)',
    },
  ],
  persons: [
    {
      says: 'persons stand only in tables with row-level security and a policy of who sees them, old versions too',
      question: `select name from ${tables} t where has_persons and not (secured
        and exists (select from pg_policy p where p.polrelid = t.oid and p.polcmd in ('r', '*')))`,
      wrong: `create table plan_thing (${person})`,
    },
    {
      // By itself it is proven anew for each row: of 777 rows of the trail that took 13 ms.
      says: 'a policy asks who asks once a statement, by a select of its own',
      question: `select tablename || '.' || policyname from pg_policies
        where concat(qual, ' ', with_check) ~ '(?<!SELECT )(?<!unnest\\()\\mapp_[a-z_]+\\(\\)'`,
      wrong: 'create policy own on plan_goal as restrictive using (app_worker() is not null)',
    },
    {
      // To tell how many rows come, the planner finds and reads the list for each table of a statement: 25 ms each of 20,000 clients.
      says: 'a list of clients or places is unnested by a select of its own, which the planner does not ask',
      question: `select tablename || '.' || policyname from pg_policies where concat(qual, ' ', with_check) ~ 'unnest\\(app_'
        union all select c.relname from pg_class c where c.relkind = 'v' and c.relnamespace = 'public'::regnamespace and pg_get_viewdef(c.oid) ~ 'unnest\\(app_'`,
      wrong: 'create policy own on plan_goal as restrictive using (client_id in (select unnest(app_task_clients())))',
    },
    {
      says: 'persons stand beside their organiser, which the policy asks first',
      question: `select name from ${tables} t where has_persons and not exists (
        select from pg_attribute a where a.attrelid = t.oid and a.attname = 'organiser_id' and a.attnotnull)`,
      wrong: 'alter table plan_goal alter organiser_id drop not null',
    },
    {
      // A fact has an id of its own; a row without one is a worker's bookmark, which no figure and no letter reads.
      says: 'a fact about a person keeps its old versions, unless nothing may ever change it',
      question: `select name from ${tables} t
        where has_persons and has_id and not is_history and not keeps_versions and not append_only`,
      wrong: `create table plan_thing (${person})`,
    },
  ],
  'old versions': [
    {
      says: 'have the columns of their table, and a view that knows both',
      question: `select name from ${tables} t where keeps_versions and (to_regclass('known_' || name) is null
        or ${columnsOf('t.oid')} is distinct from ${columnsOf(`to_regclass(t.name || '_history')`)})`,
      wrong: 'alter table plan_goal add more text',
    },
    {
      says: 'belong to a table that keeps them',
      question: `select name from ${tables} t where is_history and not exists (
        select from ${tables} current where current.keeps_versions and current.name || '_history' = t.name)`,
      wrong: 'drop trigger keep_version on plan_goal',
    },
    {
      says: 'are kept by a rule of their table, as it is written out for it',
      question: `select name from ${tables} t where keeps_versions and not exists (select from pg_trigger g
        where g.tgrelid = t.oid and g.tgname = 'keep_version' and g.tgfoid = to_regproc('platform.keep_version_' || t.name))`,
      wrong:
        'create or replace trigger keep_version before update or delete on plan_goal for each row execute function platform.keep_version()',
    },
    {
      says: 'are read under the rights of who reads',
      question: `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
        and relname like 'known\\_%' and not coalesce('security_invoker=true' = any(reloptions), false)`,
      wrong: 'create view known_thing as select 1 as one',
    },
  ],
  'the application': [
    {
      says: 'does not pass row-level security by, and makes no roles or databases',
      question: `select rolname from pg_roles where rolname = $role
        and (rolbypassrls or rolsuper or rolcreaterole or rolcreatedb or rolreplication)`,
      wrong: '',
    },
    {
      says: 'owns nothing, and is no member of the role that owns the tables',
      question: `select relname from pg_class where relowner = to_regrole($role)
        union all select proname from pg_proc where proowner = to_regrole($role)
        union all select nspname from pg_namespace where nspowner = to_regrole($role)
        union all select distinct 'a member of ' || pg_get_userbyid(relowner) from pg_class
          where relnamespace = 'public'::regnamespace and pg_has_role($role, relowner, 'member')`,
      wrong: '',
    },
    {
      says: 'cannot change old versions, nor what is only ever added to',
      question: `select name from ${tables} t
        where (is_history and has_table_privilege($role, oid, 'insert, update, delete, truncate'))
        or (append_only and has_table_privilege($role, oid, 'update, delete, truncate'))`,
      wrong: 'grant update on plan_plan_history to public',
    },
    {
      says: 'makes no tables',
      question: `select nspname from pg_namespace where nspname in ('public', 'platform')
        and has_schema_privilege($role, oid, 'create')`,
      wrong: 'grant create on schema platform to public',
    },
  ],
};
