-- What the register tells of a client: that one is a client, the name, the birthday and the home municipality, and by a mark whether two
-- records have one identity code. Of those whom one sees, and to an official of everybody in the register (457/2024 section 12): the rest of
-- the record, such as gender and languages, is read by whoever has to do with the client alone. Runs with its owner's rights, so it asks itself.
drop view if exists client_register cascade;
create view client_register with (security_barrier = true) as
select c.id, c.organiser_id, c.person_id, c.family_name, c.given_names, c.birth_on, c.municipality_code, c.identity_hash
from client_client c
where c.organiser_id = any((select app_organisers())::uuid[])
  and (c.id = (select app_client()) or (select app_wide()) or (select app_official()) or c.id = any((select app_clients())::uuid[])
    or c.id in (select unnest((select app_task_clients()))));
grant select on client_register to kykypolku_app;

-- The family names that they had before, by which a newcomer is found to have a record already.
drop view if exists client_former_name cascade;
create view client_former_name with (security_barrier = true) as
select distinct h.id as client_id, h.organiser_id, h.family_name
from client_client_history h
where h.organiser_id = any((select app_organisers())::uuid[])
  and (h.id = (select app_client()) or (select app_wide()) or (select app_official()) or h.id = any((select app_clients())::uuid[])
    or h.id in (select unnest((select app_task_clients()))));
grant select on client_former_name to kykypolku_app;
