-- Why a service begins, or has a place, although by what was recorded after the decision the client is outside the group of its act.
alter table relationship_relationship add column outside_because text check (outside_because <> '');
alter table relationship_relationship_history add column outside_because text;
alter table placement_placement add column outside_because text check (outside_because <> '');
alter table placement_placement_history add column outside_because text;
