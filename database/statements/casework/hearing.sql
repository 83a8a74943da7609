-- reads.ts hearings e4d6f6f0
-- id uuid, referralId uuid, askedOn date, respondByOn date, about text, way text, askedBy text, answeredOn date or null, answer text or null
select h.id, h.referral_id as "referralId", h.asked_on as "askedOn", h.respond_by_on as "respondByOn", h.about, h.way,
      w.family_name || ' ' || w.given_name as "askedBy", h.answered_on as "answeredOn", h.answer
    from hearing_hearing h join worker_worker w on w.id = h.asked_by_id
    where h.client_id = $1 and h.id = $2 order by h.asked_on, h.id;

-- reads.ts hearings e4d6f6f0
-- id uuid, referralId uuid, askedOn date, respondByOn date, about text, way text, askedBy text, answeredOn date or null, answer text or null
select h.id, h.referral_id as "referralId", h.asked_on as "askedOn", h.respond_by_on as "respondByOn", h.about, h.way,
      w.family_name || ' ' || w.given_name as "askedBy", h.answered_on as "answeredOn", h.answer
    from hearing_hearing h join worker_worker w on w.id = h.asked_by_id
    where h.referral_id = $1 order by h.asked_on, h.id;

-- reads.ts hearingHead 9e589901
-- authority text, office text or null, street text or null, postalCode text or null, postOffice text or null, phone text or null, email text or null, asker text, askerPhone text or null, askerEmail text or null, client text, language text, easyLanguage boolean, service text, number text, receivedOn date
select case c.service_language when 'sv' then o.name_sv when 'en' then o.name_en else o.name_fi end as authority,
      coalesce(case c.service_language when 'sv' then o.office_sv when 'en' then o.office_en end, o.office_fi) as office,
      o.street, o.postal_code as "postalCode", o.post_office as "postOffice", o.phone, o.email,
      w.given_name || ' ' || w.family_name as asker, w.phone as "askerPhone", w.email as "askerEmail",
      trim(c.given_names || ' ' || c.family_name) as client, c.service_language as language, c.easy_language as "easyLanguage",
      case c.service_language when 'sv' then s.name_sv when 'en' then s.name_en else s.name_fi end as service,
      r.number || '/' || r.year as number, r.received_on as "receivedOn"
    from hearing_hearing h
    join referral_referral r on r.id = h.referral_id
    join client_client c on c.id = h.client_id
    join organiser_organiser o on o.id = h.organiser_id
    join organiser_service s on s.code = r.service
    join worker_worker w on w.id = h.asked_by_id
    where h.id = $1;
