-- changes-of-worker.ts changesOfWorker 4a56765b
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select r.person_id as person, r.client_id as client, r.relationship_id as thing, 'relationship' as category, null as also, r.during
    from fact_relationship r where "r"."organiser_id" = any($1::uuid[])
    and "r"."service" = any($2::text[]) and r.during && daterange($3::date, $4::date)
    union all
    select w.person_id, w.client_id, w.relationship_id, w.role, w.worker_id::text, w.during
    from fact_responsible w where "w"."organiser_id" = any($5::uuid[])
    and "w"."service" = any($6::text[]) and w.role = any($7::text[])
      and w.during && daterange($8::date - 1, $9::date);

-- clients-per-worker.ts clientsPerWorker 3214ee4a
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select w.person_id as person, min(w.client_id::text)::uuid as client, w.worker_id::text as thing, w.role as category,
      min(n.worker) as name, min(p.team) as also, max(p.share) as amount, max(p.agreed) as times
    from fact_responsible w
    left join (select distinct p.worker_id, p.worker from fact_post p) n on n.worker_id = w.worker_id
    left join (select p.worker_id, string_agg(distinct p.team, ', ') as team, sum(p.full_time_share) as share,
        max(p.agreed_caseload) as agreed
      from fact_post p where p.during @> $1::date group by p.worker_id) p on p.worker_id = w.worker_id
    where "w"."organiser_id" = any($2::uuid[])
    and "w"."service" = any($3::text[]) and w.during @> $4::date
    group by w.person_id, w.worker_id, w.role;

-- clients-with-responsible-worker.ts clientsWithResponsibleWorker c77cafce
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select distinct r.person_id as person, r.client_id as client, w.role as category, w.role is not null as flag
    from fact_relationship r
    left join fact_responsible w on w.relationship_id = r.relationship_id and w.during @> $1::date
    where "r"."organiser_id" = any($2::uuid[])
    and "r"."service" = any($3::text[]) and r.during @> $4::date;

-- responsible-worker-rule.ts responsibleWorkerRule 59d276f6
-- person uuid or null, client uuid or null, thing uuid | text or null if any, category text or null if any, name text or null if any, also text or null if any, amount number or null if any, times number or null if any, during daterange | text or null if any, on date or null if any, flag boolean or null if any, extra document or null if any
select null::uuid as person, null::uuid as client, a.service as thing, a.rule as category, a.case_manager_by_letter as flag, null::int as amount, a.organiser as name
    from fact_allocation_rule a where "a"."organiser_id" = any($1::uuid[])
    and "a"."service" = any($2::text[]) and a.during @> $3::date
    union all
    select distinct null::uuid, null::uuid, l.service, 'turn', null::boolean, l.lead_rotation_months, l.organiser
    from fact_group_lead l where "l"."organiser_id" = any($4::uuid[])
    and "l"."service" = any($5::text[]) and l.during @> $6::date and l.lead_rotation_months is not null
    order by name, thing, category, amount;
