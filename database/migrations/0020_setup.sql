-- What an organiser sets up is changed by acts: old versions are kept.
select platform.keep_history('organiser_organiser');
select platform.keep_history('organiser_area');
select platform.keep_history('organiser_offering');
select platform.keep_history('organiser_unit');
select platform.keep_history('organiser_group');
select platform.keep_history('worker_letter_share');

-- When a group is open, and whether a meal is charged there unless otherwise agreed.
alter table organiser_group
  add column weekdays int[] not null default '{1,2,3,4,5}'
    check (cardinality(weekdays) > 0 and weekdays <@ '{1,2,3,4,5,6,7}'),
  add column halves text[] not null default '{am,pm}' check (cardinality(halves) > 0 and halves <@ '{am,pm}'),
  add column meal boolean not null default false;
alter table organiser_group_history
  add column weekdays int[] not null default '{1,2,3,4,5}',
  add column halves text[] not null default '{am,pm}',
  add column meal boolean not null default false;

-- Nothing ends under those who are in it: not a unit under its groups, a group under its clients, an offering under its relationships.
alter table organiser_unit add constraint organiser_unit_period unique (id, during without overlaps);
alter table organiser_group add constraint organiser_group_period unique (id, during without overlaps),
  add constraint group_within_unit foreign key (unit_id, period during) references organiser_unit (id, period during);
alter table organiser_offering add constraint organiser_offering_period unique (id, during without overlaps);
alter table placement_placement add constraint placement_within_group
  foreign key (group_id, period during) references organiser_group (id, period during);
alter table relationship_relationship add constraint relationship_within_offering
  foreign key (offering_id, period during) references organiser_offering (id, period during);

-- A password that somebody else gave is changed by its owner at the first sign-in.
alter table platform_account add column must_change boolean not null default false;
