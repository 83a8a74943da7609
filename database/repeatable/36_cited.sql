-- What a decision rests on, and what of it was corrected since. Functions with the asker's rights, and none of them in a statement: what
-- they read is asked of the few decisions after which something of the client was corrected, where each page of a client made their tables
-- ready anew.

-- What a correction is of to what was decided: null where it is of something else. An old version tells of what is there no more.
create or replace function decision_cites(act text, subject uuid, plan uuid, referral uuid) returns text stable language plpgsql as $$
begin
  return case
    when act = 'correctPlan' and subject = plan then 'plan'
    when act in ('correctSignature', 'takeBackSignature') and (exists (select from plan_signature s where s.id = subject and s.plan_id = plan)
      or exists (select from plan_signature_history s where s.id = subject and s.plan_id = plan)) then 'signature'
    when act in ('correctAssessment', 'takeBackAssessment') and (exists (select from assessment_assessment a where a.id = subject and a.referral_id = referral)
      or exists (select from assessment_assessment_history a where a.id = subject and a.referral_id = referral)) then 'assessment'
    when act = 'correctReferral' and subject = referral then 'referral'
    when act in ('correctHearing', 'correctAnswer', 'takeBackAnswer', 'takeBackHearing') and (exists (select from hearing_hearing h where h.id = subject and h.referral_id = referral)
      or exists (select from hearing_hearing_history h where h.id = subject and h.referral_id = referral)) then 'hearing' end;
end $$;

-- When a decision became known as this version of it says it.
create or replace function decision_known_as(decision uuid, of_version int) returns timestamptz stable language plpgsql as $$
begin
  return (select min(lower(v.recorded)) from (select id, version, recorded from decision_decision
    union all select id, version, recorded from decision_decision_history) v where v.id = decision and v.version = of_version);
end $$;
