-- reads.ts plans 244cbda9
-- id uuid, referralId uuid or null, service text, serviceName text, kind text, madeOn date, madeBy text or null, during daterange, reviewOn date or null, reviewedOn date or null, reviews list, daysAWeek number or null, hoursADay number or null, informedOfBenefitsAt text or null, goals list, items list, signatures list, interruptions list
select p.id, p.referral_id as "referralId", p.service, "s"."name_en" as "serviceName", p.kind,
      p.made_on as "madeOn", w.family_name || ' ' || w.given_name as "madeBy", p.during, p.review_on as "reviewOn", p.reviewed_on as "reviewedOn",
      p.days_a_week as "daysAWeek", p.hours_a_day as "hoursADay", p.informed_of_benefits_at as "informedOfBenefitsAt",
      coalesce((select json_agg(json_build_object('id', v.id, 'reviewedOn', v.reviewed_on, 'nextOn', v.next_on) order by v.reviewed_on desc)
        from plan_review v where v.plan_id = p.id), '[]') as reviews,
      coalesce((select json_agg(json_build_object('id', g.id, 'goal', g.goal, 'achievedOn', g.achieved_on) order by g.place)
        from plan_goal g where g.plan_id = p.id), '[]') as goals,
      coalesce((select json_agg(json_build_object('item', i.item, 'answer', i.answer)) from plan_item i where i.plan_id = p.id), '[]') as items,
      coalesce((select json_agg(json_build_object('id', g.id, 'signer', g.signer, 'signedOn', g.signed_on, 'signedBy', g.signed_by,
        'capacity', g.capacity, 'way', g.way) order by g.signer) from plan_signature g where g.plan_id = p.id), '[]') as signatures,
      coalesce((select json_agg(json_build_object('id', i.id, 'from', lower(i.during), 'to', upper(i.during), 'ground', i.ground,
        'groundOn', i.ground_on, 'heardOn', i.heard_on, 'decidedOn', i.decided_on, 'decidedBy', i.decided_by, 'reason', i.reason,
        'agreed', i.agreed) order by lower(i.during) desc) from plan_interruption i where i.plan_id = p.id), '[]') as interruptions
    from plan_plan p join organiser_service s on s.code = p.service
    left join worker_worker w on w.id = p.made_by_id
    where p.client_id = $1 and p.id = $2 order by p.made_on desc, p.id desc;

-- reads.ts plans 244cbda9
-- id uuid, referralId uuid or null, service text, serviceName text, kind text, madeOn date, madeBy text or null, during daterange, reviewOn date or null, reviewedOn date or null, reviews list, daysAWeek number or null, hoursADay number or null, informedOfBenefitsAt text or null, goals list, items list, signatures list, interruptions list
select p.id, p.referral_id as "referralId", p.service, "s"."name_en" as "serviceName", p.kind,
      p.made_on as "madeOn", w.family_name || ' ' || w.given_name as "madeBy", p.during, p.review_on as "reviewOn", p.reviewed_on as "reviewedOn",
      p.days_a_week as "daysAWeek", p.hours_a_day as "hoursADay", p.informed_of_benefits_at as "informedOfBenefitsAt",
      coalesce((select json_agg(json_build_object('id', v.id, 'reviewedOn', v.reviewed_on, 'nextOn', v.next_on) order by v.reviewed_on desc)
        from plan_review v where v.plan_id = p.id), '[]') as reviews,
      coalesce((select json_agg(json_build_object('id', g.id, 'goal', g.goal, 'achievedOn', g.achieved_on) order by g.place)
        from plan_goal g where g.plan_id = p.id), '[]') as goals,
      coalesce((select json_agg(json_build_object('item', i.item, 'answer', i.answer)) from plan_item i where i.plan_id = p.id), '[]') as items,
      coalesce((select json_agg(json_build_object('id', g.id, 'signer', g.signer, 'signedOn', g.signed_on, 'signedBy', g.signed_by,
        'capacity', g.capacity, 'way', g.way) order by g.signer) from plan_signature g where g.plan_id = p.id), '[]') as signatures,
      coalesce((select json_agg(json_build_object('id', i.id, 'from', lower(i.during), 'to', upper(i.during), 'ground', i.ground,
        'groundOn', i.ground_on, 'heardOn', i.heard_on, 'decidedOn', i.decided_on, 'decidedBy', i.decided_by, 'reason', i.reason,
        'agreed', i.agreed) order by lower(i.during) desc) from plan_interruption i where i.plan_id = p.id), '[]') as interruptions
    from plan_plan p join organiser_service s on s.code = p.service
    left join worker_worker w on w.id = p.made_by_id
    where p.client_id = $1 order by p.made_on desc, p.id desc;

-- reads.ts plans 244cbda9
-- id uuid, referralId uuid or null, service text, serviceName text, kind text, madeOn date, madeBy text or null, during daterange, reviewOn date or null, reviewedOn date or null, reviews list, daysAWeek number or null, hoursADay number or null, informedOfBenefitsAt text or null, goals list, items list, signatures list, interruptions list
select p.id, p.referral_id as "referralId", p.service, "s"."name_fi" as "serviceName", p.kind,
      p.made_on as "madeOn", w.family_name || ' ' || w.given_name as "madeBy", p.during, p.review_on as "reviewOn", p.reviewed_on as "reviewedOn",
      p.days_a_week as "daysAWeek", p.hours_a_day as "hoursADay", p.informed_of_benefits_at as "informedOfBenefitsAt",
      coalesce((select json_agg(json_build_object('id', v.id, 'reviewedOn', v.reviewed_on, 'nextOn', v.next_on) order by v.reviewed_on desc)
        from plan_review v where v.plan_id = p.id), '[]') as reviews,
      coalesce((select json_agg(json_build_object('id', g.id, 'goal', g.goal, 'achievedOn', g.achieved_on) order by g.place)
        from plan_goal g where g.plan_id = p.id), '[]') as goals,
      coalesce((select json_agg(json_build_object('item', i.item, 'answer', i.answer)) from plan_item i where i.plan_id = p.id), '[]') as items,
      coalesce((select json_agg(json_build_object('id', g.id, 'signer', g.signer, 'signedOn', g.signed_on, 'signedBy', g.signed_by,
        'capacity', g.capacity, 'way', g.way) order by g.signer) from plan_signature g where g.plan_id = p.id), '[]') as signatures,
      coalesce((select json_agg(json_build_object('id', i.id, 'from', lower(i.during), 'to', upper(i.during), 'ground', i.ground,
        'groundOn', i.ground_on, 'heardOn', i.heard_on, 'decidedOn', i.decided_on, 'decidedBy', i.decided_by, 'reason', i.reason,
        'agreed', i.agreed) order by lower(i.during) desc) from plan_interruption i where i.plan_id = p.id), '[]') as interruptions
    from plan_plan p join organiser_service s on s.code = p.service
    left join worker_worker w on w.id = p.made_by_id
    where p.client_id = $1 and p.id = $2 order by p.made_on desc, p.id desc;

-- reads.ts plans 244cbda9
-- id uuid, referralId uuid or null, service text, serviceName text, kind text, madeOn date, madeBy text or null, during daterange, reviewOn date or null, reviewedOn date or null, reviews list, daysAWeek number or null, hoursADay number or null, informedOfBenefitsAt text or null, goals list, items list, signatures list, interruptions list
select p.id, p.referral_id as "referralId", p.service, "s"."name_fi" as "serviceName", p.kind,
      p.made_on as "madeOn", w.family_name || ' ' || w.given_name as "madeBy", p.during, p.review_on as "reviewOn", p.reviewed_on as "reviewedOn",
      p.days_a_week as "daysAWeek", p.hours_a_day as "hoursADay", p.informed_of_benefits_at as "informedOfBenefitsAt",
      coalesce((select json_agg(json_build_object('id', v.id, 'reviewedOn', v.reviewed_on, 'nextOn', v.next_on) order by v.reviewed_on desc)
        from plan_review v where v.plan_id = p.id), '[]') as reviews,
      coalesce((select json_agg(json_build_object('id', g.id, 'goal', g.goal, 'achievedOn', g.achieved_on) order by g.place)
        from plan_goal g where g.plan_id = p.id), '[]') as goals,
      coalesce((select json_agg(json_build_object('item', i.item, 'answer', i.answer)) from plan_item i where i.plan_id = p.id), '[]') as items,
      coalesce((select json_agg(json_build_object('id', g.id, 'signer', g.signer, 'signedOn', g.signed_on, 'signedBy', g.signed_by,
        'capacity', g.capacity, 'way', g.way) order by g.signer) from plan_signature g where g.plan_id = p.id), '[]') as signatures,
      coalesce((select json_agg(json_build_object('id', i.id, 'from', lower(i.during), 'to', upper(i.during), 'ground', i.ground,
        'groundOn', i.ground_on, 'heardOn', i.heard_on, 'decidedOn', i.decided_on, 'decidedBy', i.decided_by, 'reason', i.reason,
        'agreed', i.agreed) order by lower(i.during) desc) from plan_interruption i where i.plan_id = p.id), '[]') as interruptions
    from plan_plan p join organiser_service s on s.code = p.service
    left join worker_worker w on w.id = p.made_by_id
    where p.client_id = $1 order by p.made_on desc, p.id desc;

-- reads.ts goalOf d327fa61
-- id uuid, madeOn date, achievedOn date or null
select g.id, p.made_on as "madeOn", g.achieved_on as "achievedOn" from plan_goal g join plan_plan p on p.id = g.plan_id
    where g.client_id = $1 and g.id = $2;

-- reads.ts planHead cb1f5460
-- authority text, office text or null, street text or null, postalCode text or null, postOffice text or null, phone text or null, maker text or null, makerPhone text or null, client text, language text, easyLanguage boolean, service text, number text or null
select case c.service_language when 'sv' then o.name_sv when 'en' then o.name_en else o.name_fi end as authority,
      coalesce(case c.service_language when 'sv' then o.office_sv when 'en' then o.office_en end, o.office_fi) as office,
      o.street, o.postal_code as "postalCode", o.post_office as "postOffice", o.phone,
      w.given_name || ' ' || w.family_name as maker, w.phone as "makerPhone",
      trim(c.given_names || ' ' || c.family_name) as client, c.service_language as language, c.easy_language as "easyLanguage",
      case c.service_language when 'sv' then s.name_sv when 'en' then s.name_en else s.name_fi end as service,
      r.number || '/' || r.year as number
    from plan_plan p
    join client_client c on c.id = p.client_id
    join organiser_organiser o on o.id = p.organiser_id
    join organiser_service s on s.code = p.service
    left join worker_worker w on w.id = p.made_by_id
    left join referral_referral r on r.id = p.referral_id
    where p.id = $1;

-- reads.ts keptPlanPaper 666953ad
-- pdf bytes
select pdf from plan_paper where plan_id = $1 and signed_as = $2;

-- writes.ts insertContent f67a7d39
-- records
insert into plan_goal (organiser_id, client_id, plan_id, place, goal)
    select $1, $2, $3, place, goal from unnest($4::text[]) with ordinality as given (goal, place);

-- writes.ts insertContent 400e7323
-- records
insert into plan_item (organiser_id, client_id, plan_id, item, answer)
      select $1, $2, $3, item, answer
      from unnest($4::text[], $5::text[]) as given (item, answer);

-- writes.ts insertPlanPaper 0c9167d7
-- records
insert into plan_paper (organiser_id, client_id, plan_id, signed_as, kept_on, language, pdf, sha256, tells_place)
    values ($1, $2, $3, $4, $5, $6, $7,
      sha256($8::bytea), $9) on conflict do nothing;

-- writes.ts keepReview 75859c18
-- records
insert into plan_review (organiser_id, client_id, plan_id, reviewed_on, next_on, recorded_by_id)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (plan_id, reviewed_on) do update set next_on = excluded.next_on, recorded_by_id = excluded.recorded_by_id;

-- writes.ts keepLatestReview 3272f163
-- records
update plan_plan set review_on = $1, reviewed_on = null where id = $2;

-- writes.ts keepLatestReview 3272f163
-- records
update plan_plan set reviewed_on = $1 where id = $2;

-- writes.ts deleteReview 514a3c7e
-- reviewOn date or null, reviewedOn date or null
select case when h.known then h.review_on else p.review_on end as "reviewOn",
      case when h.known then h.reviewed_on else p.reviewed_on end as "reviewedOn"
    from plan_plan p
    left join lateral (select true as known, review_on, reviewed_on from plan_plan_history
      where id = p.id and upper(recorded) >= (select min(lower(recorded)) from (select recorded from plan_review where plan_id = $1
    union all select recorded from plan_review_history where plan_id = $2) v) order by lower(recorded) limit 1) h on true
    where p.id = $3;

-- writes.ts deleteReview ddd534c9
-- records
update plan_plan p set
      review_on = coalesce((select next_on from plan_review v where v.plan_id = p.id and next_on is not null order by reviewed_on desc limit 1),
        $1::date),
      reviewed_on = case when exists (select from plan_review v where v.plan_id = p.id)
        then (select case when next_on is null then reviewed_on end from plan_review v where v.plan_id = p.id order by reviewed_on desc limit 1)
        else $2::date end
    where p.id = $3;
