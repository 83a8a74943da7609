-- A decision that ends what another grants: that one holds through the last day, and no longer.
do $$
declare
  kept text;
begin
  foreach kept in array array['decision_decision', 'decision_proposal'] loop
    execute format('alter table %1$s add column last_on date,
      drop constraint %1$s_outcome_check,
      add constraint %1$s_outcome_check check (outcome in (''grant'', ''end'', ''deny'', ''not-examined'', ''lapse'')),
      drop constraint %1$s_explanations_check,
      add constraint %1$s_explanations_check check (jsonb_typeof(explanations) = ''object''
        and explanations - array[''datedBack'', ''retroactive'', ''endsBefore'', ''longer'', ''outsideGroup'', ''departsFromPlan''] = ''{}''
        and not jsonb_path_exists(explanations, ''$.* ? (@ == "")'')),
      add constraint %1$s_ends_one check ((outcome = ''end'') = (last_on is not null) and (outcome <> ''end'' or changes_id is not null))', kept);
    execute format('alter table %s_history add column last_on date', kept);
  end loop;
end $$;
alter table decision_decision drop constraint decision_changes_by_granting,
  add constraint decision_changes_whole check (changes_id is null or outcome in ('grant', 'end'));
