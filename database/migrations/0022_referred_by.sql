-- Who referred: the school, the office's worker or the relative by name, as told at receipt.
alter table referral_referral add column referred_by text;
alter table referral_referral_history add column referred_by text;
