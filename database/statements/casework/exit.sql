-- reads.ts exitsOf b5883a27
-- id uuid, relationshipId uuid, service text, endedOn date, reason text, destination text, note text or null, recordedBy text or null
select e.id, e.relationship_id as "relationshipId", r.service, e.ended_on as "endedOn", e.reason, e.destination, e.note,
      w.family_name || ' ' || w.given_name as "recordedBy"
    from exit_exit e join relationship_relationship r on r.id = e.relationship_id
    left join worker_worker w on w.id = e.recorded_by_id
    where e.client_id = $1 order by e.ended_on desc;

-- reads.ts transitionsOf 4b8f7149
-- id uuid, fromRelationshipId uuid, fromService text, toService text, movedOn date
select t.id, t.from_relationship_id as "fromRelationshipId", f.service as "fromService", o.service as "toService", t.moved_on as "movedOn"
    from exit_transition t join relationship_relationship f on f.id = t.from_relationship_id
    join relationship_relationship o on o.id = t.to_relationship_id
    where t.client_id = $1 order by t.moved_on desc;

-- writes.ts insertExit edf6037d
-- records
insert into exit_exit (id, organiser_id, client_id, relationship_id, ended_on, reason, destination, note, recorded_by_id)
    values ($1, $2, $3, $4, $5, $6, $7,
      $8, $9);

-- writes.ts updateExit b74784b7
-- records
update exit_exit set ended_on = $1, reason = $2, destination = $3, note = $4 where id = $5;

-- writes.ts deleteExit 977dbbb2
-- records
delete from exit_exit where id = $1;

-- writes.ts deleteTransition 0b855d99
-- records
delete from exit_transition where id = $1;

-- writes.ts insertTransition e73fe4cd
-- records
insert into exit_transition (id, organiser_id, client_id, from_relationship_id, to_relationship_id, moved_on)
    values ($1, $2, $3, $4, $5, $6);
