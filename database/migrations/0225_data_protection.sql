-- Every paper says who the controller of its data is and where more is told. That is the organiser's own, as its administrator sets it.
alter table organiser_organiser
  add column data_protection_contact text check (data_protection_contact <> ''),
  add column data_protection_page text check (data_protection_page ~ '^https?://');
alter table organiser_organiser_history
  add column data_protection_contact text, add column data_protection_page text;
