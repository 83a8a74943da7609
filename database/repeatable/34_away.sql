-- The days on which a client's plan of rehabilitative work is interrupted (189/2001 section 5). Whoever marks, coaches or pays needs them,
-- and nothing of why. The owner's own connections ask it of everybody.
-- A view, so that whom one may see is asked once for all of them: asked of each client by itself, a list of a county's clients took a second
-- for each thousand. Of whom one sees, and whoever instructs in another service learns nothing of it. Runs with its owner's rights.
drop function if exists plan_rests(uuid) cascade;
drop view if exists plan_rest cascade;
create view plan_rest with (security_barrier = true) as
select i.organiser_id, i.client_id, i.during
from plan_interruption i
where not row_security_active('plan_interruption') or i.organiser_id = any((select app_organisers())::uuid[])
  and (i.client_id = (select app_client()) or (select app_wide()) or i.client_id = any((select app_clients())::uuid[])
    or i.client_id in (select unnest((select app_task_clients()))))
  and (i.client_id = (select app_open()) or i.client_id <> all((select app_narrow())::uuid[])
    or 'rehabilitative-work' = any((select app_narrow_services())::text[]));
grant select on plan_rest to kykypolku_app;

-- The days on which a client is away from a service that goes on: on a break that was agreed on, or while the plan rests. Where they
-- are of one service alone it says of which, so that who asks for a service does not look for those of another.
drop view if exists relationship_away cascade;
create view relationship_away with (security_invoker = true) as
select organiser_id, client_id, relationship_id, during, null::text as of_service from relationship_pause
union all
select r.organiser_id, r.client_id, r.id, r.during * d.during, 'rehabilitative-work'
from relationship_relationship r
cross join lateral (select unnest(range_agg(i.during)) as during from plan_rest i where i.client_id = r.client_id) d
where r.service = 'rehabilitative-work' and r.during && d.during;
grant select on relationship_away to kykypolku_app;
