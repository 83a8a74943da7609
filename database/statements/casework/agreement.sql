-- reads.ts agreements 7f4b5397
-- id uuid, clientId uuid, client text, placementId uuid, service text, workplaceId uuid or null, place text, employer text or null, contactName text or null, tasks text, hours text, hasNext boolean, renewed boolean, papers list, approvals list, during daterange, placedDuring daterange, organiserId uuid, relationship daterange, employerId uuid or null, meal boolean, coach document or null, keptTerms text or null
select a.id, a.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as client, a.placement_id as "placementId",
      p.service, p.workplace_id as "workplaceId", coalesce(w.name, g.name) as place, e.name as employer, w.contact_name as "contactName",
      a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on) as during, p.during as "placedDuring",
      exists (select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during)) as "hasNext", exists (select from agreement_approved n where n.placement_id = a.placement_id and n.starts_on >= upper(a.during)) as renewed,
      coalesce((select json_agg(json_build_object('id', v.id, 'party', v.party, 'approvedOn', v.approved_on, 'approvedBy', v.approved_by,
        'contentHash', v.content_hash) order by v.approved_on, v.id) from agreement_approval v where v.agreement_id = a.id), '[]'::json) as approvals,
      coalesce((select json_agg(json_build_object('contentHash', k.content_hash, 'keptOn', k.kept_on) order by k.kept_on, k.id)
        from agreement_paper k where k.agreement_id = a.id and k.copy = 'organiser'), '[]'::json) as papers,
      a.organiser_id as "organiserId", r.during as relationship, e.id as "employerId", p.meal, a.terms as "keptTerms",
      (select json_build_object('name', t.given_name || ' ' || t.family_name, 'role',
          (select o.role from worker_post o where o.worker_id = t.id and o.during @> (select app_today()) order by o.role limit 1))
        from relationship_responsible s join worker_worker t on t.id = s.worker_id
        where s.relationship_id = p.relationship_id and s.during @> (select app_today()) order by s.id limit 1) as coach
    from agreement_agreement a
    join placement_placement p on p.id = a.placement_id
    join relationship_relationship r on r.id = p.relationship_id
    join client_client c on c.id = a.client_id
    left join organiser_group g on g.id = p.group_id
    left join employer_workplace w on w.id = p.workplace_id
    left join employer_employer e on e.id = w.employer_id
    where a.client_id = $1 and a.id = $2 order by upper(a.during), c.family_name, c.given_names, a.id;

-- reads.ts agreements 7f4b5397
-- id uuid, clientId uuid, client text, placementId uuid, service text, workplaceId uuid or null, place text, employer text or null, contactName text or null, tasks text, hours text, hasNext boolean, renewed boolean, papers list, approvals list, during daterange, placedDuring daterange, organiserId uuid, relationship daterange, employerId uuid or null, meal boolean, coach document or null, keptTerms text or null
select a.id, a.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as client, a.placement_id as "placementId",
      p.service, p.workplace_id as "workplaceId", coalesce(w.name, g.name) as place, e.name as employer, w.contact_name as "contactName",
      a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on) as during, p.during as "placedDuring",
      exists (select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during)) as "hasNext", exists (select from agreement_approved n where n.placement_id = a.placement_id and n.starts_on >= upper(a.during)) as renewed,
      coalesce((select json_agg(json_build_object('id', v.id, 'party', v.party, 'approvedOn', v.approved_on, 'approvedBy', v.approved_by,
        'contentHash', v.content_hash) order by v.approved_on, v.id) from agreement_approval v where v.agreement_id = a.id), '[]'::json) as approvals,
      coalesce((select json_agg(json_build_object('contentHash', k.content_hash, 'keptOn', k.kept_on) order by k.kept_on, k.id)
        from agreement_paper k where k.agreement_id = a.id and k.copy = 'organiser'), '[]'::json) as papers,
      a.organiser_id as "organiserId", r.during as relationship, e.id as "employerId", p.meal, a.terms as "keptTerms",
      (select json_build_object('name', t.given_name || ' ' || t.family_name, 'role',
          (select o.role from worker_post o where o.worker_id = t.id and o.during @> (select app_today()) order by o.role limit 1))
        from relationship_responsible s join worker_worker t on t.id = s.worker_id
        where s.relationship_id = p.relationship_id and s.during @> (select app_today()) order by s.id limit 1) as coach
    from agreement_agreement a
    join placement_placement p on p.id = a.placement_id
    join relationship_relationship r on r.id = p.relationship_id
    join client_client c on c.id = a.client_id
    left join organiser_group g on g.id = p.group_id
    left join employer_workplace w on w.id = p.workplace_id
    left join employer_employer e on e.id = w.employer_id
    where a.client_id = $1 order by lower(a.during) desc, a.id desc;

-- reads.ts agreements 7f4b5397
-- id uuid, clientId uuid, client text, placementId uuid, service text, workplaceId uuid or null, place text, employer text or null, contactName text or null, tasks text, hours text, hasNext boolean, renewed boolean, papers list, approvals list, during daterange, placedDuring daterange, organiserId uuid, relationship daterange, employerId uuid or null, meal boolean, coach document or null, keptTerms text or null
select a.id, a.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as client, a.placement_id as "placementId",
      p.service, p.workplace_id as "workplaceId", coalesce(w.name, g.name) as place, e.name as employer, w.contact_name as "contactName",
      a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on) as during, p.during as "placedDuring",
      exists (select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during)) as "hasNext", exists (select from agreement_approved n where n.placement_id = a.placement_id and n.starts_on >= upper(a.during)) as renewed,
      coalesce((select json_agg(json_build_object('id', v.id, 'party', v.party, 'approvedOn', v.approved_on, 'approvedBy', v.approved_by,
        'contentHash', v.content_hash) order by v.approved_on, v.id) from agreement_approval v where v.agreement_id = a.id), '[]'::json) as approvals,
      coalesce((select json_agg(json_build_object('contentHash', k.content_hash, 'keptOn', k.kept_on) order by k.kept_on, k.id)
        from agreement_paper k where k.agreement_id = a.id and k.copy = 'organiser'), '[]'::json) as papers,
      a.organiser_id as "organiserId", r.during as relationship, e.id as "employerId", p.meal, a.terms as "keptTerms",
      (select json_build_object('name', t.given_name || ' ' || t.family_name, 'role',
          (select o.role from worker_post o where o.worker_id = t.id and o.during @> (select app_today()) order by o.role limit 1))
        from relationship_responsible s join worker_worker t on t.id = s.worker_id
        where s.relationship_id = p.relationship_id and s.during @> (select app_today()) order by s.id limit 1) as coach
    from agreement_agreement a
    join placement_placement p on p.id = a.placement_id
    join relationship_relationship r on r.id = p.relationship_id
    join client_client c on c.id = a.client_id
    left join organiser_group g on g.id = p.group_id
    left join employer_workplace w on w.id = p.workplace_id
    left join employer_employer e on e.id = w.employer_id
    where a.organiser_id = $1 and a.client_id in (select seen from app_seen() seen) and (
      (p.during @> $2::date and upper(a.during) <= $3::date and p.during @> upper(a.during) and not exists (select from agreement_approved n where n.placement_id = a.placement_id and n.starts_on >= upper(a.during)))
      or (coalesce(upper(p.during) > $4::date, true) and coalesce(upper(a.during) > $5::date, true) and not $6::text[] = array(select distinct v.party from agreement_approval v
  where v.agreement_id = a.id and v.approved_on <= $7::date
    and v.content_hash = (select app_agreement_hash(a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on), a.terms)) order by v.party))) order by upper(a.during), c.family_name, c.given_names, a.id;

-- reads.ts agreements 7f4b5397
-- id uuid, clientId uuid, client text, placementId uuid, service text, workplaceId uuid or null, place text, employer text or null, contactName text or null, tasks text, hours text, hasNext boolean, renewed boolean, papers list, approvals list, during daterange, placedDuring daterange, organiserId uuid, relationship daterange, employerId uuid or null, meal boolean, coach document or null, keptTerms text or null
select a.id, a.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as client, a.placement_id as "placementId",
      p.service, p.workplace_id as "workplaceId", coalesce(w.name, g.name) as place, e.name as employer, w.contact_name as "contactName",
      a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on) as during, p.during as "placedDuring",
      exists (select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during)) as "hasNext", exists (select from agreement_approved n where n.placement_id = a.placement_id and n.starts_on >= upper(a.during)) as renewed,
      coalesce((select json_agg(json_build_object('id', v.id, 'party', v.party, 'approvedOn', v.approved_on, 'approvedBy', v.approved_by,
        'contentHash', v.content_hash) order by v.approved_on, v.id) from agreement_approval v where v.agreement_id = a.id), '[]'::json) as approvals,
      coalesce((select json_agg(json_build_object('contentHash', k.content_hash, 'keptOn', k.kept_on) order by k.kept_on, k.id)
        from agreement_paper k where k.agreement_id = a.id and k.copy = 'organiser'), '[]'::json) as papers,
      a.organiser_id as "organiserId", r.during as relationship, e.id as "employerId", p.meal, a.terms as "keptTerms",
      (select json_build_object('name', t.given_name || ' ' || t.family_name, 'role',
          (select o.role from worker_post o where o.worker_id = t.id and o.during @> (select app_today()) order by o.role limit 1))
        from relationship_responsible s join worker_worker t on t.id = s.worker_id
        where s.relationship_id = p.relationship_id and s.during @> (select app_today()) order by s.id limit 1) as coach
    from agreement_agreement a
    join placement_placement p on p.id = a.placement_id
    join relationship_relationship r on r.id = p.relationship_id
    join client_client c on c.id = a.client_id
    left join organiser_group g on g.id = p.group_id
    left join employer_workplace w on w.id = p.workplace_id
    left join employer_employer e on e.id = w.employer_id
    where a.organiser_id = $1 and a.client_id in (select seen from app_seen() seen) and coalesce(upper(p.during) > $2::date, true)
      and (upper(a.during) > $3::date or not exists (select from agreement_approved n where n.placement_id = a.placement_id and n.starts_on >= upper(a.during))) order by upper(a.during), c.family_name, c.given_names, a.id;

-- reads.ts agreements 7f4b5397
-- id uuid, clientId uuid, client text, placementId uuid, service text, workplaceId uuid or null, place text, employer text or null, contactName text or null, tasks text, hours text, hasNext boolean, renewed boolean, papers list, approvals list, during daterange, placedDuring daterange, organiserId uuid, relationship daterange, employerId uuid or null, meal boolean, coach document or null, keptTerms text or null
select a.id, a.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as client, a.placement_id as "placementId",
      p.service, p.workplace_id as "workplaceId", coalesce(w.name, g.name) as place, e.name as employer, w.contact_name as "contactName",
      a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on) as during, p.during as "placedDuring",
      exists (select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during)) as "hasNext", exists (select from agreement_approved n where n.placement_id = a.placement_id and n.starts_on >= upper(a.during)) as renewed,
      coalesce((select json_agg(json_build_object('id', v.id, 'party', v.party, 'approvedOn', v.approved_on, 'approvedBy', v.approved_by,
        'contentHash', v.content_hash) order by v.approved_on, v.id) from agreement_approval v where v.agreement_id = a.id), '[]'::json) as approvals,
      coalesce((select json_agg(json_build_object('contentHash', k.content_hash, 'keptOn', k.kept_on) order by k.kept_on, k.id)
        from agreement_paper k where k.agreement_id = a.id and k.copy = 'organiser'), '[]'::json) as papers,
      a.organiser_id as "organiserId", r.during as relationship, e.id as "employerId", p.meal, a.terms as "keptTerms",
      (select json_build_object('name', t.given_name || ' ' || t.family_name, 'role',
          (select o.role from worker_post o where o.worker_id = t.id and o.during @> (select app_today()) order by o.role limit 1))
        from relationship_responsible s join worker_worker t on t.id = s.worker_id
        where s.relationship_id = p.relationship_id and s.during @> (select app_today()) order by s.id limit 1) as coach
    from agreement_agreement a
    join placement_placement p on p.id = a.placement_id
    join relationship_relationship r on r.id = p.relationship_id
    join client_client c on c.id = a.client_id
    left join organiser_group g on g.id = p.group_id
    left join employer_workplace w on w.id = p.workplace_id
    left join employer_employer e on e.id = w.employer_id
    where a.organiser_id = $1 and true and (
      (p.during @> $2::date and upper(a.during) <= $3::date and p.during @> upper(a.during) and not exists (select from agreement_approved n where n.placement_id = a.placement_id and n.starts_on >= upper(a.during)))
      or (coalesce(upper(p.during) > $4::date, true) and coalesce(upper(a.during) > $5::date, true) and not $6::text[] = array(select distinct v.party from agreement_approval v
  where v.agreement_id = a.id and v.approved_on <= $7::date
    and v.content_hash = (select app_agreement_hash(a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on), a.terms)) order by v.party))) order by upper(a.during), c.family_name, c.given_names, a.id;

-- reads.ts agreements 7f4b5397
-- id uuid, clientId uuid, client text, placementId uuid, service text, workplaceId uuid or null, place text, employer text or null, contactName text or null, tasks text, hours text, hasNext boolean, renewed boolean, papers list, approvals list, during daterange, placedDuring daterange, organiserId uuid, relationship daterange, employerId uuid or null, meal boolean, coach document or null, keptTerms text or null
select a.id, a.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as client, a.placement_id as "placementId",
      p.service, p.workplace_id as "workplaceId", coalesce(w.name, g.name) as place, e.name as employer, w.contact_name as "contactName",
      a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on) as during, p.during as "placedDuring",
      exists (select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during)) as "hasNext", exists (select from agreement_approved n where n.placement_id = a.placement_id and n.starts_on >= upper(a.during)) as renewed,
      coalesce((select json_agg(json_build_object('id', v.id, 'party', v.party, 'approvedOn', v.approved_on, 'approvedBy', v.approved_by,
        'contentHash', v.content_hash) order by v.approved_on, v.id) from agreement_approval v where v.agreement_id = a.id), '[]'::json) as approvals,
      coalesce((select json_agg(json_build_object('contentHash', k.content_hash, 'keptOn', k.kept_on) order by k.kept_on, k.id)
        from agreement_paper k where k.agreement_id = a.id and k.copy = 'organiser'), '[]'::json) as papers,
      a.organiser_id as "organiserId", r.during as relationship, e.id as "employerId", p.meal, a.terms as "keptTerms",
      (select json_build_object('name', t.given_name || ' ' || t.family_name, 'role',
          (select o.role from worker_post o where o.worker_id = t.id and o.during @> (select app_today()) order by o.role limit 1))
        from relationship_responsible s join worker_worker t on t.id = s.worker_id
        where s.relationship_id = p.relationship_id and s.during @> (select app_today()) order by s.id limit 1) as coach
    from agreement_agreement a
    join placement_placement p on p.id = a.placement_id
    join relationship_relationship r on r.id = p.relationship_id
    join client_client c on c.id = a.client_id
    left join organiser_group g on g.id = p.group_id
    left join employer_workplace w on w.id = p.workplace_id
    left join employer_employer e on e.id = w.employer_id
    where a.organiser_id = $1 and true and coalesce(upper(p.during) > $2::date, true)
      and (upper(a.during) > $3::date or not exists (select from agreement_approved n where n.placement_id = a.placement_id and n.starts_on >= upper(a.during))) order by upper(a.during), c.family_name, c.given_names, a.id;

-- reads.ts agreements 7f4b5397
-- id uuid, clientId uuid, client text, placementId uuid, service text, workplaceId uuid or null, place text, employer text or null, contactName text or null, tasks text, hours text, hasNext boolean, renewed boolean, papers list, approvals list, during daterange, placedDuring daterange, organiserId uuid, relationship daterange, employerId uuid or null, meal boolean, coach document or null, keptTerms text or null
select a.id, a.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as client, a.placement_id as "placementId",
      p.service, p.workplace_id as "workplaceId", coalesce(w.name, g.name) as place, e.name as employer, w.contact_name as "contactName",
      a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on) as during, p.during as "placedDuring",
      exists (select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during)) as "hasNext", exists (select from agreement_approved n where n.placement_id = a.placement_id and n.starts_on >= upper(a.during)) as renewed,
      coalesce((select json_agg(json_build_object('id', v.id, 'party', v.party, 'approvedOn', v.approved_on, 'approvedBy', v.approved_by,
        'contentHash', v.content_hash) order by v.approved_on, v.id) from agreement_approval v where v.agreement_id = a.id), '[]'::json) as approvals,
      coalesce((select json_agg(json_build_object('contentHash', k.content_hash, 'keptOn', k.kept_on) order by k.kept_on, k.id)
        from agreement_paper k where k.agreement_id = a.id and k.copy = 'organiser'), '[]'::json) as papers,
      a.organiser_id as "organiserId", r.during as relationship, e.id as "employerId", p.meal, a.terms as "keptTerms",
      (select json_build_object('name', t.given_name || ' ' || t.family_name, 'role',
          (select o.role from worker_post o where o.worker_id = t.id and o.during @> (select app_today()) order by o.role limit 1))
        from relationship_responsible s join worker_worker t on t.id = s.worker_id
        where s.relationship_id = p.relationship_id and s.during @> (select app_today()) order by s.id limit 1) as coach
    from agreement_agreement a
    join placement_placement p on p.id = a.placement_id
    join relationship_relationship r on r.id = p.relationship_id
    join client_client c on c.id = a.client_id
    left join organiser_group g on g.id = p.group_id
    left join employer_workplace w on w.id = p.workplace_id
    left join employer_employer e on e.id = w.employer_id
    where exists (select from relationship_responsible r where r.relationship_id = p.relationship_id
    and r.worker_id = $1 and r.during @> $2::date) and (
      (p.during @> $3::date and upper(a.during) <= $4::date and p.during @> upper(a.during) and not exists (select from agreement_approved n where n.placement_id = a.placement_id and n.starts_on >= upper(a.during)))
      or (coalesce(upper(p.during) > $5::date, true) and coalesce(upper(a.during) > $6::date, true) and not $7::text[] = array(select distinct v.party from agreement_approval v
  where v.agreement_id = a.id and v.approved_on <= $8::date
    and v.content_hash = (select app_agreement_hash(a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on), a.terms)) order by v.party))) order by upper(a.during), c.family_name, c.given_names, a.id;

-- reads.ts agreements 7f4b5397
-- id uuid, clientId uuid, client text, placementId uuid, service text, workplaceId uuid or null, place text, employer text or null, contactName text or null, tasks text, hours text, hasNext boolean, renewed boolean, papers list, approvals list, during daterange, placedDuring daterange, organiserId uuid, relationship daterange, employerId uuid or null, meal boolean, coach document or null, keptTerms text or null
select a.id, a.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as client, a.placement_id as "placementId",
      p.service, p.workplace_id as "workplaceId", coalesce(w.name, g.name) as place, e.name as employer, w.contact_name as "contactName",
      a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on) as during, p.during as "placedDuring",
      exists (select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during)) as "hasNext", exists (select from agreement_approved n where n.placement_id = a.placement_id and n.starts_on >= upper(a.during)) as renewed,
      coalesce((select json_agg(json_build_object('id', v.id, 'party', v.party, 'approvedOn', v.approved_on, 'approvedBy', v.approved_by,
        'contentHash', v.content_hash) order by v.approved_on, v.id) from agreement_approval v where v.agreement_id = a.id), '[]'::json) as approvals,
      coalesce((select json_agg(json_build_object('contentHash', k.content_hash, 'keptOn', k.kept_on) order by k.kept_on, k.id)
        from agreement_paper k where k.agreement_id = a.id and k.copy = 'organiser'), '[]'::json) as papers,
      a.organiser_id as "organiserId", r.during as relationship, e.id as "employerId", p.meal, a.terms as "keptTerms",
      (select json_build_object('name', t.given_name || ' ' || t.family_name, 'role',
          (select o.role from worker_post o where o.worker_id = t.id and o.during @> (select app_today()) order by o.role limit 1))
        from relationship_responsible s join worker_worker t on t.id = s.worker_id
        where s.relationship_id = p.relationship_id and s.during @> (select app_today()) order by s.id limit 1) as coach
    from agreement_agreement a
    join placement_placement p on p.id = a.placement_id
    join relationship_relationship r on r.id = p.relationship_id
    join client_client c on c.id = a.client_id
    left join organiser_group g on g.id = p.group_id
    left join employer_workplace w on w.id = p.workplace_id
    left join employer_employer e on e.id = w.employer_id
    where p.workplace_id = $1 and coalesce(upper(p.during) > $2::date, true)
      and (upper(a.during) > $3::date or not exists (select from agreement_approved n where n.placement_id = a.placement_id and n.starts_on >= upper(a.during))) order by upper(a.during), c.family_name, c.given_names, a.id;

-- reads.ts contactFor 643ffe42
-- name text, phone text or null, email text or null, role text or null
select w.given_name || ' ' || w.family_name as name, w.phone, w.email,
      (select p.role from worker_post p where p.worker_id = w.id and p.during @> $1::date order by p.role limit 1) as role
    from worker_worker w
    left join relationship_responsible r on r.worker_id = w.id and r.relationship_id = $2 and r.during @> $3::date
    where r.id is not null or w.id = $4 order by r.id nulls last limit 1;

-- reads.ts keptPaper bb9cf38c
-- pdf bytes
select pdf from agreement_paper where agreement_id = $1 and content_hash = $2 and copy = $3;

-- writes.ts insertPaper 9522ff24
-- records
insert into agreement_paper (organiser_id, client_id, agreement_id, content_hash, copy, kept_on, pdf, sha256, tells_place)
    values ($1, $2, $3, $4, $5, $6,
      $7, sha256($8::bytea), $9) on conflict do nothing;
