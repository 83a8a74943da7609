-- What a decision says besides its reasons where something about it is out of the ordinary: its day is not the day on which it was
-- made, its days begin before it or later than the law lets them, the client is outside the group of the act, it departs from the plan.
do $$
declare
  kept text;
begin
  foreach kept in array array['decision_decision', 'decision_proposal'] loop
    execute format('alter table %s add column explanations jsonb not null default ''{}'' check (jsonb_typeof(explanations) = ''object''
      and explanations - array[''datedBack'', ''retroactive'', ''longer'', ''outsideGroup'', ''departsFromPlan''] = ''{}''
      and not jsonb_path_exists(explanations, ''$.* ? (@ == "")''))', kept);
    execute format('alter table %s_history add column explanations jsonb not null default ''{}''', kept);
  end loop;
end $$;

-- The acts that were repealed: since when the law lets their decisions hold no longer than before a day. Written from `law/` at each
-- migration of a database.
create table decision_repealed_act (
  act text primary key check (act <> ''),
  since_on date not null,
  over_on date not null check (over_on > since_on)
);

-- A decision that changes one made before grants the same need anew: from its first day the earlier one holds no longer. One is changed
-- once; the next change is of the one that changed it.
alter table decision_decision add column changes_id uuid references decision_decision check (changes_id <> id),
  add constraint decision_changes_by_granting check (changes_id is null or outcome = 'grant');
create index on decision_decision (changes_id);
create unique index decision_changed_once on decision_decision (changes_id) where annulled_on is null;
alter table decision_decision_history add column changes_id uuid;
create index on decision_decision_history (changes_id) where changes_id is not null;
alter table decision_proposal add column changes_id uuid references decision_decision;
create index on decision_proposal (changes_id);
alter table decision_proposal_history add column changes_id uuid;
