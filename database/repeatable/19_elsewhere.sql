-- The law counts a person's days of rehabilitative work over all sites and organisers. Whoever places or marks a client learns of the
-- person's other records, also under an organiser that served before, on which days and for how long the person takes or took part, and nothing else:
-- hence the owner's rights, and `app_sees_service`: whoever instructs in another service learns nothing of it.
drop function if exists placement_weeks_elsewhere(uuid);
create function placement_weeks_elsewhere(client uuid) returns table (during daterange, weekdays int[], hours_a_day numeric)
  stable security definer set search_path = public, pg_temp language sql as $$
  select p.during, array(select distinct s.weekday::int from placement_slot s where s.placement_id = p.id order by 1), p.hours_a_day
  from client_client c
  join client_client o on o.person_id = c.person_id and o.id <> c.id
  join placement_placement p on p.client_id = o.id and p.service = 'rehabilitative-work'
  where c.id = client and c.organiser_id = any(app_organisers()) and app_sees_service(c.id, 'rehabilitative-work')
$$;
drop function if exists attendance_taken(uuid[]);
create function attendance_taken(clients uuid[]) returns table (client_id uuid, placement_id uuid, held_on date, hours_a_day numeric)
  stable security definer set search_path = public, pg_temp language sql as $$
  select c.id, k.placement_id, k.held_on, p.hours_a_day
  from client_client c
  join client_client o on o.person_id = c.person_id
  join placement_placement p on p.client_id = o.id and p.service = 'rehabilitative-work'
  join attendance_mark k on k.placement_id = p.id and k.kind = 'present'
  where c.id = any(clients) and c.organiser_id = any(app_organisers()) and app_sees_service(c.id, 'rehabilitative-work')
$$;
revoke execute on function placement_weeks_elsewhere(uuid), attendance_taken(uuid[]) from public;
grant execute on function placement_weeks_elsewhere(uuid), attendance_taken(uuid[]) to kykypolku_app;
