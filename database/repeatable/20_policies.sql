-- What may be read of persons: one policy for every table with persons, current and old versions alike. Each question in it is asked
-- once a statement, and made ready each time a statement runs, asked or not: so they are few, in one expression, and the first of them,
-- the client of the act of whom one sees everything, answers for nearly every row.
-- Measured: with a policy for each reason, and with policies that read another table, a page of one client made ready 470 questions.
do $$
declare
  thing record;
  place constant text := 'placement_id in (select unnest((select app_placements_at_hand())))';
  related text;
  of_service text;
  of_purpose text;
  of_task text;
  fields text[];
  row_key text;
begin
  for thing in
    select c.relname as name, c.relname ~ '^client_client(_history)?$' as itself, c.relname ~ '^client_protection(_history)?$' as basic,
      -- Who instructs or leads a group reads of its clients what is of that service: no benefits and no reason of support, and of plans,
      -- decisions, referrals, relationships, places, agreements, marks, money, contacts and exits those of other services not. Who answers
      -- for the client as a whole is whom to call.
      c.relname ~ '^(client_benefit|client_reason|referral_referral|assessment_.*|plan_.*|hearing_.*|decision_.*|refusal_.*|rectification_.*|relationship_.*|placement_.*|agreement_.*|attendance_mark|travel_way|compensation_line|coaching_.*|cooperation_referral|exit_.*)(_history)?$'
        and c.relname !~ '^relationship_case_manager' as by_service,
      -- Who pays reads what is of the account: nothing of why and how a client is served (457/2024 section 17).
      c.relname ~ '^(client_benefit|client_reason|client_representative|referral_referral|assessment_.*|plan_.*|hearing_.*|decision_.*|refusal_.*|rectification_.*|coaching_.*|cooperation_referral|exit_.*)(_history)?$' as no_account,
      -- Who supervises reads how the matters go: who the client is, the steps of the matters of the service tasks of the post, and who
      -- answers. Nothing of where one lives, of benefits, reasons, notes, marks, money or papers; and nothing of old versions.
      c.relname ~ '^(client_client|client_protection|referral_referral|assessment_assessment|plan_(plan|signature|interruption)|hearing_hearing|decision_(decision|proposal|notice)|rectification_request|relationship_(relationship|responsible|case_manager|pause)|ownworker_naming|placement_placement|agreement_(agreement|approval)|exit_(exit|transition))$' as supervised
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and (c.relname in ('client_client', 'client_client_history')
        or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped))
  loop
    fields := array(select attname::text from pg_attribute where attrelid = thing.name::regclass and attnum > 0 and not attisdropped);
    row_key := case when thing.itself then 'id' else 'client_id' end;

    of_service := 'client_id <> all((select app_narrow())::uuid[])' || case
      -- Why something was corrected tells of what was corrected: who instructs or leads a group reads of one's own corrections.
      when thing.name = 'platform_correction' then ' or worker_id = (select app_worker())'
      when not thing.by_service then null
      when thing.name ~ '^(client|assessment)_' then ''
      when 'service' = any(fields) then ' or service = any((select app_narrow_services())::text[])'
      -- One letter may tell of several services.
      when thing.name ~ '^decision_letter' then
        ' or coalesce(services <@ (select app_narrow_services())::text[], decision_id = any((select app_narrow_rows(''decision''))::uuid[]))'
      else coalesce((select format(' or %I = any((select app_narrow_rows(%L))::uuid[])', k || '_id', k)
        from unnest(array['plan', 'decision', 'relationship', 'referral', 'placement', 'agreement']) with ordinality u (k, n)
        where k || '_id' = any(fields) order by n limit 1), '') end;

    -- Who pays in some of the service tasks reads of a client in several what is of those: places, marks and lines of the ledger.
    of_purpose := case
      when thing.no_account and not thing.supervised then '(select app_plain())'
      when 'service' = any(fields) then format('(select %s) or service_task(service) = any((select app_tasks_at_hand(%L, %L))::text[])',
        case when thing.no_account then 'app_plain()' else 'app_unlimited()' end, not thing.no_account, thing.supervised)
      when thing.no_account then '(select app_purpose()) <> ''money'''
      when 'placement_id' = any(fields) and thing.supervised then '(select app_purpose()) <> ''money'' or (select app_wide()) or ' || place
      when 'placement_id' = any(fields) then '(select app_unlimited()) or ' || place
      when not thing.supervised then '(select app_purpose()) <> ''supervision''' end;

    execute format('alter table %I enable row level security', thing.name);
    execute format('drop policy if exists see on %I', thing.name);
    related := format('%1$I.%2$s = (select app_client()) or (select app_wide()) %3$s or %1$I.%2$s = any((select app_clients())::uuid[])
      or %1$I.%2$s in (select unnest((select app_task_clients())))', thing.name, row_key, case when thing.basic then 'or (select app_official())' else '' end);
    execute format('create policy see on %I for select to kykypolku_app using (organiser_id = any((select app_organisers())::uuid[]) and (%s))',
      thing.name, case when of_service is null and of_purpose is null then related
        else format('%I.%s = (select app_open()) or %s', thing.name, row_key,
          concat_ws(' and ', '(' || related || ')', '(' || of_service || ')', '(' || of_purpose || ')')) end);

    -- The same of what is written.
    of_task := case
      when 'service' = any(fields) then '(select app_unlimited_writing()) or service_task(service) = any((select app_paid_tasks())::text[])'
      when 'placement_id' = any(fields) then '(select app_unlimited_writing()) or placement_id in (select unnest((select app_paid_placements())))' end;
    for of in 1..3 loop
      execute format('drop policy if exists reach_%s on %I', (array['add', 'alter', 'remove'])[of], thing.name);
      continue when of_service is null and of_task is null;
      execute format('create policy reach_%s on %I as restrictive for %s to kykypolku_app %s (%s = (select app_open()) or %s)',
        (array['add', 'alter', 'remove'])[of], thing.name, (array['insert', 'update', 'delete'])[of], case of when 1 then 'with check' else 'using' end,
        row_key, concat_ws(' and ', '(' || of_service || ')', '(' || of_task || ')'));
    end loop;
    -- What stood for these before, a policy for each reason.
    for old in 1..4 loop
      execute format('drop policy if exists %s on %I', (array['of_service', 'of_account', 'of_task', 'of_supervision'])[old], thing.name);
    end loop;
  end loop;
end $$;
drop function if exists app_narrow_placements();

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
    execute format('create policy place on %1$s as restrictive for select to kykypolku_app using (%2$s case when client_id = (select app_client())
        then not (select app_client_hidden()) else client_id <> all((select app_hidden_places())::uuid[]) end)',
      thing.name, case when thing.marked then 'not tells_place or' else '' end);
  end loop;
end $$;

-- Rights: everything may be read within the policies; old versions and the ledger are never changed, by right as well as by trigger.
grant select, insert, update, delete on all tables in schema public to kykypolku_app;
grant usage on all sequences in schema public to kykypolku_app;
-- Accounts, sessions, tries and the trail have doors (26_sign_in.sql): hand-written SQL neither reads nor writes them.
revoke all on platform_account, platform_session, platform_attempt, platform_passkey, platform_challenge, platform_entry_key from kykypolku_app;
revoke insert on platform_audit from kykypolku_app;
-- What the relations are found from is everybody's: the application's role reads its own of them, from the views access and access_client.
revoke all on access_matter, access_waiting, access_responsible, access_mate, access_received, access_led, access_official, access_paymaster, access_keeper,
  access_supervisor from kykypolku_app;
do $$
declare
  thing record;
  name text;
begin
  for name in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
    and (relname like '%\_history' or relname in ('platform_migration', 'platform_setting', 'worker_role_service'))
  loop
    execute format('revoke insert, update, delete on %I from kykypolku_app', name);
  end loop;
  -- Views tell: what is written through one that runs with its owner's rights would pass by row-level security.
  for name in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
  loop
    execute format('revoke insert, update, delete on %I from kykypolku_app', name);
  end loop;
  for name in select t.tgrelid::regclass::text from pg_trigger t where t.tgname = 'append_only'
  loop
    execute format('revoke update, delete on %s from kykypolku_app', name);
  end loop;
  -- What tells where somebody with a protected address lives or is reached is told by views alone, which know of whom it is hidden: what
  -- stands instead of the address by client_protected, whom officials read of everybody in the register; where a representative is reached
  -- by client_representative_reach; why a way was agreed on by travel_reason.
  for thing in select * from (values
    ('client_protection', array['contact_instead']),
    ('client_representative', array['phone', 'street', 'postal_code', 'post_office', 'email']),
    ('travel_way', array['reason'])) t (name, hidden)
  loop
    foreach name in array array[thing.name, thing.name || '_history']
    loop
      execute format('revoke select on %I from kykypolku_app', name);
      execute format('grant select (%s) on %I to kykypolku_app', (select string_agg(quote_ident(attname), ', ') from pg_attribute
        where attrelid = name::regclass and attnum > 0 and not attisdropped and attname <> all(thing.hidden)), name);
    end loop;
  end loop;
end $$;
