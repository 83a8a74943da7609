-- What a grant says besides its days: by whom it is provided, where, and what a meal is charged.
alter table decision_decision add column offering_id uuid references organiser_offering, add column place text,
  add column meal_charge_cents int check (meal_charge_cents > 0);
create index on decision_decision (offering_id);
alter table decision_decision_history add column offering_id uuid, add column place text, add column meal_charge_cents int;
