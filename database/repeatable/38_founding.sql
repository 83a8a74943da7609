-- Writes the services with their names and the provisions they rest on, as the law of this version of the program has them.
create or replace function services_write(services jsonb) returns void language plpgsql as $$
begin
  -- Out of the way: an earlier order may have the place of another.
  update organiser_service set place = place + 1000;
  insert into organiser_service (code, name_fi, name_sv, name_en, place)
    select s.code, s.fi, s.sv, s.en, s.place from jsonb_to_recordset(services) as s(code text, fi text, sv text, en text, place int)
    on conflict (code) do update set name_fi = excluded.name_fi, name_sv = excluded.name_sv, name_en = excluded.name_en, place = excluded.place;
  delete from organiser_service_basis;
  insert into organiser_service_basis (service, provision, during)
    select s.code, b.provision, b.during
    from jsonb_to_recordset(services) as s(code text, bases jsonb), jsonb_to_recordset(s.bases) as b(provision text, during daterange);
end $$;
revoke execute on function services_write(jsonb) from public;

-- Founds an organiser, and says which role serves which service; the services themselves are written at each migration.
-- Only an operator calls it; all that follows is set by the organiser's administrator.
drop function if exists organiser_found(text, text, text[], text[], date);
create or replace function worker_found_organiser(organiser_code text, organiser_kind text, names text[], municipality text[], from_on date)
  returns uuid language plpgsql as $$
declare
  founded uuid;
begin
  insert into worker_role_service (role, service, stands_in) values
    ('coach', 'job-coaching', true),
    ('coach', 'open-work', true),
    ('coach', 'supported-employment', true),
    ('instructor', 'day-activity', false),
    ('instructor', 'work-activity', false),
    ('rehabilitative-instructor', 'rehabilitative-work', false),
    ('social-worker', 'day-activity', false),
    ('social-worker', 'day-activity-severe', false),
    ('social-worker', 'employment-support-27d', false),
    ('social-worker', 'job-coaching', false),
    ('social-worker', 'open-work', false),
    ('social-worker', 'rehabilitative-work', false),
    ('social-worker', 'supported-employment', false),
    ('social-worker', 'work-activity', false),
    ('social-worker', 'work-activity-27e', false)
    on conflict do nothing;
  insert into organiser_municipality (code, name_fi, name_sv) values (municipality[1], municipality[2], municipality[3]) on conflict do nothing;
  insert into organiser_organiser (code, kind, name_fi, name_sv, name_en, register_from_on, during)
    values (organiser_code, organiser_kind, names[1], names[2], names[3], from_on, daterange(from_on, null)) returning id into founded;
  insert into organiser_area (organiser_id, municipality_code, during) values (founded, municipality[1], daterange(from_on, null));
  return founded;
end $$;
revoke execute on function worker_found_organiser(text, text, text[], text[], date) from public;

-- Says that tasks pass from one organiser to another on a day: all of them, or those of some services. Only an operator calls it.
create or replace function organiser_pass_on(predecessor uuid, successor uuid, from_on date, services text[])
  returns void language sql as $$
  insert into organiser_succession (predecessor_id, successor_id, from_on, services) values (predecessor, successor, from_on, services);
$$;
revoke execute on function organiser_pass_on(uuid, uuid, date, text[]) from public;

-- Takes such a saying back, while nobody is carried over by it: then the tasks never passed. Only an operator calls it.
create or replace function organiser_pass_on_not(predecessor uuid, successor uuid, on_day date) returns boolean language plpgsql as $$
begin
  delete from organiser_succession s where s.predecessor_id = predecessor and s.successor_id = successor and s.from_on = on_day;
  return found;
end $$;
revoke execute on function organiser_pass_on_not(uuid, uuid, date) from public;
