-- Who answers for a client, by every rule: the named worker, the leader of the client's group, the case manager.
-- A group's leader is never stored for a client: it holds on the days when placement, lead and rule all hold.
drop view if exists relationship_answering cascade;
drop view if exists placement_answering cascade;
create view placement_answering with (security_invoker = true) as
select s.organiser_id, s.client_id, s.relationship_id, r.service, s.worker_id, s.role, s.during
from relationship_responsible s
join relationship_relationship r on r.id = s.relationship_id
union all
select m.organiser_id, m.client_id, m.relationship_id, m.service, l.worker_id, 'group-leader', m.during * l.during * a.during
from placement_placement m
join worker_group_lead l on l.group_id = m.group_id and l.during && m.during
join relationship_allocation_rule a on a.organiser_id = m.organiser_id and a.service = m.service
  and a.rule = 'group-leader' and a.during && m.during * l.during
union all
select c.organiser_id, c.client_id, null, null, c.worker_id, 'case-manager', c.during
from relationship_case_manager c;
grant select on placement_answering to kykypolku_app;
