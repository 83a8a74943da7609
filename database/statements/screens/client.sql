-- board.ts restOf 38700155
-- exits list, transitions list, workplaceContacts list, agreed list, newIds list, phone text or null, otherRecords list, outside list
select
      coalesce((select jsonb_agg(jsonb_build_object('id', id, 'relationshipId', relationship_id, 'endedOn', ended_on, 'reason', reason,
        'destination', destination, 'note', note) order by ended_on desc) from exit_exit where client_id = $1), '[]') as exits,
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'fromRelationshipId', t.from_relationship_id, 'toRelationshipId', t.to_relationship_id, 'fromService', a.service, 'toService', b.service, 'movedOn', t.moved_on,
        'toUntil', upper(b.during))
        order by t.moved_on desc) from exit_transition t
        join relationship_relationship a on a.id = t.from_relationship_id
        join relationship_relationship b on b.id = t.to_relationship_id where t.client_id = $2), '[]') as transitions,
      coalesce((select jsonb_agg(distinct jsonb_build_object('workplaceId', w.id, 'workplace', w.name, 'name', w.contact_name, 'phone', w.contact_phone))
        from placement_placement p join employer_workplace w on w.id = p.workplace_id
        where p.client_id = $3 and p.during @> $4::date and w.contact_name is not null), '[]') as "workplaceContacts",
      coalesce((select jsonb_agg(jsonb_build_object('relationshipId', relationship_id, 'everyDays', every_days, 'during', during))
        from coaching_agreed_rhythm where client_id = $5), '[]') as agreed,
      array(select o.id from client_register o where o.id <> $6
        and (o.person_id, o.organiser_id) = (select c.person_id, c.organiser_id from client_register c where c.id = $7)
        order by o.id) as "otherRecords",
      coalesce((select jsonb_agg(jsonb_build_object('id', id, 'because', outside_because) order by place, id)
        from (select 1 as place, id, outside_because from relationship_relationship where client_id = $8 and outside_because is not null
          union all
          select 2, id, outside_because from placement_placement where client_id = $9 and outside_because is not null) o), '[]') as outside,
      (select a.phone from client_address a where a.client_id = $10 and a.during @> $11::date
        and not exists (select from client_protected p where p.client_id = a.client_id and p.during @> $12::date)) as phone,
      case when (select app_open()) = $13 then news_of_open_client($14)
        else news_of_client($15) end as "newIds";

-- board.ts viewsOfClient 9f2eb0a5
-- act text, worker text or null, organiser text or null, times number, firstAt text, lastAt text, total number
select a.act, w.family_name || ' ' || w.given_name as worker, o."name_en" as organiser, a.times,
        a.first_at as "firstAt", a.last_at as "lastAt", count(*) over () as total
      from (
        select act, worker_id, organiser_id, (happened_at at time zone 'Europe/Helsinki')::date as on_day, count(*) as times,
          min(happened_at) as first_at, max(happened_at) as last_at
        from client_views($1) group by 1, 2, 3, 4
      ) a
      left join worker_worker w on w.id = a.worker_id
      left join organiser_organiser o on o.id = a.organiser_id
      order by a.last_at desc, a.act limit $2;

-- board.ts viewsOfClient 9f2eb0a5
-- act text, worker text or null, organiser text or null, times number, firstAt text, lastAt text, total number
select a.act, w.family_name || ' ' || w.given_name as worker, o."name_fi" as organiser, a.times,
        a.first_at as "firstAt", a.last_at as "lastAt", count(*) over () as total
      from (
        select act, worker_id, organiser_id, (happened_at at time zone 'Europe/Helsinki')::date as on_day, count(*) as times,
          min(happened_at) as first_at, max(happened_at) as last_at
        from client_views($1) group by 1, 2, 3, 4
      ) a
      left join worker_worker w on w.id = a.worker_id
      left join organiser_organiser o on o.id = a.organiser_id
      order by a.last_at desc, a.act limit $2;
