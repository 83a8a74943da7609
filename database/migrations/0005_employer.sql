create table employer_employer (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  name text not null check (name <> ''),
  business_code text,
  sector text not null check (sector in ('private', 'municipal', 'state', 'association', 'other')),
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  unique (organiser_id, name)
);
select platform.keep_history('employer_employer');

create table employer_workplace (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  employer_id uuid not null references employer_employer,
  name text not null check (name <> ''),
  street text,
  municipality_code text references organiser_municipality,
  tasks text,
  contact_name text,
  contact_phone text,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  unique (organiser_id, name)
);
create index on employer_workplace (employer_id);
create index on employer_workplace (municipality_code);
select platform.keep_history('employer_workplace');
