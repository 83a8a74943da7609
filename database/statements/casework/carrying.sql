-- reads.ts successionsOf 7c5c7e13
-- id uuid, side text, other text, otherCode text, fromOn date, services list or null, carried list, takenBack list, latestId uuid or null
select s.id, case when s.predecessor_id = $1 then 'passes-on' else 'takes-over' end as side,
      o."name_en" as other, o.code as "otherCode", s.from_on as "fromOn", s.services,
      coalesce((select jsonb_agg(jsonb_build_object('on', c.carried_on, 'by', c.by, 'clients', c.clients) order by c.carried_on)
        from (select x.carried_on, w.given_name || ' ' || w.family_name as by, sum((x.thing = 'client_client')::int)::int as clients
          from carrying_row x join worker_worker w on w.id = x.carried_by_id where x.succession_id = s.id and not x.taken_back
            and not exists (select from carrying_carrying e where e.id = x.carrying_id and e.taken_back_on is not null) group by 1, 2) c), '[]') as carried,
      coalesce((select jsonb_agg(jsonb_build_object('on', c.taken_back_on, 'by', w.given_name || ' ' || w.family_name, 'because', c.taken_back_because,
          'clients', (select coalesce(sum((x.thing = 'client_client')::int), 0)::int from carrying_row x where x.carrying_id = c.id)) order by c.id)
        from carrying_carrying c join worker_worker w on w.id = c.taken_back_by_id where c.succession_id = s.id), '[]') as "takenBack",
      (select c.id from carrying_carrying c where c.succession_id = s.id and c.taken_back_on is null order by c.id desc limit 1) as "latestId"
    from organiser_succession s
    join organiser_organiser o on o.id = case when s.predecessor_id = $2 then s.successor_id else s.predecessor_id end
    where $3::uuid in (s.predecessor_id, s.successor_id) order by s.from_on desc, o.code;

-- reads.ts successionsOf 7c5c7e13
-- id uuid, side text, other text, otherCode text, fromOn date, services list or null, carried list, takenBack list, latestId uuid or null
select s.id, case when s.predecessor_id = $1 then 'passes-on' else 'takes-over' end as side,
      o."name_fi" as other, o.code as "otherCode", s.from_on as "fromOn", s.services,
      coalesce((select jsonb_agg(jsonb_build_object('on', c.carried_on, 'by', c.by, 'clients', c.clients) order by c.carried_on)
        from (select x.carried_on, w.given_name || ' ' || w.family_name as by, sum((x.thing = 'client_client')::int)::int as clients
          from carrying_row x join worker_worker w on w.id = x.carried_by_id where x.succession_id = s.id and not x.taken_back
            and not exists (select from carrying_carrying e where e.id = x.carrying_id and e.taken_back_on is not null) group by 1, 2) c), '[]') as carried,
      coalesce((select jsonb_agg(jsonb_build_object('on', c.taken_back_on, 'by', w.given_name || ' ' || w.family_name, 'because', c.taken_back_because,
          'clients', (select coalesce(sum((x.thing = 'client_client')::int), 0)::int from carrying_row x where x.carrying_id = c.id)) order by c.id)
        from carrying_carrying c join worker_worker w on w.id = c.taken_back_by_id where c.succession_id = s.id), '[]') as "takenBack",
      (select c.id from carrying_carrying c where c.succession_id = s.id and c.taken_back_on is null order by c.id desc limit 1) as "latestId"
    from organiser_succession s
    join organiser_organiser o on o.id = case when s.predecessor_id = $2 then s.successor_id else s.predecessor_id end
    where $3::uuid in (s.predecessor_id, s.successor_id) order by s.from_on desc, o.code;

-- reads.ts toCarry 35744c71
-- clients number, relationships number, pending number, decisions number, workers number, recordedAfter number
select clients::int, relationships::int, pending::int, decisions::int, workers::int, recorded_after::int as "recordedAfter"
    from carrying_left($1);

-- reads.ts recordedLater 7dad4172
-- room text, rows number, clients number
select x.room, sum((x.of_row = 1)::int)::int as rows, sum((x.of_client = 1 and x.client_id is not null)::int)::int as clients
    from (select l.room, l.client_id, row_number() over (partition by l.room, l.row_id) as of_row,
        row_number() over (partition by l.room, l.client_id) as of_client
      from (select case when split_part(thing, '_', 1) = any($1::text[]) then split_part(thing, '_', 1) else 'other' end as room,
          row_id, client_id from carrying_later($2)) l) x
    group by x.room;

-- reads.ts answeringLater 1129bb14
-- name text or null, clients number
select name, clients::int from carrying_answering($1);

-- reads.ts standingCarrying 1704b27d
-- id uuid, carriedOn date
select id, carried_on as "carriedOn" from carrying_carrying where succession_id = $1 and taken_back_on is null
    order by id desc limit 1;

-- reads.ts previousOrganiser 160bc2d0
-- organiser text, fromOn date
select o."name_en" as organiser, s.from_on as "fromOn"
    from carrying_row c join organiser_succession s on s.id = c.succession_id join organiser_organiser o on o.id = s.predecessor_id
    where c.new_id = $1 order by s.from_on desc limit 1;

-- reads.ts previousOrganiser 160bc2d0
-- organiser text, fromOn date
select o."name_fi" as organiser, s.from_on as "fromOn"
    from carrying_row c join organiser_succession s on s.id = c.succession_id join organiser_organiser o on o.id = s.predecessor_id
    where c.new_id = $1 order by s.from_on desc limit 1;

-- writes.ts carryOver cc375146
-- clientId uuid
select client_id as "clientId" from carrying_run($1);

-- writes.ts undoCarrying e3ff3447
-- clientId uuid
select client_id as "clientId" from carrying_undo($1, $2);
