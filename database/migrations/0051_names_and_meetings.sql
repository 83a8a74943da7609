-- Names of workers and providers as they were known then: a figure asked as known at an instant tells no later name.
do $$
declare
  thing text;
begin
  foreach thing in array array['worker_worker', 'organiser_provider']
  loop
    perform platform.keep_history(thing::regclass);
    -- What is there has its name from the beginning, as far as anybody knows.
    execute format('alter table %I disable trigger keep_version', thing);
    execute format($u$update %I set recorded = tstzrange('2000-01-01 00:00+02', null)$u$, thing);
    execute format('alter table %I enable trigger keep_version', thing);
  end loop;
end $$;

-- A group meeting is one, however many took part and whoever held it with whom.
alter table coaching_contact add column meeting_id uuid;
alter table coaching_contact add constraint coaching_contact_meeting check (meeting_id is null or kind = 'group-meeting');
alter table coaching_contact_history add column meeting_id uuid;
