-- let-go-on.ts letGoOn 9ff39cc9
-- records
update "coaching_agreed_rhythm" r set during = daterange(lower(r.during), least(upper(before.during), $1::date))
    from (select distinct on (id) id, during, recorded from "coaching_agreed_rhythm_history"
      where relationship_id = $2 and coalesce(upper(during) > $3::date, true) order by id, upper(recorded) desc) before
    where r.id = before.id and upper(r.during) = $4::date and coalesce(upper(before.recorded) >= $5::timestamptz, true);

-- let-go-on.ts letGoOn 9ff39cc9
-- records
update "placement_placement" r set during = daterange(lower(r.during), least(upper(before.during), $1::date))
    from (select distinct on (id) id, during, recorded from "placement_placement_history"
      where relationship_id = $2 and coalesce(upper(during) > $3::date, true) order by id, upper(recorded) desc) before
    where r.id = before.id and upper(r.during) = $4::date and coalesce(upper(before.recorded) >= $5::timestamptz, true);

-- let-go-on.ts letGoOn 9ff39cc9
-- records
update "placement_slot" r set during = daterange(lower(r.during), least(upper(before.during), $1::date))
    from (select distinct on (id) id, during, recorded from "placement_slot_history"
      where placement_id in (select id from placement_placement where relationship_id = $2) and coalesce(upper(during) > $3::date, true) order by id, upper(recorded) desc) before
    where r.id = before.id and upper(r.during) = $4::date and coalesce(upper(before.recorded) >= $5::timestamptz, true);

-- let-go-on.ts letGoOn 9ff39cc9
-- records
update "relationship_case_manager" r set during = daterange(lower(r.during), least(upper(before.during), $1::date))
    from (select distinct on (id) id, during, recorded from "relationship_case_manager_history"
      where client_id = $2 and coalesce(upper(during) > $3::date, true) order by id, upper(recorded) desc) before
    where r.id = before.id and upper(r.during) = $4::date and coalesce(upper(before.recorded) >= $5::timestamptz, true);

-- let-go-on.ts letGoOn 9ff39cc9
-- records
update "relationship_pause" r set during = daterange(lower(r.during), least(upper(before.during), $1::date))
    from (select distinct on (id) id, during, recorded from "relationship_pause_history"
      where relationship_id = $2 and coalesce(upper(during) > $3::date, true) order by id, upper(recorded) desc) before
    where r.id = before.id and upper(r.during) = $4::date and coalesce(upper(before.recorded) >= $5::timestamptz, true);

-- let-go-on.ts letGoOn 9ff39cc9
-- records
update "relationship_relationship" r set during = daterange(lower(r.during), least(upper(before.during), $1::date))
    from (select distinct on (id) id, during, recorded from "relationship_relationship_history"
      where id = $2 and coalesce(upper(during) > $3::date, true) order by id, upper(recorded) desc) before
    where r.id = before.id and upper(r.during) = $4::date and coalesce(upper(before.recorded) >= $5::timestamptz, true);

-- take-time.ts takeTime fa2b7908
-- records
select set_config('statement_timeout', '1h', true);
