-- board.ts coachedOn 85f613c6
-- relationshipId uuid, clientId uuid, name text, service text, serviceName text, during daterange, place text or null, responsible text or null, contacts list, pauses list, agreed list, agreements list, renewAt date or null, visits list, recorded document or null
with coached as materialized (
      select r.id, r.client_id, r.service, r.during, x.worker_id
      from relationship_relationship r
      left join relationship_responsible x on x.relationship_id = r.id and x.during @> $1::date
      where r.organiser_id = $2 and r.during @> $3::date
        and (x.worker_id = $4 or $5 and r.service in
          (select s.service from worker_role_service s where s.role = any($6::text[]) and s.stands_in))
    ), placed as materialized (
      select m.id, m.relationship_id, m.during, coalesce(w.name, g.name) as place
      from placement_placement m
      left join employer_workplace w on w.id = m.workplace_id
      left join organiser_group g on g.id = m.group_id
      where m.relationship_id in (select id from coached)
    ), places as materialized (
      select relationship_id, string_agg(distinct place, ', ') as place from placed where during @> $7::date group by 1
    ), agreed_upon as (
      select p.relationship_id, p.during as placed, a.during, upper(app_agreed_days(a.during, a.agreed_until_on)) as ends, max(case when app_agreement_approved(a.id) then lower(a.during) end) over (partition by a.placement_id) as newest
      from agreement_agreement a join placed p on p.id = a.placement_id
    ), agreements as materialized (
      select relationship_id, array_agg((during * placed)::text) as during,
        min(ends) filter (where placed @> $8::date and ends <= $9::date and placed @> ends and coalesce(newest < ends, true)) as renew_at
      from agreed_upon where placed && during group by 1
    ), latest as (
      select c.relationship_id, c.kind, c.party, max(c.held_on) as held_on
      from coaching_contact c where c.relationship_id in (select id from coached) and c.held_on <= $10::date group by 1, 2, 3
    ), contacts as materialized (
      select relationship_id, jsonb_agg(jsonb_build_object('kind', kind, 'party', party, 'heldOn', held_on)) as list from latest group by 1
    ), pauses as materialized (
      select relationship_id, array_agg(during::text) as during from relationship_pause
      where relationship_id in (select id from coached) group by 1
    ), agreed as materialized (
      select relationship_id, jsonb_agg(jsonb_build_object('everyDays', every_days, 'during', during)) as list
      from coaching_agreed_rhythm where relationship_id in (select id from coached) and during @> $11::date group by 1
    ), visits as materialized (
      select relationship_id, jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'dueOn', due_on, 'startsAt', to_char(starts_at, 'HH24:MI'), 'place', place)
        order by due_on, starts_at) as list
      from coaching_appointment where relationship_id in (select id from coached) and outcome is null group by 1
    ), recorded as materialized (
      select distinct on (c.relationship_id) c.relationship_id,
        jsonb_build_object('contactId', c.id, 'kind', c.kind, 'at', lower(c.recorded), 'note', c.note) as contact
      from coaching_contact c
      where c.relationship_id in (select id from coached) and c.worker_id = $12 and lower(c.recorded) >= $13::timestamptz
        -- One that was only amended today was recorded earlier.
        and not exists (select from coaching_contact_history h where h.id = c.id and lower(h.recorded) < $14::timestamptz)
      order by c.relationship_id, lower(c.recorded) desc, c.id desc
    )
    select r.id as "relationshipId", r.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as name, r.service,
      "s"."name_en" as "serviceName", r.during, l.place, k.family_name || ' ' || k.given_name as responsible,
      coalesce(t.list, '[]') as contacts, coalesce(b.during, '{}') as pauses, coalesce(w.list, '[]') as agreed,
      coalesce(a.during, '{}') as agreements, a.renew_at as "renewAt", coalesce(v.list, '[]') as visits, n.contact as recorded
    from coached r
    join client_client c on c.id = r.client_id
    join organiser_service s on s.code = r.service
    left join worker_worker k on k.id = r.worker_id
    left join places l on l.relationship_id = r.id
    left join contacts t on t.relationship_id = r.id
    left join pauses b on b.relationship_id = r.id
    left join agreed w on w.relationship_id = r.id
    left join agreements a on a.relationship_id = r.id
    left join visits v on v.relationship_id = r.id
    left join recorded n on n.relationship_id = r.id;

-- board.ts coachedOn 85f613c6
-- relationshipId uuid, clientId uuid, name text, service text, serviceName text, during daterange, place text or null, responsible text or null, contacts list, pauses list, agreed list, agreements list, renewAt date or null, visits list, recorded document or null
with coached as materialized (
      select r.id, r.client_id, r.service, r.during, x.worker_id
      from relationship_relationship r
      left join relationship_responsible x on x.relationship_id = r.id and x.during @> $1::date
      where r.organiser_id = $2 and r.during @> $3::date
        and (x.worker_id = $4 or $5 and r.service in
          (select s.service from worker_role_service s where s.role = any($6::text[]) and s.stands_in))
    ), placed as materialized (
      select m.id, m.relationship_id, m.during, coalesce(w.name, g.name) as place
      from placement_placement m
      left join employer_workplace w on w.id = m.workplace_id
      left join organiser_group g on g.id = m.group_id
      where m.relationship_id in (select id from coached)
    ), places as materialized (
      select relationship_id, string_agg(distinct place, ', ') as place from placed where during @> $7::date group by 1
    ), agreed_upon as (
      select p.relationship_id, p.during as placed, a.during, upper(app_agreed_days(a.during, a.agreed_until_on)) as ends, max(case when app_agreement_approved(a.id) then lower(a.during) end) over (partition by a.placement_id) as newest
      from agreement_agreement a join placed p on p.id = a.placement_id
    ), agreements as materialized (
      select relationship_id, array_agg((during * placed)::text) as during,
        min(ends) filter (where placed @> $8::date and ends <= $9::date and placed @> ends and coalesce(newest < ends, true)) as renew_at
      from agreed_upon where placed && during group by 1
    ), latest as (
      select c.relationship_id, c.kind, c.party, max(c.held_on) as held_on
      from coaching_contact c where c.relationship_id in (select id from coached) and c.held_on <= $10::date group by 1, 2, 3
    ), contacts as materialized (
      select relationship_id, jsonb_agg(jsonb_build_object('kind', kind, 'party', party, 'heldOn', held_on)) as list from latest group by 1
    ), pauses as materialized (
      select relationship_id, array_agg(during::text) as during from relationship_pause
      where relationship_id in (select id from coached) group by 1
    ), agreed as materialized (
      select relationship_id, jsonb_agg(jsonb_build_object('everyDays', every_days, 'during', during)) as list
      from coaching_agreed_rhythm where relationship_id in (select id from coached) and during @> $11::date group by 1
    ), visits as materialized (
      select relationship_id, jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'dueOn', due_on, 'startsAt', to_char(starts_at, 'HH24:MI'), 'place', place)
        order by due_on, starts_at) as list
      from coaching_appointment where relationship_id in (select id from coached) and outcome is null group by 1
    ), recorded as materialized (
      select distinct on (c.relationship_id) c.relationship_id,
        jsonb_build_object('contactId', c.id, 'kind', c.kind, 'at', lower(c.recorded), 'note', c.note) as contact
      from coaching_contact c
      where c.relationship_id in (select id from coached) and c.worker_id = $12 and lower(c.recorded) >= $13::timestamptz
        -- One that was only amended today was recorded earlier.
        and not exists (select from coaching_contact_history h where h.id = c.id and lower(h.recorded) < $14::timestamptz)
      order by c.relationship_id, lower(c.recorded) desc, c.id desc
    )
    select r.id as "relationshipId", r.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as name, r.service,
      "s"."name_fi" as "serviceName", r.during, l.place, k.family_name || ' ' || k.given_name as responsible,
      coalesce(t.list, '[]') as contacts, coalesce(b.during, '{}') as pauses, coalesce(w.list, '[]') as agreed,
      coalesce(a.during, '{}') as agreements, a.renew_at as "renewAt", coalesce(v.list, '[]') as visits, n.contact as recorded
    from coached r
    join client_client c on c.id = r.client_id
    join organiser_service s on s.code = r.service
    left join worker_worker k on k.id = r.worker_id
    left join places l on l.relationship_id = r.id
    left join contacts t on t.relationship_id = r.id
    left join pauses b on b.relationship_id = r.id
    left join agreed w on w.relationship_id = r.id
    left join agreements a on a.relationship_id = r.id
    left join visits v on v.relationship_id = r.id
    left join recorded n on n.relationship_id = r.id;

-- board.ts pendingOn f81d1fea
-- referralId uuid, clientId uuid, name text, serviceName text, kind text, receivedOn date
select r.id as "referralId", r.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as name,
      "s"."name_fi" as "serviceName", r.kind, r.received_on as "receivedOn"
    from decision_matter r
    join client_client c on c.id = r.client_id
    join organiser_service s on s.code = r.service
    where r.organiser_id = $1 and r.received_on <= $2::date
      and (r.decided_on is null or r.decided_on > $3::date) and (r.withdrawn_on is null or r.withdrawn_on > $4::date)
      and r.service in (select service from worker_role_service where role = any($5::text[]))
    order by r.received_on, name;
