-- Carries rows over to a successor: each gets an id of its own, stands under the successor, and points to what came along with it
-- by the ids there. What has days keeps those from the day of the succession on. Only carrying_run calls it; `fresh` is its own, `moving` is
-- its list of what was carried by which ids, `renamed` of the names by which some are told from others there.
create or replace function platform.carry(thing text, ids uuid[], successor uuid, since date, over jsonb default '{}') returns void
  set search_path = public, pg_temp language plpgsql as $$
declare
  columns text;
  wholes text;
begin
  truncate fresh;
  insert into fresh select id, uuidv7() from unnest(ids) id where not exists (select from moving m where m.old_id = id);
  insert into moving (thing, old_id, new_id, made) select thing, f.old_id, f.new_id, true from fresh f;
  select string_agg(quote_ident(a.attname), ', ' order by a.attnum),
    string_agg(case
      -- A decision that is not carried over is not cited where the one that changed it goes on.
      when a.attname = 'changes_id' then '(select m.new_id from moving m where m.old_id = t.changes_id)'
      when over ? a.attname then format('(%L::jsonb ->> %L)::%s', over, a.attname, format_type(a.atttypid, a.atttypmod))
      when a.attname = 'id' then 'f.new_id'
      when a.attname = 'name' then 'coalesce((select n.name from renamed n where n.id = t.id), t.name)'
      when a.attname = 'organiser_id' then format('%L::uuid', successor)
      when a.attname = 'during' and since is not null then format('t.during * daterange(%L, null)', since)
      when a.atttypid = 'uuid'::regtype and a.attname <> 'person_id'
        then format('coalesce((select m.new_id from moving m where m.old_id = t.%1$I), t.%1$I)', a.attname)
      else format('t.%I', a.attname) end, ', ' order by a.attnum)
    into columns, wholes
    from pg_attribute a where a.attrelid = thing::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and a.attname <> 'recorded';
  execute format('insert into %I (%s) select %s from %I t join fresh f on f.old_id = t.id order by t.id', thing, columns, wholes, thing);
end $$;

-- The name by which something is told from another of the same name there: with whose it was, and a number where that is taken too.
create or replace function platform.name_apart(thing text, within text, scope uuid, name text, whose text) returns text
  set search_path = public, pg_temp language plpgsql as $$
declare
  apart text := name;
  taken boolean;
begin
  for nth in 0..1000 loop
    apart := name || case nth when 0 then '' when 1 then format(' (%s)', whose) else format(' (%s %s)', whose, nth) end;
    execute format('select exists (select from %I q where q.%I = $1 and fold_text(q.name) = fold_text($2))', thing, within) into taken using scope, apart;
    exit when not taken;
  end loop;
  return apart;
end $$;

-- Whether a request for rectification of a decision, or an appeal after it, waits: then the decision is not over, whatever it said.
create or replace function carrying_rectified(decision uuid) returns boolean stable security definer set search_path = public, pg_temp language sql as $$
  select exists (select from rectification_request q where q.decision_id = decision
    and (q.outcome is null or q.appealed_on is not null and q.court_outcome is null));
$$;
revoke execute on function carrying_rectified(uuid) from public;

-- What still lives under a predecessor on a day, of the services that pass on: whom a succession carries over, and what was
-- recorded on days that are the successor's already.
drop function if exists carrying_left(uuid);
create function carrying_left(succession uuid)
  returns table (clients bigint, relationships bigint, pending bigint, decisions bigint, workers bigint, recorded_after bigint)
  stable security definer set search_path = public, pg_temp language plpgsql as $$
declare
  s organiser_succession;
begin
  select * into s from organiser_succession o where o.id = succession and o.predecessor_id = any((select app_organisers())::uuid[]);
  if s.id is null or not worker_may_end() then
    raise exception 'tasks are passed on by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  return query
    with r as (select r.* from relationship_relationship r where r.organiser_id = s.predecessor_id
        and (s.services is null or r.service = any(s.services)) and r.during && daterange(s.from_on, null)),
      f as (select f.* from decision_matter f where f.organiser_id = s.predecessor_id and (s.services is null or f.service = any(s.services))
        and f.withdrawn_on is null and f.decision_id is null),
      d as (select d.* from decision_decision d where d.organiser_id = s.predecessor_id and (s.services is null or d.service = any(s.services))
        and d.annulled_on is null and d.left_on is null
          and (d.outcome = 'grant' and decision_days(d.id, d.during, d.provisions) && daterange(s.from_on, null) or carrying_rectified(d.id)))
    select (select count(*) from (select client_id from r union select client_id from f union select client_id from d) x),
      (select count(*) from r), (select count(*) from f), (select count(*) from d),
      case when s.services is null then (select count(distinct p.worker_id) from worker_post p
        where p.organiser_id = s.predecessor_id and p.during && daterange(s.from_on, null)) else 0 end,
      (select count(*) from attendance_mark k join placement_placement p on p.id = k.placement_id
        where k.organiser_id = s.predecessor_id and k.held_on >= s.from_on and (s.services is null or p.service = any(s.services)))
      + (select count(*) from coaching_contact k join r on r.id = k.relationship_id where k.held_on >= s.from_on and not k.outside_service)
      + (select count(*) from exit_exit e join relationship_relationship x on x.id = e.relationship_id
        where e.organiser_id = s.predecessor_id and e.ended_on > s.from_on and (s.services is null or x.service = any(s.services)));
end $$;

-- Carries over, from the day of the succession, whoever is served, waits or has a decision: with details, plan, decision, place and
-- who answers. Under the predecessor the same ends on that day, and all that was stays as it was. Run again, it carries what was
-- added since. Whole organisers take their workers along, who sign in as before.
drop function if exists carrying_run(uuid);
create function carrying_run(succession uuid) returns table (client_id uuid, new_id uuid)
  security definer set search_path = public, platform, pg_temp language plpgsql as $$
#variable_conflict use_column
declare
  s organiser_succession;
  day date;
  days daterange;
  ids uuid[];
  people uuid[];
  contacts uuid[];
  appointments uuid[];
  carrying uuid;
  whose text;
  companies text;
begin
  select * into s from organiser_succession o where o.id = succession and o.predecessor_id = any((select app_organisers())::uuid[]) for update;
  if s.id is null or not worker_may_end() then
    raise exception 'tasks are passed on by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  if s.from_on > app_today() then
    raise exception 'the day is yet to come' using errcode = 'check_violation', constraint = 'succession_has_come';
  end if;
  day := s.from_on;
  days := daterange(day, null);
  insert into carrying_carrying (succession_id, carried_on, carried_by_id) values (s.id, app_today(), app_worker()) returning id into carrying;
  perform set_config('app.carrying_id', carrying::text, true);
  -- What is carried is held to no rule of what is recorded anew, since it stands already.
  perform set_config('app.carrying', platform.mark_kept('carrying', ''), true);
  create temporary table renamed (id uuid primary key, name text not null) on commit drop;
  select o.name_fi into whose from organiser_organiser o where o.id = s.predecessor_id;
  -- Made here, and nowhere but anew: what somebody had made by the name would run what they hung on it with the owner's rights.
  create temporary table fresh (old_id uuid primary key, new_id uuid not null) on commit drop;
  create temporary table moving (thing text not null, old_id uuid primary key, new_id uuid not null, made boolean not null) on commit drop;
  insert into moving select distinct on (c.old_id) c.thing, c.old_id, c.new_id, false from carrying_row c
    join organiser_succession o on o.id = c.succession_id and o.predecessor_id = s.predecessor_id and o.successor_id = s.successor_id
    where not c.taken_back order by c.old_id;
  create temporary table own on commit drop as
    select r.id, r.client_id, r.decision_id from relationship_relationship r where r.organiser_id = s.predecessor_id
      and (s.services is null or r.service = any(s.services)) and r.during && days;
  create temporary table pending on commit drop as
    select f.id, f.client_id from decision_matter f where f.organiser_id = s.predecessor_id
      and (s.services is null or f.service = any(s.services)) and f.withdrawn_on is null and f.decision_id is null;
  create temporary table granted on commit drop as
    select d.id, d.client_id, d.referral_id, d.plan_id from decision_decision d where d.organiser_id = s.predecessor_id
      and (s.services is null or d.service = any(s.services)) and d.annulled_on is null and d.left_on is null
      and (d.id in (select decision_id from own) or d.outcome = 'grant' and decision_days(d.id, d.during, d.provisions) && days
        or carrying_rectified(d.id));

  -- Where services are given: what the successor has already is the same where it is of the same name, in whatever letters, and of the same
  -- kind too: a unit of that municipality and provider, a group of that service, an employer of that sector and no other code, a workplace of that
  -- employer. What is of that name alone is something else, and is told apart by whose it was.
  insert into moving select 'organiser_offering', p.id, q.id, false from organiser_offering p
    join lateral (select q.id from organiser_offering q where q.organiser_id = s.successor_id and q.service = p.service
      and q.provision_mode = p.provision_mode and q.provider_id is not distinct from p.provider_id and q.during @> day order by q.id limit 1) q on true
    where p.organiser_id = s.predecessor_id and (s.services is null or p.service = any(s.services)) and p.during && days
    on conflict (old_id) do nothing;
  perform platform.carry('organiser_offering', array(select p.id from organiser_offering p where p.organiser_id = s.predecessor_id
    and (s.services is null or p.service = any(s.services)) and p.during && days), s.successor_id, day);
  insert into organiser_area (organiser_id, municipality_code, during)
    select s.successor_id, a.municipality_code, a.during * days from organiser_area a where a.organiser_id = s.predecessor_id and a.during && days
      and not exists (select from organiser_area b where b.organiser_id = s.successor_id and b.municipality_code = a.municipality_code and b.during && days);
  insert into moving select 'organiser_unit', p.id, q.id, false from organiser_unit p
    join organiser_unit q on q.organiser_id = s.successor_id and fold_text(q.name) = fold_text(p.name) and q.municipality_code = p.municipality_code
      and q.provider_id is not distinct from p.provider_id where p.organiser_id = s.predecessor_id and p.during && days
    on conflict (old_id) do nothing;
  insert into renamed select p.id, platform.name_apart('organiser_unit', 'organiser_id', s.successor_id, p.name, whose) from organiser_unit p
    where p.organiser_id = s.predecessor_id and p.during && days;
  perform platform.carry('organiser_unit', array(select u.id from organiser_unit u where u.organiser_id = s.predecessor_id and u.during && days
    and (s.services is null or exists (select from organiser_group g where g.unit_id = u.id and g.service = any(s.services) and g.during && days))),
    s.successor_id, day);
  insert into moving select 'organiser_group', p.id, q.id, false from organiser_group p join moving u on u.old_id = p.unit_id
    join organiser_group q on q.unit_id = u.new_id and fold_text(q.name) = fold_text(p.name) and q.service = p.service
    where p.organiser_id = s.predecessor_id and p.during && days
    on conflict (old_id) do nothing;
  insert into renamed select p.id, platform.name_apart('organiser_group', 'unit_id', u.new_id, p.name, whose)
    from organiser_group p join moving u on u.old_id = p.unit_id where p.organiser_id = s.predecessor_id and p.during && days;
  perform platform.carry('organiser_group', array(select g.id from organiser_group g where g.organiser_id = s.predecessor_id and g.during && days
    and (s.services is null or g.service = any(s.services))), s.successor_id, day);
  insert into moving select 'employer_employer', p.id, q.id, false from employer_employer p
    join lateral (select q.id from employer_employer q where q.organiser_id = s.successor_id
      and (business_code_key(q.business_code) = business_code_key(p.business_code)
        or fold_text(q.name) = fold_text(p.name) and q.sector = p.sector
          and coalesce(business_code_key(q.business_code) = business_code_key(p.business_code), true))
      order by business_code_key(q.business_code) = business_code_key(p.business_code) desc nulls last limit 1) q on true
    where p.organiser_id = s.predecessor_id and p.during && days
    on conflict (old_id) do nothing;
  -- Whom the successor knows as a company by the same code is no place for rehabilitative work (189/2001).
  select string_agg(distinct q.name, ', ') into companies from own join placement_placement p on p.relationship_id = own.id
    join employer_workplace w on w.id = p.workplace_id join employer_employer e on e.id = w.employer_id
    left join moving m on m.old_id = e.id join employer_employer q on q.id = coalesce(m.new_id, e.id)
    where p.service = 'rehabilitative-work' and p.during && days and q.sector = 'private';
  if companies is not null then
    raise exception 'rehabilitative work is not bought from a company' using errcode = 'check_violation', constraint = 'carrying_at_company',
      detail = jsonb_build_object('detail', companies)::text;
  end if;
  insert into renamed select p.id, platform.name_apart('employer_employer', 'organiser_id', s.successor_id, p.name, whose) from employer_employer p
    where p.organiser_id = s.predecessor_id and p.during && days;
  perform platform.carry('employer_employer', array(select e.id from employer_employer e where e.organiser_id = s.predecessor_id and e.during && days),
    s.successor_id, day);
  insert into moving select 'employer_workplace', p.id, q.id, false from employer_workplace p join moving e on e.old_id = p.employer_id
    join employer_workplace q on q.employer_id = e.new_id and fold_text(q.name) = fold_text(p.name)
    where p.organiser_id = s.predecessor_id and p.during && days
    on conflict (old_id) do nothing;
  insert into renamed select p.id, platform.name_apart('employer_workplace', 'organiser_id', s.successor_id, p.name, whose) from employer_workplace p
    where p.organiser_id = s.predecessor_id and p.during && days;
  perform platform.carry('employer_workplace', array(select w.id from employer_workplace w where w.organiser_id = s.predecessor_id and w.during && days),
    s.successor_id, day);
  -- What was found there holds as long as what comes to it.
  update organiser_unit q set during = range_merge(q.during, x.during) from (select m.new_id, range_merge(range_agg(p.during * days)) as during
    from moving m join organiser_unit p on p.id = m.old_id and p.during && days group by m.new_id) x where x.new_id = q.id and not x.during <@ q.during;
  update organiser_group q set during = range_merge(q.during, x.during) from (select m.new_id, range_merge(range_agg(p.during * days)) as during
    from moving m join organiser_group p on p.id = m.old_id and p.during && days group by m.new_id) x where x.new_id = q.id and not x.during <@ q.during;
  update organiser_offering q set during = range_merge(q.during, x.during) from (select m.new_id, range_merge(range_agg(p.during * days)) as during
    from moving m join organiser_offering p on p.id = m.old_id and p.during && days group by m.new_id) x where x.new_id = q.id and not x.during <@ q.during;
  update employer_employer q set during = range_merge(q.during, x.during) from (select m.new_id, range_merge(range_agg(p.during * days)) as during
    from moving m join employer_employer p on p.id = m.old_id and p.during && days group by m.new_id) x where x.new_id = q.id and not x.during <@ q.during;
  update employer_workplace q set during = range_merge(q.during, x.during) from (select m.new_id, range_merge(range_agg(p.during * days)) as during
    from moving m join employer_workplace p on p.id = m.old_id and p.during && days group by m.new_id) x where x.new_id = q.id and not x.during <@ q.during;

  -- By what services are run; the successor's own rules beat those of before.
  perform platform.carry('rate_rate', array(select p.id from rate_rate p where p.organiser_id = s.predecessor_id and p.during && days
    and not exists (select from rate_rate q where q.organiser_id = s.successor_id and q.kind = p.kind and q.during && (p.during * days)
      and q.employer_id is not distinct from (select m.new_id from moving m where m.old_id = p.employer_id))), s.successor_id, day);
  perform platform.carry('rhythm_rhythm', array(select p.id from rhythm_rhythm p where p.organiser_id = s.predecessor_id and p.during && days
    and (s.services is null or p.service = any(s.services)) and not exists (select from rhythm_rhythm q where q.organiser_id = s.successor_id
      and q.service = p.service and q.during && days)), s.successor_id, day);
  perform platform.carry('relationship_allocation_rule', array(select p.id from relationship_allocation_rule p where p.organiser_id = s.predecessor_id
    and p.during && days and (s.services is null or p.service = any(s.services)) and not exists (select from relationship_allocation_rule q
      where q.organiser_id = s.successor_id and q.service = p.service and q.during && days)), s.successor_id, day);

  -- Whoever works there comes along when all tasks do. Who may decide is for the successor to say anew: its rules delegate.
  if s.services is null then
    people := array(select distinct p.worker_id from worker_post p where p.organiser_id = s.predecessor_id and p.during && days);
    perform platform.carry('worker_worker', people, s.successor_id, null);
    perform platform.carry('worker_post', array(select p.id from worker_post p where p.organiser_id = s.predecessor_id and p.during && days), s.successor_id, day);
    perform platform.carry('worker_group_lead', array(select l.id from worker_group_lead l join moving m on m.old_id = l.group_id
      where l.organiser_id = s.predecessor_id and l.during && days), s.successor_id, day);
    -- The successor's own share of the letters beats that of before.
    perform platform.carry('worker_letter_share', array(select l.id from worker_letter_share l where l.organiser_id = s.predecessor_id and l.during && days
      and not exists (select from worker_letter_share q where q.organiser_id = s.successor_id and q.during && (l.during * days))), s.successor_id, day);
  end if;

  -- Clients: one whom the successor knows by the same identity code or as the same person is that one.
  insert into moving select 'client_client', p.id, q.id, false from client_client p
    join lateral (select q.id from client_client q where q.organiser_id = s.successor_id
      and (q.person_id = p.person_id or q.identity_hash = p.identity_hash) order by q.person_id = p.person_id desc, q.id limit 1) q on true
    where p.id in (select client_id from own union select client_id from pending union select client_id from granted)
    on conflict (old_id) do nothing;
  update client_client q set person_id = p.person_id from moving m, client_client p
    where m.thing = 'client_client' and not m.made and q.id = m.new_id and p.id = m.old_id and q.person_id <> p.person_id;
  perform platform.carry('client_client', array(select client_id from own union select client_id from pending union select client_id from granted),
    s.successor_id, null);
  create temporary table came on commit drop as select m.old_id, m.new_id from moving m where m.thing = 'client_client' and m.made;
  perform platform.carry('client_address', array(select a.id from client_address a join came on came.old_id = a.client_id where a.during && days), s.successor_id, day);
  perform platform.carry('client_protection', array(select a.id from client_protection a join came on came.old_id = a.client_id where a.during && days), s.successor_id, day);
  perform platform.carry('client_benefit', array(select a.id from client_benefit a join came on came.old_id = a.client_id where a.during && days), s.successor_id, day);
  perform platform.carry('travel_way', array(select a.id from travel_way a join came on came.old_id = a.client_id where a.during && days), s.successor_id, day);
  perform platform.carry('client_reason', array(select a.id from client_reason a join came on came.old_id = a.client_id where a.during && days), s.successor_id, day);
  perform platform.carry('client_representative', array(select a.id from client_representative a join came on came.old_id = a.client_id where a.during && days),
    s.successor_id, day);

  -- Matters, plans and decisions stand as they were made, and are counted where they were made; the successor's register gives
  -- them numbers of its own.
  perform platform.carry('referral_referral', array(select id from pending union select referral_id from granted), s.successor_id, null,
    jsonb_build_object('came_on', day, 'year', 0, 'number', 0));
  perform platform.carry('assessment_assessment', array(select a.id from assessment_assessment a where a.referral_id in (select id from pending union select referral_id from granted)),
    s.successor_id, null);
  ids := array(select p.id from plan_plan p where p.organiser_id = s.predecessor_id and (p.id in (select plan_id from granted)
    or p.referral_id in (select id from pending) or (s.services is null or p.service = any(s.services)) and p.during && days
      and p.client_id in (select old_id from moving where thing = 'client_client')));
  perform platform.carry('plan_plan', ids, s.successor_id, null, jsonb_build_object('came_on', day));
  perform platform.carry('plan_goal', array(select x.id from plan_goal x where x.plan_id = any(ids)), s.successor_id, null);
  perform platform.carry('plan_item', array(select x.id from plan_item x where x.plan_id = any(ids)), s.successor_id, null);
  perform platform.carry('plan_signature', array(select x.id from plan_signature x where x.plan_id = any(ids)), s.successor_id, null);
  perform platform.carry('plan_interruption', array(select x.id from plan_interruption x where x.plan_id = any(ids)), s.successor_id, null);
  perform platform.carry('plan_paper', array(select x.id from plan_paper x where x.plan_id = any(ids)), s.successor_id, null);
  perform platform.carry('plan_review', array(select x.id from plan_review x where x.plan_id = any(ids)), s.successor_id, null);
  perform platform.carry('decision_decision', array(select id from granted), s.successor_id, null,
    jsonb_build_object('came_on', day, 'year', 0, 'number', 0));
  perform platform.carry('decision_letter', array(select x.id from decision_letter x join granted g on g.id = x.decision_id), s.successor_id, null);
  -- To whom a decision was given and since when its time runs, who was heard of a matter, and what was asked to be rectified.
  perform platform.carry('decision_notice', array(select x.id from decision_notice x join granted g on g.id = x.decision_id), s.successor_id, null);
  perform platform.carry('hearing_hearing', array(select x.id from hearing_hearing x
    where x.referral_id in (select id from pending union select referral_id from granted)), s.successor_id, null);
  perform platform.carry('hearing_notice', array(select n.id from hearing_notice n join hearing_hearing x on x.id = n.hearing_id
    where x.referral_id in (select id from pending union select referral_id from granted)), s.successor_id, null);
  perform platform.carry('rectification_request', array(select x.id from rectification_request x join granted g on g.id = x.decision_id), s.successor_id, null);
  perform platform.carry('rectification_notice', array(select n.id from rectification_notice n join rectification_request x on x.id = n.request_id
    join granted g on g.id = x.decision_id), s.successor_id, null);
  -- What was sent to somebody who decides goes along with that worker; else it is sent anew.
  if s.services is null then
    perform platform.carry('decision_proposal', array(select x.id from decision_proposal x join pending p on p.id = x.referral_id), s.successor_id, null);
  end if;
  delete from decision_proposal x using pending p where p.id = x.referral_id;
  perform platform.carry('cooperation_referral', array(select x.id from cooperation_referral x join moving m on m.old_id = x.client_id and m.thing = 'client_client'
    where x.organiser_id = s.predecessor_id and x.outcome is null and (s.services is null or x.service = any(s.services))), s.successor_id, null);

  -- The service goes on: where, when and with whom.
  perform platform.carry('relationship_relationship', array(select id from own), s.successor_id, day);
  update relationship_relationship q set began_on = coalesce(p.began_on, lower(p.during)) from moving m, relationship_relationship p
    where m.thing = 'relationship_relationship' and m.made and q.id = m.new_id and p.id = m.old_id and coalesce(p.began_on, lower(p.during)) < day;
  if s.services is null then
    perform platform.carry('relationship_responsible', array(select x.id from relationship_responsible x join own on own.id = x.relationship_id
      where x.during && days), s.successor_id, day);
    perform platform.carry('relationship_case_manager', array(select x.id from relationship_case_manager x join came on came.old_id = x.client_id
      where x.during && days), s.successor_id, day);
    perform platform.carry('ownworker_naming', array(select x.id from ownworker_naming x join came on came.old_id = x.client_id
      where x.during && days), s.successor_id, day);
  end if;
  perform platform.carry('relationship_pause', array(select x.id from relationship_pause x join own on own.id = x.relationship_id where x.during && days), s.successor_id, day);
  perform platform.carry('coaching_agreed_rhythm', array(select x.id from coaching_agreed_rhythm x join own on own.id = x.relationship_id where x.during && days), s.successor_id, day);
  ids := array(select x.id from placement_placement x join own on own.id = x.relationship_id where x.during && days);
  perform platform.carry('placement_placement', ids, s.successor_id, day);
  perform platform.carry('placement_slot', array(select x.id from placement_slot x where x.placement_id = any(ids) and x.during && days), s.successor_id, day);
  -- What happened on days of the successor happened there: days marked, contacts held and exits go over, and are there no more.
  perform platform.carry('attendance_mark', array(select k.id from attendance_mark k where k.placement_id = any(ids) and k.held_on >= day), s.successor_id, null);
  delete from attendance_mark k where k.placement_id = any(ids) and k.held_on >= day;
  contacts := array(select k.id from coaching_contact k where k.held_on >= day and not k.outside_service
    and (k.relationship_id in (select own.id from own) or k.referral_id in (select pending.id from pending)));
  perform platform.carry('coaching_contact', contacts, s.successor_id, null);
  -- An appointment of these days, one that was put off to them, and one that a contact of them came of.
  with recursive due as (
    select x.id from coaching_appointment x join own on own.id = x.relationship_id where x.due_on >= day or x.contact_id = any(contacts)
    union select x.id from coaching_appointment x join due on x.moved_to_id = due.id
  )
  select coalesce(array_agg(due.id), '{}') into appointments from due;
  if s.services is null then
    perform platform.carry('coaching_appointment', appointments, s.successor_id, null);
  end if;
  delete from coaching_appointment x where x.id = any(appointments);
  delete from coaching_contact x where x.id = any(contacts);
  perform platform.carry('exit_exit', array(select e.id from exit_exit e join own on own.id = e.relationship_id where e.ended_on > day), s.successor_id, null);
  perform platform.carry('exit_transition', array(select e.id from exit_transition e join own on own.id = e.from_relationship_id where e.moved_on > day),
    s.successor_id, null);
  delete from exit_exit e using own where own.id = e.relationship_id and e.ended_on > day;
  delete from exit_transition e using own where own.id = e.from_relationship_id and e.moved_on > day;
  perform platform.carry('agreement_agreement', array(select x.id from agreement_agreement x where x.placement_id = any(ids) and x.during && days), s.successor_id, day);
  perform platform.carry('agreement_approval', array(select v.id from agreement_approval v join agreement_agreement x on x.id = v.agreement_id
    where x.placement_id = any(ids) and x.during && days), s.successor_id, null);
  -- Whoever approved what was agreed approved it to its end: the successor takes the organiser's place in it.
  update agreement_approval v set content_hash = app_agreement_hash(q.tasks, q.hours, app_agreed_days(q.during, q.agreed_until_on), q.terms)
    from moving m, agreement_agreement q, moving n, agreement_agreement p
    where m.thing = 'agreement_approval' and m.made and v.id = m.new_id and q.id = v.agreement_id
      and n.thing = 'agreement_agreement' and n.new_id = q.id and p.id = n.old_id
      and v.content_hash = app_agreement_hash(p.tasks, p.hours, app_agreed_days(p.during, p.agreed_until_on), p.terms);

  -- Under the predecessor the same ends the day before; what would have begun later never comes to be there.
  delete from agreement_paper x using agreement_agreement a where a.id = x.agreement_id and a.placement_id = any(ids) and lower(a.during) >= day;
  delete from agreement_approval x using agreement_agreement a where a.id = x.agreement_id and a.placement_id = any(ids) and lower(a.during) >= day;
  delete from agreement_agreement x where x.placement_id = any(ids) and lower(x.during) >= day;
  update agreement_agreement x set agreed_until_on = coalesce(x.agreed_until_on, upper(x.during)), during = daterange(lower(x.during), day)
    where x.placement_id = any(ids) and x.during && days;
  delete from placement_slot x where x.placement_id = any(ids) and lower(x.during) >= day;
  update placement_slot x set during = daterange(lower(x.during), day) where x.placement_id = any(ids) and x.during && days;
  delete from placement_placement x where x.id = any(ids) and lower(x.during) >= day;
  update placement_placement x set during = daterange(lower(x.during), day) where x.id = any(ids) and x.during && days;
  delete from relationship_responsible x using own where own.id = x.relationship_id and lower(x.during) >= day;
  update relationship_responsible x set during = daterange(lower(x.during), day) from own where own.id = x.relationship_id and x.during && days;
  delete from relationship_pause x using own where own.id = x.relationship_id and lower(x.during) >= day;
  update relationship_pause x set during = daterange(lower(x.during), day) from own where own.id = x.relationship_id and x.during && days;
  delete from coaching_agreed_rhythm x using own where own.id = x.relationship_id and lower(x.during) >= day;
  update coaching_agreed_rhythm x set during = daterange(lower(x.during), day) from own where own.id = x.relationship_id and x.during && days;
  delete from relationship_relationship x using own where own.id = x.id and lower(x.during) >= day;
  update relationship_relationship x set during = daterange(lower(x.during), day), left_on = day from own where own.id = x.id and x.during && days;
  update decision_decision x set left_on = day from granted where granted.id = x.id;
  update referral_referral x set withdrawn_on = greatest(day, x.received_on), left_on = greatest(day, x.received_on) from pending where pending.id = x.id;
  if s.services is null then
    delete from relationship_case_manager x where x.organiser_id = s.predecessor_id and lower(x.during) >= day;
    update relationship_case_manager x set during = daterange(lower(x.during), day) where x.organiser_id = s.predecessor_id and x.during && days;
    delete from ownworker_naming x where x.organiser_id = s.predecessor_id and lower(x.during) >= day;
    update ownworker_naming x set during = daterange(lower(x.during), day) where x.organiser_id = s.predecessor_id and x.during && days;
    delete from worker_group_lead x where x.organiser_id = s.predecessor_id and lower(x.during) >= day;
    update worker_group_lead x set during = daterange(lower(x.during), day) where x.organiser_id = s.predecessor_id and x.during && days;
    delete from worker_letter_share x where x.organiser_id = s.predecessor_id and lower(x.during) >= day;
    update worker_letter_share x set during = daterange(lower(x.during), day) where x.organiser_id = s.predecessor_id and x.during && days;
    delete from worker_deciding_right x where x.organiser_id = s.predecessor_id and lower(x.during) >= day;
    update worker_deciding_right x set during = daterange(lower(x.during), day) where x.organiser_id = s.predecessor_id and x.during && days;
    -- Whoever signed in there signs in as before, with the same posts under the successor.
    update platform_account a set worker_id = m.new_id from moving m where m.thing = 'worker_worker' and m.old_id = any(people) and m.old_id = a.worker_id;
    update platform_session x set worker_id = m.new_id, organiser_id = s.successor_id from moving m
      where m.thing = 'worker_worker' and m.old_id = any(people) and m.old_id = x.worker_id;
    delete from worker_post x where x.organiser_id = s.predecessor_id and lower(x.during) >= day;
    update worker_post x set during = daterange(lower(x.during), day) where x.organiser_id = s.predecessor_id and x.during && days;
  end if;
  delete from organiser_offering x where x.organiser_id = s.predecessor_id and (s.services is null or x.service = any(s.services)) and lower(x.during) >= day
    and not exists (select from decision_decision d where d.offering_id = x.id) and not exists (select from relationship_relationship r where r.offering_id = x.id);
  update organiser_offering x set during = daterange(lower(x.during), day) where x.organiser_id = s.predecessor_id
    and (s.services is null or x.service = any(s.services)) and lower(x.during) < day and x.during && days;
  insert into carrying_row (succession_id, thing, old_id, new_id, made, carried_on, carried_by_id, carrying_id)
    select s.id, m.thing, m.old_id, m.new_id, m.made, app_today(), app_worker(), carrying from moving m where m.made
      or m.thing = 'client_client' and not exists (select from carrying_row c where c.old_id = m.old_id and c.new_id = m.new_id and not c.taken_back)
    on conflict (old_id, new_id) do update set succession_id = excluded.succession_id, carried_on = excluded.carried_on, carried_by_id = excluded.carried_by_id,
      carrying_id = excluded.carrying_id, taken_back = false;
  perform set_config('app.carrying', '', true), set_config('app.carrying_id', '', true);
  -- Where nothing was left to carry, nothing was carried.
  delete from carrying_carrying c where c.id = carrying and not exists (select from carrying_step x where x.carrying_id = c.id)
    and not exists (select from carrying_row x where x.carrying_id = c.id);
  return query select m.old_id, m.new_id from moving m where m.thing = 'client_client' and (m.made
    or m.old_id in (select own.client_id from own union select pending.client_id from pending));
end $$;

-- Keeps each row as it was before carrying changed it and as it became, in order. Carrying alone is kept.
create or replace function platform.keep_step() returns trigger security definer set search_path = public, platform, pg_temp set timezone = 'UTC'
  language plpgsql as $$
begin
  if app_carrying() then
    insert into carrying_step (carrying_id, thing, row_id, was, became) values (current_setting('app.carrying_id')::uuid, tg_table_name,
      coalesce(new.id, old.id), case when tg_op <> 'INSERT' then to_jsonb(old) - 'recorded' end,
      -- A paper is never changed, so that its bytes need no comparing.
      case when tg_op <> 'DELETE' then to_jsonb(new) - 'recorded' - 'pdf' end);
  end if;
  return null;
end $$;
do $$
declare
  thing text;
begin
  foreach thing in array array[
    'agreement_agreement', 'agreement_approval', 'agreement_paper', 'assessment_assessment', 'attendance_mark', 'client_address',
    'client_benefit', 'client_client', 'client_protection', 'client_reason', 'client_representative', 'coaching_agreed_rhythm',
    'coaching_appointment', 'coaching_contact', 'cooperation_referral', 'decision_decision', 'decision_letter', 'decision_notice',
    'decision_proposal', 'employer_employer', 'employer_workplace', 'exit_exit', 'exit_transition', 'hearing_hearing', 'hearing_notice',
    'organiser_area', 'organiser_group', 'organiser_offering', 'organiser_unit', 'ownworker_naming', 'placement_placement',
    'placement_slot', 'plan_goal', 'plan_interruption', 'plan_item', 'plan_paper', 'plan_plan', 'plan_review', 'plan_signature',
    'rate_rate', 'rectification_notice', 'rectification_request', 'referral_referral', 'relationship_allocation_rule',
    'relationship_case_manager', 'relationship_pause', 'relationship_relationship', 'relationship_responsible', 'rhythm_rhythm', 'travel_way',
    'worker_deciding_right', 'worker_group_lead', 'worker_letter_share', 'worker_post', 'worker_worker'
  ] loop
    execute format('create or replace trigger keep_step after insert or update or delete on %I for each row
      when (current_setting(''app.carrying_id'', true) <> '''') execute function platform.keep_step()', thing);
  end loop;
end $$;

-- The succession of a carrying, for whoever may end it: under either organiser, since workers went along.
create or replace function carrying_taken_back_by(carrying uuid) returns organiser_succession stable security definer
  set search_path = public, pg_temp language plpgsql as $$
declare
  s organiser_succession;
begin
  select o.* into s from carrying_carrying c join organiser_succession o on o.id = c.succession_id where c.id = carrying
    and (o.predecessor_id = any((select app_organisers())::uuid[]) or o.successor_id = any((select app_organisers())::uuid[]));
  if s.id is null or not worker_may_end() then
    raise exception 'carrying is taken back by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  return s;
end $$;

-- A succession by which somebody is carried over is no mistake any more; where that was taken back, it can be.
create or replace function carrying_hold_succession() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  if exists (select from carrying_row c where c.succession_id = old.id and not c.taken_back
      and not exists (select from carrying_carrying x where x.id = c.carrying_id and x.taken_back_on is not null)) then
    raise exception 'clients were carried over' using errcode = 'foreign_key_violation', constraint = 'carrying_row_succession_id_fkey';
  end if;
  return old;
end $$;
create or replace trigger carrying_holds_succession before delete on organiser_succession for each row execute function carrying_hold_succession();

-- What was recorded since upon what a carrying did: rows that it made or changed and that stand otherwise now or are gone, and rows
-- that point to those that it made. Who looked at whom, and who may decide, are no such things. It is written here table by table,
-- from the catalogue, so that it reads each by its key; a test holds that none is left out.
drop function if exists carrying_later(uuid);
do $$
declare
  parts text[] := '{}';
  each record;
begin
  for each in select t.tgrelid::regclass::text as thing,
      exists (select from pg_attribute a where a.attrelid = t.tgrelid and a.attname = 'client_id') as personal
    from pg_trigger t where t.tgname = 'keep_step' and t.tgrelid <> 'worker_worker'::regclass order by 1 loop
    parts := parts || format('select %1$L::text, x.row_id, %2$s
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = %1$L
      order by y.row_id, y.place desc) x
    left join %1$I t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became)', each.thing,
      case when each.personal then '(coalesce(x.became, x.was) ->> ''client_id'')::uuid' when each.thing = 'client_client' then 'x.row_id' else 'null::uuid' end);
  end loop;
  for each in select c.conrelid::regclass::text as thing, a.attname as pointer, c.confrelid::regclass::text as made,
      exists (select from pg_attribute b where b.attrelid = c.conrelid and b.attname = 'client_id') as personal
    from pg_constraint c cross join lateral unnest(c.conkey, c.confkey) k (here, there)
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.here
    join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.there and b.attname = 'id'
    where c.contype = 'f' and exists (select from pg_trigger t where t.tgrelid = c.confrelid and t.tgname = 'keep_step')
      and c.conrelid::regclass::text !~ '^(platform_|carrying_)' and c.conrelid::regclass::text not in ('client_visit', 'worker_deciding_right')
      and (c.confrelid <> 'worker_worker'::regclass or c.conrelid::regclass::text in ('ownworker_naming', 'relationship_case_manager',
        'relationship_responsible', 'worker_group_lead', 'worker_letter_share', 'worker_post', 'worker_post_request'))
    group by 1, 2, 3, 4 order by 1, 2 loop
    parts := parts || format('select %1$L::text, t.id, %2$s
    from carrying_step x join %1$I t on t.%3$I = x.row_id
    where x.carrying_id = $1 and x.thing = %4$L and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = %1$L and y.row_id = t.id)', each.thing,
      case when each.personal then 't.client_id' else 'null::uuid' end, each.pointer, each.made);
  end loop;
  execute format('create function carrying_later(carrying uuid) returns table (thing text, row_id uuid, client_id uuid) stable security definer
    set search_path = public, pg_temp set timezone = ''UTC'' language plpgsql as $later$
#variable_conflict use_column
begin
  perform carrying_taken_back_by($1);
  return query %s;
end $later$', array_to_string(parts, E';\n  return query '));
end $$;

-- Who answers today for the clients of whom something was recorded since, and for how many: whom to ask, since whoever carries over sees
-- no clients. Those for whom nobody answers are of no name.
drop function if exists carrying_answering(uuid);
create function carrying_answering(carrying uuid) returns table (name text, clients bigint) stable security definer
  set search_path = public, pg_temp language sql as $$
  select w.family_name || ' ' || w.given_name, count(distinct l.client_id)
  from (select distinct x.client_id from carrying_later(carrying) x where x.client_id is not null) l
  left join lateral (
    select r.worker_id from relationship_responsible r where r.client_id = l.client_id and r.during @> (select app_today())
    union select m.worker_id from relationship_case_manager m where m.client_id = l.client_id and m.during @> (select app_today())
  ) a on true
  left join worker_worker w on w.id = a.worker_id
  group by 1 order by 1 nulls last;
$$;
revoke execute on function carrying_answering(uuid) from public;
grant execute on function carrying_answering(uuid) to kykypolku_app;

-- Takes a carrying back: step by step, the last first, each row is again as it was before. What was known meanwhile stays in the
-- old versions. Workers keep the names under which they acted there, without posts; they sign in as before.
drop function if exists carrying_undo(uuid, text);
create function carrying_undo(carrying uuid, why text) returns table (client_id uuid) security definer
  set search_path = public, platform, pg_temp set timezone = 'UTC' language plpgsql as $$
#variable_conflict use_column
declare
  s organiser_succession;
  each record;
  columns text;
  people uuid[];
begin
  s := carrying_taken_back_by(carrying);
  perform from organiser_succession o where o.id = s.id for update;
  if exists (select from carrying_carrying c where c.id = carrying and c.taken_back_on is not null)
    or exists (select from carrying_carrying c where c.succession_id = s.id and c.taken_back_on is null and c.id > carrying) then
    raise exception 'the latest carrying is taken back first' using errcode = 'check_violation', constraint = 'carrying_is_latest';
  end if;
  if exists (select from carrying_later(carrying)) then
    raise exception 'something was recorded since' using errcode = 'check_violation', constraint = 'carrying_stands_alone';
  end if;
  perform set_config('app.carrying', platform.mark_kept('carrying', ''), true);
  people := array(select distinct q.worker_id from carrying_step x join worker_post q on q.id = x.row_id
    where x.carrying_id = carrying and x.thing = 'worker_post' and x.was is null);
  delete from client_visit v where v.client_id in (select x.row_id from carrying_step x where x.carrying_id = carrying and x.thing = 'client_client' and x.was is null);
  delete from worker_deciding_right r where r.post_id in (select x.row_id from carrying_step x
    where x.carrying_id = carrying and x.thing = 'worker_post' and x.was is null);
  begin
    for each in
      select x.thing, x.op, array_agg(x.row_id order by x.place) as ids, jsonb_agg(x.was order by x.place) as rows
      from (select y.*, row_number() over (order by y.place) - row_number() over (partition by y.thing, y.op order by y.place) as island
        from (select z.place, z.thing, z.row_id, z.was, case when z.was is null then 'made' when z.became is null then 'gone' else 'changed' end as op
          from carrying_step z where z.carrying_id = carrying) y) x
      group by x.thing, x.op, x.island order by max(x.place) desc
    loop
      select string_agg(quote_ident(a.attname), ', ' order by a.attnum) into columns from pg_attribute a
        where a.attrelid = each.thing::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attname <> 'recorded';
      if each.op = 'made' and each.thing <> 'worker_worker' then
        execute format('delete from %I where id = any($1)', each.thing) using each.ids;
      elsif each.op = 'gone' then
        execute format('insert into %1$I (%2$s) select %2$s from jsonb_populate_recordset(null::%1$I, $1)', each.thing, columns) using each.rows;
      elsif each.op = 'changed' then
        execute format('update %1$I t set (%2$s) = (select %3$s) from jsonb_populate_recordset(null::%1$I, $1) p where t.id = p.id', each.thing, columns,
          regexp_replace(columns, '(^|, )', '\1p.', 'g')) using each.rows;
      end if;
    end loop;
  exception
    -- What the predecessor recorded since where something goes back stands in the way as well.
    when integrity_constraint_violation or exclusion_violation or unique_violation or foreign_key_violation or check_violation then
      raise exception 'something was recorded since: %', sqlerrm using errcode = 'check_violation', constraint = 'carrying_stands_alone';
  end;
  update platform_account a set worker_id = c.old_id from carrying_row c
    where c.thing = 'worker_worker' and c.succession_id = s.id and c.new_id = any(people) and c.new_id = a.worker_id;
  update platform_session x set worker_id = c.old_id, organiser_id = s.predecessor_id from carrying_row c
    where c.thing = 'worker_worker' and c.succession_id = s.id and c.new_id = any(people) and c.new_id = x.worker_id;
  perform set_config('app.carrying', '', true);
  update carrying_carrying c set taken_back_on = app_today(), taken_back_by_id = app_worker(), taken_back_because = why where c.id = carrying;
  update carrying_row c set taken_back = true where c.carrying_id = carrying and c.thing <> 'worker_worker';
  delete from carrying_step x where x.carrying_id = carrying;
  return query select c.old_id from carrying_row c where c.carrying_id = carrying and c.thing = 'client_client';
end $$;

-- A copy of a letter that came along goes with what is taken back; the letter itself stays where it was made.
create or replace function platform.refuse_change() returns trigger security definer set search_path = public, platform, pg_temp language plpgsql as $$
begin
  if tg_op = 'DELETE' and tg_table_name = 'decision_letter' and app_carrying() then
    return old;
  end if;
  raise exception '% is append-only: record a reversing row instead', tg_table_name using errcode = 'restrict_violation';
end $$;

-- What was carried is written by carrying alone, and its steps are read by nothing else.
revoke all on carrying_step from kykypolku_app;
alter table carrying_step enable row level security;
revoke insert, update, delete on carrying_carrying from kykypolku_app;
alter table carrying_carrying enable row level security;
drop policy if exists see on carrying_carrying;
create policy see on carrying_carrying for select to kykypolku_app using (succession_id in (select s.id from organiser_succession s
  where s.predecessor_id = any((select app_organisers())::uuid[]) or s.successor_id = any((select app_organisers())::uuid[])));
revoke insert, update, delete on carrying_row from kykypolku_app;
-- What became of which row is told to the two organisers between whom it was carried.
alter table carrying_row enable row level security;
drop policy if exists see on carrying_row;
create policy see on carrying_row for select to kykypolku_app using (succession_id in (select s.id from organiser_succession s
  where s.predecessor_id = any((select app_organisers())::uuid[]) or s.successor_id = any((select app_organisers())::uuid[])));
