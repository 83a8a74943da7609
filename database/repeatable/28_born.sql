-- Nothing is recorded of anybody before birth, whichever of the two days is told last: each table with a client and days is held,
-- a new one too, unless its days lie within a row of the same client that is held itself.

create or replace function platform.born_days() returns table (thing regclass, days text[])
  stable set search_path = public, pg_temp language sql as $$
select c.oid::regclass as thing, array_agg(a.attname::text order by a.attname) as days
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  and (a.atttypid = 'date'::regtype or a.attname = 'during')
where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like '%\_history'
  and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'client_id' and not o.attisdropped)
  and not exists (select from pg_constraint f
    join pg_attribute p on p.attrelid = f.conrelid and p.attnum = f.conkey[2] and p.attnotnull
    join pg_attribute o on o.attrelid = f.confrelid and o.attname = 'client_id'
    where f.conrelid = c.oid and f.contype = 'f' and f.conperiod)
group by c.oid
$$;

create or replace function platform.born_before_facts() returns trigger
  security definer set search_path = public, platform, pg_temp language plpgsql as $$
declare
  held record;
  first date;
  early date;
begin
  for held in select thing, (select string_agg(format(case name when 'during' then 'lower(%I)' else '%I' end, name), ', ') from unnest(days) name) as firsts
    from platform.born_days()
  loop
    execute format('select min(least(%s)) from %s where client_id = $1', held.firsts, held.thing) into first using new.id;
    early := least(early, first);
  end loop;
  if early < new.birth_on then
    raise exception 'born after what is recorded' using errcode = 'check_violation', table = tg_table_name,
      constraint = 'client_born_before_facts', detail = jsonb_build_array(jsonb_build_array(early, early + 1))::text;
  end if;
  return null;
end $$;

-- The one rule that all tables had before, with its triggers.
drop function if exists platform.hold_birth() cascade;

-- Each table has a rule that names its days: the one for all took three times as long to find them in a row. What a succession carries
-- stands already, and is held to nothing new.
do $$
declare
  held record;
begin
  for held in
    select thing, 'hold_birth_' || relname as rule, (select string_agg(quote_ident(name), ', ') from unnest(days) name) as columns,
      (select string_agg(format(case name when 'during' then 'lower(new.%I)' else 'new.%I' end, name), ', ') from unnest(days) name) as firsts
    from platform.born_days() join pg_class on oid = thing
  loop
    execute format($rule$
      create or replace function platform.%1$I() returns trigger
        security definer set search_path = public, platform, pg_temp language plpgsql as $body$
      declare
        first constant date := least(%2$s);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $body$ $rule$, held.rule, held.firsts);
    execute format('create or replace trigger hold_birth after insert or update of %s on %s for each row execute function platform.%I()',
      held.columns, held.thing, held.rule);
  end loop;
  create or replace trigger born_before_facts after update of birth_on on client_client
    for each row when (new.birth_on is distinct from old.birth_on) execute function platform.born_before_facts();
end $$;
