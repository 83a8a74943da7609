-- board.ts mattersOn 111c27f3
-- referralId uuid, clientId uuid, number text, name text, service text, source text, receivedOn date, state text, decisionNumber text or null, outcome text or null, endedOn date or null, total number
select x.id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      trim(c.family_name || ' ' || c.given_names) as name, x.service, x.source, x.received_on as "receivedOn", case when x.left_on <= $1::date then 'passed-on' when x.withdrawn_on <= $2::date then 'withdrawn' when x.decided_on <= $3::date then 'decided' else 'pending' end as state,
      d.number || '/' || d.year as "decisionNumber", case when "d"."outcome" = 'grant' and "d"."changes_id" is not null then 'change' else "d"."outcome" end as outcome, coalesce(d.decided_on, x.withdrawn_on) as "endedOn", count(*) over ()::int as total
    from decision_matter x
    join client_client c on c.id = x.client_id
    left join decision_decision d on d.id = x.decision_id
    where x.organiser_id = $4 and x.client_id in (select f.client_id from search_clients($5, $6::text[], $7, $8, $9::date, $10, null::bytea) f) and x.received_on <= $11::date
    order by x.year desc, x.number desc limit $12;

-- board.ts mattersOn 111c27f3
-- referralId uuid, clientId uuid, number text, name text, service text, source text, receivedOn date, state text, decisionNumber text or null, outcome text or null, endedOn date or null, total number
select x.id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      trim(c.family_name || ' ' || c.given_names) as name, x.service, x.source, x.received_on as "receivedOn", case when x.left_on <= $1::date then 'passed-on' when x.withdrawn_on <= $2::date then 'withdrawn' when x.decided_on <= $3::date then 'decided' else 'pending' end as state,
      d.number || '/' || d.year as "decisionNumber", case when "d"."outcome" = 'grant' and "d"."changes_id" is not null then 'change' else "d"."outcome" end as outcome, coalesce(d.decided_on, x.withdrawn_on) as "endedOn", count(*) over ()::int as total
    from decision_matter x
    join client_client c on c.id = x.client_id
    left join decision_decision d on d.id = x.decision_id
    where x.organiser_id = $4 and x.number = $5 and x.year = $6 and x.received_on <= $7::date
    order by x.year desc, x.number desc limit $8;

-- board.ts mattersOn 111c27f3
-- referralId uuid, clientId uuid, number text, name text, service text, source text, receivedOn date, state text, decisionNumber text or null, outcome text or null, endedOn date or null, total number
select x.id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      trim(c.family_name || ' ' || c.given_names) as name, x.service, x.source, x.received_on as "receivedOn", case when x.left_on <= $1::date then 'passed-on' when x.withdrawn_on <= $2::date then 'withdrawn' when x.decided_on <= $3::date then 'decided' else 'pending' end as state,
      d.number || '/' || d.year as "decisionNumber", case when "d"."outcome" = 'grant' and "d"."changes_id" is not null then 'change' else "d"."outcome" end as outcome, coalesce(d.decided_on, x.withdrawn_on) as "endedOn", count(*) over ()::int as total
    from decision_matter x
    join client_client c on c.id = x.client_id
    left join decision_decision d on d.id = x.decision_id
    where x.organiser_id = $4 and x.received_on <= $5::date
    order by x.year desc, x.number desc limit $6;

-- board.ts mattersOn 111c27f3
-- referralId uuid, clientId uuid, number text, name text, service text, source text, receivedOn date, state text, decisionNumber text or null, outcome text or null, endedOn date or null, total number
select x.id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      trim(c.family_name || ' ' || c.given_names) as name, x.service, x.source, x.received_on as "receivedOn", case when x.left_on <= $1::date then 'passed-on' when x.withdrawn_on <= $2::date then 'withdrawn' when x.decided_on <= $3::date then 'decided' else 'pending' end as state,
      d.number || '/' || d.year as "decisionNumber", case when "d"."outcome" = 'grant' and "d"."changes_id" is not null then 'change' else "d"."outcome" end as outcome, coalesce(d.decided_on, x.withdrawn_on) as "endedOn", count(*) over ()::int as total
    from decision_matter x
    join client_client c on c.id = x.client_id
    left join decision_decision d on d.id = x.decision_id
    where x.organiser_id = $4 and x.service = $5 and x.received_on <= $6::date
    order by x.year desc, x.number desc limit $7;

-- board.ts mattersOn 111c27f3
-- referralId uuid, clientId uuid, number text, name text, service text, source text, receivedOn date, state text, decisionNumber text or null, outcome text or null, endedOn date or null, total number
select x.id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      trim(c.family_name || ' ' || c.given_names) as name, x.service, x.source, x.received_on as "receivedOn", case when x.left_on <= $1::date then 'passed-on' when x.withdrawn_on <= $2::date then 'withdrawn' when x.decided_on <= $3::date then 'decided' else 'pending' end as state,
      d.number || '/' || d.year as "decisionNumber", case when "d"."outcome" = 'grant' and "d"."changes_id" is not null then 'change' else "d"."outcome" end as outcome, coalesce(d.decided_on, x.withdrawn_on) as "endedOn", count(*) over ()::int as total
    from decision_matter x
    join client_client c on c.id = x.client_id
    left join decision_decision d on d.id = x.decision_id
    where x.organiser_id = $4 and x.year = $5 and x.received_on <= $6::date
      and case when x.left_on <= $7::date then 'passed-on' when x.withdrawn_on <= $8::date then 'withdrawn' when x.decided_on <= $9::date then 'decided' else 'pending' end = $10
    order by x.year desc, x.number desc limit $11;

-- board.ts mattersOn 111c27f3
-- referralId uuid, clientId uuid, number text, name text, service text, source text, receivedOn date, state text, decisionNumber text or null, outcome text or null, endedOn date or null, total number
select x.id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      trim(c.family_name || ' ' || c.given_names) as name, x.service, x.source, x.received_on as "receivedOn", case when x.left_on <= $1::date then 'passed-on' when x.withdrawn_on <= $2::date then 'withdrawn' when x.decided_on <= $3::date then 'decided' else 'pending' end as state,
      d.number || '/' || d.year as "decisionNumber", case when "d"."outcome" = 'grant' and "d"."changes_id" is not null then 'change' else "d"."outcome" end as outcome, coalesce(d.decided_on, x.withdrawn_on) as "endedOn", count(*) over ()::int as total
    from decision_matter x
    join client_client c on c.id = x.client_id
    left join decision_decision d on d.id = x.decision_id
    where x.organiser_id = $4 and x.year = $5 and x.received_on <= $6::date
    order by x.year desc, x.number desc limit $7;

-- board.ts mattersOn 111c27f3
-- referralId uuid, clientId uuid, number text, name text, service text, source text, receivedOn date, state text, decisionNumber text or null, outcome text or null, endedOn date or null, total number
select x.id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      trim(c.family_name || ' ' || c.given_names) as name, x.service, x.source, x.received_on as "receivedOn", case when x.left_on <= $1::date then 'passed-on' when x.withdrawn_on <= $2::date then 'withdrawn' when x.decided_on <= $3::date then 'decided' else 'pending' end as state,
      d.number || '/' || d.year as "decisionNumber", case when "d"."outcome" = 'grant' and "d"."changes_id" is not null then 'change' else "d"."outcome" end as outcome, coalesce(d.decided_on, x.withdrawn_on) as "endedOn", count(*) over ()::int as total
    from decision_matter x
    join client_client c on c.id = x.client_id
    left join decision_decision d on d.id = x.decision_id
    where x.organiser_id = $4 and x.year = $5 and x.service = $6 and x.number = $7 and x.received_on <= $8::date
      and case when x.left_on <= $9::date then 'passed-on' when x.withdrawn_on <= $10::date then 'withdrawn' when x.decided_on <= $11::date then 'decided' else 'pending' end = $12
    order by x.year desc, x.number desc limit $13;

-- board.ts mattersOn 111c27f3
-- referralId uuid, clientId uuid, number text, name text, service text, source text, receivedOn date, state text, decisionNumber text or null, outcome text or null, endedOn date or null, total number
select x.id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      trim(c.family_name || ' ' || c.given_names) as name, x.service, x.source, x.received_on as "receivedOn", case when x.left_on <= $1::date then 'passed-on' when x.withdrawn_on <= $2::date then 'withdrawn' when x.decided_on <= $3::date then 'decided' else 'pending' end as state,
      d.number || '/' || d.year as "decisionNumber", case when "d"."outcome" = 'grant' and "d"."changes_id" is not null then 'change' else "d"."outcome" end as outcome, coalesce(d.decided_on, x.withdrawn_on) as "endedOn", count(*) over ()::int as total
    from decision_matter x
    join client_client c on c.id = x.client_id
    left join decision_decision d on d.id = x.decision_id
    where x.organiser_id = $4 and x.year = $5 and x.service = $6 and x.received_on <= $7::date
    order by x.year desc, x.number desc limit $8;

-- board.ts mattersOn 111c27f3
-- referralId uuid, clientId uuid, number text, name text, service text, source text, receivedOn date, state text, decisionNumber text or null, outcome text or null, endedOn date or null, total number
select x.id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      trim(c.family_name || ' ' || c.given_names) as name, x.service, x.source, x.received_on as "receivedOn", case when x.withdrawn_on <= $1::date then 'withdrawn' when x.decided_on <= $2::date then 'decided' else 'pending' end as state,
      d.number || '/' || d.year as "decisionNumber", case when "d"."outcome" = 'grant' and "d"."changes_id" is not null then 'change' else "d"."outcome" end as outcome, coalesce(d.decided_on, x.withdrawn_on) as "endedOn", count(*) over ()::int as total
    from decision_matter x
    join client_client c on c.id = x.client_id
    left join decision_decision d on d.id = x.decision_id
    where x.organiser_id = $3 and x.client_id in (select f.client_id from search_clients($4, $5::text[], $6, $7, $8::date, $9, null::bytea) f) and x.received_on <= $10::date
    order by x.year desc, x.number desc limit $11;

-- board.ts mattersOn 111c27f3
-- referralId uuid, clientId uuid, number text, name text, service text, source text, receivedOn date, state text, decisionNumber text or null, outcome text or null, endedOn date or null, total number
select x.id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      trim(c.family_name || ' ' || c.given_names) as name, x.service, x.source, x.received_on as "receivedOn", case when x.withdrawn_on <= $1::date then 'withdrawn' when x.decided_on <= $2::date then 'decided' else 'pending' end as state,
      d.number || '/' || d.year as "decisionNumber", case when "d"."outcome" = 'grant' and "d"."changes_id" is not null then 'change' else "d"."outcome" end as outcome, coalesce(d.decided_on, x.withdrawn_on) as "endedOn", count(*) over ()::int as total
    from decision_matter x
    join client_client c on c.id = x.client_id
    left join decision_decision d on d.id = x.decision_id
    where x.organiser_id = $3 and x.number = $4 and x.year = $5 and x.received_on <= $6::date
    order by x.year desc, x.number desc limit $7;

-- board.ts mattersOn 111c27f3
-- referralId uuid, clientId uuid, number text, name text, service text, source text, receivedOn date, state text, decisionNumber text or null, outcome text or null, endedOn date or null, total number
select x.id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      trim(c.family_name || ' ' || c.given_names) as name, x.service, x.source, x.received_on as "receivedOn", case when x.withdrawn_on <= $1::date then 'withdrawn' when x.decided_on <= $2::date then 'decided' else 'pending' end as state,
      d.number || '/' || d.year as "decisionNumber", case when "d"."outcome" = 'grant' and "d"."changes_id" is not null then 'change' else "d"."outcome" end as outcome, coalesce(d.decided_on, x.withdrawn_on) as "endedOn", count(*) over ()::int as total
    from decision_matter x
    join client_client c on c.id = x.client_id
    left join decision_decision d on d.id = x.decision_id
    where x.organiser_id = $3 and x.received_on <= $4::date
    order by x.year desc, x.number desc limit $5;

-- board.ts mattersOn 111c27f3
-- referralId uuid, clientId uuid, number text, name text, service text, source text, receivedOn date, state text, decisionNumber text or null, outcome text or null, endedOn date or null, total number
select x.id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      trim(c.family_name || ' ' || c.given_names) as name, x.service, x.source, x.received_on as "receivedOn", case when x.withdrawn_on <= $1::date then 'withdrawn' when x.decided_on <= $2::date then 'decided' else 'pending' end as state,
      d.number || '/' || d.year as "decisionNumber", case when "d"."outcome" = 'grant' and "d"."changes_id" is not null then 'change' else "d"."outcome" end as outcome, coalesce(d.decided_on, x.withdrawn_on) as "endedOn", count(*) over ()::int as total
    from decision_matter x
    join client_client c on c.id = x.client_id
    left join decision_decision d on d.id = x.decision_id
    where x.organiser_id = $3 and x.service = $4 and x.received_on <= $5::date
    order by x.year desc, x.number desc limit $6;

-- board.ts mattersOn 111c27f3
-- referralId uuid, clientId uuid, number text, name text, service text, source text, receivedOn date, state text, decisionNumber text or null, outcome text or null, endedOn date or null, total number
select x.id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      trim(c.family_name || ' ' || c.given_names) as name, x.service, x.source, x.received_on as "receivedOn", case when x.withdrawn_on <= $1::date then 'withdrawn' when x.decided_on <= $2::date then 'decided' else 'pending' end as state,
      d.number || '/' || d.year as "decisionNumber", case when "d"."outcome" = 'grant' and "d"."changes_id" is not null then 'change' else "d"."outcome" end as outcome, coalesce(d.decided_on, x.withdrawn_on) as "endedOn", count(*) over ()::int as total
    from decision_matter x
    join client_client c on c.id = x.client_id
    left join decision_decision d on d.id = x.decision_id
    where x.organiser_id = $3 and x.year = $4 and x.received_on <= $5::date
      and case when x.withdrawn_on <= $6::date then 'withdrawn' when x.decided_on <= $7::date then 'decided' else 'pending' end = $8
    order by x.year desc, x.number desc limit $9;

-- board.ts mattersOn 111c27f3
-- referralId uuid, clientId uuid, number text, name text, service text, source text, receivedOn date, state text, decisionNumber text or null, outcome text or null, endedOn date or null, total number
select x.id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      trim(c.family_name || ' ' || c.given_names) as name, x.service, x.source, x.received_on as "receivedOn", case when x.withdrawn_on <= $1::date then 'withdrawn' when x.decided_on <= $2::date then 'decided' else 'pending' end as state,
      d.number || '/' || d.year as "decisionNumber", case when "d"."outcome" = 'grant' and "d"."changes_id" is not null then 'change' else "d"."outcome" end as outcome, coalesce(d.decided_on, x.withdrawn_on) as "endedOn", count(*) over ()::int as total
    from decision_matter x
    join client_client c on c.id = x.client_id
    left join decision_decision d on d.id = x.decision_id
    where x.organiser_id = $3 and x.year = $4 and x.received_on <= $5::date
    order by x.year desc, x.number desc limit $6;

-- board.ts mattersOn 111c27f3
-- referralId uuid, clientId uuid, number text, name text, service text, source text, receivedOn date, state text, decisionNumber text or null, outcome text or null, endedOn date or null, total number
select x.id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      trim(c.family_name || ' ' || c.given_names) as name, x.service, x.source, x.received_on as "receivedOn", case when x.withdrawn_on <= $1::date then 'withdrawn' when x.decided_on <= $2::date then 'decided' else 'pending' end as state,
      d.number || '/' || d.year as "decisionNumber", case when "d"."outcome" = 'grant' and "d"."changes_id" is not null then 'change' else "d"."outcome" end as outcome, coalesce(d.decided_on, x.withdrawn_on) as "endedOn", count(*) over ()::int as total
    from decision_matter x
    join client_client c on c.id = x.client_id
    left join decision_decision d on d.id = x.decision_id
    where x.organiser_id = $3 and x.year = $4 and x.service = $5 and x.number = $6 and x.received_on <= $7::date
      and case when x.withdrawn_on <= $8::date then 'withdrawn' when x.decided_on <= $9::date then 'decided' else 'pending' end = $10
    order by x.year desc, x.number desc limit $11;

-- board.ts mattersOn 111c27f3
-- referralId uuid, clientId uuid, number text, name text, service text, source text, receivedOn date, state text, decisionNumber text or null, outcome text or null, endedOn date or null, total number
select x.id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      trim(c.family_name || ' ' || c.given_names) as name, x.service, x.source, x.received_on as "receivedOn", case when x.withdrawn_on <= $1::date then 'withdrawn' when x.decided_on <= $2::date then 'decided' else 'pending' end as state,
      d.number || '/' || d.year as "decisionNumber", case when "d"."outcome" = 'grant' and "d"."changes_id" is not null then 'change' else "d"."outcome" end as outcome, coalesce(d.decided_on, x.withdrawn_on) as "endedOn", count(*) over ()::int as total
    from decision_matter x
    join client_client c on c.id = x.client_id
    left join decision_decision d on d.id = x.decision_id
    where x.organiser_id = $3 and x.year = $4 and x.service = $5 and x.received_on <= $6::date
    order by x.year desc, x.number desc limit $7;

-- board.ts decisionsOn 3962c89e
-- decisionId uuid, referralId uuid, clientId uuid, number text, matterNumber text, name text, service text, outcome text, inPart boolean, decidedOn date, decidedBy text, servedOn date or null, annulledOn date or null, total number
select x.id as "decisionId", x.referral_id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      r.number || '/' || r.year as "matterNumber", trim(c.family_name || ' ' || c.given_names) as name, x.service, case when "x"."outcome" = 'grant' and "x"."changes_id" is not null then 'change' else "x"."outcome" end as outcome, x.in_part as "inPart",
      x.decided_on as "decidedOn", w.family_name || ' ' || w.given_name as "decidedBy", x.served_on as "servedOn", x.annulled_on as "annulledOn",
      count(*) over ()::int as total
    from decision_decision x
    join referral_referral r on r.id = x.referral_id
    join client_client c on c.id = x.client_id
    join worker_worker w on w.id = x.decided_by_id
    where x.organiser_id = $1
      and case when "x"."outcome" = 'grant' and "x"."changes_id" is not null then 'change' else "x"."outcome" end = $2
    order by x.year desc, x.number desc limit $3;

-- board.ts decisionsOn 3962c89e
-- decisionId uuid, referralId uuid, clientId uuid, number text, matterNumber text, name text, service text, outcome text, inPart boolean, decidedOn date, decidedBy text, servedOn date or null, annulledOn date or null, total number
select x.id as "decisionId", x.referral_id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      r.number || '/' || r.year as "matterNumber", trim(c.family_name || ' ' || c.given_names) as name, x.service, case when "x"."outcome" = 'grant' and "x"."changes_id" is not null then 'change' else "x"."outcome" end as outcome, x.in_part as "inPart",
      x.decided_on as "decidedOn", w.family_name || ' ' || w.given_name as "decidedBy", x.served_on as "servedOn", x.annulled_on as "annulledOn",
      count(*) over ()::int as total
    from decision_decision x
    join referral_referral r on r.id = x.referral_id
    join client_client c on c.id = x.client_id
    join worker_worker w on w.id = x.decided_by_id
    where x.organiser_id = $1
      and x.annulled_on is null and x.served_on is null
      and case when "x"."outcome" = 'grant' and "x"."changes_id" is not null then 'change' else "x"."outcome" end = $2
    order by x.year desc, x.number desc limit $3;

-- board.ts decisionsOn 3962c89e
-- decisionId uuid, referralId uuid, clientId uuid, number text, matterNumber text, name text, service text, outcome text, inPart boolean, decidedOn date, decidedBy text, servedOn date or null, annulledOn date or null, total number
select x.id as "decisionId", x.referral_id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      r.number || '/' || r.year as "matterNumber", trim(c.family_name || ' ' || c.given_names) as name, x.service, case when "x"."outcome" = 'grant' and "x"."changes_id" is not null then 'change' else "x"."outcome" end as outcome, x.in_part as "inPart",
      x.decided_on as "decidedOn", w.family_name || ' ' || w.given_name as "decidedBy", x.served_on as "servedOn", x.annulled_on as "annulledOn",
      count(*) over ()::int as total
    from decision_decision x
    join referral_referral r on r.id = x.referral_id
    join client_client c on c.id = x.client_id
    join worker_worker w on w.id = x.decided_by_id
    where x.organiser_id = $1
    order by x.year desc, x.number desc limit $2;

-- board.ts decisionsOn 3962c89e
-- decisionId uuid, referralId uuid, clientId uuid, number text, matterNumber text, name text, service text, outcome text, inPart boolean, decidedOn date, decidedBy text, servedOn date or null, annulledOn date or null, total number
select x.id as "decisionId", x.referral_id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      r.number || '/' || r.year as "matterNumber", trim(c.family_name || ' ' || c.given_names) as name, x.service, case when "x"."outcome" = 'grant' and "x"."changes_id" is not null then 'change' else "x"."outcome" end as outcome, x.in_part as "inPart",
      x.decided_on as "decidedOn", w.family_name || ' ' || w.given_name as "decidedBy", x.served_on as "servedOn", x.annulled_on as "annulledOn",
      count(*) over ()::int as total
    from decision_decision x
    join referral_referral r on r.id = x.referral_id
    join client_client c on c.id = x.client_id
    join worker_worker w on w.id = x.decided_by_id
    where x.organiser_id = $1 and x.client_id in (select f.client_id from search_clients($2, $3::text[], $4, $5, $6::date, $7, null::bytea) f)
    order by x.year desc, x.number desc limit $8;

-- board.ts decisionsOn 3962c89e
-- decisionId uuid, referralId uuid, clientId uuid, number text, matterNumber text, name text, service text, outcome text, inPart boolean, decidedOn date, decidedBy text, servedOn date or null, annulledOn date or null, total number
select x.id as "decisionId", x.referral_id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      r.number || '/' || r.year as "matterNumber", trim(c.family_name || ' ' || c.given_names) as name, x.service, case when "x"."outcome" = 'grant' and "x"."changes_id" is not null then 'change' else "x"."outcome" end as outcome, x.in_part as "inPart",
      x.decided_on as "decidedOn", w.family_name || ' ' || w.given_name as "decidedBy", x.served_on as "servedOn", x.annulled_on as "annulledOn",
      count(*) over ()::int as total
    from decision_decision x
    join referral_referral r on r.id = x.referral_id
    join client_client c on c.id = x.client_id
    join worker_worker w on w.id = x.decided_by_id
    where x.organiser_id = $1 and x.service = $2
    order by x.year desc, x.number desc limit $3;

-- board.ts decisionsOn 3962c89e
-- decisionId uuid, referralId uuid, clientId uuid, number text, matterNumber text, name text, service text, outcome text, inPart boolean, decidedOn date, decidedBy text, servedOn date or null, annulledOn date or null, total number
select x.id as "decisionId", x.referral_id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      r.number || '/' || r.year as "matterNumber", trim(c.family_name || ' ' || c.given_names) as name, x.service, case when "x"."outcome" = 'grant' and "x"."changes_id" is not null then 'change' else "x"."outcome" end as outcome, x.in_part as "inPart",
      x.decided_on as "decidedOn", w.family_name || ' ' || w.given_name as "decidedBy", x.served_on as "servedOn", x.annulled_on as "annulledOn",
      count(*) over ()::int as total
    from decision_decision x
    join referral_referral r on r.id = x.referral_id
    join client_client c on c.id = x.client_id
    join worker_worker w on w.id = x.decided_by_id
    where x.organiser_id = $1 and x.year = $2
    order by x.year desc, x.number desc limit $3;

-- board.ts decisionsOn 3962c89e
-- decisionId uuid, referralId uuid, clientId uuid, number text, matterNumber text, name text, service text, outcome text, inPart boolean, decidedOn date, decidedBy text, servedOn date or null, annulledOn date or null, total number
select x.id as "decisionId", x.referral_id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      r.number || '/' || r.year as "matterNumber", trim(c.family_name || ' ' || c.given_names) as name, x.service, case when "x"."outcome" = 'grant' and "x"."changes_id" is not null then 'change' else "x"."outcome" end as outcome, x.in_part as "inPart",
      x.decided_on as "decidedOn", w.family_name || ' ' || w.given_name as "decidedBy", x.served_on as "servedOn", x.annulled_on as "annulledOn",
      count(*) over ()::int as total
    from decision_decision x
    join referral_referral r on r.id = x.referral_id
    join client_client c on c.id = x.client_id
    join worker_worker w on w.id = x.decided_by_id
    where x.organiser_id = $1 and x.year = $2 and x.service = $3 and x.number = $4
      and x.annulled_on is null
      and case when "x"."outcome" = 'grant' and "x"."changes_id" is not null then 'change' else "x"."outcome" end = $5
    order by x.year desc, x.number desc limit $6;
