-- limits-missed.ts limitsMissed cc2aa216
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select * from (
    with coached as materialized (
      select r.* from fact_relationship r
      where "r"."organiser_id" = any($1::uuid[])
    and "r"."service" = any($2::text[]) and r.during && daterange($3::date, $4::date)
        and exists (select from fact_rhythm h where h.organiser_id = r.organiser_id and h.service = r.service)
    ), held as (
      select k.relationship_id, k.kind, k.party, k.held_on from fact_contact k
      where "k"."organiser_id" = any($5::uuid[])
    and "k"."service" = any($6::text[]) and k.held_on >= $7::date - 366 and k.held_on < $8::date
      union all
      select k.relationship_id, k.kind, k.party, max(k.held_on) from fact_contact k
      where "k"."organiser_id" = any($9::uuid[])
    and "k"."service" = any($10::text[]) and k.held_on < $11::date - 366 group by 1, 2, 3
    ), contacts as materialized (
      select relationship_id, json_agg(json_build_object('kind', kind, 'party', party, 'heldOn', held_on) order by held_on, kind, party) as list
      from held group by 1
    ), pauses as materialized (
      select p.relationship_id, json_agg(p.during order by p.during) as list from fact_pause p where "p"."organiser_id" = any($12::uuid[])
    and "p"."service" = any($13::text[]) group by 1
    ), agreed as materialized (
      select a.relationship_id, json_agg(json_build_object('everyDays', a.every_days, 'during', a.during) order by a.during) as list
      from fact_agreed_rhythm a where "a"."organiser_id" = any($14::uuid[])
    and "a"."service" = any($15::text[]) group by 1
    ), agreements as materialized (
      select g.relationship_id, json_agg(g.during * m.during order by g.during) as list
      from fact_agreement g join fact_placement m on m.placement_id = g.placement_id and m.during && g.during
      where "g"."organiser_id" = any($16::uuid[])
    and "g"."service" = any($17::text[]) group by 1
    )
    select null::uuid as person, null::uuid as client, null::text as thing, h.service as category, null::text as also, 'rhythm' as name,
      null::text as during, null::date as "on", null::int as amount,
      json_build_object('organiserId', h.organiser_id, 'rhythm', json_build_object('phase', h.phase, 'phaseDays', h.phase_days,
        'everyDays', h.every_days, 'everyDaysAtMost', h.every_days_at_most, 'visitAtRenewal', h.visit_at_renewal, 'during', h.during)) as extra
    from fact_rhythm h where "h"."organiser_id" = any($18::uuid[])
    and "h"."service" = any($19::text[])
    union all
    select r.person_id, r.client_id, r.relationship_id::text, r.service, null, 'relationship', r.during::text, null, null,
      json_build_object('organiserId', r.organiser_id, 'contacts', coalesce(c.list, '[]'), 'pauses', coalesce(p.list, '[]'),
        'agreed', coalesce(a.list, '[]'), 'agreements', coalesce(g.list, '[]'))
    from coached r
    left join contacts c on c.relationship_id = r.relationship_id
    left join pauses p on p.relationship_id = r.relationship_id
    left join agreed a on a.relationship_id = r.relationship_id
    left join agreements g on g.relationship_id = r.relationship_id) coached
      union all
      select r.person_id, r.client_id, r.referral_id::text, 'waiting', null, null, null, r.received_on, null, null
      from fact_referral r where "r"."organiser_id" = any($20::uuid[])
    and "r"."service" = any($21::text[]) and r.pending @> $22::date
      union all
      select r.person_id, r.client_id, r.referral_id::text, 'waiting', null, null, null, r.received_on, null, null
      from fact_referral r join fact_decision d on d.referral_id = r.referral_id
      where "r"."organiser_id" = any($23::uuid[])
    and "r"."service" = any($24::text[]) and d.outcome = 'grant' and d.in_force && daterange($25::date, null) and d.decided_on <= $26::date
        -- The three months run until the first day of the service; who is in the service goes on by the new decision.
        and not exists (select from fact_relationship x where x.person_id = r.person_id and lower(x.during) <= $27::date
          and (x.decision_id = d.decision_id or (x.service = d.service and x.during && d.during)))
      union all
      select w.person_id, w.client_id, w.worker_id::text, 'answers', null, null, null, null, max(p.agreed), null
      from fact_responsible w
      join (select worker_id, max(agreed_caseload) as agreed from fact_post where during @> $28::date group by worker_id) p
        on p.worker_id = w.worker_id and p.agreed is not null
      where "w"."organiser_id" = any($29::uuid[])
    and "w"."service" = any($30::text[]) and w.during @> $31::date and w.role <> 'case-manager'
      group by w.person_id, w.client_id, w.worker_id
      union all
      select p.person_id, p.client_id, p.plan_id::text, 'plan', p.reviewed_on::text, null, p.during::text, p.review_on, null, null
      from fact_plan p where "p"."organiser_id" = any($32::uuid[])
    and "p"."service" = any($33::text[]) and p.review_on is not null and p.during @> $34::date and p.signed_on <= $35::date
        and exists (select from fact_relationship r where r.client_id = p.client_id and r.service = p.service and r.during @> $36::date)
        and not exists (select from fact_interruption i where i.plan_id = p.plan_id and i.during @> $37::date)
        and not exists (select from fact_plan n where n.client_id = p.client_id and n.service = p.service and n.made_on > p.made_on
          -- A draft takes no plan's place, nor does one made ahead.
          and n.during @> $38::date and n.signed_on <= $39::date);

-- unanswered.ts unanswered 56098fe6
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select null::uuid as person, null::uuid as client, a.service_group || ' ' || a.question as thing, a.question as category, not a.answered as flag
    from (
      select distinct on (a.service_group, a.question) a.service_group, a.question, a.answered
      from fact_answer a where "a"."organiser_id" = any($1::uuid[]) and a.organiser_id = $2
        and a.service_group = any($3::text[]) and a.written_on <= $4::date
      order by a.service_group, a.question, a.version desc
    ) a order by substr(a.question, 2)::int, a.service_group;
