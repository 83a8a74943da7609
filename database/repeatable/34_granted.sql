-- The days for which clients were granted a service, by decisions that stand. Open work and work activity are one service of
-- the law (`carries` of src/casework/relationship/rules.ts): a decision on one carries the other.
drop view if exists decision_granted cascade;
create view decision_granted with (security_invoker = true) as
select d.id as decision_id, d.organiser_id, d.client_id, d.plan_id, s.carried as service, d.decided_on, d.during
from decision_decision d
cross join lateral (select d.service as carried
  union all select 'open-work' where d.service = 'work-activity'
  union all select 'work-activity' where d.service = 'open-work') s
where d.outcome = 'grant' and d.annulled_on is null;
grant select on decision_granted to kykypolku_app;

-- What each relationship rests on, days alone: who marks attendance may not read the decisions, yet must not mark a day that none
-- has. `rests_from` is missing where no decision was ever recorded.
create or replace function relationship_rests(of_client uuid, of_service text, placed daterange, out granted datemultirange, out rests_from date)
  stable security definer set search_path = public, pg_temp language sql as $$
  select coalesce(range_agg(g.during), '{}'), min(lower(g.during * placed))
  from decision_granted g
  where g.client_id = of_client and g.service = of_service and g.during && placed and g.organiser_id = any(app_organisers());
$$;

-- Days of a relationship on which no decision holds, after the first one that did.
create or replace function relationship_undecided(of_client uuid, of_service text, placed daterange) returns datemultirange
  stable security definer set search_path = public, pg_temp language sql as $$
  select case when r.rests_from is null then '{}'::datemultirange
    else datemultirange(placed * daterange(r.rests_from, null)) - r.granted end
  from relationship_rests(of_client, of_service, placed) r;
$$;

-- The same of one relationship, as attendance asks: the days on which it has no decision, and whether it ever had one.
create or replace function relationship_footing(of_relationship uuid, out undecided datemultirange, out rests boolean)
  stable security definer set search_path = public, pg_temp language sql as $$
  select relationship_undecided(r.client_id, r.service, r.during), (relationship_rests(r.client_id, r.service, r.during)).rests_from is not null
  from relationship_relationship r where r.id = of_relationship and r.organiser_id = any(app_organisers());
$$;

-- A relationship that an act begins or lets go on lies within its decisions. What went on before, without one, stays as it is:
-- only days that it gains are asked about. What is loaded from elsewhere is told on the list instead.
create or replace function relationship_hold_within_decisions() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
declare
  gained datemultirange := datemultirange(new.during);
  beyond datemultirange;
begin
  if app_worker() is null or (tg_op = 'INSERT' and new.decision_id is null) then
    return new;
  end if;
  if tg_op = 'UPDATE' then
    gained := gained - datemultirange(old.during);
  end if;
  -- Whoever shortens a decision meanwhile waits, and is then refused.
  perform from decision_decision d where d.client_id = new.client_id and d.outcome = 'grant' for share;
  beyond := gained * relationship_undecided(new.client_id, new.service, new.during);
  if not isempty(beyond) then
    raise exception 'no decision on days of a relationship' using errcode = 'check_violation', constraint = 'relationship_within_decisions',
      table = 'relationship_relationship';
  end if;
  return new;
end $$;
create or replace trigger relationship_within_decisions before insert or update of during, service, decision_id on relationship_relationship
  for each row execute function relationship_hold_within_decisions();

-- The other way round: a decision is not shortened or annulled under days that are served by it alone.
create or replace function relationship_hold_decisions() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
declare
  standing jsonb;
begin
  if old.outcome <> 'grant' or (new.during is not distinct from old.during and new.annulled_on is not distinct from old.annulled_on) then
    return null;
  end if;
  select jsonb_agg(jsonb_build_array(lower(r.during), upper(r.during)) order by lower(r.during)) into standing
  from relationship_relationship r
  where r.client_id = new.client_id and (r.service = new.service or r.service in ('open-work', 'work-activity') and new.service in ('open-work', 'work-activity'))
    and not isempty(datemultirange(old.during * r.during)
      - coalesce((select range_agg(g.during) from decision_granted g where g.client_id = r.client_id and g.service = r.service), '{}'));
  if standing is not null then
    raise exception 'a service stands on the decision' using errcode = 'foreign_key_violation', constraint = 'relationship_on_decision',
      table = 'relationship_relationship', detail = standing::text;
  end if;
  return null;
end $$;
create or replace trigger relationship_on_decision after update of during, annulled_on on decision_decision
  for each row execute function relationship_hold_decisions();
