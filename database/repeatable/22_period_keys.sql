-- Every key of a period says which days stand in the way of shortening what they lie within, not only that some do. A key that a
-- migration makes by platform.hold_within does so from its beginning.
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
