-- reads.ts waysOf a5172c01
-- means text, amount number, reason text or null, during daterange, id uuid, agreedBy text
select t.id, t.means, t.cents_a_day as amount, y.reason, t.during, w.family_name || ' ' || w.given_name as "agreedBy"
    from travel_way t join worker_worker w on w.id = t.agreed_by_id
    left join travel_reason y on y.id = t.id and y.client_id = t.client_id
    where t.client_id = $1 order by lower(t.during) desc;

-- reads.ts payingDays 3b5dea35
-- during daterange
select during from participation_payer where client_id = $1 and payer = 'organiser' order by lower(during);

-- reads.ts questions 402d0d9c
-- clientId uuid, name text, days list
with asked as materialized (
      select distinct d.client_id, d.held_on from participation_paid_day d
      where d.client_id = $1 and d.held_on >= $2::date and d.held_on < $3::date and d.payer = 'organiser'
    )
    select q.client_id as "clientId", c.family_name || ' ' || c.given_names as name, array_agg(q.held_on order by q.held_on) as days
    from asked q join client_client c on c.id = q.client_id
    where not exists (select from travel_way t where t.client_id = q.client_id and t.during @> q.held_on)
    group by q.client_id, c.family_name, c.given_names
    order by c.family_name, c.given_names, q.client_id;

-- reads.ts questions 402d0d9c
-- clientId uuid, name text, days list
with asked as materialized (
      select distinct d.client_id, d.held_on from participation_paid_day d
      where d.organiser_id = $1 and d.held_on >= $2::date and d.held_on < $3::date and d.payer = 'organiser'
    )
    select q.client_id as "clientId", c.family_name || ' ' || c.given_names as name, array_agg(q.held_on order by q.held_on) as days
    from asked q join client_client c on c.id = q.client_id
    where not exists (select from travel_way t where t.client_id = q.client_id and t.during @> q.held_on)
    group by q.client_id, c.family_name, c.given_names
    order by c.family_name, c.given_names, q.client_id;

-- writes.ts insertWayFrom 9e70e5c5
-- records
update travel_way set during = daterange(lower(during), $1::date)
    where client_id = $2 and during @> $3::date and lower(during) < $4::date;

-- writes.ts deleteWay 811a0763
-- records
update travel_way t set during = daterange(lower(t.during), least(upper(before.during),
      (select min(lower(n.during)) from travel_way n
        where n.client_id = $1 and n.id <> t.id and lower(n.during) > lower(t.during))))
    from (select lower(recorded) as at, lower(during) as since from travel_way_history where id = $2
      order by lower(recorded) limit 1) taken
    cross join lateral (select distinct on (h.id) h.id, h.during from travel_way_history h
      where h.client_id = $3 and h.during @> taken.since and upper(h.recorded) >= taken.at and h.id <> $4
      order by h.id, upper(h.recorded) desc) before
    where t.id = before.id and upper(t.during) = taken.since;
