-- reads.ts expectedDuring bfcfb903
-- placementId uuid, clientId uuid, name text, place text, service text, weekdays list, meal boolean, during daterange, pauses list, undecided list, decided boolean
select p.id as "placementId", p.client_id as "clientId", c.family_name || ' ' || c.given_names as name, coalesce(g.name, w.name) as place,
      p.service, p.during, p.meal,
      array(select distinct s.weekday from placement_slot s where s.placement_id = p.id order by s.weekday) as weekdays,
      array(select w.during::text from relationship_away w where w.relationship_id = p.relationship_id and (w.of_service is null or w.of_service = p.service) and w.during && $1::daterange) as pauses,
      array(select u::text from unnest(f.undecided) u) as undecided, coalesce(f.rests, false) as decided
    from placement_placement p join client_client c on c.id = p.client_id
    cross join lateral relationship_footing(p.relationship_id) f
    left join organiser_group g on g.id = p.group_id left join employer_workplace w on w.id = p.workplace_id
    where p.group_id = $2::uuid and p.during && $3::daterange
    order by c.family_name, c.given_names, p.id;

-- reads.ts expectedDuring bfcfb903
-- placementId uuid, clientId uuid, name text, place text, service text, weekdays list, meal boolean, during daterange, pauses list, undecided list, decided boolean
select p.id as "placementId", p.client_id as "clientId", c.family_name || ' ' || c.given_names as name, coalesce(g.name, w.name) as place,
      p.service, p.during, p.meal,
      array(select distinct s.weekday from placement_slot s where s.placement_id = p.id order by s.weekday) as weekdays,
      array(select w.during::text from relationship_away w where w.relationship_id = p.relationship_id and (w.of_service is null or w.of_service = p.service) and w.during && $1::daterange) as pauses,
      array(select u::text from unnest(f.undecided) u) as undecided, coalesce(f.rests, false) as decided
    from placement_placement p join client_client c on c.id = p.client_id
    cross join lateral relationship_footing(p.relationship_id) f
    left join organiser_group g on g.id = p.group_id left join employer_workplace w on w.id = p.workplace_id
    where p.workplace_id = $2::uuid and p.during && $3::daterange
    order by c.family_name, c.given_names, p.id;

-- reads.ts expectedDuring bfcfb903
-- placementId uuid, clientId uuid, name text, place text, service text, weekdays list, meal boolean, during daterange, pauses list, undecided list, decided boolean
select p.id as "placementId", p.client_id as "clientId", c.family_name || ' ' || c.given_names as name, coalesce(g.name, w.name) as place,
      p.service, p.during, p.meal,
      array(select distinct s.weekday from placement_slot s where s.placement_id = p.id order by s.weekday) as weekdays,
      array(select w.during::text from relationship_away w where w.relationship_id = p.relationship_id and (w.of_service is null or w.of_service = p.service) and w.during && $1::daterange) as pauses,
      array(select u::text from unnest(f.undecided) u) as undecided, coalesce(f.rests, false) as decided
    from placement_placement p join client_client c on c.id = p.client_id
    cross join lateral relationship_footing(p.relationship_id) f
    left join organiser_group g on g.id = p.group_id left join employer_workplace w on w.id = p.workplace_id
    where p.workplace_id is not null and p.during && $2::daterange
    order by c.family_name, c.given_names, p.id;

-- reads.ts expectedOf 027ddf57
-- placementId uuid, clientId uuid, name text, place text, service text, meal boolean, during daterange, pauses list, undecided list, decided boolean, weekdays list
select p.id as "placementId", p.client_id as "clientId", '' as name, '' as place, p.service, p.during, p.meal,
      array(select distinct s.weekday from placement_slot s where s.placement_id = p.id order by s.weekday) as weekdays,
      array(select w.during::text from relationship_away w where w.relationship_id = p.relationship_id and (w.of_service is null or w.of_service = p.service)) as pauses,
      array(select u::text from unnest(f.undecided) u) as undecided, coalesce(f.rests, false) as decided
    from placement_placement p cross join lateral relationship_footing(p.relationship_id) f where p.id = any($1::uuid[]);

-- reads.ts marksDuring df634a92
-- kind text, reason text or null, meal boolean, placementId uuid, heldOn date
select placement_id as "placementId", held_on as "heldOn", kind, reason, meal from attendance_mark
    where placement_id = any($1::uuid[]) and held_on >= $2::date and held_on < $3::date;

-- reads.ts markableOf a74e64f8
-- id uuid
select id from app_related_among($1::text[], $2::uuid[]) r(id);

-- reads.ts placesOn 18c710af
-- groupId uuid or null, workplaceId uuid or null, name text, unit text or null, leader text or null, mine boolean, clients number, due number, marked number
with placed as (
      select p.id, p.client_id, p.group_id, p.workplace_id,
        exists (select from placement_slot s where s.placement_id = p.id and s.weekday = extract(isodow from $1::date)) as due,
        exists (select from attendance_mark m where m.placement_id = p.id and m.held_on = $2::date) as marked
      from placement_placement p where p.during @> $3::date and p.client_id in (select seen from app_seen() seen))
    select p.group_id as "groupId", p.workplace_id as "workplaceId", coalesce(g.name, w.name) as name, u.name as unit,
      (select k.family_name || ' ' || k.given_name from worker_group_lead l join worker_worker k on k.id = l.worker_id
        where l.group_id = p.group_id and l.during @> $4::date) as leader,
      exists (select from worker_group_lead l where l.group_id = p.group_id and l.during @> $5::date and l.worker_id = $6::uuid) as mine,
      count(*) as clients, count(*) filter (where p.due) as due, count(*) filter (where p.due and p.marked) as marked
    from placed p
    left join organiser_group g on g.id = p.group_id left join organiser_unit u on u.id = g.unit_id
    left join employer_workplace w on w.id = p.workplace_id
    group by p.group_id, p.workplace_id, g.name, w.name, u.name order by u.name nulls last, name;

-- reads.ts placesOn 18c710af
-- groupId uuid or null, workplaceId uuid or null, name text, unit text or null, leader text or null, mine boolean, clients number, due number, marked number
with placed as (
      select p.id, p.client_id, p.group_id, p.workplace_id,
        exists (select from placement_slot s where s.placement_id = p.id and s.weekday = extract(isodow from $1::date)) as due,
        exists (select from attendance_mark m where m.placement_id = p.id and m.held_on = $2::date) as marked
      from placement_placement p where p.during @> $3::date and true)
    select p.group_id as "groupId", p.workplace_id as "workplaceId", coalesce(g.name, w.name) as name, u.name as unit,
      (select k.family_name || ' ' || k.given_name from worker_group_lead l join worker_worker k on k.id = l.worker_id
        where l.group_id = p.group_id and l.during @> $4::date) as leader,
      exists (select from worker_group_lead l where l.group_id = p.group_id and l.during @> $5::date and l.worker_id = $6::uuid) as mine,
      count(*) as clients, count(*) filter (where p.due) as due, count(*) filter (where p.due and p.marked) as marked
    from placed p
    left join organiser_group g on g.id = p.group_id left join organiser_unit u on u.id = g.unit_id
    left join employer_workplace w on w.id = p.workplace_id
    group by p.group_id, p.workplace_id, g.name, w.name, u.name order by u.name nulls last, name;

-- reads.ts unmarkedDuring a9780312
-- place text, days number
-- Days are bits (attendance_days_in), so that each placement is looked at once: a county's month has half a million agreed days.
    with calendar as materialized (
      select extract(isodow from e.day)::int as weekday, bit_or(1::bigint << n) as days
      from (select $1::date + n as day, n from generate_series(0, $2::date - $3::date - 1) n) e
      where e.day <> all($4::date[]) group by 1
    ), agreed as materialized (
      select s.placement_id, bit_or(c.days) as days from placement_slot s join calendar c on c.weekday = s.weekday
      where s.organiser_id = $5 group by s.placement_id
    ), open as materialized (
      select p.relationship_id, p.service, p.group_id, p.workplace_id, d.days
      from placement_placement p
      join agreed a on a.placement_id = p.id
      left join attendance_days_in($6::uuid, $7::date, $8::date) m on m.placement_id = p.id
      cross join lateral (select a.days & attendance_bits(p.during, $9::date) & ~coalesce(m.marked, 0) as days) d
      where p.organiser_id = $10 and p.during && $11::daterange and p.service = any($12::text[]) and d.days <> 0
    )
    select coalesce(u.name || ', ' || g.name, w.name) as place, sum(d.days) as days
    from open p
    -- Breaks, and on which days there is no decision, are looked up where a day is open: such a day is owed no mark.
    cross join lateral (select coalesce(range_agg(w.during), '{}') as days
      from relationship_away w where w.relationship_id = p.relationship_id and (w.of_service is null or w.of_service = p.service) and w.during && $13::daterange) away
    cross join lateral (select coalesce(f.undecided, '{}') as days from relationship_footing(p.relationship_id) f offset 0) undecided
    cross join lateral (select count(*) as days from generate_series(0, 61) n
      where (p.days >> n) & 1 = 1 and not away.days @> ($14::date + n) and not undecided.days @> ($15::date + n)) d
    left join organiser_group g on g.id = p.group_id left join organiser_unit u on u.id = g.unit_id
    left join employer_workplace w on w.id = p.workplace_id
    where d.days > 0
    group by u.name, g.name, w.name order by days desc, place;

-- reads.ts marksOf 66ab94bc
-- kind text, reason text or null, meal boolean, placementId uuid, heldOn date, place text, service text
select m.placement_id as "placementId", m.held_on as "heldOn", m.kind, m.reason, m.meal, coalesce(g.name, w.name) as place, p.service
    from attendance_mark m join placement_placement p on p.id = m.placement_id
    left join organiser_group g on g.id = p.group_id left join employer_workplace w on w.id = p.workplace_id
    where m.client_id = $1 and m.held_on >= $2::date and m.held_on < $3::date
    order by m.held_on desc;

-- reads.ts versionsOf 681a9fcb
-- kind text, reason text or null, meal boolean, knownFrom text, knownUntil text or null, markedBy text or null
select v.kind, v.reason, v.meal, lower(v.recorded) as "knownFrom", upper(v.recorded) as "knownUntil",
      w.family_name || ' ' || w.given_name as "markedBy"
    from (select kind, reason, meal, recorded, marked_by_id, client_id, placement_id, held_on from attendance_mark
      union all select kind, reason, meal, recorded, marked_by_id, client_id, placement_id, held_on from attendance_mark_history) v
    left join worker_worker w on w.id = v.marked_by_id
    where v.client_id = $1 and v.placement_id = $2 and v.held_on = $3::date
    order by lower(v.recorded);

-- reads.ts participationOf ceabfe3e
-- clientId uuid, placementId uuid, heldOn date, hoursADay number or null
select client_id as "clientId", placement_id as "placementId", held_on as "heldOn", hours_a_day as "hoursADay"
    from attendance_taken($1::uuid[]);

-- reads.ts standingMarks c52f401a
-- kind text, reason text or null, meal boolean, placementId uuid, heldOn date, changedAt text, changedBy text or null
select a.placement_id as "placementId", a.held_on as "heldOn", a.kind, a.reason, a.meal, lower(a.recorded) as "changedAt",
      w.family_name || ' ' || w.given_name as "changedBy"
    from (select distinct * from jsonb_to_recordset($1::jsonb) as m("placementId" uuid, "heldOn" date)) m
    join attendance_mark a on a.placement_id = m."placementId" and a.held_on = m."heldOn"
    left join worker_worker w on w.id = a.marked_by_id;

-- writes.ts keepMarks ba63e3ed
-- records
insert into attendance_mark (organiser_id, client_id, placement_id, held_on, kind, reason, meal, marked_by_id)
    select $1::uuid, m."clientId", m."placementId", m."heldOn", m.kind, m.reason, m.meal, $2::uuid
    from jsonb_to_recordset($3::jsonb)
      as m("clientId" uuid, "placementId" uuid, "heldOn" date, kind text, reason text, meal boolean)
    on conflict (placement_id, held_on) do update
      set kind = excluded.kind, reason = excluded.reason, meal = excluded.meal, marked_by_id = excluded.marked_by_id
      where (attendance_mark.kind, attendance_mark.reason, attendance_mark.meal) is distinct from (excluded.kind, excluded.reason, excluded.meal);

-- writes.ts lockClientsOf 7664316e
-- records
select pg_advisory_xact_lock(hashtextextended('client ' || c.id, 0))
    from (select distinct p.client_id as id from placement_placement p where p.id = any($1::uuid[]) order by 1) c;

-- writes.ts keepFirstMarks 987b325a
-- placementId uuid
insert into attendance_mark (organiser_id, client_id, placement_id, held_on, kind, reason, meal, marked_by_id)
    select $1::uuid, m."clientId", m."placementId", m."heldOn", m.kind, m.reason, m.meal, $2::uuid
    from jsonb_to_recordset($3::jsonb)
      as m("clientId" uuid, "placementId" uuid, "heldOn" date, kind text, reason text, meal boolean)
    on conflict (placement_id, held_on) do nothing returning placement_id as "placementId";

-- writes.ts takeMarksBack 860f16d0
-- records
delete from attendance_mark a using jsonb_to_recordset($1::jsonb) as m("placementId" uuid, "heldOn" date)
    where a.placement_id = m."placementId" and a.held_on = m."heldOn";

-- writes.ts takeMarksOut d09a4885
-- kind text, reason text or null, meal boolean, placementId uuid, heldOn date, id uuid, markedById uuid or null
delete from attendance_mark m using placement_placement p
    where p.id = m.placement_id and m.client_id = $1 and m.held <@ $2::daterange
      and p.id = $3
    returning m.id, m.placement_id as "placementId", m.held_on as "heldOn", m.kind, m.reason, m.meal, m.marked_by_id as "markedById";

-- writes.ts takeMarksOut d09a4885
-- kind text, reason text or null, meal boolean, placementId uuid, heldOn date, id uuid, markedById uuid or null
delete from attendance_mark m using placement_placement p
    where p.id = m.placement_id and m.client_id = $1 and m.held <@ $2::daterange
      and p.relationship_id = $3
    returning m.id, m.placement_id as "placementId", m.held_on as "heldOn", m.kind, m.reason, m.meal, m.marked_by_id as "markedById";

-- writes.ts putMarks 75f58f45
-- records
insert into attendance_mark (id, organiser_id, client_id, placement_id, held_on, kind, reason, meal, marked_by_id)
    select m.id, $1::uuid, $2::uuid, $3::uuid, m."heldOn", m.kind, m.reason, m.meal, m."markedById"
    from jsonb_to_recordset($4::jsonb)
      as m(id uuid, "heldOn" date, kind text, reason text, meal boolean, "markedById" uuid);
