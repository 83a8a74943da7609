-- Who may open whom: the one place. Read by the gate, by list filters and by row-level security alike.
-- The views run with their owner's rights, so that a policy can ask them without asking itself.
drop view if exists access cascade;
drop view if exists access_client cascade;
drop view if exists access_post cascade;

-- Relations to every client of an organiser, and what they are for.
create view access_post as
select p.worker_id, p.organiser_id, r.relation, r.purpose, p.during
from worker_post p
join (values
  ('social-worker', 'official_for', 'case'),
  ('social-worker', 'official_for', 'money'),
  ('finance', 'paymaster_for', 'money')
) r (role, relation, purpose) on r.role = p.role;

-- Relations to one client. Each goes on for 30 days after its end, to finish what was left open.
create view access_client as
-- the named worker of a client relationship
select r.worker_id, r.organiser_id, r.client_id, 'responsible_for'::text as relation,
  daterange(lower(r.during), upper(r.during) + 30) as during
from relationship_responsible r
union all
select m.worker_id, m.organiser_id, m.client_id, 'responsible_for', daterange(lower(m.during), upper(m.during) + 30)
from relationship_case_manager m
union all
-- workers of a role who stand in for one another in a service (job coaches)
select p.worker_id, r.organiser_id, r.client_id, 'coach_of',
  p.during * daterange(lower(r.during), upper(r.during) + 30)
from worker_post p
join worker_role_service s on s.role = p.role and s.stands_in
join relationship_relationship r on r.organiser_id = p.organiser_id and r.service = s.service
where p.during && daterange(lower(r.during), upper(r.during) + 30)
union all
-- those who receive referrals of a service, for a year
select p.worker_id, f.organiser_id, f.client_id, 'receiver_of',
  p.during * daterange(f.received_on, f.received_on + 365)
from worker_post p
join worker_role_service s on s.role = p.role
join referral_referral f on f.organiser_id = p.organiser_id and f.service = s.service
where p.during && daterange(f.received_on, f.received_on + 365)
union all
-- who leads the client's group
select l.worker_id, m.organiser_id, m.client_id, 'leader_of',
  l.during * daterange(lower(m.during), upper(m.during) + 30)
from worker_group_lead l
join placement_placement m on m.group_id = l.group_id
where l.during && daterange(lower(m.during), upper(m.during) + 30)
union all
-- instructors of the unit where the client takes part
select p.worker_id, m.organiser_id, m.client_id, 'instructor_of',
  p.during * daterange(lower(m.during), upper(m.during) + 30)
from worker_post p
join organiser_group g on g.unit_id = p.unit_id
join placement_placement m on m.group_id = g.id
where p.role in ('instructor', 'rehabilitative-instructor') and p.during && daterange(lower(m.during), upper(m.during) + 30);

create view access as
select worker_id, organiser_id, client_id, relation, during from access_client
union all
select p.worker_id, p.organiser_id, c.id, p.relation, p.during
from (select distinct worker_id, organiser_id, relation, during from access_post) p
join client_client c on c.organiser_id = p.organiser_id;

grant select on access, access_client, access_post to kykypolku_app;

-- Asked once a query: may this worker, for this purpose, see every client of the organisers at hand?
-- Counting is for every signed-in worker; what leaves the organiser is suppressed by the figures.
create or replace function app_wide() returns boolean stable parallel safe language sql as $$
  select app_worker() is not null and (
    app_purpose() = 'figures'
    or exists (select 1 from access_post p where p.worker_id = app_worker() and p.purpose = app_purpose()
      and p.organiser_id = any(app_organisers()) and p.during @> app_today()))
$$;
