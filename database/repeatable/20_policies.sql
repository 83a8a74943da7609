-- One policy for every table with persons, current and old versions alike.
do $$
declare
  thing record;
  key text;
begin
  for thing in
    select c.oid::regclass::text as name, c.relname = 'client_client' or c.relname = 'client_client_history' as itself,
      c.relname ~ '^client_(client|protection)(_history)?$' as basic
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and (c.relname in ('client_client', 'client_client_history')
        or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped))
  loop
    key := case when thing.itself then 'id' else 'client_id' end;
    execute format('alter table %s enable row level security', thing.name);
    execute format('drop policy if exists see on %s', thing.name);
    execute format($p$create policy see on %1$s for select to kykypolku_app using (
      organiser_id = any((select app_organisers())::uuid[])
      and (%1$s.%2$s = (select app_client()) or (select app_wide()) %3$s or %1$s.%2$s = any((select app_clients())::uuid[])
        or %1$s.%2$s in (select unnest(app_task_clients()))))$p$, thing.name, key, case when thing.basic then 'or (select app_official())' else '' end);
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

-- Who instructs or leads a group reads of its clients what is of that service: no benefits and no reason of support, and of plans,
-- decisions, referrals, relationships, places, agreements, marks, money, contacts and exits those of other services not.
do $$
declare
  thing record;
begin
  for thing in
    select c.relname as name, a.column_name as key
    from pg_class c
    left join lateral (
      select attname as column_name from pg_attribute
      where attrelid = c.oid and not attisdropped and attname in ('service', 'plan_id', 'decision_id', 'referral_id', 'relationship_id', 'placement_id', 'agreement_id')
      order by array_position(array['service', 'plan_id', 'decision_id', 'relationship_id', 'referral_id', 'placement_id', 'agreement_id'], attname::text) limit 1) a on true
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname ~ '^(client_benefit|client_reason|referral_referral|assessment_.*|plan_.*|hearing_.*|decision_.*|refusal_.*|rectification_.*|relationship_.*|placement_.*|agreement_.*|attendance_mark|compensation_line|coaching_.*|cooperation_referral|exit_.*)(_history)?$'
      -- Who answers for the client as a whole is whom to call.
      and c.relname !~ '^relationship_case_manager'
      and exists (select from pg_attribute where attrelid = c.oid and attname = 'client_id' and not attisdropped)
  loop
    execute format('drop policy if exists of_service on %I', thing.name);
    execute format('create policy of_service on %I as restrictive to kykypolku_app using (client_id = (select app_whole_client()) or client_id <> all((select app_narrow())::uuid[])%s)',
      thing.name, case
        when thing.name ~ '^(client|assessment)_' or thing.key is null then ''
        when thing.key = 'service' then ' or service = any((select app_narrow_services())::text[])'
        when thing.key = 'placement_id' then ' or placement_id = any((select app_narrow_placements())::uuid[])'
        -- One letter may tell of several services.
        when thing.name = 'decision_letter' then ' or coalesce(services <@ (select app_narrow_services())::text[],
          exists (select from decision_decision t where t.id = decision_id and t.service = any((select app_narrow_services())::text[])))'
        -- The agreement's own policy asks of its place.
        when thing.key = 'agreement_id' then ' or exists (select from agreement_agreement t where t.id = agreement_id)'
        else format(' or exists (select from %s t where t.id = %I and t.service = any((select app_narrow_services())::text[]))',
          case thing.key when 'plan_id' then 'plan_plan' when 'decision_id' then 'decision_decision' when 'referral_id' then 'referral_referral'
            else 'relationship_relationship' end, thing.key) end);
  end loop;
end $$;

-- Why something was corrected tells of what was corrected: who instructs or leads a group reads of one's own corrections.
drop policy if exists of_service on platform_correction;
create policy of_service on platform_correction as restrictive to kykypolku_app
  using (client_id = (select app_whole_client()) or client_id <> all((select app_narrow())::uuid[]) or worker_id = (select app_worker()));

-- Who pays reads what is of the account: nothing of why and how a client is served (457/2024 section 17).
do $$
declare
  name text;
begin
  for name in
    select c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname ~ '^(client_benefit|client_reason|client_representative|referral_referral|assessment_.*|plan_.*|hearing_.*|decision_.*|refusal_.*|rectification_.*|coaching_.*|cooperation_referral|exit_.*)(_history)?$'
      and exists (select from pg_attribute where attrelid = c.oid and attname = 'client_id' and not attisdropped)
  loop
    execute format('drop policy if exists of_account on %I', name);
    execute format($p$create policy of_account on %I as restrictive for select to kykypolku_app using ((select app_purpose()) is distinct from 'money')$p$, name);
  end loop;
end $$;

-- Who pays in some of the service tasks reads of a client in several what is of those: places, marks and lines of the ledger.
do $$
declare
  thing record;
begin
  for thing in
    select c.relname as name, a.attname as key
    from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity and a.attname in ('service', 'placement_id')
      and exists (select from pg_attribute where attrelid = c.oid and attname = 'client_id' and not attisdropped)
      and not (a.attname = 'placement_id' and exists (select from pg_attribute where attrelid = c.oid and attname = 'service' and not attisdropped))
  loop
    execute format('drop policy if exists of_task on %I', thing.name);
    execute format($p$create policy of_task on %I as restrictive to kykypolku_app using ((select app_purpose()) is distinct from 'money'
      or (select app_wide()) or %s)$p$, thing.name, case thing.key
        when 'service' then 'service_task(service) = any((select app_paid_tasks())::text[])'
        else 'placement_id in (select unnest(app_paid_placements()))' end);
  end loop;
end $$;

-- Who supervises reads how the matters go: who the client is, the steps of the matters of the service tasks of the post, and who answers.
-- Nothing of where one lives, of benefits, reasons, notes, marks, money or papers; and nothing of old versions.
do $$
declare
  thing record;
begin
  for thing in
    select c.relname as name, exists (select from pg_attribute where attrelid = c.oid and attname = 'service' and not attisdropped) as of_service
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity and c.relname not in ('client_client', 'client_protection')
      and exists (select from pg_attribute where attrelid = c.oid and attname = 'client_id' and not attisdropped)
  loop
    execute format('drop policy if exists of_supervision on %I', thing.name);
    execute format($p$create policy of_supervision on %I as restrictive for select to kykypolku_app using ((select app_purpose()) is distinct from 'supervision'%s)$p$,
      thing.name, case
        when thing.name !~ '^(referral_referral|assessment_assessment|plan_(plan|signature|interruption)|hearing_hearing|decision_(decision|proposal|notice)|rectification_request|relationship_(relationship|responsible|case_manager|pause)|ownworker_naming|placement_placement|agreement_(agreement|approval)|exit_(exit|transition))$' then ''
        when thing.of_service then ' or service_task(service) = any((select app_supervised_tasks())::text[])'
        else ' or true' end);
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
