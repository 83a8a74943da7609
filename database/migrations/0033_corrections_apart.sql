-- What was written when a month was closed is told for ever as it was closed; what was corrected later stands apart.
alter table compensation_line add column correcting boolean not null default false;
alter table compensation_line disable trigger append_only;
update compensation_line l set correcting = true from compensation_month m
  where m.id = l.month_id and (l.written_at > m.closed_at or date_trunc('month', l.earned_on)::date <> m.month_on);
alter table compensation_line enable trigger append_only;
alter table compensation_line alter column correcting drop default;
create index on compensation_line (organiser_id, earned_on) where correcting;
