-- Every key of a period says which days stand in the way of shortening what they lie within, not only that some do. A key that a
-- migration makes by platform.hold_within does so from its beginning.
create or replace function platform.tell_what_stands() returns trigger
  security definer set search_path = public, platform, pg_temp language plpgsql as $$
declare
  child constant text := tg_argv[0];
  reference constant text := tg_argv[1];
  period constant text := tg_argv[2];
  standing jsonb;
begin
  -- What lay within the days before lies within more of them.
  if tg_op = 'UPDATE' and new.during @> old.during then
    return new;
  end if;
  execute format('select jsonb_agg(jsonb_build_array(lower(d.days), upper(d.days)) order by lower(d.days), upper(d.days))
      from (select distinct %2$I as days from %1$I where %3$I = $1 and not %2$I <@ $2) d', child, period, reference)
    into standing using old.id, case when tg_op = 'DELETE' then 'empty'::daterange else new.during end;
  if standing is not null then
    raise exception '% stands on %', child, tg_table_name
      using errcode = 'foreign_key_violation', table = child, constraint = tg_argv[3], detail = standing::text;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

do $$
declare
  held record;
begin
  for held in
    select f.conname as name, f.conrelid::regclass as child, f.confrelid::regclass as parent, r.attname as reference, d.attname as period
    from pg_constraint f
    join pg_attribute r on r.attrelid = f.conrelid and r.attnum = f.conkey[1]
    join pg_attribute d on d.attrelid = f.conrelid and d.attnum = f.conkey[2]
    where f.contype = 'f' and f.conperiod and f.connamespace = 'public'::regnamespace
      and not exists (select from pg_trigger t where t.tgrelid = f.confrelid and t.tgname = f.conname)
  loop
    execute format('create trigger %I before update of during or delete on %s for each row execute function platform.tell_what_stands(%L, %L, %L, %L)',
      held.name, held.parent, held.child, held.reference, held.period, held.name);
  end loop;
end $$;
