-- What others recorded of a client since this worker last visited the page: the rows that are told there as events. What one has recorded
-- oneself is no news: the trail holds each act of one's own by its instant.
-- Two functions of one text: of a client of whom one sees everything nothing is left out, so that no policy need be asked of each table;
-- whoever sees some of it asks with one's own rights.
-- Measured: asked with the policies in the statement of the page, these tables took a tenth of the page.
do $$
declare
  tables constant text[] := array['referral_referral', 'plan_plan', 'plan_goal', 'plan_interruption', 'plan_review', 'plan_signature', 'decision_decision',
    'relationship_relationship', 'relationship_responsible', 'relationship_case_manager', 'relationship_pause', 'placement_placement',
    'agreement_agreement', 'agreement_approval', 'coaching_contact', 'coaching_appointment', 'exit_exit', 'exit_transition'];
  recorded constant text := (select string_agg(format('select t.id, lower(t.recorded) as at from %I t where t.client_id = client', name), ' union all ') from unnest(tables) name);
begin
  for whole in 0..1 loop
    execute format($f$create or replace function %s(client uuid) returns uuid[] stable %s language plpgsql as $b$
declare
  asker constant uuid := app_worker();
  visited timestamptz;
begin
  %s
  visited := (select v.visited_at from client_visit v where v.client_id = client and v.worker_id = asker);
  if visited is null then
    return '{}';
  end if;
  return array(select r.id
    from (select m.id, date_trunc('milliseconds', m.at) as acted_at from (%s) m where m.at > visited offset 0) r
    where not exists (
      select from platform_audit a where a.worker_id = asker and a.happened_at = r.acted_at and a.clients @> array[client]));
end $b$;$f$, case whole when 1 then 'news_of_open_client' else 'news_of_client' end,
      case whole when 1 then 'security definer set search_path = public, pg_temp' else '' end,
      case whole when 1 then 'if client is distinct from app_open() then return ''{}''; end if;' else '' end, recorded);
  end loop;
end $$;
