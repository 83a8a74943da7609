-- employers-paying.ts employersPaying 013435e9
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select null::uuid as person, null::uuid as client, m.employer_id::text as thing,
      exists (select from fact_rate r where "r"."organiser_id" = any($1::uuid[]) and r.employer_id = m.employer_id and r.during @> $2::date) as flag
    from fact_placement m where "m"."organiser_id" = any($3::uuid[])
    and "m"."service" = any($4::text[]) and m.during @> $5::date and m.employer_id is not null
    group by m.employer_id;

-- rates-in-force.ts ratesInForce 8d7cf06c
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select null::uuid as person, null::uuid as client, r.rate_id::text as thing, r.kind as category, r.amount_cents as amount, r.paid_holiday_days as times
    from fact_rate r where "r"."organiser_id" = any($1::uuid[]) and r.kind = any($2::text[]) and r.during @> $3::date
    order by r.amount_cents desc, r.rate_id;
