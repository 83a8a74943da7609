create table organiser_municipality (
  code text primary key check (code ~ '^\d{3}$'),
  name_fi text not null,
  name_sv text not null
);

create table organiser_organiser (
  id uuid primary key default uuidv7(),
  code text not null unique check (code ~ '^[a-z0-9-]+$'),
  kind text not null check (kind in ('cooperation-area', 'municipality', 'employment-services', 'region', 'wellbeing-services-county')),
  name_fi text not null,
  name_sv text not null,
  name_en text not null,
  office_fi text,
  street text,
  postal_code text,
  post_office text,
  phone text,
  email text,
  -- Relationships that began before this day enter a length-of-stay curve late (left truncation).
  register_from_on date not null,
  during daterange not null check (not isempty(during) and not lower_inf(during))
);

create table organiser_succession (
  id uuid primary key default uuidv7(),
  predecessor_id uuid not null references organiser_organiser,
  successor_id uuid not null references organiser_organiser,
  from_on date not null,
  check (predecessor_id <> successor_id),
  unique (predecessor_id, successor_id, from_on)
);
create index on organiser_succession (successor_id);

-- A region answers for the organisers in it (Satakunta).
create table organiser_membership (
  id uuid primary key default uuidv7(),
  region_id uuid not null references organiser_organiser,
  organiser_id uuid not null references organiser_organiser,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  unique (region_id, organiser_id, during without overlaps)
);
create index on organiser_membership (organiser_id);

create table organiser_area (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  municipality_code text not null references organiser_municipality,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  unique (organiser_id, municipality_code, during without overlaps)
);
create index on organiser_area (municipality_code);

create table organiser_service (
  code text primary key check (code ~ '^[a-z0-9-]+$'),
  name_fi text not null,
  name_sv text not null,
  name_en text not null,
  place int not null unique
);

-- What a service rests on: provision ids of the law digest, for the days when it could be granted on it.
create table organiser_service_basis (
  id uuid primary key default uuidv7(),
  service text not null references organiser_service,
  provision text not null,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  unique (service, provision, during without overlaps)
);

-- Who produces a service for organisers.
create table organiser_provider (
  id uuid primary key default uuidv7(),
  name text not null,
  kind text not null check (kind in ('own', 'association', 'foundation', 'company', 'state-office', 'municipality')),
  business_code text
);

create table organiser_offering (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  service text not null references organiser_service,
  provision_mode text not null check (provision_mode in ('own', 'purchased', 'voucher', 'grant')),
  provider_id uuid references organiser_provider,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  check (provision_mode = 'own' or provider_id is not null)
);
alter table organiser_offering add constraint organiser_offering_once
  exclude using gist (organiser_id with =, service with =, provision_mode with =, coalesce(provider_id, '00000000-0000-0000-0000-000000000000'::uuid) with =, during with &&);
create index on organiser_offering (organiser_id, service);
create index on organiser_offering (provider_id);
create index on organiser_offering (service);

create table organiser_unit (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  provider_id uuid references organiser_provider,
  name text not null,
  kind text not null check (kind in ('activity-centre', 'workshop', 'day-centre', 'office')),
  municipality_code text not null references organiser_municipality,
  street text,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  unique (organiser_id, name)
);
create index on organiser_unit (provider_id);
create index on organiser_unit (municipality_code);

create table organiser_group (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  unit_id uuid not null references organiser_unit,
  service text not null references organiser_service,
  name text not null,
  capacity int check (capacity > 0),
  -- Months that one worker leads the group at a time; null where the leader stays (Rauma: 3).
  lead_rotation_months int check (lead_rotation_months > 0),
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  unique (unit_id, name)
);
create index on organiser_group (organiser_id, service);
create index on organiser_group (service);

-- Said aloud where an organiser does not record something, so that nobody reads a zero into it.
create table organiser_recording_gap (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  service text not null references organiser_service,
  figure text not null,
  reason_fi text not null,
  reason_sv text not null,
  reason_en text not null,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  unique (organiser_id, service, figure, during without overlaps)
);
create index on organiser_recording_gap (service);
