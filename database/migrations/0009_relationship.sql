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
  role text not null check (role in ('coach', 'official')),
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

-- How an organiser's service names its responsible worker. A group's leader is never stored for a client: it follows
-- from the placement and from who leads the group that day.
create table relationship_allocation_rule (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  service text not null references organiser_service,
  rule text not null check (rule in ('own-coach', 'group-leader', 'named-official', 'none')),
  -- Besides: the client's case manager is a social worker by the first letter of the surname.
  case_manager_by_letter boolean not null default false,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  unique (organiser_id, service, during without overlaps)
);
create index on relationship_allocation_rule (service);
select platform.keep_history('relationship_allocation_rule');

-- The client's case manager (asiakasvastaava) over all services of the organiser. Chosen by rule when named; a new
-- surname does not change it by itself.
create table relationship_case_manager (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  worker_id uuid not null references worker_worker,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  unique (client_id, during without overlaps)
);
create index on relationship_case_manager (organiser_id, client_id);
create index on relationship_case_manager (worker_id);
select platform.keep_history('relationship_case_manager');
