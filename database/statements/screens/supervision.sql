-- board.ts supervisedOn f71ff3f2
-- counts document, total number, list list
with served as materialized (
      select r.decision_id, bool_or(r.during @> $1::date) as goes_on from relationship_relationship r where r.decision_id is not null group by 1
    ), resting as materialized (
      select distinct on (p.client_id, p.service) p.client_id, p.service, i.during
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.during @> $2::date order by p.client_id, p.service, i.during
    ), answering as materialized (
      select a.client_id, array_agg(a.service) filter (where a.service is not null) as services, bool_or(a.service is null) as of_all
      from placement_answering a where a.during @> $3::date group by 1
    ), standing as materialized (
      select x.id, x.client_id, x.number, x.year, x.service, x.received_on, s.state, case when s.state = 'interrupted' then i.during end as rests,
        coalesce(a.of_all or x.service = any(a.services), false) as answered
      from decision_matter x
      left join decision_decision d on d.id = x.decision_id
      left join served b on b.decision_id = x.decision_id
      left join resting i on i.client_id = x.client_id and i.service = x.service
      left join answering a on a.client_id = x.client_id
      cross join lateral (select case when x.decided_on is null or x.decided_on > $4::date then 'pending'
        when not coalesce(b.goes_on, false) then 'granted' when i.during is not null then 'interrupted' else 'begun' end as state) s
      where x.organiser_id = $5 and x.received_on <= $6::date and (x.withdrawn_on is null or x.withdrawn_on > $7::date)
        and (s.state <> 'granted' or x.outcome = 'grant' and b.decision_id is null and (upper(d.during) is null or upper(d.during) > $8::date))
    ), page as materialized (
      select x.*, row_number() over (order by array_position(array['pending', 'granted', 'interrupted', 'begun'], x.state), x.received_on, x.year, x.number) as place
      from standing x  order by place limit $9
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.state = any($10::text[]) and x.received_on < $11::date) as "overdue", count(*) filter (where x.state = any($12::text[]) and x.received_on >= $13::date and x.received_on < $14::date) as "soon", count(*) filter (where x.state = any($15::text[])) as "pending", count(*) filter (where x.state = any($16::text[])) as "granted", count(*) filter (where x.state = any($17::text[])) as "interrupted", count(*) filter (where x.state = any($18::text[])) as "begun", count(*) filter (where x.state = any($19::text[]) and not x.answered) as "unanswered" from standing x) n) as counts, (select count(*)::int from standing) as total,
      coalesce((select jsonb_agg(jsonb_build_object('referralId', x.id, 'clientId', x.client_id, 'number', x.number || '/' || x.year,
        'name', trim(c.family_name || ' ' || c.given_names), 'service', x.service, 'receivedOn', x.received_on, 'state', x.state,
        'rests', case when x.rests is not null then jsonb_build_object('from', lower(x.rests), 'to', upper(x.rests)) end,
        'who', (select string_agg(distinct w.family_name || ' ' || w.given_name, ', ') from placement_answering a
          join worker_worker w on w.id = a.worker_id
          where a.client_id = x.client_id and a.during @> $20::date and (a.service is null or a.service = x.service))) order by x.place)
        from page x join client_client c on c.id = x.client_id), '[]') as list;

-- board.ts supervisedOn f71ff3f2
-- counts document, total number, list list
with served as materialized (
      select r.decision_id, bool_or(r.during @> $1::date) as goes_on from relationship_relationship r where r.decision_id is not null group by 1
    ), resting as materialized (
      select distinct on (p.client_id, p.service) p.client_id, p.service, i.during
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.during @> $2::date order by p.client_id, p.service, i.during
    ), answering as materialized (
      select a.client_id, array_agg(a.service) filter (where a.service is not null) as services, bool_or(a.service is null) as of_all
      from placement_answering a where a.during @> $3::date group by 1
    ), standing as materialized (
      select x.id, x.client_id, x.number, x.year, x.service, x.received_on, s.state, case when s.state = 'interrupted' then i.during end as rests,
        coalesce(a.of_all or x.service = any(a.services), false) as answered
      from decision_matter x
      left join decision_decision d on d.id = x.decision_id
      left join served b on b.decision_id = x.decision_id
      left join resting i on i.client_id = x.client_id and i.service = x.service
      left join answering a on a.client_id = x.client_id
      cross join lateral (select case when x.decided_on is null or x.decided_on > $4::date then 'pending'
        when not coalesce(b.goes_on, false) then 'granted' when i.during is not null then 'interrupted' else 'begun' end as state) s
      where x.organiser_id = $5 and x.received_on <= $6::date and (x.withdrawn_on is null or x.withdrawn_on > $7::date)
        and (s.state <> 'granted' or x.outcome = 'grant' and b.decision_id is null and (upper(d.during) is null or upper(d.during) > $8::date))
    ), page as materialized (
      select x.*, row_number() over (order by array_position(array['pending', 'granted', 'interrupted', 'begun'], x.state), x.received_on, x.year, x.number) as place
      from standing x where x.state = any($9::text[]) and not x.answered order by place limit $10
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.state = any($11::text[]) and x.received_on < $12::date) as "overdue", count(*) filter (where x.state = any($13::text[]) and x.received_on >= $14::date and x.received_on < $15::date) as "soon", count(*) filter (where x.state = any($16::text[])) as "pending", count(*) filter (where x.state = any($17::text[])) as "granted", count(*) filter (where x.state = any($18::text[])) as "interrupted", count(*) filter (where x.state = any($19::text[])) as "begun", count(*) filter (where x.state = any($20::text[]) and not x.answered) as "unanswered" from standing x) n) as counts, (select count(*)::int from standing) as total,
      coalesce((select jsonb_agg(jsonb_build_object('referralId', x.id, 'clientId', x.client_id, 'number', x.number || '/' || x.year,
        'name', trim(c.family_name || ' ' || c.given_names), 'service', x.service, 'receivedOn', x.received_on, 'state', x.state,
        'rests', case when x.rests is not null then jsonb_build_object('from', lower(x.rests), 'to', upper(x.rests)) end,
        'who', (select string_agg(distinct w.family_name || ' ' || w.given_name, ', ') from placement_answering a
          join worker_worker w on w.id = a.worker_id
          where a.client_id = x.client_id and a.during @> $21::date and (a.service is null or a.service = x.service))) order by x.place)
        from page x join client_client c on c.id = x.client_id), '[]') as list;

-- board.ts supervisedOn f71ff3f2
-- counts document, total number, list list
with served as materialized (
      select r.decision_id, bool_or(r.during @> $1::date) as goes_on from relationship_relationship r where r.decision_id is not null group by 1
    ), resting as materialized (
      select distinct on (p.client_id, p.service) p.client_id, p.service, i.during
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.during @> $2::date order by p.client_id, p.service, i.during
    ), answering as materialized (
      select a.client_id, array_agg(a.service) filter (where a.service is not null) as services, bool_or(a.service is null) as of_all
      from placement_answering a where a.during @> $3::date group by 1
    ), standing as materialized (
      select x.id, x.client_id, x.number, x.year, x.service, x.received_on, s.state, case when s.state = 'interrupted' then i.during end as rests,
        coalesce(a.of_all or x.service = any(a.services), false) as answered
      from decision_matter x
      left join decision_decision d on d.id = x.decision_id
      left join served b on b.decision_id = x.decision_id
      left join resting i on i.client_id = x.client_id and i.service = x.service
      left join answering a on a.client_id = x.client_id
      cross join lateral (select case when x.decided_on is null or x.decided_on > $4::date then 'pending'
        when not coalesce(b.goes_on, false) then 'granted' when i.during is not null then 'interrupted' else 'begun' end as state) s
      where x.organiser_id = $5 and x.received_on <= $6::date and (x.withdrawn_on is null or x.withdrawn_on > $7::date)
        and (s.state <> 'granted' or x.outcome = 'grant' and b.decision_id is null and (upper(d.during) is null or upper(d.during) > $8::date))
    ), page as materialized (
      select x.*, row_number() over (order by array_position(array['pending', 'granted', 'interrupted', 'begun'], x.state), x.received_on, x.year, x.number) as place
      from standing x where x.state = any($9::text[]) and x.received_on < $10::date order by place limit $11
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.state = any($12::text[]) and x.received_on < $13::date) as "overdue", count(*) filter (where x.state = any($14::text[]) and x.received_on >= $15::date and x.received_on < $16::date) as "soon", count(*) filter (where x.state = any($17::text[])) as "pending", count(*) filter (where x.state = any($18::text[])) as "granted", count(*) filter (where x.state = any($19::text[])) as "interrupted", count(*) filter (where x.state = any($20::text[])) as "begun", count(*) filter (where x.state = any($21::text[]) and not x.answered) as "unanswered" from standing x) n) as counts, (select count(*)::int from standing) as total,
      coalesce((select jsonb_agg(jsonb_build_object('referralId', x.id, 'clientId', x.client_id, 'number', x.number || '/' || x.year,
        'name', trim(c.family_name || ' ' || c.given_names), 'service', x.service, 'receivedOn', x.received_on, 'state', x.state,
        'rests', case when x.rests is not null then jsonb_build_object('from', lower(x.rests), 'to', upper(x.rests)) end,
        'who', (select string_agg(distinct w.family_name || ' ' || w.given_name, ', ') from placement_answering a
          join worker_worker w on w.id = a.worker_id
          where a.client_id = x.client_id and a.during @> $22::date and (a.service is null or a.service = x.service))) order by x.place)
        from page x join client_client c on c.id = x.client_id), '[]') as list;

-- board.ts supervisedOn f71ff3f2
-- counts document, total number, list list
with served as materialized (
      select r.decision_id, bool_or(r.during @> $1::date) as goes_on from relationship_relationship r where r.decision_id is not null group by 1
    ), resting as materialized (
      select distinct on (p.client_id, p.service) p.client_id, p.service, i.during
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.during @> $2::date order by p.client_id, p.service, i.during
    ), answering as materialized (
      select a.client_id, array_agg(a.service) filter (where a.service is not null) as services, bool_or(a.service is null) as of_all
      from placement_answering a where a.during @> $3::date group by 1
    ), standing as materialized (
      select x.id, x.client_id, x.number, x.year, x.service, x.received_on, s.state, case when s.state = 'interrupted' then i.during end as rests,
        coalesce(a.of_all or x.service = any(a.services), false) as answered
      from decision_matter x
      left join decision_decision d on d.id = x.decision_id
      left join served b on b.decision_id = x.decision_id
      left join resting i on i.client_id = x.client_id and i.service = x.service
      left join answering a on a.client_id = x.client_id
      cross join lateral (select case when x.decided_on is null or x.decided_on > $4::date then 'pending'
        when not coalesce(b.goes_on, false) then 'granted' when i.during is not null then 'interrupted' else 'begun' end as state) s
      where x.organiser_id = $5 and x.received_on <= $6::date and (x.withdrawn_on is null or x.withdrawn_on > $7::date)
        and (s.state <> 'granted' or x.outcome = 'grant' and b.decision_id is null and (upper(d.during) is null or upper(d.during) > $8::date))
    ), page as materialized (
      select x.*, row_number() over (order by array_position(array['pending', 'granted', 'interrupted', 'begun'], x.state), x.received_on, x.year, x.number) as place
      from standing x where x.state = any($9::text[]) and x.received_on >= $10::date and x.received_on < $11::date order by place limit $12
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.state = any($13::text[]) and x.received_on < $14::date) as "overdue", count(*) filter (where x.state = any($15::text[]) and x.received_on >= $16::date and x.received_on < $17::date) as "soon", count(*) filter (where x.state = any($18::text[])) as "pending", count(*) filter (where x.state = any($19::text[])) as "granted", count(*) filter (where x.state = any($20::text[])) as "interrupted", count(*) filter (where x.state = any($21::text[])) as "begun", count(*) filter (where x.state = any($22::text[]) and not x.answered) as "unanswered" from standing x) n) as counts, (select count(*)::int from standing) as total,
      coalesce((select jsonb_agg(jsonb_build_object('referralId', x.id, 'clientId', x.client_id, 'number', x.number || '/' || x.year,
        'name', trim(c.family_name || ' ' || c.given_names), 'service', x.service, 'receivedOn', x.received_on, 'state', x.state,
        'rests', case when x.rests is not null then jsonb_build_object('from', lower(x.rests), 'to', upper(x.rests)) end,
        'who', (select string_agg(distinct w.family_name || ' ' || w.given_name, ', ') from placement_answering a
          join worker_worker w on w.id = a.worker_id
          where a.client_id = x.client_id and a.during @> $23::date and (a.service is null or a.service = x.service))) order by x.place)
        from page x join client_client c on c.id = x.client_id), '[]') as list;

-- board.ts supervisedOn f71ff3f2
-- counts document, total number, list list
with served as materialized (
      select r.decision_id, bool_or(r.during @> $1::date) as goes_on from relationship_relationship r where r.decision_id is not null group by 1
    ), resting as materialized (
      select distinct on (p.client_id, p.service) p.client_id, p.service, i.during
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.during @> $2::date order by p.client_id, p.service, i.during
    ), answering as materialized (
      select a.client_id, array_agg(a.service) filter (where a.service is not null) as services, bool_or(a.service is null) as of_all
      from placement_answering a where a.during @> $3::date group by 1
    ), standing as materialized (
      select x.id, x.client_id, x.number, x.year, x.service, x.received_on, s.state, case when s.state = 'interrupted' then i.during end as rests,
        coalesce(a.of_all or x.service = any(a.services), false) as answered
      from decision_matter x
      left join decision_decision d on d.id = x.decision_id
      left join served b on b.decision_id = x.decision_id
      left join resting i on i.client_id = x.client_id and i.service = x.service
      left join answering a on a.client_id = x.client_id
      cross join lateral (select case when x.decided_on is null or x.decided_on > $4::date then 'pending'
        when not coalesce(b.goes_on, false) then 'granted' when i.during is not null then 'interrupted' else 'begun' end as state) s
      where x.organiser_id = $5 and x.received_on <= $6::date and (x.withdrawn_on is null or x.withdrawn_on > $7::date)
        and (s.state <> 'granted' or x.outcome = 'grant' and b.decision_id is null and (upper(d.during) is null or upper(d.during) > $8::date))
    ), page as materialized (
      select x.*, row_number() over (order by array_position(array['pending', 'granted', 'interrupted', 'begun'], x.state), x.received_on, x.year, x.number) as place
      from standing x where x.state = any($9::text[]) order by place limit $10
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.state = any($11::text[]) and x.received_on < $12::date) as "overdue", count(*) filter (where x.state = any($13::text[]) and x.received_on >= $14::date and x.received_on < $15::date) as "soon", count(*) filter (where x.state = any($16::text[])) as "pending", count(*) filter (where x.state = any($17::text[])) as "granted", count(*) filter (where x.state = any($18::text[])) as "interrupted", count(*) filter (where x.state = any($19::text[])) as "begun", count(*) filter (where x.state = any($20::text[]) and not x.answered) as "unanswered" from standing x) n) as counts, (select count(*)::int from standing) as total,
      coalesce((select jsonb_agg(jsonb_build_object('referralId', x.id, 'clientId', x.client_id, 'number', x.number || '/' || x.year,
        'name', trim(c.family_name || ' ' || c.given_names), 'service', x.service, 'receivedOn', x.received_on, 'state', x.state,
        'rests', case when x.rests is not null then jsonb_build_object('from', lower(x.rests), 'to', upper(x.rests)) end,
        'who', (select string_agg(distinct w.family_name || ' ' || w.given_name, ', ') from placement_answering a
          join worker_worker w on w.id = a.worker_id
          where a.client_id = x.client_id and a.during @> $21::date and (a.service is null or a.service = x.service))) order by x.place)
        from page x join client_client c on c.id = x.client_id), '[]') as list;
