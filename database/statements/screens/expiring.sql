-- board.ts expiringOn 54efa776
-- counts document, total number, services list, list list
with begun as materialized (
      select r.id, r.client_id, r.service, r.during from relationship_relationship r
      where r.organiser_id = $1 and lower(r.during) <= $2::date and r.client_id in (select seen from app_seen() seen)
        and (r.during @> $3::date or not exists (select from exit_exit e where e.relationship_id = r.id)
          and not exists (select from exit_transition t where t.from_relationship_id = r.id)
          and not exists (select from relationship_relationship n where n.client_id = r.client_id and n.service = r.service
            and lower(n.during) >= upper(r.during)))
    ), served as (
      select r.id, r.client_id, r.service, r.during, g.days as granted, g.rests
      from begun r
      cross join lateral (select coalesce(range_agg(d.during), '{}') as days, bool_or(d.during && r.during) as rests,
          bool_or(upper(d.during) = upper(r.during)) as ends
        from decision_granted d where d.client_id = r.client_id and d.service = r.service) g
      -- One that nothing but its decision ended is on the list until it goes on or is left, however old it is.
      where r.during @> $4::date or (g.ends and g.days @> (upper(r.during) - 1))
    ), standing as (
      select s.*, (select upper(u) from unnest(s.granted) u where u @> $5::date) as until_on,
        (select max(upper(u)) from unnest(s.granted) u where upper(u) <= $6::date) as ended_on,
        exists (select from unnest(s.granted) u where u @> $7::date) as covered
      from served s
    ), aging as materialized (
      -- A grant without an end was asked on its first day whether the act means the client. Few cite such an act: they are found first.
      select d.id, l.last_on
      from decision_decision d join client_client b on b.id = d.client_id
      cross join lateral (select min((b.birth_on + make_interval(years => p."underAge"))::date - 1) as last_on
        from jsonb_to_recordset($8::jsonb) as p(provision text, "underAge" int) where p.provision = any(d.provisions)) l
      where d.organiser_id = $9 and d.outcome = 'grant' and d.annulled_on is null and not d.explanations ? 'outsideGroup'
        and d.client_id in (select seen from app_seen() seen)
        and d.provisions && $10::text[]
        and l.last_on <= $11::date
    ), expiring as (
      select case when not coalesce(rests, false) then 'without' when upper(during) <= $12::date or not covered then 'ended' else 'ending' end as kind,
        id, client_id, id as relationship_id, service, lower(during) as since,
        case when upper(during) <= $13::date then upper(during) - 1 when covered then least(until_on, upper(during)) - 1
          when coalesce(rests, false) then ended_on - 1 end as last_on,
        upper(during) is not null and granted @> upper(during) as decided, null::uuid as worker_id
      from standing
      where not covered or upper(during) <= $14::date or least(until_on, upper(during)) <= $15::date
      union all
      select 'age', s.id, s.client_id, s.id, s.service, lower(s.during), min(a.last_on), false, null
      from aging a
      -- Of those few alone: joined, what each client was granted was reckoned once more.
      cross join lateral (select g.client_id, g.service, g.during from decision_granted g where g.decision_id = a.id offset 0) g
      join served s on s.client_id = g.client_id and s.service = g.service
      where s.during @> $16::date and s.during * g.during && daterange(greatest(a.last_on + 1, $17::date), null)
        and not exists (select from relationship_relationship r where r.id = s.id and r.outside_because is not null)
        and not exists (select from placement_placement m where m.relationship_id = s.id and m.outside_because is not null)
      group by s.id, s.client_id, s.service, s.during
      union all
      select 'unserved', d.id, d.client_id, null, d.service, d.decided_on, null, false, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $18 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $19::date
        and d.client_id in (select seen from app_seen() seen)
      union all
      select 'plan', p.id, p.client_id, s.id, p.service, p.made_on, upper(p.during) - 1, false, p.made_by_id
      from plan_plan p join served s on s.client_id = p.client_id and s.service = p.service and s.during @> $20::date
      where p.organiser_id = $21 and upper(p.during) <= $22::date
        and not exists (select from plan_plan n where n.client_id = p.client_id and n.service = p.service and n.id <> p.id
          and (upper(n.during) is null or upper(n.during) > upper(p.during) or (upper(n.during) = upper(p.during) and n.id > p.id))
          -- A draft renews nothing.
          and exists (select from plan_signed g where g.plan_id = n.id and g.signed_on is not null))
        and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on is not null)
    ), chosen as materialized (
      select x.* from expiring x
      where true  
    ), near as (
      -- With those of the same days, whose order is by name.
      select * from (select x.*, rank() over (partition by x.kind order by x.last_on nulls first, x.since) as place
        from chosen x where true) x where x.place <= $23
    ), named as (
      select x.kind, x.id, x.client_id, x.relationship_id, x.service, x.since, x.last_on, x.decided, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over (partition by x.kind order by x.last_on nulls first, x.since, x.name, x.id) as place from named x) x
      where x.place <= $24
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.kind = $25) as "ended", count(*) filter (where x.kind = $26) as "without", count(*) filter (where x.kind = $27 and x.last_on <= $28::date) as "in30", count(*) filter (where x.kind = $29 and x.last_on <= $30::date) as "in60", count(*) filter (where x.kind = $31 and x.last_on <= $32::date) as "in90", count(*) filter (where x.kind = $33) as "age", count(*) filter (where x.kind = $34) as "unserved", count(*) filter (where x.kind = $35) as "plan" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from expiring x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('kind', x.kind, 'id', x.id, 'clientId', x.client_id, 'relationshipId', x.relationship_id,
        'name', x.name, 'service', x.service, 'serviceName', "s"."name_fi", 'since', x.since, 'lastDay', x.last_on,
        'decided', x.decided, 'pending', m.pending, 'own', coalesce(a.own, x.worker_id = $36, false),
        'who', coalesce(a.who, w.family_name || ' ' || w.given_name), 'referralId', m.latest) order by x.last_on nulls first, x.since, x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker w on w.id = x.worker_id
        left join lateral (select bool_or(o.worker_id = $37) as own,
            string_agg(distinct k.family_name || ' ' || k.given_name, ', ') as who
          from placement_answering o join worker_worker k on k.id = o.worker_id where o.client_id = x.client_id and (o.relationship_id = x.relationship_id or o.relationship_id is null)
        and (o.during @> $38::date or upper(o.during) = x.last_on + 1)) a on true
        left join lateral (select bool_or(m.decided_on is null and m.withdrawn_on is null) is true as pending,
            (array_agg(m.id order by m.received_on desc, m.id desc) filter (where m.organiser_id = $39))[1] as latest
          from decision_matter m where m.client_id = x.client_id and m.service = x.service) m on true), '[]') as list;

-- board.ts expiringOn 54efa776
-- counts document, total number, services list, list list
with begun as materialized (
      select r.id, r.client_id, r.service, r.during from relationship_relationship r
      where r.organiser_id = $1 and lower(r.during) <= $2::date and r.client_id in (select seen from app_seen() seen)
        and (r.during @> $3::date or not exists (select from exit_exit e where e.relationship_id = r.id)
          and not exists (select from exit_transition t where t.from_relationship_id = r.id)
          and not exists (select from relationship_relationship n where n.client_id = r.client_id and n.service = r.service
            and lower(n.during) >= upper(r.during)))
    ), served as (
      select r.id, r.client_id, r.service, r.during, g.days as granted, g.rests
      from begun r
      cross join lateral (select coalesce(range_agg(d.during), '{}') as days, bool_or(d.during && r.during) as rests,
          bool_or(upper(d.during) = upper(r.during)) as ends
        from decision_granted d where d.client_id = r.client_id and d.service = r.service) g
      -- One that nothing but its decision ended is on the list until it goes on or is left, however old it is.
      where r.during @> $4::date or (g.ends and g.days @> (upper(r.during) - 1))
    ), standing as (
      select s.*, (select upper(u) from unnest(s.granted) u where u @> $5::date) as until_on,
        (select max(upper(u)) from unnest(s.granted) u where upper(u) <= $6::date) as ended_on,
        exists (select from unnest(s.granted) u where u @> $7::date) as covered
      from served s
    ), aging as materialized (
      -- A grant without an end was asked on its first day whether the act means the client. Few cite such an act: they are found first.
      select d.id, l.last_on
      from decision_decision d join client_client b on b.id = d.client_id
      cross join lateral (select min((b.birth_on + make_interval(years => p."underAge"))::date - 1) as last_on
        from jsonb_to_recordset($8::jsonb) as p(provision text, "underAge" int) where p.provision = any(d.provisions)) l
      where d.organiser_id = $9 and d.outcome = 'grant' and d.annulled_on is null and not d.explanations ? 'outsideGroup'
        and d.client_id in (select seen from app_seen() seen)
        and d.provisions && $10::text[]
        and l.last_on <= $11::date
    ), expiring as (
      select case when not coalesce(rests, false) then 'without' when upper(during) <= $12::date or not covered then 'ended' else 'ending' end as kind,
        id, client_id, id as relationship_id, service, lower(during) as since,
        case when upper(during) <= $13::date then upper(during) - 1 when covered then least(until_on, upper(during)) - 1
          when coalesce(rests, false) then ended_on - 1 end as last_on,
        upper(during) is not null and granted @> upper(during) as decided, null::uuid as worker_id
      from standing
      where not covered or upper(during) <= $14::date or least(until_on, upper(during)) <= $15::date
      union all
      select 'age', s.id, s.client_id, s.id, s.service, lower(s.during), min(a.last_on), false, null
      from aging a
      -- Of those few alone: joined, what each client was granted was reckoned once more.
      cross join lateral (select g.client_id, g.service, g.during from decision_granted g where g.decision_id = a.id offset 0) g
      join served s on s.client_id = g.client_id and s.service = g.service
      where s.during @> $16::date and s.during * g.during && daterange(greatest(a.last_on + 1, $17::date), null)
        and not exists (select from relationship_relationship r where r.id = s.id and r.outside_because is not null)
        and not exists (select from placement_placement m where m.relationship_id = s.id and m.outside_because is not null)
      group by s.id, s.client_id, s.service, s.during
      union all
      select 'unserved', d.id, d.client_id, null, d.service, d.decided_on, null, false, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $18 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $19::date
        and d.client_id in (select seen from app_seen() seen)
      union all
      select 'plan', p.id, p.client_id, s.id, p.service, p.made_on, upper(p.during) - 1, false, p.made_by_id
      from plan_plan p join served s on s.client_id = p.client_id and s.service = p.service and s.during @> $20::date
      where p.organiser_id = $21 and upper(p.during) <= $22::date
        and not exists (select from plan_plan n where n.client_id = p.client_id and n.service = p.service and n.id <> p.id
          and (upper(n.during) is null or upper(n.during) > upper(p.during) or (upper(n.during) = upper(p.during) and n.id > p.id))
          -- A draft renews nothing.
          and exists (select from plan_signed g where g.plan_id = n.id and g.signed_on is not null))
        and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on is not null)
    ), chosen as materialized (
      select x.* from expiring x
      where true  and ((x.kind, x.id) in (select x.kind, x.id from expiring x
            join (select * from placement_answering a where a.worker_id = $23 offset 0) o on o.client_id = x.client_id and (o.relationship_id = x.relationship_id or o.relationship_id is null)
        and (o.during @> $24::date or upper(o.during) = x.last_on + 1))
          or x.worker_id = $25 and not exists (select from placement_answering o where o.client_id = x.client_id and (o.relationship_id = x.relationship_id or o.relationship_id is null)
        and (o.during @> $26::date or upper(o.during) = x.last_on + 1)))
    ), near as (
      -- With those of the same days, whose order is by name.
      select * from (select x.*, rank() over ( order by x.last_on nulls first, x.since) as place
        from chosen x where x.kind = $27 and x.last_on <= $28::date) x where x.place <= $29
    ), named as (
      select x.kind, x.id, x.client_id, x.relationship_id, x.service, x.since, x.last_on, x.decided, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over ( order by x.last_on nulls first, x.since, x.name, x.id) as place from named x) x
      where x.place <= $30
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.kind = $31) as "ended", count(*) filter (where x.kind = $32) as "without", count(*) filter (where x.kind = $33 and x.last_on <= $34::date) as "in30", count(*) filter (where x.kind = $35 and x.last_on <= $36::date) as "in60", count(*) filter (where x.kind = $37 and x.last_on <= $38::date) as "in90", count(*) filter (where x.kind = $39) as "age", count(*) filter (where x.kind = $40) as "unserved", count(*) filter (where x.kind = $41) as "plan" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from expiring x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('kind', x.kind, 'id', x.id, 'clientId', x.client_id, 'relationshipId', x.relationship_id,
        'name', x.name, 'service', x.service, 'serviceName', "s"."name_fi", 'since', x.since, 'lastDay', x.last_on,
        'decided', x.decided, 'pending', m.pending, 'own', coalesce(a.own, x.worker_id = $42, false),
        'who', coalesce(a.who, w.family_name || ' ' || w.given_name), 'referralId', m.latest) order by x.last_on nulls first, x.since, x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker w on w.id = x.worker_id
        left join lateral (select bool_or(o.worker_id = $43) as own,
            string_agg(distinct k.family_name || ' ' || k.given_name, ', ') as who
          from placement_answering o join worker_worker k on k.id = o.worker_id where o.client_id = x.client_id and (o.relationship_id = x.relationship_id or o.relationship_id is null)
        and (o.during @> $44::date or upper(o.during) = x.last_on + 1)) a on true
        left join lateral (select bool_or(m.decided_on is null and m.withdrawn_on is null) is true as pending,
            (array_agg(m.id order by m.received_on desc, m.id desc) filter (where m.organiser_id = $45))[1] as latest
          from decision_matter m where m.client_id = x.client_id and m.service = x.service) m on true), '[]') as list;

-- board.ts expiringOn 54efa776
-- counts document, total number, services list, list list
with begun as materialized (
      select r.id, r.client_id, r.service, r.during from relationship_relationship r
      where r.organiser_id = $1 and lower(r.during) <= $2::date and r.client_id in (select seen from app_seen() seen)
        and (r.during @> $3::date or not exists (select from exit_exit e where e.relationship_id = r.id)
          and not exists (select from exit_transition t where t.from_relationship_id = r.id)
          and not exists (select from relationship_relationship n where n.client_id = r.client_id and n.service = r.service
            and lower(n.during) >= upper(r.during)))
    ), served as (
      select r.id, r.client_id, r.service, r.during, g.days as granted, g.rests
      from begun r
      cross join lateral (select coalesce(range_agg(d.during), '{}') as days, bool_or(d.during && r.during) as rests,
          bool_or(upper(d.during) = upper(r.during)) as ends
        from decision_granted d where d.client_id = r.client_id and d.service = r.service) g
      -- One that nothing but its decision ended is on the list until it goes on or is left, however old it is.
      where r.during @> $4::date or (g.ends and g.days @> (upper(r.during) - 1))
    ), standing as (
      select s.*, (select upper(u) from unnest(s.granted) u where u @> $5::date) as until_on,
        (select max(upper(u)) from unnest(s.granted) u where upper(u) <= $6::date) as ended_on,
        exists (select from unnest(s.granted) u where u @> $7::date) as covered
      from served s
    ), aging as materialized (
      -- A grant without an end was asked on its first day whether the act means the client. Few cite such an act: they are found first.
      select d.id, l.last_on
      from decision_decision d join client_client b on b.id = d.client_id
      cross join lateral (select min((b.birth_on + make_interval(years => p."underAge"))::date - 1) as last_on
        from jsonb_to_recordset($8::jsonb) as p(provision text, "underAge" int) where p.provision = any(d.provisions)) l
      where d.organiser_id = $9 and d.outcome = 'grant' and d.annulled_on is null and not d.explanations ? 'outsideGroup'
        and d.client_id in (select seen from app_seen() seen)
        and d.provisions && $10::text[]
        and l.last_on <= $11::date
    ), expiring as (
      select case when not coalesce(rests, false) then 'without' when upper(during) <= $12::date or not covered then 'ended' else 'ending' end as kind,
        id, client_id, id as relationship_id, service, lower(during) as since,
        case when upper(during) <= $13::date then upper(during) - 1 when covered then least(until_on, upper(during)) - 1
          when coalesce(rests, false) then ended_on - 1 end as last_on,
        upper(during) is not null and granted @> upper(during) as decided, null::uuid as worker_id
      from standing
      where not covered or upper(during) <= $14::date or least(until_on, upper(during)) <= $15::date
      union all
      select 'age', s.id, s.client_id, s.id, s.service, lower(s.during), min(a.last_on), false, null
      from aging a
      -- Of those few alone: joined, what each client was granted was reckoned once more.
      cross join lateral (select g.client_id, g.service, g.during from decision_granted g where g.decision_id = a.id offset 0) g
      join served s on s.client_id = g.client_id and s.service = g.service
      where s.during @> $16::date and s.during * g.during && daterange(greatest(a.last_on + 1, $17::date), null)
        and not exists (select from relationship_relationship r where r.id = s.id and r.outside_because is not null)
        and not exists (select from placement_placement m where m.relationship_id = s.id and m.outside_because is not null)
      group by s.id, s.client_id, s.service, s.during
      union all
      select 'unserved', d.id, d.client_id, null, d.service, d.decided_on, null, false, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $18 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $19::date
        and d.client_id in (select seen from app_seen() seen)
      union all
      select 'plan', p.id, p.client_id, s.id, p.service, p.made_on, upper(p.during) - 1, false, p.made_by_id
      from plan_plan p join served s on s.client_id = p.client_id and s.service = p.service and s.during @> $20::date
      where p.organiser_id = $21 and upper(p.during) <= $22::date
        and not exists (select from plan_plan n where n.client_id = p.client_id and n.service = p.service and n.id <> p.id
          and (upper(n.during) is null or upper(n.during) > upper(p.during) or (upper(n.during) = upper(p.during) and n.id > p.id))
          -- A draft renews nothing.
          and exists (select from plan_signed g where g.plan_id = n.id and g.signed_on is not null))
        and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on is not null)
    ), chosen as materialized (
      select x.* from expiring x
      where true  and ((x.kind, x.id) in (select x.kind, x.id from expiring x
            join (select * from placement_answering a where a.worker_id = $23 offset 0) o on o.client_id = x.client_id and (o.relationship_id = x.relationship_id or o.relationship_id is null)
        and (o.during @> $24::date or upper(o.during) = x.last_on + 1))
          or x.worker_id = $25 and not exists (select from placement_answering o where o.client_id = x.client_id and (o.relationship_id = x.relationship_id or o.relationship_id is null)
        and (o.during @> $26::date or upper(o.during) = x.last_on + 1)))
    ), near as (
      -- With those of the same days, whose order is by name.
      select * from (select x.*, rank() over (partition by x.kind order by x.last_on nulls first, x.since) as place
        from chosen x where true) x where x.place <= $27
    ), named as (
      select x.kind, x.id, x.client_id, x.relationship_id, x.service, x.since, x.last_on, x.decided, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over (partition by x.kind order by x.last_on nulls first, x.since, x.name, x.id) as place from named x) x
      where x.place <= $28
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.kind = $29) as "ended", count(*) filter (where x.kind = $30) as "without", count(*) filter (where x.kind = $31 and x.last_on <= $32::date) as "in30", count(*) filter (where x.kind = $33 and x.last_on <= $34::date) as "in60", count(*) filter (where x.kind = $35 and x.last_on <= $36::date) as "in90", count(*) filter (where x.kind = $37) as "age", count(*) filter (where x.kind = $38) as "unserved", count(*) filter (where x.kind = $39) as "plan" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from expiring x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('kind', x.kind, 'id', x.id, 'clientId', x.client_id, 'relationshipId', x.relationship_id,
        'name', x.name, 'service', x.service, 'serviceName', "s"."name_fi", 'since', x.since, 'lastDay', x.last_on,
        'decided', x.decided, 'pending', m.pending, 'own', coalesce(a.own, x.worker_id = $40, false),
        'who', coalesce(a.who, w.family_name || ' ' || w.given_name), 'referralId', m.latest) order by x.last_on nulls first, x.since, x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker w on w.id = x.worker_id
        left join lateral (select bool_or(o.worker_id = $41) as own,
            string_agg(distinct k.family_name || ' ' || k.given_name, ', ') as who
          from placement_answering o join worker_worker k on k.id = o.worker_id where o.client_id = x.client_id and (o.relationship_id = x.relationship_id or o.relationship_id is null)
        and (o.during @> $42::date or upper(o.during) = x.last_on + 1)) a on true
        left join lateral (select bool_or(m.decided_on is null and m.withdrawn_on is null) is true as pending,
            (array_agg(m.id order by m.received_on desc, m.id desc) filter (where m.organiser_id = $43))[1] as latest
          from decision_matter m where m.client_id = x.client_id and m.service = x.service) m on true), '[]') as list;

-- board.ts expiringOn 54efa776
-- counts document, total number, services list, list list
with begun as materialized (
      select r.id, r.client_id, r.service, r.during from relationship_relationship r
      where r.organiser_id = $1 and lower(r.during) <= $2::date and r.client_id in (select seen from app_seen() seen)
        and (r.during @> $3::date or not exists (select from exit_exit e where e.relationship_id = r.id)
          and not exists (select from exit_transition t where t.from_relationship_id = r.id)
          and not exists (select from relationship_relationship n where n.client_id = r.client_id and n.service = r.service
            and lower(n.during) >= upper(r.during)))
    ), served as (
      select r.id, r.client_id, r.service, r.during, g.days as granted, g.rests
      from begun r
      cross join lateral (select coalesce(range_agg(d.during), '{}') as days, bool_or(d.during && r.during) as rests,
          bool_or(upper(d.during) = upper(r.during)) as ends
        from decision_granted d where d.client_id = r.client_id and d.service = r.service) g
      -- One that nothing but its decision ended is on the list until it goes on or is left, however old it is.
      where r.during @> $4::date or (g.ends and g.days @> (upper(r.during) - 1))
    ), standing as (
      select s.*, (select upper(u) from unnest(s.granted) u where u @> $5::date) as until_on,
        (select max(upper(u)) from unnest(s.granted) u where upper(u) <= $6::date) as ended_on,
        exists (select from unnest(s.granted) u where u @> $7::date) as covered
      from served s
    ), aging as materialized (
      -- A grant without an end was asked on its first day whether the act means the client. Few cite such an act: they are found first.
      select d.id, l.last_on
      from decision_decision d join client_client b on b.id = d.client_id
      cross join lateral (select min((b.birth_on + make_interval(years => p."underAge"))::date - 1) as last_on
        from jsonb_to_recordset($8::jsonb) as p(provision text, "underAge" int) where p.provision = any(d.provisions)) l
      where d.organiser_id = $9 and d.outcome = 'grant' and d.annulled_on is null and not d.explanations ? 'outsideGroup'
        and d.client_id in (select seen from app_seen() seen)
        and d.provisions && $10::text[]
        and l.last_on <= $11::date
    ), expiring as (
      select case when not coalesce(rests, false) then 'without' when upper(during) <= $12::date or not covered then 'ended' else 'ending' end as kind,
        id, client_id, id as relationship_id, service, lower(during) as since,
        case when upper(during) <= $13::date then upper(during) - 1 when covered then least(until_on, upper(during)) - 1
          when coalesce(rests, false) then ended_on - 1 end as last_on,
        upper(during) is not null and granted @> upper(during) as decided, null::uuid as worker_id
      from standing
      where not covered or upper(during) <= $14::date or least(until_on, upper(during)) <= $15::date
      union all
      select 'age', s.id, s.client_id, s.id, s.service, lower(s.during), min(a.last_on), false, null
      from aging a
      -- Of those few alone: joined, what each client was granted was reckoned once more.
      cross join lateral (select g.client_id, g.service, g.during from decision_granted g where g.decision_id = a.id offset 0) g
      join served s on s.client_id = g.client_id and s.service = g.service
      where s.during @> $16::date and s.during * g.during && daterange(greatest(a.last_on + 1, $17::date), null)
        and not exists (select from relationship_relationship r where r.id = s.id and r.outside_because is not null)
        and not exists (select from placement_placement m where m.relationship_id = s.id and m.outside_because is not null)
      group by s.id, s.client_id, s.service, s.during
      union all
      select 'unserved', d.id, d.client_id, null, d.service, d.decided_on, null, false, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $18 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $19::date
        and d.client_id in (select seen from app_seen() seen)
      union all
      select 'plan', p.id, p.client_id, s.id, p.service, p.made_on, upper(p.during) - 1, false, p.made_by_id
      from plan_plan p join served s on s.client_id = p.client_id and s.service = p.service and s.during @> $20::date
      where p.organiser_id = $21 and upper(p.during) <= $22::date
        and not exists (select from plan_plan n where n.client_id = p.client_id and n.service = p.service and n.id <> p.id
          and (upper(n.during) is null or upper(n.during) > upper(p.during) or (upper(n.during) = upper(p.during) and n.id > p.id))
          -- A draft renews nothing.
          and exists (select from plan_signed g where g.plan_id = n.id and g.signed_on is not null))
        and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on is not null)
    ), chosen as materialized (
      select x.* from expiring x
      where true and x.service = $23 
    ), near as (
      -- With those of the same days, whose order is by name.
      select * from (select x.*, rank() over (partition by x.kind order by x.last_on nulls first, x.since) as place
        from chosen x where true) x where x.place <= $24
    ), named as (
      select x.kind, x.id, x.client_id, x.relationship_id, x.service, x.since, x.last_on, x.decided, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over (partition by x.kind order by x.last_on nulls first, x.since, x.name, x.id) as place from named x) x
      where x.place <= $25
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.kind = $26) as "ended", count(*) filter (where x.kind = $27) as "without", count(*) filter (where x.kind = $28 and x.last_on <= $29::date) as "in30", count(*) filter (where x.kind = $30 and x.last_on <= $31::date) as "in60", count(*) filter (where x.kind = $32 and x.last_on <= $33::date) as "in90", count(*) filter (where x.kind = $34) as "age", count(*) filter (where x.kind = $35) as "unserved", count(*) filter (where x.kind = $36) as "plan" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from expiring x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('kind', x.kind, 'id', x.id, 'clientId', x.client_id, 'relationshipId', x.relationship_id,
        'name', x.name, 'service', x.service, 'serviceName', "s"."name_fi", 'since', x.since, 'lastDay', x.last_on,
        'decided', x.decided, 'pending', m.pending, 'own', coalesce(a.own, x.worker_id = $37, false),
        'who', coalesce(a.who, w.family_name || ' ' || w.given_name), 'referralId', m.latest) order by x.last_on nulls first, x.since, x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker w on w.id = x.worker_id
        left join lateral (select bool_or(o.worker_id = $38) as own,
            string_agg(distinct k.family_name || ' ' || k.given_name, ', ') as who
          from placement_answering o join worker_worker k on k.id = o.worker_id where o.client_id = x.client_id and (o.relationship_id = x.relationship_id or o.relationship_id is null)
        and (o.during @> $39::date or upper(o.during) = x.last_on + 1)) a on true
        left join lateral (select bool_or(m.decided_on is null and m.withdrawn_on is null) is true as pending,
            (array_agg(m.id order by m.received_on desc, m.id desc) filter (where m.organiser_id = $40))[1] as latest
          from decision_matter m where m.client_id = x.client_id and m.service = x.service) m on true), '[]') as list;

-- board.ts expiringOn 54efa776
-- counts document, total number, services list, list list
with begun as materialized (
      select r.id, r.client_id, r.service, r.during from relationship_relationship r
      where r.organiser_id = $1 and lower(r.during) <= $2::date and true
        and (r.during @> $3::date or not exists (select from exit_exit e where e.relationship_id = r.id)
          and not exists (select from exit_transition t where t.from_relationship_id = r.id)
          and not exists (select from relationship_relationship n where n.client_id = r.client_id and n.service = r.service
            and lower(n.during) >= upper(r.during)))
    ), served as (
      select r.id, r.client_id, r.service, r.during, g.days as granted, g.rests
      from begun r
      cross join lateral (select coalesce(range_agg(d.during), '{}') as days, bool_or(d.during && r.during) as rests,
          bool_or(upper(d.during) = upper(r.during)) as ends
        from decision_granted d where d.client_id = r.client_id and d.service = r.service) g
      -- One that nothing but its decision ended is on the list until it goes on or is left, however old it is.
      where r.during @> $4::date or (g.ends and g.days @> (upper(r.during) - 1))
    ), standing as (
      select s.*, (select upper(u) from unnest(s.granted) u where u @> $5::date) as until_on,
        (select max(upper(u)) from unnest(s.granted) u where upper(u) <= $6::date) as ended_on,
        exists (select from unnest(s.granted) u where u @> $7::date) as covered
      from served s
    ), aging as materialized (
      -- A grant without an end was asked on its first day whether the act means the client. Few cite such an act: they are found first.
      select d.id, l.last_on
      from decision_decision d join client_client b on b.id = d.client_id
      cross join lateral (select min((b.birth_on + make_interval(years => p."underAge"))::date - 1) as last_on
        from jsonb_to_recordset($8::jsonb) as p(provision text, "underAge" int) where p.provision = any(d.provisions)) l
      where d.organiser_id = $9 and d.outcome = 'grant' and d.annulled_on is null and not d.explanations ? 'outsideGroup'
        and true
        and d.provisions && $10::text[]
        and l.last_on <= $11::date
    ), expiring as (
      select case when not coalesce(rests, false) then 'without' when upper(during) <= $12::date or not covered then 'ended' else 'ending' end as kind,
        id, client_id, id as relationship_id, service, lower(during) as since,
        case when upper(during) <= $13::date then upper(during) - 1 when covered then least(until_on, upper(during)) - 1
          when coalesce(rests, false) then ended_on - 1 end as last_on,
        upper(during) is not null and granted @> upper(during) as decided, null::uuid as worker_id
      from standing
      where not covered or upper(during) <= $14::date or least(until_on, upper(during)) <= $15::date
      union all
      select 'age', s.id, s.client_id, s.id, s.service, lower(s.during), min(a.last_on), false, null
      from aging a
      -- Of those few alone: joined, what each client was granted was reckoned once more.
      cross join lateral (select g.client_id, g.service, g.during from decision_granted g where g.decision_id = a.id offset 0) g
      join served s on s.client_id = g.client_id and s.service = g.service
      where s.during @> $16::date and s.during * g.during && daterange(greatest(a.last_on + 1, $17::date), null)
        and not exists (select from relationship_relationship r where r.id = s.id and r.outside_because is not null)
        and not exists (select from placement_placement m where m.relationship_id = s.id and m.outside_because is not null)
      group by s.id, s.client_id, s.service, s.during
      union all
      select 'unserved', d.id, d.client_id, null, d.service, d.decided_on, null, false, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $18 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $19::date
        and true
      union all
      select 'plan', p.id, p.client_id, s.id, p.service, p.made_on, upper(p.during) - 1, false, p.made_by_id
      from plan_plan p join served s on s.client_id = p.client_id and s.service = p.service and s.during @> $20::date
      where p.organiser_id = $21 and upper(p.during) <= $22::date
        and not exists (select from plan_plan n where n.client_id = p.client_id and n.service = p.service and n.id <> p.id
          and (upper(n.during) is null or upper(n.during) > upper(p.during) or (upper(n.during) = upper(p.during) and n.id > p.id))
          -- A draft renews nothing.
          and exists (select from plan_signed g where g.plan_id = n.id and g.signed_on is not null))
        and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on is not null)
    ), chosen as materialized (
      select x.* from expiring x
      where true  
    ), near as (
      -- With those of the same days, whose order is by name.
      select * from (select x.*, rank() over ( order by x.last_on nulls first, x.since) as place
        from chosen x where x.kind = $23 and x.last_on <= $24::date) x where x.place <= $25
    ), named as (
      select x.kind, x.id, x.client_id, x.relationship_id, x.service, x.since, x.last_on, x.decided, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over ( order by x.last_on nulls first, x.since, x.name, x.id) as place from named x) x
      where x.place <= $26
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.kind = $27) as "ended", count(*) filter (where x.kind = $28) as "without", count(*) filter (where x.kind = $29 and x.last_on <= $30::date) as "in30", count(*) filter (where x.kind = $31 and x.last_on <= $32::date) as "in60", count(*) filter (where x.kind = $33 and x.last_on <= $34::date) as "in90", count(*) filter (where x.kind = $35) as "age", count(*) filter (where x.kind = $36) as "unserved", count(*) filter (where x.kind = $37) as "plan" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from expiring x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('kind', x.kind, 'id', x.id, 'clientId', x.client_id, 'relationshipId', x.relationship_id,
        'name', x.name, 'service', x.service, 'serviceName', "s"."name_fi", 'since', x.since, 'lastDay', x.last_on,
        'decided', x.decided, 'pending', m.pending, 'own', coalesce(a.own, x.worker_id = $38, false),
        'who', coalesce(a.who, w.family_name || ' ' || w.given_name), 'referralId', m.latest) order by x.last_on nulls first, x.since, x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker w on w.id = x.worker_id
        left join lateral (select bool_or(o.worker_id = $39) as own,
            string_agg(distinct k.family_name || ' ' || k.given_name, ', ') as who
          from placement_answering o join worker_worker k on k.id = o.worker_id where o.client_id = x.client_id and (o.relationship_id = x.relationship_id or o.relationship_id is null)
        and (o.during @> $40::date or upper(o.during) = x.last_on + 1)) a on true
        left join lateral (select bool_or(m.decided_on is null and m.withdrawn_on is null) is true as pending,
            (array_agg(m.id order by m.received_on desc, m.id desc) filter (where m.organiser_id = $41))[1] as latest
          from decision_matter m where m.client_id = x.client_id and m.service = x.service) m on true), '[]') as list;

-- board.ts expiringOn 54efa776
-- counts document, total number, services list, list list
with begun as materialized (
      select r.id, r.client_id, r.service, r.during from relationship_relationship r
      where r.organiser_id = $1 and lower(r.during) <= $2::date and true
        and (r.during @> $3::date or not exists (select from exit_exit e where e.relationship_id = r.id)
          and not exists (select from exit_transition t where t.from_relationship_id = r.id)
          and not exists (select from relationship_relationship n where n.client_id = r.client_id and n.service = r.service
            and lower(n.during) >= upper(r.during)))
    ), served as (
      select r.id, r.client_id, r.service, r.during, g.days as granted, g.rests
      from begun r
      cross join lateral (select coalesce(range_agg(d.during), '{}') as days, bool_or(d.during && r.during) as rests,
          bool_or(upper(d.during) = upper(r.during)) as ends
        from decision_granted d where d.client_id = r.client_id and d.service = r.service) g
      -- One that nothing but its decision ended is on the list until it goes on or is left, however old it is.
      where r.during @> $4::date or (g.ends and g.days @> (upper(r.during) - 1))
    ), standing as (
      select s.*, (select upper(u) from unnest(s.granted) u where u @> $5::date) as until_on,
        (select max(upper(u)) from unnest(s.granted) u where upper(u) <= $6::date) as ended_on,
        exists (select from unnest(s.granted) u where u @> $7::date) as covered
      from served s
    ), aging as materialized (
      -- A grant without an end was asked on its first day whether the act means the client. Few cite such an act: they are found first.
      select d.id, l.last_on
      from decision_decision d join client_client b on b.id = d.client_id
      cross join lateral (select min((b.birth_on + make_interval(years => p."underAge"))::date - 1) as last_on
        from jsonb_to_recordset($8::jsonb) as p(provision text, "underAge" int) where p.provision = any(d.provisions)) l
      where d.organiser_id = $9 and d.outcome = 'grant' and d.annulled_on is null and not d.explanations ? 'outsideGroup'
        and true
        and d.provisions && $10::text[]
        and l.last_on <= $11::date
    ), expiring as (
      select case when not coalesce(rests, false) then 'without' when upper(during) <= $12::date or not covered then 'ended' else 'ending' end as kind,
        id, client_id, id as relationship_id, service, lower(during) as since,
        case when upper(during) <= $13::date then upper(during) - 1 when covered then least(until_on, upper(during)) - 1
          when coalesce(rests, false) then ended_on - 1 end as last_on,
        upper(during) is not null and granted @> upper(during) as decided, null::uuid as worker_id
      from standing
      where not covered or upper(during) <= $14::date or least(until_on, upper(during)) <= $15::date
      union all
      select 'age', s.id, s.client_id, s.id, s.service, lower(s.during), min(a.last_on), false, null
      from aging a
      -- Of those few alone: joined, what each client was granted was reckoned once more.
      cross join lateral (select g.client_id, g.service, g.during from decision_granted g where g.decision_id = a.id offset 0) g
      join served s on s.client_id = g.client_id and s.service = g.service
      where s.during @> $16::date and s.during * g.during && daterange(greatest(a.last_on + 1, $17::date), null)
        and not exists (select from relationship_relationship r where r.id = s.id and r.outside_because is not null)
        and not exists (select from placement_placement m where m.relationship_id = s.id and m.outside_because is not null)
      group by s.id, s.client_id, s.service, s.during
      union all
      select 'unserved', d.id, d.client_id, null, d.service, d.decided_on, null, false, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $18 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $19::date
        and true
      union all
      select 'plan', p.id, p.client_id, s.id, p.service, p.made_on, upper(p.during) - 1, false, p.made_by_id
      from plan_plan p join served s on s.client_id = p.client_id and s.service = p.service and s.during @> $20::date
      where p.organiser_id = $21 and upper(p.during) <= $22::date
        and not exists (select from plan_plan n where n.client_id = p.client_id and n.service = p.service and n.id <> p.id
          and (upper(n.during) is null or upper(n.during) > upper(p.during) or (upper(n.during) = upper(p.during) and n.id > p.id))
          -- A draft renews nothing.
          and exists (select from plan_signed g where g.plan_id = n.id and g.signed_on is not null))
        and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on is not null)
    ), chosen as materialized (
      select x.* from expiring x
      where true  
    ), near as (
      -- With those of the same days, whose order is by name.
      select * from (select x.*, rank() over ( order by x.last_on nulls first, x.since) as place
        from chosen x where x.kind = $23) x where x.place <= $24
    ), named as (
      select x.kind, x.id, x.client_id, x.relationship_id, x.service, x.since, x.last_on, x.decided, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over ( order by x.last_on nulls first, x.since, x.name, x.id) as place from named x) x
      where x.place <= $25
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.kind = $26) as "ended", count(*) filter (where x.kind = $27) as "without", count(*) filter (where x.kind = $28 and x.last_on <= $29::date) as "in30", count(*) filter (where x.kind = $30 and x.last_on <= $31::date) as "in60", count(*) filter (where x.kind = $32 and x.last_on <= $33::date) as "in90", count(*) filter (where x.kind = $34) as "age", count(*) filter (where x.kind = $35) as "unserved", count(*) filter (where x.kind = $36) as "plan" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from expiring x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('kind', x.kind, 'id', x.id, 'clientId', x.client_id, 'relationshipId', x.relationship_id,
        'name', x.name, 'service', x.service, 'serviceName', "s"."name_fi", 'since', x.since, 'lastDay', x.last_on,
        'decided', x.decided, 'pending', m.pending, 'own', coalesce(a.own, x.worker_id = $37, false),
        'who', coalesce(a.who, w.family_name || ' ' || w.given_name), 'referralId', m.latest) order by x.last_on nulls first, x.since, x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker w on w.id = x.worker_id
        left join lateral (select bool_or(o.worker_id = $38) as own,
            string_agg(distinct k.family_name || ' ' || k.given_name, ', ') as who
          from placement_answering o join worker_worker k on k.id = o.worker_id where o.client_id = x.client_id and (o.relationship_id = x.relationship_id or o.relationship_id is null)
        and (o.during @> $39::date or upper(o.during) = x.last_on + 1)) a on true
        left join lateral (select bool_or(m.decided_on is null and m.withdrawn_on is null) is true as pending,
            (array_agg(m.id order by m.received_on desc, m.id desc) filter (where m.organiser_id = $40))[1] as latest
          from decision_matter m where m.client_id = x.client_id and m.service = x.service) m on true), '[]') as list;

-- board.ts expiringOn 54efa776
-- counts document, total number, services list, list list
with begun as materialized (
      select r.id, r.client_id, r.service, r.during from relationship_relationship r
      where r.organiser_id = $1 and lower(r.during) <= $2::date and true
        and (r.during @> $3::date or not exists (select from exit_exit e where e.relationship_id = r.id)
          and not exists (select from exit_transition t where t.from_relationship_id = r.id)
          and not exists (select from relationship_relationship n where n.client_id = r.client_id and n.service = r.service
            and lower(n.during) >= upper(r.during)))
    ), served as (
      select r.id, r.client_id, r.service, r.during, g.days as granted, g.rests
      from begun r
      cross join lateral (select coalesce(range_agg(d.during), '{}') as days, bool_or(d.during && r.during) as rests,
          bool_or(upper(d.during) = upper(r.during)) as ends
        from decision_granted d where d.client_id = r.client_id and d.service = r.service) g
      -- One that nothing but its decision ended is on the list until it goes on or is left, however old it is.
      where r.during @> $4::date or (g.ends and g.days @> (upper(r.during) - 1))
    ), standing as (
      select s.*, (select upper(u) from unnest(s.granted) u where u @> $5::date) as until_on,
        (select max(upper(u)) from unnest(s.granted) u where upper(u) <= $6::date) as ended_on,
        exists (select from unnest(s.granted) u where u @> $7::date) as covered
      from served s
    ), aging as materialized (
      -- A grant without an end was asked on its first day whether the act means the client. Few cite such an act: they are found first.
      select d.id, l.last_on
      from decision_decision d join client_client b on b.id = d.client_id
      cross join lateral (select min((b.birth_on + make_interval(years => p."underAge"))::date - 1) as last_on
        from jsonb_to_recordset($8::jsonb) as p(provision text, "underAge" int) where p.provision = any(d.provisions)) l
      where d.organiser_id = $9 and d.outcome = 'grant' and d.annulled_on is null and not d.explanations ? 'outsideGroup'
        and true
        and d.provisions && $10::text[]
        and l.last_on <= $11::date
    ), expiring as (
      select case when not coalesce(rests, false) then 'without' when upper(during) <= $12::date or not covered then 'ended' else 'ending' end as kind,
        id, client_id, id as relationship_id, service, lower(during) as since,
        case when upper(during) <= $13::date then upper(during) - 1 when covered then least(until_on, upper(during)) - 1
          when coalesce(rests, false) then ended_on - 1 end as last_on,
        upper(during) is not null and granted @> upper(during) as decided, null::uuid as worker_id
      from standing
      where not covered or upper(during) <= $14::date or least(until_on, upper(during)) <= $15::date
      union all
      select 'age', s.id, s.client_id, s.id, s.service, lower(s.during), min(a.last_on), false, null
      from aging a
      -- Of those few alone: joined, what each client was granted was reckoned once more.
      cross join lateral (select g.client_id, g.service, g.during from decision_granted g where g.decision_id = a.id offset 0) g
      join served s on s.client_id = g.client_id and s.service = g.service
      where s.during @> $16::date and s.during * g.during && daterange(greatest(a.last_on + 1, $17::date), null)
        and not exists (select from relationship_relationship r where r.id = s.id and r.outside_because is not null)
        and not exists (select from placement_placement m where m.relationship_id = s.id and m.outside_because is not null)
      group by s.id, s.client_id, s.service, s.during
      union all
      select 'unserved', d.id, d.client_id, null, d.service, d.decided_on, null, false, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $18 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $19::date
        and true
      union all
      select 'plan', p.id, p.client_id, s.id, p.service, p.made_on, upper(p.during) - 1, false, p.made_by_id
      from plan_plan p join served s on s.client_id = p.client_id and s.service = p.service and s.during @> $20::date
      where p.organiser_id = $21 and upper(p.during) <= $22::date
        and not exists (select from plan_plan n where n.client_id = p.client_id and n.service = p.service and n.id <> p.id
          and (upper(n.during) is null or upper(n.during) > upper(p.during) or (upper(n.during) = upper(p.during) and n.id > p.id))
          -- A draft renews nothing.
          and exists (select from plan_signed g where g.plan_id = n.id and g.signed_on is not null))
        and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on is not null)
    ), chosen as materialized (
      select x.* from expiring x
      where true  
    ), near as (
      -- With those of the same days, whose order is by name.
      select * from (select x.*, rank() over (partition by x.kind order by x.last_on nulls first, x.since) as place
        from chosen x where true) x where x.place <= $23
    ), named as (
      select x.kind, x.id, x.client_id, x.relationship_id, x.service, x.since, x.last_on, x.decided, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over (partition by x.kind order by x.last_on nulls first, x.since, x.name, x.id) as place from named x) x
      where x.place <= $24
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.kind = $25) as "ended", count(*) filter (where x.kind = $26) as "without", count(*) filter (where x.kind = $27 and x.last_on <= $28::date) as "in30", count(*) filter (where x.kind = $29 and x.last_on <= $30::date) as "in60", count(*) filter (where x.kind = $31 and x.last_on <= $32::date) as "in90", count(*) filter (where x.kind = $33) as "age", count(*) filter (where x.kind = $34) as "unserved", count(*) filter (where x.kind = $35) as "plan" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from expiring x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('kind', x.kind, 'id', x.id, 'clientId', x.client_id, 'relationshipId', x.relationship_id,
        'name', x.name, 'service', x.service, 'serviceName', "s"."name_fi", 'since', x.since, 'lastDay', x.last_on,
        'decided', x.decided, 'pending', m.pending, 'own', coalesce(a.own, x.worker_id = $36, false),
        'who', coalesce(a.who, w.family_name || ' ' || w.given_name), 'referralId', m.latest) order by x.last_on nulls first, x.since, x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker w on w.id = x.worker_id
        left join lateral (select bool_or(o.worker_id = $37) as own,
            string_agg(distinct k.family_name || ' ' || k.given_name, ', ') as who
          from placement_answering o join worker_worker k on k.id = o.worker_id where o.client_id = x.client_id and (o.relationship_id = x.relationship_id or o.relationship_id is null)
        and (o.during @> $38::date or upper(o.during) = x.last_on + 1)) a on true
        left join lateral (select bool_or(m.decided_on is null and m.withdrawn_on is null) is true as pending,
            (array_agg(m.id order by m.received_on desc, m.id desc) filter (where m.organiser_id = $39))[1] as latest
          from decision_matter m where m.client_id = x.client_id and m.service = x.service) m on true), '[]') as list;

-- board.ts expiringOn 54efa776
-- counts document, total number, services list, list list
with begun as materialized (
      select r.id, r.client_id, r.service, r.during from relationship_relationship r
      where r.organiser_id = $1 and lower(r.during) <= $2::date and true
        and (r.during @> $3::date or not exists (select from exit_exit e where e.relationship_id = r.id)
          and not exists (select from exit_transition t where t.from_relationship_id = r.id)
          and not exists (select from relationship_relationship n where n.client_id = r.client_id and n.service = r.service
            and lower(n.during) >= upper(r.during)))
    ), served as (
      select r.id, r.client_id, r.service, r.during, g.days as granted, g.rests
      from begun r
      cross join lateral (select coalesce(range_agg(d.during), '{}') as days, bool_or(d.during && r.during) as rests,
          bool_or(upper(d.during) = upper(r.during)) as ends
        from decision_granted d where d.client_id = r.client_id and d.service = r.service) g
      -- One that nothing but its decision ended is on the list until it goes on or is left, however old it is.
      where r.during @> $4::date or (g.ends and g.days @> (upper(r.during) - 1))
    ), standing as (
      select s.*, (select upper(u) from unnest(s.granted) u where u @> $5::date) as until_on,
        (select max(upper(u)) from unnest(s.granted) u where upper(u) <= $6::date) as ended_on,
        exists (select from unnest(s.granted) u where u @> $7::date) as covered
      from served s
    ), aging as materialized (
      -- A grant without an end was asked on its first day whether the act means the client. Few cite such an act: they are found first.
      select d.id, l.last_on
      from decision_decision d join client_client b on b.id = d.client_id
      cross join lateral (select min((b.birth_on + make_interval(years => p."underAge"))::date - 1) as last_on
        from jsonb_to_recordset($8::jsonb) as p(provision text, "underAge" int) where p.provision = any(d.provisions)) l
      where d.organiser_id = $9 and d.outcome = 'grant' and d.annulled_on is null and not d.explanations ? 'outsideGroup'
        and true
        and d.provisions && $10::text[]
        and l.last_on <= $11::date
    ), expiring as (
      select case when not coalesce(rests, false) then 'without' when upper(during) <= $12::date or not covered then 'ended' else 'ending' end as kind,
        id, client_id, id as relationship_id, service, lower(during) as since,
        case when upper(during) <= $13::date then upper(during) - 1 when covered then least(until_on, upper(during)) - 1
          when coalesce(rests, false) then ended_on - 1 end as last_on,
        upper(during) is not null and granted @> upper(during) as decided, null::uuid as worker_id
      from standing
      where not covered or upper(during) <= $14::date or least(until_on, upper(during)) <= $15::date
      union all
      select 'age', s.id, s.client_id, s.id, s.service, lower(s.during), min(a.last_on), false, null
      from aging a
      -- Of those few alone: joined, what each client was granted was reckoned once more.
      cross join lateral (select g.client_id, g.service, g.during from decision_granted g where g.decision_id = a.id offset 0) g
      join served s on s.client_id = g.client_id and s.service = g.service
      where s.during @> $16::date and s.during * g.during && daterange(greatest(a.last_on + 1, $17::date), null)
        and not exists (select from relationship_relationship r where r.id = s.id and r.outside_because is not null)
        and not exists (select from placement_placement m where m.relationship_id = s.id and m.outside_because is not null)
      group by s.id, s.client_id, s.service, s.during
      union all
      select 'unserved', d.id, d.client_id, null, d.service, d.decided_on, null, false, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $18 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $19::date
        and true
      union all
      select 'plan', p.id, p.client_id, s.id, p.service, p.made_on, upper(p.during) - 1, false, p.made_by_id
      from plan_plan p join served s on s.client_id = p.client_id and s.service = p.service and s.during @> $20::date
      where p.organiser_id = $21 and upper(p.during) <= $22::date
        and not exists (select from plan_plan n where n.client_id = p.client_id and n.service = p.service and n.id <> p.id
          and (upper(n.during) is null or upper(n.during) > upper(p.during) or (upper(n.during) = upper(p.during) and n.id > p.id))
          -- A draft renews nothing.
          and exists (select from plan_signed g where g.plan_id = n.id and g.signed_on is not null))
        and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on is not null)
    ), chosen as materialized (
      select x.* from expiring x
      where true and x.service = $23 
    ), near as (
      -- With those of the same days, whose order is by name.
      select * from (select x.*, rank() over (partition by x.kind order by x.last_on nulls first, x.since) as place
        from chosen x where true) x where x.place <= $24
    ), named as (
      select x.kind, x.id, x.client_id, x.relationship_id, x.service, x.since, x.last_on, x.decided, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over (partition by x.kind order by x.last_on nulls first, x.since, x.name, x.id) as place from named x) x
      where x.place <= $25
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.kind = $26) as "ended", count(*) filter (where x.kind = $27) as "without", count(*) filter (where x.kind = $28 and x.last_on <= $29::date) as "in30", count(*) filter (where x.kind = $30 and x.last_on <= $31::date) as "in60", count(*) filter (where x.kind = $32 and x.last_on <= $33::date) as "in90", count(*) filter (where x.kind = $34) as "age", count(*) filter (where x.kind = $35) as "unserved", count(*) filter (where x.kind = $36) as "plan" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from expiring x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('kind', x.kind, 'id', x.id, 'clientId', x.client_id, 'relationshipId', x.relationship_id,
        'name', x.name, 'service', x.service, 'serviceName', "s"."name_fi", 'since', x.since, 'lastDay', x.last_on,
        'decided', x.decided, 'pending', m.pending, 'own', coalesce(a.own, x.worker_id = $37, false),
        'who', coalesce(a.who, w.family_name || ' ' || w.given_name), 'referralId', m.latest) order by x.last_on nulls first, x.since, x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker w on w.id = x.worker_id
        left join lateral (select bool_or(o.worker_id = $38) as own,
            string_agg(distinct k.family_name || ' ' || k.given_name, ', ') as who
          from placement_answering o join worker_worker k on k.id = o.worker_id where o.client_id = x.client_id and (o.relationship_id = x.relationship_id or o.relationship_id is null)
        and (o.during @> $39::date or upper(o.during) = x.last_on + 1)) a on true
        left join lateral (select bool_or(m.decided_on is null and m.withdrawn_on is null) is true as pending,
            (array_agg(m.id order by m.received_on desc, m.id desc) filter (where m.organiser_id = $40))[1] as latest
          from decision_matter m where m.client_id = x.client_id and m.service = x.service) m on true), '[]') as list;

-- board.ts expiringOn 54efa776
-- counts document, total number, services list, list list
with begun as materialized (
      select r.id, r.client_id, r.service, r.during from relationship_relationship r
      where r.organiser_id = $1 and lower(r.during) <= $2::date and true
        and (r.during @> $3::date or not exists (select from exit_exit e where e.relationship_id = r.id)
          and not exists (select from exit_transition t where t.from_relationship_id = r.id)
          and not exists (select from relationship_relationship n where n.client_id = r.client_id and n.service = r.service
            and lower(n.during) >= upper(r.during)))
    ), served as (
      select r.id, r.client_id, r.service, r.during, g.days as granted, g.rests
      from begun r
      cross join lateral (select coalesce(range_agg(d.during), '{}') as days, bool_or(d.during && r.during) as rests,
          bool_or(upper(d.during) = upper(r.during)) as ends
        from decision_granted d where d.client_id = r.client_id and d.service = r.service) g
      -- One that nothing but its decision ended is on the list until it goes on or is left, however old it is.
      where r.during @> $4::date or (g.ends and g.days @> (upper(r.during) - 1))
    ), standing as (
      select s.*, (select upper(u) from unnest(s.granted) u where u @> $5::date) as until_on,
        (select max(upper(u)) from unnest(s.granted) u where upper(u) <= $6::date) as ended_on,
        exists (select from unnest(s.granted) u where u @> $7::date) as covered
      from served s
    ), aging as materialized (
      -- A grant without an end was asked on its first day whether the act means the client. Few cite such an act: they are found first.
      select d.id, l.last_on
      from decision_decision d join client_client b on b.id = d.client_id
      cross join lateral (select min((b.birth_on + make_interval(years => p."underAge"))::date - 1) as last_on
        from jsonb_to_recordset($8::jsonb) as p(provision text, "underAge" int) where p.provision = any(d.provisions)) l
      where d.organiser_id = $9 and d.outcome = 'grant' and d.annulled_on is null and not d.explanations ? 'outsideGroup'
        and true
        and d.provisions && $10::text[]
        and l.last_on <= $11::date
    ), expiring as (
      select case when not coalesce(rests, false) then 'without' when upper(during) <= $12::date or not covered then 'ended' else 'ending' end as kind,
        id, client_id, id as relationship_id, service, lower(during) as since,
        case when upper(during) <= $13::date then upper(during) - 1 when covered then least(until_on, upper(during)) - 1
          when coalesce(rests, false) then ended_on - 1 end as last_on,
        upper(during) is not null and granted @> upper(during) as decided, null::uuid as worker_id
      from standing
      where not covered or upper(during) <= $14::date or least(until_on, upper(during)) <= $15::date
      union all
      select 'age', s.id, s.client_id, s.id, s.service, lower(s.during), min(a.last_on), false, null
      from aging a
      -- Of those few alone: joined, what each client was granted was reckoned once more.
      cross join lateral (select g.client_id, g.service, g.during from decision_granted g where g.decision_id = a.id offset 0) g
      join served s on s.client_id = g.client_id and s.service = g.service
      where s.during @> $16::date and s.during * g.during && daterange(greatest(a.last_on + 1, $17::date), null)
        and not exists (select from relationship_relationship r where r.id = s.id and r.outside_because is not null)
        and not exists (select from placement_placement m where m.relationship_id = s.id and m.outside_because is not null)
      group by s.id, s.client_id, s.service, s.during
      union all
      select 'unserved', d.id, d.client_id, null, d.service, d.decided_on, null, false, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $18 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $19::date
        and true
      union all
      select 'plan', p.id, p.client_id, s.id, p.service, p.made_on, upper(p.during) - 1, false, p.made_by_id
      from plan_plan p join served s on s.client_id = p.client_id and s.service = p.service and s.during @> $20::date
      where p.organiser_id = $21 and upper(p.during) <= $22::date
        and not exists (select from plan_plan n where n.client_id = p.client_id and n.service = p.service and n.id <> p.id
          and (upper(n.during) is null or upper(n.during) > upper(p.during) or (upper(n.during) = upper(p.during) and n.id > p.id))
          -- A draft renews nothing.
          and exists (select from plan_signed g where g.plan_id = n.id and g.signed_on is not null))
        and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on is not null)
    ), chosen as materialized (
      select x.* from expiring x
      where true and x.service = $23 and ((x.kind, x.id) in (select x.kind, x.id from expiring x
            join (select * from placement_answering a where a.worker_id = $24 offset 0) o on o.client_id = x.client_id and (o.relationship_id = x.relationship_id or o.relationship_id is null)
        and (o.during @> $25::date or upper(o.during) = x.last_on + 1))
          or x.worker_id = $26 and not exists (select from placement_answering o where o.client_id = x.client_id and (o.relationship_id = x.relationship_id or o.relationship_id is null)
        and (o.during @> $27::date or upper(o.during) = x.last_on + 1)))
    ), near as (
      -- With those of the same days, whose order is by name.
      select * from (select x.*, rank() over ( order by x.last_on nulls first, x.since) as place
        from chosen x where x.kind = $28) x where x.place <= $29
    ), named as (
      select x.kind, x.id, x.client_id, x.relationship_id, x.service, x.since, x.last_on, x.decided, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over ( order by x.last_on nulls first, x.since, x.name, x.id) as place from named x) x
      where x.place <= $30
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.kind = $31) as "ended", count(*) filter (where x.kind = $32) as "without", count(*) filter (where x.kind = $33 and x.last_on <= $34::date) as "in30", count(*) filter (where x.kind = $35 and x.last_on <= $36::date) as "in60", count(*) filter (where x.kind = $37 and x.last_on <= $38::date) as "in90", count(*) filter (where x.kind = $39) as "age", count(*) filter (where x.kind = $40) as "unserved", count(*) filter (where x.kind = $41) as "plan" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from expiring x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('kind', x.kind, 'id', x.id, 'clientId', x.client_id, 'relationshipId', x.relationship_id,
        'name', x.name, 'service', x.service, 'serviceName', "s"."name_en", 'since', x.since, 'lastDay', x.last_on,
        'decided', x.decided, 'pending', m.pending, 'own', coalesce(a.own, x.worker_id = $42, false),
        'who', coalesce(a.who, w.family_name || ' ' || w.given_name), 'referralId', m.latest) order by x.last_on nulls first, x.since, x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker w on w.id = x.worker_id
        left join lateral (select bool_or(o.worker_id = $43) as own,
            string_agg(distinct k.family_name || ' ' || k.given_name, ', ') as who
          from placement_answering o join worker_worker k on k.id = o.worker_id where o.client_id = x.client_id and (o.relationship_id = x.relationship_id or o.relationship_id is null)
        and (o.during @> $44::date or upper(o.during) = x.last_on + 1)) a on true
        left join lateral (select bool_or(m.decided_on is null and m.withdrawn_on is null) is true as pending,
            (array_agg(m.id order by m.received_on desc, m.id desc) filter (where m.organiser_id = $45))[1] as latest
          from decision_matter m where m.client_id = x.client_id and m.service = x.service) m on true), '[]') as list;

-- board.ts expiringOn 54efa776
-- counts document, total number, services list, list list
with begun as materialized (
      select r.id, r.client_id, r.service, r.during from relationship_relationship r
      where r.organiser_id = $1 and lower(r.during) <= $2::date and true
        and (r.during @> $3::date or not exists (select from exit_exit e where e.relationship_id = r.id)
          and not exists (select from exit_transition t where t.from_relationship_id = r.id)
          and not exists (select from relationship_relationship n where n.client_id = r.client_id and n.service = r.service
            and lower(n.during) >= upper(r.during)))
    ), served as (
      select r.id, r.client_id, r.service, r.during, g.days as granted, g.rests
      from begun r
      cross join lateral (select coalesce(range_agg(d.during), '{}') as days, bool_or(d.during && r.during) as rests,
          bool_or(upper(d.during) = upper(r.during)) as ends
        from decision_granted d where d.client_id = r.client_id and d.service = r.service) g
      -- One that nothing but its decision ended is on the list until it goes on or is left, however old it is.
      where r.during @> $4::date or (g.ends and g.days @> (upper(r.during) - 1))
    ), standing as (
      select s.*, (select upper(u) from unnest(s.granted) u where u @> $5::date) as until_on,
        (select max(upper(u)) from unnest(s.granted) u where upper(u) <= $6::date) as ended_on,
        exists (select from unnest(s.granted) u where u @> $7::date) as covered
      from served s
    ), aging as materialized (
      -- A grant without an end was asked on its first day whether the act means the client. Few cite such an act: they are found first.
      select d.id, l.last_on
      from decision_decision d join client_client b on b.id = d.client_id
      cross join lateral (select min((b.birth_on + make_interval(years => p."underAge"))::date - 1) as last_on
        from jsonb_to_recordset($8::jsonb) as p(provision text, "underAge" int) where p.provision = any(d.provisions)) l
      where d.organiser_id = $9 and d.outcome = 'grant' and d.annulled_on is null and not d.explanations ? 'outsideGroup'
        and true
        and d.provisions && $10::text[]
        and l.last_on <= $11::date
    ), expiring as (
      select case when not coalesce(rests, false) then 'without' when upper(during) <= $12::date or not covered then 'ended' else 'ending' end as kind,
        id, client_id, id as relationship_id, service, lower(during) as since,
        case when upper(during) <= $13::date then upper(during) - 1 when covered then least(until_on, upper(during)) - 1
          when coalesce(rests, false) then ended_on - 1 end as last_on,
        upper(during) is not null and granted @> upper(during) as decided, null::uuid as worker_id
      from standing
      where not covered or upper(during) <= $14::date or least(until_on, upper(during)) <= $15::date
      union all
      select 'age', s.id, s.client_id, s.id, s.service, lower(s.during), min(a.last_on), false, null
      from aging a
      -- Of those few alone: joined, what each client was granted was reckoned once more.
      cross join lateral (select g.client_id, g.service, g.during from decision_granted g where g.decision_id = a.id offset 0) g
      join served s on s.client_id = g.client_id and s.service = g.service
      where s.during @> $16::date and s.during * g.during && daterange(greatest(a.last_on + 1, $17::date), null)
        and not exists (select from relationship_relationship r where r.id = s.id and r.outside_because is not null)
        and not exists (select from placement_placement m where m.relationship_id = s.id and m.outside_because is not null)
      group by s.id, s.client_id, s.service, s.during
      union all
      select 'unserved', d.id, d.client_id, null, d.service, d.decided_on, null, false, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $18 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $19::date
        and true
      union all
      select 'plan', p.id, p.client_id, s.id, p.service, p.made_on, upper(p.during) - 1, false, p.made_by_id
      from plan_plan p join served s on s.client_id = p.client_id and s.service = p.service and s.during @> $20::date
      where p.organiser_id = $21 and upper(p.during) <= $22::date
        and not exists (select from plan_plan n where n.client_id = p.client_id and n.service = p.service and n.id <> p.id
          and (upper(n.during) is null or upper(n.during) > upper(p.during) or (upper(n.during) = upper(p.during) and n.id > p.id))
          -- A draft renews nothing.
          and exists (select from plan_signed g where g.plan_id = n.id and g.signed_on is not null))
        and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on is not null)
    ), chosen as materialized (
      select x.* from expiring x
      where true and x.service = $23 and ((x.kind, x.id) in (select x.kind, x.id from expiring x
            join (select * from placement_answering a where a.worker_id = $24 offset 0) o on o.client_id = x.client_id and (o.relationship_id = x.relationship_id or o.relationship_id is null)
        and (o.during @> $25::date or upper(o.during) = x.last_on + 1))
          or x.worker_id = $26 and not exists (select from placement_answering o where o.client_id = x.client_id and (o.relationship_id = x.relationship_id or o.relationship_id is null)
        and (o.during @> $27::date or upper(o.during) = x.last_on + 1)))
    ), near as (
      -- With those of the same days, whose order is by name.
      select * from (select x.*, rank() over (partition by x.kind order by x.last_on nulls first, x.since) as place
        from chosen x where true) x where x.place <= $28
    ), named as (
      select x.kind, x.id, x.client_id, x.relationship_id, x.service, x.since, x.last_on, x.decided, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over (partition by x.kind order by x.last_on nulls first, x.since, x.name, x.id) as place from named x) x
      where x.place <= $29
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.kind = $30) as "ended", count(*) filter (where x.kind = $31) as "without", count(*) filter (where x.kind = $32 and x.last_on <= $33::date) as "in30", count(*) filter (where x.kind = $34 and x.last_on <= $35::date) as "in60", count(*) filter (where x.kind = $36 and x.last_on <= $37::date) as "in90", count(*) filter (where x.kind = $38) as "age", count(*) filter (where x.kind = $39) as "unserved", count(*) filter (where x.kind = $40) as "plan" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from expiring x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('kind', x.kind, 'id', x.id, 'clientId', x.client_id, 'relationshipId', x.relationship_id,
        'name', x.name, 'service', x.service, 'serviceName', "s"."name_fi", 'since', x.since, 'lastDay', x.last_on,
        'decided', x.decided, 'pending', m.pending, 'own', coalesce(a.own, x.worker_id = $41, false),
        'who', coalesce(a.who, w.family_name || ' ' || w.given_name), 'referralId', m.latest) order by x.last_on nulls first, x.since, x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker w on w.id = x.worker_id
        left join lateral (select bool_or(o.worker_id = $42) as own,
            string_agg(distinct k.family_name || ' ' || k.given_name, ', ') as who
          from placement_answering o join worker_worker k on k.id = o.worker_id where o.client_id = x.client_id and (o.relationship_id = x.relationship_id or o.relationship_id is null)
        and (o.during @> $43::date or upper(o.during) = x.last_on + 1)) a on true
        left join lateral (select bool_or(m.decided_on is null and m.withdrawn_on is null) is true as pending,
            (array_agg(m.id order by m.received_on desc, m.id desc) filter (where m.organiser_id = $44))[1] as latest
          from decision_matter m where m.client_id = x.client_id and m.service = x.service) m on true), '[]') as list;
