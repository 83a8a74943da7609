create table cooperation_link (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  service_group text not null,
  other_service text not null check (other_service in ('social-rehabilitation', 'te-services', 'kela-rehabilitation', 'municipal-employment', 'mental-health-and-substance', 'adult-social-work', 'ohjaamo', 'typ',
    'disability-services', 'health-services', 'physiotherapy', 'hospital-social-work', 'other')),
  state text not null check (state in ('agreed', 'as-needed', 'none', 'in-house')),
  note text,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  unique (organiser_id, service_group, other_service, during without overlaps)
);
select platform.keep_history('cooperation_link');

create table cooperation_referral (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  service text not null references organiser_service,
  other_service text not null,
  direction text not null check (direction in ('to', 'from')),
  made_on date not null,
  outcome text check (outcome in ('started', 'refused', 'no-place', 'not-known')),
  outcome_on date,
  check ((outcome is null) = (outcome_on is null))
);
create index on cooperation_referral (organiser_id, made_on);
create index on cooperation_referral (client_id);
create index on cooperation_referral (service);
select platform.keep_history('cooperation_referral');
