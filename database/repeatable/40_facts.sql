-- The facts that figures count: one view a fact, one row a dated fact, as known at app.known_at (now where it is not set).
-- Figures, exports and nothing else read them; each says organiser, service and person where it has one.
-- On a day: during @> day. In a period: during && period. There is no third way.
drop view if exists fact_client, fact_referral, fact_decision, fact_relationship, fact_placement, fact_responsible, fact_pause,
  fact_contact, fact_rhythm, fact_agreed_rhythm, fact_attendance, fact_compensation, fact_compensation_day, fact_month, fact_participation, fact_rate, fact_exit, fact_transition,
  fact_benefit, fact_reason, fact_cooperation_link, fact_cooperation_referral, fact_agreement, fact_approval, fact_employer, fact_workplace,
  fact_post, fact_plan, fact_group_lead, fact_allocation_rule,
  fact_interruption, fact_answer cascade;

-- Where somebody lives is no fact for counting while it is protected today, on whichever record of the person: neither on an
-- earlier day nor as it was known before the protection.
create view fact_client with (security_invoker = true) as
select o.code as organiser, c.organiser_id, c.id as client_id, c.person_id, c.birth_on, c.gender, c.mother_tongue,
  c.service_language, c.easy_language, p.client_id is not null as protected,
  case when p.client_id is null then c.municipality_code end as municipality_code
from known_client_client c
left join organiser_organiser o on o.id = c.organiser_id
left join (select distinct client_id from client_protected where during @> (select app_today())) p on p.client_id = c.id;

create view fact_referral with (security_invoker = true) as
select o.code as organiser, r.organiser_id, r.service, r.client_id, c.person_id, r.id as referral_id, r.source, r.kind,
  r.received_on, r.came_on, r.withdrawn_on, d.decided_on, r.finishes_studies,
  -- Pending from its receipt until it is decided or withdrawn; on the day of either it is pending no more. What came from an
  -- organiser before is pending here from that day on.
  case when least(r.withdrawn_on, d.decided_on) is null or least(r.withdrawn_on, d.decided_on) > greatest(r.received_on, r.came_on)
    then daterange(greatest(r.received_on, r.came_on), least(r.withdrawn_on, d.decided_on)) else 'empty' end as pending
from known_referral_referral r
join known_client_client c on c.id = r.client_id
left join known_decision_decision d on d.referral_id = r.id and d.annulled_on is null
left join organiser_organiser o on o.id = r.organiser_id;

create view fact_decision with (security_invoker = true) as
select o.code as organiser, d.organiser_id, d.service, d.client_id, c.person_id, d.id as decision_id, d.referral_id, d.plan_id,
  d.outcome, d.decided_on, d.came_on, d.during,
  -- On the days when it is in force under this organiser: neither before it came from one nor after it passed to one.
  -- Nor from when another decision changed or ended it.
  nullif(d.during * daterange(null, h.over_on), 'empty') * daterange(d.came_on, d.left_on) * daterange(null, n.from_on) as in_force,
  d.provisions, d.served_on
from known_decision_decision d
join known_client_client c on c.id = d.client_id
left join organiser_organiser o on o.id = d.organiser_id
-- As decision_holds has it, asked once of all that cite the same.
left join (select provisions, decision_over_on(provisions, (select app_today())) as over_on from known_decision_decision
  group by provisions) h on h.provisions = d.provisions
left join (select changes_id, min(coalesce(lower(during), last_on + 1)) as from_on from known_decision_decision
  where changes_id is not null and annulled_on is null group by changes_id) n on n.changes_id = d.id
-- What was annulled decided nothing.
where d.annulled_on is null;

create view fact_relationship with (security_invoker = true) as
select o.code as organiser, r.organiser_id, r.service, r.client_id, c.person_id, r.id as relationship_id, r.decision_id,
  f.provision_mode, v.name as provider, r.during,
  -- The first day of the stay: under an organiser before where the client came from one.
  coalesce(r.began_on, lower(r.during)) as began_on, r.left_on
from known_relationship_relationship r
join known_client_client c on c.id = r.client_id
left join earliest_organiser_offering f on f.id = r.offering_id
left join earliest_organiser_provider v on v.id = f.provider_id
left join organiser_organiser o on o.id = r.organiser_id;

create view fact_placement with (security_invoker = true) as
select o.code as organiser, m.organiser_id, m.service, m.client_id, c.person_id, m.id as placement_id, m.relationship_id,
  m.group_id, m.workplace_id, w.employer_id, m.wage_subsidy, m.meal, m.hours_a_day, m.during
from known_placement_placement m
join known_client_client c on c.id = m.client_id
left join known_employer_workplace w on w.id = m.workplace_id
left join organiser_organiser o on o.id = m.organiser_id;

create view fact_group_lead with (security_invoker = true) as
select o.code as organiser, l.organiser_id, g.service, l.group_id, l.worker_id, g.lead_rotation_months, l.during
from known_worker_group_lead l
join earliest_organiser_group g on g.id = l.group_id
left join organiser_organiser o on o.id = l.organiser_id;

create view fact_allocation_rule with (security_invoker = true) as
select o.code as organiser, a.organiser_id, a.service, a.rule, a.case_manager_by_letter, a.during
from known_relationship_allocation_rule a
left join organiser_organiser o on o.id = a.organiser_id;

-- Who answers for a client. The leader of the client's group is never stored: it follows from the placement, from who
-- leads the group, and from the rule that the leader answers, on the days when all three hold.
create view fact_responsible with (security_invoker = true) as
select o.code as organiser, x.organiser_id, x.service, x.client_id, c.person_id, x.relationship_id, x.worker_id, x.role, x.during
from (
  select s.organiser_id, r.service, s.client_id, s.relationship_id, s.worker_id, s.role, s.during
  from known_relationship_responsible s
  join known_relationship_relationship r on r.id = s.relationship_id
  union all
  select m.organiser_id, m.service, m.client_id, m.relationship_id, l.worker_id, 'group-leader', m.during * l.during * a.during
  from known_placement_placement m
  join known_worker_group_lead l on l.group_id = m.group_id and l.during && m.during
  join known_relationship_allocation_rule a on a.organiser_id = m.organiser_id and a.service = m.service
    and a.rule = 'group-leader' and a.during && m.during * l.during
  union all
  select s.organiser_id, r.service, s.client_id, r.id, s.worker_id, 'case-manager', s.during * r.during
  from known_relationship_case_manager s
  join known_relationship_relationship r on r.client_id = s.client_id and r.during && s.during
) x
join known_client_client c on c.id = x.client_id
left join organiser_organiser o on o.id = x.organiser_id;

create view fact_pause with (security_invoker = true) as
select o.code as organiser, p.organiser_id, r.service, p.client_id, c.person_id, p.id as pause_id, p.relationship_id, p.during
from known_relationship_pause p
join known_relationship_relationship r on r.id = p.relationship_id
join known_client_client c on c.id = p.client_id
left join organiser_organiser o on o.id = p.organiser_id;

create view fact_contact with (security_invoker = true) as
select o.code as organiser, k.organiser_id, r.service, k.client_id, c.person_id, k.id as contact_id, k.relationship_id, k.worker_id,
  k.kind, k.party, k.held_on, k.minutes, k.meeting_id
from known_coaching_contact k
join known_relationship_relationship r on r.id = k.relationship_id
join known_client_client c on c.id = k.client_id
left join organiser_organiser o on o.id = k.organiser_id;

create view fact_rhythm with (security_invoker = true) as
select o.code as organiser, h.organiser_id, h.service, h.phase, h.phase_days, h.every_days, h.every_days_at_most, h.visit_at_renewal,
  h.group_meetings_a_year, h.during
from known_rhythm_rhythm h
left join organiser_organiser o on o.id = h.organiser_id;

create view fact_agreed_rhythm with (security_invoker = true) as
select o.code as organiser, a.organiser_id, r.service, a.client_id, c.person_id, a.relationship_id, a.every_days, a.during
from known_coaching_agreed_rhythm a
join known_relationship_relationship r on r.id = a.relationship_id
join known_client_client c on c.id = a.client_id
left join organiser_organiser o on o.id = a.organiser_id;

create view fact_attendance with (security_invoker = true) as
select o.code as organiser, k.organiser_id, m.service, k.client_id, c.person_id, k.id as mark_id, k.placement_id, k.held_on, k.kind,
  k.reason, k.meal, m.hours_a_day, m.workplace_id
from known_attendance_mark k
join known_placement_placement m on m.id = k.placement_id
join known_client_client c on c.id = k.client_id
left join organiser_organiser o on o.id = k.organiser_id;

create view fact_compensation with (security_invoker = true) as
select o.code as organiser, l.organiser_id, m.service, l.client_id, c.person_id, l.id as line_id, l.placement_id, l.mark_id, l.kind,
  l.party, l.employer_id, l.earned_on, l.amount_cents, l.rate_id, l.rule, l.reverses_id, l.version
from known_compensation_line l
join known_placement_placement m on m.id = l.placement_id
join known_client_client c on c.id = l.client_id
left join organiser_organiser o on o.id = l.organiser_id;

-- What the days of attendance are worth, whether or not their month has been closed.
create view fact_compensation_day with (security_invoker = true) as
select o.code as organiser, d.organiser_id, d.service, d.client_id, c.person_id, d.mark_id, d.placement_id, d.kind, d.party,
  d.employer_id, d.earned_on, d.holiday_year, d.amount_cents, d.rate_id
from compensation_day d
join known_client_client c on c.id = d.client_id
left join organiser_organiser o on o.id = d.organiser_id;

-- The same for all days of an organiser from one to another, put together by place and worth.
drop function if exists fact_compensation_days(uuid, date, date);
create function fact_compensation_days(organiser uuid, from_on date, until_on date)
  returns table (service text, client_id uuid, person_id uuid, kind text, party text, amount_cents int, times int) stable language sql as $$
  select d.service, d.client_id, c.person_id, d.kind, d.party, d.amount_cents, d.times
  from compensation_earned_in(organiser, from_on, until_on) d
  join known_client_client c on c.id = d.client_id
$$;

-- Days of participation in rehabilitative work, by who pays for them.
create view fact_participation with (security_invoker = true) as
select o.code as organiser, d.organiser_id, 'rehabilitative-work'::text as service, d.client_id, c.person_id, d.placement_id, d.held_on, d.payer
from participation_paid_day d
join known_client_client c on c.id = d.client_id
left join organiser_organiser o on o.id = d.organiser_id;

-- The same for the days of organisers from one to another: of many days who pays is put together once a client, and not once a day.
drop function if exists fact_participation_days(uuid[], date, date);
create function fact_participation_days(organisers uuid[], from_on date, until_on date)
  returns table (person_id uuid, client_id uuid, held_on date, payer text) stable language sql as $$
  with day as materialized (
    select c.person_id, d.organiser_id, d.client_id, d.held_on from participation_day d join known_client_client c on c.id = d.client_id
    where d.organiser_id = any(organisers) and d.held_on >= from_on and d.held_on < until_on
  ), payer as materialized (
    select p.organiser_id, p.client_id, p.payer, p.during from participation_payer p where p.organiser_id = any(organisers)
  )
  select d.person_id, d.client_id, d.held_on, coalesce(p.payer, 'unknown')
  from day d left join payer p on p.client_id = d.client_id and p.organiser_id = d.organiser_id and p.during @> d.held_on
$$;

-- Of persons' days of rehabilitative work those that are too many for the law's twelve months, as the room has it.
drop function if exists fact_days_over_limit(uuid[], daterange);
create function fact_days_over_limit(organisers uuid[], days daterange) returns table (person_id uuid, held_on date)
  stable language sql as $$ select o.person_id, o.held_on from participation_over_limit(organisers, days) o $$;
grant execute on function fact_days_over_limit(uuid[], daterange) to kykypolku_app;

create view fact_month with (security_invoker = true) as
select o.code as organiser, m.organiser_id, m.month_on, m.closed_at
from compensation_month m
left join organiser_organiser o on o.id = m.organiser_id
where (select app_known_at()) is null or m.closed_at <= (select app_known_at());

create view fact_rate with (security_invoker = true) as
select o.code as organiser, r.organiser_id, r.id as rate_id, r.kind, r.employer_id, r.amount_cents, r.paid_holiday_days,
  r.rule, r.during
from known_rate_rate r
left join organiser_organiser o on o.id = r.organiser_id;

create view fact_exit with (security_invoker = true) as
select o.code as organiser, e.organiser_id, r.service, e.client_id, c.person_id, e.id as exit_id, e.relationship_id, e.ended_on,
  e.reason, e.destination
from known_exit_exit e
join known_relationship_relationship r on r.id = e.relationship_id
join known_client_client c on c.id = e.client_id
left join organiser_organiser o on o.id = e.organiser_id;

create view fact_transition with (security_invoker = true) as
select o.code as organiser, t.organiser_id, t.client_id, c.person_id, t.id as transition_id, a.service as from_service,
  b.service as to_service, t.moved_on
from known_exit_transition t
join known_relationship_relationship a on a.id = t.from_relationship_id
join known_relationship_relationship b on b.id = t.to_relationship_id
join known_client_client c on c.id = t.client_id
left join organiser_organiser o on o.id = t.organiser_id;

create view fact_benefit with (security_invoker = true) as
select o.code as organiser, b.organiser_id, b.client_id, c.person_id, b.benefit, b.main, b.during
from known_client_benefit b
join known_client_client c on c.id = b.client_id
left join organiser_organiser o on o.id = b.organiser_id;

create view fact_reason with (security_invoker = true) as
select o.code as organiser, s.organiser_id, s.client_id, c.person_id, s.reason, s.during
from known_client_reason s
join known_client_client c on c.id = s.client_id
left join organiser_organiser o on o.id = s.organiser_id;

create view fact_cooperation_link with (security_invoker = true) as
select o.code as organiser, l.organiser_id, l.service_group, l.other_service, l.state, l.during
from known_cooperation_link l
left join organiser_organiser o on o.id = l.organiser_id;

create view fact_cooperation_referral with (security_invoker = true) as
select o.code as organiser, r.organiser_id, r.service, r.client_id, c.person_id, r.id as referral_id, r.other_service, r.direction,
  r.made_on, r.outcome, r.outcome_on
from known_cooperation_referral r
join known_client_client c on c.id = r.client_id
left join organiser_organiser o on o.id = r.organiser_id
-- One that came with a succession is counted where it was made.
where not exists (select from carrying_row c where c.new_id = r.id and c.made);

-- An agreement says what was agreed and on which days its placement holds; whether it is in force follows from its approvals.
create view fact_agreement with (security_invoker = true) as
select o.code as organiser, a.organiser_id, m.service, a.client_id, c.person_id, a.id as agreement_id, a.placement_id,
  m.relationship_id, m.workplace_id, app_agreed_days(a.during, a.agreed_until_on) as during, m.during as placed_during, a.tasks, a.hours, a.terms
from known_agreement_agreement a
join known_placement_placement m on m.id = a.placement_id
join known_client_client c on c.id = a.client_id
left join organiser_organiser o on o.id = a.organiser_id;

create view fact_approval with (security_invoker = true) as
select o.code as organiser, v.organiser_id, v.client_id, c.person_id, v.id as approval_id, v.agreement_id, v.party, v.content_hash,
  v.approved_on
from known_agreement_approval v
join known_client_client c on c.id = v.client_id
left join organiser_organiser o on o.id = v.organiser_id;

create view fact_employer with (security_invoker = true) as
select o.code as organiser, e.organiser_id, e.id as employer_id, e.sector, e.during
from known_employer_employer e
left join organiser_organiser o on o.id = e.organiser_id;

create view fact_workplace with (security_invoker = true) as
select o.code as organiser, w.organiser_id, w.id as workplace_id, w.employer_id, w.municipality_code, w.during
from known_employer_workplace w
left join organiser_organiser o on o.id = w.organiser_id;

-- A post serves the services of its role.
create view fact_post with (security_invoker = true) as
select o.code as organiser, p.organiser_id, s.services, p.worker_id, w.given_name || ' ' || w.family_name as worker, p.role, p.unit_id,
  p.full_time_share, p.hours_a_week, p.agreed_caseload, p.team, p.during
from known_worker_post p
left join earliest_worker_worker w on w.id = p.worker_id
left join (select role, array_agg(service) as services from worker_role_service group by role) s on s.role = p.role
left join organiser_organiser o on o.id = p.organiser_id;

create view fact_plan with (security_invoker = true) as
select o.code as organiser, p.organiser_id, p.service, p.client_id, c.person_id, p.id as plan_id, p.kind, p.made_on, p.review_on,
  p.reviewed_on, p.days_a_week, p.hours_a_day, p.during * daterange(p.came_on, null) as during,
  -- From when it is worked by: a plan that three sign is a draft before, a client plan stands as it is made.
  case when p.kind = 'service' then p.made_on
    else (select max(s.signed_on) from known_plan_signature s where s.plan_id = p.id having count(*) = 3) end as signed_on
from known_plan_plan p
join known_client_client c on c.id = p.client_id
left join organiser_organiser o on o.id = p.organiser_id;

create view fact_interruption with (security_invoker = true) as
select o.code as organiser, i.organiser_id, p.service, i.client_id, c.person_id, i.id as interruption_id, i.plan_id, i.ground, i.during
from known_plan_interruption i
join known_plan_plan p on p.id = i.plan_id
join known_client_client c on c.id = i.client_id
left join organiser_organiser o on o.id = i.organiser_id;

-- Every version of an authored answer: it stands from the day on which it was written until the next one is.
create view fact_answer with (security_invoker = true) as
select o.code as organiser, a.organiser_id, a.service_group, a.question, a.answered, a.version, a.written_on
from (
  select id, organiser_id, service_group, question, answered, version, written_on, recorded from description_answer
  union all
  select id, organiser_id, service_group, question, answered, version, written_on, recorded from description_answer_history
) a
left join organiser_organiser o on o.id = a.organiser_id
where (select app_known_at()) is null or lower(a.recorded) <= (select app_known_at());

do $$
declare
  name text;
begin
  for name in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v' and relname like 'fact\_%'
  loop
    execute format('grant select on %I to kykypolku_app', name);
  end loop;
end $$;
