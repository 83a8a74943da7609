-- reads.ts exitsOf b5883a27
-- id uuid, relationshipId uuid, service text, endedOn date, reason text, destination text, note text or null, recordedBy text or null
select e.id, e.relationship_id as "relationshipId", r.service, e.ended_on as "endedOn", e.reason, e.destination, e.note,
      w.family_name || ' ' || w.given_name as "recordedBy"
    from exit_exit e join relationship_relationship r on r.id = e.relationship_id
    left join worker_worker w on w.id = e.recorded_by_id
    where e.client_id = $1 order by e.ended_on desc;

-- reads.ts transitionsOf 7c78dc2a
-- id uuid, fromRelationshipId uuid, toRelationshipId uuid, fromService text, toService text, movedOn date, toUntil date or null
select t.id, t.from_relationship_id as "fromRelationshipId", t.to_relationship_id as "toRelationshipId", f.service as "fromService", o.service as "toService", t.moved_on as "movedOn",
      upper(o.during) as "toUntil"
    from exit_transition t join relationship_relationship f on f.id = t.from_relationship_id
    join relationship_relationship o on o.id = t.to_relationship_id
    where t.client_id = $1 order by t.moved_on desc;

-- reads.ts daysOfExit f779c4b1
-- on date
select distinct ended_on as "on" from (select id, ended_on from exit_exit union all select id, ended_on from exit_exit_history) v
    where id = $1;

-- reads.ts daysOfMove aa116aba
-- on date
select distinct moved_on as "on" from (select id, moved_on from exit_transition union all select id, moved_on from exit_transition_history) v
    where id = $1;
