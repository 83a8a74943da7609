-- Facts that exclude each other, held where two workers at once cannot pass them by.

-- A matter is decided or withdrawn, not both; of one service a client has one pending matter. Asked when all is written,
-- one client at a time.
create function platform.hold_matters() returns trigger
  security definer set search_path = public, platform, pg_temp language plpgsql as $$
declare
  of_client uuid := new.client_id;
begin
  perform from client_client where id = of_client for no key update;
  if exists (select from referral_referral r join decision_decision d on d.referral_id = r.id and d.annulled_on is null
    where r.client_id = of_client and r.withdrawn_on is not null) then
    raise exception 'a matter is decided or withdrawn, not both' using errcode = 'unique_violation', constraint = 'referral_referral_one_outcome';
  end if;
  if exists (select from referral_referral r left join decision_decision d on d.referral_id = r.id and d.annulled_on is null
    where r.client_id = of_client and r.withdrawn_on is null and d.id is null group by r.service having count(*) > 1) then
    raise exception 'one pending matter of a service' using errcode = 'unique_violation', constraint = 'referral_referral_one_pending';
  end if;
  return null;
end $$;
create constraint trigger hold_matters after insert or update on referral_referral
  deferrable initially deferred for each row execute function platform.hold_matters();
create constraint trigger hold_matters after insert or update on decision_decision
  deferrable initially deferred for each row execute function platform.hold_matters();

-- Nobody is referred before being born, whichever of the two days is told last.
create function platform.hold_birth() returns trigger
  security definer set search_path = public, platform, pg_temp language plpgsql as $$
begin
  if exists (select from client_client c join referral_referral r on r.client_id = c.id
    where c.id = (case tg_table_name when 'client_client' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'client_id' end)::uuid
      and r.received_on < c.birth_on) then
    raise exception 'received before birth' using errcode = 'check_violation', constraint = 'referral_referral_after_birth';
  end if;
  return null;
end $$;
create constraint trigger hold_birth after insert or update of received_on on referral_referral
  deferrable initially deferred for each row execute function platform.hold_birth();
create constraint trigger hold_birth after update of birth_on on client_client
  deferrable initially deferred for each row execute function platform.hold_birth();

-- Every version that was acknowledged is kept, also where many correct at once and where a clock steps back: a version
-- begins after the one before it. Only what one and the same transaction corrects was never known to anybody.
create or replace function platform.keep_version() returns trigger
  security definer set search_path = public, platform, pg_temp language plpgsql as $$
declare
  known_from timestamptz := lower(old.recorded);
  instant timestamptz := greatest(app_now(), known_from + interval '1 microsecond');
  own boolean;
begin
  if tg_op = 'UPDATE' and to_jsonb(old) - 'recorded' - coalesce(tg_argv::text[], '{}')
      = to_jsonb(new) - 'recorded' - coalesce(tg_argv::text[], '{}') then
    new.recorded := old.recorded;
    return new;
  end if;
  execute format('select xmin = pg_current_xact_id()::xid from %I.%I where id = $1', tg_table_schema, tg_table_name) into own using old.id;
  if own then
    if tg_op = 'DELETE' then
      return old;
    end if;
    new.recorded := old.recorded;
    return new;
  end if;
  old.recorded := tstzrange(known_from, instant);
  execute format('insert into %I.%I select ($1).*', tg_table_schema, tg_table_name || '_history') using old;
  if tg_op = 'DELETE' then
    return old;
  end if;
  new.recorded := tstzrange(instant, null);
  return new;
end $$;

-- Each review of a plan with the next one that was agreed: one entered late takes its place by its own day.
create table plan_review (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  plan_id uuid not null references plan_plan,
  reviewed_on date not null,
  next_on date check (next_on > reviewed_on),
  recorded_by_id uuid not null references worker_worker,
  unique (plan_id, reviewed_on)
);
create index on plan_review (organiser_id, client_id);
create index on plan_review (client_id);
create index on plan_review (plan_id);
create index on plan_review (recorded_by_id);
select platform.keep_history('plan_review');
