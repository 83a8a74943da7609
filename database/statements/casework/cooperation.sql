-- reads.ts linksOn 4eab2993
-- group text, otherService text, state text, note text or null, since date
select service_group as "group", other_service as "otherService", state, note, lower(during) as since from cooperation_link
    where organiser_id = $1 and during @> $2::date order by service_group, other_service;

-- reads.ts cooperationReferralsOf c6de04a7
-- id uuid, service text, otherService text, direction text, madeOn date, outcome text or null, outcomeOn date or null
select id, service, other_service as "otherService", direction, made_on as "madeOn", outcome, outcome_on as "outcomeOn"
    from cooperation_referral where client_id = $1 order by made_on desc, id desc;

-- writes.ts replaceLink 57cd0eb9
-- records
delete from cooperation_link where organiser_id = $1 and service_group = $2
    and other_service = $3 and lower(during) = $4::date;

-- writes.ts replaceLink 5d3e5aba
-- records
update cooperation_link set during = daterange(lower(during), $1::date)
    where organiser_id = $2 and service_group = $3 and other_service = $4
      and during @> $5::date;

-- writes.ts replaceLink 0f372dbb
-- next date or null
select min(lower(during)) as next from cooperation_link
    where organiser_id = $1 and service_group = $2 and other_service = $3
      and lower(during) > $4::date;
