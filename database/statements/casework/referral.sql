-- reads.ts referrals 18c0fb7e
-- id uuid, clientId uuid, service text, source text, kind text, receivedOn date, finishesStudies boolean, need text or null, referredBy text or null, receivedBy text or null, withdrawnOn date or null, decidedOn date or null
select r.id, r.client_id as "clientId", r.service, r.source, r.kind, r.received_on as "receivedOn", r.finishes_studies as "finishesStudies",
      r.need, r.referred_by as "referredBy", w.family_name || ' ' || w.given_name as "receivedBy", r.withdrawn_on as "withdrawnOn", r.decided_on as "decidedOn"
    from referral_matter r
    left join worker_worker w on w.id = r.received_by_id
    where r.client_id = $1 and r.id = $2 order by r.received_on desc, r.id desc;

-- reads.ts referrals 18c0fb7e
-- id uuid, clientId uuid, service text, source text, kind text, receivedOn date, finishesStudies boolean, need text or null, referredBy text or null, receivedBy text or null, withdrawnOn date or null, decidedOn date or null
select r.id, r.client_id as "clientId", r.service, r.source, r.kind, r.received_on as "receivedOn", r.finishes_studies as "finishesStudies",
      r.need, r.referred_by as "referredBy", w.family_name || ' ' || w.given_name as "receivedBy", r.withdrawn_on as "withdrawnOn", r.decided_on as "decidedOn"
    from referral_matter r
    left join worker_worker w on w.id = r.received_by_id
    where r.client_id = $1 and r.service = $2 and (r.withdrawn_on is null or r.withdrawn_on > $3::date)
      and (r.decided_on is null or r.decided_on > $4::date) order by r.received_on desc, r.id desc;

-- reads.ts referrals 18c0fb7e
-- id uuid, clientId uuid, service text, source text, kind text, receivedOn date, finishesStudies boolean, need text or null, referredBy text or null, receivedBy text or null, withdrawnOn date or null, decidedOn date or null
select r.id, r.client_id as "clientId", r.service, r.source, r.kind, r.received_on as "receivedOn", r.finishes_studies as "finishesStudies",
      r.need, r.referred_by as "referredBy", w.family_name || ' ' || w.given_name as "receivedBy", r.withdrawn_on as "withdrawnOn", r.decided_on as "decidedOn"
    from referral_matter r
    left join worker_worker w on w.id = r.received_by_id
    where r.client_id = $1 order by r.received_on desc, r.id desc;
