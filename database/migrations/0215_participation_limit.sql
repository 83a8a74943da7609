-- How many days of rehabilitative work the law allows in any twelve months, for the database to reckon with; written from `law/` at
-- each migration of a database.
create table participation_limit (
  during daterange primary key check (not isempty(during) and not lower_inf(during)),
  most_days int not null check (most_days > 0),
  -- How far back from a day the days are counted, the day itself beside it.
  look_back interval not null check (look_back > '0'),
  exclude using gist (during with &&)
);
