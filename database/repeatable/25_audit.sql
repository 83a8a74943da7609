-- Of the audit trail a worker reads one's own rows, and by the functions here what is told of others; whoever writes a row writes it by the gate.
alter table platform_audit enable row level security;
drop policy if exists see on platform_audit;
create policy see on platform_audit for select to kykypolku_app using (
  worker_id = (select app_worker()) and organiser_id = any((select app_organisers())::uuid[]));
drop policy if exists add on platform_audit;
create policy add on platform_audit for insert to kykypolku_app with check (true);

-- Who has looked at a client or changed them, also from another organiser, for whoever may see the client as a whole. It runs with its
-- owner's rights: under the policy the index by client could not be used, and looks from elsewhere would go untold.
create or replace function client_views(client uuid)
  returns table (act text, worker_id uuid, organiser_id uuid, happened_at timestamptz)
  stable security definer set search_path = public, pg_temp language plpgsql as $$
begin
  return query
    select a.act, a.worker_id, a.organiser_id, a.happened_at from platform_audit a
    where a.clients @> array[client]
      and exists (select from client_client c where c.id = client and c.organiser_id = any((select app_organisers())::uuid[])
        and app_sees_whole(c.id));
end $$;

-- Who changed a thing at an instant, within the organiser: of several at one instant the one whose row names the thing.
create or replace function audit_writer(at_instant timestamptz, thing uuid) returns text
  stable security definer set search_path = public, pg_temp language sql as $$
  select w.family_name || ' ' || w.given_name from platform_audit a join worker_worker w on w.id = a.worker_id
  where a.happened_at = at_instant and a.organiser_id = any((select app_organisers())::uuid[])
  order by a.clients @> array[thing] or strpos(a.detail::text, thing::text) > 0 desc, a.id desc limit 1
$$;

-- Sealing reads every organiser's rows, so it is the owner's; the application can add neither a segment nor a seal.
revoke insert on platform_audit_segment, platform_audit_seal from kykypolku_app;
revoke usage, update on sequence platform_audit_height from kykypolku_app;
