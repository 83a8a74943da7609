-- Most names have no other letters than these, for which the folding comes to far less; a property holds it to that of the code.
create or replace function fold_text(body text) returns text immutable strict parallel safe language plpgsql as $$
declare
  folded text;
begin
  if body collate "C" ~ '^[A-Za-zÅÄÖåäö -]*$' then
    return trim(both ' ' from regexp_replace(
      translate(body, 'ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖåäö', 'abcdefghijklmnopqrstuvwxyzaaoaao') collate "C", '[ -]+', ' ', 'g'));
  end if;
  folded := regexp_replace(body, '[''’‘‛`´ʼʻʹʾʿ＇\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]', '', 'g');
  folded := normalize(folded, nfkd);
  folded := regexp_replace(folded, '[''’‘‛`´ʼʻʹʾʿ＇\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]', '', 'g');
  folded := normalize(lower(folded collate pg_unicode_fast), nfkd);
  folded := regexp_replace(folded, '[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g');
  folded := translate(folded, 'øđðłŋŧħıəĸǥʒς', 'oddlnthiekgzσ');
  folded := replace(replace(replace(replace(folded, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
  return trim(both ' ' from regexp_replace(folded collate pg_unicode_fast, '[^[:alnum:]]+', ' ', 'g'));
end $$;

-- Names are searched within one organiser however many others there are: by an index that finds the organiser's and the letters' rows apart,
-- and looks at none that has not both.
create extension if not exists btree_gin;
drop index client_name_search;
create index client_name_search on client_client
  using gin (organiser_id, client_name_key(family_name, given_names) gin_trgm_ops) with (fastupdate = off);
drop index client_former_name_search;
create index client_former_name_search on client_client_history
  using gin (organiser_id, client_name_key(family_name, given_names) gin_trgm_ops) with (fastupdate = off);
