-- A demand to correct an error in a decision that the authority refuses: a decision of its own, against which no appeal may be made.
create table refusal_refusal (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  decision_id uuid not null references decision_decision,
  demanded_on date not null,
  -- What the client says is wrong, and why it is not.
  demand text not null check (demand <> ''),
  refused_on date not null,
  reasons text not null check (reasons <> ''),
  refused_by_id uuid not null references worker_worker,
  -- By which delegation it was decided.
  delegation text not null check (delegation <> ''),
  way text check (way in ('post', 'electronic', 'in-person')),
  served_on date,
  constraint refused_after_demanded check (refused_on >= demanded_on),
  constraint refusal_served_whole check ((way is null) = (served_on is null)),
  constraint refusal_served_after_refused check (served_on >= refused_on)
);
create index on refusal_refusal (organiser_id, client_id);
create index on refusal_refusal (client_id);
create index on refusal_refusal (decision_id);
create index on refusal_refusal (refused_by_id);
select platform.keep_history('refusal_refusal');
