-- Writes the days on which services are closed, the hours that make a day and how many days a year may hold, as the law of this version of the program has them.
drop function if exists law_of_days_write(date[], jsonb, text, text);
create or replace function law_of_days_write(closed date[], lengths jsonb, limits jsonb, taken_for text, allowance text) returns void language plpgsql as $$
begin
  delete from attendance_closed_day where closed_on <> all(closed);
  insert into attendance_closed_day select unnest(closed) on conflict do nothing;
  delete from participation_day_length;
  insert into participation_day_length select l.during, l.hours from jsonb_to_recordset(lengths) as l(during daterange, hours numeric);
  delete from participation_limit;
  insert into participation_limit select l.during, l.days, l.back from jsonb_to_recordset(limits) as l(during daterange, days int, back interval);
  -- Activity allowance was once taken for cost compensation, which others pay by a provision of its own.
  update rate_rate set rule = allowance where kind = 'activity-allowance' and rule = taken_for;
end $$;
revoke execute on function law_of_days_write(date[], jsonb, jsonb, text, text) from public;

-- For which services a meal is charged as upkeep, and by which ground, as the law of this version of the program has it.
create or replace function compensation_law_write(upkeep jsonb) returns void language plpgsql as $$
begin
  delete from compensation_upkeep;
  insert into compensation_upkeep select u.service, u.during, u.from_age, u.grounded
    from jsonb_to_recordset(upkeep) as u(service text, during daterange, from_age int, grounded boolean);
end $$;
revoke execute on function compensation_law_write(jsonb) from public;

-- Money by plain joins, as the pure rules of the room have it (`src/casework/compensation/rules.ts`; a property holds the two together).
-- All of it is as known at app.known_at, so that a figure prices what was known then.
drop view if exists compensation_summed, compensation_price, compensation_worth, compensation_marked, compensation_earned, compensation_day,
  compensation_meal_free, compensation_meal_change cascade;

-- For what each rate is owed or charged: in which service, for which kind of mark, with which rank among the kinds of one day's work.
-- A holiday is paid while its number in the year is at most the rate's.
create view compensation_price with (security_invoker = true) as
select r.organiser_id, w.service, w.marked, false as for_meal, w.rank, r.kind, r.id as rate_id, r.amount_cents,
  case w.marked when 'holiday' then r.paid_holiday_days::bigint else 0 end as holidays, l.least_hours::numeric as least_hours,
  r.during * coalesce(l.during, r.during) as during
from (values
  ('open-work', 'present', 'open-work-allowance', 1),
  ('open-work', 'holiday', 'open-work-allowance', 1),
  ('work-activity', 'present', 'work-share', 2),
  ('rehabilitative-work', 'present', 'activity-allowance', 3)
) w (service, marked, kind, rank)
join known_rate_rate r on r.kind = w.kind
left join participation_day_length l on w.service = 'rehabilitative-work' and l.during && r.during
where w.service <> 'rehabilitative-work' or l.during is not null
union all
select r.organiser_id, s.code, 'present', true, null::int, r.kind, r.id, -r.amount_cents, 0::bigint, null::numeric, r.during
from known_rate_rate r cross join organiser_service s where r.kind = 'meal-charge';

-- The days of each place on which a meal has no ground for a charge, as the pure rule has them (`noGroundForMeal` of
-- `src/casework/decision/rules.ts`): before the client is of the age from which upkeep is charged, and where the act on charges gives none and
-- no decision by a repealed act holds. It tells those days alone, and neither birthdays nor decisions: hence the owner's rights, with
-- the same conditions as who pays has. Nobody eats ahead of the day: of law yet to come nothing is looked up.
create view compensation_meal_free with (security_barrier = true) as
select v.organiser_id, v.client_id, v.placement_id, range_agg(v.during) as days
from (
  select p.organiser_id, p.client_id, p.id as placement_id,
    p.during * u.during * daterange(c.birth_on, (c.birth_on + make_interval(years => u.from_age))::date) as during
  from known_placement_placement p
  join compensation_upkeep u on u.service = p.service and u.during && p.during
  join known_client_client c on c.id = p.client_id and lower(p.during) < (c.birth_on + make_interval(years => u.from_age))::date
  union all
  select p.organiser_id, p.client_id, p.id, unnest(datemultirange(p.during * u.during) - coalesce(g.during, '{}'))
  from known_placement_placement p
  join compensation_upkeep u on u.service = p.service and u.during && p.during and not u.grounded and lower(u.during) <= (select app_today())
  cross join lateral (
    select range_agg(d.during * daterange(null, least(r.over_on, c.until_on))) as during
    from known_decision_decision d
    cross join lateral (select min(a.over_on) as over_on from decision_repealed_act a
      where exists (select from unnest(d.provisions) cited where starts_with(cited, a.act || ':'))) r
    cross join lateral (select min(coalesce(lower(x.during), x.last_on + 1)) as until_on from known_decision_decision x
      where x.changes_id = d.id and x.annulled_on is null) c
    where d.client_id = p.client_id and d.outcome = 'grant' and d.annulled_on is null
      and (d.service = p.service or d.service in ('open-work', 'work-activity') and p.service in ('open-work', 'work-activity'))
      and r.over_on is not null
  ) g
) v
where not row_security_active('client_client')
  or v.organiser_id = any((select app_organisers())::uuid[])
    and (v.client_id = (select app_client()) or (select app_wide()) or v.client_id = any((select app_clients())::uuid[])
      or v.client_id in (select unnest((select app_task_clients()))))
group by v.organiser_id, v.client_id, v.placement_id;

-- When it changed whether a meal has a ground, and for which days at most: the birthday, or a decision by which it is charged.
create view compensation_meal_change with (security_barrier = true) as
select v.organiser_id, v.client_id, v.during, v.changed_at
from (
  select h.organiser_id, h.id as client_id, upper(h.recorded) as changed_at,
    daterange(null, (greatest(h.birth_on, c.birth_on) + make_interval(years => (select max(u.from_age) from compensation_upkeep u)))::date) as during
  from client_client_history h join client_client c on c.id = h.id and c.birth_on is distinct from h.birth_on
  union all
  select d.organiser_id, d.client_id, d.changed_at, u.during * coalesce(d.during, daterange(d.last_on + 1, null))
  from (
    select organiser_id, client_id, service, during, last_on, lower(recorded) as changed_at from decision_decision
    union all select organiser_id, client_id, service, during, last_on, upper(recorded) from decision_decision_history
  ) d
  join compensation_upkeep u on u.service = d.service and not u.grounded and u.during && coalesce(d.during, daterange(d.last_on + 1, null))
) v
where not row_security_active('client_client') or v.organiser_id = any((select app_organisers())::uuid[])
  and ((select app_wide()) or v.client_id in (select unnest((select app_task_clients()))));
grant select on compensation_meal_free, compensation_meal_change to kykypolku_app;

-- What a day of each placement is worth, and when (never, where `during` is empty). An employer is charged its share of the days of open work that are paid; shares
-- come by their employers, of whom an organiser may have hundreds.
create view compensation_worth with (security_invoker = true) as
select p.organiser_id, p.client_id, p.id as placement_id, p.service, p.during as placed, c.marked, c.for_meal, c.rank, c.kind,
  'client'::text as party, null::uuid as employer_id, c.rate_id, c.amount_cents, c.holidays,
  p.during * c.during * coalesce(b.during, p.during) as during, f.days as free
from known_placement_placement p
join compensation_price c on c.organiser_id = p.organiser_id and c.service = p.service
-- The organiser pays for a day of rehabilitative work only where nobody else does.
left join participation_organiser_pays b on c.kind = 'activity-allowance' and b.client_id = p.client_id and b.organiser_id = p.organiser_id
-- A meal without a ground is charged on no day, whatever the place says.
left join compensation_meal_free f on c.for_meal and f.placement_id = p.id and f.client_id = p.client_id and f.organiser_id = p.organiser_id
where (c.kind <> 'activity-allowance' or b.client_id is not null) and (c.least_hours is null or p.hours_a_day is null or p.hours_a_day >= c.least_hours)
union all
select p.organiser_id, p.client_id, p.id, p.service, p.during, m.marked, false, null::int, r.kind,
  'employer'::text, r.employer_id, r.id, -r.amount_cents, m.holidays, p.during * m.during, null::datemultirange
from known_rate_rate r
join known_employer_workplace w on w.employer_id = r.employer_id
join known_placement_placement p on p.workplace_id = w.id and p.organiser_id = r.organiser_id and p.service = 'open-work'
cross join lateral (
  select 'present'::text as marked, 0::bigint as holidays, r.during
  union all
  select 'holiday'::text, a.paid_holiday_days::bigint, a.during * r.during from known_rate_rate a
  where a.organiser_id = r.organiser_id and a.kind = 'open-work-allowance' and a.during && r.during
) m
where r.kind = 'employer-share'
union all
-- Days that only one of them has leave none. Where the joins said so the planner expected one way, and looked through all of them for each
-- placement (measured: 3.0 s for 0.5 s).
select p.organiser_id, p.client_id, p.id, 'rehabilitative-work', p.during, 'present', false, null::int, 'travel', 'client', null::uuid, null::uuid,
  t.cents_a_day, 0::bigint, p.during * t.during * l.during, null::datemultirange
from travel_owed t
join known_placement_placement p on p.client_id = t.client_id and p.organiser_id = t.organiser_id and p.service = 'rehabilitative-work'
join participation_day_length l on p.hours_a_day is null or p.hours_a_day >= l.least_hours;

-- Marks that may be worth money. Holidays are numbered within the client's service and calendar year; who asks for the years of its
-- days (holiday_year null or one of them) spares the numbering of all others.
create view compensation_marked with (security_invoker = true) as
select organiser_id, client_id, placement_id, id as mark_id, held_on, kind, meal, 0::bigint as holiday, null::int as holiday_year
from known_attendance_mark where kind = 'present'
union all
select organiser_id, client_id, placement_id, mark_id, held_on, kind, meal,
  count(*) over (partition by organiser_id, client_id, service, holiday_year order by held_on), holiday_year
from (
  select k.organiser_id, k.client_id, k.placement_id, k.id as mark_id, k.held_on, k.kind, k.meal, extract(year from k.held_on)::int as holiday_year,
    (select p.service from known_placement_placement p where p.id = k.placement_id) as service
  from known_attendance_mark k
  -- Read once and looked up, also where a day is asked of one after another.
  where k.kind = 'holiday' and k.held_on not in (select c.closed_on from attendance_closed_day c)
) h;

-- What each marked day would be worth alone. Placements are priced before their marks are joined: there are a hundred marks to each;
-- and whether a client has another placement in the same time (`shared`) is asked of placements, not of marks.
create view compensation_earned with (security_invoker = true) as
select k.organiser_id, k.client_id, k.placement_id, k.mark_id, k.held_on as earned_on, k.holiday_year, w.service, w.kind, w.party,
  w.employer_id, w.rate_id, w.amount_cents, w.rank, w.shared
from compensation_marked k
join (
  select w.*, coalesce(w.placed && range_agg(w.placed) over (partition by w.organiser_id, w.client_id order by w.placement_id
    groups between unbounded preceding and unbounded following exclude group), false) as shared
  from compensation_worth w
) w on w.placement_id = k.placement_id and w.client_id = k.client_id and w.organiser_id = k.organiser_id and w.marked = k.kind
where w.during @> k.held_on and (k.meal or not w.for_meal) and k.holiday <= w.holidays and (w.free is null or not w.free @> k.held_on);

-- What is owed and charged for the days of attendance: one row a client, day and kind of money. Of two placements on one day the first
-- counts, and of the kinds that stand for a day's work the first in rank: two kinds of work on one day are one day.
create view compensation_day with (security_invoker = true) as
select d.organiser_id, d.client_id, d.placement_id, d.mark_id, d.service, d.earned_on, d.holiday_year, d.kind, d.party, d.employer_id,
  d.rate_id, d.amount_cents
from compensation_earned d
where not d.shared or not exists (
  select from compensation_earned o
  where o.organiser_id = d.organiser_id and o.client_id = d.client_id and o.earned_on = d.earned_on
    and (o.kind = d.kind and o.placement_id < d.placement_id or o.rank < d.rank));
-- The same for all days of an organiser from one to another, put together by placement and worth (`attendance_days_in` has the bits): what
-- months come to is summed by it. The property holds this too to the pure rules.
drop function if exists compensation_earned_in(uuid, date, date) cascade;
create function compensation_earned_in(organiser uuid, from_on date, until_on date)
  returns table (client_id uuid, placement_id uuid, service text, start_on date, kind text, party text, employer_id uuid, rate_id uuid,
    amount_cents int, days bigint, times int) stable set enable_nestloop = off language sql as $$
  with worth as materialized (
    select w.client_id, w.placement_id, w.service, w.marked, w.for_meal, w.rank, w.kind, w.party, w.employer_id, w.rate_id, w.amount_cents,
      w.holidays, w.during, w.free
    from compensation_worth w where w.organiser_id = organiser and not isempty(w.during)
  ), holiday as (
    select k.placement_id, k.held_on,
      count(*) over (partition by k.client_id, p.service, extract(year from k.held_on) order by k.held_on) as number
    from known_attendance_mark k
    join known_placement_placement p on p.id = k.placement_id and p.organiser_id = organiser
    where k.organiser_id = organiser and k.kind = 'holiday' and k.held_on >= date_trunc('year', from_on::timestamp)::date
      and k.held_on < until_on and k.held_on not in (select c.closed_on from attendance_closed_day c)
  ), marked as (
    select d.placement_id, 'present'::text as kind, d.start_on, 0::bigint as number, d.present as days, d.meals
    from attendance_days_in(organiser, from_on, until_on) d
    union all
    select h.placement_id, 'holiday', from_on + 62 * ((h.held_on - from_on) / 62), h.number, 1::bigint << ((h.held_on - from_on) % 62), 0
    from holiday h where h.held_on >= from_on
  ), earned as materialized (
    select row_number() over () as n, w.client_id, w.placement_id, w.service, m.start_on, w.kind, w.party, w.employer_id, w.rate_id,
      w.amount_cents, w.rank, d.days
    from marked m join worth w on w.placement_id = m.placement_id and w.marked = m.kind
    cross join lateral (select case when w.for_meal then m.meals else m.days end & attendance_bits(w.during, m.start_on)
      & case when w.free is null then -1::bigint else ~attendance_bits(w.free, m.start_on) end as days) d
    where m.number <= w.holidays and d.days <> 0
  ), shared as materialized (
    -- Of whoever earns at one placement alone no day can be taken by another.
    select e.* from earned e where e.client_id in (
      select p.client_id from (select distinct o.client_id, o.placement_id from earned o) p group by p.client_id having count(*) > 1)
  ), taken as (
    select d.n, bit_or(o.days) as days
    from shared d join shared o on o.client_id = d.client_id and o.start_on = d.start_on
      and (o.kind = d.kind and o.placement_id < d.placement_id or o.rank < d.rank)
    group by d.n
  )
  select e.client_id, e.placement_id, e.service, e.start_on, e.kind, e.party, e.employer_id, e.rate_id, e.amount_cents,
    d.days, bit_count(d.days::bit(64))::int
  from earned e left join taken t on t.n = e.n
  cross join lateral (select e.days & ~coalesce(t.days, 0) as days) d
  where d.days <> 0
$$;
grant select on compensation_price, compensation_worth, compensation_marked, compensation_earned, compensation_day to kykypolku_app;

-- The days of closed months that may be worth otherwise since they were closed: those of marks that were made, corrected or taken back
-- since; the later holidays of a year in which such a mark was a holiday, since they are numbered; and days of whoever it was recorded of
-- since who pays for them or what the way costs, and meals whose ground may be otherwise since. No other day can differ from the ledger, since neither a rate nor a placement's past changes under a closed month.
-- The whole day of closing counts: a mark may have been on its way while the month was being closed.
create or replace function compensation_changed_days(organiser uuid, from_on date, to_on date) returns table (client_id uuid, held_on date)
  stable language sql as $$
  with closed as materialized (
    select m.month_on, date_trunc('day', m.closed_at) as since from compensation_month m where m.organiser_id = organiser
  ), version as (
    -- As the indexes of late marks have it: no month is closed before it is over.
    select k.client_id, k.held_on, k.kind, lower(k.recorded) as at from attendance_mark k
    where k.organiser_id = organiser and k.held_on >= date_trunc('year', from_on::timestamp)::date and k.held_on < to_on
      and date_trunc('month', lower(k.recorded) at time zone 'Europe/Helsinki') > date_trunc('month', k.held_on::timestamp)
    union all
    select h.client_id, h.held_on, h.kind, upper(h.recorded) from attendance_mark_history h
    where h.organiser_id = organiser and h.held_on >= date_trunc('year', from_on::timestamp)::date and h.held_on < to_on
      and date_trunc('month', upper(h.recorded) at time zone 'Europe/Helsinki') > date_trunc('month', h.held_on::timestamp)
  ), changed as materialized (
    select v.client_id, v.held_on, v.kind
    from version v join closed c on c.month_on = date_trunc('month', v.held_on::timestamp)::date and v.at >= c.since
  ), payer as materialized (
    select b.client_id, b.changed_at, lower(b.during) as first_on, least(upper(b.during), c.until_on, to_on) as until_on
    from (select client_id, organiser_id, during, changed_at from participation_payer_change
      union all select client_id, organiser_id, during, changed_at from travel_change) b
    -- What was recorded before a month was closed does not change it.
    cross join lateral (select (max(m.month_on) + interval '1 month')::date as until_on from closed m where m.since <= b.changed_at) c
    where b.organiser_id = organiser and lower(b.during) < c.until_on
      and exists (select from placement_placement p where p.client_id = b.client_id and p.organiser_id = organiser and p.service = 'rehabilitative-work')
  ), eaten as materialized (
    select b.client_id, b.changed_at, greatest(lower(b.during), from_on) as first_on, least(upper(b.during), c.until_on, to_on) as until_on
    from compensation_meal_change b
    cross join lateral (select (max(m.month_on) + interval '1 month')::date as until_on from closed m where m.since <= b.changed_at) c
    where b.organiser_id = organiser and greatest(lower(b.during), from_on) < least(upper(b.during), c.until_on, to_on) and c.until_on is not null
  )
  select c.client_id, c.held_on from changed c where c.held_on >= from_on
  union
  select h.client_id, k.held_on
  from (select c.client_id, date_trunc('year', c.held_on::timestamp)::date as year_on, min(c.held_on) as first_on
    from changed c where c.kind = 'holiday' group by 1, 2) h
  cross join lateral (select m.held_on from attendance_mark m where m.client_id = h.client_id and m.organiser_id = organiser and m.kind = 'holiday'
    and m.held_on > h.first_on and date_trunc('year', m.held_on::timestamp)::date = h.year_on and m.held_on >= from_on and m.held_on < to_on offset 0) k
  union
  select b.client_id, k.held_on
  from payer b
  cross join lateral (select m.held_on from attendance_mark m where m.client_id = b.client_id and m.organiser_id = organiser and m.kind = 'present'
    and m.held_on >= greatest(b.first_on, from_on) and m.held_on < b.until_on offset 0) k
  join closed c on c.month_on = date_trunc('month', k.held_on::timestamp)::date and b.changed_at >= c.since
  union
  select b.client_id, k.held_on
  from eaten b
  cross join lateral (select m.held_on from attendance_mark m where m.client_id = b.client_id and m.organiser_id = organiser and m.kind = 'present' and m.meal
    and m.held_on >= b.first_on and m.held_on < b.until_on offset 0) k
  join closed c on c.month_on = date_trunc('month', k.held_on::timestamp)::date and b.changed_at >= c.since
$$;
revoke execute on function compensation_changed_days(uuid, date, date) from public;
grant execute on function compensation_changed_days(uuid, date, date) to kykypolku_app;

-- The sums are of everybody: for whoever may sum everybody.
alter table compensation_sum enable row level security;
drop policy if exists see on compensation_sum;
create policy see on compensation_sum for select to kykypolku_app
  using (organiser_id = any((select app_organisers())::uuid[]) and (select app_wide()));
revoke insert, update, delete on compensation_sum from kykypolku_app;
-- To whoever pays in some service tasks alone they are summed from the lines of those.
create view compensation_summed with (security_invoker = true) as
select organiser_id, month_on, correcting, kind, party, lines, amount_cents from compensation_sum where (select app_wide())
union all
select organiser_id, date_trunc('month', earned_on::timestamp)::date, correcting, kind, party, count(*)::int, sum(amount_cents)
from compensation_line where not (select app_wide()) group by 1, 2, 3, 4, 5;
grant select on compensation_summed to kykypolku_app;
