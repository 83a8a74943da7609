-- Hands clients over to other case managers from a day on. Whoever shares the letters of surnames anew sees no client by
-- it: the function has its owner's rights, asks who calls, and touches the caller's own organiser alone.
create or replace function relationship_hand_over(moves jsonb, from_on date) returns void
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if not exists (select from worker_post p where p.worker_id = app_worker() and p.organiser_id = any(app_organisers())
      and p.role in ('administrator', 'manager') and p.during @> app_today()) then
    raise exception 'letters are shared by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  create temporary table moving on commit drop as
    select m.id, m.organiser_id, m.client_id, m.during, x.to_id
    from jsonb_to_recordset(moves) as x(client_id uuid, to_id uuid)
    join relationship_case_manager m on m.client_id = x.client_id and m.during @> from_on
    join worker_worker w on w.id = x.to_id and w.organiser_id = m.organiser_id
    where m.organiser_id = any(app_organisers());
  -- One who would begin on the very day gives place; the others answer until it.
  update relationship_case_manager m set worker_id = v.to_id from moving v where v.id = m.id and lower(m.during) = from_on;
  update relationship_case_manager m set during = daterange(lower(m.during), from_on)
    from moving v where v.id = m.id and lower(m.during) < from_on;
  insert into relationship_case_manager (organiser_id, client_id, worker_id, during)
    select organiser_id, client_id, to_id, daterange(from_on, upper(during)) from moving where lower(during) < from_on;
  drop table moving;
end $$;
