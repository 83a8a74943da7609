-- reads.ts namings 415bc952
-- id uuid, workerId uuid, name text, phone text or null, during daterange, inPost boolean
select n.id, n.worker_id as "workerId", w.family_name || ' ' || w.given_name as name, w.phone, n.during,
      exists (select from worker_post p where p.worker_id = n.worker_id and p.organiser_id = n.organiser_id and p.during @> $1::date) as "inPost"
    from ownworker_naming n join worker_worker w on w.id = n.worker_id
    where n.client_id = $2 and n.id = $3 order by lower(n.during) desc;

-- reads.ts namings 415bc952
-- id uuid, workerId uuid, name text, phone text or null, during daterange, inPost boolean
select n.id, n.worker_id as "workerId", w.family_name || ' ' || w.given_name as name, w.phone, n.during,
      exists (select from worker_post p where p.worker_id = n.worker_id and p.organiser_id = n.organiser_id and p.during @> $1::date) as "inPost"
    from ownworker_naming n join worker_worker w on w.id = n.worker_id
    where n.client_id = $2 order by lower(n.during) desc;

-- reads.ts needOf 2eb67ade
-- isClient boolean, answered boolean, assessedNeed boolean or null, specialSupport boolean
select exists (select from referral_referral r where r.client_id = $1 and r.received_on <= $2::date and r.withdrawn_on is null
        and not exists (select from decision_decision d where d.referral_id = r.id and d.annulled_on is null))
      or exists (select from relationship_relationship r where r.client_id = $3 and r.during @> $4::date) as "isClient",
      exists (select from placement_answering a where a.client_id = $5 and a.during @> $6::date) as answered,
      a.own_worker as "assessedNeed", coalesce(a.special_support, false) as "specialSupport"
    from (select) one
    left join lateral (select own_worker, special_support from assessment_assessment
      where client_id = $7 and finished_on <= $8::date order by finished_on desc, id desc limit 1) a on true;

-- writes.ts endNamingAt 8448961a
-- records
update ownworker_naming set during = daterange(lower(during), $1) where client_id = $2 and during @> $3::date;

-- writes.ts endNamingAt 8448961a
-- records
update ownworker_naming set during = daterange(lower(during), $1) where id = $2;

-- writes.ts deleteNaming 06903ac4
-- records
update ownworker_naming n set during = daterange(lower(n.during), least(upper(before.during), $1::date))
    from (select lower(recorded) as at, lower(during) as since from ownworker_naming_history where id = $2
      order by lower(recorded) limit 1) taken
    cross join lateral (select distinct on (h.id) h.id, h.during from ownworker_naming_history h
      where h.client_id = $3 and h.during @> taken.since and upper(h.recorded) >= taken.at and h.id <> $4
      order by h.id, upper(h.recorded) desc) before
    where n.id = before.id and upper(n.during) = taken.since;
