-- exits-by-destination.ts exitsByDestination d87b8b2d
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select e.person_id as person, e.client_id as client, e.exit_id as thing, nullif(e.destination, 'not-known') as category
    from fact_exit e where "e"."organiser_id" = any($1::uuid[])
    and "e"."service" = any($2::text[]) and e.ended_on >= $3::date and e.ended_on < $4::date;

-- exits-by-reason.ts exitsByReason a3e07ad7
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select e.person_id as person, e.client_id as client, e.exit_id as thing, e.reason as category
    from fact_exit e where "e"."organiser_id" = any($1::uuid[])
    and "e"."service" = any($2::text[]) and e.ended_on >= $3::date and e.ended_on < $4::date
    union all
    select p.person_id, p.client_id, p.pause_id, 'agreed-break'
    from fact_pause p where "p"."organiser_id" = any($5::uuid[])
    and "p"."service" = any($6::text[])
      and lower(p.during) >= $7::date and lower(p.during) < $8::date;

-- transitions.ts transitions ef4ac06e
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select r.person_id as person, r.client_id as client, r.service as category, r.during, c.birth_on as "on"
    from fact_relationship r join fact_client c on c.client_id = r.client_id
    where "r"."organiser_id" = any($1::uuid[]) and r.service = any($2::text[])
      and r.during && daterange($3::date - 1, $4::date);
