-- To whom a decision was given, how and when: the client, whoever acts for the client by law in personal matters, and copies.
-- What was recorded by mistake is taken back; the old versions keep it.
create table decision_notice (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  decision_id uuid not null references decision_decision,
  recipient text not null check (recipient in ('client', 'representative', 'copy')),
  -- Who else than the client, by the name of that day.
  name text check (name <> ''),
  -- Of what was recorded before, only the day on which it counts as served is known.
  way text check (way in ('post', 'electronic', 'in-person')),
  sent_on date,
  served_on date not null,
  check ((recipient = 'client') = (name is null)),
  check ((way is null) = (sent_on is null)),
  check (served_on >= sent_on)
);
create index on decision_notice (organiser_id, client_id);
create index on decision_notice (client_id);
create index on decision_notice (decision_id);
create unique index notice_to_client_once on decision_notice (decision_id) where recipient = 'client';
select platform.keep_history('decision_notice');

insert into decision_notice (organiser_id, client_id, decision_id, recipient, served_on)
select organiser_id, client_id, id, 'client', served_on from decision_decision where served_on is not null;
