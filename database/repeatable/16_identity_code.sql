-- An identity code is of one person. Whoever may open the record that has it is told that it is taken. To anybody else a record is
-- made like any newcomer's, so that nothing is learnt of who is a client; officials find the two on their list of likely
-- duplicates and join them. It runs with the rights of whoever writes: row-level security says whose codes are told.
create or replace function platform.identity_code_once() returns trigger language plpgsql as $$
begin
  if new.identity_hash is null then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('identity codes ' || new.organiser_id, 0));
  -- Whose records one may open is found before the code is looked for: found only where a record has it, the time of the answer told
  -- of records that one may not open.
  perform app_wide(), app_official(), app_clients(), app_task_clients();
  if exists (select from client_register c where c.organiser_id = new.organiser_id and c.identity_hash = new.identity_hash
      and c.id <> new.id and c.person_id <> new.person_id
      -- Records change person to be joined or separated: only those of one code that were one may not come apart.
      and (tg_op = 'INSERT' or new.identity_hash is distinct from old.identity_hash or c.person_id = old.person_id)) then
    raise exception 'the identity code is on another record' using errcode = '23505', constraint = 'client_identity_once';
  end if;
  return null;
end $$;
create or replace trigger identity_code_once after insert or update of identity_hash, person_id on client_client
  for each row execute function platform.identity_code_once();
