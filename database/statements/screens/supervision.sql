-- board.ts supervisedOn 7b02baa3
-- referralId uuid, clientId uuid, number text, name text, service text, receivedOn date, state text, rests document or null, who text or null
select x.id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      trim(c.family_name || ' ' || c.given_names) as name, x.service, x.received_on as "receivedOn",
      case when s.state = 'begun' and i.during is not null then 'interrupted' else s.state end as state,
      case when i.during is not null then json_build_object('from', lower(i.during), 'to', upper(i.during)) end as rests,
      (select string_agg(distinct w.family_name || ' ' || w.given_name, ', ') from placement_answering a
        join worker_worker w on w.id = a.worker_id
        where a.client_id = x.client_id and a.during @> $1::date and (a.service is null or a.service = x.service)) as who
    from decision_matter x
    join client_client c on c.id = x.client_id
    left join decision_decision d on d.id = x.decision_id
    cross join lateral (select exists (select from relationship_relationship r where r.decision_id = x.decision_id and r.during @> $2::date) as begun,
      exists (select from relationship_relationship r where r.decision_id = x.decision_id) as ever_begun) b
    cross join lateral (select case when x.decided_on is null or x.decided_on > $3::date then 'pending' when b.begun then 'begun' else 'granted' end as state) s
    left join lateral (select i.during from plan_interruption i join plan_plan p on p.id = i.plan_id
      where p.client_id = x.client_id and p.service = x.service and b.begun and i.during @> $4::date order by i.during limit 1) i on true
    where x.organiser_id = $5 and x.received_on <= $6::date and (x.withdrawn_on is null or x.withdrawn_on > $7::date)
      and (x.decided_on is null or x.decided_on > $8::date or b.begun
        or x.outcome = 'grant' and not b.ever_begun and (upper(d.during) is null or upper(d.during) > $9::date))
    order by array_position(array['pending', 'granted', 'begun'], s.state), i.during is null, x.received_on, x.year, x.number;
