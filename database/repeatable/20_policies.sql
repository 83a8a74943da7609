-- One policy for every table with persons, current and old versions alike.
do $$
declare
  thing record;
  key text;
begin
  for thing in
    select c.oid::regclass::text as name, c.relname = 'client_client' or c.relname = 'client_client_history' as itself
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and (c.relname in ('client_client', 'client_client_history')
        or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped))
  loop
    key := case when thing.itself then 'id' else 'client_id' end;
    execute format('alter table %s enable row level security', thing.name);
    execute format('drop policy if exists see on %s', thing.name);
    execute format('drop policy if exists add on %s', thing.name);
    execute format('drop policy if exists alter_own on %s', thing.name);
    execute format('drop policy if exists remove_own on %s', thing.name);
    execute format($p$create policy see on %1$s for select to kykypolku_app using (
      organiser_id = any((select app_organisers())::uuid[])
      and ((select app_wide()) or %1$s.%2$s = any((select app_clients())::uuid[])))$p$, thing.name, key);
    -- A new row is the gate's matter (a first referral comes before any relation); its organiser is not.
    execute format($p$create policy add on %1$s for insert to kykypolku_app with check (
      organiser_id = any((select app_organisers())::uuid[]) and (select app_purpose()) in ('case', 'money'))$p$, thing.name);
    execute format($p$create policy alter_own on %1$s for update to kykypolku_app using (
      (select app_purpose()) in ('case', 'money')) with check (organiser_id = any((select app_organisers())::uuid[]))$p$, thing.name);
    execute format($p$create policy remove_own on %1$s for delete to kykypolku_app using ((select app_purpose()) in ('case', 'money'))$p$, thing.name);
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
revoke all on platform_account, platform_session, platform_attempt from kykypolku_app;
revoke insert on platform_audit from kykypolku_app;
do $$
declare
  name text;
begin
  for name in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
    and (relname like '%\_history' or relname in ('platform_migration', 'platform_setting'))
  loop
    execute format('revoke insert, update, delete on %I from kykypolku_app', name);
  end loop;
  for name in select t.tgrelid::regclass::text from pg_trigger t where t.tgname = 'append_only'
  loop
    execute format('revoke update, delete on %s from kykypolku_app', name);
  end loop;
end $$;
