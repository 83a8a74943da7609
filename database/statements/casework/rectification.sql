-- reads.ts requests 78bb14b4
-- id uuid, decisionId uuid, receivedOn date, demands text, body text, outcome text or null, decidedOn date or null, reasons text or null, servedOn date or null, notices list, appealedOn date or null, courtOutcome text or null, courtDecidedOn date or null
select r.id, r.decision_id as "decisionId", r.received_on as "receivedOn", r.demands, r.body, r.outcome, r.decided_on as "decidedOn", r.reasons,
      r.served_on as "servedOn", r.appealed_on as "appealedOn", r.court_outcome as "courtOutcome", r.court_decided_on as "courtDecidedOn",
      coalesce((select json_agg(json_build_object('id', n.id, 'recipient', n.recipient, 'name', n.name, 'way', n.way, 'sentOn', n.sent_on, 'servedOn', n.served_on)
        order by n.recipient, n.name) from rectification_notice n where n.request_id = r.id), '[]') as notices
    from rectification_request r where r.client_id = $1 and r.id = $2 order by r.received_on, r.id;

-- reads.ts requests 78bb14b4
-- id uuid, decisionId uuid, receivedOn date, demands text, body text, outcome text or null, decidedOn date or null, reasons text or null, servedOn date or null, notices list, appealedOn date or null, courtOutcome text or null, courtDecidedOn date or null
select r.id, r.decision_id as "decisionId", r.received_on as "receivedOn", r.demands, r.body, r.outcome, r.decided_on as "decidedOn", r.reasons,
      r.served_on as "servedOn", r.appealed_on as "appealedOn", r.court_outcome as "courtOutcome", r.court_decided_on as "courtDecidedOn",
      coalesce((select json_agg(json_build_object('id', n.id, 'recipient', n.recipient, 'name', n.name, 'way', n.way, 'sentOn', n.sent_on, 'servedOn', n.served_on)
        order by n.recipient, n.name) from rectification_notice n where n.request_id = r.id), '[]') as notices
    from rectification_request r where r.client_id = $1 order by r.received_on, r.id;
