-- board.ts waitingOn b361352c
-- step text, id uuid, clientId uuid, name text, service text, serviceName text, since date, receivedOn date or null, dueOn date or null, source text or null, planned boolean, drafted boolean, handled boolean, own boolean, presented document or null, who text or null
with waiting as (
      select 'decide' as step, r.id, r.client_id, r.service, r.received_on as since, r.received_on, null::date as due_on, r.source,
        exists (select from plan_plan p where p.client_id = r.client_id and p.service = r.service and p.made_on >= r.received_on
          and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $1::date)) as planned,
        exists (select from plan_plan p where p.client_id = r.client_id and p.service = r.service and p.made_on >= r.received_on) as drafted,
        r.received_by_id as worker_id
      from decision_matter r
      where r.organiser_id = $2 and r.received_on <= $3::date and (r.decided_on is null or r.decided_on > $4::date)
        and (r.withdrawn_on is null or r.withdrawn_on > $5::date)
      union all
      select 'serve', d.id, d.client_id, d.service, d.decided_on, null, null, null, true, false, d.decided_by_id
      from decision_decision d
      where d.organiser_id = $6 and d.served_on is null and d.annulled_on is null and d.left_on is null and d.decided_on <= $7::date
      union all
      select 'start', d.id, d.client_id, d.service, greatest(d.decided_on, lower(d.during)), r.received_on, lower(d.during), null, true, false, d.decided_by_id
      from decision_decision d join referral_referral r on r.id = d.referral_id
      where d.organiser_id = $8 and d.outcome = 'grant' and d.annulled_on is null and d.left_on is null and d.decided_on <= $9::date
        -- Its own days first, which cost little: on which of them it holds is asked of those alone that are not over.
        and d.during && daterange($10::date, null)
        and decision_days(d.id, d.during, d.provisions, (select app_today())) && daterange($11::date, null)
        -- One who is in the service already goes on by the new decision; nothing begins.
        and not exists (select from relationship_relationship x where x.client_id = d.client_id
          and (x.decision_id = d.id or (x.service = d.service and x.during && d.during)))
      union all
      select 'review', p.id, p.client_id, p.service, p.made_on, null, p.review_on, null, true, false, p.made_by_id
      from plan_plan p
      where p.organiser_id = $12 and p.review_on <= $13::date and p.during @> $14::date
        and (p.reviewed_on is null or p.reviewed_on > $15::date) and exists (select from plan_signed g where g.plan_id = p.id and g.signed_on <= $16::date)
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $17::date)
        and not exists (select from plan_plan q where q.client_id = p.client_id and q.service = p.service and q.made_on > p.made_on
          -- One made ahead takes no review away that is due of the one worked by, nor does a draft.
          and q.during @> $18::date and exists (select from plan_signed g where g.plan_id = q.id and g.signed_on <= $19::date))
        -- One that rests is reviewed when it goes on.
        and not exists (select from plan_interruption i where i.plan_id = p.id and i.during @> $20::date)
      union all
      select 'resume', p.id, p.client_id, p.service, lower(i.during), null, upper(p.during) - 1, null, true, false, p.made_by_id
      from plan_interruption i join plan_plan p on p.id = i.plan_id
      where i.organiser_id = $21 and i.during @> $22::date
        and exists (select from relationship_relationship x where x.client_id = p.client_id and x.service = p.service and x.during @> $23::date)
    )
    select w.step, w.id, w.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as name, w.service,
      "s"."name_fi" as "serviceName", w.since, w.received_on as "receivedOn", w.due_on as "dueOn", w.source, w.planned, w.drafted and not w.planned as drafted,
      w.step = 'decide' and ($24 or (w.since > $25::date - access_to_matter()
        and exists (select from worker_role_service x where x.service = w.service and x.role = any($26::text[])))) as handled,
      coalesce(w.worker_id = $27, false) or coalesce(q.decider_id = $28, false) as own, k.family_name || ' ' || k.given_name as who,
      case when q.id is not null then json_build_object('by', qp.family_name || ' ' || qp.given_name,
        'to', qd.family_name || ' ' || qd.given_name, 'toMe', q.decider_id = $29, 'returned', q.returned_on is not null) end as presented
    from waiting w
    join client_client c on c.id = w.client_id
    join organiser_service s on s.code = w.service
    left join worker_worker k on k.id = w.worker_id
    left join decision_proposal q on w.step = 'decide' and q.referral_id = w.id
    left join worker_worker qp on qp.id = q.presented_by_id
    left join worker_worker qd on qd.id = q.decider_id
    order by coalesce(w.due_on, w.since), name;

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
