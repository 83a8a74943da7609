-- Hands clients over to other case managers from a day on. Whoever shares the letters of surnames anew sees no client by
-- it: the function has its owner's rights, asks who calls, and touches the caller's own organiser alone.
create or replace function relationship_hand_over(moves jsonb, from_on date) returns void
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if not exists (select from worker_post p where p.worker_id = (select app_worker()) and p.organiser_id = any((select app_organisers())::uuid[])
      and p.role in ('administrator', 'manager') and p.during @> (select app_today())) then
    raise exception 'letters are shared by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  create temporary table moving on commit drop as
    select m.id, m.organiser_id, m.client_id, m.during, x.to_id
    from jsonb_to_recordset(moves) as x(client_id uuid, to_id uuid)
    join relationship_case_manager m on m.client_id = x.client_id and m.during @> from_on
    join worker_worker w on w.id = x.to_id and w.organiser_id = m.organiser_id
    where m.organiser_id = any((select app_organisers())::uuid[]);
  -- One who would begin on the very day gives place; the others answer until it.
  update relationship_case_manager m set worker_id = v.to_id from moving v where v.id = m.id and lower(m.during) = from_on;
  update relationship_case_manager m set during = daterange(lower(m.during), from_on)
    from moving v where v.id = m.id and lower(m.during) < from_on;
  insert into relationship_case_manager (organiser_id, client_id, worker_id, during)
    select organiser_id, client_id, to_id, daterange(from_on, upper(during)) from moving where lower(during) < from_on;
  drop table moving;
end $$;

-- Hands over what a worker answers for to others on days: for good where the days have no end, else to stand-ins, and back by
-- itself. Appointments on those days come along. Answers the new rows, by which it can be taken back.
drop function if exists relationship_hand_out(jsonb, daterange);
create or replace function handover_hand_out(moves jsonb, days daterange)
  returns table (id uuid, role text, client_id uuid, from_id uuid, to_id uuid)
  security definer set search_path = public, pg_temp language plpgsql as $$
#variable_conflict use_column
declare
  move record;
  held record;
  rest daterange;
  later daterange;
  made uuid;
begin
  if not worker_may_end() then
    raise exception 'clients are handed over by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  -- As each change of one client waits for the others (turn.ts).
  perform pg_advisory_xact_lock(hashtextextended('client ' || c.client_id, 0)) from (
    select m.client_id from relationship_case_manager m where m.id in (select x.id from jsonb_to_recordset(moves) as x(id uuid))
    union select n.client_id from ownworker_naming n where n.id in (select x.id from jsonb_to_recordset(moves) as x(id uuid))
    union select s.client_id from relationship_responsible s where s.id in (select x.id from jsonb_to_recordset(moves) as x(id uuid))
    order by 1) c;
  for move in select x.id, x.role, x.to_id from jsonb_to_recordset(moves) as x(id uuid, role text, to_id uuid)
  loop
    if move.role = 'case-manager' then
      select m.id, m.organiser_id, m.client_id, null::uuid as relationship_id, null::uuid as group_id, m.worker_id, m.during into held
        from relationship_case_manager m where m.id = move.id and m.organiser_id = any((select app_organisers())::uuid[]) for update;
    elsif move.role = 'own-worker' then
      select n.id, n.organiser_id, n.client_id, null::uuid as relationship_id, null::uuid as group_id, n.worker_id, n.during into held
        from ownworker_naming n where n.id = move.id and n.organiser_id = any((select app_organisers())::uuid[]) for update;
    elsif move.role = 'group-leader' then
      select l.id, l.organiser_id, null::uuid as client_id, null::uuid as relationship_id, l.group_id, l.worker_id, l.during into held
        from worker_group_lead l where l.id = move.id and l.organiser_id = any((select app_organisers())::uuid[]) for update;
    else
      select s.id, s.organiser_id, s.client_id, s.relationship_id, null::uuid as group_id, s.worker_id, s.during into held
        from relationship_responsible s where s.id = move.id and s.role = move.role and s.organiser_id = any((select app_organisers())::uuid[]) for update;
    end if;
    if held.id is null or isempty(held.during * days) then
      raise exception 'nothing to hand over' using errcode = '23503', constraint = 'hand_over_held';
    end if;
    rest := held.during * days;
    perform 1 from worker_post p where p.worker_id = move.to_id for share;
    if move.to_id = held.worker_id or not exists (select from worker_worker w where w.id = move.to_id and w.organiser_id = held.organiser_id)
      or not worker_serves(move.to_id, move.role) @> rest then
      raise exception 'the worker has no such post then' using errcode = '23503', constraint = 'hand_over_to_post';
    end if;
    later := case when upper_inf(rest) then 'empty'::daterange else daterange(upper(rest), upper(held.during)) end;
    made := uuidv7();
    if move.role = 'case-manager' then
      if lower(held.during) < lower(rest) then
        update relationship_case_manager m set during = daterange(lower(held.during), lower(rest)) where m.id = held.id;
      else
        delete from relationship_case_manager m where m.id = held.id;
      end if;
      insert into relationship_case_manager (id, organiser_id, client_id, worker_id, during)
        values (made, held.organiser_id, held.client_id, move.to_id, rest);
      if not isempty(later) then
        insert into relationship_case_manager (organiser_id, client_id, worker_id, during)
          values (held.organiser_id, held.client_id, held.worker_id, later);
      end if;
    elsif move.role = 'own-worker' then
      if lower(held.during) < lower(rest) then
        update ownworker_naming n set during = daterange(lower(held.during), lower(rest)) where n.id = held.id;
      else
        delete from ownworker_naming n where n.id = held.id;
      end if;
      insert into ownworker_naming (id, organiser_id, client_id, worker_id, during)
        values (made, held.organiser_id, held.client_id, move.to_id, rest);
      if not isempty(later) then
        insert into ownworker_naming (organiser_id, client_id, worker_id, during)
          values (held.organiser_id, held.client_id, held.worker_id, later);
      end if;
    elsif move.role = 'group-leader' then
      if lower(held.during) < lower(rest) then
        update worker_group_lead l set during = daterange(lower(held.during), lower(rest)) where l.id = held.id;
      else
        delete from worker_group_lead l where l.id = held.id;
      end if;
      insert into worker_group_lead (id, organiser_id, group_id, worker_id, during)
        values (made, held.organiser_id, held.group_id, move.to_id, rest);
      if not isempty(later) then
        insert into worker_group_lead (organiser_id, group_id, worker_id, during)
          values (held.organiser_id, held.group_id, held.worker_id, later);
      end if;
    else
      if lower(held.during) < lower(rest) then
        update relationship_responsible s set during = daterange(lower(held.during), lower(rest)) where s.id = held.id;
      else
        delete from relationship_responsible s where s.id = held.id;
      end if;
      insert into relationship_responsible (id, organiser_id, client_id, relationship_id, worker_id, role, during)
        values (made, held.organiser_id, held.client_id, held.relationship_id, move.to_id, move.role, rest);
      if not isempty(later) then
        insert into relationship_responsible (organiser_id, client_id, relationship_id, worker_id, role, during)
          values (held.organiser_id, held.client_id, held.relationship_id, held.worker_id, move.role, later);
      end if;
      update coaching_appointment a set worker_id = move.to_id
        where a.relationship_id = held.relationship_id and a.worker_id = held.worker_id and a.due_on <@ rest and a.due_on >= app_today();
    end if;
    return query select made, move.role, held.client_id, held.worker_id, move.to_id;
  end loop;
end $$;

-- By what clients are shared out well: how many each worker answers for, at which workplaces and in which municipalities; where somebody
-- with a protected address lives does not count, since of a worker with one client it would be told.
drop function if exists relationship_load(date);
drop function if exists handover_load(date);
create function handover_load(on_day date)
  returns table (worker_id uuid, clients bigint, workplace_ids uuid[], municipality_codes text[])
  stable security definer set search_path = public, pg_temp language plpgsql as $$
#variable_conflict use_column
begin
  if not worker_may_end() then
    raise exception 'clients are handed over by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  return query
    select a.worker_id, count(distinct a.client_id),
      coalesce(array_agg(distinct p.workplace_id) filter (where p.workplace_id is not null), '{}'),
      coalesce(array_agg(distinct c.municipality_code) filter (where c.municipality_code is not null and not exists (
        select from client_client o join client_protection x on x.client_id = o.id
        where o.person_id = c.person_id and x.during @> (select app_today()))), '{}')
    from (select distinct x.worker_id, x.client_id from placement_answering x
      where x.organiser_id = any((select app_organisers())::uuid[]) and x.during @> on_day) a
    join client_client c on c.id = a.client_id
    left join placement_placement p on p.client_id = a.client_id and p.during @> on_day
    group by a.worker_id;
end $$;

-- Appointments of some workers on days: which would come along, and what they would clash with.
drop function if exists relationship_appointments(uuid[], daterange);
drop function if exists handover_appointments(uuid[], daterange);
create function handover_appointments(workers uuid[], days daterange)
  returns table (worker_id uuid, client_id uuid, relationship_id uuid, due_on date, starts_at time)
  stable security definer set search_path = public, pg_temp language plpgsql as $$
#variable_conflict use_column
begin
  if not worker_may_end() then
    raise exception 'clients are handed over by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  return query
    select a.worker_id, a.client_id, a.relationship_id, a.due_on, a.starts_at from coaching_appointment a
    where a.worker_id = any(workers) and a.due_on <@ days and a.due_on >= app_today() and a.organiser_id = any((select app_organisers())::uuid[]);
end $$;

-- Names workers of relationships from a day on, where a rule no longer lets the group's leader answer.
create or replace function relationship_name_instead(as_role text, namings jsonb, from_on date) returns void
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if not worker_may_end() then
    raise exception 'rules are set by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  if exists (select from jsonb_to_recordset(namings) as x(relationship_id uuid, worker_id uuid)
      left join relationship_relationship r on r.id = x.relationship_id and r.organiser_id = any((select app_organisers())::uuid[])
      left join worker_worker w on w.id = x.worker_id and w.organiser_id = r.organiser_id
      where w.id is null or upper(r.during) <= from_on
        or not worker_serves(x.worker_id, as_role) @> daterange(greatest(lower(r.during), from_on), upper(r.during))) then
    raise exception 'the worker has no such post then' using errcode = '23503', constraint = 'hand_over_to_post';
  end if;
  insert into relationship_responsible (organiser_id, client_id, relationship_id, worker_id, role, during)
    select r.organiser_id, r.client_id, r.id, x.worker_id, as_role, daterange(greatest(lower(r.during), from_on), upper(r.during))
    from jsonb_to_recordset(namings) as x(relationship_id uuid, worker_id uuid)
    join relationship_relationship r on r.id = x.relationship_id;
end $$;

-- Takes away a relationship that never began, with its workers and breaks: without its worker, that worker would no longer see
-- the relationship to delete. Of a client whom the caller sees, of the caller's own organiser; what stands on it keeps it.
create or replace function relationship_take_away(relationship uuid) returns boolean
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  perform from relationship_relationship r
    where r.id = relationship and r.organiser_id = any((select app_organisers())::uuid[]) and app_purpose() = 'case'
      and app_sees_whole(r.client_id)
    for update;
  if not found then
    return false;
  end if;
  delete from relationship_pause p where p.relationship_id = relationship;
  delete from relationship_responsible w where w.relationship_id = relationship;
  delete from relationship_relationship r where r.id = relationship;
  return true;
end $$;

-- Who goes on when a naming is taken back, and on which days: whoever it had ended, as if it had not been, and whoever it had put off.
-- Of a client whom the caller sees, of the caller's own organiser. Whether they still have a post is told, not judged.
drop function if exists handover_goes_on(uuid, text) cascade;
create function handover_goes_on(naming uuid, of_role text)
  returns table (row_id uuid, worker_id uuid, role text, during daterange, lengthens boolean, in_post boolean)
  stable security definer set search_path = public, pg_temp language plpgsql as $$
#variable_conflict use_column
begin
  return query
    with version as (
      select m.id, m.worker_id, of_role as role, m.during, m.recorded, false as past from relationship_case_manager m
        where of_role = 'case-manager' and m.organiser_id = any((select app_organisers())::uuid[]) and app_sees_whole(m.client_id)
          and m.client_id = (select x.client_id from relationship_case_manager x where x.id = naming)
      union all
      select m.id, m.worker_id, of_role, m.during, m.recorded, true from relationship_case_manager_history m
        where of_role = 'case-manager' and m.organiser_id = any((select app_organisers())::uuid[]) and app_sees_whole(m.client_id)
          and m.client_id = (select x.client_id from relationship_case_manager x where x.id = naming)
      union all
      select s.id, s.worker_id, s.role, s.during, s.recorded, false from relationship_responsible s
        where of_role <> 'case-manager' and s.organiser_id = any((select app_organisers())::uuid[]) and app_sees_whole(s.client_id)
          and s.relationship_id = (select x.relationship_id from relationship_responsible x where x.id = naming)
      union all
      select s.id, s.worker_id, s.role, s.during, s.recorded, true from relationship_responsible_history s
        where of_role <> 'case-manager' and s.organiser_id = any((select app_organisers())::uuid[]) and app_sees_whole(s.client_id)
          and s.relationship_id = (select x.relationship_id from relationship_responsible x where x.id = naming)
    ), named as (
      select v.during, f.at, f.during as at_first from version v
      cross join lateral (select lower(w.recorded) as at, w.during from version w where w.id = naming order by lower(w.recorded) limit 1) f
      where v.id = naming and not v.past
    ), piece as (
      -- One who answered as far as the naming did answers now as far as the naming does.
      select v.id, v.worker_id, v.role, lower(v.during) < lower(n.during) as before,
        n.during * daterange(lower(v.during), case when upper_inf(v.during) or upper(v.during) >= upper(n.at_first) then null else upper(v.during) end) as days
      from named n join version v on v.past and v.id <> naming and upper(v.recorded) = n.at
    )
    select coalesce(a.id, p.id), coalesce(a.worker_id, p.worker_id), coalesce(a.role, p.role), p.days, a.id is not null,
      worker_serves(coalesce(a.worker_id, p.worker_id), coalesce(a.role, p.role)) @> p.days
    from piece p cross join named n
    -- Whoever answers on the day before by now, goes on.
    left join version a on p.before and not a.past and a.id <> naming and upper(a.during) = lower(n.during)
    where not isempty(p.days);
end $$;

-- Takes a naming back: who answered before goes on, and gets the appointments of those days. Where one has no post any more it is
-- refused, since nobody would answer.
create or replace function handover_take_back(naming uuid, of_role text) returns boolean
  security definer set search_path = public, pg_temp language plpgsql as $$
declare
  taken record;
  piece record;
begin
  if of_role = 'case-manager' then
    select m.id, m.organiser_id, m.client_id, null::uuid as relationship_id, m.worker_id into taken from relationship_case_manager m
      where m.id = naming and m.organiser_id = any((select app_organisers())::uuid[]) and app_purpose() = 'case' and app_sees_whole(m.client_id) for update;
  else
    select s.id, s.organiser_id, s.client_id, s.relationship_id, s.worker_id into taken from relationship_responsible s
      where s.id = naming and s.organiser_id = any((select app_organisers())::uuid[]) and app_purpose() = 'case'
        and app_sees_whole(s.client_id) for update;
  end if;
  if taken.id is null then
    return false;
  end if;
  create temporary table going_on on commit drop as select * from handover_goes_on(naming, of_role);
  if exists (select from going_on g where not g.in_post) then
    raise exception 'whoever answered before has no post' using errcode = '23503', constraint = 'goes_on_in_post';
  end if;
  if of_role = 'case-manager' then
    delete from relationship_case_manager m where m.id = naming;
  else
    delete from relationship_responsible s where s.id = naming;
  end if;
  for piece in select * from going_on loop
    if of_role = 'case-manager' then
      update relationship_case_manager m set during = m.during + piece.during where piece.lengthens and m.id = piece.row_id;
      insert into relationship_case_manager (organiser_id, client_id, worker_id, during)
        select taken.organiser_id, taken.client_id, piece.worker_id, piece.during where not piece.lengthens;
    else
      update relationship_responsible s set during = s.during + piece.during where piece.lengthens and s.id = piece.row_id;
      insert into relationship_responsible (organiser_id, client_id, relationship_id, worker_id, role, during)
        select taken.organiser_id, taken.client_id, taken.relationship_id, piece.worker_id, piece.role, piece.during where not piece.lengthens;
      update coaching_appointment a set worker_id = piece.worker_id
        where a.relationship_id = taken.relationship_id and a.worker_id = taken.worker_id and a.outcome is null and a.due_on <@ piece.during
          and a.due_on >= app_today();
    end if;
  end loop;
  drop table going_on;
  return true;
end $$;

-- Nobody comes to a client by the word of one who does not work with the client: whoever shares clients out, or hands them over, names
-- oneself and others only with a post in the work itself that serves as what is named, of the client's service task, which a second person
-- confirmed and which holds from the first day of the naming until today. An administrator alone opened clients' files to a
-- manager, whose post serves as an official's. In an act of a client to whom the gate found a relation others are named too, such as a manager; and so may be
-- one who answers already, or did until this or a hand-over to a stand-in.
create or replace function platform.not_by_own_word() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
declare
  answering constant text := case tg_table_name when 'relationship_case_manager' then 'case-manager' when 'ownworker_naming' then 'own-worker'
    else to_jsonb(new) ->> 'role' end;
  task constant text := (select service_task(r.service) from relationship_relationship r where r.id = (to_jsonb(new) ->> 'relationship_id')::uuid);
  before boolean;
begin
  if app_worker() is null or new.worker_id is null or tg_op = 'UPDATE' and old.worker_id = new.worker_id or new.client_id = app_acted_on()
    or (select range_agg(p.during) from worker_post p where p.worker_id = new.worker_id and p.organiser_id = new.organiser_id
        and p.role in ('coach', 'instructor', 'rehabilitative-instructor', 'social-worker') and worker_role_serves(p.role, answering)
        and (task is null or task = any(p.tasks)))
      @> new.during * daterange(lower(new.during), greatest(lower(new.during), app_today()) + 1)
    or exists (select from access_responsible a where a.worker_id = new.worker_id and a.client_id = new.client_id and a.during @> app_today()) then
    return new;
  end if;
  execute format('select exists (select from %I h where h.worker_id = $1 and h.client_id = $2 and upper(h.recorded) > app_now() - access_goes_on() * interval ''1 day'')',
    tg_table_name || '_history') into before using new.worker_id, new.client_id;
  if not before then
    raise exception 'nobody comes to a client by the word of one who does not work with the client' using errcode = '23503', constraint = 'not_by_own_word';
  end if;
  return new;
end $$;
create or replace trigger not_by_own_word before insert or update of worker_id on relationship_responsible
  for each row execute function platform.not_by_own_word();
create or replace trigger not_by_own_word before insert or update of worker_id on relationship_case_manager
  for each row execute function platform.not_by_own_word();
create or replace trigger not_by_own_word before insert or update of worker_id on ownworker_naming
  for each row execute function platform.not_by_own_word();

-- Nor by leading their group: whoever is named its leader has, on some of the days, a post in the work itself of the group's service task,
-- or led it already, or until some days ago. An administrator alone opened clients of another task so.
create or replace function platform.leads_in_task() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if app_worker() is null or new.worker_id is null or new.group_id is null
    or tg_op = 'UPDATE' and old.worker_id = new.worker_id and old.group_id = new.group_id
    or exists (select from worker_post p join organiser_group g on g.id = new.group_id
      where p.worker_id = new.worker_id and p.organiser_id = new.organiser_id and p.during && new.during
        and p.role in ('coach', 'instructor', 'rehabilitative-instructor', 'social-worker') and service_task(g.service) = any(p.tasks))
    or exists (select from worker_group_lead l where l.group_id = new.group_id and l.worker_id = new.worker_id and l.id <> new.id
      and coalesce(upper(l.during) + access_goes_on() > app_today(), true))
    or exists (select from worker_group_lead_history h where h.group_id = new.group_id and h.worker_id = new.worker_id
      and upper(h.recorded) > app_now() - access_goes_on() * interval '1 day') then
    return new;
  end if;
  raise exception 'nobody leads a group of another service task' using errcode = '23503', constraint = 'leads_in_task';
end $$;
create or replace trigger leads_in_task before insert or update of worker_id, group_id on worker_group_lead
  for each row execute function platform.leads_in_task();
