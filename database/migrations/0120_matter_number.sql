-- A matter and a decision have a running number in their organiser's year: a matter's by the day on which it became pending, as
-- it was registered, a decision's by its own day. A number stays with what it was given to, and is given to nothing else.
alter table referral_referral add column year int, add column number int;
alter table referral_referral_history add column year int, add column number int;
alter table decision_decision add column year int, add column number int;
alter table decision_decision_history add column year int, add column number int;

-- What was there before is numbered in the order of its days; no version of it is made by that.
alter table referral_referral disable trigger keep_version;
update referral_referral r set year = n.year, number = n.number from (
  select id, extract(year from received_on)::int as year,
    row_number() over (partition by organiser_id, extract(year from received_on) order by received_on, id) as number
  from referral_referral) n where n.id = r.id;
alter table referral_referral enable trigger keep_version;
alter table decision_decision disable trigger keep_version;
update decision_decision d set year = n.year, number = n.number from (
  select id, extract(year from decided_on)::int as year,
    row_number() over (partition by organiser_id, extract(year from decided_on) order by decided_on, id) as number
  from decision_decision) n where n.id = d.id;
alter table decision_decision enable trigger keep_version;
update referral_referral_history h set year = r.year, number = r.number from referral_referral r where r.id = h.id;
update decision_decision_history h set year = d.year, number = d.number from decision_decision d where d.id = h.id;

-- What is recorded comes without a number, and gets its own before it is written.
alter table referral_referral alter column year set not null, alter column year set default 0, alter column number set not null, alter column number set default 0,
  add check (number > 0), add constraint referral_number_once unique (organiser_id, year, number);
alter table decision_decision alter column year set not null, alter column year set default 0, alter column number set not null, alter column number set default 0,
  add check (number > 0), add constraint decision_number_once unique (organiser_id, year, number);
create index on referral_referral_history (organiser_id, year, number);
create index on decision_decision_history (organiser_id, year, number);
