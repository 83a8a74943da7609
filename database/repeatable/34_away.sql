-- The days on which a client's plan of rehabilitative work is interrupted (189/2001 section 5). Whoever marks, coaches or pays needs them,
-- and nothing of why. The owner's own connections ask it of everybody.
create or replace function plan_rests(of_client uuid) returns datemultirange
  stable security definer set search_path = public, pg_temp language sql as $$
  select coalesce(range_agg(i.during), '{}') from plan_interruption i
  where i.client_id = of_client and (session_user = current_user
    or i.organiser_id = any((select app_organisers())::uuid[]) and (select app_sees_service(of_client, 'rehabilitative-work')));
$$;

-- The days on which a client is away from a service that goes on: on a break that was agreed on, or while the plan rests.
drop view if exists relationship_away cascade;
create view relationship_away with (security_invoker = true) as
select organiser_id, client_id, relationship_id, during from relationship_pause
union all
select r.organiser_id, r.client_id, r.id, r.during * d.during
from relationship_relationship r
cross join lateral (select unnest(plan_rests(r.client_id)) as during) d
where r.service = 'rehabilitative-work' and r.during && d.during;
grant select on relationship_away to kykypolku_app;
