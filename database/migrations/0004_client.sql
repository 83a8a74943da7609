create table client_client (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  -- Two records found to be one person share this id; persons are counted by it.
  person_id uuid not null default uuidv7(),
  family_name text not null check (family_name <> ''),
  given_names text not null,
  birth_on date,
  gender text check (gender in ('female', 'male', 'other')),
  mother_tongue text,
  service_language text not null default 'fi' check (service_language in ('fi', 'sv', 'en')),
  easy_language boolean not null default false,
  municipality_code text references organiser_municipality,
  -- The identity code stands only encrypted; the keyed hash finds it.
  identity_cipher bytea,
  identity_hash bytea,
  identity_masked text,
  identity_temporary boolean,
  check ((identity_cipher is null) = (identity_hash is null)),
  check ((identity_cipher is null) = (identity_masked is null))
);
create index on client_client (organiser_id, family_name, given_names);
create unique index client_identity_once on client_client (organiser_id, identity_hash) where identity_hash is not null;
create index on client_client (person_id);
create index on client_client (municipality_code);
create index client_name_search on client_client using gist (organiser_id, (lower(family_name || ' ' || given_names)) gist_trgm_ops);
select platform.keep_history('client_client');

-- Where a person can be reached: its own table, since a protected address must not travel with the name.
create table client_address (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  street text,
  postal_code text,
  post_office text,
  phone text,
  email text,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  unique (client_id, during without overlaps)
);
create index on client_address (organiser_id, client_id);
select platform.keep_history('client_address');

create table client_protection (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  contact_instead text,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  unique (client_id, during without overlaps)
);
create index on client_protection (organiser_id, client_id);
select platform.keep_history('client_protection');

create table client_benefit (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  benefit text not null check (benefit in ('disability-pension', 'rehabilitation-subsidy', 'guarantee-pension', 'housing-allowance', 'care-allowance', 'labour-market-subsidy', 'basic-allowance', 'social-assistance', 'wage', 'other', 'none')),
  main boolean not null,
  during daterange not null check (not isempty(during) and not lower_inf(during))
);
alter table client_benefit add constraint client_benefit_once exclude using gist (client_id with =, benefit with =, during with &&);
alter table client_benefit add constraint client_main_benefit_once exclude using gist (client_id with =, during with &&) where (main);
create index on client_benefit (organiser_id, client_id);
select platform.keep_history('client_benefit');

-- Primary reason of support; "not known" has five ways, and each is its own answer.
create table client_reason (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  reason text not null check (reason in ('intellectual-disability', 'autism-spectrum', 'neuropsychiatric', 'mental-health', 'substance-use', 'social', 'other',
    'not-recorded', 'none', 'not-investigated', 'refused', 'not-allowed')),
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  unique (client_id, during without overlaps)
);
create index on client_reason (organiser_id, client_id);
select platform.keep_history('client_reason');

create table client_representative (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  name text not null,
  kind text not null check (kind in ('relative', 'guardian', 'legal-representative', 'support-person')),
  phone text,
  powers text,
  during daterange not null check (not isempty(during) and not lower_inf(during))
);
create index on client_representative (organiser_id, client_id);
create index on client_representative (client_id);
select platform.keep_history('client_representative');

-- Where a worker's last visit to a client's page stood, so that the page can open on what happened since.
create table client_visit (
  worker_id uuid not null references worker_worker,
  client_id uuid not null references client_client,
  organiser_id uuid not null references organiser_organiser,
  visited_at timestamptz not null,
  primary key (worker_id, client_id)
);
create index on client_visit (client_id);
create index on client_visit (organiser_id, client_id);
