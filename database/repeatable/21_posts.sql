-- Who may give posts, and what follows from posts: the database holds it too, since a post opens clients. Founding an organiser, the
-- operator and carrying over are the owner's, and pass these policies by.

-- The roles whose post opens clients, or lets its holder open them to others; the same as confirmedRoles of the room.
create or replace function worker_opens_clients(role text) returns boolean immutable parallel safe language sql return role <> 'planner';

-- A post as it stands, and as it stood until some days ago: what it opened then may come back without a second person.
create or replace function worker_post_held(post uuid)
  returns table (worker_id uuid, role text, unit_id uuid, team text, tasks text[], during daterange) stable language sql as $$
  select p.worker_id, p.role, p.unit_id, p.team, p.tasks, p.during from worker_post p where p.id = post
  union all
  select h.worker_id, h.role, h.unit_id, h.team, h.tasks, h.during from worker_post_history h
  where h.id = post and upper(h.recorded) > (select app_now()) - access_goes_on() * interval '1 day'
$$;

-- May whoever asks let this post hold? Never one's own, and only of one's own organiser. An administrator gives what opens no client, or
-- nothing that was not held until some days ago; the rest holds by a request that another asked for and whoever asks has confirmed at this instant.
create or replace function worker_may_give_post(post_id uuid, worker uuid, organiser uuid, of_role text, unit uuid, of_team text, of_tasks text[], days daterange)
  returns boolean stable security definer set search_path = public, pg_temp language sql as $$
  select organiser = any(app_organisers()) and worker is distinct from app_worker()
    and exists (select from worker_worker w where w.id = worker and w.organiser_id = organiser)
    and (app_in_role('administrator') and (not worker_opens_clients(of_role) or exists (
        select from worker_post_held(post_id) h
        where h.worker_id = worker and h.role = of_role and h.unit_id is not distinct from unit and h.team is not distinct from of_team
          and of_tasks <@ h.tasks and days <@ h.during))
      or (app_in_role('administrator') or app_in_role('manager')) and exists (
        select from worker_post_request q
        where q.worker_id = worker and q.organiser_id = organiser and (q.post_id = post_id or q.post_id is null)
          and q.outcome = 'confirmed' and q.decided_by_id = app_worker() and q.decided_at = app_now() and q.asked_by_id <> app_worker()
          and q.post::jsonb ->> 'role' = of_role and (q.post::jsonb ->> 'unitId')::uuid is not distinct from unit
          and q.post::jsonb ->> 'team' is not distinct from of_team
          and of_tasks <@ array(select jsonb_array_elements_text(coalesce(q.post::jsonb -> 'tasks', '["disability", "working-age"]')))
          and days <@ daterange((q.post::jsonb -> 'during' ->> 'from')::date, (q.post::jsonb -> 'during' ->> 'to')::date)))
$$;

alter table worker_post enable row level security;
drop policy if exists see on worker_post;
create policy see on worker_post for select to kykypolku_app using (true);
drop policy if exists add on worker_post;
create policy add on worker_post for insert to kykypolku_app with check (
  worker_may_give_post(null, worker_id, organiser_id, role, unit_id, team, tasks, during));
drop policy if exists alter_own on worker_post;
create policy alter_own on worker_post for update to kykypolku_app
  using (organiser_id = any((select app_organisers())::uuid[]) and worker_id <> (select app_worker()))
  with check (worker_may_give_post(id, worker_id, organiser_id, role, unit_id, team, tasks, during));

-- A post that waits is asked for by an administrator in one's own name, and decided in one's own name; what was decided stands.
alter table worker_post_request enable row level security;
drop policy if exists see on worker_post_request;
create policy see on worker_post_request for select to kykypolku_app using (organiser_id = any((select app_organisers())::uuid[]));
drop policy if exists add on worker_post_request;
create policy add on worker_post_request for insert to kykypolku_app with check (
  organiser_id = any((select app_organisers())::uuid[]) and asked_by_id = (select app_worker()) and outcome is null
  and (select app_in_role('administrator')));
drop policy if exists alter_own on worker_post_request;
create policy alter_own on worker_post_request for update to kykypolku_app
  using (organiser_id = any((select app_organisers())::uuid[]) and outcome is null
    and ((select app_in_role('administrator')) or (select app_in_role('manager'))))
  with check (decided_by_id = (select app_worker()) and outcome is not null);

-- What is asked of a post stands as it was asked: who confirms it confirms that.
create or replace function platform.request_stands() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - '{outcome,decided_by_id,decided_at}'::text[]) <> (to_jsonb(old) - '{outcome,decided_by_id,decided_at}'::text[]) then
    raise exception 'a post is confirmed as it was asked for' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create or replace trigger request_stands before update on worker_post_request for each row execute function platform.request_stands();

-- Who may lead groups, share letters and decide: in one's own organiser, by whoever the acts let.
do $$
declare
  thing record;
  name text;
begin
  for thing in select * from (values
    ('worker_worker', array['administrator']),
    ('worker_group_lead', array['instructor', 'manager', 'administrator']),
    ('worker_letter_share', array['manager', 'administrator']),
    ('worker_deciding_right', array['manager', 'administrator'])) t (name, roles)
  loop
    execute format('alter table %I enable row level security', thing.name);
    execute format('drop policy if exists see on %I', thing.name);
    execute format('drop policy if exists add on %I', thing.name);
    execute format('drop policy if exists alter_own on %I', thing.name);
    execute format('drop policy if exists remove_own on %I', thing.name);
    execute format('create policy see on %I for select to kykypolku_app using (true)', thing.name);
    if thing.name in ('worker_letter_share', 'worker_deciding_right') then
      foreach name in array array[thing.name, thing.name || '_history']
      loop
        execute format('alter table %I enable row level security', name);
        execute format('drop policy if exists see on %I', name);
        execute format('create policy see on %I for select to kykypolku_app using (organiser_id = any((select app_organisers())::uuid[]))', name);
      end loop;
    end if;
    execute format('create policy add on %I for insert to kykypolku_app with check (organiser_id = any((select app_organisers())::uuid[]) and (select platform.in_any_role(%L)))',
      thing.name, thing.roles);
    execute format('create policy alter_own on %I for update to kykypolku_app using (organiser_id = any((select app_organisers())::uuid[]) and (select platform.in_any_role(%L))) with check (organiser_id = any((select app_organisers())::uuid[]))',
      thing.name, thing.roles);
    execute format('create policy remove_own on %I for delete to kykypolku_app using (organiser_id = any((select app_organisers())::uuid[]) and (select platform.in_any_role(%L)))',
      thing.name, thing.roles);
  end loop;
end $$;

-- Whoever leads a group sees its clients: it is led by those whose posts open clients anyhow, on some of its days.
do $$
begin
  for of in 1..2 loop
    execute format('drop policy if exists serves_%s on worker_group_lead', (array['add', 'alter'])[of]);
    execute format('create policy serves_%s on worker_group_lead as restrictive for %s to kykypolku_app %s with check (worker_id is null or exists (select from worker_post p
      where p.worker_id = worker_group_lead.worker_id and p.organiser_id = worker_group_lead.organiser_id and p.during && worker_group_lead.during
        and p.role = any(array[''coach'', ''instructor'', ''rehabilitative-instructor'', ''social-worker''])))',
      (array['add', 'alter'])[of], (array['insert', 'update'])[of], (array['', 'using (true)'])[of]);
  end loop;
end $$;

-- Instructors agree on the turns where they work: in groups of a unit where one has a post today or leads, now or later. Turns that give
-- place in this transaction count, since one's own are planned anew, too. Without it one came to the clients of any group by one's own word.
create or replace function worker_works_at_group(of_group uuid) returns boolean stable security definer set search_path = public, pg_temp language sql as $$
  select exists (select from organiser_group g where g.id = of_group and g.organiser_id = any((select app_organisers())::uuid[]) and (
    exists (select from worker_post p where p.worker_id = (select app_worker()) and p.unit_id = g.unit_id and p.during @> (select app_today()))
    or exists (select from (select group_id, worker_id, during from worker_group_lead
        union all select group_id, worker_id, during from worker_group_lead_history where xmin = pg_current_xact_id_if_assigned()::xid) l
      join organiser_group o on o.id = l.group_id
      where l.worker_id = (select app_worker()) and o.unit_id = g.unit_id and coalesce(upper(l.during) > (select app_today()), true))))
$$;
do $$
declare
  held constant text := '(group_id is null or (select platform.in_any_role(''{manager,administrator}'')) or worker_works_at_group(group_id))';
begin
  drop policy if exists at_unit_add on worker_group_lead;
  drop policy if exists at_unit_alter on worker_group_lead;
  drop policy if exists at_unit_remove on worker_group_lead;
  execute 'create policy at_unit_add on worker_group_lead as restrictive for insert to kykypolku_app with check ' || held;
  execute 'create policy at_unit_alter on worker_group_lead as restrictive for update to kykypolku_app using ' || held || ' with check ' || held;
  execute 'create policy at_unit_remove on worker_group_lead as restrictive for delete to kykypolku_app using ' || held;
end $$;

-- A right to decide is given by an administrator, to a post that is not one's own; whoever confirms a post fits it to its days.
drop policy if exists given on worker_deciding_right;
create policy given on worker_deciding_right as restrictive for insert to kykypolku_app with check (
  (select app_in_role('administrator')) and exists (select from worker_post p where p.id = post_id and p.worker_id <> (select app_worker())));

-- Who opens an ended client opens it for oneself, today.
drop policy if exists own on client_opening;
create policy own on client_opening as restrictive for insert to kykypolku_app with check (
  worker_id = (select app_worker()) and opened_at <= (select app_now()) and (select app_official()));

-- Tries whether a post that is asked for could hold, so that what stands in its way is told at once; nothing of it stays.
create or replace function worker_try_post(worker uuid, organiser uuid, of_role text, unit uuid, of_team text, days daterange) returns void
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if session_user <> current_user and not (organiser = any(app_organisers()) and app_in_role('administrator')) then
    raise exception 'posts are asked for by administrators' using errcode = 'insufficient_privilege';
  end if;
  begin
    insert into worker_post (worker_id, organiser_id, role, unit_id, team, during) values (worker, organiser, of_role, unit, of_team, days);
    raise exception 'only tried' using errcode = 'KYTRY';
  exception when sqlstate 'KYTRY' then
    return;
  end;
end $$;
