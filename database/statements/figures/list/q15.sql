-- progress.ts progress ece697b9
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select r.person_id as person, r.client_id as client, r.service as category, r.during, false as flag
    from fact_relationship r where "r"."organiser_id" = any($1::uuid[])
    and "r"."service" = any($2::text[]) and r.during && daterange($3::date - 1, $4::date)
    union all
    select e.person_id, e.client_id, e.reason, null, true
    from fact_exit e where "e"."organiser_id" = any($5::uuid[])
    and "e"."service" = any($6::text[]) and e.reason = any($7::text[])
      and e.ended_on >= $8::date and e.ended_on < $9::date;
