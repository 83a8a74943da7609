-- A post that opens clients, or opens more of them, holds when a second person has confirmed it: until then it is only asked for.
create table worker_post_request (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  worker_id uuid not null references worker_worker,
  -- The post that would become wider; a new one where there is none.
  post_id uuid references worker_post on delete cascade,
  post text not null check (post is json object),
  asked_by_id uuid not null references worker_worker,
  asked_at timestamptz not null,
  -- Null where the operator decided at the command line.
  decided_by_id uuid references worker_worker,
  decided_at timestamptz,
  outcome text check (outcome in ('confirmed', 'refused')),
  constraint post_request_decided_whole check ((outcome is null) = (decided_at is null)),
  constraint post_request_second_person check (decided_by_id <> asked_by_id and decided_by_id <> worker_id)
);
create index on worker_post_request (organiser_id, decided_at);
create index on worker_post_request (worker_id);
create index on worker_post_request (post_id);
create index on worker_post_request (asked_by_id);
create index on worker_post_request (decided_by_id);
