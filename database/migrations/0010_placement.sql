create table placement_placement (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  relationship_id uuid not null,
  service text not null references organiser_service,
  group_id uuid references organiser_group,
  workplace_id uuid references employer_workplace,
  tasks text,
  starts_at time,
  ends_at time,
  hours_a_day numeric(4, 2) check (hours_a_day > 0 and hours_a_day <= 24),
  wage_subsidy boolean not null default false,
  meal boolean not null default false,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  check (num_nonnulls(group_id, workplace_id) = 1),
  unique (id, during without overlaps),
  foreign key (relationship_id, period during) references relationship_relationship (id, period during)
);
create index on placement_placement (organiser_id, service);
create index on placement_placement (client_id);
create index on placement_placement (relationship_id);
create index on placement_placement (group_id);
create index on placement_placement (workplace_id);
create index on placement_placement (service);
select platform.keep_history('placement_placement');

-- A half-day of the week that a placement claims; a client's half-days never collide.
create table placement_slot (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  placement_id uuid not null,
  weekday int not null check (weekday between 1 and 7),
  half text not null check (half in ('am', 'pm')),
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  constraint placement_half_day_once unique (client_id, weekday, half, during without overlaps),
  foreign key (placement_id, period during) references placement_placement (id, period during)
);
create index on placement_slot (placement_id);
create index on placement_slot (organiser_id, client_id);
select platform.keep_history('placement_slot');

create table placement_agreement (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  placement_id uuid not null references placement_placement,
  tasks text not null,
  hours text not null,
  during daterange not null check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  unique (placement_id, during without overlaps)
);
create index on placement_agreement (organiser_id, client_id);
create index on placement_agreement (client_id);
select platform.keep_history('placement_agreement');

-- Each party approves the content that it saw: another content has another hash, and so no approval.
create table placement_approval (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  agreement_id uuid not null references placement_agreement,
  party text not null check (party in ('client', 'employer', 'organiser')),
  content_hash text not null,
  approved_on date not null,
  approved_by text not null,
  recorded_by_id uuid references worker_worker,
  unique (agreement_id, party, content_hash)
);
create index on placement_approval (organiser_id, client_id);
create index on placement_approval (client_id);
create index on placement_approval (recorded_by_id);
select platform.keep_history('placement_approval');
