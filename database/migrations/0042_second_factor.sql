-- One's own sessions are listed by what they run in, and ended one by one; a code from one's phone may be asked beside the password.
alter table platform_session add column id uuid not null default uuidv7() unique, add column runs_in text;
alter table platform_account add column code_cipher bytea, add column code_confirmed_at timestamptz,
  -- The last step of time whose code was used: no code is taken twice.
  add column code_step bigint;
