-- Segments are sealed with a key that is kept outside the database; those of before stay as they were sealed.
alter table platform_audit_segment add column keyed boolean not null default false;
alter table platform_audit_segment alter column keyed drop default;
