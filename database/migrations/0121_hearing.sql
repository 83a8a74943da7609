-- A party is heard before a matter is decided against them: what is intended, by when to answer, and what was answered.
create table hearing_hearing (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  referral_id uuid not null references referral_referral,
  asked_on date not null,
  respond_by_on date not null,
  -- What the authority intends and by which facts: what an explanation is asked of.
  about text not null check (about <> ''),
  way text not null check (way in ('post', 'electronic', 'in-person')),
  asked_by_id uuid not null references worker_worker,
  answered_on date,
  answer text check (answer <> ''),
  check (respond_by_on > asked_on),
  check ((answered_on is null) = (answer is null)),
  check (answered_on >= asked_on)
);
create index on hearing_hearing (organiser_id, client_id);
create index on hearing_hearing (client_id);
create index on hearing_hearing (referral_id);
create index on hearing_hearing (asked_by_id);
create unique index hearing_open_once on hearing_hearing (referral_id) where answered_on is null;
select platform.keep_history('hearing_hearing');

-- Why a matter was decided without hearing the party, where the law lets it be; and its reasons in plain words for whoever reads easy language.
-- A matter may also end without being examined, or lapse: neither grants days.
alter table decision_decision
  add column unheard_ground text check (unheard_ground in ('rejected-at-once', 'jeopardises', 'unnecessary')),
  add column unheard_because text check (unheard_because <> ''),
  add column easy_reasons text check (easy_reasons <> ''),
  add constraint unheard_whole check ((unheard_ground is null) = (unheard_because is null)),
  drop constraint decision_decision_outcome_check,
  add constraint decision_decision_outcome_check check (outcome in ('grant', 'deny', 'not-examined', 'lapse'));
alter table decision_decision_history
  add column unheard_ground text, add column unheard_because text, add column easy_reasons text,
  drop constraint if exists decision_decision_outcome_check;
alter table decision_proposal
  add column unheard_ground text check (unheard_ground in ('rejected-at-once', 'jeopardises', 'unnecessary')),
  add column unheard_because text check (unheard_because <> ''),
  add column easy_reasons text check (easy_reasons <> ''),
  drop constraint decision_proposal_outcome_check,
  add constraint decision_proposal_outcome_check check (outcome in ('grant', 'deny', 'not-examined', 'lapse'));
alter table decision_proposal_history
  add column unheard_ground text, add column unheard_because text, add column easy_reasons text;
