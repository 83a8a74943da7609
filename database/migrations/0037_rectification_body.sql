-- The body (toimielin) that handles requests for rectification: another than the office that decided, and where it is found.
create table organiser_rectification_body (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  name_fi text not null check (name_fi <> ''),
  name_sv text not null check (name_sv <> ''),
  name_en text not null check (name_en <> ''),
  street text not null check (street <> ''),
  postal_code text not null check (postal_code ~ '^\d{5}$'),
  post_office text not null check (post_office <> ''),
  email text,
  phone text,
  opening_fi text not null check (opening_fi <> ''),
  opening_sv text not null check (opening_sv <> ''),
  opening_en text not null check (opening_en <> ''),
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  constraint one_body_at_a_time unique (organiser_id, during without overlaps)
);
select platform.keep_history('organiser_rectification_body');
