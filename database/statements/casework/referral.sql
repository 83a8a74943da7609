-- reads.ts referralOf 43644866
-- id uuid, number text, clientId uuid, service text, source text, kind text, receivedOn date, finishesStudies boolean, need text or null, referredBy text or null, receivedBy text or null, withdrawnOn date or null
select r.id, r.number || '/' || r.year as number, r.client_id as "clientId", r.service, r.source, r.kind, r.received_on as "receivedOn", r.finishes_studies as "finishesStudies",
      r.need, r.referred_by as "referredBy", w.family_name || ' ' || w.given_name as "receivedBy", r.withdrawn_on as "withdrawnOn"
    from referral_referral r
    left join worker_worker w on w.id = r.received_by_id
    where r.client_id = $1 and r.id = $2;
