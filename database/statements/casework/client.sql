-- reads.ts workedWith c1f6f912
-- id uuid, narrow boolean
select u.id, u.id = any((select app_narrow())::uuid[]) as narrow from unnest($1::uuid[]) u (id)
    where u.id = any((select app_clients())::uuid[]) or u.id in (select unnest((select app_task_clients())));

-- reads.ts clientOn fd4426c8
-- id uuid, familyName text, givenNames text, birthOn date or null, gender text or null, motherTongue text or null, serviceLanguage text, easyLanguage boolean, municipalityCode text or null, municipality text or null, identityMasked text or null, identityTemporary boolean or null, protected boolean
select 
  c.id, c.family_name as "familyName", c.given_names as "givenNames", c.birth_on as "birthOn",
  m."name_fi" as municipality, c.gender,
  c.mother_tongue as "motherTongue", c.service_language as "serviceLanguage", c.easy_language as "easyLanguage",
  m.code as "municipalityCode",
  c.identity_masked as "identityMasked", c.identity_temporary as "identityTemporary", t.protected from client_client c
  cross join lateral (select exists (select from client_protected p where p.client_id = c.id and p.during @> $1::date) as protected) t
  left join organiser_municipality m on m.code = c.municipality_code and not t.protected
    where c.id = $2;

-- reads.ts clientOn fd4426c8
-- id uuid, familyName text, givenNames text, birthOn date or null, gender text or null, motherTongue text or null, serviceLanguage text, easyLanguage boolean, municipalityCode text or null, municipality text or null, identityMasked text or null, identityTemporary boolean or null, protected boolean
select 
  c.id, c.family_name as "familyName", c.given_names as "givenNames", c.birth_on as "birthOn", c.gender,
  c.mother_tongue as "motherTongue", c.service_language as "serviceLanguage", c.easy_language as "easyLanguage",
  m.code as "municipalityCode", m."name_fi" as municipality,
  c.identity_masked as "identityMasked", c.identity_temporary as "identityTemporary", t.protected from client_client c
  cross join lateral (select exists (select from client_protected p where p.client_id = c.id and p.during @> $1::date) as protected) t
  left join organiser_municipality m on m.code = c.municipality_code and not t.protected
    where c.id = $2;

-- reads.ts standingClient 889dfa94
-- version text
select left(encode(sha256(convert_to((to_jsonb(c) - 'recorded' - 'person_id'
      - case when app_place_hidden(c.id) then 'municipality_code' else '' end)::text, 'UTF8')), 'hex'), 32) as version
    from client_client c where c.id = $1;

-- reads.ts municipalityOf 5423ef17
-- municipality text or null, municipalityCode text or null
select m.code as "municipalityCode", m."name_fi" as municipality
    from client_client c left join organiser_municipality m on m.code = c.municipality_code where c.id = $1;

-- reads.ts clientsOn 753385f7
-- id uuid, familyName text, givenNames text, birthOn date or null, gender text or null, motherTongue text or null, serviceLanguage text, easyLanguage boolean, municipalityCode text or null, municipality text or null, identityMasked text or null, identityTemporary boolean or null, protected boolean
select 
  c.id, c.family_name as "familyName", c.given_names as "givenNames", c.birth_on as "birthOn",
  m."name_fi" as municipality, c.gender,
  c.mother_tongue as "motherTongue", c.service_language as "serviceLanguage", c.easy_language as "easyLanguage",
  m.code as "municipalityCode",
  c.identity_masked as "identityMasked", c.identity_temporary as "identityTemporary", t.protected from client_client c
  cross join lateral (select exists (select from client_protected p where p.client_id = c.id and p.during @> $1::date) as protected) t
  left join organiser_municipality m on m.code = c.municipality_code and not t.protected
    where c.id = any($2::uuid[]) order by c.family_name, c.given_names, c.id;

-- reads.ts clientsOn 753385f7
-- id uuid, familyName text, givenNames text, birthOn date or null, gender text or null, motherTongue text or null, serviceLanguage text, easyLanguage boolean, municipalityCode text or null, municipality text or null, identityMasked text or null, identityTemporary boolean or null, protected boolean
select 
  c.id, c.family_name as "familyName", c.given_names as "givenNames", c.birth_on as "birthOn", c.gender,
  c.mother_tongue as "motherTongue", c.service_language as "serviceLanguage", c.easy_language as "easyLanguage",
  m.code as "municipalityCode", m."name_fi" as municipality,
  c.identity_masked as "identityMasked", c.identity_temporary as "identityTemporary", t.protected from client_client c
  cross join lateral (select exists (select from client_protected p where p.client_id = c.id and p.during @> $1::date) as protected) t
  left join organiser_municipality m on m.code = c.municipality_code and not t.protected
    where c.id = any($2::uuid[]) order by c.family_name, c.given_names, c.id;

-- reads.ts registeredOn 3a451d65
-- id uuid, familyName text, givenNames text, birthOn date or null, municipality text or null, protected boolean
select 
  c.id, c.family_name as "familyName", c.given_names as "givenNames", c.birth_on as "birthOn",
  m."name_fi" as municipality, t.protected from client_register c
  cross join lateral (select exists (select from client_protected p where p.client_id = c.id and p.during @> $1::date) as protected) t
  left join organiser_municipality m on m.code = c.municipality_code and not t.protected
    where c.id = any($2::uuid[]) order by c.family_name, c.given_names, c.id;

-- reads.ts namesakesOf 3e655c6f
-- clientId uuid, name text
select n.id as "clientId", trim(n.family_name || ' ' || n.given_names) as name
    from client_client c join client_client n on n.organiser_id = c.organiser_id and n.family_name = c.family_name
      and n.given_names = c.given_names and n.id <> c.id
    where c.id = any($1::uuid[]);

-- reads.ts clientsLike 763702d7
-- id uuid, familyName text, givenNames text, birthOn date or null, sameIdentityCode boolean, formerFamilyNames list, personId uuid, codeKey text or null
select c.id, c.person_id as "personId", c.family_name as "familyName", c.given_names as "givenNames", c.birth_on as "birthOn",
      coalesce(c.identity_hash = $1, false) as "sameIdentityCode", encode(c.identity_hash, 'hex') as "codeKey",
      array(select h.family_name from client_former_name h where h.client_id = c.id and h.family_name <> c.family_name) as "formerFamilyNames"
    from client_register c
    where c.id = any(array(select a.client_id from client_alike($2, $3::text[], $4::date[], $5) a))
    order by c.family_name, c.given_names, c.id;

-- reads.ts recordsCompared e46d591c
-- id uuid, familyName text, givenNames text, birthOn date or null, sameIdentityCode boolean, formerFamilyNames list, personId uuid, codeKey text or null
select c.id, c.person_id as "personId", c.family_name as "familyName", c.given_names as "givenNames", c.birth_on as "birthOn",
      false as "sameIdentityCode", encode(c.identity_hash, 'hex') as "codeKey", coalesce(h.names, '{}') as "formerFamilyNames"
    from client_register c
    left join (select client_id, array_agg(family_name) as names from client_former_name
      where organiser_id = $1 group by client_id) h on h.client_id = c.id
    where c.organiser_id = $2 order by c.family_name, c.given_names, c.id;

-- reads.ts wasProtectedBefore 309091a1
-- before boolean
select exists (select from client_protection where client_id = $1 and lower(during) < $2::date) as before;

-- reads.ts isPlaceHidden 2a551e1e
-- hidden boolean
select app_place_hidden($1::uuid) as hidden;

-- reads.ts reachOn 05fe5a1d
-- street text or null, postalCode text or null, postOffice text or null, phone text or null, email text or null, protected boolean, contactInstead text or null, held boolean
select a.street, a.postal_code as "postalCode", a.post_office as "postOffice", a.phone, a.email, a.id is not null as held,
      p.client_id is not null as protected, p.contact_instead as "contactInstead"
    from (select $1::uuid as id) c
    left join client_address a on a.client_id = c.id and a.during @> $2::date
    left join lateral (select * from client_protected x where x.client_id = c.id
        and (x.during @> $3::date or x.during @> (select app_today()))
      order by x.during @> (select app_today()) desc, x.on_itself desc, x.contact_instead limit 1) p on true;

-- reads.ts benefitsOf 7a612ede
-- id uuid, benefit text, main boolean, highest boolean, during daterange
select id, benefit, main, highest, during from client_benefit where client_id = $1 order by lower(during) desc;

-- reads.ts reasonsOf b56bba70
-- id uuid, reason text, during daterange
select id, reason, during from client_reason where client_id = $1 order by lower(during) desc;

-- reads.ts representativesOf 80461ffd
-- id uuid, name text, kind text, covers list, phone text or null, street text or null, postalCode text or null, postOffice text or null, email text or null, powers text or null, during daterange
select r.id, r.name, r.kind, r.covers, r.powers, r.during, p.phone, p.street, p.postal_code as "postalCode",
      p.post_office as "postOffice", p.email
    from client_representative r left join client_representative_reach p on p.id = r.id and p.client_id = r.client_id
    where r.client_id = $1 order by r.name, r.id;

-- reads.ts municipalityChoices 63729877
-- code text, name text
select code, "name_fi" as name from organiser_municipality order by name;

-- reads.ts identityCipherOf e0193589
-- identity_cipher bytes or null
select identity_cipher from client_client where id = $1;

-- reads.ts identityHashOf a19cc555
-- identity_hash bytes or null
select identity_hash from client_client where id = $1;

-- reads.ts recordsOfPerson 530733ef
-- id uuid
select o.id from client_register o
    where (o.person_id, o.organiser_id) = (select c.person_id, c.organiser_id from client_register c where c.id = $1)
    order by o.id;

-- reads.ts lastVisitTo 845cf970
-- visited_at text
select visited_at from client_visit where client_id = $1 and worker_id = $2;

-- reads.ts correctionsOfClient 85fd666d
-- id uuid, act text, subjectId uuid, why text, by text, madeAt instant
select c.id, c.act, c.subject_id as "subjectId", c.why, w.given_name || ' ' || w.family_name as by, c.made_at as "madeAt"
    from platform_correction c join worker_worker w on w.id = c.worker_id
    where c.client_id = $1 order by c.made_at desc, c.id desc;

-- reads.ts standingAddress fe299942
-- street text or null, postalCode text or null, postOffice text or null, phone text or null, email text or null, during daterange
select street, postal_code as "postalCode", post_office as "postOffice", phone, email, during from client_address
    where client_id = $1 and coalesce(upper(during) > $2::date, true) order by lower(during);

-- reads.ts standingProtection fa6cc6d6
-- during daterange, contactInstead text or null
select during, contact_instead as "contactInstead" from client_protected
    where client_id = $1 and coalesce(upper(during) > $2::date, true)
    order by lower(during), upper(during), contact_instead;

-- reads.ts openingsSince 9dfe9b40
-- id uuid, worker text, reason text, words text, openedAt instant
select o.id, w.family_name || ' ' || w.given_name as worker, o.reason, o.words, o.opened_at as "openedAt"
    from openings_since($1::timestamptz) o join worker_worker w on w.id = o.worker_id order by o.opened_at desc;

-- writes.ts lockPersons 4ab135eb
-- records
select pg_advisory_xact_lock(hashtextextended($1, 0));

-- writes.ts joinRecordsTo f6a54e45
-- records
update client_client set person_id = (select person_id from client_client where id = $1)
    where id = any($2::uuid[]);

-- writes.ts separateFromPerson a1cb0cd3
-- records
update client_client set person_id = $1 where id = any($2::uuid[]);

-- writes.ts roomFrom e2f3cc47
-- records
delete from "client_address" where client_id = $1 and lower(during) = $2::date;

-- writes.ts roomFrom e2f3cc47
-- records
delete from "client_reason" where client_id = $1 and lower(during) = $2::date;

-- writes.ts roomFrom 5472ee50
-- records
update "client_address" set during = daterange(lower(during), $1::date)
    where client_id = $2 and during @> $3::date;

-- writes.ts endOn 5472ee50
-- records
update "client_protection" set during = daterange(lower(during), $1::date)
    where client_id = $2 and during @> $3::date;

-- writes.ts roomFrom 5472ee50
-- records
update "client_reason" set during = daterange(lower(during), $1::date)
    where client_id = $2 and during @> $3::date;

-- writes.ts roomFrom ba0098ad
-- next date or null
select min(lower(during)) as next from "client_address"
    where client_id = $1 and lower(during) > $2::date;

-- writes.ts roomFrom ba0098ad
-- next date or null
select min(lower(during)) as next from "client_reason"
    where client_id = $1 and lower(during) > $2::date;

-- writes.ts insertProtection bfaff52b
-- endless boolean or null, last date or null
select bool_or(upper_inf(during)) as endless, max(upper(during)) as last from client_protection
    where client_id = $1 and during && $2::daterange;

-- writes.ts insertProtection 3d08bf8e
-- records
delete from client_protection where client_id = $1
    and $2::daterange @> lower(during);

-- writes.ts endProtection 89172e2d
-- records
update client_protection set during = daterange(lower(during), $1::date)
    where client_id = $2 and during @> $3::date;

-- writes.ts endProtection 668ebffa
-- records
delete from client_protection where client_id = $1 and lower(during) >= $2::date;

-- writes.ts insertBenefit 63dd0ed7
-- records
update client_benefit set main = false where client_id = $1 and main and lower(during) = $2::date;

-- writes.ts insertBenefit 303c621e
-- records
update client_benefit set during = daterange(lower(during), $1::date)
      where client_id = $2 and main and during @> $3::date;

-- writes.ts deleteBenefit 98f9e2a9
-- records
update client_benefit b set main = true, during = daterange(lower(b.during), least(upper(before.during),
      (select min(lower(n.during)) from client_benefit n
        where n.client_id = $1 and n.main and n.id <> b.id and lower(n.during) > lower(b.during))))
    from (select lower(recorded) as at, lower(during) as since from client_benefit_history where id = $2
      order by lower(recorded) limit 1) taken
    cross join lateral (select distinct on (h.id) h.id, h.during from client_benefit_history h
      where h.client_id = $3 and h.main and h.during @> taken.since and upper(h.recorded) >= taken.at and h.id <> $4
      order by h.id, upper(h.recorded) desc) before
    where b.id = before.id and (upper(b.during) = taken.since or (lower(b.during) = taken.since and not b.main));

-- writes.ts deleteReason 771b5a74
-- records
update client_reason r set during = daterange(lower(r.during), least(upper(before.during),
      (select min(lower(n.during)) from client_reason n where n.client_id = $1 and lower(n.during) > lower(r.during))))
    from (select lower(recorded) as at, lower(during) as since from client_reason_history where id = $2
      order by lower(recorded) limit 1) taken
    cross join lateral (select distinct on (h.id) h.id, h.during from client_reason_history h
      where h.client_id = $3 and h.during @> taken.since and upper(h.recorded) >= taken.at and h.id <> $4
      order by h.id, upper(h.recorded) desc) before
    where r.id = before.id and upper(r.during) = taken.since;

-- writes.ts markVisit 64cc7001
-- records
insert into client_visit (worker_id, client_id, organiser_id, visited_at) values ($1, $2, $3, (select app_now()))
    on conflict (worker_id, client_id) do update set visited_at = excluded.visited_at;

-- writes.ts insertOpening a8669c4c
-- opened boolean
insert into client_opening (organiser_id, client_id, worker_id, reason, words, opened_at)
    select $1::uuid, $2::uuid, $3::uuid, $4, $5, (select app_now())
    where not exists (select from client_opening o
      where o.client_id = $6 and o.worker_id = $7 and (select app_now()) < o.opened_at + access_opened())
    returning true as opened;
