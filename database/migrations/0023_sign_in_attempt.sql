-- Tries to sign in that failed, by the hash of the username that was given: a name that is nobody's is counted and locked
-- just like one that is somebody's, so that no answer tells which it is. Hashed, since people type passwords there too.
create table platform_attempt (
  username_hash bytea primary key,
  failed_count int not null check (failed_count > 0),
  locked_until_at timestamptz,
  tried_at timestamptz not null
);
create index on platform_attempt (tried_at);
alter table platform_account drop column failed_count, drop column locked_until_at;
