-- What the three approve is all that the paper states: also what is paid, the meal and the coaching. Those are kept with the
-- agreement as they were when it was approved. Agreements of before have no terms: what was approved of them were tasks, hours and
-- days, and their approvals hold as they were given.
alter table agreement_agreement add column terms text check (terms is json object);
alter table agreement_agreement_history add column terms text;
drop function if exists app_agreement_hash(text, text, daterange);

-- The paper as the last of the three approved it, a copy for each. Agreements approved before have none kept: theirs is made from
-- what is known when it is opened. Does the copy say how to reach the client? See database/repeatable/20_policies.sql.
create table agreement_paper (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  agreement_id uuid not null references agreement_agreement,
  content_hash text not null,
  copy text not null check (copy in ('client', 'employer', 'organiser')),
  kept_on date not null,
  pdf bytea not null,
  sha256 bytea not null check (sha256 = sha256(pdf)),
  tells_place boolean not null,
  unique (agreement_id, content_hash, copy)
);
create index on agreement_paper (organiser_id, client_id);
create index on agreement_paper (client_id);
select platform.keep_history('agreement_paper');
