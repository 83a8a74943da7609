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
