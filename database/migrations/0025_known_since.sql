-- A current row is known until it is changed: only its beginning says whether it was known at an instant.
do $$
declare
  thing text;
begin
  for thing in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname like '%\_history'
  loop
    thing := left(thing, -length('_history'));
    execute format('alter table %I add constraint %I check (upper_inf(recorded))', thing, thing || '_recorded_open');
  end loop;
end $$;

create or replace function platform.keep_history(thing regclass) returns void language plpgsql as $$
declare
  name text := thing::text;
begin
  execute format('alter table %I add column recorded tstzrange not null default tstzrange(app_now(), null)', name);
  execute format('alter table %I add constraint %I check (not isempty(recorded) and not lower_inf(recorded))', name, name || '_recorded_check');
  execute format('create table %I (like %I)', name || '_history', name);
  execute format('alter table %I add constraint %I check (upper_inf(recorded))', name, name || '_recorded_open');
  execute format('alter table %I add constraint %I check (not isempty(recorded) and not lower_inf(recorded) and not upper_inf(recorded))',
    name || '_history', name || '_history_recorded_check');
  execute format('create index on %I (id)', name || '_history');
  if exists (select 1 from pg_attribute where attrelid = thing and attname = 'client_id') then
    execute format('create index on %I (organiser_id, client_id)', name || '_history');
  end if;
  execute format('create trigger keep_version before update or delete on %I for each row execute function platform.keep_version()', name);
end $$;

-- How many holidays somebody has used of a year's is asked of few marks among many.
create index on attendance_mark (organiser_id, held_on) where kind = 'holiday';
