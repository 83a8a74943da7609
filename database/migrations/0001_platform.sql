-- Time, identity and history of every room; no word of the domain here.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists pgcrypto;

create schema if not exists platform;
grant usage on schema public, platform to kykypolku_app;

-- Each transaction says who asks, for whom, on which day, and as known when.
create function app_worker() returns uuid stable parallel safe language sql
  return nullif(current_setting('app.worker', true), '')::uuid;
create function app_organisers() returns uuid[] stable parallel safe language sql
  return coalesce(nullif(current_setting('app.organisers', true), '')::uuid[], '{}'::uuid[]);
create function app_purpose() returns text stable parallel safe language sql
  return coalesce(nullif(current_setting('app.purpose', true), ''), 'none');
create function app_now() returns timestamptz stable parallel safe language sql
  return coalesce(nullif(current_setting('app.now', true), '')::timestamptz, transaction_timestamp());
create function app_today() returns date stable parallel safe language sql
  return coalesce(nullif(current_setting('app.today', true), '')::date, (app_now() at time zone 'Europe/Helsinki')::date);
create function app_known_at() returns timestamptz stable parallel safe language sql
  return nullif(current_setting('app.known_at', true), '')::timestamptz;

-- The one trigger that keeps old versions, with the instants between which they were known.
create function platform.keep_version() returns trigger
  security definer set search_path = public, platform, pg_temp language plpgsql as $$
declare
  instant timestamptz := app_now();
  known_from timestamptz := lower(old.recorded);
begin
  if tg_op = 'UPDATE' and to_jsonb(old) - 'recorded' = to_jsonb(new) - 'recorded' then
    new.recorded := old.recorded;
    return new;
  end if;
  -- A version that was corrected within the instant in which it was written was never known to anybody.
  if known_from < instant then
    old.recorded := tstzrange(known_from, instant);
    execute format('insert into %I.%I select ($1).*', tg_table_schema, tg_table_name || '_history') using old;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  new.recorded := tstzrange(greatest(instant, known_from), null);
  return new;
end $$;

create function platform.keep_history(thing regclass) returns void language plpgsql as $$
declare
  name text := thing::text;
begin
  execute format('alter table %I add column recorded tstzrange not null default tstzrange(app_now(), null)', name);
  execute format('alter table %I add constraint %I check (not isempty(recorded) and not lower_inf(recorded))', name, name || '_recorded_check');
  execute format('create table %I (like %I)', name || '_history', name);
  execute format('alter table %I add constraint %I check (not isempty(recorded) and not lower_inf(recorded) and not upper_inf(recorded))',
    name || '_history', name || '_history_recorded_check');
  execute format('create index on %I (id)', name || '_history');
  if exists (select 1 from pg_attribute where attrelid = thing and attname = 'client_id') then
    execute format('create index on %I (organiser_id, client_id)', name || '_history');
  end if;
  execute format('create trigger keep_version before update or delete on %I for each row execute function platform.keep_version()', name);
end $$;

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: record a reversing row instead', tg_table_name using errcode = 'restrict_violation';
end $$;

create function platform.append_only(thing regclass) returns void language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on %s for each row execute function platform.refuse_change()', thing);
  execute format('create trigger append_only_truncate before truncate on %s for each statement execute function platform.refuse_change()', thing);
end $$;

create table platform_clock (
  id boolean primary key default true check (id),
  demo_today_on date not null
);

create table platform_setting (
  name text primary key,
  value text not null
);
