-- Once rectification has been requested, the service that the time for it was counted from stays.
create or replace function rectification_holds_service() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if exists (select from rectification_request r where r.decision_id = old.id) then
    raise exception 'a request stands on the service' using errcode = 'check_violation', constraint = 'rectification_holds_service';
  end if;
  return new;
end $$;
create or replace trigger rectification_holds_service before update of served_on on decision_decision
  for each row when (old.served_on is not null and new.served_on is null) execute function rectification_holds_service();
