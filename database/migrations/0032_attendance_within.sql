-- A mark lies within its placement: none ends under days that were attended, and no day is attended outside one.

-- What a table makes of its other columns says nothing new: an update that leaves those as they were makes no old version.
create or replace function platform.keep_version() returns trigger
  security definer set search_path = public, platform, pg_temp language plpgsql as $$
declare
  instant timestamptz := app_now();
  known_from timestamptz := lower(old.recorded);
begin
  if tg_op = 'UPDATE' and to_jsonb(old) - 'recorded' - coalesce(tg_argv::text[], '{}')
      = to_jsonb(new) - 'recorded' - coalesce(tg_argv::text[], '{}') then
    new.recorded := old.recorded;
    return new;
  end if;
  -- A version that was corrected within the instant in which it was written was never known to anybody.
  if known_from < instant then
    old.recorded := tstzrange(known_from, instant);
    execute format('insert into %I.%I select ($1).*', tg_table_schema, tg_table_name || '_history') using old;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  new.recorded := tstzrange(greatest(instant, known_from), null);
  return new;
end $$;

-- Says which days stand in the way when a row that others lie within is shortened or taken away. The key of that name
-- holds it in any case, but names only the row.
create function platform.tell_what_stands() returns trigger
  security definer set search_path = public, platform, pg_temp language plpgsql as $$
declare
  child constant text := tg_argv[0];
  reference constant text := tg_argv[1];
  period constant text := tg_argv[2];
  standing jsonb;
begin
  execute format('select jsonb_agg(jsonb_build_array(lower(d.days), upper(d.days)) order by lower(d.days), upper(d.days))
      from (select distinct %2$I as days from %1$I where %3$I = $1 and not %2$I <@ $2) d', child, period, reference)
    into standing using old.id, case when tg_op = 'DELETE' then 'empty'::daterange else new.during end;
  if standing is not null then
    raise exception '% stands on %', child, tg_table_name
      using errcode = 'foreign_key_violation', table = child, constraint = tg_argv[3], detail = standing::text;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

-- Holds that rows of a table lie within the days of the row that they refer to: by a key, and by words for what stands in the way.
create function platform.hold_within(child regclass, reference text, period text, parent regclass, name text) returns void
  language plpgsql as $$
begin
  execute format('alter table %s add constraint %I foreign key (%I, period %I) references %s (id, period during)',
    child, name, reference, period, parent);
  execute format('create trigger %I before update of during or delete on %s for each row execute function platform.tell_what_stands(%L, %L, %L, %L)',
    name, parent, child, reference, period, name);
end $$;

-- Marks of before that lie outside their placement go to the client's placement of the same service that has the day;
-- where there is none they are taken back: their old version stays, and what was paid for them waits as a correction.
do $$
declare
  mark record;
  right_id uuid;
begin
  for mark in
    select m.id, m.client_id, m.placement_id, m.held_on, p.service, p.relationship_id
    from attendance_mark m join placement_placement p on p.id = m.placement_id where not p.during @> m.held_on
    order by m.held_on, m.id
  loop
    select p.id into right_id from placement_placement p
      where p.client_id = mark.client_id and p.service = mark.service and p.during @> mark.held_on
        and not exists (select from attendance_mark o where o.placement_id = p.id and o.held_on = mark.held_on)
      order by p.relationship_id = mark.relationship_id desc, p.id limit 1;
    if found then
      update attendance_mark set placement_id = right_id where id = mark.id;
    else
      delete from attendance_mark where id = mark.id;
    end if;
  end loop;
end $$;

alter table attendance_mark add column held daterange not null generated always as (daterange(held_on, held_on + 1)) stored;
alter table attendance_mark_history add column held daterange;
update attendance_mark_history set held = daterange(held_on, held_on + 1);
alter table attendance_mark_history alter column held set not null;
drop trigger keep_version on attendance_mark;
create trigger keep_version before update or delete on attendance_mark for each row execute function platform.keep_version('held');

alter table attendance_mark drop constraint attendance_mark_placement_id_fkey;
select platform.hold_within('attendance_mark', 'placement_id', 'held', 'placement_placement', 'attendance_mark_within_placement');

-- Nobody is marked on the days of an agreed break, and no break is agreed over days that are marked. What was so before stays.
create function attendance_marks_outside_pause() returns trigger
  security definer set search_path = public, platform, pg_temp language plpgsql as $$
declare
  standing jsonb;
begin
  -- A mark that is being made holds its placement: it is waited for, and then seen.
  perform from placement_placement p where p.relationship_id = new.relationship_id for update;
  select jsonb_agg(jsonb_build_array(d.held_on, d.held_on + 1) order by d.held_on) into standing
    from (select distinct m.held_on from attendance_mark m join placement_placement p on p.id = m.placement_id
      where p.relationship_id = new.relationship_id and m.held <@ new.during and not (tg_op = 'UPDATE' and m.held <@ old.during)) d;
  if standing is not null then
    raise exception 'attendance_mark stands on the days of a break'
      using errcode = 'foreign_key_violation', table = 'attendance_mark', constraint = 'attendance_mark_outside_pause', detail = standing::text;
  end if;
  return new;
end $$;
create trigger attendance_mark_outside_pause before insert or update of during on relationship_pause
  for each row execute function attendance_marks_outside_pause();

create function attendance_not_paused() returns trigger
  security definer set search_path = public, platform, pg_temp language plpgsql as $$
begin
  if exists (select from marked m join placement_placement p on p.id = m.placement_id
      join relationship_pause a on a.relationship_id = p.relationship_id where m.held <@ a.during) then
    raise exception 'attendance_mark stands on the days of a break'
      using errcode = 'foreign_key_violation', table = 'attendance_mark', constraint = 'attendance_mark_outside_pause';
  end if;
  return null;
end $$;
create trigger not_paused after insert on attendance_mark referencing new table as marked
  for each statement execute function attendance_not_paused();
