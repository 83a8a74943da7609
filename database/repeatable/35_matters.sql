-- A referral with what was decided of it; where it stands on a day is derived from these days, never stored.
drop view if exists referral_matter cascade;
drop view if exists decision_matter cascade;
create view decision_matter with (security_invoker = true) as
select r.*, d.id as decision_id, d.decided_on, d.outcome
from referral_referral r left join decision_decision d on d.referral_id = r.id and d.annulled_on is null;
grant select on decision_matter to kykypolku_app;

-- A decision knows the day on which its matter was received: by that day its law and its time limit were told.
create or replace function decision_knows_receipt() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if exists (select from decision_decision d where d.referral_id = old.id and d.annulled_on is null) then
    raise exception 'a decision knows the day of receipt' using errcode = 'check_violation', constraint = 'decision_knows_receipt';
  end if;
  return new;
end $$;
create or replace trigger decision_knows_receipt before update of received_on on referral_referral
  for each row when (old.received_on is distinct from new.received_on) execute function decision_knows_receipt();
