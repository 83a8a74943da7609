-- The day on which a plan was signed by everybody who signs plans of its kind; null while it is a draft. The rule of the room plan
-- says the same, and a test holds both together.
create or replace function plan_signed_on(plan uuid) returns date stable language sql as $$
  select case when p.kind = 'service' then p.made_on
    else (select max(s.signed_on) from plan_signature s where s.plan_id = p.id having count(*) = 3) end
  from plan_plan p where p.id = plan;
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

-- What a decision stands on is not taken from under it.
create or replace function decision_rests_on_signature() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if exists (select from decision_decision d where d.plan_id = old.plan_id and d.outcome = 'grant' and d.annulled_on is null
    and (tg_op = 'DELETE' or new.signed_on > d.decided_on)) then
    raise exception 'a decision stands on the plan' using errcode = 'check_violation', constraint = 'decision_rests_on_signature';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create or replace trigger decision_rests_on_signature before delete or update of signed_on on plan_signature
  for each row execute function decision_rests_on_signature();
