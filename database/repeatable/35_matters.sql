-- A referral with what became of it; where it stands on a day is derived from these days, never stored.
drop view if exists referral_matter cascade;
create view referral_matter with (security_invoker = true) as
select r.*, d.id as decision_id, d.decided_on, d.outcome
from referral_referral r left join decision_decision d on d.referral_id = r.id and d.annulled_on is null;
grant select on referral_matter to kykypolku_app;
