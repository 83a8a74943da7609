-- The next number of the organiser's year, for a matter or a decision that is recorded; two that come at once wait for each other.
-- Numbers of what was taken back stand in the old versions, so that none is given twice.
create or replace function platform.give_number() returns trigger
  security definer set search_path = public, platform, pg_temp language plpgsql as $$
declare
  shared int;
begin
  if new.number <> 0 then
    return new;
  end if;
  new.year := extract(year from (to_jsonb(new) ->> tg_argv[0])::date);
  -- What is decided together has one number.
  if to_jsonb(new) ->> 'together_id' is not null then
    select d.number into shared from decision_decision d
    where d.organiser_id = new.organiser_id and d.together_id = (to_jsonb(new) ->> 'together_id')::uuid limit 1;
    if shared is not null then
      new.number := shared;
      return new;
    end if;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', tg_table_name, new.organiser_id, new.year), 0));
  -- Written out for both, so that neither is made ready anew for each row.
  if tg_table_name = 'decision_decision' then
    select 1 + greatest((select max(number) from decision_decision where organiser_id = new.organiser_id and year = new.year),
      (select max(number) from decision_decision_history where organiser_id = new.organiser_id and year = new.year), 0) into new.number;
  else
    select 1 + greatest((select max(number) from referral_referral where organiser_id = new.organiser_id and year = new.year),
      (select max(number) from referral_referral_history where organiser_id = new.organiser_id and year = new.year), 0) into new.number;
  end if;
  return new;
end $$;
create or replace trigger give_number before insert on referral_referral for each row execute function platform.give_number('received_on');
create or replace trigger give_number before insert on decision_decision for each row execute function platform.give_number('decided_on');

-- A number is not chosen, and does not change.
create or replace function platform.keep_number() returns trigger language plpgsql as $$
begin
  raise exception 'a running number stays as it was given' using errcode = 'restrict_violation', constraint = 'number_stays';
end $$;
create or replace trigger keep_number before update of year, number on referral_referral
  for each row when (old.year <> new.year or old.number <> new.number) execute function platform.keep_number();
create or replace trigger keep_number before update of year, number on decision_decision
  for each row when (old.year <> new.year or old.number <> new.number) execute function platform.keep_number();

-- What is decided together is decided about one client, on one day, by one official; and it stays what was decided together.
create or replace function decision_is_together() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if tg_op = 'UPDATE' or exists (select from decision_decision d where d.organiser_id = new.organiser_id and d.together_id = new.together_id
      and (d.client_id, d.decided_on, d.decided_by_id) is distinct from (new.client_id, new.decided_on, new.decided_by_id)) then
    raise exception 'one letter is of one client, day and decider' using errcode = 'check_violation', constraint = 'decision_is_together';
  end if;
  return new;
end $$;
create or replace trigger decision_is_together before insert on decision_decision
  for each row when (new.together_id is not null) execute function decision_is_together();
create or replace trigger decision_stays_together before update of together_id on decision_decision
  for each row when (old.together_id is distinct from new.together_id) execute function decision_is_together();
