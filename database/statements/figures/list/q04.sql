-- clients-granted.ts clientsGranted 8d1eac0a
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select d.person_id as person, d.client_id as client, d.decision_id as thing, d.service as category
    from fact_decision d where "d"."organiser_id" = any($1::uuid[])
    and "d"."service" = any($2::text[]) and d.outcome = 'grant' and d.came_on is null
      and lower(d.during) >= $3::date and lower(d.during) < $4::date;

-- clients-in-month.ts clientsInMonth 7ccf4b2e
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select r.person_id as person, r.client_id as client, r.during
    from fact_relationship r
    where "r"."organiser_id" = any($1::uuid[])
    and "r"."service" = any($2::text[]) and (r.during && daterange($3::date, $4::date)
      or r.during && daterange($5::date, $6::date));

-- clients-in-two-services.ts clientsInTwoServices a8797b95
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select m.person_id as person, (min(m.client_id::text) filter (where m.service = any($1::text[])))::uuid as client,
        bool_or(m.service = any($2::text[])) as flag
      from fact_placement m
      where "m"."organiser_id" = any($3::uuid[]) and m.service = any($4::text[]) and m.during @> $5::date
      group by m.person_id
      having bool_or(m.service = any($6::text[]));

-- clients-in-year.ts clientsInYear 7ccf4b2e
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select r.person_id as person, r.client_id as client, r.during
    from fact_relationship r
    where "r"."organiser_id" = any($1::uuid[])
    and "r"."service" = any($2::text[]) and (r.during && daterange($3::date, $4::date)
      or r.during && daterange($5::date, $6::date));

-- decisions-by-section.ts decisionsBySection 3108761e
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select d.person_id as person, d.client_id as client, d.decision_id as thing, p.provision as category, d.outcome as also
    from fact_decision d, unnest(d.provisions) p (provision)
    where "d"."organiser_id" = any($1::uuid[])
    and "d"."service" = any($2::text[]) and d.came_on is null and d.decided_on >= $3::date and d.decided_on < $4::date;

-- granted-not-begun.ts grantedNotBegun 63119f4d
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select d.person_id as person, d.client_id as client, d.service as category
    from fact_decision d
    where "d"."organiser_id" = any($1::uuid[])
    and "d"."service" = any($2::text[]) and d.outcome = 'grant' and d.during @> $3::date and d.in_force @> $4::date and d.decided_on <= $5::date
      and not exists (select from fact_placement m where m.person_id = d.person_id and m.service = d.service
        and m.during && daterange(lower(d.during), $6::date, '[]'));

-- pending.ts pending d45bade9
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select r.person_id as person, r.client_id as client, r.referral_id as thing, r.service as category
    from fact_referral r where "r"."organiser_id" = any($1::uuid[])
    and "r"."service" = any($2::text[]) and r.pending @> $3::date;

-- waiting-days.ts waitingDays 655e41ca
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
with granted as materialized (
      select d.person_id, d.client_id, d.decision_id, d.service, d.decided_on, d.came_on, upper(d.in_force) as ends
      from fact_decision d where "d"."organiser_id" = any($1::uuid[])
    and "d"."service" = any($2::text[]) and d.outcome = 'grant' and d.decided_on < $3::date),
    placed as materialized (select m.person_id, m.service, m.during from fact_placement m where "m"."organiser_id" = any($4::uuid[])
    and "m"."service" = any($5::text[])),
    first as (
      select g.*, min(lower(p.during)) filter (where p.during && daterange(g.decided_on, null)) as began
      from granted g left join placed p on p.person_id = g.person_id and p.service = g.service
      group by g.person_id, g.client_id, g.decision_id, g.service, g.decided_on, g.came_on, g.ends)
    select r.person_id as person, r.client_id as client, r.referral_id as thing, 'to-decision' as category, r.received_on as "on",
      jsonb_build_object('over', r.decided_on, 'left', r.withdrawn_on, 'seen', r.came_on) as extra
    from fact_referral r
    where "r"."organiser_id" = any($6::uuid[])
    and "r"."service" = any($7::text[]) and r.received_on < $8::date
      and coalesce(least(r.decided_on, r.withdrawn_on), $9::date) >= $10::date
    union all
    select f.person_id, f.client_id, f.decision_id, 'to-service', f.decided_on,
      jsonb_build_object('over', f.began, 'left', f.ends, 'seen', f.came_on)
    from first f
    where not (f.began is not null and f.began <= coalesce(f.came_on, f.decided_on))
      and coalesce(f.began, f.ends, $11::date) >= $12::date;
