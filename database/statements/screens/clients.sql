-- board.ts clientsOn 7909051c
-- counts document, list list
with matter as (
      select client_id, service, case when during @> $1::date then 'current' when lower(during) > $2::date then 'pending' else 'ended' end as state
      from relationship_relationship where organiser_id = $3
      union all
      select client_id, service, case when coalesce(decided_on <= $4::date, false) or coalesce(withdrawn_on <= $5::date, false) then 'ended' else 'pending' end
      from decision_matter where organiser_id = $6 and received_on <= $7::date
    ), standing as materialized (
      select client_id, case when bool_or(state = 'current') then 'current' when bool_or(state = 'pending') then 'pending' else 'ended' end as state
      from matter group by client_id
    ), held as materialized (
      select s.client_id, s.state from standing s
      where true  
        and s.client_id in (select f.client_id from search_clients($8, $9::text[], $10, $11, $12::date, $13, $14) f)
    ), page as materialized (
      select c.id, trim(c.family_name || ' ' || c.given_names) as name, c.birth_on, c.municipality_code, h.state,
        row_number() over (order by c.family_name, c.given_names, c.id) as place
      from held h join client_client c on c.id = h.client_id
      where h.state <> 'ended'
      order by c.family_name, c.given_names, c.id limit $15
    ), services as (
      select m.client_id, jsonb_agg(distinct m.service) as list
      from matter m join page p on p.id = m.client_id and p.state = m.state group by 1
    ), places as (
      select m.client_id, string_agg(distinct coalesce(w.name, g.name), ', ') as place
      from placement_placement m left join employer_workplace w on w.id = m.workplace_id left join organiser_group g on g.id = m.group_id
      where m.client_id in (select id from page) and m.during @> $16::date group by 1
    ), answering as (
      select a.client_id, jsonb_agg(distinct w.family_name || ' ' || w.given_name) as list
      from placement_answering a join worker_worker w on w.id = a.worker_id
      where a.client_id in (select id from page) and a.during @> $17::date and a.role <> 'case-manager' group by 1
    ), pauses as (
      select client_id, max(upper(during) - 1) as until from relationship_away
      where client_id in (select id from page) and during @> $18::date group by 1
    )
    select coalesce((select jsonb_object_agg(state, n) from (select state, count(*) as n from held group by state) x), '{}') as counts,
      coalesce((select jsonb_agg(jsonb_build_object('clientId', p.id, 'name', p.name, 'birthOn', p.birth_on, 'state', p.state,
        'municipality', u."name_fi",
        'services', coalesce(s.list, '[]'), 'place', l.place, 'answering', coalesce(a.list, '[]'), 'pausedUntil', b.until, 'paused', b.client_id is not null,
        'protected', exists (select from client_protected x where x.client_id = p.id and x.during @> $19::date)) order by p.place)
        from page p
        -- A home municipality is as secret as a protected address.
        left join organiser_municipality u on u.code = p.municipality_code
          and not exists (select from client_protected x where x.client_id = p.id and x.during @> $20::date)
        left join services s on s.client_id = p.id
        left join places l on l.client_id = p.id
        left join answering a on a.client_id = p.id
        left join pauses b on b.client_id = p.id), '[]') as list;

-- board.ts clientsOn 7909051c
-- counts document, list list
with matter as (
      select client_id, service, case when during @> $1::date then 'current' when lower(during) > $2::date then 'pending' else 'ended' end as state
      from relationship_relationship where organiser_id = $3
      union all
      select client_id, service, case when coalesce(decided_on <= $4::date, false) or coalesce(withdrawn_on <= $5::date, false) then 'ended' else 'pending' end
      from decision_matter where organiser_id = $6 and received_on <= $7::date
    ), standing as materialized (
      select client_id, case when bool_or(state = 'current') then 'current' when bool_or(state = 'pending') then 'pending' else 'ended' end as state
      from matter group by client_id
    ), held as materialized (
      select s.client_id, s.state from standing s
      where true  
    ), page as materialized (
      select c.id, trim(c.family_name || ' ' || c.given_names) as name, c.birth_on, c.municipality_code, h.state,
        row_number() over (order by c.family_name, c.given_names, c.id) as place
      from held h join client_client c on c.id = h.client_id
      where h.state <> 'ended'
      order by c.family_name, c.given_names, c.id limit $8
    ), services as (
      select m.client_id, jsonb_agg(distinct m.service) as list
      from matter m join page p on p.id = m.client_id and p.state = m.state group by 1
    ), places as (
      select m.client_id, string_agg(distinct coalesce(w.name, g.name), ', ') as place
      from placement_placement m left join employer_workplace w on w.id = m.workplace_id left join organiser_group g on g.id = m.group_id
      where m.client_id in (select id from page) and m.during @> $9::date group by 1
    ), answering as (
      select a.client_id, jsonb_agg(distinct w.family_name || ' ' || w.given_name) as list
      from placement_answering a join worker_worker w on w.id = a.worker_id
      where a.client_id in (select id from page) and a.during @> $10::date and a.role <> 'case-manager' group by 1
    ), pauses as (
      select client_id, max(upper(during) - 1) as until from relationship_away
      where client_id in (select id from page) and during @> $11::date group by 1
    )
    select coalesce((select jsonb_object_agg(state, n) from (select state, count(*) as n from held group by state) x), '{}') as counts,
      coalesce((select jsonb_agg(jsonb_build_object('clientId', p.id, 'name', p.name, 'birthOn', p.birth_on, 'state', p.state,
        'municipality', u."name_fi",
        'services', coalesce(s.list, '[]'), 'place', l.place, 'answering', coalesce(a.list, '[]'), 'pausedUntil', b.until, 'paused', b.client_id is not null,
        'protected', exists (select from client_protected x where x.client_id = p.id and x.during @> $12::date)) order by p.place)
        from page p
        -- A home municipality is as secret as a protected address.
        left join organiser_municipality u on u.code = p.municipality_code
          and not exists (select from client_protected x where x.client_id = p.id and x.during @> $13::date)
        left join services s on s.client_id = p.id
        left join places l on l.client_id = p.id
        left join answering a on a.client_id = p.id
        left join pauses b on b.client_id = p.id), '[]') as list;

-- board.ts clientsOn 7909051c
-- counts document, list list
with matter as (
      select client_id, service, case when during @> $1::date then 'current' when lower(during) > $2::date then 'pending' else 'ended' end as state
      from relationship_relationship where organiser_id = $3
      union all
      select client_id, service, case when coalesce(decided_on <= $4::date, false) or coalesce(withdrawn_on <= $5::date, false) then 'ended' else 'pending' end
      from decision_matter where organiser_id = $6 and received_on <= $7::date
    ), standing as materialized (
      select client_id, case when bool_or(state = 'current') then 'current' when bool_or(state = 'pending') then 'pending' else 'ended' end as state
      from matter group by client_id
    ), held as materialized (
      select s.client_id, s.state from standing s
      where true  
    ), page as materialized (
      select c.id, trim(c.family_name || ' ' || c.given_names) as name, c.birth_on, c.municipality_code, h.state,
        row_number() over (order by c.family_name, c.given_names, c.id) as place
      from held h join client_client c on c.id = h.client_id
      where h.state = $8
      order by c.family_name, c.given_names, c.id limit $9
    ), services as (
      select m.client_id, jsonb_agg(distinct m.service) as list
      from matter m join page p on p.id = m.client_id and p.state = m.state group by 1
    ), places as (
      select m.client_id, string_agg(distinct coalesce(w.name, g.name), ', ') as place
      from placement_placement m left join employer_workplace w on w.id = m.workplace_id left join organiser_group g on g.id = m.group_id
      where m.client_id in (select id from page) and m.during @> $10::date group by 1
    ), answering as (
      select a.client_id, jsonb_agg(distinct w.family_name || ' ' || w.given_name) as list
      from placement_answering a join worker_worker w on w.id = a.worker_id
      where a.client_id in (select id from page) and a.during @> $11::date and a.role <> 'case-manager' group by 1
    ), pauses as (
      select client_id, max(upper(during) - 1) as until from relationship_away
      where client_id in (select id from page) and during @> $12::date group by 1
    )
    select coalesce((select jsonb_object_agg(state, n) from (select state, count(*) as n from held group by state) x), '{}') as counts,
      coalesce((select jsonb_agg(jsonb_build_object('clientId', p.id, 'name', p.name, 'birthOn', p.birth_on, 'state', p.state,
        'municipality', u."name_fi",
        'services', coalesce(s.list, '[]'), 'place', l.place, 'answering', coalesce(a.list, '[]'), 'pausedUntil', b.until, 'paused', b.client_id is not null,
        'protected', exists (select from client_protected x where x.client_id = p.id and x.during @> $13::date)) order by p.place)
        from page p
        -- A home municipality is as secret as a protected address.
        left join organiser_municipality u on u.code = p.municipality_code
          and not exists (select from client_protected x where x.client_id = p.id and x.during @> $14::date)
        left join services s on s.client_id = p.id
        left join places l on l.client_id = p.id
        left join answering a on a.client_id = p.id
        left join pauses b on b.client_id = p.id), '[]') as list;

-- board.ts clientsOn 7909051c
-- counts document, list list
with matter as (
      select client_id, service, case when during @> $1::date then 'current' when lower(during) > $2::date then 'pending' else 'ended' end as state
      from relationship_relationship where organiser_id = $3
      union all
      select client_id, service, case when coalesce(decided_on <= $4::date, false) or coalesce(withdrawn_on <= $5::date, false) then 'ended' else 'pending' end
      from decision_matter where organiser_id = $6 and received_on <= $7::date
    ), standing as materialized (
      select client_id, case when bool_or(state = 'current') then 'current' when bool_or(state = 'pending') then 'pending' else 'ended' end as state
      from matter group by client_id
    ), held as materialized (
      select s.client_id, s.state from standing s
      where true  and s.client_id in
          (select a.client_id from placement_answering a where a.worker_id = $8::uuid and a.during @> $9::date)
    ), page as materialized (
      select c.id, trim(c.family_name || ' ' || c.given_names) as name, c.birth_on, c.municipality_code, h.state,
        row_number() over (order by c.family_name, c.given_names, c.id) as place
      from held h join client_client c on c.id = h.client_id
      where h.state <> 'ended'
      order by c.family_name, c.given_names, c.id limit $10
    ), services as (
      select m.client_id, jsonb_agg(distinct m.service) as list
      from matter m join page p on p.id = m.client_id and p.state = m.state group by 1
    ), places as (
      select m.client_id, string_agg(distinct coalesce(w.name, g.name), ', ') as place
      from placement_placement m left join employer_workplace w on w.id = m.workplace_id left join organiser_group g on g.id = m.group_id
      where m.client_id in (select id from page) and m.during @> $11::date group by 1
    ), answering as (
      select a.client_id, jsonb_agg(distinct w.family_name || ' ' || w.given_name) as list
      from placement_answering a join worker_worker w on w.id = a.worker_id
      where a.client_id in (select id from page) and a.during @> $12::date and a.role <> 'case-manager' group by 1
    ), pauses as (
      select client_id, max(upper(during) - 1) as until from relationship_away
      where client_id in (select id from page) and during @> $13::date group by 1
    )
    select coalesce((select jsonb_object_agg(state, n) from (select state, count(*) as n from held group by state) x), '{}') as counts,
      coalesce((select jsonb_agg(jsonb_build_object('clientId', p.id, 'name', p.name, 'birthOn', p.birth_on, 'state', p.state,
        'municipality', u."name_fi",
        'services', coalesce(s.list, '[]'), 'place', l.place, 'answering', coalesce(a.list, '[]'), 'pausedUntil', b.until, 'paused', b.client_id is not null,
        'protected', exists (select from client_protected x where x.client_id = p.id and x.during @> $14::date)) order by p.place)
        from page p
        -- A home municipality is as secret as a protected address.
        left join organiser_municipality u on u.code = p.municipality_code
          and not exists (select from client_protected x where x.client_id = p.id and x.during @> $15::date)
        left join services s on s.client_id = p.id
        left join places l on l.client_id = p.id
        left join answering a on a.client_id = p.id
        left join pauses b on b.client_id = p.id), '[]') as list;

-- board.ts clientsOn 7909051c
-- counts document, list list
with matter as (
      select client_id, service, case when during @> $1::date then 'current' when lower(during) > $2::date then 'pending' else 'ended' end as state
      from relationship_relationship where organiser_id = $3
      union all
      select client_id, service, case when coalesce(decided_on <= $4::date, false) or coalesce(withdrawn_on <= $5::date, false) then 'ended' else 'pending' end
      from decision_matter where organiser_id = $6 and received_on <= $7::date
    ), standing as materialized (
      select client_id, case when bool_or(state = 'current') then 'current' when bool_or(state = 'pending') then 'pending' else 'ended' end as state
      from matter group by client_id
    ), held as materialized (
      select s.client_id, s.state from standing s
      where true and exists (select from matter m where m.client_id = s.client_id and m.state = s.state and m.service = $8) 
    ), page as materialized (
      select c.id, trim(c.family_name || ' ' || c.given_names) as name, c.birth_on, c.municipality_code, h.state,
        row_number() over (order by c.family_name, c.given_names, c.id) as place
      from held h join client_client c on c.id = h.client_id
      where h.state <> 'ended'
      order by c.family_name, c.given_names, c.id limit $9
    ), services as (
      select m.client_id, jsonb_agg(distinct m.service) as list
      from matter m join page p on p.id = m.client_id and p.state = m.state group by 1
    ), places as (
      select m.client_id, string_agg(distinct coalesce(w.name, g.name), ', ') as place
      from placement_placement m left join employer_workplace w on w.id = m.workplace_id left join organiser_group g on g.id = m.group_id
      where m.client_id in (select id from page) and m.during @> $10::date group by 1
    ), answering as (
      select a.client_id, jsonb_agg(distinct w.family_name || ' ' || w.given_name) as list
      from placement_answering a join worker_worker w on w.id = a.worker_id
      where a.client_id in (select id from page) and a.during @> $11::date and a.role <> 'case-manager' group by 1
    ), pauses as (
      select client_id, max(upper(during) - 1) as until from relationship_away
      where client_id in (select id from page) and during @> $12::date group by 1
    )
    select coalesce((select jsonb_object_agg(state, n) from (select state, count(*) as n from held group by state) x), '{}') as counts,
      coalesce((select jsonb_agg(jsonb_build_object('clientId', p.id, 'name', p.name, 'birthOn', p.birth_on, 'state', p.state,
        'municipality', u."name_fi",
        'services', coalesce(s.list, '[]'), 'place', l.place, 'answering', coalesce(a.list, '[]'), 'pausedUntil', b.until, 'paused', b.client_id is not null,
        'protected', exists (select from client_protected x where x.client_id = p.id and x.during @> $13::date)) order by p.place)
        from page p
        -- A home municipality is as secret as a protected address.
        left join organiser_municipality u on u.code = p.municipality_code
          and not exists (select from client_protected x where x.client_id = p.id and x.during @> $14::date)
        left join services s on s.client_id = p.id
        left join places l on l.client_id = p.id
        left join answering a on a.client_id = p.id
        left join pauses b on b.client_id = p.id), '[]') as list;

-- board.ts clientsOn 7909051c
-- counts document, list list
with matter as (
      select client_id, service, case when during @> $1::date then 'current' when lower(during) > $2::date then 'pending' else 'ended' end as state
      from relationship_relationship where organiser_id = $3
      union all
      select client_id, service, case when coalesce(decided_on <= $4::date, false) or coalesce(withdrawn_on <= $5::date, false) then 'ended' else 'pending' end
      from decision_matter where organiser_id = $6 and received_on <= $7::date
    ), standing as materialized (
      select client_id, case when bool_or(state = 'current') then 'current' when bool_or(state = 'pending') then 'pending' else 'ended' end as state
      from matter group by client_id
    ), held as materialized (
      select s.client_id, s.state from standing s
      where true and exists (select from matter m where m.client_id = s.client_id and m.state = s.state and m.service = $8) and s.client_id in
          (select a.client_id from placement_answering a where a.worker_id = $9::uuid and a.during @> $10::date)
        and s.client_id in (select f.client_id from search_clients($11, $12::text[], $13, $14, $15::date, $16, $17) f)
    ), page as materialized (
      select c.id, trim(c.family_name || ' ' || c.given_names) as name, c.birth_on, c.municipality_code, h.state,
        row_number() over (order by c.family_name, c.given_names, c.id) as place
      from held h join client_client c on c.id = h.client_id
      where h.state = $18
      order by c.family_name, c.given_names, c.id limit $19
    ), services as (
      select m.client_id, jsonb_agg(distinct m.service) as list
      from matter m join page p on p.id = m.client_id and p.state = m.state group by 1
    ), places as (
      select m.client_id, string_agg(distinct coalesce(w.name, g.name), ', ') as place
      from placement_placement m left join employer_workplace w on w.id = m.workplace_id left join organiser_group g on g.id = m.group_id
      where m.client_id in (select id from page) and m.during @> $20::date group by 1
    ), answering as (
      select a.client_id, jsonb_agg(distinct w.family_name || ' ' || w.given_name) as list
      from placement_answering a join worker_worker w on w.id = a.worker_id
      where a.client_id in (select id from page) and a.during @> $21::date and a.role <> 'case-manager' group by 1
    ), pauses as (
      select client_id, max(upper(during) - 1) as until from relationship_away
      where client_id in (select id from page) and during @> $22::date group by 1
    )
    select coalesce((select jsonb_object_agg(state, n) from (select state, count(*) as n from held group by state) x), '{}') as counts,
      coalesce((select jsonb_agg(jsonb_build_object('clientId', p.id, 'name', p.name, 'birthOn', p.birth_on, 'state', p.state,
        'municipality', u."name_fi",
        'services', coalesce(s.list, '[]'), 'place', l.place, 'answering', coalesce(a.list, '[]'), 'pausedUntil', b.until, 'paused', b.client_id is not null,
        'protected', exists (select from client_protected x where x.client_id = p.id and x.during @> $23::date)) order by p.place)
        from page p
        -- A home municipality is as secret as a protected address.
        left join organiser_municipality u on u.code = p.municipality_code
          and not exists (select from client_protected x where x.client_id = p.id and x.during @> $24::date)
        left join services s on s.client_id = p.id
        left join places l on l.client_id = p.id
        left join answering a on a.client_id = p.id
        left join pauses b on b.client_id = p.id), '[]') as list;

-- board.ts clientsOn 7909051c
-- counts document, list list
with matter as (
      select client_id, service, case when during @> $1::date then 'current' when lower(during) > $2::date then 'pending' else 'ended' end as state
      from relationship_relationship where organiser_id = $3
      union all
      select client_id, service, case when coalesce(decided_on <= $4::date, false) or coalesce(withdrawn_on <= $5::date, false) then 'ended' else 'pending' end
      from decision_matter where organiser_id = $6 and received_on <= $7::date
    ), standing as materialized (
      select client_id, case when bool_or(state = 'current') then 'current' when bool_or(state = 'pending') then 'pending' else 'ended' end as state
      from matter group by client_id
    ), held as materialized (
      select s.client_id, s.state from standing s
      where true and exists (select from matter m where m.client_id = s.client_id and m.state = s.state and m.service = $8) and s.client_id in
          (select a.client_id from placement_answering a where a.worker_id = $9::uuid and a.during @> $10::date)
    ), page as materialized (
      select c.id, trim(c.family_name || ' ' || c.given_names) as name, c.birth_on, c.municipality_code, h.state,
        row_number() over (order by c.family_name, c.given_names, c.id) as place
      from held h join client_client c on c.id = h.client_id
      where h.state <> 'ended'
      order by c.family_name, c.given_names, c.id limit $11
    ), services as (
      select m.client_id, jsonb_agg(distinct m.service) as list
      from matter m join page p on p.id = m.client_id and p.state = m.state group by 1
    ), places as (
      select m.client_id, string_agg(distinct coalesce(w.name, g.name), ', ') as place
      from placement_placement m left join employer_workplace w on w.id = m.workplace_id left join organiser_group g on g.id = m.group_id
      where m.client_id in (select id from page) and m.during @> $12::date group by 1
    ), answering as (
      select a.client_id, jsonb_agg(distinct w.family_name || ' ' || w.given_name) as list
      from placement_answering a join worker_worker w on w.id = a.worker_id
      where a.client_id in (select id from page) and a.during @> $13::date and a.role <> 'case-manager' group by 1
    ), pauses as (
      select client_id, max(upper(during) - 1) as until from relationship_away
      where client_id in (select id from page) and during @> $14::date group by 1
    )
    select coalesce((select jsonb_object_agg(state, n) from (select state, count(*) as n from held group by state) x), '{}') as counts,
      coalesce((select jsonb_agg(jsonb_build_object('clientId', p.id, 'name', p.name, 'birthOn', p.birth_on, 'state', p.state,
        'municipality', u."name_fi",
        'services', coalesce(s.list, '[]'), 'place', l.place, 'answering', coalesce(a.list, '[]'), 'pausedUntil', b.until, 'paused', b.client_id is not null,
        'protected', exists (select from client_protected x where x.client_id = p.id and x.during @> $15::date)) order by p.place)
        from page p
        -- A home municipality is as secret as a protected address.
        left join organiser_municipality u on u.code = p.municipality_code
          and not exists (select from client_protected x where x.client_id = p.id and x.during @> $16::date)
        left join services s on s.client_id = p.id
        left join places l on l.client_id = p.id
        left join answering a on a.client_id = p.id
        left join pauses b on b.client_id = p.id), '[]') as list;

-- board.ts clientsOn 7909051c
-- counts document, list list
with matter as (
      select client_id, service, case when during @> $1::date then 'current' when lower(during) > $2::date then 'pending' else 'ended' end as state
      from relationship_relationship where organiser_id = $3
      union all
      select client_id, service, case when coalesce(decided_on <= $4::date, false) or coalesce(withdrawn_on <= $5::date, false) then 'ended' else 'pending' end
      from decision_matter where organiser_id = $6 and received_on <= $7::date
    ), standing as materialized (
      select client_id, case when bool_or(state = 'current') then 'current' when bool_or(state = 'pending') then 'pending' else 'ended' end as state
      from matter group by client_id
    ), held as materialized (
      select s.client_id, s.state from standing s
      where true and exists (select from matter m where m.client_id = s.client_id and m.state = s.state and m.service = $8) and s.client_id in
          (select a.client_id from placement_answering a where a.worker_id = $9::uuid and a.during @> $10::date)
    ), page as materialized (
      select c.id, trim(c.family_name || ' ' || c.given_names) as name, c.birth_on, c.municipality_code, h.state,
        row_number() over (order by c.family_name, c.given_names, c.id) as place
      from held h join client_client c on c.id = h.client_id
      where h.state = $11
      order by c.family_name, c.given_names, c.id limit $12
    ), services as (
      select m.client_id, jsonb_agg(distinct m.service) as list
      from matter m join page p on p.id = m.client_id and p.state = m.state group by 1
    ), places as (
      select m.client_id, string_agg(distinct coalesce(w.name, g.name), ', ') as place
      from placement_placement m left join employer_workplace w on w.id = m.workplace_id left join organiser_group g on g.id = m.group_id
      where m.client_id in (select id from page) and m.during @> $13::date group by 1
    ), answering as (
      select a.client_id, jsonb_agg(distinct w.family_name || ' ' || w.given_name) as list
      from placement_answering a join worker_worker w on w.id = a.worker_id
      where a.client_id in (select id from page) and a.during @> $14::date and a.role <> 'case-manager' group by 1
    ), pauses as (
      select client_id, max(upper(during) - 1) as until from relationship_away
      where client_id in (select id from page) and during @> $15::date group by 1
    )
    select coalesce((select jsonb_object_agg(state, n) from (select state, count(*) as n from held group by state) x), '{}') as counts,
      coalesce((select jsonb_agg(jsonb_build_object('clientId', p.id, 'name', p.name, 'birthOn', p.birth_on, 'state', p.state,
        'municipality', u."name_fi",
        'services', coalesce(s.list, '[]'), 'place', l.place, 'answering', coalesce(a.list, '[]'), 'pausedUntil', b.until, 'paused', b.client_id is not null,
        'protected', exists (select from client_protected x where x.client_id = p.id and x.during @> $16::date)) order by p.place)
        from page p
        -- A home municipality is as secret as a protected address.
        left join organiser_municipality u on u.code = p.municipality_code
          and not exists (select from client_protected x where x.client_id = p.id and x.during @> $17::date)
        left join services s on s.client_id = p.id
        left join places l on l.client_id = p.id
        left join answering a on a.client_id = p.id
        left join pauses b on b.client_id = p.id), '[]') as list;

-- board.ts choicesOn fc8e4904
-- services list, workers list
select coalesce((select jsonb_agg(s.code order by s.place) from organiser_service s where exists (select from organiser_offering f
        where f.service = s.code and f.organiser_id = $1 and f.during @> $2::date)), '[]') as services,
      coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'name', w.family_name || ' ' || w.given_name, 'reach', coalesce(w.email, w.phone)) order by w.family_name, w.given_name)
        from worker_worker w where exists (select from worker_post p where p.worker_id = w.id and p.organiser_id = $3
          and p.during @> $4::date and p.role in ('coach', 'instructor', 'rehabilitative-instructor', 'social-worker'))), '[]') as workers;

-- board.ts clientsFound dd4eed3d
-- id uuid, familyName text, givenNames text, birthOn date or null, municipality text or null, foundBy text or null, total number
with h as materialized (select * from search_clients($1, $2::text[], $3, $4, $5::date, $6, $7) f)
        select 
  c.id, c.family_name as "familyName", c.given_names as "givenNames", c.birth_on as "birthOn",
  m."name_fi" as municipality, h.found_by as "foundBy", count(*) over () as total
        from client_register c
  cross join lateral (select exists (select from client_protected p where p.client_id = c.id and p.during @> $8::date) as protected) t
  left join organiser_municipality m on m.code = c.municipality_code and not t.protected join h on h.client_id = c.id
        where c.organiser_id = $9 and c.id = any(array(select client_id from h))
        order by h.rank, c.family_name, c.given_names, c.id limit $10;

-- board.ts clientsFound 00fd0fdb
-- id uuid, familyName text, givenNames text, birthOn date or null, municipality text or null, foundBy text or null, total number
select 
  c.id, c.family_name as "familyName", c.given_names as "givenNames", c.birth_on as "birthOn",
  m."name_fi" as municipality, null as "foundBy", count(*) over () as total
        from client_register c
  cross join lateral (select exists (select from client_protected p where p.client_id = c.id and p.during @> $1::date) as protected) t
  left join organiser_municipality m on m.code = c.municipality_code and not t.protected where c.organiser_id = $2
        order by c.family_name, c.given_names, c.id limit $3;
