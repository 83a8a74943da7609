-- The right to travel by the cheapest means began with the act, 1.9.2001, and not with its section of 2023.
alter table travel_way drop constraint travel_since;
alter table travel_way add constraint travel_since check (lower(during) >= '2001-09-01');
