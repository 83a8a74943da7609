-- An activation plan that is held to be interrupted (189/2001 section 5): on which ground and since when, heard and decided by whom, and
-- what was agreed on when it was resumed. It is interrupted until the day on which it goes on.
create table plan_interruption (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  plan_id uuid not null references plan_plan,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  ground text not null check (ground in ('employed', 'enterprise', 'studies')),
  ground_on date not null,
  heard_on date not null,
  decided_on date not null,
  decided_by text not null check (decided_by in ('organiser', 'employment')),
  reason text not null check (reason <> ''),
  agreed text check (agreed <> ''),
  recorded_by_id uuid not null references worker_worker,
  constraint plan_interrupted_once exclude using gist (plan_id with =, during with &&),
  check (heard_on <= decided_on),
  check (ground_on < lower(during)),
  check (upper_inf(during) = (agreed is null))
);
create index on plan_interruption (organiser_id, client_id);
create index on plan_interruption (client_id);
create index on plan_interruption (plan_id);
create index on plan_interruption (recorded_by_id);
select platform.keep_history('plan_interruption');

-- Nobody is marked in rehabilitative work while the plan is interrupted, and no plan is interrupted over days that are marked.
create function attendance_marks_outside_interruption() returns trigger
  security definer set search_path = public, platform, pg_temp language plpgsql as $$
declare
  standing jsonb;
begin
  -- A mark that is being made holds its placement: it is waited for, and then seen.
  perform from placement_placement p where p.client_id = new.client_id and p.service = 'rehabilitative-work' for update;
  select jsonb_agg(jsonb_build_array(d.held_on, d.held_on + 1) order by d.held_on) into standing
    from (select distinct m.held_on from attendance_mark m join placement_placement p on p.id = m.placement_id
      where p.client_id = new.client_id and p.service = 'rehabilitative-work' and m.held <@ new.during
        and not (tg_op = 'UPDATE' and m.held <@ old.during)) d;
  if standing is not null then
    raise exception 'attendance_mark stands on the days of an interruption'
      using errcode = 'foreign_key_violation', table = 'attendance_mark', constraint = 'attendance_mark_outside_interruption', detail = standing::text;
  end if;
  return new;
end $$;
create trigger attendance_mark_outside_interruption before insert or update of during on plan_interruption
  for each row execute function attendance_marks_outside_interruption();

create function attendance_not_interrupted() returns trigger
  security definer set search_path = public, platform, pg_temp language plpgsql as $$
begin
  if exists (select from marked m join placement_placement p on p.id = m.placement_id and p.service = 'rehabilitative-work'
      join plan_interruption i on i.client_id = p.client_id where m.held <@ i.during) then
    raise exception 'attendance_mark stands on the days of an interruption'
      using errcode = 'foreign_key_violation', table = 'attendance_mark', constraint = 'attendance_mark_outside_interruption';
  end if;
  return null;
end $$;
create trigger not_interrupted after insert on attendance_mark referencing new table as marked
  for each statement execute function attendance_not_interrupted();
