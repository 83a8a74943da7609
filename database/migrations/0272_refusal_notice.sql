-- To whom a refusal to correct a decision was given, how and when: the client, and whoever acts for the client by law in personal matters.
create table refusal_notice (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  refusal_id uuid not null references refusal_refusal,
  recipient text not null check (recipient in ('client', 'representative')),
  -- Who else than the client, by the name of that day.
  name text check (name <> ''),
  way text not null check (way in ('post', 'electronic', 'in-person')),
  sent_on date not null,
  served_on date not null,
  constraint refusal_notice_named check ((recipient = 'client') = (name is null)),
  constraint refusal_notice_after_sent check (served_on >= sent_on)
);
create index on refusal_notice (organiser_id, client_id);
create index on refusal_notice (client_id);
create index on refusal_notice (refusal_id);
create unique index refusal_notice_to_client_once on refusal_notice (refusal_id) where recipient = 'client';
select platform.keep_history('refusal_notice');

-- Of what was served before, only the day on which it counts as served is known: it stands for the day of sending.
insert into refusal_notice (organiser_id, client_id, refusal_id, recipient, way, sent_on, served_on)
select organiser_id, client_id, id, 'client', way, served_on, served_on from refusal_refusal where served_on is not null;
