-- What the law says of days and their money, for the database to reckon with; written from `law/` at each migration of a database.
create table attendance_closed_day (
  closed_on date primary key
);
create table compensation_day_length (
  during daterange primary key check (not isempty(during) and not lower_inf(during)),
  -- The hours below which a day of rehabilitative work is none.
  least_hours numeric(4, 2) not null check (least_hours > 0),
  exclude using gist (during with &&)
);
