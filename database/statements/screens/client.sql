-- board.ts restOf e3684f97
-- exits list, transitions list, workplaceContacts list, agreed list, newIds list, phone text or null, otherRecords list
select
      coalesce((select jsonb_agg(jsonb_build_object('id', id, 'relationshipId', relationship_id, 'endedOn', ended_on, 'reason', reason,
        'destination', destination, 'note', note) order by ended_on desc) from exit_exit where client_id = $1), '[]') as exits,
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'fromRelationshipId', t.from_relationship_id, 'toRelationshipId', t.to_relationship_id, 'fromService', a.service, 'toService', b.service, 'movedOn', t.moved_on,
        'toUntil', upper(b.during))
        order by t.moved_on desc) from exit_transition t
        join relationship_relationship a on a.id = t.from_relationship_id
        join relationship_relationship b on b.id = t.to_relationship_id where t.client_id = $2), '[]') as transitions,
      coalesce((select jsonb_agg(distinct jsonb_build_object('workplaceId', w.id, 'workplace', w.name, 'name', w.contact_name, 'phone', w.contact_phone))
        from placement_placement p join employer_workplace w on w.id = p.workplace_id
        where p.client_id = $3 and p.during @> $4::date and w.contact_name is not null), '[]') as "workplaceContacts",
      coalesce((select jsonb_agg(jsonb_build_object('relationshipId', relationship_id, 'everyDays', every_days, 'during', during))
        from coaching_agreed_rhythm where client_id = $5), '[]') as agreed,
      array(select o.id from client_client c
        join client_client o on o.person_id = c.person_id and o.organiser_id = c.organiser_id and o.id <> c.id
        where c.id = $6 order by o.id) as "otherRecords",
      (select a.phone from client_address a where a.client_id = $7 and a.during @> $8::date
        and not exists (select from client_protected p where p.client_id = a.client_id and p.during @> $9::date)) as phone,
      array(select r.id from (
      select m.id, date_trunc('milliseconds', m.at) as acted_at from (select id, lower(recorded) as at from "referral_referral" where client_id = $10 union all select id, lower(recorded) as at from "plan_plan" where client_id = $11 union all select id, lower(recorded) as at from "plan_goal" where client_id = $12 union all select id, lower(recorded) as at from "plan_interruption" where client_id = $13 union all select id, lower(recorded) as at from "plan_review" where client_id = $14 union all select id, lower(recorded) as at from "plan_signature" where client_id = $15 union all select id, lower(recorded) as at from "decision_decision" where client_id = $16 union all select id, lower(recorded) as at from "relationship_relationship" where client_id = $17 union all select id, lower(recorded) as at from "relationship_responsible" where client_id = $18 union all select id, lower(recorded) as at from "relationship_case_manager" where client_id = $19 union all select id, lower(recorded) as at from "relationship_pause" where client_id = $20 union all select id, lower(recorded) as at from "placement_placement" where client_id = $21 union all select id, lower(recorded) as at from "agreement_agreement" where client_id = $22 union all select id, lower(recorded) as at from "agreement_approval" where client_id = $23 union all select id, lower(recorded) as at from "coaching_contact" where client_id = $24 union all select id, lower(recorded) as at from "coaching_appointment" where client_id = $25 union all select id, lower(recorded) as at from "exit_exit" where client_id = $26 union all select id, lower(recorded) as at from "exit_transition" where client_id = $27) m where m.at > (select visited_at from client_visit where client_id = $28 and worker_id = $29) offset 0) r
    where not exists (
      select from platform_audit a where a.worker_id = $30 and a.happened_at = r.acted_at and a.clients @> array[$31::uuid])) as "newIds";

-- board.ts viewsOfClient 9f2eb0a5
-- act text, worker text or null, organiser text or null, times number, firstAt text, lastAt text, total number
select a.act, w.family_name || ' ' || w.given_name as worker, o."name_en" as organiser, a.times,
        a.first_at as "firstAt", a.last_at as "lastAt", count(*) over () as total
      from (
        select act, worker_id, organiser_id, (happened_at at time zone 'Europe/Helsinki')::date as on_day, count(*) as times,
          min(happened_at) as first_at, max(happened_at) as last_at
        from client_views($1) group by 1, 2, 3, 4
      ) a
      left join worker_worker w on w.id = a.worker_id
      left join organiser_organiser o on o.id = a.organiser_id
      order by a.last_at desc, a.act limit $2;

-- board.ts viewsOfClient 9f2eb0a5
-- act text, worker text or null, organiser text or null, times number, firstAt text, lastAt text, total number
select a.act, w.family_name || ' ' || w.given_name as worker, o."name_fi" as organiser, a.times,
        a.first_at as "firstAt", a.last_at as "lastAt", count(*) over () as total
      from (
        select act, worker_id, organiser_id, (happened_at at time zone 'Europe/Helsinki')::date as on_day, count(*) as times,
          min(happened_at) as first_at, max(happened_at) as last_at
        from client_views($1) group by 1, 2, 3, 4
      ) a
      left join worker_worker w on w.id = a.worker_id
      left join organiser_organiser o on o.id = a.organiser_id
      order by a.last_at desc, a.act limit $2;
