-- In which service tasks a post works: an official reaches clients with a matter of these (703/2023 section 9, 457/2024 section 10).
alter table worker_post add column tasks text[] not null default '{working-age,disability}'
  check (tasks <@ array['working-age', 'disability'] and cardinality(tasks) > 0);
alter table worker_post_history add column tasks text[] not null default '{working-age,disability}';

-- An official opens somebody who has no matter any more, for a stated reason and a day.
create table client_opening (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  worker_id uuid not null references worker_worker,
  reason text not null check (reason in ('client-asked', 'complaint', 'correction', 'court', 'new-matter', 'other')),
  words text not null check (char_length(words) >= 10),
  opened_at timestamptz not null
);
create index on client_opening (organiser_id, opened_at);
create index on client_opening (client_id);
create index on client_opening (worker_id, opened_at);
select platform.append_only('client_opening');
