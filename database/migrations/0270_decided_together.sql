-- Several matters of one client that are decided in one go: each keeps its row and its own life, and all have one number and one letter.
alter table decision_decision add column together_id uuid;
alter table decision_decision_history add column together_id uuid;
create index on decision_decision (together_id) where together_id is not null;
-- A number is still given once: to a decision, or to all that were made by it.
alter table decision_decision drop constraint decision_number_once,
  add constraint decision_number_once exclude using gist (organiser_id with =, year with =, number with =, (coalesce(together_id, id)) with <>);
create index on decision_decision (organiser_id, year, number);

-- Which services the paper tells of, where they are more than that of its decision: nobody reads it who may read of fewer.
alter table decision_letter add column services text[] check (cardinality(services) > 1);

-- A slip that is mended in one service of a letter makes a new version of the letter, by which the others stand as before.
alter table decision_decision drop constraint corrected_whole,
  add constraint corrected_whole check ((corrected_on is null or version > 1) and (version = 1 or corrected_on is not null or together_id is not null)
    and (corrected_on is null) = (corrected_because is null) and (corrected_on is null) = (corrected_by_id is null));
