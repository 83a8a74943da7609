-- limits-missed.ts limitsMissed f130dd8b
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select r.person_id as person, r.client_id as client, r.referral_id::text as thing, 'waiting' as category, null as also, null as name,
        null as during, r.received_on as "on", null::int as amount, null::json as extra
      from fact_referral r where "r"."organiser_id" = any($1::uuid[])
    and "r"."service" = any($2::text[]) and r.pending @> $3::date
      union all
      select r.person_id, r.client_id, r.referral_id::text, 'waiting', null, null, null, r.received_on, null, null
      from fact_referral r join fact_decision d on d.referral_id = r.referral_id
      where "r"."organiser_id" = any($4::uuid[])
    and "r"."service" = any($5::text[]) and d.outcome = 'grant' and d.in_force && daterange($6::date, null) and d.decided_on <= $7::date
        -- The three months run until the first day of the service; who is in the service goes on by the new decision.
        and not exists (select from fact_relationship x where x.person_id = r.person_id and lower(x.during) <= $8::date
          and (x.decision_id = d.decision_id or (x.service = d.service and x.during && d.during)))
      union all
      select w.person_id, w.client_id, w.worker_id::text, 'answers', null, null, null, null, max(p.agreed), null
      from fact_responsible w
      join (select worker_id, max(agreed_caseload) as agreed from fact_post where during @> $9::date group by worker_id) p
        on p.worker_id = w.worker_id and p.agreed is not null
      where "w"."organiser_id" = any($10::uuid[])
    and "w"."service" = any($11::text[]) and w.during @> $12::date and w.role <> 'case-manager'
      group by w.person_id, w.client_id, w.worker_id
      union all
      select p.person_id, p.client_id, p.plan_id::text, 'plan', p.reviewed_on::text, null, p.during::text, p.review_on, null, null
      from fact_plan p where "p"."organiser_id" = any($13::uuid[])
    and "p"."service" = any($14::text[]) and p.review_on is not null and p.during @> $15::date and p.signed_on <= $16::date
        and exists (select from fact_relationship r where r.client_id = p.client_id and r.service = p.service and r.during @> $17::date)
        and not exists (select from fact_interruption i where i.plan_id = p.plan_id and i.during @> $18::date)
        and not exists (select from fact_plan n where n.client_id = p.client_id and n.service = p.service and n.made_on > p.made_on
          -- A draft takes no plan's place, nor does one made ahead.
          and n.during @> $19::date and n.signed_on <= $20::date);

-- unanswered.ts unanswered 56098fe6
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select null::uuid as person, null::uuid as client, a.service_group || ' ' || a.question as thing, a.question as category, not a.answered as flag
    from (
      select distinct on (a.service_group, a.question) a.service_group, a.question, a.answered
      from fact_answer a where "a"."organiser_id" = any($1::uuid[]) and a.organiser_id = $2
        and a.service_group = any($3::text[]) and a.written_on <= $4::date
      order by a.service_group, a.question, a.version desc
    ) a order by substr(a.question, 2)::int, a.service_group;
