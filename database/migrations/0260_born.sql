-- Nothing is recorded of anybody before birth: held for each table of a client in 28_born.sql, where it was held for referrals alone.
drop trigger hold_birth on referral_referral;
drop trigger hold_birth on client_client;
drop function platform.hold_birth();
