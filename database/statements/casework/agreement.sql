-- reads.ts agreements e8f95c34
-- id uuid, clientId uuid, client text, placementId uuid, service text, workplaceId uuid or null, place text, employer text or null, contactName text or null, tasks text, hours text, hasNext boolean, renewed boolean, approvals list, during daterange, placedDuring daterange
select a.id, a.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as client, a.placement_id as "placementId",
      p.service, p.workplace_id as "workplaceId", coalesce(w.name, g.name) as place, e.name as employer, w.contact_name as "contactName",
      a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on) as during, p.during as "placedDuring",
      exists (select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during)) as "hasNext", exists (select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during) and app_agreement_approved(n.id)) as renewed,
      coalesce((select json_agg(json_build_object('party', v.party, 'approvedOn', v.approved_on, 'approvedBy', v.approved_by,
        'contentHash', v.content_hash) order by v.approved_on, v.id) from agreement_approval v where v.agreement_id = a.id), '[]'::json) as approvals
    from agreement_agreement a
    join placement_placement p on p.id = a.placement_id
    join client_client c on c.id = a.client_id
    left join organiser_group g on g.id = p.group_id
    left join employer_workplace w on w.id = p.workplace_id
    left join employer_employer e on e.id = w.employer_id
    where a.client_id = $1 and a.id = $2 order by upper(a.during), c.family_name, c.given_names, a.id;

-- reads.ts agreements e8f95c34
-- id uuid, clientId uuid, client text, placementId uuid, service text, workplaceId uuid or null, place text, employer text or null, contactName text or null, tasks text, hours text, hasNext boolean, renewed boolean, approvals list, during daterange, placedDuring daterange
select a.id, a.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as client, a.placement_id as "placementId",
      p.service, p.workplace_id as "workplaceId", coalesce(w.name, g.name) as place, e.name as employer, w.contact_name as "contactName",
      a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on) as during, p.during as "placedDuring",
      exists (select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during)) as "hasNext", exists (select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during) and app_agreement_approved(n.id)) as renewed,
      coalesce((select json_agg(json_build_object('party', v.party, 'approvedOn', v.approved_on, 'approvedBy', v.approved_by,
        'contentHash', v.content_hash) order by v.approved_on, v.id) from agreement_approval v where v.agreement_id = a.id), '[]'::json) as approvals
    from agreement_agreement a
    join placement_placement p on p.id = a.placement_id
    join client_client c on c.id = a.client_id
    left join organiser_group g on g.id = p.group_id
    left join employer_workplace w on w.id = p.workplace_id
    left join employer_employer e on e.id = w.employer_id
    where a.client_id = $1 order by lower(a.during) desc, a.id desc;

-- reads.ts agreements e8f95c34
-- id uuid, clientId uuid, client text, placementId uuid, service text, workplaceId uuid or null, place text, employer text or null, contactName text or null, tasks text, hours text, hasNext boolean, renewed boolean, approvals list, during daterange, placedDuring daterange
select a.id, a.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as client, a.placement_id as "placementId",
      p.service, p.workplace_id as "workplaceId", coalesce(w.name, g.name) as place, e.name as employer, w.contact_name as "contactName",
      a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on) as during, p.during as "placedDuring",
      exists (select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during)) as "hasNext", exists (select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during) and app_agreement_approved(n.id)) as renewed,
      coalesce((select json_agg(json_build_object('party', v.party, 'approvedOn', v.approved_on, 'approvedBy', v.approved_by,
        'contentHash', v.content_hash) order by v.approved_on, v.id) from agreement_approval v where v.agreement_id = a.id), '[]'::json) as approvals
    from agreement_agreement a
    join placement_placement p on p.id = a.placement_id
    join client_client c on c.id = a.client_id
    left join organiser_group g on g.id = p.group_id
    left join employer_workplace w on w.id = p.workplace_id
    left join employer_employer e on e.id = w.employer_id
    where a.organiser_id = $1 and coalesce(upper(p.during) > $2::date, true)
      and (upper(a.during) > $3::date or not exists (select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during) and app_agreement_approved(n.id))) order by upper(a.during), c.family_name, c.given_names, a.id;

-- reads.ts agreements e8f95c34
-- id uuid, clientId uuid, client text, placementId uuid, service text, workplaceId uuid or null, place text, employer text or null, contactName text or null, tasks text, hours text, hasNext boolean, renewed boolean, approvals list, during daterange, placedDuring daterange
select a.id, a.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as client, a.placement_id as "placementId",
      p.service, p.workplace_id as "workplaceId", coalesce(w.name, g.name) as place, e.name as employer, w.contact_name as "contactName",
      a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on) as during, p.during as "placedDuring",
      exists (select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during)) as "hasNext", exists (select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during) and app_agreement_approved(n.id)) as renewed,
      coalesce((select json_agg(json_build_object('party', v.party, 'approvedOn', v.approved_on, 'approvedBy', v.approved_by,
        'contentHash', v.content_hash) order by v.approved_on, v.id) from agreement_approval v where v.agreement_id = a.id), '[]'::json) as approvals
    from agreement_agreement a
    join placement_placement p on p.id = a.placement_id
    join client_client c on c.id = a.client_id
    left join organiser_group g on g.id = p.group_id
    left join employer_workplace w on w.id = p.workplace_id
    left join employer_employer e on e.id = w.employer_id
    where exists (select from relationship_responsible r where r.relationship_id = p.relationship_id
    and r.worker_id = $1 and r.during @> $2::date) and p.during @> $3::date and upper(a.during) <= $4::date
      and p.during @> upper(a.during) and not exists (select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during) and app_agreement_approved(n.id)) order by upper(a.during), c.family_name, c.given_names, a.id;

-- reads.ts agreements e8f95c34
-- id uuid, clientId uuid, client text, placementId uuid, service text, workplaceId uuid or null, place text, employer text or null, contactName text or null, tasks text, hours text, hasNext boolean, renewed boolean, approvals list, during daterange, placedDuring daterange
select a.id, a.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as client, a.placement_id as "placementId",
      p.service, p.workplace_id as "workplaceId", coalesce(w.name, g.name) as place, e.name as employer, w.contact_name as "contactName",
      a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on) as during, p.during as "placedDuring",
      exists (select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during)) as "hasNext", exists (select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during) and app_agreement_approved(n.id)) as renewed,
      coalesce((select json_agg(json_build_object('party', v.party, 'approvedOn', v.approved_on, 'approvedBy', v.approved_by,
        'contentHash', v.content_hash) order by v.approved_on, v.id) from agreement_approval v where v.agreement_id = a.id), '[]'::json) as approvals
    from agreement_agreement a
    join placement_placement p on p.id = a.placement_id
    join client_client c on c.id = a.client_id
    left join organiser_group g on g.id = p.group_id
    left join employer_workplace w on w.id = p.workplace_id
    left join employer_employer e on e.id = w.employer_id
    where p.workplace_id = $1 and coalesce(upper(p.during) > $2::date, true)
      and (upper(a.during) > $3::date or not exists (select from agreement_agreement n where n.placement_id = a.placement_id and lower(n.during) >= upper(a.during) and app_agreement_approved(n.id))) order by upper(a.during), c.family_name, c.given_names, a.id;

-- reads.ts standingAgreement 2c6dca8f
-- at text
select lower(recorded) as at from agreement_agreement where id = $1;
