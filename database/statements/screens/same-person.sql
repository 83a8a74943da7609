-- board.ts waysOf b3fc6e45
-- clientId uuid, referrals list, services list
select c.id as "clientId",
      coalesce((select jsonb_agg(jsonb_build_object('service', r.service, 'receivedOn', r.received_on) order by r.received_on)
        from referral_referral r where r.client_id = c.id), '[]') as referrals,
      coalesce((select jsonb_agg(jsonb_build_object('service', r.service, 'during', r.during) order by lower(r.during))
        from relationship_relationship r where r.client_id = c.id), '[]') as services
    from client_client c where c.id = any($1::uuid[]);
