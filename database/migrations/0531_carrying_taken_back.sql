-- Each time that clients were carried over, and step by step what it did, so that it can be taken back as a whole.
create table carrying_carrying (
  id uuid primary key default uuidv7(),
  succession_id uuid references organiser_succession on delete set null,
  carried_on date not null,
  carried_at timestamptz not null default app_now(),
  carried_by_id uuid not null references worker_worker,
  taken_back_on date check (taken_back_on >= carried_on),
  taken_back_by_id uuid references worker_worker,
  taken_back_because text check (taken_back_because <> ''),
  constraint carrying_carrying_taken_back check ((taken_back_on is null) = (taken_back_by_id is null) and (taken_back_on is null) = (taken_back_because is null))
);
create index on carrying_carrying (succession_id);
create index on carrying_carrying (carried_by_id);
create index on carrying_carrying (taken_back_by_id);

create table carrying_step (
  place bigint generated always as identity primary key,
  carrying_id uuid not null references carrying_carrying,
  thing text not null,
  row_id uuid not null,
  -- The row before and after; null where it was not there.
  was jsonb,
  became jsonb,
  check (was is not null or became is not null)
);
create index on carrying_step (carrying_id, thing, row_id);

-- What came along and was taken back is no more, and can come along again; its ids are known still, for what was known meanwhile.
alter table carrying_row add column carrying_id uuid references carrying_carrying, add column taken_back boolean not null default false,
  drop constraint carrying_row_pkey, add primary key (old_id, new_id), alter column succession_id drop not null,
  drop constraint carrying_row_succession_id_fkey,
  add constraint carrying_row_succession_id_fkey foreign key (succession_id) references organiser_succession on delete set null;
create index on carrying_row (succession_id);
create index on carrying_row (carrying_id);
drop index carrying_row_old_id_idx;
