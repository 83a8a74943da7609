-- A request for rectification of a decision: handled by the body, decided, served, and then perhaps before the court.
-- In time or late, and whether the decision has the force of law, is derived from these days.
create table rectification_request (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  decision_id uuid not null references decision_decision,
  received_on date not null,
  demands text not null check (demands <> ''),
  body text not null check (body <> ''),
  recorded_by_id uuid not null references worker_worker,
  outcome text check (outcome in ('changed', 'upheld', 'not-examined')),
  decided_on date,
  reasons text check (reasons <> ''),
  served_on date,
  appealed_on date,
  court_outcome text check (court_outcome in ('dismissed', 'changed', 'returned', 'not-examined')),
  court_decided_on date,
  constraint request_decided_whole check ((outcome is null) = (decided_on is null) and (outcome is null) = (reasons is null)),
  constraint request_in_order check (decided_on >= received_on and served_on >= decided_on and appealed_on >= served_on
    and court_decided_on >= appealed_on),
  constraint served_after_decided check (served_on is null or decided_on is not null),
  constraint appealed_after_served check (appealed_on is null or served_on is not null),
  constraint court_after_appeal check ((court_outcome is null) = (court_decided_on is null) and (court_decided_on is null or appealed_on is not null))
);
create index on rectification_request (organiser_id, client_id);
create index on rectification_request (client_id);
create index on rectification_request (decision_id);
create index on rectification_request (recorded_by_id);
create unique index one_request_at_a_time on rectification_request (decision_id) where decided_on is null;
select platform.keep_history('rectification_request');
