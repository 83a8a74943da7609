-- A contact belongs to a client relationship, or to a matter that has not led to one yet.
alter table coaching_contact alter column relationship_id drop not null;
alter table coaching_contact add column referral_id uuid references referral_referral;
alter table coaching_contact add constraint coaching_contact_of_one check (num_nonnulls(relationship_id, referral_id) = 1);
create index on coaching_contact (referral_id);
alter table coaching_contact_history alter column relationship_id drop not null;
alter table coaching_contact_history add column referral_id uuid;
