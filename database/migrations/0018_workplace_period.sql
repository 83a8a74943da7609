-- A placement lies within its workplace's days: a workplace cannot end while somebody is still placed there.
alter table employer_workplace add constraint employer_workplace_period unique (id, during without overlaps);
alter table placement_placement add constraint placement_within_workplace
  foreign key (workplace_id, period during) references employer_workplace (id, period during);
