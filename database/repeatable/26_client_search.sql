-- Clients by whatever one knows of them: words of the name in any order, a former name, phone, e-mail, birthday, the start of
-- an identity code, workplace; where none of these finds anybody, by a name that is nearly so, or by
-- a former name or a workplace that is. Past row-level security, so that
-- the indexes with the organiser's key first can be used; it gives only those whom the worker may see for the purpose at hand, and by
-- what the worker may read of them: an official who keeps the register knows names, birthdays and codes of all, and phones and places
-- of those with whom one has to do; whoever instructs knows no place of another service.
drop function if exists client_search(uuid, text[], text, text, date, text, bytea);
drop function if exists search_clients(uuid, text[], text, text, date, text, bytea);
create function search_clients(organiser uuid, words text[], digits text, mail text, born date, code text, hash bytea)
  returns table (client_id uuid, found_by text, rank real)
  -- Few are found, and a plan that is kept does for each: planning the parts anew took longer than asking them.
  rows 20 stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan language plpgsql as $$
#variable_conflict use_column
declare
  official constant boolean := not app_wide() and app_official();
  wide constant boolean := app_wide() or official;
  mine constant uuid[] := case when wide then '{}'::uuid[] else app_clients() end;
  hidden constant uuid[] := case when digits is null and mail is null then '{}'::uuid[] else app_hidden_places() end;
  patterns constant text[] := array(select '%' || w || '%' from unnest(words) w);
  -- An index is asked for one pattern; the longest tells most.
  longest constant text := coalesce((select w from unnest(words) w order by char_length(w) desc, w limit 1), '');
  -- A key is folded anew each time that it is asked: by one word the index has asked it.
  one constant boolean := cardinality(words) = 1;
  found bigint;
begin
  if app_worker() is null or not organiser = any(app_organisers()) then
    return;
  end if;
  return query
    select distinct on (x.id) x.id, x.found_by, x.rank from (
      select c.id, 'name' as found_by, 0::real as rank from client_client c
        where longest <> '' and c.organiser_id = organiser
          and client_name_key(c.family_name, c.given_names) like '%' || longest || '%' and (wide or c.id = any(mine))
          and (one or client_name_key(c.family_name, c.given_names) like all(patterns))
      union all
      select c.id, 'identity-code', 0 from client_client c where hash is not null and c.organiser_id = organiser and c.identity_hash = hash
      union all
      select c.id, 'identity-code', 0 from client_client c where code is not null and c.organiser_id = organiser and c.identity_masked like code || '%'
      union all
      select c.id, 'birthday', 0 from client_client c where born is not null and c.organiser_id = organiser and c.birth_on = born
      union all
      select h.id, 'former-name', 1 from client_client_history h
        where longest <> '' and h.organiser_id = organiser
          and client_name_key(h.family_name, h.given_names) like '%' || longest || '%' and (wide or h.id = any(mine))
          and (one or client_name_key(h.family_name, h.given_names) like all(patterns))
      union all
      select a.client_id, 'phone', 1 from client_address a
        where digits is not null and a.organiser_id = organiser and phone_digits(a.phone) like '%' || digits || '%' and a.client_id <> all(hidden)
          and (not official or a.client_id in (select unnest((select app_clients()))) or a.client_id in (select unnest((select app_task_clients()))))
      union all
      select r.client_id, 'phone', 2 from client_representative r
        where digits is not null and r.organiser_id = organiser and phone_digits(r.phone) like '%' || digits || '%' and r.client_id <> all(hidden)
          and (not official or r.client_id in (select unnest((select app_clients()))) or r.client_id in (select unnest((select app_task_clients()))))
      union all
      select a.client_id, 'email', 1 from client_address a
        where mail is not null and a.organiser_id = organiser and position(mail in lower(a.email)) > 0 and a.client_id <> all(hidden)
          and (not official or a.client_id in (select unnest((select app_clients()))) or a.client_id in (select unnest((select app_task_clients()))))
      union all
      select p.client_id, 'workplace', 2 from (
          select w.id from employer_workplace w where w.organiser_id = organiser and fold_text(w.name) like '%' || longest || '%'
          union
          select w.id from employer_employer e join employer_workplace w on w.employer_id = e.id
            where e.organiser_id = organiser and fold_text(e.name) like '%' || longest || '%') named
        join employer_workplace w on w.id = named.id join employer_employer e on e.id = w.employer_id
        -- Looked up by the workplace alone: with today in the condition an index of all days was read beside.
        cross join lateral (select * from placement_placement m where m.workplace_id = w.id offset 0) p
        where char_length(longest) > 2 and p.organiser_id = organiser and p.during @> (select app_today())
          and fold_text(w.name || ' ' || e.name) like all(patterns)
          and (not official or p.client_id in (select unnest((select app_clients()))) or p.client_id in (select unnest((select app_task_clients()))))
          and (p.client_id not in (select unnest((select app_narrow()))) or p.service = any((select app_narrow_services())::text[]))
    ) x where wide or x.id = any(mine) order by x.id, x.rank;
  get diagnostics found = row_count;
  if found > 0 or char_length(longest) < 4 then
    return;
  end if;
  perform set_config('pg_trgm.word_similarity_threshold', '0.45', true);
  return query
    select c.id, 'similar', (4 - word_similarity(array_to_string(words, ' '), k.key))::real
    from client_client c cross join lateral (select client_name_key(c.family_name, c.given_names) as key) k
    where c.organiser_id = organiser and client_name_key(c.family_name, c.given_names) %> longest
      and not exists (select from unnest(words) w where word_similarity(w, k.key) < 0.35)
      and (wide or c.id = any(mine));
  get diagnostics found = row_count;
  if found > 0 then
    return;
  end if;
  return query
    select distinct on (x.id) x.id, x.found_by, x.rank from (
      select h.id, 'former-name' as found_by, (5 - word_similarity(array_to_string(words, ' '), k.key))::real as rank
        from client_client_history h cross join lateral (select client_name_key(h.family_name, h.given_names) as key) k
        where h.organiser_id = organiser and client_name_key(h.family_name, h.given_names) %> longest
          and not exists (select from unnest(words) w where word_similarity(w, k.key) < 0.35)
      union all
      select p.client_id, 'workplace', 6 from (
          select w.id from employer_workplace w where w.organiser_id = organiser and fold_text(w.name) %> longest
          union
          select w.id from employer_employer e join employer_workplace w on w.employer_id = e.id
            where e.organiser_id = organiser and fold_text(e.name) %> longest) named
        join employer_workplace w on w.id = named.id join employer_employer e on e.id = w.employer_id
        cross join lateral (select * from placement_placement m where m.workplace_id = w.id offset 0) p
        where p.organiser_id = organiser and p.during @> (select app_today())
          and not exists (select from unnest(words) word where word_similarity(word, fold_text(w.name || ' ' || e.name)) < 0.5)
          and (not official or p.client_id in (select unnest((select app_clients()))) or p.client_id in (select unnest((select app_task_clients()))))
          and (p.client_id not in (select unnest((select app_narrow()))) or p.service = any((select app_narrow_services())::text[]))
    ) x where wide or x.id = any(mine) order by x.id, x.rank;
end $$;

-- Clients whom a newcomer, or a known one, might be: never narrower than the rule that tells how alike they are. By name as it
-- sounds, now or before, in either order; by birthday, or one that is a slip of the finger away.
drop function if exists client_alike(uuid, text[], date[], bytea);
create function client_alike(organiser uuid, names text[], births date[], hash bytea)
  returns table (client_id uuid) stable security definer set search_path = public, pg_temp language plpgsql as $$
#variable_conflict use_column
declare
  wide constant boolean := app_wide() or app_official();
  mine constant uuid[] := case when wide then '{}'::uuid[] else app_clients() end;
begin
  if app_worker() is null or not organiser = any(app_organisers()) then
    return;
  end if;
  return query
    select distinct x.id from (
      select c.id from client_client c where c.organiser_id = organiser and client_name_sound(c.family_name) = any(names)
      union all
      select h.id from client_client_history h where h.organiser_id = organiser and client_name_sound(h.family_name) = any(names)
      union all
      select c.id from client_client c where c.organiser_id = organiser and c.birth_on = any(births)
      union all
      select c.id from client_client c where hash is not null and c.organiser_id = organiser and c.identity_hash = hash
    ) x where wide or x.id = any(mine);
end $$;
