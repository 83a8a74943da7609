-- known_<table>: the rows as they were known at app.known_at; the current rows where it is not set. One definition for both.
do $$
declare
  thing text;
  columns text;
begin
  for thing in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname like '%\_history'
  loop
    thing := left(thing, -length('_history'));
    select string_agg(quote_ident(attname), ', ' order by attnum) into columns
      from pg_attribute where attrelid = thing::regclass and attnum > 0 and not attisdropped;
    execute format('drop view if exists known_%s cascade', thing);
    execute format($v$create view known_%1$s with (security_invoker = true) as
      select %2$s from %1$s where (select app_known_at()) is null or recorded @> (select app_known_at())
      union all
      select %2$s from %1$s_history where (select app_known_at()) is not null and recorded @> (select app_known_at())$v$, thing, columns);
    execute format('grant select on known_%s to kykypolku_app', thing);
  end loop;
end $$;
