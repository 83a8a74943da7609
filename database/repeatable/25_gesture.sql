-- Whoever records clears away the answers that nobody will ask for again, everybody's, and reads only one's own.
drop policy if exists old on platform_gesture;
drop policy if exists see_old on platform_gesture;
create or replace function platform.forget_gestures() returns void security definer set search_path = public, pg_temp language sql as $$
  delete from platform_gesture where done_at < clock_timestamp() - interval '2 days'
$$;
grant execute on function platform.forget_gestures() to kykypolku_app;
