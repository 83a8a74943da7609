-- reads.ts paidDaysDuring 97e7d96d
-- clientId uuid, name text, payer text, days list
select d.client_id as "clientId", c.family_name || ' ' || c.given_names as name, coalesce(b.payer, 'unknown') as payer,
      array_agg(d.held_on order by d.held_on) as days
    from (
      select distinct client_id, held_on from participation_day
      where organiser_id = $1 and held_on >= $2::date and held_on < $3::date
    ) d
    join client_client c on c.id = d.client_id
    -- Looked up once a client: the planner expects few days, and would put the payers of everybody together for each of them.
    left join lateral (select p.payer, p.during from participation_payer p
      where p.organiser_id = $4 and p.client_id = d.client_id offset 0) b on b.during @> d.held_on
    group by d.client_id, c.family_name, c.given_names, coalesce(b.payer, 'unknown')
    order by c.family_name, c.given_names, d.client_id, payer;

-- reads.ts slipDaysOf c0af724b
-- on date, place text, payer text, begunOn date
select d.held_on as "on", string_agg(distinct coalesce(g.name, w.name), ', ') as place,
      (select coalesce(min(b.payer), 'unknown') from participation_payer b where b.client_id = $1::uuid and b.during @> d.held_on) as payer,
      min(lower(r.during)) as "begunOn"
    from participation_day d
    join placement_placement p on p.id = d.placement_id
    join relationship_relationship r on r.id = p.relationship_id
    left join organiser_group g on g.id = p.group_id left join employer_workplace w on w.id = p.workplace_id
    where d.client_id = $2 and d.held_on >= $3::date and d.held_on < $4::date
    group by d.held_on order by d.held_on;

-- reads.ts slipAbsencesOf e97e7917
-- on date, reason text
select k.held_on as "on", min(k.reason) as reason
    from attendance_mark k join placement_placement p on p.id = k.placement_id and p.service = 'rehabilitative-work'
    where k.client_id = $1 and k.kind = 'absent' and k.held_on >= $2::date and k.held_on < $3::date
      and not exists (select from participation_day d where d.client_id = k.client_id and d.held_on = k.held_on)
    group by k.held_on order by k.held_on;
