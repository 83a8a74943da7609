-- board.ts unassessedOn 87471d21
-- id uuid
select m.id from decision_matter m
    where m.organiser_id = $1 and m.client_id in (select seen from app_seen() seen) and m.received_on <= $2::date and (m.decided_on is null or m.decided_on > $3::date)
        and (m.withdrawn_on is null or m.withdrawn_on > $4::date) and not exists (select from assessment_assessment a where a.referral_id = m.id);

-- board.ts unassessedOn 87471d21
-- id uuid
select m.id from decision_matter m
    where m.organiser_id = $1 and m.received_on <= $2::date and (m.decided_on is null or m.decided_on > $3::date)
        and (m.withdrawn_on is null or m.withdrawn_on > $4::date) and not exists (select from assessment_assessment a where a.referral_id = m.id);

-- board.ts unassessedOn 87471d21
-- id uuid
select m.id from decision_matter m
    where m.organiser_id = $1 and true and m.received_on <= $2::date and (m.decided_on is null or m.decided_on > $3::date)
        and (m.withdrawn_on is null or m.withdrawn_on > $4::date) and not exists (select from assessment_assessment a where a.referral_id = m.id);

-- board.ts waitingOn 1eacba37
-- counts document, total number, services list, list list
with waiting as materialized (
      select 'decide' as step, m.id, m.client_id, m.service, m.received_on as since, m.received_on, null::date as due_on, m.source,
        m.received_by_id as worker_id
      from decision_matter m
      where m.organiser_id = $1 and m.client_id in (select seen from app_seen() seen) and m.received_on <= $2::date and (m.decided_on is null or m.decided_on > $3::date)
        and (m.withdrawn_on is null or m.withdrawn_on > $4::date)
      union all
      select 'serve', d.id, d.client_id, d.service, d.decided_on, null, null, null, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $5 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $6::date
        and d.client_id in (select seen from app_seen() seen)
      union all
      select 'start', d.id, d.client_id, d.service, greatest(d.decided_on, lower(d.during)), d.received_on, lower(d.during), null, d.decided_by_id
      from (select d.id, d.client_id, d.service, d.decided_on, d.during, d.provisions, d.decided_by_id, r.received_on
        from decision_decision d join referral_referral r on r.id = d.referral_id
        where d.organiser_id = $7 and d.outcome = 'grant' and d.annulled_on is null and d.left_on is null and d.decided_on <= $8::date
          and d.during && daterange($9::date, null) and d.client_id in (select seen from app_seen() seen)
          -- One who is in the service already goes on by the new decision; nothing begins.
          and not exists (select from relationship_relationship x where x.client_id = d.client_id
            and (x.decision_id = d.id or (x.service = d.service and x.during && d.during))) offset 0) d
      -- On which of its own days it holds costs more to find: it is asked of those alone that have not begun.
      where decision_days(d.id, d.during, d.provisions) && daterange($10::date, null)
      union all
      select 'review', p.id, p.client_id, p.service, p.made_on, null, p.review_on, null, p.made_by_id
      from plan_plan p
      where p.organiser_id = $11 and p.review_on <= $12::date and p.during @> $13::date
        and p.client_id in (select seen from app_seen() seen)
        and (p.reviewed_on is null or p.reviewed_on > $14::date) and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $15::date)
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $16::date)
        and not exists (select from plan_plan q where q.client_id = p.client_id and q.service = p.service and q.made_on > p.made_on
          -- One made ahead takes no review away that is due of the one worked by, nor does a draft.
          and q.during @> $17::date and exists (select from plan_signed g where g.plan_id = q.id and g.signed_on <= $18::date))
        -- One that rests is reviewed when it goes on.
        and not exists (select from plan_interruption i where i.plan_id = p.id and i.during @> $19::date)
      union all
      select 'resume', p.id, p.client_id, p.service, lower(i.during), null, upper(p.during) - 1, null, p.made_by_id
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.organiser_id = $20 and i.during @> $21::date and i.client_id in (select seen from app_seen() seen)
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $22::date)
    ), chosen as materialized (
      select x.* from waiting x
      where true 
    ), near as (
      select x.* from (select x.*, rank() over (partition by x.step order by coalesce(x.due_on, x.since)) as place from chosen x ) x where x.place <= $23
    ), named as (
      select x.step, x.id, x.client_id, x.service, x.since, x.received_on, x.due_on, x.source, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over (partition by x.step order by coalesce(x.due_on, x.since), x.name, x.id) as place from named x) x where x.place <= $24
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.step = $25) as "pending", count(*) filter (where x.received_on >= $26::date and x.received_on < $27::date) as "soon", count(*) filter (where x.received_on < $28::date) as "overdue", count(*) filter (where x.step = $29 and x.since > $30::date) as "newcomers", count(*) filter (where x.step = $31) as "serve", count(*) filter (where x.step = $32) as "start", count(*) filter (where x.step = $33) as "review", count(*) filter (where x.step = $34) as "resume", count(*) filter (where x.step = $35 and x.id = any($36::uuid[])) as "assess" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from waiting x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('step', x.step, 'id', x.id, 'clientId', x.client_id, 'name', x.name, 'service', x.service,
        'serviceName', "s"."name_fi", 'since', x.since, 'receivedOn', x.received_on, 'dueOn', x.due_on, 'source', x.source,
        'planned', x.step <> 'decide' or p.planned, 'drafted', x.step = 'decide' and p.made and not p.planned,
        'handled', x.step = 'decide' and ($37 or (x.since > $38::date - access_to_matter()
          and exists (select from worker_role_service y where y.service = x.service and y.role = any($39::text[])))),
        'own', coalesce(x.worker_id = $40, false) or coalesce(q.decider_id = $41, false),
        'who', k.family_name || ' ' || k.given_name,
        'presented', case when q.id is not null then jsonb_build_object('by', qp.family_name || ' ' || qp.given_name,
          'to', qd.family_name || ' ' || qd.given_name, 'toMe', q.decider_id = $42, 'returned', q.returned_on is not null) end) order by coalesce(x.due_on, x.since), x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker k on k.id = x.worker_id
        left join decision_proposal q on x.step = 'decide' and q.referral_id = x.id
        left join worker_worker qp on qp.id = q.presented_by_id
        left join worker_worker qd on qd.id = q.decider_id
        left join lateral (select count(*) > 0 as made, coalesce(bool_or(exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $43::date)), false) as planned
          from plan_plan p where x.step = 'decide' and p.client_id = x.client_id and p.service = x.service and p.made_on >= x.received_on) p on true), '[]') as list;

-- board.ts waitingOn 1eacba37
-- counts document, total number, services list, list list
with waiting as materialized (
      select 'decide' as step, m.id, m.client_id, m.service, m.received_on as since, m.received_on, null::date as due_on, m.source,
        m.received_by_id as worker_id
      from decision_matter m
      where m.organiser_id = $1 and m.client_id in (select seen from app_seen() seen) and m.received_on <= $2::date and (m.decided_on is null or m.decided_on > $3::date)
        and (m.withdrawn_on is null or m.withdrawn_on > $4::date)
      union all
      select 'serve', d.id, d.client_id, d.service, d.decided_on, null, null, null, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $5 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $6::date
        and d.client_id in (select seen from app_seen() seen)
      union all
      select 'start', d.id, d.client_id, d.service, greatest(d.decided_on, lower(d.during)), d.received_on, lower(d.during), null, d.decided_by_id
      from (select d.id, d.client_id, d.service, d.decided_on, d.during, d.provisions, d.decided_by_id, r.received_on
        from decision_decision d join referral_referral r on r.id = d.referral_id
        where d.organiser_id = $7 and d.outcome = 'grant' and d.annulled_on is null and d.left_on is null and d.decided_on <= $8::date
          and d.during && daterange($9::date, null) and d.client_id in (select seen from app_seen() seen)
          -- One who is in the service already goes on by the new decision; nothing begins.
          and not exists (select from relationship_relationship x where x.client_id = d.client_id
            and (x.decision_id = d.id or (x.service = d.service and x.during && d.during))) offset 0) d
      -- On which of its own days it holds costs more to find: it is asked of those alone that have not begun.
      where decision_days(d.id, d.during, d.provisions) && daterange($10::date, null)
      union all
      select 'review', p.id, p.client_id, p.service, p.made_on, null, p.review_on, null, p.made_by_id
      from plan_plan p
      where p.organiser_id = $11 and p.review_on <= $12::date and p.during @> $13::date
        and p.client_id in (select seen from app_seen() seen)
        and (p.reviewed_on is null or p.reviewed_on > $14::date) and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $15::date)
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $16::date)
        and not exists (select from plan_plan q where q.client_id = p.client_id and q.service = p.service and q.made_on > p.made_on
          -- One made ahead takes no review away that is due of the one worked by, nor does a draft.
          and q.during @> $17::date and exists (select from plan_signed g where g.plan_id = q.id and g.signed_on <= $18::date))
        -- One that rests is reviewed when it goes on.
        and not exists (select from plan_interruption i where i.plan_id = p.id and i.during @> $19::date)
      union all
      select 'resume', p.id, p.client_id, p.service, lower(i.during), null, upper(p.during) - 1, null, p.made_by_id
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.organiser_id = $20 and i.during @> $21::date and i.client_id in (select seen from app_seen() seen)
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $22::date)
    ), chosen as materialized (
      select x.* from waiting x
      where true and x.service = $23
        and (x.worker_id = $24 or x.step = 'decide' and x.id in (select q.referral_id from decision_proposal q where q.decider_id = $25))
    ), near as (
      select x.* from (select x.*, rank() over (partition by x.step order by coalesce(x.due_on, x.since)) as place from chosen x ) x where x.place <= $26
    ), named as (
      select x.step, x.id, x.client_id, x.service, x.since, x.received_on, x.due_on, x.source, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over (partition by x.step order by coalesce(x.due_on, x.since), x.name, x.id) as place from named x) x where x.place <= $27
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.step = $28) as "pending", count(*) filter (where x.received_on >= $29::date and x.received_on < $30::date) as "soon", count(*) filter (where x.received_on < $31::date) as "overdue", count(*) filter (where x.step = $32 and x.since > $33::date) as "newcomers", count(*) filter (where x.step = $34) as "serve", count(*) filter (where x.step = $35) as "start", count(*) filter (where x.step = $36) as "review", count(*) filter (where x.step = $37) as "resume", count(*) filter (where x.step = $38 and x.id = any($39::uuid[])) as "assess" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from waiting x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('step', x.step, 'id', x.id, 'clientId', x.client_id, 'name', x.name, 'service', x.service,
        'serviceName', "s"."name_fi", 'since', x.since, 'receivedOn', x.received_on, 'dueOn', x.due_on, 'source', x.source,
        'planned', x.step <> 'decide' or p.planned, 'drafted', x.step = 'decide' and p.made and not p.planned,
        'handled', x.step = 'decide' and ($40 or (x.since > $41::date - access_to_matter()
          and exists (select from worker_role_service y where y.service = x.service and y.role = any($42::text[])))),
        'own', coalesce(x.worker_id = $43, false) or coalesce(q.decider_id = $44, false),
        'who', k.family_name || ' ' || k.given_name,
        'presented', case when q.id is not null then jsonb_build_object('by', qp.family_name || ' ' || qp.given_name,
          'to', qd.family_name || ' ' || qd.given_name, 'toMe', q.decider_id = $45, 'returned', q.returned_on is not null) end) order by coalesce(x.due_on, x.since), x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker k on k.id = x.worker_id
        left join decision_proposal q on x.step = 'decide' and q.referral_id = x.id
        left join worker_worker qp on qp.id = q.presented_by_id
        left join worker_worker qd on qd.id = q.decider_id
        left join lateral (select count(*) > 0 as made, coalesce(bool_or(exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $46::date)), false) as planned
          from plan_plan p where x.step = 'decide' and p.client_id = x.client_id and p.service = x.service and p.made_on >= x.received_on) p on true), '[]') as list;

-- board.ts waitingOn 1eacba37
-- counts document, total number, services list, list list
with waiting as materialized (
      select 'decide' as step, m.id, m.client_id, m.service, m.received_on as since, m.received_on, null::date as due_on, m.source,
        m.received_by_id as worker_id
      from decision_matter m
      where m.organiser_id = $1 and m.client_id in (select seen from app_seen() seen) and m.received_on <= $2::date and (m.decided_on is null or m.decided_on > $3::date)
        and (m.withdrawn_on is null or m.withdrawn_on > $4::date)
      union all
      select 'serve', d.id, d.client_id, d.service, d.decided_on, null, null, null, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $5 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $6::date
        and d.client_id in (select seen from app_seen() seen)
      union all
      select 'start', d.id, d.client_id, d.service, greatest(d.decided_on, lower(d.during)), d.received_on, lower(d.during), null, d.decided_by_id
      from (select d.id, d.client_id, d.service, d.decided_on, d.during, d.provisions, d.decided_by_id, r.received_on
        from decision_decision d join referral_referral r on r.id = d.referral_id
        where d.organiser_id = $7 and d.outcome = 'grant' and d.annulled_on is null and d.left_on is null and d.decided_on <= $8::date
          and d.during && daterange($9::date, null) and d.client_id in (select seen from app_seen() seen)
          -- One who is in the service already goes on by the new decision; nothing begins.
          and not exists (select from relationship_relationship x where x.client_id = d.client_id
            and (x.decision_id = d.id or (x.service = d.service and x.during && d.during))) offset 0) d
      -- On which of its own days it holds costs more to find: it is asked of those alone that have not begun.
      where decision_days(d.id, d.during, d.provisions) && daterange($10::date, null)
      union all
      select 'review', p.id, p.client_id, p.service, p.made_on, null, p.review_on, null, p.made_by_id
      from plan_plan p
      where p.organiser_id = $11 and p.review_on <= $12::date and p.during @> $13::date
        and p.client_id in (select seen from app_seen() seen)
        and (p.reviewed_on is null or p.reviewed_on > $14::date) and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $15::date)
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $16::date)
        and not exists (select from plan_plan q where q.client_id = p.client_id and q.service = p.service and q.made_on > p.made_on
          -- One made ahead takes no review away that is due of the one worked by, nor does a draft.
          and q.during @> $17::date and exists (select from plan_signed g where g.plan_id = q.id and g.signed_on <= $18::date))
        -- One that rests is reviewed when it goes on.
        and not exists (select from plan_interruption i where i.plan_id = p.id and i.during @> $19::date)
      union all
      select 'resume', p.id, p.client_id, p.service, lower(i.during), null, upper(p.during) - 1, null, p.made_by_id
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.organiser_id = $20 and i.during @> $21::date and i.client_id in (select seen from app_seen() seen)
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $22::date)
    ), chosen as materialized (
      select x.* from waiting x
      where true and x.service = $23
    ), near as (
      select x.* from (select x.*, rank() over (partition by x.step order by coalesce(x.due_on, x.since)) as place from chosen x ) x where x.place <= $24
    ), named as (
      select x.step, x.id, x.client_id, x.service, x.since, x.received_on, x.due_on, x.source, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over (partition by x.step order by coalesce(x.due_on, x.since), x.name, x.id) as place from named x) x where x.place <= $25
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.step = $26) as "pending", count(*) filter (where x.received_on >= $27::date and x.received_on < $28::date) as "soon", count(*) filter (where x.received_on < $29::date) as "overdue", count(*) filter (where x.step = $30 and x.since > $31::date) as "newcomers", count(*) filter (where x.step = $32) as "serve", count(*) filter (where x.step = $33) as "start", count(*) filter (where x.step = $34) as "review", count(*) filter (where x.step = $35) as "resume", count(*) filter (where x.step = $36 and x.id = any($37::uuid[])) as "assess" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from waiting x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('step', x.step, 'id', x.id, 'clientId', x.client_id, 'name', x.name, 'service', x.service,
        'serviceName', "s"."name_fi", 'since', x.since, 'receivedOn', x.received_on, 'dueOn', x.due_on, 'source', x.source,
        'planned', x.step <> 'decide' or p.planned, 'drafted', x.step = 'decide' and p.made and not p.planned,
        'handled', x.step = 'decide' and ($38 or (x.since > $39::date - access_to_matter()
          and exists (select from worker_role_service y where y.service = x.service and y.role = any($40::text[])))),
        'own', coalesce(x.worker_id = $41, false) or coalesce(q.decider_id = $42, false),
        'who', k.family_name || ' ' || k.given_name,
        'presented', case when q.id is not null then jsonb_build_object('by', qp.family_name || ' ' || qp.given_name,
          'to', qd.family_name || ' ' || qd.given_name, 'toMe', q.decider_id = $43, 'returned', q.returned_on is not null) end) order by coalesce(x.due_on, x.since), x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker k on k.id = x.worker_id
        left join decision_proposal q on x.step = 'decide' and q.referral_id = x.id
        left join worker_worker qp on qp.id = q.presented_by_id
        left join worker_worker qd on qd.id = q.decider_id
        left join lateral (select count(*) > 0 as made, coalesce(bool_or(exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $44::date)), false) as planned
          from plan_plan p where x.step = 'decide' and p.client_id = x.client_id and p.service = x.service and p.made_on >= x.received_on) p on true), '[]') as list;

-- board.ts waitingOn 1eacba37
-- counts document, total number, services list, list list
with waiting as materialized (
      select 'decide' as step, m.id, m.client_id, m.service, m.received_on as since, m.received_on, null::date as due_on, m.source,
        m.received_by_id as worker_id
      from decision_matter m
      where m.organiser_id = $1 and true and m.received_on <= $2::date and (m.decided_on is null or m.decided_on > $3::date)
        and (m.withdrawn_on is null or m.withdrawn_on > $4::date)
      union all
      select 'serve', d.id, d.client_id, d.service, d.decided_on, null, null, null, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $5 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $6::date
        and true
      union all
      select 'start', d.id, d.client_id, d.service, greatest(d.decided_on, lower(d.during)), d.received_on, lower(d.during), null, d.decided_by_id
      from (select d.id, d.client_id, d.service, d.decided_on, d.during, d.provisions, d.decided_by_id, r.received_on
        from decision_decision d join referral_referral r on r.id = d.referral_id
        where d.organiser_id = $7 and d.outcome = 'grant' and d.annulled_on is null and d.left_on is null and d.decided_on <= $8::date
          and d.during && daterange($9::date, null) and true
          -- One who is in the service already goes on by the new decision; nothing begins.
          and not exists (select from relationship_relationship x where x.client_id = d.client_id
            and (x.decision_id = d.id or (x.service = d.service and x.during && d.during))) offset 0) d
      -- On which of its own days it holds costs more to find: it is asked of those alone that have not begun.
      where decision_days(d.id, d.during, d.provisions) && daterange($10::date, null)
      union all
      select 'review', p.id, p.client_id, p.service, p.made_on, null, p.review_on, null, p.made_by_id
      from plan_plan p
      where p.organiser_id = $11 and p.review_on <= $12::date and p.during @> $13::date
        and true
        and (p.reviewed_on is null or p.reviewed_on > $14::date) and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $15::date)
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $16::date)
        and not exists (select from plan_plan q where q.client_id = p.client_id and q.service = p.service and q.made_on > p.made_on
          -- One made ahead takes no review away that is due of the one worked by, nor does a draft.
          and q.during @> $17::date and exists (select from plan_signed g where g.plan_id = q.id and g.signed_on <= $18::date))
        -- One that rests is reviewed when it goes on.
        and not exists (select from plan_interruption i where i.plan_id = p.id and i.during @> $19::date)
      union all
      select 'resume', p.id, p.client_id, p.service, lower(i.during), null, upper(p.during) - 1, null, p.made_by_id
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.organiser_id = $20 and i.during @> $21::date and true
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $22::date)
    ), chosen as materialized (
      select x.* from waiting x
      where true 
        and (x.worker_id = $23 or x.step = 'decide' and x.id in (select q.referral_id from decision_proposal q where q.decider_id = $24))
    ), near as (
      select x.* from (select x.*, rank() over (partition by x.step order by coalesce(x.due_on, x.since)) as place from chosen x ) x where x.place <= $25
    ), named as (
      select x.step, x.id, x.client_id, x.service, x.since, x.received_on, x.due_on, x.source, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over (partition by x.step order by coalesce(x.due_on, x.since), x.name, x.id) as place from named x) x where x.place <= $26
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.step = $27) as "pending", count(*) filter (where x.received_on >= $28::date and x.received_on < $29::date) as "soon", count(*) filter (where x.received_on < $30::date) as "overdue", count(*) filter (where x.step = $31 and x.since > $32::date) as "newcomers", count(*) filter (where x.step = $33) as "serve", count(*) filter (where x.step = $34) as "start", count(*) filter (where x.step = $35) as "review", count(*) filter (where x.step = $36) as "resume", count(*) filter (where x.step = $37 and x.id = any($38::uuid[])) as "assess" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from waiting x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('step', x.step, 'id', x.id, 'clientId', x.client_id, 'name', x.name, 'service', x.service,
        'serviceName', "s"."name_fi", 'since', x.since, 'receivedOn', x.received_on, 'dueOn', x.due_on, 'source', x.source,
        'planned', x.step <> 'decide' or p.planned, 'drafted', x.step = 'decide' and p.made and not p.planned,
        'handled', x.step = 'decide' and ($39 or (x.since > $40::date - access_to_matter()
          and exists (select from worker_role_service y where y.service = x.service and y.role = any($41::text[])))),
        'own', coalesce(x.worker_id = $42, false) or coalesce(q.decider_id = $43, false),
        'who', k.family_name || ' ' || k.given_name,
        'presented', case when q.id is not null then jsonb_build_object('by', qp.family_name || ' ' || qp.given_name,
          'to', qd.family_name || ' ' || qd.given_name, 'toMe', q.decider_id = $44, 'returned', q.returned_on is not null) end) order by coalesce(x.due_on, x.since), x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker k on k.id = x.worker_id
        left join decision_proposal q on x.step = 'decide' and q.referral_id = x.id
        left join worker_worker qp on qp.id = q.presented_by_id
        left join worker_worker qd on qd.id = q.decider_id
        left join lateral (select count(*) > 0 as made, coalesce(bool_or(exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $45::date)), false) as planned
          from plan_plan p where x.step = 'decide' and p.client_id = x.client_id and p.service = x.service and p.made_on >= x.received_on) p on true), '[]') as list;

-- board.ts waitingOn 1eacba37
-- counts document, total number, services list, list list
with waiting as materialized (
      select 'decide' as step, m.id, m.client_id, m.service, m.received_on as since, m.received_on, null::date as due_on, m.source,
        m.received_by_id as worker_id
      from decision_matter m
      where m.organiser_id = $1 and true and m.received_on <= $2::date and (m.decided_on is null or m.decided_on > $3::date)
        and (m.withdrawn_on is null or m.withdrawn_on > $4::date)
      union all
      select 'serve', d.id, d.client_id, d.service, d.decided_on, null, null, null, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $5 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $6::date
        and true
      union all
      select 'start', d.id, d.client_id, d.service, greatest(d.decided_on, lower(d.during)), d.received_on, lower(d.during), null, d.decided_by_id
      from (select d.id, d.client_id, d.service, d.decided_on, d.during, d.provisions, d.decided_by_id, r.received_on
        from decision_decision d join referral_referral r on r.id = d.referral_id
        where d.organiser_id = $7 and d.outcome = 'grant' and d.annulled_on is null and d.left_on is null and d.decided_on <= $8::date
          and d.during && daterange($9::date, null) and true
          -- One who is in the service already goes on by the new decision; nothing begins.
          and not exists (select from relationship_relationship x where x.client_id = d.client_id
            and (x.decision_id = d.id or (x.service = d.service and x.during && d.during))) offset 0) d
      -- On which of its own days it holds costs more to find: it is asked of those alone that have not begun.
      where decision_days(d.id, d.during, d.provisions) && daterange($10::date, null)
      union all
      select 'review', p.id, p.client_id, p.service, p.made_on, null, p.review_on, null, p.made_by_id
      from plan_plan p
      where p.organiser_id = $11 and p.review_on <= $12::date and p.during @> $13::date
        and true
        and (p.reviewed_on is null or p.reviewed_on > $14::date) and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $15::date)
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $16::date)
        and not exists (select from plan_plan q where q.client_id = p.client_id and q.service = p.service and q.made_on > p.made_on
          -- One made ahead takes no review away that is due of the one worked by, nor does a draft.
          and q.during @> $17::date and exists (select from plan_signed g where g.plan_id = q.id and g.signed_on <= $18::date))
        -- One that rests is reviewed when it goes on.
        and not exists (select from plan_interruption i where i.plan_id = p.id and i.during @> $19::date)
      union all
      select 'resume', p.id, p.client_id, p.service, lower(i.during), null, upper(p.during) - 1, null, p.made_by_id
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.organiser_id = $20 and i.during @> $21::date and true
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $22::date)
    ), chosen as materialized (
      select x.* from waiting x
      where true 
    ), near as (
      select x.* from (select x.*, rank() over ( order by coalesce(x.due_on, x.since)) as place from chosen x where x.received_on < $23::date) x where x.place <= $24
    ), named as (
      select x.step, x.id, x.client_id, x.service, x.since, x.received_on, x.due_on, x.source, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over ( order by coalesce(x.due_on, x.since), x.name, x.id) as place from named x) x where x.place <= $25
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.step = $26) as "pending", count(*) filter (where x.received_on >= $27::date and x.received_on < $28::date) as "soon", count(*) filter (where x.received_on < $29::date) as "overdue", count(*) filter (where x.step = $30 and x.since > $31::date) as "newcomers", count(*) filter (where x.step = $32) as "serve", count(*) filter (where x.step = $33) as "start", count(*) filter (where x.step = $34) as "review", count(*) filter (where x.step = $35) as "resume", count(*) filter (where x.step = $36 and x.id = any($37::uuid[])) as "assess" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from waiting x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('step', x.step, 'id', x.id, 'clientId', x.client_id, 'name', x.name, 'service', x.service,
        'serviceName', "s"."name_fi", 'since', x.since, 'receivedOn', x.received_on, 'dueOn', x.due_on, 'source', x.source,
        'planned', x.step <> 'decide' or p.planned, 'drafted', x.step = 'decide' and p.made and not p.planned,
        'handled', x.step = 'decide' and ($38 or (x.since > $39::date - access_to_matter()
          and exists (select from worker_role_service y where y.service = x.service and y.role = any($40::text[])))),
        'own', coalesce(x.worker_id = $41, false) or coalesce(q.decider_id = $42, false),
        'who', k.family_name || ' ' || k.given_name,
        'presented', case when q.id is not null then jsonb_build_object('by', qp.family_name || ' ' || qp.given_name,
          'to', qd.family_name || ' ' || qd.given_name, 'toMe', q.decider_id = $43, 'returned', q.returned_on is not null) end) order by coalesce(x.due_on, x.since), x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker k on k.id = x.worker_id
        left join decision_proposal q on x.step = 'decide' and q.referral_id = x.id
        left join worker_worker qp on qp.id = q.presented_by_id
        left join worker_worker qd on qd.id = q.decider_id
        left join lateral (select count(*) > 0 as made, coalesce(bool_or(exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $44::date)), false) as planned
          from plan_plan p where x.step = 'decide' and p.client_id = x.client_id and p.service = x.service and p.made_on >= x.received_on) p on true), '[]') as list;

-- board.ts waitingOn 1eacba37
-- counts document, total number, services list, list list
with waiting as materialized (
      select 'decide' as step, m.id, m.client_id, m.service, m.received_on as since, m.received_on, null::date as due_on, m.source,
        m.received_by_id as worker_id
      from decision_matter m
      where m.organiser_id = $1 and true and m.received_on <= $2::date and (m.decided_on is null or m.decided_on > $3::date)
        and (m.withdrawn_on is null or m.withdrawn_on > $4::date)
      union all
      select 'serve', d.id, d.client_id, d.service, d.decided_on, null, null, null, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $5 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $6::date
        and true
      union all
      select 'start', d.id, d.client_id, d.service, greatest(d.decided_on, lower(d.during)), d.received_on, lower(d.during), null, d.decided_by_id
      from (select d.id, d.client_id, d.service, d.decided_on, d.during, d.provisions, d.decided_by_id, r.received_on
        from decision_decision d join referral_referral r on r.id = d.referral_id
        where d.organiser_id = $7 and d.outcome = 'grant' and d.annulled_on is null and d.left_on is null and d.decided_on <= $8::date
          and d.during && daterange($9::date, null) and true
          -- One who is in the service already goes on by the new decision; nothing begins.
          and not exists (select from relationship_relationship x where x.client_id = d.client_id
            and (x.decision_id = d.id or (x.service = d.service and x.during && d.during))) offset 0) d
      -- On which of its own days it holds costs more to find: it is asked of those alone that have not begun.
      where decision_days(d.id, d.during, d.provisions) && daterange($10::date, null)
      union all
      select 'review', p.id, p.client_id, p.service, p.made_on, null, p.review_on, null, p.made_by_id
      from plan_plan p
      where p.organiser_id = $11 and p.review_on <= $12::date and p.during @> $13::date
        and true
        and (p.reviewed_on is null or p.reviewed_on > $14::date) and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $15::date)
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $16::date)
        and not exists (select from plan_plan q where q.client_id = p.client_id and q.service = p.service and q.made_on > p.made_on
          -- One made ahead takes no review away that is due of the one worked by, nor does a draft.
          and q.during @> $17::date and exists (select from plan_signed g where g.plan_id = q.id and g.signed_on <= $18::date))
        -- One that rests is reviewed when it goes on.
        and not exists (select from plan_interruption i where i.plan_id = p.id and i.during @> $19::date)
      union all
      select 'resume', p.id, p.client_id, p.service, lower(i.during), null, upper(p.during) - 1, null, p.made_by_id
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.organiser_id = $20 and i.during @> $21::date and true
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $22::date)
    ), chosen as materialized (
      select x.* from waiting x
      where true 
    ), near as (
      select x.* from (select x.*, rank() over ( order by coalesce(x.due_on, x.since)) as place from chosen x where x.received_on >= $23::date and x.received_on < $24::date) x where x.place <= $25
    ), named as (
      select x.step, x.id, x.client_id, x.service, x.since, x.received_on, x.due_on, x.source, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over ( order by coalesce(x.due_on, x.since), x.name, x.id) as place from named x) x where x.place <= $26
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.step = $27) as "pending", count(*) filter (where x.received_on >= $28::date and x.received_on < $29::date) as "soon", count(*) filter (where x.received_on < $30::date) as "overdue", count(*) filter (where x.step = $31 and x.since > $32::date) as "newcomers", count(*) filter (where x.step = $33) as "serve", count(*) filter (where x.step = $34) as "start", count(*) filter (where x.step = $35) as "review", count(*) filter (where x.step = $36) as "resume", count(*) filter (where x.step = $37 and x.id = any($38::uuid[])) as "assess" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from waiting x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('step', x.step, 'id', x.id, 'clientId', x.client_id, 'name', x.name, 'service', x.service,
        'serviceName', "s"."name_fi", 'since', x.since, 'receivedOn', x.received_on, 'dueOn', x.due_on, 'source', x.source,
        'planned', x.step <> 'decide' or p.planned, 'drafted', x.step = 'decide' and p.made and not p.planned,
        'handled', x.step = 'decide' and ($39 or (x.since > $40::date - access_to_matter()
          and exists (select from worker_role_service y where y.service = x.service and y.role = any($41::text[])))),
        'own', coalesce(x.worker_id = $42, false) or coalesce(q.decider_id = $43, false),
        'who', k.family_name || ' ' || k.given_name,
        'presented', case when q.id is not null then jsonb_build_object('by', qp.family_name || ' ' || qp.given_name,
          'to', qd.family_name || ' ' || qd.given_name, 'toMe', q.decider_id = $44, 'returned', q.returned_on is not null) end) order by coalesce(x.due_on, x.since), x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker k on k.id = x.worker_id
        left join decision_proposal q on x.step = 'decide' and q.referral_id = x.id
        left join worker_worker qp on qp.id = q.presented_by_id
        left join worker_worker qd on qd.id = q.decider_id
        left join lateral (select count(*) > 0 as made, coalesce(bool_or(exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $45::date)), false) as planned
          from plan_plan p where x.step = 'decide' and p.client_id = x.client_id and p.service = x.service and p.made_on >= x.received_on) p on true), '[]') as list;

-- board.ts waitingOn 1eacba37
-- counts document, total number, services list, list list
with waiting as materialized (
      select 'decide' as step, m.id, m.client_id, m.service, m.received_on as since, m.received_on, null::date as due_on, m.source,
        m.received_by_id as worker_id
      from decision_matter m
      where m.organiser_id = $1 and true and m.received_on <= $2::date and (m.decided_on is null or m.decided_on > $3::date)
        and (m.withdrawn_on is null or m.withdrawn_on > $4::date)
      union all
      select 'serve', d.id, d.client_id, d.service, d.decided_on, null, null, null, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $5 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $6::date
        and true
      union all
      select 'start', d.id, d.client_id, d.service, greatest(d.decided_on, lower(d.during)), d.received_on, lower(d.during), null, d.decided_by_id
      from (select d.id, d.client_id, d.service, d.decided_on, d.during, d.provisions, d.decided_by_id, r.received_on
        from decision_decision d join referral_referral r on r.id = d.referral_id
        where d.organiser_id = $7 and d.outcome = 'grant' and d.annulled_on is null and d.left_on is null and d.decided_on <= $8::date
          and d.during && daterange($9::date, null) and true
          -- One who is in the service already goes on by the new decision; nothing begins.
          and not exists (select from relationship_relationship x where x.client_id = d.client_id
            and (x.decision_id = d.id or (x.service = d.service and x.during && d.during))) offset 0) d
      -- On which of its own days it holds costs more to find: it is asked of those alone that have not begun.
      where decision_days(d.id, d.during, d.provisions) && daterange($10::date, null)
      union all
      select 'review', p.id, p.client_id, p.service, p.made_on, null, p.review_on, null, p.made_by_id
      from plan_plan p
      where p.organiser_id = $11 and p.review_on <= $12::date and p.during @> $13::date
        and true
        and (p.reviewed_on is null or p.reviewed_on > $14::date) and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $15::date)
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $16::date)
        and not exists (select from plan_plan q where q.client_id = p.client_id and q.service = p.service and q.made_on > p.made_on
          -- One made ahead takes no review away that is due of the one worked by, nor does a draft.
          and q.during @> $17::date and exists (select from plan_signed g where g.plan_id = q.id and g.signed_on <= $18::date))
        -- One that rests is reviewed when it goes on.
        and not exists (select from plan_interruption i where i.plan_id = p.id and i.during @> $19::date)
      union all
      select 'resume', p.id, p.client_id, p.service, lower(i.during), null, upper(p.during) - 1, null, p.made_by_id
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.organiser_id = $20 and i.during @> $21::date and true
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $22::date)
    ), chosen as materialized (
      select x.* from waiting x
      where true 
    ), near as (
      select x.* from (select x.*, rank() over ( order by coalesce(x.due_on, x.since)) as place from chosen x where x.step = $23 and x.id = any($24::uuid[])) x where x.place <= $25
    ), named as (
      select x.step, x.id, x.client_id, x.service, x.since, x.received_on, x.due_on, x.source, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over ( order by coalesce(x.due_on, x.since), x.name, x.id) as place from named x) x where x.place <= $26
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.step = $27) as "pending", count(*) filter (where x.received_on >= $28::date and x.received_on < $29::date) as "soon", count(*) filter (where x.received_on < $30::date) as "overdue", count(*) filter (where x.step = $31 and x.since > $32::date) as "newcomers", count(*) filter (where x.step = $33) as "serve", count(*) filter (where x.step = $34) as "start", count(*) filter (where x.step = $35) as "review", count(*) filter (where x.step = $36) as "resume", count(*) filter (where x.step = $37 and x.id = any($38::uuid[])) as "assess" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from waiting x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('step', x.step, 'id', x.id, 'clientId', x.client_id, 'name', x.name, 'service', x.service,
        'serviceName', "s"."name_fi", 'since', x.since, 'receivedOn', x.received_on, 'dueOn', x.due_on, 'source', x.source,
        'planned', x.step <> 'decide' or p.planned, 'drafted', x.step = 'decide' and p.made and not p.planned,
        'handled', x.step = 'decide' and ($39 or (x.since > $40::date - access_to_matter()
          and exists (select from worker_role_service y where y.service = x.service and y.role = any($41::text[])))),
        'own', coalesce(x.worker_id = $42, false) or coalesce(q.decider_id = $43, false),
        'who', k.family_name || ' ' || k.given_name,
        'presented', case when q.id is not null then jsonb_build_object('by', qp.family_name || ' ' || qp.given_name,
          'to', qd.family_name || ' ' || qd.given_name, 'toMe', q.decider_id = $44, 'returned', q.returned_on is not null) end) order by coalesce(x.due_on, x.since), x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker k on k.id = x.worker_id
        left join decision_proposal q on x.step = 'decide' and q.referral_id = x.id
        left join worker_worker qp on qp.id = q.presented_by_id
        left join worker_worker qd on qd.id = q.decider_id
        left join lateral (select count(*) > 0 as made, coalesce(bool_or(exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $45::date)), false) as planned
          from plan_plan p where x.step = 'decide' and p.client_id = x.client_id and p.service = x.service and p.made_on >= x.received_on) p on true), '[]') as list;

-- board.ts waitingOn 1eacba37
-- counts document, total number, services list, list list
with waiting as materialized (
      select 'decide' as step, m.id, m.client_id, m.service, m.received_on as since, m.received_on, null::date as due_on, m.source,
        m.received_by_id as worker_id
      from decision_matter m
      where m.organiser_id = $1 and true and m.received_on <= $2::date and (m.decided_on is null or m.decided_on > $3::date)
        and (m.withdrawn_on is null or m.withdrawn_on > $4::date)
      union all
      select 'serve', d.id, d.client_id, d.service, d.decided_on, null, null, null, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $5 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $6::date
        and true
      union all
      select 'start', d.id, d.client_id, d.service, greatest(d.decided_on, lower(d.during)), d.received_on, lower(d.during), null, d.decided_by_id
      from (select d.id, d.client_id, d.service, d.decided_on, d.during, d.provisions, d.decided_by_id, r.received_on
        from decision_decision d join referral_referral r on r.id = d.referral_id
        where d.organiser_id = $7 and d.outcome = 'grant' and d.annulled_on is null and d.left_on is null and d.decided_on <= $8::date
          and d.during && daterange($9::date, null) and true
          -- One who is in the service already goes on by the new decision; nothing begins.
          and not exists (select from relationship_relationship x where x.client_id = d.client_id
            and (x.decision_id = d.id or (x.service = d.service and x.during && d.during))) offset 0) d
      -- On which of its own days it holds costs more to find: it is asked of those alone that have not begun.
      where decision_days(d.id, d.during, d.provisions) && daterange($10::date, null)
      union all
      select 'review', p.id, p.client_id, p.service, p.made_on, null, p.review_on, null, p.made_by_id
      from plan_plan p
      where p.organiser_id = $11 and p.review_on <= $12::date and p.during @> $13::date
        and true
        and (p.reviewed_on is null or p.reviewed_on > $14::date) and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $15::date)
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $16::date)
        and not exists (select from plan_plan q where q.client_id = p.client_id and q.service = p.service and q.made_on > p.made_on
          -- One made ahead takes no review away that is due of the one worked by, nor does a draft.
          and q.during @> $17::date and exists (select from plan_signed g where g.plan_id = q.id and g.signed_on <= $18::date))
        -- One that rests is reviewed when it goes on.
        and not exists (select from plan_interruption i where i.plan_id = p.id and i.during @> $19::date)
      union all
      select 'resume', p.id, p.client_id, p.service, lower(i.during), null, upper(p.during) - 1, null, p.made_by_id
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.organiser_id = $20 and i.during @> $21::date and true
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $22::date)
    ), chosen as materialized (
      select x.* from waiting x
      where true 
    ), near as (
      select x.* from (select x.*, rank() over ( order by coalesce(x.due_on, x.since)) as place from chosen x where x.step = $23 and x.since > $24::date) x where x.place <= $25
    ), named as (
      select x.step, x.id, x.client_id, x.service, x.since, x.received_on, x.due_on, x.source, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over ( order by coalesce(x.due_on, x.since), x.name, x.id) as place from named x) x where x.place <= $26
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.step = $27) as "pending", count(*) filter (where x.received_on >= $28::date and x.received_on < $29::date) as "soon", count(*) filter (where x.received_on < $30::date) as "overdue", count(*) filter (where x.step = $31 and x.since > $32::date) as "newcomers", count(*) filter (where x.step = $33) as "serve", count(*) filter (where x.step = $34) as "start", count(*) filter (where x.step = $35) as "review", count(*) filter (where x.step = $36) as "resume", count(*) filter (where x.step = $37 and x.id = any($38::uuid[])) as "assess" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from waiting x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('step', x.step, 'id', x.id, 'clientId', x.client_id, 'name', x.name, 'service', x.service,
        'serviceName', "s"."name_fi", 'since', x.since, 'receivedOn', x.received_on, 'dueOn', x.due_on, 'source', x.source,
        'planned', x.step <> 'decide' or p.planned, 'drafted', x.step = 'decide' and p.made and not p.planned,
        'handled', x.step = 'decide' and ($39 or (x.since > $40::date - access_to_matter()
          and exists (select from worker_role_service y where y.service = x.service and y.role = any($41::text[])))),
        'own', coalesce(x.worker_id = $42, false) or coalesce(q.decider_id = $43, false),
        'who', k.family_name || ' ' || k.given_name,
        'presented', case when q.id is not null then jsonb_build_object('by', qp.family_name || ' ' || qp.given_name,
          'to', qd.family_name || ' ' || qd.given_name, 'toMe', q.decider_id = $44, 'returned', q.returned_on is not null) end) order by coalesce(x.due_on, x.since), x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker k on k.id = x.worker_id
        left join decision_proposal q on x.step = 'decide' and q.referral_id = x.id
        left join worker_worker qp on qp.id = q.presented_by_id
        left join worker_worker qd on qd.id = q.decider_id
        left join lateral (select count(*) > 0 as made, coalesce(bool_or(exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $45::date)), false) as planned
          from plan_plan p where x.step = 'decide' and p.client_id = x.client_id and p.service = x.service and p.made_on >= x.received_on) p on true), '[]') as list;

-- board.ts waitingOn 1eacba37
-- counts document, total number, services list, list list
with waiting as materialized (
      select 'decide' as step, m.id, m.client_id, m.service, m.received_on as since, m.received_on, null::date as due_on, m.source,
        m.received_by_id as worker_id
      from decision_matter m
      where m.organiser_id = $1 and true and m.received_on <= $2::date and (m.decided_on is null or m.decided_on > $3::date)
        and (m.withdrawn_on is null or m.withdrawn_on > $4::date)
      union all
      select 'serve', d.id, d.client_id, d.service, d.decided_on, null, null, null, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $5 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $6::date
        and true
      union all
      select 'start', d.id, d.client_id, d.service, greatest(d.decided_on, lower(d.during)), d.received_on, lower(d.during), null, d.decided_by_id
      from (select d.id, d.client_id, d.service, d.decided_on, d.during, d.provisions, d.decided_by_id, r.received_on
        from decision_decision d join referral_referral r on r.id = d.referral_id
        where d.organiser_id = $7 and d.outcome = 'grant' and d.annulled_on is null and d.left_on is null and d.decided_on <= $8::date
          and d.during && daterange($9::date, null) and true
          -- One who is in the service already goes on by the new decision; nothing begins.
          and not exists (select from relationship_relationship x where x.client_id = d.client_id
            and (x.decision_id = d.id or (x.service = d.service and x.during && d.during))) offset 0) d
      -- On which of its own days it holds costs more to find: it is asked of those alone that have not begun.
      where decision_days(d.id, d.during, d.provisions) && daterange($10::date, null)
      union all
      select 'review', p.id, p.client_id, p.service, p.made_on, null, p.review_on, null, p.made_by_id
      from plan_plan p
      where p.organiser_id = $11 and p.review_on <= $12::date and p.during @> $13::date
        and true
        and (p.reviewed_on is null or p.reviewed_on > $14::date) and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $15::date)
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $16::date)
        and not exists (select from plan_plan q where q.client_id = p.client_id and q.service = p.service and q.made_on > p.made_on
          -- One made ahead takes no review away that is due of the one worked by, nor does a draft.
          and q.during @> $17::date and exists (select from plan_signed g where g.plan_id = q.id and g.signed_on <= $18::date))
        -- One that rests is reviewed when it goes on.
        and not exists (select from plan_interruption i where i.plan_id = p.id and i.during @> $19::date)
      union all
      select 'resume', p.id, p.client_id, p.service, lower(i.during), null, upper(p.during) - 1, null, p.made_by_id
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.organiser_id = $20 and i.during @> $21::date and true
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $22::date)
    ), chosen as materialized (
      select x.* from waiting x
      where true 
    ), near as (
      select x.* from (select x.*, rank() over ( order by coalesce(x.due_on, x.since)) as place from chosen x where x.step = $23) x where x.place <= $24
    ), named as (
      select x.step, x.id, x.client_id, x.service, x.since, x.received_on, x.due_on, x.source, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over ( order by coalesce(x.due_on, x.since), x.name, x.id) as place from named x) x where x.place <= $25
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.step = $26) as "pending", count(*) filter (where x.received_on >= $27::date and x.received_on < $28::date) as "soon", count(*) filter (where x.received_on < $29::date) as "overdue", count(*) filter (where x.step = $30 and x.since > $31::date) as "newcomers", count(*) filter (where x.step = $32) as "serve", count(*) filter (where x.step = $33) as "start", count(*) filter (where x.step = $34) as "review", count(*) filter (where x.step = $35) as "resume", count(*) filter (where x.step = $36 and x.id = any($37::uuid[])) as "assess" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from waiting x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('step', x.step, 'id', x.id, 'clientId', x.client_id, 'name', x.name, 'service', x.service,
        'serviceName', "s"."name_fi", 'since', x.since, 'receivedOn', x.received_on, 'dueOn', x.due_on, 'source', x.source,
        'planned', x.step <> 'decide' or p.planned, 'drafted', x.step = 'decide' and p.made and not p.planned,
        'handled', x.step = 'decide' and ($38 or (x.since > $39::date - access_to_matter()
          and exists (select from worker_role_service y where y.service = x.service and y.role = any($40::text[])))),
        'own', coalesce(x.worker_id = $41, false) or coalesce(q.decider_id = $42, false),
        'who', k.family_name || ' ' || k.given_name,
        'presented', case when q.id is not null then jsonb_build_object('by', qp.family_name || ' ' || qp.given_name,
          'to', qd.family_name || ' ' || qd.given_name, 'toMe', q.decider_id = $43, 'returned', q.returned_on is not null) end) order by coalesce(x.due_on, x.since), x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker k on k.id = x.worker_id
        left join decision_proposal q on x.step = 'decide' and q.referral_id = x.id
        left join worker_worker qp on qp.id = q.presented_by_id
        left join worker_worker qd on qd.id = q.decider_id
        left join lateral (select count(*) > 0 as made, coalesce(bool_or(exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $44::date)), false) as planned
          from plan_plan p where x.step = 'decide' and p.client_id = x.client_id and p.service = x.service and p.made_on >= x.received_on) p on true), '[]') as list;

-- board.ts waitingOn 1eacba37
-- counts document, total number, services list, list list
with waiting as materialized (
      select 'decide' as step, m.id, m.client_id, m.service, m.received_on as since, m.received_on, null::date as due_on, m.source,
        m.received_by_id as worker_id
      from decision_matter m
      where m.organiser_id = $1 and true and m.received_on <= $2::date and (m.decided_on is null or m.decided_on > $3::date)
        and (m.withdrawn_on is null or m.withdrawn_on > $4::date)
      union all
      select 'serve', d.id, d.client_id, d.service, d.decided_on, null, null, null, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $5 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $6::date
        and true
      union all
      select 'start', d.id, d.client_id, d.service, greatest(d.decided_on, lower(d.during)), d.received_on, lower(d.during), null, d.decided_by_id
      from (select d.id, d.client_id, d.service, d.decided_on, d.during, d.provisions, d.decided_by_id, r.received_on
        from decision_decision d join referral_referral r on r.id = d.referral_id
        where d.organiser_id = $7 and d.outcome = 'grant' and d.annulled_on is null and d.left_on is null and d.decided_on <= $8::date
          and d.during && daterange($9::date, null) and true
          -- One who is in the service already goes on by the new decision; nothing begins.
          and not exists (select from relationship_relationship x where x.client_id = d.client_id
            and (x.decision_id = d.id or (x.service = d.service and x.during && d.during))) offset 0) d
      -- On which of its own days it holds costs more to find: it is asked of those alone that have not begun.
      where decision_days(d.id, d.during, d.provisions) && daterange($10::date, null)
      union all
      select 'review', p.id, p.client_id, p.service, p.made_on, null, p.review_on, null, p.made_by_id
      from plan_plan p
      where p.organiser_id = $11 and p.review_on <= $12::date and p.during @> $13::date
        and true
        and (p.reviewed_on is null or p.reviewed_on > $14::date) and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $15::date)
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $16::date)
        and not exists (select from plan_plan q where q.client_id = p.client_id and q.service = p.service and q.made_on > p.made_on
          -- One made ahead takes no review away that is due of the one worked by, nor does a draft.
          and q.during @> $17::date and exists (select from plan_signed g where g.plan_id = q.id and g.signed_on <= $18::date))
        -- One that rests is reviewed when it goes on.
        and not exists (select from plan_interruption i where i.plan_id = p.id and i.during @> $19::date)
      union all
      select 'resume', p.id, p.client_id, p.service, lower(i.during), null, upper(p.during) - 1, null, p.made_by_id
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.organiser_id = $20 and i.during @> $21::date and true
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $22::date)
    ), chosen as materialized (
      select x.* from waiting x
      where true 
    ), near as (
      select x.* from (select x.*, rank() over ( order by x.received_on) as place from chosen x where x.received_on < $23::date) x where x.place <= $24
    ), named as (
      select x.step, x.id, x.client_id, x.service, x.since, x.received_on, x.due_on, x.source, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over ( order by x.received_on, x.name, x.id) as place from named x) x where x.place <= $25
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.step = $26) as "pending", count(*) filter (where x.received_on >= $27::date and x.received_on < $28::date) as "soon", count(*) filter (where x.received_on < $29::date) as "overdue", count(*) filter (where x.step = $30 and x.since > $31::date) as "newcomers", count(*) filter (where x.step = $32) as "serve", count(*) filter (where x.step = $33) as "start", count(*) filter (where x.step = $34) as "review", count(*) filter (where x.step = $35) as "resume", count(*) filter (where x.step = $36 and x.id = any($37::uuid[])) as "assess" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from waiting x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('step', x.step, 'id', x.id, 'clientId', x.client_id, 'name', x.name, 'service', x.service,
        'serviceName', "s"."name_fi", 'since', x.since, 'receivedOn', x.received_on, 'dueOn', x.due_on, 'source', x.source,
        'planned', x.step <> 'decide' or p.planned, 'drafted', x.step = 'decide' and p.made and not p.planned,
        'handled', x.step = 'decide' and ($38 or (x.since > $39::date - access_to_matter()
          and exists (select from worker_role_service y where y.service = x.service and y.role = any($40::text[])))),
        'own', coalesce(x.worker_id = $41, false) or coalesce(q.decider_id = $42, false),
        'who', k.family_name || ' ' || k.given_name,
        'presented', case when q.id is not null then jsonb_build_object('by', qp.family_name || ' ' || qp.given_name,
          'to', qd.family_name || ' ' || qd.given_name, 'toMe', q.decider_id = $43, 'returned', q.returned_on is not null) end) order by x.received_on, x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker k on k.id = x.worker_id
        left join decision_proposal q on x.step = 'decide' and q.referral_id = x.id
        left join worker_worker qp on qp.id = q.presented_by_id
        left join worker_worker qd on qd.id = q.decider_id
        left join lateral (select count(*) > 0 as made, coalesce(bool_or(exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $44::date)), false) as planned
          from plan_plan p where x.step = 'decide' and p.client_id = x.client_id and p.service = x.service and p.made_on >= x.received_on) p on true), '[]') as list;

-- board.ts waitingOn 1eacba37
-- counts document, total number, services list, list list
with waiting as materialized (
      select 'decide' as step, m.id, m.client_id, m.service, m.received_on as since, m.received_on, null::date as due_on, m.source,
        m.received_by_id as worker_id
      from decision_matter m
      where m.organiser_id = $1 and true and m.received_on <= $2::date and (m.decided_on is null or m.decided_on > $3::date)
        and (m.withdrawn_on is null or m.withdrawn_on > $4::date)
      union all
      select 'serve', d.id, d.client_id, d.service, d.decided_on, null, null, null, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $5 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $6::date
        and true
      union all
      select 'start', d.id, d.client_id, d.service, greatest(d.decided_on, lower(d.during)), d.received_on, lower(d.during), null, d.decided_by_id
      from (select d.id, d.client_id, d.service, d.decided_on, d.during, d.provisions, d.decided_by_id, r.received_on
        from decision_decision d join referral_referral r on r.id = d.referral_id
        where d.organiser_id = $7 and d.outcome = 'grant' and d.annulled_on is null and d.left_on is null and d.decided_on <= $8::date
          and d.during && daterange($9::date, null) and true
          -- One who is in the service already goes on by the new decision; nothing begins.
          and not exists (select from relationship_relationship x where x.client_id = d.client_id
            and (x.decision_id = d.id or (x.service = d.service and x.during && d.during))) offset 0) d
      -- On which of its own days it holds costs more to find: it is asked of those alone that have not begun.
      where decision_days(d.id, d.during, d.provisions) && daterange($10::date, null)
      union all
      select 'review', p.id, p.client_id, p.service, p.made_on, null, p.review_on, null, p.made_by_id
      from plan_plan p
      where p.organiser_id = $11 and p.review_on <= $12::date and p.during @> $13::date
        and true
        and (p.reviewed_on is null or p.reviewed_on > $14::date) and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $15::date)
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $16::date)
        and not exists (select from plan_plan q where q.client_id = p.client_id and q.service = p.service and q.made_on > p.made_on
          -- One made ahead takes no review away that is due of the one worked by, nor does a draft.
          and q.during @> $17::date and exists (select from plan_signed g where g.plan_id = q.id and g.signed_on <= $18::date))
        -- One that rests is reviewed when it goes on.
        and not exists (select from plan_interruption i where i.plan_id = p.id and i.during @> $19::date)
      union all
      select 'resume', p.id, p.client_id, p.service, lower(i.during), null, upper(p.during) - 1, null, p.made_by_id
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.organiser_id = $20 and i.during @> $21::date and true
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $22::date)
    ), chosen as materialized (
      select x.* from waiting x
      where true 
    ), near as (
      select x.* from (select x.*, rank() over ( order by x.received_on) as place from chosen x where x.received_on >= $23::date and x.received_on < $24::date) x where x.place <= $25
    ), named as (
      select x.step, x.id, x.client_id, x.service, x.since, x.received_on, x.due_on, x.source, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over ( order by x.received_on, x.name, x.id) as place from named x) x where x.place <= $26
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.step = $27) as "pending", count(*) filter (where x.received_on >= $28::date and x.received_on < $29::date) as "soon", count(*) filter (where x.received_on < $30::date) as "overdue", count(*) filter (where x.step = $31 and x.since > $32::date) as "newcomers", count(*) filter (where x.step = $33) as "serve", count(*) filter (where x.step = $34) as "start", count(*) filter (where x.step = $35) as "review", count(*) filter (where x.step = $36) as "resume", count(*) filter (where x.step = $37 and x.id = any($38::uuid[])) as "assess" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from waiting x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('step', x.step, 'id', x.id, 'clientId', x.client_id, 'name', x.name, 'service', x.service,
        'serviceName', "s"."name_fi", 'since', x.since, 'receivedOn', x.received_on, 'dueOn', x.due_on, 'source', x.source,
        'planned', x.step <> 'decide' or p.planned, 'drafted', x.step = 'decide' and p.made and not p.planned,
        'handled', x.step = 'decide' and ($39 or (x.since > $40::date - access_to_matter()
          and exists (select from worker_role_service y where y.service = x.service and y.role = any($41::text[])))),
        'own', coalesce(x.worker_id = $42, false) or coalesce(q.decider_id = $43, false),
        'who', k.family_name || ' ' || k.given_name,
        'presented', case when q.id is not null then jsonb_build_object('by', qp.family_name || ' ' || qp.given_name,
          'to', qd.family_name || ' ' || qd.given_name, 'toMe', q.decider_id = $44, 'returned', q.returned_on is not null) end) order by x.received_on, x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker k on k.id = x.worker_id
        left join decision_proposal q on x.step = 'decide' and q.referral_id = x.id
        left join worker_worker qp on qp.id = q.presented_by_id
        left join worker_worker qd on qd.id = q.decider_id
        left join lateral (select count(*) > 0 as made, coalesce(bool_or(exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $45::date)), false) as planned
          from plan_plan p where x.step = 'decide' and p.client_id = x.client_id and p.service = x.service and p.made_on >= x.received_on) p on true), '[]') as list;

-- board.ts waitingOn 1eacba37
-- counts document, total number, services list, list list
with waiting as materialized (
      select 'decide' as step, m.id, m.client_id, m.service, m.received_on as since, m.received_on, null::date as due_on, m.source,
        m.received_by_id as worker_id
      from decision_matter m
      where m.organiser_id = $1 and true and m.received_on <= $2::date and (m.decided_on is null or m.decided_on > $3::date)
        and (m.withdrawn_on is null or m.withdrawn_on > $4::date)
      union all
      select 'serve', d.id, d.client_id, d.service, d.decided_on, null, null, null, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $5 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $6::date
        and true
      union all
      select 'start', d.id, d.client_id, d.service, greatest(d.decided_on, lower(d.during)), d.received_on, lower(d.during), null, d.decided_by_id
      from (select d.id, d.client_id, d.service, d.decided_on, d.during, d.provisions, d.decided_by_id, r.received_on
        from decision_decision d join referral_referral r on r.id = d.referral_id
        where d.organiser_id = $7 and d.outcome = 'grant' and d.annulled_on is null and d.left_on is null and d.decided_on <= $8::date
          and d.during && daterange($9::date, null) and true
          -- One who is in the service already goes on by the new decision; nothing begins.
          and not exists (select from relationship_relationship x where x.client_id = d.client_id
            and (x.decision_id = d.id or (x.service = d.service and x.during && d.during))) offset 0) d
      -- On which of its own days it holds costs more to find: it is asked of those alone that have not begun.
      where decision_days(d.id, d.during, d.provisions) && daterange($10::date, null)
      union all
      select 'review', p.id, p.client_id, p.service, p.made_on, null, p.review_on, null, p.made_by_id
      from plan_plan p
      where p.organiser_id = $11 and p.review_on <= $12::date and p.during @> $13::date
        and true
        and (p.reviewed_on is null or p.reviewed_on > $14::date) and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $15::date)
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $16::date)
        and not exists (select from plan_plan q where q.client_id = p.client_id and q.service = p.service and q.made_on > p.made_on
          -- One made ahead takes no review away that is due of the one worked by, nor does a draft.
          and q.during @> $17::date and exists (select from plan_signed g where g.plan_id = q.id and g.signed_on <= $18::date))
        -- One that rests is reviewed when it goes on.
        and not exists (select from plan_interruption i where i.plan_id = p.id and i.during @> $19::date)
      union all
      select 'resume', p.id, p.client_id, p.service, lower(i.during), null, upper(p.during) - 1, null, p.made_by_id
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.organiser_id = $20 and i.during @> $21::date and true
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $22::date)
    ), chosen as materialized (
      select x.* from waiting x
      where true 
    ), near as (
      select x.* from (select x.*, rank() over (partition by x.step order by coalesce(x.due_on, x.since)) as place from chosen x ) x where x.place <= $23
    ), named as (
      select x.step, x.id, x.client_id, x.service, x.since, x.received_on, x.due_on, x.source, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over (partition by x.step order by coalesce(x.due_on, x.since), x.name, x.id) as place from named x) x where x.place <= $24
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.step = $25) as "pending", count(*) filter (where x.received_on >= $26::date and x.received_on < $27::date) as "soon", count(*) filter (where x.received_on < $28::date) as "overdue", count(*) filter (where x.step = $29 and x.since > $30::date) as "newcomers", count(*) filter (where x.step = $31) as "serve", count(*) filter (where x.step = $32) as "start", count(*) filter (where x.step = $33) as "review", count(*) filter (where x.step = $34) as "resume", count(*) filter (where x.step = $35 and x.id = any($36::uuid[])) as "assess" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from waiting x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('step', x.step, 'id', x.id, 'clientId', x.client_id, 'name', x.name, 'service', x.service,
        'serviceName', "s"."name_fi", 'since', x.since, 'receivedOn', x.received_on, 'dueOn', x.due_on, 'source', x.source,
        'planned', x.step <> 'decide' or p.planned, 'drafted', x.step = 'decide' and p.made and not p.planned,
        'handled', x.step = 'decide' and ($37 or (x.since > $38::date - access_to_matter()
          and exists (select from worker_role_service y where y.service = x.service and y.role = any($39::text[])))),
        'own', coalesce(x.worker_id = $40, false) or coalesce(q.decider_id = $41, false),
        'who', k.family_name || ' ' || k.given_name,
        'presented', case when q.id is not null then jsonb_build_object('by', qp.family_name || ' ' || qp.given_name,
          'to', qd.family_name || ' ' || qd.given_name, 'toMe', q.decider_id = $42, 'returned', q.returned_on is not null) end) order by coalesce(x.due_on, x.since), x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker k on k.id = x.worker_id
        left join decision_proposal q on x.step = 'decide' and q.referral_id = x.id
        left join worker_worker qp on qp.id = q.presented_by_id
        left join worker_worker qd on qd.id = q.decider_id
        left join lateral (select count(*) > 0 as made, coalesce(bool_or(exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $43::date)), false) as planned
          from plan_plan p where x.step = 'decide' and p.client_id = x.client_id and p.service = x.service and p.made_on >= x.received_on) p on true), '[]') as list;

-- board.ts waitingOn 1eacba37
-- counts document, total number, services list, list list
with waiting as materialized (
      select 'decide' as step, m.id, m.client_id, m.service, m.received_on as since, m.received_on, null::date as due_on, m.source,
        m.received_by_id as worker_id
      from decision_matter m
      where m.organiser_id = $1 and true and m.received_on <= $2::date and (m.decided_on is null or m.decided_on > $3::date)
        and (m.withdrawn_on is null or m.withdrawn_on > $4::date)
      union all
      select 'serve', d.id, d.client_id, d.service, d.decided_on, null, null, null, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $5 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $6::date
        and true
      union all
      select 'start', d.id, d.client_id, d.service, greatest(d.decided_on, lower(d.during)), d.received_on, lower(d.during), null, d.decided_by_id
      from (select d.id, d.client_id, d.service, d.decided_on, d.during, d.provisions, d.decided_by_id, r.received_on
        from decision_decision d join referral_referral r on r.id = d.referral_id
        where d.organiser_id = $7 and d.outcome = 'grant' and d.annulled_on is null and d.left_on is null and d.decided_on <= $8::date
          and d.during && daterange($9::date, null) and true
          -- One who is in the service already goes on by the new decision; nothing begins.
          and not exists (select from relationship_relationship x where x.client_id = d.client_id
            and (x.decision_id = d.id or (x.service = d.service and x.during && d.during))) offset 0) d
      -- On which of its own days it holds costs more to find: it is asked of those alone that have not begun.
      where decision_days(d.id, d.during, d.provisions) && daterange($10::date, null)
      union all
      select 'review', p.id, p.client_id, p.service, p.made_on, null, p.review_on, null, p.made_by_id
      from plan_plan p
      where p.organiser_id = $11 and p.review_on <= $12::date and p.during @> $13::date
        and true
        and (p.reviewed_on is null or p.reviewed_on > $14::date) and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $15::date)
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $16::date)
        and not exists (select from plan_plan q where q.client_id = p.client_id and q.service = p.service and q.made_on > p.made_on
          -- One made ahead takes no review away that is due of the one worked by, nor does a draft.
          and q.during @> $17::date and exists (select from plan_signed g where g.plan_id = q.id and g.signed_on <= $18::date))
        -- One that rests is reviewed when it goes on.
        and not exists (select from plan_interruption i where i.plan_id = p.id and i.during @> $19::date)
      union all
      select 'resume', p.id, p.client_id, p.service, lower(i.during), null, upper(p.during) - 1, null, p.made_by_id
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.organiser_id = $20 and i.during @> $21::date and true
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $22::date)
    ), chosen as materialized (
      select x.* from waiting x
      where true 
    ), near as (
      select x.* from (select x.*, rank() over (partition by x.step order by x.since) as place from chosen x ) x where x.place <= $23
    ), named as (
      select x.step, x.id, x.client_id, x.service, x.since, x.received_on, x.due_on, x.source, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over (partition by x.step order by x.since, x.name, x.id) as place from named x) x where x.place <= $24
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.step = $25) as "pending", count(*) filter (where x.received_on >= $26::date and x.received_on < $27::date) as "soon", count(*) filter (where x.received_on < $28::date) as "overdue", count(*) filter (where x.step = $29 and x.since > $30::date) as "newcomers", count(*) filter (where x.step = $31) as "serve", count(*) filter (where x.step = $32) as "start", count(*) filter (where x.step = $33) as "review", count(*) filter (where x.step = $34) as "resume", count(*) filter (where x.step = $35 and x.id = any($36::uuid[])) as "assess" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from waiting x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('step', x.step, 'id', x.id, 'clientId', x.client_id, 'name', x.name, 'service', x.service,
        'serviceName', "s"."name_fi", 'since', x.since, 'receivedOn', x.received_on, 'dueOn', x.due_on, 'source', x.source,
        'planned', x.step <> 'decide' or p.planned, 'drafted', x.step = 'decide' and p.made and not p.planned,
        'handled', x.step = 'decide' and ($37 or (x.since > $38::date - access_to_matter()
          and exists (select from worker_role_service y where y.service = x.service and y.role = any($39::text[])))),
        'own', coalesce(x.worker_id = $40, false) or coalesce(q.decider_id = $41, false),
        'who', k.family_name || ' ' || k.given_name,
        'presented', case when q.id is not null then jsonb_build_object('by', qp.family_name || ' ' || qp.given_name,
          'to', qd.family_name || ' ' || qd.given_name, 'toMe', q.decider_id = $42, 'returned', q.returned_on is not null) end) order by x.since, x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker k on k.id = x.worker_id
        left join decision_proposal q on x.step = 'decide' and q.referral_id = x.id
        left join worker_worker qp on qp.id = q.presented_by_id
        left join worker_worker qd on qd.id = q.decider_id
        left join lateral (select count(*) > 0 as made, coalesce(bool_or(exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $43::date)), false) as planned
          from plan_plan p where x.step = 'decide' and p.client_id = x.client_id and p.service = x.service and p.made_on >= x.received_on) p on true), '[]') as list;

-- board.ts waitingOn 1eacba37
-- counts document, total number, services list, list list
with waiting as materialized (
      select 'decide' as step, m.id, m.client_id, m.service, m.received_on as since, m.received_on, null::date as due_on, m.source,
        m.received_by_id as worker_id
      from decision_matter m
      where m.organiser_id = $1 and true and m.received_on <= $2::date and (m.decided_on is null or m.decided_on > $3::date)
        and (m.withdrawn_on is null or m.withdrawn_on > $4::date)
      union all
      select 'serve', d.id, d.client_id, d.service, d.decided_on, null, null, null, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $5 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $6::date
        and true
      union all
      select 'start', d.id, d.client_id, d.service, greatest(d.decided_on, lower(d.during)), d.received_on, lower(d.during), null, d.decided_by_id
      from (select d.id, d.client_id, d.service, d.decided_on, d.during, d.provisions, d.decided_by_id, r.received_on
        from decision_decision d join referral_referral r on r.id = d.referral_id
        where d.organiser_id = $7 and d.outcome = 'grant' and d.annulled_on is null and d.left_on is null and d.decided_on <= $8::date
          and d.during && daterange($9::date, null) and true
          -- One who is in the service already goes on by the new decision; nothing begins.
          and not exists (select from relationship_relationship x where x.client_id = d.client_id
            and (x.decision_id = d.id or (x.service = d.service and x.during && d.during))) offset 0) d
      -- On which of its own days it holds costs more to find: it is asked of those alone that have not begun.
      where decision_days(d.id, d.during, d.provisions) && daterange($10::date, null)
      union all
      select 'review', p.id, p.client_id, p.service, p.made_on, null, p.review_on, null, p.made_by_id
      from plan_plan p
      where p.organiser_id = $11 and p.review_on <= $12::date and p.during @> $13::date
        and true
        and (p.reviewed_on is null or p.reviewed_on > $14::date) and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $15::date)
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $16::date)
        and not exists (select from plan_plan q where q.client_id = p.client_id and q.service = p.service and q.made_on > p.made_on
          -- One made ahead takes no review away that is due of the one worked by, nor does a draft.
          and q.during @> $17::date and exists (select from plan_signed g where g.plan_id = q.id and g.signed_on <= $18::date))
        -- One that rests is reviewed when it goes on.
        and not exists (select from plan_interruption i where i.plan_id = p.id and i.during @> $19::date)
      union all
      select 'resume', p.id, p.client_id, p.service, lower(i.during), null, upper(p.during) - 1, null, p.made_by_id
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.organiser_id = $20 and i.during @> $21::date and true
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $22::date)
    ), chosen as materialized (
      select x.* from waiting x
      where true 
    ), near as (
      select x.* from chosen x where x.step = $23
    ), named as (
      select x.step, x.id, x.client_id, x.service, x.since, x.received_on, x.due_on, x.source, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over ( order by x.name, coalesce(x.due_on, x.since), x.id) as place from named x) x where x.place <= $24
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.step = $25) as "pending", count(*) filter (where x.received_on >= $26::date and x.received_on < $27::date) as "soon", count(*) filter (where x.received_on < $28::date) as "overdue", count(*) filter (where x.step = $29 and x.since > $30::date) as "newcomers", count(*) filter (where x.step = $31) as "serve", count(*) filter (where x.step = $32) as "start", count(*) filter (where x.step = $33) as "review", count(*) filter (where x.step = $34) as "resume", count(*) filter (where x.step = $35 and x.id = any($36::uuid[])) as "assess" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from waiting x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('step', x.step, 'id', x.id, 'clientId', x.client_id, 'name', x.name, 'service', x.service,
        'serviceName', "s"."name_fi", 'since', x.since, 'receivedOn', x.received_on, 'dueOn', x.due_on, 'source', x.source,
        'planned', x.step <> 'decide' or p.planned, 'drafted', x.step = 'decide' and p.made and not p.planned,
        'handled', x.step = 'decide' and ($37 or (x.since > $38::date - access_to_matter()
          and exists (select from worker_role_service y where y.service = x.service and y.role = any($39::text[])))),
        'own', coalesce(x.worker_id = $40, false) or coalesce(q.decider_id = $41, false),
        'who', k.family_name || ' ' || k.given_name,
        'presented', case when q.id is not null then jsonb_build_object('by', qp.family_name || ' ' || qp.given_name,
          'to', qd.family_name || ' ' || qd.given_name, 'toMe', q.decider_id = $42, 'returned', q.returned_on is not null) end) order by x.name, coalesce(x.due_on, x.since), x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker k on k.id = x.worker_id
        left join decision_proposal q on x.step = 'decide' and q.referral_id = x.id
        left join worker_worker qp on qp.id = q.presented_by_id
        left join worker_worker qd on qd.id = q.decider_id
        left join lateral (select count(*) > 0 as made, coalesce(bool_or(exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $43::date)), false) as planned
          from plan_plan p where x.step = 'decide' and p.client_id = x.client_id and p.service = x.service and p.made_on >= x.received_on) p on true), '[]') as list;

-- board.ts waitingOn 1eacba37
-- counts document, total number, services list, list list
with waiting as materialized (
      select 'decide' as step, m.id, m.client_id, m.service, m.received_on as since, m.received_on, null::date as due_on, m.source,
        m.received_by_id as worker_id
      from decision_matter m
      where m.organiser_id = $1 and true and m.received_on <= $2::date and (m.decided_on is null or m.decided_on > $3::date)
        and (m.withdrawn_on is null or m.withdrawn_on > $4::date)
      union all
      select 'serve', d.id, d.client_id, d.service, d.decided_on, null, null, null, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $5 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $6::date
        and true
      union all
      select 'start', d.id, d.client_id, d.service, greatest(d.decided_on, lower(d.during)), d.received_on, lower(d.during), null, d.decided_by_id
      from (select d.id, d.client_id, d.service, d.decided_on, d.during, d.provisions, d.decided_by_id, r.received_on
        from decision_decision d join referral_referral r on r.id = d.referral_id
        where d.organiser_id = $7 and d.outcome = 'grant' and d.annulled_on is null and d.left_on is null and d.decided_on <= $8::date
          and d.during && daterange($9::date, null) and true
          -- One who is in the service already goes on by the new decision; nothing begins.
          and not exists (select from relationship_relationship x where x.client_id = d.client_id
            and (x.decision_id = d.id or (x.service = d.service and x.during && d.during))) offset 0) d
      -- On which of its own days it holds costs more to find: it is asked of those alone that have not begun.
      where decision_days(d.id, d.during, d.provisions) && daterange($10::date, null)
      union all
      select 'review', p.id, p.client_id, p.service, p.made_on, null, p.review_on, null, p.made_by_id
      from plan_plan p
      where p.organiser_id = $11 and p.review_on <= $12::date and p.during @> $13::date
        and true
        and (p.reviewed_on is null or p.reviewed_on > $14::date) and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $15::date)
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $16::date)
        and not exists (select from plan_plan q where q.client_id = p.client_id and q.service = p.service and q.made_on > p.made_on
          -- One made ahead takes no review away that is due of the one worked by, nor does a draft.
          and q.during @> $17::date and exists (select from plan_signed g where g.plan_id = q.id and g.signed_on <= $18::date))
        -- One that rests is reviewed when it goes on.
        and not exists (select from plan_interruption i where i.plan_id = p.id and i.during @> $19::date)
      union all
      select 'resume', p.id, p.client_id, p.service, lower(i.during), null, upper(p.during) - 1, null, p.made_by_id
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.organiser_id = $20 and i.during @> $21::date and true
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $22::date)
    ), chosen as materialized (
      select x.* from waiting x
      where true and x.service = $23
        and (x.worker_id = $24 or x.step = 'decide' and x.id in (select q.referral_id from decision_proposal q where q.decider_id = $25))
    ), near as (
      select x.* from chosen x where x.step = $26
    ), named as (
      select x.step, x.id, x.client_id, x.service, x.since, x.received_on, x.due_on, x.source, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over ( order by x.name, coalesce(x.due_on, x.since), x.id) as place from named x) x where x.place <= $27
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.step = $28) as "pending", count(*) filter (where x.received_on >= $29::date and x.received_on < $30::date) as "soon", count(*) filter (where x.received_on < $31::date) as "overdue", count(*) filter (where x.step = $32 and x.since > $33::date) as "newcomers", count(*) filter (where x.step = $34) as "serve", count(*) filter (where x.step = $35) as "start", count(*) filter (where x.step = $36) as "review", count(*) filter (where x.step = $37) as "resume", count(*) filter (where x.step = $38 and x.id = any($39::uuid[])) as "assess" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from waiting x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('step', x.step, 'id', x.id, 'clientId', x.client_id, 'name', x.name, 'service', x.service,
        'serviceName', "s"."name_en", 'since', x.since, 'receivedOn', x.received_on, 'dueOn', x.due_on, 'source', x.source,
        'planned', x.step <> 'decide' or p.planned, 'drafted', x.step = 'decide' and p.made and not p.planned,
        'handled', x.step = 'decide' and ($40 or (x.since > $41::date - access_to_matter()
          and exists (select from worker_role_service y where y.service = x.service and y.role = any($42::text[])))),
        'own', coalesce(x.worker_id = $43, false) or coalesce(q.decider_id = $44, false),
        'who', k.family_name || ' ' || k.given_name,
        'presented', case when q.id is not null then jsonb_build_object('by', qp.family_name || ' ' || qp.given_name,
          'to', qd.family_name || ' ' || qd.given_name, 'toMe', q.decider_id = $45, 'returned', q.returned_on is not null) end) order by x.name, coalesce(x.due_on, x.since), x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker k on k.id = x.worker_id
        left join decision_proposal q on x.step = 'decide' and q.referral_id = x.id
        left join worker_worker qp on qp.id = q.presented_by_id
        left join worker_worker qd on qd.id = q.decider_id
        left join lateral (select count(*) > 0 as made, coalesce(bool_or(exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $46::date)), false) as planned
          from plan_plan p where x.step = 'decide' and p.client_id = x.client_id and p.service = x.service and p.made_on >= x.received_on) p on true), '[]') as list;

-- board.ts waitingOn 1eacba37
-- counts document, total number, services list, list list
with waiting as materialized (
      select 'decide' as step, m.id, m.client_id, m.service, m.received_on as since, m.received_on, null::date as due_on, m.source,
        m.received_by_id as worker_id
      from decision_matter m
      where m.organiser_id = $1 and true and m.received_on <= $2::date and (m.decided_on is null or m.decided_on > $3::date)
        and (m.withdrawn_on is null or m.withdrawn_on > $4::date)
      union all
      select 'serve', d.id, d.client_id, d.service, d.decided_on, null, null, null, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $5 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $6::date
        and true
      union all
      select 'start', d.id, d.client_id, d.service, greatest(d.decided_on, lower(d.during)), d.received_on, lower(d.during), null, d.decided_by_id
      from (select d.id, d.client_id, d.service, d.decided_on, d.during, d.provisions, d.decided_by_id, r.received_on
        from decision_decision d join referral_referral r on r.id = d.referral_id
        where d.organiser_id = $7 and d.outcome = 'grant' and d.annulled_on is null and d.left_on is null and d.decided_on <= $8::date
          and d.during && daterange($9::date, null) and true
          -- One who is in the service already goes on by the new decision; nothing begins.
          and not exists (select from relationship_relationship x where x.client_id = d.client_id
            and (x.decision_id = d.id or (x.service = d.service and x.during && d.during))) offset 0) d
      -- On which of its own days it holds costs more to find: it is asked of those alone that have not begun.
      where decision_days(d.id, d.during, d.provisions) && daterange($10::date, null)
      union all
      select 'review', p.id, p.client_id, p.service, p.made_on, null, p.review_on, null, p.made_by_id
      from plan_plan p
      where p.organiser_id = $11 and p.review_on <= $12::date and p.during @> $13::date
        and true
        and (p.reviewed_on is null or p.reviewed_on > $14::date) and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $15::date)
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $16::date)
        and not exists (select from plan_plan q where q.client_id = p.client_id and q.service = p.service and q.made_on > p.made_on
          -- One made ahead takes no review away that is due of the one worked by, nor does a draft.
          and q.during @> $17::date and exists (select from plan_signed g where g.plan_id = q.id and g.signed_on <= $18::date))
        -- One that rests is reviewed when it goes on.
        and not exists (select from plan_interruption i where i.plan_id = p.id and i.during @> $19::date)
      union all
      select 'resume', p.id, p.client_id, p.service, lower(i.during), null, upper(p.during) - 1, null, p.made_by_id
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.organiser_id = $20 and i.during @> $21::date and true
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $22::date)
    ), chosen as materialized (
      select x.* from waiting x
      where true and x.service = $23
    ), near as (
      select x.* from (select x.*, rank() over (partition by x.step order by coalesce(x.due_on, x.since)) as place from chosen x ) x where x.place <= $24
    ), named as (
      select x.step, x.id, x.client_id, x.service, x.since, x.received_on, x.due_on, x.source, x.worker_id,
        trim(c.family_name || ' ' || c.given_names) as name
      from near x join client_client c on c.id = x.client_id
    ), page as materialized (
      select * from (select x.*, row_number() over (partition by x.step order by coalesce(x.due_on, x.since), x.name, x.id) as place from named x) x where x.place <= $25
    )
    select (select to_jsonb(n) from (select count(*) filter (where x.step = $26) as "pending", count(*) filter (where x.received_on >= $27::date and x.received_on < $28::date) as "soon", count(*) filter (where x.received_on < $29::date) as "overdue", count(*) filter (where x.step = $30 and x.since > $31::date) as "newcomers", count(*) filter (where x.step = $32) as "serve", count(*) filter (where x.step = $33) as "start", count(*) filter (where x.step = $34) as "review", count(*) filter (where x.step = $35) as "resume", count(*) filter (where x.step = $36 and x.id = any($37::uuid[])) as "assess" from chosen x) n) as counts, (select count(*)::int from chosen) as total,
      array(select distinct x.service from waiting x) as services,
      coalesce((select jsonb_agg(jsonb_build_object('step', x.step, 'id', x.id, 'clientId', x.client_id, 'name', x.name, 'service', x.service,
        'serviceName', "s"."name_fi", 'since', x.since, 'receivedOn', x.received_on, 'dueOn', x.due_on, 'source', x.source,
        'planned', x.step <> 'decide' or p.planned, 'drafted', x.step = 'decide' and p.made and not p.planned,
        'handled', x.step = 'decide' and ($38 or (x.since > $39::date - access_to_matter()
          and exists (select from worker_role_service y where y.service = x.service and y.role = any($40::text[])))),
        'own', coalesce(x.worker_id = $41, false) or coalesce(q.decider_id = $42, false),
        'who', k.family_name || ' ' || k.given_name,
        'presented', case when q.id is not null then jsonb_build_object('by', qp.family_name || ' ' || qp.given_name,
          'to', qd.family_name || ' ' || qd.given_name, 'toMe', q.decider_id = $43, 'returned', q.returned_on is not null) end) order by coalesce(x.due_on, x.since), x.name, x.id)
        from page x
        join organiser_service s on s.code = x.service
        left join worker_worker k on k.id = x.worker_id
        left join decision_proposal q on x.step = 'decide' and q.referral_id = x.id
        left join worker_worker qp on qp.id = q.presented_by_id
        left join worker_worker qd on qd.id = q.decider_id
        left join lateral (select count(*) > 0 as made, coalesce(bool_or(exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $44::date)), false) as planned
          from plan_plan p where x.step = 'decide' and p.client_id = x.client_id and p.service = x.service and p.made_on >= x.received_on) p on true), '[]') as list;

-- board.ts receivedServices 778bbfa9
-- service text, name text
select s.code as service, "s"."name_en" as name from organiser_service s
    where exists (select from organiser_offering f where f.service = s.code and f.organiser_id = $1 and f.during @> $2::date)
      and ($3
        or exists (select from worker_role_service r where r.service = s.code and r.role = any($4::text[])))
    order by s.place;

-- board.ts receivedServices 778bbfa9
-- service text, name text
select s.code as service, "s"."name_fi" as name from organiser_service s
    where exists (select from organiser_offering f where f.service = s.code and f.organiser_id = $1 and f.during @> $2::date)
      and ($3
        or exists (select from worker_role_service r where r.service = s.code and r.role = any($4::text[])))
    order by s.place;
