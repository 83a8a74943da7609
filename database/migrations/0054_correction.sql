-- Why something was corrected or taken back: who said so, when, of which fact, and what stood there before.
-- The fact itself changes in its room, which keeps its old versions; here stands the reason, and it stays.
create table platform_correction (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  act text not null,
  subject_id uuid not null,
  why text not null check (btrim(why) <> ''),
  -- What stood there before, as the act tells it.
  was jsonb not null,
  worker_id uuid not null references worker_worker,
  made_at timestamptz not null
);
create index on platform_correction (organiser_id, client_id);
create index on platform_correction (client_id);
create index on platform_correction (worker_id);
select platform.append_only('platform_correction');
