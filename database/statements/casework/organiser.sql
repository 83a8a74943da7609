-- reads.ts organisersOn 9627af9f
-- id uuid, code text, kind text, name text
select o.id, o.code, o.kind, "o"."name_en" as name from organiser_organiser o
    where o.during @> $1::date order by name;

-- reads.ts organisersOn 9627af9f
-- id uuid, code text, kind text, name text
select o.id, o.code, o.kind, "o"."name_fi" as name from organiser_organiser o
    where o.during @> $1::date order by name;

-- reads.ts organiserByCode dd76d355
-- id uuid, code text, kind text, name text
select o.id, o.code, o.kind, "o"."name_en" as name from organiser_organiser o where o.code = $1;

-- reads.ts organiserByCode dd76d355
-- id uuid, code text, kind text, name text
select o.id, o.code, o.kind, "o"."name_fi" as name from organiser_organiser o where o.code = $1;

-- reads.ts organiserByCode dd76d355
-- id uuid, code text, kind text, name text
select o.id, o.code, o.kind, "o"."name_sv" as name from organiser_organiser o where o.code = $1;

-- reads.ts offeringsOn 8c8fc6ee
-- id uuid, service text, provisionMode text, providerId uuid or null, provider text or null, during daterange
select f.id, f.service, f.provision_mode as "provisionMode", f.provider_id as "providerId", p.name as provider, f.during
    from organiser_offering f
    left join organiser_provider p on p.id = f.provider_id
    join organiser_service s on s.code = f.service
    where f.organiser_id = $1 and f.during @> $2::date order by s.place, f.provision_mode, p.name;

-- reads.ts groupsOn 455bc51d
-- id uuid, name text, unitId uuid, unit text, service text, capacity number or null, leadRotationMonths number or null, weekdays list, halves list, meal boolean
select g.id, g.name, u.id as "unitId", u.name as unit, g.service, g.capacity, g.lead_rotation_months as "leadRotationMonths",
      g.weekdays, g.halves, g.meal
    from organiser_group g join organiser_unit u on u.id = g.unit_id
    where g.organiser_id = $1 and g.during @> $2::date order by u.name, g.name;

-- reads.ts recordingGapsOn 6fac8525
-- organiserId uuid, service text, figure text, reason text
select organiser_id as "organiserId", service, figure, "reason_fi" as reason
    from organiser_recording_gap where organiser_id = any($1::uuid[]) and during @> $2::date;

-- reads.ts basisRows 79f86d43
-- service text, provision text, during daterange
select service, provision, during from organiser_service_basis where service = any($1::text[])
    order by service, lower(during);

-- reads.ts municipalitiesOn 426cc817
-- name text
select "m"."name_fi" as name
    from organiser_area a join organiser_municipality m on m.code = a.municipality_code
    where a.organiser_id = $1 and a.during @> $2::date order by name;

-- reads.ts municipalityChoicesOn 6c8c9457
-- code text, name text
select m.code, "m"."name_fi" as name
    from organiser_area a join organiser_municipality m on m.code = a.municipality_code
    where a.organiser_id = $1 and a.during @> $2::date order by name;

-- reads.ts organiserDetails b99bab49
-- nameFi text, nameSv text, nameEn text, office text or null, officeSv text or null, officeEn text or null, street text or null, postalCode text or null, postOffice text or null, phone text or null, email text or null, dataProtectionContact text or null, dataProtectionPage text or null, id uuid, code text, kind text
select id, code, kind, name_fi as "nameFi", name_sv as "nameSv", name_en as "nameEn", office_fi as office, office_sv as "officeSv", office_en as "officeEn", street,
      postal_code as "postalCode", post_office as "postOffice", phone, email,
      data_protection_contact as "dataProtectionContact", data_protection_page as "dataProtectionPage"
    from organiser_organiser where id = $1;

-- reads.ts rectificationBodyOn 92e01f08
-- nameFi text, nameSv text, nameEn text, street text, postalCode text, postOffice text, email text or null, phone text or null, openingFi text, openingSv text, openingEn text
select name_fi as "nameFi", name_sv as "nameSv", name_en as "nameEn", street, postal_code as "postalCode",
      post_office as "postOffice", email, phone, opening_fi as "openingFi", opening_sv as "openingSv", opening_en as "openingEn"
    from organiser_rectification_body where organiser_id = $1 and during @> $2::date;

-- reads.ts areaOf 9f7345d9
-- code text, name text, during daterange
select m.code, "m"."name_fi" as name, a.during
    from organiser_area a join organiser_municipality m on m.code = a.municipality_code
    where a.organiser_id = $1 order by name, lower(a.during);

-- reads.ts municipalities 63729877
-- code text, name text
select code, "name_fi" as name from organiser_municipality order by name;

-- reads.ts providers f8bafe8b
-- id uuid, name text, kind text, businessCode text or null
select id, name, kind, business_code as "businessCode" from organiser_provider order by name;

-- reads.ts offeringsOf 2e6c1f39
-- id uuid, service text, provisionMode text, providerId uuid or null, provider text or null, during daterange
select f.id, f.service, f.provision_mode as "provisionMode", f.provider_id as "providerId", p.name as provider, f.during
    from organiser_offering f left join organiser_provider p on p.id = f.provider_id
    join organiser_service s on s.code = f.service
    where f.organiser_id = $1 order by s.place, f.provision_mode, p.name, lower(f.during);

-- reads.ts unitsOf 68dfc6a4
-- name text, kind text, municipalityCode text, street text or null, providerId uuid or null, during daterange, id uuid, municipality text, provider text or null
select u.id, u.name, u.kind, u.municipality_code as "municipalityCode", u.street, u.provider_id as "providerId", u.during,
      "m"."name_fi" as municipality, p.name as provider
    from organiser_unit u join organiser_municipality m on m.code = u.municipality_code
    left join organiser_provider p on p.id = u.provider_id
    where u.organiser_id = $1 order by u.name;

-- reads.ts groupsOf 1416c900
-- name text, capacity number or null, leadRotationMonths number or null, weekdays list, halves list, meal boolean, during daterange, id uuid, unitId uuid, unit text, service text
select g.id, g.unit_id as "unitId", u.name as unit, g.service, g.name, g.capacity, g.lead_rotation_months as "leadRotationMonths",
      g.weekdays, g.halves, g.meal, g.during
    from organiser_group g join organiser_unit u on u.id = g.unit_id
    where g.organiser_id = $1 order by u.name, g.name;

-- reads.ts organiserHead ff7e70d0
-- name text, office text or null, address list, phone text or null, email text or null
select "name_en" as name, coalesce("office_en", office_fi) as office,
      array_remove(array[street, nullif(concat_ws(' ', postal_code, post_office), '')], null) as address, phone, email
    from organiser_organiser where id = $1;

-- reads.ts organiserHead ff7e70d0
-- name text, office text or null, address list, phone text or null, email text or null
select "name_fi" as name, coalesce("office_fi", office_fi) as office,
      array_remove(array[street, nullif(concat_ws(' ', postal_code, post_office), '')], null) as address, phone, email
    from organiser_organiser where id = $1;

-- reads.ts organiserHead ff7e70d0
-- name text, office text or null, address list, phone text or null, email text or null
select "name_sv" as name, coalesce("office_sv", office_fi) as office,
      array_remove(array[street, nullif(concat_ws(' ', postal_code, post_office), '')], null) as address, phone, email
    from organiser_organiser where id = $1;

-- reads.ts standingBody f0c88a5a
-- nameFi text, nameSv text, nameEn text, street text, postalCode text, postOffice text, email text or null, phone text or null, openingFi text, openingSv text, openingEn text, during daterange
select name_fi as "nameFi", name_sv as "nameSv", name_en as "nameEn", street, postal_code as "postalCode",
      post_office as "postOffice", email, phone, opening_fi as "openingFi", opening_sv as "openingSv", opening_en as "openingEn", during
    from organiser_rectification_body where organiser_id = $1 and coalesce(upper(during) > $2::date, true)
    order by lower(during);

-- writes.ts replaceRectificationBody ca9f20a6
-- records
delete from organiser_rectification_body where organiser_id = $1 and lower(during) >= $2::date;

-- writes.ts replaceRectificationBody 882e9232
-- records
update organiser_rectification_body set during = daterange(lower(during), $1::date)
    where organiser_id = $2 and during @> $3::date;

-- writes.ts replaceArea 2c57ef3e
-- records
delete from organiser_area where organiser_id = $1 and lower(during) >= $2::date;

-- writes.ts replaceArea 93f92cac
-- records
update organiser_area set during = daterange(lower(during), case when municipality_code = any($1::text[]) then null else $2::date end)
    where organiser_id = $3 and during @> $4::date;

-- writes.ts replaceArea 3eeafbef
-- records
insert into organiser_area (organiser_id, municipality_code, during)
    select $1::uuid, code, daterange($2::date, null) from unnest($3::text[]) code
    where not exists (select from organiser_area a where a.organiser_id = $4 and a.municipality_code = code and a.during @> $5::date);
