-- employer-contacts.ts employerContacts 4431378f
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select k.person_id as person, k.client_id as client, k.contact_id as thing, k.kind as category, null as during, null::json as extra
    from fact_contact k where "k"."organiser_id" = any($1::uuid[])
    and "k"."service" = any($2::text[]) and k.party in ('employer', 'both')
      and k.held_on >= $3::date and k.held_on < $4::date
    union all
    select a.person, a.client, a.thing, 'agreement', a.during, a.extra from (
    with whole as materialized (
      select v.agreement_id, v.content_hash from fact_approval v where "v"."organiser_id" = any($5::uuid[])
      group by v.agreement_id, v.content_hash having count(distinct v.party) = $6
    ), agreed as materialized (
      -- Only one that all three have approved as it stands renews the one before it.
      select a.*, max(lower(a.during)) filter (where w.agreement_id is not null) over (partition by a.placement_id) as newest
      from fact_agreement a
      left join whole w on w.agreement_id = a.agreement_id and w.content_hash = app_agreement_hash(a.tasks, a.hours, a.during)
      where "a"."organiser_id" = any($7::uuid[])
    and "a"."service" = any($8::text[])
    ), approved as materialized (
      select v.agreement_id, json_agg(json_build_object('party', v.party, 'approvedOn', v.approved_on, 'contentHash', v.content_hash)
        order by v.approved_on, v.approval_id) as list
      from fact_approval v where "v"."organiser_id" = any($9::uuid[]) group by v.agreement_id
    )
    select a.person_id as person, a.client_id as client, a.agreement_id as thing, a.service as category, a.during::text as during,
      json_build_object('placed', a.placed_during, 'tasks', a.tasks, 'hours', a.hours, 'renewed', coalesce(a.newest >= upper(a.during), false),
        'approvals', coalesce(v.list, '[]')) as extra
    from agreed a left join approved v on v.agreement_id = a.agreement_id
    where a.placed_during && daterange($10::date, $11::date)) a;

-- employer-contacts.ts employerContacts 4431378f
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select k.person_id as person, k.client_id as client, k.contact_id as thing, k.kind as category, null as during, null::json as extra
    from fact_contact k where "k"."organiser_id" = any($1::uuid[])
    and "k"."service" = any($2::text[]) and k.party in ('employer', 'both')
      and k.held_on >= $3::date and k.held_on < $4::date
    union all
    select a.person, a.client, a.thing, 'agreement', a.during, a.extra from (
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

-- workplace-visits.ts workplaceVisits d188308b
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select k.person_id as person, k.client_id as client, k.contact_id as thing, k.kind as category, null as during, null::json as extra
    from fact_contact k where "k"."organiser_id" = any($1::uuid[])
    and "k"."service" = any($2::text[]) and k.kind = 'workplace-visit'
      and k.held_on >= $3::date and k.held_on < $4::date
    union all
    select a.person, a.client, a.thing, 'agreement', a.during, a.extra from (
    with whole as materialized (
      select v.agreement_id, v.content_hash from fact_approval v where "v"."organiser_id" = any($5::uuid[])
      group by v.agreement_id, v.content_hash having count(distinct v.party) = $6
    ), agreed as materialized (
      -- Only one that all three have approved as it stands renews the one before it.
      select a.*, max(lower(a.during)) filter (where w.agreement_id is not null) over (partition by a.placement_id) as newest
      from fact_agreement a
      left join whole w on w.agreement_id = a.agreement_id and w.content_hash = app_agreement_hash(a.tasks, a.hours, a.during)
      where "a"."organiser_id" = any($7::uuid[])
    and "a"."service" = any($8::text[])
    ), approved as materialized (
      select v.agreement_id, json_agg(json_build_object('party', v.party, 'approvedOn', v.approved_on, 'contentHash', v.content_hash)
        order by v.approved_on, v.approval_id) as list
      from fact_approval v where "v"."organiser_id" = any($9::uuid[]) group by v.agreement_id
    )
    select a.person_id as person, a.client_id as client, a.agreement_id as thing, a.service as category, a.during::text as during,
      json_build_object('placed', a.placed_during, 'tasks', a.tasks, 'hours', a.hours, 'renewed', coalesce(a.newest >= upper(a.during), false),
        'approvals', coalesce(v.list, '[]')) as extra
    from agreed a left join approved v on v.agreement_id = a.agreement_id
    where a.placed_during && daterange($10::date, $11::date)) a;

-- workplace-visits.ts workplaceVisits d188308b
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select k.person_id as person, k.client_id as client, k.contact_id as thing, k.kind as category, null as during, null::json as extra
    from fact_contact k where "k"."organiser_id" = any($1::uuid[])
    and "k"."service" = any($2::text[]) and k.kind = 'workplace-visit'
      and k.held_on >= $3::date and k.held_on < $4::date
    union all
    select a.person, a.client, a.thing, 'agreement', a.during, a.extra from (
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
