-- One policy for every table with persons, current and old versions alike. Rows of clients whom one sees wholly, for casework, are told
-- first, and all where figures are counted: nothing narrower hides them, and each part that is asked besides costs every table of every
-- statement, and each row of a figure.
-- Measured: as policies of their own the narrower parts made two thirds of the calls of a client's page to find who asks.
do $$
declare
  thing record;
  client text;
  wide text;
  see text;
  of_service text;
  of_task text;
  narrower text[];
begin
  for thing in
    select c.relname as name, c.relname = 'client_client' or c.relname = 'client_client_history' as itself,
      exists (select from pg_attribute where attrelid = c.oid and attname = 'service' and not attisdropped) as of_one_service,
      exists (select from pg_attribute where attrelid = c.oid and attname = 'placement_id' and not attisdropped) as of_a_place,
      (select attname from pg_attribute
        where attrelid = c.oid and not attisdropped and attname in ('service', 'plan_id', 'decision_id', 'referral_id', 'relationship_id', 'placement_id', 'agreement_id')
        order by array_position(array['service', 'plan_id', 'decision_id', 'relationship_id', 'referral_id', 'placement_id', 'agreement_id'], attname::text) limit 1) as key
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and (c.relname in ('client_client', 'client_client_history')
        or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped))
  loop
    client := case when thing.itself then 'id' else 'client_id' end;
    narrower := '{}';

    -- Who instructs or leads a group reads of its clients what is of that service: no benefits and no reason of support, and of plans,
    -- decisions, referrals, relationships, places, agreements, marks, money, contacts and exits those of other services not.
    of_service := null;
    if not thing.itself and thing.name ~ '^(client_benefit|client_reason|referral_referral|assessment_.*|plan_.*|hearing_.*|decision_.*|refusal_.*|rectification_.*|relationship_.*|placement_.*|agreement_.*|attendance_mark|compensation_line|coaching_.*|cooperation_referral|exit_.*|platform_correction)(_history)?$'
      -- Who answers for the client as a whole is whom to call.
      and thing.name !~ '^relationship_case_manager'
    then
      of_service := format('(client_id = (select app_whole_client()) or client_id <> all((select app_narrow())::uuid[])%s)', case
        -- Why something was corrected tells of what was corrected: one reads of one's own corrections.
        when thing.name = 'platform_correction' then ' or worker_id = (select app_worker())'
        when thing.name ~ '^(client|assessment)_' or thing.key is null then ''
        when thing.key = 'service' then ' or service = any((select app_narrow_services())::text[])'
        when thing.key = 'placement_id' then ' or placement_id = any((select app_narrow_placements())::uuid[])'
        -- One letter may tell of several services.
        when thing.name = 'decision_letter' then ' or coalesce(services <@ (select app_narrow_services())::text[], decision_id = any((select app_narrow_decisions())::uuid[]))'
        else format(' or %I = any((select app_narrow_%ss())::uuid[])', thing.key, replace(thing.key, '_id', '')) end);
      narrower := narrower || of_service;
    end if;

    -- Who pays in some of the service tasks reads of a client in several what is of those: places, marks and lines of the ledger.
    of_task := case when thing.itself then null
      when thing.of_one_service then 'service_task(service) = any((select app_paid_tasks())::text[])'
      when thing.of_a_place then 'placement_id in (select unnest(app_paid_placements()))' end;
    of_task := format($p$((select app_purpose()) is distinct from 'money' or (select app_wide()) or %s)$p$, of_task);

    -- Who pays reads what is of the account: nothing of why and how a client is served (457/2024 section 17).
    if not thing.itself and thing.name ~ '^(client_benefit|client_reason|client_representative|referral_referral|assessment_.*|plan_.*|hearing_.*|decision_.*|refusal_.*|rectification_.*|coaching_.*|cooperation_referral|exit_.*)(_history)?$'
    then
      narrower := narrower || $p$(select app_purpose()) is distinct from 'money'$p$::text;
    elsif thing.of_one_service or thing.of_a_place then
      narrower := narrower || of_task;
    end if;

    -- Who supervises reads how the matters go: who the client is, the steps of the matters of the service tasks of the post, and who
    -- answers. Nothing of where one lives, of benefits, reasons, notes, marks, money or papers; and nothing of old versions.
    if not thing.itself and thing.name <> 'client_protection' then
      if thing.name !~ '^(referral_referral|assessment_assessment|plan_(plan|signature)|hearing_hearing|decision_(decision|proposal|notice)|rectification_request|relationship_(relationship|responsible|case_manager|pause)|ownworker_naming|placement_placement|agreement_(agreement|approval)|exit_(exit|transition))$' then
        narrower := narrower || $p$(select app_purpose()) is distinct from 'supervision'$p$::text;
      elsif thing.of_one_service then
        narrower := narrower || $p$((select app_purpose()) is distinct from 'supervision' or service_task(service) = any((select app_supervised_tasks())::text[]))$p$::text;
      end if;
    end if;

    -- Anybody of the organisers at hand, where all of them may be counted, or where officials ask who is a client at all.
    wide := '(select app_wide())' || case when thing.name ~ '^client_(client|protection)(_history)?$' then ' or (select app_official())' else '' end;
    see := format($p$(%1$I = (select app_client()) or %2$s or %1$I = any((select app_other_clients())::uuid[]) or %1$I in (select unnest(app_task_clients())))$p$,
      client, wide);
    execute format('alter table %I enable row level security', thing.name);
    execute format('drop policy if exists see on %I', thing.name);
    execute format($p$create policy see on %1$I for select to kykypolku_app using (organiser_id = any((select app_organisers())::uuid[])
      and (%2$I = (select app_case_client()) or %2$I = any((select app_case_clients())::uuid[]) or (select app_counts()) or %3$s))$p$,
      thing.name, client, array_to_string(see || narrower, ' and '));

    -- The same of what is written, where who writes does not see wholly.
    execute format('drop policy if exists of_account on %I', thing.name);
    execute format('drop policy if exists of_supervision on %I', thing.name);
    execute format('drop policy if exists of_service on %I', thing.name);
    execute format('drop policy if exists of_task on %I', thing.name);
    for of in 1..3 loop
      execute format('drop policy if exists of_service_%s on %I', (array['add', 'alter', 'remove'])[of], thing.name);
      execute format('drop policy if exists of_task_%s on %I', (array['add', 'alter', 'remove'])[of], thing.name);
      continue when thing.name ~ '_history$';
      if of_service is not null then
        execute format('create policy of_service_%s on %I as restrictive for %s to kykypolku_app %s (%s)', (array['add', 'alter', 'remove'])[of], thing.name,
          (array['insert', 'update', 'delete'])[of], case of when 1 then 'with check' else 'using' end, of_service);
      end if;
      if not thing.itself and (thing.of_one_service or thing.of_a_place) then
        execute format('create policy of_task_%s on %I as restrictive for %s to kykypolku_app %s (%s)', (array['add', 'alter', 'remove'])[of], thing.name,
          (array['insert', 'update', 'delete'])[of], case of when 1 then 'with check' else 'using' end, of_task);
      end if;
    end loop;
  end loop;
end $$;

-- Where a protected client lives is hidden however old the row or the paper is: today's protection beats both.
-- A kept paper is any table with a client and a pdf; it is hidden whole, unless it says that it tells no place.
do $$
declare
  thing record;
begin
  for thing in
    select c.oid::regclass::text as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tells_place') as marked
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and (c.relname in ('client_address', 'client_address_history')
        or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id')
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'pdf'))
  loop
    execute format('drop policy if exists place on %s', thing.name);
    execute format('create policy place on %1$s as restrictive for select to kykypolku_app using (%2$s client_id <> all((select app_hidden_places())::uuid[]))',
      thing.name, case when thing.marked then 'not tells_place or' else '' end);
  end loop;
end $$;

-- Rights: everything may be read within the policies; old versions and the ledger are never changed, by right as well as by trigger.
grant select, insert, update, delete on all tables in schema public to kykypolku_app;
grant usage on all sequences in schema public to kykypolku_app;
-- Accounts, sessions, tries and the trail have doors (26_sign_in.sql): hand-written SQL neither reads nor writes them.
revoke all on platform_account, platform_session, platform_attempt, platform_passkey, platform_challenge, platform_entry_key from kykypolku_app;
revoke insert on platform_audit from kykypolku_app;
do $$
declare
  name text;
begin
  for name in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
    and (relname like '%\_history' or relname in ('platform_migration', 'platform_setting', 'worker_role_service'))
  loop
    execute format('revoke insert, update, delete on %I from kykypolku_app', name);
  end loop;
  for name in select t.tgrelid::regclass::text from pg_trigger t where t.tgname = 'append_only'
  loop
    execute format('revoke update, delete on %s from kykypolku_app', name);
  end loop;
end $$;
