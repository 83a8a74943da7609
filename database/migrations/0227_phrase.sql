-- Ready reasons of an organiser's own, by service and provision, beside the built-in ones: what a decision is reasoned from.
create table phrase_phrase (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  service text not null references organiser_service,
  -- For deciding against the client, or for granting.
  against boolean not null,
  -- The provision that is cited with it; the service's own where it is missing.
  provision text check (provision <> ''),
  name text not null check (name <> ''),
  text_fi text not null check (text_fi <> ''),
  text_sv text not null check (text_sv <> ''),
  easy_fi text check (easy_fi <> ''),
  easy_sv text check (easy_sv <> ''),
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  constraint phrase_named_once unique (organiser_id, service, name, during without overlaps)
);
create index on phrase_phrase (service);
select platform.keep_history('phrase_phrase');
