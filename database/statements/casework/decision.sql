-- reads.ts decisions 7a7b787c
-- id uuid, number text, together list, referralId uuid, planId uuid or null, service text, serviceName text, outcome text, receivedOn date, decidedOn date, decidedBy text, presentedBy text or null, delegation text or null, during daterange or null, holds daterange or null, changesId uuid or null, lastDay date or null, changes text or null, changedBy document or null, reasons text, easyReasons text or null, unheard document or null, explanations document, provisions list, servedOn date or null, notices list, offeringId uuid or null, place text or null, mealCharge number or null, hasLetter boolean, translated boolean, inPart boolean, version number, correctedOn date or null, correctedBecause text or null, annulledOn date or null, annulledBecause text or null, correctedSince list, decidedById uuid, presentedById uuid or null, togetherId uuid or null
select d.id, d.number || '/' || d.year as number, d.referral_id as "referralId", d.plan_id as "planId", d.service,
      "s"."name_en" as "serviceName", d.outcome, r.received_on as "receivedOn", d.decided_on as "decidedOn",
      d.together_id as "togetherId", coalesce((select json_agg(json_build_object('id', t.id, 'referralId', t.referral_id, 'service', t.service,
        'serviceName', "n"."name_en", 'annulled', t.annulled_on is not null) order by t.id) from decision_decision t
        join organiser_service n on n.code = t.service where t.together_id = d.together_id and t.organiser_id = d.organiser_id and t.id <> d.id), '[]') as together,
      d.decided_by_id as "decidedById", w.family_name || ' ' || w.given_name as "decidedBy",
      p.family_name || ' ' || p.given_name as "presentedBy", d.presented_by_id as "presentedById", d.delegation, d.during, d.explanations,
      (select g.during from decision_granted g where g.decision_id = d.id and g.service = d.service) as holds, d.changes_id as "changesId", d.last_on as "lastDay",
      (select e.number || '/' || e.year from decision_decision e where e.id = d.changes_id) as changes,
      (select json_build_object('number', e.number || '/' || e.year, 'from', coalesce(lower(e.during), e.last_on + 1), 'ends', e.outcome = 'end') from decision_decision e
        where e.changes_id = d.id and e.annulled_on is null) as "changedBy", d.reasons, d.provisions,
      d.served_on as "servedOn",
      coalesce((select json_agg(json_build_object('id', n.id, 'recipient', n.recipient, 'name', n.name,
        'way', n.way, 'sentOn', n.sent_on, 'servedOn', n.served_on) order by n.recipient, n.name) from decision_notice n where n.decision_id = d.id), '[]') as notices,
      d.offering_id as "offeringId", d.place, d.meal_charge_cents as "mealCharge", exists (select from decision_letter l where l.decision_id = d.id) as "hasLetter",
      d.in_part as "inPart", d.easy_reasons as "easyReasons",
      case when d.unheard_ground is not null then json_build_object('ground', d.unheard_ground, 'because', d.unheard_because) end as unheard, d.version, d.corrected_on as "correctedOn", d.corrected_because as "correctedBecause",
      d.annulled_on as "annulledOn", d.annulled_because as "annulledBecause",
  coalesce((select json_agg(json_build_object('what', k.what, 'on', k.day) order by k.day, k.what) from (
    select x.what, max((c.made_at at time zone 'Europe/Helsinki')::date) as day from platform_correction c
    cross join lateral (select decision_cites(c.act, c.subject_id, d.plan_id, d.referral_id) as what offset 0) x
    where c.client_id = d.client_id and x.what is not null and c.made_at > decision_known_as(d.id, d.version) group by x.what) k), '[]') as "correctedSince",
      exists (select from client_client c where c.id = d.client_id and c.service_language <> (case when c.service_language in ('fi', 'sv') then c.service_language else 'fi' end)) as translated
    from decision_decision d
    join referral_referral r on r.id = d.referral_id
    join organiser_service s on s.code = d.service
    join worker_worker w on w.id = d.decided_by_id
    left join worker_worker p on p.id = d.presented_by_id
    where d.client_id = $1  order by d.decided_on desc, d.id desc, lower(d.recorded) desc;

-- reads.ts decisions 7a7b787c
-- id uuid, number text, together list, referralId uuid, planId uuid or null, service text, serviceName text, outcome text, receivedOn date, decidedOn date, decidedBy text, presentedBy text or null, delegation text or null, during daterange or null, holds daterange or null, changesId uuid or null, lastDay date or null, changes text or null, changedBy document or null, reasons text, easyReasons text or null, unheard document or null, explanations document, provisions list, servedOn date or null, notices list, offeringId uuid or null, place text or null, mealCharge number or null, hasLetter boolean, translated boolean, inPart boolean, version number, correctedOn date or null, correctedBecause text or null, annulledOn date or null, annulledBecause text or null, correctedSince list, decidedById uuid, presentedById uuid or null, togetherId uuid or null
select d.id, d.number || '/' || d.year as number, d.referral_id as "referralId", d.plan_id as "planId", d.service,
      "s"."name_en" as "serviceName", d.outcome, r.received_on as "receivedOn", d.decided_on as "decidedOn",
      d.together_id as "togetherId", coalesce((select json_agg(json_build_object('id', t.id, 'referralId', t.referral_id, 'service', t.service,
        'serviceName', "n"."name_en", 'annulled', t.annulled_on is not null) order by t.id) from decision_decision t
        join organiser_service n on n.code = t.service where t.together_id = d.together_id and t.organiser_id = d.organiser_id and t.id <> d.id), '[]') as together,
      d.decided_by_id as "decidedById", w.family_name || ' ' || w.given_name as "decidedBy",
      p.family_name || ' ' || p.given_name as "presentedBy", d.presented_by_id as "presentedById", d.delegation, d.during, d.explanations,
      (select g.during from decision_granted g where g.decision_id = d.id and g.service = d.service) as holds, d.changes_id as "changesId", d.last_on as "lastDay",
      (select e.number || '/' || e.year from decision_decision e where e.id = d.changes_id) as changes,
      (select json_build_object('number', e.number || '/' || e.year, 'from', coalesce(lower(e.during), e.last_on + 1), 'ends', e.outcome = 'end') from decision_decision e
        where e.changes_id = d.id and e.annulled_on is null) as "changedBy", d.reasons, d.provisions,
      d.served_on as "servedOn",
      coalesce((select json_agg(json_build_object('id', n.id, 'recipient', n.recipient, 'name', n.name,
        'way', n.way, 'sentOn', n.sent_on, 'servedOn', n.served_on) order by n.recipient, n.name) from decision_notice n where n.decision_id = d.id), '[]') as notices,
      d.offering_id as "offeringId", d.place, d.meal_charge_cents as "mealCharge", exists (select from decision_letter l where l.decision_id = d.id) as "hasLetter",
      d.in_part as "inPart", d.easy_reasons as "easyReasons",
      case when d.unheard_ground is not null then json_build_object('ground', d.unheard_ground, 'because', d.unheard_because) end as unheard, d.version, d.corrected_on as "correctedOn", d.corrected_because as "correctedBecause",
      d.annulled_on as "annulledOn", d.annulled_because as "annulledBecause",
  coalesce((select json_agg(json_build_object('what', k.what, 'on', k.day) order by k.day, k.what) from (
    select x.what, max((c.made_at at time zone 'Europe/Helsinki')::date) as day from platform_correction c
    cross join lateral (select decision_cites(c.act, c.subject_id, d.plan_id, d.referral_id) as what offset 0) x
    where c.client_id = d.client_id and x.what is not null and c.made_at > decision_known_as(d.id, d.version) group by x.what) k), '[]') as "correctedSince",
      exists (select from client_client c where c.id = d.client_id and c.service_language <> (case when c.service_language in ('fi', 'sv') then c.service_language else 'fi' end)) as translated
    from decision_decision d
    join referral_referral r on r.id = d.referral_id
    join organiser_service s on s.code = d.service
    join worker_worker w on w.id = d.decided_by_id
    left join worker_worker p on p.id = d.presented_by_id
    where d.client_id = $1 and d.annulled_on is null order by d.decided_on desc, d.id desc, lower(d.recorded) desc;

-- reads.ts decisions 7a7b787c
-- id uuid, number text, together list, referralId uuid, planId uuid or null, service text, serviceName text, outcome text, receivedOn date, decidedOn date, decidedBy text, presentedBy text or null, delegation text or null, during daterange or null, holds daterange or null, changesId uuid or null, lastDay date or null, changes text or null, changedBy document or null, reasons text, easyReasons text or null, unheard document or null, explanations document, provisions list, servedOn date or null, notices list, offeringId uuid or null, place text or null, mealCharge number or null, hasLetter boolean, translated boolean, inPart boolean, version number, correctedOn date or null, correctedBecause text or null, annulledOn date or null, annulledBecause text or null, correctedSince list, decidedById uuid, presentedById uuid or null, togetherId uuid or null
select d.id, d.number || '/' || d.year as number, d.referral_id as "referralId", d.plan_id as "planId", d.service,
      "s"."name_en" as "serviceName", d.outcome, r.received_on as "receivedOn", d.decided_on as "decidedOn",
      d.together_id as "togetherId", coalesce((select json_agg(json_build_object('id', t.id, 'referralId', t.referral_id, 'service', t.service,
        'serviceName', "n"."name_en", 'annulled', t.annulled_on is not null) order by t.id) from decision_decision t
        join organiser_service n on n.code = t.service where t.together_id = d.together_id and t.organiser_id = d.organiser_id and t.id <> d.id), '[]') as together,
      d.decided_by_id as "decidedById", w.family_name || ' ' || w.given_name as "decidedBy",
      p.family_name || ' ' || p.given_name as "presentedBy", d.presented_by_id as "presentedById", d.delegation, d.during, d.explanations,
      (select g.during from decision_granted g where g.decision_id = d.id and g.service = d.service) as holds, d.changes_id as "changesId", d.last_on as "lastDay",
      (select e.number || '/' || e.year from decision_decision e where e.id = d.changes_id) as changes,
      (select json_build_object('number', e.number || '/' || e.year, 'from', coalesce(lower(e.during), e.last_on + 1), 'ends', e.outcome = 'end') from decision_decision e
        where e.changes_id = d.id and e.annulled_on is null) as "changedBy", d.reasons, d.provisions,
      d.served_on as "servedOn",
      coalesce((select json_agg(json_build_object('id', n.id, 'recipient', n.recipient, 'name', n.name,
        'way', n.way, 'sentOn', n.sent_on, 'servedOn', n.served_on) order by n.recipient, n.name) from decision_notice n where n.decision_id = d.id), '[]') as notices,
      d.offering_id as "offeringId", d.place, d.meal_charge_cents as "mealCharge", exists (select from decision_letter l where l.decision_id = d.id) as "hasLetter",
      d.in_part as "inPart", d.easy_reasons as "easyReasons",
      case when d.unheard_ground is not null then json_build_object('ground', d.unheard_ground, 'because', d.unheard_because) end as unheard, d.version, d.corrected_on as "correctedOn", d.corrected_because as "correctedBecause",
      d.annulled_on as "annulledOn", d.annulled_because as "annulledBecause",
  coalesce((select json_agg(json_build_object('what', k.what, 'on', k.day) order by k.day, k.what) from (
    select x.what, max((c.made_at at time zone 'Europe/Helsinki')::date) as day from platform_correction c
    cross join lateral (select decision_cites(c.act, c.subject_id, d.plan_id, d.referral_id) as what offset 0) x
    where c.client_id = d.client_id and x.what is not null and c.made_at > decision_known_as(d.id, d.version) group by x.what) k), '[]') as "correctedSince",
      exists (select from client_client c where c.id = d.client_id and c.service_language <> (case when c.service_language in ('fi', 'sv') then c.service_language else 'fi' end)) as translated
    from decision_decision d
    join referral_referral r on r.id = d.referral_id
    join organiser_service s on s.code = d.service
    join worker_worker w on w.id = d.decided_by_id
    left join worker_worker p on p.id = d.presented_by_id
    where d.client_id = $1 and d.id = $2 and d.annulled_on is null order by d.decided_on desc, d.id desc, lower(d.recorded) desc;

-- reads.ts decisions 7a7b787c
-- id uuid, number text, together list, referralId uuid, planId uuid or null, service text, serviceName text, outcome text, receivedOn date, decidedOn date, decidedBy text, presentedBy text or null, delegation text or null, during daterange or null, holds daterange or null, changesId uuid or null, lastDay date or null, changes text or null, changedBy document or null, reasons text, easyReasons text or null, unheard document or null, explanations document, provisions list, servedOn date or null, notices list, offeringId uuid or null, place text or null, mealCharge number or null, hasLetter boolean, translated boolean, inPart boolean, version number, correctedOn date or null, correctedBecause text or null, annulledOn date or null, annulledBecause text or null, correctedSince list, decidedById uuid, presentedById uuid or null, togetherId uuid or null
select d.id, d.number || '/' || d.year as number, d.referral_id as "referralId", d.plan_id as "planId", d.service,
      "s"."name_fi" as "serviceName", d.outcome, r.received_on as "receivedOn", d.decided_on as "decidedOn",
      d.together_id as "togetherId", coalesce((select json_agg(json_build_object('id', t.id, 'referralId', t.referral_id, 'service', t.service,
        'serviceName', "n"."name_fi", 'annulled', t.annulled_on is not null) order by t.id) from decision_decision t
        join organiser_service n on n.code = t.service where t.together_id = d.together_id and t.organiser_id = d.organiser_id and t.id <> d.id), '[]') as together,
      d.decided_by_id as "decidedById", w.family_name || ' ' || w.given_name as "decidedBy",
      p.family_name || ' ' || p.given_name as "presentedBy", d.presented_by_id as "presentedById", d.delegation, d.during, d.explanations,
      (select g.during from decision_granted g where g.decision_id = d.id and g.service = d.service) as holds, d.changes_id as "changesId", d.last_on as "lastDay",
      (select e.number || '/' || e.year from decision_decision e where e.id = d.changes_id) as changes,
      (select json_build_object('number', e.number || '/' || e.year, 'from', coalesce(lower(e.during), e.last_on + 1), 'ends', e.outcome = 'end') from decision_decision e
        where e.changes_id = d.id and e.annulled_on is null) as "changedBy", d.reasons, d.provisions,
      d.served_on as "servedOn",
      coalesce((select json_agg(json_build_object('id', n.id, 'recipient', n.recipient, 'name', n.name,
        'way', n.way, 'sentOn', n.sent_on, 'servedOn', n.served_on) order by n.recipient, n.name) from decision_notice n where n.decision_id = d.id), '[]') as notices,
      d.offering_id as "offeringId", d.place, d.meal_charge_cents as "mealCharge", exists (select from decision_letter l where l.decision_id = d.id) as "hasLetter",
      d.in_part as "inPart", d.easy_reasons as "easyReasons",
      case when d.unheard_ground is not null then json_build_object('ground', d.unheard_ground, 'because', d.unheard_because) end as unheard, d.version, d.corrected_on as "correctedOn", d.corrected_because as "correctedBecause",
      d.annulled_on as "annulledOn", d.annulled_because as "annulledBecause",
  coalesce((select json_agg(json_build_object('what', k.what, 'on', k.day) order by k.day, k.what) from (
    select x.what, max((c.made_at at time zone 'Europe/Helsinki')::date) as day from platform_correction c
    cross join lateral (select decision_cites(c.act, c.subject_id, d.plan_id, d.referral_id) as what offset 0) x
    where c.client_id = d.client_id and x.what is not null and c.made_at > decision_known_as(d.id, d.version) group by x.what) k), '[]') as "correctedSince",
      exists (select from client_client c where c.id = d.client_id and c.service_language <> (case when c.service_language in ('fi', 'sv') then c.service_language else 'fi' end)) as translated
    from (select * from decision_decision union all select * from decision_decision_history) d
    join referral_referral r on r.id = d.referral_id
    join organiser_service s on s.code = d.service
    join worker_worker w on w.id = d.decided_by_id
    left join worker_worker p on p.id = d.presented_by_id
    where d.client_id = $1 and d.id = $2 and d.version = $3 order by d.decided_on desc, d.id desc, lower(d.recorded) desc;

-- reads.ts decisions 7a7b787c
-- id uuid, number text, together list, referralId uuid, planId uuid or null, service text, serviceName text, outcome text, receivedOn date, decidedOn date, decidedBy text, presentedBy text or null, delegation text or null, during daterange or null, holds daterange or null, changesId uuid or null, lastDay date or null, changes text or null, changedBy document or null, reasons text, easyReasons text or null, unheard document or null, explanations document, provisions list, servedOn date or null, notices list, offeringId uuid or null, place text or null, mealCharge number or null, hasLetter boolean, translated boolean, inPart boolean, version number, correctedOn date or null, correctedBecause text or null, annulledOn date or null, annulledBecause text or null, correctedSince list, decidedById uuid, presentedById uuid or null, togetherId uuid or null
select d.id, d.number || '/' || d.year as number, d.referral_id as "referralId", d.plan_id as "planId", d.service,
      "s"."name_fi" as "serviceName", d.outcome, r.received_on as "receivedOn", d.decided_on as "decidedOn",
      d.together_id as "togetherId", coalesce((select json_agg(json_build_object('id', t.id, 'referralId', t.referral_id, 'service', t.service,
        'serviceName', "n"."name_fi", 'annulled', t.annulled_on is not null) order by t.id) from decision_decision t
        join organiser_service n on n.code = t.service where t.together_id = d.together_id and t.organiser_id = d.organiser_id and t.id <> d.id), '[]') as together,
      d.decided_by_id as "decidedById", w.family_name || ' ' || w.given_name as "decidedBy",
      p.family_name || ' ' || p.given_name as "presentedBy", d.presented_by_id as "presentedById", d.delegation, d.during, d.explanations,
      (select g.during from decision_granted g where g.decision_id = d.id and g.service = d.service) as holds, d.changes_id as "changesId", d.last_on as "lastDay",
      (select e.number || '/' || e.year from decision_decision e where e.id = d.changes_id) as changes,
      (select json_build_object('number', e.number || '/' || e.year, 'from', coalesce(lower(e.during), e.last_on + 1), 'ends', e.outcome = 'end') from decision_decision e
        where e.changes_id = d.id and e.annulled_on is null) as "changedBy", d.reasons, d.provisions,
      d.served_on as "servedOn",
      coalesce((select json_agg(json_build_object('id', n.id, 'recipient', n.recipient, 'name', n.name,
        'way', n.way, 'sentOn', n.sent_on, 'servedOn', n.served_on) order by n.recipient, n.name) from decision_notice n where n.decision_id = d.id), '[]') as notices,
      d.offering_id as "offeringId", d.place, d.meal_charge_cents as "mealCharge", exists (select from decision_letter l where l.decision_id = d.id) as "hasLetter",
      d.in_part as "inPart", d.easy_reasons as "easyReasons",
      case when d.unheard_ground is not null then json_build_object('ground', d.unheard_ground, 'because', d.unheard_because) end as unheard, d.version, d.corrected_on as "correctedOn", d.corrected_because as "correctedBecause",
      d.annulled_on as "annulledOn", d.annulled_because as "annulledBecause",
  coalesce((select json_agg(json_build_object('what', k.what, 'on', k.day) order by k.day, k.what) from (
    select x.what, max((c.made_at at time zone 'Europe/Helsinki')::date) as day from platform_correction c
    cross join lateral (select decision_cites(c.act, c.subject_id, d.plan_id, d.referral_id) as what offset 0) x
    where c.client_id = d.client_id and x.what is not null and c.made_at > decision_known_as(d.id, d.version) group by x.what) k), '[]') as "correctedSince",
      exists (select from client_client c where c.id = d.client_id and c.service_language <> (case when c.service_language in ('fi', 'sv') then c.service_language else 'fi' end)) as translated
    from (select * from decision_decision union all select * from decision_decision_history) d
    join referral_referral r on r.id = d.referral_id
    join organiser_service s on s.code = d.service
    join worker_worker w on w.id = d.decided_by_id
    left join worker_worker p on p.id = d.presented_by_id
    where d.client_id = $1 and d.together_id = $2 and d.version = $3 order by d.decided_on desc, d.id desc, lower(d.recorded) desc;

-- reads.ts decisions 7a7b787c
-- id uuid, number text, together list, referralId uuid, planId uuid or null, service text, serviceName text, outcome text, receivedOn date, decidedOn date, decidedBy text, presentedBy text or null, delegation text or null, during daterange or null, holds daterange or null, changesId uuid or null, lastDay date or null, changes text or null, changedBy document or null, reasons text, easyReasons text or null, unheard document or null, explanations document, provisions list, servedOn date or null, notices list, offeringId uuid or null, place text or null, mealCharge number or null, hasLetter boolean, translated boolean, inPart boolean, version number, correctedOn date or null, correctedBecause text or null, annulledOn date or null, annulledBecause text or null, correctedSince list, decidedById uuid, presentedById uuid or null, togetherId uuid or null
select d.id, d.number || '/' || d.year as number, d.referral_id as "referralId", d.plan_id as "planId", d.service,
      "s"."name_fi" as "serviceName", d.outcome, r.received_on as "receivedOn", d.decided_on as "decidedOn",
      d.together_id as "togetherId", coalesce((select json_agg(json_build_object('id', t.id, 'referralId', t.referral_id, 'service', t.service,
        'serviceName', "n"."name_fi", 'annulled', t.annulled_on is not null) order by t.id) from decision_decision t
        join organiser_service n on n.code = t.service where t.together_id = d.together_id and t.organiser_id = d.organiser_id and t.id <> d.id), '[]') as together,
      d.decided_by_id as "decidedById", w.family_name || ' ' || w.given_name as "decidedBy",
      p.family_name || ' ' || p.given_name as "presentedBy", d.presented_by_id as "presentedById", d.delegation, d.during, d.explanations,
      (select g.during from decision_granted g where g.decision_id = d.id and g.service = d.service) as holds, d.changes_id as "changesId", d.last_on as "lastDay",
      (select e.number || '/' || e.year from decision_decision e where e.id = d.changes_id) as changes,
      (select json_build_object('number', e.number || '/' || e.year, 'from', coalesce(lower(e.during), e.last_on + 1), 'ends', e.outcome = 'end') from decision_decision e
        where e.changes_id = d.id and e.annulled_on is null) as "changedBy", d.reasons, d.provisions,
      d.served_on as "servedOn",
      coalesce((select json_agg(json_build_object('id', n.id, 'recipient', n.recipient, 'name', n.name,
        'way', n.way, 'sentOn', n.sent_on, 'servedOn', n.served_on) order by n.recipient, n.name) from decision_notice n where n.decision_id = d.id), '[]') as notices,
      d.offering_id as "offeringId", d.place, d.meal_charge_cents as "mealCharge", exists (select from decision_letter l where l.decision_id = d.id) as "hasLetter",
      d.in_part as "inPart", d.easy_reasons as "easyReasons",
      case when d.unheard_ground is not null then json_build_object('ground', d.unheard_ground, 'because', d.unheard_because) end as unheard, d.version, d.corrected_on as "correctedOn", d.corrected_because as "correctedBecause",
      d.annulled_on as "annulledOn", d.annulled_because as "annulledBecause",
  coalesce((select json_agg(json_build_object('what', k.what, 'on', k.day) order by k.day, k.what) from (
    select x.what, max((c.made_at at time zone 'Europe/Helsinki')::date) as day from platform_correction c
    cross join lateral (select decision_cites(c.act, c.subject_id, d.plan_id, d.referral_id) as what offset 0) x
    where c.client_id = d.client_id and x.what is not null and c.made_at > decision_known_as(d.id, d.version) group by x.what) k), '[]') as "correctedSince",
      exists (select from client_client c where c.id = d.client_id and c.service_language <> (case when c.service_language in ('fi', 'sv') then c.service_language else 'fi' end)) as translated
    from decision_decision d
    join referral_referral r on r.id = d.referral_id
    join organiser_service s on s.code = d.service
    join worker_worker w on w.id = d.decided_by_id
    left join worker_worker p on p.id = d.presented_by_id
    where d.client_id = $1  order by d.decided_on desc, d.id desc, lower(d.recorded) desc;

-- reads.ts decisions 7a7b787c
-- id uuid, number text, together list, referralId uuid, planId uuid or null, service text, serviceName text, outcome text, receivedOn date, decidedOn date, decidedBy text, presentedBy text or null, delegation text or null, during daterange or null, holds daterange or null, changesId uuid or null, lastDay date or null, changes text or null, changedBy document or null, reasons text, easyReasons text or null, unheard document or null, explanations document, provisions list, servedOn date or null, notices list, offeringId uuid or null, place text or null, mealCharge number or null, hasLetter boolean, translated boolean, inPart boolean, version number, correctedOn date or null, correctedBecause text or null, annulledOn date or null, annulledBecause text or null, correctedSince list, decidedById uuid, presentedById uuid or null, togetherId uuid or null
select d.id, d.number || '/' || d.year as number, d.referral_id as "referralId", d.plan_id as "planId", d.service,
      "s"."name_fi" as "serviceName", d.outcome, r.received_on as "receivedOn", d.decided_on as "decidedOn",
      d.together_id as "togetherId", coalesce((select json_agg(json_build_object('id', t.id, 'referralId', t.referral_id, 'service', t.service,
        'serviceName', "n"."name_fi", 'annulled', t.annulled_on is not null) order by t.id) from decision_decision t
        join organiser_service n on n.code = t.service where t.together_id = d.together_id and t.organiser_id = d.organiser_id and t.id <> d.id), '[]') as together,
      d.decided_by_id as "decidedById", w.family_name || ' ' || w.given_name as "decidedBy",
      p.family_name || ' ' || p.given_name as "presentedBy", d.presented_by_id as "presentedById", d.delegation, d.during, d.explanations,
      (select g.during from decision_granted g where g.decision_id = d.id and g.service = d.service) as holds, d.changes_id as "changesId", d.last_on as "lastDay",
      (select e.number || '/' || e.year from decision_decision e where e.id = d.changes_id) as changes,
      (select json_build_object('number', e.number || '/' || e.year, 'from', coalesce(lower(e.during), e.last_on + 1), 'ends', e.outcome = 'end') from decision_decision e
        where e.changes_id = d.id and e.annulled_on is null) as "changedBy", d.reasons, d.provisions,
      d.served_on as "servedOn",
      coalesce((select json_agg(json_build_object('id', n.id, 'recipient', n.recipient, 'name', n.name,
        'way', n.way, 'sentOn', n.sent_on, 'servedOn', n.served_on) order by n.recipient, n.name) from decision_notice n where n.decision_id = d.id), '[]') as notices,
      d.offering_id as "offeringId", d.place, d.meal_charge_cents as "mealCharge", exists (select from decision_letter l where l.decision_id = d.id) as "hasLetter",
      d.in_part as "inPart", d.easy_reasons as "easyReasons",
      case when d.unheard_ground is not null then json_build_object('ground', d.unheard_ground, 'because', d.unheard_because) end as unheard, d.version, d.corrected_on as "correctedOn", d.corrected_because as "correctedBecause",
      d.annulled_on as "annulledOn", d.annulled_because as "annulledBecause",
  coalesce((select json_agg(json_build_object('what', k.what, 'on', k.day) order by k.day, k.what) from (
    select x.what, max((c.made_at at time zone 'Europe/Helsinki')::date) as day from platform_correction c
    cross join lateral (select decision_cites(c.act, c.subject_id, d.plan_id, d.referral_id) as what offset 0) x
    where c.client_id = d.client_id and x.what is not null and c.made_at > decision_known_as(d.id, d.version) group by x.what) k), '[]') as "correctedSince",
      exists (select from client_client c where c.id = d.client_id and c.service_language <> (case when c.service_language in ('fi', 'sv') then c.service_language else 'fi' end)) as translated
    from decision_decision d
    join referral_referral r on r.id = d.referral_id
    join organiser_service s on s.code = d.service
    join worker_worker w on w.id = d.decided_by_id
    left join worker_worker p on p.id = d.presented_by_id
    where d.client_id = $1 and d.annulled_on is null order by d.decided_on desc, d.id desc, lower(d.recorded) desc;

-- reads.ts decisions 7a7b787c
-- id uuid, number text, together list, referralId uuid, planId uuid or null, service text, serviceName text, outcome text, receivedOn date, decidedOn date, decidedBy text, presentedBy text or null, delegation text or null, during daterange or null, holds daterange or null, changesId uuid or null, lastDay date or null, changes text or null, changedBy document or null, reasons text, easyReasons text or null, unheard document or null, explanations document, provisions list, servedOn date or null, notices list, offeringId uuid or null, place text or null, mealCharge number or null, hasLetter boolean, translated boolean, inPart boolean, version number, correctedOn date or null, correctedBecause text or null, annulledOn date or null, annulledBecause text or null, correctedSince list, decidedById uuid, presentedById uuid or null, togetherId uuid or null
select d.id, d.number || '/' || d.year as number, d.referral_id as "referralId", d.plan_id as "planId", d.service,
      "s"."name_fi" as "serviceName", d.outcome, r.received_on as "receivedOn", d.decided_on as "decidedOn",
      d.together_id as "togetherId", coalesce((select json_agg(json_build_object('id', t.id, 'referralId', t.referral_id, 'service', t.service,
        'serviceName', "n"."name_fi", 'annulled', t.annulled_on is not null) order by t.id) from decision_decision t
        join organiser_service n on n.code = t.service where t.together_id = d.together_id and t.organiser_id = d.organiser_id and t.id <> d.id), '[]') as together,
      d.decided_by_id as "decidedById", w.family_name || ' ' || w.given_name as "decidedBy",
      p.family_name || ' ' || p.given_name as "presentedBy", d.presented_by_id as "presentedById", d.delegation, d.during, d.explanations,
      (select g.during from decision_granted g where g.decision_id = d.id and g.service = d.service) as holds, d.changes_id as "changesId", d.last_on as "lastDay",
      (select e.number || '/' || e.year from decision_decision e where e.id = d.changes_id) as changes,
      (select json_build_object('number', e.number || '/' || e.year, 'from', coalesce(lower(e.during), e.last_on + 1), 'ends', e.outcome = 'end') from decision_decision e
        where e.changes_id = d.id and e.annulled_on is null) as "changedBy", d.reasons, d.provisions,
      d.served_on as "servedOn",
      coalesce((select json_agg(json_build_object('id', n.id, 'recipient', n.recipient, 'name', n.name,
        'way', n.way, 'sentOn', n.sent_on, 'servedOn', n.served_on) order by n.recipient, n.name) from decision_notice n where n.decision_id = d.id), '[]') as notices,
      d.offering_id as "offeringId", d.place, d.meal_charge_cents as "mealCharge", exists (select from decision_letter l where l.decision_id = d.id) as "hasLetter",
      d.in_part as "inPart", d.easy_reasons as "easyReasons",
      case when d.unheard_ground is not null then json_build_object('ground', d.unheard_ground, 'because', d.unheard_because) end as unheard, d.version, d.corrected_on as "correctedOn", d.corrected_because as "correctedBecause",
      d.annulled_on as "annulledOn", d.annulled_because as "annulledBecause",
  coalesce((select json_agg(json_build_object('what', k.what, 'on', k.day) order by k.day, k.what) from (
    select x.what, max((c.made_at at time zone 'Europe/Helsinki')::date) as day from platform_correction c
    cross join lateral (select decision_cites(c.act, c.subject_id, d.plan_id, d.referral_id) as what offset 0) x
    where c.client_id = d.client_id and x.what is not null and c.made_at > decision_known_as(d.id, d.version) group by x.what) k), '[]') as "correctedSince",
      exists (select from client_client c where c.id = d.client_id and c.service_language <> (case when c.service_language in ('fi', 'sv') then c.service_language else 'fi' end)) as translated
    from decision_decision d
    join referral_referral r on r.id = d.referral_id
    join organiser_service s on s.code = d.service
    join worker_worker w on w.id = d.decided_by_id
    left join worker_worker p on p.id = d.presented_by_id
    where d.client_id = $1 and d.id = $2 and d.annulled_on is null order by d.decided_on desc, d.id desc, lower(d.recorded) desc;

-- reads.ts decisions 7a7b787c
-- id uuid, number text, together list, referralId uuid, planId uuid or null, service text, serviceName text, outcome text, receivedOn date, decidedOn date, decidedBy text, presentedBy text or null, delegation text or null, during daterange or null, holds daterange or null, changesId uuid or null, lastDay date or null, changes text or null, changedBy document or null, reasons text, easyReasons text or null, unheard document or null, explanations document, provisions list, servedOn date or null, notices list, offeringId uuid or null, place text or null, mealCharge number or null, hasLetter boolean, translated boolean, inPart boolean, version number, correctedOn date or null, correctedBecause text or null, annulledOn date or null, annulledBecause text or null, correctedSince list, decidedById uuid, presentedById uuid or null, togetherId uuid or null
select d.id, d.number || '/' || d.year as number, d.referral_id as "referralId", d.plan_id as "planId", d.service,
      "s"."name_fi" as "serviceName", d.outcome, r.received_on as "receivedOn", d.decided_on as "decidedOn",
      d.together_id as "togetherId", coalesce((select json_agg(json_build_object('id', t.id, 'referralId', t.referral_id, 'service', t.service,
        'serviceName', "n"."name_fi", 'annulled', t.annulled_on is not null) order by t.id) from decision_decision t
        join organiser_service n on n.code = t.service where t.together_id = d.together_id and t.organiser_id = d.organiser_id and t.id <> d.id), '[]') as together,
      d.decided_by_id as "decidedById", w.family_name || ' ' || w.given_name as "decidedBy",
      p.family_name || ' ' || p.given_name as "presentedBy", d.presented_by_id as "presentedById", d.delegation, d.during, d.explanations,
      (select g.during from decision_granted g where g.decision_id = d.id and g.service = d.service) as holds, d.changes_id as "changesId", d.last_on as "lastDay",
      (select e.number || '/' || e.year from decision_decision e where e.id = d.changes_id) as changes,
      (select json_build_object('number', e.number || '/' || e.year, 'from', coalesce(lower(e.during), e.last_on + 1), 'ends', e.outcome = 'end') from decision_decision e
        where e.changes_id = d.id and e.annulled_on is null) as "changedBy", d.reasons, d.provisions,
      d.served_on as "servedOn",
      coalesce((select json_agg(json_build_object('id', n.id, 'recipient', n.recipient, 'name', n.name,
        'way', n.way, 'sentOn', n.sent_on, 'servedOn', n.served_on) order by n.recipient, n.name) from decision_notice n where n.decision_id = d.id), '[]') as notices,
      d.offering_id as "offeringId", d.place, d.meal_charge_cents as "mealCharge", exists (select from decision_letter l where l.decision_id = d.id) as "hasLetter",
      d.in_part as "inPart", d.easy_reasons as "easyReasons",
      case when d.unheard_ground is not null then json_build_object('ground', d.unheard_ground, 'because', d.unheard_because) end as unheard, d.version, d.corrected_on as "correctedOn", d.corrected_because as "correctedBecause",
      d.annulled_on as "annulledOn", d.annulled_because as "annulledBecause",
  coalesce((select json_agg(json_build_object('what', k.what, 'on', k.day) order by k.day, k.what) from (
    select x.what, max((c.made_at at time zone 'Europe/Helsinki')::date) as day from platform_correction c
    cross join lateral (select decision_cites(c.act, c.subject_id, d.plan_id, d.referral_id) as what offset 0) x
    where c.client_id = d.client_id and x.what is not null and c.made_at > decision_known_as(d.id, d.version) group by x.what) k), '[]') as "correctedSince",
      exists (select from client_client c where c.id = d.client_id and c.service_language <> (case when c.service_language in ('fi', 'sv') then c.service_language else 'fi' end)) as translated
    from decision_decision d
    join referral_referral r on r.id = d.referral_id
    join organiser_service s on s.code = d.service
    join worker_worker w on w.id = d.decided_by_id
    left join worker_worker p on p.id = d.presented_by_id
    where d.client_id = $1 and d.together_id = $2 and d.annulled_on is null order by d.decided_on desc, d.id desc, lower(d.recorded) desc;

-- reads.ts referralsDecided 4a83011f
-- id uuid, number text, clientId uuid, service text, source text, kind text, receivedOn date, finishesStudies boolean, need text or null, referredBy text or null, receivedBy text or null, withdrawnOn date or null, decidedOn date or null
select r.id, r.number || '/' || r.year as number, r.client_id as "clientId", r.service, r.source, r.kind, r.received_on as "receivedOn", r.finishes_studies as "finishesStudies",
      r.need, r.referred_by as "referredBy", w.family_name || ' ' || w.given_name as "receivedBy", r.withdrawn_on as "withdrawnOn", r.decided_on as "decidedOn"
    from decision_matter r
    left join worker_worker w on w.id = r.received_by_id
    where r.client_id = $1 and r.id = $2 order by r.received_on desc, r.id desc;

-- reads.ts referralsDecided 4a83011f
-- id uuid, number text, clientId uuid, service text, source text, kind text, receivedOn date, finishesStudies boolean, need text or null, referredBy text or null, receivedBy text or null, withdrawnOn date or null, decidedOn date or null
select r.id, r.number || '/' || r.year as number, r.client_id as "clientId", r.service, r.source, r.kind, r.received_on as "receivedOn", r.finishes_studies as "finishesStudies",
      r.need, r.referred_by as "referredBy", w.family_name || ' ' || w.given_name as "receivedBy", r.withdrawn_on as "withdrawnOn", r.decided_on as "decidedOn"
    from decision_matter r
    left join worker_worker w on w.id = r.received_by_id
    where r.client_id = $1 order by r.received_on desc, r.id desc;

-- reads.ts correctionsSince ac2463e9
-- what text, subjectId uuid, madeAt instant, by text, why text, was document
select x.what, c.subject_id as "subjectId", c.made_at as "madeAt", w.given_name || ' ' || w.family_name as by, c.why, c.was
    from decision_decision d join platform_correction c on c.client_id = d.client_id
    join worker_worker w on w.id = c.worker_id
    cross join lateral (select decision_cites(c.act, c.subject_id, d.plan_id, d.referral_id) as what offset 0) x
    where d.client_id = $1 and d.id = $2 and x.what is not null and c.made_at > decision_known_as(d.id, d.version)
    order by c.made_at, c.id;

-- reads.ts proposalOf 266978a1
-- presentedById uuid, presentedBy text, presentedOn date, deciderId uuid, decider text, returnedOn date or null, returnedBecause text or null, correctedSince list, referralId uuid, planId uuid or null, outcome text, changesId uuid or null, lastDay date or null, inPart boolean, reasons text, easyReasons text or null, unheard document or null, explanations document, provisions list, offeringId uuid or null, place text or null, mealCharge number or null, during daterange or null
select q.presented_by_id as "presentedById", p.family_name || ' ' || p.given_name as "presentedBy", q.presented_on as "presentedOn",
      q.decider_id as "deciderId", d.family_name || ' ' || d.given_name as decider, q.returned_on as "returnedOn",
      q.returned_because as "returnedBecause", q.referral_id as "referralId", q.plan_id as "planId", q.outcome, q.changes_id as "changesId", q.last_on as "lastDay", q.in_part as "inPart", q.during, q.reasons, q.easy_reasons as "easyReasons",
      case when q.unheard_ground is not null then json_build_object('ground', q.unheard_ground, 'because', q.unheard_because) end as unheard,
      q.explanations, q.provisions, q.offering_id as "offeringId", q.place, q.meal_charge_cents as "mealCharge",
  coalesce((select json_agg(json_build_object('what', k.what, 'on', k.day) order by k.day, k.what) from (
    select x.what, max((c.made_at at time zone 'Europe/Helsinki')::date) as day from platform_correction c
    cross join lateral (select decision_cites(c.act, c.subject_id, q.plan_id, q.referral_id) as what offset 0) x
    where c.client_id = q.client_id and x.what is not null and c.made_at > lower(q.recorded) group by x.what) k), '[]') as "correctedSince"
    from decision_proposal q
    join worker_worker p on p.id = q.presented_by_id
    join worker_worker d on d.id = q.decider_id
    where q.referral_id = $1;

-- reads.ts letterBytesOf ce075abf
-- pdf bytes
select pdf from decision_letter where decision_id = $1 and version = $2;

-- reads.ts letterFactsOf 5bc69d29
-- organiserId uuid, number text, authorityName text, unit text or null, street text or null, postalCode text or null, postOffice text or null, authorityPhone text or null, authorityEmail text or null, workerName text, role text or null, workerPhone text or null, workerEmail text or null, presenterName text or null, presenterRole text or null, clientName text, bornOn date or null, language text, easyLanguage boolean, service text, serviceName text, pendingOn date, insteadOf date or null, changedNumber text or null, changedDay date or null, planned boolean, daysAWeek number or null, hoursADay number or null
select o.id as "organiserId", r.number || '/' || r.year as number, case l.language when 'sv' then o.name_sv when 'en' then o.name_en else o.name_fi end as "authorityName",
      coalesce(case l.language when 'sv' then o.office_sv when 'en' then o.office_en end, o.office_fi) as unit, o.street, o.postal_code as "postalCode", o.post_office as "postOffice", o.phone as "authorityPhone", o.email as "authorityEmail",
      w.given_name || ' ' || w.family_name as "workerName", w.phone as "workerPhone", w.email as "workerEmail",
      (select p.role from worker_post p where p.worker_id = w.id and p.during @> $1::date order by p.role limit 1) as role,
      n.given_name || ' ' || n.family_name as "presenterName",
      (select p.role from worker_post p where p.worker_id = n.id and p.during @> $2::date order by p.role limit 1) as "presenterRole",
      trim(c.given_names || ' ' || c.family_name) as "clientName", c.birth_on as "bornOn", l.language,
      c.easy_language as "easyLanguage", r.service,
      case l.language when 'sv' then s.name_sv when 'en' then s.name_en else s.name_fi end as "serviceName",
      r.received_on as "pendingOn",
      (select max(a.decided_on) from decision_decision a where a.referral_id = r.id and a.annulled_on is not null) as "insteadOf", e.number || '/' || e.year as "changedNumber",
      e.decided_on as "changedDay", p.id is not null as planned, p.days_a_week as "daysAWeek", p.hours_a_day as "hoursADay"
    from referral_referral r
    join client_client c on c.id = r.client_id
    cross join lateral (select case when $3::boolean then c.service_language else (case when c.service_language in ('fi', 'sv') then c.service_language else 'fi' end) end as language) l
    join organiser_organiser o on o.id = r.organiser_id
    join organiser_service s on s.code = r.service
    join worker_worker w on w.id = $4
    left join worker_worker n on n.id = $5
    left join plan_plan p on p.id = $6
    left join decision_decision e on e.id = $7
    where r.id = $8;

-- writes.ts putProposal 9a1afa04
-- records
insert into decision_proposal as q (organiser_id, client_id, referral_id, plan_id, outcome, during, reasons, provisions,
      offering_id, place, meal_charge_cents, presented_by_id, presented_on, decider_id, in_part, easy_reasons, unheard_ground, unheard_because, explanations, changes_id, last_on)
    values ($1, $2, $3, $4, $5,
      $6::daterange, $7, $8::text[],
      $9, $10, $11, $12, $13, $14, $15,
      $16, $17, $18, $19::jsonb, $20, $21::date)
    on conflict (referral_id) do update set plan_id = excluded.plan_id, outcome = excluded.outcome, during = excluded.during,
      reasons = excluded.reasons, provisions = excluded.provisions, offering_id = excluded.offering_id, place = excluded.place,
      meal_charge_cents = excluded.meal_charge_cents, presented_by_id = excluded.presented_by_id, presented_on = excluded.presented_on,
      decider_id = excluded.decider_id, in_part = excluded.in_part, easy_reasons = excluded.easy_reasons, unheard_ground = excluded.unheard_ground,
      unheard_because = excluded.unheard_because, explanations = excluded.explanations,
      changes_id = excluded.changes_id, last_on = excluded.last_on, returned_on = null, returned_because = null;

-- writes.ts insertLetter 35e96d20
-- records
insert into decision_letter (organiser_id, client_id, decision_id, language, pdf, sha256, tells_place, version, services)
    values ($1, $2, $3, $4, $5, sha256($6::bytea), $7, $8, $9::text[]) on conflict do nothing;
