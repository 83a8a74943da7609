-- A term where the law grants until further notice is explained too, and a matter may come on the authority's own initiative or, since
-- the employment services' reform, from the employment authority and the multi-sectoral model.
do $$
declare
  kept text;
begin
  foreach kept in array array['decision_decision', 'decision_proposal'] loop
    execute format('alter table %1$s drop constraint %1$s_explanations_check,
      add constraint %1$s_explanations_check check (jsonb_typeof(explanations) = ''object''
        and explanations - array[''datedBack'', ''retroactive'', ''endsBefore'', ''longer'', ''fixedTerm'', ''outsideGroup'', ''departsFromPlan''] = ''{}''
        and not jsonb_path_exists(explanations, ''$.* ? (@ == "")''))', kept);
  end loop;
end $$;
alter table referral_referral drop constraint referral_referral_source_check,
  add constraint referral_referral_source_check check (source in ('disability-service-application', 'coaching-team', 'school', 'social-worker',
    'relative', 'te-office-activation-plan', 'te-office-multisectoral-plan', 'employment-authority', 'multisectoral-model', 'own-contact',
    'youth-outreach', 'typ', 'authority', 'other')),
  add constraint referral_source_of_day check (source not in ('employment-authority', 'multisectoral-model') or received_on >= '2025-01-01');
