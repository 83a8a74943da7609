-- How often an organiser keeps in touch has a room of its own: it is set before there is any client.
drop view if exists known_coaching_rhythm cascade;
alter table coaching_rhythm rename to rhythm_rhythm;
alter table coaching_rhythm_history rename to rhythm_rhythm_history;
do $$
declare
  old record;
begin
  for old in
    select conrelid::regclass as thing, conname as name from pg_constraint
    where conrelid in ('rhythm_rhythm'::regclass, 'rhythm_rhythm_history'::regclass) and conname like 'coaching\_rhythm\_%'
  loop
    execute format('alter table %s rename constraint %I to %I', old.thing, old.name, 'rhythm_rhythm' || substr(old.name, length('coaching_rhythm') + 1));
  end loop;
  -- An index of a constraint has its constraint's name already.
  for old in
    select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid in ('rhythm_rhythm'::regclass, 'rhythm_rhythm_history'::regclass) and c.relname like 'coaching\_rhythm\_%'
  loop
    execute format('alter index %I rename to %I', old.name, 'rhythm_rhythm' || substr(old.name, length('coaching_rhythm') + 1));
  end loop;
end $$;
