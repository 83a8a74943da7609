-- What is decided needs no hearing any more; what a succession carries stands as it was.
create or replace function decision_ends_hearing() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if app_worker() is not null and not app_carrying()
    and exists (select from decision_decision d where d.referral_id = new.referral_id and d.annulled_on is null) then
    raise exception 'the matter is decided' using errcode = 'check_violation', constraint = 'decision_ends_hearing';
  end if;
  return new;
end $$;
create or replace trigger decision_ends_hearing before insert on hearing_hearing
  for each row execute function decision_ends_hearing();

-- A decision against a party stands on the hearing that was over by its day (434/2003 section 34): it is not taken from under it.
create or replace function decision_rests_on_hearing() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if exists (select from decision_decision d where d.referral_id = old.referral_id and d.annulled_on is null and d.unheard_ground is null
    and (d.outcome in ('deny', 'end') or d.in_part or d.changes_id is not null
      -- What was annulled may have granted more: then the decision in its place is against the party.
      or exists (select from decision_decision a where a.referral_id = d.referral_id and a.annulled_on is not null and a.outcome = 'grant'
        and not a.during <@ d.during))
    and (old.respond_by_on < d.decided_on or coalesce(old.answered_on <= d.decided_on, false))
    and (tg_op = 'DELETE' or not (new.respond_by_on < d.decided_on or coalesce(new.answered_on <= d.decided_on, false)))) then
    raise exception 'a decision stands on the hearing' using errcode = 'check_violation', constraint = 'decision_rests_on_hearing';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create or replace trigger decision_rests_on_hearing before delete or update of respond_by_on, answered_on on hearing_hearing
  for each row execute function decision_rests_on_hearing();
