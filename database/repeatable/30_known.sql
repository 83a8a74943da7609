-- known_<table>: the rows as they were known at app.known_at; the current rows where it is not set. One definition for both.
-- A current row is known from its beginning on (its check says so); asked in that way the planner expects a third of the rows
-- to be known, not one in two hundred.
do $$
declare
  thing text;
  columns text;
begin
  for thing in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname like '%\_history'
  loop
    thing := left(thing, -length('_history'));
    select string_agg(quote_ident(attname), ', ' order by attnum) into columns
      from pg_attribute where attrelid = thing::regclass and attnum > 0 and not attisdropped
        -- What only views of the owner tell (20_policies.sql).
        and has_column_privilege('kykypolku_app', attrelid, attnum, 'select');
    execute format('drop view if exists known_%s cascade', thing);
    execute format($v$create view known_%1$s with (security_invoker = true) as
      select %2$s from %1$s where (select app_known_at()) is null or lower(recorded) <= (select app_known_at())
      union all
      select %2$s from %1$s_history where (select app_known_at()) is not null and recorded @> (select app_known_at())$v$, thing, columns);
    execute format('grant select on known_%s to kykypolku_app', thing);
  end loop;
end $$;

-- Ledger lines are never changed; they are known from the instant when they were written.
drop view if exists known_compensation_line cascade;
create view known_compensation_line with (security_invoker = true) as
select * from compensation_line where (select app_known_at()) is null or written_at <= (select app_known_at());
grant select on known_compensation_line to kykypolku_app;

-- earliest_<table>: what is told of a thing by its name, as it was known at app.known_at, or as it was first known after:
-- a fact known then is counted, also where the name of its group or worker was recorded later.
do $$
declare
  thing text;
  columns text;
begin
  foreach thing in array array['organiser_group', 'organiser_offering', 'organiser_provider', 'worker_worker']
  loop
    select string_agg(quote_ident(attname), ', ' order by attnum) into columns
      from pg_attribute where attrelid = thing::regclass and attnum > 0 and not attisdropped;
    execute format('drop view if exists earliest_%s cascade', thing);
    execute format($v$create view earliest_%1$s with (security_invoker = true) as
      select distinct on (id) %2$s from (
        select %2$s from %1$s
        union all
        select %2$s from %1$s_history where upper(recorded) > (select app_known_at())
      ) version order by id, lower(recorded)$v$, thing, columns);
    execute format('grant select on earliest_%s to kykypolku_app', thing);
  end loop;
end $$;
