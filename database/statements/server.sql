-- clock.ts demoClock 868a213e
-- demo_today_on date
select demo_today_on from platform_clock;

-- clock.ts demoClock 631d5c5b
-- records
update platform_clock set demo_today_on = $1;

-- gesture.ts claimGesture fe3b633b
-- taken boolean
insert into platform_gesture as g (worker_id, key, act, input_hash)
    values ($1, $2, $3, $4)
    on conflict (worker_id, key) do update set answer = null, done_at = clock_timestamp()
    where $5::boolean and (g.done_at < statement_timestamp() - $6 * interval '1 millisecond' or g.done_at > clock_timestamp())
    returning true as taken;

-- gesture.ts claimGesture f67291ad
-- same boolean, answer document or null
select input_hash = $1 as same, answer from platform_gesture where worker_id = $2 and key = $3;

-- gesture.ts putAside d9e5f250
-- taken boolean
insert into platform_gesture (worker_id, key, act, input_hash)
      values ($1, $2, $3, ''::bytea)
      on conflict (worker_id, key) do nothing returning true as taken;

-- gesture.ts putAside a36a5dc6
-- act text, answer document or null
select act, answer from platform_gesture
      where worker_id = $1 and key = $2 and answer is not null;

-- gesture.ts keepAnswer 7ebfb3d0
-- records
update platform_gesture set answer = $1::jsonb, done_at = clock_timestamp()
    from (select platform.forget_gestures() offset 0) old
    where worker_id = $2 and key = $3;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from (select recorded from placement_placement where id = $1
    union all select recorded from agreement_agreement where placement_id = $2) w) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $3::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from (select tstzrange(carried_at, null) as recorded from carrying_carrying where id = $1) c) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from agreement_agreement where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from assessment_assessment where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from client_address where client_id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from client_benefit where client_id = $1 and main) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from client_benefit where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from client_client where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from client_protection where client_id = any($1::uuid[])) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from client_reason where client_id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from client_representative where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from coaching_agreed_rhythm where relationship_id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from coaching_appointment where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from coaching_contact where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from cooperation_link where organiser_id = $1 and service_group = $2 and other_service = $3) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $4::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from cooperation_referral where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from decision_decision where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from decision_proposal where referral_id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from employer_employer where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from employer_workplace where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from exit_exit where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from exit_transition where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from hearing_hearing where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from organiser_area where organiser_id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from organiser_group where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from organiser_offering where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from organiser_organiser where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from organiser_rectification_body where organiser_id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from organiser_unit where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from ownworker_naming where client_id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from ownworker_naming where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from phrase_phrase where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from placement_placement where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from plan_goal where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from plan_interruption where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from plan_plan where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from plan_review where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from plan_signature where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from rate_rate where organiser_id = $1 and kind = $2) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $3::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from rectification_request where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from referral_referral where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from refusal_refusal where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from relationship_allocation_rule where organiser_id = $1 and service = $2) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $3::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from relationship_case_manager where client_id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from relationship_case_manager where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from relationship_pause where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from relationship_relationship where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from relationship_responsible where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from relationship_responsible where relationship_id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from rhythm_rhythm where organiser_id = $1 and service = $2) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $3::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from travel_way where client_id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from travel_way where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from worker_deciding_right where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from worker_group_lead where group_id = $1 and organiser_id = $2) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $3::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from worker_letter_share where organiser_id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from worker_post where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- last-writer.ts lastChange 4da62262
-- changedAt text or null, changedBy text or null
select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from worker_worker where id = $1) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), $2::uuid) as name) w;

-- perform.ts enterAs 84e7c4b9
-- related list
select app_enter($1, $2, $3, $4, $5, $6,
      $7) as related;

-- perform.ts enterSession 4f614ad1
-- related list
select coalesce(app_enter_session($1, $2, $3, $4, $5,
      $6), '{}') as related;

-- perform.ts countAcross 965ad8ae
-- records
select app_count_across($1::uuid[], $2),
    set_config('app.known_at', $3, true);

-- perform.ts countingBeside 5e3412f8
-- entry list or null, snapshot text
select app_entry() as entry, pg_export_snapshot() as snapshot;

-- perform.ts joinWhole 793edc74
-- records
select set_config('enable_nestloop', $1, true), set_config('enable_mergejoin', $2, true), set_config('jit', 'off', true);

-- perform.ts actAs dde0a7db
-- records
select app_act_as($1, $2, $3, $4);

-- perform.ts audit d4e4bf6f
-- records
select app_audit($1, $2, $3, $4, $5::uuid[], $6, $7, $8,
    $9);

-- sealed-texts.ts keyIdIn 5f275b18
-- value text
select value from platform_setting where name = 'secret-key';

-- sealed-texts.ts keepKeyId ef22ecb6
-- records
insert into platform_setting (name, value) values ('secret-key', $1)
    on conflict (name) do update set value = excluded.value;

-- sealed-texts.ts sealAnew 06efb1b4
-- name text, column text, found boolean
select c.relname as name, left(a.attname, -length('_cipher')) as column,
      exists (select from pg_attribute h where h.attrelid = c.oid and h.attname = left(a.attname, -length('_cipher')) || '_hash') as found
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname like '%\_cipher' and not a.attisdropped
    order by c.relname;

-- sealed-texts.ts sealAnew 6d38c77c
-- records
alter table "client_client" disable trigger user;

-- sealed-texts.ts sealAnew 6d38c77c
-- records
alter table "client_client_history" disable trigger user;

-- sealed-texts.ts sealAnew 6d38c77c
-- records
alter table "platform_account" disable trigger user;

-- sealed-texts.ts sealAnew 3f69f30c
-- place text, id uuid, bytes bytes
select ctid::text as place, id, "code_cipher" as bytes from "platform_account" where "code_cipher" is not null;

-- sealed-texts.ts sealAnew 3f69f30c
-- place text, id uuid, bytes bytes
select ctid::text as place, id, "half_cipher" as bytes from "platform_account" where "half_cipher" is not null;

-- sealed-texts.ts sealAnew 3f69f30c
-- place text, id uuid, bytes bytes
select ctid::text as place, id, "identity_cipher" as bytes from "client_client" where "identity_cipher" is not null;

-- sealed-texts.ts sealAnew 3f69f30c
-- place text, id uuid, bytes bytes
select ctid::text as place, id, "identity_cipher" as bytes from "client_client_history" where "identity_cipher" is not null;

-- sealed-texts.ts sealAnew 2117b486
-- records
update "client_client" as t set "identity_cipher" = decode(v.bytes, 'hex'), "identity_hash" = decode(v.hash, 'hex')
        from unnest($1::text[], $2::text[],
          $3::text[]) as v (place, bytes, hash) where t.ctid = v.place::tid;

-- sealed-texts.ts sealAnew 2117b486
-- records
update "platform_account" as t set "code_cipher" = decode(v.bytes, 'hex')
        from unnest($1::text[], $2::text[],
          $3::text[]) as v (place, bytes, hash) where t.ctid = v.place::tid;

-- sealed-texts.ts sealAnew b8ff06ef
-- records
alter table "client_client" enable trigger user;

-- sealed-texts.ts sealAnew b8ff06ef
-- records
alter table "client_client_history" enable trigger user;

-- sealed-texts.ts sealAnew b8ff06ef
-- records
alter table "platform_account" enable trigger user;

-- turn.ts lockThings f89c3f1d
-- records
select pg_advisory_xact_lock(hashtextextended(u.thing, 0)) from unnest($1::text[]) as u (thing);
