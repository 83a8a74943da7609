-- A row that a transaction wrote over unchanged bears its mark, and was taken for one that it had written itself: what it then changed or
-- took away kept no version of what everybody had known. A row is the transaction's own where it was recorded in it too.
create or replace function platform.keep_version() returns trigger
  security definer set search_path = public, platform, pg_temp language plpgsql as $$
declare
  known_from timestamptz := lower(old.recorded);
  instant timestamptz := greatest(app_now(), known_from + interval '1 microsecond');
  own boolean := false;
begin
  if tg_op = 'UPDATE' and to_jsonb(old) - 'recorded' - coalesce(tg_argv::text[], '{}')
      = to_jsonb(new) - 'recorded' - coalesce(tg_argv::text[], '{}') then
    new.recorded := old.recorded;
    return new;
  end if;
  if known_from >= app_now() then
    execute format('select xmin = pg_current_xact_id()::xid from %I.%I where id = $1', tg_table_schema, tg_table_name) into own using old.id;
  end if;
  if own then
    if tg_op = 'DELETE' then
      return old;
    end if;
    new.recorded := old.recorded;
    return new;
  end if;
  old.recorded := tstzrange(known_from, instant);
  execute format('insert into %I.%I select ($1).*', tg_table_schema, tg_table_name || '_history') using old;
  if tg_op = 'DELETE' then
    return old;
  end if;
  new.recorded := tstzrange(instant, null);
  return new;
end $$;
