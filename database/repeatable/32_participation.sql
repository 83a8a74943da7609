-- Days of participation in rehabilitative work, as the pure rules of the room have them (`src/casework/participation/rules.ts`), as known
-- at app.known_at: present, for the hours of the law.
drop view if exists participation_day, participation_benefit, participation_payer, participation_organiser_pays, participation_payer_change, participation_paid_day cascade;

create view participation_day with (security_invoker = true) as
select k.organiser_id, k.client_id, k.placement_id, k.id as mark_id, k.held_on
from known_placement_placement p
join known_attendance_mark k on k.placement_id = p.id and k.organiser_id = p.organiser_id
where p.service = 'rehabilitative-work' and k.kind = 'present'
  -- Asked of each mark and not joined: by the join the planner expected one mark, and looked through all placements for each.
  and (p.hours_a_day is null or p.hours_a_day >= (select l.least_hours from participation_day_length l where l.during @> k.held_on));

-- The benefits by which it is told who pays for a client's days of participation. Nobody reads them here: what is told of them is who pays
-- and not by which benefit, so that finance learns no more than it must: hence the owner's rights, with the same conditions as the policies
-- of benefits have, but for the purpose of money.
create view participation_benefit with (security_barrier = true) as
select b.organiser_id, b.client_id, b.benefit, b.main, b.during
from (
  select organiser_id, client_id, benefit, main, during from client_benefit
  where (select app_known_at()) is null or lower(recorded) <= (select app_known_at())
  union all
  select organiser_id, client_id, benefit, main, during from client_benefit_history
  where (select app_known_at()) is not null and recorded @> (select app_known_at())
) b
where not row_security_active('client_benefit')
  or b.organiser_id = any((select app_organisers())::uuid[])
    and (b.client_id = (select app_client()) or (select app_wide()) or b.client_id = any((select app_clients())::uuid[])
      or b.client_id in (select unnest((select app_task_clients()))))
    and (b.client_id = (select app_whole_client()) or b.client_id <> all((select app_narrow())::uuid[]));
revoke all on participation_benefit from kykypolku_app;

-- Who pays for a client's days of participation: the payer of the unemployment benefit, before everybody else; the organiser where
-- the client lives on social assistance; nobody where neither is so. Days that are in no row have no benefit recorded, and are a
-- question.
create view participation_payer with (security_barrier = true) as
select d.organiser_id, d.client_id, p.payer, p.during
from (
  select b.organiser_id, b.client_id,
    coalesce(range_agg(b.during) filter (where b.benefit = 'earnings-related-allowance'), '{}') as fund,
    coalesce(range_agg(b.during) filter (where b.benefit in ('labour-market-subsidy', 'basic-allowance')), '{}') as kela,
    coalesce(range_agg(b.during) filter (where b.benefit = 'social-assistance'), '{}') as assistance,
    coalesce(range_agg(b.during) filter (where b.main), '{}') as known
  from participation_benefit b
  group by b.organiser_id, b.client_id
) d
cross join lateral (
  select 'fund'::text as payer, unnest(d.fund) as during
  union all select 'kela', unnest(d.kela - d.fund)
  union all select 'organiser', unnest(d.assistance - d.kela - d.fund)
  union all select 'nobody', unnest(d.known - d.assistance - d.kela - d.fund)
) p;

-- The same of the organiser alone, who pays for few: only of whoever has lived on social assistance the benefits are put together. A test
-- holds the two together.
create view participation_organiser_pays with (security_barrier = true) as
select d.organiser_id, d.client_id, unnest(d.assistance - d.before) as during
from (
  select b.organiser_id, b.client_id, range_agg(b.during) filter (where b.benefit = 'social-assistance') as assistance,
    coalesce(range_agg(b.during) filter (where b.benefit <> 'social-assistance'), '{}') as before
  from participation_benefit b
  where b.benefit in ('earnings-related-allowance', 'labour-market-subsidy', 'basic-allowance', 'social-assistance')
    and b.client_id in (select a.client_id from participation_benefit a where a.benefit = 'social-assistance')
  group by b.organiser_id, b.client_id
) d
where d.assistance is not null;

-- Days of participation with who pays for each; unknown where nobody is known to.
create view participation_paid_day with (security_invoker = true) as
select d.organiser_id, d.client_id, d.placement_id, d.mark_id, d.held_on, coalesce(b.payer, 'unknown') as payer
from participation_day d
-- Looked up once a client: the planner expects few days, and would put the payers of everybody together for each of them.
left join lateral (select p.payer, p.during from participation_payer p
  where p.organiser_id = d.organiser_id and p.client_id = d.client_id offset 0) b on b.during @> d.held_on;

-- When it changed who pays, and for which days: what was paid of closed months may be otherwise since.
create view participation_payer_change with (security_barrier = true) as
select v.organiser_id, v.client_id, v.during, v.changed_at
from (
  select organiser_id, client_id, during, lower(recorded) as changed_at from client_benefit
  union all select organiser_id, client_id, during, upper(recorded) from client_benefit_history
) v
where not row_security_active('client_benefit') or v.organiser_id = any((select app_organisers())::uuid[])
  and ((select app_wide()) or v.client_id in (select unnest((select app_task_clients()))));
grant select on participation_day, participation_payer, participation_organiser_pays, participation_paid_day, participation_payer_change to kykypolku_app;

-- The days of participation that are too many for the law's twelve months, as the pure rule has them (`daysOverLimit` of
-- `src/law/act-2001-189.ts`; a property holds the two together). A day counts on whichever record of the person it was marked, also
-- under another organiser: hence the owner's rights. It tells whoever keeps an organiser's money or figures of which of its own
-- persons' days too much has been taken, and nothing of where.
drop function if exists participation_over_limit(uuid[], daterange) cascade;
create function participation_over_limit(organisers uuid[], days daterange) returns table (person_id uuid, held_on date)
  stable security definer set search_path = public, pg_temp language sql as $$
  with person as materialized (
    select distinct c.person_id from known_client_client c
    where ((select app_wide()) or c.id in (select unnest((select app_task_clients())))) and c.organiser_id = any(organisers) and c.organiser_id = any((select app_organisers())::uuid[])
  ), place as materialized (
    select p.person_id, m.id, m.hours_a_day from person p
    join known_client_client c on c.person_id = p.person_id
    join known_placement_placement m on m.client_id = c.id and m.service = 'rehabilitative-work'
  ), taken as (
    -- Looked up by place: a quarter of a county's places are of this service, and the marks of all would be read.
    select p.id, k.days from place p
    cross join lateral (select count(*) as days from known_attendance_mark k where k.placement_id = p.id and k.kind = 'present'
      and k.held_on >= (lower(days) - (select max(l.look_back) from participation_limit l))::date and k.held_on < upper(days) offset 0) k
  ), busy as materialized (
    -- Of whoever has fewer days than any limit nothing is looked at one by one.
    select p.person_id from taken t join place p on p.id = t.id group by p.person_id
    having sum(t.days) > (select min(l.most_days) from participation_limit l)
  ), day as (
    select distinct p.person_id, k.held_on from busy b join place p on p.person_id = b.person_id
    cross join lateral (select k.held_on from known_attendance_mark k where k.placement_id = p.id and k.kind = 'present'
      and k.held_on >= (lower(days) - (select max(l.look_back) from participation_limit l))::date and k.held_on < upper(days) offset 0) k
    where (p.hours_a_day is null or p.hours_a_day >= (select l.least_hours from participation_day_length l where l.during @> k.held_on))
  ), counted as (
    select d.person_id, d.held_on, count(*) over (partition by d.person_id order by d.held_on
      range between (select max(l.look_back) from participation_limit l) preceding and current row) as taken
    from day d
  )
  select c.person_id, c.held_on from counted c join participation_limit l on l.during @> c.held_on
  where c.taken > l.most_days and days @> c.held_on
$$;
revoke execute on function participation_over_limit(uuid[], daterange) from public;
grant execute on function participation_over_limit(uuid[], daterange) to kykypolku_app;
