-- Every row that points to a dated one holds its own days, or day, within the days of that row. Where rows of before do not,
-- they are mended first; each keeps its old version, so that nothing of what was known is lost.

-- A table's trigger of old versions, told again which columns the table makes of its others: they say nothing new.
create function platform.keep_made_days(thing regclass, variadic made text[]) returns void language plpgsql as $$
begin
  execute format('drop trigger keep_version on %s', thing);
  execute format('create trigger keep_version before update or delete on %s for each row execute function platform.keep_version(%s)',
    thing, (select string_agg(quote_literal(name), ', ') from unnest(made) name));
end $$;

-- An agreement holds as long as its placement at most. What its paper says stays where the placement ends before: the end
-- that was agreed is content, which the three have approved.
alter table placement_agreement add column agreed_until_on date check (agreed_until_on > upper(during));
alter table placement_agreement_history add column agreed_until_on date;
update placement_agreement a set during = a.during * p.during, agreed_until_on = case when upper(a.during) > upper(p.during) then upper(a.during) end
  from placement_placement p where p.id = a.placement_id and a.during && p.during and not a.during <@ p.during;
-- What was agreed for days without the placement never came to be.
delete from placement_approval v using placement_agreement a join placement_placement p on p.id = a.placement_id
  where v.agreement_id = a.id and not a.during <@ p.during;
delete from placement_agreement a using placement_placement p where p.id = a.placement_id and not a.during <@ p.during;
alter table placement_agreement drop constraint placement_agreement_placement_id_fkey;
select platform.hold_within('placement_agreement', 'placement_id', 'during', 'placement_placement', 'agreement_within_placement');

-- A group is led on its own days.
delete from worker_group_lead l using organiser_group g where g.id = l.group_id and not l.during && g.during;
update worker_group_lead l set during = l.during * g.during from organiser_group g where g.id = l.group_id and not l.during <@ g.during;
alter table worker_group_lead drop constraint worker_group_lead_group_id_fkey;
select platform.hold_within('worker_group_lead', 'group_id', 'during', 'organiser_group', 'lead_within_group');

-- A post at a unit lasts as long as the unit at most; one that goes on is not at that unit.
update worker_post p set unit_id = null from organiser_unit u where u.id = p.unit_id and not p.during <@ u.during;
alter table worker_post drop constraint worker_post_unit_id_fkey;
select platform.hold_within('worker_post', 'unit_id', 'during', 'organiser_unit', 'post_within_unit');

-- An employer is there at least as long as its workplaces, and as what it pays.
update employer_employer e set during = x.during
  from (select id, range_merge(range_agg(during)) as during from (
      select id, during from employer_employer
      union all select employer_id, during from employer_workplace
      union all select employer_id, during from rate_rate where employer_id is not null) every group by id) x
  where x.id = e.id and x.during <> e.during;
alter table employer_employer add constraint employer_employer_period unique (id, during without overlaps);
alter table employer_workplace drop constraint employer_workplace_employer_id_fkey;
select platform.hold_within('employer_workplace', 'employer_id', 'during', 'employer_employer', 'workplace_within_employer');
alter table rate_rate drop constraint rate_rate_employer_id_fkey;
select platform.hold_within('rate_rate', 'employer_id', 'during', 'employer_employer', 'rate_within_employer');

-- A region is there at least as long as it has members; who was before another was there on the day before, who came after on the day.
alter table organiser_succession
  add column last_day daterange not null generated always as (daterange(from_on - 1, from_on)) stored,
  add column first_day daterange not null generated always as (daterange(from_on, from_on + 1)) stored;
update organiser_organiser o set during = x.during
  from (select id, range_merge(range_agg(during)) as during from (
      select id, during from organiser_organiser
      union all select region_id, during from organiser_membership
      union all select predecessor_id, last_day from organiser_succession
      union all select successor_id, first_day from organiser_succession) every group by id) x
  where x.id = o.id and x.during <> o.during;
alter table organiser_organiser add constraint organiser_organiser_period unique (id, during without overlaps);
alter table organiser_membership drop constraint organiser_membership_region_id_fkey;
select platform.hold_within('organiser_membership', 'region_id', 'during', 'organiser_organiser', 'membership_within_region');
alter table organiser_succession drop constraint organiser_succession_predecessor_id_fkey, drop constraint organiser_succession_successor_id_fkey;
select platform.hold_within('organiser_succession', 'predecessor_id', 'last_day', 'organiser_organiser', 'succession_within_predecessor');
select platform.hold_within('organiser_succession', 'successor_id', 'first_day', 'organiser_organiser', 'succession_within_successor');

-- An appointment that waits lies within its relationship; one whose outcome was told is a record of what became of it.
update coaching_appointment a set outcome = 'cancelled', told_by_id = a.worker_id from relationship_relationship r
  where r.id = a.relationship_id and a.outcome is null and not r.during @> a.due_on;
alter table coaching_appointment add column waits daterange
  generated always as (case when outcome is null then daterange(due_on, due_on + 1) end) stored;
alter table coaching_appointment_history add column waits daterange;
update coaching_appointment_history set waits = daterange(due_on, due_on + 1) where outcome is null;
select platform.keep_made_days('coaching_appointment', 'waits');
select platform.hold_within('coaching_appointment', 'relationship_id', 'waits', 'relationship_relationship', 'appointment_within_relationship');

-- A contact is held within its relationship. One that was held before it was known that the service had ended stays, and says so.
alter table coaching_contact add column outside_service boolean not null default false;
alter table coaching_contact_history add column outside_service boolean;
update coaching_contact_history set outside_service = false;
alter table coaching_contact_history alter column outside_service set not null;
update coaching_contact c set outside_service = true from relationship_relationship r
  where r.id = c.relationship_id and not r.during @> c.held_on;
alter table coaching_contact add constraint coaching_contact_outside_service check (not outside_service or relationship_id is not null);
alter table coaching_contact add column held daterange
  generated always as (case when not outside_service then daterange(held_on, held_on + 1) end) stored;
alter table coaching_contact_history add column held daterange;
update coaching_contact_history set held = daterange(held_on, held_on + 1);
select platform.keep_made_days('coaching_contact', 'held');
select platform.hold_within('coaching_contact', 'relationship_id', 'held', 'relationship_relationship', 'contact_within_relationship');

-- An exit says the first day without the service: it stands on the day before, the relationship's last.
update exit_exit e set ended_on = coalesce(upper(r.during), lower(r.during) + 1) from relationship_relationship r
  where r.id = e.relationship_id and not r.during @> (e.ended_on - 1);
alter table exit_exit add column last_day daterange not null generated always as (daterange(ended_on - 1, ended_on)) stored;
alter table exit_exit_history add column last_day daterange;
update exit_exit_history set last_day = daterange(ended_on - 1, ended_on);
alter table exit_exit_history alter column last_day set not null;
select platform.keep_made_days('exit_exit', 'last_day');
alter table exit_exit drop constraint exit_exit_relationship_id_fkey;
select platform.hold_within('exit_exit', 'relationship_id', 'last_day', 'relationship_relationship', 'exit_within_relationship');

-- A move stands on the last day of the one relationship and on a day of the other.
update exit_transition t set moved_on = upper(f.during) from relationship_relationship f, relationship_relationship n
  where f.id = t.from_relationship_id and n.id = t.to_relationship_id and n.during @> upper(f.during)
    and not (f.during @> (t.moved_on - 1) and n.during @> t.moved_on);
delete from exit_transition t using relationship_relationship f, relationship_relationship n
  where f.id = t.from_relationship_id and n.id = t.to_relationship_id
    and not (f.during @> (t.moved_on - 1) and n.during @> t.moved_on);
alter table exit_transition
  add column last_day daterange not null generated always as (daterange(moved_on - 1, moved_on)) stored,
  add column first_day daterange not null generated always as (daterange(moved_on, moved_on + 1)) stored;
alter table exit_transition_history add column last_day daterange, add column first_day daterange;
update exit_transition_history set last_day = daterange(moved_on - 1, moved_on), first_day = daterange(moved_on, moved_on + 1);
alter table exit_transition_history alter column last_day set not null, alter column first_day set not null;
select platform.keep_made_days('exit_transition', 'last_day', 'first_day');
alter table exit_transition drop constraint exit_transition_from_relationship_id_fkey, drop constraint exit_transition_to_relationship_id_fkey;
select platform.hold_within('exit_transition', 'from_relationship_id', 'last_day', 'relationship_relationship', 'move_within_first');
select platform.hold_within('exit_transition', 'to_relationship_id', 'first_day', 'relationship_relationship', 'move_within_second');
