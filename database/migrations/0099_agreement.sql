-- The agreement has a room of its own, below its placement: what follows for it when the placement is cut, taken away or goes on
-- again is said by triggers of the room (17_agreement.sql), so that the placement needs to know no agreement.
drop view if exists known_placement_agreement, known_placement_approval cascade;
drop trigger agreement_within_placement on placement_placement;
drop function if exists app_agreement_approved(uuid);
alter table placement_agreement rename to agreement_agreement;
alter table placement_agreement_history rename to agreement_agreement_history;
alter table placement_approval rename to agreement_approval;
alter table placement_approval_history rename to agreement_approval_history;
do $$
declare
  old record;
begin
  for old in
    select conrelid::regclass as thing, conname as name from pg_constraint
    where conrelid::regclass::text ~ '^agreement_(agreement|approval)(_history)?$' and conname like 'placement\_%'
  loop
    execute format('alter table %s rename constraint %I to %I', old.thing, old.name, 'agreement' || substr(old.name, length('placement') + 1));
  end loop;
  -- An index of a constraint has its constraint's name already.
  for old in
    select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid::regclass::text ~ '^agreement_(agreement|approval)(_history)?$' and c.relname like 'placement\_%'
  loop
    execute format('alter index %I rename to %I', old.name, 'agreement' || substr(old.name, length('placement') + 1));
  end loop;
end $$;
-- The key says which days stand in the way by the name of its table, which is another one now.
create trigger agreement_within_placement before update of during or delete on placement_placement
  for each row execute function platform.tell_what_stands('agreement_agreement', 'placement_id', 'during', 'agreement_within_placement');
