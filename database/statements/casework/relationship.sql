-- reads.ts relationships ea8395ef
-- id uuid, service text, serviceName text, offeringId uuid, provisionMode text, provider text or null, decisionId uuid or null, during daterange, rule text, responsible list, pauses list
select r.id, r.service, "s"."name_en" as "serviceName", r.offering_id as "offeringId", f.provision_mode as "provisionMode",
      p.name as provider, r.decision_id as "decisionId", r.during, coalesce(a.rule, 'none') as rule,
      coalesce((select json_agg(json_build_object('id', x.id, 'workerId', x.worker_id, 'name', w.family_name || ' ' || w.given_name, 'role', x.role,
          'during', x.during::text) order by lower(x.during) desc)
        from relationship_responsible x join worker_worker w on w.id = x.worker_id where x.relationship_id = r.id), '[]') as responsible,
      coalesce((select json_agg(json_build_object('id', b.id, 'reason', b.reason, 'during', b.during::text) order by lower(b.during) desc)
        from relationship_pause b where b.relationship_id = r.id), '[]') as pauses
    from relationship_relationship r
    join organiser_service s on s.code = r.service
    join organiser_offering f on f.id = r.offering_id
    left join organiser_provider p on p.id = f.provider_id
    left join relationship_allocation_rule a on a.organiser_id = r.organiser_id and a.service = r.service and a.during @> $1::date
    where r.client_id = $2 and r.id = $3 order by lower(r.during) desc, r.id desc;

-- reads.ts relationships ea8395ef
-- id uuid, service text, serviceName text, offeringId uuid, provisionMode text, provider text or null, decisionId uuid or null, during daterange, rule text, responsible list, pauses list
select r.id, r.service, "s"."name_en" as "serviceName", r.offering_id as "offeringId", f.provision_mode as "provisionMode",
      p.name as provider, r.decision_id as "decisionId", r.during, coalesce(a.rule, 'none') as rule,
      coalesce((select json_agg(json_build_object('id', x.id, 'workerId', x.worker_id, 'name', w.family_name || ' ' || w.given_name, 'role', x.role,
          'during', x.during::text) order by lower(x.during) desc)
        from relationship_responsible x join worker_worker w on w.id = x.worker_id where x.relationship_id = r.id), '[]') as responsible,
      coalesce((select json_agg(json_build_object('id', b.id, 'reason', b.reason, 'during', b.during::text) order by lower(b.during) desc)
        from relationship_pause b where b.relationship_id = r.id), '[]') as pauses
    from relationship_relationship r
    join organiser_service s on s.code = r.service
    join organiser_offering f on f.id = r.offering_id
    left join organiser_provider p on p.id = f.provider_id
    left join relationship_allocation_rule a on a.organiser_id = r.organiser_id and a.service = r.service and a.during @> $1::date
    where r.client_id = $2 order by lower(r.during) desc, r.id desc;

-- reads.ts relationships ea8395ef
-- id uuid, service text, serviceName text, offeringId uuid, provisionMode text, provider text or null, decisionId uuid or null, during daterange, rule text, responsible list, pauses list
select r.id, r.service, "s"."name_fi" as "serviceName", r.offering_id as "offeringId", f.provision_mode as "provisionMode",
      p.name as provider, r.decision_id as "decisionId", r.during, coalesce(a.rule, 'none') as rule,
      coalesce((select json_agg(json_build_object('id', x.id, 'workerId', x.worker_id, 'name', w.family_name || ' ' || w.given_name, 'role', x.role,
          'during', x.during::text) order by lower(x.during) desc)
        from relationship_responsible x join worker_worker w on w.id = x.worker_id where x.relationship_id = r.id), '[]') as responsible,
      coalesce((select json_agg(json_build_object('id', b.id, 'reason', b.reason, 'during', b.during::text) order by lower(b.during) desc)
        from relationship_pause b where b.relationship_id = r.id), '[]') as pauses
    from relationship_relationship r
    join organiser_service s on s.code = r.service
    join organiser_offering f on f.id = r.offering_id
    left join organiser_provider p on p.id = f.provider_id
    left join relationship_allocation_rule a on a.organiser_id = r.organiser_id and a.service = r.service and a.during @> $1::date
    where r.client_id = $2 and r.id = $3 order by lower(r.during) desc, r.id desc;

-- reads.ts relationships ea8395ef
-- id uuid, service text, serviceName text, offeringId uuid, provisionMode text, provider text or null, decisionId uuid or null, during daterange, rule text, responsible list, pauses list
select r.id, r.service, "s"."name_fi" as "serviceName", r.offering_id as "offeringId", f.provision_mode as "provisionMode",
      p.name as provider, r.decision_id as "decisionId", r.during, coalesce(a.rule, 'none') as rule,
      coalesce((select json_agg(json_build_object('id', x.id, 'workerId', x.worker_id, 'name', w.family_name || ' ' || w.given_name, 'role', x.role,
          'during', x.during::text) order by lower(x.during) desc)
        from relationship_responsible x join worker_worker w on w.id = x.worker_id where x.relationship_id = r.id), '[]') as responsible,
      coalesce((select json_agg(json_build_object('id', b.id, 'reason', b.reason, 'during', b.during::text) order by lower(b.during) desc)
        from relationship_pause b where b.relationship_id = r.id), '[]') as pauses
    from relationship_relationship r
    join organiser_service s on s.code = r.service
    join organiser_offering f on f.id = r.offering_id
    left join organiser_provider p on p.id = f.provider_id
    left join relationship_allocation_rule a on a.organiser_id = r.organiser_id and a.service = r.service and a.during @> $1::date
    where r.client_id = $2 order by lower(r.during) desc, r.id desc;

-- reads.ts relationships ea8395ef
-- id uuid, service text, serviceName text, offeringId uuid, provisionMode text, provider text or null, decisionId uuid or null, during daterange, rule text, responsible list, pauses list
select r.id, r.service, "s"."name_sv" as "serviceName", r.offering_id as "offeringId", f.provision_mode as "provisionMode",
      p.name as provider, r.decision_id as "decisionId", r.during, coalesce(a.rule, 'none') as rule,
      coalesce((select json_agg(json_build_object('id', x.id, 'workerId', x.worker_id, 'name', w.family_name || ' ' || w.given_name, 'role', x.role,
          'during', x.during::text) order by lower(x.during) desc)
        from relationship_responsible x join worker_worker w on w.id = x.worker_id where x.relationship_id = r.id), '[]') as responsible,
      coalesce((select json_agg(json_build_object('id', b.id, 'reason', b.reason, 'during', b.during::text) order by lower(b.during) desc)
        from relationship_pause b where b.relationship_id = r.id), '[]') as pauses
    from relationship_relationship r
    join organiser_service s on s.code = r.service
    join organiser_offering f on f.id = r.offering_id
    left join organiser_provider p on p.id = f.provider_id
    left join relationship_allocation_rule a on a.organiser_id = r.organiser_id and a.service = r.service and a.during @> $1::date
    where r.client_id = $2 and r.id = $3 order by lower(r.during) desc, r.id desc;

-- reads.ts allocationOn d5ab9cd0
-- rule text, caseManagerByLetter boolean
select rule, case_manager_by_letter as "caseManagerByLetter" from relationship_allocation_rule
    where organiser_id = $1 and service = $2 and during @> $3::date;

-- reads.ts caseManagersOf 08ffe381
-- id uuid, workerId uuid, name text, during daterange
select m.id, m.worker_id as "workerId", w.family_name || ' ' || w.given_name as name, m.during
    from relationship_case_manager m join worker_worker w on w.id = m.worker_id
    where m.client_id = $1 order by lower(m.during) desc;

-- reads.ts othersEndOn a76a6852
-- during daterange
select during from relationship_relationship where client_id = $1 and id <> $2
    order by upper(during) desc nulls first limit 1;

-- reads.ts allocationsFrom 300826ed
-- service text, rule text, caseManagerByLetter boolean, during daterange
select a.service, a.rule, a.case_manager_by_letter as "caseManagerByLetter", a.during
    from relationship_allocation_rule a join organiser_service s on s.code = a.service
    where a.organiser_id = $1 and (upper(a.during) is null or upper(a.during) > $2::date)
    order by s.place, lower(a.during);

-- reads.ts managedOn 1c2ee3bf
-- clientId uuid, familyName text, managerId uuid
select m.client_id as "clientId", c.family_name as "familyName", m.worker_id as "managerId"
    from relationship_case_manager m join client_client c on c.id = m.client_id
    where m.organiser_id = $1 and m.during @> $2::date;

-- reads.ts changedPause 571b4279
-- changed boolean
select exists (select from relationship_pause_history where id = $1) as changed;

-- reads.ts outsideReasonsOfServices ea19a086
-- id uuid, because text
select id, outside_because as because from relationship_relationship where client_id = $1 and outside_because is not null
    order by id;

-- reads.ts endRecordedAt cc656716
-- at text or null
select case when date_trunc('milliseconds', upper(recorded)) > lower(recorded) then date_trunc('milliseconds', upper(recorded))::text end as at
    from relationship_relationship_history
    where id = $1 and coalesce(upper(during) > $2::date, true) order by upper(recorded) desc limit 1;

-- writes.ts cutAt 176c9128
-- records
delete from "relationship_pause" where relationship_id = $1 and lower(during) >= $2::date;

-- writes.ts cutAt 176c9128
-- records
delete from "relationship_responsible" where relationship_id = $1 and lower(during) >= $2::date;

-- writes.ts cutAt 431b3d8f
-- records
update "relationship_pause" set during = daterange(lower(during), $1::date)
    where relationship_id = $2 and during @> $3::date;

-- writes.ts cutAt 431b3d8f
-- records
update "relationship_responsible" set during = daterange(lower(during), $1::date)
    where relationship_id = $2 and during @> $3::date;

-- writes.ts replaceResponsible 183f50fb
-- records
delete from relationship_responsible
    where relationship_id = $1 and lower(during) = $2::date;

-- writes.ts replaceResponsible 232293e8
-- records
update relationship_responsible set during = daterange(lower(during), $1::date)
    where relationship_id = $2 and during @> $3::date;

-- writes.ts replaceManagerOfCase 80cfe7bc
-- records
delete from relationship_case_manager
    where client_id = $1 and lower(during) = $2::date;

-- writes.ts endManagerOfCase 487659d2
-- records
update relationship_case_manager set during = daterange(lower(during), $1::date)
    where client_id = $2 and during @> $3::date;

-- writes.ts endManagerOfCase 35a3b371
-- records
delete from relationship_case_manager where client_id = $1 and lower(during) >= $2::date;

-- writes.ts deleteRelationship 3ebb89ce
-- gone boolean
select relationship_take_away($1) as gone;

-- writes.ts uncutRelationship 672e3f16
-- records
update relationship_responsible w set during = daterange(lower(w.during), least(upper(r.during), coalesce(
      (select upper(h.during) from relationship_responsible_history h where h.id = w.id and coalesce(upper(h.during) > $1::date, true)
        and coalesce(upper(h.recorded) >= $2::timestamptz, true) order by upper(h.recorded) desc limit 1), upper(r.during))))
    from relationship_relationship r
    where r.id = $3 and w.relationship_id = r.id and upper(w.during) = $4::date;

-- writes.ts uncutRelationship 1b3c8015
-- records
insert into relationship_responsible (id, organiser_id, client_id, relationship_id, worker_id, role, during)
    select distinct on (h.id) h.id, h.organiser_id, h.client_id, h.relationship_id, h.worker_id, h.role, h.during * r.during
    from relationship_responsible_history h join relationship_relationship r on r.id = h.relationship_id
    where r.id = $1 and lower(h.during) >= $2::date and h.during && r.during and upper(h.recorded) >= $3::timestamptz
      and not exists (select from relationship_responsible w where w.relationship_id = r.id and (w.id = h.id or w.during && h.during))
    order by h.id, upper(h.recorded) desc;

-- writes.ts uncutRelationship e9f989b7
-- records
insert into relationship_pause (id, organiser_id, client_id, relationship_id, reason, during)
    select distinct on (h.id) h.id, h.organiser_id, h.client_id, h.relationship_id, h.reason, h.during * r.during
    from relationship_pause_history h join relationship_relationship r on r.id = h.relationship_id
    where r.id = $1 and lower(h.during) >= $2::date and h.during && r.during and upper(h.recorded) >= $3::timestamptz
      and not exists (select from platform_correction c where c.act = 'takeBackBreak' and c.client_id = h.client_id and c.subject_id = h.id)
      and not exists (select from relationship_pause p where p.id = h.id)
    order by h.id, upper(h.recorded) desc;

-- writes.ts replaceAllocation 425d51ad
-- records
delete from relationship_allocation_rule
    where organiser_id = $1 and service = $2 and lower(during) >= $3::date;

-- writes.ts replaceAllocation c255cadc
-- records
update relationship_allocation_rule set during = daterange(lower(during), $1::date)
    where organiser_id = $2 and service = $3 and during @> $4::date;

-- writes.ts handOver b97904bd
-- records
select relationship_hand_over($1::jsonb, $2::date);

-- writes.ts nameInstead a1f3f0a5
-- records
select relationship_name_instead($1, $2::jsonb, $3::date);
