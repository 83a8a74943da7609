-- A decision that is only prepared goes with its matter when that is taken back: nothing else takes it away, not even sending it back, so
-- that a referral of a wrong person could not be taken back any more. What was prepared stays in the history.
alter table decision_proposal drop constraint decision_proposal_referral_id_fkey;
alter table decision_proposal add constraint decision_proposal_referral_id_fkey
  foreign key (referral_id) references referral_referral (id) on delete cascade;
