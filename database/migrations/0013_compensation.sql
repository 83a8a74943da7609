-- An organiser's own rates; rates of law stand in the law digest.
create table compensation_rate (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  kind text not null check (kind in ('open-work-allowance', 'work-share', 'meal-charge', 'employer-share', 'cost-compensation')),
  employer_id uuid references employer_employer,
  amount_cents int not null check (amount_cents > 0),
  -- Holiday days a calendar year for which the rate is paid too (Pori: four weeks in open work).
  paid_holiday_days int not null default 0 check (paid_holiday_days >= 0),
  -- The provision or the organiser's own decision that the rate rests on.
  rule text not null,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  check ((kind = 'employer-share') = (employer_id is not null))
);
alter table compensation_rate add constraint compensation_rate_once
  exclude using gist (organiser_id with =, kind with =, coalesce(employer_id, '00000000-0000-0000-0000-000000000000'::uuid) with =, during with &&);
create index on compensation_rate (employer_id);
select platform.keep_history('compensation_rate');

create table compensation_month (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  month_on date not null check (extract(day from month_on) = 1),
  closed_at timestamptz not null default app_now(),
  closed_by_id uuid references worker_worker,
  unique (organiser_id, month_on)
);
create index on compensation_month (closed_by_id);
select platform.append_only('compensation_month');

create table compensation_line (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  placement_id uuid not null references placement_placement,
  mark_id uuid not null,
  month_id uuid not null references compensation_month,
  kind text not null check (kind in ('open-work-allowance', 'work-share', 'meal-charge', 'employer-share', 'cost-compensation')),
  party text not null check (party in ('client', 'employer')),
  employer_id uuid references employer_employer,
  earned_on date not null,
  -- Positive is owed to the client; negative is charged from the client or the employer.
  amount_cents int not null check (amount_cents <> 0),
  rate_id uuid not null references compensation_rate,
  rule text not null,
  reverses_id uuid unique references compensation_line,
  -- One person, day and kind of money is paid once; a corrected payment is the next version.
  version int not null check (version > 0),
  written_at timestamptz not null default app_now(),
  unique nulls not distinct (client_id, earned_on, kind, version, reverses_id)
);
create index on compensation_line (organiser_id, earned_on);
create index on compensation_line (client_id, earned_on);
create index on compensation_line (placement_id);
create index on compensation_line (month_id);
create index on compensation_line (rate_id);
create index on compensation_line (employer_id);
select platform.append_only('compensation_line');
