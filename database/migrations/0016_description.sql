create table description_import (
  id uuid primary key default uuidv7(),
  file_name text not null,
  sha256 bytea not null,
  imported_at timestamptz not null default app_now(),
  report jsonb not null
);

-- Authored answers: a new text is a new version, the older ones stay in the history.
create table description_answer (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  service_group text not null,
  question text not null check (question ~ '^Q([1-9]|1[0-7])$'),
  heading text not null,
  text text not null,
  answered boolean not null,
  version int not null default 1 check (version > 0),
  import_id uuid references description_import,
  written_by_id uuid references worker_worker,
  written_on date not null,
  check (answered = (text <> '')),
  unique (organiser_id, service_group, question)
);
create index on description_answer (import_id);
create index on description_answer (written_by_id);
select platform.keep_history('description_answer');

create table description_description (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  service_group text not null,
  title text not null,
  services text[] not null check (cardinality(services) > 0),
  import_id uuid references description_import,
  unique (organiser_id, service_group)
);
create index on description_description (import_id);
select platform.keep_history('description_description');
