-- Who may write what: the gate asks it of each act, and these policies ask it of every statement, so that SQL that is written by hand
-- in an act changes nobody else. What a statement touches besides is held by the policies for reading.

-- Rows of clients: for casework, of the client of the act, of somebody to whom the asker has a relation, or of a newcomer who was
-- registered in this transaction. Accounts are kept for money.
do $$
declare
  thing record;
  may text;
begin
  for thing in
    select c.relname as name, case when c.relname = 'client_client' then 'id' else 'client_id' end as key
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and (c.relname = 'client_client' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped))
  loop
    execute format('drop policy if exists add on %I', thing.name);
    execute format('drop policy if exists alter_own on %I', thing.name);
    execute format('drop policy if exists remove_own on %I', thing.name);
    continue when thing.name ~ '_history$';
    may := format($p$organiser_id = any((select app_organisers())::uuid[]) and ((select app_purpose()) = 'case' and (
      %1$I = (select app_acted_on()) or %1$I = any((select app_clients())::uuid[]) or %1$I in (select unnest((select app_task_clients()))) or app_newcomer(%1$I)))$p$, thing.key);
    if thing.name in ('compensation_line', 'client_benefit', 'travel_way') then
      may := replace(may, $p$((select app_purpose()) = 'case' and ($p$, $p$((select app_purpose()) = 'money' and ((select app_wide())
        or client_id in (select unnest((select app_task_clients())))) or (select app_purpose()) = 'case' and ($p$);
    end if;
    execute format('create policy add on %I for insert to kykypolku_app with check (%s)', thing.name, case thing.name
      -- Nobody has a relation to a newcomer; who keeps the register receives a new matter of anybody who has a record, and opens an ended one.
      when 'client_client' then $p$organiser_id = any((select app_organisers())::uuid[]) and (select app_purpose()) = 'case'
        and (select platform.in_any_role('{coach,rehabilitative-instructor,social-worker}'))$p$
      when 'referral_referral' then may || $p$ or organiser_id = any((select app_organisers())::uuid[]) and (select app_purpose()) = 'case' and (select app_official())
        and exists (select from client_register c where c.id = client_id and c.organiser_id = referral_referral.organiser_id)$p$
      when 'client_opening' then $p$organiser_id = any((select app_organisers())::uuid[]) and (select app_purpose()) = 'case' and (select app_official())
        and exists (select from client_register c where c.id = client_id and c.organiser_id = client_opening.organiser_id)$p$
      else may end);
    execute format('create policy alter_own on %I for update to kykypolku_app using (%s)', thing.name, may);
    execute format('create policy remove_own on %I for delete to kykypolku_app using (%s)', thing.name, may);
  end loop;
end $$;

-- Who only instructs or leads a group writes of its clients what the service at the place needs: days, places, breaks and what is agreed.
do $$
declare
  thing record;
begin
  for thing in
    select c.relname as name
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname !~ '_history$'
      and c.relname !~ '^(attendance_mark|placement_.*|relationship_pause|agreement_.*|coaching_appointment|plan_goal|client_visit|platform_correction)$'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped)
  loop
    for of in 1..3 loop
      execute format('drop policy if exists of_place_%s on %I', (array['add', 'alter', 'remove'])[of], thing.name);
      execute format('create policy of_place_%s on %I as restrictive for %s to kykypolku_app %s (client_id = (select app_whole_client()) or client_id <> all((select app_narrow())::uuid[]))',
        (array['add', 'alter', 'remove'])[of], thing.name, (array['insert', 'update', 'delete'])[of], case of when 1 then 'with check' else 'using' end);
    end loop;
  end loop;
end $$;

-- Why something was corrected is told in one's own name.
drop policy if exists own on platform_correction;
create policy own on platform_correction as restrictive for insert to kykypolku_app with check (worker_id = (select app_worker()));

-- What is no client's: of the own organiser, by the roles that the acts let, in acts that are for no counting. What an organiser is and
-- gives, and what its descriptions answer, everybody reads; employers, prices, rules and what else is its own matter the organiser alone.
do $$
declare
  thing record;
  own text;
  name text;
begin
  for thing in select * from (values
    ('cooperation_link', array['planner', 'manager']),
    ('description_answer', array['planner', 'manager']),
    ('description_description', array['planner', 'manager']),
    ('employer_employer', array['coach', 'rehabilitative-instructor', 'social-worker']),
    ('employer_workplace', array['coach', 'rehabilitative-instructor', 'social-worker']),
    ('organiser_area', array['administrator']),
    ('organiser_group', array['manager', 'administrator']),
    ('organiser_municipality', array['administrator']),
    ('organiser_offering', array['administrator']),
    ('organiser_organiser', array['administrator']),
    ('organiser_provider', array['administrator']),
    ('organiser_rectification_body', array['administrator']),
    ('organiser_unit', array['manager', 'administrator']),
    ('phrase_phrase', array['manager', 'administrator']),
    ('rate_rate', array['finance', 'administrator']),
    ('relationship_allocation_rule', array['manager', 'administrator']),
    ('rhythm_rhythm', array['manager', 'administrator'])) t (name, roles)
  loop
    own := format('(select app_purpose()) in (''case'', ''none'') and (select platform.in_any_role(%L))', thing.roles)
      || case when thing.name = 'organiser_organiser' then ' and id = any((select app_organisers())::uuid[])'
        when thing.name in ('organiser_municipality', 'organiser_provider') then '' else ' and organiser_id = any((select app_organisers())::uuid[])' end;
    execute format('alter table %I enable row level security', thing.name);
    execute format('drop policy if exists see on %I', thing.name);
    execute format('drop policy if exists add on %I', thing.name);
    execute format('drop policy if exists alter_own on %I', thing.name);
    execute format('drop policy if exists remove_own on %I', thing.name);
    execute format('create policy see on %I for select to kykypolku_app using (true)', thing.name);
    if thing.name !~ '^(organiser|description)_' then
      foreach name in array array[thing.name, thing.name || '_history']
      loop
        execute format('alter table %I enable row level security', name);
        execute format('drop policy if exists see on %I', name);
        execute format('create policy see on %I for select to kykypolku_app using (organiser_id = any((select app_organisers())::uuid[]))', name);
      end loop;
    end if;
    execute format('create policy add on %I for insert to kykypolku_app with check (%s)', thing.name, own);
    execute format('create policy alter_own on %I for update to kykypolku_app using (%s)', thing.name, own);
    execute format('create policy remove_own on %I for delete to kykypolku_app using (%s)', thing.name, own);
  end loop;
end $$;

-- A month is closed by whoever pays for all that the organiser gives.
alter table compensation_month enable row level security;
drop policy if exists see on compensation_month;
create policy see on compensation_month for select to kykypolku_app using (organiser_id = any((select app_organisers())::uuid[]));
drop policy if exists add on compensation_month;
create policy add on compensation_month for insert to kykypolku_app with check (organiser_id = any((select app_organisers())::uuid[])
  and closed_by_id = (select app_worker()) and (select app_purpose()) = 'money' and (select app_wide()));

-- What no act writes: law, founding, succession, imports and what the owner keeps.
revoke insert, update, delete on attendance_closed_day, carrying_row, compensation_upkeep, decision_repealed_act, description_import, organiser_membership,
  organiser_recording_gap, organiser_service, organiser_service_basis, organiser_succession, participation_day_length, participation_limit from kykypolku_app;
revoke delete on client_client from kykypolku_app;
revoke insert, delete on organiser_organiser, platform_clock from kykypolku_app;
revoke update, delete on organiser_municipality from kykypolku_app;
