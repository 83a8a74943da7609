-- The last contacts of a relationship are read from the index alone; what one has recorded since this morning is found without
-- looking through what one has ever recorded.
drop index coaching_contact_relationship_id_held_on_idx;
create index coaching_contact_latest on coaching_contact (relationship_id, held_on desc, id desc) include (kind, party, client_id, organiser_id);
create index coaching_contact_recorded on coaching_contact (worker_id, lower(recorded));
