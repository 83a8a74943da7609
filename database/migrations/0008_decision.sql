create table decision_decision (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  referral_id uuid not null references referral_referral,
  plan_id uuid references plan_plan,
  service text not null references organiser_service,
  outcome text not null check (outcome in ('grant', 'deny')),
  decided_on date not null,
  -- What is granted and for when; open-ended where the upper bound is missing. A denial grants nothing.
  during daterange check (not isempty(during) and not lower_inf(during)),
  reasons text not null check (reasons <> ''),
  provisions text[] not null check (cardinality(provisions) > 0),
  decided_by_id uuid not null references worker_worker,
  served_on date,
  check ((outcome = 'grant') = (during is not null)),
  check (served_on is null or served_on >= decided_on),
  unique (referral_id)
);
create index on decision_decision (organiser_id, service, decided_on);
create index on decision_decision (client_id);
create index on decision_decision (plan_id);
create index on decision_decision (service);
create index on decision_decision (decided_by_id);
select platform.keep_history('decision_decision');

-- The paper as it was sent; never changed.
create table decision_letter (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  decision_id uuid not null unique references decision_decision,
  language text not null check (language in ('fi', 'sv', 'en')),
  pdf bytea not null,
  sha256 bytea not null,
  made_at timestamptz not null default app_now()
);
create index on decision_letter (organiser_id, client_id);
create index on decision_letter (client_id);
select platform.append_only('decision_letter');
