create table exit_exit (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  relationship_id uuid not null unique references relationship_relationship,
  ended_on date not null,
  reason text not null check (reason in ('other-employment-service', 'maximum-time', 'employed', 'non-commitment', 'employed-with-subsidy', 'health-or-rehabilitation', 'studies',
    'own-wish', 'retired', 'moved-away', 'died', 'need-ended', 'other')),
  destination text not null check (destination in ('other-employment-service', 'rehabilitation', 'sick-leave', 'subsidised-work', 'paid-work', 'studies', 'pension', 'other-social-service', 'home', 'elsewhere', 'not-known')),
  note text,
  recorded_by_id uuid references worker_worker
);
create index on exit_exit (organiser_id, ended_on);
create index on exit_exit (client_id);
create index on exit_exit (recorded_by_id);
select platform.keep_history('exit_exit');

-- A move to another service of the same organiser: no exit.
create table exit_transition (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  from_relationship_id uuid not null references relationship_relationship,
  to_relationship_id uuid not null references relationship_relationship,
  moved_on date not null,
  check (from_relationship_id <> to_relationship_id),
  unique (from_relationship_id, to_relationship_id)
);
create index on exit_transition (organiser_id, moved_on);
create index on exit_transition (client_id);
create index on exit_transition (to_relationship_id);
select platform.keep_history('exit_transition');
