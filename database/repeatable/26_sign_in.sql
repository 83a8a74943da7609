-- Accounts, sessions and tries are nobody's to read by SQL of the application's role: the server signs in and out by these doors alone,
-- and each asks for its proof of just what is asked (05_entry.sql). They run with their owner's rights. A worker's account is changed
-- within one's own organiser; at the command line in any.

create or replace function account_of(given text, proof text)
  returns table (id uuid, username text, password_hash text, worker_id uuid, organiser_id uuid, language text, code_cipher bytea, code_step bigint,
    has_passkey boolean)
  stable security definer set search_path = public, pg_temp language sql as $$
  select platform.must_be_proven(proof, 'account_of', given);
  select a.id, a.username, a.password_hash, a.worker_id, w.organiser_id, w.language,
    case when a.code_confirmed_at is not null then a.code_cipher end, a.code_step,
    exists (select from platform_passkey k where k.account_id = a.id)
  from platform_account a join worker_worker w on w.id = a.worker_id where a.username = given
$$;

create or replace function account_of_session(token bytea, proof text)
  returns table (id uuid, username text, password_hash text, code_cipher bytea, code_step bigint, confirmed boolean)
  stable security definer set search_path = public, pg_temp language sql as $$
  select platform.must_be_proven(proof, 'account_of_session', encode(token, 'hex'));
  select a.id, a.username, a.password_hash, a.code_cipher, a.code_step, a.code_confirmed_at is not null
  from platform_session s join platform_account a on a.id = s.account_id where s.token_hash = token and s.ends_at > now()
$$;

-- For how many days a new password that another gave is told to its holder and to whoever supervises.
create or replace function account_tells_given() returns int immutable parallel safe language sql return 30;

-- Passwords that another gave lately. The owner's alone: the doors tell it.
drop view if exists account_given;
create view account_given as
select a.id as account_id, a.password_given_at as at, w.given_name || ' ' || w.family_name as by_name
from platform_account a left join worker_worker w on w.id = a.password_given_by_id
where a.password_given_at > now() - make_interval(days => account_tells_given());
revoke all on account_given from kykypolku_app;

drop function if exists accounts_of(uuid, text);
create or replace function accounts_of(organiser uuid, proof text)
  returns table (account_id uuid, worker_id uuid, username text, waits_until timestamptz, must_change boolean, given_at timestamptz, given_by text,
    asked_at timestamptz, asked_by_id uuid, asked_by text, half_cipher bytea, lost boolean)
  stable security definer set search_path = public, pg_temp language sql as $$
  select platform.must_be_proven(proof, 'accounts_of', organiser::text);
  select a.id, a.worker_id, a.username, (select max(t.waits_until_at) from platform_attempt t
      where t.username_hash = sha256(convert_to(a.username, 'UTF8')) and t.waits_until_at > now()
        and t.tried_at < now() + interval '1 minute'), a.must_change, g.at, g.by_name,
    a.half_asked_at, a.half_asked_by_id, b.given_name || ' ' || b.family_name, a.half_cipher, a.half_ends_factors
  from platform_account a join worker_worker w on w.id = a.worker_id left join account_given g on g.account_id = a.id
  left join worker_worker b on b.id = a.half_asked_by_id
  where w.organiser_id = organiser and (session_user = current_user or organiser = any((select app_organisers())::uuid[]))
$$;

create or replace function account_must_be_ours(worker uuid) returns void
  stable security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if session_user <> current_user
    and not exists (select from worker_worker w where w.id = worker and w.organiser_id = any((select app_organisers())::uuid[])) then
    raise exception 'the worker is of another organiser' using errcode = 'insufficient_privilege';
  end if;
end $$;

create or replace function account_add(worker uuid, given text, hash text, proof text) returns void
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  perform platform.must_be_proven(proof, 'account_add', worker::text, given, hash);
  perform account_must_be_ours(worker);
  insert into platform_account (username, password_hash, worker_id, must_change, waits_for_second)
    values (given, hash, worker, true, session_user <> current_user);
end $$;

create or replace function account_unlock(worker uuid, proof text) returns void
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  perform platform.must_be_proven(proof, 'account_unlock', worker::text);
  perform account_must_be_ours(worker);
  delete from platform_attempt where username_hash in (
    select sha256(convert_to(a.username, 'UTF8')) from platform_account a where a.worker_id = worker);
end $$;

-- Whoever asks for a colleague's new password is told its first half, which waits sealed for a second person; null where none waits any more.
-- It may be asked that codes and passkeys end with it, for whoever lost the phone.
drop function if exists account_ask_password(uuid, bytea, text);
create or replace function account_ask_password(worker uuid, half bytea, lost boolean, proof text) returns void
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  perform platform.must_be_proven(proof, 'account_ask_password', worker::text, encode(half, 'hex'), lost::text);
  perform account_must_be_ours(worker);
  update platform_account set half_cipher = half, half_asked_by_id = case when half is not null then app_worker() end,
    half_asked_at = case when half is not null then now() end, half_ends_factors = half is not null and lost where worker_id = worker;
end $$;

-- A new password to be used once, by a second person unless the operator gives it; who was signed in is not any more. Codes and passkeys are
-- asked as before, unless they are lost: as whoever asked said, or the operator says.
drop function if exists account_renew(uuid, text, text);
create or replace function account_renew(worker uuid, hash text, lost boolean, proof text) returns void
  security definer set search_path = public, pg_temp language plpgsql as $$
declare
  ends constant boolean := case when session_user <> current_user
    then coalesce((select a.half_ends_factors from platform_account a where a.worker_id = worker), false) else lost end;
begin
  perform platform.must_be_proven(proof, 'account_renew', worker::text, hash, lost::text);
  perform account_must_be_ours(worker);
  if session_user <> current_user and not exists (select from platform_account a
    where a.worker_id = worker and a.half_asked_by_id <> app_worker() and worker <> app_worker()) then
    raise exception 'a second person gives a new password' using errcode = 'insufficient_privilege';
  end if;
  delete from platform_attempt where username_hash in (
    select sha256(convert_to(a.username, 'UTF8')) from platform_account a where a.worker_id = worker);
  delete from platform_session where worker_id = worker;
  delete from platform_passkey where ends and account_id in (select id from platform_account where worker_id = worker);
  update platform_account set code_cipher = null, code_confirmed_at = null, code_step = null where ends and worker_id = worker;
  update platform_account set password_hash = hash, must_change = true,
    password_given_at = now(), password_given_by_id = coalesce(half_asked_by_id, (select w.id from worker_worker w where w.id = app_worker())),
    half_cipher = null, half_asked_by_id = null, half_asked_at = null, half_ends_factors = false, waits_for_second = false
    where worker_id = worker;
end $$;

-- Who gave the account of a session its last password, and when.
create or replace function account_given_of_session(token bytea, proof text) returns table (given_at timestamptz, given_by text)
  stable security definer set search_path = public, pg_temp language sql as $$
  select platform.must_be_proven(proof, 'account_given_of_session', encode(token, 'hex'));
  select g.at, g.by_name from platform_session s join account_given g on g.account_id = s.account_id
  where s.token_hash = token and s.ends_at > now()
$$;

create or replace function account_change_password(token bytea, hash text, proof text) returns void
  security definer set search_path = public, pg_temp language plpgsql as $$
declare
  account uuid := (select s.account_id from platform_session s where s.token_hash = token and s.ends_at > now());
begin
  perform platform.must_be_proven(proof, 'account_change_password', encode(token, 'hex'), hash);
  delete from platform_session where account_id = account and token_hash <> token;
  update platform_account set password_hash = hash, must_change = false where id = account;
end $$;

-- A new secret of codes is kept beside, until a code of it was told; with null codes are asked no more.
create or replace function account_change_codes(token bytea, cipher bytea, proof text) returns void
  security definer set search_path = public, pg_temp language sql as $$
  select platform.must_be_proven(proof, 'account_change_codes', encode(token, 'hex'), encode(cipher, 'hex'));
  update platform_account set code_cipher = cipher, code_confirmed_at = null, code_step = null
  where id = (select s.account_id from platform_session s where s.token_hash = token and s.ends_at > now())
$$;

-- Takes a code's step once; false where it was taken before.
create or replace function account_take_code(account uuid, step bigint, confirm boolean, proof text) returns boolean
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  perform platform.must_be_proven(proof, 'account_take_code', account::text, step::text, confirm::text);
  update platform_account set code_step = step, code_confirmed_at = case when confirm then now() else code_confirmed_at end
    where id = account and code_cipher is not null and coalesce(code_step, 0) < step;
  return found;
end $$;

-- One's own passkeys; for an account whose password was right those that it may show.
create or replace function passkeys_of_session(token bytea, proof text)
  returns table (id uuid, credential_id bytea, transports text[], name text, made_at timestamptz, used_at timestamptz)
  stable security definer set search_path = public, pg_temp language sql as $$
  select platform.must_be_proven(proof, 'passkeys_of_session', encode(token, 'hex'));
  select k.id, k.credential_id, k.transports, k.name, k.made_at, k.used_at
  from platform_session s join platform_passkey k on k.account_id = s.account_id
  where s.token_hash = token and s.ends_at > now() order by k.made_at
$$;

create or replace function passkeys_of_account(account uuid, proof text) returns table (credential_id bytea, transports text[])
  stable security definer set search_path = public, pg_temp language sql as $$
  select platform.must_be_proven(proof, 'passkeys_of_account', account::text);
  select k.credential_id, k.transports from platform_passkey k where k.account_id = account order by k.made_at
$$;

create or replace function passkey_of(credential bytea, proof text)
  returns table (account_id uuid, username text, worker_id uuid, organiser_id uuid, public_key bytea, counter bigint, transports text[])
  stable security definer set search_path = public, pg_temp language sql as $$
  select platform.must_be_proven(proof, 'passkey_of', encode(credential, 'hex'));
  select a.id, a.username, a.worker_id, w.organiser_id, k.public_key, k.counter, k.transports
  from platform_passkey k join platform_account a on a.id = k.account_id join worker_worker w on w.id = a.worker_id
  where k.credential_id = credential
$$;

-- Takes what a key has answered to, once; false where it was answered before, or holds no more.
create or replace function challenge_take(challenge bytea, until text, proof text) returns boolean
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  perform platform.must_be_proven(proof, 'challenge_take', encode(challenge, 'hex'), until);
  delete from platform_challenge where ends_at < now();
  insert into platform_challenge (hash, ends_at) select challenge, until::timestamptz where until::timestamptz > now() on conflict do nothing;
  return found;
end $$;

create or replace function passkey_add(token bytea, credential bytea, public_key bytea, counter bigint, transports text[], name text, proof text) returns boolean
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  perform platform.must_be_proven(proof, 'passkey_add', encode(token, 'hex'), encode(credential, 'hex'), encode(passkey_add.public_key, 'hex'), passkey_add.counter::text, array_to_json(passkey_add.transports)::text, passkey_add.name);
  insert into platform_passkey (account_id, credential_id, public_key, counter, transports, name)
    select s.account_id, credential, passkey_add.public_key, passkey_add.counter, passkey_add.transports, passkey_add.name
    from platform_session s where s.token_hash = token and s.ends_at > now() and s.allowed_roles is null
    on conflict do nothing;
  return found;
end $$;

create or replace function passkey_use(credential bytea, count bigint, proof text) returns void
  security definer set search_path = public, pg_temp language sql as $$
  select platform.must_be_proven(proof, 'passkey_use', encode(credential, 'hex'), count::text);
  update platform_passkey set counter = count, used_at = now() where credential_id = credential
$$;

create or replace function passkey_remove(token bytea, passkey uuid, proof text) returns boolean
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  perform platform.must_be_proven(proof, 'passkey_remove', encode(token, 'hex'), passkey::text);
  delete from platform_passkey k using platform_session s
    where s.token_hash = token and s.ends_at > now() and k.account_id = s.account_id and k.id = passkey;
  return found;
end $$;

create or replace function session_open(token bytea, account uuid, hours int, place text, proof text) returns void
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  perform platform.must_be_proven(proof, 'session_open', encode(token, 'hex'), account::text, hours::text, place);
  delete from platform_session where ends_at < now();
  insert into platform_session (token_hash, account_id, worker_id, organiser_id, language, ends_at, runs_in)
    select token, a.id, a.worker_id, w.organiser_id, w.language, now() + make_interval(hours => hours), place
    from platform_account a join worker_worker w on w.id = a.worker_id where a.id = account;
end $$;

create or replace function session_end(token bytea, proof text) returns void
  security definer set search_path = public, pg_temp language sql as $$
  select platform.must_be_proven(proof, 'session_end', encode(token, 'hex'));
  delete from platform_session where token_hash = token
$$;

-- How long a session lasts, however much it is used.
create or replace function session_seconds_left(token bytea, proof text) returns int
  stable security definer set search_path = public, pg_temp language sql as $$
  select platform.must_be_proven(proof, 'session_seconds_left', encode(token, 'hex'));
  select greatest(0, floor(extract(epoch from ends_at - now())))::int from platform_session where token_hash = token
$$;

create or replace function session_language(token bytea, chosen text, proof text) returns void
  security definer set search_path = public, pg_temp language sql as $$
  select platform.must_be_proven(proof, 'session_language', encode(token, 'hex'), chosen);
  update platform_session set language = chosen where token_hash = token
$$;

create or replace function sessions_beside(token bytea, proof text)
  returns table (id uuid, runs_in text, started_at timestamptz, seen_at timestamptz, this boolean)
  stable security definer set search_path = public, pg_temp language sql as $$
  select platform.must_be_proven(proof, 'sessions_beside', encode(token, 'hex'));
  select s.id, s.runs_in, s.started_at, s.seen_at, s.token_hash = token
  from platform_session s join platform_session mine on mine.account_id = s.account_id
  where mine.token_hash = token and mine.ends_at > now() and s.ends_at > now() order by s.seen_at desc
$$;

-- Ends one of one's own sessions, or with null all but this.
create or replace function session_end_beside(token bytea, session uuid, proof text) returns int
  security definer set search_path = public, pg_temp language plpgsql as $$
declare
  ended int;
begin
  perform platform.must_be_proven(proof, 'session_end_beside', encode(token, 'hex'), session::text);
  delete from platform_session s using platform_session mine
    where mine.token_hash = token and mine.ends_at > now() and s.account_id = mine.account_id
      and case when session is null then s.token_hash <> token else s.id = session end;
  get diagnostics ended = row_count;
  return ended;
end $$;

-- Whose session it is, with the roles of today; one that was not used for too long is over. Told as used at most once a minute.
drop function if exists app_session(bytea, date, int, text);
create function app_session(token bytea, today date, idle_minutes int, proof text)
  returns table (account_id uuid, worker_id uuid, organiser_id uuid, code text, name text, language text, roles text[], must_change boolean,
    has_codes boolean)
  security definer set search_path = public, pg_temp language plpgsql as $$
#variable_conflict use_column
begin
  perform platform.must_be_proven(proof, 'app_session', encode(token, 'hex'), today::text, idle_minutes::text);
  update platform_session s set seen_at = now()
    where s.token_hash = token and s.ends_at > now() and s.seen_at > now() - make_interval(mins => idle_minutes)
      -- One that a clock which went back has seen in the future would else be kept for longer than nobody uses it.
      and (s.seen_at < now() - interval '1 minute' or s.seen_at > now() + interval '1 minute');
  return query
    select s.account_id, s.worker_id, s.organiser_id, o.code, w.family_name || ' ' || w.given_name, s.language,
      array(select distinct p.role from worker_post p where p.worker_id = s.worker_id and p.organiser_id = s.organiser_id and p.during @> today
        and (s.allowed_roles is null or p.role = any(s.allowed_roles))),
      -- The provider asks for its own passwords and codes.
      a.must_change and s.allowed_roles is null, a.code_confirmed_at is not null or s.allowed_roles is not null
        or exists (select from platform_passkey k where k.account_id = a.id)
    from platform_session s join platform_account a on a.id = s.account_id join worker_worker w on w.id = s.worker_id
      join organiser_organiser o on o.id = s.organiser_id
    where s.token_hash = token and s.ends_at > now() and s.seen_at > now() - make_interval(mins => idle_minutes);
end $$;

-- Counts a try before it is known whether it is right; answers how many seconds to wait first, when nothing is tried or counted.
create or replace function account_try(username bytea, places text[], free int, longest int, free_all int, longest_all int, proof text) returns int
  security definer set search_path = public, pg_temp language sql as $$
  select platform.must_be_proven(proof, 'account_try', encode(username, 'hex'), array_to_json(places)::text, free::text, longest::text, free_all::text, longest_all::text);
  with place as (select decode(p, 'hex') as source from unnest(places) as p),
  closed as (select max(t.waits_until_at) as until from platform_attempt t join place using (source)
    where t.username_hash = username and t.waits_until_at > now()
      -- What a clock that went back has tried in the future would else wait until then, and as long again.
      and t.tried_at < now() + interval '1 minute'),
  counted as (
    insert into platform_attempt as t (username_hash, source, failed_count, tried_at)
    select username, p.source, 1, now() from place p, closed c where c.until is null
    on conflict (username_hash, source) do update set
      failed_count = case when t.tried_at < now() - interval '1 day' then 1 else least(t.failed_count, 1000) + 1 end,
      waits_until_at = case
        when t.tried_at < now() - interval '1 day' then null
        when t.source = '' and t.failed_count >= free_all
          then now() + make_interval(secs => least(longest_all, 2 ^ least(t.failed_count + 1 - free_all, 20)))
        when t.source <> '' and t.failed_count >= free
          then now() + make_interval(secs => least(longest, 2 ^ least(t.failed_count + 1 - free, 20)))
      end,
      tried_at = now())
  select greatest(0, coalesce(ceil(extract(epoch from until - now())), 0))::int from closed
$$;

-- Forgets the tries that led to a right one, and those of long ago.
create or replace function account_forget_tries(username bytea, places text[], proof text) returns void
  security definer set search_path = public, pg_temp language sql as $$
  select platform.must_be_proven(proof, 'account_forget_tries', encode(username, 'hex'), array_to_json(places)::text);
  delete from platform_attempt where tried_at < now() - interval '1 day' or (username_hash = username
    and source in (select decode(p, 'hex') from unnest(places) as p))
$$;

-- Takes back one try, of whoever told the right password and is asked for more: those before it stand, or else whoever has the password
-- could guess the code without an end.
create or replace function account_take_back_try(username bytea, places text[], proof text) returns void
  security definer set search_path = public, pg_temp language sql as $$
  select platform.must_be_proven(proof, 'account_take_back_try', encode(username, 'hex'), array_to_json(places)::text);
  with place as (select decode(p, 'hex') as source from unnest(places) as p), only_one as (
    delete from platform_attempt where username_hash = username and failed_count = 1 and source in (select source from place))
  update platform_attempt set failed_count = failed_count - 1, waits_until_at = null
  where username_hash = username and failed_count > 1 and source in (select source from place)
$$;

-- The trail is added to by this door alone: a row's number, and the transaction that it was written in, are not the caller's to choose.
create or replace function app_audit(worker uuid, organiser uuid, act text, purpose text, clients uuid[], detail text, address text, instant text, proof text)
  returns void security definer set search_path = public, pg_temp language sql as $$
  select platform.must_be_proven(proof, 'app_audit', worker::text, organiser::text, act, purpose, array_to_json(clients)::text, detail, address, instant);
  insert into platform_audit (worker_id, organiser_id, act, purpose, clients, detail, address, happened_at)
    values (worker, organiser, act, purpose, clients, detail::jsonb, address, instant::timestamptz)
$$;

-- The account of a name that the provider gives for ever; the first time it is bound to the account of the username.
create or replace function account_of_provider(subject text, given text, proof text) returns uuid
  security definer set search_path = public, pg_temp language plpgsql as $$
declare
  found_id uuid := (select id from platform_account where provider_subject = subject);
begin
  perform platform.must_be_proven(proof, 'account_of_provider', subject, given);
  if found_id is null then
    update platform_account set provider_subject = subject
      where username = given and provider_subject is null and not waits_for_second returning id into found_id;
  end if;
  return found_id;
end $$;

create or replace function session_allow(token bytea, roles text[], proof text) returns void
  security definer set search_path = public, pg_temp language sql as $$
  select platform.must_be_proven(proof, 'session_allow', encode(token, 'hex'), array_to_json(roles)::text);
  update platform_session set allowed_roles = roles where token_hash = token
$$;

create or replace function session_of_provider(token bytea, proof text) returns boolean
  stable security definer set search_path = public, pg_temp language sql as $$
  select platform.must_be_proven(proof, 'session_of_provider', encode(token, 'hex'));
  select allowed_roles is not null from platform_session where token_hash = token
$$;
