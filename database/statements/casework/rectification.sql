-- reads.ts requests 2f987ed0
-- id uuid, decisionId uuid, receivedOn date, demands text, body text, outcome text or null, decidedOn date or null, reasons text or null, servedOn date or null, appealedOn date or null, courtOutcome text or null, courtDecidedOn date or null
select id, decision_id as "decisionId", received_on as "receivedOn", demands, body, outcome, decided_on as "decidedOn", reasons,
      served_on as "servedOn", appealed_on as "appealedOn", court_outcome as "courtOutcome", court_decided_on as "courtDecidedOn"
    from rectification_request where client_id = $1 and id = $2 order by received_on, id;

-- reads.ts requests 2f987ed0
-- id uuid, decisionId uuid, receivedOn date, demands text, body text, outcome text or null, decidedOn date or null, reasons text or null, servedOn date or null, appealedOn date or null, courtOutcome text or null, courtDecidedOn date or null
select id, decision_id as "decisionId", received_on as "receivedOn", demands, body, outcome, decided_on as "decidedOn", reasons,
      served_on as "servedOn", appealed_on as "appealedOn", court_outcome as "courtOutcome", court_decided_on as "courtDecidedOn"
    from rectification_request where client_id = $1 order by received_on, id;

-- writes.ts insertRequest b1071f8f
-- records
insert into rectification_request (id, organiser_id, client_id, decision_id, received_on, demands, body, recorded_by_id)
    values ($1, $2, $3, $4, $5, $6, $7,
      $8);

-- writes.ts updateDecided afbc051c
-- records
update rectification_request set outcome = $1, decided_on = $2, reasons = $3
    where id = $4;

-- writes.ts updateServed b757b42d
-- records
update rectification_request set served_on = $1 where id = $2;

-- writes.ts updateAppealed 86e2e532
-- records
update rectification_request set appealed_on = $1 where id = $2;

-- writes.ts updateCourt 86166977
-- records
update rectification_request set court_outcome = $1, court_decided_on = $2 where id = $3;
