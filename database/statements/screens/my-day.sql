-- board.ts coachedOn 40280654
-- relationshipId uuid, clientId uuid, name text, service text, serviceName text, during daterange, place text or null, responsible text or null, contacts list, pauses list, agreed list, agreements list, renewAt date or null, visits list, recorded document or null
with coached as materialized (
      select r.id, r.client_id, r.service, r.during, x.worker_id
      from (select r.id, r.client_id, r.service, r.during from relationship_responsible x
          join relationship_relationship r on r.id = x.relationship_id
          where x.worker_id = $1 and x.during @> $2::date and r.organiser_id = $3 and r.during @> $4::date union select r.id, r.client_id, r.service, r.during from relationship_relationship r where r.organiser_id = $5 and r.during @> $6::date
          and r.service = any(array(select s.service from worker_role_service s where s.role = any($7::text[]) and s.stands_in))) r
      left join relationship_responsible x on x.relationship_id = r.id and x.during @> $8::date
    ), visits as materialized (
      select a.relationship_id, jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'dueOn', a.due_on, 'startsAt', to_char(a.starts_at, 'HH24:MI'),
        'place', a.place, 'contacts', coalesce((
  select json_agg(json_build_object('kind', c.kind, 'party', c.party, 'heldOn', c.held_on)) from coaching_contact c where c.relationship_id = a.relationship_id and c.held_on = a.due_on), '[]')) order by a.due_on, a.starts_at) as list
      from coaching_appointment a where a.relationship_id in (select id from coached) and a.outcome is null group by 1
    ), recorded as materialized (
      select distinct on (c.relationship_id) c.relationship_id,
        jsonb_build_object('contactId', c.id, 'kind', c.kind, 'at', lower(c.recorded), 'note', c.note) as contact
      from coaching_recorded_since($9::timestamptz) s join coaching_contact c on c.id = s.id
      where c.relationship_id in (select id from coached)
        -- One that was only amended today was recorded earlier.
        and not exists (select from coaching_contact_history h where h.id = c.id and lower(h.recorded) < $10::timestamptz)
      order by c.relationship_id, lower(c.recorded) desc, c.id desc
    )
    select r.id as "relationshipId", r.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as name, r.service,
      "s"."name_fi" as "serviceName", r.during,
      p.place, k.family_name || ' ' || k.given_name as responsible,
      coalesce((select json_agg(json_build_object('kind', c.kind, 'party', c.party, 'heldOn', c.held_on)) from (
    (select c.kind, c.party, c.held_on from coaching_contact c
    where c.relationship_id = r.id and c.held_on <= $11::date and c.kind = any($12::text[]) and c.party = any($13::text[]) order by c.held_on desc, c.id desc limit 1)
    union all (select c.kind, c.party, c.held_on from coaching_contact c
    where c.relationship_id = r.id and c.held_on <= $14::date and c.kind = any($15::text[]) order by c.held_on desc, c.id desc limit 1)) c), '[]') as contacts, array(select w.during::text from relationship_away w where w.relationship_id = r.id and (w.of_service is null or w.of_service = r.service)) as pauses,
      coalesce((select json_agg(json_build_object('everyDays', h.every_days, 'during', h.during)) from coaching_agreed_rhythm h
        where h.relationship_id = r.id and h.during @> $16::date), '[]') as agreed,
      array(select unnest(p.agreed)::text) as agreements, p.renew_at as "renewAt", coalesce(v.list, '[]') as visits, n.contact as recorded
    from coached r
    join client_client c on c.id = r.client_id
    join organiser_service s on s.code = r.service
    left join worker_worker k on k.id = r.worker_id
    left join lateral (
      select string_agg(distinct coalesce(w.name, g.name), ', ') filter (where m.during @> $17::date) as place,
        range_agg(a.agreed) as agreed, min(a.renew_at) as renew_at
      from placement_placement m left join employer_workplace w on w.id = m.workplace_id left join organiser_group g on g.id = m.group_id
      left join lateral (
        select range_agg(a.during) as agreed, min(upper(a.during)) filter (where m.during @> $18::date and upper(a.during) <= $19::date and m.during @> upper(a.during) and not exists (select from agreement_approved n where n.placement_id = a.placement_id and n.starts_on >= upper(a.during))) as renew_at
        from agreement_agreement a where a.placement_id = m.id and lower(a.during) >= coalesce((
  select lower(l.during) from agreement_agreement l where l.placement_id = m.id and lower(l.during) <= $20::date
    and exists (select from agreement_approved v where v.id = l.id) order by lower(l.during) desc limit 1), '-infinity'::date)) a on true
      where m.relationship_id = r.id) p on true
    left join visits v on v.relationship_id = r.id
    left join recorded n on n.relationship_id = r.id;

-- board.ts coachedOn 40280654
-- relationshipId uuid, clientId uuid, name text, service text, serviceName text, during daterange, place text or null, responsible text or null, contacts list, pauses list, agreed list, agreements list, renewAt date or null, visits list, recorded document or null
with coached as materialized (
      select r.id, r.client_id, r.service, r.during, x.worker_id
      from (select r.id, r.client_id, r.service, r.during from relationship_responsible x
          join relationship_relationship r on r.id = x.relationship_id
          where x.worker_id = $1 and x.during @> $2::date and r.organiser_id = $3 and r.during @> $4::date) r
      left join relationship_responsible x on x.relationship_id = r.id and x.during @> $5::date
    ), visits as materialized (
      select a.relationship_id, jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'dueOn', a.due_on, 'startsAt', to_char(a.starts_at, 'HH24:MI'),
        'place', a.place, 'contacts', coalesce((
  select json_agg(json_build_object('kind', c.kind, 'party', c.party, 'heldOn', c.held_on)) from coaching_contact c where c.relationship_id = a.relationship_id and c.held_on = a.due_on), '[]')) order by a.due_on, a.starts_at) as list
      from coaching_appointment a where a.relationship_id in (select id from coached) and a.outcome is null group by 1
    ), recorded as materialized (
      select distinct on (c.relationship_id) c.relationship_id,
        jsonb_build_object('contactId', c.id, 'kind', c.kind, 'at', lower(c.recorded), 'note', c.note) as contact
      from coaching_recorded_since($6::timestamptz) s join coaching_contact c on c.id = s.id
      where c.relationship_id in (select id from coached)
        -- One that was only amended today was recorded earlier.
        and not exists (select from coaching_contact_history h where h.id = c.id and lower(h.recorded) < $7::timestamptz)
      order by c.relationship_id, lower(c.recorded) desc, c.id desc
    )
    select r.id as "relationshipId", r.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as name, r.service,
      "s"."name_en" as "serviceName", r.during,
      p.place, k.family_name || ' ' || k.given_name as responsible,
      coalesce((select json_agg(json_build_object('kind', c.kind, 'party', c.party, 'heldOn', c.held_on)) from (
    (select c.kind, c.party, c.held_on from coaching_contact c
    where c.relationship_id = r.id and c.held_on <= $8::date and c.kind = any($9::text[]) and c.party = any($10::text[]) order by c.held_on desc, c.id desc limit 1)
    union all (select c.kind, c.party, c.held_on from coaching_contact c
    where c.relationship_id = r.id and c.held_on <= $11::date and c.kind = any($12::text[]) order by c.held_on desc, c.id desc limit 1)) c), '[]') as contacts, array(select w.during::text from relationship_away w where w.relationship_id = r.id and (w.of_service is null or w.of_service = r.service)) as pauses,
      coalesce((select json_agg(json_build_object('everyDays', h.every_days, 'during', h.during)) from coaching_agreed_rhythm h
        where h.relationship_id = r.id and h.during @> $13::date), '[]') as agreed,
      array(select unnest(p.agreed)::text) as agreements, p.renew_at as "renewAt", coalesce(v.list, '[]') as visits, n.contact as recorded
    from coached r
    join client_client c on c.id = r.client_id
    join organiser_service s on s.code = r.service
    left join worker_worker k on k.id = r.worker_id
    left join lateral (
      select string_agg(distinct coalesce(w.name, g.name), ', ') filter (where m.during @> $14::date) as place,
        range_agg(a.agreed) as agreed, min(a.renew_at) as renew_at
      from placement_placement m left join employer_workplace w on w.id = m.workplace_id left join organiser_group g on g.id = m.group_id
      left join lateral (
        select range_agg(a.during) as agreed, min(upper(a.during)) filter (where m.during @> $15::date and upper(a.during) <= $16::date and m.during @> upper(a.during) and not exists (select from agreement_approved n where n.placement_id = a.placement_id and n.starts_on >= upper(a.during))) as renew_at
        from agreement_agreement a where a.placement_id = m.id and lower(a.during) >= coalesce((
  select lower(l.during) from agreement_agreement l where l.placement_id = m.id and lower(l.during) <= $17::date
    and exists (select from agreement_approved v where v.id = l.id) order by lower(l.during) desc limit 1), '-infinity'::date)) a on true
      where m.relationship_id = r.id) p on true
    left join visits v on v.relationship_id = r.id
    left join recorded n on n.relationship_id = r.id;

-- board.ts coachedOn 40280654
-- relationshipId uuid, clientId uuid, name text, service text, serviceName text, during daterange, place text or null, responsible text or null, contacts list, pauses list, agreed list, agreements list, renewAt date or null, visits list, recorded document or null
with coached as materialized (
      select r.id, r.client_id, r.service, r.during, x.worker_id
      from (select r.id, r.client_id, r.service, r.during from relationship_responsible x
          join relationship_relationship r on r.id = x.relationship_id
          where x.worker_id = $1 and x.during @> $2::date and r.organiser_id = $3 and r.during @> $4::date) r
      left join relationship_responsible x on x.relationship_id = r.id and x.during @> $5::date
    ), visits as materialized (
      select a.relationship_id, jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'dueOn', a.due_on, 'startsAt', to_char(a.starts_at, 'HH24:MI'),
        'place', a.place, 'contacts', coalesce((
  select json_agg(json_build_object('kind', c.kind, 'party', c.party, 'heldOn', c.held_on)) from coaching_contact c where c.relationship_id = a.relationship_id and c.held_on = a.due_on), '[]')) order by a.due_on, a.starts_at) as list
      from coaching_appointment a where a.relationship_id in (select id from coached) and a.outcome is null group by 1
    ), recorded as materialized (
      select distinct on (c.relationship_id) c.relationship_id,
        jsonb_build_object('contactId', c.id, 'kind', c.kind, 'at', lower(c.recorded), 'note', c.note) as contact
      from coaching_recorded_since($6::timestamptz) s join coaching_contact c on c.id = s.id
      where c.relationship_id in (select id from coached)
        -- One that was only amended today was recorded earlier.
        and not exists (select from coaching_contact_history h where h.id = c.id and lower(h.recorded) < $7::timestamptz)
      order by c.relationship_id, lower(c.recorded) desc, c.id desc
    )
    select r.id as "relationshipId", r.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as name, r.service,
      "s"."name_fi" as "serviceName", r.during,
      p.place, k.family_name || ' ' || k.given_name as responsible,
      coalesce((select json_agg(json_build_object('kind', c.kind, 'party', c.party, 'heldOn', c.held_on)) from (
    (select c.kind, c.party, c.held_on from coaching_contact c
    where c.relationship_id = r.id and c.held_on <= $8::date and c.kind = any($9::text[]) and c.party = any($10::text[]) order by c.held_on desc, c.id desc limit 1)
    union all (select c.kind, c.party, c.held_on from coaching_contact c
    where c.relationship_id = r.id and c.held_on <= $11::date and c.kind = any($12::text[]) order by c.held_on desc, c.id desc limit 1)) c), '[]') as contacts, array(select w.during::text from relationship_away w where w.relationship_id = r.id and (w.of_service is null or w.of_service = r.service)) as pauses,
      coalesce((select json_agg(json_build_object('everyDays', h.every_days, 'during', h.during)) from coaching_agreed_rhythm h
        where h.relationship_id = r.id and h.during @> $13::date), '[]') as agreed,
      array(select unnest(p.agreed)::text) as agreements, p.renew_at as "renewAt", coalesce(v.list, '[]') as visits, n.contact as recorded
    from coached r
    join client_client c on c.id = r.client_id
    join organiser_service s on s.code = r.service
    left join worker_worker k on k.id = r.worker_id
    left join lateral (
      select string_agg(distinct coalesce(w.name, g.name), ', ') filter (where m.during @> $14::date) as place,
        range_agg(a.agreed) as agreed, min(a.renew_at) as renew_at
      from placement_placement m left join employer_workplace w on w.id = m.workplace_id left join organiser_group g on g.id = m.group_id
      left join lateral (
        select range_agg(a.during) as agreed, min(upper(a.during)) filter (where m.during @> $15::date and upper(a.during) <= $16::date and m.during @> upper(a.during) and not exists (select from agreement_approved n where n.placement_id = a.placement_id and n.starts_on >= upper(a.during))) as renew_at
        from agreement_agreement a where a.placement_id = m.id and lower(a.during) >= coalesce((
  select lower(l.during) from agreement_agreement l where l.placement_id = m.id and lower(l.during) <= $17::date
    and exists (select from agreement_approved v where v.id = l.id) order by lower(l.during) desc limit 1), '-infinity'::date)) a on true
      where m.relationship_id = r.id) p on true
    left join visits v on v.relationship_id = r.id
    left join recorded n on n.relationship_id = r.id;

-- board.ts pendingOn 59bc6342
-- referralId uuid, clientId uuid, name text, serviceName text, kind text, receivedOn date
select r.id as "referralId", r.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as name,
      "s"."name_en" as "serviceName", r.kind, r.received_on as "receivedOn"
    from referral_referral r
    -- Looked up for those that the worker may see: joined, all decisions and clients of a county were read for a coach's day.
    left join lateral (select d.decided_on from decision_decision d where d.referral_id = r.id and d.annulled_on is null offset 0) d on true
    cross join lateral (select c.family_name, c.given_names from client_client c where c.id = r.client_id offset 0) c
    join organiser_service s on s.code = r.service
    where r.organiser_id = $1 and r.received_on <= $2::date
      and (d.decided_on is null or d.decided_on > $3::date) and (r.withdrawn_on is null or r.withdrawn_on > $4::date)
      and r.service = any(array(select service from worker_role_service where role = any($5::text[])))
      and true
    order by r.received_on, name;

-- board.ts pendingOn 59bc6342
-- referralId uuid, clientId uuid, name text, serviceName text, kind text, receivedOn date
select r.id as "referralId", r.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as name,
      "s"."name_fi" as "serviceName", r.kind, r.received_on as "receivedOn"
    from referral_referral r
    -- Looked up for those that the worker may see: joined, all decisions and clients of a county were read for a coach's day.
    left join lateral (select d.decided_on from decision_decision d where d.referral_id = r.id and d.annulled_on is null offset 0) d on true
    cross join lateral (select c.family_name, c.given_names from client_client c where c.id = r.client_id offset 0) c
    join organiser_service s on s.code = r.service
    where r.organiser_id = $1 and r.received_on <= $2::date
      and (d.decided_on is null or d.decided_on > $3::date) and (r.withdrawn_on is null or r.withdrawn_on > $4::date)
      and r.service = any(array(select service from worker_role_service where role = any($5::text[])))
      and r.client_id in (select seen from app_seen() seen)
    order by r.received_on, name;

-- board.ts pendingOn 59bc6342
-- referralId uuid, clientId uuid, name text, serviceName text, kind text, receivedOn date
select r.id as "referralId", r.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as name,
      "s"."name_fi" as "serviceName", r.kind, r.received_on as "receivedOn"
    from referral_referral r
    -- Looked up for those that the worker may see: joined, all decisions and clients of a county were read for a coach's day.
    left join lateral (select d.decided_on from decision_decision d where d.referral_id = r.id and d.annulled_on is null offset 0) d on true
    cross join lateral (select c.family_name, c.given_names from client_client c where c.id = r.client_id offset 0) c
    join organiser_service s on s.code = r.service
    where r.organiser_id = $1 and r.received_on <= $2::date
      and (d.decided_on is null or d.decided_on > $3::date) and (r.withdrawn_on is null or r.withdrawn_on > $4::date)
      and r.service = any(array(select service from worker_role_service where role = any($5::text[])))
      and true
    order by r.received_on, name;

-- board.ts pendingCountOn 19d49a9b
-- pending number
select count(*)::int as pending
    from referral_referral r
    -- Looked up for those that the worker may see: joined, all decisions and clients of a county were read for a coach's day.
    left join lateral (select d.decided_on from decision_decision d where d.referral_id = r.id and d.annulled_on is null offset 0) d on true
    cross join lateral (select c.family_name, c.given_names from client_client c where c.id = r.client_id offset 0) c
    join organiser_service s on s.code = r.service
    where r.organiser_id = $1 and r.received_on <= $2::date
      and (d.decided_on is null or d.decided_on > $3::date) and (r.withdrawn_on is null or r.withdrawn_on > $4::date)
      and r.service = any(array(select service from worker_role_service where role = any($5::text[])))
      and r.client_id in (select seen from app_seen() seen);

-- board.ts pendingCountOn 19d49a9b
-- pending number
select count(*)::int as pending
    from referral_referral r
    -- Looked up for those that the worker may see: joined, all decisions and clients of a county were read for a coach's day.
    left join lateral (select d.decided_on from decision_decision d where d.referral_id = r.id and d.annulled_on is null offset 0) d on true
    cross join lateral (select c.family_name, c.given_names from client_client c where c.id = r.client_id offset 0) c
    join organiser_service s on s.code = r.service
    where r.organiser_id = $1 and r.received_on <= $2::date
      and (d.decided_on is null or d.decided_on > $3::date) and (r.withdrawn_on is null or r.withdrawn_on > $4::date)
      and r.service = any(array(select service from worker_role_service where role = any($5::text[])))
      and true;
