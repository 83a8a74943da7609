-- The fingerprint of what an agreement says, as the placement room computes it: the same content always has the same one.
create or replace function app_agreement_hash(tasks text, hours text, during daterange) returns text immutable parallel safe language sql
  return encode(sha256(convert_to('{"tasks":' || to_json(tasks)::text || ',"hours":' || to_json(hours)::text
    || ',"from":"' || lower(during)::text || '","to":' || coalesce('"' || upper(during)::text || '"', 'null') || '}', 'UTF8')), 'hex');
