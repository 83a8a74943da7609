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
