create table referral_referral (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  service text not null references organiser_service,
  source text not null check (source in ('disability-service-application', 'coaching-team', 'school', 'social-worker', 'relative', 'te-office-activation-plan',
    'te-office-multisectoral-plan', 'own-contact', 'youth-outreach', 'typ', 'other')),
  kind text not null check (kind in ('application', 'referral', 'own-contact')),
  received_on date not null,
  finishes_studies boolean not null default false,
  need text,
  received_by_id uuid references worker_worker,
  withdrawn_on date,
  check (withdrawn_on is null or withdrawn_on >= received_on)
);
create index on referral_referral (organiser_id, service, received_on);
create index on referral_referral (client_id);
create index on referral_referral (service);
create index on referral_referral (received_by_id);
select platform.keep_history('referral_referral');
