-- reads.ts workplaces f105ffdd
-- id uuid, employerId uuid, name text, street text or null, municipalityCode text or null, municipality text or null, tasks text or null, contactName text or null, contactPhone text or null, during daterange, employerName text, businessCode text or null, sector text, employerDuring daterange
select w.id, w.employer_id as "employerId", w.name, w.street, w.municipality_code as "municipalityCode", m.name_fi as municipality,
      w.tasks, w.contact_name as "contactName", w.contact_phone as "contactPhone", w.during,
      e.name as "employerName", e.business_code as "businessCode", e.sector, e.during as "employerDuring"
    from employer_workplace w join employer_employer e on e.id = w.employer_id
    left join organiser_municipality m on m.code = w.municipality_code
    where w.organiser_id = $1 and w.id = $2 order by w.name, w.id;

-- reads.ts workplaces f105ffdd
-- id uuid, employerId uuid, name text, street text or null, municipalityCode text or null, municipality text or null, tasks text or null, contactName text or null, contactPhone text or null, during daterange, employerName text, businessCode text or null, sector text, employerDuring daterange
select w.id, w.employer_id as "employerId", w.name, w.street, w.municipality_code as "municipalityCode", m.name_fi as municipality,
      w.tasks, w.contact_name as "contactName", w.contact_phone as "contactPhone", w.during,
      e.name as "employerName", e.business_code as "businessCode", e.sector, e.during as "employerDuring"
    from employer_workplace w join employer_employer e on e.id = w.employer_id
    left join organiser_municipality m on m.code = w.municipality_code
    where w.organiser_id = $1 and w.id = any($2::uuid[]) order by w.name, w.id;

-- reads.ts workplacesNamedOn c5d23b98
-- id uuid, sector text, names text, more text
select w.id, e.sector, w.name || ' ' || e.name as names,
      concat_ws(' ', e.business_code, w.tasks, m.name_fi, m.name_sv, w.contact_name, w.contact_phone) as more
    from employer_workplace w join employer_employer e on e.id = w.employer_id
    left join organiser_municipality m on m.code = w.municipality_code
    where w.organiser_id = $1 and w.during @> $2::date order by w.name, w.id;

-- reads.ts employersNamedOn f91cd1b0
-- id uuid, name text, businessCode text or null
select e.id, e.name, e.business_code as "businessCode" from employer_employer e
    where e.organiser_id = $1 and e.during @> $2::date order by e.name, e.id;

-- reads.ts theseEmployers 8577f32e
-- id uuid, name text, businessCode text or null, sector text, during daterange
select e.id, e.name, e.business_code as "businessCode", e.sector, e.during from employer_employer e
    where e.organiser_id = $1 and e.id = any($2::uuid[]) order by e.name, e.id;

-- reads.ts employerOf e89e5bc9
-- id uuid, name text, businessCode text or null, sector text, during daterange
select e.id, e.name, e.business_code as "businessCode", e.sector, e.during from employer_employer e
    where e.organiser_id = $1 and e.id = $2;
