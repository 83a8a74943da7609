-- One name in whatever letters is one unit, one group of a unit and one ready reason, as it is one employer and one workplace.
-- Of those that are there already, each after the first is told apart by a number.
alter table organiser_unit disable trigger keep_version;
alter table organiser_group disable trigger keep_version;
alter table phrase_phrase disable trigger keep_version;
update organiser_unit u set name = u.name || ' (' || same.nth || ')'
  from (select id, row_number() over (partition by organiser_id, fold_text(name) order by lower(during), id) as nth from organiser_unit) same
  where same.id = u.id and same.nth > 1;
update organiser_group g set name = g.name || ' (' || same.nth || ')'
  from (select id, row_number() over (partition by unit_id, fold_text(name) order by lower(during), id) as nth from organiser_group) same
  where same.id = g.id and same.nth > 1;
update phrase_phrase p set name = p.name || ' (' || other.nth || ')'
  from (select later.id, count(*) + 1 as nth from phrase_phrase later
    join phrase_phrase sooner on sooner.organiser_id = later.organiser_id and sooner.service = later.service
      and fold_text(sooner.name) = fold_text(later.name) and sooner.during && later.during
      and (lower(sooner.during), sooner.id) < (lower(later.during), later.id)
    group by later.id) other
  where other.id = p.id;
alter table organiser_unit enable trigger keep_version;
alter table organiser_group enable trigger keep_version;
alter table phrase_phrase enable trigger keep_version;

create unique index organiser_unit_name_once on organiser_unit (organiser_id, fold_text(name));
create unique index organiser_group_name_once on organiser_group (unit_id, fold_text(name));
alter table phrase_phrase drop constraint phrase_named_once,
  add constraint phrase_named_once exclude using gist (organiser_id with =, service with =, fold_text(name) with =, during with &&);
alter table organiser_unit drop constraint organiser_unit_organiser_id_name_key;
alter table organiser_group drop constraint organiser_group_unit_id_name_key;
