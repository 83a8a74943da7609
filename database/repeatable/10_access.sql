-- Who may open whom: the one place. Read by the gate, by list filters and by row-level security alike.
-- The views run with their owner's rights, so that a policy can ask them without asking itself.
drop view if exists access cascade;
drop view if exists access_client cascade;
drop view if exists access_post cascade;

-- For how many days a relation goes on after its end, so that what was left open can be finished; and a matter is open to whoever
-- received it.
create or replace function access_goes_on() returns int immutable parallel safe language sql return 30;
create or replace function access_to_matter() returns int immutable parallel safe language sql return 365;

-- Relations to every client of an organiser, and what they are for.
create view access_post as
select p.worker_id, p.organiser_id, r.relation, r.purpose, p.during
from worker_post p
join (values
  ('social-worker', 'official_for', 'case'),
  ('social-worker', 'official_for', 'money'),
  ('finance', 'paymaster_for', 'money')
) r (role, relation, purpose) on r.role = p.role;

-- Relations to one client. Each goes on for some days after its end; but a matter that is denied or withdrawn leaves nothing open.
-- Only one's own, towards the organisers at hand: as owner of its tables the view would tell everybody's to hand-written SQL.
create view access_client with (security_barrier = true) as
select worker_id, organiser_id, client_id, relation, during, received_on from (
-- the named worker of a client relationship
select r.worker_id, r.organiser_id, r.client_id, 'responsible_for'::text as relation,
  daterange(lower(r.during), upper(r.during) + access_goes_on()) as during, null::date as received_on
from relationship_responsible r
union all
select m.worker_id, m.organiser_id, m.client_id, 'responsible_for', daterange(lower(m.during), upper(m.during) + access_goes_on()), null
from relationship_case_manager m
union all
-- workers of one team of a role whose workers stand in for one another (job coaches): the clients of one's team mates
select p.worker_id, r.organiser_id, r.client_id, 'coach_of',
  p.during * daterange(lower(r.during), upper(r.during) + access_goes_on()), null
from worker_post p
join worker_post mate on mate.organiser_id = p.organiser_id and mate.role = p.role and mate.team is not distinct from p.team
join relationship_responsible r on r.worker_id = mate.worker_id
where p.role in (select s.role from worker_role_service s where s.stands_in)
  and p.during && daterange(lower(r.during), upper(r.during) + access_goes_on())
union all
-- those who receive referrals of a service, for the matter: through the day on which it is denied or withdrawn; of a granted one
-- until somebody answers for it or it has its place; at most for a year. The day of receipt lets an index find the year's.
select p.worker_id, f.organiser_id, f.client_id, 'receiver_of', p.during * f.during, f.received_on
from worker_post p
join worker_role_service s on s.role = p.role
join (
  select r.organiser_id, r.client_id, r.service, r.received_on, daterange(r.received_on, least(r.received_on + access_to_matter(), r.withdrawn_on + 1,
    case d.outcome when 'deny' then greatest(d.decided_on, r.received_on) + 1 else
      (select min(greatest(lower(a.during), r.received_on)) + access_goes_on() from relationship_relationship b
        join (select relationship_id, during from relationship_responsible union all select relationship_id, during from placement_placement) a
          on a.relationship_id = b.id
        where b.decision_id = d.id) end)) as during
  from referral_referral r
  left join decision_decision d on d.referral_id = r.id and d.annulled_on is null
) f on f.organiser_id = p.organiser_id and f.service = s.service
where p.during && f.during
union all
-- who leads the client's group
select l.worker_id, m.organiser_id, m.client_id, 'leader_of',
  l.during * daterange(lower(m.during), upper(m.during) + access_goes_on()), null
from worker_group_lead l
join placement_placement m on m.group_id = l.group_id
where l.during && daterange(lower(m.during), upper(m.during) + access_goes_on())
union all
-- instructors of the unit where the client takes part
select p.worker_id, m.organiser_id, m.client_id, 'instructor_of',
  p.during * daterange(lower(m.during), upper(m.during) + access_goes_on()), null
from worker_post p
join organiser_group g on g.unit_id = p.unit_id
join placement_placement m on m.group_id = g.id
where p.role in ('instructor', 'rehabilitative-instructor') and p.during && daterange(lower(m.during), upper(m.during) + access_goes_on())
) every
where worker_id = app_worker() and organiser_id = any((select app_organisers())::uuid[]);

create view access with (security_barrier = true) as
select worker_id, organiser_id, client_id, relation, during from access_client
union all
select p.worker_id, p.organiser_id, c.id, p.relation, p.during
from (select distinct worker_id, organiser_id, relation, during from access_post) p
join client_client c on c.organiser_id = p.organiser_id
where p.worker_id = app_worker() and p.organiser_id = any((select app_organisers())::uuid[]);

grant select on access, access_client, access_post to kykypolku_app;

-- Asked once a query: may this worker, for this purpose, see every client of the organisers at hand?
-- Counting is for every signed-in worker; what leaves the organiser is suppressed by the figures.
create or replace function app_wide() returns boolean stable language plpgsql as $$
declare
  asked constant text := concat_ws(' ', current_setting('app.worker', true), current_setting('app.purpose', true),
    current_setting('app.organisers', true), app_today());
  kept constant text := current_setting('app.wide', true);
  wide boolean;
begin
  if left(kept, -1) = asked then
    return right(kept, 1) = 't';
  end if;
  wide := app_worker() is not null and (
    app_purpose() = 'figures'
    or exists (select 1 from access_post p where p.worker_id = app_worker() and p.purpose = app_purpose()
      and p.organiser_id = any(app_organisers()) and p.during @> app_today()));
  perform set_config('app.wide', asked || left(wide::text, 1), true);
  return wide;
end $$;

-- The clients to whom this worker has a relation today: asked of the view once a transaction, not once a table and row.
-- Measured: as a condition on the view in each policy, a page of ten tables spent 20 ms in planning alone.
create or replace function app_clients() returns uuid[] stable language plpgsql as $$
declare
  asked constant text := concat_ws(' ', current_setting('app.worker', true), current_setting('app.organisers', true),
    current_setting('app.today', true));
  today date;
  clients uuid[];
  narrow uuid[];
begin
  -- Who asked is kept apart from the answer: cutting the one off the other cost more than reading it.
  -- What is for nobody's case, money or figure sees nobody: such an act is kept in no trail.
  if app_purpose() is null or app_purpose() = 'none' then
    return '{}';
  end if;
  if current_setting('app.clients_of', true) = asked and asked <> '' then
    return current_setting('app.clients', true)::uuid[];
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
  perform set_config('app.clients', clients::text, true), set_config('app.narrow', narrow::text, true),
    set_config('app.clients_of', asked, true);
  return clients;
end $$;

-- Those of them whom this worker sees only as instructor or leader of a group: of them one reads what the service at the place
-- needs, and nothing of the other services (457/2024 section 15: who implements a service reads what is of that service).
create or replace function app_narrow() returns uuid[] stable language plpgsql as $$
begin
  if app_wide() then
    return '{}';
  end if;
  perform app_clients();
  return current_setting('app.narrow', true)::uuid[];
end $$;

-- The services of the groups that this worker leads or instructs.
create or replace function app_narrow_services() returns text[] stable language sql as $$
  select coalesce(array_agg(distinct g.service), '{}') from organiser_group g
  where g.id in (select l.group_id from worker_group_lead l where l.worker_id = app_worker())
    or g.unit_id in (select p.unit_id from worker_post p where p.worker_id = app_worker()
      and p.role in ('instructor', 'rehabilitative-instructor') and p.during @> app_today())
$$;

-- A relation that begins or ends within the transaction is asked anew.
create or replace function platform.forget_clients() returns trigger language plpgsql as $$
begin
  perform set_config('app.clients_of', '', true), set_config('app.wide', '', true);
  return null;
end $$;
do $$
declare
  name text;
begin
  foreach name in array array['relationship_responsible', 'relationship_case_manager', 'referral_referral', 'placement_placement', 'worker_group_lead', 'worker_post']
  loop
    execute format('create or replace trigger forget_clients after insert or update or delete on %I for each statement execute function platform.forget_clients()', name);
  end loop;
end $$;

-- The question that comes before every act, as a function whose plans each connection keeps: planning them anew took
-- longer than answering them.
create or replace function app_enter(worker uuid, organiser uuid, purpose text, today date, instant timestamptz, client uuid) returns text[]
  language plpgsql as $$
begin
  perform set_config('app.worker', coalesce(worker::text, ''), true), set_config('app.organisers', coalesce('{' || organiser || '}', '{}'), true),
    set_config('app.purpose', purpose, true), set_config('app.today', today::text, true), set_config('app.now', instant::text, true),
    set_config('app.known_at', '', true);
  if client is null or worker is null then
    return '{}';
  end if;
  return array(select a.relation from access a where a.client_id = client and a.during @> today);
end $$;
