-- A post does not end under those who are named to its worker: no client is left with somebody who does not work any more.
-- Groups led and letters held are of the same kind. Other posts of the worker in the same task carry them on.
create function platform.post_holds() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
declare
  held text;
begin
  if tg_op = 'UPDATE' and new.role = old.role and new.worker_id = old.worker_id and new.during @> old.during then
    return null;
  end if;
  select x.kind into held from (
    select 'post_holds_clients' as kind, s.worker_id, s.during, s.role from relationship_responsible s where s.worker_id = old.worker_id
    union all
    select 'post_holds_clients', m.worker_id, m.during, 'case-manager' from relationship_case_manager m where m.worker_id = old.worker_id
    union all
    select 'post_holds_groups', l.worker_id, l.during, 'group-leader' from worker_group_lead l where l.worker_id = old.worker_id
    union all
    select 'post_holds_letters', h.worker_id, h.during, 'case-manager' from worker_letter_share h where h.worker_id = old.worker_id
  ) x
  cross join lateral (select coalesce(range_agg(p.during), '{}'::datemultirange) as days from worker_post p
    where p.worker_id = x.worker_id and case x.role
      when 'coach' then p.role = 'coach'
      when 'official' then p.role in ('rehabilitative-instructor', 'social-worker', 'manager')
      when 'case-manager' then p.role = 'social-worker'
      else true end) served
  -- Only days that the post covered before: what was never covered is not this change's doing.
  where not isempty(x.during * old.during) and not (served.days @> (x.during * old.during))
    and case x.role
      when 'coach' then old.role = 'coach'
      when 'official' then old.role in ('rehabilitative-instructor', 'social-worker', 'manager')
      when 'case-manager' then old.role = 'social-worker'
      else true end
  limit 1;
  if held is not null then
    raise exception 'the post holds what hangs on it' using errcode = '23503', constraint = held;
  end if;
  return null;
end $$;
create constraint trigger post_holds after update or delete on worker_post
  deferrable initially immediate for each row execute function platform.post_holds();
