-- The organiser's unit by its name in each language of a letter; where one is not given, by its Finnish name.
alter table organiser_organiser add column office_sv text check (office_sv <> ''), add column office_en text check (office_en <> '');
alter table organiser_organiser_history add column office_sv text, add column office_en text;
