-- reads.ts assessments cb689f22
-- tookPart text or null, situation text or null, clientView text or null, viewMissingBecause text or null, conclusions text or null, need text or null, specialSupport boolean or null, ownWorker boolean or null, ownWorkerView text or null, finishedOn date or null, id uuid, referralId uuid, begunOn date, begunBy text, finishedBy text or null
select a.id, a.referral_id as "referralId", a.begun_on as "begunOn", b.family_name || ' ' || b.given_name as "begunBy",
      a.took_part as "tookPart", a.situation, a.client_view as "clientView", a.view_missing_because as "viewMissingBecause", a.conclusions,
      a.need, a.special_support as "specialSupport", a.own_worker as "ownWorker", a.own_worker_view as "ownWorkerView",
      a.finished_on as "finishedOn", f.family_name || ' ' || f.given_name as "finishedBy"
    from assessment_assessment a
    join worker_worker b on b.id = a.begun_by_id
    left join worker_worker f on f.id = a.finished_by_id
    where a.client_id = $1 and a.id = $2 order by a.begun_on, a.id;

-- reads.ts assessments cb689f22
-- tookPart text or null, situation text or null, clientView text or null, viewMissingBecause text or null, conclusions text or null, need text or null, specialSupport boolean or null, ownWorker boolean or null, ownWorkerView text or null, finishedOn date or null, id uuid, referralId uuid, begunOn date, begunBy text, finishedBy text or null
select a.id, a.referral_id as "referralId", a.begun_on as "begunOn", b.family_name || ' ' || b.given_name as "begunBy",
      a.took_part as "tookPart", a.situation, a.client_view as "clientView", a.view_missing_because as "viewMissingBecause", a.conclusions,
      a.need, a.special_support as "specialSupport", a.own_worker as "ownWorker", a.own_worker_view as "ownWorkerView",
      a.finished_on as "finishedOn", f.family_name || ' ' || f.given_name as "finishedBy"
    from assessment_assessment a
    join worker_worker b on b.id = a.begun_by_id
    left join worker_worker f on f.id = a.finished_by_id
    where a.referral_id = $1 order by a.begun_on, a.id;

-- reads.ts facts 3c401deb
-- referralId uuid, service text, receivedOn date, birthOn date or null, highestCareAllowance boolean, begunOn date or null, finishedOn date or null
select r.id as "referralId", r.service, r.received_on as "receivedOn", c.birth_on as "birthOn",
      exists (select from client_benefit b where b.client_id = r.client_id and b.highest and b.during @> r.received_on) as "highestCareAllowance",
      a.begun_on as "begunOn", a.finished_on as "finishedOn"
    from referral_referral r
    join client_client c on c.id = r.client_id
    left join assessment_assessment a on a.referral_id = r.id
    where r.client_id = $1;

-- reads.ts facts 3c401deb
-- referralId uuid, service text, receivedOn date, birthOn date or null, highestCareAllowance boolean, begunOn date or null, finishedOn date or null
select r.id as "referralId", r.service, r.received_on as "receivedOn", c.birth_on as "birthOn",
      exists (select from client_benefit b where b.client_id = r.client_id and b.highest and b.during @> r.received_on) as "highestCareAllowance",
      a.begun_on as "begunOn", a.finished_on as "finishedOn"
    from referral_referral r
    join client_client c on c.id = r.client_id
    left join assessment_assessment a on a.referral_id = r.id
    where r.id = any($1::uuid[]);

-- reads.ts assessmentHead 3282624e
-- authority text, office text or null, street text or null, postalCode text or null, postOffice text or null, phone text or null, email text or null, assessor text, assessorPhone text or null, client text, language text, easyLanguage boolean, service text, serviceName text, number text, receivedOn date
select case c.service_language when 'sv' then o.name_sv when 'en' then o.name_en else o.name_fi end as authority,
      coalesce(case c.service_language when 'sv' then o.office_sv when 'en' then o.office_en end, o.office_fi) as office,
      o.street, o.postal_code as "postalCode", o.post_office as "postOffice", o.phone, o.email,
      w.given_name || ' ' || w.family_name as assessor, w.phone as "assessorPhone",
      trim(c.given_names || ' ' || c.family_name) as client, c.service_language as language, c.easy_language as "easyLanguage", r.service,
      case c.service_language when 'sv' then s.name_sv when 'en' then s.name_en else s.name_fi end as "serviceName",
      r.number || '/' || r.year as number, r.received_on as "receivedOn"
    from assessment_assessment a
    join referral_referral r on r.id = a.referral_id
    join client_client c on c.id = a.client_id
    join organiser_organiser o on o.id = a.organiser_id
    join organiser_service s on s.code = r.service
    join worker_worker w on w.id = coalesce(a.finished_by_id, a.begun_by_id)
    where a.id = $1;
