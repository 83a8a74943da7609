-- reads.ts answeringOn 14ea64bb
-- role text, workerId uuid, name text, phone text or null, relationshipId uuid or null, service text or null, serviceName text or null, since date
select a.role, a.worker_id as "workerId", w.family_name || ' ' || w.given_name as name, w.phone, a.relationship_id as "relationshipId",
      a.service, "s"."name_en" as "serviceName", lower(a.during) as since
    from placement_answering a
    join worker_worker w on w.id = a.worker_id
    left join organiser_service s on s.code = a.service
    where a.client_id = $1 and a.during @> $2::date
    order by a.role = 'case-manager', s.place, name;

-- reads.ts answeringOn 14ea64bb
-- role text, workerId uuid, name text, phone text or null, relationshipId uuid or null, service text or null, serviceName text or null, since date
select a.role, a.worker_id as "workerId", w.family_name || ' ' || w.given_name as name, w.phone, a.relationship_id as "relationshipId",
      a.service, "s"."name_fi" as "serviceName", lower(a.during) as since
    from placement_answering a
    join worker_worker w on w.id = a.worker_id
    left join organiser_service s on s.code = a.service
    where a.client_id = $1 and a.during @> $2::date
    order by a.role = 'case-manager', s.place, name;

-- reads.ts caseloadsOn 97b68861
-- workerId uuid, clients number
select worker_id as "workerId", count(*) as clients
    from (select distinct worker_id, client_id from placement_answering where organiser_id = $1 and during @> $2::date) x
    group by worker_id;

-- reads.ts peopleOf f8a411bd
-- clientId uuid, name text, birthYear number or null, language text, municipality text or null, workplaceIds list
select p.client_id as "clientId", p.name, extract(year from p.birth_on)::int as "birthYear", p.language,
      m.name_fi as municipality, p.workplace_ids as "workplaceIds"
    from handover_people($1::uuid[], $2::date) p
    left join organiser_municipality m on m.code = p.municipality_code;

-- reads.ts loadsOn c2e7728e
-- workerId uuid, clients number, workplaceIds list, municipalities list
select l.worker_id as "workerId", l.clients, l.workplace_ids as "workplaceIds",
      array(select m.name_fi from organiser_municipality m where m.code = any(l.municipality_codes) order by 1) as municipalities
    from handover_load($1::date) l;

-- reads.ts appointmentsOf b92f5807
-- workerId uuid, clientId uuid, dueOn date, startsAt text or null
select a.worker_id as "workerId", a.client_id as "clientId", a.due_on as "dueOn", to_char(a.starts_at, 'HH24:MI') as "startsAt"
    from handover_appointments($1::uuid[], $2::daterange) a order by a.due_on, a.starts_at;

-- reads.ts ledOnly 414205b0
-- clientId uuid, relationshipId uuid, during daterange
select l.client_id as "clientId", l.relationship_id as "relationshipId", l.during
    from handover_led($1, $2::daterange) l order by l.client_id;

-- reads.ts hangingOn 4c4b6074
-- id uuid, clientId uuid, relationshipId uuid or null, service text or null, role text, groupId uuid or null, during daterange
select h.id, h.client_id as "clientId", h.relationship_id as "relationshipId", h.service, h.role, h.group_id as "groupId", h.during
    from handover_hanging($1, $2::daterange) h order by h.client_id, lower(h.during);

-- reads.ts namingOf bf0f5f0f
-- workerId uuid, role text, during daterange
select worker_id as "workerId", 'case-manager' as role, during from relationship_case_manager
      where client_id = $1 and id = $2 and $3 = 'case-manager'
    union all
    select worker_id, role, during from relationship_responsible where client_id = $4 and id = $5 and role = $6;

-- reads.ts takenBackNaming a29833a4
-- goesOn list, contacts number, appointments number
select coalesce((select jsonb_agg(jsonb_build_object('name', w.family_name || ' ' || w.given_name, 'during', g.during::text, 'inPost', g.in_post)
        order by lower(g.during)) from handover_goes_on($1, $2) g join worker_worker w on w.id = g.worker_id), '[]') as "goesOn",
      (select count(*)::int from relationship_responsible s join coaching_contact c on c.relationship_id = s.relationship_id
        and c.worker_id = s.worker_id and c.held_on <@ s.during where s.id = $3) as contacts,
      (select count(*)::int from relationship_responsible s join coaching_appointment a on a.relationship_id = s.relationship_id
        and a.worker_id = s.worker_id and a.outcome is null and a.due_on <@ s.during and a.due_on >= (select app_today())
        where s.id = $4) as appointments;

-- writes.ts handOut 2c27dbd1
-- id uuid, role text, clientId uuid or null, fromId uuid
select id, role, client_id as "clientId", from_id as "fromId"
    from handover_hand_out($1::jsonb, $2::daterange);

-- writes.ts takeNamingBack d79f8307
-- done boolean
select handover_take_back($1, $2) as done;
