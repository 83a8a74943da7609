-- reads.ts hearings 3ab9d268
-- id uuid, referralId uuid, askedOn date, respondByOn date, about text, way text, notices list, askedBy text, answeredOn date or null, answer text or null
select h.id, h.referral_id as "referralId", h.asked_on as "askedOn", h.respond_by_on as "respondByOn", h.about, h.way,
      w.family_name || ' ' || w.given_name as "askedBy", h.answered_on as "answeredOn", h.answer,
      coalesce((select json_agg(json_build_object('id', n.id, 'recipient', n.recipient, 'name', n.name, 'way', n.way, 'sentOn', n.sent_on, 'servedOn', n.served_on)
        order by n.recipient, n.name) from hearing_notice n where n.hearing_id = h.id), '[]') as notices
    from hearing_hearing h join worker_worker w on w.id = h.asked_by_id
    where h.client_id = $1 and h.id = $2 order by h.asked_on, h.id;

-- reads.ts hearings 3ab9d268
-- id uuid, referralId uuid, askedOn date, respondByOn date, about text, way text, notices list, askedBy text, answeredOn date or null, answer text or null
select h.id, h.referral_id as "referralId", h.asked_on as "askedOn", h.respond_by_on as "respondByOn", h.about, h.way,
      w.family_name || ' ' || w.given_name as "askedBy", h.answered_on as "answeredOn", h.answer,
      coalesce((select json_agg(json_build_object('id', n.id, 'recipient', n.recipient, 'name', n.name, 'way', n.way, 'sentOn', n.sent_on, 'servedOn', n.served_on)
        order by n.recipient, n.name) from hearing_notice n where n.hearing_id = h.id), '[]') as notices
    from hearing_hearing h join worker_worker w on w.id = h.asked_by_id
    where h.referral_id = $1 order by h.asked_on, h.id;

-- reads.ts hearingHead fa714525
-- authority text, office text or null, street text or null, postalCode text or null, postOffice text or null, phone text or null, email text or null, asker text, askerPhone text or null, askerEmail text or null, client text, language text, easyLanguage boolean, service text, number text, receivedOn date
select case l.language when 'sv' then o.name_sv when 'en' then o.name_en else o.name_fi end as authority,
      coalesce(case l.language when 'sv' then o.office_sv when 'en' then o.office_en end, o.office_fi) as office,
      o.street, o.postal_code as "postalCode", o.post_office as "postOffice", o.phone, o.email,
      w.given_name || ' ' || w.family_name as asker, w.phone as "askerPhone", w.email as "askerEmail",
      trim(c.given_names || ' ' || c.family_name) as client, l.language, c.easy_language as "easyLanguage",
      case l.language when 'sv' then s.name_sv when 'en' then s.name_en else s.name_fi end as service,
      r.number || '/' || r.year as number, r.received_on as "receivedOn"
    from hearing_hearing h
    join referral_referral r on r.id = h.referral_id
    join client_client c on c.id = h.client_id
    cross join lateral (select case when $1::boolean then c.service_language else (case when c.service_language in ('fi', 'sv') then c.service_language else 'fi' end) end as language) l
    join organiser_organiser o on o.id = h.organiser_id
    join organiser_service s on s.code = r.service
    join worker_worker w on w.id = h.asked_by_id
    where h.id = $2;
