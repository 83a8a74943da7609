-- The same columns in the same order twice: the first stays.
drop index referral_referral_organiser_id_service_received_on_idx1;
