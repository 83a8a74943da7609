-- reads.ts successionsOf 183237ed
-- id uuid, side text, other text, otherCode text, fromOn date, services list or null, carried list
select s.id, case when s.predecessor_id = $1 then 'passes-on' else 'takes-over' end as side,
      o."name_en" as other, o.code as "otherCode", s.from_on as "fromOn", s.services,
      coalesce((select jsonb_agg(jsonb_build_object('on', c.carried_on, 'by', c.by, 'clients', c.clients) order by c.carried_on)
        from (select x.carried_on, w.given_name || ' ' || w.family_name as by, sum((x.thing = 'client_client')::int)::int as clients
          from carrying_row x join worker_worker w on w.id = x.carried_by_id where x.succession_id = s.id group by 1, 2) c), '[]') as carried
    from organiser_succession s
    join organiser_organiser o on o.id = case when s.predecessor_id = $2 then s.successor_id else s.predecessor_id end
    where $3::uuid in (s.predecessor_id, s.successor_id) order by s.from_on desc, o.code;

-- reads.ts successionsOf 183237ed
-- id uuid, side text, other text, otherCode text, fromOn date, services list or null, carried list
select s.id, case when s.predecessor_id = $1 then 'passes-on' else 'takes-over' end as side,
      o."name_fi" as other, o.code as "otherCode", s.from_on as "fromOn", s.services,
      coalesce((select jsonb_agg(jsonb_build_object('on', c.carried_on, 'by', c.by, 'clients', c.clients) order by c.carried_on)
        from (select x.carried_on, w.given_name || ' ' || w.family_name as by, sum((x.thing = 'client_client')::int)::int as clients
          from carrying_row x join worker_worker w on w.id = x.carried_by_id where x.succession_id = s.id group by 1, 2) c), '[]') as carried
    from organiser_succession s
    join organiser_organiser o on o.id = case when s.predecessor_id = $2 then s.successor_id else s.predecessor_id end
    where $3::uuid in (s.predecessor_id, s.successor_id) order by s.from_on desc, o.code;

-- reads.ts toCarry 35744c71
-- clients number, relationships number, pending number, decisions number, workers number, recordedAfter number
select clients::int, relationships::int, pending::int, decisions::int, workers::int, recorded_after::int as "recordedAfter"
    from carrying_left($1);

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
