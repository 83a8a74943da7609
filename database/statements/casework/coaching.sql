-- reads.ts coachingFactsOf 83a7c549
-- service text, during daterange, contacts list, pauses list, agreed list, agreements list
select r.service, r.during,
      coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'party', c.party, 'heldOn', c.held_on))
        from coaching_contact c where c.relationship_id = r.id), '[]') as contacts,
      array(select w.during::text from relationship_away w where w.relationship_id = r.id and (w.of_service is null or w.of_service = r.service)) as pauses,
      coalesce((select jsonb_agg(jsonb_build_object('everyDays', a.every_days, 'during', a.during))
        from coaching_agreed_rhythm a where a.relationship_id = r.id), '[]') as agreed,
      array(select (a.during * m.during)::text from agreement_agreement a
        join placement_placement m on m.id = a.placement_id and m.during && a.during where m.relationship_id = r.id) as agreements
    from relationship_relationship r where r.id = $1 and r.client_id = $2;

-- reads.ts contactsOf 15940e0d
-- id uuid, relationshipId uuid or null, referralId uuid or null, kind text, party text, heldOn date, minutes number or null, note text or null, worker text, outsideService boolean, mayTakeBack boolean
select c.id, c.relationship_id as "relationshipId", c.referral_id as "referralId", c.kind, c.party, c.held_on as "heldOn", c.minutes, c.note,
      w.family_name || ' ' || w.given_name as worker, c.outside_service as "outsideService",
      c.worker_id = $1 and (lower(c.recorded) at time zone 'Europe/Helsinki')::date = $2::date as "mayTakeBack"
    from coaching_contact c join worker_worker w on w.id = c.worker_id
    where c.client_id = $3 and ($4 or c.referral_id is not null)
      and (c.held_on >= coalesce((
  select n.held_on from coaching_contact n where n.client_id = $5 and ($6 or n.referral_id is not null)
  order by n.held_on desc, n.id desc offset $7 limit 1), '-infinity')
        or lower(c.recorded) > (select v.visited_at from client_visit v where v.client_id = $8 and v.worker_id = $9))
    order by c.held_on desc, c.id desc;

-- reads.ts contactsFrom 70397a08
-- from date
select f.held_on as "from" from (
  select n.held_on from coaching_contact n where n.client_id = $1 and ($2 or n.referral_id is not null)
  order by n.held_on desc, n.id desc offset $3 limit 1) f where exists (select from coaching_contact c
      where c.client_id = $4 and ($5 or c.referral_id is not null) and c.held_on < f.held_on);

-- reads.ts lastContactsOf 12c0dd9d
-- relationshipId uuid, contacts list
select r.id as "relationshipId", coalesce((select json_agg(json_build_object('kind', c.kind, 'party', c.party, 'heldOn', c.held_on)) from (
    (select c.kind, c.party, c.held_on from coaching_contact c
    where c.relationship_id = r.id and c.held_on <= $1::date and c.kind = any($2::text[]) and c.party = any($3::text[]) order by c.held_on desc, c.id desc limit 1)
    union all (select c.kind, c.party, c.held_on from coaching_contact c
    where c.relationship_id = r.id and c.held_on <= $4::date and c.kind = any($5::text[]) order by c.held_on desc, c.id desc limit 1)) c), '[]') as contacts from relationship_relationship r
    where r.client_id = $6 and r.during @> $7::date;

-- reads.ts contactOf 8377447a
-- relationshipId uuid or null, referralId uuid or null, kind text, party text, heldOn date, workerId uuid, recordedOn date
select relationship_id as "relationshipId", referral_id as "referralId", kind, party, held_on as "heldOn", worker_id as "workerId",
      (lower(recorded) at time zone 'Europe/Helsinki')::date as "recordedOn"
    from coaching_contact where id = $1 and client_id = $2;

-- reads.ts matterOf 4b6adbd6
-- receivedOn date, withdrawnOn date or null, deniedOn date or null, begunOn date or null
select r.received_on as "receivedOn", r.withdrawn_on as "withdrawnOn",
      case when r.outcome <> 'grant' then r.decided_on end as "deniedOn",
      (select min(lower(x.during)) from relationship_relationship x where x.decision_id = r.decision_id) as "begunOn"
    from decision_matter r where r.id = $1 and r.client_id = $2;

-- reads.ts openVisitsOf 7eea1555
-- id uuid, relationshipId uuid, kind text, dueOn date, startsAt text or null, place text or null, worker text, contacts list
select a.id, a.relationship_id as "relationshipId", a.kind, a.due_on as "dueOn", to_char(a.starts_at, 'HH24:MI') as "startsAt",
      a.place, w.family_name || ' ' || w.given_name as worker,
      coalesce((
  select json_agg(json_build_object('kind', c.kind, 'party', c.party, 'heldOn', c.held_on)) from coaching_contact c where c.relationship_id = a.relationship_id and c.held_on = a.due_on), '[]') as contacts
    from coaching_appointment a join worker_worker w on w.id = a.worker_id
    where a.client_id = $1 and a.outcome is null order by a.due_on, a.starts_at;

-- reads.ts unheldVisitsOf 4a14aaff
-- id uuid, relationshipId uuid, kind text, dueOn date, startsAt text or null, place text or null, worker text, outcome text, movedTo date or null, happenedOn date, note text or null
select a.id, a.relationship_id as "relationshipId", a.kind, a.due_on as "dueOn", to_char(a.starts_at, 'HH24:MI') as "startsAt",
      a.place, w.family_name || ' ' || w.given_name as worker, a.outcome, n.due_on as "movedTo", a.note,
      least(a.due_on, (lower(a.recorded) at time zone 'Europe/Helsinki')::date) as "happenedOn"
    from coaching_appointment a join worker_worker w on w.id = a.told_by_id left join coaching_appointment n on n.id = a.moved_to_id
    where a.client_id = $1 and a.outcome in ('missed', 'moved', 'cancelled') order by "happenedOn" desc, a.starts_at;

-- reads.ts visitOf df7e68a5
-- relationshipId uuid, kind text, dueOn date, startsAt text or null, place text or null, outcome text or null, toldById uuid or null, toldOn date, contactId uuid or null, movedToId uuid or null, movedWaits boolean
select a.relationship_id as "relationshipId", a.kind, a.due_on as "dueOn", to_char(a.starts_at, 'HH24:MI') as "startsAt", a.place,
      a.outcome, a.told_by_id as "toldById", (lower(a.recorded) at time zone 'Europe/Helsinki')::date as "toldOn", a.contact_id as "contactId",
      a.moved_to_id as "movedToId",
      coalesce((select n.outcome is null from coaching_appointment n where n.id = a.moved_to_id), true) as "movedWaits"
    from coaching_appointment a where a.id = $1 and a.client_id = $2 for update of a;

-- reads.ts coachedAmong a53fd65a
-- relationshipId uuid, clientId uuid
select r.id as "relationshipId", r.client_id as "clientId" from relationship_relationship r
    where r.id = any($1::uuid[]) and r.during @> $2::date
      and r.client_id in (select a.id from app_related_among('{responsible_for,coach_of}',
        array(select m.client_id from relationship_relationship m where m.id = any($3::uuid[]))) a(id));

-- reads.ts standingContact 417e4f08
-- kind text, party text, heldOn date, minutes number or null, note text or null
select kind, party, held_on as "heldOn", minutes, note from coaching_contact
    where id = $1 and client_id = $2;

-- reads.ts standingOutcomeOf 4cdb5808
-- outcome text, note text or null
select a.outcome, coalesce(c.note, a.note) as note from coaching_appointment a left join coaching_contact c on c.id = a.contact_id
    where a.id = $1 and a.client_id = $2 and a.outcome is not null;

-- reads.ts wasAmended 63b24189
-- amended boolean
select exists (select from coaching_contact_history where id = $1) as amended;

-- writes.ts insertContacts e96df383
-- records
insert into coaching_contact (id, organiser_id, client_id, relationship_id, referral_id, worker_id, kind, party, held_on, minutes, note, meeting_id)
    select x.id, $1, x."clientId", x."relationshipId", x."referralId", $2, x.kind, x.party, x."heldOn", x.minutes, x.note, x."meetingId"
    from jsonb_to_recordset($3::jsonb) as x(id uuid, "clientId" uuid, "relationshipId" uuid, "referralId" uuid, kind text, party text,
      "heldOn" date, minutes int, note text, "meetingId" uuid);

-- writes.ts markOutside 818e774a
-- records
update coaching_contact set outside_service = true where relationship_id = $1 and held_on >= $2::date;

-- writes.ts markInside b8ef6b3f
-- records
update coaching_contact set outside_service = false
    where relationship_id = $1 and outside_service and $2::daterange @> held_on;

-- writes.ts clearAgreedRhythm 3c3df79c
-- records
delete from coaching_agreed_rhythm
    where relationship_id = $1 and during <@ daterange($2::date, $3::date);

-- writes.ts clearAgreedRhythm e1473dd4
-- records
update coaching_agreed_rhythm set during = daterange($1::date, upper(during))
    where relationship_id = $2 and $3::date is not null and lower(during) >= $4::date and during @> $5::date;

-- writes.ts clearAgreedRhythm da2c01da
-- records
with cut as (
      update coaching_agreed_rhythm set during = daterange(lower(during), $1::date)
      where relationship_id = $2 and lower(during) < $3::date and during @> $4::date
      returning old.organiser_id, old.client_id, old.relationship_id, old.every_days, old.during)
    insert into coaching_agreed_rhythm (organiser_id, client_id, relationship_id, every_days, during)
    select organiser_id, client_id, relationship_id, every_days, daterange($5::date, upper(during)) from cut
    where $6::date is not null and during @> $7::date;

-- writes.ts cancelVisitsFrom b3631921
-- records
update coaching_appointment set outcome = 'cancelled', told_by_id = $1
    where relationship_id = $2 and outcome is null and due_on >= $3::date;
