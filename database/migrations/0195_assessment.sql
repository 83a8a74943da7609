-- The assessment of a client's need of services: begun on a day, written, and finished with the professional's findings and the
-- client's own view apart.
create table assessment_assessment (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  referral_id uuid not null references referral_referral,
  begun_on date not null,
  begun_by_id uuid not null references worker_worker,
  -- Who took part beside the professional, and how.
  took_part text check (took_part <> ''),
  situation text check (situation <> ''),
  client_view text check (client_view <> ''),
  -- Why the client's own view could not be had.
  view_missing_because text check (view_missing_because <> ''),
  conclusions text check (conclusions <> ''),
  need text check (need in ('none', 'temporary', 'recurring', 'long-term')),
  special_support boolean,
  own_worker boolean,
  own_worker_view text check (own_worker_view <> ''),
  finished_on date,
  finished_by_id uuid references worker_worker,
  constraint assessment_once unique (referral_id),
  check (finished_on >= begun_on),
  check (client_view is null or view_missing_because is null),
  constraint assessment_whole check (finished_on is null or num_nulls(took_part, situation, conclusions, need, special_support, own_worker, finished_by_id) = 0
    and num_nonnulls(client_view, view_missing_because) = 1),
  check ((finished_on is null) = (finished_by_id is null))
);
create index on assessment_assessment (organiser_id, client_id);
create index on assessment_assessment (client_id);
create index on assessment_assessment (begun_by_id);
create index on assessment_assessment (finished_by_id);
select platform.keep_history('assessment_assessment');

-- Whoever has the highest care allowance is assessed from the seventh working day at the latest.
alter table client_benefit
  add column highest boolean not null default false,
  add constraint client_benefit_highest check (not highest or benefit = 'care-allowance');
alter table client_benefit_history add column highest boolean not null default false;
