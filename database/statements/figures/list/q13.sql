-- clients-by-benefit.ts clientsByBenefit eed250cb
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select distinct on (r.person_id, b.benefit) r.person_id as person, r.client_id as client, b.benefit as category,
      coalesce(b.main, true) and coalesce(b.latest, true) as flag
    from fact_relationship r
    left join (
      select b.person_id, b.benefit, b.main,
        not b.main or row_number() over (partition by b.person_id, b.main order by lower(b.during) desc, b.client_id) = 1 as latest
      from fact_benefit b where b.organiser_id = any($1::uuid[]) and b.during @> $2::date
    ) b on b.person_id = r.person_id
    where "r"."organiser_id" = any($3::uuid[])
    and "r"."service" = any($4::text[]) and r.during @> $5::date
    -- A person's benefits are read by person, and one of them is the main one: the last known.
    order by r.person_id, b.benefit, flag desc, r.client_id;
