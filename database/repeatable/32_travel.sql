-- What the organiser owes for the way to a day of participation, and when: what the way costs, while the organiser is who pays
-- (`src/casework/travel/rules.ts`), as known at app.known_at.
drop view if exists travel_owed, travel_change cascade;

create view travel_owed with (security_invoker = true) as
select t.organiser_id, t.client_id, t.cents_a_day, t.during * b.during as during
from known_travel_way t
join participation_organiser_pays b on b.client_id = t.client_id and b.organiser_id = t.organiser_id
where t.cents_a_day > 0;

-- When it changed what the way costs, and for which days: what was paid of closed months may be otherwise since.
create view travel_change with (security_invoker = true) as
select organiser_id, client_id, during, lower(recorded) as changed_at from travel_way
union all
select organiser_id, client_id, during, upper(recorded) from travel_way_history;
grant select on travel_owed, travel_change to kykypolku_app;

-- Why a way was agreed on, such as which bus takes how long from where: it tells where the client lives. The column itself is nobody's
-- to read (20_policies.sql); of those with whom one works as a whole this tells it, unless the place is hidden. Runs with its owner's rights.
drop view if exists travel_reason cascade;
create view travel_reason with (security_barrier = true) as
select t.id, t.organiser_id, t.client_id, t.reason
from travel_way t
where t.organiser_id = any((select app_organisers())::uuid[]) and (select app_plain())
  and (t.client_id = (select app_open()) or t.client_id <> all((select app_narrow())::uuid[]))
  and (t.client_id = (select app_client()) or (select app_wide()) or t.client_id = any((select app_clients())::uuid[])
    or t.client_id in (select unnest((select app_task_clients()))))
  and case when t.client_id = (select app_client()) then not (select app_client_hidden())
    else t.client_id <> all((select app_hidden_places())::uuid[]) end;
grant select on travel_reason to kykypolku_app;
