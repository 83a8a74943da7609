-- A search by workplace folded every name anew, and one by phone every number of the organiser.
create index employer_workplace_name_search on employer_workplace using gist (organiser_id, fold_text(name) gist_trgm_ops);
create index employer_name_search on employer_employer using gist (organiser_id, fold_text(name) gist_trgm_ops);
create index client_phone_search on client_address using gist (organiser_id, phone_digits(phone) gist_trgm_ops) where phone is not null;
