-- reads.ts workersOn af9d3c25
-- id uuid, name text, roles list, reach text or null
select w.id, w.family_name || ' ' || w.given_name as name, coalesce(w.email, w.phone) as reach,
      array_agg(distinct p.role order by p.role) as roles
    from worker_worker w join worker_post p on p.worker_id = w.id
    where p.organiser_id = $1 and p.during @> $2::date
      and ($3 or p.role = any($4::text[]))
    group by w.id order by name;

-- reads.ts letterSharesOn 59582a26
-- workerId uuid, from number, to number
select worker_id as "workerId", lower(letters) as "from", upper(letters) as "to" from worker_letter_share
    where organiser_id = $1 and during @> $2::date order by lower(letters);

-- reads.ts groupLeadsOn 9e88eb5e
-- groupId uuid, group text, unit text, rotationMonths number or null, workerId uuid or null, leader text or null, during daterange or null, next list, turns list
select g.id as "groupId", g.name as "group", u.name as unit, g.lead_rotation_months as "rotationMonths", l.worker_id as "workerId",
      w.family_name || ' ' || w.given_name as leader, l.during,
      array(select n.family_name || ' ' || n.given_name from worker_group_lead f join worker_worker n on n.id = f.worker_id
        where f.group_id = g.id and lower(f.during) > $1::date order by lower(f.during)) as next,
      coalesce((select json_agg(json_build_object('workerId', t.worker_id, 'during', t.during::text) order by lower(t.during))
        from worker_group_lead t where t.group_id = g.id), '[]') as turns
    from organiser_group g join organiser_unit u on u.id = g.unit_id
    left join worker_group_lead l on l.group_id = g.id and l.during @> $2::date
    left join worker_worker w on w.id = l.worker_id
    where g.organiser_id = $3 and g.during @> $4::date order by u.name, g.name;

-- reads.ts letterSharesFrom a4104974
-- workerId uuid, from number, to number, worker text, during daterange
select s.worker_id as "workerId", w.family_name || ' ' || w.given_name as worker, lower(s.letters) as "from",
      upper(s.letters) as "to", s.during
    from worker_letter_share s join worker_worker w on w.id = s.worker_id
    where s.organiser_id = $1 and (upper(s.during) is null or upper(s.during) > $2::date)
    order by lower(s.during), lower(s.letters);

-- reads.ts staffOf b243c7e8
-- familyName text, givenName text, phone text or null, email text or null, language text, id uuid, name text, posts list
select w.id, w.family_name || ' ' || w.given_name as name, w.family_name as "familyName", w.given_name as "givenName",
      w.phone, w.email, w.language,
      coalesce((select json_agg(json_build_object('id', p.id, 'role', p.role, 'unitId', p.unit_id, 'unit', u.name,
          'fullTimeShare', p.full_time_share, 'hoursAWeek', p.hours_a_week, 'agreedCaseload', p.agreed_caseload, 'team', p.team,
          'tasks', to_json(p.tasks), 'publicOffice', p.public_office, 'professional', p.professional, 'during', p.during::text,
          'decides', coalesce((select json_agg(json_build_object('id', d.id, 'service', d.service, 'provision', d.provision,
              'delegation', d.delegation, 'during', d.during::text) order by s.place, lower(d.during))
            from worker_deciding_right d join organiser_service s on s.code = d.service where d.post_id = p.id), '[]')) order by lower(p.during) desc, p.role)
        from worker_post p left join organiser_unit u on u.id = p.unit_id
        where p.worker_id = w.id and p.organiser_id = $1), '[]') as posts
    from worker_worker w where w.organiser_id = $2 order by name;

-- reads.ts rights 774bb355
-- id uuid, postId uuid, service text, provision text or null, delegation text, during daterange, workerId uuid, name text, reach text or null
select d.id, d.post_id as "postId", d.service, d.provision, d.delegation, d.during, w.id as "workerId",
      w.family_name || ' ' || w.given_name as name, coalesce(w.email, w.phone) as reach
    from worker_deciding_right d
    join worker_post p on p.id = d.post_id
    join worker_worker w on w.id = p.worker_id
    join organiser_service s on s.code = d.service
    where d.organiser_id = $1 and (upper(d.during) is null or upper(d.during) > $2::date)
    order by s.place, name, lower(d.during);

-- reads.ts rights 774bb355
-- id uuid, postId uuid, service text, provision text or null, delegation text, during daterange, workerId uuid, name text, reach text or null
select d.id, d.post_id as "postId", d.service, d.provision, d.delegation, d.during, w.id as "workerId",
      w.family_name || ' ' || w.given_name as name, coalesce(w.email, w.phone) as reach
    from worker_deciding_right d
    join worker_post p on p.id = d.post_id
    join worker_worker w on w.id = p.worker_id
    join organiser_service s on s.code = d.service
    where d.organiser_id = $1 and d.during @> $2::date
    order by s.place, name, lower(d.during);

-- reads.ts rights 774bb355
-- id uuid, postId uuid, service text, provision text or null, delegation text, during daterange, workerId uuid, name text, reach text or null
select d.id, d.post_id as "postId", d.service, d.provision, d.delegation, d.during, w.id as "workerId",
      w.family_name || ' ' || w.given_name as name, coalesce(w.email, w.phone) as reach
    from worker_deciding_right d
    join worker_post p on p.id = d.post_id
    join worker_worker w on w.id = p.worker_id
    join organiser_service s on s.code = d.service
    where d.organiser_id = $1 and p.worker_id = $2 and d.during @> $3::date
    order by s.place, name, lower(d.during);

-- reads.ts isUnitOf b4c5226e
-- no columns
select from organiser_unit where id = $1 and organiser_id = $2;

-- reads.ts workersDuring 7d208a27
-- id uuid
select p.worker_id as id from worker_post p
    where p.organiser_id = $1 and ($2 or p.role = any($3::text[]))
    group by p.worker_id having range_agg(p.during) @> $4::daterange;

-- reads.ts worksAtUnitOf 5194619d
-- of boolean
select worker_works_at_group($1) as of;

-- reads.ts leadsOf b4125127
-- workerId uuid, during daterange
select worker_id as "workerId", during from worker_group_lead where group_id = $1;

-- reads.ts postAsHeld 4cded34a
-- unitId uuid or null, team text or null, tasks list, during daterange
select unit_id as "unitId", team, tasks, during from worker_post_held($1);

-- reads.ts postRequestsOf 4fb3fe09
-- id uuid, workerId uuid, worker text, unit text or null, widens boolean, askedBy text, askedById uuid, askedAt instant, postId uuid or null, post text
select q.id, q.worker_id as "workerId", w.family_name || ' ' || w.given_name as worker, q.post_id as "postId", q.post,
      u.name as unit, q.post_id is not null as widens, b.family_name || ' ' || b.given_name as "askedBy", b.id as "askedById",
      q.asked_at as "askedAt"
    from worker_post_request q join worker_worker w on w.id = q.worker_id join worker_worker b on b.id = q.asked_by_id
    left join organiser_unit u on u.id = (q.post::jsonb ->> 'unitId')::uuid
    where q.organiser_id = $1 and q.outcome is null order by q.asked_at, q.id;

-- writes.ts replaceGroupLeads 62487129
-- records
delete from worker_group_lead where group_id = $1 and lower(during) >= $2::date;

-- writes.ts replaceGroupLeads aa7243e4
-- records
update worker_group_lead set during = daterange(lower(during), $1::date)
    where group_id = $2 and during @> $3::date;

-- writes.ts fitGroupLeads d3077906
-- records
delete from worker_group_lead where group_id = $1 and not during && $2::daterange;

-- writes.ts fitGroupLeads 9fb2626b
-- records
update worker_group_lead l set during = l.during * $1::daterange
    where l.group_id = $2 and not l.during <@ $3::daterange;

-- writes.ts lengthenGroupLeads 8943d227
-- records
update worker_group_lead set during = daterange(lower(during), $1::date)
    where group_id = $2 and upper(during) = $3::date;

-- writes.ts replaceLetterShares cd6a5248
-- records
delete from worker_letter_share where organiser_id = $1 and lower(during) >= $2::date;

-- writes.ts replaceLetterShares f14caba0
-- records
update worker_letter_share set during = daterange(lower(during), $1::date)
    where organiser_id = $2 and during @> $3::date;

-- writes.ts replaceLetterShares d00a8bbf
-- records
insert into worker_letter_share (organiser_id, worker_id, letters, during)
    select $1::uuid, s.worker_id, s.letters, daterange($2::date, null)
    from jsonb_to_recordset($3::jsonb) as s(worker_id uuid, letters int4range);

-- writes.ts fitDecidingRights 4b5602a7
-- records
delete from worker_deciding_right where post_id = $1 and not during && $2::daterange;

-- writes.ts fitDecidingRights b02393c4
-- records
update worker_deciding_right d set during = d.during * $1::daterange
    where d.post_id = $2 and not d.during <@ $3::daterange;

-- writes.ts lengthenDecidingRights 16a24f45
-- records
update worker_deciding_right set during = daterange(lower(during), $1::date)
    where post_id = $2 and upper(during) = $3::date;

-- writes.ts askForPost 2db40787
-- records
select worker_try_post($1, $2, $3, $4, $5, $6::daterange);

-- writes.ts askForPost d47028d1
-- records
insert into worker_post_request (id, organiser_id, worker_id, post_id, post, asked_by_id, asked_at)
    values ($1, $2, $3, $4, $5, $6, (select app_now()));

-- writes.ts decidePostRequest d1dad2dc
-- records
update worker_post_request set outcome = $1, decided_by_id = (select id from worker_worker where id = $2), decided_at = (select app_now())
    where id = $3;
