create or replace function decision_law_write(repealed jsonb) returns void language plpgsql as $$
begin
  delete from decision_repealed_act;
  insert into decision_repealed_act select * from jsonb_to_recordset(repealed) as r(act text, since_on date, over_on date);
end $$;
revoke execute on function decision_law_write(jsonb) from public;

drop function if exists decision_holds(daterange, text[]) cascade;
drop function if exists decision_days(uuid, daterange, text[]) cascade;

-- The days on which a decision really holds: since its act was repealed, no longer than the law lets it; before, as long as it said. The
-- same as `decisionHolds` of src/law; a test holds the two together.
-- The day is told, which whoever reads many decisions finds out once: asked here, it took most of the time of a figure of decisions.
create or replace function decision_holds(during daterange, provisions text[], today date) returns daterange
  stable security definer set search_path = public, pg_temp language sql as $$
  select nullif(during * daterange(null, (select min(a.over_on) from decision_repealed_act a
    where today >= a.since_on and exists (select from unnest(provisions) p where starts_with(p, a.act || ':')))), 'empty');
$$;

-- The first day on which no decision holds any more that cites the same, for whoever reads many: most cite the same. The test holds this too.
create or replace function decision_over_on(provisions text[], today date) returns date
  stable security definer set search_path = public, pg_temp language sql as $$
  select min(a.over_on) from decision_repealed_act a
  where today >= a.since_on and exists (select from unnest(provisions) p where starts_with(p, a.act || ':'));
$$;

-- Whether one who is granted a service cannot be granted another on the same days: the same once more, and those that come only where
-- the other does not meet the need. The same as `excludes` of src/law/basis.ts; a test holds the two together.
create or replace function decision_excludes(one text, other text) returns boolean immutable parallel safe language sql as $$
  select one = other
    or exists (select from (values ('day-activity', 'day-activity-severe'), ('work-activity', 'work-activity-27e'), ('open-work', 'work-activity-27e'),
      ('work-activity', 'employment-support-27d'), ('open-work', 'employment-support-27d'), ('work-activity-27e', 'employment-support-27d')) pair(a, b)
      where (a, b) in ((one, other), (other, one)));
$$;

-- From when another decision stands in the place of one, or the day after the last one of a decision that ends it. The other may be of a
-- service that the worker sees nothing of (`decision_excludes`), and takes its place all the same: so it runs with its owner's rights, and tells
-- it of the decisions that one sees, days alone.
drop view if exists decision_replaced cascade;
create view decision_replaced with (security_barrier = true) as
select c.organiser_id, c.client_id, c.changes_id as decision_id, coalesce(lower(c.during), c.last_on + 1) as from_on
from decision_decision c
where c.changes_id is not null and c.annulled_on is null
  and (not row_security_active('decision_decision') or c.organiser_id = any((select app_organisers())::uuid[])
    and (c.client_id = (select app_client()) or (select app_wide()) or c.client_id = any((select app_clients())::uuid[])
      or c.client_id in (select unnest((select app_task_clients()))))
    and (c.client_id = (select app_open()) or c.client_id <> all((select app_narrow())::uuid[]) or exists (select from decision_decision d
      where d.id = c.changes_id and d.service = any((select app_narrow_services())::text[]))));
grant select on decision_replaced to kykypolku_app;

-- The days on which a decision holds today: those of its law, until one that changes it takes its place, or through the last day of one that
-- ends it. As a table, with the rights of whoever asks, so that it is put into the statement: of a county's decisions it was called for each,
-- and half of what an official waits for was calling it.
drop function if exists decision_days(uuid, daterange, text[], date) cascade;
create or replace function decision_days_of(of_decision uuid, during daterange, provisions text[]) returns table (held daterange) stable language sql as $$
  select nullif(during * daterange(null, least(
    (select min(a.over_on) from decision_repealed_act a
      where (select app_today()) >= a.since_on and exists (select from unnest(provisions) p where starts_with(p, a.act || ':'))),
    (select min(c.from_on) from decision_replaced c where c.decision_id = of_decision))), 'empty')
  offset 0
$$;

-- The same of one decision, whoever asks.
create or replace function decision_days(of_decision uuid, during daterange, provisions text[]) returns daterange
  stable security definer set search_path = public, pg_temp language sql as $$
  select d.held from decision_days_of(of_decision, during, provisions) d;
$$;

-- The days for which clients were granted a service, by decisions that stand. Open work and work activity are one service of
-- the law (`carries` of src/casework/relationship/rules.ts): a decision on one carries the other.
drop view if exists decision_granted cascade;
create view decision_granted with (security_invoker = true) as
select d.id as decision_id, d.organiser_id, d.client_id, d.plan_id, s.carried as service, d.decided_on,
  h.held as during, d.service as decided_service
from decision_decision d
cross join lateral decision_days_of(d.id, d.during, d.provisions) h
cross join lateral (select d.service as carried
  union all select 'open-work' where d.service = 'work-activity'
  union all select 'work-activity' where d.service = 'open-work') s
where d.outcome = 'grant' and d.annulled_on is null and h.held is not null;
grant select on decision_granted to kykypolku_app;

-- What each relationship rests on, days alone: who marks attendance may not read the decisions, yet must not mark a day that none
-- has. `rests_from` is missing where no decision was ever recorded. The owner's alone.
drop function if exists relationship_undecided(uuid, text, daterange), relationship_rests(uuid, text, daterange) cascade;
create or replace function platform.relationship_rests(of_client uuid, of_service text, placed daterange, out granted datemultirange, out rests_from date)
  stable security definer set search_path = public, pg_temp language sql as $$
  select coalesce(range_agg(g.during), '{}'), min(lower(g.during * placed))
  from decision_granted g
  where g.client_id = of_client and g.service = of_service and g.during && placed and g.organiser_id = any((select app_organisers())::uuid[]);
$$;

-- Days of a relationship on which no decision holds, after the first one that did. The owner's alone.
create or replace function platform.relationship_undecided(of_client uuid, of_service text, placed daterange) returns datemultirange
  stable security definer set search_path = public, pg_temp language sql as $$
  select case when r.rests_from is null then '{}'::datemultirange
    else datemultirange(placed * daterange(r.rests_from, null)) - r.granted end
  from platform.relationship_rests(of_client, of_service, placed) r;
$$;
revoke execute on function platform.relationship_rests(uuid, text, daterange), platform.relationship_undecided(uuid, text, daterange) from public;

-- The same of one relationship, as attendance asks: the days on which it has no decision, and whether it ever had one. Whoever instructs
-- in another service is told nothing; whom else one sees is asked of each by the statements, since here it would be asked anew for each row.
create or replace function relationship_footing(of_relationship uuid, out undecided datemultirange, out rests boolean)
  stable security definer set search_path = public, pg_temp language sql as $$
  select case when s.rests_from is null then '{}'::datemultirange else datemultirange(r.during * daterange(s.rests_from, null)) - s.granted end,
    s.rests_from is not null
  from relationship_relationship r cross join lateral platform.relationship_rests(r.client_id, r.service, r.during) s
  where r.id = of_relationship and r.organiser_id = any((select app_organisers())::uuid[])
    and (session_user = current_user or r.client_id <> all(app_narrow()) or r.service = any(app_narrow_services()));
$$;

-- Whether a succession is carrying at this moment: what stood before is carried as it was. Nobody but carrying_run can say so.
create or replace function app_carrying() returns boolean stable security definer set search_path = public, platform, pg_temp language sql as $$
  select coalesce(nullif(current_setting('app.carrying', true), '') = platform.mark_kept('carrying', ''), false);
$$;

-- A relationship that an act begins or lets go on lies within its decisions. What went on before, without one, stays as it is:
-- only days that it gains are asked about. What is loaded from elsewhere is told on the list instead.
create or replace function relationship_hold_within_decisions() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
declare
  gained datemultirange := datemultirange(new.during);
  beyond datemultirange;
begin
  if app_worker() is null or app_carrying() or (tg_op = 'INSERT' and new.decision_id is null) then
    return new;
  end if;
  if tg_op = 'UPDATE' then
    gained := gained - datemultirange(old.during);
  end if;
  -- Whoever shortens a decision meanwhile waits, and is then refused.
  perform from decision_decision d where d.client_id = new.client_id and d.outcome = 'grant' for share;
  beyond := gained * platform.relationship_undecided(new.client_id, new.service, new.during);
  if not isempty(beyond) then
    raise exception 'no decision on days of a relationship' using errcode = 'check_violation', constraint = 'relationship_within_decisions',
      table = 'relationship_relationship';
  end if;
  return new;
end $$;
create or replace trigger relationship_within_decisions before insert or update of during, service, decision_id on relationship_relationship
  for each row execute function relationship_hold_within_decisions();

-- Nobody is granted the same days twice: whoever is granted them anew has the earlier decision changed. Two who decide at once wait for
-- one another; what is loaded from elsewhere stays as it is. Annulling what changed another lets that one hold again.
create or replace function decision_hold_once() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
declare
  -- The decision that holds on more days by this: itself, or the one that it no longer changes, or ends later.
  subject uuid := case when new.annulled_on is null and new.outcome = 'grant' then new.id when tg_op = 'UPDATE' then new.changes_id end;
  standing jsonb;
begin
  if app_worker() is null or new.outcome not in ('grant', 'end') or app_carrying() then
    return null;
  end if;
  perform from client_client c where c.id = new.client_id for no key update;
  if new.changes_id is not null and not exists (select from decision_decision d where d.id = new.changes_id and d.client_id = new.client_id
      and d.organiser_id = new.organiser_id and d.outcome = 'grant' and (decision_excludes(d.service, new.service))) then
    raise exception 'another decision than of the same need' using errcode = 'check_violation', constraint = 'decision_changes_own', table = 'decision_decision';
  end if;
  select jsonb_agg(jsonb_build_array(lower(g.during), upper(g.during)) order by lower(g.during)) into standing
  from decision_granted g
  join decision_granted own on own.client_id = g.client_id and own.organiser_id = g.organiser_id and own.service = own.decided_service
  where own.decision_id = subject and own.client_id = new.client_id and g.decision_id <> subject and g.service = g.decided_service
    and decision_excludes(g.decided_service, own.service) and g.during && own.during;
  if standing is not null then
    raise exception 'days are granted already' using errcode = 'exclusion_violation', constraint = 'decision_granted_once',
      table = 'decision_decision', detail = standing::text;
  end if;
  return null;
end $$;
create or replace trigger decision_granted_once after insert or update of during, provisions, annulled_on, changes_id, last_on on decision_decision
  for each row execute function decision_hold_once();

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

-- Nor is it changed or ended under days that are served by it and that nothing else grants.
create or replace function relationship_hold_changed() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
declare
  standing jsonb;
begin
  select jsonb_agg(jsonb_build_array(lower(r.during), upper(r.during)) order by lower(r.during)) into standing
  from relationship_relationship r join decision_decision d on d.id = new.changes_id
  where r.client_id = new.client_id and (r.service = d.service or r.service in ('open-work', 'work-activity') and d.service in ('open-work', 'work-activity'))
    and not isempty(datemultirange(decision_holds(d.during, d.provisions, (select app_today())) * r.during)
      - coalesce((select range_agg(g.during) from decision_granted g where g.client_id = r.client_id and g.service = r.service), '{}'));
  if standing is not null then
    raise exception 'a service stands on the decision' using errcode = 'foreign_key_violation', constraint = 'relationship_on_changed',
      table = 'relationship_relationship', detail = standing::text;
  end if;
  return null;
end $$;
create or replace trigger relationship_on_changed after insert on decision_decision
  for each row when (new.changes_id is not null) execute function relationship_hold_changed();
-- An end that is mended to an earlier day takes days away as a new one does.
create or replace trigger relationship_on_end after update of last_on on decision_decision
  for each row when (new.changes_id is not null and new.annulled_on is null and new.last_on < old.last_on) execute function relationship_hold_changed();

create or replace trigger relationship_on_decision after update of during, annulled_on on decision_decision
  for each row execute function relationship_hold_decisions();

-- Rehabilitative work lasts as long a day and a week as its plan says (189/2001 section 9): a decision on another plan comes under no
-- place that is longer than that.
create or replace function placement_hold_changed() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
declare
  standing jsonb;
begin
  select jsonb_agg(jsonb_build_array(lower(p.during * new.during), upper(p.during * new.during)) order by lower(p.during)) into standing
  from plan_plan q
  join placement_placement p on p.client_id = new.client_id and p.service = new.service and p.during && new.during
  cross join lateral (select count(*) as days, max(d.hours) as hours
    from (select s.weekday, sum(s.hours_a_day) as hours
      from (select distinct o.id, s.weekday, o.hours_a_day
        from placement_placement o join placement_slot s on s.placement_id = o.id
        where o.client_id = p.client_id and o.service = p.service and o.during && (p.during * new.during)) s
      group by s.weekday) d) week
  where q.id = new.plan_id and (week.days > q.days_a_week or week.hours > q.hours_a_day);
  if standing is not null then
    raise exception 'a place is longer than the plan' using errcode = 'foreign_key_violation', constraint = 'placement_on_changed',
      table = 'placement_placement', detail = standing::text;
  end if;
  return null;
end $$;
create or replace trigger placement_on_changed after insert or update of during on decision_decision
  for each row when (new.changes_id is not null and new.outcome = 'grant' and new.service = 'rehabilitative-work' and new.annulled_on is null)
  execute function placement_hold_changed();
