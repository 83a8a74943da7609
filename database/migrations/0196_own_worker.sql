-- The own worker of a client, one at a time: who is beside the client through all services, unless another answers already.
create table ownworker_naming (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  worker_id uuid not null references worker_worker,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  unique (client_id, during without overlaps)
);
create index on ownworker_naming (organiser_id, client_id);
create index on ownworker_naming (worker_id);
select platform.keep_history('ownworker_naming');
