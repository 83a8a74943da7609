-- reads.ts rhythmsOf 808622e9
-- phase text, phaseDays number or null, everyDays number or null, everyDaysAtMost number or null, visitAtRenewal boolean, service text, during daterange
select service, phase, phase_days as "phaseDays", every_days as "everyDays", every_days_at_most as "everyDaysAtMost",
      visit_at_renewal as "visitAtRenewal", during
    from rhythm_rhythm where organiser_id = $1 order by service, phase, lower(during);

-- reads.ts rhythmsFrom 77362790
-- service text, phase text, phaseDays number or null, everyDays number or null, everyDaysAtMost number or null, visitAtRenewal boolean, groupMeetingsAYear number or null, during daterange
select r.service, r.phase, r.phase_days as "phaseDays", r.every_days as "everyDays", r.every_days_at_most as "everyDaysAtMost",
      r.visit_at_renewal as "visitAtRenewal", r.group_meetings_a_year as "groupMeetingsAYear", r.during
    from rhythm_rhythm r join organiser_service s on s.code = r.service
    where r.organiser_id = $1 and (upper(r.during) is null or upper(r.during) > $2::date)
    order by s.place, lower(r.during), r.phase = 'steady';

-- writes.ts replaceRhythm 3c418460
-- records
delete from rhythm_rhythm where organiser_id = $1 and service = $2 and lower(during) >= $3::date;

-- writes.ts replaceRhythm 94f1e449
-- records
update rhythm_rhythm set during = daterange(lower(during), $1::date)
    where organiser_id = $2 and service = $3 and during @> $4::date;

-- writes.ts replaceRhythm 73a6d801
-- records
insert into rhythm_rhythm (organiser_id, service, phase, phase_days, every_days, every_days_at_most, visit_at_renewal,
      group_meetings_a_year, during)
    select $1::uuid, $2, r.phase, r.phase_days, r.every, r.at_most, r.visit, r.meetings, daterange($3::date, null)
    from jsonb_to_recordset($4::jsonb) as r(phase text, phase_days int, every int, at_most int, visit boolean, meetings int);
