-- Tasks pass from one organiser to another, all of them or those of some services; and what came along is known by both ids, so
-- that nothing is carried twice, and what was counted before is counted once.
alter table organiser_succession add column services text[] check (cardinality(services) > 0);

create table carrying_row (
  succession_id uuid not null references organiser_succession,
  thing text not null,
  old_id uuid not null,
  new_id uuid not null,
  -- Made there by carrying, or found there already.
  made boolean not null,
  carried_on date not null,
  carried_by_id uuid not null references worker_worker,
  primary key (succession_id, old_id)
);
create index on carrying_row (carried_by_id);
create index on carrying_row (old_id);
create index on carrying_row (new_id);

-- What came from an organiser before, and from which day it stands here; and a matter that was left to the next one.
alter table referral_referral add column came_on date, add column left_on date,
  add constraint referral_left check (left_on is null or left_on = withdrawn_on);
alter table referral_referral_history add column came_on date, add column left_on date;
alter table plan_plan add column came_on date;
alter table plan_plan_history add column came_on date;
alter table decision_decision add column came_on date, add column left_on date;
alter table decision_decision_history add column came_on date, add column left_on date;

-- The first day of a relationship that began under an organiser before; the stay is as long as the client knows it.
-- One that passed to the next organiser did not end with its last day here.
alter table relationship_relationship add column began_on date check (began_on < lower(during)),
  add column left_on date, add constraint relationship_left check (left_on = upper(during));
alter table relationship_relationship_history add column began_on date, add column left_on date;
