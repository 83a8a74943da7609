-- The agreed rhythm of an organiser's service; a phase of the relationship has its own.
create table coaching_rhythm (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  service text not null references organiser_service,
  phase text not null check (phase in ('starting', 'steady')),
  -- How long the starting phase lasts, in days; only there.
  phase_days int check (phase_days > 0),
  every_days int check (every_days > 0),
  every_days_at_most int check (every_days_at_most >= every_days),
  -- A workplace visit is due at the latest when the agreement is renewed.
  visit_at_renewal boolean not null default false,
  group_meetings_a_year int check (group_meetings_a_year >= 0),
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  check ((phase = 'starting') = (phase_days is not null)),
  unique (organiser_id, service, phase, during without overlaps)
);
create index on coaching_rhythm (service);
select platform.keep_history('coaching_rhythm');

-- The client's own wish about the rhythm (twice a month instead of weekly).
create table coaching_agreed_rhythm (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  relationship_id uuid not null,
  every_days int not null check (every_days > 0),
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  unique (relationship_id, during without overlaps),
  foreign key (relationship_id, period during) references relationship_relationship (id, period during)
);
create index on coaching_agreed_rhythm (organiser_id, client_id);
create index on coaching_agreed_rhythm (client_id);
select platform.keep_history('coaching_agreed_rhythm');

create table coaching_contact (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  relationship_id uuid not null references relationship_relationship,
  worker_id uuid not null references worker_worker,
  kind text not null check (kind in ('call', 'message', 'meeting', 'workplace-visit', 'group-meeting')),
  party text not null default 'client' check (party in ('client', 'employer', 'both')),
  held_on date not null,
  minutes int check (minutes between 1 and 1440),
  note text
);
create index on coaching_contact (organiser_id, client_id, held_on);
create index on coaching_contact (relationship_id, held_on desc);
create index on coaching_contact (client_id);
create index on coaching_contact (worker_id, held_on);
select platform.keep_history('coaching_contact');

create table coaching_appointment (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  relationship_id uuid not null references relationship_relationship,
  worker_id uuid not null references worker_worker,
  kind text not null check (kind in ('call', 'meeting', 'workplace-visit', 'group-meeting')),
  due_on date not null,
  starts_at time,
  place text
);
create index on coaching_appointment (organiser_id, client_id);
create index on coaching_appointment (relationship_id);
create index on coaching_appointment (client_id);
create index on coaching_appointment (worker_id, due_on);
select platform.keep_history('coaching_appointment');
