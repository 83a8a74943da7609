create table relationship_relationship (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  service text not null references organiser_service,
  offering_id uuid not null references organiser_offering,
  -- Old relationships may stand on a decision that was never entered.
  decision_id uuid references decision_decision,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  unique (id, during without overlaps),
  unique (client_id, service, during without overlaps)
);
create index on relationship_relationship (organiser_id, service, client_id);
create index on relationship_relationship using gist (organiser_id, service, during);
create index on relationship_relationship (offering_id);
create index on relationship_relationship (decision_id);
create index on relationship_relationship (service);
select platform.keep_history('relationship_relationship');

create table relationship_responsible (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  relationship_id uuid not null,
  worker_id uuid not null references worker_worker,
  role text not null check (role in ('coach', 'group-leader', 'social-worker', 'official')),
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  unique (relationship_id, during without overlaps),
  foreign key (relationship_id, period during) references relationship_relationship (id, period during)
);
create index on relationship_responsible (organiser_id, client_id);
create index on relationship_responsible (client_id);
create index on relationship_responsible (worker_id);
select platform.keep_history('relationship_responsible');

-- An agreed break: the relationship goes on.
create table relationship_pause (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  relationship_id uuid not null,
  reason text not null,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  unique (relationship_id, during without overlaps),
  foreign key (relationship_id, period during) references relationship_relationship (id, period during)
);
create index on relationship_pause (organiser_id, client_id);
create index on relationship_pause (client_id);
select platform.keep_history('relationship_pause');
