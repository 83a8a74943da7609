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

-- reads.ts claimedDaysDuring 0786519f
-- clientId uuid, name text, days list, over list
select d.client_id as "clientId", c.family_name || ' ' || c.given_names as name,
      coalesce(array_agg(d.held_on order by d.held_on) filter (where not d.over), '{}') as days,
      coalesce(array_agg(d.held_on order by d.held_on) filter (where d.over), '{}') as over
    from (
      select min(p.client_id::text) over (partition by c.person_id)::uuid as client_id, p.held_on, o.held_on is not null as over,
        row_number() over (partition by c.person_id, p.held_on) as nth
      from participation_day p
      join client_client c on c.id = p.client_id
      left join participation_over_limit(array[$1::uuid], $2::daterange) o
        on o.person_id = c.person_id and o.held_on = p.held_on
      where p.organiser_id = $3 and p.held_on >= $4::date and p.held_on < $5::date
    ) d
    join client_client c on c.id = d.client_id
    where d.nth = 1
    group by d.client_id, c.family_name, c.given_names
    order by c.family_name, c.given_names, d.client_id;

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

-- reads.ts seesRehabilitation d6440e32
-- sees boolean
select app_sees_service($1, 'rehabilitative-work') as sees;
