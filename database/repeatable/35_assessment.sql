-- An assessment begins when the matter has come, and its day of receipt stays before that.
create or replace function assessment_after_receipt() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if new.begun_on < (select r.received_on from referral_referral r where r.id = new.referral_id for key share) then
    raise exception 'an assessment begins after its matter came' using errcode = 'check_violation', constraint = 'assessment_after_receipt';
  end if;
  return new;
end $$;
create or replace trigger assessment_after_receipt before insert or update of begun_on, referral_id on assessment_assessment
  for each row execute function assessment_after_receipt();

create or replace function assessment_knows_receipt() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if exists (select from assessment_assessment a where a.referral_id = new.id and a.begun_on < new.received_on) then
    raise exception 'an assessment began before that day' using errcode = 'check_violation', constraint = 'assessment_knows_receipt';
  end if;
  return new;
end $$;
create or replace trigger assessment_knows_receipt before update of received_on on referral_referral
  for each row when (old.received_on is distinct from new.received_on) execute function assessment_knows_receipt();

-- What is decided is not assessed any more: an assessment belongs to the matter on the way to its decision.
create or replace function decision_ends_assessing() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if exists (select from decision_decision d where d.referral_id = new.referral_id and d.annulled_on is null) then
    raise exception 'the matter is decided' using errcode = 'check_violation', constraint = 'decision_ends_assessing';
  end if;
  return new;
end $$;
create or replace trigger decision_ends_assessing before insert on assessment_assessment
  for each row execute function decision_ends_assessing();
