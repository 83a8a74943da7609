-- The day on which a plan was signed by everybody who signs plans of its kind; null while it is a draft. The rule of the room plan
-- says the same, and a test holds both together.
drop view if exists plan_signed cascade;
create view plan_signed with (security_invoker = true) as
select p.id as plan_id, case when p.kind = 'service' then p.made_on else g.signed_on end as signed_on
from plan_plan p
left join lateral (select max(s.signed_on) as signed_on from plan_signature s where s.plan_id = p.id having count(*) = 3) g on true;
grant select on plan_signed to kykypolku_app;

-- For one plan; of many the view is asked, since each call finds anew who asks.
create or replace function plan_signed_on(plan uuid) returns date stable language sql as $$
  select s.signed_on from plan_signed s where s.plan_id = plan;
$$;

-- A draft carries no decision that grants: whoever decides must see it signed. What a succession carries stands as it was.
create or replace function decision_plan_is_signed() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if coalesce(plan_signed_on(new.plan_id) > new.decided_on, true) then
    raise exception 'the plan is not signed' using errcode = 'check_violation', constraint = 'decision_plan_is_signed';
  end if;
  return new;
end $$;
create or replace trigger decision_plan_is_signed before insert or update of plan_id, decided_on, outcome on decision_decision
  for each row when (new.plan_id is not null and new.outcome = 'grant' and new.came_on is null) execute function decision_plan_is_signed();

-- Nothing is granted that would begin while its plan is interrupted (189/2001 section 5). The same as `grantObstacles` of the room decision.
create or replace function decision_plan_goes_on() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if exists (select from plan_interruption i where i.plan_id = new.plan_id and i.during @> lower(new.during)) then
    raise exception 'the plan is interrupted' using errcode = 'check_violation', constraint = 'decision_plan_goes_on';
  end if;
  return new;
end $$;
create or replace trigger decision_plan_goes_on before insert on decision_decision
  for each row when (new.plan_id is not null and new.outcome = 'grant' and new.came_on is null) execute function decision_plan_goes_on();

-- What a decision stands on is not taken from under it: the refusal names the days that it decides on.
create or replace function decision_days_by_plan(of_plan uuid, granting boolean) returns text
  stable security definer set search_path = public, pg_temp language sql as $$
  select jsonb_agg(distinct jsonb_build_array(lower(x.days), upper(x.days)))::text
  from decision_decision d
  cross join lateral (select coalesce(d.during, daterange(d.decided_on, d.decided_on + 1)) as days) x
  where d.plan_id = of_plan and (not granting or d.outcome = 'grant' and d.annulled_on is null);
$$;
revoke execute on function decision_days_by_plan(uuid, boolean) from public;

create or replace function decision_rests_on_signature() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if exists (select from decision_decision d where d.plan_id = old.plan_id and d.outcome = 'grant' and d.annulled_on is null
    and (tg_op = 'DELETE' or new.signed_on > d.decided_on)) then
    raise exception 'a decision stands on the plan' using errcode = 'check_violation', constraint = 'decision_rests_on_signature',
      detail = decision_days_by_plan(old.plan_id, true);
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create or replace trigger decision_rests_on_signature before delete or update of signed_on on plan_signature
  for each row execute function decision_rests_on_signature();

-- Nor is the signature on which an interruption stands: only a signed plan is interrupted.
create or replace function interruption_rests_on_signature() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
declare
  days text := (select jsonb_agg(jsonb_build_array(lower(i.during), upper(i.during)) order by i.during)::text
    from plan_interruption i where i.plan_id = old.plan_id and (tg_op = 'DELETE' or new.signed_on > lower(i.during)));
begin
  if days is not null then
    raise exception 'an interruption stands on the plan' using errcode = 'check_violation', constraint = 'interruption_rests_on_signature', detail = days;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create or replace trigger interruption_rests_on_signature before delete or update of signed_on on plan_signature
  for each row execute function interruption_rests_on_signature();

create or replace function decision_rests_on_plan() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
declare
  days text := decision_days_by_plan(old.id, false);
begin
  if days is not null then
    raise exception 'a decision cites the plan' using errcode = 'foreign_key_violation', constraint = 'decision_decision_plan_id_fkey', detail = days;
  end if;
  return old;
end $$;
create or replace trigger decision_rests_on_plan before delete on plan_plan
  for each row execute function decision_rests_on_plan();

-- Rehabilitative work is granted within its plan (189/2001), whichever of the two is written last. What is loaded from elsewhere, and
-- what a succession carries, stands as it was.
create or replace function decision_hold_within_plan() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if app_worker() is null then
    return new;
  end if;
  if tg_table_name = 'plan_plan' then
    if exists (select from decision_decision d where d.plan_id = new.id and d.outcome = 'grant' and d.annulled_on is null
        and d.service = 'rehabilitative-work' and d.during <@ old.during and not d.during <@ new.during) then
      raise exception 'decisions lie within the plan' using errcode = 'check_violation', constraint = 'decision_within_plan',
        detail = decision_days_by_plan(new.id, true);
    end if;
  elsif not exists (select from plan_plan p where p.id = new.plan_id and new.during <@ p.during) then
    raise exception 'the days are outside the plan' using errcode = 'check_violation', constraint = 'decision_within_plan';
  end if;
  return new;
end $$;
create or replace trigger decision_within_plan before insert or update of plan_id, during, outcome on decision_decision
  for each row when (new.service = 'rehabilitative-work' and new.outcome = 'grant' and new.annulled_on is null and new.came_on is null and new.plan_id is not null)
  execute function decision_hold_within_plan();
create or replace trigger decision_within_plan before update of during on plan_plan
  for each row when (new.service = 'rehabilitative-work') execute function decision_hold_within_plan();

-- A draft on which a decision stands is not written on: what nobody signs is corrected instead, and told with the decision.
drop function if exists plan_decided_on(uuid);
drop function if exists decision_cites_plan(uuid);
create or replace function decision_holds_draft() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if exists (select from decision_decision d join plan_plan p on p.id = d.plan_id where d.plan_id = old.plan_id and p.kind <> 'service') then
    raise exception 'a decision stands on the draft' using errcode = 'foreign_key_violation', constraint = 'decision_holds_draft';
  end if;
  return old;
end $$;
create or replace trigger decision_holds_draft before delete on plan_goal for each row execute function decision_holds_draft();
