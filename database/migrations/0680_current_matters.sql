-- Whom an official may open today was found by reading every matter that the organiser ever had. What can still be current is found by its own days.
create index referral_withdrawn on referral_referral (organiser_id, withdrawn_on) where withdrawn_on is not null;
create index referral_going_on on referral_referral (organiser_id, id) include (received_on, client_id, service) where withdrawn_on is null;
create index decision_of_referral on decision_decision (organiser_id, referral_id) where annulled_on is null;
create index decision_told on decision_decision (organiser_id, (coalesce(served_on, decided_on))) where outcome <> 'grant' and annulled_on is null;
create index decision_granted_until on decision_decision (organiser_id, (coalesce(upper(during), 'infinity'::date))) where outcome = 'grant' and annulled_on is null;
