-- reads.ts placements 8a965ebc
-- id uuid, clientId uuid, client text, relationshipId uuid, service text, groupId uuid or null, unit text or null, workplaceId uuid or null, employerId uuid or null, employer text or null, place text, slots list, startsAt text or null, endsAt text or null, hoursADay number or null, tasks text or null, wageSubsidy boolean, meal boolean, during daterange
select p.id, p.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as client, p.relationship_id as "relationshipId",
      p.service, p.group_id as "groupId", u.name as unit, p.workplace_id as "workplaceId", e.id as "employerId", e.name as employer,
      coalesce(g.name, w.name) as place, to_char(p.starts_at, 'HH24:MI') as "startsAt", to_char(p.ends_at, 'HH24:MI') as "endsAt",
      p.hours_a_day as "hoursADay", p.tasks, p.wage_subsidy as "wageSubsidy", p.meal, p.during,
      coalesce((select json_agg(json_build_object('weekday', s.weekday, 'half', s.half) order by s.weekday, s.half)
        from placement_slot s where s.placement_id = p.id), '[]'::json) as slots
    from placement_placement p
    join client_client c on c.id = p.client_id
    left join organiser_group g on g.id = p.group_id
    left join organiser_unit u on u.id = g.unit_id
    left join employer_workplace w on w.id = p.workplace_id
    left join employer_employer e on e.id = w.employer_id
    where p.client_id = $1 and p.during @> $2::date order by c.family_name, c.given_names, c.id, lower(p.during), p.id;

-- reads.ts placements 8a965ebc
-- id uuid, clientId uuid, client text, relationshipId uuid, service text, groupId uuid or null, unit text or null, workplaceId uuid or null, employerId uuid or null, employer text or null, place text, slots list, startsAt text or null, endsAt text or null, hoursADay number or null, tasks text or null, wageSubsidy boolean, meal boolean, during daterange
select p.id, p.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as client, p.relationship_id as "relationshipId",
      p.service, p.group_id as "groupId", u.name as unit, p.workplace_id as "workplaceId", e.id as "employerId", e.name as employer,
      coalesce(g.name, w.name) as place, to_char(p.starts_at, 'HH24:MI') as "startsAt", to_char(p.ends_at, 'HH24:MI') as "endsAt",
      p.hours_a_day as "hoursADay", p.tasks, p.wage_subsidy as "wageSubsidy", p.meal, p.during,
      coalesce((select json_agg(json_build_object('weekday', s.weekday, 'half', s.half) order by s.weekday, s.half)
        from placement_slot s where s.placement_id = p.id), '[]'::json) as slots
    from placement_placement p
    join client_client c on c.id = p.client_id
    left join organiser_group g on g.id = p.group_id
    left join organiser_unit u on u.id = g.unit_id
    left join employer_workplace w on w.id = p.workplace_id
    left join employer_employer e on e.id = w.employer_id
    where p.client_id = $1 and p.id = $2 order by c.family_name, c.given_names, c.id, lower(p.during), p.id;

-- reads.ts placements 8a965ebc
-- id uuid, clientId uuid, client text, relationshipId uuid, service text, groupId uuid or null, unit text or null, workplaceId uuid or null, employerId uuid or null, employer text or null, place text, slots list, startsAt text or null, endsAt text or null, hoursADay number or null, tasks text or null, wageSubsidy boolean, meal boolean, during daterange
select p.id, p.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as client, p.relationship_id as "relationshipId",
      p.service, p.group_id as "groupId", u.name as unit, p.workplace_id as "workplaceId", e.id as "employerId", e.name as employer,
      coalesce(g.name, w.name) as place, to_char(p.starts_at, 'HH24:MI') as "startsAt", to_char(p.ends_at, 'HH24:MI') as "endsAt",
      p.hours_a_day as "hoursADay", p.tasks, p.wage_subsidy as "wageSubsidy", p.meal, p.during,
      coalesce((select json_agg(json_build_object('weekday', s.weekday, 'half', s.half) order by s.weekday, s.half)
        from placement_slot s where s.placement_id = p.id), '[]'::json) as slots
    from placement_placement p
    join client_client c on c.id = p.client_id
    left join organiser_group g on g.id = p.group_id
    left join organiser_unit u on u.id = g.unit_id
    left join employer_workplace w on w.id = p.workplace_id
    left join employer_employer e on e.id = w.employer_id
    where p.client_id = $1 order by lower(p.during) desc, p.id desc;

-- reads.ts placements 8a965ebc
-- id uuid, clientId uuid, client text, relationshipId uuid, service text, groupId uuid or null, unit text or null, workplaceId uuid or null, employerId uuid or null, employer text or null, place text, slots list, startsAt text or null, endsAt text or null, hoursADay number or null, tasks text or null, wageSubsidy boolean, meal boolean, during daterange
select p.id, p.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as client, p.relationship_id as "relationshipId",
      p.service, p.group_id as "groupId", u.name as unit, p.workplace_id as "workplaceId", e.id as "employerId", e.name as employer,
      coalesce(g.name, w.name) as place, to_char(p.starts_at, 'HH24:MI') as "startsAt", to_char(p.ends_at, 'HH24:MI') as "endsAt",
      p.hours_a_day as "hoursADay", p.tasks, p.wage_subsidy as "wageSubsidy", p.meal, p.during,
      coalesce((select json_agg(json_build_object('weekday', s.weekday, 'half', s.half) order by s.weekday, s.half)
        from placement_slot s where s.placement_id = p.id), '[]'::json) as slots
    from placement_placement p
    join client_client c on c.id = p.client_id
    left join organiser_group g on g.id = p.group_id
    left join organiser_unit u on u.id = g.unit_id
    left join employer_workplace w on w.id = p.workplace_id
    left join employer_employer e on e.id = w.employer_id
    where p.workplace_id = $1 and p.during @> $2::date order by c.family_name, c.given_names, c.id, lower(p.during), p.id;

-- reads.ts weeksElsewhere 19d9dcaa
-- during daterange, weekdays list, hoursADay number or null
select during, weekdays, hours_a_day as "hoursADay" from placement_weeks_elsewhere($1::uuid);

-- reads.ts placingFrameOf a21acc42
-- relationshipId uuid, service text, during daterange, plannedDays number or null, plannedHours number or null
select r.id as "relationshipId", r.service, r.during, planned.days_a_week as "plannedDays", planned.hours_a_day as "plannedHours"
    from relationship_relationship r
    left join lateral (select p.days_a_week, p.hours_a_day from decision_granted g join plan_plan p on p.id = g.plan_id
      where g.client_id = r.client_id and g.service = r.service and g.during @> $1::date
      order by g.decided_on desc, g.decision_id desc limit 1) planned on true
    where r.client_id = $2 and r.id = $3;

-- reads.ts placesTakenOn 7e426bd2
-- groupId uuid or null, workplaceId uuid or null, taken number
select group_id as "groupId", workplace_id as "workplaceId", count(*) as taken from placement_taken
    where organiser_id = $1 and during @> $2::date group by group_id, workplace_id;

-- writes.ts insertSlots 5512fe42
-- records
insert into placement_slot (organiser_id, client_id, placement_id, weekday, half, during)
    select $1, $2, $3, weekday, half, $4::daterange
    from unnest($5::int[], $6::text[]) as s (weekday, half);

-- writes.ts cutPlacements 03b55cab
-- records
update placement_slot set during = daterange(lower(during), $1::date)
    where placement_id = any($2::uuid[]) and coalesce(upper(during) > $3::date, true);

-- writes.ts cutPlacements d5a1cb1a
-- records
update placement_placement set during = daterange(lower(during), $1::date)
    where id = any($2::uuid[]) and coalesce(upper(during) > $3::date, true);

-- writes.ts lengthenPlacement a6a3f1f3
-- records
update placement_placement set during = daterange(lower(during), $1::date) where id = $2;

-- writes.ts lengthenPlacement a83b3a4f
-- records
update placement_slot set during = daterange(lower(during), $1::date)
    where placement_id = $2 and upper(during) = $3::date;

-- writes.ts removePlacements 208e6ff3
-- records
delete from placement_slot where placement_id = any($1::uuid[]);

-- writes.ts removePlacements afc7eb2d
-- records
delete from placement_placement where id = any($1::uuid[]);

-- writes.ts uncutPlacements efe6fc23
-- records
insert into placement_placement (id, organiser_id, client_id, relationship_id, service, group_id, workplace_id, tasks, starts_at,
      ends_at, hours_a_day, wage_subsidy, meal, outside_because, during)
    select distinct on (h.id) h.id, h.organiser_id, h.client_id, h.relationship_id, h.service, h.group_id, h.workplace_id, h.tasks, h.starts_at,
      h.ends_at, h.hours_a_day, h.wage_subsidy, h.meal, h.outside_because, h.during * daterange(null, $1::date)
    from placement_placement_history h
    where h.relationship_id = $2 and lower(h.during) >= $3::date and h.during && daterange(null, $4::date)
      and upper(h.recorded) >= $5::timestamptz
      and not exists (select from platform_correction c where c.act = 'takeBackPlacement' and c.client_id = h.client_id and c.subject_id = h.id)
      and not exists (select from placement_placement p where p.id = h.id)
    order by h.id, upper(h.recorded) desc;

-- writes.ts uncutPlacements 976c6174
-- records
insert into placement_slot (id, organiser_id, client_id, placement_id, weekday, half, during)
    select distinct on (h.id) h.id, h.organiser_id, h.client_id, h.placement_id, h.weekday, h.half, h.during * p.during
    from placement_slot_history h join placement_placement p on p.id = h.placement_id
    where p.relationship_id = $1 and lower(p.during) >= $2::date and h.during && p.during and upper(h.recorded) >= $3::timestamptz
      and not exists (select from placement_slot s where s.placement_id = p.id and (s.id = h.id or (s.weekday, s.half) = (h.weekday, h.half)))
    order by h.id, upper(h.recorded) desc;
