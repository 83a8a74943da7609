-- board.ts supervisedOn 4cd0c3a9
-- referralId uuid, clientId uuid, number text, name text, service text, receivedOn date, state text, who text or null
select x.id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      trim(c.family_name || ' ' || c.given_names) as name, x.service, x.received_on as "receivedOn",
      s.state,
      (select string_agg(distinct w.family_name || ' ' || w.given_name, ', ') from placement_answering a
        join worker_worker w on w.id = a.worker_id
        where a.client_id = x.client_id and a.during @> $1::date and (a.service is null or a.service = x.service)) as who
    from decision_matter x
    join client_client c on c.id = x.client_id
    left join decision_decision d on d.id = x.decision_id
    cross join lateral (select exists (select from relationship_relationship r where r.decision_id = x.decision_id and r.during @> $2::date) as begun,
      exists (select from relationship_relationship r where r.decision_id = x.decision_id) as ever_begun) b
    cross join lateral (select case when x.decided_on is null or x.decided_on > $3::date then 'pending' when b.begun then 'begun' else 'granted' end as state) s
    where x.organiser_id = $4 and x.received_on <= $5::date and (x.withdrawn_on is null or x.withdrawn_on > $6::date)
      and (x.decided_on is null or x.decided_on > $7::date or b.begun
        or x.outcome = 'grant' and not b.ever_begun and (upper(d.during) is null or upper(d.during) > $8::date))
    order by array_position(array['pending', 'granted', 'begun'], s.state), x.received_on, x.year, x.number;
