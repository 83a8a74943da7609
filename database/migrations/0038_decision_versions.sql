-- A clerical error is corrected by a new version of the decision's paper; a wrong decision is annulled, and its matter is
-- decided anew. The version before and the annulled decision stay readable.
alter table decision_decision
  add column in_part boolean not null default false check (not in_part or outcome = 'grant'),
  add column version int not null default 1 check (version >= 1),
  add column corrected_on date, add column corrected_because text check (corrected_because <> ''),
  add column corrected_by_id uuid references worker_worker,
  add column annulled_on date, add column annulled_because text check (annulled_because <> ''),
  add column annulled_ground text check (annulled_ground in ('for-client', 'client-agrees', 'own-conduct')),
  add column annulled_by_id uuid references worker_worker,
  add constraint corrected_whole check ((version > 1) = (corrected_on is not null) and (corrected_on is null) = (corrected_because is null)
    and (corrected_on is null) = (corrected_by_id is null)),
  add constraint annulled_whole check ((annulled_on is null) = (annulled_because is null) and (annulled_on is null) = (annulled_ground is null)
    and (annulled_on is null) = (annulled_by_id is null)),
  add constraint annulled_after_decided check (annulled_on >= decided_on),
  drop constraint decision_decision_referral_id_key;
alter table decision_decision_history
  add column in_part boolean not null default false, add column version int not null default 1,
  add column corrected_on date, add column corrected_because text, add column corrected_by_id uuid,
  add column annulled_on date, add column annulled_because text, add column annulled_ground text, add column annulled_by_id uuid;
create unique index decision_stands_once on decision_decision (referral_id) where annulled_on is null;
create index on decision_decision (referral_id);
create index on decision_decision (corrected_by_id);
create index on decision_decision (annulled_by_id);
alter table decision_proposal add column in_part boolean not null default false check (not in_part or outcome = 'grant');
alter table decision_proposal_history add column in_part boolean not null default false;

-- One paper a version.
alter table decision_letter add column version int not null default 1 check (version >= 1),
  drop constraint decision_letter_decision_id_key, add constraint decision_letter_version unique (decision_id, version);

-- No service goes on by an annulled decision.
alter table decision_decision add column stands boolean not null default true check (stands = (annulled_on is null)),
  add constraint decision_standing unique (id, stands);
alter table decision_decision_history add column stands boolean not null default true;
alter table relationship_relationship add column decision_stands boolean not null default true check (decision_stands),
  add constraint relationship_by_standing_decision foreign key (decision_id, decision_stands) references decision_decision (id, stands);
alter table relationship_relationship_history add column decision_stands boolean not null default true;
create index on relationship_relationship (decision_id, decision_stands);
