-- Marks that were made or corrected after their month was over: only they can differ from a closed month's ledger, and
-- finance asks for them at each look at the months. Of two million marks a few thousand are such.
create index attendance_mark_late on attendance_mark (organiser_id, held_on)
  where date_trunc('month', lower(recorded) at time zone 'Europe/Helsinki') > date_trunc('month', held_on::timestamp);
