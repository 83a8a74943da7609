-- reads.ts authoredAnswers 0ebcab8f
-- question text, heading text, text text, language text, answered boolean, version number, writtenOn date, writtenBy text or null
select a.question, a.heading, a.text, a.language, a.answered, a.version, a.written_on as "writtenOn",
      w.family_name || ' ' || w.given_name as "writtenBy"
    from known_description_answer a left join worker_worker w on w.id = a.written_by_id
    where a.organiser_id = $1 and a.service_group = $2;

-- reads.ts descriptionsOn 77ffebe0
-- organiser text, name text, group text, title text or null, answered number
with grouped as (
      select g.grouped, jsonb_array_elements_text(g.services) as service
      from jsonb_to_recordset($1::jsonb) as g(grouped text, services jsonb)
    ), found as (
      select f.organiser_id, g.grouped from organiser_offering f join grouped g on g.service = f.service where f.during @> $2::date
      union select d.organiser_id, d.service_group from description_description d
    )
    select o.code as organiser, "o"."name_en" as name, f.grouped as "group", d.title,
      (select count(*) from description_answer a where a.organiser_id = f.organiser_id and a.service_group = f.grouped and a.answered) as answered
    from found f join organiser_organiser o on o.id = f.organiser_id
    left join description_description d on d.organiser_id = f.organiser_id and d.service_group = f.grouped
    order by name, f.grouped;

-- reads.ts descriptionsOn 77ffebe0
-- organiser text, name text, group text, title text or null, answered number
with grouped as (
      select g.grouped, jsonb_array_elements_text(g.services) as service
      from jsonb_to_recordset($1::jsonb) as g(grouped text, services jsonb)
    ), found as (
      select f.organiser_id, g.grouped from organiser_offering f join grouped g on g.service = f.service where f.during @> $2::date
      union select d.organiser_id, d.service_group from description_description d
    )
    select o.code as organiser, "o"."name_fi" as name, f.grouped as "group", d.title,
      (select count(*) from description_answer a where a.organiser_id = f.organiser_id and a.service_group = f.grouped and a.answered) as answered
    from found f join organiser_organiser o on o.id = f.organiser_id
    left join description_description d on d.organiser_id = f.organiser_id and d.service_group = f.grouped
    order by name, f.grouped;

-- reads.ts titleOf 5bf6d677
-- title text
select title from known_description_description where organiser_id = $1 and service_group = $2;

-- reads.ts statutesOn 3f9886c7
-- provision text
select distinct provision from organiser_service_basis where service = any($1::text[]) and during @> $2::date
    order by provision;

-- reads.ts standingAnswer fc02acae
-- version text, text text, changedBy text or null, changedAt text
select a.version::text, a.text, w.family_name || ' ' || w.given_name as "changedBy", lower(a.recorded) as "changedAt"
    from description_answer a join organiser_organiser o on o.id = a.organiser_id left join worker_worker w on w.id = a.written_by_id
    where o.code = $1 and a.service_group = $2 and a.question = $3;

-- reads.ts earlierAnswers 0514db0d
-- text text, language text, version number, writtenOn date, writtenBy text or null
select distinct on (h.version) h.version, h.text, h.language, h.written_on as "writtenOn",
      w.family_name || ' ' || w.given_name as "writtenBy"
    from description_answer a
    join organiser_organiser o on o.id = a.organiser_id
    join description_answer_history h on h.id = a.id and h.version < a.version
    left join worker_worker w on w.id = h.written_by_id
    where o.code = $1 and a.service_group = $2 and a.question = $3
    order by h.version desc;

-- writes.ts writeAnswer d3488b3f
-- version number
insert into description_answer (organiser_id, service_group, question, heading, text, language, answered, import_id, written_by_id, written_on)
    values ($1, $2, $3, $4, $5, $6, $7,
      $8, $9, $10)
    on conflict (organiser_id, service_group, question) do update set heading = excluded.heading, text = excluded.text, language = excluded.language,
      answered = excluded.answered, import_id = excluded.import_id, written_by_id = excluded.written_by_id,
      written_on = excluded.written_on, version = description_answer.version + 1
    returning version;

-- writes.ts insertImport 329fb102
-- records
insert into description_description (organiser_id, service_group, title, services, import_id)
      values ($1, $2, $3, $4, $5)
      on conflict (organiser_id, service_group) do update set title = excluded.title, services = excluded.services, import_id = excluded.import_id;
