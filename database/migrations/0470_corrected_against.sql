-- A slip of the pen that is mended to the client's harm tells how the client was heard before, or why that was not needed.
do $$
declare
  kept text;
begin
  foreach kept in array array['decision_decision', 'decision_proposal'] loop
    execute format('alter table %1$s drop constraint %1$s_explanations_check,
      add constraint %1$s_explanations_check check (jsonb_typeof(explanations) = ''object''
        and explanations - array[''datedBack'', ''retroactive'', ''endsBefore'', ''longer'', ''fixedTerm'', ''outsideGroup'', ''departsFromPlan'',
          ''correctedAgainst''] = ''{}''
        and not jsonb_path_exists(explanations, ''$.* ? (@ == "")''))', kept);
  end loop;
end $$;
