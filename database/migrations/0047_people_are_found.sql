-- One folding of texts for every search and comparison; the kernel has the same as fold, and a test holds them equal.
create function fold_text(body text) returns text immutable strict parallel safe language plpgsql as $$
declare
  folded text;
begin
  folded := regexp_replace(body, '[''’‘‛`´ʼʻʹʾʿ＇\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]', '', 'g');
  folded := normalize(folded, nfkd);
  folded := regexp_replace(folded, '[''’‘‛`´ʼʻʹʾʿ＇\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]', '', 'g');
  folded := normalize(lower(folded collate pg_unicode_fast), nfkd);
  folded := regexp_replace(folded, '[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g');
  folded := translate(folded, 'øđðłŋŧħıəĸǥʒς', 'oddlnthiekgzσ');
  folded := replace(replace(replace(replace(folded, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
  return trim(both ' ' from regexp_replace(folded collate pg_unicode_fast, '[^[:alnum:]]+', ' ', 'g'));
end $$;

-- A name as it is searched: its words, and each part of it as one word, where a hyphen or a space parted them.
create function client_name_key(family_name text, given_names text) returns text immutable parallel safe language plpgsql as $$
declare
  family text := public.fold_text(coalesce(family_name, ''));
  given text := public.fold_text(coalesce(given_names, ''));
begin
  return trim(family || ' ' || given || case when position(' ' in family) > 0 then ' ' || replace(family, ' ', '') else '' end
    || case when position(' ' in given) > 0 then ' ' || replace(given, ' ', '') else '' end);
end $$;

-- The name as one word, by which duplicates are looked for.
create function client_name_word(part text) returns text immutable parallel safe language sql
  return replace(public.fold_text(coalesce(part, '')), ' ', '');

drop index client_name_search;
create index client_name_search on client_client using gist (organiser_id, client_name_key(family_name, given_names) gist_trgm_ops);
create index client_former_name_search on client_client_history using gist (organiser_id, client_name_key(family_name, given_names) gist_trgm_ops);
create index client_family_word on client_client (organiser_id, client_name_word(family_name));
create index client_former_family_word on client_client_history (organiser_id, client_name_word(family_name));
create index client_birthday on client_client (organiser_id, birth_on);

-- A phone number by its digits, as one dials it within the country.
create function phone_digits(number text) returns text immutable strict parallel safe language sql
  return regexp_replace(regexp_replace(number, '[^0-9+]', '', 'g'), '^(\+358|00358)0?', '0');
create index client_phone on client_address (organiser_id, phone_digits(phone)) where phone is not null;

-- One business code is one employer, and one name in whatever letters one employer, workplace or provider.
create function business_code_key(code text) returns text immutable strict parallel safe language sql
  return nullif(regexp_replace(code, '[^0-9]', '', 'g'), '');
create unique index employer_business_code_once on employer_employer (organiser_id, business_code_key(business_code));
create unique index employer_name_once on employer_employer (organiser_id, fold_text(name));
create unique index employer_workplace_name_once on employer_workplace (organiser_id, fold_text(name));
create unique index organiser_provider_business_code_once on organiser_provider (business_code_key(business_code));
