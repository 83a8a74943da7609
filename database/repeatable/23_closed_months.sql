-- A closed month stays priced as it was closed: on its days no rate begins, ends or changes. The first day that a change touches
-- must be in a month that is open. A share is of an employer, so each kind and employer has its own rate.
drop function if exists rate_of_closed_month() cascade;
create or replace function compensation_holds_rate() returns trigger language plpgsql as $$
declare
  open_from date := (select max(m.month_on) + interval '1 month' from compensation_month m
    where m.organiser_id = case tg_op when 'DELETE' then old.organiser_id else new.organiser_id end);
  touched date := case tg_op when 'INSERT' then lower(new.during) when 'DELETE' then lower(old.during)
    else case
      when (new.kind, new.employer_id, new.amount_cents, new.paid_holiday_days) is distinct from
        (old.kind, old.employer_id, old.amount_cents, old.paid_holiday_days) or lower(new.during) <> lower(old.during)
        then least(lower(old.during), lower(new.during))
      when upper(new.during) is distinct from upper(old.during) then least(upper(old.during), upper(new.during))
    end end;
begin
  if touched < open_from then
    raise exception 'a rate does not change in a closed month' using errcode = 'check_violation', constraint = 'compensation_holds_rate';
  end if;
  return null;
end $$;
create or replace trigger compensation_holds_rate after insert or update or delete on rate_rate
  for each row execute function compensation_holds_rate();
