-- board.ts workerFor 643ffe42
-- name text, phone text or null, email text or null, role text or null
select w.given_name || ' ' || w.family_name as name, w.phone, w.email,
      (select p.role from worker_post p where p.worker_id = w.id and p.during @> $1::date order by p.role limit 1) as role
    from worker_worker w
    left join relationship_responsible r on r.worker_id = w.id and r.relationship_id = $2 and r.during @> $3::date
    where r.id is not null or w.id = $4 order by r.id nulls last limit 1;
