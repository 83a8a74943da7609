-- The referrals of a service received within a year, wherever the organiser has decades of them.
create index on referral_referral (organiser_id, service, received_on);
