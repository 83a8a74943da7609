-- Deciding belongs to a post, not to a role: one held in public office, for a service, from a day, by a delegation that the
-- decision cites. A service for persons with disabilities is decided by a social welfare professional (675/2023 section 5).
alter table worker_post add column public_office boolean not null default false,
  add column professional boolean not null default false;
alter table worker_post_history add column public_office boolean not null default false,
  add column professional boolean not null default false;

-- Existing posts decide as their role did, so that work goes on; no version of a post is made by that.
alter table worker_post disable trigger keep_version;
update worker_post set public_office = role in ('social-worker', 'rehabilitative-instructor'), professional = role = 'social-worker';
alter table worker_post enable trigger keep_version;

alter table worker_post add constraint worker_post_period unique (id, during without overlaps),
  add constraint worker_post_office unique (id, public_office, professional);

create table worker_deciding_right (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  post_id uuid not null,
  service text not null references organiser_service,
  -- Only decisions that cite this provision; all decisions on the service where it is missing.
  provision text check (provision <> ''),
  -- Where the power comes from, as a decision cites it: the administrative rules, or a decision that delegates.
  delegation text not null check (delegation <> ''),
  public_office boolean not null default true check (public_office),
  professional boolean not null,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  constraint deciding_right_of_office foreign key (post_id, public_office, professional)
    references worker_post (id, public_office, professional) on update cascade,
  constraint deciding_right_within_post foreign key (post_id, period during) references worker_post (id, period during),
  constraint deciding_right_professional check (professional or service = 'rehabilitative-work'),
  constraint deciding_right_once exclude using gist (post_id with =, service with =, coalesce(provision, '') with =, during with &&)
);
create index on worker_deciding_right (post_id, public_office, professional);
create index on worker_deciding_right (organiser_id, service);
create index on worker_deciding_right (service);
select platform.keep_history('worker_deciding_right');

insert into worker_deciding_right (organiser_id, post_id, service, delegation, professional, during)
select distinct p.organiser_id, p.id, o.service, 'Viran tehtävät', p.professional, p.during
from worker_post p join organiser_offering o on o.organiser_id = p.organiser_id
where p.public_office and (p.professional or o.service = 'rehabilitative-work');

-- By whom a matter was presented, and by which delegation it was decided.
alter table decision_decision add column presented_by_id uuid references worker_worker, add column delegation text check (delegation <> '');
alter table decision_decision_history add column presented_by_id uuid, add column delegation text;
create index on decision_decision (presented_by_id);

-- What somebody has prepared for another to decide; sent back with a reason, or decided.
create table decision_proposal (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  referral_id uuid not null references referral_referral,
  plan_id uuid references plan_plan,
  outcome text not null check (outcome in ('grant', 'deny')),
  during daterange check (not isempty(during) and not lower_inf(during)),
  reasons text not null check (reasons <> ''),
  provisions text[] not null check (cardinality(provisions) > 0),
  offering_id uuid references organiser_offering,
  place text,
  meal_charge_cents int check (meal_charge_cents > 0),
  presented_by_id uuid not null references worker_worker,
  presented_on date not null,
  decider_id uuid not null references worker_worker,
  returned_on date,
  returned_because text check (returned_because <> ''),
  check ((outcome = 'grant') = (during is not null)),
  check ((returned_on is null) = (returned_because is null)),
  check (returned_on >= presented_on),
  unique (referral_id)
);
create index on decision_proposal (organiser_id, decider_id);
create index on decision_proposal (client_id);
create index on decision_proposal (plan_id);
create index on decision_proposal (offering_id);
create index on decision_proposal (presented_by_id);
create index on decision_proposal (decider_id);
select platform.keep_history('decision_proposal');
