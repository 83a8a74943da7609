-- reads.ts paidDaysDuring ec128d58
-- clientId uuid, name text, payer text, days list
select d.client_id as "clientId", c.family_name || ' ' || c.given_names as name, d.payer,
      array_agg(d.held_on order by d.held_on) as days
    from (
      select distinct client_id, held_on, payer from participation_paid_day
      where organiser_id = $1 and held_on >= $2::date and held_on < $3::date
    ) d
    join client_client c on c.id = d.client_id
    group by d.client_id, c.family_name, c.given_names, d.payer
    order by c.family_name, c.given_names, d.client_id, d.payer;

-- reads.ts slipDaysOf b01ee085
-- on date, place text, payer text, begunOn date
select d.held_on as "on", string_agg(distinct coalesce(g.name, w.name), ', ') as place, d.payer,
      min(lower(r.during)) as "begunOn"
    from participation_paid_day d
    join placement_placement p on p.id = d.placement_id
    join relationship_relationship r on r.id = p.relationship_id
    left join organiser_group g on g.id = p.group_id left join employer_workplace w on w.id = p.workplace_id
    where d.client_id = $1 and d.held_on >= $2::date and d.held_on < $3::date
    group by d.held_on, d.payer order by d.held_on;

-- reads.ts slipAbsencesOf e97e7917
-- on date, reason text
select k.held_on as "on", min(k.reason) as reason
    from attendance_mark k join placement_placement p on p.id = k.placement_id and p.service = 'rehabilitative-work'
    where k.client_id = $1 and k.kind = 'absent' and k.held_on >= $2::date and k.held_on < $3::date
      and not exists (select from participation_day d where d.client_id = k.client_id and d.held_on = k.held_on)
    group by k.held_on order by k.held_on;
