-- The marked days of a placement put together, 62 of them to a row, as bits counted from the first: a county's month has a quarter of a
-- million marks, and takes a fifth of the time to reckon with where each of its 17,000 placements is one row. As known at app.known_at,
-- each way put together by itself: together with old versions each mark would pass through what puts the two beside each other.
drop function if exists attendance_days_in(uuid, date, date) cascade;
create function attendance_days_in(organiser uuid, from_on date, until_on date)
  returns table (placement_id uuid, start_on date, marked bigint, present bigint, meals bigint) stable language sql as $$
  select k.placement_id, from_on + 62 * ((k.held_on - from_on) / 62), bit_or(1::bigint << ((k.held_on - from_on) % 62)),
    coalesce(bit_or(1::bigint << ((k.held_on - from_on) % 62)) filter (where k.kind = 'present'), 0),
    coalesce(bit_or(1::bigint << ((k.held_on - from_on) % 62)) filter (where k.kind = 'present' and k.meal), 0)
  from attendance_mark k
  where (select app_known_at()) is null and k.organiser_id = organiser and k.held_on >= from_on and k.held_on < until_on
  group by k.placement_id, (k.held_on - from_on) / 62
  union all
  select k.placement_id, from_on + 62 * ((k.held_on - from_on) / 62), bit_or(1::bigint << ((k.held_on - from_on) % 62)),
    coalesce(bit_or(1::bigint << ((k.held_on - from_on) % 62)) filter (where k.kind = 'present'), 0),
    coalesce(bit_or(1::bigint << ((k.held_on - from_on) % 62)) filter (where k.kind = 'present' and k.meal), 0)
  from known_attendance_mark k
  where (select app_known_at()) is not null and k.organiser_id = organiser and k.held_on >= from_on and k.held_on < until_on
  group by k.placement_id, (k.held_on - from_on) / 62
$$;

-- How many days such a row has.
create or replace function attendance_row_days() returns int immutable parallel safe language sql return 62;

-- The days of a range among those bits.
create or replace function attendance_bits(during daterange, start_on date) returns bigint immutable parallel safe language sql
  return case when isempty(during) then 0::bigint else
    ((1::bigint << least(greatest(coalesce(upper(during) - start_on, 62), 0), 62)) - 1)
      & ~((1::bigint << least(greatest(coalesce(lower(during) - start_on, 0), 0), 62)) - 1) end;

create or replace function attendance_bits(during datemultirange, start_on date) returns bigint immutable parallel safe language sql
  return (select coalesce(bit_or(attendance_bits(one, start_on)), 0) from unnest(during) one);
