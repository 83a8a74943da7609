-- Each table keeps its versions by a rule of its own, written out here. It does what the rule for all tables does, which migrations hang on a
-- new table (0521_versions_kept.sql); that one makes two statements ready anew for each row, which takes most of its time.
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
        instant constant timestamptz := greatest(app_now(), lower(old.recorded) + interval '1 microsecond');
        goes_on boolean := false;
      begin
        -- A version goes on where nothing is changed, and where one and the same transaction changes again what nobody else had known.
        if tg_op = 'UPDATE' and to_jsonb(old) - array['recorded'%3$s] = to_jsonb(new) - array['recorded'%3$s] then
          goes_on := true;
        elsif lower(old.recorded) >= app_now() then
          select t.xmin = pg_current_xact_id()::xid into goes_on from public.%2$I t where t.id = old.id;
        end if;
        if not goes_on then
          old.recorded := tstzrange(lower(old.recorded), instant);
          insert into public.%4$I select old.*;
        end if;
        if tg_op = 'DELETE' then
          return old;
        end if;
        new.recorded := case when goes_on then old.recorded else tstzrange(instant, null) end;
        return new;
      end $body$ $rule$,
      'keep_version_' || each.name, each.name, case when each.made <> '' then ', ' || each.made else '' end, each.name || '_history');
    execute format('create or replace trigger keep_version before update or delete on public.%I for each row execute function platform.%I()',
      each.name, 'keep_version_' || each.name);
  end loop;
end $$;
