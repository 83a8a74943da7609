-- Keys that a device or a security key holds, which show who signs in: beside the password, or in its place.
create table platform_passkey (
  id uuid primary key default uuidv7(),
  account_id uuid not null references platform_account on delete cascade,
  credential_id bytea not null unique,
  public_key bytea not null,
  -- How often the key was used, where it counts: a copy of it is told by a count that goes back.
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  name text not null check (length(name) between 1 and 60),
  made_at timestamptz not null default now(),
  used_at timestamptz
);
create index on platform_passkey (account_id);
-- What a key has answered to is never answered again. What was never answered is not kept: it tells itself until when it holds.
create table platform_challenge (
  hash bytea primary key,
  ends_at timestamptz not null
);
create index on platform_challenge (ends_at);
