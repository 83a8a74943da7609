-- A new password that somebody gives to a colleague is told in two halves, each to another person, so that nobody signs in as a
-- colleague alone. The first half waits sealed until a second person confirms that it is given.
-- An account that one person opened is nobody's to sign in with before the second has confirmed it, at the provider either.
alter table platform_account
  add column waits_for_second boolean not null default false,
  add column half_cipher bytea,
  add column half_asked_by_id uuid references worker_worker (id),
  add column half_asked_at timestamptz,
  add constraint half_whole check (num_nonnulls(half_cipher, half_asked_by_id, half_asked_at) in (0, 3)),
  add constraint half_by_another check (half_asked_by_id <> worker_id);
create index on platform_account (half_asked_by_id);
