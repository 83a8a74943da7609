-- What the lines of each month come to, beside the ledger: finance looks at all closed months at once, and summing a county's millions of
-- lines took seconds each time. Lines are only ever added, so that each statement adds to the sums what it adds to the ledger.
create table compensation_sum (
  organiser_id uuid not null references organiser_organiser,
  -- The month of the days, and whether their lines corrected it after it was closed.
  month_on date not null check (extract(day from month_on) = 1),
  correcting boolean not null,
  kind text not null,
  party text not null,
  lines int not null check (lines > 0),
  amount_cents bigint not null,
  primary key (organiser_id, month_on, correcting, kind, party)
);

-- Sums of all lines anew, for whoever fills the ledger with its triggers set aside.
create function platform.sum_ledger() returns void language sql set search_path = public, pg_temp as $$
  delete from compensation_sum;
  insert into compensation_sum (organiser_id, month_on, correcting, kind, party, lines, amount_cents)
    select organiser_id, date_trunc('month', earned_on::timestamp)::date, correcting, kind, party, count(*), sum(amount_cents)
    from compensation_line group by 1, 2, 3, 4, 5;
$$;
revoke execute on function platform.sum_ledger() from public;
select platform.sum_ledger();

create function platform.add_to_sums() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  insert into compensation_sum as s (organiser_id, month_on, correcting, kind, party, lines, amount_cents)
    select organiser_id, date_trunc('month', earned_on::timestamp)::date, correcting, kind, party, count(*), sum(amount_cents)
    from line group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict (organiser_id, month_on, correcting, kind, party)
    do update set lines = s.lines + excluded.lines, amount_cents = s.amount_cents + excluded.amount_cents;
  return null;
end $$;
revoke execute on function platform.add_to_sums() from public;
create trigger add_to_sums after insert on compensation_line referencing new table as line
  for each statement execute function platform.add_to_sums();

-- Old versions of marks that were left behind after their month was over, as the marks themselves have it (0028).
create index attendance_mark_history_late on attendance_mark_history (organiser_id, held_on)
  where date_trunc('month', upper(recorded) at time zone 'Europe/Helsinki') > date_trunc('month', held_on::timestamp);
