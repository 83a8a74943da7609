-- period-length.ts periodLength 4db58978
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select r.person_id as person, r.client_id as client, r.relationship_id || coalesce(d.decision_id::text, '') as thing,
      coalesce(d.held * r.stay, r.stay) as during, upper(d.during) as "on", r.left_on is not null as flag,
      jsonb_build_object('observed', lower(r.during)) as extra
    from (select *, daterange(began_on, upper(during)) as stay from fact_relationship) r
    -- From when it was granted until its end, or until another decision takes its place.
    left join (select *, daterange(lower(during), upper(in_force)) as held from fact_decision where in_force is not null) d
      on d.client_id = r.client_id and d.service = r.service and d.outcome = 'grant'
      and d.held && r.during and exists (select from fact_decision b where b.client_id = r.client_id and b.service = r.service
        and b.outcome = 'grant' and upper(b.during) is not null and b.during && r.during)
    where "r"."organiser_id" = any($1::uuid[])
    and "r"."service" = any($2::text[]) and r.during && daterange($3::date, $4::date);

-- stay-length.ts stayLength f18bd661
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select r.person_id as person, r.client_id as client, 'service' as category, daterange(r.began_on, upper(r.during)) as during,
      lower(r.during) as "on", r.left_on is not null as flag
    from fact_relationship r
    where "r"."organiser_id" = any($1::uuid[])
    and "r"."service" = any($2::text[]) and lower(r.during) < $3::date
    union all
    select p.person_id, p.client_id, 'break', p.during, null, false
    from fact_pause p where "p"."organiser_id" = any($4::uuid[])
    and "p"."service" = any($5::text[]) and lower(p.during) < $6::date;
