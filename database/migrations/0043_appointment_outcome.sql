-- What became of an appointment: until it is told, the appointment waits, however long ago its day was.
alter table coaching_appointment
  add column outcome text check (outcome in ('held', 'missed', 'moved', 'cancelled')),
  add column told_by_id uuid references worker_worker,
  -- The contact that was recorded when it was held.
  add column contact_id uuid references coaching_contact,
  -- The appointment that came in its place.
  add column moved_to_id uuid references coaching_appointment,
  -- What is to be remembered of one that led to no contact; a contact has its own note.
  add column note text,
  add constraint coaching_appointment_told check ((outcome is null) = (told_by_id is null)),
  add constraint coaching_appointment_noted check (note is null or coalesce(outcome <> 'held', false)),
  add constraint coaching_appointment_held check (contact_id is null or coalesce(outcome = 'held', false)),
  add constraint coaching_appointment_moved check ((moved_to_id is not null) = coalesce(outcome = 'moved', false));
create index on coaching_appointment (told_by_id);
create index on coaching_appointment (contact_id);
create index on coaching_appointment (moved_to_id);
alter table coaching_appointment_history
  add column outcome text,
  add column told_by_id uuid,
  add column contact_id uuid,
  add column moved_to_id uuid,
  add column note text;
