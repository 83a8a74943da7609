create table plan_plan (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  referral_id uuid references referral_referral,
  service text not null references organiser_service,
  kind text not null check (kind in ('activation', 'multisectoral', 'service')),
  made_on date not null,
  -- The days that the plan is for; for rehabilitative work the period of 3 to 24 calendar months.
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  review_on date,
  days_a_week int check (days_a_week between 1 and 7),
  hours_a_day numeric(4, 2) check (hours_a_day > 0),
  informed_of_benefits_at timestamptz,
  made_by_id uuid references worker_worker,
  reviewed_on date,
  check (review_on is null or review_on >= made_on)
);
create index on plan_plan (organiser_id, client_id);
create index on plan_plan (client_id);
create index on plan_plan (referral_id);
create index on plan_plan (service);
create index on plan_plan (made_by_id);
select platform.keep_history('plan_plan');

create table plan_goal (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  plan_id uuid not null references plan_plan,
  place int not null,
  goal text not null check (goal <> ''),
  achieved_on date,
  unique (plan_id, place)
);
create index on plan_goal (organiser_id, client_id);
create index on plan_goal (client_id);
select platform.keep_history('plan_goal');

-- A statutory item of the plan, by the number it has in the template of the plan's day.
create table plan_item (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  plan_id uuid not null references plan_plan,
  item text not null,
  answer text not null check (answer <> ''),
  unique (plan_id, item)
);
create index on plan_item (organiser_id, client_id);
create index on plan_item (client_id);
select platform.keep_history('plan_item');
