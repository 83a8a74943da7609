-- For which services a meal is charged as upkeep, on which days, from which age on, and whether the act on charges gives a ground for it
-- by itself; where it does not, only a decision by a repealed act does. Written from `law/` at each migration of a database.
create table compensation_upkeep (
  service text not null check (service <> ''),
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  from_age int not null check (from_age >= 0),
  grounded boolean not null,
  primary key (service, during),
  exclude using gist (service with =, during with &&)
);
