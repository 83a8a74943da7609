-- The next number of the organiser's year, for a matter or a decision that is recorded; two that come at once wait for each other.
-- Numbers of what was taken back stand in the old versions, so that none is given twice.
create or replace function platform.give_number() returns trigger
  security definer set search_path = public, platform, pg_temp language plpgsql as $$
begin
  if new.number <> 0 then
    return new;
  end if;
  new.year := extract(year from (to_jsonb(new) ->> tg_argv[0])::date);
  perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', tg_table_name, new.organiser_id, new.year), 0));
  execute format('select 1 + greatest((select max(number) from %1$I where organiser_id = $1 and year = $2),
    (select max(number) from %1$I_history where organiser_id = $1 and year = $2), 0)', tg_table_name)
    into new.number using new.organiser_id, new.year;
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
