-- reads.ts refusals 36545d09
-- id uuid, decisionId uuid, number text, demandedOn date, demand text, refusedOn date, reasons text, refusedById uuid, refusedBy text, delegation text, way text or null, servedOn date or null, notices list
select f.id, f.decision_id as "decisionId", d.number || '/' || d.year as number, f.demanded_on as "demandedOn", f.demand,
      f.refused_on as "refusedOn", f.reasons, f.refused_by_id as "refusedById", w.family_name || ' ' || w.given_name as "refusedBy",
      f.delegation, f.way, f.served_on as "servedOn",
      coalesce((select json_agg(json_build_object('id', n.id, 'recipient', n.recipient, 'name', n.name, 'way', n.way, 'sentOn', n.sent_on, 'servedOn', n.served_on)
        order by n.recipient, n.name) from refusal_notice n where n.refusal_id = f.id), '[]') as notices
    from refusal_refusal f
    join decision_decision d on d.id = f.decision_id
    join worker_worker w on w.id = f.refused_by_id
    where f.client_id = $1 and d.referral_id = $2 order by f.refused_on, f.id;

-- reads.ts refusals 36545d09
-- id uuid, decisionId uuid, number text, demandedOn date, demand text, refusedOn date, reasons text, refusedById uuid, refusedBy text, delegation text, way text or null, servedOn date or null, notices list
select f.id, f.decision_id as "decisionId", d.number || '/' || d.year as number, f.demanded_on as "demandedOn", f.demand,
      f.refused_on as "refusedOn", f.reasons, f.refused_by_id as "refusedById", w.family_name || ' ' || w.given_name as "refusedBy",
      f.delegation, f.way, f.served_on as "servedOn",
      coalesce((select json_agg(json_build_object('id', n.id, 'recipient', n.recipient, 'name', n.name, 'way', n.way, 'sentOn', n.sent_on, 'servedOn', n.served_on)
        order by n.recipient, n.name) from refusal_notice n where n.refusal_id = f.id), '[]') as notices
    from refusal_refusal f
    join decision_decision d on d.id = f.decision_id
    join worker_worker w on w.id = f.refused_by_id
    where f.client_id = $1 and f.id = $2 order by f.refused_on, f.id;
