-- Rehabilitative work is not bought from a company (189/2001, section 6, since the act is in force; section 13 from 2021): neither as an
-- offering, nor at a company's unit, nor at a company's workplace, and none of these becomes a company's while it goes on there. What
-- was over before is not judged anew. The refusal says whose placements stand in the way.
create or replace function organiser_not_from_company() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
begin
  -- What was there before may end, and not go on for longer.
  if tg_op = 'UPDATE' and (to_jsonb(new) ->> 'during')::daterange <@ (to_jsonb(old) ->> 'during')::daterange
    and to_jsonb(new) - '{during,recorded}'::text[] = to_jsonb(old) - '{during,recorded}'::text[] then
    return null;
  end if;
  if exists (
    select from organiser_offering o join organiser_provider p on p.id = o.provider_id
      where o.service = 'rehabilitative-work' and p.kind = 'company' and coalesce(upper(o.during) > app_today(), true)
        and case tg_table_name when 'organiser_offering' then o.id when 'organiser_provider' then p.id end = new.id
    union all
    select from organiser_group g join organiser_unit u on u.id = g.unit_id join organiser_provider p on p.id = u.provider_id
      where g.service = 'rehabilitative-work' and p.kind = 'company' and coalesce(upper(g.during) > app_today(), true)
        and case tg_table_name when 'organiser_group' then g.id when 'organiser_unit' then u.id when 'organiser_provider' then p.id end = new.id
  ) then
    raise exception 'rehabilitative work is not bought from a company' using errcode = 'check_violation', constraint = 'rehabilitation_not_bought';
  end if;
  return null;
end $$;

create or replace function placement_not_at_company() returns trigger
  security definer set search_path = public, pg_temp language plpgsql as $$
declare
  clients jsonb;
begin
  if tg_table_name = 'placement_placement' then
    -- A placement that becomes one of these is asked then.
    if new.service <> 'rehabilitative-work' or new.workplace_id is null then
      return null;
    end if;
    -- What was there before may end, and not go on for longer: at the end of all that one does, since an exit is moved by taking it back first.
    if tg_op = 'UPDATE' and exists (select from placement_placement p where p.id = new.id and p.during <@ old.during and p.service = old.service
        and p.workplace_id is not distinct from old.workplace_id) then
      return null;
    end if;
  end if;
  -- Whatever changed finds its placements by its own key: one condition for all three looked through every placement.
  select jsonb_agg(distinct jsonb_build_object('clientId', p.client_id)) into clients
  from (
    select new.id where tg_table_name = 'placement_placement'
    union all
    select t.id from placement_placement t where tg_table_name = 'employer_workplace' and t.workplace_id = new.id
    union all
    select t.id from employer_workplace w join placement_placement t on t.workplace_id = w.id
    where tg_table_name = 'employer_employer' and w.employer_id = new.id
  ) touched (id)
  join placement_placement p on p.id = touched.id
  join employer_workplace w on w.id = p.workplace_id
  join employer_employer e on e.id = w.employer_id
  where p.service = 'rehabilitative-work' and e.sector = 'private'
    and (tg_table_name = 'placement_placement' or coalesce(upper(p.during) > app_today(), true));
  if clients is not null then
    raise exception 'rehabilitative work is not bought from a company'
      using errcode = 'check_violation', constraint = 'rehabilitation_not_at_company', detail = jsonb_build_object('clients', clients)::text;
  end if;
  return null;
end $$;

do $$
declare
  thing record;
begin
  for thing in select * from (values
    ('organiser_offering', 'insert or update of service, provider_id, during', 'organiser_not_from_company'),
    ('organiser_group', 'insert or update of service, unit_id, during', 'organiser_not_from_company'),
    ('organiser_unit', 'update of provider_id', 'organiser_not_from_company'),
    ('organiser_provider', 'update of kind', 'organiser_not_from_company'),
    ('placement_placement', 'insert or update of service, workplace_id, during', 'placement_not_at_company'),
    ('employer_workplace', 'update of employer_id', 'placement_not_at_company'),
    ('employer_employer', 'update of sector', 'placement_not_at_company')) t (name, event, rule)
  loop
    execute format('drop trigger if exists not_from_company on %I', thing.name);
    execute format('create constraint trigger not_from_company after %s on %I deferrable initially deferred for each row execute function %I()',
      thing.event, thing.name, thing.rule);
  end loop;
end $$;
