-- Which places of groups and workplaces are taken, and when, without by whom: whoever places a client must know whether
-- there is room, also where the others are not one's own clients. Runs with its owner's rights, so it holds no person.
drop view if exists placement_taken cascade;
create view placement_taken as
select organiser_id, service, group_id, workplace_id, during
from placement_placement
where app_worker() is not null and organiser_id = any((select app_organisers())::uuid[]);
grant select on placement_taken to kykypolku_app;
