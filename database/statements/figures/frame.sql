-- clients-on.ts clientFacts e7f5c6af
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
with told as materialized (
      select distinct on (c.person_id) c.* from fact_client c
      where c.client_id in (select r.client_id from fact_relationship r where "r"."organiser_id" = any($1::uuid[])
    and "r"."service" = any($2::text[]) and r.during @> $3::date)
      order by c.person_id, num_nonnulls(c.birth_on, c.gender, c.mother_tongue, c.municipality_code) desc, c.client_id
    )
    select r.person_id as person, r.client_id as client, r.service as category, json_build_object(
      'age', extract(year from age($4::date, c.birth_on)), 'gender', c.gender, 'language', c.service_language,
      'tongue', lower(c.mother_tongue), 'protected', c.protected, 'municipality', c.municipality_code, 'named', u.name) as extra
    from fact_relationship r join told c on c.person_id = r.person_id
    left join (select code, "name_fi" as name from organiser_municipality) u on u.code = c.municipality_code
    where "r"."organiser_id" = any($5::uuid[])
    and "r"."service" = any($6::text[]) and r.during @> $7::date
    order by r.person_id, r.client_id, r.service;

-- clients-on.ts clientFacts e7f5c6af
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
with told as materialized (
      select distinct on (c.person_id) c.* from fact_client c
      where c.client_id in (select r.client_id from fact_relationship r where "r"."organiser_id" = any($1::uuid[])
    and "r"."service" = any($2::text[]) and r.during @> $3::date)
      order by c.person_id, num_nonnulls(c.birth_on, c.gender, c.mother_tongue, c.municipality_code) desc, c.client_id
    )
    select r.person_id as person, r.client_id as client, r.service as category, json_build_object(
      'age', extract(year from age($4::date, c.birth_on)), 'gender', c.gender, 'language', c.service_language,
      'tongue', lower(c.mother_tongue), 'protected', c.protected, 'municipality', c.municipality_code, 'named', u.name) as extra
    from fact_relationship r join told c on c.person_id = r.person_id
    left join (select code, "name_sv" as name from organiser_municipality) u on u.code = c.municipality_code
    where "r"."organiser_id" = any($5::uuid[])
    and "r"."service" = any($6::text[]) and r.during @> $7::date
    order by r.person_id, r.client_id, r.service;

-- figure.ts factsOf 8712b156
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
with coached as materialized (
      select r.* from fact_relationship r
      where "r"."organiser_id" = any($1::uuid[])
    and "r"."service" = any($2::text[]) and r.during && daterange($3::date, $4::date)
        and exists (select from fact_rhythm h where h.organiser_id = r.organiser_id and h.service = r.service)
    ), held as (
      select k.relationship_id, k.kind, k.party, k.held_on from fact_contact k
      where "k"."organiser_id" = any($5::uuid[])
    and "k"."service" = any($6::text[]) and k.held_on >= $7::date - 366 and k.held_on < $8::date
      union all
      select k.relationship_id, k.kind, k.party, max(k.held_on) from fact_contact k
      where "k"."organiser_id" = any($9::uuid[])
    and "k"."service" = any($10::text[]) and k.held_on < $11::date - 366 group by 1, 2, 3
    ), contacts as materialized (
      select relationship_id, json_agg(json_build_object('kind', kind, 'party', party, 'heldOn', held_on) order by held_on) as list
      from held group by 1
    ), pauses as materialized (
      select p.relationship_id, json_agg(p.during order by p.during) as list from fact_pause p where "p"."organiser_id" = any($12::uuid[])
    and "p"."service" = any($13::text[]) group by 1
    ), agreed as materialized (
      select a.relationship_id, json_agg(json_build_object('everyDays', a.every_days, 'during', a.during) order by a.during) as list
      from fact_agreed_rhythm a where "a"."organiser_id" = any($14::uuid[])
    and "a"."service" = any($15::text[]) group by 1
    ), agreements as materialized (
      select g.relationship_id, json_agg(g.during * m.during order by g.during) as list
      from fact_agreement g join fact_placement m on m.placement_id = g.placement_id and m.during && g.during
      where "g"."organiser_id" = any($16::uuid[])
    and "g"."service" = any($17::text[]) group by 1
    )
    select null::uuid as person, null::uuid as client, null::text as thing, h.service as category, null::text as also, 'rhythm' as name,
      null::text as during, null::date as "on", null::int as amount,
      json_build_object('organiserId', h.organiser_id, 'rhythm', json_build_object('phase', h.phase, 'phaseDays', h.phase_days,
        'everyDays', h.every_days, 'everyDaysAtMost', h.every_days_at_most, 'visitAtRenewal', h.visit_at_renewal, 'during', h.during)) as extra
    from fact_rhythm h where "h"."organiser_id" = any($18::uuid[])
    and "h"."service" = any($19::text[])
    union all
    select r.person_id, r.client_id, r.relationship_id::text, r.service, null, 'relationship', r.during::text, null, null,
      json_build_object('organiserId', r.organiser_id, 'contacts', coalesce(c.list, '[]'), 'pauses', coalesce(p.list, '[]'),
        'agreed', coalesce(a.list, '[]'), 'agreements', coalesce(g.list, '[]'))
    from coached r
    left join contacts c on c.relationship_id = r.relationship_id
    left join pauses p on p.relationship_id = r.relationship_id
    left join agreed a on a.relationship_id = r.relationship_id
    left join agreements g on g.relationship_id = r.relationship_id;

-- figure.ts factsOf 8712b156
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
with coached as materialized (
      select r.* from fact_relationship r
      where "r"."organiser_id" = any($1::uuid[])
    and "r"."service" = any($2::text[]) and r.during && daterange($3::date, $4::date)
        and exists (select from fact_rhythm h where h.organiser_id = r.organiser_id and h.service = r.service)
    ), held as (
      select k.relationship_id, k.kind, k.party, k.held_on from fact_contact k
      where "k"."organiser_id" = any($5::uuid[])
    and "k"."service" = any($6::text[]) and k.held_on >= $7::date - 366 and k.held_on < $8::date
      union all
      select k.relationship_id, k.kind, k.party, max(k.held_on) from fact_contact k
      where "k"."organiser_id" = any($9::uuid[])
    and "k"."service" = any($10::text[]) and k.held_on < $11::date - 366 group by 1, 2, 3
    ), contacts as materialized (
      select relationship_id, json_agg(json_build_object('kind', kind, 'party', party, 'heldOn', held_on) order by held_on, kind, party) as list
      from held group by 1
    ), pauses as materialized (
      select p.relationship_id, json_agg(p.during order by p.during) as list from fact_pause p where "p"."organiser_id" = any($12::uuid[])
    and "p"."service" = any($13::text[]) group by 1
    ), agreed as materialized (
      select a.relationship_id, json_agg(json_build_object('everyDays', a.every_days, 'during', a.during) order by a.during) as list
      from fact_agreed_rhythm a where "a"."organiser_id" = any($14::uuid[])
    and "a"."service" = any($15::text[]) group by 1
    ), agreements as materialized (
      select g.relationship_id, json_agg(g.during * m.during order by g.during) as list
      from fact_agreement g join fact_placement m on m.placement_id = g.placement_id and m.during && g.during
      where "g"."organiser_id" = any($16::uuid[])
    and "g"."service" = any($17::text[]) group by 1
    )
    select null::uuid as person, null::uuid as client, null::text as thing, h.service as category, null::text as also, 'rhythm' as name,
      null::text as during, null::date as "on", null::int as amount,
      json_build_object('organiserId', h.organiser_id, 'rhythm', json_build_object('phase', h.phase, 'phaseDays', h.phase_days,
        'everyDays', h.every_days, 'everyDaysAtMost', h.every_days_at_most, 'visitAtRenewal', h.visit_at_renewal, 'during', h.during)) as extra
    from fact_rhythm h where "h"."organiser_id" = any($18::uuid[])
    and "h"."service" = any($19::text[])
    union all
    select r.person_id, r.client_id, r.relationship_id::text, r.service, null, 'relationship', r.during::text, null, null,
      json_build_object('organiserId', r.organiser_id, 'contacts', coalesce(c.list, '[]'), 'pauses', coalesce(p.list, '[]'),
        'agreed', coalesce(a.list, '[]'), 'agreements', coalesce(g.list, '[]'))
    from coached r
    left join contacts c on c.relationship_id = r.relationship_id
    left join pauses p on p.relationship_id = r.relationship_id
    left join agreed a on a.relationship_id = r.relationship_id
    left join agreements g on g.relationship_id = r.relationship_id;

-- figure.ts factsOf 8712b156
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
with whole as materialized (
      select v.agreement_id, v.content_hash from fact_approval v where "v"."organiser_id" = any($1::uuid[])
      group by v.agreement_id, v.content_hash having count(distinct v.party) = $2
    ), agreed as materialized (
      -- Only one that all three have approved as it stands renews the one before it.
      select a.*, max(lower(a.during)) filter (where w.agreement_id is not null) over (partition by a.placement_id) as newest
      from fact_agreement a
      left join whole w on w.agreement_id = a.agreement_id and w.content_hash = app_agreement_hash(a.tasks, a.hours, a.during)
      where "a"."organiser_id" = any($3::uuid[])
    and "a"."service" = any($4::text[])
    ), approved as materialized (
      select v.agreement_id, json_agg(json_build_object('party', v.party, 'approvedOn', v.approved_on, 'contentHash', v.content_hash)
        order by v.approved_on, v.approval_id) as list
      from fact_approval v where "v"."organiser_id" = any($5::uuid[]) group by v.agreement_id
    )
    select a.person_id as person, a.client_id as client, a.agreement_id as thing, a.service as category, a.during::text as during,
      json_build_object('placed', a.placed_during, 'tasks', a.tasks, 'hours', a.hours, 'renewed', coalesce(a.newest >= upper(a.during), false),
        'approvals', coalesce(v.list, '[]')) as extra
    from agreed a left join approved v on v.agreement_id = a.agreement_id
    where a.placed_during && daterange($6::date, $7::date);

-- figure.ts factsOf 8712b156
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
with whole as materialized (
      select v.agreement_id, v.content_hash from fact_approval v where "v"."organiser_id" = any($1::uuid[])
      group by v.agreement_id, v.content_hash having count(distinct v.party) = $2
    ), agreed as materialized (
      -- Only one that all three have approved as it stands renews the one before it.
      select a.*, max(lower(a.during)) filter (where w.agreement_id is not null) over (partition by a.placement_id) as newest
      from fact_agreement a
      left join whole w on w.agreement_id = a.agreement_id and w.content_hash = app_agreement_hash(a.tasks, a.hours, a.during, a.terms)
      where "a"."organiser_id" = any($3::uuid[])
    and "a"."service" = any($4::text[])
    ), approved as materialized (
      select v.agreement_id, json_agg(json_build_object('party', v.party, 'approvedOn', v.approved_on, 'contentHash', v.content_hash)
        order by v.approved_on, v.approval_id) as list
      from fact_approval v where "v"."organiser_id" = any($5::uuid[]) group by v.agreement_id
    )
    select a.person_id as person, a.client_id as client, a.agreement_id as thing, a.service as category, a.during::text as during,
      json_build_object('placed', a.placed_during, 'tasks', a.tasks, 'hours', a.hours, 'terms', a.terms, 'renewed', coalesce(a.newest >= upper(a.during), false),
        'approvals', coalesce(v.list, '[]')) as extra
    from agreed a left join approved v on v.agreement_id = a.agreement_id
    where a.placed_during && daterange($6::date, $7::date);

-- money.ts moneyFacts dac737d5
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
with closed as materialized (
      -- Months are closed in their order.
      select o.id as organiser_id, greatest((max(m.month_on) + interval '1 month')::date, $1::date) as until
      from unnest($2::uuid[]) o (id) left join fact_month m on m.organiser_id = o.id group by o.id
    )
    select m.person_id as person, m.client_id as client, l.kind as category, l.party as also,
      sum(l.cents)::int as amount, sum(l.days)::int as times, true as flag
    from (
      -- Put together by placement before anything is joined: there are a hundred times as many lines.
      select l.placement_id, l.kind, l.party, sum(l.amount_cents) as cents, count(*) - 2 * count(l.reverses_id) as days
      from known_compensation_line l
      where "l"."organiser_id" = any($3::uuid[]) and l.earned_on >= $4::date and l.earned_on < $5::date
      group by l.placement_id, l.kind, l.party
    ) l join fact_placement m on m.placement_id = l.placement_id
    where m.service = any($6::text[])
    group by m.person_id, m.client_id, l.kind, l.party
    union all
    select d.person_id, d.client_id, d.kind, d.party, sum(d.amount_cents * d.times)::int, sum(d.times)::int, false
    from closed c cross join lateral fact_compensation_days(c.organiser_id, c.until, $7::date) d
    where c.until < $8::date and d.service = any($9::text[])
    group by d.person_id, d.client_id, d.kind, d.party;

-- per-agreement.ts contactFacts 56115ff4
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select k.person_id as person, k.client_id as client, k.contact_id as thing, k.kind as category, k.party as also, null as during, null::json as extra
    from fact_contact k where "k"."organiser_id" = any($1::uuid[])
    and "k"."service" = any($2::text[]) and (k.kind = 'workplace-visit' or k.party in ('employer', 'both'))
      and k.held_on >= $3::date and k.held_on < $4::date
    union all
    select a.person, a.client, a.thing, 'agreement', null, a.during, a.extra from (
    with whole as materialized (
      select v.agreement_id, v.content_hash from fact_approval v where "v"."organiser_id" = any($5::uuid[])
      group by v.agreement_id, v.content_hash having count(distinct v.party) = $6
    ), agreed as materialized (
      -- Only one that all three have approved as it stands renews the one before it.
      select a.*, max(lower(a.during)) filter (where w.agreement_id is not null) over (partition by a.placement_id) as newest
      from fact_agreement a
      left join whole w on w.agreement_id = a.agreement_id and w.content_hash = app_agreement_hash(a.tasks, a.hours, a.during, a.terms)
      where "a"."organiser_id" = any($7::uuid[])
    and "a"."service" = any($8::text[])
    ), approved as materialized (
      select v.agreement_id, json_agg(json_build_object('party', v.party, 'approvedOn', v.approved_on, 'contentHash', v.content_hash)
        order by v.approved_on, v.approval_id) as list
      from fact_approval v where "v"."organiser_id" = any($9::uuid[]) group by v.agreement_id
    )
    select a.person_id as person, a.client_id as client, a.agreement_id as thing, a.service as category, a.during::text as during,
      json_build_object('placed', a.placed_during, 'tasks', a.tasks, 'hours', a.hours, 'terms', a.terms, 'renewed', coalesce(a.newest >= upper(a.during), false),
        'approvals', coalesce(v.list, '[]')) as extra
    from agreed a left join approved v on v.agreement_id = a.agreement_id
    where a.placed_during && daterange($10::date, $11::date)) a;

-- places-on.ts placeFacts fd830e19
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select m.person_id as person, m.client_id as client, m.placement_id as thing, m.service as category, m.wage_subsidy as flag,
      json_build_object('mode', r.provision_mode, 'provider', r.provider, 'employer', m.employer_id, 'workplace', m.workplace_id,
        'sector', e.sector) as extra
    from fact_placement m
    join fact_relationship r on r.relationship_id = m.relationship_id
    left join fact_employer e on e.employer_id = m.employer_id
    where "m"."organiser_id" = any($1::uuid[])
    and "m"."service" = any($2::text[]) and m.during @> $3::date;

-- scope.ts groundOf f6b346ee
-- id uuid, code text, name text, register_from_on date, ids list, today date, gaps list or null, offered list or null
with recursive asked as (
      select id, code, register_from_on, coalesce(
        (select "h"."name_en" from organiser_organiser_history h where h.id = o.id
          and upper(h.recorded) > $1::timestamptz order by lower(h.recorded) limit 1),
        "o"."name_en") as name
      from organiser_organiser o where code = $2
    ), later as (
      select id from asked
      union
      select s.successor_id from organiser_succession s join later on later.id = s.predecessor_id
      where $3::boolean and s.from_on <= $4::date
    ), ids as (
      select id from later
      union
      select m.organiser_id from organiser_membership m join later on later.id = m.region_id
      where m.during && daterange($5::date, $6::date, '[)')
    )
    -- What a region comes to is known in whole from when the last of its members that give the services keeps a register.
    select asked.id, asked.code, asked.name, (select app_today()) as today,
      coalesce((select max(o.register_from_on) from organiser_organiser o where o.id in (select id from ids)
        and not exists (select from later where later.id = o.id) and exists (select from organiser_offering f
          where f.organiser_id = o.id and f.service = any($7::text[]))), asked.register_from_on) as register_from_on,
      array(select id from ids) as ids,
      (select json_agg(json_build_object('service', g.service, 'figure', g.figure, 'reason', g."reason_en", 'own', g.organiser_id = asked.id))
        from organiser_recording_gap g where g.organiser_id in (select id from ids) and g.service = any($8::text[])
          and g.during @> $9::date) as gaps,
      array(select distinct f.service from organiser_offering f where f.organiser_id in (select id from ids)
        and lower(f.during) <= $10::date) as offered
    from asked;

-- scope.ts groundOf f6b346ee
-- id uuid, code text, name text, register_from_on date, ids list, today date, gaps list or null, offered list or null
with recursive asked as (
      select id, code, register_from_on, coalesce(
        (select "h"."name_fi" from organiser_organiser_history h where h.id = o.id
          and upper(h.recorded) > $1::timestamptz order by lower(h.recorded) limit 1),
        "o"."name_fi") as name
      from organiser_organiser o where code = $2
    ), later as (
      select id from asked
      union
      select s.successor_id from organiser_succession s join later on later.id = s.predecessor_id
      where $3::boolean and s.from_on <= $4::date
    ), ids as (
      select id from later
      union
      select m.organiser_id from organiser_membership m join later on later.id = m.region_id
      where m.during && daterange($5::date, $6::date, '[)')
    )
    -- What a region comes to is known in whole from when the last of its members that give the services keeps a register.
    select asked.id, asked.code, asked.name, (select app_today()) as today,
      coalesce((select max(o.register_from_on) from organiser_organiser o where o.id in (select id from ids)
        and not exists (select from later where later.id = o.id) and exists (select from organiser_offering f
          where f.organiser_id = o.id and f.service = any($7::text[]))), asked.register_from_on) as register_from_on,
      array(select id from ids) as ids,
      (select json_agg(json_build_object('service', g.service, 'figure', g.figure, 'reason', g."reason_fi", 'own', g.organiser_id = asked.id))
        from organiser_recording_gap g where g.organiser_id in (select id from ids) and g.service = any($8::text[])
          and g.during @> $9::date) as gaps,
      array(select distinct f.service from organiser_offering f where f.organiser_id in (select id from ids)
        and lower(f.during) <= $10::date) as offered
    from asked;

-- scope.ts groundOf f6b346ee
-- id uuid, code text, name text, register_from_on date, ids list, today date, gaps list or null, offered list or null
with recursive asked as (
      select id, code, register_from_on, coalesce(
        (select "h"."name_sv" from organiser_organiser_history h where h.id = o.id
          and upper(h.recorded) > $1::timestamptz order by lower(h.recorded) limit 1),
        "o"."name_sv") as name
      from organiser_organiser o where code = $2
    ), later as (
      select id from asked
      union
      select s.successor_id from organiser_succession s join later on later.id = s.predecessor_id
      where $3::boolean and s.from_on <= $4::date
    ), ids as (
      select id from later
      union
      select m.organiser_id from organiser_membership m join later on later.id = m.region_id
      where m.during && daterange($5::date, $6::date, '[)')
    )
    -- What a region comes to is known in whole from when the last of its members that give the services keeps a register.
    select asked.id, asked.code, asked.name, (select app_today()) as today,
      coalesce((select max(o.register_from_on) from organiser_organiser o where o.id in (select id from ids)
        and not exists (select from later where later.id = o.id) and exists (select from organiser_offering f
          where f.organiser_id = o.id and f.service = any($7::text[]))), asked.register_from_on) as register_from_on,
      array(select id from ids) as ids,
      (select json_agg(json_build_object('service', g.service, 'figure', g.figure, 'reason', g."reason_sv", 'own', g.organiser_id = asked.id))
        from organiser_recording_gap g where g.organiser_id in (select id from ids) and g.service = any($8::text[])
          and g.during @> $9::date) as gaps,
      array(select distinct f.service from organiser_offering f where f.organiser_id in (select id from ids)
        and lower(f.during) <= $10::date) as offered
    from asked;

-- scope.ts hasRecorded 960b0816
-- recorded boolean
select exists (select from "fact_agreement" f where "f"."organiser_id" = any($1::uuid[])
    and "f"."service" = any($2::text[])) as recorded;

-- scope.ts hasRecorded 960b0816
-- recorded boolean
select exists (select from "fact_allocation_rule" f where "f"."organiser_id" = any($1::uuid[])
    and "f"."service" = any($2::text[])) or exists (select from "fact_group_lead" f where "f"."organiser_id" = any($3::uuid[])
    and "f"."service" = any($4::text[])) as recorded;

-- scope.ts hasRecorded 960b0816
-- recorded boolean
select exists (select from "fact_answer" f where "f"."organiser_id" = any($1::uuid[])) as recorded;

-- scope.ts hasRecorded 960b0816
-- recorded boolean
select exists (select from "fact_attendance" f where "f"."organiser_id" = any($1::uuid[])
    and "f"."service" = any($2::text[])) as recorded;

-- scope.ts hasRecorded 960b0816
-- recorded boolean
select exists (select from "fact_attendance" f where "f"."organiser_id" = any($1::uuid[])
    and "f"."service" = any($2::text[])) or exists (select from "fact_compensation" f where "f"."organiser_id" = any($3::uuid[])
    and "f"."service" = any($4::text[])) or exists (select from "fact_compensation_day" f where "f"."organiser_id" = any($5::uuid[])
    and "f"."service" = any($6::text[])) as recorded;

-- scope.ts hasRecorded 960b0816
-- recorded boolean
select exists (select from "fact_compensation" f where "f"."organiser_id" = any($1::uuid[])
    and "f"."service" = any($2::text[])) or exists (select from "fact_attendance" f where "f"."organiser_id" = any($3::uuid[])
    and "f"."service" = any($4::text[])) as recorded;

-- scope.ts hasRecorded 960b0816
-- recorded boolean
select exists (select from "fact_contact" f where "f"."organiser_id" = any($1::uuid[])
    and "f"."service" = any($2::text[])) as recorded;

-- scope.ts hasRecorded 960b0816
-- recorded boolean
select exists (select from "fact_contact" f where "f"."organiser_id" = any($1::uuid[])
    and "f"."service" = any($2::text[])) or exists (select from "fact_agreement" f where "f"."organiser_id" = any($3::uuid[])
    and "f"."service" = any($4::text[])) as recorded;

-- scope.ts hasRecorded 960b0816
-- recorded boolean
select exists (select from "fact_cooperation_link" f where "f"."organiser_id" = any($1::uuid[])) as recorded;

-- scope.ts hasRecorded 960b0816
-- recorded boolean
select exists (select from "fact_cooperation_referral" f where "f"."organiser_id" = any($1::uuid[])
    and "f"."service" = any($2::text[])) as recorded;

-- scope.ts hasRecorded 960b0816
-- recorded boolean
select exists (select from "fact_exit" f where "f"."organiser_id" = any($1::uuid[])
    and "f"."service" = any($2::text[])) as recorded;

-- scope.ts hasRecorded 960b0816
-- recorded boolean
select exists (select from "fact_exit" f where "f"."organiser_id" = any($1::uuid[])
    and "f"."service" = any($2::text[])) or exists (select from "fact_pause" f where "f"."organiser_id" = any($3::uuid[])
    and "f"."service" = any($4::text[])) as recorded;

-- scope.ts hasRecorded 960b0816
-- recorded boolean
select exists (select from "fact_participation" f where "f"."organiser_id" = any($1::uuid[])
    and "f"."service" = any($2::text[])) as recorded;

-- scope.ts hasRecorded 960b0816
-- recorded boolean
select exists (select from "fact_post" f where "f"."organiser_id" = any($1::uuid[])) as recorded;

-- scope.ts hasRecorded 960b0816
-- recorded boolean
select exists (select from "fact_rate" f where "f"."organiser_id" = any($1::uuid[])) as recorded;

-- scope.ts hasRecorded 960b0816
-- recorded boolean
select exists (select from "fact_responsible" f where "f"."organiser_id" = any($1::uuid[])
    and "f"."service" = any($2::text[])) as recorded;

-- scope.ts hasRecorded 960b0816
-- recorded boolean
select exists (select from "fact_rhythm" f where "f"."organiser_id" = any($1::uuid[])
    and "f"."service" = any($2::text[])) or exists (select from "fact_agreed_rhythm" f where "f"."organiser_id" = any($3::uuid[])
    and "f"."service" = any($4::text[])) as recorded;

-- scope.ts organisersOf a985d2ba
-- client uuid, organiser uuid
select c.client_id as client, c.organiser_id as organiser from fact_client c where "c"."organiser_id" = any($1::uuid[]);
