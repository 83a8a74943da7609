drop function if exists platform.found_clients(boolean);

-- Who may open whom: the one place. Read by the gate, by list filters and by row-level security alike.
-- The views run with their owner's rights, so that a policy can ask them without asking itself.
drop view if exists access cascade;
drop view if exists access_client cascade;
drop view if exists access_post cascade;
drop view if exists access_matter cascade;
drop view if exists access_task cascade;
drop view if exists access_official, access_paymaster, access_keeper, access_supervisor cascade;
drop view if exists access_responsible, access_mate, access_received, access_led cascade;
drop view if exists access_after, access_waiting cascade;

-- For how many days a relation goes on after its end, so that what was left open can be finished; and a matter is open to whoever
-- received it.
create or replace function access_goes_on() returns int immutable parallel safe language sql return 30;
create or replace function access_to_matter() returns int immutable parallel safe language sql return 365;
-- A granted service begins within half a year, or is the officials' matter: whoever received the referral has no longer.
create or replace function access_to_begin() returns int immutable parallel safe language sql return 182;
-- Rectification of a denial may be asked for thirty days after it was served, and is then to be received and prepared.
create or replace function access_to_rectify() returns int immutable parallel safe language sql return 60;
-- A client who has no matter any more is opened for a reason, and stays open for the day's work.
create or replace function access_opened() returns interval immutable parallel safe language sql return interval '1 day';
-- Vouchers of an account are kept to the end of the third year after its last day (703/2023, annex).
create or replace function access_vouchers_until(ended_on date) returns date immutable parallel safe language sql
  return make_date(extract(year from ended_on)::int + 4, 1, 1);

-- The service task of a service (703/2023); the same as src/law/decree-2024-457.ts has it.
create or replace function service_task(service text) returns text immutable parallel safe language sql
  return case service when 'rehabilitative-work' then 'working-age' else 'disability' end;

-- The days from one to another, at least one; without end where the other is not known.
create or replace function access_days(from_on date, until_on date) returns daterange immutable parallel safe language sql
  return daterange(from_on, case when until_on <= from_on then from_on + 1 else until_on end);

-- Relationships that wait. One that only its decision ended is nobody's past: it waits to go on, or for its exit, and relations to its
-- client last however long. After an end that was recorded as an exit or a move, or that another relationship follows, they last some
-- days. By themselves, so that what did not wait is left out by one pass over all, not asked of each.
drop function if exists access_after(uuid, date);
create view access_waiting as
select r.id as relationship_id, r.organiser_id, r.client_id, r.service, r.during
from relationship_relationship r
where r.decision_id is not null and upper(r.during) is not null
  and not exists (select from exit_exit e where e.relationship_id = r.id)
  and not exists (select from exit_transition t where t.from_relationship_id = r.id)
  and not exists (select from relationship_relationship n where n.client_id = r.client_id and n.service = r.service
    and lower(n.during) >= upper(r.during));

-- Who has a current matter of a service task today: a referral until it is withdrawn, denied or begun, a relationship, a request for
-- rectification until it and its appeal are decided. For days after each, to finish what was left open. Of all that ever was, what
-- cannot be current is left out by its own columns, before anything is asked of the rest: an official's list read every matter of
-- all years, and each year more.
create view access_matter as
select r.organiser_id, r.client_id, service_task(r.service) as task
from referral_referral r
where r.organiser_id = any((select app_organisers())::uuid[]) and r.received_on = (select app_today())
union all
select r.organiser_id, r.client_id, service_task(r.service)
from referral_referral r
where r.organiser_id = any((select app_organisers())::uuid[]) and r.received_on < (select app_today())
  and r.withdrawn_on > (select app_today() - access_goes_on())
union all
select r.organiser_id, r.client_id, service_task(r.service)
from referral_referral r
where r.organiser_id = any((select app_organisers())::uuid[]) and r.received_on < (select app_today()) and r.withdrawn_on is null
  -- Of the organisers at hand, as the referral is: else the decisions of all organisers were put together.
  and not exists (select from decision_decision d where d.organiser_id = any((select app_organisers())::uuid[])
    and d.referral_id = r.id and d.annulled_on is null)
union all
select r.organiser_id, r.client_id, service_task(r.service)
from decision_decision d
-- Looked up for those that are left: joined, all referrals were read.
cross join lateral (select * from referral_referral r where r.id = d.referral_id and r.received_on < (select app_today())
  and r.withdrawn_on is null offset 0) r
where d.organiser_id = any((select app_organisers())::uuid[]) and d.outcome <> 'grant' and d.annulled_on is null
  and coalesce(d.served_on, d.decided_on) > (select app_today() - access_to_rectify())
union all
-- Of a grant until its service has begun, or its days are over.
select r.organiser_id, r.client_id, service_task(r.service)
from decision_decision d
cross join lateral (select * from referral_referral r where r.id = d.referral_id and r.received_on < (select app_today())
  and r.withdrawn_on is null offset 0) r
where d.organiser_id = any((select app_organisers())::uuid[]) and d.outcome = 'grant' and d.annulled_on is null
  and coalesce(upper(d.during), 'infinity') > (select app_today() - access_goes_on())
  and coalesce((select min(lower(b.during)) from relationship_relationship b where b.decision_id = d.id), 'infinity') > (select app_today() - access_goes_on())
union all
-- A service that began of late is current by itself, and so was its matter, whatever days were granted.
select r.organiser_id, r.client_id, service_task(r.service)
from relationship_relationship r
where r.organiser_id = any((select app_organisers())::uuid[])
  and r.during && daterange((select app_today() - access_goes_on()), (select app_today() + access_goes_on() + 1))
union all
select w.organiser_id, w.client_id, service_task(w.service)
from access_waiting w
where w.organiser_id = any((select app_organisers())::uuid[]) and upper(w.during) + access_goes_on() <= (select app_today())
union all
select q.organiser_id, q.client_id, service_task(d.service)
from rectification_request q
join decision_decision d on d.id = q.decision_id
where q.organiser_id = any((select app_organisers())::uuid[]) and access_days(q.received_on,
  coalesce(q.court_decided_on, case when q.appealed_on is null then coalesce(q.served_on, q.decided_on) end) + access_to_rectify())
  @> (select app_today());

-- One's own relations by service task: officials to clients with a current matter, or whom they opened for a stated reason and a day;
-- finance to clients with an account, until its vouchers are kept no more (703/2023, annex: three years). Officials keep the register,
-- too: they know who is a client at all, receive a new matter, and open an ended client.
create view access_official (worker_id, organiser_id, client_id, relation, during) as
select p.worker_id, p.organiser_id, m.client_id, 'official_for'::text as relation, daterange((select app_today()), (select app_today()) + 1) as during
from worker_post p
join access_matter m on m.organiser_id = p.organiser_id and m.task = any(p.tasks)
where p.worker_id = app_worker() and p.role = 'social-worker' and p.during @> (select app_today())
union all
select o.worker_id, o.organiser_id, o.client_id, 'official_for', daterange((select app_today()), (select app_today()) + 1)
from client_opening o
where o.worker_id = app_worker() and o.organiser_id = any((select app_organisers())::uuid[])
  and (select app_now()) >= o.opened_at and (select app_now()) < o.opened_at + access_opened()
  and exists (select from worker_post p where p.worker_id = o.worker_id and p.organiser_id = o.organiser_id and p.role = 'social-worker'
    and p.during @> (select app_today()));

create view access_paymaster (worker_id, organiser_id, client_id, relation, during) as
select p.worker_id, p.organiser_id, m.client_id, 'paymaster_for', p.during * daterange(lower(m.during),
  access_vouchers_until(upper(m.during)))
from worker_post p
join placement_placement m on m.organiser_id = p.organiser_id and service_task(m.service) = any(p.tasks)
where p.worker_id = app_worker() and p.organiser_id = any((select app_organisers())::uuid[]) and p.role = 'finance'
  and p.during && daterange(lower(m.during), access_vouchers_until(upper(m.during)));

create view access_keeper (worker_id, organiser_id, client_id, relation, during) as
select p.worker_id, p.organiser_id, c.id, 'keeper_of', p.during
from worker_post p
join client_client c on c.organiser_id = p.organiser_id
where p.worker_id = app_worker() and p.organiser_id = any((select app_organisers())::uuid[]) and p.role = 'social-worker';

-- A manager supervises the work on the team's current matters, in an act that is for supervision and for nothing else: matters of the
-- service tasks of the post; of a post with a team, of those clients for whom somebody of the team answers.
create view access_supervisor (worker_id, organiser_id, client_id, relation, during) as
select p.worker_id, p.organiser_id, m.client_id, 'supervisor_of', daterange((select app_today()), (select app_today()) + 1)
from worker_post p
join access_matter m on m.organiser_id = p.organiser_id and m.task = any(p.tasks)
where p.worker_id = app_worker() and p.role = 'manager' and p.during @> (select app_today()) and (select app_purpose()) = 'supervision'
  and (p.team is null or exists (
    select from worker_post mate
    join (select worker_id, client_id, during from relationship_responsible
      union all select worker_id, client_id, during from relationship_case_manager
      union all select worker_id, client_id, during from ownworker_naming) a on a.worker_id = mate.worker_id
    where mate.organiser_id = p.organiser_id and mate.team = p.team and a.client_id = m.client_id
      and daterange(lower(a.during), upper(a.during) + access_goes_on()) * mate.during @> (select app_today())));

create view access_task with (security_barrier = true) as
select worker_id, organiser_id, client_id, relation, during from (
select * from access_official union all select * from access_paymaster union all select * from access_keeper union all select * from access_supervisor
) every
where worker_id = app_worker();

-- What each relation stands on is a view of its own, of everybody's, which nobody but their owner reads.
-- the named worker of a client relationship; how it ended is asked only of those that did, which are few
create view access_responsible (worker_id, organiser_id, client_id, relation, during, received_on) as
select r.worker_id, r.organiser_id, r.client_id, 'responsible_for'::text as relation, daterange(lower(r.during),
  -- Looked up for the few that ended: by an exists, all that wait would be put together for each who asks.
  case when upper(r.during) is not null and (
    select true from access_waiting w where w.relationship_id = r.relationship_id and upper(w.during) = upper(r.during)) is null
    then upper(r.during) + access_goes_on() end) as during,
  null::date as received_on
from relationship_responsible r
union all
select m.worker_id, m.organiser_id, m.client_id, 'responsible_for', daterange(lower(m.during), upper(m.during) + access_goes_on()), null
from relationship_case_manager m
union all
-- the own worker, beside the client through all services
select n.worker_id, n.organiser_id, n.client_id, 'responsible_for', daterange(lower(n.during), upper(n.during) + access_goes_on()), null
from ownworker_naming n;

-- workers of one team of a role whose workers stand in for one another (job coaches): the clients of one's team mates
create view access_mate (worker_id, organiser_id, client_id, relation, during, received_on) as
select p.worker_id, r.organiser_id, r.client_id, 'coach_of',
  p.during * daterange(lower(r.during), upper(r.during) + access_goes_on()), null::date
from worker_post p
join worker_post mate on mate.organiser_id = p.organiser_id and mate.role = p.role and mate.team is not distinct from p.team
join relationship_responsible r on r.worker_id = mate.worker_id
where p.role = any(array(select s.role from worker_role_service s where s.stands_in))
  and p.during && daterange(lower(r.during), upper(r.during) + access_goes_on());

-- those who receive referrals of a service, for the matter: through the day on which it is denied or withdrawn; of a granted one
-- until somebody answers for it or it has its place, at most half a year; of one that waits at most for a year. The day of receipt lets an index find the year's.
create view access_received (worker_id, organiser_id, client_id, relation, during, received_on) as
select p.worker_id, r.organiser_id, r.client_id, 'receiver_of', p.during * f.during, r.received_on
from worker_post p
join worker_role_service s on s.role = p.role
join referral_referral r on r.organiser_id = p.organiser_id and r.service = s.service
-- Looked up for each of the referrals: joined, all decisions of a county were read to find those of a year.
left join lateral (select d.id, d.outcome, d.decided_on from decision_decision d where d.referral_id = r.id and d.annulled_on is null offset 0) d on true
-- Reckoned once a referral: as a part of the condition it was asked anew for the answer. First by its own days and the decision's, and
-- when somebody answered or it had its place for those alone that these leave open today, which most of a year's are not.
cross join lateral (select daterange(r.received_on, least(r.received_on + access_to_matter(), r.withdrawn_on + 1,
    case when d.outcome = 'grant' then greatest(d.decided_on, r.received_on) + access_to_begin()
      when d.id is not null then greatest(d.decided_on, r.received_on) + 1 end)) as during offset 0) o
cross join lateral (select o.during * daterange(null, case when d.outcome = 'grant' then
    (select min(greatest(lower(a.during), r.received_on)) + access_goes_on() from relationship_relationship b
      join (select relationship_id, during from relationship_responsible union all select relationship_id, during from placement_placement) a
        on a.relationship_id = b.id
      where b.decision_id = d.id) end) as during where o.during @> (select app_today()) offset 0) f
where p.during && f.during;

-- who leads the client's group
create view access_led (worker_id, organiser_id, client_id, relation, during, received_on) as
select l.worker_id, m.organiser_id, m.client_id, 'leader_of',
  l.during * daterange(lower(m.during), upper(m.during) + access_goes_on()), null::date
from worker_group_lead l
join placement_placement m on m.group_id = l.group_id
where l.during && daterange(lower(m.during), upper(m.during) + access_goes_on())
union all
-- instructors of the unit where the client takes part
select p.worker_id, m.organiser_id, m.client_id, 'instructor_of',
  p.during * daterange(lower(m.during), upper(m.during) + access_goes_on()), null::date
from worker_post p
join organiser_group g on g.unit_id = p.unit_id
join placement_placement m on m.group_id = g.id
where p.role in ('instructor', 'rehabilitative-instructor') and p.during && daterange(lower(m.during), upper(m.during) + access_goes_on());

-- Relations to one client. Each goes on for some days after its end; but a matter that is denied or withdrawn leaves nothing open.
-- Only one's own, towards the organisers at hand: as owner of its tables the view would tell everybody's to hand-written SQL.
create view access_client with (security_barrier = true) as
select worker_id, organiser_id, client_id, relation, during, received_on from (
select * from access_responsible union all select * from access_mate union all select * from access_received union all select * from access_led
) every
where worker_id = (select app_worker()) and organiser_id = any((select app_organisers())::uuid[]);

create view access with (security_barrier = true) as
select worker_id, organiser_id, client_id, relation, during from access_client
union all
select worker_id, organiser_id, client_id, relation, during from access_task;

grant select on access, access_client to kykypolku_app;

-- Has this worker a post in the role, or in one of the roles, today, at one of the organisers at hand? With a path and rights of its own:
-- asked by policies and by functions of the owner in turns, it was else planned anew each time.
create or replace function app_in_role(asked text) returns boolean stable security definer set search_path = public, pg_temp language plpgsql as $$
begin
  return exists (select from worker_post p where p.worker_id = (select app_worker()) and p.role = asked
    and p.organiser_id = any((select app_organisers())::uuid[]) and p.during @> (select app_today()));
end $$;

create or replace function platform.in_any_role(asked text[]) returns boolean stable security definer set search_path = public, pg_temp language plpgsql as $$
begin
  return exists (select from worker_post p where p.worker_id = (select app_worker()) and p.role = any(asked)
    and p.organiser_id = any((select app_organisers())::uuid[]) and p.during @> (select app_today()));
end $$;

-- An official reads who is a client of the organiser at all: to find whether a newcomer has a record already, and to open an ended
-- one for a stated reason.
create or replace function app_official() returns boolean stable language plpgsql as $$
declare
  entry constant pg_catalog.text[] := public.app_entry();
begin
  return coalesce(entry[9] operator(pg_catalog.=) 't', entry[3] operator(pg_catalog.=) any(array['case', 'money']) and public.app_in_role('social-worker'), false);
end $$;

-- What is kept under a mark within this transaction; null where it is not, or where somebody wrote over it. Whoever is marked had entered
-- when the mark was made, so that the entry goes into it and need not be proven once more. Policies ask here once for each table of a
-- statement, so that it costs little: it has no settings of its own, and the mark is reckoned in place.
create or replace function platform.kept_text(name text) returns text stable security definer language plpgsql as $$
declare
  -- Types by their schema: else somebody's own, made in passing, would be taken for them.
  kept constant pg_catalog.text := pg_catalog.current_setting(name, true);
  outer_one pg_catalog.bytea;
  inner_one pg_catalog.bytea;
begin
  if kept is null or kept operator(pg_catalog.=) '' then
    return null;
  end if;
  select outer_half, inner_half into outer_one, inner_one from public.platform_entry_key;
  if pg_catalog.encode(pg_catalog.sha256(outer_one operator(pg_catalog.||) pg_catalog.sha256(inner_one operator(pg_catalog.||)
      pg_catalog.convert_to(pg_catalog.concat_ws('.', name, extract(epoch from pg_catalog.now()),
        pg_catalog.concat(pg_catalog.current_setting('app.entry', true), kept)), 'UTF8'))), 'hex')
      operator(pg_catalog.=) pg_catalog.current_setting(name operator(pg_catalog.||) '_mark', true) then
    return pg_catalog.substr(kept, 2);
  end if;
  return null;
end $$;

-- Read so it takes half as long as an array's own text does.
create or replace function platform.kept_clients(name text) returns uuid[] stable security definer language plpgsql as $$
begin
  return pg_catalog.string_to_array(platform.kept_text(name), ',')::pg_catalog.uuid[];
end $$;

create or replace function platform.keep_text(name text, told text) returns void security definer set search_path = pg_catalog, pg_temp language plpgsql as $$
declare
  kept constant text := '=' || told;
begin
  perform set_config(name, kept, true), set_config(name || '_mark', platform.mark_kept(name, concat(current_setting('app.entry', true), kept)), true);
end $$;

create or replace function platform.keep_clients(name text, clients uuid[]) returns void security definer set search_path = pg_catalog, pg_temp language plpgsql as $$
begin
  perform platform.keep_text(name, array_to_string(clients, ','));
end $$;

-- The clients of an official's service tasks, of the matters that a manager supervises, or of the accounts that finance keeps: many, so
-- that a policy asks a hash of them, made where a row is met that is not of the few of app_clients. Asked of the view once a transaction,
-- and kept under a mark.
create or replace function app_task_clients() returns uuid[] stable security definer set search_path = public, pg_temp
  set plan_cache_mode = force_generic_plan set enable_nestloop = off language plpgsql as $$
declare
  kept uuid[];
  wanted constant text := case app_purpose() when 'supervision' then 'supervisor_of' when 'money' then 'paymaster_for' else 'official_for' end;
  today date;
begin
  if wanted = 'official_for' and not app_official() then
    return '{}';
  end if;
  kept := platform.kept_clients('app.task_clients');
  if kept is not null then
    return kept;
  end if;
  today := app_today();
  kept := array(select distinct a.client_id from access a where a.relation = wanted and a.during @> today);
  perform platform.keep_clients('app.task_clients', kept);
  return kept;
end $$;

-- Finds the clients to whom this worker has a relation today, and those of them whom one sees as instructor or leader of a group alone:
-- asked of the view once a transaction, not once a table and row, and kept under a mark. Nothing where nobody's case, money or figure is
-- asked for: such an act is kept in no trail.
-- Measured: as a condition on the view in each policy, a page of ten tables spent 20 ms in planning alone.
create or replace function platform.find_clients() returns boolean stable security definer set search_path = public, pg_temp
  set plan_cache_mode = force_generic_plan language plpgsql as $$
declare
  today date;
  clients uuid[];
  narrow uuid[];
begin
  if app_purpose() = 'none' then
    return false;
  end if;
  -- Whoever supervises or pays works with nobody by it: app_task_clients has the clients of the matters and accounts.
  if app_purpose() in ('supervision', 'money') then
    perform platform.keep_clients('app.clients', '{}'), platform.keep_clients('app.narrow', '{}');
    return true;
  end if;
  today := app_today();
  -- In two parts, so that of all referrals ever received only the last year's are looked at.
  select coalesce(array_agg(every.client_id), '{}'), coalesce(array_agg(every.client_id) filter (where not every.whole), '{}')
    into clients, narrow
    from (
      select a.client_id, bool_or(a.relation not in ('leader_of', 'instructor_of')) as whole
      from (select client_id, during, relation from access_client where received_on is null
        union all
        select client_id, during, relation from access_client where received_on between today - access_to_matter() - 1 and today) a
      where a.during @> today group by a.client_id) every;
  -- The client of the act, when the gate has found a relation: so that no other clients need to be asked for.
  if app_client() is not null then
    clients := clients || app_client();
  end if;
  perform platform.keep_clients('app.clients', clients), platform.keep_clients('app.narrow', narrow);
  return true;
end $$;

create or replace function app_clients() returns uuid[] stable security definer language plpgsql as $$
declare
  kept pg_catalog.uuid[] := platform.kept_clients('app.clients');
begin
  if kept is null and platform.find_clients() then
    kept := platform.kept_clients('app.clients');
  end if;
  return coalesce(kept, '{}');
end $$;

-- The clients of whom this worker sees something in an act of casework. The policies say it too, of each row; a list of the whole organiser
-- that begins with these finds theirs by an index, where it would look at everybody's row to leave most out.
create or replace function app_seen() returns setof uuid stable rows 100 language sql as $$
  select unnest((select app_clients())) union select unnest((select app_task_clients()))
$$;

-- Those of the clients to whom this worker stands today in one of the relations: asked of each of them, where all of a worker's would be
-- found first.
drop function if exists app_related(text[]);
create or replace function app_related_among(relations text[], clients uuid[]) returns setof uuid rows 20 stable language sql as $$
  select distinct a.client_id from access_client a
  where a.client_id = any(clients) and a.relation = any(relations) and a.during @> (select app_today())
$$;

-- May this worker see this one client for the purpose at hand? For a single question; policies ask the three by themselves.
create or replace function app_sees(client uuid) returns boolean stable language sql as $$
  select app_wide() or client = any(app_clients()) or client = any(app_task_clients())
$$;

-- Those of them whom this worker sees only as instructor or leader of a group: of them one reads what the service at the place
-- needs, and nothing of the other services (457/2024 section 15: who implements a service reads what is of that service).
create or replace function app_narrow() returns uuid[] stable security definer language plpgsql as $$
declare
  narrow pg_catalog.uuid[] := platform.kept_clients('app.narrow');
begin
  if narrow operator(pg_catalog.=) '{}' or public.app_wide() then
    return '{}';
  end if;
  if narrow is null and platform.find_clients() then
    narrow := platform.kept_clients('app.narrow');
  end if;
  if narrow is null or narrow operator(pg_catalog.=) '{}' or not public.app_official() then
    return narrow;
  end if;
  return array(select n from pg_catalog.unnest(narrow) n where n operator(pg_catalog.<>) all(public.app_task_clients()));
end $$;

-- In which service tasks this worker supervises the work today.
create or replace function app_supervised_tasks() returns text[] stable security definer set search_path = public, pg_temp language sql as $$
  select coalesce(array_agg(distinct t.task), '{}') from worker_post p cross join unnest(p.tasks) t (task)
  where p.worker_id = (select app_worker()) and p.role = 'manager' and p.organiser_id = any((select app_organisers())::uuid[])
    and p.during @> (select app_today())
$$;

-- In which service tasks this worker pays today, and the places in them: marks and lines of the ledger are of a place.
create or replace function app_paid_tasks() returns text[] stable security definer set search_path = public, pg_temp language sql as $$
  select coalesce(array_agg(distinct t.task), '{}') from worker_post p cross join unnest(p.tasks) t (task)
  where p.worker_id = (select app_worker()) and p.role = 'finance' and p.organiser_id = any((select app_organisers())::uuid[])
    and p.during @> (select app_today())
$$;
create or replace function app_paid_placements() returns uuid[] stable security definer set search_path = public, pg_temp language sql as $$
  select coalesce(array_agg(p.id), '{}') from placement_placement p
  where p.organiser_id = any((select app_organisers())::uuid[]) and service_task(p.service) = any((select app_paid_tasks())::text[])
$$;

-- The services of the groups that this worker leads or instructs. With a path and rights of its own, as app_in_role is, and for the same.
-- Found once a transaction, as the clients are: the tables of one statement asked for it anew.
create or replace function app_narrow_services() returns text[] stable security definer set search_path = public, pg_temp language plpgsql as $$
declare
  kept text := platform.kept_text('app.narrow_services');
begin
  if kept is null then
    -- Each way by its own index: with an or all groups of a country were looked through.
    kept := coalesce((select string_agg(distinct g.service, ',') from (
        select l.group_id as id from worker_group_lead l where l.worker_id = (select app_worker())
        union
        select u.id from worker_post p join organiser_group u on u.unit_id = p.unit_id where p.worker_id = (select app_worker())
          and p.role in ('instructor', 'rehabilitative-instructor') and p.during @> (select app_today())) own
      join organiser_group g on g.id = own.id), '');
    perform platform.keep_text('app.narrow_services', kept);
  end if;
  return string_to_array(kept, ',');
end $$;

-- May this worker see this one client as a whole, not only as instructor or leader of a group; or what is of one service? For functions with
-- their owner's rights, which no policy holds.
create or replace function app_sees_whole(client uuid) returns boolean stable language sql as $$
  select app_sees(client) and (coalesce(client = app_open(), false) or client <> all(app_narrow()))
$$;
create or replace function app_sees_service(client uuid, service text) returns boolean stable language sql as $$
  select app_sees(client) and (coalesce(client = app_open(), false) or client <> all(app_narrow()) or service = any(app_narrow_services()))
$$;

-- The plans, decisions, relationships, referrals, places or agreements in those services of the clients whom one sees as instructor or
-- leader of a group alone. A list, since a policy that asks of each row's own makes the planner expect few rows, and put months of money
-- together a row at a time. Found once a transaction, too.
create or replace function app_narrow_rows(kind text) returns uuid[] stable security definer set search_path = public, pg_temp language plpgsql as $$
declare
  kept uuid[] := platform.kept_clients('app.narrow_' || kind);
  clients uuid[];
  named text[];
begin
  if kept is null then
    clients := app_narrow();
    named := app_narrow_services();
    kept := case kind
      when 'plan' then array(select t.id from plan_plan t where t.client_id = any(clients) and t.service = any(named))
      when 'decision' then array(select t.id from decision_decision t where t.client_id = any(clients) and t.service = any(named))
      when 'relationship' then array(select t.id from relationship_relationship t where t.client_id = any(clients) and t.service = any(named))
      when 'referral' then array(select t.id from referral_referral t where t.client_id = any(clients) and t.service = any(named))
      when 'placement' then array(select t.id from placement_placement t where t.client_id = any(clients) and t.service = any(named))
      when 'agreement' then array(select t.id from agreement_agreement t join placement_placement p on p.id = t.placement_id
        where t.client_id = any(clients) and p.service = any(named)) end;
    perform platform.keep_clients('app.narrow_' || kind, kept);
  end if;
  return kept;
end $$;

-- In which service tasks one may read what has a service: those for which one pays or in which one supervises, where the table is
-- open to that purpose; none for another purpose, which has no bounds.
create or replace function app_tasks_at_hand(paid boolean, supervised boolean) returns text[] stable security definer set search_path = public, pg_temp
  language sql as $$
  select case app_purpose() when 'money' then case when paid then app_paid_tasks() end
    when 'supervision' then case when supervised then app_supervised_tasks() end end
$$;
create or replace function app_placements_at_hand() returns uuid[] stable security definer set search_path = public, pg_temp language sql as $$
  select case when app_purpose() = 'money' then app_paid_placements() end
$$;

create or replace function platform.forget_narrow() returns void language sql as $$
  select set_config('app.narrow_' || kind, '', true) from unnest(array['plan', 'decision', 'relationship', 'referral', 'placement', 'agreement']) kind
$$;
create or replace function platform.forget_narrow_rows() returns trigger security definer set search_path = pg_catalog, pg_temp language plpgsql as $$
begin
  perform platform.forget_narrow();
  return null;
end $$;
-- What a list of narrow rows is found from, and no relation is.
create or replace trigger forget_narrow_rows after insert or update or delete on plan_plan for each statement execute function platform.forget_narrow_rows();
create or replace trigger forget_narrow_rows after insert or update or delete on agreement_agreement for each statement execute function platform.forget_narrow_rows();

-- A relation that begins or ends within the transaction is asked anew, and so is a post.
create or replace function platform.forget_clients() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
declare
  entry constant text[] := app_entry();
begin
  perform set_config('app.clients', '', true), set_config('app.narrow', '', true), set_config('app.task_clients', '', true),
    set_config('app.narrow_services', '', true), platform.forget_narrow();
  if entry[6] <> '' or entry[9] is not null then
    perform platform.keep_entry(entry[1], entry[2], entry[3], entry[4], entry[5], '', '', entry[8] = 't');
  end if;
  return null;
end $$;
do $$
declare
  name text;
begin
  foreach name in array array['relationship_responsible', 'relationship_case_manager', 'ownworker_naming', 'referral_referral', 'placement_placement', 'worker_group_lead', 'worker_post',
    'decision_decision', 'relationship_relationship', 'rectification_request', 'client_opening', 'organiser_group']
  loop
    execute format('create or replace trigger forget_clients after insert or update or delete on %I for each statement execute function platform.forget_clients()', name);
  end loop;
end $$;

-- Does finance pay for all that the organiser gives? Whose posts have fewer service tasks pays for the clients of those alone.
create or replace function platform.pays_all(worker uuid, organiser uuid, today date) returns boolean stable security definer
  set search_path = public, pg_temp language sql as $$
  select cardinality(paid.tasks) > 0 and not exists (
    select from organiser_offering o where o.organiser_id = organiser and service_task(o.service) <> all(paid.tasks))
  from (select array(select distinct t.task from worker_post p cross join unnest(p.tasks) t (task)
    where p.worker_id = worker and p.organiser_id = organiser and p.role = 'finance' and p.during @> today) as tasks) paid
$$;

-- The question that comes before every act, as a function whose plans each connection keeps: planning them anew took
-- longer than answering them.
create or replace function platform.enter(worker uuid, organiser uuid, purpose text, today date, instant text, client uuid) returns text[]
  security definer set search_path = public, pg_temp language plpgsql as $$
declare
  organisers constant text := case when organiser is null then '{}' else '{' || organiser || '}' end;
  wide boolean := worker is not null and (purpose = 'figures' or purpose = 'money' and platform.pays_all(worker, organiser, today));
  whole boolean;
  related text[] := '{}';
  posts text[];
begin
  perform platform.keep_entry(worker::text, organisers, purpose, today::text, instant, '', '', wide), set_config('app.known_at', '', true), set_config('app.acted_on', '', true);
  if client is null or worker is null then
    return '{}';
  end if;
  -- The same as the view access has it, but that only those parts of it are asked which the posts of today can give: one that answers
  -- nothing cost as much as one that does.
  posts := array(select p.role from worker_post p where p.worker_id = worker and p.during @> today);
  if purpose = 'supervision' then
    related := array(select a.relation from access_supervisor a where a.worker_id = worker and a.client_id = client and a.organiser_id = organiser and a.during @> today);
  elsif 'finance' = any(posts) then
    related := array(select a.relation from access_paymaster a where a.worker_id = worker and a.client_id = client and a.organiser_id = organiser and a.during @> today);
  end if;
  if 'social-worker' = any(posts) and purpose <> 'supervision' then
    related := related || array(select a.relation from access_keeper a where a.worker_id = worker and a.client_id = client and a.organiser_id = organiser and a.during @> today);
    if purpose <> 'money' then
      related := related || array(select a.relation from access_official a where a.worker_id = worker and a.client_id = client and a.organiser_id = organiser and a.during @> today);
    end if;
  end if;
  if purpose not in ('money', 'supervision') then
    related := related || array(select a.relation from access_responsible a where a.worker_id = worker and a.client_id = client and a.organiser_id = organiser and a.during @> today);
    if exists (select from worker_role_service s where s.role = any(posts)) then
      related := related || array(select a.relation from access_mate a where a.worker_id = worker and a.client_id = client and a.organiser_id = organiser and a.during @> today)
        || array(select a.relation from access_received a where a.worker_id = worker and a.client_id = client and a.organiser_id = organiser and a.during @> today);
    end if;
    if exists (select from worker_group_lead l where l.worker_id = worker) or posts && '{instructor,rehabilitative-instructor}' then
      related := related || array(select a.relation from access_led a where a.worker_id = worker and a.client_id = client and a.organiser_id = organiser and a.during @> today);
    end if;
  end if;
  if related <@ '{keeper_of}' or purpose = 'none' or purpose = 'case' and related <@ '{keeper_of,paymaster_for}' then
    return related;
  end if;
  -- All but those who see them only as instructor or leader of a group.
  whole := not related && '{leader_of,instructor_of}' or related && '{responsible_for,coach_of,receiver_of,supervisor_of}' or wide
    or 'official_for' = any(related) and app_official();
  perform platform.keep_entry(worker::text, organisers, purpose, today::text, instant, client::text, case when whole then client::text else '' end, wide),
    set_config('app.acted_on', client::text, true), set_config('app.acted_on_mark', platform.mark_kept('acted on', client::text), true);
  return related;
end $$;

-- The client of the act for the whole of its transaction, also where a relation ends within it: by it one may write, and see no more.
create or replace function app_acted_on() returns uuid stable security definer set search_path = public, pg_temp language plpgsql as $$
declare
  kept constant text := coalesce(current_setting('app.acted_on', true), '');
begin
  if kept <> '' and current_setting('app.acted_on_mark', true) = platform.mark_kept('acted on', kept) then
    return kept::uuid;
  end if;
  return null;
end $$;

-- Was this client registered in this transaction?
create or replace function app_newcomer(client uuid) returns boolean stable security definer set search_path = public, pg_temp language sql as $$
  select exists (select from client_client c where c.id = client and c.organiser_id = any((select app_organisers())::uuid[])
    and c.xmin = pg_current_xact_id_if_assigned()::xid)
$$;

-- The server's ways in: for a worker whom it knows, and for whomever a session is of. They answer the relations to the client.
create or replace function app_enter(worker uuid, organiser uuid, purpose text, today date, instant text, client uuid, proof text) returns text[]
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  perform platform.must_be_proven(proof, 'enter', worker::text, organiser::text, purpose, today::text, instant, client::text);
  return platform.enter(worker, organiser, purpose, today, instant, client);
end $$;

create or replace function app_enter_session(token bytea, purpose text, today date, instant text, client uuid, proof text) returns text[]
  security definer set search_path = public, pg_temp language plpgsql as $$
declare
  session platform_session;
begin
  perform platform.must_be_proven(proof, 'enter session', encode(token, 'hex'), purpose, today::text, instant, client::text);
  select * into session from platform_session s where s.token_hash = token;
  return case when found then platform.enter(session.worker_id, session.organiser_id, purpose, today, instant, client) end;
end $$;

-- Turns whoever has entered to counting for these organisers, and back to one's own. On the day and at the instant of the entry.
create or replace function app_count_across(organisers uuid[], proof text) returns void
  security definer set search_path = public, pg_temp language plpgsql as $$
declare
  entry constant text[] := app_entry();
begin
  perform platform.must_be_proven(proof, 'count across', array_to_json(organisers)::text);
  perform platform.keep_entry(entry[1], organisers::text, 'figures', entry[4], entry[5], entry[6], entry[7], coalesce(entry[1], '') <> '');
end $$;

create or replace function app_act_as(worker uuid, organiser uuid, purpose text, proof text) returns void
  security definer set search_path = public, pg_temp language plpgsql as $$
declare
  entry constant text[] := app_entry();
begin
  perform platform.must_be_proven(proof, 'act as', worker::text, organiser::text, purpose);
  perform platform.enter(worker, organiser, purpose, entry[4]::date, entry[5], null);
end $$;

revoke execute on function platform.enter(uuid, uuid, text, date, text, uuid), platform.pays_all(uuid, uuid, date), platform.find_clients(),
  platform.kept_text(text), platform.keep_text(text, text), platform.kept_clients(text), platform.keep_clients(text, uuid[]) from public;
