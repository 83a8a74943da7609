-- reads.ts dueDuring 4b2ec348
-- clientId uuid, placementId uuid, markId uuid, kind text, party text, employerId uuid or null, earnedOn date, amount number, rateId uuid or null, rule text or null, rate number, name text, place text, employer text or null
select d.client_id as "clientId", d.placement_id as "placementId", d.mark_id as "markId", d.kind, d.party, d.employer_id as "employerId",
      d.earned_on as "earnedOn", d.amount_cents as amount, d.rate_id as "rateId", r.rule, coalesce(r.amount_cents, d.amount_cents) as rate,
      c.family_name || ' ' || c.given_names as name, coalesce(w.name, g.name) as place, e.name as employer
    from (select d.* from (select client_id, array_agg(held_on) as days from unnest($1::uuid[], $2::date[])
      as t (client_id, held_on) group by client_id) u
    cross join lateral (select d.* from compensation_day d
      where d.organiser_id = $3 and d.earned_on >= $4::date and d.earned_on < $5::date
    and (d.holiday_year is null or d.holiday_year between extract(year from $6::date) and extract(year from $7::date)) and d.client_id = u.client_id and d.earned_on = any(u.days) offset 0) d) d
    left join rate_rate r on r.id = d.rate_id
    join client_client c on c.id = d.client_id
    join placement_placement p on p.id = d.placement_id
    left join employer_workplace w on w.id = p.workplace_id
    left join organiser_group g on g.id = p.group_id
    left join employer_employer e on e.id = d.employer_id
    order by c.family_name, c.given_names, d.earned_on, d.placement_id, d.kind = 'meal-charge', d.kind = 'travel', d.party;

-- reads.ts dueDuring 4b2ec348
-- clientId uuid, placementId uuid, markId uuid, kind text, party text, employerId uuid or null, earnedOn date, amount number, rateId uuid or null, rule text or null, rate number, name text, place text, employer text or null
select d.client_id as "clientId", d.placement_id as "placementId", d.mark_id as "markId", d.kind, d.party, d.employer_id as "employerId",
      d.earned_on as "earnedOn", d.amount_cents as amount, d.rate_id as "rateId", r.rule, coalesce(r.amount_cents, d.amount_cents) as rate,
      c.family_name || ' ' || c.given_names as name, coalesce(w.name, g.name) as place, e.name as employer
    from (select d.* from compensation_day d where d.organiser_id = $1 and d.earned_on >= $2::date and d.earned_on < $3::date
    and (d.holiday_year is null or d.holiday_year between extract(year from $4::date) and extract(year from $5::date)) ) d
    left join rate_rate r on r.id = d.rate_id
    join client_client c on c.id = d.client_id
    join placement_placement p on p.id = d.placement_id
    left join employer_workplace w on w.id = p.workplace_id
    left join organiser_group g on g.id = p.group_id
    left join employer_employer e on e.id = d.employer_id
    order by c.family_name, c.given_names, d.earned_on, d.placement_id, d.kind = 'meal-charge', d.kind = 'travel', d.party;

-- reads.ts dueDuring 4b2ec348
-- clientId uuid, placementId uuid, markId uuid, kind text, party text, employerId uuid or null, earnedOn date, amount number, rateId uuid or null, rule text or null, rate number, name text, place text, employer text or null
select d.client_id as "clientId", d.placement_id as "placementId", d.mark_id as "markId", d.kind, d.party, d.employer_id as "employerId",
      d.earned_on as "earnedOn", d.amount_cents as amount, d.rate_id as "rateId", r.rule, coalesce(r.amount_cents, d.amount_cents) as rate,
      c.family_name || ' ' || c.given_names as name, coalesce(w.name, g.name) as place, e.name as employer
    from (select d.* from compensation_day d where d.organiser_id = $1 and d.earned_on >= $2::date and d.earned_on < $3::date
    and (d.holiday_year is null or d.holiday_year between extract(year from $4::date) and extract(year from $5::date)) and d.client_id = any($6::uuid[])) d
    left join rate_rate r on r.id = d.rate_id
    join client_client c on c.id = d.client_id
    join placement_placement p on p.id = d.placement_id
    left join employer_workplace w on w.id = p.workplace_id
    left join organiser_group g on g.id = p.group_id
    left join employer_employer e on e.id = d.employer_id
    order by c.family_name, c.given_names, d.earned_on, d.placement_id, d.kind = 'meal-charge', d.kind = 'travel', d.party;

-- reads.ts partsDue f6c6e5d8
-- clientId uuid, name text, kind text, party text, employerId uuid or null, employer text or null, amount number, days number, shareDays list or null
with earned as materialized (
      select d.client_id, d.rate_id, d.employer_id, d.amount_cents * d.times as amount, d.times, d.start_on, d.days
      from compensation_earned_in($1::uuid, $2::date, $3::date) d
    ), shares as materialized (
      select d.client_id, d.rate_id, array_agg(d.start_on + n) as days
      from earned d cross join generate_series(0, 61) n
      where d.employer_id is not null and (d.days >> n) & 1 = 1 group by d.client_id, d.rate_id
    )
    select l.client_id as "clientId", c.family_name || ' ' || c.given_names as name,
      coalesce(r.kind, 'travel') as kind, case when r.employer_id is null then 'client' else 'employer' end as party, r.employer_id as "employerId", e.name as employer,
      l.amount, case when r.employer_id is null then l.days else 0 end as days, s.days as "shareDays"
    from (
      select d.client_id, d.rate_id, sum(d.amount)::int as amount, sum(d.times)::int as days from earned d group by d.client_id, d.rate_id
    ) l
    left join shares s on s.client_id = l.client_id and s.rate_id = l.rate_id
    left join rate_rate r on r.id = l.rate_id
    join client_client c on c.id = l.client_id
    left join employer_employer e on e.id = r.employer_id;

-- reads.ts sumsDue 1c183313
-- month date, kind text, party text, amount number, lines number
with month as materialized (
      select m::date as month, daterange(m::date, (m + interval '1 month')::date) as during
      from generate_series($1::date::timestamp, ($2::date - 1)::timestamp, interval '1 month') m
    )
    select l.month, coalesce(r.kind, 'travel') as kind, case when r.employer_id is null then 'client' else 'employer' end as party, l.amount, l.lines
    from (
      select m.month, d.rate_id, sum(d.amount_cents * t.times)::int as amount, sum(t.times) as lines
      from compensation_earned_in($3::uuid, $4::date, $5::date) d
      join month m on m.during && daterange(d.start_on, d.start_on + attendance_row_days())
      cross join lateral (select bit_count((d.days & attendance_bits(m.during, d.start_on))::bit(64)) as times) t
      where t.times > 0 group by m.month, d.rate_id
    ) l left join rate_rate r on r.id = l.rate_id;

-- reads.ts partsInLedger 6a1a4c26
-- clientId uuid, name text, kind text, party text, employerId uuid or null, employer text or null, amount number, days number, shareDays list or null
select l.client_id as "clientId", c.family_name || ' ' || c.given_names as name, l.kind, l.party, l.employer_id as "employerId",
      e.name as employer, l.amount, l.days, l.share_days as "shareDays"
    from (
      select client_id, kind, party, employer_id, sum(amount_cents)::int as amount,
        count(*) filter (where party = 'client')::int as days, array_agg(earned_on) filter (where party = 'employer') as share_days
      from compensation_line
      where organiser_id = $1 and earned_on >= $2::date and earned_on < $3::date and not correcting
      group by client_id, kind, party, employer_id
    ) l join client_client c on c.id = l.client_id left join employer_employer e on e.id = l.employer_id;

-- reads.ts clientsWith c8b0c0b8
-- id uuid
select distinct p.client_id as id from placement_placement p join employer_workplace w on w.id = p.workplace_id
    where p.organiser_id = $1 and w.employer_id = any($2::uuid[]);

-- reads.ts lines 1c87f932
-- clientId uuid, placementId uuid, markId uuid, kind text, party text, employerId uuid or null, earnedOn date, amount number, rateId uuid or null, rule text, id uuid, version number, reversesId uuid or null, name text, place text or null, employer text or null, rate number, writtenAt text, correcting boolean, withMonth date
select l.id, l.client_id as "clientId", l.placement_id as "placementId", l.mark_id as "markId", l.kind, l.party, l.employer_id as "employerId",
      l.earned_on as "earnedOn", l.amount_cents as amount, l.rate_id as "rateId", l.rule, l.version, l.reverses_id as "reversesId",
      l.written_at as "writtenAt", l.correcting, m.month_on as "withMonth", coalesce(r.amount_cents, abs(l.amount_cents)) as rate, c.family_name || ' ' || c.given_names as name,
      coalesce(w.name, g.name) as place, e.name as employer
    from compensation_line l
    left join rate_rate r on r.id = l.rate_id
    join compensation_month m on m.id = l.month_id
    join client_client c on c.id = l.client_id
    join placement_placement p on p.id = l.placement_id
    left join employer_workplace w on w.id = p.workplace_id
    left join organiser_group g on g.id = p.group_id
    left join employer_employer e on e.id = l.employer_id
    where l.organiser_id = $1 and l.correcting and l.earned_on >= $2::date and l.earned_on < $3::date order by c.family_name, c.given_names, l.earned_on, l.kind, l.version, l.written_at;

-- reads.ts lines 1c87f932
-- clientId uuid, placementId uuid, markId uuid, kind text, party text, employerId uuid or null, earnedOn date, amount number, rateId uuid or null, rule text, id uuid, version number, reversesId uuid or null, name text, place text or null, employer text or null, rate number, writtenAt text, correcting boolean, withMonth date
select l.id, l.client_id as "clientId", l.placement_id as "placementId", l.mark_id as "markId", l.kind, l.party, l.employer_id as "employerId",
      l.earned_on as "earnedOn", l.amount_cents as amount, l.rate_id as "rateId", l.rule, l.version, l.reverses_id as "reversesId",
      l.written_at as "writtenAt", l.correcting, m.month_on as "withMonth", coalesce(r.amount_cents, abs(l.amount_cents)) as rate, c.family_name || ' ' || c.given_names as name,
      coalesce(w.name, g.name) as place, e.name as employer
    from compensation_line l
    left join rate_rate r on r.id = l.rate_id
    join compensation_month m on m.id = l.month_id
    join client_client c on c.id = l.client_id
    join placement_placement p on p.id = l.placement_id
    left join employer_workplace w on w.id = p.workplace_id
    left join organiser_group g on g.id = p.group_id
    left join employer_employer e on e.id = l.employer_id
    where l.organiser_id = $1 and l.earned_on >= $2::date and l.earned_on < $3::date
       order by c.family_name, c.given_names, l.earned_on, l.kind, l.version, l.written_at;

-- reads.ts lines 1c87f932
-- clientId uuid, placementId uuid, markId uuid, kind text, party text, employerId uuid or null, earnedOn date, amount number, rateId uuid or null, rule text, id uuid, version number, reversesId uuid or null, name text, place text or null, employer text or null, rate number, writtenAt text, correcting boolean, withMonth date
select l.id, l.client_id as "clientId", l.placement_id as "placementId", l.mark_id as "markId", l.kind, l.party, l.employer_id as "employerId",
      l.earned_on as "earnedOn", l.amount_cents as amount, l.rate_id as "rateId", l.rule, l.version, l.reverses_id as "reversesId",
      l.written_at as "writtenAt", l.correcting, m.month_on as "withMonth", coalesce(r.amount_cents, abs(l.amount_cents)) as rate, c.family_name || ' ' || c.given_names as name,
      coalesce(w.name, g.name) as place, e.name as employer
    from compensation_line l
    left join rate_rate r on r.id = l.rate_id
    join compensation_month m on m.id = l.month_id
    join client_client c on c.id = l.client_id
    join placement_placement p on p.id = l.placement_id
    left join employer_workplace w on w.id = p.workplace_id
    left join organiser_group g on g.id = p.group_id
    left join employer_employer e on e.id = l.employer_id
    where l.organiser_id = $1 and l.earned_on >= $2::date and l.earned_on < $3::date
      and (l.client_id, l.earned_on) in (select * from unnest($4::uuid[], $5::date[])) order by c.family_name, c.given_names, l.earned_on, l.kind, l.version, l.written_at;

-- reads.ts lines 1c87f932
-- clientId uuid, placementId uuid, markId uuid, kind text, party text, employerId uuid or null, earnedOn date, amount number, rateId uuid or null, rule text, id uuid, version number, reversesId uuid or null, name text, place text or null, employer text or null, rate number, writtenAt text, correcting boolean, withMonth date
select l.id, l.client_id as "clientId", l.placement_id as "placementId", l.mark_id as "markId", l.kind, l.party, l.employer_id as "employerId",
      l.earned_on as "earnedOn", l.amount_cents as amount, l.rate_id as "rateId", l.rule, l.version, l.reverses_id as "reversesId",
      l.written_at as "writtenAt", l.correcting, m.month_on as "withMonth", coalesce(r.amount_cents, abs(l.amount_cents)) as rate, c.family_name || ' ' || c.given_names as name,
      coalesce(w.name, g.name) as place, e.name as employer
    from compensation_line l
    left join rate_rate r on r.id = l.rate_id
    join compensation_month m on m.id = l.month_id
    join client_client c on c.id = l.client_id
    join placement_placement p on p.id = l.placement_id
    left join employer_workplace w on w.id = p.workplace_id
    left join organiser_group g on g.id = p.group_id
    left join employer_employer e on e.id = l.employer_id
    where l.organiser_id = $1 and l.earned_on >= $2::date and l.earned_on < $3::date
      and l.client_id = any($4::uuid[])
       order by c.family_name, c.given_names, l.earned_on, l.kind, l.version, l.written_at;

-- reads.ts changedSinceClosing 140b53be
-- clientId uuid, on date
select client_id as "clientId", held_on as "on" from compensation_changed_days($1, $2, $3);

-- reads.ts closedMonths 7875bf65
-- id uuid, month date, closedAt text, closedBy text or null, lines number, toClients number, fromClients number, fromEmployers number, corrected number
select m.id, m.month_on as month, m.closed_at as "closedAt", w.family_name || ' ' || w.given_name as "closedBy",
      coalesce(l.lines, 0)::int as lines, coalesce(l.to_clients, 0)::int as "toClients", coalesce(l.from_clients, 0)::int as "fromClients",
      coalesce(l.from_employers, 0)::int as "fromEmployers",
      coalesce(l.corrected, 0)::int as corrected
    from compensation_month m
    left join (
      select month_on, sum(lines) filter (where not correcting) as lines,
        sum(amount_cents) filter (where not correcting and party = 'client' and kind <> 'meal-charge') as to_clients,
        sum(amount_cents) filter (where not correcting and kind = 'meal-charge') as from_clients,
        sum(amount_cents) filter (where not correcting and party = 'employer') as from_employers,
        sum(amount_cents) filter (where correcting) as corrected
      from compensation_summed where organiser_id = $1 group by month_on
    ) l on l.month_on = m.month_on
    left join worker_worker w on w.id = m.closed_by_id
    where m.organiser_id = $2
    order by m.month_on desc;

-- reads.ts monthsClosed ef04da0f
-- id uuid, month date
select id, month_on as month from compensation_month where organiser_id = $1 order by month_on desc;

-- reads.ts paysAllTasks 30cbacfe
-- pays boolean
select app_wide() as pays;

-- reads.ts firstMarkedMonth dc00d5e4
-- month date or null
select date_trunc('month', min(held_on))::date as month from attendance_mark where organiser_id = $1;

-- reads.ts undecidedDuring b8b52947
-- clientId uuid, name text, service text, rests boolean, days list
with served as (
      select m.client_id, p.relationship_id, p.service, array_agg(distinct m.held_on) as days
      from attendance_mark m join placement_placement p on p.id = m.placement_id
      where m.organiser_id = $1 and m.kind = 'present' and m.held_on >= $2::date and m.held_on < $3::date
      group by m.client_id, p.relationship_id, p.service
    )
    select s.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as name, s.service, f.rests, d.days
    from served s
    -- Asked once a relationship, whatever the number of its days.
    cross join lateral (select undecided, rests from relationship_footing(s.relationship_id) offset 0) f
    cross join lateral (select array_agg(on_day order by on_day) as days from unnest(s.days) on_day
      where not f.rests or f.undecided @> on_day) d
    join client_client c on c.id = s.client_id
    where d.days is not null
    order by c.family_name, c.given_names, s.service;

-- writes.ts insertSettlement 26725605
-- records
insert into compensation_line (organiser_id, month_id, correcting, client_id, placement_id, mark_id, kind, party, employer_id, earned_on,
      amount_cents, rate_id, rule, version, reverses_id)
    select $1::uuid, $2::uuid, $3::boolean, l.* from jsonb_to_recordset($4::jsonb) as l(
      client_id uuid, placement_id uuid, mark_id uuid, kind text, party text, employer_id uuid, earned_on date,
      amount_cents int, rate_id uuid, rule text, version int, reverses_id uuid);
