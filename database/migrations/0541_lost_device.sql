-- Whether a new password that is asked for ends codes and passkeys too, for whoever lost the phone: a second person confirms that with it.
alter table platform_account add column half_ends_factors boolean not null default false;
