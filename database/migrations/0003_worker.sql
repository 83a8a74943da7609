create table worker_worker (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  family_name text not null,
  given_name text not null,
  phone text,
  email text,
  language text not null default 'fi' check (language in ('fi', 'sv', 'en'))
);
create index on worker_worker (organiser_id);

create table worker_post (
  id uuid primary key default uuidv7(),
  worker_id uuid not null references worker_worker,
  organiser_id uuid not null references organiser_organiser,
  role text not null check (role in ('coach', 'instructor', 'rehabilitative-instructor', 'social-worker', 'finance', 'planner', 'manager', 'administrator')),
  unit_id uuid references organiser_unit,
  full_time_share numeric(4, 3) not null default 1 check (full_time_share > 0 and full_time_share <= 1),
  hours_a_week numeric(4, 2) check (hours_a_week > 0),
  -- The caseload agreed as bearable (seed: 80 clients an instructor; TYP at most 27).
  agreed_caseload int check (agreed_caseload > 0),
  team text,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  unique (worker_id, role, during without overlaps)
);
create index on worker_post (organiser_id, role);
create index on worker_post (unit_id);

-- Which services a role serves: who receives a referral, and whose team stands in for one another.
create table worker_role_service (
  role text not null,
  service text not null references organiser_service,
  stands_in boolean not null,
  primary key (role, service)
);
create index on worker_role_service (service);

-- Social workers by first letter of the surname: A-Ö without gap or overlap. Letters are numbered as in the kernel: A=0 .. Z=25, Å=26, Ä=27, Ö=28.
create table worker_letter_share (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  worker_id uuid not null references worker_worker,
  letters int4range not null check (not isempty(letters) and letters <@ int4range(0, 29)),
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  exclude using gist (organiser_id with =, letters with &&, during with &&)
);
create index on worker_letter_share (organiser_id);
create index on worker_letter_share (worker_id);

-- Who leads a group, for a time; a group led in turns has one row a turn.
create table worker_group_lead (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  group_id uuid not null references organiser_group,
  worker_id uuid not null references worker_worker,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  unique (group_id, during without overlaps)
);
create index on worker_group_lead (organiser_id);
create index on worker_group_lead (worker_id);
select platform.keep_history('worker_group_lead');
select platform.keep_history('worker_post');

create table platform_account (
  id uuid primary key default uuidv7(),
  username text not null unique check (username = lower(username)),
  password_hash text not null,
  worker_id uuid not null unique references worker_worker,
  failed_count int not null default 0,
  locked_until_at timestamptz
);

create table platform_session (
  token_hash bytea primary key,
  account_id uuid not null references platform_account on delete cascade,
  worker_id uuid not null references worker_worker,
  organiser_id uuid not null references organiser_organiser,
  language text not null default 'fi' check (language in ('fi', 'sv', 'en')),
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ends_at timestamptz not null
);
create index on platform_session (account_id);
create index on platform_session (worker_id);
create index on platform_session (organiser_id);
create index on platform_session (ends_at);
