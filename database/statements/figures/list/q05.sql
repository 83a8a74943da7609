-- clients-by-primary-reason.ts clientsByPrimaryReason 8cb95d0b
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select distinct on (r.person_id) r.person_id as person, r.client_id as client, nullif(s.reason, 'not-recorded') as category
    from fact_relationship r
    left join fact_reason s on s.person_id = r.person_id and s.organiser_id = any($1::uuid[])
      and s.during @> $2::date
    where "r"."organiser_id" = any($3::uuid[])
    and "r"."service" = any($4::text[]) and r.during @> $5::date
    -- A person has one primary reason, whatever records there are: the last one known.
    order by r.person_id, s.reason is null or s.reason = 'not-recorded', lower(s.during) desc, r.client_id;
