-- Who may end what clients hang on, and share their workers anew: such a worker opens no client by it.
drop function if exists organiser_may_end();
create or replace function worker_may_end() returns boolean stable language sql as $$
  select exists (select from worker_post p where p.worker_id = (select app_worker()) and p.organiser_id = any((select app_organisers())::uuid[])
    and p.role in ('administrator', 'manager') and p.during @> (select app_today()));
$$;

-- Whether a post of a role lets one be named in another: as a coach, an official, a case manager, or the leader of a group.
create or replace function worker_role_serves(post_role text, answering_role text) returns boolean immutable language sql as $$
  select case answering_role
    when 'coach' then post_role = 'coach'
    when 'official' then post_role in ('rehabilitative-instructor', 'social-worker', 'manager')
    when 'case-manager' then post_role = 'social-worker'
    when 'group-leader' then post_role in ('coach', 'instructor', 'rehabilitative-instructor', 'social-worker')
    when 'own-worker' then post_role in ('social-worker', 'coach', 'rehabilitative-instructor')
    else true end;
$$;

-- The days on which a worker has such posts: leaving all of them leaves the clients without anybody.
create or replace function worker_serves(worker uuid, answering_role text) returns datemultirange stable language sql as $$
  select coalesce(range_agg(p.during), '{}'::datemultirange) from worker_post p
  where p.worker_id = worker and worker_role_serves(p.role, answering_role);
$$;

-- The clients whom a worker answers for on days of a range. Whoever hands them over opens no client, yet must know whom it
-- concerns: the function has its owner's rights, asks who calls, and tells of the caller's own organiser alone.
drop function if exists organiser_hanging(text, uuid, daterange);
drop function if exists handover_hanging(uuid, daterange);
create function handover_hanging(worker uuid, days daterange)
  returns table (id uuid, client_id uuid, relationship_id uuid, service text, role text, group_id uuid, worker_id uuid, during daterange)
  stable security definer set search_path = public, pg_temp language plpgsql as $$
#variable_conflict use_column
begin
  if not worker_may_end() then
    raise exception 'clients are handed over by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  return query
    select s.id, s.client_id, s.relationship_id, r.service, s.role, null::uuid, s.worker_id, s.during * days
      from relationship_responsible s join relationship_relationship r on r.id = s.relationship_id
      where s.worker_id = worker and s.during && days and s.organiser_id = any((select app_organisers())::uuid[])
    union all
    select m.id, m.client_id, null, null, 'case-manager', null, m.worker_id, m.during * days
      from relationship_case_manager m
      where m.worker_id = worker and m.during && days and m.organiser_id = any((select app_organisers())::uuid[])
    union all
    select n.id, n.client_id, null, null, 'own-worker', null, n.worker_id, n.during * days
      from ownworker_naming n
      where n.worker_id = worker and n.during && days and n.organiser_id = any((select app_organisers())::uuid[])
    union all
    select l.id, p.client_id, p.relationship_id, p.service, 'group-leader', l.group_id, l.worker_id, p.during * l.during * days
      from worker_group_lead l join placement_placement p on p.group_id = l.group_id and p.during && l.during * days
      where l.worker_id = worker and l.during && days and l.organiser_id = any((select app_organisers())::uuid[]);
end $$;

-- Clients of a service whom the leader of their group answers for on the days, and nobody who is named besides.
drop function if exists relationship_led(text, daterange);
drop function if exists handover_led(text, daterange);
create function handover_led(of_service text, days daterange)
  returns table (client_id uuid, relationship_id uuid, service text, during daterange)
  stable security definer set search_path = public, pg_temp language plpgsql as $$
#variable_conflict use_column
begin
  if not worker_may_end() then
    raise exception 'rules are set by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  return query
    select distinct on (r.id) r.client_id, r.id, r.service, r.during * days
    from placement_answering a join relationship_relationship r on r.id = a.relationship_id
    where a.role = 'group-leader' and a.service = of_service and a.during && days and a.organiser_id = any((select app_organisers())::uuid[])
      and not exists (select from relationship_responsible s where s.relationship_id = r.id and s.during @> lower(a.during * days))
    order by r.id;
end $$;

-- What one must know of clients to share them out: names, language, home, workplace. Asked by the same callers, kept in the trail.
drop function if exists organiser_hanging_people(uuid[], date);
drop function if exists handover_people(uuid[], date);
create function handover_people(clients uuid[], on_day date)
  returns table (client_id uuid, name text, birth_on date, language text, municipality_code text, workplace_ids uuid[])
  stable security definer set search_path = public, pg_temp language plpgsql as $$
#variable_conflict use_column
begin
  if not worker_may_end() then
    raise exception 'clients are handed over by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  return query
    select c.id, trim(c.family_name || ' ' || c.given_names), c.birth_on, c.service_language,
      case when exists (select from client_client o join client_protection p on p.client_id = o.id
          where o.person_id = c.person_id and p.during @> (select app_today())) then null else c.municipality_code end,
      array(select distinct p.workplace_id from placement_placement p
        where p.client_id = c.id and p.workplace_id is not null and p.during @> on_day order by 1)
    from client_client c where c.id = any(clients) and c.organiser_id = any((select app_organisers())::uuid[]);
end $$;

-- Nothing ends under clients, and the refusal says under whom: an offering under those who are in it, a group and a unit under
-- those who are placed there. The keys of their periods hold it as well, and say on which days; this one comes first by its name.
create or replace function placement_tell_clients() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
declare
  clients jsonb;
begin
  select jsonb_agg(distinct jsonb_build_object('clientId', x.client_id)) into clients from (
    select r.client_id from relationship_relationship r
      where tg_table_name = 'organiser_offering' and r.offering_id = old.id and not r.during <@ new.during
    union all
    select p.client_id from placement_placement p join organiser_group g on g.id = p.group_id
      where (case tg_table_name when 'organiser_group' then g.id when 'organiser_unit' then g.unit_id end) = old.id
        and not p.during <@ new.during
  ) x;
  if clients is not null then
    raise exception '% has clients', tg_table_name
      using errcode = 'foreign_key_violation', constraint = tg_argv[0], detail = jsonb_build_object('clients', clients)::text;
  end if;
  return new;
end $$;
create or replace trigger clients_hang_on_it before update of during on organiser_offering
  for each row execute function placement_tell_clients('relationship_within_offering');
create or replace trigger clients_hang_on_it before update of during on organiser_unit
  for each row execute function placement_tell_clients('group_within_unit');
create or replace trigger clients_hang_on_it before update of during on organiser_group
  for each row execute function placement_tell_clients('placement_within_group');

-- Days on which somebody leads a group are led by somebody still, where clients are in the group.
create or replace function placement_holds_lead() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
declare
  clients jsonb;
begin
  select jsonb_agg(distinct jsonb_build_object('clientId', p.client_id)) into clients
  from placement_placement p
  where p.group_id = old.group_id and p.during && old.during
    and not (select coalesce(range_agg(l.during), '{}'::datemultirange) from worker_group_lead l where l.group_id = old.group_id)
      @> (p.during * old.during);
  if clients is not null then
    raise exception 'a group with clients is led by somebody'
      using errcode = 'foreign_key_violation', constraint = 'placement_holds_lead', detail = jsonb_build_object('clients', clients)::text;
  end if;
  return null;
end $$;
drop trigger if exists placement_holds_lead on worker_group_lead;
create constraint trigger placement_holds_lead after update or delete on worker_group_lead
  deferrable initially deferred for each row execute function placement_holds_lead();

-- A post does not end under those who are named to its worker, nor under the groups that the worker leads and the letters that the
-- worker holds; other posts of the worker in the same task carry them on. The refusal says whom it concerns.
drop trigger if exists clients_hang_on_it on worker_post;
drop function if exists placement_holds_post();
create or replace function handover_holds_post() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
declare
  refusal text;
  clients jsonb;
begin
  if tg_op = 'UPDATE' and new.role = old.role and new.worker_id = old.worker_id and new.during @> old.during then
    return new;
  end if;
  with held as (
    select s.client_id, null::uuid as group_id, s.during, s.role, 'post_holds_clients' as kind
      from relationship_responsible s where s.worker_id = old.worker_id
    union all
    select m.client_id, null, m.during, 'case-manager', 'post_holds_clients'
      from relationship_case_manager m where m.worker_id = old.worker_id
    union all
    select n.client_id, null, n.during, 'own-worker', 'post_holds_clients'
      from ownworker_naming n where n.worker_id = old.worker_id
    union all
    select null, l.group_id, l.during, 'group-leader', 'post_holds_groups'
      from worker_group_lead l where l.worker_id = old.worker_id
    union all
    select null, null, h.during, 'case-manager', 'post_holds_letters'
      from worker_letter_share h where h.worker_id = old.worker_id
  ), left_over as (
    -- Only days that the post covered before: what was never covered is not this change's doing.
    select h.kind, h.client_id, h.group_id, datemultirange(h.during * old.during)
        - (select coalesce(range_agg(p.during), '{}') from worker_post p
          where p.worker_id = old.worker_id and p.id <> old.id and worker_role_serves(p.role, h.role))
        - case when tg_op = 'UPDATE' and new.worker_id = old.worker_id and worker_role_serves(new.role, h.role)
          then datemultirange(new.during) else '{}' end as days
    from held h
    where worker_role_serves(old.role, h.role) and not isempty(h.during * old.during)
  ), concerned as (
    select l.kind, coalesce(l.client_id, p.client_id) as client_id
    from left_over l left join placement_placement p on p.group_id = l.group_id and l.days && p.during
    where not isempty(l.days)
  )
  select (array_agg(c.kind order by case when c.kind = 'post_holds_clients' then 1 when c.client_id is not null then 2
      when c.kind = 'post_holds_letters' then 3 else 4 end))[1],
    jsonb_agg(distinct jsonb_build_object('clientId', c.client_id)) filter (where c.client_id is not null)
  into refusal, clients from concerned c;
  if refusal is not null then
    raise exception 'the post holds what hangs on it'
      using errcode = 'foreign_key_violation', constraint = refusal, detail = jsonb_build_object('clients', coalesce(clients, '[]'))::text;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
drop trigger if exists post_holds on worker_post;
create or replace trigger clients_hang_on_it before update or delete on worker_post
  for each row execute function handover_holds_post();
drop function if exists platform.post_holds();
