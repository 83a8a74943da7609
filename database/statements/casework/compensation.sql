-- reads.ts compensatedDays bffc205c
-- markId uuid, clientId uuid, placementId uuid, service text, on date, kind text, meal boolean, hoursADay number or null, employerId uuid or null, holidayOfYear number, name text, place text
select m.id as "markId", m.client_id as "clientId", m.placement_id as "placementId", p.service, m.held_on as "on", m.kind, m.meal,
      p.hours_a_day as "hoursADay", w.employer_id as "employerId", coalesce(w.name, g.name) as place,
      c.family_name || ' ' || c.given_names as name,
      case when m.kind = 'holiday' then (
        select count(*) from attendance_mark h join placement_placement q on q.id = h.placement_id
        where h.client_id = m.client_id and h.kind = 'holiday' and q.service = p.service
          and h.held_on >= date_trunc('year', m.held_on)::date and h.held_on <= m.held_on and h.held_on <> all($1::date[]))
      else 0 end as "holidayOfYear"
    from attendance_mark m
    join placement_placement p on p.id = m.placement_id
    join client_client c on c.id = m.client_id
    left join employer_workplace w on w.id = p.workplace_id
    left join organiser_group g on g.id = p.group_id
    where m.organiser_id = $2 and m.held_on >= $3::date and m.held_on < $4::date and m.kind <> 'absent'
      and m.client_id = any($5::uuid[])
    order by c.family_name, c.given_names, m.held_on, m.placement_id;

-- reads.ts compensatedDays bffc205c
-- markId uuid, clientId uuid, placementId uuid, service text, on date, kind text, meal boolean, hoursADay number or null, employerId uuid or null, holidayOfYear number, name text, place text
select m.id as "markId", m.client_id as "clientId", m.placement_id as "placementId", p.service, m.held_on as "on", m.kind, m.meal,
      p.hours_a_day as "hoursADay", w.employer_id as "employerId", coalesce(w.name, g.name) as place,
      c.family_name || ' ' || c.given_names as name,
      case when m.kind = 'holiday' then (
        select count(*) from attendance_mark h join placement_placement q on q.id = h.placement_id
        where h.client_id = m.client_id and h.kind = 'holiday' and q.service = p.service
          and h.held_on >= date_trunc('year', m.held_on)::date and h.held_on <= m.held_on and h.held_on <> all($1::date[]))
      else 0 end as "holidayOfYear"
    from attendance_mark m
    join placement_placement p on p.id = m.placement_id
    join client_client c on c.id = m.client_id
    left join employer_workplace w on w.id = p.workplace_id
    left join organiser_group g on g.id = p.group_id
    where m.organiser_id = $2 and m.held_on >= $3::date and m.held_on < $4::date and m.kind <> 'absent'
    order by c.family_name, c.given_names, m.held_on, m.placement_id;

-- reads.ts kindsOfDays 8b8ab0ca
-- clientId uuid or null, name text or null, on date, turn number, marks text, days number, onDays number
with rate as materialized (
      select during, paid_holiday_days from rate_rate where organiser_id = $1 and during && $2::daterange
    ), turn as materialized (
      select array(select lower(during) from rate union select upper(during) from rate where not upper_inf(during)
          union select unnest($3::date[]) order by 1) as days,
        array(select distinct paid_holiday_days from rate order by 1) as quotas
    ), holiday as materialized (
      select h.id, width_bucket((count(*) over (partition by h.client_id, p.service order by h.held_on))::int - 1, (select quotas from turn)) as used
      from attendance_mark h join placement_placement p on p.id = h.placement_id
      where h.organiser_id = $4 and h.kind = 'holiday'
        and h.held_on >= date_trunc('year', $5::date)::date and h.held_on < $6::date
    ), several as materialized (
      -- Only who has several placements can have several marks a day.
      select client_id from placement_placement where organiser_id = $7 group by client_id having count(*) > 1
    ), mark as materialized (
      select m.placement_id, m.kind, m.meal, h.used, width_bucket(m.held_on, (select days from turn)) as turn,
        case when s.client_id is not null then m.held_on end as alone_on, min(m.held_on) as held_on,
        bit_or(1 << extract(day from m.held_on)::int - 1) as on_days
      from attendance_mark m left join several s on s.client_id = m.client_id left join holiday h on h.id = m.id
      where m.organiser_id = $8 and m.held_on >= $9::date and m.held_on < $10::date and m.kind <> 'absent'
      group by m.placement_id, m.kind, m.meal, h.used, turn, alone_on
    ), placed as (
      select k.*, p.client_id, json_build_array(p.service, k.kind, k.meal, p.hours_a_day, w.employer_id,
        case when k.used is null then 0 when k.used = 0 then 1 else (select quotas from turn)[k.used] + 1 end) as mark
      from mark k join placement_placement p on p.id = k.placement_id left join employer_workplace w on w.id = p.workplace_id
    ), day as (
      select client_id, turn, held_on, on_days, json_build_array(mark)::text as marks from placed where alone_on is null
      union all
      select client_id, turn, alone_on, bit_or(on_days), json_agg(mark order by placement_id)::text
      from placed where alone_on is not null group by client_id, turn, alone_on
    ), same as materialized (
      select client_id, turn, marks, min(held_on) as held_on, bit_or(on_days) as on_days from day group by client_id, turn, marks
    )
    select d.client_id as "clientId", c.family_name || ' ' || c.given_names as name, d.held_on as "on", d.turn, d.marks,
            bit_count(d.on_days::bit(32)) as days, d.on_days as "onDays"
          from same d join client_client c on c.id = d.client_id;

-- reads.ts kindsOfDays 8b8ab0ca
-- clientId uuid or null, name text or null, on date, turn number, marks text, days number, onDays number
with rate as materialized (
      select during, paid_holiday_days from rate_rate where organiser_id = $1 and during && $2::daterange
    ), turn as materialized (
      select array(select lower(during) from rate union select upper(during) from rate where not upper_inf(during)
          union select unnest($3::date[]) order by 1) as days,
        array(select distinct paid_holiday_days from rate order by 1) as quotas
    ), holiday as materialized (
      select h.id, width_bucket((count(*) over (partition by h.client_id, p.service order by h.held_on))::int - 1, (select quotas from turn)) as used
      from attendance_mark h join placement_placement p on p.id = h.placement_id
      where h.organiser_id = $4 and h.kind = 'holiday'
        and h.held_on >= date_trunc('year', $5::date)::date and h.held_on < $6::date
    ), several as materialized (
      -- Only who has several placements can have several marks a day.
      select client_id from placement_placement where organiser_id = $7 group by client_id having count(*) > 1
    ), mark as materialized (
      select m.placement_id, m.kind, m.meal, h.used, width_bucket(m.held_on, (select days from turn)) as turn,
        case when s.client_id is not null then m.held_on end as alone_on, min(m.held_on) as held_on,
        bit_or(1 << extract(day from m.held_on)::int - 1) as on_days
      from attendance_mark m left join several s on s.client_id = m.client_id left join holiday h on h.id = m.id
      where m.organiser_id = $8 and m.held_on >= $9::date and m.held_on < $10::date and m.kind <> 'absent'
      group by m.placement_id, m.kind, m.meal, h.used, turn, alone_on
    ), placed as (
      select k.*, p.client_id, json_build_array(p.service, k.kind, k.meal, p.hours_a_day, w.employer_id,
        case when k.used is null then 0 when k.used = 0 then 1 else (select quotas from turn)[k.used] + 1 end) as mark
      from mark k join placement_placement p on p.id = k.placement_id left join employer_workplace w on w.id = p.workplace_id
    ), day as (
      select client_id, turn, held_on, on_days, json_build_array(mark)::text as marks from placed where alone_on is null
      union all
      select client_id, turn, alone_on, bit_or(on_days), json_agg(mark order by placement_id)::text
      from placed where alone_on is not null group by client_id, turn, alone_on
    ), same as materialized (
      select client_id, turn, marks, min(held_on) as held_on, bit_or(on_days) as on_days from day group by client_id, turn, marks
    )
    select null as "clientId", null as name, min(held_on) as "on", turn, marks, sum(bit_count(on_days::bit(32))) as days,
            bit_or(on_days) as "onDays"
          from same group by turn, marks;

-- reads.ts partsInLedger 43cbc870
-- clientId uuid, name text, kind text, party text, employerId uuid or null, employer text or null, amount number, onDays number
select l.client_id as "clientId", c.family_name || ' ' || c.given_names as name, l.kind, l.party, l.employer_id as "employerId",
      e.name as employer, l.amount, l.on_days as "onDays"
    from (
      select client_id, kind, party, employer_id, sum(amount_cents)::int as amount,
        bit_or(1 << extract(day from earned_on)::int - 1) as on_days
      from compensation_line
      where organiser_id = $1 and earned_on >= $2::date and earned_on < $3::date and not correcting
      group by client_id, kind, party, employer_id
    ) l join client_client c on c.id = l.client_id left join employer_employer e on e.id = l.employer_id;

-- reads.ts clientsWith c8b0c0b8
-- id uuid
select distinct p.client_id as id from placement_placement p join employer_workplace w on w.id = p.workplace_id
    where p.organiser_id = $1 and w.employer_id = any($2::uuid[]);

-- reads.ts lines 36185572
-- clientId uuid, placementId uuid, markId uuid, kind text, party text, employerId uuid or null, earnedOn date, amount number, rateId uuid, rule text, id uuid, version number, reversesId uuid or null, name text, place text or null, employer text or null, rate number, writtenAt text, correcting boolean, withMonth date
select l.id, l.client_id as "clientId", l.placement_id as "placementId", l.mark_id as "markId", l.kind, l.party, l.employer_id as "employerId",
      l.earned_on as "earnedOn", l.amount_cents as amount, l.rate_id as "rateId", l.rule, l.version, l.reverses_id as "reversesId",
      l.written_at as "writtenAt", l.correcting, m.month_on as "withMonth", r.amount_cents as rate, c.family_name || ' ' || c.given_names as name,
      coalesce(w.name, g.name) as place, e.name as employer
    from compensation_line l
    join rate_rate r on r.id = l.rate_id
    join compensation_month m on m.id = l.month_id
    join client_client c on c.id = l.client_id
    join placement_placement p on p.id = l.placement_id
    left join employer_workplace w on w.id = p.workplace_id
    left join organiser_group g on g.id = p.group_id
    left join employer_employer e on e.id = l.employer_id
    where l.organiser_id = $1 and l.correcting and l.earned_on >= $2::date and l.earned_on < $3::date order by c.family_name, c.given_names, l.earned_on, l.kind, l.version, l.written_at;

-- reads.ts lines 36185572
-- clientId uuid, placementId uuid, markId uuid, kind text, party text, employerId uuid or null, earnedOn date, amount number, rateId uuid, rule text, id uuid, version number, reversesId uuid or null, name text, place text or null, employer text or null, rate number, writtenAt text, correcting boolean, withMonth date
select l.id, l.client_id as "clientId", l.placement_id as "placementId", l.mark_id as "markId", l.kind, l.party, l.employer_id as "employerId",
      l.earned_on as "earnedOn", l.amount_cents as amount, l.rate_id as "rateId", l.rule, l.version, l.reverses_id as "reversesId",
      l.written_at as "writtenAt", l.correcting, m.month_on as "withMonth", r.amount_cents as rate, c.family_name || ' ' || c.given_names as name,
      coalesce(w.name, g.name) as place, e.name as employer
    from compensation_line l
    join rate_rate r on r.id = l.rate_id
    join compensation_month m on m.id = l.month_id
    join client_client c on c.id = l.client_id
    join placement_placement p on p.id = l.placement_id
    left join employer_workplace w on w.id = p.workplace_id
    left join organiser_group g on g.id = p.group_id
    left join employer_employer e on e.id = l.employer_id
    where l.organiser_id = $1 and l.earned_on >= $2::date and l.earned_on < $3::date
       order by c.family_name, c.given_names, l.earned_on, l.kind, l.version, l.written_at;

-- reads.ts lines 36185572
-- clientId uuid, placementId uuid, markId uuid, kind text, party text, employerId uuid or null, earnedOn date, amount number, rateId uuid, rule text, id uuid, version number, reversesId uuid or null, name text, place text or null, employer text or null, rate number, writtenAt text, correcting boolean, withMonth date
select l.id, l.client_id as "clientId", l.placement_id as "placementId", l.mark_id as "markId", l.kind, l.party, l.employer_id as "employerId",
      l.earned_on as "earnedOn", l.amount_cents as amount, l.rate_id as "rateId", l.rule, l.version, l.reverses_id as "reversesId",
      l.written_at as "writtenAt", l.correcting, m.month_on as "withMonth", r.amount_cents as rate, c.family_name || ' ' || c.given_names as name,
      coalesce(w.name, g.name) as place, e.name as employer
    from compensation_line l
    join rate_rate r on r.id = l.rate_id
    join compensation_month m on m.id = l.month_id
    join client_client c on c.id = l.client_id
    join placement_placement p on p.id = l.placement_id
    left join employer_workplace w on w.id = p.workplace_id
    left join organiser_group g on g.id = p.group_id
    left join employer_employer e on e.id = l.employer_id
    where l.organiser_id = $1 and l.earned_on >= $2::date and l.earned_on < $3::date
      and l.client_id = any($4::uuid[]) order by c.family_name, c.given_names, l.earned_on, l.kind, l.version, l.written_at;

-- reads.ts correctedSinceClosing 11b02198
-- id uuid
select distinct v.client_id as id
    from (select client_id, held_on, lower(recorded) as at from attendance_mark
        where organiser_id = $1 and held_on >= $2::date and held_on < $3::date
          -- As the index of late marks has it: no month is closed before it is over.
          and date_trunc('month', lower(recorded) at time zone 'Europe/Helsinki') > date_trunc('month', held_on::timestamp)
      union all select client_id, held_on, upper(recorded) from attendance_mark_history
        where organiser_id = $4 and held_on >= $5::date and held_on < $6::date) v
    join compensation_month m on m.organiser_id = $7 and m.month_on = date_trunc('month', v.held_on)::date
    where v.at >= date_trunc('day', m.closed_at);

-- reads.ts closedMonths 89c238bf
-- id uuid, month date, closedAt text, closedBy text or null, lines number, toClients number, fromClients number, fromEmployers number, corrected number
select m.id, m.month_on as month, m.closed_at as "closedAt", w.family_name || ' ' || w.given_name as "closedBy",
      coalesce(l.lines, 0) as lines, coalesce(l.to_clients, 0)::int as "toClients", coalesce(l.from_clients, 0)::int as "fromClients",
      coalesce(l.from_employers, 0)::int as "fromEmployers",
      coalesce(k.corrected, 0)::int as corrected
    from compensation_month m
    -- Summed before the join: a county's ledger has millions of lines and few months.
    left join (
      select month_id, count(*) as lines, sum(amount_cents) filter (where party = 'client' and kind <> 'meal-charge') as to_clients,
        sum(amount_cents) filter (where kind = 'meal-charge') as from_clients, sum(amount_cents) filter (where party = 'employer') as from_employers
      from compensation_line where organiser_id = $1 and not correcting group by month_id
    ) l on l.month_id = m.id
    left join (
      select date_trunc('month', earned_on)::date as month_on, sum(amount_cents) as corrected
      from compensation_line where organiser_id = $2 and correcting group by 1
    ) k on k.month_on = m.month_on
    left join worker_worker w on w.id = m.closed_by_id
    where m.organiser_id = $3
    order by m.month_on desc;

-- reads.ts monthsClosed ef04da0f
-- id uuid, month date
select id, month_on as month from compensation_month where organiser_id = $1 order by month_on desc;

-- reads.ts firstMarkedMonth dc00d5e4
-- month date or null
select date_trunc('month', min(held_on))::date as month from attendance_mark where organiser_id = $1;

-- writes.ts insertSettlement 26725605
-- records
insert into compensation_line (organiser_id, month_id, correcting, client_id, placement_id, mark_id, kind, party, employer_id, earned_on,
      amount_cents, rate_id, rule, version, reverses_id)
    select $1::uuid, $2::uuid, $3::boolean, l.* from jsonb_to_recordset($4::jsonb) as l(
      client_id uuid, placement_id uuid, mark_id uuid, kind text, party text, employer_id uuid, earned_on date,
      amount_cents int, rate_id uuid, rule text, version int, reverses_id uuid);
