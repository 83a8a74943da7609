-- What the worker who asks has recorded since an instant, by id alone: who reads it reads it under the policies. It runs with its
-- owner's rights, since under a policy no index is asked for the beginning of a range.
drop function if exists coaching_recorded_since(timestamptz);
create function coaching_recorded_since(since timestamptz) returns table (id uuid)
  stable security definer rows 5 set search_path = public, pg_temp language sql as $$
  select c.id from coaching_contact c where c.worker_id = (select app_worker()) and lower(c.recorded) >= since
$$;
