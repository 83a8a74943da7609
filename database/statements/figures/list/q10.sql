-- cooperation-agreed.ts cooperationAgreed 49937d4a
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select null::uuid as person, null::uuid as client, l.other_service as thing, l.state as category, l.organiser_id::text as also
    from fact_cooperation_link l
    where "l"."organiser_id" = any($1::uuid[]) and l.service_group = any($2::text[]) and l.during @> $3::date
    order by l.organiser_id, l.other_service, l.service_group;

-- cooperation-referrals.ts cooperationReferralsMade 36dd10c5
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select r.person_id as person, r.client_id as client, r.referral_id as thing, r.other_service as category, r.direction as also,
      nullif(r.outcome, 'not-known') as name
    from fact_cooperation_referral r where "r"."organiser_id" = any($1::uuid[])
    and "r"."service" = any($2::text[])
      and r.made_on >= $3::date and r.made_on < $4::date;
