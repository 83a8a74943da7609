-- reads.ts ratesDuring 45b30da9
-- id uuid, kind text, employerId uuid or null, amount number, paidHolidayDays number, rule text, during daterange, employer text or null
select r.id, r.kind, r.employer_id as "employerId", e.name as employer, r.amount_cents as amount, r.paid_holiday_days as "paidHolidayDays",
      r.rule, r.during
    from rate_rate r left join employer_employer e on e.id = r.employer_id
    where r.organiser_id = $1 and r.during && $2::daterange
    order by r.kind, e.name, lower(r.during);

-- reads.ts employersOf e6183bfb
-- id uuid, name text
select id, name from employer_employer where organiser_id = $1 order by name, id;

-- writes.ts removeRate 3ce12bb5
-- records
update rate_rate set during = daterange(lower(during), $1::date)
    where organiser_id = $2 and kind = $3 and employer_id is not distinct from $4::uuid
      and upper(during) = $5::date;

-- writes.ts replaceRate 934f0652
-- records
update rate_rate set during = daterange(lower(during), $1::date)
    where organiser_id = $2 and kind = $3 and employer_id is not distinct from $4::uuid
      and during @> $5::date and lower(during) < $6::date;
