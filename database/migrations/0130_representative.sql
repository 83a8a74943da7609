-- Who acts for a client by law, in which matters, and where a letter reaches them. A guardian whose task was written in words only
-- looks after economic affairs, as a guardian does unless a court has said more (442/1999 section 29).
alter table client_representative
  add column covers text[] not null default '{}',
  add column street text,
  add column postal_code text,
  add column post_office text,
  add column email text;
alter table client_representative_history
  add column covers text[] not null default '{}',
  add column street text,
  add column postal_code text,
  add column post_office text,
  add column email text;

alter table client_representative disable trigger keep_version;
update client_representative set covers = case kind when 'guardian' then array['financial'] else array['personal', 'financial'] end
  where kind in ('guardian', 'legal-representative');
alter table client_representative enable trigger keep_version;

alter table client_representative drop constraint client_representative_kind_check;
alter table client_representative
  add constraint client_representative_kind_check
    check (kind in ('relative', 'custodian', 'guardian', 'attorney', 'legal-representative', 'support-person')),
  add constraint client_representative_covers_check check (covers <@ array['personal', 'financial']),
  -- Only whoever acts by law has powers, and has them said.
  add constraint representative_powers
    check ((kind in ('custodian', 'guardian', 'attorney', 'legal-representative')) = (cardinality(covers) > 0));
