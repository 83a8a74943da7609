-- A name as one word in one way of writing, by which duplicates are looked for; the kernel has the same as soundOf, and a test
-- holds them equal.
create function client_name_sound(part text) returns text immutable parallel safe language plpgsql as $$
declare
  sound text := public.client_name_word(part);
begin
  sound := translate(sound, 'абвгдезиклмнопрстуфыэіъь', 'abvgdeziklmnoprstufyei');
  sound := replace(replace(replace(replace(sound, 'ж', 'zh'), 'х', 'kh'), 'ц', 'ts'), 'ч', 'ch');
  sound := replace(replace(replace(replace(sound, 'ш', 'sh'), 'щ', 'shch'), 'ю', 'yu'), 'я', 'ya');
  sound := regexp_replace(replace(sound, 'chr', 'kr'), 'schtsch|shtsh|shch|sts', 's', 'g');
  sound := regexp_replace(regexp_replace(replace(sound, 'q', 'k'), '(?<!t)sch', 's', 'g'), 'tsch|tsh|tch|ts|tz|cz|ch', 'q', 'g');
  sound := regexp_replace(replace(sound, 'ck', 'k'), 'sh|zh|sz', 's', 'g');
  sound := replace(replace(regexp_replace(sound, 'c(?=[eiy])', 's', 'g'), 'c', 'k'), 'z', 's');
  sound := replace(replace(replace(replace(sound, 'x', 'ks'), 'kh', 'h'), 'ph', 'f'), 'th', 't');
  sound := regexp_replace(replace(replace(sound, 'dh', 'd'), 'w', 'v'), 'f+$', 'v');
  sound := replace(replace(replace(translate(sound, 'jy', 'ii'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u');
  sound := replace(regexp_replace(sound, '(.)\1+', '\1', 'g'), 'ie', 'e');
  return regexp_replace(regexp_replace(sound, 'ander$', 'andr'), '^m[ou]ham[ae]d', 'muhamed');
end $$;

create index client_family_sound on client_client (organiser_id, client_name_sound(family_name));
create index client_former_family_sound on client_client_history (organiser_id, client_name_sound(family_name));
drop index client_family_word;
drop index client_former_family_word;
