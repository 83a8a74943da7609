-- The fingerprint of what an agreement says, as the placement room computes it: the same content always has the same one.
create or replace function app_agreement_hash(tasks text, hours text, during daterange) returns text immutable parallel safe language sql
  return encode(sha256(convert_to('{"tasks":' || to_json(tasks)::text || ',"hours":' || to_json(hours)::text
    || ',"from":"' || lower(during)::text || '","to":' || coalesce('"' || upper(during)::text || '"', 'null') || '}', 'UTF8')), 'hex');

-- The days that the paper says: they stay what was approved, also where the placement, and the agreement with it, ended before.
create or replace function app_agreed_days(during daterange, agreed_until_on date) returns daterange immutable parallel safe language sql
  return daterange(lower(during), coalesce(agreed_until_on, upper(during)));

-- Whether all three have approved an agreement as it stands now; only such a one renews the one before it.
create or replace function app_agreement_approved(agreement uuid) returns boolean stable language sql
  return not exists (select from placement_agreement a cross join unnest(array['client', 'employer', 'organiser']) as p (party)
    where a.id = agreement and not exists (select from placement_approval v where v.agreement_id = a.id and v.party = p.party
      and v.content_hash = app_agreement_hash(a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on))));
