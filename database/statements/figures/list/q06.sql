-- referrals-by-source.ts referralsBySource fc5e2a90
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select r.person_id as person, r.client_id as client, r.referral_id as thing, r.source as category, r.kind as also, r.finishes_studies as flag
    from fact_referral r where "r"."organiser_id" = any($1::uuid[])
    and "r"."service" = any($2::text[])
      and r.came_on is null and r.received_on >= $3::date and r.received_on < $4::date;
