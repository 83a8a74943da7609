-- An organiser's rates have a room of their own, so that the agreement may tell them before any day is marked.
drop view if exists known_compensation_rate cascade;
alter table compensation_rate rename to rate_rate;
alter table compensation_rate_history rename to rate_rate_history;
do $$
declare
  old record;
begin
  for old in
    select conrelid::regclass as thing, conname as name from pg_constraint
    where conrelid in ('rate_rate'::regclass, 'rate_rate_history'::regclass) and conname like 'compensation\_rate\_%'
  loop
    execute format('alter table %s rename constraint %I to %I', old.thing, old.name, 'rate_rate' || substr(old.name, length('compensation_rate') + 1));
  end loop;
  -- An index of a constraint has its constraint's name already.
  for old in
    select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid in ('rate_rate'::regclass, 'rate_rate_history'::regclass) and c.relname like 'compensation\_rate\_%'
  loop
    execute format('alter index %I rename to %I', old.name, 'rate_rate' || substr(old.name, length('compensation_rate') + 1));
  end loop;
end $$;
