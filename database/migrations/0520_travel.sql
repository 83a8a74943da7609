-- What the way to rehabilitative work costs a client by its cheapest means, a day there and back, as somebody agreed on it: what the
-- organiser pays is of one client, and no rate of all. A way that costs nothing is an answer too.
create table travel_way (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  means text not null check (means in ('public-transport', 'own-car', 'taxi', 'other', 'on-foot', 'free-ride')),
  cents_a_day int not null check (cents_a_day between 0 and 50000),
  reason text not null check (reason <> ''),
  agreed_by_id uuid not null references worker_worker,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  constraint travel_way_once unique (client_id, during without overlaps),
  constraint travel_costs_something check ((cents_a_day = 0) = (means in ('on-foot', 'free-ride'))),
  -- Travel of earlier days was social assistance.
  constraint travel_since check (lower(during) >= '2023-01-01')
);
create index on travel_way (organiser_id, client_id);
create index on travel_way (agreed_by_id);
select platform.keep_history('travel_way');

-- A line of travel comes of the client's way, and of no rate.
alter table compensation_line drop constraint compensation_line_kind_check;
alter table compensation_line add constraint compensation_line_kind_check
  check (kind in ('open-work-allowance', 'work-share', 'activity-allowance', 'travel', 'meal-charge', 'employer-share', 'cost-compensation'));
alter table compensation_line alter column rate_id drop not null;
alter table compensation_line add constraint compensation_line_of_rate check ((kind = 'travel') = (rate_id is null));
