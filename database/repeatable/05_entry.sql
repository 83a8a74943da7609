-- Who asks. The server proves each claim to the database by a key that SQL of the application's role cannot read; what the claim opened
-- is kept in settings under a mark of the same key, bound to the transaction, so that nobody writes or brings back another's.
-- The owner's own connections are past row-level security and say who asks by plain settings.

-- HMAC-SHA-256 by the entry key. The key is read anew each time: folded into a plan it could be printed with the plan.
create or replace function platform.keyed_mark(told text) returns bytea stable parallel safe security definer set search_path = pg_catalog, pg_temp
  language plpgsql as $$
declare
  outer_one pg_catalog.bytea;
  inner_one pg_catalog.bytea;
begin
  select outer_half, inner_half into outer_one, inner_one from public.platform_entry_key;
  return sha256(outer_one || sha256(inner_one || convert_to(told, 'UTF8')));
end $$;

-- Refuses whoever has no proof of the server's for just this, on this connection, made in these minutes. A claim is a list of texts,
-- the first of them the door.
create or replace function platform.must_be_proven(proof text, variadic claim text[]) returns void stable security definer
  set search_path = pg_catalog, pg_temp language plpgsql as $$
declare
  made_at text := split_part(proof, '.', 1);
begin
  if session_user = current_user then
    return;
  end if;
  if proof ~ '^\d{13}\.[0-9a-f]{64}$' and abs(extract(epoch from clock_timestamp()) * 1000 - made_at::bigint) < 300000
    and platform.keyed_mark(concat_ws('.', pg_backend_pid(), made_at, array_to_json(claim)::text)) = decode(split_part(proof, '.', 2), 'hex') then
    return;
  end if;
  raise exception 'the server has not proven %', claim[1] using errcode = 'insufficient_privilege';
end $$;

-- A mark of what is kept within this transaction. No two transactions of a connection begin at one instant.
create or replace function platform.mark_kept(kind text, told text) returns text stable parallel safe security definer
  set search_path = pg_catalog, pg_temp language sql as $$
  select encode(platform.keyed_mark(concat_ws('.', kind, extract(epoch from now()), told)), 'hex')
$$;

-- Keeps who asks, as the last word of this transaction on it, and whether that is an official of the organisers, whom policies ask for
-- again and again. What was found for another is asked anew.
create or replace function platform.keep_entry(worker text, organisers text, purpose text, today text, instant text, client text, whole_client text, wide boolean)
  returns void security definer set search_path = pg_catalog, pg_temp language plpgsql as $$
declare
  official constant boolean := purpose in ('case', 'money') and worker <> '' and exists (select from public.worker_post p
    where p.worker_id = worker::uuid and p.role = 'social-worker' and p.organiser_id = any(nullif(organisers, '')::uuid[]) and p.during @> today::date);
  told constant text := concat(worker, '|', organisers, '|', purpose, '|', today, '|', instant, '|', client, '|', whole_client, '|', wide, '|', coalesce(official, false),
    '|', case when purpose = 'case' then whole_client end);
begin
  perform set_config('app.entry', told, true), set_config('app.entry_mark', platform.mark_kept('entry', told), true);
  if session_user = current_user then
    perform set_config('app.worker', worker, true), set_config('app.organisers', organisers, true), set_config('app.purpose', purpose, true),
      set_config('app.today', today, true), set_config('app.now', instant, true), set_config('app.client', client, true),
      set_config('app.whole_client', whole_client, true);
  end if;
end $$;

-- Who asks: worker, organisers, purpose, today, now, the client of the act, the same where all of it may be seen, whether every
-- client may be counted, whether it is an official, and the client of casework of whom everything may be seen (for the owner, who says who
-- asks by plain settings, these two are not kept). Nothing where nobody has entered, or where somebody wrote over what is kept.
-- Every policy asks here, so that it costs little: the mark is reckoned in place, of halves read by themselves (as a row they took half as long again).
create or replace function app_entry() returns text[] stable parallel safe security definer language plpgsql as $$
declare
  -- Types by their schema: else somebody's own, made in passing, would be taken for them.
  told pg_catalog.text := pg_catalog.current_setting('app.entry', true);
  outer_one pg_catalog.bytea;
  inner_one pg_catalog.bytea;
begin
  if session_user operator(pg_catalog.=) current_user then
    return array[current_setting('app.worker', true), current_setting('app.organisers', true), current_setting('app.purpose', true),
      current_setting('app.today', true), current_setting('app.now', true), current_setting('app.client', true), current_setting('app.whole_client', true),
      left((current_setting('app.purpose', true) = 'figures')::text, 1)];
  end if;
  if told is null or told operator(pg_catalog.=) '' then
    return null;
  end if;
  select outer_half, inner_half into outer_one, inner_one from public.platform_entry_key;
  if pg_catalog.encode(pg_catalog.sha256(outer_one operator(pg_catalog.||) pg_catalog.sha256(inner_one operator(pg_catalog.||)
      pg_catalog.convert_to(pg_catalog.concat_ws('.', 'entry', extract(epoch from pg_catalog.now()), told), 'UTF8'))), 'hex')
      operator(pg_catalog.=) pg_catalog.current_setting('app.entry_mark', true) then
    return pg_catalog.string_to_array(told, '|');
  end if;
  return null;
end $$;

create or replace function app_worker() returns uuid stable parallel safe language sql
  return nullif((app_entry())[1], '')::uuid;
create or replace function app_organisers() returns uuid[] stable parallel safe language sql
  return coalesce(nullif((app_entry())[2], '')::uuid[], '{}'::uuid[]);
create or replace function app_purpose() returns text stable parallel safe language sql
  return coalesce(nullif((app_entry())[3], ''), 'none');
create or replace function app_now() returns timestamptz stable parallel safe language sql
  return coalesce(nullif((app_entry())[5], '')::timestamptz, transaction_timestamp());
create or replace function app_today() returns date stable parallel safe language sql
  return coalesce(nullif((app_entry())[4], '')::date, (app_now() at time zone 'Europe/Helsinki')::date);
-- The client whom an act is about, where the gate has found a relation; and where that lets see more than an instructor does. Policies
-- look here first, and at the list of all one's clients only for somebody else's rows.
-- Measured: a client's page spent most of its time in reading that list, once for each table.
create or replace function app_client() returns uuid stable parallel safe language sql
  return nullif((app_entry())[6], '')::uuid;
create or replace function app_whole_client() returns uuid stable parallel safe language sql
  return nullif((app_entry())[7], '')::uuid;
-- The client of an act of casework of whom everything may be seen: policies ask nothing else of this client's rows.
create or replace function app_open() returns uuid stable parallel safe language sql
  return nullif((app_entry())[10], '')::uuid;
-- May every client of the organisers at hand be counted, or summed? Counting is for every signed-in worker; what leaves the organiser is
-- suppressed by the figures. Finance sums months of the ledger; see 20_policies.sql for what it may not read.
create or replace function app_wide() returns boolean stable parallel safe language sql
  return coalesce((app_entry())[8] = 't', false);
-- Does the purpose leave nothing of a client out? Whoever pays or supervises reads of clients what that needs.
create or replace function app_plain() returns boolean stable parallel safe language sql
  return coalesce((app_entry())[3] not in ('money', 'supervision'), true);
-- Does the purpose leave no service task out, in what whoever pays may read; and in what whoever pays may write?
create or replace function app_unlimited() returns boolean stable parallel safe language sql
  return app_plain() or app_wide();
create or replace function app_unlimited_writing() returns boolean stable parallel safe language sql
  return app_purpose() <> 'money' or app_wide();

revoke execute on function platform.keyed_mark(text), platform.must_be_proven(text, text[]), platform.mark_kept(text, text),
  platform.keep_entry(text, text, text, text, text, text, text, boolean) from public;
