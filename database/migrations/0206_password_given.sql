-- Who gave an account a new password, and when: its holder is told, and so is whoever supervises. Null where the operator gave it.
alter table platform_account
  add column password_given_at timestamptz,
  add column password_given_by_id uuid references worker_worker,
  add constraint password_given_whole check (password_given_at is not null or password_given_by_id is null);
create index on platform_account (password_given_by_id);
drop function if exists accounts_of(uuid, text);
