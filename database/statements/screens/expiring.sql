-- board.ts expiringOn fc0bbcb3
-- kind text, id uuid, clientId uuid, relationshipId uuid or null, name text, service text, serviceName text, since date, lastDay date or null, decided boolean, pending boolean, own boolean, who text or null, referralId uuid or null
with served as (
      select r.id, r.client_id, r.service, r.during, g.days as granted, g.rests
      from relationship_relationship r
      cross join lateral (select coalesce(range_agg(d.during), '{}') as days, bool_or(d.during && r.during) as rests
        from decision_granted d where d.client_id = r.client_id and d.service = r.service) g
      where r.organiser_id = $1 and lower(r.during) <= $2::date
        -- One that nothing but its decision ended is on the list until it goes on or is left, however old it is.
        and (r.during @> $3::date or (g.days @> (upper(r.during) - 1) and exists (select from decision_granted d
            where d.client_id = r.client_id and d.service = r.service and upper(d.during) = upper(r.during))
          and not exists (select from exit_exit e where e.relationship_id = r.id)
          and not exists (select from exit_transition t where t.from_relationship_id = r.id)
          and not exists (select from relationship_relationship n where n.client_id = r.client_id and n.service = r.service
            and lower(n.during) >= upper(r.during))))
    ), standing as (
      select s.*, (select upper(u) from unnest(s.granted) u where u @> $4::date) as until_on,
        (select max(upper(u)) from unnest(s.granted) u where upper(u) <= $5::date) as ended_on,
        exists (select from unnest(s.granted) u where u @> $6::date) as covered
      from served s
    ), aging as materialized (
      -- A grant without an end was asked on its first day whether the act means the client. Few cite such an act: they are found first.
      select d.id, l.last_on
      from decision_decision d join client_client b on b.id = d.client_id
      cross join lateral (select min((b.birth_on + make_interval(years => p."underAge"))::date - 1) as last_on
        from jsonb_to_recordset($7::jsonb) as p(provision text, "underAge" int) where p.provision = any(d.provisions)) l
      where d.organiser_id = $8 and d.outcome = 'grant' and d.annulled_on is null and not d.explanations ? 'outsideGroup'
        and d.provisions && $9::text[]
        and l.last_on <= $10::date
    ), expiring as (
      select case when not coalesce(rests, false) then 'without' when upper(during) <= $11::date or not covered then 'ended' else 'ending' end as kind,
        id, client_id, id as relationship_id, service, lower(during) as since,
        case when upper(during) <= $12::date then upper(during) - 1 when covered then least(until_on, upper(during)) - 1
          when coalesce(rests, false) then ended_on - 1 end as last_on,
        upper(during) is not null and granted @> upper(during) as decided, null::uuid as worker_id
      from standing
      where not covered or upper(during) <= $13::date or least(until_on, upper(during)) <= $14::date
      union all
      select 'age', s.id, s.client_id, s.id, s.service, lower(s.during), min(a.last_on), false, null
      from aging a
      join decision_granted g on g.decision_id = a.id
      join served s on s.client_id = g.client_id and s.service = g.service
      where s.during @> $15::date and s.during * g.during && daterange(greatest(a.last_on + 1, $16::date), null)
        and not exists (select from relationship_relationship r where r.id = s.id and r.outside_because is not null)
        and not exists (select from placement_placement m where m.relationship_id = s.id and m.outside_because is not null)
      group by s.id, s.client_id, s.service, s.during
      union all
      select 'unserved', d.id, d.client_id, null, d.service, d.decided_on, null, false, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $17 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $18::date
      union all
      select 'plan', p.id, p.client_id, s.id, p.service, p.made_on, upper(p.during) - 1, false, p.made_by_id
      from plan_plan p join served s on s.client_id = p.client_id and s.service = p.service and s.during @> $19::date
      where p.organiser_id = $20 and upper(p.during) <= $21::date
        and not exists (select from plan_plan n where n.client_id = p.client_id and n.service = p.service and n.id <> p.id
          and (upper(n.during) is null or upper(n.during) > upper(p.during) or (upper(n.during) = upper(p.during) and n.id > p.id))
          -- A draft renews nothing.
          and exists (select from plan_signed g where g.plan_id = n.id and g.signed_on is not null))
        and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on is not null)
    )
    select x.kind, x.id, x.client_id as "clientId", x.relationship_id as "relationshipId",
      trim(c.family_name || ' ' || c.given_names) as name, x.service, "s"."name_en" as "serviceName",
      x.since, x.last_on as "lastDay", x.decided,
      exists (select from decision_matter m where m.client_id = x.client_id and m.service = x.service and m.decided_on is null
        and m.withdrawn_on is null) as pending,
      coalesce(a.own, x.worker_id = $22, false) as own, coalesce(a.who, w.family_name || ' ' || w.given_name) as who,
      (select m.id from decision_matter m where m.client_id = x.client_id and m.service = x.service and m.organiser_id = $23
        order by m.received_on desc, m.id desc limit 1) as "referralId"
    from expiring x
    join client_client c on c.id = x.client_id
    join organiser_service s on s.code = x.service
    left join worker_worker w on w.id = x.worker_id
    -- Who answers, or did last where the service is over.
    left join lateral (select bool_or(o.worker_id = $24) as own,
        string_agg(distinct k.family_name || ' ' || k.given_name, ', ') as who
      from placement_answering o join worker_worker k on k.id = o.worker_id
      where o.client_id = x.client_id and (o.relationship_id = x.relationship_id or o.relationship_id is null)
        and (o.during @> $25::date or upper(o.during) = x.last_on + 1)) a on true
    order by x.last_on nulls first, x.since, name;

-- board.ts expiringOn fc0bbcb3
-- kind text, id uuid, clientId uuid, relationshipId uuid or null, name text, service text, serviceName text, since date, lastDay date or null, decided boolean, pending boolean, own boolean, who text or null, referralId uuid or null
with served as (
      select r.id, r.client_id, r.service, r.during, g.days as granted, g.rests
      from relationship_relationship r
      cross join lateral (select coalesce(range_agg(d.during), '{}') as days, bool_or(d.during && r.during) as rests
        from decision_granted d where d.client_id = r.client_id and d.service = r.service) g
      where r.organiser_id = $1 and lower(r.during) <= $2::date
        -- One that nothing but its decision ended is on the list until it goes on or is left, however old it is.
        and (r.during @> $3::date or (g.days @> (upper(r.during) - 1) and exists (select from decision_granted d
            where d.client_id = r.client_id and d.service = r.service and upper(d.during) = upper(r.during))
          and not exists (select from exit_exit e where e.relationship_id = r.id)
          and not exists (select from exit_transition t where t.from_relationship_id = r.id)
          and not exists (select from relationship_relationship n where n.client_id = r.client_id and n.service = r.service
            and lower(n.during) >= upper(r.during))))
    ), standing as (
      select s.*, (select upper(u) from unnest(s.granted) u where u @> $4::date) as until_on,
        (select max(upper(u)) from unnest(s.granted) u where upper(u) <= $5::date) as ended_on,
        exists (select from unnest(s.granted) u where u @> $6::date) as covered
      from served s
    ), aging as materialized (
      -- A grant without an end was asked on its first day whether the act means the client. Few cite such an act: they are found first.
      select d.id, l.last_on
      from decision_decision d join client_client b on b.id = d.client_id
      cross join lateral (select min((b.birth_on + make_interval(years => p."underAge"))::date - 1) as last_on
        from jsonb_to_recordset($7::jsonb) as p(provision text, "underAge" int) where p.provision = any(d.provisions)) l
      where d.organiser_id = $8 and d.outcome = 'grant' and d.annulled_on is null and not d.explanations ? 'outsideGroup'
        and d.provisions && $9::text[]
        and l.last_on <= $10::date
    ), expiring as (
      select case when not coalesce(rests, false) then 'without' when upper(during) <= $11::date or not covered then 'ended' else 'ending' end as kind,
        id, client_id, id as relationship_id, service, lower(during) as since,
        case when upper(during) <= $12::date then upper(during) - 1 when covered then least(until_on, upper(during)) - 1
          when coalesce(rests, false) then ended_on - 1 end as last_on,
        upper(during) is not null and granted @> upper(during) as decided, null::uuid as worker_id
      from standing
      where not covered or upper(during) <= $13::date or least(until_on, upper(during)) <= $14::date
      union all
      select 'age', s.id, s.client_id, s.id, s.service, lower(s.during), min(a.last_on), false, null
      from aging a
      join decision_granted g on g.decision_id = a.id
      join served s on s.client_id = g.client_id and s.service = g.service
      where s.during @> $15::date and s.during * g.during && daterange(greatest(a.last_on + 1, $16::date), null)
        and not exists (select from relationship_relationship r where r.id = s.id and r.outside_because is not null)
        and not exists (select from placement_placement m where m.relationship_id = s.id and m.outside_because is not null)
      group by s.id, s.client_id, s.service, s.during
      union all
      select 'unserved', d.id, d.client_id, null, d.service, d.decided_on, null, false, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $17 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $18::date
      union all
      select 'plan', p.id, p.client_id, s.id, p.service, p.made_on, upper(p.during) - 1, false, p.made_by_id
      from plan_plan p join served s on s.client_id = p.client_id and s.service = p.service and s.during @> $19::date
      where p.organiser_id = $20 and upper(p.during) <= $21::date
        and not exists (select from plan_plan n where n.client_id = p.client_id and n.service = p.service and n.id <> p.id
          and (upper(n.during) is null or upper(n.during) > upper(p.during) or (upper(n.during) = upper(p.during) and n.id > p.id))
          -- A draft renews nothing.
          and exists (select from plan_signed g where g.plan_id = n.id and g.signed_on is not null))
        and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on is not null)
    )
    select x.kind, x.id, x.client_id as "clientId", x.relationship_id as "relationshipId",
      trim(c.family_name || ' ' || c.given_names) as name, x.service, "s"."name_fi" as "serviceName",
      x.since, x.last_on as "lastDay", x.decided,
      exists (select from decision_matter m where m.client_id = x.client_id and m.service = x.service and m.decided_on is null
        and m.withdrawn_on is null) as pending,
      coalesce(a.own, x.worker_id = $22, false) as own, coalesce(a.who, w.family_name || ' ' || w.given_name) as who,
      (select m.id from decision_matter m where m.client_id = x.client_id and m.service = x.service and m.organiser_id = $23
        order by m.received_on desc, m.id desc limit 1) as "referralId"
    from expiring x
    join client_client c on c.id = x.client_id
    join organiser_service s on s.code = x.service
    left join worker_worker w on w.id = x.worker_id
    -- Who answers, or did last where the service is over.
    left join lateral (select bool_or(o.worker_id = $24) as own,
        string_agg(distinct k.family_name || ' ' || k.given_name, ', ') as who
      from placement_answering o join worker_worker k on k.id = o.worker_id
      where o.client_id = x.client_id and (o.relationship_id = x.relationship_id or o.relationship_id is null)
        and (o.during @> $25::date or upper(o.during) = x.last_on + 1)) a on true
    order by x.last_on nulls first, x.since, name;
