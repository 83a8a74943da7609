-- Whoever signs in at the organisation's own provider is known by what the provider calls them for ever, and has of the posts
-- those that the groups there allow.
alter table platform_account add column provider_subject text unique;
alter table platform_session add column allowed_roles text[];
