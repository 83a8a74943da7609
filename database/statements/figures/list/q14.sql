-- employers-paying.ts employersPaying 013435e9
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select null::uuid as person, null::uuid as client, m.employer_id::text as thing,
      exists (select from fact_rate r where "r"."organiser_id" = any($1::uuid[]) and r.employer_id = m.employer_id and r.during @> $2::date) as flag
    from fact_placement m where "m"."organiser_id" = any($3::uuid[])
    and "m"."service" = any($4::text[]) and m.during @> $5::date and m.employer_id is not null
    group by m.employer_id;

-- rates-in-force.ts ratesInForce 2d8738eb
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select null::uuid as person, null::uuid as client, r.rate_id::text as thing, r.kind as category, r.organiser as name, r.amount_cents as amount, r.paid_holiday_days as times
    from fact_rate r where "r"."organiser_id" = any($1::uuid[]) and r.kind = any($2::text[]) and r.during @> $3::date
    order by r.amount_cents desc, r.rate_id;

-- reported-days.ts reportedDays ad0f0c3a
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select d.person_id as person, min(d.client_id::text)::uuid as client, d.payer as category,
      d.payer in ('kela', 'fund') as flag, count(distinct d.held_on)::int as times
    from fact_participation_days($1::uuid[], $2::date, $3::date) d
    where 'rehabilitative-work' = any($4::text[])
    group by d.person_id, d.payer;

-- state-claim.ts stateClaim 5fd77307
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
with place as materialized (
        select m.placement_id, m.person_id, m.client_id, count(*) over (partition by m.person_id) > 1 as several
        from fact_placement m
        where "m"."organiser_id" = any($1::uuid[]) and m.service = 'rehabilitative-work' and m.service = any($2::text[])
          and m.hours_a_day >= $3
      ), over as materialized (
        select person_id, held_on from fact_days_over_limit($4::uuid[],
          daterange(least($5::date, $6::date), $7::date))
      ), mark as (
        select k.placement_id, case when o.held_on is not null then 'over' end as also, date_trunc('month', k.held_on::timestamp)::date as month, k.held_on >= $8::date as flag,
          case when k.held_on >= $9::date then $10::int when k.held_on >= $11::date then $12::int when k.held_on >= $13::date then $14::int when k.held_on >= $15::date then $16::int else 0 end as price, case when p.several then k.held_on end as alone_on, count(*) as days
        from place p
        -- Looked up by place: of a county's marks of half a year a quarter are of this service.
        cross join lateral (select k.placement_id, k.held_on from known_attendance_mark k
          where k.placement_id = p.placement_id and "k"."organiser_id" = any($17::uuid[]) and k.kind = 'present'
            and k.held_on >= least($18::date, $19::date) and k.held_on < $20::date offset 0) k
        left join over o on o.person_id = p.person_id and o.held_on = k.held_on
        group by k.placement_id, also, month, flag, price, alone_on
      ), day as (
        select p.person_id, p.client_id as client, k.also, k.month, k.flag, k.days, k.days * k.price as cents
        from mark k join place p on p.placement_id = k.placement_id where not p.several
        union all
        select p.person_id, min(p.client_id::text)::uuid, k.also, k.month, k.flag, 1, k.price
        from mark k join place p on p.placement_id = k.placement_id where p.several
        group by p.person_id, k.also, k.alone_on, k.month, k.flag, k.price
      )
      select person_id as person, client, also, to_char(month, 'YYYY-MM') as category, flag, sum(days)::int as times, sum(cents)::int as amount
      from day group by person_id, client, also, month, flag;
