-- Wrong tries make the next one wait, longer each time, instead of locking: whoever tries another's name shuts nobody out.
-- Counted by where they come from (an address, or a browser in which its owner has signed in before), and of all places together.
delete from platform_attempt;
alter table platform_attempt rename column locked_until_at to waits_until_at;
alter table platform_attempt drop constraint platform_attempt_pkey;
alter table platform_attempt add column source bytea not null;
alter table platform_attempt add constraint platform_attempt_pkey primary key (username_hash, source);
