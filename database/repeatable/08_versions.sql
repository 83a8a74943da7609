-- Every version is kept by a rule of its table (platform.keep_version of the migrations, as of 0521), written out here: one rule for all
-- made two statements ready anew for each row, which took most of its time.
do $$
declare
  each record;
begin
  for each in
    select c.relname as name, coalesce((select string_agg(quote_literal(a), ', ') from unnest(m.made) a), '') as made
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    -- What the table makes of other columns is no change by itself.
    cross join lateral (select array(select attname::text from pg_attribute where attrelid = c.oid and attgenerated <> '' and not attisdropped
      order by attnum) as made) m
    where t.tgname = 'keep_version' and c.relnamespace = 'public'::regnamespace
  loop
    execute format($rule$
      create or replace function platform.%1$I() returns trigger
        security definer set search_path = public, platform, pg_temp language plpgsql as $body$
      declare
        known_from constant timestamptz := lower(old.recorded);
        instant constant timestamptz := greatest(app_now(), known_from + interval '1 microsecond');
        own boolean := false;
      begin
        if tg_op = 'UPDATE' and to_jsonb(old) - array['recorded'%3$s] = to_jsonb(new) - array['recorded'%3$s] then
          new.recorded := old.recorded;
          return new;
        end if;
        -- Only what one and the same transaction changes again was never known to anybody.
        if known_from >= app_now() then
          select t.xmin = pg_current_xact_id()::xid into own from public.%2$I t where t.id = old.id;
        end if;
        if own then
          if tg_op = 'DELETE' then
            return old;
          end if;
          new.recorded := old.recorded;
          return new;
        end if;
        old.recorded := tstzrange(known_from, instant);
        insert into public.%4$I select old.*;
        if tg_op = 'DELETE' then
          return old;
        end if;
        new.recorded := tstzrange(instant, null);
        return new;
      end $body$ $rule$,
      'keep_version_' || each.name, each.name, case when each.made <> '' then ', ' || each.made else '' end, each.name || '_history');
    execute format('create or replace trigger keep_version before update or delete on public.%I for each row execute function platform.%I()',
      each.name, 'keep_version_' || each.name);
  end loop;
end $$;
