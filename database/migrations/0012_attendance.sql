create table attendance_mark (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  placement_id uuid not null references placement_placement,
  held_on date not null,
  kind text not null check (kind in ('present', 'absent', 'holiday')),
  reason text check (reason in ('sick', 'child-sick', 'job-interview', 'other-accepted', 'unexcused', 'service-closed')),
  meal boolean not null default false,
  marked_by_id uuid references worker_worker,
  check ((kind = 'absent') = (reason is not null)),
  check (kind = 'present' or not meal),
  unique (placement_id, held_on)
);
create index on attendance_mark (organiser_id, held_on);
create index on attendance_mark (client_id, held_on);
create index on attendance_mark (marked_by_id);
select platform.keep_history('attendance_mark');
