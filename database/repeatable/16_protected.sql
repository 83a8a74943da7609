-- Whose address is protected, and when: by a protection on any record of the same person within the organiser, also on
-- one that this worker may not open. Runs with its owner's rights, so it tells nothing of where the protection stands.
-- It tells it of those whom one sees; an official of everybody in the register, but not what stands instead of the address.
drop view if exists client_protected cascade;
create view client_protected with (security_barrier = true) as
select p.organiser_id, p.client_id, case when p.related then p.contact_instead end as contact_instead, p.during, p.on_itself
from (
  select c.organiser_id, c.id as client_id, p.contact_instead, p.during, p.client_id = c.id as on_itself,
    c.id = (select app_client()) or (select app_wide()) or c.id = any((select app_clients())::uuid[]) or c.id in (select unnest((select app_task_clients())))
      or app_newcomer(c.id) as related
  from client_client c
  join client_client o on o.person_id = c.person_id and o.organiser_id = c.organiser_id
  join client_protection p on p.client_id = o.id
  where app_worker() is not null and c.organiser_id = any((select app_organisers())::uuid[])
) p
-- Whether one has anything to do with them is asked last: an official, who may know it of everybody, found all of a task's clients for it.
where (select app_official()) or p.related;
grant select on client_protected to kykypolku_app;

-- Of whom this worker may not learn where they live: whose address is protected today, whatever day or paper is asked of.
-- Officials of the organiser need it (661/2009 sections 36 and 37). The policies of addresses and of kept papers ask here, and so
-- does whoever reads a municipality or a relative's phone.
create or replace function app_hidden_places() returns uuid[] stable language plpgsql as $$
begin
  if app_official() then
    return '{}';
  end if;
  return array(select distinct client_id from client_protected where during @> (select app_today()));
end $$;

-- The same of the client of the act alone, so that nobody else's clients are found for it; and of any one client.
-- Measured: a client's page found all clients of the worker to tell of one whether the address is told, 4 of its 16 ms in the database.
create or replace function app_client_hidden() returns boolean stable language plpgsql as $$
begin
  return not app_official()
    and exists (select from client_protected p where p.client_id = app_client() and p.during @> (select app_today()));
end $$;
create or replace function app_place_hidden(client uuid) returns boolean stable language plpgsql as $$
begin
  return case when client = app_client() then app_client_hidden() else client = any(app_hidden_places()) end;
end $$;

-- Where those who stand by a client are reached: as secret as the protected address, which is often theirs too. The columns themselves
-- are nobody's to read (20_policies.sql); of whom one sees this tells them, unless the place is hidden. Runs with its owner's rights.
drop view if exists client_representative_reach cascade;
create view client_representative_reach with (security_barrier = true) as
select r.id, r.organiser_id, r.client_id, r.phone, r.street, r.postal_code, r.post_office, r.email
from client_representative r
where r.organiser_id = any((select app_organisers())::uuid[]) and (select app_plain())
  and (r.client_id = (select app_client()) or (select app_wide()) or r.client_id = any((select app_clients())::uuid[])
    or r.client_id in (select unnest((select app_task_clients()))))
  and case when r.client_id = (select app_client()) then not (select app_client_hidden())
    else r.client_id <> all((select app_hidden_places())::uuid[]) end;
grant select on client_representative_reach to kykypolku_app;
