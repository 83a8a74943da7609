-- The fingerprint of what an agreement says, as the placement room computes it: the same content always has the same one. Stable, as what
-- it calls is, so that it is put into the statement that asks: called each time, it took a tenth of a coach's day.
create or replace function app_agreement_hash(tasks text, hours text, during daterange, terms text default null) returns text
  stable parallel safe language sql
  return encode(sha256(convert_to('{"tasks":' || to_json(tasks)::text || ',"hours":' || to_json(hours)::text
    || ',"from":"' || lower(during)::text || '","to":' || coalesce('"' || upper(during)::text || '"', 'null')
    || coalesce(',"terms":' || terms, '') || '}', 'UTF8')), 'hex');

-- The days that the paper says: they stay what was approved, also where the placement, and the agreement with it, ended before.
create or replace function app_agreed_days(during daterange, agreed_until_on date) returns daterange immutable parallel safe language sql
  return daterange(lower(during), coalesce(agreed_until_on, upper(during)));

-- The agreements that all three have approved as they stand now; only such a one renews the one before it. A view and no function, so
-- that whom one may see is asked once for all of them; the fingerprint is made once for each.
drop function if exists app_agreement_approved(uuid);
drop view if exists agreement_approved;
create view agreement_approved with (security_invoker = true) as
select a.id, a.placement_id, lower(a.during) as starts_on
from agreement_agreement a
where 3 = (select count(distinct v.party) from agreement_approval v where v.agreement_id = a.id
  and v.content_hash = (select app_agreement_hash(a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on), a.terms)));

-- What is agreed about a placement ends with it. What the paper says stays as it was approved, and an agreement that would begin
-- later never comes to be. Where the placement is taken away as never having been, what was agreed about it goes too.
create or replace function agreement_end_with_placement() returns trigger language plpgsql as $$
declare
  ends date := case tg_op when 'DELETE' then lower(old.during) else upper(new.during) end;
begin
  delete from agreement_paper v using agreement_agreement a
    where v.agreement_id = a.id and a.placement_id = old.id and lower(a.during) >= ends;
  delete from agreement_approval v using agreement_agreement a
    where v.agreement_id = a.id and a.placement_id = old.id and lower(a.during) >= ends;
  delete from agreement_agreement a where a.placement_id = old.id and lower(a.during) >= ends;
  update agreement_agreement a set during = daterange(lower(a.during), ends), agreed_until_on = coalesce(a.agreed_until_on, upper(a.during))
    where a.placement_id = old.id and upper(a.during) > ends;
  return case tg_op when 'DELETE' then old else new end;
end $$;
-- Triggers of one kind run by their names: this one before the key tells what stands in the way.
create or replace trigger agreement_ends_with_placement before update of during or delete on placement_placement
  for each row execute function agreement_end_with_placement();

-- When an end is taken back, agreements that ended with their placement go on, and those that would have begun later are there
-- again, with the approvals of what they said.
create or replace function agreement_go_on_with_placement() returns trigger language plpgsql as $$
declare
  ended date := upper(old.during);
begin
  update agreement_agreement a set during = app_agreed_days(a.during, a.agreed_until_on) * new.during,
      agreed_until_on = case when upper(new.during) < a.agreed_until_on then a.agreed_until_on end
    where a.placement_id = new.id and a.agreed_until_on is not null and upper(a.during) = ended;
  insert into agreement_agreement (id, organiser_id, client_id, placement_id, tasks, hours, during, agreed_until_on, terms)
    select distinct on (h.id) h.id, h.organiser_id, h.client_id, h.placement_id, h.tasks, h.hours, h.during, h.agreed_until_on, h.terms
    from agreement_agreement_history h
    where h.placement_id = new.id and lower(h.during) >= ended and h.during <@ new.during
      -- One that was taken back stays away.
      and not exists (select from platform_correction c where c.act = 'takeBackAgreement' and c.client_id = h.client_id and c.subject_id = h.id)
      and not exists (select from agreement_agreement a where a.id = h.id or (a.placement_id = h.placement_id and a.during && h.during))
    order by h.id, upper(h.recorded) desc;
  insert into agreement_approval (id, organiser_id, client_id, agreement_id, party, content_hash, approved_on, approved_by, recorded_by_id)
    select distinct on (h.id) h.id, h.organiser_id, h.client_id, h.agreement_id, h.party, h.content_hash, h.approved_on, h.approved_by, h.recorded_by_id
    from agreement_approval_history h
    join agreement_agreement a on a.id = h.agreement_id and a.placement_id = new.id and lower(a.during) >= ended
      and h.content_hash = app_agreement_hash(a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on), a.terms)
    where not exists (select from agreement_approval v where v.agreement_id = h.agreement_id and v.party = h.party)
    order by h.id, upper(h.recorded) desc;
  insert into agreement_paper (id, organiser_id, client_id, agreement_id, content_hash, copy, kept_on, pdf, sha256, tells_place)
    select distinct on (h.id) h.id, h.organiser_id, h.client_id, h.agreement_id, h.content_hash, h.copy, h.kept_on, h.pdf, h.sha256, h.tells_place
    from agreement_paper_history h
    join agreement_agreement a on a.id = h.agreement_id and a.placement_id = new.id and lower(a.during) >= ended
    where not exists (select from agreement_paper v where v.agreement_id = h.agreement_id and v.content_hash = h.content_hash and v.copy = h.copy)
    order by h.id, upper(h.recorded) desc;
  return null;
end $$;
create or replace trigger agreement_goes_on_with_placement after update of during on placement_placement
  for each row when (coalesce(upper(new.during), 'infinity') > upper(old.during)) execute function agreement_go_on_with_placement();
