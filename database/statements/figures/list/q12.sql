-- agreed-rhythm.ts agreedRhythm 931150fa
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select null::uuid as person, null::uuid as client, h.service as thing, h.phase as category, v.what as also, v.amount, h.organiser as name
    from fact_rhythm h, lateral (values ('phase-days', h.phase_days), ('every-days', h.every_days), ('every-days-at-most', h.every_days_at_most),
      ('visit-at-renewal', nullif(h.visit_at_renewal, false)::int), ('group-meetings-a-year', h.group_meetings_a_year)) v (what, amount)
    where "h"."organiser_id" = any($1::uuid[])
    and "h"."service" = any($2::text[]) and h.during @> $3::date and v.amount is not null
    union all
    select a.person_id, a.client_id, a.service, 'wish', 'every-days', a.every_days, null
    from fact_agreed_rhythm a where "a"."organiser_id" = any($4::uuid[])
    and "a"."service" = any($5::text[]) and a.during @> $6::date
    order by name, thing, category, also, amount;

-- coach-hours.ts coachHours 04ea67d5
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select null::uuid as person, null::uuid as client, p.worker_id::text as thing, p.hours_a_week as amount, p.full_time_share as times
    from fact_post p where "p"."organiser_id" = any($1::uuid[]) and p.role = 'coach' and p.services && $2::text[]
      and p.during @> $3::date;

-- coached-clients.ts coachedClients 8ccd9b4a
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select w.person_id as person, w.client_id as client, w.service as category
    from fact_responsible w where "w"."organiser_id" = any($1::uuid[])
    and "w"."service" = any($2::text[]) and w.role = 'coach' and w.during @> $3::date;

-- contacts-by-kind.ts contactsByKind cf2f48b0
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select k.person_id as person, k.client_id as client, k.contact_id as thing, k.kind as category, k.party as also,
      coalesce(k.meeting_id::text, concat_ws(' ', k.organiser_id, k.worker_id, k.held_on)) as name
    from fact_contact k where "k"."organiser_id" = any($1::uuid[])
    and "k"."service" = any($2::text[]) and k.held_on >= $3::date and k.held_on < $4::date;
