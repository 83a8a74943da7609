-- Who hangs on something that an organiser is about to end: the clients whom a worker answers for, or who are in a group, a
-- unit or an offering, on days of a range. Whoever sets an organiser up opens no client, yet must know whom an end would
-- leave with nobody: the function has its owner's rights, asks who calls, and tells of the caller's own organiser alone.
create or replace function organiser_may_end() returns boolean stable language sql as $$
  select exists (select from worker_post p where p.worker_id = app_worker() and p.organiser_id = any(app_organisers())
    and p.role in ('administrator', 'manager') and p.during @> app_today());
$$;

-- The posts of a worker that let one be named in a role: leaving all of them leaves the clients without anybody.
create or replace function worker_serves(worker uuid, answering_role text) returns datemultirange stable language sql as $$
  select coalesce(range_agg(p.during), '{}'::datemultirange) from worker_post p
  where p.worker_id = worker and case answering_role
    when 'coach' then p.role = 'coach'
    when 'official' then p.role in ('rehabilitative-instructor', 'social-worker', 'manager')
    when 'case-manager' then p.role = 'social-worker'
    else true end;
$$;

drop function if exists organiser_hanging(text, uuid, daterange);
create function organiser_hanging(kind text, thing uuid, days daterange)
  returns table (id uuid, client_id uuid, relationship_id uuid, service text, role text, group_id uuid, worker_id uuid, during daterange)
  stable security definer set search_path = public, pg_temp language plpgsql as $$
#variable_conflict use_column
begin
  if not (organiser_may_end() or (kind = 'group' and exists (select from worker_post p where p.worker_id = app_worker()
      and p.organiser_id = any(app_organisers()) and p.role = 'instructor' and p.during @> app_today()))) then
    raise exception 'what an organiser is set up by is ended by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  if kind = 'worker' then
    return query
      select s.id, s.client_id, s.relationship_id, r.service, s.role, null::uuid, s.worker_id, s.during * days
        from relationship_responsible s join relationship_relationship r on r.id = s.relationship_id
        where s.worker_id = thing and s.during && days and s.organiser_id = any(app_organisers())
      union all
      select m.id, m.client_id, null, null, 'case-manager', null, m.worker_id, m.during * days
        from relationship_case_manager m
        where m.worker_id = thing and m.during && days and m.organiser_id = any(app_organisers())
      union all
      select l.id, p.client_id, p.relationship_id, p.service, 'group-leader', l.group_id, l.worker_id, p.during * l.during * days
        from worker_group_lead l join placement_placement p on p.group_id = l.group_id and p.during && l.during * days
        where l.worker_id = thing and l.during && days and l.organiser_id = any(app_organisers());
  elsif kind in ('group', 'unit') then
    return query
      select p.id, p.client_id, p.relationship_id, p.service, 'placement', p.group_id, null::uuid, p.during * days
        from placement_placement p join organiser_group g on g.id = p.group_id
        where (case kind when 'group' then g.id else g.unit_id end) = thing and p.during && days and p.organiser_id = any(app_organisers());
  elsif kind = 'offering' then
    return query
      select r.id, r.client_id, r.id, r.service, 'relationship', null::uuid, null::uuid, r.during * days
        from relationship_relationship r
        where r.offering_id = thing and r.during && days and r.organiser_id = any(app_organisers());
  end if;
end $$;

-- Clients of a service whom the leader of their group answers for on the days, and nobody who is named besides.
drop function if exists relationship_led(text, daterange);
create function relationship_led(of_service text, days daterange)
  returns table (client_id uuid, relationship_id uuid, service text, during daterange)
  stable security definer set search_path = public, pg_temp language plpgsql as $$
#variable_conflict use_column
begin
  if not organiser_may_end() then
    raise exception 'rules are set by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  return query
    select distinct on (r.id) r.client_id, r.id, r.service, r.during * days
    from relationship_answering a join relationship_relationship r on r.id = a.relationship_id
    where a.role = 'group-leader' and a.service = of_service and a.during && days and a.organiser_id = any(app_organisers())
      and not exists (select from relationship_responsible s where s.relationship_id = r.id and s.during @> lower(a.during * days))
    order by r.id;
end $$;

-- What one must know of clients to share them out: names, language, home, workplace. Asked by the same callers, kept in the trail.
drop function if exists organiser_hanging_people(uuid[], date);
create function organiser_hanging_people(clients uuid[], on_day date)
  returns table (client_id uuid, name text, birth_on date, language text, municipality_code text, workplace_ids uuid[])
  stable security definer set search_path = public, pg_temp language plpgsql as $$
#variable_conflict use_column
begin
  if not organiser_may_end() then
    raise exception 'clients are handed over by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  return query
    select c.id, trim(c.family_name || ' ' || c.given_names), c.birth_on, c.service_language,
      case when exists (select from client_client o join client_protection p on p.client_id = o.id
          where o.person_id = c.person_id and p.during @> app_today()) then null else c.municipality_code end,
      array(select distinct p.workplace_id from placement_placement p
        where p.client_id = c.id and p.workplace_id is not null and p.during @> on_day order by 1)
    from client_client c where c.id = any(clients) and c.organiser_id = any(app_organisers());
end $$;
