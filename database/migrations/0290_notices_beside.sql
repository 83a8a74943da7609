-- To whom a request to be heard, and what the body decided on a request for rectification, was given, how and when: the client, and
-- whoever acts for the client by law in personal matters.
create table hearing_notice (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  hearing_id uuid not null references hearing_hearing,
  recipient text not null check (recipient in ('client', 'representative')),
  -- Who else than the client, by the name of that day.
  name text check (name <> ''),
  way text not null check (way in ('post', 'electronic', 'in-person')),
  sent_on date not null,
  served_on date not null,
  constraint hearing_notice_named check ((recipient = 'client') = (name is null)),
  constraint hearing_notice_after_sent check (served_on >= sent_on)
);
create index on hearing_notice (organiser_id, client_id);
create index on hearing_notice (client_id);
create index on hearing_notice (hearing_id);
create unique index hearing_notice_to_client_once on hearing_notice (hearing_id) where recipient = 'client';
select platform.keep_history('hearing_notice');

-- What was asked before is known by its day and way; by post it counts as received on the seventh day, electronically on the third.
insert into hearing_notice (organiser_id, client_id, hearing_id, recipient, way, sent_on, served_on)
select organiser_id, client_id, id, 'client', way, asked_on, asked_on + case way when 'post' then 7 when 'electronic' then 3 else 0 end from hearing_hearing;

create table rectification_notice (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  request_id uuid not null references rectification_request,
  recipient text not null check (recipient in ('client', 'representative')),
  name text check (name <> ''),
  -- Of what was served before, only the day on which it counts as served is known.
  way text check (way in ('post', 'electronic', 'in-person')),
  sent_on date,
  served_on date not null,
  constraint rectification_notice_named check ((recipient = 'client') = (name is null)),
  constraint rectification_notice_sent check ((way is null) = (sent_on is null)),
  constraint rectification_notice_after_sent check (served_on >= sent_on)
);
create index on rectification_notice (organiser_id, client_id);
create index on rectification_notice (client_id);
create index on rectification_notice (request_id);
create unique index rectification_notice_to_client_once on rectification_notice (request_id) where recipient = 'client';
select platform.keep_history('rectification_notice');

insert into rectification_notice (organiser_id, client_id, request_id, recipient, served_on)
select organiser_id, client_id, id, 'client', served_on from rectification_request where served_on is not null;
