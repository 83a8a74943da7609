-- The paper of a plan as the last of those who sign it signed it: printed again, it is the same, whatever is recorded later. By whom and
-- when it was signed tells one from another: what three signed is not changed, only a signature that was recorded wrongly.
create table plan_paper (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  plan_id uuid not null references plan_plan,
  signed_as text not null,
  kept_on date not null,
  language text not null check (language in ('fi', 'sv', 'en')),
  pdf bytea not null,
  sha256 bytea not null check (sha256 = sha256(pdf)),
  tells_place boolean not null,
  constraint plan_paper_once unique (plan_id, signed_as)
);
create index on plan_paper (organiser_id, client_id);
create index on plan_paper (client_id);
select platform.keep_history('plan_paper');
