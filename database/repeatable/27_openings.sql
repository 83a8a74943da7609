-- Which officials opened ended clients, when and why, for the supervisor: without the clients, whom only the trail and their own pages tell.
create or replace function openings_since(since timestamptz)
  returns table (id uuid, worker_id uuid, reason text, words text, opened_at timestamptz)
  stable security definer set search_path = public, pg_temp language sql as $$
  select o.id, o.worker_id, o.reason, o.words, o.opened_at from client_opening o
  where o.opened_at >= since and o.organiser_id = any((select app_organisers())::uuid[]) and app_in_role('manager')
  order by o.opened_at desc
$$;
