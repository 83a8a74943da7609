-- That a code is taken told anybody who sent it whether its person is a client. It is looked up by an index, and refused by
-- database/repeatable/16_identity_code.sql to those only who may open the record that has it.
drop index client_identity_once;
create index client_identity on client_client (organiser_id, identity_hash) where identity_hash is not null;
