-- A change is sent with the key of its gesture: sent again it is not done again, and the answer that was given is given again.
create table platform_gesture (
  worker_id uuid not null references worker_worker,
  key text not null check (length(key) between 1 and 300),
  act text not null,
  -- Of the input: a key that comes back with something else is somebody's mistake.
  input_hash bytea not null,
  -- Null until the change is done, in the same transaction.
  answer jsonb,
  done_at timestamptz not null default clock_timestamp(),
  primary key (worker_id, key)
);
create index on platform_gesture (done_at);
alter table platform_gesture enable row level security;
create policy own on platform_gesture to kykypolku_app using (worker_id = app_worker()) with check (worker_id = app_worker());
-- An answer is kept for two days, longer than any client tries again; whoever records clears away what is older.
create policy old on platform_gesture for delete to kykypolku_app using (done_at < clock_timestamp() - interval '2 days');
create policy see_old on platform_gesture for select to kykypolku_app using (done_at < clock_timestamp() - interval '2 days');
