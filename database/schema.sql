-- Written by `npm run database:types` from the migrated database. Do not edit.

create extension btree_gin;
create extension btree_gist;
create extension pg_trgm;
create extension pgcrypto;

create table agreement_agreement (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  placement_id uuid not null,
  tasks text not null,
  hours text not null,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  agreed_until_on date,
  terms text,
  constraint agreement_agreement_pkey PRIMARY KEY (id),
  constraint agreement_agreement_placement_id_during_key UNIQUE (placement_id, during WITHOUT OVERLAPS),
  constraint agreement_agreement_check CHECK ((agreed_until_on > upper(during))),
  constraint agreement_agreement_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)) AND (NOT upper_inf(during)))),
  constraint agreement_agreement_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint agreement_agreement_recorded_open CHECK (upper_inf(recorded)),
  constraint agreement_agreement_terms_check CHECK ((terms IS JSON OBJECT)),
  constraint agreement_agreement_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint agreement_agreement_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint agreement_within_placement FOREIGN KEY (placement_id, PERIOD during) REFERENCES placement_placement(id, PERIOD during)
);
CREATE INDEX agreement_agreement_client_id_idx ON public.agreement_agreement USING btree (client_id);
CREATE INDEX agreement_agreement_organiser_id_client_id_idx ON public.agreement_agreement USING btree (organiser_id, client_id);
CREATE TRIGGER forget_narrow_rows AFTER INSERT OR DELETE OR UPDATE ON public.agreement_agreement FOR EACH STATEMENT EXECUTE FUNCTION forget_narrow_rows();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.agreement_agreement FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.agreement_agreement FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table agreement_agreement enable row level security;
create policy add on agreement_agreement for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on agreement_agreement for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy reach_add on agreement_agreement for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (placement_id IN ( SELECT unnest(( SELECT app_paid_placements() AS app_paid_placements)) AS unnest))))));
create policy reach_alter on agreement_agreement for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (placement_id IN ( SELECT unnest(( SELECT app_paid_placements() AS app_paid_placements)) AS unnest))))));
create policy reach_remove on agreement_agreement for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (placement_id IN ( SELECT unnest(( SELECT app_paid_placements() AS app_paid_placements)) AS unnest))))));
create policy remove_own on agreement_agreement for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on agreement_agreement for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND ((( SELECT app_purpose() AS app_purpose) <> 'money'::text) OR ( SELECT app_wide() AS app_wide) OR (placement_id IN ( SELECT unnest(( SELECT app_placements_at_hand() AS app_placements_at_hand)) AS unnest)))))));

create table agreement_agreement_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  placement_id uuid not null,
  tasks text not null,
  hours text not null,
  during daterange not null,
  recorded tstzrange not null,
  agreed_until_on date,
  terms text,
  constraint agreement_agreement_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX agreement_agreement_history_id_idx ON public.agreement_agreement_history USING btree (id);
CREATE INDEX agreement_agreement_history_organiser_id_client_id_idx ON public.agreement_agreement_history USING btree (organiser_id, client_id);
alter table agreement_agreement_history enable row level security;
create policy reach_add on agreement_agreement_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (placement_id IN ( SELECT unnest(( SELECT app_paid_placements() AS app_paid_placements)) AS unnest))))));
create policy reach_alter on agreement_agreement_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (placement_id IN ( SELECT unnest(( SELECT app_paid_placements() AS app_paid_placements)) AS unnest))))));
create policy reach_remove on agreement_agreement_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (placement_id IN ( SELECT unnest(( SELECT app_paid_placements() AS app_paid_placements)) AS unnest))))));
create policy see on agreement_agreement_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited() AS app_unlimited) OR (placement_id IN ( SELECT unnest(( SELECT app_placements_at_hand() AS app_placements_at_hand)) AS unnest)))))));

create table agreement_approval (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  agreement_id uuid not null,
  party text not null,
  content_hash text not null,
  approved_on date not null,
  approved_by text not null,
  recorded_by_id uuid,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint agreement_approval_pkey PRIMARY KEY (id),
  constraint agreement_approval_agreement_id_party_content_hash_key UNIQUE (agreement_id, party, content_hash),
  constraint agreement_approval_party_check CHECK ((party = ANY (ARRAY['client'::text, 'employer'::text, 'organiser'::text]))),
  constraint agreement_approval_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint agreement_approval_recorded_open CHECK (upper_inf(recorded)),
  constraint agreement_approval_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement_agreement(id),
  constraint agreement_approval_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint agreement_approval_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint agreement_approval_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES worker_worker(id)
);
CREATE INDEX agreement_approval_client_id_idx ON public.agreement_approval USING btree (client_id);
CREATE INDEX agreement_approval_organiser_id_client_id_idx ON public.agreement_approval USING btree (organiser_id, client_id);
CREATE INDEX agreement_approval_recorded_by_id_idx ON public.agreement_approval USING btree (recorded_by_id);
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF approved_on ON public.agreement_approval FOR EACH ROW EXECUTE FUNCTION hold_birth_agreement_approval();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.agreement_approval FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.agreement_approval FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table agreement_approval enable row level security;
create policy add on agreement_approval for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on agreement_approval for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy reach_add on agreement_approval for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (agreement_id = ANY (( SELECT app_narrow_rows('agreement'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on agreement_approval for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (agreement_id = ANY (( SELECT app_narrow_rows('agreement'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on agreement_approval for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (agreement_id = ANY (( SELECT app_narrow_rows('agreement'::text) AS app_narrow_rows)::uuid[])))));
create policy remove_own on agreement_approval for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on agreement_approval for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (agreement_id = ANY (( SELECT app_narrow_rows('agreement'::text) AS app_narrow_rows)::uuid[])))))));

create table agreement_approval_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  agreement_id uuid not null,
  party text not null,
  content_hash text not null,
  approved_on date not null,
  approved_by text not null,
  recorded_by_id uuid,
  recorded tstzrange not null,
  constraint agreement_approval_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX agreement_approval_history_id_idx ON public.agreement_approval_history USING btree (id);
CREATE INDEX agreement_approval_history_organiser_id_client_id_idx ON public.agreement_approval_history USING btree (organiser_id, client_id);
alter table agreement_approval_history enable row level security;
create policy reach_add on agreement_approval_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (agreement_id = ANY (( SELECT app_narrow_rows('agreement'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on agreement_approval_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (agreement_id = ANY (( SELECT app_narrow_rows('agreement'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on agreement_approval_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (agreement_id = ANY (( SELECT app_narrow_rows('agreement'::text) AS app_narrow_rows)::uuid[])))));
create policy see on agreement_approval_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (agreement_id = ANY (( SELECT app_narrow_rows('agreement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_purpose() AS app_purpose) <> 'supervision'::text)))));

create table agreement_paper (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  agreement_id uuid not null,
  content_hash text not null,
  copy text not null,
  kept_on date not null,
  pdf bytea not null,
  sha256 bytea not null,
  tells_place boolean not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint agreement_paper_pkey PRIMARY KEY (id),
  constraint agreement_paper_agreement_id_content_hash_copy_key UNIQUE (agreement_id, content_hash, copy),
  constraint agreement_paper_check CHECK ((sha256 = sha256(pdf))),
  constraint agreement_paper_copy_check CHECK ((copy = ANY (ARRAY['client'::text, 'employer'::text, 'organiser'::text]))),
  constraint agreement_paper_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint agreement_paper_recorded_open CHECK (upper_inf(recorded)),
  constraint agreement_paper_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement_agreement(id),
  constraint agreement_paper_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint agreement_paper_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id)
);
CREATE INDEX agreement_paper_client_id_idx ON public.agreement_paper USING btree (client_id);
CREATE INDEX agreement_paper_organiser_id_client_id_idx ON public.agreement_paper USING btree (organiser_id, client_id);
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF kept_on ON public.agreement_paper FOR EACH ROW EXECUTE FUNCTION hold_birth_agreement_paper();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.agreement_paper FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.agreement_paper FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table agreement_paper enable row level security;
create policy add on agreement_paper for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on agreement_paper for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy place on agreement_paper for select to kykypolku_app using (((NOT tells_place) OR
CASE
    WHEN (client_id = ( SELECT app_client() AS app_client)) THEN (NOT ( SELECT app_client_hidden() AS app_client_hidden))
    ELSE (client_id <> ALL (( SELECT app_hidden_places() AS app_hidden_places)::uuid[]))
END));
create policy reach_add on agreement_paper for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (agreement_id = ANY (( SELECT app_narrow_rows('agreement'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on agreement_paper for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (agreement_id = ANY (( SELECT app_narrow_rows('agreement'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on agreement_paper for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (agreement_id = ANY (( SELECT app_narrow_rows('agreement'::text) AS app_narrow_rows)::uuid[])))));
create policy remove_own on agreement_paper for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on agreement_paper for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (agreement_id = ANY (( SELECT app_narrow_rows('agreement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_purpose() AS app_purpose) <> 'supervision'::text)))));

create table agreement_paper_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  agreement_id uuid not null,
  content_hash text not null,
  copy text not null,
  kept_on date not null,
  pdf bytea not null,
  sha256 bytea not null,
  tells_place boolean not null,
  recorded tstzrange not null,
  constraint agreement_paper_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX agreement_paper_history_id_idx ON public.agreement_paper_history USING btree (id);
CREATE INDEX agreement_paper_history_organiser_id_client_id_idx ON public.agreement_paper_history USING btree (organiser_id, client_id);
alter table agreement_paper_history enable row level security;
create policy place on agreement_paper_history for select to kykypolku_app using (((NOT tells_place) OR
CASE
    WHEN (client_id = ( SELECT app_client() AS app_client)) THEN (NOT ( SELECT app_client_hidden() AS app_client_hidden))
    ELSE (client_id <> ALL (( SELECT app_hidden_places() AS app_hidden_places)::uuid[]))
END));
create policy reach_add on agreement_paper_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (agreement_id = ANY (( SELECT app_narrow_rows('agreement'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on agreement_paper_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (agreement_id = ANY (( SELECT app_narrow_rows('agreement'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on agreement_paper_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (agreement_id = ANY (( SELECT app_narrow_rows('agreement'::text) AS app_narrow_rows)::uuid[])))));
create policy see on agreement_paper_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (agreement_id = ANY (( SELECT app_narrow_rows('agreement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_purpose() AS app_purpose) <> 'supervision'::text)))));

create table assessment_assessment (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  referral_id uuid not null,
  begun_on date not null,
  begun_by_id uuid not null,
  took_part text,
  situation text,
  client_view text,
  view_missing_because text,
  conclusions text,
  need text,
  special_support boolean,
  own_worker boolean,
  own_worker_view text,
  finished_on date,
  finished_by_id uuid,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint assessment_assessment_pkey PRIMARY KEY (id),
  constraint assessment_once UNIQUE (referral_id),
  constraint assessment_assessment_check CHECK ((finished_on >= begun_on)),
  constraint assessment_assessment_check1 CHECK (((client_view IS NULL) OR (view_missing_because IS NULL))),
  constraint assessment_assessment_check2 CHECK (((finished_on IS NULL) = (finished_by_id IS NULL))),
  constraint assessment_assessment_client_view_check CHECK ((client_view <> ''::text)),
  constraint assessment_assessment_conclusions_check CHECK ((conclusions <> ''::text)),
  constraint assessment_assessment_need_check CHECK ((need = ANY (ARRAY['none'::text, 'temporary'::text, 'recurring'::text, 'long-term'::text]))),
  constraint assessment_assessment_own_worker_view_check CHECK ((own_worker_view <> ''::text)),
  constraint assessment_assessment_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint assessment_assessment_recorded_open CHECK (upper_inf(recorded)),
  constraint assessment_assessment_situation_check CHECK ((situation <> ''::text)),
  constraint assessment_assessment_took_part_check CHECK ((took_part <> ''::text)),
  constraint assessment_assessment_view_missing_because_check CHECK ((view_missing_because <> ''::text)),
  constraint assessment_whole CHECK (((finished_on IS NULL) OR ((num_nulls(took_part, situation, conclusions, need, special_support, own_worker, finished_by_id) = 0) AND (num_nonnulls(client_view, view_missing_because) = 1)))),
  constraint assessment_assessment_begun_by_id_fkey FOREIGN KEY (begun_by_id) REFERENCES worker_worker(id),
  constraint assessment_assessment_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint assessment_assessment_finished_by_id_fkey FOREIGN KEY (finished_by_id) REFERENCES worker_worker(id),
  constraint assessment_assessment_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint assessment_assessment_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral_referral(id)
);
CREATE INDEX assessment_assessment_begun_by_id_idx ON public.assessment_assessment USING btree (begun_by_id);
CREATE INDEX assessment_assessment_client_id_idx ON public.assessment_assessment USING btree (client_id);
CREATE INDEX assessment_assessment_finished_by_id_idx ON public.assessment_assessment USING btree (finished_by_id);
CREATE INDEX assessment_assessment_organiser_id_client_id_idx ON public.assessment_assessment USING btree (organiser_id, client_id);
CREATE TRIGGER assessment_after_receipt BEFORE INSERT OR UPDATE OF begun_on, referral_id ON public.assessment_assessment FOR EACH ROW EXECUTE FUNCTION assessment_after_receipt();
CREATE TRIGGER decision_ends_assessing BEFORE INSERT ON public.assessment_assessment FOR EACH ROW EXECUTE FUNCTION decision_ends_assessing();
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF begun_on, finished_on ON public.assessment_assessment FOR EACH ROW EXECUTE FUNCTION hold_birth_assessment_assessment();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.assessment_assessment FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.assessment_assessment FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table assessment_assessment enable row level security;
create policy add on assessment_assessment for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on assessment_assessment for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on assessment_assessment for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on assessment_assessment for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on assessment_assessment for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on assessment_assessment for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_alter on assessment_assessment for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_remove on assessment_assessment for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy remove_own on assessment_assessment for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on assessment_assessment for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) AND (( SELECT app_purpose() AS app_purpose) <> 'money'::text)))));

create table assessment_assessment_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  referral_id uuid not null,
  begun_on date not null,
  begun_by_id uuid not null,
  took_part text,
  situation text,
  client_view text,
  view_missing_because text,
  conclusions text,
  need text,
  special_support boolean,
  own_worker boolean,
  own_worker_view text,
  finished_on date,
  finished_by_id uuid,
  recorded tstzrange not null,
  constraint assessment_assessment_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX assessment_assessment_history_id_idx ON public.assessment_assessment_history USING btree (id);
CREATE INDEX assessment_assessment_history_organiser_id_client_id_idx ON public.assessment_assessment_history USING btree (organiser_id, client_id);
alter table assessment_assessment_history enable row level security;
create policy reach_add on assessment_assessment_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_alter on assessment_assessment_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_remove on assessment_assessment_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy see on assessment_assessment_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) AND ( SELECT app_plain() AS app_plain)))));

create table attendance_closed_day (
  closed_on date not null,
  constraint attendance_closed_day_pkey PRIMARY KEY (closed_on)
);

create table attendance_mark (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  placement_id uuid not null,
  held_on date not null,
  kind text not null,
  reason text,
  meal boolean not null default false,
  marked_by_id uuid,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  held daterange not null generated always as (daterange(held_on, (held_on + 1))),
  constraint attendance_mark_pkey PRIMARY KEY (id),
  constraint attendance_mark_placement_id_held_on_key UNIQUE (placement_id, held_on),
  constraint attendance_mark_check CHECK (((kind = 'absent'::text) = (reason IS NOT NULL))),
  constraint attendance_mark_check1 CHECK (((kind = 'present'::text) OR (NOT meal))),
  constraint attendance_mark_kind_check CHECK ((kind = ANY (ARRAY['present'::text, 'absent'::text, 'holiday'::text]))),
  constraint attendance_mark_reason_check CHECK ((reason = ANY (ARRAY['sick'::text, 'child-sick'::text, 'job-interview'::text, 'other-accepted'::text, 'unexcused'::text, 'service-closed'::text]))),
  constraint attendance_mark_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint attendance_mark_recorded_open CHECK (upper_inf(recorded)),
  constraint attendance_mark_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint attendance_mark_marked_by_id_fkey FOREIGN KEY (marked_by_id) REFERENCES worker_worker(id),
  constraint attendance_mark_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint attendance_mark_within_placement FOREIGN KEY (placement_id, PERIOD held) REFERENCES placement_placement(id, PERIOD during)
);
CREATE INDEX attendance_mark_client_id_held_on_idx ON public.attendance_mark USING btree (client_id, held_on);
CREATE INDEX attendance_mark_late ON public.attendance_mark USING btree (organiser_id, held_on) WHERE (date_trunc('month'::text, (lower(recorded) AT TIME ZONE 'Europe/Helsinki'::text)) > date_trunc('month'::text, (held_on)::timestamp without time zone));
CREATE INDEX attendance_mark_marked_by_id_idx ON public.attendance_mark USING btree (marked_by_id);
CREATE INDEX attendance_mark_organiser_id_held_on_idx ON public.attendance_mark USING btree (organiser_id, held_on);
CREATE INDEX attendance_mark_organiser_id_held_on_idx1 ON public.attendance_mark USING btree (organiser_id, held_on) WHERE (kind = 'holiday'::text);
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.attendance_mark FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.attendance_mark FOR EACH ROW EXECUTE FUNCTION keep_version('held');
CREATE TRIGGER not_interrupted AFTER INSERT ON public.attendance_mark REFERENCING NEW TABLE AS marked FOR EACH STATEMENT EXECUTE FUNCTION attendance_not_interrupted();
CREATE TRIGGER not_paused AFTER INSERT ON public.attendance_mark REFERENCING NEW TABLE AS marked FOR EACH STATEMENT EXECUTE FUNCTION attendance_not_paused();
alter table attendance_mark enable row level security;
create policy add on attendance_mark for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on attendance_mark for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy reach_add on attendance_mark for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (placement_id IN ( SELECT unnest(( SELECT app_paid_placements() AS app_paid_placements)) AS unnest))))));
create policy reach_alter on attendance_mark for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (placement_id IN ( SELECT unnest(( SELECT app_paid_placements() AS app_paid_placements)) AS unnest))))));
create policy reach_remove on attendance_mark for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (placement_id IN ( SELECT unnest(( SELECT app_paid_placements() AS app_paid_placements)) AS unnest))))));
create policy remove_own on attendance_mark for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on attendance_mark for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited() AS app_unlimited) OR (placement_id IN ( SELECT unnest(( SELECT app_placements_at_hand() AS app_placements_at_hand)) AS unnest)))))));

create table attendance_mark_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  placement_id uuid not null,
  held_on date not null,
  kind text not null,
  reason text,
  meal boolean not null,
  marked_by_id uuid,
  recorded tstzrange not null,
  held daterange not null,
  constraint attendance_mark_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX attendance_mark_history_id_idx ON public.attendance_mark_history USING btree (id);
CREATE INDEX attendance_mark_history_late ON public.attendance_mark_history USING btree (organiser_id, held_on) WHERE (date_trunc('month'::text, (upper(recorded) AT TIME ZONE 'Europe/Helsinki'::text)) > date_trunc('month'::text, (held_on)::timestamp without time zone));
CREATE INDEX attendance_mark_history_organiser_id_client_id_idx ON public.attendance_mark_history USING btree (organiser_id, client_id);
alter table attendance_mark_history enable row level security;
create policy reach_add on attendance_mark_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (placement_id IN ( SELECT unnest(( SELECT app_paid_placements() AS app_paid_placements)) AS unnest))))));
create policy reach_alter on attendance_mark_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (placement_id IN ( SELECT unnest(( SELECT app_paid_placements() AS app_paid_placements)) AS unnest))))));
create policy reach_remove on attendance_mark_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (placement_id IN ( SELECT unnest(( SELECT app_paid_placements() AS app_paid_placements)) AS unnest))))));
create policy see on attendance_mark_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited() AS app_unlimited) OR (placement_id IN ( SELECT unnest(( SELECT app_placements_at_hand() AS app_placements_at_hand)) AS unnest)))))));

create table carrying_carrying (
  id uuid not null default uuidv7(),
  succession_id uuid,
  carried_on date not null,
  carried_at timestamp with time zone not null default app_now(),
  carried_by_id uuid not null,
  taken_back_on date,
  taken_back_by_id uuid,
  taken_back_because text,
  constraint carrying_carrying_pkey PRIMARY KEY (id),
  constraint carrying_carrying_check CHECK ((taken_back_on >= carried_on)),
  constraint carrying_carrying_taken_back CHECK ((((taken_back_on IS NULL) = (taken_back_by_id IS NULL)) AND ((taken_back_on IS NULL) = (taken_back_because IS NULL)))),
  constraint carrying_carrying_taken_back_because_check CHECK ((taken_back_because <> ''::text)),
  constraint carrying_carrying_carried_by_id_fkey FOREIGN KEY (carried_by_id) REFERENCES worker_worker(id),
  constraint carrying_carrying_succession_id_fkey FOREIGN KEY (succession_id) REFERENCES organiser_succession(id) ON DELETE SET NULL,
  constraint carrying_carrying_taken_back_by_id_fkey FOREIGN KEY (taken_back_by_id) REFERENCES worker_worker(id)
);
CREATE INDEX carrying_carrying_carried_by_id_idx ON public.carrying_carrying USING btree (carried_by_id);
CREATE INDEX carrying_carrying_succession_id_idx ON public.carrying_carrying USING btree (succession_id);
CREATE INDEX carrying_carrying_taken_back_by_id_idx ON public.carrying_carrying USING btree (taken_back_by_id);
alter table carrying_carrying enable row level security;
create policy see on carrying_carrying for select to kykypolku_app using ((succession_id IN ( SELECT s.id
   FROM organiser_succession s
  WHERE ((s.predecessor_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) OR (s.successor_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))))));

create table carrying_row (
  succession_id uuid,
  thing text not null,
  old_id uuid not null,
  new_id uuid not null,
  made boolean not null,
  carried_on date not null,
  carried_by_id uuid not null,
  carrying_id uuid,
  taken_back boolean not null default false,
  constraint carrying_row_pkey PRIMARY KEY (old_id, new_id),
  constraint carrying_row_carried_by_id_fkey FOREIGN KEY (carried_by_id) REFERENCES worker_worker(id),
  constraint carrying_row_carrying_id_fkey FOREIGN KEY (carrying_id) REFERENCES carrying_carrying(id),
  constraint carrying_row_succession_id_fkey FOREIGN KEY (succession_id) REFERENCES organiser_succession(id) ON DELETE SET NULL
);
CREATE INDEX carrying_row_carried_by_id_idx ON public.carrying_row USING btree (carried_by_id);
CREATE INDEX carrying_row_carrying_id_idx ON public.carrying_row USING btree (carrying_id);
CREATE INDEX carrying_row_new_id_idx ON public.carrying_row USING btree (new_id);
CREATE INDEX carrying_row_succession_id_idx ON public.carrying_row USING btree (succession_id);
alter table carrying_row enable row level security;
create policy see on carrying_row for select to kykypolku_app using ((succession_id IN ( SELECT s.id
   FROM organiser_succession s
  WHERE ((s.predecessor_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) OR (s.successor_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))))));

create table carrying_step (
  place bigint not null,
  carrying_id uuid not null,
  thing text not null,
  row_id uuid not null,
  was jsonb,
  became jsonb,
  constraint carrying_step_pkey PRIMARY KEY (place),
  constraint carrying_step_check CHECK (((was IS NOT NULL) OR (became IS NOT NULL))),
  constraint carrying_step_carrying_id_fkey FOREIGN KEY (carrying_id) REFERENCES carrying_carrying(id)
);
CREATE INDEX carrying_step_carrying_id_thing_row_id_idx ON public.carrying_step USING btree (carrying_id, thing, row_id);
alter table carrying_step enable row level security;

create table client_address (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  street text,
  postal_code text,
  post_office text,
  phone text,
  email text,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint client_address_pkey PRIMARY KEY (id),
  constraint client_address_client_id_during_key UNIQUE (client_id, during WITHOUT OVERLAPS),
  constraint client_address_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint client_address_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint client_address_recorded_open CHECK (upper_inf(recorded)),
  constraint client_address_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint client_address_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id)
);
CREATE INDEX client_address_organiser_id_client_id_idx ON public.client_address USING btree (organiser_id, client_id);
CREATE INDEX client_phone ON public.client_address USING btree (organiser_id, phone_digits(phone)) WHERE (phone IS NOT NULL);
CREATE INDEX client_phone_search ON public.client_address USING gist (organiser_id, phone_digits(phone) gist_trgm_ops) WHERE (phone IS NOT NULL);
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF during ON public.client_address FOR EACH ROW EXECUTE FUNCTION hold_birth_client_address();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.client_address FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.client_address FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table client_address enable row level security;
create policy add on client_address for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on client_address for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on client_address for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on client_address for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on client_address for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy place on client_address for select to kykypolku_app using (
CASE
    WHEN (client_id = ( SELECT app_client() AS app_client)) THEN (NOT ( SELECT app_client_hidden() AS app_client_hidden))
    ELSE (client_id <> ALL (( SELECT app_hidden_places() AS app_hidden_places)::uuid[]))
END);
create policy remove_own on client_address for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on client_address for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (( SELECT app_purpose() AS app_purpose) <> 'supervision'::text)))));

create table client_address_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  street text,
  postal_code text,
  post_office text,
  phone text,
  email text,
  during daterange not null,
  recorded tstzrange not null,
  constraint client_address_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX client_address_history_id_idx ON public.client_address_history USING btree (id);
CREATE INDEX client_address_history_organiser_id_client_id_idx ON public.client_address_history USING btree (organiser_id, client_id);
alter table client_address_history enable row level security;
create policy place on client_address_history for select to kykypolku_app using (
CASE
    WHEN (client_id = ( SELECT app_client() AS app_client)) THEN (NOT ( SELECT app_client_hidden() AS app_client_hidden))
    ELSE (client_id <> ALL (( SELECT app_hidden_places() AS app_hidden_places)::uuid[]))
END);
create policy see on client_address_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (( SELECT app_purpose() AS app_purpose) <> 'supervision'::text)))));

create table client_benefit (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  benefit text not null,
  main boolean not null,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  highest boolean not null default false,
  constraint client_benefit_pkey PRIMARY KEY (id),
  constraint client_benefit_once EXCLUDE USING gist (client_id WITH =, benefit WITH =, during WITH &&),
  constraint client_main_benefit_once EXCLUDE USING gist (client_id WITH =, during WITH &&) WHERE (main),
  constraint client_benefit_benefit_check CHECK ((benefit = ANY (ARRAY['disability-pension'::text, 'rehabilitation-subsidy'::text, 'guarantee-pension'::text, 'housing-allowance'::text, 'care-allowance'::text, 'labour-market-subsidy'::text, 'basic-allowance'::text, 'earnings-related-allowance'::text, 'social-assistance'::text, 'wage'::text, 'other'::text, 'none'::text]))),
  constraint client_benefit_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint client_benefit_highest CHECK (((NOT highest) OR (benefit = 'care-allowance'::text))),
  constraint client_benefit_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint client_benefit_recorded_open CHECK (upper_inf(recorded)),
  constraint client_benefit_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint client_benefit_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id)
);
CREATE INDEX client_benefit_organiser_id_client_id_idx ON public.client_benefit USING btree (organiser_id, client_id);
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF during ON public.client_benefit FOR EACH ROW EXECUTE FUNCTION hold_birth_client_benefit();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.client_benefit FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.client_benefit FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table client_benefit enable row level security;
create policy add on client_benefit for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND (((( SELECT app_purpose() AS app_purpose) = 'money'::text) AND (( SELECT app_wide() AS app_wide) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)))) OR ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id))))));
create policy alter_own on client_benefit for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND (((( SELECT app_purpose() AS app_purpose) = 'money'::text) AND (( SELECT app_wide() AS app_wide) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)))) OR ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id))))));
create policy of_place_add on client_benefit for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on client_benefit for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on client_benefit for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on client_benefit for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_alter on client_benefit for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_remove on client_benefit for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy remove_own on client_benefit for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND (((( SELECT app_purpose() AS app_purpose) = 'money'::text) AND (( SELECT app_wide() AS app_wide) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)))) OR ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id))))));
create policy see on client_benefit for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) AND ( SELECT app_plain() AS app_plain)))));

create table client_benefit_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  benefit text not null,
  main boolean not null,
  during daterange not null,
  recorded tstzrange not null,
  highest boolean not null default false,
  constraint client_benefit_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX client_benefit_history_id_idx ON public.client_benefit_history USING btree (id);
CREATE INDEX client_benefit_history_organiser_id_client_id_idx ON public.client_benefit_history USING btree (organiser_id, client_id);
alter table client_benefit_history enable row level security;
create policy reach_add on client_benefit_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_alter on client_benefit_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_remove on client_benefit_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy see on client_benefit_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) AND ( SELECT app_plain() AS app_plain)))));

create table client_client (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  person_id uuid not null default uuidv7(),
  family_name text not null,
  given_names text not null,
  birth_on date,
  gender text,
  mother_tongue text,
  service_language text not null default 'fi'::text,
  easy_language boolean not null default false,
  municipality_code text,
  identity_cipher bytea,
  identity_hash bytea,
  identity_masked text,
  identity_temporary boolean,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint client_client_pkey PRIMARY KEY (id),
  constraint client_client_check CHECK (((identity_cipher IS NULL) = (identity_hash IS NULL))),
  constraint client_client_check1 CHECK (((identity_cipher IS NULL) = (identity_masked IS NULL))),
  constraint client_client_family_name_check CHECK ((family_name <> ''::text)),
  constraint client_client_gender_check CHECK ((gender = ANY (ARRAY['female'::text, 'male'::text, 'other'::text]))),
  constraint client_client_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint client_client_recorded_open CHECK (upper_inf(recorded)),
  constraint client_client_service_language_check CHECK ((service_language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))),
  constraint client_client_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES organiser_municipality(code),
  constraint client_client_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id)
);
CREATE INDEX client_birthday ON public.client_client USING btree (organiser_id, birth_on);
CREATE INDEX client_client_municipality_code_idx ON public.client_client USING btree (municipality_code);
CREATE INDEX client_client_organiser_id_family_name_given_names_idx ON public.client_client USING btree (organiser_id, family_name, given_names);
CREATE INDEX client_client_person_id_idx ON public.client_client USING btree (person_id);
CREATE INDEX client_family_sound ON public.client_client USING btree (organiser_id, client_name_sound(family_name));
CREATE INDEX client_identity ON public.client_client USING btree (organiser_id, identity_hash) WHERE (identity_hash IS NOT NULL);
CREATE INDEX client_name_search ON public.client_client USING gin (organiser_id, client_name_key(family_name, given_names) gin_trgm_ops) WITH (fastupdate=off);
CREATE TRIGGER born_before_facts AFTER UPDATE OF birth_on ON public.client_client FOR EACH ROW WHEN ((new.birth_on IS DISTINCT FROM old.birth_on)) EXECUTE FUNCTION born_before_facts();
CREATE TRIGGER identity_code_once AFTER INSERT OR UPDATE OF identity_hash, person_id ON public.client_client FOR EACH ROW EXECUTE FUNCTION identity_code_once();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.client_client FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.client_client FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table client_client enable row level security;
create policy add on client_client for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND (( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ( SELECT in_any_role('{coach,rehabilitative-instructor,social-worker}'::text[]) AS in_any_role)));
create policy alter_own on client_client for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((id = ( SELECT app_acted_on() AS app_acted_on)) OR (id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(id)))));
create policy remove_own on client_client for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((id = ( SELECT app_acted_on() AS app_acted_on)) OR (id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(id)))));
create policy see on client_client for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)))));

create table client_client_history (
  id uuid not null,
  organiser_id uuid not null,
  person_id uuid not null,
  family_name text not null,
  given_names text not null,
  birth_on date,
  gender text,
  mother_tongue text,
  service_language text not null,
  easy_language boolean not null,
  municipality_code text,
  identity_cipher bytea,
  identity_hash bytea,
  identity_masked text,
  identity_temporary boolean,
  recorded tstzrange not null,
  constraint client_client_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX client_client_history_id_idx ON public.client_client_history USING btree (id);
CREATE INDEX client_former_family_sound ON public.client_client_history USING btree (organiser_id, client_name_sound(family_name));
CREATE INDEX client_former_name_search ON public.client_client_history USING gin (organiser_id, client_name_key(family_name, given_names) gin_trgm_ops) WITH (fastupdate=off);
alter table client_client_history enable row level security;
create policy see on client_client_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((id = ( SELECT app_open() AS app_open)) OR (((id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (( SELECT app_purpose() AS app_purpose) <> 'supervision'::text)))));

create table client_opening (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  worker_id uuid not null,
  reason text not null,
  words text not null,
  opened_at timestamp with time zone not null,
  constraint client_opening_pkey PRIMARY KEY (id),
  constraint client_opening_reason_check CHECK ((reason = ANY (ARRAY['client-asked'::text, 'complaint'::text, 'correction'::text, 'court'::text, 'new-matter'::text, 'other'::text]))),
  constraint client_opening_words_check CHECK ((char_length(words) >= 10)),
  constraint client_opening_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint client_opening_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint client_opening_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES worker_worker(id)
);
CREATE INDEX client_opening_client_id_idx ON public.client_opening USING btree (client_id);
CREATE INDEX client_opening_organiser_id_opened_at_idx ON public.client_opening USING btree (organiser_id, opened_at);
CREATE INDEX client_opening_worker_id_opened_at_idx ON public.client_opening USING btree (worker_id, opened_at);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.client_opening FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.client_opening FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER forget_clients AFTER INSERT OR DELETE OR UPDATE ON public.client_opening FOR EACH STATEMENT EXECUTE FUNCTION forget_clients();
alter table client_opening enable row level security;
create policy add on client_opening for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND (( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ( SELECT app_official() AS app_official) AND (EXISTS ( SELECT
   FROM client_register c
  WHERE ((c.id = client_opening.client_id) AND (c.organiser_id = client_opening.organiser_id))))));
create policy alter_own on client_opening for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on client_opening for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on client_opening for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on client_opening for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy own on client_opening for insert to kykypolku_app with check (((worker_id = ( SELECT app_worker() AS app_worker)) AND (opened_at <= ( SELECT app_now() AS app_now)) AND ( SELECT app_official() AS app_official)));
create policy remove_own on client_opening for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on client_opening for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (( SELECT app_purpose() AS app_purpose) <> 'supervision'::text)))));

create table client_protection (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  contact_instead text,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint client_protection_pkey PRIMARY KEY (id),
  constraint client_protection_client_id_during_key UNIQUE (client_id, during WITHOUT OVERLAPS),
  constraint client_protection_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint client_protection_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint client_protection_recorded_open CHECK (upper_inf(recorded)),
  constraint client_protection_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint client_protection_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id)
);
CREATE INDEX client_protection_organiser_id_client_id_idx ON public.client_protection USING btree (organiser_id, client_id);
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF during ON public.client_protection FOR EACH ROW EXECUTE FUNCTION hold_birth_client_protection();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.client_protection FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.client_protection FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table client_protection enable row level security;
create policy add on client_protection for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on client_protection for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on client_protection for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on client_protection for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on client_protection for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy remove_own on client_protection for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on client_protection for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR ( SELECT app_official() AS app_official) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)))));

create table client_protection_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  contact_instead text,
  during daterange not null,
  recorded tstzrange not null,
  constraint client_protection_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX client_protection_history_id_idx ON public.client_protection_history USING btree (id);
CREATE INDEX client_protection_history_organiser_id_client_id_idx ON public.client_protection_history USING btree (organiser_id, client_id);
alter table client_protection_history enable row level security;
create policy see on client_protection_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR ( SELECT app_official() AS app_official) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (( SELECT app_purpose() AS app_purpose) <> 'supervision'::text)))));

create table client_reason (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  reason text not null,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint client_reason_pkey PRIMARY KEY (id),
  constraint client_reason_client_id_during_key UNIQUE (client_id, during WITHOUT OVERLAPS),
  constraint client_reason_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint client_reason_reason_check CHECK ((reason = ANY (ARRAY['intellectual-disability'::text, 'autism-spectrum'::text, 'neuropsychiatric'::text, 'mental-health'::text, 'substance-use'::text, 'social'::text, 'other'::text, 'not-recorded'::text, 'none'::text, 'not-investigated'::text, 'refused'::text, 'not-allowed'::text]))),
  constraint client_reason_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint client_reason_recorded_open CHECK (upper_inf(recorded)),
  constraint client_reason_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint client_reason_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id)
);
CREATE INDEX client_reason_organiser_id_client_id_idx ON public.client_reason USING btree (organiser_id, client_id);
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF during ON public.client_reason FOR EACH ROW EXECUTE FUNCTION hold_birth_client_reason();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.client_reason FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.client_reason FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table client_reason enable row level security;
create policy add on client_reason for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on client_reason for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on client_reason for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on client_reason for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on client_reason for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on client_reason for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_alter on client_reason for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_remove on client_reason for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy remove_own on client_reason for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on client_reason for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) AND ( SELECT app_plain() AS app_plain)))));

create table client_reason_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  reason text not null,
  during daterange not null,
  recorded tstzrange not null,
  constraint client_reason_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX client_reason_history_id_idx ON public.client_reason_history USING btree (id);
CREATE INDEX client_reason_history_organiser_id_client_id_idx ON public.client_reason_history USING btree (organiser_id, client_id);
alter table client_reason_history enable row level security;
create policy reach_add on client_reason_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_alter on client_reason_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_remove on client_reason_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy see on client_reason_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) AND ( SELECT app_plain() AS app_plain)))));

create table client_representative (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  name text not null,
  kind text not null,
  phone text,
  powers text,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  covers text[] not null default '{}'::text[],
  street text,
  postal_code text,
  post_office text,
  email text,
  constraint client_representative_pkey PRIMARY KEY (id),
  constraint client_representative_covers_check CHECK ((covers <@ ARRAY['personal'::text, 'financial'::text])),
  constraint client_representative_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint client_representative_kind_check CHECK ((kind = ANY (ARRAY['relative'::text, 'custodian'::text, 'guardian'::text, 'attorney'::text, 'legal-representative'::text, 'support-person'::text]))),
  constraint client_representative_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint client_representative_recorded_open CHECK (upper_inf(recorded)),
  constraint representative_powers CHECK (((kind = ANY (ARRAY['custodian'::text, 'guardian'::text, 'attorney'::text, 'legal-representative'::text])) = (cardinality(covers) > 0))),
  constraint client_representative_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint client_representative_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id)
);
CREATE INDEX client_representative_client_id_idx ON public.client_representative USING btree (client_id);
CREATE INDEX client_representative_organiser_id_client_id_idx ON public.client_representative USING btree (organiser_id, client_id);
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF during ON public.client_representative FOR EACH ROW EXECUTE FUNCTION hold_birth_client_representative();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.client_representative FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.client_representative FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table client_representative enable row level security;
create policy add on client_representative for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on client_representative for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on client_representative for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on client_representative for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on client_representative for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy remove_own on client_representative for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on client_representative for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ( SELECT app_plain() AS app_plain)))));

create table client_representative_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  name text not null,
  kind text not null,
  phone text,
  powers text,
  during daterange not null,
  recorded tstzrange not null,
  covers text[] not null default '{}'::text[],
  street text,
  postal_code text,
  post_office text,
  email text,
  constraint client_representative_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX client_representative_history_id_idx ON public.client_representative_history USING btree (id);
CREATE INDEX client_representative_history_organiser_id_client_id_idx ON public.client_representative_history USING btree (organiser_id, client_id);
alter table client_representative_history enable row level security;
create policy see on client_representative_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ( SELECT app_plain() AS app_plain)))));

create table client_visit (
  worker_id uuid not null,
  client_id uuid not null,
  organiser_id uuid not null,
  visited_at timestamp with time zone not null,
  constraint client_visit_pkey PRIMARY KEY (worker_id, client_id),
  constraint client_visit_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint client_visit_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint client_visit_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES worker_worker(id)
);
CREATE INDEX client_visit_client_id_idx ON public.client_visit USING btree (client_id);
CREATE INDEX client_visit_organiser_id_client_id_idx ON public.client_visit USING btree (organiser_id, client_id);
alter table client_visit enable row level security;
create policy add on client_visit for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on client_visit for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy remove_own on client_visit for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on client_visit for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (( SELECT app_purpose() AS app_purpose) <> 'supervision'::text)))));

create table coaching_agreed_rhythm (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  relationship_id uuid not null,
  every_days integer not null,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint coaching_agreed_rhythm_pkey PRIMARY KEY (id),
  constraint coaching_agreed_rhythm_relationship_id_during_key UNIQUE (relationship_id, during WITHOUT OVERLAPS),
  constraint coaching_agreed_rhythm_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint coaching_agreed_rhythm_every_days_check CHECK ((every_days > 0)),
  constraint coaching_agreed_rhythm_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint coaching_agreed_rhythm_recorded_open CHECK (upper_inf(recorded)),
  constraint coaching_agreed_rhythm_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint coaching_agreed_rhythm_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint coaching_agreed_rhythm_relationship_id_during_fkey FOREIGN KEY (relationship_id, PERIOD during) REFERENCES relationship_relationship(id, PERIOD during)
);
CREATE INDEX coaching_agreed_rhythm_client_id_idx ON public.coaching_agreed_rhythm USING btree (client_id);
CREATE INDEX coaching_agreed_rhythm_organiser_id_client_id_idx ON public.coaching_agreed_rhythm USING btree (organiser_id, client_id);
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.coaching_agreed_rhythm FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.coaching_agreed_rhythm FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table coaching_agreed_rhythm enable row level security;
create policy add on coaching_agreed_rhythm for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on coaching_agreed_rhythm for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on coaching_agreed_rhythm for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on coaching_agreed_rhythm for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on coaching_agreed_rhythm for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on coaching_agreed_rhythm for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on coaching_agreed_rhythm for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on coaching_agreed_rhythm for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy remove_own on coaching_agreed_rhythm for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on coaching_agreed_rhythm for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table coaching_agreed_rhythm_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  relationship_id uuid not null,
  every_days integer not null,
  during daterange not null,
  recorded tstzrange not null,
  constraint coaching_agreed_rhythm_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX coaching_agreed_rhythm_history_id_idx ON public.coaching_agreed_rhythm_history USING btree (id);
CREATE INDEX coaching_agreed_rhythm_history_organiser_id_client_id_idx ON public.coaching_agreed_rhythm_history USING btree (organiser_id, client_id);
alter table coaching_agreed_rhythm_history enable row level security;
create policy reach_add on coaching_agreed_rhythm_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on coaching_agreed_rhythm_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on coaching_agreed_rhythm_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy see on coaching_agreed_rhythm_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table coaching_appointment (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  relationship_id uuid not null,
  worker_id uuid not null,
  kind text not null,
  due_on date not null,
  starts_at time without time zone,
  place text,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  outcome text,
  told_by_id uuid,
  contact_id uuid,
  moved_to_id uuid,
  note text,
  waits daterange generated always as (
CASE
    WHEN (outcome IS NULL) THEN daterange(due_on, (due_on + 1))
    ELSE NULL::daterange
END),
  constraint coaching_appointment_pkey PRIMARY KEY (id),
  constraint coaching_appointment_held CHECK (((contact_id IS NULL) OR COALESCE((outcome = 'held'::text), false))),
  constraint coaching_appointment_kind_check CHECK ((kind = ANY (ARRAY['call'::text, 'meeting'::text, 'workplace-visit'::text, 'group-meeting'::text]))),
  constraint coaching_appointment_moved CHECK (((moved_to_id IS NOT NULL) = COALESCE((outcome = 'moved'::text), false))),
  constraint coaching_appointment_noted CHECK (((note IS NULL) OR COALESCE((outcome <> 'held'::text), false))),
  constraint coaching_appointment_outcome_check CHECK ((outcome = ANY (ARRAY['held'::text, 'missed'::text, 'moved'::text, 'cancelled'::text]))),
  constraint coaching_appointment_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint coaching_appointment_recorded_open CHECK (upper_inf(recorded)),
  constraint coaching_appointment_told CHECK (((outcome IS NULL) = (told_by_id IS NULL))),
  constraint appointment_within_relationship FOREIGN KEY (relationship_id, PERIOD waits) REFERENCES relationship_relationship(id, PERIOD during),
  constraint coaching_appointment_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint coaching_appointment_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES coaching_contact(id),
  constraint coaching_appointment_moved_to_id_fkey FOREIGN KEY (moved_to_id) REFERENCES coaching_appointment(id),
  constraint coaching_appointment_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint coaching_appointment_relationship_id_fkey FOREIGN KEY (relationship_id) REFERENCES relationship_relationship(id),
  constraint coaching_appointment_told_by_id_fkey FOREIGN KEY (told_by_id) REFERENCES worker_worker(id),
  constraint coaching_appointment_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES worker_worker(id)
);
CREATE INDEX coaching_appointment_client_id_idx ON public.coaching_appointment USING btree (client_id);
CREATE INDEX coaching_appointment_contact_id_idx ON public.coaching_appointment USING btree (contact_id);
CREATE INDEX coaching_appointment_moved_to_id_idx ON public.coaching_appointment USING btree (moved_to_id);
CREATE INDEX coaching_appointment_organiser_id_client_id_idx ON public.coaching_appointment USING btree (organiser_id, client_id);
CREATE INDEX coaching_appointment_relationship_id_idx ON public.coaching_appointment USING btree (relationship_id);
CREATE INDEX coaching_appointment_told_by_id_idx ON public.coaching_appointment USING btree (told_by_id);
CREATE INDEX coaching_appointment_worker_id_due_on_idx ON public.coaching_appointment USING btree (worker_id, due_on);
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF due_on ON public.coaching_appointment FOR EACH ROW EXECUTE FUNCTION hold_birth_coaching_appointment();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.coaching_appointment FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.coaching_appointment FOR EACH ROW EXECUTE FUNCTION keep_version('waits');
alter table coaching_appointment enable row level security;
create policy add on coaching_appointment for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on coaching_appointment for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy reach_add on coaching_appointment for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on coaching_appointment for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on coaching_appointment for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy remove_own on coaching_appointment for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on coaching_appointment for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table coaching_appointment_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  relationship_id uuid not null,
  worker_id uuid not null,
  kind text not null,
  due_on date not null,
  starts_at time without time zone,
  place text,
  recorded tstzrange not null,
  outcome text,
  told_by_id uuid,
  contact_id uuid,
  moved_to_id uuid,
  note text,
  waits daterange,
  constraint coaching_appointment_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX coaching_appointment_history_id_idx ON public.coaching_appointment_history USING btree (id);
CREATE INDEX coaching_appointment_history_organiser_id_client_id_idx ON public.coaching_appointment_history USING btree (organiser_id, client_id);
alter table coaching_appointment_history enable row level security;
create policy reach_add on coaching_appointment_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on coaching_appointment_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on coaching_appointment_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy see on coaching_appointment_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table coaching_contact (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  relationship_id uuid,
  worker_id uuid not null,
  kind text not null,
  party text not null default 'client'::text,
  held_on date not null,
  minutes integer,
  note text,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  referral_id uuid,
  meeting_id uuid,
  outside_service boolean not null default false,
  held daterange generated always as (
CASE
    WHEN (NOT outside_service) THEN daterange(held_on, (held_on + 1))
    ELSE NULL::daterange
END),
  constraint coaching_contact_pkey PRIMARY KEY (id),
  constraint coaching_contact_kind_check CHECK ((kind = ANY (ARRAY['call'::text, 'message'::text, 'meeting'::text, 'workplace-visit'::text, 'group-meeting'::text]))),
  constraint coaching_contact_meeting CHECK (((meeting_id IS NULL) OR (kind = 'group-meeting'::text))),
  constraint coaching_contact_minutes_check CHECK (((minutes >= 1) AND (minutes <= 1440))),
  constraint coaching_contact_of_one CHECK ((num_nonnulls(relationship_id, referral_id) = 1)),
  constraint coaching_contact_outside_service CHECK (((NOT outside_service) OR (relationship_id IS NOT NULL))),
  constraint coaching_contact_party_check CHECK ((party = ANY (ARRAY['client'::text, 'employer'::text, 'both'::text]))),
  constraint coaching_contact_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint coaching_contact_recorded_open CHECK (upper_inf(recorded)),
  constraint coaching_contact_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint coaching_contact_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint coaching_contact_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral_referral(id),
  constraint coaching_contact_relationship_id_fkey FOREIGN KEY (relationship_id) REFERENCES relationship_relationship(id),
  constraint coaching_contact_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES worker_worker(id),
  constraint contact_within_relationship FOREIGN KEY (relationship_id, PERIOD held) REFERENCES relationship_relationship(id, PERIOD during)
);
CREATE INDEX coaching_contact_client_id_idx ON public.coaching_contact USING btree (client_id);
CREATE INDEX coaching_contact_latest ON public.coaching_contact USING btree (relationship_id, held_on DESC, id DESC) INCLUDE (kind, party, client_id, organiser_id);
CREATE INDEX coaching_contact_organiser_id_client_id_held_on_idx ON public.coaching_contact USING btree (organiser_id, client_id, held_on);
CREATE INDEX coaching_contact_recorded ON public.coaching_contact USING btree (worker_id, lower(recorded));
CREATE INDEX coaching_contact_referral_id_idx ON public.coaching_contact USING btree (referral_id);
CREATE INDEX coaching_contact_worker_id_held_on_idx ON public.coaching_contact USING btree (worker_id, held_on);
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF held_on ON public.coaching_contact FOR EACH ROW EXECUTE FUNCTION hold_birth_coaching_contact();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.coaching_contact FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.coaching_contact FOR EACH ROW EXECUTE FUNCTION keep_version('held');
alter table coaching_contact enable row level security;
create policy add on coaching_contact for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on coaching_contact for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on coaching_contact for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on coaching_contact for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on coaching_contact for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on coaching_contact for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on coaching_contact for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on coaching_contact for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy remove_own on coaching_contact for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on coaching_contact for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table coaching_contact_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  relationship_id uuid,
  worker_id uuid not null,
  kind text not null,
  party text not null,
  held_on date not null,
  minutes integer,
  note text,
  recorded tstzrange not null,
  referral_id uuid,
  meeting_id uuid,
  outside_service boolean not null,
  held daterange,
  constraint coaching_contact_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX coaching_contact_history_id_idx ON public.coaching_contact_history USING btree (id);
CREATE INDEX coaching_contact_history_organiser_id_client_id_idx ON public.coaching_contact_history USING btree (organiser_id, client_id);
alter table coaching_contact_history enable row level security;
create policy reach_add on coaching_contact_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on coaching_contact_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on coaching_contact_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy see on coaching_contact_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table compensation_line (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  placement_id uuid not null,
  mark_id uuid not null,
  month_id uuid not null,
  kind text not null,
  party text not null,
  employer_id uuid,
  earned_on date not null,
  amount_cents integer not null,
  rate_id uuid,
  rule text not null,
  reverses_id uuid,
  version integer not null,
  written_at timestamp with time zone not null default app_now(),
  correcting boolean not null,
  constraint compensation_line_pkey PRIMARY KEY (id),
  constraint compensation_line_client_id_earned_on_kind_version_reverses_key UNIQUE NULLS NOT DISTINCT (client_id, earned_on, kind, version, reverses_id),
  constraint compensation_line_reverses_id_key UNIQUE (reverses_id),
  constraint compensation_line_amount_cents_check CHECK ((amount_cents <> 0)),
  constraint compensation_line_kind_check CHECK ((kind = ANY (ARRAY['open-work-allowance'::text, 'work-share'::text, 'activity-allowance'::text, 'travel'::text, 'meal-charge'::text, 'employer-share'::text, 'cost-compensation'::text]))),
  constraint compensation_line_of_rate CHECK (((kind = 'travel'::text) = (rate_id IS NULL))),
  constraint compensation_line_party_check CHECK ((party = ANY (ARRAY['client'::text, 'employer'::text]))),
  constraint compensation_line_version_check CHECK ((version > 0)),
  constraint compensation_line_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint compensation_line_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employer_employer(id),
  constraint compensation_line_month_id_fkey FOREIGN KEY (month_id) REFERENCES compensation_month(id),
  constraint compensation_line_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint compensation_line_placement_id_fkey FOREIGN KEY (placement_id) REFERENCES placement_placement(id),
  constraint compensation_line_rate_id_fkey FOREIGN KEY (rate_id) REFERENCES rate_rate(id),
  constraint compensation_line_reverses_id_fkey FOREIGN KEY (reverses_id) REFERENCES compensation_line(id)
);
CREATE INDEX compensation_line_client_id_earned_on_idx ON public.compensation_line USING btree (client_id, earned_on);
CREATE INDEX compensation_line_employer_id_idx ON public.compensation_line USING btree (employer_id);
CREATE INDEX compensation_line_month_id_idx ON public.compensation_line USING btree (month_id);
CREATE INDEX compensation_line_organiser_id_earned_on_idx ON public.compensation_line USING btree (organiser_id, earned_on);
CREATE INDEX compensation_line_organiser_id_earned_on_idx1 ON public.compensation_line USING btree (organiser_id, earned_on) WHERE correcting;
CREATE INDEX compensation_line_placement_id_idx ON public.compensation_line USING btree (placement_id);
CREATE INDEX compensation_line_rate_id_idx ON public.compensation_line USING btree (rate_id);
CREATE TRIGGER add_to_sums AFTER INSERT ON public.compensation_line REFERENCING NEW TABLE AS line FOR EACH STATEMENT EXECUTE FUNCTION add_to_sums();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.compensation_line FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.compensation_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF earned_on ON public.compensation_line FOR EACH ROW EXECUTE FUNCTION hold_birth_compensation_line();
alter table compensation_line enable row level security;
create policy add on compensation_line for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND (((( SELECT app_purpose() AS app_purpose) = 'money'::text) AND (( SELECT app_wide() AS app_wide) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)))) OR ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id))))));
create policy alter_own on compensation_line for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND (((( SELECT app_purpose() AS app_purpose) = 'money'::text) AND (( SELECT app_wide() AS app_wide) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)))) OR ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id))))));
create policy of_place_add on compensation_line for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on compensation_line for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on compensation_line for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on compensation_line for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (placement_id IN ( SELECT unnest(( SELECT app_paid_placements() AS app_paid_placements)) AS unnest))))));
create policy reach_alter on compensation_line for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (placement_id IN ( SELECT unnest(( SELECT app_paid_placements() AS app_paid_placements)) AS unnest))))));
create policy reach_remove on compensation_line for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (placement_id IN ( SELECT unnest(( SELECT app_paid_placements() AS app_paid_placements)) AS unnest))))));
create policy remove_own on compensation_line for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND (((( SELECT app_purpose() AS app_purpose) = 'money'::text) AND (( SELECT app_wide() AS app_wide) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)))) OR ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id))))));
create policy see on compensation_line for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited() AS app_unlimited) OR (placement_id IN ( SELECT unnest(( SELECT app_placements_at_hand() AS app_placements_at_hand)) AS unnest)))))));

create table compensation_month (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  month_on date not null,
  closed_at timestamp with time zone not null default app_now(),
  closed_by_id uuid,
  constraint compensation_month_pkey PRIMARY KEY (id),
  constraint compensation_month_organiser_id_month_on_key UNIQUE (organiser_id, month_on),
  constraint compensation_month_month_on_check CHECK ((EXTRACT(day FROM month_on) = (1)::numeric)),
  constraint compensation_month_closed_by_id_fkey FOREIGN KEY (closed_by_id) REFERENCES worker_worker(id),
  constraint compensation_month_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id)
);
CREATE INDEX compensation_month_closed_by_id_idx ON public.compensation_month USING btree (closed_by_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.compensation_month FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.compensation_month FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table compensation_month enable row level security;
create policy add on compensation_month for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND (closed_by_id = ( SELECT app_worker() AS app_worker)) AND (( SELECT app_purpose() AS app_purpose) = 'money'::text) AND ( SELECT app_wide() AS app_wide)));
create policy see on compensation_month for select to kykypolku_app using ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));

create table compensation_sum (
  organiser_id uuid not null,
  month_on date not null,
  correcting boolean not null,
  kind text not null,
  party text not null,
  lines integer not null,
  amount_cents bigint not null,
  constraint compensation_sum_pkey PRIMARY KEY (organiser_id, month_on, correcting, kind, party),
  constraint compensation_sum_lines_check CHECK ((lines > 0)),
  constraint compensation_sum_month_on_check CHECK ((EXTRACT(day FROM month_on) = (1)::numeric)),
  constraint compensation_sum_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id)
);
alter table compensation_sum enable row level security;
create policy see on compensation_sum for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ( SELECT app_wide() AS app_wide)));

create table compensation_upkeep (
  service text not null,
  during daterange not null,
  from_age integer not null,
  grounded boolean not null,
  constraint compensation_upkeep_pkey PRIMARY KEY (service, during),
  constraint compensation_upkeep_service_during_excl EXCLUDE USING gist (service WITH =, during WITH &&),
  constraint compensation_upkeep_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint compensation_upkeep_from_age_check CHECK ((from_age >= 0)),
  constraint compensation_upkeep_service_check CHECK ((service <> ''::text))
);

create table cooperation_link (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  service_group text not null,
  other_service text not null,
  state text not null,
  note text,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint cooperation_link_pkey PRIMARY KEY (id),
  constraint cooperation_link_organiser_id_service_group_other_service_d_key UNIQUE (organiser_id, service_group, other_service, during WITHOUT OVERLAPS),
  constraint cooperation_link_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint cooperation_link_other_service_check CHECK ((other_service = ANY (ARRAY['social-rehabilitation'::text, 'te-services'::text, 'kela-rehabilitation'::text, 'municipal-employment'::text, 'mental-health-and-substance'::text, 'adult-social-work'::text, 'ohjaamo'::text, 'typ'::text, 'disability-services'::text, 'health-services'::text, 'physiotherapy'::text, 'hospital-social-work'::text, 'other'::text]))),
  constraint cooperation_link_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint cooperation_link_recorded_open CHECK (upper_inf(recorded)),
  constraint cooperation_link_state_check CHECK ((state = ANY (ARRAY['agreed'::text, 'as-needed'::text, 'none'::text, 'in-house'::text]))),
  constraint cooperation_link_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id)
);
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.cooperation_link FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table cooperation_link enable row level security;
create policy add on cooperation_link for insert to kykypolku_app with check (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{planner,manager}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy alter_own on cooperation_link for update to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{planner,manager}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy remove_own on cooperation_link for delete to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{planner,manager}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy see on cooperation_link for select to kykypolku_app using ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));

create table cooperation_link_history (
  id uuid not null,
  organiser_id uuid not null,
  service_group text not null,
  other_service text not null,
  state text not null,
  note text,
  during daterange not null,
  recorded tstzrange not null,
  constraint cooperation_link_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX cooperation_link_history_id_idx ON public.cooperation_link_history USING btree (id);
alter table cooperation_link_history enable row level security;
create policy see on cooperation_link_history for select to kykypolku_app using ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));

create table cooperation_referral (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  service text not null,
  other_service text not null,
  direction text not null,
  made_on date not null,
  outcome text,
  outcome_on date,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint cooperation_referral_pkey PRIMARY KEY (id),
  constraint cooperation_referral_check CHECK (((outcome IS NULL) = (outcome_on IS NULL))),
  constraint cooperation_referral_direction_check CHECK ((direction = ANY (ARRAY['to'::text, 'from'::text]))),
  constraint cooperation_referral_outcome_check CHECK ((outcome = ANY (ARRAY['started'::text, 'refused'::text, 'no-place'::text, 'not-known'::text]))),
  constraint cooperation_referral_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint cooperation_referral_recorded_open CHECK (upper_inf(recorded)),
  constraint cooperation_referral_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint cooperation_referral_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint cooperation_referral_service_fkey FOREIGN KEY (service) REFERENCES organiser_service(code)
);
CREATE INDEX cooperation_referral_client_id_idx ON public.cooperation_referral USING btree (client_id);
CREATE INDEX cooperation_referral_organiser_id_made_on_idx ON public.cooperation_referral USING btree (organiser_id, made_on);
CREATE INDEX cooperation_referral_service_idx ON public.cooperation_referral USING btree (service);
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF made_on, outcome_on ON public.cooperation_referral FOR EACH ROW EXECUTE FUNCTION hold_birth_cooperation_referral();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.cooperation_referral FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.cooperation_referral FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table cooperation_referral enable row level security;
create policy add on cooperation_referral for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on cooperation_referral for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on cooperation_referral for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on cooperation_referral for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on cooperation_referral for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on cooperation_referral for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_alter on cooperation_referral for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_remove on cooperation_referral for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy remove_own on cooperation_referral for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on cooperation_referral for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND ( SELECT app_plain() AS app_plain)))));

create table cooperation_referral_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  service text not null,
  other_service text not null,
  direction text not null,
  made_on date not null,
  outcome text,
  outcome_on date,
  recorded tstzrange not null,
  constraint cooperation_referral_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX cooperation_referral_history_id_idx ON public.cooperation_referral_history USING btree (id);
CREATE INDEX cooperation_referral_history_organiser_id_client_id_idx ON public.cooperation_referral_history USING btree (organiser_id, client_id);
alter table cooperation_referral_history enable row level security;
create policy reach_add on cooperation_referral_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_alter on cooperation_referral_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_remove on cooperation_referral_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy see on cooperation_referral_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND ( SELECT app_plain() AS app_plain)))));

create table decision_decision (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  referral_id uuid not null,
  plan_id uuid,
  service text not null,
  outcome text not null,
  decided_on date not null,
  during daterange,
  reasons text not null,
  provisions text[] not null,
  decided_by_id uuid not null,
  served_on date,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  offering_id uuid,
  place text,
  meal_charge_cents integer,
  presented_by_id uuid,
  delegation text,
  in_part boolean not null default false,
  version integer not null default 1,
  corrected_on date,
  corrected_because text,
  corrected_by_id uuid,
  annulled_on date,
  annulled_because text,
  annulled_ground text,
  annulled_by_id uuid,
  stands boolean not null default true,
  year integer not null default 0,
  number integer not null default 0,
  unheard_ground text,
  unheard_because text,
  easy_reasons text,
  came_on date,
  left_on date,
  explanations jsonb not null default '{}'::jsonb,
  changes_id uuid,
  last_on date,
  together_id uuid,
  constraint hold_matters TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint decision_decision_pkey PRIMARY KEY (id),
  constraint decision_standing UNIQUE (id, stands),
  constraint decision_number_once EXCLUDE USING gist (organiser_id WITH =, year WITH =, number WITH =, COALESCE(together_id, id) WITH <>),
  constraint annulled_after_decided CHECK ((annulled_on >= decided_on)),
  constraint annulled_whole CHECK ((((annulled_on IS NULL) = (annulled_because IS NULL)) AND ((annulled_on IS NULL) = (annulled_ground IS NULL)) AND ((annulled_on IS NULL) = (annulled_by_id IS NULL)))),
  constraint corrected_whole CHECK ((((corrected_on IS NULL) OR (version > 1)) AND ((version = 1) OR (corrected_on IS NOT NULL) OR (together_id IS NOT NULL)) AND ((corrected_on IS NULL) = (corrected_because IS NULL)) AND ((corrected_on IS NULL) = (corrected_by_id IS NULL)))),
  constraint decision_changes_whole CHECK (((changes_id IS NULL) OR (outcome = ANY (ARRAY['grant'::text, 'end'::text])))),
  constraint decision_decision_annulled_because_check CHECK ((annulled_because <> ''::text)),
  constraint decision_decision_annulled_ground_check CHECK ((annulled_ground = ANY (ARRAY['for-client'::text, 'client-agrees'::text, 'own-conduct'::text]))),
  constraint decision_decision_check CHECK (((outcome = 'grant'::text) = (during IS NOT NULL))),
  constraint decision_decision_check1 CHECK (((served_on IS NULL) OR (served_on >= decided_on))),
  constraint decision_decision_check2 CHECK (((NOT in_part) OR (outcome = 'grant'::text))),
  constraint decision_decision_check3 CHECK ((stands = (annulled_on IS NULL))),
  constraint decision_decision_check4 CHECK ((changes_id <> id)),
  constraint decision_decision_corrected_because_check CHECK ((corrected_because <> ''::text)),
  constraint decision_decision_delegation_check CHECK ((delegation <> ''::text)),
  constraint decision_decision_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint decision_decision_easy_reasons_check CHECK ((easy_reasons <> ''::text)),
  constraint decision_decision_ends_one CHECK ((((outcome = 'end'::text) = (last_on IS NOT NULL)) AND ((outcome <> 'end'::text) OR (changes_id IS NOT NULL)))),
  constraint decision_decision_explanations_check CHECK (((jsonb_typeof(explanations) = 'object'::text) AND ((explanations - ARRAY['datedBack'::text, 'retroactive'::text, 'endsBefore'::text, 'longer'::text, 'fixedTerm'::text, 'outsideGroup'::text, 'departsFromPlan'::text, 'correctedAgainst'::text]) = '{}'::jsonb) AND (NOT jsonb_path_exists(explanations, '$.*?(@ == "")'::jsonpath)))),
  constraint decision_decision_meal_charge_cents_check CHECK ((meal_charge_cents > 0)),
  constraint decision_decision_number_check CHECK ((number > 0)),
  constraint decision_decision_outcome_check CHECK ((outcome = ANY (ARRAY['grant'::text, 'end'::text, 'deny'::text, 'not-examined'::text, 'lapse'::text]))),
  constraint decision_decision_provisions_check CHECK ((cardinality(provisions) > 0)),
  constraint decision_decision_reasons_check CHECK ((reasons <> ''::text)),
  constraint decision_decision_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint decision_decision_recorded_open CHECK (upper_inf(recorded)),
  constraint decision_decision_unheard_because_check CHECK ((unheard_because <> ''::text)),
  constraint decision_decision_unheard_ground_check CHECK ((unheard_ground = ANY (ARRAY['rejected-at-once'::text, 'jeopardises'::text, 'unnecessary'::text]))),
  constraint decision_decision_version_check CHECK ((version >= 1)),
  constraint unheard_whole CHECK (((unheard_ground IS NULL) = (unheard_because IS NULL))),
  constraint decision_decision_annulled_by_id_fkey FOREIGN KEY (annulled_by_id) REFERENCES worker_worker(id),
  constraint decision_decision_changes_id_fkey FOREIGN KEY (changes_id) REFERENCES decision_decision(id),
  constraint decision_decision_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint decision_decision_corrected_by_id_fkey FOREIGN KEY (corrected_by_id) REFERENCES worker_worker(id),
  constraint decision_decision_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES worker_worker(id),
  constraint decision_decision_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES organiser_offering(id),
  constraint decision_decision_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint decision_decision_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan_plan(id),
  constraint decision_decision_presented_by_id_fkey FOREIGN KEY (presented_by_id) REFERENCES worker_worker(id),
  constraint decision_decision_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral_referral(id),
  constraint decision_decision_service_fkey FOREIGN KEY (service) REFERENCES organiser_service(code)
);
CREATE UNIQUE INDEX decision_changed_once ON public.decision_decision USING btree (changes_id) WHERE (annulled_on IS NULL);
CREATE INDEX decision_decision_annulled_by_id_idx ON public.decision_decision USING btree (annulled_by_id);
CREATE INDEX decision_decision_changes_id_idx ON public.decision_decision USING btree (changes_id);
CREATE INDEX decision_decision_client_id_idx ON public.decision_decision USING btree (client_id);
CREATE INDEX decision_decision_corrected_by_id_idx ON public.decision_decision USING btree (corrected_by_id);
CREATE INDEX decision_decision_decided_by_id_idx ON public.decision_decision USING btree (decided_by_id);
CREATE INDEX decision_decision_offering_id_idx ON public.decision_decision USING btree (offering_id);
CREATE INDEX decision_decision_organiser_id_service_decided_on_idx ON public.decision_decision USING btree (organiser_id, service, decided_on);
CREATE INDEX decision_decision_organiser_id_year_number_idx ON public.decision_decision USING btree (organiser_id, year, number);
CREATE INDEX decision_decision_plan_id_idx ON public.decision_decision USING btree (plan_id);
CREATE INDEX decision_decision_presented_by_id_idx ON public.decision_decision USING btree (presented_by_id);
CREATE INDEX decision_decision_referral_id_idx ON public.decision_decision USING btree (referral_id);
CREATE INDEX decision_decision_service_idx ON public.decision_decision USING btree (service);
CREATE INDEX decision_decision_together_id_idx ON public.decision_decision USING btree (together_id) WHERE (together_id IS NOT NULL);
CREATE INDEX decision_granted_until ON public.decision_decision USING btree (organiser_id, COALESCE(upper(during), 'infinity'::date)) WHERE ((outcome = 'grant'::text) AND (annulled_on IS NULL));
CREATE INDEX decision_of_referral ON public.decision_decision USING btree (organiser_id, referral_id) WHERE (annulled_on IS NULL);
CREATE UNIQUE INDEX decision_stands_once ON public.decision_decision USING btree (referral_id) WHERE (annulled_on IS NULL);
CREATE INDEX decision_told ON public.decision_decision USING btree (organiser_id, COALESCE(served_on, decided_on)) WHERE ((outcome <> 'grant'::text) AND (annulled_on IS NULL));
CREATE TRIGGER decision_granted_once AFTER INSERT OR UPDATE OF during, provisions, annulled_on, changes_id, last_on ON public.decision_decision FOR EACH ROW EXECUTE FUNCTION decision_hold_once();
CREATE TRIGGER decision_is_together BEFORE INSERT ON public.decision_decision FOR EACH ROW WHEN ((new.together_id IS NOT NULL)) EXECUTE FUNCTION decision_is_together();
CREATE TRIGGER decision_plan_goes_on BEFORE INSERT ON public.decision_decision FOR EACH ROW WHEN (((new.plan_id IS NOT NULL) AND (new.outcome = 'grant'::text) AND (new.came_on IS NULL))) EXECUTE FUNCTION decision_plan_goes_on();
CREATE TRIGGER decision_plan_is_signed BEFORE INSERT OR UPDATE OF plan_id, decided_on, outcome ON public.decision_decision FOR EACH ROW WHEN (((new.plan_id IS NOT NULL) AND (new.outcome = 'grant'::text) AND (new.came_on IS NULL))) EXECUTE FUNCTION decision_plan_is_signed();
CREATE TRIGGER decision_stays_together BEFORE UPDATE OF together_id ON public.decision_decision FOR EACH ROW WHEN ((old.together_id IS DISTINCT FROM new.together_id)) EXECUTE FUNCTION decision_is_together();
CREATE TRIGGER decision_within_plan BEFORE INSERT OR UPDATE OF plan_id, during, outcome ON public.decision_decision FOR EACH ROW WHEN (((new.service = 'rehabilitative-work'::text) AND (new.outcome = 'grant'::text) AND (new.annulled_on IS NULL) AND (new.came_on IS NULL) AND (new.plan_id IS NOT NULL))) EXECUTE FUNCTION decision_hold_within_plan();
CREATE TRIGGER forget_clients AFTER INSERT OR DELETE OR UPDATE ON public.decision_decision FOR EACH STATEMENT EXECUTE FUNCTION forget_clients();
CREATE TRIGGER give_number BEFORE INSERT ON public.decision_decision FOR EACH ROW EXECUTE FUNCTION give_number('decided_on');
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF annulled_on, came_on, corrected_on, decided_on, during, last_on, left_on, served_on ON public.decision_decision FOR EACH ROW EXECUTE FUNCTION hold_birth_decision_decision();
CREATE CONSTRAINT TRIGGER hold_matters AFTER INSERT OR UPDATE ON public.decision_decision DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold_matters();
CREATE TRIGGER keep_number BEFORE UPDATE OF year, number ON public.decision_decision FOR EACH ROW WHEN (((old.year <> new.year) OR (old.number <> new.number))) EXECUTE FUNCTION keep_number();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.decision_decision FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.decision_decision FOR EACH ROW EXECUTE FUNCTION keep_version();
CREATE TRIGGER placement_on_changed AFTER INSERT OR UPDATE OF during ON public.decision_decision FOR EACH ROW WHEN (((new.changes_id IS NOT NULL) AND (new.outcome = 'grant'::text) AND (new.service = 'rehabilitative-work'::text) AND (new.annulled_on IS NULL))) EXECUTE FUNCTION placement_hold_changed();
CREATE TRIGGER rectification_holds_service BEFORE UPDATE OF served_on ON public.decision_decision FOR EACH ROW WHEN (((old.served_on IS NOT NULL) AND (new.served_on IS NULL))) EXECUTE FUNCTION rectification_holds_service();
CREATE TRIGGER relationship_on_changed AFTER INSERT ON public.decision_decision FOR EACH ROW WHEN ((new.changes_id IS NOT NULL)) EXECUTE FUNCTION relationship_hold_changed();
CREATE TRIGGER relationship_on_decision AFTER UPDATE OF during, annulled_on ON public.decision_decision FOR EACH ROW EXECUTE FUNCTION relationship_hold_decisions();
CREATE TRIGGER relationship_on_end AFTER UPDATE OF last_on ON public.decision_decision FOR EACH ROW WHEN (((new.changes_id IS NOT NULL) AND (new.annulled_on IS NULL) AND (new.last_on < old.last_on))) EXECUTE FUNCTION relationship_hold_changed();
alter table decision_decision enable row level security;
create policy add on decision_decision for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on decision_decision for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on decision_decision for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on decision_decision for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on decision_decision for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on decision_decision for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_alter on decision_decision for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_remove on decision_decision for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy remove_own on decision_decision for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on decision_decision for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_plain() AS app_plain) OR (service_task(service) = ANY (( SELECT app_tasks_at_hand(false, true) AS app_tasks_at_hand)::text[])))))));

create table decision_decision_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  referral_id uuid not null,
  plan_id uuid,
  service text not null,
  outcome text not null,
  decided_on date not null,
  during daterange,
  reasons text not null,
  provisions text[] not null,
  decided_by_id uuid not null,
  served_on date,
  recorded tstzrange not null,
  offering_id uuid,
  place text,
  meal_charge_cents integer,
  presented_by_id uuid,
  delegation text,
  in_part boolean not null default false,
  version integer not null default 1,
  corrected_on date,
  corrected_because text,
  corrected_by_id uuid,
  annulled_on date,
  annulled_because text,
  annulled_ground text,
  annulled_by_id uuid,
  stands boolean not null default true,
  year integer not null,
  number integer not null,
  unheard_ground text,
  unheard_because text,
  easy_reasons text,
  came_on date,
  left_on date,
  explanations jsonb not null default '{}'::jsonb,
  changes_id uuid,
  last_on date,
  together_id uuid,
  constraint decision_decision_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX decision_decision_history_changes_id_idx ON public.decision_decision_history USING btree (changes_id) WHERE (changes_id IS NOT NULL);
CREATE INDEX decision_decision_history_id_idx ON public.decision_decision_history USING btree (id);
CREATE INDEX decision_decision_history_organiser_id_client_id_idx ON public.decision_decision_history USING btree (organiser_id, client_id);
CREATE INDEX decision_decision_history_organiser_id_year_number_idx ON public.decision_decision_history USING btree (organiser_id, year, number);
alter table decision_decision_history enable row level security;
create policy reach_add on decision_decision_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_alter on decision_decision_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_remove on decision_decision_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy see on decision_decision_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND ( SELECT app_plain() AS app_plain)))));

create table decision_letter (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  decision_id uuid not null,
  language text not null,
  pdf bytea not null,
  sha256 bytea not null,
  made_at timestamp with time zone not null default app_now(),
  tells_place boolean not null default true,
  version integer not null default 1,
  services text[],
  constraint decision_letter_pkey PRIMARY KEY (id),
  constraint decision_letter_version UNIQUE (decision_id, version),
  constraint decision_letter_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))),
  constraint decision_letter_services_check CHECK ((cardinality(services) > 1)),
  constraint decision_letter_version_check CHECK ((version >= 1)),
  constraint decision_letter_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint decision_letter_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision_decision(id),
  constraint decision_letter_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id)
);
CREATE INDEX decision_letter_client_id_idx ON public.decision_letter USING btree (client_id);
CREATE INDEX decision_letter_organiser_id_client_id_idx ON public.decision_letter USING btree (organiser_id, client_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.decision_letter FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.decision_letter FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.decision_letter FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
alter table decision_letter enable row level security;
create policy add on decision_letter for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on decision_letter for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on decision_letter for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on decision_letter for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on decision_letter for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy place on decision_letter for select to kykypolku_app using (((NOT tells_place) OR
CASE
    WHEN (client_id = ( SELECT app_client() AS app_client)) THEN (NOT ( SELECT app_client_hidden() AS app_client_hidden))
    ELSE (client_id <> ALL (( SELECT app_hidden_places() AS app_hidden_places)::uuid[]))
END));
create policy reach_add on decision_letter for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR COALESCE((services <@ ( SELECT app_narrow_services() AS app_narrow_services)), (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[]))))));
create policy reach_alter on decision_letter for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR COALESCE((services <@ ( SELECT app_narrow_services() AS app_narrow_services)), (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[]))))));
create policy reach_remove on decision_letter for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR COALESCE((services <@ ( SELECT app_narrow_services() AS app_narrow_services)), (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[]))))));
create policy remove_own on decision_letter for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on decision_letter for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR COALESCE((services <@ ( SELECT app_narrow_services() AS app_narrow_services)), (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[])))) AND ( SELECT app_plain() AS app_plain)))));

create table decision_notice (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  decision_id uuid not null,
  recipient text not null,
  name text,
  way text,
  sent_on date,
  served_on date not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint decision_notice_pkey PRIMARY KEY (id),
  constraint decision_notice_check CHECK (((recipient = 'client'::text) = (name IS NULL))),
  constraint decision_notice_check1 CHECK (((way IS NULL) = (sent_on IS NULL))),
  constraint decision_notice_check2 CHECK ((served_on >= sent_on)),
  constraint decision_notice_name_check CHECK ((name <> ''::text)),
  constraint decision_notice_recipient_check CHECK ((recipient = ANY (ARRAY['client'::text, 'representative'::text, 'copy'::text]))),
  constraint decision_notice_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint decision_notice_recorded_open CHECK (upper_inf(recorded)),
  constraint decision_notice_way_check CHECK ((way = ANY (ARRAY['post'::text, 'electronic'::text, 'in-person'::text]))),
  constraint decision_notice_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint decision_notice_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision_decision(id),
  constraint decision_notice_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id)
);
CREATE INDEX decision_notice_client_id_idx ON public.decision_notice USING btree (client_id);
CREATE INDEX decision_notice_decision_id_idx ON public.decision_notice USING btree (decision_id);
CREATE INDEX decision_notice_organiser_id_client_id_idx ON public.decision_notice USING btree (organiser_id, client_id);
CREATE UNIQUE INDEX notice_to_client_once ON public.decision_notice USING btree (decision_id) WHERE (recipient = 'client'::text);
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF sent_on, served_on ON public.decision_notice FOR EACH ROW EXECUTE FUNCTION hold_birth_decision_notice();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.decision_notice FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.decision_notice FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table decision_notice enable row level security;
create policy add on decision_notice for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on decision_notice for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on decision_notice for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on decision_notice for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on decision_notice for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on decision_notice for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on decision_notice for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on decision_notice for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[])))));
create policy remove_own on decision_notice for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on decision_notice for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_purpose() AS app_purpose) <> 'money'::text)))));

create table decision_notice_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  decision_id uuid not null,
  recipient text not null,
  name text,
  way text,
  sent_on date,
  served_on date not null,
  recorded tstzrange not null,
  constraint decision_notice_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX decision_notice_history_id_idx ON public.decision_notice_history USING btree (id);
CREATE INDEX decision_notice_history_organiser_id_client_id_idx ON public.decision_notice_history USING btree (organiser_id, client_id);
alter table decision_notice_history enable row level security;
create policy reach_add on decision_notice_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on decision_notice_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on decision_notice_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[])))));
create policy see on decision_notice_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table decision_proposal (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  referral_id uuid not null,
  plan_id uuid,
  outcome text not null,
  during daterange,
  reasons text not null,
  provisions text[] not null,
  offering_id uuid,
  place text,
  meal_charge_cents integer,
  presented_by_id uuid not null,
  presented_on date not null,
  decider_id uuid not null,
  returned_on date,
  returned_because text,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  in_part boolean not null default false,
  unheard_ground text,
  unheard_because text,
  easy_reasons text,
  explanations jsonb not null default '{}'::jsonb,
  changes_id uuid,
  last_on date,
  constraint decision_proposal_pkey PRIMARY KEY (id),
  constraint decision_proposal_referral_id_key UNIQUE (referral_id),
  constraint decision_proposal_check CHECK (((outcome = 'grant'::text) = (during IS NOT NULL))),
  constraint decision_proposal_check1 CHECK (((returned_on IS NULL) = (returned_because IS NULL))),
  constraint decision_proposal_check2 CHECK ((returned_on >= presented_on)),
  constraint decision_proposal_check3 CHECK (((NOT in_part) OR (outcome = 'grant'::text))),
  constraint decision_proposal_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint decision_proposal_easy_reasons_check CHECK ((easy_reasons <> ''::text)),
  constraint decision_proposal_ends_one CHECK ((((outcome = 'end'::text) = (last_on IS NOT NULL)) AND ((outcome <> 'end'::text) OR (changes_id IS NOT NULL)))),
  constraint decision_proposal_explanations_check CHECK (((jsonb_typeof(explanations) = 'object'::text) AND ((explanations - ARRAY['datedBack'::text, 'retroactive'::text, 'endsBefore'::text, 'longer'::text, 'fixedTerm'::text, 'outsideGroup'::text, 'departsFromPlan'::text, 'correctedAgainst'::text]) = '{}'::jsonb) AND (NOT jsonb_path_exists(explanations, '$.*?(@ == "")'::jsonpath)))),
  constraint decision_proposal_meal_charge_cents_check CHECK ((meal_charge_cents > 0)),
  constraint decision_proposal_outcome_check CHECK ((outcome = ANY (ARRAY['grant'::text, 'end'::text, 'deny'::text, 'not-examined'::text, 'lapse'::text]))),
  constraint decision_proposal_provisions_check CHECK ((cardinality(provisions) > 0)),
  constraint decision_proposal_reasons_check CHECK ((reasons <> ''::text)),
  constraint decision_proposal_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint decision_proposal_recorded_open CHECK (upper_inf(recorded)),
  constraint decision_proposal_returned_because_check CHECK ((returned_because <> ''::text)),
  constraint decision_proposal_unheard_because_check CHECK ((unheard_because <> ''::text)),
  constraint decision_proposal_unheard_ground_check CHECK ((unheard_ground = ANY (ARRAY['rejected-at-once'::text, 'jeopardises'::text, 'unnecessary'::text]))),
  constraint decision_proposal_changes_id_fkey FOREIGN KEY (changes_id) REFERENCES decision_decision(id),
  constraint decision_proposal_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint decision_proposal_decider_id_fkey FOREIGN KEY (decider_id) REFERENCES worker_worker(id),
  constraint decision_proposal_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES organiser_offering(id),
  constraint decision_proposal_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint decision_proposal_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan_plan(id),
  constraint decision_proposal_presented_by_id_fkey FOREIGN KEY (presented_by_id) REFERENCES worker_worker(id),
  constraint decision_proposal_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral_referral(id)
);
CREATE INDEX decision_proposal_changes_id_idx ON public.decision_proposal USING btree (changes_id);
CREATE INDEX decision_proposal_client_id_idx ON public.decision_proposal USING btree (client_id);
CREATE INDEX decision_proposal_decider_id_idx ON public.decision_proposal USING btree (decider_id);
CREATE INDEX decision_proposal_offering_id_idx ON public.decision_proposal USING btree (offering_id);
CREATE INDEX decision_proposal_organiser_id_decider_id_idx ON public.decision_proposal USING btree (organiser_id, decider_id);
CREATE INDEX decision_proposal_plan_id_idx ON public.decision_proposal USING btree (plan_id);
CREATE INDEX decision_proposal_presented_by_id_idx ON public.decision_proposal USING btree (presented_by_id);
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF during, last_on, presented_on, returned_on ON public.decision_proposal FOR EACH ROW EXECUTE FUNCTION hold_birth_decision_proposal();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.decision_proposal FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.decision_proposal FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table decision_proposal enable row level security;
create policy add on decision_proposal for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on decision_proposal for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on decision_proposal for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on decision_proposal for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on decision_proposal for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on decision_proposal for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on decision_proposal for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on decision_proposal for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy remove_own on decision_proposal for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on decision_proposal for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_purpose() AS app_purpose) <> 'money'::text)))));

create table decision_proposal_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  referral_id uuid not null,
  plan_id uuid,
  outcome text not null,
  during daterange,
  reasons text not null,
  provisions text[] not null,
  offering_id uuid,
  place text,
  meal_charge_cents integer,
  presented_by_id uuid not null,
  presented_on date not null,
  decider_id uuid not null,
  returned_on date,
  returned_because text,
  recorded tstzrange not null,
  in_part boolean not null default false,
  unheard_ground text,
  unheard_because text,
  easy_reasons text,
  explanations jsonb not null default '{}'::jsonb,
  changes_id uuid,
  last_on date,
  constraint decision_proposal_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX decision_proposal_history_id_idx ON public.decision_proposal_history USING btree (id);
CREATE INDEX decision_proposal_history_organiser_id_client_id_idx ON public.decision_proposal_history USING btree (organiser_id, client_id);
alter table decision_proposal_history enable row level security;
create policy reach_add on decision_proposal_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on decision_proposal_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on decision_proposal_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy see on decision_proposal_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table decision_repealed_act (
  act text not null,
  since_on date not null,
  over_on date not null,
  constraint decision_repealed_act_pkey PRIMARY KEY (act),
  constraint decision_repealed_act_act_check CHECK ((act <> ''::text)),
  constraint decision_repealed_act_check CHECK ((over_on > since_on))
);

create table description_answer (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  service_group text not null,
  question text not null,
  heading text not null,
  text text not null,
  answered boolean not null,
  version integer not null default 1,
  import_id uuid,
  written_by_id uuid,
  written_on date not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  language text not null,
  constraint description_answer_pkey PRIMARY KEY (id),
  constraint description_answer_organiser_id_service_group_question_key UNIQUE (organiser_id, service_group, question),
  constraint description_answer_check CHECK ((answered = (text <> ''::text))),
  constraint description_answer_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))),
  constraint description_answer_question_check CHECK ((question ~ '^Q([1-9]|1[0-7])$'::text)),
  constraint description_answer_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint description_answer_recorded_open CHECK (upper_inf(recorded)),
  constraint description_answer_version_check CHECK ((version > 0)),
  constraint description_answer_import_id_fkey FOREIGN KEY (import_id) REFERENCES description_import(id),
  constraint description_answer_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint description_answer_written_by_id_fkey FOREIGN KEY (written_by_id) REFERENCES worker_worker(id)
);
CREATE INDEX description_answer_import_id_idx ON public.description_answer USING btree (import_id);
CREATE INDEX description_answer_written_by_id_idx ON public.description_answer USING btree (written_by_id);
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.description_answer FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table description_answer enable row level security;
create policy add on description_answer for insert to kykypolku_app with check (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{planner,manager}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy alter_own on description_answer for update to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{planner,manager}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy remove_own on description_answer for delete to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{planner,manager}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy see on description_answer for select to kykypolku_app using (true);

create table description_answer_history (
  id uuid not null,
  organiser_id uuid not null,
  service_group text not null,
  question text not null,
  heading text not null,
  text text not null,
  answered boolean not null,
  version integer not null,
  import_id uuid,
  written_by_id uuid,
  written_on date not null,
  recorded tstzrange not null,
  language text not null,
  constraint description_answer_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX description_answer_history_id_idx ON public.description_answer_history USING btree (id);

create table description_description (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  service_group text not null,
  title text not null,
  services text[] not null,
  import_id uuid,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint description_description_pkey PRIMARY KEY (id),
  constraint description_description_organiser_id_service_group_key UNIQUE (organiser_id, service_group),
  constraint description_description_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint description_description_recorded_open CHECK (upper_inf(recorded)),
  constraint description_description_services_check CHECK ((cardinality(services) > 0)),
  constraint description_description_import_id_fkey FOREIGN KEY (import_id) REFERENCES description_import(id),
  constraint description_description_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id)
);
CREATE INDEX description_description_import_id_idx ON public.description_description USING btree (import_id);
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.description_description FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table description_description enable row level security;
create policy add on description_description for insert to kykypolku_app with check (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{planner,manager}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy alter_own on description_description for update to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{planner,manager}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy remove_own on description_description for delete to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{planner,manager}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy see on description_description for select to kykypolku_app using (true);

create table description_description_history (
  id uuid not null,
  organiser_id uuid not null,
  service_group text not null,
  title text not null,
  services text[] not null,
  import_id uuid,
  recorded tstzrange not null,
  constraint description_description_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX description_description_history_id_idx ON public.description_description_history USING btree (id);

create table description_import (
  id uuid not null default uuidv7(),
  file_name text not null,
  sha256 bytea not null,
  imported_at timestamp with time zone not null default app_now(),
  report jsonb not null,
  constraint description_import_pkey PRIMARY KEY (id)
);

create table employer_employer (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  name text not null,
  business_code text,
  sector text not null,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint not_from_company TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint employer_employer_pkey PRIMARY KEY (id),
  constraint employer_employer_organiser_id_name_key UNIQUE (organiser_id, name),
  constraint employer_employer_period UNIQUE (id, during WITHOUT OVERLAPS),
  constraint employer_employer_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint employer_employer_name_check CHECK ((name <> ''::text)),
  constraint employer_employer_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint employer_employer_recorded_open CHECK (upper_inf(recorded)),
  constraint employer_employer_sector_check CHECK ((sector = ANY (ARRAY['private'::text, 'municipal'::text, 'state'::text, 'association'::text, 'other'::text]))),
  constraint employer_employer_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id)
);
CREATE UNIQUE INDEX employer_business_code_once ON public.employer_employer USING btree (organiser_id, business_code_key(business_code));
CREATE UNIQUE INDEX employer_name_once ON public.employer_employer USING btree (organiser_id, fold_text(name));
CREATE INDEX employer_name_search ON public.employer_employer USING gist (organiser_id, fold_text(name) gist_trgm_ops);
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.employer_employer FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.employer_employer FOR EACH ROW EXECUTE FUNCTION keep_version();
CREATE CONSTRAINT TRIGGER not_from_company AFTER UPDATE OF sector ON public.employer_employer DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION placement_not_at_company();
CREATE TRIGGER rate_within_employer BEFORE DELETE OR UPDATE OF during ON public.employer_employer FOR EACH ROW EXECUTE FUNCTION tell_what_stands('rate_rate', 'employer_id', 'during', 'rate_within_employer');
CREATE TRIGGER workplace_within_employer BEFORE DELETE OR UPDATE OF during ON public.employer_employer FOR EACH ROW EXECUTE FUNCTION tell_what_stands('employer_workplace', 'employer_id', 'during', 'workplace_within_employer');
alter table employer_employer enable row level security;
create policy add on employer_employer for insert to kykypolku_app with check (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{coach,rehabilitative-instructor,social-worker}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy alter_own on employer_employer for update to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{coach,rehabilitative-instructor,social-worker}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy remove_own on employer_employer for delete to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{coach,rehabilitative-instructor,social-worker}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy see on employer_employer for select to kykypolku_app using ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));

create table employer_employer_history (
  id uuid not null,
  organiser_id uuid not null,
  name text not null,
  business_code text,
  sector text not null,
  during daterange not null,
  recorded tstzrange not null,
  constraint employer_employer_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX employer_employer_history_id_idx ON public.employer_employer_history USING btree (id);
alter table employer_employer_history enable row level security;
create policy see on employer_employer_history for select to kykypolku_app using ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));

create table employer_workplace (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  employer_id uuid not null,
  name text not null,
  street text,
  municipality_code text,
  tasks text,
  contact_name text,
  contact_phone text,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint not_from_company TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint employer_workplace_pkey PRIMARY KEY (id),
  constraint employer_workplace_organiser_id_name_key UNIQUE (organiser_id, name),
  constraint employer_workplace_period UNIQUE (id, during WITHOUT OVERLAPS),
  constraint employer_workplace_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint employer_workplace_name_check CHECK ((name <> ''::text)),
  constraint employer_workplace_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint employer_workplace_recorded_open CHECK (upper_inf(recorded)),
  constraint employer_workplace_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES organiser_municipality(code),
  constraint employer_workplace_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint workplace_within_employer FOREIGN KEY (employer_id, PERIOD during) REFERENCES employer_employer(id, PERIOD during)
);
CREATE INDEX employer_workplace_employer_id_idx ON public.employer_workplace USING btree (employer_id);
CREATE INDEX employer_workplace_municipality_code_idx ON public.employer_workplace USING btree (municipality_code);
CREATE UNIQUE INDEX employer_workplace_name_once ON public.employer_workplace USING btree (organiser_id, fold_text(name));
CREATE INDEX employer_workplace_name_search ON public.employer_workplace USING gist (organiser_id, fold_text(name) gist_trgm_ops);
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.employer_workplace FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.employer_workplace FOR EACH ROW EXECUTE FUNCTION keep_version();
CREATE CONSTRAINT TRIGGER not_from_company AFTER UPDATE OF employer_id ON public.employer_workplace DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION placement_not_at_company();
CREATE TRIGGER placement_within_workplace BEFORE DELETE OR UPDATE OF during ON public.employer_workplace FOR EACH ROW EXECUTE FUNCTION tell_what_stands('placement_placement', 'workplace_id', 'during', 'placement_within_workplace');
alter table employer_workplace enable row level security;
create policy add on employer_workplace for insert to kykypolku_app with check (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{coach,rehabilitative-instructor,social-worker}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy alter_own on employer_workplace for update to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{coach,rehabilitative-instructor,social-worker}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy remove_own on employer_workplace for delete to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{coach,rehabilitative-instructor,social-worker}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy see on employer_workplace for select to kykypolku_app using ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));

create table employer_workplace_history (
  id uuid not null,
  organiser_id uuid not null,
  employer_id uuid not null,
  name text not null,
  street text,
  municipality_code text,
  tasks text,
  contact_name text,
  contact_phone text,
  during daterange not null,
  recorded tstzrange not null,
  constraint employer_workplace_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX employer_workplace_history_id_idx ON public.employer_workplace_history USING btree (id);
alter table employer_workplace_history enable row level security;
create policy see on employer_workplace_history for select to kykypolku_app using ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));

create table exit_exit (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  relationship_id uuid not null,
  ended_on date not null,
  reason text not null,
  destination text not null,
  note text,
  recorded_by_id uuid,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  last_day daterange not null generated always as (daterange((ended_on - 1), ended_on)),
  constraint exit_exit_pkey PRIMARY KEY (id),
  constraint exit_exit_relationship_id_key UNIQUE (relationship_id),
  constraint exit_exit_destination_check CHECK ((destination = ANY (ARRAY['other-employment-service'::text, 'rehabilitation'::text, 'sick-leave'::text, 'subsidised-work'::text, 'paid-work'::text, 'studies'::text, 'pension'::text, 'other-social-service'::text, 'home'::text, 'elsewhere'::text, 'not-known'::text]))),
  constraint exit_exit_reason_check CHECK ((reason = ANY (ARRAY['other-employment-service'::text, 'maximum-time'::text, 'employed'::text, 'non-commitment'::text, 'employed-with-subsidy'::text, 'health-or-rehabilitation'::text, 'studies'::text, 'own-wish'::text, 'retired'::text, 'moved-away'::text, 'died'::text, 'need-ended'::text, 'other'::text]))),
  constraint exit_exit_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint exit_exit_recorded_open CHECK (upper_inf(recorded)),
  constraint exit_exit_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint exit_exit_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint exit_exit_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES worker_worker(id),
  constraint exit_within_relationship FOREIGN KEY (relationship_id, PERIOD last_day) REFERENCES relationship_relationship(id, PERIOD during)
);
CREATE INDEX exit_exit_client_id_idx ON public.exit_exit USING btree (client_id);
CREATE INDEX exit_exit_organiser_id_ended_on_idx ON public.exit_exit USING btree (organiser_id, ended_on);
CREATE INDEX exit_exit_recorded_by_id_idx ON public.exit_exit USING btree (recorded_by_id);
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.exit_exit FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.exit_exit FOR EACH ROW EXECUTE FUNCTION keep_version('last_day');
alter table exit_exit enable row level security;
create policy add on exit_exit for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on exit_exit for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on exit_exit for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on exit_exit for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on exit_exit for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on exit_exit for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on exit_exit for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on exit_exit for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy remove_own on exit_exit for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on exit_exit for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_purpose() AS app_purpose) <> 'money'::text)))));

create table exit_exit_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  relationship_id uuid not null,
  ended_on date not null,
  reason text not null,
  destination text not null,
  note text,
  recorded_by_id uuid,
  recorded tstzrange not null,
  last_day daterange not null,
  constraint exit_exit_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX exit_exit_history_id_idx ON public.exit_exit_history USING btree (id);
CREATE INDEX exit_exit_history_organiser_id_client_id_idx ON public.exit_exit_history USING btree (organiser_id, client_id);
alter table exit_exit_history enable row level security;
create policy reach_add on exit_exit_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on exit_exit_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on exit_exit_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy see on exit_exit_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table exit_transition (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  from_relationship_id uuid not null,
  to_relationship_id uuid not null,
  moved_on date not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  last_day daterange not null generated always as (daterange((moved_on - 1), moved_on)),
  first_day daterange not null generated always as (daterange(moved_on, (moved_on + 1))),
  constraint exit_transition_pkey PRIMARY KEY (id),
  constraint exit_transition_from_relationship_id_to_relationship_id_key UNIQUE (from_relationship_id, to_relationship_id),
  constraint exit_transition_check CHECK ((from_relationship_id <> to_relationship_id)),
  constraint exit_transition_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint exit_transition_recorded_open CHECK (upper_inf(recorded)),
  constraint exit_transition_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint exit_transition_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint move_within_first FOREIGN KEY (from_relationship_id, PERIOD last_day) REFERENCES relationship_relationship(id, PERIOD during),
  constraint move_within_second FOREIGN KEY (to_relationship_id, PERIOD first_day) REFERENCES relationship_relationship(id, PERIOD during)
);
CREATE INDEX exit_transition_client_id_idx ON public.exit_transition USING btree (client_id);
CREATE INDEX exit_transition_organiser_id_moved_on_idx ON public.exit_transition USING btree (organiser_id, moved_on);
CREATE INDEX exit_transition_to_relationship_id_idx ON public.exit_transition USING btree (to_relationship_id);
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.exit_transition FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.exit_transition FOR EACH ROW EXECUTE FUNCTION keep_version('last_day', 'first_day');
alter table exit_transition enable row level security;
create policy add on exit_transition for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on exit_transition for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on exit_transition for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on exit_transition for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on exit_transition for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on exit_transition for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_alter on exit_transition for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_remove on exit_transition for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy remove_own on exit_transition for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on exit_transition for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) AND (( SELECT app_purpose() AS app_purpose) <> 'money'::text)))));

create table exit_transition_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  from_relationship_id uuid not null,
  to_relationship_id uuid not null,
  moved_on date not null,
  recorded tstzrange not null,
  last_day daterange not null,
  first_day daterange not null,
  constraint exit_transition_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX exit_transition_history_id_idx ON public.exit_transition_history USING btree (id);
CREATE INDEX exit_transition_history_organiser_id_client_id_idx ON public.exit_transition_history USING btree (organiser_id, client_id);
alter table exit_transition_history enable row level security;
create policy reach_add on exit_transition_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_alter on exit_transition_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_remove on exit_transition_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy see on exit_transition_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) AND ( SELECT app_plain() AS app_plain)))));

create table hearing_hearing (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  referral_id uuid not null,
  asked_on date not null,
  respond_by_on date not null,
  about text not null,
  way text not null,
  asked_by_id uuid not null,
  answered_on date,
  answer text,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint hearing_hearing_pkey PRIMARY KEY (id),
  constraint hearing_hearing_about_check CHECK ((about <> ''::text)),
  constraint hearing_hearing_answer_check CHECK ((answer <> ''::text)),
  constraint hearing_hearing_check CHECK ((respond_by_on > asked_on)),
  constraint hearing_hearing_check1 CHECK (((answered_on IS NULL) = (answer IS NULL))),
  constraint hearing_hearing_check2 CHECK ((answered_on >= asked_on)),
  constraint hearing_hearing_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint hearing_hearing_recorded_open CHECK (upper_inf(recorded)),
  constraint hearing_hearing_way_check CHECK ((way = ANY (ARRAY['post'::text, 'electronic'::text, 'in-person'::text]))),
  constraint hearing_hearing_asked_by_id_fkey FOREIGN KEY (asked_by_id) REFERENCES worker_worker(id),
  constraint hearing_hearing_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint hearing_hearing_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint hearing_hearing_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral_referral(id)
);
CREATE INDEX hearing_hearing_asked_by_id_idx ON public.hearing_hearing USING btree (asked_by_id);
CREATE INDEX hearing_hearing_client_id_idx ON public.hearing_hearing USING btree (client_id);
CREATE INDEX hearing_hearing_organiser_id_client_id_idx ON public.hearing_hearing USING btree (organiser_id, client_id);
CREATE INDEX hearing_hearing_referral_id_idx ON public.hearing_hearing USING btree (referral_id);
CREATE UNIQUE INDEX hearing_open_once ON public.hearing_hearing USING btree (referral_id) WHERE (answered_on IS NULL);
CREATE TRIGGER decision_ends_hearing BEFORE INSERT ON public.hearing_hearing FOR EACH ROW EXECUTE FUNCTION decision_ends_hearing();
CREATE TRIGGER decision_rests_on_hearing BEFORE DELETE OR UPDATE OF respond_by_on, answered_on ON public.hearing_hearing FOR EACH ROW EXECUTE FUNCTION decision_rests_on_hearing();
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF answered_on, asked_on, respond_by_on ON public.hearing_hearing FOR EACH ROW EXECUTE FUNCTION hold_birth_hearing_hearing();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.hearing_hearing FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.hearing_hearing FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table hearing_hearing enable row level security;
create policy add on hearing_hearing for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on hearing_hearing for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on hearing_hearing for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on hearing_hearing for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on hearing_hearing for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on hearing_hearing for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (referral_id = ANY (( SELECT app_narrow_rows('referral'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on hearing_hearing for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (referral_id = ANY (( SELECT app_narrow_rows('referral'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on hearing_hearing for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (referral_id = ANY (( SELECT app_narrow_rows('referral'::text) AS app_narrow_rows)::uuid[])))));
create policy remove_own on hearing_hearing for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on hearing_hearing for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (referral_id = ANY (( SELECT app_narrow_rows('referral'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_purpose() AS app_purpose) <> 'money'::text)))));

create table hearing_hearing_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  referral_id uuid not null,
  asked_on date not null,
  respond_by_on date not null,
  about text not null,
  way text not null,
  asked_by_id uuid not null,
  answered_on date,
  answer text,
  recorded tstzrange not null,
  constraint hearing_hearing_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX hearing_hearing_history_id_idx ON public.hearing_hearing_history USING btree (id);
CREATE INDEX hearing_hearing_history_organiser_id_client_id_idx ON public.hearing_hearing_history USING btree (organiser_id, client_id);
alter table hearing_hearing_history enable row level security;
create policy reach_add on hearing_hearing_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (referral_id = ANY (( SELECT app_narrow_rows('referral'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on hearing_hearing_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (referral_id = ANY (( SELECT app_narrow_rows('referral'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on hearing_hearing_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (referral_id = ANY (( SELECT app_narrow_rows('referral'::text) AS app_narrow_rows)::uuid[])))));
create policy see on hearing_hearing_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (referral_id = ANY (( SELECT app_narrow_rows('referral'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table hearing_notice (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  hearing_id uuid not null,
  recipient text not null,
  name text,
  way text not null,
  sent_on date not null,
  served_on date not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint hearing_notice_pkey PRIMARY KEY (id),
  constraint hearing_notice_after_sent CHECK ((served_on >= sent_on)),
  constraint hearing_notice_name_check CHECK ((name <> ''::text)),
  constraint hearing_notice_named CHECK (((recipient = 'client'::text) = (name IS NULL))),
  constraint hearing_notice_recipient_check CHECK ((recipient = ANY (ARRAY['client'::text, 'representative'::text]))),
  constraint hearing_notice_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint hearing_notice_recorded_open CHECK (upper_inf(recorded)),
  constraint hearing_notice_way_check CHECK ((way = ANY (ARRAY['post'::text, 'electronic'::text, 'in-person'::text]))),
  constraint hearing_notice_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint hearing_notice_hearing_id_fkey FOREIGN KEY (hearing_id) REFERENCES hearing_hearing(id),
  constraint hearing_notice_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id)
);
CREATE INDEX hearing_notice_client_id_idx ON public.hearing_notice USING btree (client_id);
CREATE INDEX hearing_notice_hearing_id_idx ON public.hearing_notice USING btree (hearing_id);
CREATE INDEX hearing_notice_organiser_id_client_id_idx ON public.hearing_notice USING btree (organiser_id, client_id);
CREATE UNIQUE INDEX hearing_notice_to_client_once ON public.hearing_notice USING btree (hearing_id) WHERE (recipient = 'client'::text);
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF sent_on, served_on ON public.hearing_notice FOR EACH ROW EXECUTE FUNCTION hold_birth_hearing_notice();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.hearing_notice FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.hearing_notice FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table hearing_notice enable row level security;
create policy add on hearing_notice for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on hearing_notice for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on hearing_notice for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on hearing_notice for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on hearing_notice for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on hearing_notice for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_alter on hearing_notice for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_remove on hearing_notice for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy remove_own on hearing_notice for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on hearing_notice for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) AND ( SELECT app_plain() AS app_plain)))));

create table hearing_notice_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  hearing_id uuid not null,
  recipient text not null,
  name text,
  way text not null,
  sent_on date not null,
  served_on date not null,
  recorded tstzrange not null,
  constraint hearing_notice_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX hearing_notice_history_id_idx ON public.hearing_notice_history USING btree (id);
CREATE INDEX hearing_notice_history_organiser_id_client_id_idx ON public.hearing_notice_history USING btree (organiser_id, client_id);
alter table hearing_notice_history enable row level security;
create policy reach_add on hearing_notice_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_alter on hearing_notice_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_remove on hearing_notice_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy see on hearing_notice_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) AND ( SELECT app_plain() AS app_plain)))));

create table organiser_area (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  municipality_code text not null,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint organiser_area_pkey PRIMARY KEY (id),
  constraint organiser_area_organiser_id_municipality_code_during_key UNIQUE (organiser_id, municipality_code, during WITHOUT OVERLAPS),
  constraint organiser_area_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint organiser_area_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint organiser_area_recorded_open CHECK (upper_inf(recorded)),
  constraint organiser_area_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES organiser_municipality(code),
  constraint organiser_area_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id)
);
CREATE INDEX organiser_area_municipality_code_idx ON public.organiser_area USING btree (municipality_code);
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.organiser_area FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.organiser_area FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table organiser_area enable row level security;
create policy add on organiser_area for insert to kykypolku_app with check (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy alter_own on organiser_area for update to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy remove_own on organiser_area for delete to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy see on organiser_area for select to kykypolku_app using (true);

create table organiser_area_history (
  id uuid not null,
  organiser_id uuid not null,
  municipality_code text not null,
  during daterange not null,
  recorded tstzrange not null,
  constraint organiser_area_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX organiser_area_history_id_idx ON public.organiser_area_history USING btree (id);

create table organiser_group (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  unit_id uuid not null,
  service text not null,
  name text not null,
  capacity integer,
  lead_rotation_months integer,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  weekdays integer[] not null default '{1,2,3,4,5}'::integer[],
  halves text[] not null default '{am,pm}'::text[],
  meal boolean not null default false,
  constraint not_from_company TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint organiser_group_pkey PRIMARY KEY (id),
  constraint organiser_group_period UNIQUE (id, during WITHOUT OVERLAPS),
  constraint organiser_group_capacity_check CHECK ((capacity > 0)),
  constraint organiser_group_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint organiser_group_halves_check CHECK (((cardinality(halves) > 0) AND (halves <@ '{am,pm}'::text[]))),
  constraint organiser_group_lead_rotation_months_check CHECK ((lead_rotation_months > 0)),
  constraint organiser_group_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint organiser_group_recorded_open CHECK (upper_inf(recorded)),
  constraint organiser_group_weekdays_check CHECK (((cardinality(weekdays) > 0) AND (weekdays <@ '{1,2,3,4,5,6,7}'::integer[]))),
  constraint group_within_unit FOREIGN KEY (unit_id, PERIOD during) REFERENCES organiser_unit(id, PERIOD during),
  constraint organiser_group_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint organiser_group_service_fkey FOREIGN KEY (service) REFERENCES organiser_service(code),
  constraint organiser_group_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organiser_unit(id)
);
CREATE UNIQUE INDEX organiser_group_name_once ON public.organiser_group USING btree (unit_id, fold_text(name));
CREATE INDEX organiser_group_organiser_id_service_idx ON public.organiser_group USING btree (organiser_id, service);
CREATE INDEX organiser_group_service_idx ON public.organiser_group USING btree (service);
CREATE TRIGGER clients_hang_on_it BEFORE UPDATE OF during ON public.organiser_group FOR EACH ROW EXECUTE FUNCTION placement_tell_clients('placement_within_group');
CREATE TRIGGER forget_clients AFTER INSERT OR DELETE OR UPDATE ON public.organiser_group FOR EACH STATEMENT EXECUTE FUNCTION forget_clients();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.organiser_group FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.organiser_group FOR EACH ROW EXECUTE FUNCTION keep_version();
CREATE TRIGGER lead_within_group BEFORE DELETE OR UPDATE OF during ON public.organiser_group FOR EACH ROW EXECUTE FUNCTION tell_what_stands('worker_group_lead', 'group_id', 'during', 'lead_within_group');
CREATE CONSTRAINT TRIGGER not_from_company AFTER INSERT OR UPDATE OF service, unit_id, during ON public.organiser_group DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION organiser_not_from_company();
CREATE TRIGGER placement_within_group BEFORE DELETE OR UPDATE OF during ON public.organiser_group FOR EACH ROW EXECUTE FUNCTION tell_what_stands('placement_placement', 'group_id', 'during', 'placement_within_group');
alter table organiser_group enable row level security;
create policy add on organiser_group for insert to kykypolku_app with check (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy alter_own on organiser_group for update to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy remove_own on organiser_group for delete to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy see on organiser_group for select to kykypolku_app using (true);

create table organiser_group_history (
  id uuid not null,
  organiser_id uuid not null,
  unit_id uuid not null,
  service text not null,
  name text not null,
  capacity integer,
  lead_rotation_months integer,
  during daterange not null,
  recorded tstzrange not null,
  weekdays integer[] not null default '{1,2,3,4,5}'::integer[],
  halves text[] not null default '{am,pm}'::text[],
  meal boolean not null default false,
  constraint organiser_group_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX organiser_group_history_id_idx ON public.organiser_group_history USING btree (id);

create table organiser_membership (
  id uuid not null default uuidv7(),
  region_id uuid not null,
  organiser_id uuid not null,
  during daterange not null,
  constraint organiser_membership_pkey PRIMARY KEY (id),
  constraint organiser_membership_region_id_organiser_id_during_key UNIQUE (region_id, organiser_id, during WITHOUT OVERLAPS),
  constraint organiser_membership_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint membership_within_region FOREIGN KEY (region_id, PERIOD during) REFERENCES organiser_organiser(id, PERIOD during),
  constraint organiser_membership_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id)
);
CREATE INDEX organiser_membership_organiser_id_idx ON public.organiser_membership USING btree (organiser_id);

create table organiser_municipality (
  code text not null,
  name_fi text not null,
  name_sv text not null,
  constraint organiser_municipality_pkey PRIMARY KEY (code),
  constraint organiser_municipality_code_check CHECK ((code ~ '^\d{3}$'::text))
);
alter table organiser_municipality enable row level security;
create policy add on organiser_municipality for insert to kykypolku_app with check (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{administrator}'::text[]) AS in_any_role)));
create policy alter_own on organiser_municipality for update to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{administrator}'::text[]) AS in_any_role)));
create policy remove_own on organiser_municipality for delete to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{administrator}'::text[]) AS in_any_role)));
create policy see on organiser_municipality for select to kykypolku_app using (true);

create table organiser_offering (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  service text not null,
  provision_mode text not null,
  provider_id uuid,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint not_from_company TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint organiser_offering_pkey PRIMARY KEY (id),
  constraint organiser_offering_period UNIQUE (id, during WITHOUT OVERLAPS),
  constraint organiser_offering_once EXCLUDE USING gist (organiser_id WITH =, service WITH =, provision_mode WITH =, COALESCE(provider_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, during WITH &&),
  constraint organiser_offering_check CHECK (((provision_mode = 'own'::text) OR (provider_id IS NOT NULL))),
  constraint organiser_offering_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint organiser_offering_provision_mode_check CHECK ((provision_mode = ANY (ARRAY['own'::text, 'purchased'::text, 'voucher'::text, 'grant'::text]))),
  constraint organiser_offering_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint organiser_offering_recorded_open CHECK (upper_inf(recorded)),
  constraint organiser_offering_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint organiser_offering_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES organiser_provider(id),
  constraint organiser_offering_service_fkey FOREIGN KEY (service) REFERENCES organiser_service(code)
);
CREATE INDEX organiser_offering_organiser_id_service_idx ON public.organiser_offering USING btree (organiser_id, service);
CREATE INDEX organiser_offering_provider_id_idx ON public.organiser_offering USING btree (provider_id);
CREATE INDEX organiser_offering_service_idx ON public.organiser_offering USING btree (service);
CREATE TRIGGER clients_hang_on_it BEFORE UPDATE OF during ON public.organiser_offering FOR EACH ROW EXECUTE FUNCTION placement_tell_clients('relationship_within_offering');
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.organiser_offering FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.organiser_offering FOR EACH ROW EXECUTE FUNCTION keep_version();
CREATE CONSTRAINT TRIGGER not_from_company AFTER INSERT OR UPDATE OF service, provider_id, during ON public.organiser_offering DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION organiser_not_from_company();
CREATE TRIGGER relationship_within_offering BEFORE DELETE OR UPDATE OF during ON public.organiser_offering FOR EACH ROW EXECUTE FUNCTION tell_what_stands('relationship_relationship', 'offering_id', 'during', 'relationship_within_offering');
alter table organiser_offering enable row level security;
create policy add on organiser_offering for insert to kykypolku_app with check (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy alter_own on organiser_offering for update to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy remove_own on organiser_offering for delete to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy see on organiser_offering for select to kykypolku_app using (true);

create table organiser_offering_history (
  id uuid not null,
  organiser_id uuid not null,
  service text not null,
  provision_mode text not null,
  provider_id uuid,
  during daterange not null,
  recorded tstzrange not null,
  constraint organiser_offering_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX organiser_offering_history_id_idx ON public.organiser_offering_history USING btree (id);

create table organiser_organiser (
  id uuid not null default uuidv7(),
  code text not null,
  kind text not null,
  name_fi text not null,
  name_sv text not null,
  name_en text not null,
  office_fi text,
  street text,
  postal_code text,
  post_office text,
  phone text,
  email text,
  register_from_on date not null,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  data_protection_contact text,
  data_protection_page text,
  office_sv text,
  office_en text,
  constraint organiser_organiser_pkey PRIMARY KEY (id),
  constraint organiser_organiser_code_key UNIQUE (code),
  constraint organiser_organiser_period UNIQUE (id, during WITHOUT OVERLAPS),
  constraint organiser_organiser_code_check CHECK ((code ~ '^[a-z0-9-]+$'::text)),
  constraint organiser_organiser_data_protection_contact_check CHECK ((data_protection_contact <> ''::text)),
  constraint organiser_organiser_data_protection_page_check CHECK ((data_protection_page ~ '^https?://'::text)),
  constraint organiser_organiser_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint organiser_organiser_kind_check CHECK ((kind = ANY (ARRAY['cooperation-area'::text, 'municipality'::text, 'employment-services'::text, 'region'::text, 'wellbeing-services-county'::text]))),
  constraint organiser_organiser_office_en_check CHECK ((office_en <> ''::text)),
  constraint organiser_organiser_office_sv_check CHECK ((office_sv <> ''::text)),
  constraint organiser_organiser_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint organiser_organiser_recorded_open CHECK (upper_inf(recorded))
);
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.organiser_organiser FOR EACH ROW EXECUTE FUNCTION keep_version();
CREATE TRIGGER membership_within_region BEFORE DELETE OR UPDATE OF during ON public.organiser_organiser FOR EACH ROW EXECUTE FUNCTION tell_what_stands('organiser_membership', 'region_id', 'during', 'membership_within_region');
CREATE TRIGGER succession_within_predecessor BEFORE DELETE OR UPDATE OF during ON public.organiser_organiser FOR EACH ROW EXECUTE FUNCTION tell_what_stands('organiser_succession', 'predecessor_id', 'last_day', 'succession_within_predecessor');
CREATE TRIGGER succession_within_successor BEFORE DELETE OR UPDATE OF during ON public.organiser_organiser FOR EACH ROW EXECUTE FUNCTION tell_what_stands('organiser_succession', 'successor_id', 'first_day', 'succession_within_successor');
alter table organiser_organiser enable row level security;
create policy add on organiser_organiser for insert to kykypolku_app with check (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{administrator}'::text[]) AS in_any_role) AND (id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy alter_own on organiser_organiser for update to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{administrator}'::text[]) AS in_any_role) AND (id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy remove_own on organiser_organiser for delete to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{administrator}'::text[]) AS in_any_role) AND (id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy see on organiser_organiser for select to kykypolku_app using (true);

create table organiser_organiser_history (
  id uuid not null,
  code text not null,
  kind text not null,
  name_fi text not null,
  name_sv text not null,
  name_en text not null,
  office_fi text,
  street text,
  postal_code text,
  post_office text,
  phone text,
  email text,
  register_from_on date not null,
  during daterange not null,
  recorded tstzrange not null,
  data_protection_contact text,
  data_protection_page text,
  office_sv text,
  office_en text,
  constraint organiser_organiser_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX organiser_organiser_history_id_idx ON public.organiser_organiser_history USING btree (id);

create table organiser_provider (
  id uuid not null default uuidv7(),
  name text not null,
  kind text not null,
  business_code text,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint not_from_company TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint organiser_provider_pkey PRIMARY KEY (id),
  constraint organiser_provider_kind_check CHECK ((kind = ANY (ARRAY['own'::text, 'association'::text, 'foundation'::text, 'company'::text, 'state-office'::text, 'municipality'::text]))),
  constraint organiser_provider_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint organiser_provider_recorded_open CHECK (upper_inf(recorded))
);
CREATE UNIQUE INDEX organiser_provider_business_code_once ON public.organiser_provider USING btree (business_code_key(business_code));
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.organiser_provider FOR EACH ROW EXECUTE FUNCTION keep_version();
CREATE CONSTRAINT TRIGGER not_from_company AFTER UPDATE OF kind ON public.organiser_provider DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION organiser_not_from_company();
alter table organiser_provider enable row level security;
create policy add on organiser_provider for insert to kykypolku_app with check (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{administrator}'::text[]) AS in_any_role)));
create policy alter_own on organiser_provider for update to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{administrator}'::text[]) AS in_any_role)));
create policy remove_own on organiser_provider for delete to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{administrator}'::text[]) AS in_any_role)));
create policy see on organiser_provider for select to kykypolku_app using (true);

create table organiser_provider_history (
  id uuid not null,
  name text not null,
  kind text not null,
  business_code text,
  recorded tstzrange not null,
  constraint organiser_provider_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX organiser_provider_history_id_idx ON public.organiser_provider_history USING btree (id);

create table organiser_recording_gap (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  service text not null,
  figure text not null,
  reason_fi text not null,
  reason_sv text not null,
  reason_en text not null,
  during daterange not null,
  constraint organiser_recording_gap_pkey PRIMARY KEY (id),
  constraint organiser_recording_gap_organiser_id_service_figure_during_key UNIQUE (organiser_id, service, figure, during WITHOUT OVERLAPS),
  constraint organiser_recording_gap_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint organiser_recording_gap_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint organiser_recording_gap_service_fkey FOREIGN KEY (service) REFERENCES organiser_service(code)
);
CREATE INDEX organiser_recording_gap_service_idx ON public.organiser_recording_gap USING btree (service);

create table organiser_rectification_body (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  name_fi text not null,
  name_sv text not null,
  name_en text not null,
  street text not null,
  postal_code text not null,
  post_office text not null,
  email text,
  phone text,
  opening_fi text not null,
  opening_sv text not null,
  opening_en text not null,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint organiser_rectification_body_pkey PRIMARY KEY (id),
  constraint one_body_at_a_time UNIQUE (organiser_id, during WITHOUT OVERLAPS),
  constraint organiser_rectification_body_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint organiser_rectification_body_name_en_check CHECK ((name_en <> ''::text)),
  constraint organiser_rectification_body_name_fi_check CHECK ((name_fi <> ''::text)),
  constraint organiser_rectification_body_name_sv_check CHECK ((name_sv <> ''::text)),
  constraint organiser_rectification_body_opening_en_check CHECK ((opening_en <> ''::text)),
  constraint organiser_rectification_body_opening_fi_check CHECK ((opening_fi <> ''::text)),
  constraint organiser_rectification_body_opening_sv_check CHECK ((opening_sv <> ''::text)),
  constraint organiser_rectification_body_post_office_check CHECK ((post_office <> ''::text)),
  constraint organiser_rectification_body_postal_code_check CHECK ((postal_code ~ '^\d{5}$'::text)),
  constraint organiser_rectification_body_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint organiser_rectification_body_recorded_open CHECK (upper_inf(recorded)),
  constraint organiser_rectification_body_street_check CHECK ((street <> ''::text)),
  constraint organiser_rectification_body_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id)
);
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.organiser_rectification_body FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table organiser_rectification_body enable row level security;
create policy add on organiser_rectification_body for insert to kykypolku_app with check (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy alter_own on organiser_rectification_body for update to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy remove_own on organiser_rectification_body for delete to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy see on organiser_rectification_body for select to kykypolku_app using (true);

create table organiser_rectification_body_history (
  id uuid not null,
  organiser_id uuid not null,
  name_fi text not null,
  name_sv text not null,
  name_en text not null,
  street text not null,
  postal_code text not null,
  post_office text not null,
  email text,
  phone text,
  opening_fi text not null,
  opening_sv text not null,
  opening_en text not null,
  during daterange not null,
  recorded tstzrange not null,
  constraint organiser_rectification_body_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX organiser_rectification_body_history_id_idx ON public.organiser_rectification_body_history USING btree (id);

create table organiser_service (
  code text not null,
  name_fi text not null,
  name_sv text not null,
  name_en text not null,
  place integer not null,
  constraint organiser_service_pkey PRIMARY KEY (code),
  constraint organiser_service_place_key UNIQUE (place),
  constraint organiser_service_code_check CHECK ((code ~ '^[a-z0-9-]+$'::text))
);

create table organiser_service_basis (
  id uuid not null default uuidv7(),
  service text not null,
  provision text not null,
  during daterange not null,
  constraint organiser_service_basis_pkey PRIMARY KEY (id),
  constraint organiser_service_basis_service_provision_during_key UNIQUE (service, provision, during WITHOUT OVERLAPS),
  constraint organiser_service_basis_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint organiser_service_basis_service_fkey FOREIGN KEY (service) REFERENCES organiser_service(code)
);

create table organiser_succession (
  id uuid not null default uuidv7(),
  predecessor_id uuid not null,
  successor_id uuid not null,
  from_on date not null,
  last_day daterange not null generated always as (daterange((from_on - 1), from_on)),
  first_day daterange not null generated always as (daterange(from_on, (from_on + 1))),
  services text[],
  constraint organiser_succession_pkey PRIMARY KEY (id),
  constraint organiser_succession_predecessor_id_successor_id_from_on_key UNIQUE (predecessor_id, successor_id, from_on),
  constraint organiser_succession_check CHECK ((predecessor_id <> successor_id)),
  constraint organiser_succession_services_check CHECK ((cardinality(services) > 0)),
  constraint succession_within_predecessor FOREIGN KEY (predecessor_id, PERIOD last_day) REFERENCES organiser_organiser(id, PERIOD during),
  constraint succession_within_successor FOREIGN KEY (successor_id, PERIOD first_day) REFERENCES organiser_organiser(id, PERIOD during)
);
CREATE INDEX organiser_succession_successor_id_idx ON public.organiser_succession USING btree (successor_id);
CREATE TRIGGER carrying_holds_succession BEFORE DELETE ON public.organiser_succession FOR EACH ROW EXECUTE FUNCTION carrying_hold_succession();

create table organiser_unit (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  provider_id uuid,
  name text not null,
  kind text not null,
  municipality_code text not null,
  street text,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint not_from_company TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint organiser_unit_pkey PRIMARY KEY (id),
  constraint organiser_unit_period UNIQUE (id, during WITHOUT OVERLAPS),
  constraint organiser_unit_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint organiser_unit_kind_check CHECK ((kind = ANY (ARRAY['activity-centre'::text, 'workshop'::text, 'day-centre'::text, 'office'::text]))),
  constraint organiser_unit_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint organiser_unit_recorded_open CHECK (upper_inf(recorded)),
  constraint organiser_unit_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES organiser_municipality(code),
  constraint organiser_unit_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint organiser_unit_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES organiser_provider(id)
);
CREATE INDEX organiser_unit_municipality_code_idx ON public.organiser_unit USING btree (municipality_code);
CREATE UNIQUE INDEX organiser_unit_name_once ON public.organiser_unit USING btree (organiser_id, fold_text(name));
CREATE INDEX organiser_unit_provider_id_idx ON public.organiser_unit USING btree (provider_id);
CREATE TRIGGER clients_hang_on_it BEFORE UPDATE OF during ON public.organiser_unit FOR EACH ROW EXECUTE FUNCTION placement_tell_clients('group_within_unit');
CREATE TRIGGER group_within_unit BEFORE DELETE OR UPDATE OF during ON public.organiser_unit FOR EACH ROW EXECUTE FUNCTION tell_what_stands('organiser_group', 'unit_id', 'during', 'group_within_unit');
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.organiser_unit FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.organiser_unit FOR EACH ROW EXECUTE FUNCTION keep_version();
CREATE CONSTRAINT TRIGGER not_from_company AFTER UPDATE OF provider_id ON public.organiser_unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION organiser_not_from_company();
CREATE TRIGGER post_within_unit BEFORE DELETE OR UPDATE OF during ON public.organiser_unit FOR EACH ROW EXECUTE FUNCTION tell_what_stands('worker_post', 'unit_id', 'during', 'post_within_unit');
alter table organiser_unit enable row level security;
create policy add on organiser_unit for insert to kykypolku_app with check (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy alter_own on organiser_unit for update to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy remove_own on organiser_unit for delete to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy see on organiser_unit for select to kykypolku_app using (true);

create table organiser_unit_history (
  id uuid not null,
  organiser_id uuid not null,
  provider_id uuid,
  name text not null,
  kind text not null,
  municipality_code text not null,
  street text,
  during daterange not null,
  recorded tstzrange not null,
  constraint organiser_unit_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX organiser_unit_history_id_idx ON public.organiser_unit_history USING btree (id);

create table ownworker_naming (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  worker_id uuid not null,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint ownworker_naming_pkey PRIMARY KEY (id),
  constraint ownworker_naming_client_id_during_key UNIQUE (client_id, during WITHOUT OVERLAPS),
  constraint ownworker_naming_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint ownworker_naming_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint ownworker_naming_recorded_open CHECK (upper_inf(recorded)),
  constraint ownworker_naming_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint ownworker_naming_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint ownworker_naming_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES worker_worker(id)
);
CREATE INDEX ownworker_naming_organiser_id_client_id_idx ON public.ownworker_naming USING btree (organiser_id, client_id);
CREATE INDEX ownworker_naming_worker_id_idx ON public.ownworker_naming USING btree (worker_id);
CREATE TRIGGER forget_clients AFTER INSERT OR DELETE OR UPDATE ON public.ownworker_naming FOR EACH STATEMENT EXECUTE FUNCTION forget_clients();
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF during ON public.ownworker_naming FOR EACH ROW EXECUTE FUNCTION hold_birth_ownworker_naming();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.ownworker_naming FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.ownworker_naming FOR EACH ROW EXECUTE FUNCTION keep_version();
CREATE TRIGGER not_by_own_word BEFORE INSERT OR UPDATE OF worker_id ON public.ownworker_naming FOR EACH ROW EXECUTE FUNCTION not_by_own_word();
alter table ownworker_naming enable row level security;
create policy add on ownworker_naming for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on ownworker_naming for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on ownworker_naming for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on ownworker_naming for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on ownworker_naming for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy remove_own on ownworker_naming for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on ownworker_naming for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)))));

create table ownworker_naming_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  worker_id uuid not null,
  during daterange not null,
  recorded tstzrange not null,
  constraint ownworker_naming_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX ownworker_naming_history_id_idx ON public.ownworker_naming_history USING btree (id);
CREATE INDEX ownworker_naming_history_organiser_id_client_id_idx ON public.ownworker_naming_history USING btree (organiser_id, client_id);
alter table ownworker_naming_history enable row level security;
create policy see on ownworker_naming_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (( SELECT app_purpose() AS app_purpose) <> 'supervision'::text)))));

create table participation_day_length (
  during daterange not null,
  least_hours numeric(4,2) not null,
  constraint participation_day_length_pkey PRIMARY KEY (during),
  constraint participation_day_length_during_excl EXCLUDE USING gist (during WITH &&),
  constraint participation_day_length_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint participation_day_length_least_hours_check CHECK ((least_hours > (0)::numeric))
);

create table participation_limit (
  during daterange not null,
  most_days integer not null,
  look_back interval not null,
  constraint participation_limit_pkey PRIMARY KEY (during),
  constraint participation_limit_during_excl EXCLUDE USING gist (during WITH &&),
  constraint participation_limit_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint participation_limit_look_back_check CHECK ((look_back > '00:00:00'::interval)),
  constraint participation_limit_most_days_check CHECK ((most_days > 0))
);

create table phrase_phrase (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  service text not null,
  against boolean not null,
  provision text,
  name text not null,
  text_fi text not null,
  text_sv text not null,
  easy_fi text,
  easy_sv text,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint phrase_phrase_pkey PRIMARY KEY (id),
  constraint phrase_named_once EXCLUDE USING gist (organiser_id WITH =, service WITH =, fold_text(name) WITH =, during WITH &&),
  constraint phrase_phrase_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint phrase_phrase_easy_fi_check CHECK ((easy_fi <> ''::text)),
  constraint phrase_phrase_easy_sv_check CHECK ((easy_sv <> ''::text)),
  constraint phrase_phrase_name_check CHECK ((name <> ''::text)),
  constraint phrase_phrase_provision_check CHECK ((provision <> ''::text)),
  constraint phrase_phrase_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint phrase_phrase_recorded_open CHECK (upper_inf(recorded)),
  constraint phrase_phrase_text_fi_check CHECK ((text_fi <> ''::text)),
  constraint phrase_phrase_text_sv_check CHECK ((text_sv <> ''::text)),
  constraint phrase_phrase_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint phrase_phrase_service_fkey FOREIGN KEY (service) REFERENCES organiser_service(code)
);
CREATE INDEX phrase_phrase_service_idx ON public.phrase_phrase USING btree (service);
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.phrase_phrase FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table phrase_phrase enable row level security;
create policy add on phrase_phrase for insert to kykypolku_app with check (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy alter_own on phrase_phrase for update to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy remove_own on phrase_phrase for delete to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy see on phrase_phrase for select to kykypolku_app using ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));

create table phrase_phrase_history (
  id uuid not null,
  organiser_id uuid not null,
  service text not null,
  against boolean not null,
  provision text,
  name text not null,
  text_fi text not null,
  text_sv text not null,
  easy_fi text,
  easy_sv text,
  during daterange not null,
  recorded tstzrange not null,
  constraint phrase_phrase_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX phrase_phrase_history_id_idx ON public.phrase_phrase_history USING btree (id);
alter table phrase_phrase_history enable row level security;
create policy see on phrase_phrase_history for select to kykypolku_app using ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));

create table placement_placement (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  relationship_id uuid not null,
  service text not null,
  group_id uuid,
  workplace_id uuid,
  tasks text,
  starts_at time without time zone,
  ends_at time without time zone,
  hours_a_day numeric(4,2),
  wage_subsidy boolean not null default false,
  meal boolean not null default false,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  outside_because text,
  constraint not_from_company TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint placement_placement_pkey PRIMARY KEY (id),
  constraint placement_placement_id_during_key UNIQUE (id, during WITHOUT OVERLAPS),
  constraint placement_placement_check CHECK ((num_nonnulls(group_id, workplace_id) = 1)),
  constraint placement_placement_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint placement_placement_hours_a_day_check CHECK (((hours_a_day > (0)::numeric) AND (hours_a_day <= (24)::numeric))),
  constraint placement_placement_outside_because_check CHECK ((outside_because <> ''::text)),
  constraint placement_placement_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint placement_placement_recorded_open CHECK (upper_inf(recorded)),
  constraint placement_placement_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint placement_placement_group_id_fkey FOREIGN KEY (group_id) REFERENCES organiser_group(id),
  constraint placement_placement_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint placement_placement_relationship_id_during_fkey FOREIGN KEY (relationship_id, PERIOD during) REFERENCES relationship_relationship(id, PERIOD during),
  constraint placement_placement_service_fkey FOREIGN KEY (service) REFERENCES organiser_service(code),
  constraint placement_placement_workplace_id_fkey FOREIGN KEY (workplace_id) REFERENCES employer_workplace(id),
  constraint placement_within_group FOREIGN KEY (group_id, PERIOD during) REFERENCES organiser_group(id, PERIOD during),
  constraint placement_within_workplace FOREIGN KEY (workplace_id, PERIOD during) REFERENCES employer_workplace(id, PERIOD during)
);
CREATE INDEX placement_placement_client_id_idx ON public.placement_placement USING btree (client_id);
CREATE INDEX placement_placement_group_id_idx ON public.placement_placement USING btree (group_id);
CREATE INDEX placement_placement_organiser_id_service_idx ON public.placement_placement USING btree (organiser_id, service);
CREATE INDEX placement_placement_relationship_id_idx ON public.placement_placement USING btree (relationship_id);
CREATE INDEX placement_placement_service_idx ON public.placement_placement USING btree (service);
CREATE INDEX placement_placement_workplace_id_idx ON public.placement_placement USING btree (workplace_id);
CREATE TRIGGER agreement_ends_with_placement BEFORE DELETE OR UPDATE OF during ON public.placement_placement FOR EACH ROW EXECUTE FUNCTION agreement_end_with_placement();
CREATE TRIGGER agreement_goes_on_with_placement AFTER UPDATE OF during ON public.placement_placement FOR EACH ROW WHEN ((COALESCE(upper(new.during), 'infinity'::date) > upper(old.during))) EXECUTE FUNCTION agreement_go_on_with_placement();
CREATE TRIGGER agreement_within_placement BEFORE DELETE OR UPDATE OF during ON public.placement_placement FOR EACH ROW EXECUTE FUNCTION tell_what_stands('agreement_agreement', 'placement_id', 'during', 'agreement_within_placement');
CREATE TRIGGER attendance_mark_within_placement BEFORE DELETE OR UPDATE OF during ON public.placement_placement FOR EACH ROW EXECUTE FUNCTION tell_what_stands('attendance_mark', 'placement_id', 'held', 'attendance_mark_within_placement');
CREATE TRIGGER forget_clients AFTER INSERT OR DELETE OR UPDATE ON public.placement_placement FOR EACH STATEMENT EXECUTE FUNCTION forget_clients();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.placement_placement FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.placement_placement FOR EACH ROW EXECUTE FUNCTION keep_version();
CREATE CONSTRAINT TRIGGER not_from_company AFTER INSERT OR UPDATE OF service, workplace_id, during ON public.placement_placement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION placement_not_at_company();
CREATE TRIGGER placement_slot_placement_id_during_fkey BEFORE DELETE OR UPDATE OF during ON public.placement_placement FOR EACH ROW EXECUTE FUNCTION tell_what_stands('placement_slot', 'placement_id', 'during', 'placement_slot_placement_id_during_fkey');
alter table placement_placement enable row level security;
create policy add on placement_placement for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on placement_placement for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy reach_add on placement_placement for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_alter on placement_placement for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_remove on placement_placement for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy remove_own on placement_placement for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on placement_placement for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited() AS app_unlimited) OR (service_task(service) = ANY (( SELECT app_tasks_at_hand(true, true) AS app_tasks_at_hand)::text[])))))));

create table placement_placement_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  relationship_id uuid not null,
  service text not null,
  group_id uuid,
  workplace_id uuid,
  tasks text,
  starts_at time without time zone,
  ends_at time without time zone,
  hours_a_day numeric(4,2),
  wage_subsidy boolean not null,
  meal boolean not null,
  during daterange not null,
  recorded tstzrange not null,
  outside_because text,
  constraint placement_placement_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX placement_placement_history_id_idx ON public.placement_placement_history USING btree (id);
CREATE INDEX placement_placement_history_organiser_id_client_id_idx ON public.placement_placement_history USING btree (organiser_id, client_id);
alter table placement_placement_history enable row level security;
create policy reach_add on placement_placement_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_alter on placement_placement_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_remove on placement_placement_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy see on placement_placement_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited() AS app_unlimited) OR (service_task(service) = ANY (( SELECT app_tasks_at_hand(true, false) AS app_tasks_at_hand)::text[])))))));

create table placement_slot (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  placement_id uuid not null,
  weekday integer not null,
  half text not null,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint placement_slot_pkey PRIMARY KEY (id),
  constraint placement_half_day_once UNIQUE (client_id, weekday, half, during WITHOUT OVERLAPS),
  constraint placement_slot_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint placement_slot_half_check CHECK ((half = ANY (ARRAY['am'::text, 'pm'::text]))),
  constraint placement_slot_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint placement_slot_recorded_open CHECK (upper_inf(recorded)),
  constraint placement_slot_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7))),
  constraint placement_slot_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint placement_slot_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint placement_slot_placement_id_during_fkey FOREIGN KEY (placement_id, PERIOD during) REFERENCES placement_placement(id, PERIOD during)
);
CREATE INDEX placement_slot_organiser_id_client_id_idx ON public.placement_slot USING btree (organiser_id, client_id);
CREATE INDEX placement_slot_placement_id_idx ON public.placement_slot USING btree (placement_id);
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.placement_slot FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.placement_slot FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table placement_slot enable row level security;
create policy add on placement_slot for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on placement_slot for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy reach_add on placement_slot for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (placement_id IN ( SELECT unnest(( SELECT app_paid_placements() AS app_paid_placements)) AS unnest))))));
create policy reach_alter on placement_slot for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (placement_id IN ( SELECT unnest(( SELECT app_paid_placements() AS app_paid_placements)) AS unnest))))));
create policy reach_remove on placement_slot for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (placement_id IN ( SELECT unnest(( SELECT app_paid_placements() AS app_paid_placements)) AS unnest))))));
create policy remove_own on placement_slot for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on placement_slot for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited() AS app_unlimited) OR (placement_id IN ( SELECT unnest(( SELECT app_placements_at_hand() AS app_placements_at_hand)) AS unnest)))))));

create table placement_slot_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  placement_id uuid not null,
  weekday integer not null,
  half text not null,
  during daterange not null,
  recorded tstzrange not null,
  constraint placement_slot_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX placement_slot_history_id_idx ON public.placement_slot_history USING btree (id);
CREATE INDEX placement_slot_history_organiser_id_client_id_idx ON public.placement_slot_history USING btree (organiser_id, client_id);
alter table placement_slot_history enable row level security;
create policy reach_add on placement_slot_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (placement_id IN ( SELECT unnest(( SELECT app_paid_placements() AS app_paid_placements)) AS unnest))))));
create policy reach_alter on placement_slot_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (placement_id IN ( SELECT unnest(( SELECT app_paid_placements() AS app_paid_placements)) AS unnest))))));
create policy reach_remove on placement_slot_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (placement_id IN ( SELECT unnest(( SELECT app_paid_placements() AS app_paid_placements)) AS unnest))))));
create policy see on placement_slot_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (placement_id = ANY (( SELECT app_narrow_rows('placement'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_unlimited() AS app_unlimited) OR (placement_id IN ( SELECT unnest(( SELECT app_placements_at_hand() AS app_placements_at_hand)) AS unnest)))))));

create table plan_goal (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  plan_id uuid not null,
  place integer not null,
  goal text not null,
  achieved_on date,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint plan_goal_pkey PRIMARY KEY (id),
  constraint plan_goal_plan_id_place_key UNIQUE (plan_id, place),
  constraint plan_goal_goal_check CHECK ((goal <> ''::text)),
  constraint plan_goal_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint plan_goal_recorded_open CHECK (upper_inf(recorded)),
  constraint plan_goal_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint plan_goal_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint plan_goal_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan_plan(id)
);
CREATE INDEX plan_goal_client_id_idx ON public.plan_goal USING btree (client_id);
CREATE INDEX plan_goal_organiser_id_client_id_idx ON public.plan_goal USING btree (organiser_id, client_id);
CREATE TRIGGER decision_holds_draft BEFORE DELETE ON public.plan_goal FOR EACH ROW EXECUTE FUNCTION decision_holds_draft();
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF achieved_on ON public.plan_goal FOR EACH ROW EXECUTE FUNCTION hold_birth_plan_goal();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.plan_goal FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.plan_goal FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table plan_goal enable row level security;
create policy add on plan_goal for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on plan_goal for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy reach_add on plan_goal for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on plan_goal for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on plan_goal for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy remove_own on plan_goal for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on plan_goal for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table plan_goal_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  plan_id uuid not null,
  place integer not null,
  goal text not null,
  achieved_on date,
  recorded tstzrange not null,
  constraint plan_goal_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX plan_goal_history_id_idx ON public.plan_goal_history USING btree (id);
CREATE INDEX plan_goal_history_organiser_id_client_id_idx ON public.plan_goal_history USING btree (organiser_id, client_id);
alter table plan_goal_history enable row level security;
create policy reach_add on plan_goal_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on plan_goal_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on plan_goal_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy see on plan_goal_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table plan_interruption (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  plan_id uuid not null,
  during daterange not null,
  ground text not null,
  ground_on date not null,
  heard_on date not null,
  decided_on date not null,
  decided_by text not null,
  reason text not null,
  agreed text,
  recorded_by_id uuid not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint plan_interruption_pkey PRIMARY KEY (id),
  constraint plan_interrupted_once EXCLUDE USING gist (plan_id WITH =, during WITH &&),
  constraint plan_interruption_agreed_check CHECK ((agreed <> ''::text)),
  constraint plan_interruption_check CHECK ((heard_on <= decided_on)),
  constraint plan_interruption_check1 CHECK ((ground_on < lower(during))),
  constraint plan_interruption_check2 CHECK ((upper_inf(during) = (agreed IS NULL))),
  constraint plan_interruption_decided_by_check CHECK ((decided_by = ANY (ARRAY['organiser'::text, 'employment'::text]))),
  constraint plan_interruption_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint plan_interruption_ground_check CHECK ((ground = ANY (ARRAY['employed'::text, 'enterprise'::text, 'studies'::text]))),
  constraint plan_interruption_reason_check CHECK ((reason <> ''::text)),
  constraint plan_interruption_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint plan_interruption_recorded_open CHECK (upper_inf(recorded)),
  constraint plan_interruption_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint plan_interruption_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint plan_interruption_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan_plan(id),
  constraint plan_interruption_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES worker_worker(id)
);
CREATE INDEX plan_interruption_client_id_idx ON public.plan_interruption USING btree (client_id);
CREATE INDEX plan_interruption_organiser_id_client_id_idx ON public.plan_interruption USING btree (organiser_id, client_id);
CREATE INDEX plan_interruption_plan_id_idx ON public.plan_interruption USING btree (plan_id);
CREATE INDEX plan_interruption_recorded_by_id_idx ON public.plan_interruption USING btree (recorded_by_id);
CREATE TRIGGER attendance_mark_outside_interruption BEFORE INSERT OR UPDATE OF during ON public.plan_interruption FOR EACH ROW EXECUTE FUNCTION attendance_marks_outside_interruption();
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF decided_on, during, ground_on, heard_on ON public.plan_interruption FOR EACH ROW EXECUTE FUNCTION hold_birth_plan_interruption();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.plan_interruption FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.plan_interruption FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table plan_interruption enable row level security;
create policy add on plan_interruption for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on plan_interruption for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on plan_interruption for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on plan_interruption for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on plan_interruption for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on plan_interruption for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on plan_interruption for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on plan_interruption for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy remove_own on plan_interruption for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on plan_interruption for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_purpose() AS app_purpose) <> 'money'::text)))));

create table plan_interruption_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  plan_id uuid not null,
  during daterange not null,
  ground text not null,
  ground_on date not null,
  heard_on date not null,
  decided_on date not null,
  decided_by text not null,
  reason text not null,
  agreed text,
  recorded_by_id uuid not null,
  recorded tstzrange not null,
  constraint plan_interruption_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX plan_interruption_history_id_idx ON public.plan_interruption_history USING btree (id);
CREATE INDEX plan_interruption_history_organiser_id_client_id_idx ON public.plan_interruption_history USING btree (organiser_id, client_id);
alter table plan_interruption_history enable row level security;
create policy reach_add on plan_interruption_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on plan_interruption_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on plan_interruption_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy see on plan_interruption_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table plan_item (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  plan_id uuid not null,
  item text not null,
  answer text not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint plan_item_pkey PRIMARY KEY (id),
  constraint plan_item_plan_id_item_key UNIQUE (plan_id, item),
  constraint plan_item_answer_check CHECK ((answer <> ''::text)),
  constraint plan_item_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint plan_item_recorded_open CHECK (upper_inf(recorded)),
  constraint plan_item_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint plan_item_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint plan_item_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan_plan(id)
);
CREATE INDEX plan_item_client_id_idx ON public.plan_item USING btree (client_id);
CREATE INDEX plan_item_organiser_id_client_id_idx ON public.plan_item USING btree (organiser_id, client_id);
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.plan_item FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.plan_item FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table plan_item enable row level security;
create policy add on plan_item for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on plan_item for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on plan_item for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on plan_item for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on plan_item for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on plan_item for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on plan_item for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on plan_item for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy remove_own on plan_item for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on plan_item for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table plan_item_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  plan_id uuid not null,
  item text not null,
  answer text not null,
  recorded tstzrange not null,
  constraint plan_item_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX plan_item_history_id_idx ON public.plan_item_history USING btree (id);
CREATE INDEX plan_item_history_organiser_id_client_id_idx ON public.plan_item_history USING btree (organiser_id, client_id);
alter table plan_item_history enable row level security;
create policy reach_add on plan_item_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on plan_item_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on plan_item_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy see on plan_item_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table plan_paper (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  plan_id uuid not null,
  signed_as text not null,
  kept_on date not null,
  language text not null,
  pdf bytea not null,
  sha256 bytea not null,
  tells_place boolean not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint plan_paper_pkey PRIMARY KEY (id),
  constraint plan_paper_once UNIQUE (plan_id, signed_as),
  constraint plan_paper_check CHECK ((sha256 = sha256(pdf))),
  constraint plan_paper_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))),
  constraint plan_paper_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint plan_paper_recorded_open CHECK (upper_inf(recorded)),
  constraint plan_paper_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint plan_paper_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint plan_paper_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan_plan(id)
);
CREATE INDEX plan_paper_client_id_idx ON public.plan_paper USING btree (client_id);
CREATE INDEX plan_paper_organiser_id_client_id_idx ON public.plan_paper USING btree (organiser_id, client_id);
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF kept_on ON public.plan_paper FOR EACH ROW EXECUTE FUNCTION hold_birth_plan_paper();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.plan_paper FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.plan_paper FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table plan_paper enable row level security;
create policy add on plan_paper for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on plan_paper for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on plan_paper for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on plan_paper for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on plan_paper for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy place on plan_paper for select to kykypolku_app using (((NOT tells_place) OR
CASE
    WHEN (client_id = ( SELECT app_client() AS app_client)) THEN (NOT ( SELECT app_client_hidden() AS app_client_hidden))
    ELSE (client_id <> ALL (( SELECT app_hidden_places() AS app_hidden_places)::uuid[]))
END));
create policy reach_add on plan_paper for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on plan_paper for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on plan_paper for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy remove_own on plan_paper for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on plan_paper for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table plan_paper_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  plan_id uuid not null,
  signed_as text not null,
  kept_on date not null,
  language text not null,
  pdf bytea not null,
  sha256 bytea not null,
  tells_place boolean not null,
  recorded tstzrange not null,
  constraint plan_paper_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX plan_paper_history_id_idx ON public.plan_paper_history USING btree (id);
CREATE INDEX plan_paper_history_organiser_id_client_id_idx ON public.plan_paper_history USING btree (organiser_id, client_id);
alter table plan_paper_history enable row level security;
create policy place on plan_paper_history for select to kykypolku_app using (((NOT tells_place) OR
CASE
    WHEN (client_id = ( SELECT app_client() AS app_client)) THEN (NOT ( SELECT app_client_hidden() AS app_client_hidden))
    ELSE (client_id <> ALL (( SELECT app_hidden_places() AS app_hidden_places)::uuid[]))
END));
create policy reach_add on plan_paper_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on plan_paper_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on plan_paper_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy see on plan_paper_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table plan_plan (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  referral_id uuid,
  service text not null,
  kind text not null,
  made_on date not null,
  during daterange not null,
  review_on date,
  days_a_week integer,
  hours_a_day numeric(4,2),
  informed_of_benefits_at timestamp with time zone,
  made_by_id uuid,
  reviewed_on date,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  came_on date,
  constraint plan_plan_pkey PRIMARY KEY (id),
  constraint plan_plan_check CHECK (((review_on IS NULL) OR (review_on >= made_on))),
  constraint plan_plan_days_a_week_check CHECK (((days_a_week >= 1) AND (days_a_week <= 7))),
  constraint plan_plan_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint plan_plan_hours_a_day_check CHECK ((hours_a_day > (0)::numeric)),
  constraint plan_plan_kind_check CHECK ((kind = ANY (ARRAY['activation'::text, 'multisectoral'::text, 'service'::text]))),
  constraint plan_plan_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint plan_plan_recorded_open CHECK (upper_inf(recorded)),
  constraint plan_plan_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint plan_plan_made_by_id_fkey FOREIGN KEY (made_by_id) REFERENCES worker_worker(id),
  constraint plan_plan_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint plan_plan_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral_referral(id),
  constraint plan_plan_service_fkey FOREIGN KEY (service) REFERENCES organiser_service(code)
);
CREATE INDEX plan_plan_client_id_idx ON public.plan_plan USING btree (client_id);
CREATE INDEX plan_plan_made_by_id_idx ON public.plan_plan USING btree (made_by_id);
CREATE INDEX plan_plan_organiser_id_client_id_idx ON public.plan_plan USING btree (organiser_id, client_id);
CREATE INDEX plan_plan_referral_id_idx ON public.plan_plan USING btree (referral_id);
CREATE INDEX plan_plan_service_idx ON public.plan_plan USING btree (service);
CREATE TRIGGER decision_rests_on_plan BEFORE DELETE ON public.plan_plan FOR EACH ROW EXECUTE FUNCTION decision_rests_on_plan();
CREATE TRIGGER decision_within_plan BEFORE UPDATE OF during ON public.plan_plan FOR EACH ROW WHEN ((new.service = 'rehabilitative-work'::text)) EXECUTE FUNCTION decision_hold_within_plan();
CREATE TRIGGER forget_narrow_rows AFTER INSERT OR DELETE OR UPDATE ON public.plan_plan FOR EACH STATEMENT EXECUTE FUNCTION forget_narrow_rows();
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF came_on, during, made_on, review_on, reviewed_on ON public.plan_plan FOR EACH ROW EXECUTE FUNCTION hold_birth_plan_plan();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.plan_plan FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.plan_plan FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table plan_plan enable row level security;
create policy add on plan_plan for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on plan_plan for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on plan_plan for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on plan_plan for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on plan_plan for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on plan_plan for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_alter on plan_plan for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_remove on plan_plan for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy remove_own on plan_plan for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on plan_plan for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_plain() AS app_plain) OR (service_task(service) = ANY (( SELECT app_tasks_at_hand(false, true) AS app_tasks_at_hand)::text[])))))));

create table plan_plan_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  referral_id uuid,
  service text not null,
  kind text not null,
  made_on date not null,
  during daterange not null,
  review_on date,
  days_a_week integer,
  hours_a_day numeric(4,2),
  informed_of_benefits_at timestamp with time zone,
  made_by_id uuid,
  reviewed_on date,
  recorded tstzrange not null,
  came_on date,
  constraint plan_plan_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX plan_plan_history_id_idx ON public.plan_plan_history USING btree (id);
CREATE INDEX plan_plan_history_organiser_id_client_id_idx ON public.plan_plan_history USING btree (organiser_id, client_id);
alter table plan_plan_history enable row level security;
create policy reach_add on plan_plan_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_alter on plan_plan_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_remove on plan_plan_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy see on plan_plan_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND ( SELECT app_plain() AS app_plain)))));

create table plan_review (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  plan_id uuid not null,
  reviewed_on date not null,
  next_on date,
  recorded_by_id uuid not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint plan_review_pkey PRIMARY KEY (id),
  constraint plan_review_plan_id_reviewed_on_key UNIQUE (plan_id, reviewed_on),
  constraint plan_review_check CHECK ((next_on > reviewed_on)),
  constraint plan_review_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint plan_review_recorded_open CHECK (upper_inf(recorded)),
  constraint plan_review_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint plan_review_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint plan_review_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan_plan(id),
  constraint plan_review_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES worker_worker(id)
);
CREATE INDEX plan_review_client_id_idx ON public.plan_review USING btree (client_id);
CREATE INDEX plan_review_organiser_id_client_id_idx ON public.plan_review USING btree (organiser_id, client_id);
CREATE INDEX plan_review_plan_id_idx ON public.plan_review USING btree (plan_id);
CREATE INDEX plan_review_recorded_by_id_idx ON public.plan_review USING btree (recorded_by_id);
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF next_on, reviewed_on ON public.plan_review FOR EACH ROW EXECUTE FUNCTION hold_birth_plan_review();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.plan_review FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.plan_review FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table plan_review enable row level security;
create policy add on plan_review for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on plan_review for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on plan_review for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on plan_review for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on plan_review for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on plan_review for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on plan_review for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on plan_review for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy remove_own on plan_review for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on plan_review for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table plan_review_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  plan_id uuid not null,
  reviewed_on date not null,
  next_on date,
  recorded_by_id uuid not null,
  recorded tstzrange not null,
  constraint plan_review_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX plan_review_history_id_idx ON public.plan_review_history USING btree (id);
CREATE INDEX plan_review_history_organiser_id_client_id_idx ON public.plan_review_history USING btree (organiser_id, client_id);
alter table plan_review_history enable row level security;
create policy reach_add on plan_review_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on plan_review_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on plan_review_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy see on plan_review_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table plan_signature (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  plan_id uuid not null,
  signer text not null,
  signed_on date not null,
  signed_by text,
  capacity text,
  way text not null,
  recorded_by_id uuid,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint plan_signature_pkey PRIMARY KEY (id),
  constraint plan_signed_once UNIQUE (plan_id, signer),
  constraint plan_signature_capacity_check CHECK ((capacity <> ''::text)),
  constraint plan_signature_check CHECK (((way = 'earlier'::text) OR (num_nulls(signed_by, recorded_by_id) = 0))),
  constraint plan_signature_check1 CHECK (((way = 'earlier'::text) OR (signer = 'client'::text) OR (capacity IS NOT NULL))),
  constraint plan_signature_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint plan_signature_recorded_open CHECK (upper_inf(recorded)),
  constraint plan_signature_signed_by_check CHECK ((signed_by <> ''::text)),
  constraint plan_signature_signer_check CHECK ((signer = ANY (ARRAY['client'::text, 'organiser'::text, 'employment'::text]))),
  constraint plan_signature_way_check CHECK ((way = ANY (ARRAY['in-person'::text, 'by-post'::text, 'electronic'::text, 'earlier'::text]))),
  constraint plan_signature_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint plan_signature_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint plan_signature_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan_plan(id),
  constraint plan_signature_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES worker_worker(id)
);
CREATE INDEX plan_signature_client_id_idx ON public.plan_signature USING btree (client_id);
CREATE INDEX plan_signature_organiser_id_client_id_idx ON public.plan_signature USING btree (organiser_id, client_id);
CREATE INDEX plan_signature_recorded_by_id_idx ON public.plan_signature USING btree (recorded_by_id);
CREATE TRIGGER decision_rests_on_signature BEFORE DELETE OR UPDATE OF signed_on ON public.plan_signature FOR EACH ROW EXECUTE FUNCTION decision_rests_on_signature();
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF signed_on ON public.plan_signature FOR EACH ROW EXECUTE FUNCTION hold_birth_plan_signature();
CREATE TRIGGER interruption_rests_on_signature BEFORE DELETE OR UPDATE OF signed_on ON public.plan_signature FOR EACH ROW EXECUTE FUNCTION interruption_rests_on_signature();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.plan_signature FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.plan_signature FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table plan_signature enable row level security;
create policy add on plan_signature for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on plan_signature for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on plan_signature for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on plan_signature for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on plan_signature for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on plan_signature for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on plan_signature for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on plan_signature for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy remove_own on plan_signature for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on plan_signature for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_purpose() AS app_purpose) <> 'money'::text)))));

create table plan_signature_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  plan_id uuid not null,
  signer text not null,
  signed_on date not null,
  signed_by text,
  capacity text,
  way text not null,
  recorded_by_id uuid,
  recorded tstzrange not null,
  constraint plan_signature_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX plan_signature_history_id_idx ON public.plan_signature_history USING btree (id);
CREATE INDEX plan_signature_history_organiser_id_client_id_idx ON public.plan_signature_history USING btree (organiser_id, client_id);
alter table plan_signature_history enable row level security;
create policy reach_add on plan_signature_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on plan_signature_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on plan_signature_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[])))));
create policy see on plan_signature_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (plan_id = ANY (( SELECT app_narrow_rows('plan'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table platform_account (
  id uuid not null default uuidv7(),
  username text not null,
  password_hash text not null,
  worker_id uuid not null,
  must_change boolean not null default false,
  code_cipher bytea,
  code_confirmed_at timestamp with time zone,
  code_step bigint,
  provider_subject text,
  password_given_at timestamp with time zone,
  password_given_by_id uuid,
  waits_for_second boolean not null default false,
  half_cipher bytea,
  half_asked_by_id uuid,
  half_asked_at timestamp with time zone,
  half_ends_factors boolean not null default false,
  constraint platform_account_pkey PRIMARY KEY (id),
  constraint platform_account_provider_subject_key UNIQUE (provider_subject),
  constraint platform_account_username_key UNIQUE (username),
  constraint platform_account_worker_id_key UNIQUE (worker_id),
  constraint half_by_another CHECK ((half_asked_by_id <> worker_id)),
  constraint half_whole CHECK ((num_nonnulls(half_cipher, half_asked_by_id, half_asked_at) = ANY (ARRAY[0, 3]))),
  constraint password_given_whole CHECK (((password_given_at IS NOT NULL) OR (password_given_by_id IS NULL))),
  constraint platform_account_username_check CHECK ((username = lower(username))),
  constraint platform_account_half_asked_by_id_fkey FOREIGN KEY (half_asked_by_id) REFERENCES worker_worker(id),
  constraint platform_account_password_given_by_id_fkey FOREIGN KEY (password_given_by_id) REFERENCES worker_worker(id),
  constraint platform_account_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES worker_worker(id)
);
CREATE INDEX platform_account_half_asked_by_id_idx ON public.platform_account USING btree (half_asked_by_id);
CREATE INDEX platform_account_password_given_by_id_idx ON public.platform_account USING btree (password_given_by_id);

create table platform_attempt (
  username_hash bytea not null,
  failed_count integer not null,
  waits_until_at timestamp with time zone,
  tried_at timestamp with time zone not null,
  source bytea not null,
  constraint platform_attempt_pkey PRIMARY KEY (username_hash, source),
  constraint platform_attempt_failed_count_check CHECK ((failed_count > 0))
);
CREATE INDEX platform_attempt_tried_at_idx ON public.platform_attempt USING btree (tried_at);

create table platform_audit (
  id bigint not null,
  happened_at timestamp with time zone not null default clock_timestamp(),
  worker_id uuid,
  organiser_id uuid,
  act text not null,
  purpose text not null,
  clients uuid[] not null default '{}'::uuid[],
  detail jsonb not null default '{}'::jsonb,
  address text,
  written_in xid8 not null default pg_current_xact_id(),
  constraint platform_audit_pkey PRIMARY KEY (id)
);
CREATE INDEX platform_audit_clients_idx ON public.platform_audit USING gin (clients);
CREATE INDEX platform_audit_worker_id_happened_at_idx ON public.platform_audit USING btree (worker_id, happened_at);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.platform_audit FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.platform_audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table platform_audit enable row level security;
create policy add on platform_audit for insert to kykypolku_app with check (true);
create policy see on platform_audit for select to kykypolku_app using (((worker_id = ( SELECT app_worker() AS app_worker)) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));

create table platform_audit_seal (
  audit_id bigint not null,
  segment_no integer not null,
  hash bytea not null,
  constraint platform_audit_seal_pkey PRIMARY KEY (audit_id),
  constraint platform_audit_seal_audit_id_fkey FOREIGN KEY (audit_id) REFERENCES platform_audit(id),
  constraint platform_audit_seal_segment_no_fkey FOREIGN KEY (segment_no) REFERENCES platform_audit_segment(no)
);
CREATE INDEX platform_audit_seal_segment_no_audit_id_idx ON public.platform_audit_seal USING btree (segment_no, audit_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.platform_audit_seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.platform_audit_seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table platform_audit_segment (
  no integer not null,
  sealed_at timestamp with time zone not null default clock_timestamp(),
  rows integer not null,
  previous_hash bytea not null,
  hash bytea not null,
  keyed boolean not null,
  constraint platform_audit_segment_pkey PRIMARY KEY (no),
  constraint platform_audit_segment_rows_check CHECK ((rows > 0))
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.platform_audit_segment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.platform_audit_segment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table platform_challenge (
  hash bytea not null,
  ends_at timestamp with time zone not null,
  constraint platform_challenge_pkey PRIMARY KEY (hash)
);
CREATE INDEX platform_challenge_ends_at_idx ON public.platform_challenge USING btree (ends_at);

create table platform_clock (
  id boolean not null default true,
  demo_today_on date not null,
  constraint platform_clock_pkey PRIMARY KEY (id),
  constraint platform_clock_id_check CHECK (id)
);

create table platform_correction (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  act text not null,
  subject_id uuid not null,
  why text not null,
  was jsonb not null,
  worker_id uuid not null,
  made_at timestamp with time zone not null,
  constraint platform_correction_pkey PRIMARY KEY (id),
  constraint platform_correction_why_check CHECK ((btrim(why) <> ''::text)),
  constraint platform_correction_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint platform_correction_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint platform_correction_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES worker_worker(id)
);
CREATE INDEX platform_correction_client_id_idx ON public.platform_correction USING btree (client_id);
CREATE INDEX platform_correction_organiser_id_client_id_idx ON public.platform_correction USING btree (organiser_id, client_id);
CREATE INDEX platform_correction_worker_id_idx ON public.platform_correction USING btree (worker_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.platform_correction FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON public.platform_correction FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table platform_correction enable row level security;
create policy add on platform_correction for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on platform_correction for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy own on platform_correction for insert to kykypolku_app with check ((worker_id = ( SELECT app_worker() AS app_worker)));
create policy reach_add on platform_correction for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (worker_id = ( SELECT app_worker() AS app_worker)))));
create policy reach_alter on platform_correction for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (worker_id = ( SELECT app_worker() AS app_worker)))));
create policy reach_remove on platform_correction for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (worker_id = ( SELECT app_worker() AS app_worker)))));
create policy remove_own on platform_correction for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on platform_correction for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (worker_id = ( SELECT app_worker() AS app_worker))) AND (( SELECT app_purpose() AS app_purpose) <> 'supervision'::text)))));

create table platform_entry_key (
  id boolean not null default true,
  key bytea not null,
  inner_half bytea not null,
  outer_half bytea not null,
  constraint platform_entry_key_pkey PRIMARY KEY (id),
  constraint platform_entry_key_id_check CHECK (id),
  constraint platform_entry_key_key_check CHECK ((length(key) = 64))
);

create table platform_gesture (
  worker_id uuid not null,
  key text not null,
  act text not null,
  input_hash bytea not null,
  answer jsonb,
  done_at timestamp with time zone not null default clock_timestamp(),
  constraint platform_gesture_pkey PRIMARY KEY (worker_id, key),
  constraint platform_gesture_key_check CHECK (((length(key) >= 1) AND (length(key) <= 300))),
  constraint platform_gesture_sealed CHECK (((answer IS NULL) OR (jsonb_typeof((answer -> 'sealed'::text)) = 'string'::text))),
  constraint platform_gesture_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES worker_worker(id)
);
CREATE INDEX platform_gesture_done_at_idx ON public.platform_gesture USING btree (done_at);
alter table platform_gesture enable row level security;
create policy own on platform_gesture for all to kykypolku_app using ((worker_id = ( SELECT app_worker() AS app_worker))) with check ((worker_id = ( SELECT app_worker() AS app_worker)));

create table platform_passkey (
  id uuid not null default uuidv7(),
  account_id uuid not null,
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  made_at timestamp with time zone not null default now(),
  used_at timestamp with time zone,
  constraint platform_passkey_pkey PRIMARY KEY (id),
  constraint platform_passkey_credential_id_key UNIQUE (credential_id),
  constraint platform_passkey_counter_check CHECK ((counter >= 0)),
  constraint platform_passkey_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint platform_passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform_account(id) ON DELETE CASCADE
);
CREATE INDEX platform_passkey_account_id_idx ON public.platform_passkey USING btree (account_id);

create table platform_session (
  token_hash bytea not null,
  account_id uuid not null,
  worker_id uuid not null,
  organiser_id uuid not null,
  language text not null default 'fi'::text,
  started_at timestamp with time zone not null default now(),
  seen_at timestamp with time zone not null default now(),
  ends_at timestamp with time zone not null,
  id uuid not null default uuidv7(),
  runs_in text,
  allowed_roles text[],
  constraint platform_session_pkey PRIMARY KEY (token_hash),
  constraint platform_session_id_key UNIQUE (id),
  constraint platform_session_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))),
  constraint platform_session_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform_account(id) ON DELETE CASCADE,
  constraint platform_session_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint platform_session_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES worker_worker(id)
);
CREATE INDEX platform_session_account_id_idx ON public.platform_session USING btree (account_id);
CREATE INDEX platform_session_ends_at_idx ON public.platform_session USING btree (ends_at);
CREATE INDEX platform_session_organiser_id_idx ON public.platform_session USING btree (organiser_id);
CREATE INDEX platform_session_worker_id_idx ON public.platform_session USING btree (worker_id);

create table platform_setting (
  name text not null,
  value text not null,
  constraint platform_setting_pkey PRIMARY KEY (name)
);

create table rate_rate (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  kind text not null,
  employer_id uuid,
  amount_cents integer not null,
  paid_holiday_days integer not null default 0,
  rule text not null,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint rate_rate_pkey PRIMARY KEY (id),
  constraint rate_rate_once EXCLUDE USING gist (organiser_id WITH =, kind WITH =, COALESCE(employer_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, during WITH &&),
  constraint rate_rate_amount_cents_check CHECK ((amount_cents > 0)),
  constraint rate_rate_check CHECK (((kind = 'employer-share'::text) = (employer_id IS NOT NULL))),
  constraint rate_rate_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint rate_rate_kind_check CHECK ((kind = ANY (ARRAY['open-work-allowance'::text, 'work-share'::text, 'activity-allowance'::text, 'meal-charge'::text, 'employer-share'::text]))),
  constraint rate_rate_paid_holiday_days_check CHECK ((paid_holiday_days >= 0)),
  constraint rate_rate_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint rate_rate_recorded_open CHECK (upper_inf(recorded)),
  constraint rate_rate_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint rate_within_employer FOREIGN KEY (employer_id, PERIOD during) REFERENCES employer_employer(id, PERIOD during)
);
CREATE INDEX rate_rate_employer_id_idx ON public.rate_rate USING btree (employer_id);
CREATE TRIGGER compensation_holds_rate AFTER INSERT OR DELETE OR UPDATE ON public.rate_rate FOR EACH ROW EXECUTE FUNCTION compensation_holds_rate();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.rate_rate FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.rate_rate FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table rate_rate enable row level security;
create policy add on rate_rate for insert to kykypolku_app with check (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{finance,administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy alter_own on rate_rate for update to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{finance,administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy remove_own on rate_rate for delete to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{finance,administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy see on rate_rate for select to kykypolku_app using ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));

create table rate_rate_history (
  id uuid not null,
  organiser_id uuid not null,
  kind text not null,
  employer_id uuid,
  amount_cents integer not null,
  paid_holiday_days integer not null,
  rule text not null,
  during daterange not null,
  recorded tstzrange not null,
  constraint rate_rate_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX rate_rate_history_id_idx ON public.rate_rate_history USING btree (id);
alter table rate_rate_history enable row level security;
create policy see on rate_rate_history for select to kykypolku_app using ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));

create table rectification_notice (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  request_id uuid not null,
  recipient text not null,
  name text,
  way text,
  sent_on date,
  served_on date not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint rectification_notice_pkey PRIMARY KEY (id),
  constraint rectification_notice_after_sent CHECK ((served_on >= sent_on)),
  constraint rectification_notice_name_check CHECK ((name <> ''::text)),
  constraint rectification_notice_named CHECK (((recipient = 'client'::text) = (name IS NULL))),
  constraint rectification_notice_recipient_check CHECK ((recipient = ANY (ARRAY['client'::text, 'representative'::text]))),
  constraint rectification_notice_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint rectification_notice_recorded_open CHECK (upper_inf(recorded)),
  constraint rectification_notice_sent CHECK (((way IS NULL) = (sent_on IS NULL))),
  constraint rectification_notice_way_check CHECK ((way = ANY (ARRAY['post'::text, 'electronic'::text, 'in-person'::text]))),
  constraint rectification_notice_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint rectification_notice_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint rectification_notice_request_id_fkey FOREIGN KEY (request_id) REFERENCES rectification_request(id)
);
CREATE INDEX rectification_notice_client_id_idx ON public.rectification_notice USING btree (client_id);
CREATE INDEX rectification_notice_organiser_id_client_id_idx ON public.rectification_notice USING btree (organiser_id, client_id);
CREATE INDEX rectification_notice_request_id_idx ON public.rectification_notice USING btree (request_id);
CREATE UNIQUE INDEX rectification_notice_to_client_once ON public.rectification_notice USING btree (request_id) WHERE (recipient = 'client'::text);
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF sent_on, served_on ON public.rectification_notice FOR EACH ROW EXECUTE FUNCTION hold_birth_rectification_notice();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.rectification_notice FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.rectification_notice FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table rectification_notice enable row level security;
create policy add on rectification_notice for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on rectification_notice for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on rectification_notice for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on rectification_notice for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on rectification_notice for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on rectification_notice for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_alter on rectification_notice for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_remove on rectification_notice for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy remove_own on rectification_notice for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on rectification_notice for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) AND ( SELECT app_plain() AS app_plain)))));

create table rectification_notice_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  request_id uuid not null,
  recipient text not null,
  name text,
  way text,
  sent_on date,
  served_on date not null,
  recorded tstzrange not null,
  constraint rectification_notice_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX rectification_notice_history_id_idx ON public.rectification_notice_history USING btree (id);
CREATE INDEX rectification_notice_history_organiser_id_client_id_idx ON public.rectification_notice_history USING btree (organiser_id, client_id);
alter table rectification_notice_history enable row level security;
create policy reach_add on rectification_notice_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_alter on rectification_notice_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_remove on rectification_notice_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy see on rectification_notice_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) AND ( SELECT app_plain() AS app_plain)))));

create table rectification_request (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  decision_id uuid not null,
  received_on date not null,
  demands text not null,
  body text not null,
  recorded_by_id uuid not null,
  outcome text,
  decided_on date,
  reasons text,
  served_on date,
  appealed_on date,
  court_outcome text,
  court_decided_on date,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint rectification_request_pkey PRIMARY KEY (id),
  constraint appealed_after_served CHECK (((appealed_on IS NULL) OR (served_on IS NOT NULL))),
  constraint court_after_appeal CHECK ((((court_outcome IS NULL) = (court_decided_on IS NULL)) AND ((court_decided_on IS NULL) OR (appealed_on IS NOT NULL)))),
  constraint rectification_request_body_check CHECK ((body <> ''::text)),
  constraint rectification_request_court_outcome_check CHECK ((court_outcome = ANY (ARRAY['dismissed'::text, 'changed'::text, 'returned'::text, 'not-examined'::text]))),
  constraint rectification_request_demands_check CHECK ((demands <> ''::text)),
  constraint rectification_request_outcome_check CHECK ((outcome = ANY (ARRAY['changed'::text, 'upheld'::text, 'not-examined'::text]))),
  constraint rectification_request_reasons_check CHECK ((reasons <> ''::text)),
  constraint rectification_request_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint rectification_request_recorded_open CHECK (upper_inf(recorded)),
  constraint request_decided_whole CHECK ((((outcome IS NULL) = (decided_on IS NULL)) AND ((outcome IS NULL) = (reasons IS NULL)))),
  constraint request_in_order CHECK (((decided_on >= received_on) AND (served_on >= decided_on) AND (appealed_on >= decided_on) AND (court_decided_on >= appealed_on))),
  constraint served_after_decided CHECK (((served_on IS NULL) OR (decided_on IS NOT NULL))),
  constraint rectification_request_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint rectification_request_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision_decision(id),
  constraint rectification_request_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint rectification_request_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES worker_worker(id)
);
CREATE UNIQUE INDEX one_request_at_a_time ON public.rectification_request USING btree (decision_id) WHERE (decided_on IS NULL);
CREATE INDEX rectification_request_client_id_idx ON public.rectification_request USING btree (client_id);
CREATE INDEX rectification_request_decision_id_idx ON public.rectification_request USING btree (decision_id);
CREATE INDEX rectification_request_organiser_id_client_id_idx ON public.rectification_request USING btree (organiser_id, client_id);
CREATE INDEX rectification_request_recorded_by_id_idx ON public.rectification_request USING btree (recorded_by_id);
CREATE TRIGGER forget_clients AFTER INSERT OR DELETE OR UPDATE ON public.rectification_request FOR EACH STATEMENT EXECUTE FUNCTION forget_clients();
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF appealed_on, court_decided_on, decided_on, received_on, served_on ON public.rectification_request FOR EACH ROW EXECUTE FUNCTION hold_birth_rectification_request();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.rectification_request FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.rectification_request FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table rectification_request enable row level security;
create policy add on rectification_request for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on rectification_request for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on rectification_request for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on rectification_request for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on rectification_request for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on rectification_request for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on rectification_request for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on rectification_request for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[])))));
create policy remove_own on rectification_request for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on rectification_request for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_purpose() AS app_purpose) <> 'money'::text)))));

create table rectification_request_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  decision_id uuid not null,
  received_on date not null,
  demands text not null,
  body text not null,
  recorded_by_id uuid not null,
  outcome text,
  decided_on date,
  reasons text,
  served_on date,
  appealed_on date,
  court_outcome text,
  court_decided_on date,
  recorded tstzrange not null,
  constraint rectification_request_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX rectification_request_history_id_idx ON public.rectification_request_history USING btree (id);
CREATE INDEX rectification_request_history_organiser_id_client_id_idx ON public.rectification_request_history USING btree (organiser_id, client_id);
alter table rectification_request_history enable row level security;
create policy reach_add on rectification_request_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on rectification_request_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on rectification_request_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[])))));
create policy see on rectification_request_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table referral_referral (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  service text not null,
  source text not null,
  kind text not null,
  received_on date not null,
  finishes_studies boolean not null default false,
  need text,
  received_by_id uuid,
  withdrawn_on date,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  referred_by text,
  year integer not null default 0,
  number integer not null default 0,
  came_on date,
  left_on date,
  constraint hold_matters TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint referral_referral_pkey PRIMARY KEY (id),
  constraint referral_number_once UNIQUE (organiser_id, year, number),
  constraint referral_left CHECK (((left_on IS NULL) OR (left_on = withdrawn_on))),
  constraint referral_referral_check CHECK (((withdrawn_on IS NULL) OR (withdrawn_on >= received_on))),
  constraint referral_referral_kind_check CHECK ((kind = ANY (ARRAY['application'::text, 'referral'::text, 'own-contact'::text]))),
  constraint referral_referral_number_check CHECK ((number > 0)),
  constraint referral_referral_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint referral_referral_recorded_open CHECK (upper_inf(recorded)),
  constraint referral_referral_source_check CHECK ((source = ANY (ARRAY['disability-service-application'::text, 'coaching-team'::text, 'school'::text, 'social-worker'::text, 'relative'::text, 'te-office-activation-plan'::text, 'te-office-multisectoral-plan'::text, 'employment-authority'::text, 'multisectoral-model'::text, 'own-contact'::text, 'youth-outreach'::text, 'typ'::text, 'authority'::text, 'other'::text]))),
  constraint referral_source_of_day CHECK (((source <> ALL (ARRAY['employment-authority'::text, 'multisectoral-model'::text])) OR (received_on >= '2025-01-01'::date))),
  constraint referral_referral_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint referral_referral_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint referral_referral_received_by_id_fkey FOREIGN KEY (received_by_id) REFERENCES worker_worker(id),
  constraint referral_referral_service_fkey FOREIGN KEY (service) REFERENCES organiser_service(code)
);
CREATE INDEX referral_going_on ON public.referral_referral USING btree (organiser_id, id) INCLUDE (received_on, client_id, service) WHERE (withdrawn_on IS NULL);
CREATE INDEX referral_referral_client_id_idx ON public.referral_referral USING btree (client_id);
CREATE INDEX referral_referral_organiser_id_service_received_on_idx ON public.referral_referral USING btree (organiser_id, service, received_on);
CREATE INDEX referral_referral_received_by_id_idx ON public.referral_referral USING btree (received_by_id);
CREATE INDEX referral_referral_service_idx ON public.referral_referral USING btree (service);
CREATE INDEX referral_withdrawn ON public.referral_referral USING btree (organiser_id, withdrawn_on) WHERE (withdrawn_on IS NOT NULL);
CREATE TRIGGER assessment_knows_receipt BEFORE UPDATE OF received_on ON public.referral_referral FOR EACH ROW WHEN ((old.received_on IS DISTINCT FROM new.received_on)) EXECUTE FUNCTION assessment_knows_receipt();
CREATE TRIGGER decision_knows_receipt BEFORE UPDATE OF received_on ON public.referral_referral FOR EACH ROW WHEN ((old.received_on IS DISTINCT FROM new.received_on)) EXECUTE FUNCTION decision_knows_receipt();
CREATE TRIGGER forget_clients AFTER INSERT OR DELETE OR UPDATE ON public.referral_referral FOR EACH STATEMENT EXECUTE FUNCTION forget_clients();
CREATE TRIGGER give_number BEFORE INSERT ON public.referral_referral FOR EACH ROW EXECUTE FUNCTION give_number('received_on');
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF came_on, left_on, received_on, withdrawn_on ON public.referral_referral FOR EACH ROW EXECUTE FUNCTION hold_birth_referral_referral();
CREATE CONSTRAINT TRIGGER hold_matters AFTER INSERT OR UPDATE ON public.referral_referral DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold_matters();
CREATE TRIGGER keep_number BEFORE UPDATE OF year, number ON public.referral_referral FOR EACH ROW WHEN (((old.year <> new.year) OR (old.number <> new.number))) EXECUTE FUNCTION keep_number();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.referral_referral FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.referral_referral FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table referral_referral enable row level security;
create policy add on referral_referral for insert to kykypolku_app with check ((((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))) OR ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND (( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ( SELECT app_official() AS app_official) AND (EXISTS ( SELECT
   FROM client_register c
  WHERE ((c.id = referral_referral.client_id) AND (c.organiser_id = referral_referral.organiser_id)))))));
create policy alter_own on referral_referral for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on referral_referral for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on referral_referral for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on referral_referral for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on referral_referral for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_alter on referral_referral for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_remove on referral_referral for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy remove_own on referral_referral for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on referral_referral for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_plain() AS app_plain) OR (service_task(service) = ANY (( SELECT app_tasks_at_hand(false, true) AS app_tasks_at_hand)::text[])))))));

create table referral_referral_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  service text not null,
  source text not null,
  kind text not null,
  received_on date not null,
  finishes_studies boolean not null,
  need text,
  received_by_id uuid,
  withdrawn_on date,
  recorded tstzrange not null,
  referred_by text,
  year integer not null,
  number integer not null,
  came_on date,
  left_on date,
  constraint referral_referral_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX referral_referral_history_id_idx ON public.referral_referral_history USING btree (id);
CREATE INDEX referral_referral_history_organiser_id_client_id_idx ON public.referral_referral_history USING btree (organiser_id, client_id);
CREATE INDEX referral_referral_history_organiser_id_year_number_idx ON public.referral_referral_history USING btree (organiser_id, year, number);
alter table referral_referral_history enable row level security;
create policy reach_add on referral_referral_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_alter on referral_referral_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_remove on referral_referral_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy see on referral_referral_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND ( SELECT app_plain() AS app_plain)))));

create table refusal_notice (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  refusal_id uuid not null,
  recipient text not null,
  name text,
  way text not null,
  sent_on date not null,
  served_on date not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint refusal_notice_pkey PRIMARY KEY (id),
  constraint refusal_notice_after_sent CHECK ((served_on >= sent_on)),
  constraint refusal_notice_name_check CHECK ((name <> ''::text)),
  constraint refusal_notice_named CHECK (((recipient = 'client'::text) = (name IS NULL))),
  constraint refusal_notice_recipient_check CHECK ((recipient = ANY (ARRAY['client'::text, 'representative'::text]))),
  constraint refusal_notice_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint refusal_notice_recorded_open CHECK (upper_inf(recorded)),
  constraint refusal_notice_way_check CHECK ((way = ANY (ARRAY['post'::text, 'electronic'::text, 'in-person'::text]))),
  constraint refusal_notice_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint refusal_notice_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint refusal_notice_refusal_id_fkey FOREIGN KEY (refusal_id) REFERENCES refusal_refusal(id)
);
CREATE INDEX refusal_notice_client_id_idx ON public.refusal_notice USING btree (client_id);
CREATE INDEX refusal_notice_organiser_id_client_id_idx ON public.refusal_notice USING btree (organiser_id, client_id);
CREATE INDEX refusal_notice_refusal_id_idx ON public.refusal_notice USING btree (refusal_id);
CREATE UNIQUE INDEX refusal_notice_to_client_once ON public.refusal_notice USING btree (refusal_id) WHERE (recipient = 'client'::text);
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF sent_on, served_on ON public.refusal_notice FOR EACH ROW EXECUTE FUNCTION hold_birth_refusal_notice();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.refusal_notice FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table refusal_notice enable row level security;
create policy add on refusal_notice for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on refusal_notice for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on refusal_notice for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on refusal_notice for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on refusal_notice for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on refusal_notice for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_alter on refusal_notice for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_remove on refusal_notice for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy remove_own on refusal_notice for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on refusal_notice for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) AND ( SELECT app_plain() AS app_plain)))));

create table refusal_notice_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  refusal_id uuid not null,
  recipient text not null,
  name text,
  way text not null,
  sent_on date not null,
  served_on date not null,
  recorded tstzrange not null,
  constraint refusal_notice_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX refusal_notice_history_id_idx ON public.refusal_notice_history USING btree (id);
CREATE INDEX refusal_notice_history_organiser_id_client_id_idx ON public.refusal_notice_history USING btree (organiser_id, client_id);
alter table refusal_notice_history enable row level security;
create policy reach_add on refusal_notice_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_alter on refusal_notice_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_remove on refusal_notice_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy see on refusal_notice_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) AND ( SELECT app_plain() AS app_plain)))));

create table refusal_refusal (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  decision_id uuid not null,
  demanded_on date not null,
  demand text not null,
  refused_on date not null,
  reasons text not null,
  refused_by_id uuid not null,
  delegation text not null,
  way text,
  served_on date,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint refusal_refusal_pkey PRIMARY KEY (id),
  constraint refusal_refusal_delegation_check CHECK ((delegation <> ''::text)),
  constraint refusal_refusal_demand_check CHECK ((demand <> ''::text)),
  constraint refusal_refusal_reasons_check CHECK ((reasons <> ''::text)),
  constraint refusal_refusal_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint refusal_refusal_recorded_open CHECK (upper_inf(recorded)),
  constraint refusal_refusal_way_check CHECK ((way = ANY (ARRAY['post'::text, 'electronic'::text, 'in-person'::text]))),
  constraint refusal_served_after_refused CHECK ((served_on >= refused_on)),
  constraint refusal_served_whole CHECK (((way IS NULL) = (served_on IS NULL))),
  constraint refused_after_demanded CHECK ((refused_on >= demanded_on)),
  constraint refusal_refusal_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint refusal_refusal_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision_decision(id),
  constraint refusal_refusal_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint refusal_refusal_refused_by_id_fkey FOREIGN KEY (refused_by_id) REFERENCES worker_worker(id)
);
CREATE INDEX refusal_refusal_client_id_idx ON public.refusal_refusal USING btree (client_id);
CREATE INDEX refusal_refusal_decision_id_idx ON public.refusal_refusal USING btree (decision_id);
CREATE INDEX refusal_refusal_organiser_id_client_id_idx ON public.refusal_refusal USING btree (organiser_id, client_id);
CREATE INDEX refusal_refusal_refused_by_id_idx ON public.refusal_refusal USING btree (refused_by_id);
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF demanded_on, refused_on, served_on ON public.refusal_refusal FOR EACH ROW EXECUTE FUNCTION hold_birth_refusal_refusal();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.refusal_refusal FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table refusal_refusal enable row level security;
create policy add on refusal_refusal for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on refusal_refusal for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on refusal_refusal for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on refusal_refusal for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on refusal_refusal for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on refusal_refusal for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on refusal_refusal for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on refusal_refusal for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[])))));
create policy remove_own on refusal_refusal for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on refusal_refusal for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table refusal_refusal_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  decision_id uuid not null,
  demanded_on date not null,
  demand text not null,
  refused_on date not null,
  reasons text not null,
  refused_by_id uuid not null,
  delegation text not null,
  way text,
  served_on date,
  recorded tstzrange not null,
  constraint refusal_refusal_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX refusal_refusal_history_id_idx ON public.refusal_refusal_history USING btree (id);
CREATE INDEX refusal_refusal_history_organiser_id_client_id_idx ON public.refusal_refusal_history USING btree (organiser_id, client_id);
alter table refusal_refusal_history enable row level security;
create policy reach_add on refusal_refusal_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on refusal_refusal_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on refusal_refusal_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[])))));
create policy see on refusal_refusal_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (decision_id = ANY (( SELECT app_narrow_rows('decision'::text) AS app_narrow_rows)::uuid[]))) AND ( SELECT app_plain() AS app_plain)))));

create table relationship_allocation_rule (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  service text not null,
  rule text not null,
  case_manager_by_letter boolean not null default false,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint relationship_allocation_rule_pkey PRIMARY KEY (id),
  constraint relationship_allocation_rule_organiser_id_service_during_key UNIQUE (organiser_id, service, during WITHOUT OVERLAPS),
  constraint relationship_allocation_rule_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint relationship_allocation_rule_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint relationship_allocation_rule_recorded_open CHECK (upper_inf(recorded)),
  constraint relationship_allocation_rule_rule_check CHECK ((rule = ANY (ARRAY['own-coach'::text, 'group-leader'::text, 'named-official'::text, 'none'::text]))),
  constraint relationship_allocation_rule_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint relationship_allocation_rule_service_fkey FOREIGN KEY (service) REFERENCES organiser_service(code)
);
CREATE INDEX relationship_allocation_rule_service_idx ON public.relationship_allocation_rule USING btree (service);
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.relationship_allocation_rule FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.relationship_allocation_rule FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table relationship_allocation_rule enable row level security;
create policy add on relationship_allocation_rule for insert to kykypolku_app with check (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy alter_own on relationship_allocation_rule for update to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy remove_own on relationship_allocation_rule for delete to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy see on relationship_allocation_rule for select to kykypolku_app using ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));

create table relationship_allocation_rule_history (
  id uuid not null,
  organiser_id uuid not null,
  service text not null,
  rule text not null,
  case_manager_by_letter boolean not null,
  during daterange not null,
  recorded tstzrange not null,
  constraint relationship_allocation_rule_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX relationship_allocation_rule_history_id_idx ON public.relationship_allocation_rule_history USING btree (id);
alter table relationship_allocation_rule_history enable row level security;
create policy see on relationship_allocation_rule_history for select to kykypolku_app using ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));

create table relationship_case_manager (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  worker_id uuid not null,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint relationship_case_manager_pkey PRIMARY KEY (id),
  constraint relationship_case_manager_client_id_during_key UNIQUE (client_id, during WITHOUT OVERLAPS),
  constraint relationship_case_manager_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint relationship_case_manager_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint relationship_case_manager_recorded_open CHECK (upper_inf(recorded)),
  constraint relationship_case_manager_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint relationship_case_manager_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint relationship_case_manager_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES worker_worker(id)
);
CREATE INDEX relationship_case_manager_organiser_id_client_id_idx ON public.relationship_case_manager USING btree (organiser_id, client_id);
CREATE INDEX relationship_case_manager_worker_id_idx ON public.relationship_case_manager USING btree (worker_id);
CREATE TRIGGER forget_clients AFTER INSERT OR DELETE OR UPDATE ON public.relationship_case_manager FOR EACH STATEMENT EXECUTE FUNCTION forget_clients();
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF during ON public.relationship_case_manager FOR EACH ROW EXECUTE FUNCTION hold_birth_relationship_case_manager();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.relationship_case_manager FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.relationship_case_manager FOR EACH ROW EXECUTE FUNCTION keep_version();
CREATE TRIGGER not_by_own_word BEFORE INSERT OR UPDATE OF worker_id ON public.relationship_case_manager FOR EACH ROW EXECUTE FUNCTION not_by_own_word();
alter table relationship_case_manager enable row level security;
create policy add on relationship_case_manager for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on relationship_case_manager for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on relationship_case_manager for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on relationship_case_manager for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on relationship_case_manager for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy remove_own on relationship_case_manager for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on relationship_case_manager for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)))));

create table relationship_case_manager_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  worker_id uuid not null,
  during daterange not null,
  recorded tstzrange not null,
  constraint relationship_case_manager_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX relationship_case_manager_history_id_idx ON public.relationship_case_manager_history USING btree (id);
CREATE INDEX relationship_case_manager_history_organiser_id_client_id_idx ON public.relationship_case_manager_history USING btree (organiser_id, client_id);
alter table relationship_case_manager_history enable row level security;
create policy see on relationship_case_manager_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (( SELECT app_purpose() AS app_purpose) <> 'supervision'::text)))));

create table relationship_pause (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  relationship_id uuid not null,
  reason text not null,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint relationship_pause_pkey PRIMARY KEY (id),
  constraint relationship_pause_relationship_id_during_key UNIQUE (relationship_id, during WITHOUT OVERLAPS),
  constraint relationship_pause_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint relationship_pause_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint relationship_pause_recorded_open CHECK (upper_inf(recorded)),
  constraint relationship_pause_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint relationship_pause_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint relationship_pause_relationship_id_during_fkey FOREIGN KEY (relationship_id, PERIOD during) REFERENCES relationship_relationship(id, PERIOD during)
);
CREATE INDEX relationship_pause_client_id_idx ON public.relationship_pause USING btree (client_id);
CREATE INDEX relationship_pause_organiser_id_client_id_idx ON public.relationship_pause USING btree (organiser_id, client_id);
CREATE TRIGGER attendance_mark_outside_pause BEFORE INSERT OR UPDATE OF during ON public.relationship_pause FOR EACH ROW EXECUTE FUNCTION attendance_marks_outside_pause();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.relationship_pause FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.relationship_pause FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table relationship_pause enable row level security;
create policy add on relationship_pause for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on relationship_pause for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy reach_add on relationship_pause for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on relationship_pause for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on relationship_pause for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy remove_own on relationship_pause for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on relationship_pause for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))))));

create table relationship_pause_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  relationship_id uuid not null,
  reason text not null,
  during daterange not null,
  recorded tstzrange not null,
  constraint relationship_pause_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX relationship_pause_history_id_idx ON public.relationship_pause_history USING btree (id);
CREATE INDEX relationship_pause_history_organiser_id_client_id_idx ON public.relationship_pause_history USING btree (organiser_id, client_id);
alter table relationship_pause_history enable row level security;
create policy reach_add on relationship_pause_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on relationship_pause_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on relationship_pause_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy see on relationship_pause_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_purpose() AS app_purpose) <> 'supervision'::text)))));

create table relationship_relationship (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  service text not null,
  offering_id uuid not null,
  decision_id uuid,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  decision_stands boolean not null default true,
  began_on date,
  left_on date,
  outside_because text,
  constraint relationship_relationship_pkey PRIMARY KEY (id),
  constraint relationship_relationship_client_id_service_during_key UNIQUE (client_id, service, during WITHOUT OVERLAPS),
  constraint relationship_relationship_id_during_key UNIQUE (id, during WITHOUT OVERLAPS),
  constraint relationship_left CHECK ((left_on = upper(during))),
  constraint relationship_relationship_check CHECK ((began_on < lower(during))),
  constraint relationship_relationship_decision_stands_check CHECK (decision_stands),
  constraint relationship_relationship_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint relationship_relationship_outside_because_check CHECK ((outside_because <> ''::text)),
  constraint relationship_relationship_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint relationship_relationship_recorded_open CHECK (upper_inf(recorded)),
  constraint relationship_by_standing_decision FOREIGN KEY (decision_id, decision_stands) REFERENCES decision_decision(id, stands),
  constraint relationship_relationship_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint relationship_relationship_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision_decision(id),
  constraint relationship_relationship_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES organiser_offering(id),
  constraint relationship_relationship_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint relationship_relationship_service_fkey FOREIGN KEY (service) REFERENCES organiser_service(code),
  constraint relationship_within_offering FOREIGN KEY (offering_id, PERIOD during) REFERENCES organiser_offering(id, PERIOD during)
);
CREATE INDEX relationship_relationship_decision_id_decision_stands_idx ON public.relationship_relationship USING btree (decision_id, decision_stands);
CREATE INDEX relationship_relationship_decision_id_idx ON public.relationship_relationship USING btree (decision_id);
CREATE INDEX relationship_relationship_offering_id_idx ON public.relationship_relationship USING btree (offering_id);
CREATE INDEX relationship_relationship_organiser_id_service_client_id_idx ON public.relationship_relationship USING btree (organiser_id, service, client_id);
CREATE INDEX relationship_relationship_organiser_id_service_during_idx ON public.relationship_relationship USING gist (organiser_id, service, during);
CREATE INDEX relationship_relationship_service_idx ON public.relationship_relationship USING btree (service);
CREATE TRIGGER appointment_within_relationship BEFORE DELETE OR UPDATE OF during ON public.relationship_relationship FOR EACH ROW EXECUTE FUNCTION tell_what_stands('coaching_appointment', 'relationship_id', 'waits', 'appointment_within_relationship');
CREATE TRIGGER coaching_agreed_rhythm_relationship_id_during_fkey BEFORE DELETE OR UPDATE OF during ON public.relationship_relationship FOR EACH ROW EXECUTE FUNCTION tell_what_stands('coaching_agreed_rhythm', 'relationship_id', 'during', 'coaching_agreed_rhythm_relationship_id_during_fkey');
CREATE TRIGGER contact_within_relationship BEFORE DELETE OR UPDATE OF during ON public.relationship_relationship FOR EACH ROW EXECUTE FUNCTION tell_what_stands('coaching_contact', 'relationship_id', 'held', 'contact_within_relationship');
CREATE TRIGGER exit_within_relationship BEFORE DELETE OR UPDATE OF during ON public.relationship_relationship FOR EACH ROW EXECUTE FUNCTION tell_what_stands('exit_exit', 'relationship_id', 'last_day', 'exit_within_relationship');
CREATE TRIGGER forget_clients AFTER INSERT OR DELETE OR UPDATE ON public.relationship_relationship FOR EACH STATEMENT EXECUTE FUNCTION forget_clients();
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF began_on, during, left_on ON public.relationship_relationship FOR EACH ROW EXECUTE FUNCTION hold_birth_relationship_relationship();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.relationship_relationship FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.relationship_relationship FOR EACH ROW EXECUTE FUNCTION keep_version();
CREATE TRIGGER move_within_first BEFORE DELETE OR UPDATE OF during ON public.relationship_relationship FOR EACH ROW EXECUTE FUNCTION tell_what_stands('exit_transition', 'from_relationship_id', 'last_day', 'move_within_first');
CREATE TRIGGER move_within_second BEFORE DELETE OR UPDATE OF during ON public.relationship_relationship FOR EACH ROW EXECUTE FUNCTION tell_what_stands('exit_transition', 'to_relationship_id', 'first_day', 'move_within_second');
CREATE TRIGGER placement_placement_relationship_id_during_fkey BEFORE DELETE OR UPDATE OF during ON public.relationship_relationship FOR EACH ROW EXECUTE FUNCTION tell_what_stands('placement_placement', 'relationship_id', 'during', 'placement_placement_relationship_id_during_fkey');
CREATE TRIGGER relationship_pause_relationship_id_during_fkey BEFORE DELETE OR UPDATE OF during ON public.relationship_relationship FOR EACH ROW EXECUTE FUNCTION tell_what_stands('relationship_pause', 'relationship_id', 'during', 'relationship_pause_relationship_id_during_fkey');
CREATE TRIGGER relationship_responsible_relationship_id_during_fkey BEFORE DELETE OR UPDATE OF during ON public.relationship_relationship FOR EACH ROW EXECUTE FUNCTION tell_what_stands('relationship_responsible', 'relationship_id', 'during', 'relationship_responsible_relationship_id_during_fkey');
CREATE TRIGGER relationship_within_decisions BEFORE INSERT OR UPDATE OF during, service, decision_id ON public.relationship_relationship FOR EACH ROW EXECUTE FUNCTION relationship_hold_within_decisions();
alter table relationship_relationship enable row level security;
create policy add on relationship_relationship for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on relationship_relationship for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on relationship_relationship for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on relationship_relationship for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on relationship_relationship for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on relationship_relationship for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_alter on relationship_relationship for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_remove on relationship_relationship for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy remove_own on relationship_relationship for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on relationship_relationship for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited() AS app_unlimited) OR (service_task(service) = ANY (( SELECT app_tasks_at_hand(true, true) AS app_tasks_at_hand)::text[])))))));

create table relationship_relationship_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  service text not null,
  offering_id uuid not null,
  decision_id uuid,
  during daterange not null,
  recorded tstzrange not null,
  decision_stands boolean not null default true,
  began_on date,
  left_on date,
  outside_because text,
  constraint relationship_relationship_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX relationship_relationship_history_id_idx ON public.relationship_relationship_history USING btree (id);
CREATE INDEX relationship_relationship_history_organiser_id_client_id_idx ON public.relationship_relationship_history USING btree (organiser_id, client_id);
alter table relationship_relationship_history enable row level security;
create policy reach_add on relationship_relationship_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_alter on relationship_relationship_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy reach_remove on relationship_relationship_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited_writing() AS app_unlimited_writing) OR (service_task(service) = ANY (( SELECT app_paid_tasks() AS app_paid_tasks)::text[]))))));
create policy see on relationship_relationship_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (service = ANY (( SELECT app_narrow_services() AS app_narrow_services)::text[]))) AND (( SELECT app_unlimited() AS app_unlimited) OR (service_task(service) = ANY (( SELECT app_tasks_at_hand(true, false) AS app_tasks_at_hand)::text[])))))));

create table relationship_responsible (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  relationship_id uuid not null,
  worker_id uuid not null,
  role text not null,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint relationship_responsible_pkey PRIMARY KEY (id),
  constraint relationship_responsible_relationship_id_during_key UNIQUE (relationship_id, during WITHOUT OVERLAPS),
  constraint relationship_responsible_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint relationship_responsible_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint relationship_responsible_recorded_open CHECK (upper_inf(recorded)),
  constraint relationship_responsible_role_check CHECK ((role = ANY (ARRAY['coach'::text, 'official'::text]))),
  constraint relationship_responsible_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint relationship_responsible_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint relationship_responsible_relationship_id_during_fkey FOREIGN KEY (relationship_id, PERIOD during) REFERENCES relationship_relationship(id, PERIOD during),
  constraint relationship_responsible_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES worker_worker(id)
);
CREATE INDEX relationship_responsible_client_id_idx ON public.relationship_responsible USING btree (client_id);
CREATE INDEX relationship_responsible_organiser_id_client_id_idx ON public.relationship_responsible USING btree (organiser_id, client_id);
CREATE INDEX relationship_responsible_worker_id_idx ON public.relationship_responsible USING btree (worker_id);
CREATE TRIGGER forget_clients AFTER INSERT OR DELETE OR UPDATE ON public.relationship_responsible FOR EACH STATEMENT EXECUTE FUNCTION forget_clients();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.relationship_responsible FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.relationship_responsible FOR EACH ROW EXECUTE FUNCTION keep_version();
CREATE TRIGGER not_by_own_word BEFORE INSERT OR UPDATE OF worker_id ON public.relationship_responsible FOR EACH ROW EXECUTE FUNCTION not_by_own_word();
alter table relationship_responsible enable row level security;
create policy add on relationship_responsible for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy alter_own on relationship_responsible for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy of_place_add on relationship_responsible for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on relationship_responsible for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on relationship_responsible for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on relationship_responsible for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on relationship_responsible for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on relationship_responsible for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy remove_own on relationship_responsible for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id)))));
create policy see on relationship_responsible for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))))));

create table relationship_responsible_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  relationship_id uuid not null,
  worker_id uuid not null,
  role text not null,
  during daterange not null,
  recorded tstzrange not null,
  constraint relationship_responsible_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX relationship_responsible_history_id_idx ON public.relationship_responsible_history USING btree (id);
CREATE INDEX relationship_responsible_history_organiser_id_client_id_idx ON public.relationship_responsible_history USING btree (organiser_id, client_id);
alter table relationship_responsible_history enable row level security;
create policy reach_add on relationship_responsible_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_alter on relationship_responsible_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy reach_remove on relationship_responsible_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[])))));
create policy see on relationship_responsible_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND ((client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) OR (relationship_id = ANY (( SELECT app_narrow_rows('relationship'::text) AS app_narrow_rows)::uuid[]))) AND (( SELECT app_purpose() AS app_purpose) <> 'supervision'::text)))));

create table rhythm_rhythm (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  service text not null,
  phase text not null,
  phase_days integer,
  every_days integer,
  every_days_at_most integer,
  visit_at_renewal boolean not null default false,
  group_meetings_a_year integer,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint rhythm_rhythm_pkey PRIMARY KEY (id),
  constraint rhythm_rhythm_organiser_id_service_phase_during_key UNIQUE (organiser_id, service, phase, during WITHOUT OVERLAPS),
  constraint rhythm_rhythm_check CHECK ((every_days_at_most >= every_days)),
  constraint rhythm_rhythm_check1 CHECK (((phase = 'starting'::text) = (phase_days IS NOT NULL))),
  constraint rhythm_rhythm_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint rhythm_rhythm_every_days_check CHECK ((every_days > 0)),
  constraint rhythm_rhythm_group_meetings_a_year_check CHECK ((group_meetings_a_year >= 0)),
  constraint rhythm_rhythm_phase_check CHECK ((phase = ANY (ARRAY['starting'::text, 'steady'::text]))),
  constraint rhythm_rhythm_phase_days_check CHECK ((phase_days > 0)),
  constraint rhythm_rhythm_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint rhythm_rhythm_recorded_open CHECK (upper_inf(recorded)),
  constraint rhythm_rhythm_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint rhythm_rhythm_service_fkey FOREIGN KEY (service) REFERENCES organiser_service(code)
);
CREATE INDEX rhythm_rhythm_service_idx ON public.rhythm_rhythm USING btree (service);
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.rhythm_rhythm FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.rhythm_rhythm FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table rhythm_rhythm enable row level security;
create policy add on rhythm_rhythm for insert to kykypolku_app with check (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy alter_own on rhythm_rhythm for update to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy remove_own on rhythm_rhythm for delete to kykypolku_app using (((( SELECT app_purpose() AS app_purpose) = ANY (ARRAY['case'::text, 'none'::text])) AND ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role) AND (organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[]))));
create policy see on rhythm_rhythm for select to kykypolku_app using ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));

create table rhythm_rhythm_history (
  id uuid not null,
  organiser_id uuid not null,
  service text not null,
  phase text not null,
  phase_days integer,
  every_days integer,
  every_days_at_most integer,
  visit_at_renewal boolean not null,
  group_meetings_a_year integer,
  during daterange not null,
  recorded tstzrange not null,
  constraint rhythm_rhythm_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX rhythm_rhythm_history_id_idx ON public.rhythm_rhythm_history USING btree (id);
alter table rhythm_rhythm_history enable row level security;
create policy see on rhythm_rhythm_history for select to kykypolku_app using ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));

create table travel_way (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  client_id uuid not null,
  means text not null,
  cents_a_day integer not null,
  reason text not null,
  agreed_by_id uuid not null,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint travel_way_pkey PRIMARY KEY (id),
  constraint travel_way_once UNIQUE (client_id, during WITHOUT OVERLAPS),
  constraint travel_costs_something CHECK (((cents_a_day = 0) = (means = ANY (ARRAY['on-foot'::text, 'free-ride'::text])))),
  constraint travel_since CHECK ((lower(during) >= '2001-09-01'::date)),
  constraint travel_way_cents_a_day_check CHECK (((cents_a_day >= 0) AND (cents_a_day <= 50000))),
  constraint travel_way_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint travel_way_means_check CHECK ((means = ANY (ARRAY['public-transport'::text, 'own-car'::text, 'taxi'::text, 'other'::text, 'on-foot'::text, 'free-ride'::text]))),
  constraint travel_way_reason_check CHECK ((reason <> ''::text)),
  constraint travel_way_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint travel_way_recorded_open CHECK (upper_inf(recorded)),
  constraint travel_way_agreed_by_id_fkey FOREIGN KEY (agreed_by_id) REFERENCES worker_worker(id),
  constraint travel_way_client_id_fkey FOREIGN KEY (client_id) REFERENCES client_client(id),
  constraint travel_way_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id)
);
CREATE INDEX travel_way_agreed_by_id_idx ON public.travel_way USING btree (agreed_by_id);
CREATE INDEX travel_way_organiser_id_client_id_idx ON public.travel_way USING btree (organiser_id, client_id);
CREATE TRIGGER hold_birth AFTER INSERT OR UPDATE OF during ON public.travel_way FOR EACH ROW EXECUTE FUNCTION hold_birth_travel_way();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.travel_way FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.travel_way FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table travel_way enable row level security;
create policy add on travel_way for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND (((( SELECT app_purpose() AS app_purpose) = 'money'::text) AND (( SELECT app_wide() AS app_wide) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)))) OR ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id))))));
create policy alter_own on travel_way for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND (((( SELECT app_purpose() AS app_purpose) = 'money'::text) AND (( SELECT app_wide() AS app_wide) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)))) OR ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id))))));
create policy of_place_add on travel_way for insert to kykypolku_app with check (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_alter on travel_way for update to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy of_place_remove on travel_way for delete to kykypolku_app using (((client_id = ( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_add on travel_way for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_alter on travel_way for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_remove on travel_way for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy remove_own on travel_way for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND (((( SELECT app_purpose() AS app_purpose) = 'money'::text) AND (( SELECT app_wide() AS app_wide) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)))) OR ((( SELECT app_purpose() AS app_purpose) = 'case'::text) AND ((client_id = ( SELECT app_acted_on() AS app_acted_on)) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(client_id))))));
create policy see on travel_way for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) AND (( SELECT app_purpose() AS app_purpose) <> 'supervision'::text)))));

create table travel_way_history (
  id uuid not null,
  organiser_id uuid not null,
  client_id uuid not null,
  means text not null,
  cents_a_day integer not null,
  reason text not null,
  agreed_by_id uuid not null,
  during daterange not null,
  recorded tstzrange not null,
  constraint travel_way_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX travel_way_history_id_idx ON public.travel_way_history USING btree (id);
CREATE INDEX travel_way_history_organiser_id_client_id_idx ON public.travel_way_history USING btree (organiser_id, client_id);
alter table travel_way_history enable row level security;
create policy reach_add on travel_way_history for insert to kykypolku_app with check (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_alter on travel_way_history for update to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy reach_remove on travel_way_history for delete to kykypolku_app using (((client_id = ( SELECT app_open() AS app_open)) OR (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[]))));
create policy see on travel_way_history for select to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ((client_id = ( SELECT app_open() AS app_open)) OR (((client_id = ( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY (( SELECT app_clients() AS app_clients)::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (client_id <> ALL (( SELECT app_narrow() AS app_narrow)::uuid[])) AND (( SELECT app_purpose() AS app_purpose) <> 'supervision'::text)))));

create table worker_deciding_right (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  post_id uuid not null,
  service text not null,
  provision text,
  delegation text not null,
  public_office boolean not null default true,
  professional boolean not null,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint worker_deciding_right_pkey PRIMARY KEY (id),
  constraint deciding_right_once EXCLUDE USING gist (post_id WITH =, service WITH =, COALESCE(provision, ''::text) WITH =, during WITH &&),
  constraint deciding_right_professional CHECK ((professional OR (service = 'rehabilitative-work'::text))),
  constraint worker_deciding_right_delegation_check CHECK ((delegation <> ''::text)),
  constraint worker_deciding_right_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint worker_deciding_right_provision_check CHECK ((provision <> ''::text)),
  constraint worker_deciding_right_public_office_check CHECK (public_office),
  constraint worker_deciding_right_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint worker_deciding_right_recorded_open CHECK (upper_inf(recorded)),
  constraint deciding_right_of_office FOREIGN KEY (post_id, public_office, professional) REFERENCES worker_post(id, public_office, professional) ON UPDATE CASCADE,
  constraint deciding_right_within_post FOREIGN KEY (post_id, PERIOD during) REFERENCES worker_post(id, PERIOD during),
  constraint worker_deciding_right_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint worker_deciding_right_service_fkey FOREIGN KEY (service) REFERENCES organiser_service(code)
);
CREATE INDEX worker_deciding_right_organiser_id_service_idx ON public.worker_deciding_right USING btree (organiser_id, service);
CREATE INDEX worker_deciding_right_post_id_public_office_professional_idx ON public.worker_deciding_right USING btree (post_id, public_office, professional);
CREATE INDEX worker_deciding_right_service_idx ON public.worker_deciding_right USING btree (service);
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.worker_deciding_right FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.worker_deciding_right FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table worker_deciding_right enable row level security;
create policy add on worker_deciding_right for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role)));
create policy alter_own on worker_deciding_right for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role))) with check ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));
create policy given on worker_deciding_right for insert to kykypolku_app with check ((( SELECT app_in_role('administrator'::text) AS app_in_role) AND (EXISTS ( SELECT
   FROM worker_post p
  WHERE ((p.id = worker_deciding_right.post_id) AND (p.worker_id <> ( SELECT app_worker() AS app_worker)))))));
create policy remove_own on worker_deciding_right for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role)));
create policy see on worker_deciding_right for select to kykypolku_app using ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));

create table worker_deciding_right_history (
  id uuid not null,
  organiser_id uuid not null,
  post_id uuid not null,
  service text not null,
  provision text,
  delegation text not null,
  public_office boolean not null,
  professional boolean not null,
  during daterange not null,
  recorded tstzrange not null,
  constraint worker_deciding_right_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX worker_deciding_right_history_id_idx ON public.worker_deciding_right_history USING btree (id);
alter table worker_deciding_right_history enable row level security;
create policy see on worker_deciding_right_history for select to kykypolku_app using ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));

create table worker_group_lead (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  group_id uuid not null,
  worker_id uuid not null,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint placement_holds_lead TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint worker_group_lead_pkey PRIMARY KEY (id),
  constraint worker_group_lead_group_id_during_key UNIQUE (group_id, during WITHOUT OVERLAPS),
  constraint worker_group_lead_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint worker_group_lead_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint worker_group_lead_recorded_open CHECK (upper_inf(recorded)),
  constraint lead_within_group FOREIGN KEY (group_id, PERIOD during) REFERENCES organiser_group(id, PERIOD during),
  constraint worker_group_lead_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint worker_group_lead_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES worker_worker(id)
);
CREATE INDEX worker_group_lead_organiser_id_idx ON public.worker_group_lead USING btree (organiser_id);
CREATE INDEX worker_group_lead_worker_id_idx ON public.worker_group_lead USING btree (worker_id);
CREATE TRIGGER forget_clients AFTER INSERT OR DELETE OR UPDATE ON public.worker_group_lead FOR EACH STATEMENT EXECUTE FUNCTION forget_clients();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.worker_group_lead FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.worker_group_lead FOR EACH ROW EXECUTE FUNCTION keep_version();
CREATE TRIGGER leads_in_task BEFORE INSERT OR UPDATE OF worker_id, group_id ON public.worker_group_lead FOR EACH ROW EXECUTE FUNCTION leads_in_task();
CREATE CONSTRAINT TRIGGER placement_holds_lead AFTER DELETE OR UPDATE ON public.worker_group_lead DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION placement_holds_lead();
alter table worker_group_lead enable row level security;
create policy add on worker_group_lead for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ( SELECT in_any_role('{instructor,manager,administrator}'::text[]) AS in_any_role)));
create policy alter_own on worker_group_lead for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ( SELECT in_any_role('{instructor,manager,administrator}'::text[]) AS in_any_role))) with check ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));
create policy at_unit_add on worker_group_lead for insert to kykypolku_app with check (((group_id IS NULL) OR ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role) OR worker_works_at_group(group_id)));
create policy at_unit_alter on worker_group_lead for update to kykypolku_app using (((group_id IS NULL) OR ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role) OR worker_works_at_group(group_id))) with check (((group_id IS NULL) OR ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role) OR worker_works_at_group(group_id)));
create policy at_unit_remove on worker_group_lead for delete to kykypolku_app using (((group_id IS NULL) OR ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role) OR worker_works_at_group(group_id)));
create policy remove_own on worker_group_lead for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ( SELECT in_any_role('{instructor,manager,administrator}'::text[]) AS in_any_role)));
create policy see on worker_group_lead for select to kykypolku_app using (true);
create policy serves_add on worker_group_lead for insert to kykypolku_app with check (((worker_id IS NULL) OR (EXISTS ( SELECT
   FROM worker_post p
  WHERE ((p.worker_id = worker_group_lead.worker_id) AND (p.organiser_id = worker_group_lead.organiser_id) AND (p.during && worker_group_lead.during) AND (p.role = ANY (ARRAY['coach'::text, 'instructor'::text, 'rehabilitative-instructor'::text, 'social-worker'::text])))))));
create policy serves_alter on worker_group_lead for update to kykypolku_app using (true) with check (((worker_id IS NULL) OR (EXISTS ( SELECT
   FROM worker_post p
  WHERE ((p.worker_id = worker_group_lead.worker_id) AND (p.organiser_id = worker_group_lead.organiser_id) AND (p.during && worker_group_lead.during) AND (p.role = ANY (ARRAY['coach'::text, 'instructor'::text, 'rehabilitative-instructor'::text, 'social-worker'::text])))))));

create table worker_group_lead_history (
  id uuid not null,
  organiser_id uuid not null,
  group_id uuid not null,
  worker_id uuid not null,
  during daterange not null,
  recorded tstzrange not null,
  constraint worker_group_lead_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX worker_group_lead_history_id_idx ON public.worker_group_lead_history USING btree (id);

create table worker_letter_share (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  worker_id uuid not null,
  letters int4range not null,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint worker_letter_share_pkey PRIMARY KEY (id),
  constraint worker_letter_share_organiser_id_letters_during_excl EXCLUDE USING gist (organiser_id WITH =, letters WITH &&, during WITH &&),
  constraint worker_letter_share_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint worker_letter_share_letters_check CHECK (((NOT isempty(letters)) AND (letters <@ int4range(0, 29)))),
  constraint worker_letter_share_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint worker_letter_share_recorded_open CHECK (upper_inf(recorded)),
  constraint worker_letter_share_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint worker_letter_share_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES worker_worker(id)
);
CREATE INDEX worker_letter_share_organiser_id_idx ON public.worker_letter_share USING btree (organiser_id);
CREATE INDEX worker_letter_share_worker_id_idx ON public.worker_letter_share USING btree (worker_id);
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.worker_letter_share FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.worker_letter_share FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table worker_letter_share enable row level security;
create policy add on worker_letter_share for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role)));
create policy alter_own on worker_letter_share for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role))) with check ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));
create policy remove_own on worker_letter_share for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ( SELECT in_any_role('{manager,administrator}'::text[]) AS in_any_role)));
create policy see on worker_letter_share for select to kykypolku_app using ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));

create table worker_letter_share_history (
  id uuid not null,
  organiser_id uuid not null,
  worker_id uuid not null,
  letters int4range not null,
  during daterange not null,
  recorded tstzrange not null,
  constraint worker_letter_share_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX worker_letter_share_history_id_idx ON public.worker_letter_share_history USING btree (id);
alter table worker_letter_share_history enable row level security;
create policy see on worker_letter_share_history for select to kykypolku_app using ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));

create table worker_post (
  id uuid not null default uuidv7(),
  worker_id uuid not null,
  organiser_id uuid not null,
  role text not null,
  unit_id uuid,
  full_time_share numeric(4,3) not null default 1,
  hours_a_week numeric(4,2),
  agreed_caseload integer,
  team text,
  during daterange not null,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  public_office boolean not null default false,
  professional boolean not null default false,
  tasks text[] not null default '{working-age,disability}'::text[],
  constraint worker_post_pkey PRIMARY KEY (id),
  constraint worker_post_office UNIQUE (id, public_office, professional),
  constraint worker_post_period UNIQUE (id, during WITHOUT OVERLAPS),
  constraint worker_post_worker_id_role_during_key UNIQUE (worker_id, role, during WITHOUT OVERLAPS),
  constraint worker_post_agreed_caseload_check CHECK ((agreed_caseload > 0)),
  constraint worker_post_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)))),
  constraint worker_post_full_time_share_check CHECK (((full_time_share > (0)::numeric) AND (full_time_share <= (1)::numeric))),
  constraint worker_post_hours_a_week_check CHECK ((hours_a_week > (0)::numeric)),
  constraint worker_post_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint worker_post_recorded_open CHECK (upper_inf(recorded)),
  constraint worker_post_role_check CHECK ((role = ANY (ARRAY['coach'::text, 'instructor'::text, 'rehabilitative-instructor'::text, 'social-worker'::text, 'finance'::text, 'planner'::text, 'manager'::text, 'administrator'::text]))),
  constraint worker_post_tasks_check CHECK (((tasks <@ ARRAY['working-age'::text, 'disability'::text]) AND (cardinality(tasks) > 0))),
  constraint post_within_unit FOREIGN KEY (unit_id, PERIOD during) REFERENCES organiser_unit(id, PERIOD during),
  constraint worker_post_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint worker_post_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES worker_worker(id)
);
CREATE INDEX worker_post_organiser_id_role_idx ON public.worker_post USING btree (organiser_id, role);
CREATE INDEX worker_post_unit_id_idx ON public.worker_post USING btree (unit_id);
CREATE TRIGGER clients_hang_on_it BEFORE DELETE OR UPDATE ON public.worker_post FOR EACH ROW EXECUTE FUNCTION handover_holds_post();
CREATE TRIGGER deciding_right_within_post BEFORE DELETE OR UPDATE OF during ON public.worker_post FOR EACH ROW EXECUTE FUNCTION tell_what_stands('worker_deciding_right', 'post_id', 'during', 'deciding_right_within_post');
CREATE TRIGGER forget_clients AFTER INSERT OR DELETE OR UPDATE ON public.worker_post FOR EACH STATEMENT EXECUTE FUNCTION forget_clients();
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.worker_post FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.worker_post FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table worker_post enable row level security;
create policy add on worker_post for insert to kykypolku_app with check (worker_may_give_post(NULL::uuid, worker_id, organiser_id, role, unit_id, team, tasks, during));
create policy alter_own on worker_post for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND (worker_id <> ( SELECT app_worker() AS app_worker)))) with check (worker_may_give_post(id, worker_id, organiser_id, role, unit_id, team, tasks, during));
create policy see on worker_post for select to kykypolku_app using (true);

create table worker_post_history (
  id uuid not null,
  worker_id uuid not null,
  organiser_id uuid not null,
  role text not null,
  unit_id uuid,
  full_time_share numeric(4,3) not null,
  hours_a_week numeric(4,2),
  agreed_caseload integer,
  team text,
  during daterange not null,
  recorded tstzrange not null,
  public_office boolean not null default false,
  professional boolean not null default false,
  tasks text[] not null default '{working-age,disability}'::text[],
  constraint worker_post_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX worker_post_history_id_idx ON public.worker_post_history USING btree (id);

create table worker_post_request (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  worker_id uuid not null,
  post_id uuid,
  post text not null,
  asked_by_id uuid not null,
  asked_at timestamp with time zone not null,
  decided_by_id uuid,
  decided_at timestamp with time zone,
  outcome text,
  constraint worker_post_request_pkey PRIMARY KEY (id),
  constraint post_request_decided_whole CHECK (((outcome IS NULL) = (decided_at IS NULL))),
  constraint post_request_second_person CHECK (((decided_by_id <> asked_by_id) AND (decided_by_id <> worker_id))),
  constraint worker_post_request_outcome_check CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'refused'::text]))),
  constraint worker_post_request_post_check CHECK ((post IS JSON OBJECT)),
  constraint worker_post_request_asked_by_id_fkey FOREIGN KEY (asked_by_id) REFERENCES worker_worker(id),
  constraint worker_post_request_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES worker_worker(id),
  constraint worker_post_request_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id),
  constraint worker_post_request_post_id_fkey FOREIGN KEY (post_id) REFERENCES worker_post(id) ON DELETE CASCADE,
  constraint worker_post_request_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES worker_worker(id)
);
CREATE INDEX worker_post_request_asked_by_id_idx ON public.worker_post_request USING btree (asked_by_id);
CREATE INDEX worker_post_request_decided_by_id_idx ON public.worker_post_request USING btree (decided_by_id);
CREATE INDEX worker_post_request_organiser_id_decided_at_idx ON public.worker_post_request USING btree (organiser_id, decided_at);
CREATE INDEX worker_post_request_post_id_idx ON public.worker_post_request USING btree (post_id);
CREATE INDEX worker_post_request_worker_id_idx ON public.worker_post_request USING btree (worker_id);
CREATE TRIGGER request_stands BEFORE UPDATE ON public.worker_post_request FOR EACH ROW EXECUTE FUNCTION request_stands();
alter table worker_post_request enable row level security;
create policy add on worker_post_request for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND (asked_by_id = ( SELECT app_worker() AS app_worker)) AND (outcome IS NULL) AND ( SELECT app_in_role('administrator'::text) AS app_in_role)));
create policy alter_own on worker_post_request for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND (outcome IS NULL) AND (( SELECT app_in_role('administrator'::text) AS app_in_role) OR ( SELECT app_in_role('manager'::text) AS app_in_role)))) with check (((decided_by_id = ( SELECT app_worker() AS app_worker)) AND (outcome IS NOT NULL)));
create policy see on worker_post_request for select to kykypolku_app using ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));

create table worker_role_service (
  role text not null,
  service text not null,
  stands_in boolean not null,
  constraint worker_role_service_pkey PRIMARY KEY (role, service),
  constraint worker_role_service_service_fkey FOREIGN KEY (service) REFERENCES organiser_service(code)
);
CREATE INDEX worker_role_service_service_idx ON public.worker_role_service USING btree (service);

create table worker_worker (
  id uuid not null default uuidv7(),
  organiser_id uuid not null,
  family_name text not null,
  given_name text not null,
  phone text,
  email text,
  language text not null default 'fi'::text,
  recorded tstzrange not null default tstzrange(app_now(), NULL::timestamp with time zone),
  constraint worker_worker_pkey PRIMARY KEY (id),
  constraint worker_worker_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))),
  constraint worker_worker_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)))),
  constraint worker_worker_recorded_open CHECK (upper_inf(recorded)),
  constraint worker_worker_organiser_id_fkey FOREIGN KEY (organiser_id) REFERENCES organiser_organiser(id)
);
CREATE INDEX worker_worker_organiser_id_idx ON public.worker_worker USING btree (organiser_id);
CREATE TRIGGER keep_step AFTER INSERT OR DELETE OR UPDATE ON public.worker_worker FOR EACH ROW WHEN ((current_setting('app.carrying_id'::text, true) <> ''::text)) EXECUTE FUNCTION keep_step();
CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.worker_worker FOR EACH ROW EXECUTE FUNCTION keep_version();
alter table worker_worker enable row level security;
create policy add on worker_worker for insert to kykypolku_app with check (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ( SELECT in_any_role('{administrator}'::text[]) AS in_any_role)));
create policy alter_own on worker_worker for update to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ( SELECT in_any_role('{administrator}'::text[]) AS in_any_role))) with check ((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])));
create policy remove_own on worker_worker for delete to kykypolku_app using (((organiser_id = ANY (( SELECT app_organisers() AS app_organisers)::uuid[])) AND ( SELECT in_any_role('{administrator}'::text[]) AS in_any_role)));
create policy see on worker_worker for select to kykypolku_app using (true);

create table worker_worker_history (
  id uuid not null,
  organiser_id uuid not null,
  family_name text not null,
  given_name text not null,
  phone text,
  email text,
  language text not null,
  recorded tstzrange not null,
  constraint worker_worker_history_recorded_check CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND (NOT upper_inf(recorded))))
);
CREATE INDEX worker_worker_history_id_idx ON public.worker_worker_history USING btree (id);

create view access as
 SELECT access_client.worker_id,
    access_client.organiser_id,
    access_client.client_id,
    access_client.relation,
    access_client.during
   FROM access_client
UNION ALL
 SELECT access_task.worker_id,
    access_task.organiser_id,
    access_task.client_id,
    access_task.relation,
    access_task.during
   FROM access_task;

create view access_client as
 SELECT worker_id,
    organiser_id,
    client_id,
    relation,
    during,
    received_on
   FROM ( SELECT access_responsible.worker_id,
            access_responsible.organiser_id,
            access_responsible.client_id,
            access_responsible.relation,
            access_responsible.during,
            access_responsible.received_on
           FROM access_responsible
        UNION ALL
         SELECT access_mate.worker_id,
            access_mate.organiser_id,
            access_mate.client_id,
            access_mate.relation,
            access_mate.during,
            access_mate.received_on
           FROM access_mate
        UNION ALL
         SELECT access_received.worker_id,
            access_received.organiser_id,
            access_received.client_id,
            access_received.relation,
            access_received.during,
            access_received.received_on
           FROM access_received
        UNION ALL
         SELECT access_led.worker_id,
            access_led.organiser_id,
            access_led.client_id,
            access_led.relation,
            access_led.during,
            access_led.received_on
           FROM access_led) every
  WHERE worker_id = (( SELECT app_worker() AS app_worker)) AND (organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[]));

create view access_keeper as
 SELECT p.worker_id,
    p.organiser_id,
    c.id AS client_id,
    'keeper_of'::text AS relation,
    p.during
   FROM worker_post p
     JOIN client_client c ON c.organiser_id = p.organiser_id
  WHERE p.worker_id = app_worker() AND (p.organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[])) AND p.role = 'social-worker'::text;

create view access_led as
 SELECT l.worker_id,
    m.organiser_id,
    m.client_id,
    'leader_of'::text AS relation,
    l.during * daterange(lower(m.during), upper(m.during) + access_goes_on()) AS during,
    NULL::date AS received_on
   FROM worker_group_lead l
     JOIN placement_placement m ON m.group_id = l.group_id
  WHERE l.during && daterange(lower(m.during), upper(m.during) + access_goes_on())
UNION ALL
 SELECT p.worker_id,
    m.organiser_id,
    m.client_id,
    'instructor_of'::text AS relation,
    p.during * daterange(lower(m.during), upper(m.during) + access_goes_on()) AS during,
    NULL::date AS received_on
   FROM worker_post p
     JOIN organiser_group g ON g.unit_id = p.unit_id
     JOIN placement_placement m ON m.group_id = g.id
  WHERE (p.role = ANY (ARRAY['instructor'::text, 'rehabilitative-instructor'::text])) AND p.during && daterange(lower(m.during), upper(m.during) + access_goes_on());

create view access_mate as
 SELECT p.worker_id,
    r.organiser_id,
    r.client_id,
    'coach_of'::text AS relation,
    p.during * daterange(lower(r.during), upper(r.during) + access_goes_on()) AS during,
    NULL::date AS received_on
   FROM worker_post p
     JOIN worker_post mate ON mate.organiser_id = p.organiser_id AND mate.role = p.role AND NOT mate.team IS DISTINCT FROM p.team
     JOIN relationship_responsible r ON r.worker_id = mate.worker_id
  WHERE (p.role = ANY ((ARRAY( SELECT s.role
           FROM worker_role_service s
          WHERE s.stands_in)))) AND p.during && daterange(lower(r.during), upper(r.during) + access_goes_on());

create view access_matter as
 SELECT r.organiser_id,
    r.client_id,
    service_task(r.service) AS task
   FROM referral_referral r
  WHERE (r.organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[])) AND r.received_on = (( SELECT app_today() AS app_today))
UNION ALL
 SELECT r.organiser_id,
    r.client_id,
    service_task(r.service) AS task
   FROM referral_referral r
  WHERE (r.organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[])) AND r.received_on < (( SELECT app_today() AS app_today)) AND r.withdrawn_on > (( SELECT app_today() - access_goes_on()))
UNION ALL
 SELECT r.organiser_id,
    r.client_id,
    service_task(r.service) AS task
   FROM referral_referral r
  WHERE (r.organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[])) AND r.received_on < (( SELECT app_today() AS app_today)) AND r.withdrawn_on IS NULL AND NOT (EXISTS ( SELECT
           FROM decision_decision d
          WHERE (d.organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[])) AND d.referral_id = r.id AND d.annulled_on IS NULL))
UNION ALL
 SELECT r.organiser_id,
    r.client_id,
    service_task(r.service) AS task
   FROM decision_decision d
     CROSS JOIN LATERAL ( SELECT r_1.id,
            r_1.organiser_id,
            r_1.client_id,
            r_1.service,
            r_1.source,
            r_1.kind,
            r_1.received_on,
            r_1.finishes_studies,
            r_1.need,
            r_1.received_by_id,
            r_1.withdrawn_on,
            r_1.recorded,
            r_1.referred_by,
            r_1.year,
            r_1.number,
            r_1.came_on,
            r_1.left_on
           FROM referral_referral r_1
          WHERE r_1.id = d.referral_id AND r_1.received_on < (( SELECT app_today() AS app_today)) AND r_1.withdrawn_on IS NULL
         OFFSET 0) r
  WHERE (d.organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[])) AND d.outcome <> 'grant'::text AND d.annulled_on IS NULL AND COALESCE(d.served_on, d.decided_on) > (( SELECT app_today() - access_to_rectify()))
UNION ALL
 SELECT r.organiser_id,
    r.client_id,
    service_task(r.service) AS task
   FROM decision_decision d
     CROSS JOIN LATERAL ( SELECT r_1.id,
            r_1.organiser_id,
            r_1.client_id,
            r_1.service,
            r_1.source,
            r_1.kind,
            r_1.received_on,
            r_1.finishes_studies,
            r_1.need,
            r_1.received_by_id,
            r_1.withdrawn_on,
            r_1.recorded,
            r_1.referred_by,
            r_1.year,
            r_1.number,
            r_1.came_on,
            r_1.left_on
           FROM referral_referral r_1
          WHERE r_1.id = d.referral_id AND r_1.received_on < (( SELECT app_today() AS app_today)) AND r_1.withdrawn_on IS NULL
         OFFSET 0) r
  WHERE (d.organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[])) AND d.outcome = 'grant'::text AND d.annulled_on IS NULL AND COALESCE(upper(d.during), 'infinity'::date) > (( SELECT app_today() - access_goes_on())) AND COALESCE(( SELECT min(lower(b.during)) AS min
           FROM relationship_relationship b
          WHERE b.decision_id = d.id), 'infinity'::date) > (( SELECT app_today() - access_goes_on()))
UNION ALL
 SELECT r.organiser_id,
    r.client_id,
    service_task(r.service) AS task
   FROM relationship_relationship r
  WHERE (r.organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[])) AND r.during && daterange(( SELECT app_today() - access_goes_on()), ( SELECT app_today() + access_goes_on() + 1))
UNION ALL
 SELECT w.organiser_id,
    w.client_id,
    service_task(w.service) AS task
   FROM access_waiting w
  WHERE (w.organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[])) AND (upper(w.during) + access_goes_on()) <= (( SELECT app_today() AS app_today))
UNION ALL
 SELECT q.organiser_id,
    q.client_id,
    service_task(d.service) AS task
   FROM rectification_request q
     JOIN decision_decision d ON d.id = q.decision_id
  WHERE (q.organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[])) AND access_days(q.received_on, COALESCE(q.court_decided_on,
        CASE
            WHEN q.appealed_on IS NULL THEN COALESCE(q.served_on, q.decided_on)
            ELSE NULL::date
        END) + access_to_rectify()) @> (( SELECT app_today() AS app_today));

create view access_official as
 SELECT p.worker_id,
    p.organiser_id,
    m.client_id,
    'official_for'::text AS relation,
    daterange(( SELECT app_today() AS app_today), (( SELECT app_today() AS app_today)) + 1) AS during
   FROM worker_post p
     JOIN access_matter m ON m.organiser_id = p.organiser_id AND (m.task = ANY (p.tasks))
  WHERE p.worker_id = app_worker() AND p.role = 'social-worker'::text AND p.during @> (( SELECT app_today() AS app_today))
UNION ALL
 SELECT o.worker_id,
    o.organiser_id,
    o.client_id,
    'official_for'::text AS relation,
    daterange(( SELECT app_today() AS app_today), (( SELECT app_today() AS app_today)) + 1) AS during
   FROM client_opening o
  WHERE o.worker_id = app_worker() AND (o.organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[])) AND (( SELECT app_now() AS app_now)) >= o.opened_at AND (( SELECT app_now() AS app_now)) < (o.opened_at + access_opened()) AND (EXISTS ( SELECT
           FROM worker_post p
          WHERE p.worker_id = o.worker_id AND p.organiser_id = o.organiser_id AND p.role = 'social-worker'::text AND p.during @> (( SELECT app_today() AS app_today))));

create view access_paymaster as
 SELECT p.worker_id,
    p.organiser_id,
    m.client_id,
    'paymaster_for'::text AS relation,
    p.during * daterange(lower(m.during), access_vouchers_until(upper(m.during))) AS during
   FROM worker_post p
     JOIN placement_placement m ON m.organiser_id = p.organiser_id AND (service_task(m.service) = ANY (p.tasks))
  WHERE p.worker_id = app_worker() AND (p.organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[])) AND p.role = 'finance'::text AND p.during && daterange(lower(m.during), access_vouchers_until(upper(m.during)));

create view access_received as
 SELECT p.worker_id,
    r.organiser_id,
    r.client_id,
    'receiver_of'::text AS relation,
    p.during * f.during AS during,
    r.received_on
   FROM worker_post p
     JOIN worker_role_service s ON s.role = p.role
     JOIN referral_referral r ON r.organiser_id = p.organiser_id AND r.service = s.service
     LEFT JOIN LATERAL ( SELECT d_1.id,
            d_1.outcome,
            d_1.decided_on
           FROM decision_decision d_1
          WHERE d_1.referral_id = r.id AND d_1.annulled_on IS NULL
         OFFSET 0) d ON true
     CROSS JOIN LATERAL ( SELECT daterange(r.received_on, LEAST(r.received_on + access_to_matter(), r.withdrawn_on + 1,
                CASE
                    WHEN d.outcome = 'grant'::text THEN GREATEST(d.decided_on, r.received_on) + access_to_begin()
                    WHEN d.id IS NOT NULL THEN GREATEST(d.decided_on, r.received_on) + 1
                    ELSE NULL::date
                END)) AS during
         OFFSET 0) o
     CROSS JOIN LATERAL ( SELECT o.during * daterange(NULL::date,
                CASE
                    WHEN d.outcome = 'grant'::text THEN ( SELECT min(GREATEST(lower(a.during), r.received_on)) + access_goes_on()
                       FROM relationship_relationship b
                         JOIN ( SELECT relationship_responsible.relationship_id,
                                relationship_responsible.during
                               FROM relationship_responsible
                            UNION ALL
                             SELECT placement_placement.relationship_id,
                                placement_placement.during
                               FROM placement_placement) a ON a.relationship_id = b.id
                      WHERE b.decision_id = d.id)
                    ELSE NULL::date
                END) AS during
          WHERE o.during @> (( SELECT app_today() AS app_today))
         OFFSET 0) f
  WHERE p.during && f.during;

create view access_responsible as
 SELECT r.worker_id,
    r.organiser_id,
    r.client_id,
    'responsible_for'::text AS relation,
    daterange(lower(r.during),
        CASE
            WHEN upper(r.during) IS NOT NULL AND (( SELECT true
               FROM access_waiting w
              WHERE w.relationship_id = r.relationship_id AND upper(w.during) = upper(r.during))) IS NULL THEN upper(r.during) + access_goes_on()
            ELSE NULL::date
        END) AS during,
    NULL::date AS received_on
   FROM relationship_responsible r
UNION ALL
 SELECT m.worker_id,
    m.organiser_id,
    m.client_id,
    'responsible_for'::text AS relation,
    daterange(lower(m.during), upper(m.during) + access_goes_on()) AS during,
    NULL::date AS received_on
   FROM relationship_case_manager m
UNION ALL
 SELECT n.worker_id,
    n.organiser_id,
    n.client_id,
    'responsible_for'::text AS relation,
    daterange(lower(n.during), upper(n.during) + access_goes_on()) AS during,
    NULL::date AS received_on
   FROM ownworker_naming n;

create view access_supervisor as
 SELECT p.worker_id,
    p.organiser_id,
    m.client_id,
    'supervisor_of'::text AS relation,
    daterange(( SELECT app_today() AS app_today), (( SELECT app_today() AS app_today)) + 1) AS during
   FROM worker_post p
     JOIN access_matter m ON m.organiser_id = p.organiser_id AND (m.task = ANY (p.tasks))
  WHERE p.worker_id = app_worker() AND p.role = 'manager'::text AND p.during @> (( SELECT app_today() AS app_today)) AND (( SELECT app_purpose() AS app_purpose)) = 'supervision'::text AND (p.team IS NULL OR (EXISTS ( SELECT
           FROM worker_post mate
             JOIN ( SELECT relationship_responsible.worker_id,
                    relationship_responsible.client_id,
                    relationship_responsible.during
                   FROM relationship_responsible
                UNION ALL
                 SELECT relationship_case_manager.worker_id,
                    relationship_case_manager.client_id,
                    relationship_case_manager.during
                   FROM relationship_case_manager
                UNION ALL
                 SELECT ownworker_naming.worker_id,
                    ownworker_naming.client_id,
                    ownworker_naming.during
                   FROM ownworker_naming) a ON a.worker_id = mate.worker_id
          WHERE mate.organiser_id = p.organiser_id AND mate.team = p.team AND a.client_id = m.client_id AND (daterange(lower(a.during), upper(a.during) + access_goes_on()) * mate.during) @> (( SELECT app_today() AS app_today)))));

create view access_task as
 SELECT worker_id,
    organiser_id,
    client_id,
    relation,
    during
   FROM ( SELECT access_official.worker_id,
            access_official.organiser_id,
            access_official.client_id,
            access_official.relation,
            access_official.during
           FROM access_official
        UNION ALL
         SELECT access_paymaster.worker_id,
            access_paymaster.organiser_id,
            access_paymaster.client_id,
            access_paymaster.relation,
            access_paymaster.during
           FROM access_paymaster
        UNION ALL
         SELECT access_keeper.worker_id,
            access_keeper.organiser_id,
            access_keeper.client_id,
            access_keeper.relation,
            access_keeper.during
           FROM access_keeper
        UNION ALL
         SELECT access_supervisor.worker_id,
            access_supervisor.organiser_id,
            access_supervisor.client_id,
            access_supervisor.relation,
            access_supervisor.during
           FROM access_supervisor) every
  WHERE worker_id = app_worker();

create view access_waiting as
 SELECT id AS relationship_id,
    organiser_id,
    client_id,
    service,
    during
   FROM relationship_relationship r
  WHERE decision_id IS NOT NULL AND upper(during) IS NOT NULL AND NOT (EXISTS ( SELECT
           FROM exit_exit e
          WHERE e.relationship_id = r.id)) AND NOT (EXISTS ( SELECT
           FROM exit_transition t
          WHERE t.from_relationship_id = r.id)) AND NOT (EXISTS ( SELECT
           FROM relationship_relationship n
          WHERE n.client_id = r.client_id AND n.service = r.service AND lower(n.during) >= upper(r.during)));

create view account_given as
 SELECT a.id AS account_id,
    a.password_given_at AS at,
    (w.given_name || ' '::text) || w.family_name AS by_name
   FROM platform_account a
     LEFT JOIN worker_worker w ON w.id = a.password_given_by_id
  WHERE a.password_given_at > (now() - make_interval(days => account_tells_given()));

create view agreement_approved as
 SELECT id,
    placement_id,
    lower(during) AS starts_on
   FROM agreement_agreement a
  WHERE 3 = (( SELECT count(DISTINCT v.party) AS count
           FROM agreement_approval v
          WHERE v.agreement_id = a.id AND v.content_hash = (( SELECT app_agreement_hash(a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on), a.terms) AS app_agreement_hash))));

create view client_former_name as
 SELECT DISTINCT id AS client_id,
    organiser_id,
    family_name
   FROM client_client_history h
  WHERE (organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[])) AND (id = (( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR ( SELECT app_official() AS app_official) OR (id = ANY ((( SELECT app_clients() AS app_clients))::uuid[])) OR (id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)));

create view client_protected as
 SELECT organiser_id,
    client_id,
        CASE
            WHEN related THEN contact_instead
            ELSE NULL::text
        END AS contact_instead,
    during,
    on_itself
   FROM ( SELECT c.organiser_id,
            c.id AS client_id,
            p_1.contact_instead,
            p_1.during,
            p_1.client_id = c.id AS on_itself,
            c.id = (( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (c.id = ANY ((( SELECT app_clients() AS app_clients))::uuid[])) OR (c.id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)) OR app_newcomer(c.id) AS related
           FROM client_client c
             JOIN client_client o ON o.person_id = c.person_id AND o.organiser_id = c.organiser_id
             JOIN client_protection p_1 ON p_1.client_id = o.id
          WHERE app_worker() IS NOT NULL AND (c.organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[]))) p
  WHERE ( SELECT app_official() AS app_official) OR related;

create view client_register as
 SELECT id,
    organiser_id,
    person_id,
    family_name,
    given_names,
    birth_on,
    municipality_code,
    identity_hash
   FROM client_client c
  WHERE (organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[])) AND (id = (( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR ( SELECT app_official() AS app_official) OR (id = ANY ((( SELECT app_clients() AS app_clients))::uuid[])) OR (id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)));

create view client_representative_reach as
 SELECT id,
    organiser_id,
    client_id,
    phone,
    street,
    postal_code,
    post_office,
    email
   FROM client_representative r
  WHERE (organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[])) AND ( SELECT app_plain() AS app_plain) AND (client_id = (( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY ((( SELECT app_clients() AS app_clients))::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND
        CASE
            WHEN client_id = (( SELECT app_client() AS app_client)) THEN NOT ( SELECT app_client_hidden() AS app_client_hidden)
            ELSE client_id <> ALL ((( SELECT app_hidden_places() AS app_hidden_places))::uuid[])
        END;

create view compensation_day as
 SELECT organiser_id,
    client_id,
    placement_id,
    mark_id,
    service,
    earned_on,
    holiday_year,
    kind,
    party,
    employer_id,
    rate_id,
    amount_cents
   FROM compensation_earned d
  WHERE NOT shared OR NOT (EXISTS ( SELECT
           FROM compensation_earned o
          WHERE o.organiser_id = d.organiser_id AND o.client_id = d.client_id AND o.earned_on = d.earned_on AND (o.kind = d.kind AND o.placement_id < d.placement_id OR o.rank < d.rank)));

create view compensation_earned as
 SELECT k.organiser_id,
    k.client_id,
    k.placement_id,
    k.mark_id,
    k.held_on AS earned_on,
    k.holiday_year,
    w.service,
    w.kind,
    w.party,
    w.employer_id,
    w.rate_id,
    w.amount_cents,
    w.rank,
    w.shared
   FROM compensation_marked k
     JOIN ( SELECT w_1.organiser_id,
            w_1.client_id,
            w_1.placement_id,
            w_1.service,
            w_1.placed,
            w_1.marked,
            w_1.for_meal,
            w_1.rank,
            w_1.kind,
            w_1.party,
            w_1.employer_id,
            w_1.rate_id,
            w_1.amount_cents,
            w_1.holidays,
            w_1.during,
            w_1.free,
            COALESCE(w_1.placed && range_agg(w_1.placed) OVER (PARTITION BY w_1.organiser_id, w_1.client_id ORDER BY w_1.placement_id GROUPS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE GROUP), false) AS shared
           FROM compensation_worth w_1) w ON w.placement_id = k.placement_id AND w.client_id = k.client_id AND w.organiser_id = k.organiser_id AND w.marked = k.kind
  WHERE w.during @> k.held_on AND (k.meal OR NOT w.for_meal) AND k.holiday <= w.holidays AND (w.free IS NULL OR NOT w.free @> k.held_on);

create view compensation_marked as
 SELECT known_attendance_mark.organiser_id,
    known_attendance_mark.client_id,
    known_attendance_mark.placement_id,
    known_attendance_mark.id AS mark_id,
    known_attendance_mark.held_on,
    known_attendance_mark.kind,
    known_attendance_mark.meal,
    0::bigint AS holiday,
    NULL::integer AS holiday_year
   FROM known_attendance_mark
  WHERE known_attendance_mark.kind = 'present'::text
UNION ALL
 SELECT h.organiser_id,
    h.client_id,
    h.placement_id,
    h.mark_id,
    h.held_on,
    h.kind,
    h.meal,
    count(*) OVER (PARTITION BY h.organiser_id, h.client_id, h.service, h.holiday_year ORDER BY h.held_on) AS holiday,
    h.holiday_year
   FROM ( SELECT k.organiser_id,
            k.client_id,
            k.placement_id,
            k.id AS mark_id,
            k.held_on,
            k.kind,
            k.meal,
            EXTRACT(year FROM k.held_on)::integer AS holiday_year,
            ( SELECT p.service
                   FROM known_placement_placement p
                  WHERE p.id = k.placement_id) AS service
           FROM known_attendance_mark k
          WHERE k.kind = 'holiday'::text AND NOT (k.held_on IN ( SELECT c.closed_on
                   FROM attendance_closed_day c))) h;

create view compensation_meal_change as
 SELECT organiser_id,
    client_id,
    during,
    changed_at
   FROM ( SELECT h.organiser_id,
            h.id AS client_id,
            upper(h.recorded) AS changed_at,
            daterange(NULL::date, (GREATEST(h.birth_on, c.birth_on) + make_interval(years => ( SELECT max(u.from_age) AS max
                   FROM compensation_upkeep u)))::date) AS during
           FROM client_client_history h
             JOIN client_client c ON c.id = h.id AND c.birth_on IS DISTINCT FROM h.birth_on
        UNION ALL
         SELECT d.organiser_id,
            d.client_id,
            d.changed_at,
            u.during * COALESCE(d.during, daterange(d.last_on + 1, NULL::date))
           FROM ( SELECT decision_decision.organiser_id,
                    decision_decision.client_id,
                    decision_decision.service,
                    decision_decision.during,
                    decision_decision.last_on,
                    lower(decision_decision.recorded) AS changed_at
                   FROM decision_decision
                UNION ALL
                 SELECT decision_decision_history.organiser_id,
                    decision_decision_history.client_id,
                    decision_decision_history.service,
                    decision_decision_history.during,
                    decision_decision_history.last_on,
                    upper(decision_decision_history.recorded) AS upper
                   FROM decision_decision_history) d
             JOIN compensation_upkeep u ON u.service = d.service AND NOT u.grounded AND u.during && COALESCE(d.during, daterange(d.last_on + 1, NULL::date))) v
  WHERE NOT row_security_active('client_client'::text) OR (organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[])) AND (( SELECT app_wide() AS app_wide) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)));

create view compensation_meal_free as
 SELECT organiser_id,
    client_id,
    placement_id,
    range_agg(during) AS days
   FROM ( SELECT p.organiser_id,
            p.client_id,
            p.id AS placement_id,
            p.during * u.during * daterange(c.birth_on, (c.birth_on + make_interval(years => u.from_age))::date) AS during
           FROM known_placement_placement p
             JOIN compensation_upkeep u ON u.service = p.service AND u.during && p.during
             JOIN known_client_client c ON c.id = p.client_id AND lower(p.during) < (c.birth_on + make_interval(years => u.from_age))::date
        UNION ALL
         SELECT p.organiser_id,
            p.client_id,
            p.id,
            unnest(datemultirange(p.during * u.during) - COALESCE(g.during, '{}'::datemultirange)) AS unnest
           FROM known_placement_placement p
             JOIN compensation_upkeep u ON u.service = p.service AND u.during && p.during AND NOT u.grounded AND lower(u.during) <= (( SELECT app_today() AS app_today))
             CROSS JOIN LATERAL ( SELECT range_agg(d.during * daterange(NULL::date, LEAST(r.over_on, c.until_on))) AS during
                   FROM known_decision_decision d
                     CROSS JOIN LATERAL ( SELECT min(a.over_on) AS over_on
                           FROM decision_repealed_act a
                          WHERE (EXISTS ( SELECT
                                   FROM unnest(d.provisions) cited(cited)
                                  WHERE starts_with(cited.cited, a.act || ':'::text)))) r
                     CROSS JOIN LATERAL ( SELECT min(COALESCE(lower(x.during), x.last_on + 1)) AS until_on
                           FROM known_decision_decision x
                          WHERE x.changes_id = d.id AND x.annulled_on IS NULL) c
                  WHERE d.client_id = p.client_id AND d.outcome = 'grant'::text AND d.annulled_on IS NULL AND (d.service = p.service OR (d.service = ANY (ARRAY['open-work'::text, 'work-activity'::text])) AND (p.service = ANY (ARRAY['open-work'::text, 'work-activity'::text]))) AND r.over_on IS NOT NULL) g) v
  WHERE NOT row_security_active('client_client'::text) OR (organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[])) AND (client_id = (( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY ((( SELECT app_clients() AS app_clients))::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)))
  GROUP BY organiser_id, client_id, placement_id;

create view compensation_price as
 SELECT r.organiser_id,
    w.service,
    w.marked,
    false AS for_meal,
    w.rank,
    r.kind,
    r.id AS rate_id,
    r.amount_cents,
        CASE w.marked
            WHEN 'holiday'::text THEN r.paid_holiday_days::bigint
            ELSE 0::bigint
        END AS holidays,
    l.least_hours::numeric AS least_hours,
    r.during * COALESCE(l.during, r.during) AS during
   FROM ( VALUES ('open-work'::text,'present'::text,'open-work-allowance'::text,1), ('open-work'::text,'holiday'::text,'open-work-allowance'::text,1), ('work-activity'::text,'present'::text,'work-share'::text,2), ('rehabilitative-work'::text,'present'::text,'activity-allowance'::text,3)) w(service, marked, kind, rank)
     JOIN known_rate_rate r ON r.kind = w.kind
     LEFT JOIN participation_day_length l ON w.service = 'rehabilitative-work'::text AND l.during && r.during
  WHERE w.service <> 'rehabilitative-work'::text OR l.during IS NOT NULL
UNION ALL
 SELECT r.organiser_id,
    s.code AS service,
    'present'::text AS marked,
    true AS for_meal,
    NULL::integer AS rank,
    r.kind,
    r.id AS rate_id,
    - r.amount_cents AS amount_cents,
    0::bigint AS holidays,
    NULL::numeric AS least_hours,
    r.during
   FROM known_rate_rate r
     CROSS JOIN organiser_service s
  WHERE r.kind = 'meal-charge'::text;

create view compensation_summed as
 SELECT compensation_sum.organiser_id,
    compensation_sum.month_on,
    compensation_sum.correcting,
    compensation_sum.kind,
    compensation_sum.party,
    compensation_sum.lines,
    compensation_sum.amount_cents
   FROM compensation_sum
  WHERE ( SELECT app_wide() AS app_wide)
UNION ALL
 SELECT compensation_line.organiser_id,
    date_trunc('month'::text, compensation_line.earned_on::timestamp without time zone)::date AS month_on,
    compensation_line.correcting,
    compensation_line.kind,
    compensation_line.party,
    count(*)::integer AS lines,
    sum(compensation_line.amount_cents) AS amount_cents
   FROM compensation_line
  WHERE NOT ( SELECT app_wide() AS app_wide)
  GROUP BY compensation_line.organiser_id, (date_trunc('month'::text, compensation_line.earned_on::timestamp without time zone)::date), compensation_line.correcting, compensation_line.kind, compensation_line.party;

create view compensation_worth as
 SELECT p.organiser_id,
    p.client_id,
    p.id AS placement_id,
    p.service,
    p.during AS placed,
    c.marked,
    c.for_meal,
    c.rank,
    c.kind,
    'client'::text AS party,
    NULL::uuid AS employer_id,
    c.rate_id,
    c.amount_cents,
    c.holidays,
    p.during * c.during * COALESCE(b.during, p.during) AS during,
    f.days AS free
   FROM known_placement_placement p
     JOIN compensation_price c ON c.organiser_id = p.organiser_id AND c.service = p.service
     LEFT JOIN participation_organiser_pays b ON c.kind = 'activity-allowance'::text AND b.client_id = p.client_id AND b.organiser_id = p.organiser_id
     LEFT JOIN compensation_meal_free f ON c.for_meal AND f.placement_id = p.id AND f.client_id = p.client_id AND f.organiser_id = p.organiser_id
  WHERE (c.kind <> 'activity-allowance'::text OR b.client_id IS NOT NULL) AND (c.least_hours IS NULL OR p.hours_a_day IS NULL OR p.hours_a_day >= c.least_hours)
UNION ALL
 SELECT p.organiser_id,
    p.client_id,
    p.id AS placement_id,
    p.service,
    p.during AS placed,
    m.marked,
    false AS for_meal,
    NULL::integer AS rank,
    r.kind,
    'employer'::text AS party,
    r.employer_id,
    r.id AS rate_id,
    - r.amount_cents AS amount_cents,
    m.holidays,
    p.during * m.during AS during,
    NULL::datemultirange AS free
   FROM known_rate_rate r
     JOIN known_employer_workplace w ON w.employer_id = r.employer_id
     JOIN known_placement_placement p ON p.workplace_id = w.id AND p.organiser_id = r.organiser_id AND p.service = 'open-work'::text
     CROSS JOIN LATERAL ( SELECT 'present'::text AS marked,
            0::bigint AS holidays,
            r.during
        UNION ALL
         SELECT 'holiday'::text AS text,
            a.paid_holiday_days::bigint AS paid_holiday_days,
            a.during * r.during
           FROM known_rate_rate a
          WHERE a.organiser_id = r.organiser_id AND a.kind = 'open-work-allowance'::text AND a.during && r.during) m
  WHERE r.kind = 'employer-share'::text
UNION ALL
 SELECT p.organiser_id,
    p.client_id,
    p.id AS placement_id,
    'rehabilitative-work'::text AS service,
    p.during AS placed,
    'present'::text AS marked,
    false AS for_meal,
    NULL::integer AS rank,
    'travel'::text AS kind,
    'client'::text AS party,
    NULL::uuid AS employer_id,
    NULL::uuid AS rate_id,
    t.cents_a_day AS amount_cents,
    0::bigint AS holidays,
    p.during * t.during * l.during AS during,
    NULL::datemultirange AS free
   FROM travel_owed t
     JOIN known_placement_placement p ON p.client_id = t.client_id AND p.organiser_id = t.organiser_id AND p.service = 'rehabilitative-work'::text
     JOIN participation_day_length l ON p.hours_a_day IS NULL OR p.hours_a_day >= l.least_hours;

create view decision_granted as
 SELECT d.id AS decision_id,
    d.organiser_id,
    d.client_id,
    d.plan_id,
    s.carried AS service,
    d.decided_on,
    h.held AS during,
    d.service AS decided_service
   FROM decision_decision d
     CROSS JOIN LATERAL decision_days_of(d.id, d.during, d.provisions) h(held)
     CROSS JOIN LATERAL ( SELECT d.service AS carried
        UNION ALL
         SELECT 'open-work'::text
          WHERE d.service = 'work-activity'::text
        UNION ALL
         SELECT 'work-activity'::text
          WHERE d.service = 'open-work'::text) s
  WHERE d.outcome = 'grant'::text AND d.annulled_on IS NULL AND h.held IS NOT NULL;

create view decision_matter as
 SELECT r.id,
    r.organiser_id,
    r.client_id,
    r.service,
    r.source,
    r.kind,
    r.received_on,
    r.finishes_studies,
    r.need,
    r.received_by_id,
    r.withdrawn_on,
    r.recorded,
    r.referred_by,
    r.year,
    r.number,
    r.came_on,
    r.left_on,
    d.id AS decision_id,
    d.decided_on,
    d.outcome
   FROM referral_referral r
     LEFT JOIN decision_decision d ON d.referral_id = r.id AND d.annulled_on IS NULL;

create view decision_replaced as
 SELECT organiser_id,
    client_id,
    changes_id AS decision_id,
    COALESCE(lower(during), last_on + 1) AS from_on
   FROM decision_decision c
  WHERE changes_id IS NOT NULL AND annulled_on IS NULL AND (NOT row_security_active('decision_decision'::text) OR (organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[])) AND (client_id = (( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY ((( SELECT app_clients() AS app_clients))::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (client_id = (( SELECT app_open() AS app_open)) OR (client_id <> ALL ((( SELECT app_narrow() AS app_narrow))::uuid[])) OR (EXISTS ( SELECT
           FROM decision_decision d
          WHERE d.id = c.changes_id AND (d.service = ANY ((( SELECT app_narrow_services() AS app_narrow_services))::text[]))))));

create view earliest_organiser_group as
 SELECT DISTINCT ON (id) id,
    organiser_id,
    unit_id,
    service,
    name,
    capacity,
    lead_rotation_months,
    during,
    recorded,
    weekdays,
    halves,
    meal
   FROM ( SELECT organiser_group.id,
            organiser_group.organiser_id,
            organiser_group.unit_id,
            organiser_group.service,
            organiser_group.name,
            organiser_group.capacity,
            organiser_group.lead_rotation_months,
            organiser_group.during,
            organiser_group.recorded,
            organiser_group.weekdays,
            organiser_group.halves,
            organiser_group.meal
           FROM organiser_group
        UNION ALL
         SELECT organiser_group_history.id,
            organiser_group_history.organiser_id,
            organiser_group_history.unit_id,
            organiser_group_history.service,
            organiser_group_history.name,
            organiser_group_history.capacity,
            organiser_group_history.lead_rotation_months,
            organiser_group_history.during,
            organiser_group_history.recorded,
            organiser_group_history.weekdays,
            organiser_group_history.halves,
            organiser_group_history.meal
           FROM organiser_group_history
          WHERE upper(organiser_group_history.recorded) > (( SELECT app_known_at() AS app_known_at))) version
  ORDER BY id, (lower(recorded));

create view earliest_organiser_offering as
 SELECT DISTINCT ON (id) id,
    organiser_id,
    service,
    provision_mode,
    provider_id,
    during,
    recorded
   FROM ( SELECT organiser_offering.id,
            organiser_offering.organiser_id,
            organiser_offering.service,
            organiser_offering.provision_mode,
            organiser_offering.provider_id,
            organiser_offering.during,
            organiser_offering.recorded
           FROM organiser_offering
        UNION ALL
         SELECT organiser_offering_history.id,
            organiser_offering_history.organiser_id,
            organiser_offering_history.service,
            organiser_offering_history.provision_mode,
            organiser_offering_history.provider_id,
            organiser_offering_history.during,
            organiser_offering_history.recorded
           FROM organiser_offering_history
          WHERE upper(organiser_offering_history.recorded) > (( SELECT app_known_at() AS app_known_at))) version
  ORDER BY id, (lower(recorded));

create view earliest_organiser_provider as
 SELECT DISTINCT ON (id) id,
    name,
    kind,
    business_code,
    recorded
   FROM ( SELECT organiser_provider.id,
            organiser_provider.name,
            organiser_provider.kind,
            organiser_provider.business_code,
            organiser_provider.recorded
           FROM organiser_provider
        UNION ALL
         SELECT organiser_provider_history.id,
            organiser_provider_history.name,
            organiser_provider_history.kind,
            organiser_provider_history.business_code,
            organiser_provider_history.recorded
           FROM organiser_provider_history
          WHERE upper(organiser_provider_history.recorded) > (( SELECT app_known_at() AS app_known_at))) version
  ORDER BY id, (lower(recorded));

create view earliest_worker_worker as
 SELECT DISTINCT ON (id) id,
    organiser_id,
    family_name,
    given_name,
    phone,
    email,
    language,
    recorded
   FROM ( SELECT worker_worker.id,
            worker_worker.organiser_id,
            worker_worker.family_name,
            worker_worker.given_name,
            worker_worker.phone,
            worker_worker.email,
            worker_worker.language,
            worker_worker.recorded
           FROM worker_worker
        UNION ALL
         SELECT worker_worker_history.id,
            worker_worker_history.organiser_id,
            worker_worker_history.family_name,
            worker_worker_history.given_name,
            worker_worker_history.phone,
            worker_worker_history.email,
            worker_worker_history.language,
            worker_worker_history.recorded
           FROM worker_worker_history
          WHERE upper(worker_worker_history.recorded) > (( SELECT app_known_at() AS app_known_at))) version
  ORDER BY id, (lower(recorded));

create view fact_agreed_rhythm as
 SELECT o.code AS organiser,
    a.organiser_id,
    r.service,
    a.client_id,
    c.person_id,
    a.relationship_id,
    a.every_days,
    a.during
   FROM known_coaching_agreed_rhythm a
     JOIN known_relationship_relationship r ON r.id = a.relationship_id
     JOIN known_client_client c ON c.id = a.client_id
     LEFT JOIN organiser_organiser o ON o.id = a.organiser_id;

create view fact_agreement as
 SELECT o.code AS organiser,
    a.organiser_id,
    m.service,
    a.client_id,
    c.person_id,
    a.id AS agreement_id,
    a.placement_id,
    m.relationship_id,
    m.workplace_id,
    app_agreed_days(a.during, a.agreed_until_on) AS during,
    m.during AS placed_during,
    a.tasks,
    a.hours,
    a.terms
   FROM known_agreement_agreement a
     JOIN known_placement_placement m ON m.id = a.placement_id
     JOIN known_client_client c ON c.id = a.client_id
     LEFT JOIN organiser_organiser o ON o.id = a.organiser_id;

create view fact_allocation_rule as
 SELECT o.code AS organiser,
    a.organiser_id,
    a.service,
    a.rule,
    a.case_manager_by_letter,
    a.during
   FROM known_relationship_allocation_rule a
     LEFT JOIN organiser_organiser o ON o.id = a.organiser_id;

create view fact_answer as
 SELECT o.code AS organiser,
    a.organiser_id,
    a.service_group,
    a.question,
    a.answered,
    a.version,
    a.written_on
   FROM ( SELECT description_answer.id,
            description_answer.organiser_id,
            description_answer.service_group,
            description_answer.question,
            description_answer.answered,
            description_answer.version,
            description_answer.written_on,
            description_answer.recorded
           FROM description_answer
        UNION ALL
         SELECT description_answer_history.id,
            description_answer_history.organiser_id,
            description_answer_history.service_group,
            description_answer_history.question,
            description_answer_history.answered,
            description_answer_history.version,
            description_answer_history.written_on,
            description_answer_history.recorded
           FROM description_answer_history) a
     LEFT JOIN organiser_organiser o ON o.id = a.organiser_id
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(a.recorded) <= (( SELECT app_known_at() AS app_known_at));

create view fact_approval as
 SELECT o.code AS organiser,
    v.organiser_id,
    v.client_id,
    c.person_id,
    v.id AS approval_id,
    v.agreement_id,
    v.party,
    v.content_hash,
    v.approved_on
   FROM known_agreement_approval v
     JOIN known_client_client c ON c.id = v.client_id
     LEFT JOIN organiser_organiser o ON o.id = v.organiser_id;

create view fact_attendance as
 SELECT o.code AS organiser,
    k.organiser_id,
    m.service,
    k.client_id,
    c.person_id,
    k.id AS mark_id,
    k.placement_id,
    k.held_on,
    k.kind,
    k.reason,
    k.meal,
    m.hours_a_day,
    m.workplace_id
   FROM known_attendance_mark k
     JOIN known_placement_placement m ON m.id = k.placement_id
     JOIN known_client_client c ON c.id = k.client_id
     LEFT JOIN organiser_organiser o ON o.id = k.organiser_id;

create view fact_benefit as
 SELECT o.code AS organiser,
    b.organiser_id,
    b.client_id,
    c.person_id,
    b.benefit,
    b.main,
    b.during
   FROM known_client_benefit b
     JOIN known_client_client c ON c.id = b.client_id
     LEFT JOIN organiser_organiser o ON o.id = b.organiser_id;

create view fact_client as
 SELECT o.code AS organiser,
    c.organiser_id,
    c.id AS client_id,
    c.person_id,
    c.birth_on,
    c.gender,
    c.mother_tongue,
    c.service_language,
    c.easy_language,
    p.client_id IS NOT NULL AS protected,
        CASE
            WHEN p.client_id IS NULL THEN c.municipality_code
            ELSE NULL::text
        END AS municipality_code
   FROM known_client_client c
     LEFT JOIN organiser_organiser o ON o.id = c.organiser_id
     LEFT JOIN ( SELECT DISTINCT client_protected.client_id
           FROM client_protected
          WHERE client_protected.during @> (( SELECT app_today() AS app_today))) p ON p.client_id = c.id;

create view fact_compensation as
 SELECT o.code AS organiser,
    l.organiser_id,
    m.service,
    l.client_id,
    c.person_id,
    l.id AS line_id,
    l.placement_id,
    l.mark_id,
    l.kind,
    l.party,
    l.employer_id,
    l.earned_on,
    l.amount_cents,
    l.rate_id,
    l.rule,
    l.reverses_id,
    l.version
   FROM known_compensation_line l
     JOIN known_placement_placement m ON m.id = l.placement_id
     JOIN known_client_client c ON c.id = l.client_id
     LEFT JOIN organiser_organiser o ON o.id = l.organiser_id;

create view fact_compensation_day as
 SELECT o.code AS organiser,
    d.organiser_id,
    d.service,
    d.client_id,
    c.person_id,
    d.mark_id,
    d.placement_id,
    d.kind,
    d.party,
    d.employer_id,
    d.earned_on,
    d.holiday_year,
    d.amount_cents,
    d.rate_id
   FROM compensation_day d
     JOIN known_client_client c ON c.id = d.client_id
     LEFT JOIN organiser_organiser o ON o.id = d.organiser_id;

create view fact_contact as
 SELECT o.code AS organiser,
    k.organiser_id,
    r.service,
    k.client_id,
    c.person_id,
    k.id AS contact_id,
    k.relationship_id,
    k.worker_id,
    k.kind,
    k.party,
    k.held_on,
    k.minutes,
    k.meeting_id
   FROM known_coaching_contact k
     JOIN known_relationship_relationship r ON r.id = k.relationship_id
     JOIN known_client_client c ON c.id = k.client_id
     LEFT JOIN organiser_organiser o ON o.id = k.organiser_id;

create view fact_cooperation_link as
 SELECT o.code AS organiser,
    l.organiser_id,
    l.service_group,
    l.other_service,
    l.state,
    l.during
   FROM known_cooperation_link l
     LEFT JOIN organiser_organiser o ON o.id = l.organiser_id;

create view fact_cooperation_referral as
 SELECT o.code AS organiser,
    r.organiser_id,
    r.service,
    r.client_id,
    c.person_id,
    r.id AS referral_id,
    r.other_service,
    r.direction,
    r.made_on,
    r.outcome,
    r.outcome_on
   FROM known_cooperation_referral r
     JOIN known_client_client c ON c.id = r.client_id
     LEFT JOIN organiser_organiser o ON o.id = r.organiser_id
  WHERE NOT (EXISTS ( SELECT
           FROM carrying_row c_1
          WHERE c_1.new_id = r.id AND c_1.made));

create view fact_decision as
 SELECT o.code AS organiser,
    d.organiser_id,
    d.service,
    d.client_id,
    c.person_id,
    d.id AS decision_id,
    d.referral_id,
    d.plan_id,
    d.outcome,
    d.decided_on,
    d.came_on,
    d.during,
    NULLIF(d.during * daterange(NULL::date, h.over_on), 'empty'::daterange) * daterange(d.came_on, d.left_on) * daterange(NULL::date, n.from_on) AS in_force,
    d.provisions,
    d.served_on
   FROM known_decision_decision d
     JOIN known_client_client c ON c.id = d.client_id
     LEFT JOIN organiser_organiser o ON o.id = d.organiser_id
     LEFT JOIN ( SELECT known_decision_decision.provisions,
            decision_over_on(known_decision_decision.provisions, ( SELECT app_today() AS app_today)) AS over_on
           FROM known_decision_decision
          GROUP BY known_decision_decision.provisions) h ON h.provisions = d.provisions
     LEFT JOIN ( SELECT known_decision_decision.changes_id,
            min(COALESCE(lower(known_decision_decision.during), known_decision_decision.last_on + 1)) AS from_on
           FROM known_decision_decision
          WHERE known_decision_decision.changes_id IS NOT NULL AND known_decision_decision.annulled_on IS NULL
          GROUP BY known_decision_decision.changes_id) n ON n.changes_id = d.id
  WHERE d.annulled_on IS NULL;

create view fact_employer as
 SELECT o.code AS organiser,
    e.organiser_id,
    e.id AS employer_id,
    e.sector,
    e.during
   FROM known_employer_employer e
     LEFT JOIN organiser_organiser o ON o.id = e.organiser_id;

create view fact_exit as
 SELECT o.code AS organiser,
    e.organiser_id,
    r.service,
    e.client_id,
    c.person_id,
    e.id AS exit_id,
    e.relationship_id,
    e.ended_on,
    e.reason,
    e.destination
   FROM known_exit_exit e
     JOIN known_relationship_relationship r ON r.id = e.relationship_id
     JOIN known_client_client c ON c.id = e.client_id
     LEFT JOIN organiser_organiser o ON o.id = e.organiser_id;

create view fact_group_lead as
 SELECT o.code AS organiser,
    l.organiser_id,
    g.service,
    l.group_id,
    l.worker_id,
    g.lead_rotation_months,
    l.during
   FROM known_worker_group_lead l
     JOIN earliest_organiser_group g ON g.id = l.group_id
     LEFT JOIN organiser_organiser o ON o.id = l.organiser_id;

create view fact_interruption as
 SELECT o.code AS organiser,
    i.organiser_id,
    p.service,
    i.client_id,
    c.person_id,
    i.id AS interruption_id,
    i.plan_id,
    i.ground,
    i.during
   FROM known_plan_interruption i
     JOIN known_plan_plan p ON p.id = i.plan_id
     JOIN known_client_client c ON c.id = i.client_id
     LEFT JOIN organiser_organiser o ON o.id = i.organiser_id;

create view fact_month as
 SELECT o.code AS organiser,
    m.organiser_id,
    m.month_on,
    m.closed_at
   FROM compensation_month m
     LEFT JOIN organiser_organiser o ON o.id = m.organiser_id
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR m.closed_at <= (( SELECT app_known_at() AS app_known_at));

create view fact_participation as
 SELECT o.code AS organiser,
    d.organiser_id,
    'rehabilitative-work'::text AS service,
    d.client_id,
    c.person_id,
    d.placement_id,
    d.held_on,
    d.payer
   FROM participation_paid_day d
     JOIN known_client_client c ON c.id = d.client_id
     LEFT JOIN organiser_organiser o ON o.id = d.organiser_id;

create view fact_pause as
 SELECT o.code AS organiser,
    p.organiser_id,
    r.service,
    p.client_id,
    c.person_id,
    p.id AS pause_id,
    p.relationship_id,
    p.during
   FROM known_relationship_pause p
     JOIN known_relationship_relationship r ON r.id = p.relationship_id
     JOIN known_client_client c ON c.id = p.client_id
     LEFT JOIN organiser_organiser o ON o.id = p.organiser_id;

create view fact_placement as
 SELECT o.code AS organiser,
    m.organiser_id,
    m.service,
    m.client_id,
    c.person_id,
    m.id AS placement_id,
    m.relationship_id,
    m.group_id,
    m.workplace_id,
    w.employer_id,
    m.wage_subsidy,
    m.meal,
    m.hours_a_day,
    m.during
   FROM known_placement_placement m
     JOIN known_client_client c ON c.id = m.client_id
     LEFT JOIN known_employer_workplace w ON w.id = m.workplace_id
     LEFT JOIN organiser_organiser o ON o.id = m.organiser_id;

create view fact_plan as
 SELECT o.code AS organiser,
    p.organiser_id,
    p.service,
    p.client_id,
    c.person_id,
    p.id AS plan_id,
    p.kind,
    p.made_on,
    p.review_on,
    p.reviewed_on,
    p.days_a_week,
    p.hours_a_day,
    p.during * daterange(p.came_on, NULL::date) AS during,
        CASE
            WHEN p.kind = 'service'::text THEN p.made_on
            ELSE ( SELECT max(s.signed_on) AS max
               FROM known_plan_signature s
              WHERE s.plan_id = p.id
             HAVING count(*) = 3)
        END AS signed_on
   FROM known_plan_plan p
     JOIN known_client_client c ON c.id = p.client_id
     LEFT JOIN organiser_organiser o ON o.id = p.organiser_id;

create view fact_post as
 SELECT o.code AS organiser,
    p.organiser_id,
    s.services,
    p.worker_id,
    (w.given_name || ' '::text) || w.family_name AS worker,
    p.role,
    p.unit_id,
    p.full_time_share,
    p.hours_a_week,
    p.agreed_caseload,
    p.team,
    p.during
   FROM known_worker_post p
     LEFT JOIN earliest_worker_worker w ON w.id = p.worker_id
     LEFT JOIN ( SELECT worker_role_service.role,
            array_agg(worker_role_service.service) AS services
           FROM worker_role_service
          GROUP BY worker_role_service.role) s ON s.role = p.role
     LEFT JOIN organiser_organiser o ON o.id = p.organiser_id;

create view fact_rate as
 SELECT o.code AS organiser,
    r.organiser_id,
    r.id AS rate_id,
    r.kind,
    r.employer_id,
    r.amount_cents,
    r.paid_holiday_days,
    r.rule,
    r.during
   FROM known_rate_rate r
     LEFT JOIN organiser_organiser o ON o.id = r.organiser_id;

create view fact_reason as
 SELECT o.code AS organiser,
    s.organiser_id,
    s.client_id,
    c.person_id,
    s.reason,
    s.during
   FROM known_client_reason s
     JOIN known_client_client c ON c.id = s.client_id
     LEFT JOIN organiser_organiser o ON o.id = s.organiser_id;

create view fact_referral as
 SELECT o.code AS organiser,
    r.organiser_id,
    r.service,
    r.client_id,
    c.person_id,
    r.id AS referral_id,
    r.source,
    r.kind,
    r.received_on,
    r.came_on,
    r.withdrawn_on,
    d.decided_on,
    r.finishes_studies,
        CASE
            WHEN LEAST(r.withdrawn_on, d.decided_on) IS NULL OR LEAST(r.withdrawn_on, d.decided_on) > GREATEST(r.received_on, r.came_on) THEN daterange(GREATEST(r.received_on, r.came_on), LEAST(r.withdrawn_on, d.decided_on))
            ELSE 'empty'::daterange
        END AS pending
   FROM known_referral_referral r
     JOIN known_client_client c ON c.id = r.client_id
     LEFT JOIN known_decision_decision d ON d.referral_id = r.id AND d.annulled_on IS NULL
     LEFT JOIN organiser_organiser o ON o.id = r.organiser_id;

create view fact_relationship as
 SELECT o.code AS organiser,
    r.organiser_id,
    r.service,
    r.client_id,
    c.person_id,
    r.id AS relationship_id,
    r.decision_id,
    f.provision_mode,
    v.name AS provider,
    r.during,
    COALESCE(r.began_on, lower(r.during)) AS began_on,
    r.left_on
   FROM known_relationship_relationship r
     JOIN known_client_client c ON c.id = r.client_id
     LEFT JOIN earliest_organiser_offering f ON f.id = r.offering_id
     LEFT JOIN earliest_organiser_provider v ON v.id = f.provider_id
     LEFT JOIN organiser_organiser o ON o.id = r.organiser_id;

create view fact_responsible as
 SELECT o.code AS organiser,
    x.organiser_id,
    x.service,
    x.client_id,
    c.person_id,
    x.relationship_id,
    x.worker_id,
    x.role,
    x.during
   FROM ( SELECT s.organiser_id,
            r.service,
            s.client_id,
            s.relationship_id,
            s.worker_id,
            s.role,
            s.during
           FROM known_relationship_responsible s
             JOIN known_relationship_relationship r ON r.id = s.relationship_id
        UNION ALL
         SELECT m.organiser_id,
            m.service,
            m.client_id,
            m.relationship_id,
            l.worker_id,
            'group-leader'::text,
            m.during * l.during * a.during
           FROM known_placement_placement m
             JOIN known_worker_group_lead l ON l.group_id = m.group_id AND l.during && m.during
             JOIN known_relationship_allocation_rule a ON a.organiser_id = m.organiser_id AND a.service = m.service AND a.rule = 'group-leader'::text AND a.during && (m.during * l.during)
        UNION ALL
         SELECT s.organiser_id,
            r.service,
            s.client_id,
            r.id,
            s.worker_id,
            'case-manager'::text,
            s.during * r.during
           FROM known_relationship_case_manager s
             JOIN known_relationship_relationship r ON r.client_id = s.client_id AND r.during && s.during) x
     JOIN known_client_client c ON c.id = x.client_id
     LEFT JOIN organiser_organiser o ON o.id = x.organiser_id;

create view fact_rhythm as
 SELECT o.code AS organiser,
    h.organiser_id,
    h.service,
    h.phase,
    h.phase_days,
    h.every_days,
    h.every_days_at_most,
    h.visit_at_renewal,
    h.group_meetings_a_year,
    h.during
   FROM known_rhythm_rhythm h
     LEFT JOIN organiser_organiser o ON o.id = h.organiser_id;

create view fact_transition as
 SELECT o.code AS organiser,
    t.organiser_id,
    t.client_id,
    c.person_id,
    t.id AS transition_id,
    a.service AS from_service,
    b.service AS to_service,
    t.moved_on
   FROM known_exit_transition t
     JOIN known_relationship_relationship a ON a.id = t.from_relationship_id
     JOIN known_relationship_relationship b ON b.id = t.to_relationship_id
     JOIN known_client_client c ON c.id = t.client_id
     LEFT JOIN organiser_organiser o ON o.id = t.organiser_id;

create view fact_workplace as
 SELECT o.code AS organiser,
    w.organiser_id,
    w.id AS workplace_id,
    w.employer_id,
    w.municipality_code,
    w.during
   FROM known_employer_workplace w
     LEFT JOIN organiser_organiser o ON o.id = w.organiser_id;

create view known_agreement_agreement as
 SELECT agreement_agreement.id,
    agreement_agreement.organiser_id,
    agreement_agreement.client_id,
    agreement_agreement.placement_id,
    agreement_agreement.tasks,
    agreement_agreement.hours,
    agreement_agreement.during,
    agreement_agreement.recorded,
    agreement_agreement.agreed_until_on,
    agreement_agreement.terms
   FROM agreement_agreement
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(agreement_agreement.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT agreement_agreement_history.id,
    agreement_agreement_history.organiser_id,
    agreement_agreement_history.client_id,
    agreement_agreement_history.placement_id,
    agreement_agreement_history.tasks,
    agreement_agreement_history.hours,
    agreement_agreement_history.during,
    agreement_agreement_history.recorded,
    agreement_agreement_history.agreed_until_on,
    agreement_agreement_history.terms
   FROM agreement_agreement_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND agreement_agreement_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_agreement_approval as
 SELECT agreement_approval.id,
    agreement_approval.organiser_id,
    agreement_approval.client_id,
    agreement_approval.agreement_id,
    agreement_approval.party,
    agreement_approval.content_hash,
    agreement_approval.approved_on,
    agreement_approval.approved_by,
    agreement_approval.recorded_by_id,
    agreement_approval.recorded
   FROM agreement_approval
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(agreement_approval.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT agreement_approval_history.id,
    agreement_approval_history.organiser_id,
    agreement_approval_history.client_id,
    agreement_approval_history.agreement_id,
    agreement_approval_history.party,
    agreement_approval_history.content_hash,
    agreement_approval_history.approved_on,
    agreement_approval_history.approved_by,
    agreement_approval_history.recorded_by_id,
    agreement_approval_history.recorded
   FROM agreement_approval_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND agreement_approval_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_agreement_paper as
 SELECT agreement_paper.id,
    agreement_paper.organiser_id,
    agreement_paper.client_id,
    agreement_paper.agreement_id,
    agreement_paper.content_hash,
    agreement_paper.copy,
    agreement_paper.kept_on,
    agreement_paper.pdf,
    agreement_paper.sha256,
    agreement_paper.tells_place,
    agreement_paper.recorded
   FROM agreement_paper
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(agreement_paper.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT agreement_paper_history.id,
    agreement_paper_history.organiser_id,
    agreement_paper_history.client_id,
    agreement_paper_history.agreement_id,
    agreement_paper_history.content_hash,
    agreement_paper_history.copy,
    agreement_paper_history.kept_on,
    agreement_paper_history.pdf,
    agreement_paper_history.sha256,
    agreement_paper_history.tells_place,
    agreement_paper_history.recorded
   FROM agreement_paper_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND agreement_paper_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_assessment_assessment as
 SELECT assessment_assessment.id,
    assessment_assessment.organiser_id,
    assessment_assessment.client_id,
    assessment_assessment.referral_id,
    assessment_assessment.begun_on,
    assessment_assessment.begun_by_id,
    assessment_assessment.took_part,
    assessment_assessment.situation,
    assessment_assessment.client_view,
    assessment_assessment.view_missing_because,
    assessment_assessment.conclusions,
    assessment_assessment.need,
    assessment_assessment.special_support,
    assessment_assessment.own_worker,
    assessment_assessment.own_worker_view,
    assessment_assessment.finished_on,
    assessment_assessment.finished_by_id,
    assessment_assessment.recorded
   FROM assessment_assessment
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(assessment_assessment.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT assessment_assessment_history.id,
    assessment_assessment_history.organiser_id,
    assessment_assessment_history.client_id,
    assessment_assessment_history.referral_id,
    assessment_assessment_history.begun_on,
    assessment_assessment_history.begun_by_id,
    assessment_assessment_history.took_part,
    assessment_assessment_history.situation,
    assessment_assessment_history.client_view,
    assessment_assessment_history.view_missing_because,
    assessment_assessment_history.conclusions,
    assessment_assessment_history.need,
    assessment_assessment_history.special_support,
    assessment_assessment_history.own_worker,
    assessment_assessment_history.own_worker_view,
    assessment_assessment_history.finished_on,
    assessment_assessment_history.finished_by_id,
    assessment_assessment_history.recorded
   FROM assessment_assessment_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND assessment_assessment_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_attendance_mark as
 SELECT attendance_mark.id,
    attendance_mark.organiser_id,
    attendance_mark.client_id,
    attendance_mark.placement_id,
    attendance_mark.held_on,
    attendance_mark.kind,
    attendance_mark.reason,
    attendance_mark.meal,
    attendance_mark.marked_by_id,
    attendance_mark.recorded,
    attendance_mark.held
   FROM attendance_mark
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(attendance_mark.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT attendance_mark_history.id,
    attendance_mark_history.organiser_id,
    attendance_mark_history.client_id,
    attendance_mark_history.placement_id,
    attendance_mark_history.held_on,
    attendance_mark_history.kind,
    attendance_mark_history.reason,
    attendance_mark_history.meal,
    attendance_mark_history.marked_by_id,
    attendance_mark_history.recorded,
    attendance_mark_history.held
   FROM attendance_mark_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND attendance_mark_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_client_address as
 SELECT client_address.id,
    client_address.organiser_id,
    client_address.client_id,
    client_address.street,
    client_address.postal_code,
    client_address.post_office,
    client_address.phone,
    client_address.email,
    client_address.during,
    client_address.recorded
   FROM client_address
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(client_address.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT client_address_history.id,
    client_address_history.organiser_id,
    client_address_history.client_id,
    client_address_history.street,
    client_address_history.postal_code,
    client_address_history.post_office,
    client_address_history.phone,
    client_address_history.email,
    client_address_history.during,
    client_address_history.recorded
   FROM client_address_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND client_address_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_client_benefit as
 SELECT client_benefit.id,
    client_benefit.organiser_id,
    client_benefit.client_id,
    client_benefit.benefit,
    client_benefit.main,
    client_benefit.during,
    client_benefit.recorded,
    client_benefit.highest
   FROM client_benefit
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(client_benefit.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT client_benefit_history.id,
    client_benefit_history.organiser_id,
    client_benefit_history.client_id,
    client_benefit_history.benefit,
    client_benefit_history.main,
    client_benefit_history.during,
    client_benefit_history.recorded,
    client_benefit_history.highest
   FROM client_benefit_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND client_benefit_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_client_client as
 SELECT client_client.id,
    client_client.organiser_id,
    client_client.person_id,
    client_client.family_name,
    client_client.given_names,
    client_client.birth_on,
    client_client.gender,
    client_client.mother_tongue,
    client_client.service_language,
    client_client.easy_language,
    client_client.municipality_code,
    client_client.identity_cipher,
    client_client.identity_hash,
    client_client.identity_masked,
    client_client.identity_temporary,
    client_client.recorded
   FROM client_client
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(client_client.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT client_client_history.id,
    client_client_history.organiser_id,
    client_client_history.person_id,
    client_client_history.family_name,
    client_client_history.given_names,
    client_client_history.birth_on,
    client_client_history.gender,
    client_client_history.mother_tongue,
    client_client_history.service_language,
    client_client_history.easy_language,
    client_client_history.municipality_code,
    client_client_history.identity_cipher,
    client_client_history.identity_hash,
    client_client_history.identity_masked,
    client_client_history.identity_temporary,
    client_client_history.recorded
   FROM client_client_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND client_client_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_client_protection as
 SELECT client_protection.id,
    client_protection.organiser_id,
    client_protection.client_id,
    client_protection.during,
    client_protection.recorded
   FROM client_protection
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(client_protection.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT client_protection_history.id,
    client_protection_history.organiser_id,
    client_protection_history.client_id,
    client_protection_history.during,
    client_protection_history.recorded
   FROM client_protection_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND client_protection_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_client_reason as
 SELECT client_reason.id,
    client_reason.organiser_id,
    client_reason.client_id,
    client_reason.reason,
    client_reason.during,
    client_reason.recorded
   FROM client_reason
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(client_reason.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT client_reason_history.id,
    client_reason_history.organiser_id,
    client_reason_history.client_id,
    client_reason_history.reason,
    client_reason_history.during,
    client_reason_history.recorded
   FROM client_reason_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND client_reason_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_client_representative as
 SELECT client_representative.id,
    client_representative.organiser_id,
    client_representative.client_id,
    client_representative.name,
    client_representative.kind,
    client_representative.powers,
    client_representative.during,
    client_representative.recorded,
    client_representative.covers
   FROM client_representative
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(client_representative.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT client_representative_history.id,
    client_representative_history.organiser_id,
    client_representative_history.client_id,
    client_representative_history.name,
    client_representative_history.kind,
    client_representative_history.powers,
    client_representative_history.during,
    client_representative_history.recorded,
    client_representative_history.covers
   FROM client_representative_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND client_representative_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_coaching_agreed_rhythm as
 SELECT coaching_agreed_rhythm.id,
    coaching_agreed_rhythm.organiser_id,
    coaching_agreed_rhythm.client_id,
    coaching_agreed_rhythm.relationship_id,
    coaching_agreed_rhythm.every_days,
    coaching_agreed_rhythm.during,
    coaching_agreed_rhythm.recorded
   FROM coaching_agreed_rhythm
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(coaching_agreed_rhythm.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT coaching_agreed_rhythm_history.id,
    coaching_agreed_rhythm_history.organiser_id,
    coaching_agreed_rhythm_history.client_id,
    coaching_agreed_rhythm_history.relationship_id,
    coaching_agreed_rhythm_history.every_days,
    coaching_agreed_rhythm_history.during,
    coaching_agreed_rhythm_history.recorded
   FROM coaching_agreed_rhythm_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND coaching_agreed_rhythm_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_coaching_appointment as
 SELECT coaching_appointment.id,
    coaching_appointment.organiser_id,
    coaching_appointment.client_id,
    coaching_appointment.relationship_id,
    coaching_appointment.worker_id,
    coaching_appointment.kind,
    coaching_appointment.due_on,
    coaching_appointment.starts_at,
    coaching_appointment.place,
    coaching_appointment.recorded,
    coaching_appointment.outcome,
    coaching_appointment.told_by_id,
    coaching_appointment.contact_id,
    coaching_appointment.moved_to_id,
    coaching_appointment.note,
    coaching_appointment.waits
   FROM coaching_appointment
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(coaching_appointment.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT coaching_appointment_history.id,
    coaching_appointment_history.organiser_id,
    coaching_appointment_history.client_id,
    coaching_appointment_history.relationship_id,
    coaching_appointment_history.worker_id,
    coaching_appointment_history.kind,
    coaching_appointment_history.due_on,
    coaching_appointment_history.starts_at,
    coaching_appointment_history.place,
    coaching_appointment_history.recorded,
    coaching_appointment_history.outcome,
    coaching_appointment_history.told_by_id,
    coaching_appointment_history.contact_id,
    coaching_appointment_history.moved_to_id,
    coaching_appointment_history.note,
    coaching_appointment_history.waits
   FROM coaching_appointment_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND coaching_appointment_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_coaching_contact as
 SELECT coaching_contact.id,
    coaching_contact.organiser_id,
    coaching_contact.client_id,
    coaching_contact.relationship_id,
    coaching_contact.worker_id,
    coaching_contact.kind,
    coaching_contact.party,
    coaching_contact.held_on,
    coaching_contact.minutes,
    coaching_contact.note,
    coaching_contact.recorded,
    coaching_contact.referral_id,
    coaching_contact.meeting_id,
    coaching_contact.outside_service,
    coaching_contact.held
   FROM coaching_contact
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(coaching_contact.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT coaching_contact_history.id,
    coaching_contact_history.organiser_id,
    coaching_contact_history.client_id,
    coaching_contact_history.relationship_id,
    coaching_contact_history.worker_id,
    coaching_contact_history.kind,
    coaching_contact_history.party,
    coaching_contact_history.held_on,
    coaching_contact_history.minutes,
    coaching_contact_history.note,
    coaching_contact_history.recorded,
    coaching_contact_history.referral_id,
    coaching_contact_history.meeting_id,
    coaching_contact_history.outside_service,
    coaching_contact_history.held
   FROM coaching_contact_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND coaching_contact_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_compensation_line as
 SELECT id,
    organiser_id,
    client_id,
    placement_id,
    mark_id,
    month_id,
    kind,
    party,
    employer_id,
    earned_on,
    amount_cents,
    rate_id,
    rule,
    reverses_id,
    version,
    written_at,
    correcting
   FROM compensation_line
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR written_at <= (( SELECT app_known_at() AS app_known_at));

create view known_cooperation_link as
 SELECT cooperation_link.id,
    cooperation_link.organiser_id,
    cooperation_link.service_group,
    cooperation_link.other_service,
    cooperation_link.state,
    cooperation_link.note,
    cooperation_link.during,
    cooperation_link.recorded
   FROM cooperation_link
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(cooperation_link.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT cooperation_link_history.id,
    cooperation_link_history.organiser_id,
    cooperation_link_history.service_group,
    cooperation_link_history.other_service,
    cooperation_link_history.state,
    cooperation_link_history.note,
    cooperation_link_history.during,
    cooperation_link_history.recorded
   FROM cooperation_link_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND cooperation_link_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_cooperation_referral as
 SELECT cooperation_referral.id,
    cooperation_referral.organiser_id,
    cooperation_referral.client_id,
    cooperation_referral.service,
    cooperation_referral.other_service,
    cooperation_referral.direction,
    cooperation_referral.made_on,
    cooperation_referral.outcome,
    cooperation_referral.outcome_on,
    cooperation_referral.recorded
   FROM cooperation_referral
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(cooperation_referral.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT cooperation_referral_history.id,
    cooperation_referral_history.organiser_id,
    cooperation_referral_history.client_id,
    cooperation_referral_history.service,
    cooperation_referral_history.other_service,
    cooperation_referral_history.direction,
    cooperation_referral_history.made_on,
    cooperation_referral_history.outcome,
    cooperation_referral_history.outcome_on,
    cooperation_referral_history.recorded
   FROM cooperation_referral_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND cooperation_referral_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_decision_decision as
 SELECT decision_decision.id,
    decision_decision.organiser_id,
    decision_decision.client_id,
    decision_decision.referral_id,
    decision_decision.plan_id,
    decision_decision.service,
    decision_decision.outcome,
    decision_decision.decided_on,
    decision_decision.during,
    decision_decision.reasons,
    decision_decision.provisions,
    decision_decision.decided_by_id,
    decision_decision.served_on,
    decision_decision.recorded,
    decision_decision.offering_id,
    decision_decision.place,
    decision_decision.meal_charge_cents,
    decision_decision.presented_by_id,
    decision_decision.delegation,
    decision_decision.in_part,
    decision_decision.version,
    decision_decision.corrected_on,
    decision_decision.corrected_because,
    decision_decision.corrected_by_id,
    decision_decision.annulled_on,
    decision_decision.annulled_because,
    decision_decision.annulled_ground,
    decision_decision.annulled_by_id,
    decision_decision.stands,
    decision_decision.year,
    decision_decision.number,
    decision_decision.unheard_ground,
    decision_decision.unheard_because,
    decision_decision.easy_reasons,
    decision_decision.came_on,
    decision_decision.left_on,
    decision_decision.explanations,
    decision_decision.changes_id,
    decision_decision.last_on,
    decision_decision.together_id
   FROM decision_decision
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(decision_decision.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT decision_decision_history.id,
    decision_decision_history.organiser_id,
    decision_decision_history.client_id,
    decision_decision_history.referral_id,
    decision_decision_history.plan_id,
    decision_decision_history.service,
    decision_decision_history.outcome,
    decision_decision_history.decided_on,
    decision_decision_history.during,
    decision_decision_history.reasons,
    decision_decision_history.provisions,
    decision_decision_history.decided_by_id,
    decision_decision_history.served_on,
    decision_decision_history.recorded,
    decision_decision_history.offering_id,
    decision_decision_history.place,
    decision_decision_history.meal_charge_cents,
    decision_decision_history.presented_by_id,
    decision_decision_history.delegation,
    decision_decision_history.in_part,
    decision_decision_history.version,
    decision_decision_history.corrected_on,
    decision_decision_history.corrected_because,
    decision_decision_history.corrected_by_id,
    decision_decision_history.annulled_on,
    decision_decision_history.annulled_because,
    decision_decision_history.annulled_ground,
    decision_decision_history.annulled_by_id,
    decision_decision_history.stands,
    decision_decision_history.year,
    decision_decision_history.number,
    decision_decision_history.unheard_ground,
    decision_decision_history.unheard_because,
    decision_decision_history.easy_reasons,
    decision_decision_history.came_on,
    decision_decision_history.left_on,
    decision_decision_history.explanations,
    decision_decision_history.changes_id,
    decision_decision_history.last_on,
    decision_decision_history.together_id
   FROM decision_decision_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND decision_decision_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_decision_notice as
 SELECT decision_notice.id,
    decision_notice.organiser_id,
    decision_notice.client_id,
    decision_notice.decision_id,
    decision_notice.recipient,
    decision_notice.name,
    decision_notice.way,
    decision_notice.sent_on,
    decision_notice.served_on,
    decision_notice.recorded
   FROM decision_notice
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(decision_notice.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT decision_notice_history.id,
    decision_notice_history.organiser_id,
    decision_notice_history.client_id,
    decision_notice_history.decision_id,
    decision_notice_history.recipient,
    decision_notice_history.name,
    decision_notice_history.way,
    decision_notice_history.sent_on,
    decision_notice_history.served_on,
    decision_notice_history.recorded
   FROM decision_notice_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND decision_notice_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_decision_proposal as
 SELECT decision_proposal.id,
    decision_proposal.organiser_id,
    decision_proposal.client_id,
    decision_proposal.referral_id,
    decision_proposal.plan_id,
    decision_proposal.outcome,
    decision_proposal.during,
    decision_proposal.reasons,
    decision_proposal.provisions,
    decision_proposal.offering_id,
    decision_proposal.place,
    decision_proposal.meal_charge_cents,
    decision_proposal.presented_by_id,
    decision_proposal.presented_on,
    decision_proposal.decider_id,
    decision_proposal.returned_on,
    decision_proposal.returned_because,
    decision_proposal.recorded,
    decision_proposal.in_part,
    decision_proposal.unheard_ground,
    decision_proposal.unheard_because,
    decision_proposal.easy_reasons,
    decision_proposal.explanations,
    decision_proposal.changes_id,
    decision_proposal.last_on
   FROM decision_proposal
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(decision_proposal.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT decision_proposal_history.id,
    decision_proposal_history.organiser_id,
    decision_proposal_history.client_id,
    decision_proposal_history.referral_id,
    decision_proposal_history.plan_id,
    decision_proposal_history.outcome,
    decision_proposal_history.during,
    decision_proposal_history.reasons,
    decision_proposal_history.provisions,
    decision_proposal_history.offering_id,
    decision_proposal_history.place,
    decision_proposal_history.meal_charge_cents,
    decision_proposal_history.presented_by_id,
    decision_proposal_history.presented_on,
    decision_proposal_history.decider_id,
    decision_proposal_history.returned_on,
    decision_proposal_history.returned_because,
    decision_proposal_history.recorded,
    decision_proposal_history.in_part,
    decision_proposal_history.unheard_ground,
    decision_proposal_history.unheard_because,
    decision_proposal_history.easy_reasons,
    decision_proposal_history.explanations,
    decision_proposal_history.changes_id,
    decision_proposal_history.last_on
   FROM decision_proposal_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND decision_proposal_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_description_answer as
 SELECT description_answer.id,
    description_answer.organiser_id,
    description_answer.service_group,
    description_answer.question,
    description_answer.heading,
    description_answer.text,
    description_answer.answered,
    description_answer.version,
    description_answer.import_id,
    description_answer.written_by_id,
    description_answer.written_on,
    description_answer.recorded,
    description_answer.language
   FROM description_answer
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(description_answer.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT description_answer_history.id,
    description_answer_history.organiser_id,
    description_answer_history.service_group,
    description_answer_history.question,
    description_answer_history.heading,
    description_answer_history.text,
    description_answer_history.answered,
    description_answer_history.version,
    description_answer_history.import_id,
    description_answer_history.written_by_id,
    description_answer_history.written_on,
    description_answer_history.recorded,
    description_answer_history.language
   FROM description_answer_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND description_answer_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_description_description as
 SELECT description_description.id,
    description_description.organiser_id,
    description_description.service_group,
    description_description.title,
    description_description.services,
    description_description.import_id,
    description_description.recorded
   FROM description_description
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(description_description.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT description_description_history.id,
    description_description_history.organiser_id,
    description_description_history.service_group,
    description_description_history.title,
    description_description_history.services,
    description_description_history.import_id,
    description_description_history.recorded
   FROM description_description_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND description_description_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_employer_employer as
 SELECT employer_employer.id,
    employer_employer.organiser_id,
    employer_employer.name,
    employer_employer.business_code,
    employer_employer.sector,
    employer_employer.during,
    employer_employer.recorded
   FROM employer_employer
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(employer_employer.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT employer_employer_history.id,
    employer_employer_history.organiser_id,
    employer_employer_history.name,
    employer_employer_history.business_code,
    employer_employer_history.sector,
    employer_employer_history.during,
    employer_employer_history.recorded
   FROM employer_employer_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND employer_employer_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_employer_workplace as
 SELECT employer_workplace.id,
    employer_workplace.organiser_id,
    employer_workplace.employer_id,
    employer_workplace.name,
    employer_workplace.street,
    employer_workplace.municipality_code,
    employer_workplace.tasks,
    employer_workplace.contact_name,
    employer_workplace.contact_phone,
    employer_workplace.during,
    employer_workplace.recorded
   FROM employer_workplace
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(employer_workplace.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT employer_workplace_history.id,
    employer_workplace_history.organiser_id,
    employer_workplace_history.employer_id,
    employer_workplace_history.name,
    employer_workplace_history.street,
    employer_workplace_history.municipality_code,
    employer_workplace_history.tasks,
    employer_workplace_history.contact_name,
    employer_workplace_history.contact_phone,
    employer_workplace_history.during,
    employer_workplace_history.recorded
   FROM employer_workplace_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND employer_workplace_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_exit_exit as
 SELECT exit_exit.id,
    exit_exit.organiser_id,
    exit_exit.client_id,
    exit_exit.relationship_id,
    exit_exit.ended_on,
    exit_exit.reason,
    exit_exit.destination,
    exit_exit.note,
    exit_exit.recorded_by_id,
    exit_exit.recorded,
    exit_exit.last_day
   FROM exit_exit
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(exit_exit.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT exit_exit_history.id,
    exit_exit_history.organiser_id,
    exit_exit_history.client_id,
    exit_exit_history.relationship_id,
    exit_exit_history.ended_on,
    exit_exit_history.reason,
    exit_exit_history.destination,
    exit_exit_history.note,
    exit_exit_history.recorded_by_id,
    exit_exit_history.recorded,
    exit_exit_history.last_day
   FROM exit_exit_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND exit_exit_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_exit_transition as
 SELECT exit_transition.id,
    exit_transition.organiser_id,
    exit_transition.client_id,
    exit_transition.from_relationship_id,
    exit_transition.to_relationship_id,
    exit_transition.moved_on,
    exit_transition.recorded,
    exit_transition.last_day,
    exit_transition.first_day
   FROM exit_transition
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(exit_transition.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT exit_transition_history.id,
    exit_transition_history.organiser_id,
    exit_transition_history.client_id,
    exit_transition_history.from_relationship_id,
    exit_transition_history.to_relationship_id,
    exit_transition_history.moved_on,
    exit_transition_history.recorded,
    exit_transition_history.last_day,
    exit_transition_history.first_day
   FROM exit_transition_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND exit_transition_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_hearing_hearing as
 SELECT hearing_hearing.id,
    hearing_hearing.organiser_id,
    hearing_hearing.client_id,
    hearing_hearing.referral_id,
    hearing_hearing.asked_on,
    hearing_hearing.respond_by_on,
    hearing_hearing.about,
    hearing_hearing.way,
    hearing_hearing.asked_by_id,
    hearing_hearing.answered_on,
    hearing_hearing.answer,
    hearing_hearing.recorded
   FROM hearing_hearing
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(hearing_hearing.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT hearing_hearing_history.id,
    hearing_hearing_history.organiser_id,
    hearing_hearing_history.client_id,
    hearing_hearing_history.referral_id,
    hearing_hearing_history.asked_on,
    hearing_hearing_history.respond_by_on,
    hearing_hearing_history.about,
    hearing_hearing_history.way,
    hearing_hearing_history.asked_by_id,
    hearing_hearing_history.answered_on,
    hearing_hearing_history.answer,
    hearing_hearing_history.recorded
   FROM hearing_hearing_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND hearing_hearing_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_hearing_notice as
 SELECT hearing_notice.id,
    hearing_notice.organiser_id,
    hearing_notice.client_id,
    hearing_notice.hearing_id,
    hearing_notice.recipient,
    hearing_notice.name,
    hearing_notice.way,
    hearing_notice.sent_on,
    hearing_notice.served_on,
    hearing_notice.recorded
   FROM hearing_notice
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(hearing_notice.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT hearing_notice_history.id,
    hearing_notice_history.organiser_id,
    hearing_notice_history.client_id,
    hearing_notice_history.hearing_id,
    hearing_notice_history.recipient,
    hearing_notice_history.name,
    hearing_notice_history.way,
    hearing_notice_history.sent_on,
    hearing_notice_history.served_on,
    hearing_notice_history.recorded
   FROM hearing_notice_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND hearing_notice_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_organiser_area as
 SELECT organiser_area.id,
    organiser_area.organiser_id,
    organiser_area.municipality_code,
    organiser_area.during,
    organiser_area.recorded
   FROM organiser_area
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(organiser_area.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT organiser_area_history.id,
    organiser_area_history.organiser_id,
    organiser_area_history.municipality_code,
    organiser_area_history.during,
    organiser_area_history.recorded
   FROM organiser_area_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND organiser_area_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_organiser_group as
 SELECT organiser_group.id,
    organiser_group.organiser_id,
    organiser_group.unit_id,
    organiser_group.service,
    organiser_group.name,
    organiser_group.capacity,
    organiser_group.lead_rotation_months,
    organiser_group.during,
    organiser_group.recorded,
    organiser_group.weekdays,
    organiser_group.halves,
    organiser_group.meal
   FROM organiser_group
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(organiser_group.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT organiser_group_history.id,
    organiser_group_history.organiser_id,
    organiser_group_history.unit_id,
    organiser_group_history.service,
    organiser_group_history.name,
    organiser_group_history.capacity,
    organiser_group_history.lead_rotation_months,
    organiser_group_history.during,
    organiser_group_history.recorded,
    organiser_group_history.weekdays,
    organiser_group_history.halves,
    organiser_group_history.meal
   FROM organiser_group_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND organiser_group_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_organiser_offering as
 SELECT organiser_offering.id,
    organiser_offering.organiser_id,
    organiser_offering.service,
    organiser_offering.provision_mode,
    organiser_offering.provider_id,
    organiser_offering.during,
    organiser_offering.recorded
   FROM organiser_offering
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(organiser_offering.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT organiser_offering_history.id,
    organiser_offering_history.organiser_id,
    organiser_offering_history.service,
    organiser_offering_history.provision_mode,
    organiser_offering_history.provider_id,
    organiser_offering_history.during,
    organiser_offering_history.recorded
   FROM organiser_offering_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND organiser_offering_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_organiser_organiser as
 SELECT organiser_organiser.id,
    organiser_organiser.code,
    organiser_organiser.kind,
    organiser_organiser.name_fi,
    organiser_organiser.name_sv,
    organiser_organiser.name_en,
    organiser_organiser.office_fi,
    organiser_organiser.street,
    organiser_organiser.postal_code,
    organiser_organiser.post_office,
    organiser_organiser.phone,
    organiser_organiser.email,
    organiser_organiser.register_from_on,
    organiser_organiser.during,
    organiser_organiser.recorded,
    organiser_organiser.data_protection_contact,
    organiser_organiser.data_protection_page,
    organiser_organiser.office_sv,
    organiser_organiser.office_en
   FROM organiser_organiser
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(organiser_organiser.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT organiser_organiser_history.id,
    organiser_organiser_history.code,
    organiser_organiser_history.kind,
    organiser_organiser_history.name_fi,
    organiser_organiser_history.name_sv,
    organiser_organiser_history.name_en,
    organiser_organiser_history.office_fi,
    organiser_organiser_history.street,
    organiser_organiser_history.postal_code,
    organiser_organiser_history.post_office,
    organiser_organiser_history.phone,
    organiser_organiser_history.email,
    organiser_organiser_history.register_from_on,
    organiser_organiser_history.during,
    organiser_organiser_history.recorded,
    organiser_organiser_history.data_protection_contact,
    organiser_organiser_history.data_protection_page,
    organiser_organiser_history.office_sv,
    organiser_organiser_history.office_en
   FROM organiser_organiser_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND organiser_organiser_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_organiser_provider as
 SELECT organiser_provider.id,
    organiser_provider.name,
    organiser_provider.kind,
    organiser_provider.business_code,
    organiser_provider.recorded
   FROM organiser_provider
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(organiser_provider.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT organiser_provider_history.id,
    organiser_provider_history.name,
    organiser_provider_history.kind,
    organiser_provider_history.business_code,
    organiser_provider_history.recorded
   FROM organiser_provider_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND organiser_provider_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_organiser_rectification_body as
 SELECT organiser_rectification_body.id,
    organiser_rectification_body.organiser_id,
    organiser_rectification_body.name_fi,
    organiser_rectification_body.name_sv,
    organiser_rectification_body.name_en,
    organiser_rectification_body.street,
    organiser_rectification_body.postal_code,
    organiser_rectification_body.post_office,
    organiser_rectification_body.email,
    organiser_rectification_body.phone,
    organiser_rectification_body.opening_fi,
    organiser_rectification_body.opening_sv,
    organiser_rectification_body.opening_en,
    organiser_rectification_body.during,
    organiser_rectification_body.recorded
   FROM organiser_rectification_body
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(organiser_rectification_body.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT organiser_rectification_body_history.id,
    organiser_rectification_body_history.organiser_id,
    organiser_rectification_body_history.name_fi,
    organiser_rectification_body_history.name_sv,
    organiser_rectification_body_history.name_en,
    organiser_rectification_body_history.street,
    organiser_rectification_body_history.postal_code,
    organiser_rectification_body_history.post_office,
    organiser_rectification_body_history.email,
    organiser_rectification_body_history.phone,
    organiser_rectification_body_history.opening_fi,
    organiser_rectification_body_history.opening_sv,
    organiser_rectification_body_history.opening_en,
    organiser_rectification_body_history.during,
    organiser_rectification_body_history.recorded
   FROM organiser_rectification_body_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND organiser_rectification_body_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_organiser_unit as
 SELECT organiser_unit.id,
    organiser_unit.organiser_id,
    organiser_unit.provider_id,
    organiser_unit.name,
    organiser_unit.kind,
    organiser_unit.municipality_code,
    organiser_unit.street,
    organiser_unit.during,
    organiser_unit.recorded
   FROM organiser_unit
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(organiser_unit.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT organiser_unit_history.id,
    organiser_unit_history.organiser_id,
    organiser_unit_history.provider_id,
    organiser_unit_history.name,
    organiser_unit_history.kind,
    organiser_unit_history.municipality_code,
    organiser_unit_history.street,
    organiser_unit_history.during,
    organiser_unit_history.recorded
   FROM organiser_unit_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND organiser_unit_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_ownworker_naming as
 SELECT ownworker_naming.id,
    ownworker_naming.organiser_id,
    ownworker_naming.client_id,
    ownworker_naming.worker_id,
    ownworker_naming.during,
    ownworker_naming.recorded
   FROM ownworker_naming
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(ownworker_naming.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT ownworker_naming_history.id,
    ownworker_naming_history.organiser_id,
    ownworker_naming_history.client_id,
    ownworker_naming_history.worker_id,
    ownworker_naming_history.during,
    ownworker_naming_history.recorded
   FROM ownworker_naming_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND ownworker_naming_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_phrase_phrase as
 SELECT phrase_phrase.id,
    phrase_phrase.organiser_id,
    phrase_phrase.service,
    phrase_phrase.against,
    phrase_phrase.provision,
    phrase_phrase.name,
    phrase_phrase.text_fi,
    phrase_phrase.text_sv,
    phrase_phrase.easy_fi,
    phrase_phrase.easy_sv,
    phrase_phrase.during,
    phrase_phrase.recorded
   FROM phrase_phrase
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(phrase_phrase.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT phrase_phrase_history.id,
    phrase_phrase_history.organiser_id,
    phrase_phrase_history.service,
    phrase_phrase_history.against,
    phrase_phrase_history.provision,
    phrase_phrase_history.name,
    phrase_phrase_history.text_fi,
    phrase_phrase_history.text_sv,
    phrase_phrase_history.easy_fi,
    phrase_phrase_history.easy_sv,
    phrase_phrase_history.during,
    phrase_phrase_history.recorded
   FROM phrase_phrase_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND phrase_phrase_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_placement_placement as
 SELECT placement_placement.id,
    placement_placement.organiser_id,
    placement_placement.client_id,
    placement_placement.relationship_id,
    placement_placement.service,
    placement_placement.group_id,
    placement_placement.workplace_id,
    placement_placement.tasks,
    placement_placement.starts_at,
    placement_placement.ends_at,
    placement_placement.hours_a_day,
    placement_placement.wage_subsidy,
    placement_placement.meal,
    placement_placement.during,
    placement_placement.recorded,
    placement_placement.outside_because
   FROM placement_placement
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(placement_placement.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT placement_placement_history.id,
    placement_placement_history.organiser_id,
    placement_placement_history.client_id,
    placement_placement_history.relationship_id,
    placement_placement_history.service,
    placement_placement_history.group_id,
    placement_placement_history.workplace_id,
    placement_placement_history.tasks,
    placement_placement_history.starts_at,
    placement_placement_history.ends_at,
    placement_placement_history.hours_a_day,
    placement_placement_history.wage_subsidy,
    placement_placement_history.meal,
    placement_placement_history.during,
    placement_placement_history.recorded,
    placement_placement_history.outside_because
   FROM placement_placement_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND placement_placement_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_placement_slot as
 SELECT placement_slot.id,
    placement_slot.organiser_id,
    placement_slot.client_id,
    placement_slot.placement_id,
    placement_slot.weekday,
    placement_slot.half,
    placement_slot.during,
    placement_slot.recorded
   FROM placement_slot
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(placement_slot.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT placement_slot_history.id,
    placement_slot_history.organiser_id,
    placement_slot_history.client_id,
    placement_slot_history.placement_id,
    placement_slot_history.weekday,
    placement_slot_history.half,
    placement_slot_history.during,
    placement_slot_history.recorded
   FROM placement_slot_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND placement_slot_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_plan_goal as
 SELECT plan_goal.id,
    plan_goal.organiser_id,
    plan_goal.client_id,
    plan_goal.plan_id,
    plan_goal.place,
    plan_goal.goal,
    plan_goal.achieved_on,
    plan_goal.recorded
   FROM plan_goal
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(plan_goal.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT plan_goal_history.id,
    plan_goal_history.organiser_id,
    plan_goal_history.client_id,
    plan_goal_history.plan_id,
    plan_goal_history.place,
    plan_goal_history.goal,
    plan_goal_history.achieved_on,
    plan_goal_history.recorded
   FROM plan_goal_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND plan_goal_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_plan_interruption as
 SELECT plan_interruption.id,
    plan_interruption.organiser_id,
    plan_interruption.client_id,
    plan_interruption.plan_id,
    plan_interruption.during,
    plan_interruption.ground,
    plan_interruption.ground_on,
    plan_interruption.heard_on,
    plan_interruption.decided_on,
    plan_interruption.decided_by,
    plan_interruption.reason,
    plan_interruption.agreed,
    plan_interruption.recorded_by_id,
    plan_interruption.recorded
   FROM plan_interruption
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(plan_interruption.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT plan_interruption_history.id,
    plan_interruption_history.organiser_id,
    plan_interruption_history.client_id,
    plan_interruption_history.plan_id,
    plan_interruption_history.during,
    plan_interruption_history.ground,
    plan_interruption_history.ground_on,
    plan_interruption_history.heard_on,
    plan_interruption_history.decided_on,
    plan_interruption_history.decided_by,
    plan_interruption_history.reason,
    plan_interruption_history.agreed,
    plan_interruption_history.recorded_by_id,
    plan_interruption_history.recorded
   FROM plan_interruption_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND plan_interruption_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_plan_item as
 SELECT plan_item.id,
    plan_item.organiser_id,
    plan_item.client_id,
    plan_item.plan_id,
    plan_item.item,
    plan_item.answer,
    plan_item.recorded
   FROM plan_item
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(plan_item.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT plan_item_history.id,
    plan_item_history.organiser_id,
    plan_item_history.client_id,
    plan_item_history.plan_id,
    plan_item_history.item,
    plan_item_history.answer,
    plan_item_history.recorded
   FROM plan_item_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND plan_item_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_plan_paper as
 SELECT plan_paper.id,
    plan_paper.organiser_id,
    plan_paper.client_id,
    plan_paper.plan_id,
    plan_paper.signed_as,
    plan_paper.kept_on,
    plan_paper.language,
    plan_paper.pdf,
    plan_paper.sha256,
    plan_paper.tells_place,
    plan_paper.recorded
   FROM plan_paper
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(plan_paper.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT plan_paper_history.id,
    plan_paper_history.organiser_id,
    plan_paper_history.client_id,
    plan_paper_history.plan_id,
    plan_paper_history.signed_as,
    plan_paper_history.kept_on,
    plan_paper_history.language,
    plan_paper_history.pdf,
    plan_paper_history.sha256,
    plan_paper_history.tells_place,
    plan_paper_history.recorded
   FROM plan_paper_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND plan_paper_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_plan_plan as
 SELECT plan_plan.id,
    plan_plan.organiser_id,
    plan_plan.client_id,
    plan_plan.referral_id,
    plan_plan.service,
    plan_plan.kind,
    plan_plan.made_on,
    plan_plan.during,
    plan_plan.review_on,
    plan_plan.days_a_week,
    plan_plan.hours_a_day,
    plan_plan.informed_of_benefits_at,
    plan_plan.made_by_id,
    plan_plan.reviewed_on,
    plan_plan.recorded,
    plan_plan.came_on
   FROM plan_plan
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(plan_plan.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT plan_plan_history.id,
    plan_plan_history.organiser_id,
    plan_plan_history.client_id,
    plan_plan_history.referral_id,
    plan_plan_history.service,
    plan_plan_history.kind,
    plan_plan_history.made_on,
    plan_plan_history.during,
    plan_plan_history.review_on,
    plan_plan_history.days_a_week,
    plan_plan_history.hours_a_day,
    plan_plan_history.informed_of_benefits_at,
    plan_plan_history.made_by_id,
    plan_plan_history.reviewed_on,
    plan_plan_history.recorded,
    plan_plan_history.came_on
   FROM plan_plan_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND plan_plan_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_plan_review as
 SELECT plan_review.id,
    plan_review.organiser_id,
    plan_review.client_id,
    plan_review.plan_id,
    plan_review.reviewed_on,
    plan_review.next_on,
    plan_review.recorded_by_id,
    plan_review.recorded
   FROM plan_review
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(plan_review.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT plan_review_history.id,
    plan_review_history.organiser_id,
    plan_review_history.client_id,
    plan_review_history.plan_id,
    plan_review_history.reviewed_on,
    plan_review_history.next_on,
    plan_review_history.recorded_by_id,
    plan_review_history.recorded
   FROM plan_review_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND plan_review_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_plan_signature as
 SELECT plan_signature.id,
    plan_signature.organiser_id,
    plan_signature.client_id,
    plan_signature.plan_id,
    plan_signature.signer,
    plan_signature.signed_on,
    plan_signature.signed_by,
    plan_signature.capacity,
    plan_signature.way,
    plan_signature.recorded_by_id,
    plan_signature.recorded
   FROM plan_signature
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(plan_signature.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT plan_signature_history.id,
    plan_signature_history.organiser_id,
    plan_signature_history.client_id,
    plan_signature_history.plan_id,
    plan_signature_history.signer,
    plan_signature_history.signed_on,
    plan_signature_history.signed_by,
    plan_signature_history.capacity,
    plan_signature_history.way,
    plan_signature_history.recorded_by_id,
    plan_signature_history.recorded
   FROM plan_signature_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND plan_signature_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_rate_rate as
 SELECT rate_rate.id,
    rate_rate.organiser_id,
    rate_rate.kind,
    rate_rate.employer_id,
    rate_rate.amount_cents,
    rate_rate.paid_holiday_days,
    rate_rate.rule,
    rate_rate.during,
    rate_rate.recorded
   FROM rate_rate
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(rate_rate.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT rate_rate_history.id,
    rate_rate_history.organiser_id,
    rate_rate_history.kind,
    rate_rate_history.employer_id,
    rate_rate_history.amount_cents,
    rate_rate_history.paid_holiday_days,
    rate_rate_history.rule,
    rate_rate_history.during,
    rate_rate_history.recorded
   FROM rate_rate_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND rate_rate_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_rectification_notice as
 SELECT rectification_notice.id,
    rectification_notice.organiser_id,
    rectification_notice.client_id,
    rectification_notice.request_id,
    rectification_notice.recipient,
    rectification_notice.name,
    rectification_notice.way,
    rectification_notice.sent_on,
    rectification_notice.served_on,
    rectification_notice.recorded
   FROM rectification_notice
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(rectification_notice.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT rectification_notice_history.id,
    rectification_notice_history.organiser_id,
    rectification_notice_history.client_id,
    rectification_notice_history.request_id,
    rectification_notice_history.recipient,
    rectification_notice_history.name,
    rectification_notice_history.way,
    rectification_notice_history.sent_on,
    rectification_notice_history.served_on,
    rectification_notice_history.recorded
   FROM rectification_notice_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND rectification_notice_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_rectification_request as
 SELECT rectification_request.id,
    rectification_request.organiser_id,
    rectification_request.client_id,
    rectification_request.decision_id,
    rectification_request.received_on,
    rectification_request.demands,
    rectification_request.body,
    rectification_request.recorded_by_id,
    rectification_request.outcome,
    rectification_request.decided_on,
    rectification_request.reasons,
    rectification_request.served_on,
    rectification_request.appealed_on,
    rectification_request.court_outcome,
    rectification_request.court_decided_on,
    rectification_request.recorded
   FROM rectification_request
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(rectification_request.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT rectification_request_history.id,
    rectification_request_history.organiser_id,
    rectification_request_history.client_id,
    rectification_request_history.decision_id,
    rectification_request_history.received_on,
    rectification_request_history.demands,
    rectification_request_history.body,
    rectification_request_history.recorded_by_id,
    rectification_request_history.outcome,
    rectification_request_history.decided_on,
    rectification_request_history.reasons,
    rectification_request_history.served_on,
    rectification_request_history.appealed_on,
    rectification_request_history.court_outcome,
    rectification_request_history.court_decided_on,
    rectification_request_history.recorded
   FROM rectification_request_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND rectification_request_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_referral_referral as
 SELECT referral_referral.id,
    referral_referral.organiser_id,
    referral_referral.client_id,
    referral_referral.service,
    referral_referral.source,
    referral_referral.kind,
    referral_referral.received_on,
    referral_referral.finishes_studies,
    referral_referral.need,
    referral_referral.received_by_id,
    referral_referral.withdrawn_on,
    referral_referral.recorded,
    referral_referral.referred_by,
    referral_referral.year,
    referral_referral.number,
    referral_referral.came_on,
    referral_referral.left_on
   FROM referral_referral
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(referral_referral.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT referral_referral_history.id,
    referral_referral_history.organiser_id,
    referral_referral_history.client_id,
    referral_referral_history.service,
    referral_referral_history.source,
    referral_referral_history.kind,
    referral_referral_history.received_on,
    referral_referral_history.finishes_studies,
    referral_referral_history.need,
    referral_referral_history.received_by_id,
    referral_referral_history.withdrawn_on,
    referral_referral_history.recorded,
    referral_referral_history.referred_by,
    referral_referral_history.year,
    referral_referral_history.number,
    referral_referral_history.came_on,
    referral_referral_history.left_on
   FROM referral_referral_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND referral_referral_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_refusal_notice as
 SELECT refusal_notice.id,
    refusal_notice.organiser_id,
    refusal_notice.client_id,
    refusal_notice.refusal_id,
    refusal_notice.recipient,
    refusal_notice.name,
    refusal_notice.way,
    refusal_notice.sent_on,
    refusal_notice.served_on,
    refusal_notice.recorded
   FROM refusal_notice
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(refusal_notice.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT refusal_notice_history.id,
    refusal_notice_history.organiser_id,
    refusal_notice_history.client_id,
    refusal_notice_history.refusal_id,
    refusal_notice_history.recipient,
    refusal_notice_history.name,
    refusal_notice_history.way,
    refusal_notice_history.sent_on,
    refusal_notice_history.served_on,
    refusal_notice_history.recorded
   FROM refusal_notice_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND refusal_notice_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_refusal_refusal as
 SELECT refusal_refusal.id,
    refusal_refusal.organiser_id,
    refusal_refusal.client_id,
    refusal_refusal.decision_id,
    refusal_refusal.demanded_on,
    refusal_refusal.demand,
    refusal_refusal.refused_on,
    refusal_refusal.reasons,
    refusal_refusal.refused_by_id,
    refusal_refusal.delegation,
    refusal_refusal.way,
    refusal_refusal.served_on,
    refusal_refusal.recorded
   FROM refusal_refusal
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(refusal_refusal.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT refusal_refusal_history.id,
    refusal_refusal_history.organiser_id,
    refusal_refusal_history.client_id,
    refusal_refusal_history.decision_id,
    refusal_refusal_history.demanded_on,
    refusal_refusal_history.demand,
    refusal_refusal_history.refused_on,
    refusal_refusal_history.reasons,
    refusal_refusal_history.refused_by_id,
    refusal_refusal_history.delegation,
    refusal_refusal_history.way,
    refusal_refusal_history.served_on,
    refusal_refusal_history.recorded
   FROM refusal_refusal_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND refusal_refusal_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_relationship_allocation_rule as
 SELECT relationship_allocation_rule.id,
    relationship_allocation_rule.organiser_id,
    relationship_allocation_rule.service,
    relationship_allocation_rule.rule,
    relationship_allocation_rule.case_manager_by_letter,
    relationship_allocation_rule.during,
    relationship_allocation_rule.recorded
   FROM relationship_allocation_rule
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(relationship_allocation_rule.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT relationship_allocation_rule_history.id,
    relationship_allocation_rule_history.organiser_id,
    relationship_allocation_rule_history.service,
    relationship_allocation_rule_history.rule,
    relationship_allocation_rule_history.case_manager_by_letter,
    relationship_allocation_rule_history.during,
    relationship_allocation_rule_history.recorded
   FROM relationship_allocation_rule_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND relationship_allocation_rule_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_relationship_case_manager as
 SELECT relationship_case_manager.id,
    relationship_case_manager.organiser_id,
    relationship_case_manager.client_id,
    relationship_case_manager.worker_id,
    relationship_case_manager.during,
    relationship_case_manager.recorded
   FROM relationship_case_manager
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(relationship_case_manager.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT relationship_case_manager_history.id,
    relationship_case_manager_history.organiser_id,
    relationship_case_manager_history.client_id,
    relationship_case_manager_history.worker_id,
    relationship_case_manager_history.during,
    relationship_case_manager_history.recorded
   FROM relationship_case_manager_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND relationship_case_manager_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_relationship_pause as
 SELECT relationship_pause.id,
    relationship_pause.organiser_id,
    relationship_pause.client_id,
    relationship_pause.relationship_id,
    relationship_pause.reason,
    relationship_pause.during,
    relationship_pause.recorded
   FROM relationship_pause
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(relationship_pause.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT relationship_pause_history.id,
    relationship_pause_history.organiser_id,
    relationship_pause_history.client_id,
    relationship_pause_history.relationship_id,
    relationship_pause_history.reason,
    relationship_pause_history.during,
    relationship_pause_history.recorded
   FROM relationship_pause_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND relationship_pause_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_relationship_relationship as
 SELECT relationship_relationship.id,
    relationship_relationship.organiser_id,
    relationship_relationship.client_id,
    relationship_relationship.service,
    relationship_relationship.offering_id,
    relationship_relationship.decision_id,
    relationship_relationship.during,
    relationship_relationship.recorded,
    relationship_relationship.decision_stands,
    relationship_relationship.began_on,
    relationship_relationship.left_on,
    relationship_relationship.outside_because
   FROM relationship_relationship
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(relationship_relationship.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT relationship_relationship_history.id,
    relationship_relationship_history.organiser_id,
    relationship_relationship_history.client_id,
    relationship_relationship_history.service,
    relationship_relationship_history.offering_id,
    relationship_relationship_history.decision_id,
    relationship_relationship_history.during,
    relationship_relationship_history.recorded,
    relationship_relationship_history.decision_stands,
    relationship_relationship_history.began_on,
    relationship_relationship_history.left_on,
    relationship_relationship_history.outside_because
   FROM relationship_relationship_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND relationship_relationship_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_relationship_responsible as
 SELECT relationship_responsible.id,
    relationship_responsible.organiser_id,
    relationship_responsible.client_id,
    relationship_responsible.relationship_id,
    relationship_responsible.worker_id,
    relationship_responsible.role,
    relationship_responsible.during,
    relationship_responsible.recorded
   FROM relationship_responsible
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(relationship_responsible.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT relationship_responsible_history.id,
    relationship_responsible_history.organiser_id,
    relationship_responsible_history.client_id,
    relationship_responsible_history.relationship_id,
    relationship_responsible_history.worker_id,
    relationship_responsible_history.role,
    relationship_responsible_history.during,
    relationship_responsible_history.recorded
   FROM relationship_responsible_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND relationship_responsible_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_rhythm_rhythm as
 SELECT rhythm_rhythm.id,
    rhythm_rhythm.organiser_id,
    rhythm_rhythm.service,
    rhythm_rhythm.phase,
    rhythm_rhythm.phase_days,
    rhythm_rhythm.every_days,
    rhythm_rhythm.every_days_at_most,
    rhythm_rhythm.visit_at_renewal,
    rhythm_rhythm.group_meetings_a_year,
    rhythm_rhythm.during,
    rhythm_rhythm.recorded
   FROM rhythm_rhythm
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(rhythm_rhythm.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT rhythm_rhythm_history.id,
    rhythm_rhythm_history.organiser_id,
    rhythm_rhythm_history.service,
    rhythm_rhythm_history.phase,
    rhythm_rhythm_history.phase_days,
    rhythm_rhythm_history.every_days,
    rhythm_rhythm_history.every_days_at_most,
    rhythm_rhythm_history.visit_at_renewal,
    rhythm_rhythm_history.group_meetings_a_year,
    rhythm_rhythm_history.during,
    rhythm_rhythm_history.recorded
   FROM rhythm_rhythm_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND rhythm_rhythm_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_travel_way as
 SELECT travel_way.id,
    travel_way.organiser_id,
    travel_way.client_id,
    travel_way.means,
    travel_way.cents_a_day,
    travel_way.agreed_by_id,
    travel_way.during,
    travel_way.recorded
   FROM travel_way
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(travel_way.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT travel_way_history.id,
    travel_way_history.organiser_id,
    travel_way_history.client_id,
    travel_way_history.means,
    travel_way_history.cents_a_day,
    travel_way_history.agreed_by_id,
    travel_way_history.during,
    travel_way_history.recorded
   FROM travel_way_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND travel_way_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_worker_deciding_right as
 SELECT worker_deciding_right.id,
    worker_deciding_right.organiser_id,
    worker_deciding_right.post_id,
    worker_deciding_right.service,
    worker_deciding_right.provision,
    worker_deciding_right.delegation,
    worker_deciding_right.public_office,
    worker_deciding_right.professional,
    worker_deciding_right.during,
    worker_deciding_right.recorded
   FROM worker_deciding_right
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(worker_deciding_right.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT worker_deciding_right_history.id,
    worker_deciding_right_history.organiser_id,
    worker_deciding_right_history.post_id,
    worker_deciding_right_history.service,
    worker_deciding_right_history.provision,
    worker_deciding_right_history.delegation,
    worker_deciding_right_history.public_office,
    worker_deciding_right_history.professional,
    worker_deciding_right_history.during,
    worker_deciding_right_history.recorded
   FROM worker_deciding_right_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND worker_deciding_right_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_worker_group_lead as
 SELECT worker_group_lead.id,
    worker_group_lead.organiser_id,
    worker_group_lead.group_id,
    worker_group_lead.worker_id,
    worker_group_lead.during,
    worker_group_lead.recorded
   FROM worker_group_lead
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(worker_group_lead.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT worker_group_lead_history.id,
    worker_group_lead_history.organiser_id,
    worker_group_lead_history.group_id,
    worker_group_lead_history.worker_id,
    worker_group_lead_history.during,
    worker_group_lead_history.recorded
   FROM worker_group_lead_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND worker_group_lead_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_worker_letter_share as
 SELECT worker_letter_share.id,
    worker_letter_share.organiser_id,
    worker_letter_share.worker_id,
    worker_letter_share.letters,
    worker_letter_share.during,
    worker_letter_share.recorded
   FROM worker_letter_share
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(worker_letter_share.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT worker_letter_share_history.id,
    worker_letter_share_history.organiser_id,
    worker_letter_share_history.worker_id,
    worker_letter_share_history.letters,
    worker_letter_share_history.during,
    worker_letter_share_history.recorded
   FROM worker_letter_share_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND worker_letter_share_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_worker_post as
 SELECT worker_post.id,
    worker_post.worker_id,
    worker_post.organiser_id,
    worker_post.role,
    worker_post.unit_id,
    worker_post.full_time_share,
    worker_post.hours_a_week,
    worker_post.agreed_caseload,
    worker_post.team,
    worker_post.during,
    worker_post.recorded,
    worker_post.public_office,
    worker_post.professional,
    worker_post.tasks
   FROM worker_post
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(worker_post.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT worker_post_history.id,
    worker_post_history.worker_id,
    worker_post_history.organiser_id,
    worker_post_history.role,
    worker_post_history.unit_id,
    worker_post_history.full_time_share,
    worker_post_history.hours_a_week,
    worker_post_history.agreed_caseload,
    worker_post_history.team,
    worker_post_history.during,
    worker_post_history.recorded,
    worker_post_history.public_office,
    worker_post_history.professional,
    worker_post_history.tasks
   FROM worker_post_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND worker_post_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view known_worker_worker as
 SELECT worker_worker.id,
    worker_worker.organiser_id,
    worker_worker.family_name,
    worker_worker.given_name,
    worker_worker.phone,
    worker_worker.email,
    worker_worker.language,
    worker_worker.recorded
   FROM worker_worker
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(worker_worker.recorded) <= (( SELECT app_known_at() AS app_known_at))
UNION ALL
 SELECT worker_worker_history.id,
    worker_worker_history.organiser_id,
    worker_worker_history.family_name,
    worker_worker_history.given_name,
    worker_worker_history.phone,
    worker_worker_history.email,
    worker_worker_history.language,
    worker_worker_history.recorded
   FROM worker_worker_history
  WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND worker_worker_history.recorded @> (( SELECT app_known_at() AS app_known_at));

create view participation_benefit as
 SELECT organiser_id,
    client_id,
    benefit,
    main,
    during
   FROM ( SELECT client_benefit.organiser_id,
            client_benefit.client_id,
            client_benefit.benefit,
            client_benefit.main,
            client_benefit.during
           FROM client_benefit
          WHERE (( SELECT app_known_at() AS app_known_at)) IS NULL OR lower(client_benefit.recorded) <= (( SELECT app_known_at() AS app_known_at))
        UNION ALL
         SELECT client_benefit_history.organiser_id,
            client_benefit_history.client_id,
            client_benefit_history.benefit,
            client_benefit_history.main,
            client_benefit_history.during
           FROM client_benefit_history
          WHERE (( SELECT app_known_at() AS app_known_at)) IS NOT NULL AND client_benefit_history.recorded @> (( SELECT app_known_at() AS app_known_at))) b
  WHERE NOT row_security_active('client_benefit'::text) OR (organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[])) AND (client_id = (( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY ((( SELECT app_clients() AS app_clients))::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (client_id = (( SELECT app_whole_client() AS app_whole_client)) OR (client_id <> ALL ((( SELECT app_narrow() AS app_narrow))::uuid[])));

create view participation_day as
 SELECT k.organiser_id,
    k.client_id,
    k.placement_id,
    k.id AS mark_id,
    k.held_on
   FROM known_placement_placement p
     JOIN known_attendance_mark k ON k.placement_id = p.id AND k.organiser_id = p.organiser_id
  WHERE p.service = 'rehabilitative-work'::text AND k.kind = 'present'::text AND (p.hours_a_day IS NULL OR p.hours_a_day >= (( SELECT l.least_hours
           FROM participation_day_length l
          WHERE l.during @> k.held_on)));

create view participation_organiser_pays as
 SELECT organiser_id,
    client_id,
    unnest(assistance - before) AS during
   FROM ( SELECT b.organiser_id,
            b.client_id,
            range_agg(b.during) FILTER (WHERE b.benefit = 'social-assistance'::text) AS assistance,
            COALESCE(range_agg(b.during) FILTER (WHERE b.benefit <> 'social-assistance'::text), '{}'::datemultirange) AS before
           FROM participation_benefit b
          WHERE (b.benefit = ANY (ARRAY['earnings-related-allowance'::text, 'labour-market-subsidy'::text, 'basic-allowance'::text, 'social-assistance'::text])) AND (b.client_id IN ( SELECT a.client_id
                   FROM participation_benefit a
                  WHERE a.benefit = 'social-assistance'::text))
          GROUP BY b.organiser_id, b.client_id) d
  WHERE assistance IS NOT NULL;

create view participation_paid_day as
 SELECT d.organiser_id,
    d.client_id,
    d.placement_id,
    d.mark_id,
    d.held_on,
    COALESCE(b.payer, 'unknown'::text) AS payer
   FROM participation_day d
     LEFT JOIN LATERAL ( SELECT p.payer,
            p.during
           FROM participation_payer p
          WHERE p.organiser_id = d.organiser_id AND p.client_id = d.client_id
         OFFSET 0) b ON b.during @> d.held_on;

create view participation_payer as
 SELECT d.organiser_id,
    d.client_id,
    p.payer,
    p.during
   FROM ( SELECT b.organiser_id,
            b.client_id,
            COALESCE(range_agg(b.during) FILTER (WHERE b.benefit = 'earnings-related-allowance'::text), '{}'::datemultirange) AS fund,
            COALESCE(range_agg(b.during) FILTER (WHERE b.benefit = ANY (ARRAY['labour-market-subsidy'::text, 'basic-allowance'::text])), '{}'::datemultirange) AS kela,
            COALESCE(range_agg(b.during) FILTER (WHERE b.benefit = 'social-assistance'::text), '{}'::datemultirange) AS assistance,
            COALESCE(range_agg(b.during) FILTER (WHERE b.main), '{}'::datemultirange) AS known
           FROM participation_benefit b
          GROUP BY b.organiser_id, b.client_id) d
     CROSS JOIN LATERAL ( SELECT 'fund'::text AS payer,
            unnest(d.fund) AS during
        UNION ALL
         SELECT 'kela'::text,
            unnest(d.kela - d.fund) AS unnest
        UNION ALL
         SELECT 'organiser'::text,
            unnest(d.assistance - d.kela - d.fund) AS unnest
        UNION ALL
         SELECT 'nobody'::text,
            unnest(d.known - d.assistance - d.kela - d.fund) AS unnest) p;

create view participation_payer_change as
 SELECT organiser_id,
    client_id,
    during,
    changed_at
   FROM ( SELECT client_benefit.organiser_id,
            client_benefit.client_id,
            client_benefit.during,
            lower(client_benefit.recorded) AS changed_at
           FROM client_benefit
        UNION ALL
         SELECT client_benefit_history.organiser_id,
            client_benefit_history.client_id,
            client_benefit_history.during,
            upper(client_benefit_history.recorded) AS upper
           FROM client_benefit_history) v
  WHERE NOT row_security_active('client_benefit'::text) OR (organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[])) AND (( SELECT app_wide() AS app_wide) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest)));

create view placement_answering as
 SELECT s.organiser_id,
    s.client_id,
    s.relationship_id,
    r.service,
    s.worker_id,
    s.role,
    s.during
   FROM relationship_responsible s
     JOIN relationship_relationship r ON r.id = s.relationship_id
UNION ALL
 SELECT m.organiser_id,
    m.client_id,
    m.relationship_id,
    m.service,
    l.worker_id,
    'group-leader'::text AS role,
    m.during * l.during * a.during AS during
   FROM placement_placement m
     JOIN worker_group_lead l ON l.group_id = m.group_id AND l.during && m.during
     JOIN relationship_allocation_rule a ON a.organiser_id = m.organiser_id AND a.service = m.service AND a.rule = 'group-leader'::text AND a.during && (m.during * l.during)
UNION ALL
 SELECT c.organiser_id,
    c.client_id,
    NULL::uuid AS relationship_id,
    NULL::text AS service,
    c.worker_id,
    'case-manager'::text AS role,
    c.during
   FROM relationship_case_manager c;

create view placement_taken as
 SELECT organiser_id,
    service,
    group_id,
    workplace_id,
    during
   FROM placement_placement
  WHERE app_worker() IS NOT NULL AND (organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[]));

create view plan_rest as
 SELECT organiser_id,
    client_id,
    during
   FROM plan_interruption i
  WHERE NOT row_security_active('plan_interruption'::text) OR (organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[])) AND (client_id = (( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY ((( SELECT app_clients() AS app_clients))::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND (client_id = (( SELECT app_open() AS app_open)) OR (client_id <> ALL ((( SELECT app_narrow() AS app_narrow))::uuid[])) OR ('rehabilitative-work'::text = ANY ((( SELECT app_narrow_services() AS app_narrow_services))::text[])));

create view plan_signed as
 SELECT p.id AS plan_id,
        CASE
            WHEN p.kind = 'service'::text THEN p.made_on
            ELSE g.signed_on
        END AS signed_on
   FROM plan_plan p
     LEFT JOIN LATERAL ( SELECT max(s.signed_on) AS signed_on
           FROM plan_signature s
          WHERE s.plan_id = p.id
         HAVING count(*) = 3) g ON true;

create view relationship_away as
 SELECT relationship_pause.organiser_id,
    relationship_pause.client_id,
    relationship_pause.relationship_id,
    relationship_pause.during
   FROM relationship_pause
UNION ALL
 SELECT r.organiser_id,
    r.client_id,
    r.id AS relationship_id,
    r.during * d.during AS during
   FROM relationship_relationship r
     CROSS JOIN LATERAL ( SELECT unnest(range_agg(i.during)) AS during
           FROM plan_rest i
          WHERE i.client_id = r.client_id) d
  WHERE r.service = 'rehabilitative-work'::text AND r.during && d.during;

create view travel_change as
 SELECT travel_way.organiser_id,
    travel_way.client_id,
    travel_way.during,
    lower(travel_way.recorded) AS changed_at
   FROM travel_way
UNION ALL
 SELECT travel_way_history.organiser_id,
    travel_way_history.client_id,
    travel_way_history.during,
    upper(travel_way_history.recorded) AS changed_at
   FROM travel_way_history;

create view travel_owed as
 SELECT t.organiser_id,
    t.client_id,
    t.cents_a_day,
    t.during * b.during AS during
   FROM known_travel_way t
     JOIN participation_organiser_pays b ON b.client_id = t.client_id AND b.organiser_id = t.organiser_id
  WHERE t.cents_a_day > 0;

create view travel_reason as
 SELECT id,
    organiser_id,
    client_id,
    reason
   FROM travel_way t
  WHERE (organiser_id = ANY ((( SELECT app_organisers() AS app_organisers))::uuid[])) AND ( SELECT app_plain() AS app_plain) AND (client_id = (( SELECT app_open() AS app_open)) OR (client_id <> ALL ((( SELECT app_narrow() AS app_narrow))::uuid[]))) AND (client_id = (( SELECT app_client() AS app_client)) OR ( SELECT app_wide() AS app_wide) OR (client_id = ANY ((( SELECT app_clients() AS app_clients))::uuid[])) OR (client_id IN ( SELECT unnest(( SELECT app_task_clients() AS app_task_clients)) AS unnest))) AND
        CASE
            WHEN client_id = (( SELECT app_client() AS app_client)) THEN NOT ( SELECT app_client_hidden() AS app_client_hidden)
            ELSE client_id <> ALL ((( SELECT app_hidden_places() AS app_hidden_places))::uuid[])
        END;

CREATE OR REPLACE FUNCTION public.access_days(from_on date, until_on date)
 RETURNS daterange
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN daterange(from_on, CASE WHEN (until_on <= from_on) THEN (from_on + 1) ELSE until_on END);

CREATE OR REPLACE FUNCTION public.access_goes_on()
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN 30;

CREATE OR REPLACE FUNCTION public.access_opened()
 RETURNS interval
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN '1 day'::interval;

CREATE OR REPLACE FUNCTION public.access_to_begin()
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN 182;

CREATE OR REPLACE FUNCTION public.access_to_matter()
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN 365;

CREATE OR REPLACE FUNCTION public.access_to_rectify()
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN 60;

CREATE OR REPLACE FUNCTION public.access_vouchers_until(ended_on date)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN make_date(((EXTRACT(year FROM ended_on))::integer + 4), 1, 1);

CREATE OR REPLACE FUNCTION public.account_add(worker uuid, given text, hash text, proof text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform platform.must_be_proven(proof, 'account_add', worker::text, given, hash);
  perform account_must_be_ours(worker);
  insert into platform_account (username, password_hash, worker_id, must_change, waits_for_second)
    values (given, hash, worker, true, session_user <> current_user);
end $function$;

CREATE OR REPLACE FUNCTION public.account_ask_password(worker uuid, half bytea, lost boolean, proof text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform platform.must_be_proven(proof, 'account_ask_password', worker::text, encode(half, 'hex'), lost::text);
  perform account_must_be_ours(worker);
  update platform_account set half_cipher = half, half_asked_by_id = case when half is not null then app_worker() end,
    half_asked_at = case when half is not null then now() end, half_ends_factors = half is not null and lost where worker_id = worker;
end $function$;

CREATE OR REPLACE FUNCTION public.account_change_codes(token bytea, cipher bytea, proof text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select platform.must_be_proven(proof, 'account_change_codes', encode(token, 'hex'), encode(cipher, 'hex'));
  update platform_account set code_cipher = cipher, code_confirmed_at = null, code_step = null
  where id = (select s.account_id from platform_session s where s.token_hash = token and s.ends_at > now())
$function$;

CREATE OR REPLACE FUNCTION public.account_change_password(token bytea, hash text, proof text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  account uuid := (select s.account_id from platform_session s where s.token_hash = token and s.ends_at > now());
begin
  perform platform.must_be_proven(proof, 'account_change_password', encode(token, 'hex'), hash);
  delete from platform_session where account_id = account and token_hash <> token;
  update platform_account set password_hash = hash, must_change = false where id = account;
end $function$;

CREATE OR REPLACE FUNCTION public.account_forget_tries(username bytea, places text[], proof text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select platform.must_be_proven(proof, 'account_forget_tries', encode(username, 'hex'), array_to_json(places)::text);
  delete from platform_attempt where tried_at < now() - interval '1 day' or (username_hash = username
    and source in (select decode(p, 'hex') from unnest(places) as p))
$function$;

CREATE OR REPLACE FUNCTION public.account_given_of_session(token bytea, proof text)
 RETURNS TABLE(given_at timestamp with time zone, given_by text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select platform.must_be_proven(proof, 'account_given_of_session', encode(token, 'hex'));
  select g.at, g.by_name from platform_session s join account_given g on g.account_id = s.account_id
  where s.token_hash = token and s.ends_at > now()
$function$;

CREATE OR REPLACE FUNCTION public.account_must_be_ours(worker uuid)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if session_user <> current_user
    and not exists (select from worker_worker w where w.id = worker and w.organiser_id = any((select app_organisers())::uuid[])) then
    raise exception 'the worker is of another organiser' using errcode = 'insufficient_privilege';
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.account_of(given text, proof text)
 RETURNS TABLE(id uuid, username text, password_hash text, worker_id uuid, organiser_id uuid, language text, code_cipher bytea, code_step bigint, has_passkey boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select platform.must_be_proven(proof, 'account_of', given);
  select a.id, a.username, a.password_hash, a.worker_id, w.organiser_id, w.language,
    case when a.code_confirmed_at is not null then a.code_cipher end, a.code_step,
    exists (select from platform_passkey k where k.account_id = a.id)
  from platform_account a join worker_worker w on w.id = a.worker_id where a.username = given
$function$;

CREATE OR REPLACE FUNCTION public.account_of_provider(subject text, given text, proof text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  found_id uuid := (select id from platform_account where provider_subject = subject);
begin
  perform platform.must_be_proven(proof, 'account_of_provider', subject, given);
  if found_id is null then
    update platform_account set provider_subject = subject
      where username = given and provider_subject is null and not waits_for_second returning id into found_id;
  end if;
  return found_id;
end $function$;

CREATE OR REPLACE FUNCTION public.account_of_session(token bytea, proof text)
 RETURNS TABLE(id uuid, username text, password_hash text, code_cipher bytea, code_step bigint, confirmed boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select platform.must_be_proven(proof, 'account_of_session', encode(token, 'hex'));
  select a.id, a.username, a.password_hash, a.code_cipher, a.code_step, a.code_confirmed_at is not null
  from platform_session s join platform_account a on a.id = s.account_id where s.token_hash = token and s.ends_at > now()
$function$;

CREATE OR REPLACE FUNCTION public.account_renew(worker uuid, hash text, lost boolean, proof text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  ends constant boolean := case when session_user <> current_user
    then coalesce((select a.half_ends_factors from platform_account a where a.worker_id = worker), false) else lost end;
begin
  perform platform.must_be_proven(proof, 'account_renew', worker::text, hash, lost::text);
  perform account_must_be_ours(worker);
  if session_user <> current_user and not exists (select from platform_account a
    where a.worker_id = worker and a.half_asked_by_id <> app_worker() and worker <> app_worker()) then
    raise exception 'a second person gives a new password' using errcode = 'insufficient_privilege';
  end if;
  delete from platform_attempt where username_hash in (
    select sha256(convert_to(a.username, 'UTF8')) from platform_account a where a.worker_id = worker);
  delete from platform_session where worker_id = worker;
  delete from platform_passkey where ends and account_id in (select id from platform_account where worker_id = worker);
  update platform_account set code_cipher = null, code_confirmed_at = null, code_step = null where ends and worker_id = worker;
  update platform_account set password_hash = hash, must_change = true,
    password_given_at = now(), password_given_by_id = coalesce(half_asked_by_id, (select w.id from worker_worker w where w.id = app_worker())),
    half_cipher = null, half_asked_by_id = null, half_asked_at = null, half_ends_factors = false, waits_for_second = false
    where worker_id = worker;
end $function$;

CREATE OR REPLACE FUNCTION public.account_take_back_try(username bytea, places text[], proof text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select platform.must_be_proven(proof, 'account_take_back_try', encode(username, 'hex'), array_to_json(places)::text);
  with place as (select decode(p, 'hex') as source from unnest(places) as p), only_one as (
    delete from platform_attempt where username_hash = username and failed_count = 1 and source in (select source from place))
  update platform_attempt set failed_count = failed_count - 1, waits_until_at = null
  where username_hash = username and failed_count > 1 and source in (select source from place)
$function$;

CREATE OR REPLACE FUNCTION public.account_take_code(account uuid, step bigint, confirm boolean, proof text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform platform.must_be_proven(proof, 'account_take_code', account::text, step::text, confirm::text);
  update platform_account set code_step = step, code_confirmed_at = case when confirm then now() else code_confirmed_at end
    where id = account and code_cipher is not null and coalesce(code_step, 0) < step;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION public.account_tells_given()
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN 30;

CREATE OR REPLACE FUNCTION public.account_try(username bytea, places text[], free integer, longest integer, free_all integer, longest_all integer, proof text)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select platform.must_be_proven(proof, 'account_try', encode(username, 'hex'), array_to_json(places)::text, free::text, longest::text, free_all::text, longest_all::text);
  with place as (select decode(p, 'hex') as source from unnest(places) as p),
  closed as (select max(t.waits_until_at) as until from platform_attempt t join place using (source)
    where t.username_hash = username and t.waits_until_at > now()
      -- What a clock that went back has tried in the future would else wait until then, and as long again.
      and t.tried_at < now() + interval '1 minute'),
  counted as (
    insert into platform_attempt as t (username_hash, source, failed_count, tried_at)
    select username, p.source, 1, now() from place p, closed c where c.until is null
    on conflict (username_hash, source) do update set
      failed_count = case when t.tried_at < now() - interval '1 day' then 1 else least(t.failed_count, 1000) + 1 end,
      waits_until_at = case
        when t.tried_at < now() - interval '1 day' then null
        when t.source = '' and t.failed_count >= free_all
          then now() + make_interval(secs => least(longest_all, 2 ^ least(t.failed_count + 1 - free_all, 20)))
        when t.source <> '' and t.failed_count >= free
          then now() + make_interval(secs => least(longest, 2 ^ least(t.failed_count + 1 - free, 20)))
      end,
      tried_at = now())
  select greatest(0, coalesce(ceil(extract(epoch from until - now())), 0))::int from closed
$function$;

CREATE OR REPLACE FUNCTION public.account_unlock(worker uuid, proof text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform platform.must_be_proven(proof, 'account_unlock', worker::text);
  perform account_must_be_ours(worker);
  delete from platform_attempt where username_hash in (
    select sha256(convert_to(a.username, 'UTF8')) from platform_account a where a.worker_id = worker);
end $function$;

CREATE OR REPLACE FUNCTION public.accounts_of(organiser uuid, proof text)
 RETURNS TABLE(account_id uuid, worker_id uuid, username text, waits_until timestamp with time zone, must_change boolean, given_at timestamp with time zone, given_by text, asked_at timestamp with time zone, asked_by_id uuid, asked_by text, half_cipher bytea, lost boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select platform.must_be_proven(proof, 'accounts_of', organiser::text);
  select a.id, a.worker_id, a.username, (select max(t.waits_until_at) from platform_attempt t
      where t.username_hash = sha256(convert_to(a.username, 'UTF8')) and t.waits_until_at > now()
        and t.tried_at < now() + interval '1 minute'), a.must_change, g.at, g.by_name,
    a.half_asked_at, a.half_asked_by_id, b.given_name || ' ' || b.family_name, a.half_cipher, a.half_ends_factors
  from platform_account a join worker_worker w on w.id = a.worker_id left join account_given g on g.account_id = a.id
  left join worker_worker b on b.id = a.half_asked_by_id
  where w.organiser_id = organiser and (session_user = current_user or organiser = any((select app_organisers())::uuid[]))
$function$;

CREATE OR REPLACE FUNCTION platform.add_to_sums()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into compensation_sum as s (organiser_id, month_on, correcting, kind, party, lines, amount_cents)
    select organiser_id, date_trunc('month', earned_on::timestamp)::date, correcting, kind, party, count(*), sum(amount_cents)
    from line group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict (organiser_id, month_on, correcting, kind, party)
    do update set lines = s.lines + excluded.lines, amount_cents = s.amount_cents + excluded.amount_cents;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.agreement_end_with_placement()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  ends date := case tg_op when 'DELETE' then lower(old.during) else upper(new.during) end;
begin
  delete from agreement_paper v using agreement_agreement a
    where v.agreement_id = a.id and a.placement_id = old.id and lower(a.during) >= ends;
  delete from agreement_approval v using agreement_agreement a
    where v.agreement_id = a.id and a.placement_id = old.id and lower(a.during) >= ends;
  delete from agreement_agreement a where a.placement_id = old.id and lower(a.during) >= ends;
  update agreement_agreement a set during = daterange(lower(a.during), ends), agreed_until_on = coalesce(a.agreed_until_on, upper(a.during))
    where a.placement_id = old.id and upper(a.during) > ends;
  return case tg_op when 'DELETE' then old else new end;
end $function$;

CREATE OR REPLACE FUNCTION public.agreement_go_on_with_placement()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  ended date := upper(old.during);
begin
  update agreement_agreement a set during = app_agreed_days(a.during, a.agreed_until_on) * new.during,
      agreed_until_on = case when upper(new.during) < a.agreed_until_on then a.agreed_until_on end
    where a.placement_id = new.id and a.agreed_until_on is not null and upper(a.during) = ended;
  insert into agreement_agreement (id, organiser_id, client_id, placement_id, tasks, hours, during, agreed_until_on, terms)
    select distinct on (h.id) h.id, h.organiser_id, h.client_id, h.placement_id, h.tasks, h.hours, h.during, h.agreed_until_on, h.terms
    from agreement_agreement_history h
    where h.placement_id = new.id and lower(h.during) >= ended and h.during <@ new.during
      -- One that was taken back stays away.
      and not exists (select from platform_correction c where c.act = 'takeBackAgreement' and c.client_id = h.client_id and c.subject_id = h.id)
      and not exists (select from agreement_agreement a where a.id = h.id or (a.placement_id = h.placement_id and a.during && h.during))
    order by h.id, upper(h.recorded) desc;
  insert into agreement_approval (id, organiser_id, client_id, agreement_id, party, content_hash, approved_on, approved_by, recorded_by_id)
    select distinct on (h.id) h.id, h.organiser_id, h.client_id, h.agreement_id, h.party, h.content_hash, h.approved_on, h.approved_by, h.recorded_by_id
    from agreement_approval_history h
    join agreement_agreement a on a.id = h.agreement_id and a.placement_id = new.id and lower(a.during) >= ended
      and h.content_hash = app_agreement_hash(a.tasks, a.hours, app_agreed_days(a.during, a.agreed_until_on), a.terms)
    where not exists (select from agreement_approval v where v.agreement_id = h.agreement_id and v.party = h.party)
    order by h.id, upper(h.recorded) desc;
  insert into agreement_paper (id, organiser_id, client_id, agreement_id, content_hash, copy, kept_on, pdf, sha256, tells_place)
    select distinct on (h.id) h.id, h.organiser_id, h.client_id, h.agreement_id, h.content_hash, h.copy, h.kept_on, h.pdf, h.sha256, h.tells_place
    from agreement_paper_history h
    join agreement_agreement a on a.id = h.agreement_id and a.placement_id = new.id and lower(a.during) >= ended
    where not exists (select from agreement_paper v where v.agreement_id = h.agreement_id and v.content_hash = h.content_hash and v.copy = h.copy)
    order by h.id, upper(h.recorded) desc;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.app_act_as(worker uuid, organiser uuid, purpose text, proof text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  entry constant text[] := app_entry();
begin
  perform platform.must_be_proven(proof, 'act as', worker::text, organiser::text, purpose);
  perform platform.enter(worker, organiser, purpose, entry[4]::date, entry[5], null);
end $function$;

CREATE OR REPLACE FUNCTION public.app_acted_on()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  kept constant text := coalesce(current_setting('app.acted_on', true), '');
begin
  if kept <> '' and current_setting('app.acted_on_mark', true) = platform.mark_kept('acted on', kept) then
    return kept::uuid;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.app_agreed_days(during daterange, agreed_until_on date)
 RETURNS daterange
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN daterange(lower(during), COALESCE(agreed_until_on, upper(during)));

CREATE OR REPLACE FUNCTION public.app_agreement_hash(tasks text, hours text, during daterange, terms text DEFAULT NULL::text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN encode(sha256(convert_to(((((((((('{"tasks":'::text || (to_json(tasks))::text) || ',"hours":'::text) || (to_json(hours))::text) || ',"from":"'::text) || (lower(during))::text) || '","to":'::text) || COALESCE((('"'::text || (upper(during))::text) || '"'::text), 'null'::text)) || COALESCE((',"terms":'::text || terms), ''::text)) || '}'::text), 'UTF8'::name)), 'hex'::text);

CREATE OR REPLACE FUNCTION public.app_audit(worker uuid, organiser uuid, act text, purpose text, clients uuid[], detail text, address text, instant text, proof text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select platform.must_be_proven(proof, 'app_audit', worker::text, organiser::text, act, purpose, array_to_json(clients)::text, detail, address, instant);
  insert into platform_audit (worker_id, organiser_id, act, purpose, clients, detail, address, happened_at)
    values (worker, organiser, act, purpose, clients, detail::jsonb, address, instant::timestamptz)
$function$;

CREATE OR REPLACE FUNCTION public.app_carrying()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
  select coalesce(nullif(current_setting('app.carrying', true), '') = platform.mark_kept('carrying', ''), false);
$function$;

CREATE OR REPLACE FUNCTION public.app_client()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF((app_entry())[6], ''::text))::uuid;

CREATE OR REPLACE FUNCTION public.app_client_hidden()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return not app_official()
    and exists (select from client_protected p where p.client_id = app_client() and p.during @> (select app_today()));
end $function$;

CREATE OR REPLACE FUNCTION public.app_clients()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
AS $function$
declare
  kept pg_catalog.uuid[] := platform.kept_clients('app.clients');
begin
  if kept is null and platform.find_clients() then
    kept := platform.kept_clients('app.clients');
  end if;
  return coalesce(kept, '{}');
end $function$;

CREATE OR REPLACE FUNCTION public.app_count_across(organisers uuid[], proof text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  entry constant text[] := app_entry();
begin
  perform platform.must_be_proven(proof, 'count across', array_to_json(organisers)::text);
  perform platform.keep_entry(entry[1], organisers::text, 'figures', entry[4], entry[5], entry[6], entry[7], coalesce(entry[1], '') <> '');
end $function$;

CREATE OR REPLACE FUNCTION public.app_enter(worker uuid, organiser uuid, purpose text, today date, instant text, client uuid, proof text)
 RETURNS text[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform platform.must_be_proven(proof, 'enter', worker::text, organiser::text, purpose, today::text, instant, client::text);
  return platform.enter(worker, organiser, purpose, today, instant, client);
end $function$;

CREATE OR REPLACE FUNCTION public.app_enter_session(token bytea, purpose text, today date, instant text, client uuid, proof text)
 RETURNS text[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  session platform_session;
begin
  perform platform.must_be_proven(proof, 'enter session', encode(token, 'hex'), purpose, today::text, instant, client::text);
  select * into session from platform_session s where s.token_hash = token;
  return case when found then platform.enter(session.worker_id, session.organiser_id, purpose, today, instant, client) end;
end $function$;

CREATE OR REPLACE FUNCTION public.app_entry()
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
AS $function$
declare
  -- Types by their schema: else somebody's own, made in passing, would be taken for them.
  told pg_catalog.text := pg_catalog.current_setting('app.entry', true);
  outer_one pg_catalog.bytea;
  inner_one pg_catalog.bytea;
begin
  if session_user operator(pg_catalog.=) current_user then
    return array[current_setting('app.worker', true), current_setting('app.organisers', true), current_setting('app.purpose', true),
      current_setting('app.today', true), current_setting('app.now', true), current_setting('app.client', true), current_setting('app.whole_client', true),
      left((current_setting('app.purpose', true) = 'figures')::text, 1)];
  end if;
  if told is null or told operator(pg_catalog.=) '' then
    return null;
  end if;
  select outer_half, inner_half into outer_one, inner_one from public.platform_entry_key;
  if pg_catalog.encode(pg_catalog.sha256(outer_one operator(pg_catalog.||) pg_catalog.sha256(inner_one operator(pg_catalog.||)
      pg_catalog.convert_to(pg_catalog.concat_ws('.', 'entry', extract(epoch from pg_catalog.now()), told), 'UTF8'))), 'hex')
      operator(pg_catalog.=) pg_catalog.current_setting('app.entry_mark', true) then
    return pg_catalog.string_to_array(told, '|');
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.app_hidden_places()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  if app_official() then
    return '{}';
  end if;
  return array(select distinct client_id from client_protected where during @> (select app_today()));
end $function$;

CREATE OR REPLACE FUNCTION public.app_in_role(asked text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return exists (select from worker_post p where p.worker_id = (select app_worker()) and p.role = asked
    and p.organiser_id = any((select app_organisers())::uuid[]) and p.during @> (select app_today()));
end $function$;

CREATE OR REPLACE FUNCTION public.app_known_at()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.known_at'::text, true), ''::text))::timestamp with time zone;

CREATE OR REPLACE FUNCTION public.app_narrow()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
AS $function$
declare
  narrow pg_catalog.uuid[] := platform.kept_clients('app.narrow');
begin
  if narrow operator(pg_catalog.=) '{}' or public.app_wide() then
    return '{}';
  end if;
  if narrow is null and platform.find_clients() then
    narrow := platform.kept_clients('app.narrow');
  end if;
  if narrow is null or narrow operator(pg_catalog.=) '{}' or not public.app_official() then
    return narrow;
  end if;
  return array(select n from pg_catalog.unnest(narrow) n where n operator(pg_catalog.<>) all(public.app_task_clients()));
end $function$;

CREATE OR REPLACE FUNCTION public.app_narrow_rows(kind text)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  kept uuid[] := platform.kept_clients('app.narrow_' || kind);
  clients uuid[];
  named text[];
begin
  if kept is null then
    clients := app_narrow();
    named := app_narrow_services();
    kept := case kind
      when 'plan' then array(select t.id from plan_plan t where t.client_id = any(clients) and t.service = any(named))
      when 'decision' then array(select t.id from decision_decision t where t.client_id = any(clients) and t.service = any(named))
      when 'relationship' then array(select t.id from relationship_relationship t where t.client_id = any(clients) and t.service = any(named))
      when 'referral' then array(select t.id from referral_referral t where t.client_id = any(clients) and t.service = any(named))
      when 'placement' then array(select t.id from placement_placement t where t.client_id = any(clients) and t.service = any(named))
      when 'agreement' then array(select t.id from agreement_agreement t join placement_placement p on p.id = t.placement_id
        where t.client_id = any(clients) and p.service = any(named)) end;
    perform platform.keep_clients('app.narrow_' || kind, kept);
  end if;
  return kept;
end $function$;

CREATE OR REPLACE FUNCTION public.app_narrow_services()
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  kept text := platform.kept_text('app.narrow_services');
begin
  if kept is null then
    -- Each way by its own index: with an or all groups of a country were looked through.
    kept := coalesce((select string_agg(distinct g.service, ',') from (
        select l.group_id as id from worker_group_lead l where l.worker_id = (select app_worker())
        union
        select u.id from worker_post p join organiser_group u on u.unit_id = p.unit_id where p.worker_id = (select app_worker())
          and p.role in ('instructor', 'rehabilitative-instructor') and p.during @> (select app_today())) own
      join organiser_group g on g.id = own.id), '');
    perform platform.keep_text('app.narrow_services', kept);
  end if;
  return string_to_array(kept, ',');
end $function$;

CREATE OR REPLACE FUNCTION public.app_newcomer(client uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from client_client c where c.id = client and c.organiser_id = any((select app_organisers())::uuid[])
    and c.xmin = pg_current_xact_id_if_assigned()::xid)
$function$;

CREATE OR REPLACE FUNCTION public.app_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((NULLIF((app_entry())[5], ''::text))::timestamp with time zone, transaction_timestamp());

CREATE OR REPLACE FUNCTION public.app_official()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  entry constant pg_catalog.text[] := public.app_entry();
begin
  return coalesce(entry[9] operator(pg_catalog.=) 't', entry[3] operator(pg_catalog.=) any(array['case', 'money']) and public.app_in_role('social-worker'), false);
end $function$;

CREATE OR REPLACE FUNCTION public.app_open()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF((app_entry())[10], ''::text))::uuid;

CREATE OR REPLACE FUNCTION public.app_organisers()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((NULLIF((app_entry())[2], ''::text))::uuid[], '{}'::uuid[]);

CREATE OR REPLACE FUNCTION public.app_paid_placements()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(p.id), '{}') from placement_placement p
  where p.organiser_id = any((select app_organisers())::uuid[]) and service_task(p.service) = any((select app_paid_tasks())::text[])
$function$;

CREATE OR REPLACE FUNCTION public.app_paid_tasks()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct t.task), '{}') from worker_post p cross join unnest(p.tasks) t (task)
  where p.worker_id = (select app_worker()) and p.role = 'finance' and p.organiser_id = any((select app_organisers())::uuid[])
    and p.during @> (select app_today())
$function$;

CREATE OR REPLACE FUNCTION public.app_place_hidden(client uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return case when client = app_client() then app_client_hidden() else client = any(app_hidden_places()) end;
end $function$;

CREATE OR REPLACE FUNCTION public.app_placements_at_hand()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when app_purpose() = 'money' then app_paid_placements() end
$function$;

CREATE OR REPLACE FUNCTION public.app_plain()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE(((app_entry())[3] <> ALL (ARRAY['money'::text, 'supervision'::text])), true);

CREATE OR REPLACE FUNCTION public.app_purpose()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE(NULLIF((app_entry())[3], ''::text), 'none'::text);

CREATE OR REPLACE FUNCTION public.app_related_among(relations text[], clients uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE ROWS 20
AS $function$
  select distinct a.client_id from access_client a
  where a.client_id = any(clients) and a.relation = any(relations) and a.during @> (select app_today())
$function$;

CREATE OR REPLACE FUNCTION public.app_seen()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE ROWS 100
AS $function$
  select unnest((select app_clients())) union select unnest((select app_task_clients()))
$function$;

CREATE OR REPLACE FUNCTION public.app_sees(client uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select app_wide() or client = any(app_clients()) or client = any(app_task_clients())
$function$;

CREATE OR REPLACE FUNCTION public.app_sees_service(client uuid, service text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select app_sees(client) and (coalesce(client = app_open(), false) or client <> all(app_narrow()) or service = any(app_narrow_services()))
$function$;

CREATE OR REPLACE FUNCTION public.app_sees_whole(client uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select app_sees(client) and (coalesce(client = app_open(), false) or client <> all(app_narrow()))
$function$;

CREATE OR REPLACE FUNCTION public.app_session(token bytea, today date, idle_minutes integer, proof text)
 RETURNS TABLE(account_id uuid, worker_id uuid, organiser_id uuid, code text, name text, language text, roles text[], must_change boolean, has_codes boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  perform platform.must_be_proven(proof, 'app_session', encode(token, 'hex'), today::text, idle_minutes::text);
  update platform_session s set seen_at = now()
    where s.token_hash = token and s.ends_at > now() and s.seen_at > now() - make_interval(mins => idle_minutes)
      -- One that a clock which went back has seen in the future would else be kept for longer than nobody uses it.
      and (s.seen_at < now() - interval '1 minute' or s.seen_at > now() + interval '1 minute');
  return query
    select s.account_id, s.worker_id, s.organiser_id, o.code, w.family_name || ' ' || w.given_name, s.language,
      array(select distinct p.role from worker_post p where p.worker_id = s.worker_id and p.organiser_id = s.organiser_id and p.during @> today
        and (s.allowed_roles is null or p.role = any(s.allowed_roles))),
      -- The provider asks for its own passwords and codes.
      a.must_change and s.allowed_roles is null, a.code_confirmed_at is not null or s.allowed_roles is not null
        or exists (select from platform_passkey k where k.account_id = a.id)
    from platform_session s join platform_account a on a.id = s.account_id join worker_worker w on w.id = s.worker_id
      join organiser_organiser o on o.id = s.organiser_id
    where s.token_hash = token and s.ends_at > now() and s.seen_at > now() - make_interval(mins => idle_minutes);
end $function$;

CREATE OR REPLACE FUNCTION public.app_supervised_tasks()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct t.task), '{}') from worker_post p cross join unnest(p.tasks) t (task)
  where p.worker_id = (select app_worker()) and p.role = 'manager' and p.organiser_id = any((select app_organisers())::uuid[])
    and p.during @> (select app_today())
$function$;

CREATE OR REPLACE FUNCTION public.app_task_clients()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_nestloop TO 'off'
AS $function$
declare
  kept uuid[];
  wanted constant text := case app_purpose() when 'supervision' then 'supervisor_of' when 'money' then 'paymaster_for' else 'official_for' end;
  today date;
begin
  if wanted = 'official_for' and not app_official() then
    return '{}';
  end if;
  kept := platform.kept_clients('app.task_clients');
  if kept is not null then
    return kept;
  end if;
  today := app_today();
  kept := array(select distinct a.client_id from access a where a.relation = wanted and a.during @> today);
  perform platform.keep_clients('app.task_clients', kept);
  return kept;
end $function$;

CREATE OR REPLACE FUNCTION public.app_tasks_at_hand(paid boolean, supervised boolean)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case app_purpose() when 'money' then case when paid then app_paid_tasks() end
    when 'supervision' then case when supervised then app_supervised_tasks() end end
$function$;

CREATE OR REPLACE FUNCTION public.app_today()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((NULLIF((app_entry())[4], ''::text))::date, ((app_now() AT TIME ZONE 'Europe/Helsinki'::text))::date);

CREATE OR REPLACE FUNCTION public.app_unlimited()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (app_plain() OR app_wide());

CREATE OR REPLACE FUNCTION public.app_unlimited_writing()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((app_purpose() <> 'money'::text) OR app_wide());

CREATE OR REPLACE FUNCTION public.app_whole_client()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF((app_entry())[7], ''::text))::uuid;

CREATE OR REPLACE FUNCTION public.app_wide()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE(((app_entry())[8] = 't'::text), false);

CREATE OR REPLACE FUNCTION public.app_worker()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF((app_entry())[1], ''::text))::uuid;

CREATE OR REPLACE FUNCTION platform.append_only(thing regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create trigger append_only before update or delete on %s for each row execute function platform.refuse_change()', thing);
  execute format('create trigger append_only_truncate before truncate on %s for each statement execute function platform.refuse_change()', thing);
end $function$;

CREATE OR REPLACE FUNCTION public.assessment_after_receipt()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.begun_on < (select r.received_on from referral_referral r where r.id = new.referral_id for key share) then
    raise exception 'an assessment begins after its matter came' using errcode = 'check_violation', constraint = 'assessment_after_receipt';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.assessment_knows_receipt()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from assessment_assessment a where a.referral_id = new.id and a.begun_on < new.received_on) then
    raise exception 'an assessment began before that day' using errcode = 'check_violation', constraint = 'assessment_knows_receipt';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.attendance_bits(during datemultirange, start_on date)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT COALESCE(bit_or(attendance_bits(one.one, attendance_bits.start_on)), (0)::bigint) AS "coalesce" FROM unnest(attendance_bits.during) one(one));

CREATE OR REPLACE FUNCTION public.attendance_bits(during daterange, start_on date)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN isempty(during) THEN (0)::bigint ELSE ((((1)::bigint << LEAST(GREATEST(COALESCE((upper(during) - start_on), 62), 0), 62)) - 1) & (~ (((1)::bigint << LEAST(GREATEST(COALESCE((lower(during) - start_on), 0), 0), 62)) - 1))) END;

CREATE OR REPLACE FUNCTION public.attendance_days_in(organiser uuid, from_on date, until_on date)
 RETURNS TABLE(placement_id uuid, start_on date, marked bigint, present bigint, meals bigint)
 LANGUAGE sql
 STABLE
AS $function$
  select k.placement_id, from_on + 62 * ((k.held_on - from_on) / 62), bit_or(1::bigint << ((k.held_on - from_on) % 62)),
    coalesce(bit_or(1::bigint << ((k.held_on - from_on) % 62)) filter (where k.kind = 'present'), 0),
    coalesce(bit_or(1::bigint << ((k.held_on - from_on) % 62)) filter (where k.kind = 'present' and k.meal), 0)
  from attendance_mark k
  where (select app_known_at()) is null and k.organiser_id = organiser and k.held_on >= from_on and k.held_on < until_on
  group by k.placement_id, (k.held_on - from_on) / 62
  union all
  select k.placement_id, from_on + 62 * ((k.held_on - from_on) / 62), bit_or(1::bigint << ((k.held_on - from_on) % 62)),
    coalesce(bit_or(1::bigint << ((k.held_on - from_on) % 62)) filter (where k.kind = 'present'), 0),
    coalesce(bit_or(1::bigint << ((k.held_on - from_on) % 62)) filter (where k.kind = 'present' and k.meal), 0)
  from known_attendance_mark k
  where (select app_known_at()) is not null and k.organiser_id = organiser and k.held_on >= from_on and k.held_on < until_on
  group by k.placement_id, (k.held_on - from_on) / 62
$function$;

CREATE OR REPLACE FUNCTION public.attendance_marks_outside_interruption()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
declare
  standing jsonb;
begin
  -- A mark that is being made holds its placement: it is waited for, and then seen.
  perform from placement_placement p where p.client_id = new.client_id and p.service = 'rehabilitative-work' for update;
  select jsonb_agg(jsonb_build_array(d.held_on, d.held_on + 1) order by d.held_on) into standing
    from (select distinct m.held_on from attendance_mark m join placement_placement p on p.id = m.placement_id
      where p.client_id = new.client_id and p.service = 'rehabilitative-work' and m.held <@ new.during
        and not (tg_op = 'UPDATE' and m.held <@ old.during)) d;
  if standing is not null then
    raise exception 'attendance_mark stands on the days of an interruption'
      using errcode = 'foreign_key_violation', table = 'attendance_mark', constraint = 'attendance_mark_outside_interruption', detail = standing::text;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.attendance_marks_outside_pause()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
declare
  standing jsonb;
begin
  -- A mark that is being made holds its placement: it is waited for, and then seen.
  perform from placement_placement p where p.relationship_id = new.relationship_id for update;
  select jsonb_agg(jsonb_build_array(d.held_on, d.held_on + 1) order by d.held_on) into standing
    from (select distinct m.held_on from attendance_mark m join placement_placement p on p.id = m.placement_id
      where p.relationship_id = new.relationship_id and m.held <@ new.during and not (tg_op = 'UPDATE' and m.held <@ old.during)) d;
  if standing is not null then
    raise exception 'attendance_mark stands on the days of a break'
      using errcode = 'foreign_key_violation', table = 'attendance_mark', constraint = 'attendance_mark_outside_pause', detail = standing::text;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.attendance_not_interrupted()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
begin
  if exists (select from marked m join placement_placement p on p.id = m.placement_id and p.service = 'rehabilitative-work'
      join plan_interruption i on i.client_id = p.client_id where m.held <@ i.during) then
    raise exception 'attendance_mark stands on the days of an interruption'
      using errcode = 'foreign_key_violation', table = 'attendance_mark', constraint = 'attendance_mark_outside_interruption';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.attendance_not_paused()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
begin
  if exists (select from marked m join placement_placement p on p.id = m.placement_id
      join relationship_pause a on a.relationship_id = p.relationship_id where m.held <@ a.during) then
    raise exception 'attendance_mark stands on the days of a break'
      using errcode = 'foreign_key_violation', table = 'attendance_mark', constraint = 'attendance_mark_outside_pause';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.attendance_row_days()
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN 62;

CREATE OR REPLACE FUNCTION public.attendance_taken(clients uuid[])
 RETURNS TABLE(client_id uuid, placement_id uuid, held_on date, hours_a_day numeric)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.id, k.placement_id, k.held_on, p.hours_a_day
  from client_client c
  join client_client o on o.person_id = c.person_id
  join placement_placement p on p.client_id = o.id and p.service = 'rehabilitative-work'
  join attendance_mark k on k.placement_id = p.id and k.kind = 'present'
  where c.id = any(clients) and c.organiser_id = any(app_organisers()) and app_sees_service(c.id, 'rehabilitative-work')
$function$;

CREATE OR REPLACE FUNCTION public.audit_writer(at_instant timestamp with time zone, thing uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select w.family_name || ' ' || w.given_name from platform_audit a join worker_worker w on w.id = a.worker_id
  where a.happened_at = at_instant and a.organiser_id = any((select app_organisers())::uuid[])
  order by a.clients @> array[thing] or strpos(a.detail::text, thing::text) > 0 desc, a.id desc limit 1
$function$;

CREATE OR REPLACE FUNCTION platform.born_before_facts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION platform.born_days()
 RETURNS TABLE(thing regclass, days text[])
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.business_code_key(code text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN NULLIF(regexp_replace(code, '[^0-9]'::text, ''::text, 'g'::text), ''::text);

CREATE OR REPLACE FUNCTION platform.carry(thing text, ids uuid[], successor uuid, since date, over jsonb DEFAULT '{}'::jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  columns text;
  wholes text;
begin
  truncate fresh;
  insert into fresh select id, uuidv7() from unnest(ids) id where not exists (select from moving m where m.old_id = id);
  insert into moving (thing, old_id, new_id, made) select thing, f.old_id, f.new_id, true from fresh f;
  select string_agg(quote_ident(a.attname), ', ' order by a.attnum),
    string_agg(case
      -- A decision that is not carried over is not cited where the one that changed it goes on.
      when a.attname = 'changes_id' then '(select m.new_id from moving m where m.old_id = t.changes_id)'
      when over ? a.attname then format('(%L::jsonb ->> %L)::%s', over, a.attname, format_type(a.atttypid, a.atttypmod))
      when a.attname = 'id' then 'f.new_id'
      when a.attname = 'name' then 'coalesce((select n.name from renamed n where n.id = t.id), t.name)'
      when a.attname = 'organiser_id' then format('%L::uuid', successor)
      when a.attname = 'during' and since is not null then format('t.during * daterange(%L, null)', since)
      when a.atttypid = 'uuid'::regtype and a.attname <> 'person_id'
        then format('coalesce((select m.new_id from moving m where m.old_id = t.%1$I), t.%1$I)', a.attname)
      else format('t.%I', a.attname) end, ', ' order by a.attnum)
    into columns, wholes
    from pg_attribute a where a.attrelid = thing::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and a.attname <> 'recorded';
  execute format('insert into %I (%s) select %s from %I t join fresh f on f.old_id = t.id order by t.id', thing, columns, wholes, thing);
end $function$;

CREATE OR REPLACE FUNCTION public.carrying_answering(carrying uuid)
 RETURNS TABLE(name text, clients bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select w.family_name || ' ' || w.given_name, count(distinct l.client_id)
  from (select distinct x.client_id from carrying_later(carrying) x where x.client_id is not null) l
  left join lateral (
    select r.worker_id from relationship_responsible r where r.client_id = l.client_id and r.during @> (select app_today())
    union select m.worker_id from relationship_case_manager m where m.client_id = l.client_id and m.during @> (select app_today())
  ) a on true
  left join worker_worker w on w.id = a.worker_id
  group by 1 order by 1 nulls last;
$function$;

CREATE OR REPLACE FUNCTION public.carrying_hold_succession()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from carrying_row c where c.succession_id = old.id and not c.taken_back
      and not exists (select from carrying_carrying x where x.id = c.carrying_id and x.taken_back_on is not null)) then
    raise exception 'clients were carried over' using errcode = 'foreign_key_violation', constraint = 'carrying_row_succession_id_fkey';
  end if;
  return old;
end $function$;

CREATE OR REPLACE FUNCTION public.carrying_later(carrying uuid)
 RETURNS TABLE(thing text, row_id uuid, client_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET "TimeZone" TO 'UTC'
AS $function$
#variable_conflict use_column
begin
  perform carrying_taken_back_by($1);
  return query select 'agreement_agreement'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'agreement_agreement'
      order by y.row_id, y.place desc) x
    left join agreement_agreement t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'agreement_approval'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'agreement_approval'
      order by y.row_id, y.place desc) x
    left join agreement_approval t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'agreement_paper'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'agreement_paper'
      order by y.row_id, y.place desc) x
    left join agreement_paper t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'assessment_assessment'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'assessment_assessment'
      order by y.row_id, y.place desc) x
    left join assessment_assessment t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'attendance_mark'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'attendance_mark'
      order by y.row_id, y.place desc) x
    left join attendance_mark t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'client_address'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'client_address'
      order by y.row_id, y.place desc) x
    left join client_address t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'client_benefit'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'client_benefit'
      order by y.row_id, y.place desc) x
    left join client_benefit t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'client_client'::text, x.row_id, x.row_id
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'client_client'
      order by y.row_id, y.place desc) x
    left join client_client t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'client_protection'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'client_protection'
      order by y.row_id, y.place desc) x
    left join client_protection t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'client_reason'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'client_reason'
      order by y.row_id, y.place desc) x
    left join client_reason t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'client_representative'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'client_representative'
      order by y.row_id, y.place desc) x
    left join client_representative t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'coaching_agreed_rhythm'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'coaching_agreed_rhythm'
      order by y.row_id, y.place desc) x
    left join coaching_agreed_rhythm t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'coaching_appointment'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'coaching_appointment'
      order by y.row_id, y.place desc) x
    left join coaching_appointment t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'coaching_contact'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'coaching_contact'
      order by y.row_id, y.place desc) x
    left join coaching_contact t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'cooperation_referral'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'cooperation_referral'
      order by y.row_id, y.place desc) x
    left join cooperation_referral t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'decision_decision'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'decision_decision'
      order by y.row_id, y.place desc) x
    left join decision_decision t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'decision_letter'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'decision_letter'
      order by y.row_id, y.place desc) x
    left join decision_letter t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'decision_notice'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'decision_notice'
      order by y.row_id, y.place desc) x
    left join decision_notice t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'decision_proposal'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'decision_proposal'
      order by y.row_id, y.place desc) x
    left join decision_proposal t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'employer_employer'::text, x.row_id, null::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'employer_employer'
      order by y.row_id, y.place desc) x
    left join employer_employer t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'employer_workplace'::text, x.row_id, null::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'employer_workplace'
      order by y.row_id, y.place desc) x
    left join employer_workplace t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'exit_exit'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'exit_exit'
      order by y.row_id, y.place desc) x
    left join exit_exit t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'exit_transition'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'exit_transition'
      order by y.row_id, y.place desc) x
    left join exit_transition t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'hearing_hearing'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'hearing_hearing'
      order by y.row_id, y.place desc) x
    left join hearing_hearing t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'hearing_notice'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'hearing_notice'
      order by y.row_id, y.place desc) x
    left join hearing_notice t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'organiser_area'::text, x.row_id, null::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'organiser_area'
      order by y.row_id, y.place desc) x
    left join organiser_area t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'organiser_group'::text, x.row_id, null::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'organiser_group'
      order by y.row_id, y.place desc) x
    left join organiser_group t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'organiser_offering'::text, x.row_id, null::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'organiser_offering'
      order by y.row_id, y.place desc) x
    left join organiser_offering t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'organiser_unit'::text, x.row_id, null::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'organiser_unit'
      order by y.row_id, y.place desc) x
    left join organiser_unit t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'ownworker_naming'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'ownworker_naming'
      order by y.row_id, y.place desc) x
    left join ownworker_naming t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'placement_placement'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'placement_placement'
      order by y.row_id, y.place desc) x
    left join placement_placement t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'placement_slot'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'placement_slot'
      order by y.row_id, y.place desc) x
    left join placement_slot t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'plan_goal'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'plan_goal'
      order by y.row_id, y.place desc) x
    left join plan_goal t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'plan_interruption'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'plan_interruption'
      order by y.row_id, y.place desc) x
    left join plan_interruption t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'plan_item'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'plan_item'
      order by y.row_id, y.place desc) x
    left join plan_item t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'plan_paper'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'plan_paper'
      order by y.row_id, y.place desc) x
    left join plan_paper t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'plan_plan'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'plan_plan'
      order by y.row_id, y.place desc) x
    left join plan_plan t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'plan_review'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'plan_review'
      order by y.row_id, y.place desc) x
    left join plan_review t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'plan_signature'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'plan_signature'
      order by y.row_id, y.place desc) x
    left join plan_signature t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'rate_rate'::text, x.row_id, null::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'rate_rate'
      order by y.row_id, y.place desc) x
    left join rate_rate t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'rectification_notice'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'rectification_notice'
      order by y.row_id, y.place desc) x
    left join rectification_notice t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'rectification_request'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'rectification_request'
      order by y.row_id, y.place desc) x
    left join rectification_request t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'referral_referral'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'referral_referral'
      order by y.row_id, y.place desc) x
    left join referral_referral t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'relationship_allocation_rule'::text, x.row_id, null::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'relationship_allocation_rule'
      order by y.row_id, y.place desc) x
    left join relationship_allocation_rule t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'relationship_case_manager'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'relationship_case_manager'
      order by y.row_id, y.place desc) x
    left join relationship_case_manager t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'relationship_pause'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'relationship_pause'
      order by y.row_id, y.place desc) x
    left join relationship_pause t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'relationship_relationship'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'relationship_relationship'
      order by y.row_id, y.place desc) x
    left join relationship_relationship t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'relationship_responsible'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'relationship_responsible'
      order by y.row_id, y.place desc) x
    left join relationship_responsible t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'rhythm_rhythm'::text, x.row_id, null::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'rhythm_rhythm'
      order by y.row_id, y.place desc) x
    left join rhythm_rhythm t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'travel_way'::text, x.row_id, (coalesce(x.became, x.was) ->> 'client_id')::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'travel_way'
      order by y.row_id, y.place desc) x
    left join travel_way t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'worker_deciding_right'::text, x.row_id, null::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'worker_deciding_right'
      order by y.row_id, y.place desc) x
    left join worker_deciding_right t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'worker_group_lead'::text, x.row_id, null::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'worker_group_lead'
      order by y.row_id, y.place desc) x
    left join worker_group_lead t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'worker_letter_share'::text, x.row_id, null::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'worker_letter_share'
      order by y.row_id, y.place desc) x
    left join worker_letter_share t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'worker_post'::text, x.row_id, null::uuid
    from (select distinct on (y.row_id) y.row_id, y.became, y.was from carrying_step y where y.carrying_id = $1 and y.thing = 'worker_post'
      order by y.row_id, y.place desc) x
    left join worker_post t on t.id = x.row_id
    where x.became is not null and (t.id is null
      or (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where x.became ? e.key) <> x.became);
  return query select 'agreement_agreement'::text, t.id, t.client_id
    from carrying_step x join agreement_agreement t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'agreement_agreement' and y.row_id = t.id);
  return query select 'agreement_agreement'::text, t.id, t.client_id
    from carrying_step x join agreement_agreement t on t.placement_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'placement_placement' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'agreement_agreement' and y.row_id = t.id);
  return query select 'agreement_approval'::text, t.id, t.client_id
    from carrying_step x join agreement_approval t on t.agreement_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'agreement_agreement' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'agreement_approval' and y.row_id = t.id);
  return query select 'agreement_approval'::text, t.id, t.client_id
    from carrying_step x join agreement_approval t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'agreement_approval' and y.row_id = t.id);
  return query select 'agreement_paper'::text, t.id, t.client_id
    from carrying_step x join agreement_paper t on t.agreement_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'agreement_agreement' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'agreement_paper' and y.row_id = t.id);
  return query select 'agreement_paper'::text, t.id, t.client_id
    from carrying_step x join agreement_paper t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'agreement_paper' and y.row_id = t.id);
  return query select 'assessment_assessment'::text, t.id, t.client_id
    from carrying_step x join assessment_assessment t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'assessment_assessment' and y.row_id = t.id);
  return query select 'assessment_assessment'::text, t.id, t.client_id
    from carrying_step x join assessment_assessment t on t.referral_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'referral_referral' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'assessment_assessment' and y.row_id = t.id);
  return query select 'attendance_mark'::text, t.id, t.client_id
    from carrying_step x join attendance_mark t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'attendance_mark' and y.row_id = t.id);
  return query select 'attendance_mark'::text, t.id, t.client_id
    from carrying_step x join attendance_mark t on t.placement_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'placement_placement' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'attendance_mark' and y.row_id = t.id);
  return query select 'client_address'::text, t.id, t.client_id
    from carrying_step x join client_address t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'client_address' and y.row_id = t.id);
  return query select 'client_benefit'::text, t.id, t.client_id
    from carrying_step x join client_benefit t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'client_benefit' and y.row_id = t.id);
  return query select 'client_opening'::text, t.id, t.client_id
    from carrying_step x join client_opening t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'client_opening' and y.row_id = t.id);
  return query select 'client_protection'::text, t.id, t.client_id
    from carrying_step x join client_protection t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'client_protection' and y.row_id = t.id);
  return query select 'client_reason'::text, t.id, t.client_id
    from carrying_step x join client_reason t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'client_reason' and y.row_id = t.id);
  return query select 'client_representative'::text, t.id, t.client_id
    from carrying_step x join client_representative t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'client_representative' and y.row_id = t.id);
  return query select 'coaching_agreed_rhythm'::text, t.id, t.client_id
    from carrying_step x join coaching_agreed_rhythm t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'coaching_agreed_rhythm' and y.row_id = t.id);
  return query select 'coaching_agreed_rhythm'::text, t.id, t.client_id
    from carrying_step x join coaching_agreed_rhythm t on t.relationship_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'relationship_relationship' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'coaching_agreed_rhythm' and y.row_id = t.id);
  return query select 'coaching_appointment'::text, t.id, t.client_id
    from carrying_step x join coaching_appointment t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'coaching_appointment' and y.row_id = t.id);
  return query select 'coaching_appointment'::text, t.id, t.client_id
    from carrying_step x join coaching_appointment t on t.contact_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'coaching_contact' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'coaching_appointment' and y.row_id = t.id);
  return query select 'coaching_appointment'::text, t.id, t.client_id
    from carrying_step x join coaching_appointment t on t.moved_to_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'coaching_appointment' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'coaching_appointment' and y.row_id = t.id);
  return query select 'coaching_appointment'::text, t.id, t.client_id
    from carrying_step x join coaching_appointment t on t.relationship_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'relationship_relationship' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'coaching_appointment' and y.row_id = t.id);
  return query select 'coaching_contact'::text, t.id, t.client_id
    from carrying_step x join coaching_contact t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'coaching_contact' and y.row_id = t.id);
  return query select 'coaching_contact'::text, t.id, t.client_id
    from carrying_step x join coaching_contact t on t.referral_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'referral_referral' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'coaching_contact' and y.row_id = t.id);
  return query select 'coaching_contact'::text, t.id, t.client_id
    from carrying_step x join coaching_contact t on t.relationship_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'relationship_relationship' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'coaching_contact' and y.row_id = t.id);
  return query select 'compensation_line'::text, t.id, t.client_id
    from carrying_step x join compensation_line t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'compensation_line' and y.row_id = t.id);
  return query select 'compensation_line'::text, t.id, t.client_id
    from carrying_step x join compensation_line t on t.employer_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'employer_employer' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'compensation_line' and y.row_id = t.id);
  return query select 'compensation_line'::text, t.id, t.client_id
    from carrying_step x join compensation_line t on t.placement_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'placement_placement' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'compensation_line' and y.row_id = t.id);
  return query select 'compensation_line'::text, t.id, t.client_id
    from carrying_step x join compensation_line t on t.rate_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'rate_rate' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'compensation_line' and y.row_id = t.id);
  return query select 'cooperation_referral'::text, t.id, t.client_id
    from carrying_step x join cooperation_referral t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'cooperation_referral' and y.row_id = t.id);
  return query select 'decision_decision'::text, t.id, t.client_id
    from carrying_step x join decision_decision t on t.changes_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'decision_decision' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'decision_decision' and y.row_id = t.id);
  return query select 'decision_decision'::text, t.id, t.client_id
    from carrying_step x join decision_decision t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'decision_decision' and y.row_id = t.id);
  return query select 'decision_decision'::text, t.id, t.client_id
    from carrying_step x join decision_decision t on t.offering_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'organiser_offering' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'decision_decision' and y.row_id = t.id);
  return query select 'decision_decision'::text, t.id, t.client_id
    from carrying_step x join decision_decision t on t.plan_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'plan_plan' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'decision_decision' and y.row_id = t.id);
  return query select 'decision_decision'::text, t.id, t.client_id
    from carrying_step x join decision_decision t on t.referral_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'referral_referral' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'decision_decision' and y.row_id = t.id);
  return query select 'decision_letter'::text, t.id, t.client_id
    from carrying_step x join decision_letter t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'decision_letter' and y.row_id = t.id);
  return query select 'decision_letter'::text, t.id, t.client_id
    from carrying_step x join decision_letter t on t.decision_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'decision_decision' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'decision_letter' and y.row_id = t.id);
  return query select 'decision_notice'::text, t.id, t.client_id
    from carrying_step x join decision_notice t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'decision_notice' and y.row_id = t.id);
  return query select 'decision_notice'::text, t.id, t.client_id
    from carrying_step x join decision_notice t on t.decision_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'decision_decision' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'decision_notice' and y.row_id = t.id);
  return query select 'decision_proposal'::text, t.id, t.client_id
    from carrying_step x join decision_proposal t on t.changes_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'decision_decision' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'decision_proposal' and y.row_id = t.id);
  return query select 'decision_proposal'::text, t.id, t.client_id
    from carrying_step x join decision_proposal t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'decision_proposal' and y.row_id = t.id);
  return query select 'decision_proposal'::text, t.id, t.client_id
    from carrying_step x join decision_proposal t on t.offering_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'organiser_offering' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'decision_proposal' and y.row_id = t.id);
  return query select 'decision_proposal'::text, t.id, t.client_id
    from carrying_step x join decision_proposal t on t.plan_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'plan_plan' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'decision_proposal' and y.row_id = t.id);
  return query select 'decision_proposal'::text, t.id, t.client_id
    from carrying_step x join decision_proposal t on t.referral_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'referral_referral' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'decision_proposal' and y.row_id = t.id);
  return query select 'employer_workplace'::text, t.id, null::uuid
    from carrying_step x join employer_workplace t on t.employer_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'employer_employer' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'employer_workplace' and y.row_id = t.id);
  return query select 'exit_exit'::text, t.id, t.client_id
    from carrying_step x join exit_exit t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'exit_exit' and y.row_id = t.id);
  return query select 'exit_exit'::text, t.id, t.client_id
    from carrying_step x join exit_exit t on t.relationship_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'relationship_relationship' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'exit_exit' and y.row_id = t.id);
  return query select 'exit_transition'::text, t.id, t.client_id
    from carrying_step x join exit_transition t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'exit_transition' and y.row_id = t.id);
  return query select 'exit_transition'::text, t.id, t.client_id
    from carrying_step x join exit_transition t on t.from_relationship_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'relationship_relationship' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'exit_transition' and y.row_id = t.id);
  return query select 'exit_transition'::text, t.id, t.client_id
    from carrying_step x join exit_transition t on t.to_relationship_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'relationship_relationship' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'exit_transition' and y.row_id = t.id);
  return query select 'hearing_hearing'::text, t.id, t.client_id
    from carrying_step x join hearing_hearing t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'hearing_hearing' and y.row_id = t.id);
  return query select 'hearing_hearing'::text, t.id, t.client_id
    from carrying_step x join hearing_hearing t on t.referral_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'referral_referral' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'hearing_hearing' and y.row_id = t.id);
  return query select 'hearing_notice'::text, t.id, t.client_id
    from carrying_step x join hearing_notice t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'hearing_notice' and y.row_id = t.id);
  return query select 'hearing_notice'::text, t.id, t.client_id
    from carrying_step x join hearing_notice t on t.hearing_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'hearing_hearing' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'hearing_notice' and y.row_id = t.id);
  return query select 'organiser_group'::text, t.id, null::uuid
    from carrying_step x join organiser_group t on t.unit_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'organiser_unit' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'organiser_group' and y.row_id = t.id);
  return query select 'ownworker_naming'::text, t.id, t.client_id
    from carrying_step x join ownworker_naming t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'ownworker_naming' and y.row_id = t.id);
  return query select 'ownworker_naming'::text, t.id, t.client_id
    from carrying_step x join ownworker_naming t on t.worker_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'worker_worker' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'ownworker_naming' and y.row_id = t.id);
  return query select 'placement_placement'::text, t.id, t.client_id
    from carrying_step x join placement_placement t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'placement_placement' and y.row_id = t.id);
  return query select 'placement_placement'::text, t.id, t.client_id
    from carrying_step x join placement_placement t on t.group_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'organiser_group' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'placement_placement' and y.row_id = t.id);
  return query select 'placement_placement'::text, t.id, t.client_id
    from carrying_step x join placement_placement t on t.relationship_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'relationship_relationship' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'placement_placement' and y.row_id = t.id);
  return query select 'placement_placement'::text, t.id, t.client_id
    from carrying_step x join placement_placement t on t.workplace_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'employer_workplace' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'placement_placement' and y.row_id = t.id);
  return query select 'placement_slot'::text, t.id, t.client_id
    from carrying_step x join placement_slot t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'placement_slot' and y.row_id = t.id);
  return query select 'placement_slot'::text, t.id, t.client_id
    from carrying_step x join placement_slot t on t.placement_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'placement_placement' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'placement_slot' and y.row_id = t.id);
  return query select 'plan_goal'::text, t.id, t.client_id
    from carrying_step x join plan_goal t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'plan_goal' and y.row_id = t.id);
  return query select 'plan_goal'::text, t.id, t.client_id
    from carrying_step x join plan_goal t on t.plan_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'plan_plan' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'plan_goal' and y.row_id = t.id);
  return query select 'plan_interruption'::text, t.id, t.client_id
    from carrying_step x join plan_interruption t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'plan_interruption' and y.row_id = t.id);
  return query select 'plan_interruption'::text, t.id, t.client_id
    from carrying_step x join plan_interruption t on t.plan_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'plan_plan' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'plan_interruption' and y.row_id = t.id);
  return query select 'plan_item'::text, t.id, t.client_id
    from carrying_step x join plan_item t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'plan_item' and y.row_id = t.id);
  return query select 'plan_item'::text, t.id, t.client_id
    from carrying_step x join plan_item t on t.plan_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'plan_plan' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'plan_item' and y.row_id = t.id);
  return query select 'plan_paper'::text, t.id, t.client_id
    from carrying_step x join plan_paper t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'plan_paper' and y.row_id = t.id);
  return query select 'plan_paper'::text, t.id, t.client_id
    from carrying_step x join plan_paper t on t.plan_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'plan_plan' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'plan_paper' and y.row_id = t.id);
  return query select 'plan_plan'::text, t.id, t.client_id
    from carrying_step x join plan_plan t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'plan_plan' and y.row_id = t.id);
  return query select 'plan_plan'::text, t.id, t.client_id
    from carrying_step x join plan_plan t on t.referral_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'referral_referral' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'plan_plan' and y.row_id = t.id);
  return query select 'plan_review'::text, t.id, t.client_id
    from carrying_step x join plan_review t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'plan_review' and y.row_id = t.id);
  return query select 'plan_review'::text, t.id, t.client_id
    from carrying_step x join plan_review t on t.plan_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'plan_plan' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'plan_review' and y.row_id = t.id);
  return query select 'plan_signature'::text, t.id, t.client_id
    from carrying_step x join plan_signature t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'plan_signature' and y.row_id = t.id);
  return query select 'plan_signature'::text, t.id, t.client_id
    from carrying_step x join plan_signature t on t.plan_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'plan_plan' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'plan_signature' and y.row_id = t.id);
  return query select 'rate_rate'::text, t.id, null::uuid
    from carrying_step x join rate_rate t on t.employer_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'employer_employer' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'rate_rate' and y.row_id = t.id);
  return query select 'rectification_notice'::text, t.id, t.client_id
    from carrying_step x join rectification_notice t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'rectification_notice' and y.row_id = t.id);
  return query select 'rectification_notice'::text, t.id, t.client_id
    from carrying_step x join rectification_notice t on t.request_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'rectification_request' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'rectification_notice' and y.row_id = t.id);
  return query select 'rectification_request'::text, t.id, t.client_id
    from carrying_step x join rectification_request t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'rectification_request' and y.row_id = t.id);
  return query select 'rectification_request'::text, t.id, t.client_id
    from carrying_step x join rectification_request t on t.decision_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'decision_decision' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'rectification_request' and y.row_id = t.id);
  return query select 'referral_referral'::text, t.id, t.client_id
    from carrying_step x join referral_referral t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'referral_referral' and y.row_id = t.id);
  return query select 'refusal_notice'::text, t.id, t.client_id
    from carrying_step x join refusal_notice t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'refusal_notice' and y.row_id = t.id);
  return query select 'refusal_refusal'::text, t.id, t.client_id
    from carrying_step x join refusal_refusal t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'refusal_refusal' and y.row_id = t.id);
  return query select 'refusal_refusal'::text, t.id, t.client_id
    from carrying_step x join refusal_refusal t on t.decision_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'decision_decision' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'refusal_refusal' and y.row_id = t.id);
  return query select 'relationship_case_manager'::text, t.id, t.client_id
    from carrying_step x join relationship_case_manager t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'relationship_case_manager' and y.row_id = t.id);
  return query select 'relationship_case_manager'::text, t.id, t.client_id
    from carrying_step x join relationship_case_manager t on t.worker_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'worker_worker' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'relationship_case_manager' and y.row_id = t.id);
  return query select 'relationship_pause'::text, t.id, t.client_id
    from carrying_step x join relationship_pause t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'relationship_pause' and y.row_id = t.id);
  return query select 'relationship_pause'::text, t.id, t.client_id
    from carrying_step x join relationship_pause t on t.relationship_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'relationship_relationship' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'relationship_pause' and y.row_id = t.id);
  return query select 'relationship_relationship'::text, t.id, t.client_id
    from carrying_step x join relationship_relationship t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'relationship_relationship' and y.row_id = t.id);
  return query select 'relationship_relationship'::text, t.id, t.client_id
    from carrying_step x join relationship_relationship t on t.decision_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'decision_decision' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'relationship_relationship' and y.row_id = t.id);
  return query select 'relationship_relationship'::text, t.id, t.client_id
    from carrying_step x join relationship_relationship t on t.offering_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'organiser_offering' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'relationship_relationship' and y.row_id = t.id);
  return query select 'relationship_responsible'::text, t.id, t.client_id
    from carrying_step x join relationship_responsible t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'relationship_responsible' and y.row_id = t.id);
  return query select 'relationship_responsible'::text, t.id, t.client_id
    from carrying_step x join relationship_responsible t on t.relationship_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'relationship_relationship' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'relationship_responsible' and y.row_id = t.id);
  return query select 'relationship_responsible'::text, t.id, t.client_id
    from carrying_step x join relationship_responsible t on t.worker_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'worker_worker' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'relationship_responsible' and y.row_id = t.id);
  return query select 'travel_way'::text, t.id, t.client_id
    from carrying_step x join travel_way t on t.client_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'client_client' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'travel_way' and y.row_id = t.id);
  return query select 'worker_group_lead'::text, t.id, null::uuid
    from carrying_step x join worker_group_lead t on t.group_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'organiser_group' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'worker_group_lead' and y.row_id = t.id);
  return query select 'worker_group_lead'::text, t.id, null::uuid
    from carrying_step x join worker_group_lead t on t.worker_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'worker_worker' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'worker_group_lead' and y.row_id = t.id);
  return query select 'worker_letter_share'::text, t.id, null::uuid
    from carrying_step x join worker_letter_share t on t.worker_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'worker_worker' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'worker_letter_share' and y.row_id = t.id);
  return query select 'worker_post'::text, t.id, null::uuid
    from carrying_step x join worker_post t on t.unit_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'organiser_unit' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'worker_post' and y.row_id = t.id);
  return query select 'worker_post'::text, t.id, null::uuid
    from carrying_step x join worker_post t on t.worker_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'worker_worker' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'worker_post' and y.row_id = t.id);
  return query select 'worker_post_request'::text, t.id, null::uuid
    from carrying_step x join worker_post_request t on t.asked_by_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'worker_worker' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'worker_post_request' and y.row_id = t.id);
  return query select 'worker_post_request'::text, t.id, null::uuid
    from carrying_step x join worker_post_request t on t.decided_by_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'worker_worker' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'worker_post_request' and y.row_id = t.id);
  return query select 'worker_post_request'::text, t.id, null::uuid
    from carrying_step x join worker_post_request t on t.post_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'worker_post' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'worker_post_request' and y.row_id = t.id);
  return query select 'worker_post_request'::text, t.id, null::uuid
    from carrying_step x join worker_post_request t on t.worker_id = x.row_id
    where x.carrying_id = $1 and x.thing = 'worker_worker' and x.was is null
      and not exists (select from carrying_step y where y.carrying_id = $1 and y.thing = 'worker_post_request' and y.row_id = t.id);
end $function$;

CREATE OR REPLACE FUNCTION public.carrying_left(succession uuid)
 RETURNS TABLE(clients bigint, relationships bigint, pending bigint, decisions bigint, workers bigint, recorded_after bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  s organiser_succession;
begin
  select * into s from organiser_succession o where o.id = succession and o.predecessor_id = any((select app_organisers())::uuid[]);
  if s.id is null or not worker_may_end() then
    raise exception 'tasks are passed on by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  return query
    with r as (select r.* from relationship_relationship r where r.organiser_id = s.predecessor_id
        and (s.services is null or r.service = any(s.services)) and r.during && daterange(s.from_on, null)),
      f as (select f.* from decision_matter f where f.organiser_id = s.predecessor_id and (s.services is null or f.service = any(s.services))
        and f.withdrawn_on is null and f.decision_id is null),
      d as (select d.* from decision_decision d where d.organiser_id = s.predecessor_id and (s.services is null or d.service = any(s.services))
        and d.annulled_on is null and d.left_on is null
          and (d.outcome = 'grant' and decision_days(d.id, d.during, d.provisions) && daterange(s.from_on, null) or carrying_rectified(d.id)))
    select (select count(*) from (select client_id from r union select client_id from f union select client_id from d) x),
      (select count(*) from r), (select count(*) from f), (select count(*) from d),
      case when s.services is null then (select count(distinct p.worker_id) from worker_post p
        where p.organiser_id = s.predecessor_id and p.during && daterange(s.from_on, null)) else 0 end,
      (select count(*) from attendance_mark k join placement_placement p on p.id = k.placement_id
        where k.organiser_id = s.predecessor_id and k.held_on >= s.from_on and (s.services is null or p.service = any(s.services)))
      + (select count(*) from coaching_contact k join r on r.id = k.relationship_id where k.held_on >= s.from_on and not k.outside_service)
      + (select count(*) from exit_exit e join relationship_relationship x on x.id = e.relationship_id
        where e.organiser_id = s.predecessor_id and e.ended_on > s.from_on and (s.services is null or x.service = any(s.services)));
end $function$;

CREATE OR REPLACE FUNCTION public.carrying_rectified(decision uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from rectification_request q where q.decision_id = decision
    and (q.outcome is null or q.appealed_on is not null and q.court_outcome is null));
$function$;

CREATE OR REPLACE FUNCTION public.carrying_run(succession uuid)
 RETURNS TABLE(client_id uuid, new_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  s organiser_succession;
  day date;
  days daterange;
  ids uuid[];
  people uuid[];
  contacts uuid[];
  appointments uuid[];
  carrying uuid;
  whose text;
  companies text;
begin
  select * into s from organiser_succession o where o.id = succession and o.predecessor_id = any((select app_organisers())::uuid[]) for update;
  if s.id is null or not worker_may_end() then
    raise exception 'tasks are passed on by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  if s.from_on > app_today() then
    raise exception 'the day is yet to come' using errcode = 'check_violation', constraint = 'succession_has_come';
  end if;
  day := s.from_on;
  days := daterange(day, null);
  insert into carrying_carrying (succession_id, carried_on, carried_by_id) values (s.id, app_today(), app_worker()) returning id into carrying;
  perform set_config('app.carrying_id', carrying::text, true);
  -- What is carried is held to no rule of what is recorded anew, since it stands already.
  perform set_config('app.carrying', platform.mark_kept('carrying', ''), true);
  create temporary table renamed (id uuid primary key, name text not null) on commit drop;
  select o.name_fi into whose from organiser_organiser o where o.id = s.predecessor_id;
  -- Made here, and nowhere but anew: what somebody had made by the name would run what they hung on it with the owner's rights.
  create temporary table fresh (old_id uuid primary key, new_id uuid not null) on commit drop;
  create temporary table moving (thing text not null, old_id uuid primary key, new_id uuid not null, made boolean not null) on commit drop;
  insert into moving select distinct on (c.old_id) c.thing, c.old_id, c.new_id, false from carrying_row c
    join organiser_succession o on o.id = c.succession_id and o.predecessor_id = s.predecessor_id and o.successor_id = s.successor_id
    where not c.taken_back order by c.old_id;
  create temporary table own on commit drop as
    select r.id, r.client_id, r.decision_id from relationship_relationship r where r.organiser_id = s.predecessor_id
      and (s.services is null or r.service = any(s.services)) and r.during && days;
  create temporary table pending on commit drop as
    select f.id, f.client_id from decision_matter f where f.organiser_id = s.predecessor_id
      and (s.services is null or f.service = any(s.services)) and f.withdrawn_on is null and f.decision_id is null;
  create temporary table granted on commit drop as
    select d.id, d.client_id, d.referral_id, d.plan_id from decision_decision d where d.organiser_id = s.predecessor_id
      and (s.services is null or d.service = any(s.services)) and d.annulled_on is null and d.left_on is null
      and (d.id in (select decision_id from own) or d.outcome = 'grant' and decision_days(d.id, d.during, d.provisions) && days
        or carrying_rectified(d.id));

  -- Where services are given: what the successor has already is the same where it is of the same name, in whatever letters, and of the same
  -- kind too: a unit of that municipality and provider, a group of that service, an employer of that sector and no other code, a workplace of that
  -- employer. What is of that name alone is something else, and is told apart by whose it was.
  insert into moving select 'organiser_offering', p.id, q.id, false from organiser_offering p
    join lateral (select q.id from organiser_offering q where q.organiser_id = s.successor_id and q.service = p.service
      and q.provision_mode = p.provision_mode and q.provider_id is not distinct from p.provider_id and q.during @> day order by q.id limit 1) q on true
    where p.organiser_id = s.predecessor_id and (s.services is null or p.service = any(s.services)) and p.during && days
    on conflict (old_id) do nothing;
  perform platform.carry('organiser_offering', array(select p.id from organiser_offering p where p.organiser_id = s.predecessor_id
    and (s.services is null or p.service = any(s.services)) and p.during && days), s.successor_id, day);
  insert into organiser_area (organiser_id, municipality_code, during)
    select s.successor_id, a.municipality_code, a.during * days from organiser_area a where a.organiser_id = s.predecessor_id and a.during && days
      and not exists (select from organiser_area b where b.organiser_id = s.successor_id and b.municipality_code = a.municipality_code and b.during && days);
  insert into moving select 'organiser_unit', p.id, q.id, false from organiser_unit p
    join organiser_unit q on q.organiser_id = s.successor_id and fold_text(q.name) = fold_text(p.name) and q.municipality_code = p.municipality_code
      and q.provider_id is not distinct from p.provider_id where p.organiser_id = s.predecessor_id and p.during && days
    on conflict (old_id) do nothing;
  insert into renamed select p.id, platform.name_apart('organiser_unit', 'organiser_id', s.successor_id, p.name, whose) from organiser_unit p
    where p.organiser_id = s.predecessor_id and p.during && days;
  perform platform.carry('organiser_unit', array(select u.id from organiser_unit u where u.organiser_id = s.predecessor_id and u.during && days
    and (s.services is null or exists (select from organiser_group g where g.unit_id = u.id and g.service = any(s.services) and g.during && days))),
    s.successor_id, day);
  insert into moving select 'organiser_group', p.id, q.id, false from organiser_group p join moving u on u.old_id = p.unit_id
    join organiser_group q on q.unit_id = u.new_id and fold_text(q.name) = fold_text(p.name) and q.service = p.service
    where p.organiser_id = s.predecessor_id and p.during && days
    on conflict (old_id) do nothing;
  insert into renamed select p.id, platform.name_apart('organiser_group', 'unit_id', u.new_id, p.name, whose)
    from organiser_group p join moving u on u.old_id = p.unit_id where p.organiser_id = s.predecessor_id and p.during && days;
  perform platform.carry('organiser_group', array(select g.id from organiser_group g where g.organiser_id = s.predecessor_id and g.during && days
    and (s.services is null or g.service = any(s.services))), s.successor_id, day);
  insert into moving select 'employer_employer', p.id, q.id, false from employer_employer p
    join lateral (select q.id from employer_employer q where q.organiser_id = s.successor_id
      and (business_code_key(q.business_code) = business_code_key(p.business_code)
        or fold_text(q.name) = fold_text(p.name) and q.sector = p.sector
          and coalesce(business_code_key(q.business_code) = business_code_key(p.business_code), true))
      order by business_code_key(q.business_code) = business_code_key(p.business_code) desc nulls last limit 1) q on true
    where p.organiser_id = s.predecessor_id and p.during && days
    on conflict (old_id) do nothing;
  -- Whom the successor knows as a company by the same code is no place for rehabilitative work (189/2001).
  select string_agg(distinct q.name, ', ') into companies from own join placement_placement p on p.relationship_id = own.id
    join employer_workplace w on w.id = p.workplace_id join employer_employer e on e.id = w.employer_id
    left join moving m on m.old_id = e.id join employer_employer q on q.id = coalesce(m.new_id, e.id)
    where p.service = 'rehabilitative-work' and p.during && days and q.sector = 'private';
  if companies is not null then
    raise exception 'rehabilitative work is not bought from a company' using errcode = 'check_violation', constraint = 'carrying_at_company',
      detail = jsonb_build_object('detail', companies)::text;
  end if;
  insert into renamed select p.id, platform.name_apart('employer_employer', 'organiser_id', s.successor_id, p.name, whose) from employer_employer p
    where p.organiser_id = s.predecessor_id and p.during && days;
  perform platform.carry('employer_employer', array(select e.id from employer_employer e where e.organiser_id = s.predecessor_id and e.during && days),
    s.successor_id, day);
  insert into moving select 'employer_workplace', p.id, q.id, false from employer_workplace p join moving e on e.old_id = p.employer_id
    join employer_workplace q on q.employer_id = e.new_id and fold_text(q.name) = fold_text(p.name)
    where p.organiser_id = s.predecessor_id and p.during && days
    on conflict (old_id) do nothing;
  insert into renamed select p.id, platform.name_apart('employer_workplace', 'organiser_id', s.successor_id, p.name, whose) from employer_workplace p
    where p.organiser_id = s.predecessor_id and p.during && days;
  perform platform.carry('employer_workplace', array(select w.id from employer_workplace w where w.organiser_id = s.predecessor_id and w.during && days),
    s.successor_id, day);
  -- What was found there holds as long as what comes to it.
  update organiser_unit q set during = range_merge(q.during, x.during) from (select m.new_id, range_merge(range_agg(p.during * days)) as during
    from moving m join organiser_unit p on p.id = m.old_id and p.during && days group by m.new_id) x where x.new_id = q.id and not x.during <@ q.during;
  update organiser_group q set during = range_merge(q.during, x.during) from (select m.new_id, range_merge(range_agg(p.during * days)) as during
    from moving m join organiser_group p on p.id = m.old_id and p.during && days group by m.new_id) x where x.new_id = q.id and not x.during <@ q.during;
  update organiser_offering q set during = range_merge(q.during, x.during) from (select m.new_id, range_merge(range_agg(p.during * days)) as during
    from moving m join organiser_offering p on p.id = m.old_id and p.during && days group by m.new_id) x where x.new_id = q.id and not x.during <@ q.during;
  update employer_employer q set during = range_merge(q.during, x.during) from (select m.new_id, range_merge(range_agg(p.during * days)) as during
    from moving m join employer_employer p on p.id = m.old_id and p.during && days group by m.new_id) x where x.new_id = q.id and not x.during <@ q.during;
  update employer_workplace q set during = range_merge(q.during, x.during) from (select m.new_id, range_merge(range_agg(p.during * days)) as during
    from moving m join employer_workplace p on p.id = m.old_id and p.during && days group by m.new_id) x where x.new_id = q.id and not x.during <@ q.during;

  -- By what services are run; the successor's own rules beat those of before.
  perform platform.carry('rate_rate', array(select p.id from rate_rate p where p.organiser_id = s.predecessor_id and p.during && days
    and not exists (select from rate_rate q where q.organiser_id = s.successor_id and q.kind = p.kind and q.during && (p.during * days)
      and q.employer_id is not distinct from (select m.new_id from moving m where m.old_id = p.employer_id))), s.successor_id, day);
  perform platform.carry('rhythm_rhythm', array(select p.id from rhythm_rhythm p where p.organiser_id = s.predecessor_id and p.during && days
    and (s.services is null or p.service = any(s.services)) and not exists (select from rhythm_rhythm q where q.organiser_id = s.successor_id
      and q.service = p.service and q.during && days)), s.successor_id, day);
  perform platform.carry('relationship_allocation_rule', array(select p.id from relationship_allocation_rule p where p.organiser_id = s.predecessor_id
    and p.during && days and (s.services is null or p.service = any(s.services)) and not exists (select from relationship_allocation_rule q
      where q.organiser_id = s.successor_id and q.service = p.service and q.during && days)), s.successor_id, day);

  -- Whoever works there comes along when all tasks do. Who may decide is for the successor to say anew: its rules delegate.
  if s.services is null then
    people := array(select distinct p.worker_id from worker_post p where p.organiser_id = s.predecessor_id and p.during && days);
    perform platform.carry('worker_worker', people, s.successor_id, null);
    perform platform.carry('worker_post', array(select p.id from worker_post p where p.organiser_id = s.predecessor_id and p.during && days), s.successor_id, day);
    perform platform.carry('worker_group_lead', array(select l.id from worker_group_lead l join moving m on m.old_id = l.group_id
      where l.organiser_id = s.predecessor_id and l.during && days), s.successor_id, day);
    -- The successor's own share of the letters beats that of before.
    perform platform.carry('worker_letter_share', array(select l.id from worker_letter_share l where l.organiser_id = s.predecessor_id and l.during && days
      and not exists (select from worker_letter_share q where q.organiser_id = s.successor_id and q.during && (l.during * days))), s.successor_id, day);
  end if;

  -- Clients: one whom the successor knows by the same identity code or as the same person is that one.
  insert into moving select 'client_client', p.id, q.id, false from client_client p
    join lateral (select q.id from client_client q where q.organiser_id = s.successor_id
      and (q.person_id = p.person_id or q.identity_hash = p.identity_hash) order by q.person_id = p.person_id desc, q.id limit 1) q on true
    where p.id in (select client_id from own union select client_id from pending union select client_id from granted)
    on conflict (old_id) do nothing;
  update client_client q set person_id = p.person_id from moving m, client_client p
    where m.thing = 'client_client' and not m.made and q.id = m.new_id and p.id = m.old_id and q.person_id <> p.person_id;
  perform platform.carry('client_client', array(select client_id from own union select client_id from pending union select client_id from granted),
    s.successor_id, null);
  create temporary table came on commit drop as select m.old_id, m.new_id from moving m where m.thing = 'client_client' and m.made;
  perform platform.carry('client_address', array(select a.id from client_address a join came on came.old_id = a.client_id where a.during && days), s.successor_id, day);
  perform platform.carry('client_protection', array(select a.id from client_protection a join came on came.old_id = a.client_id where a.during && days), s.successor_id, day);
  perform platform.carry('client_benefit', array(select a.id from client_benefit a join came on came.old_id = a.client_id where a.during && days), s.successor_id, day);
  perform platform.carry('travel_way', array(select a.id from travel_way a join came on came.old_id = a.client_id where a.during && days), s.successor_id, day);
  perform platform.carry('client_reason', array(select a.id from client_reason a join came on came.old_id = a.client_id where a.during && days), s.successor_id, day);
  perform platform.carry('client_representative', array(select a.id from client_representative a join came on came.old_id = a.client_id where a.during && days),
    s.successor_id, day);

  -- Matters, plans and decisions stand as they were made, and are counted where they were made; the successor's register gives
  -- them numbers of its own.
  perform platform.carry('referral_referral', array(select id from pending union select referral_id from granted), s.successor_id, null,
    jsonb_build_object('came_on', day, 'year', 0, 'number', 0));
  perform platform.carry('assessment_assessment', array(select a.id from assessment_assessment a where a.referral_id in (select id from pending union select referral_id from granted)),
    s.successor_id, null);
  ids := array(select p.id from plan_plan p where p.organiser_id = s.predecessor_id and (p.id in (select plan_id from granted)
    or p.referral_id in (select id from pending) or (s.services is null or p.service = any(s.services)) and p.during && days
      and p.client_id in (select old_id from moving where thing = 'client_client')));
  perform platform.carry('plan_plan', ids, s.successor_id, null, jsonb_build_object('came_on', day));
  perform platform.carry('plan_goal', array(select x.id from plan_goal x where x.plan_id = any(ids)), s.successor_id, null);
  perform platform.carry('plan_item', array(select x.id from plan_item x where x.plan_id = any(ids)), s.successor_id, null);
  perform platform.carry('plan_signature', array(select x.id from plan_signature x where x.plan_id = any(ids)), s.successor_id, null);
  perform platform.carry('plan_interruption', array(select x.id from plan_interruption x where x.plan_id = any(ids)), s.successor_id, null);
  perform platform.carry('plan_paper', array(select x.id from plan_paper x where x.plan_id = any(ids)), s.successor_id, null);
  perform platform.carry('plan_review', array(select x.id from plan_review x where x.plan_id = any(ids)), s.successor_id, null);
  perform platform.carry('decision_decision', array(select id from granted), s.successor_id, null,
    jsonb_build_object('came_on', day, 'year', 0, 'number', 0));
  perform platform.carry('decision_letter', array(select x.id from decision_letter x join granted g on g.id = x.decision_id), s.successor_id, null);
  -- To whom a decision was given and since when its time runs, who was heard of a matter, and what was asked to be rectified.
  perform platform.carry('decision_notice', array(select x.id from decision_notice x join granted g on g.id = x.decision_id), s.successor_id, null);
  perform platform.carry('hearing_hearing', array(select x.id from hearing_hearing x
    where x.referral_id in (select id from pending union select referral_id from granted)), s.successor_id, null);
  perform platform.carry('hearing_notice', array(select n.id from hearing_notice n join hearing_hearing x on x.id = n.hearing_id
    where x.referral_id in (select id from pending union select referral_id from granted)), s.successor_id, null);
  perform platform.carry('rectification_request', array(select x.id from rectification_request x join granted g on g.id = x.decision_id), s.successor_id, null);
  perform platform.carry('rectification_notice', array(select n.id from rectification_notice n join rectification_request x on x.id = n.request_id
    join granted g on g.id = x.decision_id), s.successor_id, null);
  -- What was sent to somebody who decides goes along with that worker; else it is sent anew.
  if s.services is null then
    perform platform.carry('decision_proposal', array(select x.id from decision_proposal x join pending p on p.id = x.referral_id), s.successor_id, null);
  end if;
  delete from decision_proposal x using pending p where p.id = x.referral_id;
  perform platform.carry('cooperation_referral', array(select x.id from cooperation_referral x join moving m on m.old_id = x.client_id and m.thing = 'client_client'
    where x.organiser_id = s.predecessor_id and x.outcome is null and (s.services is null or x.service = any(s.services))), s.successor_id, null);

  -- The service goes on: where, when and with whom.
  perform platform.carry('relationship_relationship', array(select id from own), s.successor_id, day);
  update relationship_relationship q set began_on = coalesce(p.began_on, lower(p.during)) from moving m, relationship_relationship p
    where m.thing = 'relationship_relationship' and m.made and q.id = m.new_id and p.id = m.old_id and coalesce(p.began_on, lower(p.during)) < day;
  if s.services is null then
    perform platform.carry('relationship_responsible', array(select x.id from relationship_responsible x join own on own.id = x.relationship_id
      where x.during && days), s.successor_id, day);
    perform platform.carry('relationship_case_manager', array(select x.id from relationship_case_manager x join came on came.old_id = x.client_id
      where x.during && days), s.successor_id, day);
    perform platform.carry('ownworker_naming', array(select x.id from ownworker_naming x join came on came.old_id = x.client_id
      where x.during && days), s.successor_id, day);
  end if;
  perform platform.carry('relationship_pause', array(select x.id from relationship_pause x join own on own.id = x.relationship_id where x.during && days), s.successor_id, day);
  perform platform.carry('coaching_agreed_rhythm', array(select x.id from coaching_agreed_rhythm x join own on own.id = x.relationship_id where x.during && days), s.successor_id, day);
  ids := array(select x.id from placement_placement x join own on own.id = x.relationship_id where x.during && days);
  perform platform.carry('placement_placement', ids, s.successor_id, day);
  perform platform.carry('placement_slot', array(select x.id from placement_slot x where x.placement_id = any(ids) and x.during && days), s.successor_id, day);
  -- What happened on days of the successor happened there: days marked, contacts held and exits go over, and are there no more.
  perform platform.carry('attendance_mark', array(select k.id from attendance_mark k where k.placement_id = any(ids) and k.held_on >= day), s.successor_id, null);
  delete from attendance_mark k where k.placement_id = any(ids) and k.held_on >= day;
  contacts := array(select k.id from coaching_contact k where k.held_on >= day and not k.outside_service
    and (k.relationship_id in (select own.id from own) or k.referral_id in (select pending.id from pending)));
  perform platform.carry('coaching_contact', contacts, s.successor_id, null);
  -- An appointment of these days, one that was put off to them, and one that a contact of them came of.
  with recursive due as (
    select x.id from coaching_appointment x join own on own.id = x.relationship_id where x.due_on >= day or x.contact_id = any(contacts)
    union select x.id from coaching_appointment x join due on x.moved_to_id = due.id
  )
  select coalesce(array_agg(due.id), '{}') into appointments from due;
  if s.services is null then
    perform platform.carry('coaching_appointment', appointments, s.successor_id, null);
  end if;
  delete from coaching_appointment x where x.id = any(appointments);
  delete from coaching_contact x where x.id = any(contacts);
  perform platform.carry('exit_exit', array(select e.id from exit_exit e join own on own.id = e.relationship_id where e.ended_on > day), s.successor_id, null);
  perform platform.carry('exit_transition', array(select e.id from exit_transition e join own on own.id = e.from_relationship_id where e.moved_on > day),
    s.successor_id, null);
  delete from exit_exit e using own where own.id = e.relationship_id and e.ended_on > day;
  delete from exit_transition e using own where own.id = e.from_relationship_id and e.moved_on > day;
  perform platform.carry('agreement_agreement', array(select x.id from agreement_agreement x where x.placement_id = any(ids) and x.during && days), s.successor_id, day);
  perform platform.carry('agreement_approval', array(select v.id from agreement_approval v join agreement_agreement x on x.id = v.agreement_id
    where x.placement_id = any(ids) and x.during && days), s.successor_id, null);
  -- Whoever approved what was agreed approved it to its end: the successor takes the organiser's place in it.
  update agreement_approval v set content_hash = app_agreement_hash(q.tasks, q.hours, app_agreed_days(q.during, q.agreed_until_on), q.terms)
    from moving m, agreement_agreement q, moving n, agreement_agreement p
    where m.thing = 'agreement_approval' and m.made and v.id = m.new_id and q.id = v.agreement_id
      and n.thing = 'agreement_agreement' and n.new_id = q.id and p.id = n.old_id
      and v.content_hash = app_agreement_hash(p.tasks, p.hours, app_agreed_days(p.during, p.agreed_until_on), p.terms);

  -- Under the predecessor the same ends the day before; what would have begun later never comes to be there.
  delete from agreement_paper x using agreement_agreement a where a.id = x.agreement_id and a.placement_id = any(ids) and lower(a.during) >= day;
  delete from agreement_approval x using agreement_agreement a where a.id = x.agreement_id and a.placement_id = any(ids) and lower(a.during) >= day;
  delete from agreement_agreement x where x.placement_id = any(ids) and lower(x.during) >= day;
  update agreement_agreement x set agreed_until_on = coalesce(x.agreed_until_on, upper(x.during)), during = daterange(lower(x.during), day)
    where x.placement_id = any(ids) and x.during && days;
  delete from placement_slot x where x.placement_id = any(ids) and lower(x.during) >= day;
  update placement_slot x set during = daterange(lower(x.during), day) where x.placement_id = any(ids) and x.during && days;
  delete from placement_placement x where x.id = any(ids) and lower(x.during) >= day;
  update placement_placement x set during = daterange(lower(x.during), day) where x.id = any(ids) and x.during && days;
  delete from relationship_responsible x using own where own.id = x.relationship_id and lower(x.during) >= day;
  update relationship_responsible x set during = daterange(lower(x.during), day) from own where own.id = x.relationship_id and x.during && days;
  delete from relationship_pause x using own where own.id = x.relationship_id and lower(x.during) >= day;
  update relationship_pause x set during = daterange(lower(x.during), day) from own where own.id = x.relationship_id and x.during && days;
  delete from coaching_agreed_rhythm x using own where own.id = x.relationship_id and lower(x.during) >= day;
  update coaching_agreed_rhythm x set during = daterange(lower(x.during), day) from own where own.id = x.relationship_id and x.during && days;
  delete from relationship_relationship x using own where own.id = x.id and lower(x.during) >= day;
  update relationship_relationship x set during = daterange(lower(x.during), day), left_on = day from own where own.id = x.id and x.during && days;
  update decision_decision x set left_on = day from granted where granted.id = x.id;
  update referral_referral x set withdrawn_on = greatest(day, x.received_on), left_on = greatest(day, x.received_on) from pending where pending.id = x.id;
  if s.services is null then
    delete from relationship_case_manager x where x.organiser_id = s.predecessor_id and lower(x.during) >= day;
    update relationship_case_manager x set during = daterange(lower(x.during), day) where x.organiser_id = s.predecessor_id and x.during && days;
    delete from ownworker_naming x where x.organiser_id = s.predecessor_id and lower(x.during) >= day;
    update ownworker_naming x set during = daterange(lower(x.during), day) where x.organiser_id = s.predecessor_id and x.during && days;
    delete from worker_group_lead x where x.organiser_id = s.predecessor_id and lower(x.during) >= day;
    update worker_group_lead x set during = daterange(lower(x.during), day) where x.organiser_id = s.predecessor_id and x.during && days;
    delete from worker_letter_share x where x.organiser_id = s.predecessor_id and lower(x.during) >= day;
    update worker_letter_share x set during = daterange(lower(x.during), day) where x.organiser_id = s.predecessor_id and x.during && days;
    delete from worker_deciding_right x where x.organiser_id = s.predecessor_id and lower(x.during) >= day;
    update worker_deciding_right x set during = daterange(lower(x.during), day) where x.organiser_id = s.predecessor_id and x.during && days;
    -- Whoever signed in there signs in as before, with the same posts under the successor.
    update platform_account a set worker_id = m.new_id from moving m where m.thing = 'worker_worker' and m.old_id = any(people) and m.old_id = a.worker_id;
    update platform_session x set worker_id = m.new_id, organiser_id = s.successor_id from moving m
      where m.thing = 'worker_worker' and m.old_id = any(people) and m.old_id = x.worker_id;
    delete from worker_post x where x.organiser_id = s.predecessor_id and lower(x.during) >= day;
    update worker_post x set during = daterange(lower(x.during), day) where x.organiser_id = s.predecessor_id and x.during && days;
  end if;
  delete from organiser_offering x where x.organiser_id = s.predecessor_id and (s.services is null or x.service = any(s.services)) and lower(x.during) >= day
    and not exists (select from decision_decision d where d.offering_id = x.id) and not exists (select from relationship_relationship r where r.offering_id = x.id);
  update organiser_offering x set during = daterange(lower(x.during), day) where x.organiser_id = s.predecessor_id
    and (s.services is null or x.service = any(s.services)) and lower(x.during) < day and x.during && days;
  insert into carrying_row (succession_id, thing, old_id, new_id, made, carried_on, carried_by_id, carrying_id)
    select s.id, m.thing, m.old_id, m.new_id, m.made, app_today(), app_worker(), carrying from moving m where m.made
      or m.thing = 'client_client' and not exists (select from carrying_row c where c.old_id = m.old_id and c.new_id = m.new_id and not c.taken_back)
    on conflict (old_id, new_id) do update set succession_id = excluded.succession_id, carried_on = excluded.carried_on, carried_by_id = excluded.carried_by_id,
      carrying_id = excluded.carrying_id, taken_back = false;
  perform set_config('app.carrying', '', true), set_config('app.carrying_id', '', true);
  -- Where nothing was left to carry, nothing was carried.
  delete from carrying_carrying c where c.id = carrying and not exists (select from carrying_step x where x.carrying_id = c.id)
    and not exists (select from carrying_row x where x.carrying_id = c.id);
  return query select m.old_id, m.new_id from moving m where m.thing = 'client_client' and (m.made
    or m.old_id in (select own.client_id from own union select pending.client_id from pending));
end $function$;

CREATE OR REPLACE FUNCTION public.carrying_taken_back_by(carrying uuid)
 RETURNS organiser_succession
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  s organiser_succession;
begin
  select o.* into s from carrying_carrying c join organiser_succession o on o.id = c.succession_id where c.id = carrying
    and (o.predecessor_id = any((select app_organisers())::uuid[]) or o.successor_id = any((select app_organisers())::uuid[]));
  if s.id is null or not worker_may_end() then
    raise exception 'carrying is taken back by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  return s;
end $function$;

CREATE OR REPLACE FUNCTION public.carrying_undo(carrying uuid, why text)
 RETURNS TABLE(client_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
 SET "TimeZone" TO 'UTC'
AS $function$
#variable_conflict use_column
declare
  s organiser_succession;
  each record;
  columns text;
  people uuid[];
begin
  s := carrying_taken_back_by(carrying);
  perform from organiser_succession o where o.id = s.id for update;
  if exists (select from carrying_carrying c where c.id = carrying and c.taken_back_on is not null)
    or exists (select from carrying_carrying c where c.succession_id = s.id and c.taken_back_on is null and c.id > carrying) then
    raise exception 'the latest carrying is taken back first' using errcode = 'check_violation', constraint = 'carrying_is_latest';
  end if;
  if exists (select from carrying_later(carrying)) then
    raise exception 'something was recorded since' using errcode = 'check_violation', constraint = 'carrying_stands_alone';
  end if;
  perform set_config('app.carrying', platform.mark_kept('carrying', ''), true);
  people := array(select distinct q.worker_id from carrying_step x join worker_post q on q.id = x.row_id
    where x.carrying_id = carrying and x.thing = 'worker_post' and x.was is null);
  delete from client_visit v where v.client_id in (select x.row_id from carrying_step x where x.carrying_id = carrying and x.thing = 'client_client' and x.was is null);
  delete from worker_deciding_right r where r.post_id in (select x.row_id from carrying_step x
    where x.carrying_id = carrying and x.thing = 'worker_post' and x.was is null);
  begin
    for each in
      select x.thing, x.op, array_agg(x.row_id order by x.place) as ids, jsonb_agg(x.was order by x.place) as rows
      from (select y.*, row_number() over (order by y.place) - row_number() over (partition by y.thing, y.op order by y.place) as island
        from (select z.place, z.thing, z.row_id, z.was, case when z.was is null then 'made' when z.became is null then 'gone' else 'changed' end as op
          from carrying_step z where z.carrying_id = carrying) y) x
      group by x.thing, x.op, x.island order by max(x.place) desc
    loop
      select string_agg(quote_ident(a.attname), ', ' order by a.attnum) into columns from pg_attribute a
        where a.attrelid = each.thing::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attname <> 'recorded';
      if each.op = 'made' and each.thing <> 'worker_worker' then
        execute format('delete from %I where id = any($1)', each.thing) using each.ids;
      elsif each.op = 'gone' then
        execute format('insert into %1$I (%2$s) select %2$s from jsonb_populate_recordset(null::%1$I, $1)', each.thing, columns) using each.rows;
      elsif each.op = 'changed' then
        execute format('update %1$I t set (%2$s) = (select %3$s) from jsonb_populate_recordset(null::%1$I, $1) p where t.id = p.id', each.thing, columns,
          regexp_replace(columns, '(^|, )', '\1p.', 'g')) using each.rows;
      end if;
    end loop;
  exception
    -- What the predecessor recorded since where something goes back stands in the way as well.
    when integrity_constraint_violation or exclusion_violation or unique_violation or foreign_key_violation or check_violation then
      raise exception 'something was recorded since: %', sqlerrm using errcode = 'check_violation', constraint = 'carrying_stands_alone';
  end;
  update platform_account a set worker_id = c.old_id from carrying_row c
    where c.thing = 'worker_worker' and c.succession_id = s.id and c.new_id = any(people) and c.new_id = a.worker_id;
  update platform_session x set worker_id = c.old_id, organiser_id = s.predecessor_id from carrying_row c
    where c.thing = 'worker_worker' and c.succession_id = s.id and c.new_id = any(people) and c.new_id = x.worker_id;
  perform set_config('app.carrying', '', true);
  update carrying_carrying c set taken_back_on = app_today(), taken_back_by_id = app_worker(), taken_back_because = why where c.id = carrying;
  update carrying_row c set taken_back = true where c.carrying_id = carrying and c.thing <> 'worker_worker';
  delete from carrying_step x where x.carrying_id = carrying;
  return query select c.old_id from carrying_row c where c.carrying_id = carrying and c.thing = 'client_client';
end $function$;

CREATE OR REPLACE FUNCTION public.challenge_take(challenge bytea, until text, proof text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform platform.must_be_proven(proof, 'challenge_take', encode(challenge, 'hex'), until);
  delete from platform_challenge where ends_at < now();
  insert into platform_challenge (hash, ends_at) select challenge, until::timestamptz where until::timestamptz > now() on conflict do nothing;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION public.client_alike(organiser uuid, names text[], births date[], hash bytea)
 RETURNS TABLE(client_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.client_name_key(family_name text, given_names text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  family text := public.fold_text(coalesce(family_name, ''));
  given text := public.fold_text(coalesce(given_names, ''));
begin
  return trim(family || ' ' || given || case when position(' ' in family) > 0 then ' ' || replace(family, ' ', '') else '' end
    || case when position(' ' in given) > 0 then ' ' || replace(given, ' ', '') else '' end);
end $function$;

CREATE OR REPLACE FUNCTION public.client_name_sound(part text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  sound text := public.client_name_word(part);
begin
  sound := translate(sound, 'абвгдезиклмнопрстуфыэіъь', 'abvgdeziklmnoprstufyei');
  sound := replace(replace(replace(replace(sound, 'ж', 'zh'), 'х', 'kh'), 'ц', 'ts'), 'ч', 'ch');
  sound := replace(replace(replace(replace(sound, 'ш', 'sh'), 'щ', 'shch'), 'ю', 'yu'), 'я', 'ya');
  sound := regexp_replace(replace(sound, 'chr', 'kr'), 'schtsch|shtsh|shch|sts', 's', 'g');
  sound := regexp_replace(regexp_replace(replace(sound, 'q', 'k'), '(?<!t)sch', 's', 'g'), 'tsch|tsh|tch|ts|tz|cz|ch', 'q', 'g');
  sound := regexp_replace(replace(sound, 'ck', 'k'), 'sh|zh|sz', 's', 'g');
  sound := replace(replace(regexp_replace(sound, 'c(?=[eiy])', 's', 'g'), 'c', 'k'), 'z', 's');
  sound := replace(replace(replace(replace(sound, 'x', 'ks'), 'kh', 'h'), 'ph', 'f'), 'th', 't');
  sound := regexp_replace(replace(replace(sound, 'dh', 'd'), 'w', 'v'), 'f+$', 'v');
  sound := replace(replace(replace(translate(sound, 'jy', 'ii'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u');
  sound := replace(regexp_replace(sound, '(.)\1+', '\1', 'g'), 'ie', 'e');
  return regexp_replace(regexp_replace(sound, 'ander$', 'andr'), '^m[ou]ham[ae]d', 'muhamed');
end $function$;

CREATE OR REPLACE FUNCTION public.client_name_word(part text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN replace(fold_text(COALESCE(part, ''::text)), ' '::text, ''::text);

CREATE OR REPLACE FUNCTION public.client_views(client uuid)
 RETURNS TABLE(act text, worker_id uuid, organiser_id uuid, happened_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    select a.act, a.worker_id, a.organiser_id, a.happened_at from platform_audit a
    where a.clients @> array[client]
      and exists (select from client_client c where c.id = client and c.organiser_id = any((select app_organisers())::uuid[])
        and app_sees_whole(c.id));
end $function$;

CREATE OR REPLACE FUNCTION public.coaching_recorded_since(since timestamp with time zone)
 RETURNS TABLE(id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 5
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.id from coaching_contact c where c.worker_id = (select app_worker()) and lower(c.recorded) >= since
$function$;

CREATE OR REPLACE FUNCTION public.compensation_changed_days(organiser uuid, from_on date, to_on date)
 RETURNS TABLE(client_id uuid, held_on date)
 LANGUAGE sql
 STABLE
AS $function$
  with closed as materialized (
    select m.month_on, date_trunc('day', m.closed_at) as since from compensation_month m where m.organiser_id = organiser
  ), version as (
    -- As the indexes of late marks have it: no month is closed before it is over.
    select k.client_id, k.held_on, k.kind, lower(k.recorded) as at from attendance_mark k
    where k.organiser_id = organiser and k.held_on >= date_trunc('year', from_on::timestamp)::date and k.held_on < to_on
      and date_trunc('month', lower(k.recorded) at time zone 'Europe/Helsinki') > date_trunc('month', k.held_on::timestamp)
    union all
    select h.client_id, h.held_on, h.kind, upper(h.recorded) from attendance_mark_history h
    where h.organiser_id = organiser and h.held_on >= date_trunc('year', from_on::timestamp)::date and h.held_on < to_on
      and date_trunc('month', upper(h.recorded) at time zone 'Europe/Helsinki') > date_trunc('month', h.held_on::timestamp)
  ), changed as materialized (
    select v.client_id, v.held_on, v.kind
    from version v join closed c on c.month_on = date_trunc('month', v.held_on::timestamp)::date and v.at >= c.since
  ), payer as materialized (
    select b.client_id, b.changed_at, lower(b.during) as first_on, least(upper(b.during), c.until_on, to_on) as until_on
    from (select client_id, organiser_id, during, changed_at from participation_payer_change
      union all select client_id, organiser_id, during, changed_at from travel_change) b
    -- What was recorded before a month was closed does not change it.
    cross join lateral (select (max(m.month_on) + interval '1 month')::date as until_on from closed m where m.since <= b.changed_at) c
    where b.organiser_id = organiser and lower(b.during) < c.until_on
      and exists (select from placement_placement p where p.client_id = b.client_id and p.organiser_id = organiser and p.service = 'rehabilitative-work')
  ), eaten as materialized (
    select b.client_id, b.changed_at, greatest(lower(b.during), from_on) as first_on, least(upper(b.during), c.until_on, to_on) as until_on
    from compensation_meal_change b
    cross join lateral (select (max(m.month_on) + interval '1 month')::date as until_on from closed m where m.since <= b.changed_at) c
    where b.organiser_id = organiser and greatest(lower(b.during), from_on) < least(upper(b.during), c.until_on, to_on) and c.until_on is not null
  )
  select c.client_id, c.held_on from changed c where c.held_on >= from_on
  union
  select h.client_id, k.held_on
  from (select c.client_id, date_trunc('year', c.held_on::timestamp)::date as year_on, min(c.held_on) as first_on
    from changed c where c.kind = 'holiday' group by 1, 2) h
  cross join lateral (select m.held_on from attendance_mark m where m.client_id = h.client_id and m.organiser_id = organiser and m.kind = 'holiday'
    and m.held_on > h.first_on and date_trunc('year', m.held_on::timestamp)::date = h.year_on and m.held_on >= from_on and m.held_on < to_on offset 0) k
  union
  select b.client_id, k.held_on
  from payer b
  cross join lateral (select m.held_on from attendance_mark m where m.client_id = b.client_id and m.organiser_id = organiser and m.kind = 'present'
    and m.held_on >= greatest(b.first_on, from_on) and m.held_on < b.until_on offset 0) k
  join closed c on c.month_on = date_trunc('month', k.held_on::timestamp)::date and b.changed_at >= c.since
  union
  select b.client_id, k.held_on
  from eaten b
  cross join lateral (select m.held_on from attendance_mark m where m.client_id = b.client_id and m.organiser_id = organiser and m.kind = 'present' and m.meal
    and m.held_on >= b.first_on and m.held_on < b.until_on offset 0) k
  join closed c on c.month_on = date_trunc('month', k.held_on::timestamp)::date and b.changed_at >= c.since
$function$;

CREATE OR REPLACE FUNCTION public.compensation_earned_in(organiser uuid, from_on date, until_on date)
 RETURNS TABLE(client_id uuid, placement_id uuid, service text, start_on date, kind text, party text, employer_id uuid, rate_id uuid, amount_cents integer, days bigint, times integer)
 LANGUAGE sql
 STABLE
 SET enable_nestloop TO 'off'
AS $function$
  with worth as materialized (
    select w.client_id, w.placement_id, w.service, w.marked, w.for_meal, w.rank, w.kind, w.party, w.employer_id, w.rate_id, w.amount_cents,
      w.holidays, w.during, w.free
    from compensation_worth w where w.organiser_id = organiser and not isempty(w.during)
  ), holiday as (
    select k.placement_id, k.held_on,
      count(*) over (partition by k.client_id, p.service, extract(year from k.held_on) order by k.held_on) as number
    from known_attendance_mark k
    join known_placement_placement p on p.id = k.placement_id and p.organiser_id = organiser
    where k.organiser_id = organiser and k.kind = 'holiday' and k.held_on >= date_trunc('year', from_on::timestamp)::date
      and k.held_on < until_on and k.held_on not in (select c.closed_on from attendance_closed_day c)
  ), marked as (
    select d.placement_id, 'present'::text as kind, d.start_on, 0::bigint as number, d.present as days, d.meals
    from attendance_days_in(organiser, from_on, until_on) d
    union all
    select h.placement_id, 'holiday', from_on + 62 * ((h.held_on - from_on) / 62), h.number, 1::bigint << ((h.held_on - from_on) % 62), 0
    from holiday h where h.held_on >= from_on
  ), earned as materialized (
    select row_number() over () as n, w.client_id, w.placement_id, w.service, m.start_on, w.kind, w.party, w.employer_id, w.rate_id,
      w.amount_cents, w.rank, d.days
    from marked m join worth w on w.placement_id = m.placement_id and w.marked = m.kind
    cross join lateral (select case when w.for_meal then m.meals else m.days end & attendance_bits(w.during, m.start_on)
      & case when w.free is null then -1::bigint else ~attendance_bits(w.free, m.start_on) end as days) d
    where m.number <= w.holidays and d.days <> 0
  ), shared as materialized (
    -- Of whoever earns at one placement alone no day can be taken by another.
    select e.* from earned e where e.client_id in (
      select p.client_id from (select distinct o.client_id, o.placement_id from earned o) p group by p.client_id having count(*) > 1)
  ), taken as (
    select d.n, bit_or(o.days) as days
    from shared d join shared o on o.client_id = d.client_id and o.start_on = d.start_on
      and (o.kind = d.kind and o.placement_id < d.placement_id or o.rank < d.rank)
    group by d.n
  )
  select e.client_id, e.placement_id, e.service, e.start_on, e.kind, e.party, e.employer_id, e.rate_id, e.amount_cents,
    d.days, bit_count(d.days::bit(64))::int
  from earned e left join taken t on t.n = e.n
  cross join lateral (select e.days & ~coalesce(t.days, 0) as days) d
  where d.days <> 0
$function$;

CREATE OR REPLACE FUNCTION public.compensation_holds_rate()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  open_from date := (select max(m.month_on) + interval '1 month' from compensation_month m
    where m.organiser_id = case tg_op when 'DELETE' then old.organiser_id else new.organiser_id end);
  touched date := case tg_op when 'INSERT' then lower(new.during) when 'DELETE' then lower(old.during)
    else case
      when (new.kind, new.employer_id, new.amount_cents, new.paid_holiday_days) is distinct from
        (old.kind, old.employer_id, old.amount_cents, old.paid_holiday_days) or lower(new.during) <> lower(old.during)
        then least(lower(old.during), lower(new.during))
      when upper(new.during) is distinct from upper(old.during) then least(upper(old.during), upper(new.during))
    end end;
begin
  if touched < open_from then
    raise exception 'a rate does not change in a closed month' using errcode = 'check_violation', constraint = 'compensation_holds_rate';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.compensation_law_write(upkeep jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  delete from compensation_upkeep;
  insert into compensation_upkeep select u.service, u.during, u.from_age, u.grounded
    from jsonb_to_recordset(upkeep) as u(service text, during daterange, from_age int, grounded boolean);
end $function$;

CREATE OR REPLACE FUNCTION public.decision_cites(act text, subject uuid, plan uuid, referral uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return case
    when act = 'correctPlan' and subject = plan then 'plan'
    when act in ('correctSignature', 'takeBackSignature') and (exists (select from plan_signature s where s.id = subject and s.plan_id = plan)
      or exists (select from plan_signature_history s where s.id = subject and s.plan_id = plan)) then 'signature'
    when act in ('correctAssessment', 'takeBackAssessment') and (exists (select from assessment_assessment a where a.id = subject and a.referral_id = referral)
      or exists (select from assessment_assessment_history a where a.id = subject and a.referral_id = referral)) then 'assessment'
    when act = 'correctReferral' and subject = referral then 'referral'
    when act in ('correctHearing', 'correctAnswer', 'takeBackAnswer', 'takeBackHearing') and (exists (select from hearing_hearing h where h.id = subject and h.referral_id = referral)
      or exists (select from hearing_hearing_history h where h.id = subject and h.referral_id = referral)) then 'hearing' end;
end $function$;

CREATE OR REPLACE FUNCTION public.decision_days(of_decision uuid, during daterange, provisions text[])
 RETURNS daterange
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select d.held from decision_days_of(of_decision, during, provisions) d;
$function$;

CREATE OR REPLACE FUNCTION public.decision_days_by_plan(of_plan uuid, granting boolean)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select jsonb_agg(distinct jsonb_build_array(lower(x.days), upper(x.days)))::text
  from decision_decision d
  cross join lateral (select coalesce(d.during, daterange(d.decided_on, d.decided_on + 1)) as days) x
  where d.plan_id = of_plan and (not granting or d.outcome = 'grant' and d.annulled_on is null);
$function$;

CREATE OR REPLACE FUNCTION public.decision_days_of(of_decision uuid, during daterange, provisions text[])
 RETURNS TABLE(held daterange)
 LANGUAGE sql
 STABLE
AS $function$
  select nullif(during * daterange(null, least(
    (select min(a.over_on) from decision_repealed_act a
      where (select app_today()) >= a.since_on and exists (select from unnest(provisions) p where starts_with(p, a.act || ':'))),
    (select min(c.from_on) from decision_replaced c where c.decision_id = of_decision))), 'empty')
  offset 0
$function$;

CREATE OR REPLACE FUNCTION public.decision_ends_assessing()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from decision_decision d where d.referral_id = new.referral_id and d.annulled_on is null) then
    raise exception 'the matter is decided' using errcode = 'check_violation', constraint = 'decision_ends_assessing';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.decision_ends_hearing()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if app_worker() is not null and not app_carrying()
    and exists (select from decision_decision d where d.referral_id = new.referral_id and d.annulled_on is null) then
    raise exception 'the matter is decided' using errcode = 'check_violation', constraint = 'decision_ends_hearing';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.decision_excludes(one text, other text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select one = other
    or exists (select from (values ('day-activity', 'day-activity-severe'), ('work-activity', 'work-activity-27e'), ('open-work', 'work-activity-27e'),
      ('work-activity', 'employment-support-27d'), ('open-work', 'employment-support-27d'), ('work-activity-27e', 'employment-support-27d')) pair(a, b)
      where (a, b) in ((one, other), (other, one)));
$function$;

CREATE OR REPLACE FUNCTION public.decision_hold_once()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  -- The decision that holds on more days by this: itself, or the one that it no longer changes, or ends later.
  subject uuid := case when new.annulled_on is null and new.outcome = 'grant' then new.id when tg_op = 'UPDATE' then new.changes_id end;
  standing jsonb;
begin
  if app_worker() is null or new.outcome not in ('grant', 'end') or app_carrying() then
    return null;
  end if;
  perform from client_client c where c.id = new.client_id for no key update;
  if new.changes_id is not null and not exists (select from decision_decision d where d.id = new.changes_id and d.client_id = new.client_id
      and d.organiser_id = new.organiser_id and d.outcome = 'grant' and (decision_excludes(d.service, new.service))) then
    raise exception 'another decision than of the same need' using errcode = 'check_violation', constraint = 'decision_changes_own', table = 'decision_decision';
  end if;
  select jsonb_agg(jsonb_build_array(lower(g.during), upper(g.during)) order by lower(g.during)) into standing
  from decision_granted g
  join decision_granted own on own.client_id = g.client_id and own.organiser_id = g.organiser_id and own.service = own.decided_service
  where own.decision_id = subject and own.client_id = new.client_id and g.decision_id <> subject and g.service = g.decided_service
    and decision_excludes(g.decided_service, own.service) and g.during && own.during;
  if standing is not null then
    raise exception 'days are granted already' using errcode = 'exclusion_violation', constraint = 'decision_granted_once',
      table = 'decision_decision', detail = standing::text;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.decision_hold_within_plan()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if app_worker() is null then
    return new;
  end if;
  if tg_table_name = 'plan_plan' then
    if exists (select from decision_decision d where d.plan_id = new.id and d.outcome = 'grant' and d.annulled_on is null
        and d.service = 'rehabilitative-work' and d.during <@ old.during and not d.during <@ new.during) then
      raise exception 'decisions lie within the plan' using errcode = 'check_violation', constraint = 'decision_within_plan',
        detail = decision_days_by_plan(new.id, true);
    end if;
  elsif not exists (select from plan_plan p where p.id = new.plan_id and new.during <@ p.during) then
    raise exception 'the days are outside the plan' using errcode = 'check_violation', constraint = 'decision_within_plan';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.decision_holds(during daterange, provisions text[], today date)
 RETURNS daterange
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select nullif(during * daterange(null, (select min(a.over_on) from decision_repealed_act a
    where today >= a.since_on and exists (select from unnest(provisions) p where starts_with(p, a.act || ':')))), 'empty');
$function$;

CREATE OR REPLACE FUNCTION public.decision_holds_draft()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from decision_decision d join plan_plan p on p.id = d.plan_id where d.plan_id = old.plan_id and p.kind <> 'service') then
    raise exception 'a decision stands on the draft' using errcode = 'foreign_key_violation', constraint = 'decision_holds_draft';
  end if;
  return old;
end $function$;

CREATE OR REPLACE FUNCTION public.decision_is_together()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'UPDATE' or exists (select from decision_decision d where d.organiser_id = new.organiser_id and d.together_id = new.together_id
      and (d.client_id, d.decided_on, d.decided_by_id) is distinct from (new.client_id, new.decided_on, new.decided_by_id)) then
    raise exception 'one letter is of one client, day and decider' using errcode = 'check_violation', constraint = 'decision_is_together';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.decision_known_as(decision uuid, of_version integer)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return (select min(lower(v.recorded)) from (select id, version, recorded from decision_decision
    union all select id, version, recorded from decision_decision_history) v where v.id = decision and v.version = of_version);
end $function$;

CREATE OR REPLACE FUNCTION public.decision_knows_receipt()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from decision_decision d where d.referral_id = old.id and d.annulled_on is null) then
    raise exception 'a decision knows the day of receipt' using errcode = 'check_violation', constraint = 'decision_knows_receipt';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.decision_law_write(repealed jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  delete from decision_repealed_act;
  insert into decision_repealed_act select * from jsonb_to_recordset(repealed) as r(act text, since_on date, over_on date);
end $function$;

CREATE OR REPLACE FUNCTION public.decision_over_on(provisions text[], today date)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select min(a.over_on) from decision_repealed_act a
  where today >= a.since_on and exists (select from unnest(provisions) p where starts_with(p, a.act || ':'));
$function$;

CREATE OR REPLACE FUNCTION public.decision_plan_goes_on()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from plan_interruption i where i.plan_id = new.plan_id and i.during @> lower(new.during)) then
    raise exception 'the plan is interrupted' using errcode = 'check_violation', constraint = 'decision_plan_goes_on';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.decision_plan_is_signed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if coalesce(plan_signed_on(new.plan_id) > new.decided_on, true) then
    raise exception 'the plan is not signed' using errcode = 'check_violation', constraint = 'decision_plan_is_signed';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.decision_rests_on_hearing()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from decision_decision d where d.referral_id = old.referral_id and d.annulled_on is null and d.unheard_ground is null
    and (d.outcome in ('deny', 'end') or d.in_part or d.changes_id is not null
      -- What was annulled may have granted more: then the decision in its place is against the party.
      or exists (select from decision_decision a where a.referral_id = d.referral_id and a.annulled_on is not null and a.outcome = 'grant'
        and not a.during <@ d.during))
    and (old.respond_by_on < d.decided_on or coalesce(old.answered_on <= d.decided_on, false))
    and (tg_op = 'DELETE' or not (new.respond_by_on < d.decided_on or coalesce(new.answered_on <= d.decided_on, false)))) then
    raise exception 'a decision stands on the hearing' using errcode = 'check_violation', constraint = 'decision_rests_on_hearing';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$;

CREATE OR REPLACE FUNCTION public.decision_rests_on_plan()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  days text := decision_days_by_plan(old.id, false);
begin
  if days is not null then
    raise exception 'a decision cites the plan' using errcode = 'foreign_key_violation', constraint = 'decision_decision_plan_id_fkey', detail = days;
  end if;
  return old;
end $function$;

CREATE OR REPLACE FUNCTION public.decision_rests_on_signature()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from decision_decision d where d.plan_id = old.plan_id and d.outcome = 'grant' and d.annulled_on is null
    and (tg_op = 'DELETE' or new.signed_on > d.decided_on)) then
    raise exception 'a decision stands on the plan' using errcode = 'check_violation', constraint = 'decision_rests_on_signature',
      detail = decision_days_by_plan(old.plan_id, true);
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$;

CREATE OR REPLACE FUNCTION platform.enter(worker uuid, organiser uuid, purpose text, today date, instant text, client uuid)
 RETURNS text[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  organisers constant text := case when organiser is null then '{}' else '{' || organiser || '}' end;
  wide boolean := worker is not null and (purpose = 'figures' or purpose = 'money' and platform.pays_all(worker, organiser, today));
  whole boolean;
  related text[] := '{}';
  posts text[];
begin
  perform platform.keep_entry(worker::text, organisers, purpose, today::text, instant, '', '', wide), set_config('app.known_at', '', true), set_config('app.acted_on', '', true);
  if client is null or worker is null then
    return '{}';
  end if;
  -- The same as the view access has it, but that only those parts of it are asked which the posts of today can give: one that answers
  -- nothing cost as much as one that does.
  posts := array(select p.role from worker_post p where p.worker_id = worker and p.during @> today);
  if purpose = 'supervision' then
    related := array(select a.relation from access_supervisor a where a.worker_id = worker and a.client_id = client and a.organiser_id = organiser and a.during @> today);
  elsif 'finance' = any(posts) then
    related := array(select a.relation from access_paymaster a where a.worker_id = worker and a.client_id = client and a.organiser_id = organiser and a.during @> today);
  end if;
  if 'social-worker' = any(posts) and purpose <> 'supervision' then
    related := related || array(select a.relation from access_keeper a where a.worker_id = worker and a.client_id = client and a.organiser_id = organiser and a.during @> today);
    if purpose <> 'money' then
      related := related || array(select a.relation from access_official a where a.worker_id = worker and a.client_id = client and a.organiser_id = organiser and a.during @> today);
    end if;
  end if;
  if purpose not in ('money', 'supervision') then
    related := related || array(select a.relation from access_responsible a where a.worker_id = worker and a.client_id = client and a.organiser_id = organiser and a.during @> today);
    if exists (select from worker_role_service s where s.role = any(posts)) then
      related := related || array(select a.relation from access_mate a where a.worker_id = worker and a.client_id = client and a.organiser_id = organiser and a.during @> today)
        || array(select a.relation from access_received a where a.worker_id = worker and a.client_id = client and a.organiser_id = organiser and a.during @> today);
    end if;
    if exists (select from worker_group_lead l where l.worker_id = worker) or posts && '{instructor,rehabilitative-instructor}' then
      related := related || array(select a.relation from access_led a where a.worker_id = worker and a.client_id = client and a.organiser_id = organiser and a.during @> today);
    end if;
  end if;
  if related <@ '{keeper_of}' or purpose = 'none' or purpose = 'case' and related <@ '{keeper_of,paymaster_for}' then
    return related;
  end if;
  -- All but those who see them only as instructor or leader of a group.
  whole := not related && '{leader_of,instructor_of}' or related && '{responsible_for,coach_of,receiver_of,supervisor_of}' or wide
    or 'official_for' = any(related) and app_official();
  perform platform.keep_entry(worker::text, organisers, purpose, today::text, instant, client::text, case when whole then client::text else '' end, wide),
    set_config('app.acted_on', client::text, true), set_config('app.acted_on_mark', platform.mark_kept('acted on', client::text), true);
  return related;
end $function$;

CREATE OR REPLACE FUNCTION public.fact_compensation_days(organiser uuid, from_on date, until_on date)
 RETURNS TABLE(service text, client_id uuid, person_id uuid, kind text, party text, amount_cents integer, times integer)
 LANGUAGE sql
 STABLE
AS $function$
  select d.service, d.client_id, c.person_id, d.kind, d.party, d.amount_cents, d.times
  from compensation_earned_in(organiser, from_on, until_on) d
  join known_client_client c on c.id = d.client_id
$function$;

CREATE OR REPLACE FUNCTION public.fact_days_over_limit(organisers uuid[], days daterange)
 RETURNS TABLE(person_id uuid, held_on date)
 LANGUAGE sql
 STABLE
AS $function$ select o.person_id, o.held_on from participation_over_limit(organisers, days) o $function$;

CREATE OR REPLACE FUNCTION public.fact_participation_days(organisers uuid[], from_on date, until_on date)
 RETURNS TABLE(person_id uuid, client_id uuid, held_on date, payer text)
 LANGUAGE sql
 STABLE
AS $function$
  with day as materialized (
    select c.person_id, d.organiser_id, d.client_id, d.held_on from participation_day d join known_client_client c on c.id = d.client_id
    where d.organiser_id = any(organisers) and d.held_on >= from_on and d.held_on < until_on
  ), payer as materialized (
    select p.organiser_id, p.client_id, p.payer, p.during from participation_payer p where p.organiser_id = any(organisers)
  )
  select d.person_id, d.client_id, d.held_on, coalesce(p.payer, 'unknown')
  from day d left join payer p on p.client_id = d.client_id and p.organiser_id = d.organiser_id and p.during @> d.held_on
$function$;

CREATE OR REPLACE FUNCTION platform.find_clients()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  today date;
  clients uuid[];
  narrow uuid[];
begin
  if app_purpose() = 'none' then
    return false;
  end if;
  -- Whoever supervises or pays works with nobody by it: app_task_clients has the clients of the matters and accounts.
  if app_purpose() in ('supervision', 'money') then
    perform platform.keep_clients('app.clients', '{}'), platform.keep_clients('app.narrow', '{}');
    return true;
  end if;
  today := app_today();
  -- In two parts, so that of all referrals ever received only the last year's are looked at.
  select coalesce(array_agg(every.client_id), '{}'), coalesce(array_agg(every.client_id) filter (where not every.whole), '{}')
    into clients, narrow
    from (
      select a.client_id, bool_or(a.relation not in ('leader_of', 'instructor_of')) as whole
      from (select client_id, during, relation from access_client where received_on is null
        union all
        select client_id, during, relation from access_client where received_on between today - access_to_matter() - 1 and today) a
      where a.during @> today group by a.client_id) every;
  -- The client of the act, when the gate has found a relation: so that no other clients need to be asked for.
  if app_client() is not null then
    clients := clients || app_client();
  end if;
  perform platform.keep_clients('app.clients', clients), platform.keep_clients('app.narrow', narrow);
  return true;
end $function$;

CREATE OR REPLACE FUNCTION public.fold_text(body text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
declare
  folded text;
begin
  if body collate "C" ~ '^[A-Za-zÅÄÖåäö -]*$' then
    return trim(both ' ' from regexp_replace(
      translate(body, 'ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖåäö', 'abcdefghijklmnopqrstuvwxyzaaoaao') collate "C", '[ -]+', ' ', 'g'));
  end if;
  folded := regexp_replace(body, '[''’‘‛`´ʼʻʹʾʿ＇\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]', '', 'g');
  folded := normalize(folded, nfkd);
  folded := regexp_replace(folded, '[''’‘‛`´ʼʻʹʾʿ＇\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]', '', 'g');
  folded := normalize(lower(folded collate pg_unicode_fast), nfkd);
  folded := regexp_replace(folded, '[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g');
  folded := translate(folded, 'øđðłŋŧħıəĸǥʒς', 'oddlnthiekgzσ');
  folded := replace(replace(replace(replace(folded, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
  return trim(both ' ' from regexp_replace(folded collate pg_unicode_fast, '[^[:alnum:]]+', ' ', 'g'));
end $function$;

CREATE OR REPLACE FUNCTION platform.forget_clients()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  entry constant text[] := app_entry();
begin
  perform set_config('app.clients', '', true), set_config('app.narrow', '', true), set_config('app.task_clients', '', true),
    set_config('app.narrow_services', '', true), platform.forget_narrow();
  if entry[6] <> '' or entry[9] is not null then
    perform platform.keep_entry(entry[1], entry[2], entry[3], entry[4], entry[5], '', '', entry[8] = 't');
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION platform.forget_gestures()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  delete from platform_gesture where done_at < clock_timestamp() - interval '2 days'
$function$;

CREATE OR REPLACE FUNCTION platform.forget_narrow()
 RETURNS void
 LANGUAGE sql
AS $function$
  select set_config('app.narrow_' || kind, '', true) from unnest(array['plan', 'decision', 'relationship', 'referral', 'placement', 'agreement']) kind
$function$;

CREATE OR REPLACE FUNCTION platform.forget_narrow_rows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform platform.forget_narrow();
  return null;
end $function$;

CREATE OR REPLACE FUNCTION platform.give_number()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
declare
  shared int;
begin
  if new.number <> 0 then
    return new;
  end if;
  new.year := extract(year from (to_jsonb(new) ->> tg_argv[0])::date);
  -- What is decided together has one number.
  if to_jsonb(new) ->> 'together_id' is not null then
    execute format('select number from %I where organiser_id = $1 and together_id = $2 limit 1', tg_table_name)
      into shared using new.organiser_id, (to_jsonb(new) ->> 'together_id')::uuid;
    if shared is not null then
      new.number := shared;
      return new;
    end if;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', tg_table_name, new.organiser_id, new.year), 0));
  execute format('select 1 + greatest((select max(number) from %1$I where organiser_id = $1 and year = $2),
    (select max(number) from %1$I_history where organiser_id = $1 and year = $2), 0)', tg_table_name)
    into new.number using new.organiser_id, new.year;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.handover_appointments(workers uuid[], days daterange)
 RETURNS TABLE(worker_id uuid, client_id uuid, relationship_id uuid, due_on date, starts_at time without time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  if not worker_may_end() then
    raise exception 'clients are handed over by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  return query
    select a.worker_id, a.client_id, a.relationship_id, a.due_on, a.starts_at from coaching_appointment a
    where a.worker_id = any(workers) and a.due_on <@ days and a.due_on >= app_today() and a.organiser_id = any((select app_organisers())::uuid[]);
end $function$;

CREATE OR REPLACE FUNCTION public.handover_goes_on(naming uuid, of_role text)
 RETURNS TABLE(row_id uuid, worker_id uuid, role text, during daterange, lengthens boolean, in_post boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  return query
    with version as (
      select m.id, m.worker_id, of_role as role, m.during, m.recorded, false as past from relationship_case_manager m
        where of_role = 'case-manager' and m.organiser_id = any((select app_organisers())::uuid[]) and app_sees_whole(m.client_id)
          and m.client_id = (select x.client_id from relationship_case_manager x where x.id = naming)
      union all
      select m.id, m.worker_id, of_role, m.during, m.recorded, true from relationship_case_manager_history m
        where of_role = 'case-manager' and m.organiser_id = any((select app_organisers())::uuid[]) and app_sees_whole(m.client_id)
          and m.client_id = (select x.client_id from relationship_case_manager x where x.id = naming)
      union all
      select s.id, s.worker_id, s.role, s.during, s.recorded, false from relationship_responsible s
        where of_role <> 'case-manager' and s.organiser_id = any((select app_organisers())::uuid[]) and app_sees_whole(s.client_id)
          and s.relationship_id = (select x.relationship_id from relationship_responsible x where x.id = naming)
      union all
      select s.id, s.worker_id, s.role, s.during, s.recorded, true from relationship_responsible_history s
        where of_role <> 'case-manager' and s.organiser_id = any((select app_organisers())::uuid[]) and app_sees_whole(s.client_id)
          and s.relationship_id = (select x.relationship_id from relationship_responsible x where x.id = naming)
    ), named as (
      select v.during, f.at, f.during as at_first from version v
      cross join lateral (select lower(w.recorded) as at, w.during from version w where w.id = naming order by lower(w.recorded) limit 1) f
      where v.id = naming and not v.past
    ), piece as (
      -- One who answered as far as the naming did answers now as far as the naming does.
      select v.id, v.worker_id, v.role, lower(v.during) < lower(n.during) as before,
        n.during * daterange(lower(v.during), case when upper_inf(v.during) or upper(v.during) >= upper(n.at_first) then null else upper(v.during) end) as days
      from named n join version v on v.past and v.id <> naming and upper(v.recorded) = n.at
    )
    select coalesce(a.id, p.id), coalesce(a.worker_id, p.worker_id), coalesce(a.role, p.role), p.days, a.id is not null,
      worker_serves(coalesce(a.worker_id, p.worker_id), coalesce(a.role, p.role)) @> p.days
    from piece p cross join named n
    -- Whoever answers on the day before by now, goes on.
    left join version a on p.before and not a.past and a.id <> naming and upper(a.during) = lower(n.during)
    where not isempty(p.days);
end $function$;

CREATE OR REPLACE FUNCTION public.handover_hand_out(moves jsonb, days daterange)
 RETURNS TABLE(id uuid, role text, client_id uuid, from_id uuid, to_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  move record;
  held record;
  rest daterange;
  later daterange;
  made uuid;
begin
  if not worker_may_end() then
    raise exception 'clients are handed over by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  -- As each change of one client waits for the others (turn.ts).
  perform pg_advisory_xact_lock(hashtextextended('client ' || c.client_id, 0)) from (
    select m.client_id from relationship_case_manager m where m.id in (select x.id from jsonb_to_recordset(moves) as x(id uuid))
    union select n.client_id from ownworker_naming n where n.id in (select x.id from jsonb_to_recordset(moves) as x(id uuid))
    union select s.client_id from relationship_responsible s where s.id in (select x.id from jsonb_to_recordset(moves) as x(id uuid))
    order by 1) c;
  for move in select x.id, x.role, x.to_id from jsonb_to_recordset(moves) as x(id uuid, role text, to_id uuid)
  loop
    if move.role = 'case-manager' then
      select m.id, m.organiser_id, m.client_id, null::uuid as relationship_id, null::uuid as group_id, m.worker_id, m.during into held
        from relationship_case_manager m where m.id = move.id and m.organiser_id = any((select app_organisers())::uuid[]) for update;
    elsif move.role = 'own-worker' then
      select n.id, n.organiser_id, n.client_id, null::uuid as relationship_id, null::uuid as group_id, n.worker_id, n.during into held
        from ownworker_naming n where n.id = move.id and n.organiser_id = any((select app_organisers())::uuid[]) for update;
    elsif move.role = 'group-leader' then
      select l.id, l.organiser_id, null::uuid as client_id, null::uuid as relationship_id, l.group_id, l.worker_id, l.during into held
        from worker_group_lead l where l.id = move.id and l.organiser_id = any((select app_organisers())::uuid[]) for update;
    else
      select s.id, s.organiser_id, s.client_id, s.relationship_id, null::uuid as group_id, s.worker_id, s.during into held
        from relationship_responsible s where s.id = move.id and s.role = move.role and s.organiser_id = any((select app_organisers())::uuid[]) for update;
    end if;
    if held.id is null or isempty(held.during * days) then
      raise exception 'nothing to hand over' using errcode = '23503', constraint = 'hand_over_held';
    end if;
    rest := held.during * days;
    perform 1 from worker_post p where p.worker_id = move.to_id for share;
    if move.to_id = held.worker_id or not exists (select from worker_worker w where w.id = move.to_id and w.organiser_id = held.organiser_id)
      or not worker_serves(move.to_id, move.role) @> rest then
      raise exception 'the worker has no such post then' using errcode = '23503', constraint = 'hand_over_to_post';
    end if;
    later := case when upper_inf(rest) then 'empty'::daterange else daterange(upper(rest), upper(held.during)) end;
    made := uuidv7();
    if move.role = 'case-manager' then
      if lower(held.during) < lower(rest) then
        update relationship_case_manager m set during = daterange(lower(held.during), lower(rest)) where m.id = held.id;
      else
        delete from relationship_case_manager m where m.id = held.id;
      end if;
      insert into relationship_case_manager (id, organiser_id, client_id, worker_id, during)
        values (made, held.organiser_id, held.client_id, move.to_id, rest);
      if not isempty(later) then
        insert into relationship_case_manager (organiser_id, client_id, worker_id, during)
          values (held.organiser_id, held.client_id, held.worker_id, later);
      end if;
    elsif move.role = 'own-worker' then
      if lower(held.during) < lower(rest) then
        update ownworker_naming n set during = daterange(lower(held.during), lower(rest)) where n.id = held.id;
      else
        delete from ownworker_naming n where n.id = held.id;
      end if;
      insert into ownworker_naming (id, organiser_id, client_id, worker_id, during)
        values (made, held.organiser_id, held.client_id, move.to_id, rest);
      if not isempty(later) then
        insert into ownworker_naming (organiser_id, client_id, worker_id, during)
          values (held.organiser_id, held.client_id, held.worker_id, later);
      end if;
    elsif move.role = 'group-leader' then
      if lower(held.during) < lower(rest) then
        update worker_group_lead l set during = daterange(lower(held.during), lower(rest)) where l.id = held.id;
      else
        delete from worker_group_lead l where l.id = held.id;
      end if;
      insert into worker_group_lead (id, organiser_id, group_id, worker_id, during)
        values (made, held.organiser_id, held.group_id, move.to_id, rest);
      if not isempty(later) then
        insert into worker_group_lead (organiser_id, group_id, worker_id, during)
          values (held.organiser_id, held.group_id, held.worker_id, later);
      end if;
    else
      if lower(held.during) < lower(rest) then
        update relationship_responsible s set during = daterange(lower(held.during), lower(rest)) where s.id = held.id;
      else
        delete from relationship_responsible s where s.id = held.id;
      end if;
      insert into relationship_responsible (id, organiser_id, client_id, relationship_id, worker_id, role, during)
        values (made, held.organiser_id, held.client_id, held.relationship_id, move.to_id, move.role, rest);
      if not isempty(later) then
        insert into relationship_responsible (organiser_id, client_id, relationship_id, worker_id, role, during)
          values (held.organiser_id, held.client_id, held.relationship_id, held.worker_id, move.role, later);
      end if;
      update coaching_appointment a set worker_id = move.to_id
        where a.relationship_id = held.relationship_id and a.worker_id = held.worker_id and a.due_on <@ rest and a.due_on >= app_today();
    end if;
    return query select made, move.role, held.client_id, held.worker_id, move.to_id;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.handover_hanging(worker uuid, days daterange)
 RETURNS TABLE(id uuid, client_id uuid, relationship_id uuid, service text, role text, group_id uuid, worker_id uuid, during daterange)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  if not worker_may_end() then
    raise exception 'clients are handed over by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  return query
    select s.id, s.client_id, s.relationship_id, r.service, s.role, null::uuid, s.worker_id, s.during * days
      from relationship_responsible s join relationship_relationship r on r.id = s.relationship_id
      where s.worker_id = worker and s.during && days and s.organiser_id = any((select app_organisers())::uuid[])
    union all
    select m.id, m.client_id, null, null, 'case-manager', null, m.worker_id, m.during * days
      from relationship_case_manager m
      where m.worker_id = worker and m.during && days and m.organiser_id = any((select app_organisers())::uuid[])
    union all
    select n.id, n.client_id, null, null, 'own-worker', null, n.worker_id, n.during * days
      from ownworker_naming n
      where n.worker_id = worker and n.during && days and n.organiser_id = any((select app_organisers())::uuid[])
    union all
    select l.id, p.client_id, p.relationship_id, p.service, 'group-leader', l.group_id, l.worker_id, p.during * l.during * days
      from worker_group_lead l join placement_placement p on p.group_id = l.group_id and p.during && l.during * days
      where l.worker_id = worker and l.during && days and l.organiser_id = any((select app_organisers())::uuid[]);
end $function$;

CREATE OR REPLACE FUNCTION public.handover_holds_post()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  refusal text;
  clients jsonb;
begin
  if tg_op = 'UPDATE' and new.role = old.role and new.worker_id = old.worker_id and new.during @> old.during then
    return new;
  end if;
  with held as (
    select s.client_id, null::uuid as group_id, s.during, s.role, 'post_holds_clients' as kind
      from relationship_responsible s where s.worker_id = old.worker_id
    union all
    select m.client_id, null, m.during, 'case-manager', 'post_holds_clients'
      from relationship_case_manager m where m.worker_id = old.worker_id
    union all
    select n.client_id, null, n.during, 'own-worker', 'post_holds_clients'
      from ownworker_naming n where n.worker_id = old.worker_id
    union all
    select null, l.group_id, l.during, 'group-leader', 'post_holds_groups'
      from worker_group_lead l where l.worker_id = old.worker_id
    union all
    select null, null, h.during, 'case-manager', 'post_holds_letters'
      from worker_letter_share h where h.worker_id = old.worker_id
  ), left_over as (
    -- Only days that the post covered before: what was never covered is not this change's doing.
    select h.kind, h.client_id, h.group_id, datemultirange(h.during * old.during)
        - (select coalesce(range_agg(p.during), '{}') from worker_post p
          where p.worker_id = old.worker_id and p.id <> old.id and worker_role_serves(p.role, h.role))
        - case when tg_op = 'UPDATE' and new.worker_id = old.worker_id and worker_role_serves(new.role, h.role)
          then datemultirange(new.during) else '{}' end as days
    from held h
    where worker_role_serves(old.role, h.role) and not isempty(h.during * old.during)
  ), concerned as (
    select l.kind, coalesce(l.client_id, p.client_id) as client_id
    from left_over l left join placement_placement p on p.group_id = l.group_id and l.days && p.during
    where not isempty(l.days)
  )
  select (array_agg(c.kind order by case when c.kind = 'post_holds_clients' then 1 when c.client_id is not null then 2
      when c.kind = 'post_holds_letters' then 3 else 4 end))[1],
    jsonb_agg(distinct jsonb_build_object('clientId', c.client_id)) filter (where c.client_id is not null)
  into refusal, clients from concerned c;
  if refusal is not null then
    raise exception 'the post holds what hangs on it'
      using errcode = 'foreign_key_violation', constraint = refusal, detail = jsonb_build_object('clients', coalesce(clients, '[]'))::text;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$;

CREATE OR REPLACE FUNCTION public.handover_led(of_service text, days daterange)
 RETURNS TABLE(client_id uuid, relationship_id uuid, service text, during daterange)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  if not worker_may_end() then
    raise exception 'rules are set by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  return query
    select distinct on (r.id) r.client_id, r.id, r.service, r.during * days
    from placement_answering a join relationship_relationship r on r.id = a.relationship_id
    where a.role = 'group-leader' and a.service = of_service and a.during && days and a.organiser_id = any((select app_organisers())::uuid[])
      and not exists (select from relationship_responsible s where s.relationship_id = r.id and s.during @> lower(a.during * days))
    order by r.id;
end $function$;

CREATE OR REPLACE FUNCTION public.handover_load(on_day date)
 RETURNS TABLE(worker_id uuid, clients bigint, workplace_ids uuid[], municipality_codes text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  if not worker_may_end() then
    raise exception 'clients are handed over by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  return query
    select a.worker_id, count(distinct a.client_id),
      coalesce(array_agg(distinct p.workplace_id) filter (where p.workplace_id is not null), '{}'),
      coalesce(array_agg(distinct c.municipality_code) filter (where c.municipality_code is not null and not exists (
        select from client_client o join client_protection x on x.client_id = o.id
        where o.person_id = c.person_id and x.during @> (select app_today()))), '{}')
    from (select distinct x.worker_id, x.client_id from placement_answering x
      where x.organiser_id = any((select app_organisers())::uuid[]) and x.during @> on_day) a
    join client_client c on c.id = a.client_id
    left join placement_placement p on p.client_id = a.client_id and p.during @> on_day
    group by a.worker_id;
end $function$;

CREATE OR REPLACE FUNCTION public.handover_people(clients uuid[], on_day date)
 RETURNS TABLE(client_id uuid, name text, birth_on date, language text, municipality_code text, workplace_ids uuid[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  if not worker_may_end() then
    raise exception 'clients are handed over by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  return query
    select c.id, trim(c.family_name || ' ' || c.given_names), c.birth_on, c.service_language,
      case when exists (select from client_client o join client_protection p on p.client_id = o.id
          where o.person_id = c.person_id and p.during @> (select app_today())) then null else c.municipality_code end,
      array(select distinct p.workplace_id from placement_placement p
        where p.client_id = c.id and p.workplace_id is not null and p.during @> on_day order by 1)
    from client_client c where c.id = any(clients) and c.organiser_id = any((select app_organisers())::uuid[]);
end $function$;

CREATE OR REPLACE FUNCTION public.handover_take_back(naming uuid, of_role text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  taken record;
  piece record;
begin
  if of_role = 'case-manager' then
    select m.id, m.organiser_id, m.client_id, null::uuid as relationship_id, m.worker_id into taken from relationship_case_manager m
      where m.id = naming and m.organiser_id = any((select app_organisers())::uuid[]) and app_purpose() = 'case' and app_sees_whole(m.client_id) for update;
  else
    select s.id, s.organiser_id, s.client_id, s.relationship_id, s.worker_id into taken from relationship_responsible s
      where s.id = naming and s.organiser_id = any((select app_organisers())::uuid[]) and app_purpose() = 'case'
        and app_sees_whole(s.client_id) for update;
  end if;
  if taken.id is null then
    return false;
  end if;
  create temporary table going_on on commit drop as select * from handover_goes_on(naming, of_role);
  if exists (select from going_on g where not g.in_post) then
    raise exception 'whoever answered before has no post' using errcode = '23503', constraint = 'goes_on_in_post';
  end if;
  if of_role = 'case-manager' then
    delete from relationship_case_manager m where m.id = naming;
  else
    delete from relationship_responsible s where s.id = naming;
  end if;
  for piece in select * from going_on loop
    if of_role = 'case-manager' then
      update relationship_case_manager m set during = m.during + piece.during where piece.lengthens and m.id = piece.row_id;
      insert into relationship_case_manager (organiser_id, client_id, worker_id, during)
        select taken.organiser_id, taken.client_id, piece.worker_id, piece.during where not piece.lengthens;
    else
      update relationship_responsible s set during = s.during + piece.during where piece.lengthens and s.id = piece.row_id;
      insert into relationship_responsible (organiser_id, client_id, relationship_id, worker_id, role, during)
        select taken.organiser_id, taken.client_id, taken.relationship_id, piece.worker_id, piece.role, piece.during where not piece.lengthens;
      update coaching_appointment a set worker_id = piece.worker_id
        where a.relationship_id = taken.relationship_id and a.worker_id = taken.worker_id and a.outcome is null and a.due_on <@ piece.during
          and a.due_on >= app_today();
    end if;
  end loop;
  drop table going_on;
  return true;
end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_agreement_approval()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.approved_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_agreement_paper()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.kept_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_assessment_assessment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.begun_on, new.finished_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_client_address()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(lower(new.during));
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_client_benefit()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(lower(new.during));
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_client_protection()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(lower(new.during));
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_client_reason()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(lower(new.during));
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_client_representative()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(lower(new.during));
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_coaching_appointment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.due_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_coaching_contact()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.held_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_compensation_line()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.earned_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_cooperation_referral()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.made_on, new.outcome_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_decision_decision()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.annulled_on, new.came_on, new.corrected_on, new.decided_on, lower(new.during), new.last_on, new.left_on, new.served_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_decision_notice()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.sent_on, new.served_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_decision_proposal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(lower(new.during), new.last_on, new.presented_on, new.returned_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_hearing_hearing()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.answered_on, new.asked_on, new.respond_by_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_hearing_notice()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.sent_on, new.served_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_ownworker_naming()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(lower(new.during));
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_plan_goal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.achieved_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_plan_interruption()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.decided_on, lower(new.during), new.ground_on, new.heard_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_plan_paper()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.kept_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_plan_plan()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.came_on, lower(new.during), new.made_on, new.review_on, new.reviewed_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_plan_review()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.next_on, new.reviewed_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_plan_signature()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.signed_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_rectification_notice()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.sent_on, new.served_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_rectification_request()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.appealed_on, new.court_decided_on, new.decided_on, new.received_on, new.served_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_referral_referral()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.came_on, new.left_on, new.received_on, new.withdrawn_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_refusal_notice()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.sent_on, new.served_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_refusal_refusal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.demanded_on, new.refused_on, new.served_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_relationship_case_manager()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(lower(new.during));
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_relationship_relationship()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(new.began_on, lower(new.during), new.left_on);
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_birth_travel_way()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
      declare
        first constant date := least(lower(new.during));
      begin
        if first < (select c.birth_on from client_client c where c.id = new.client_id) and not app_carrying() then
          raise exception 'before birth' using errcode = 'check_violation', table = tg_table_name, constraint = 'before_birth',
            detail = jsonb_build_array(jsonb_build_array(first, first + 1))::text;
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION platform.hold_matters()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
declare
  of_client uuid := new.client_id;
begin
  perform from client_client where id = of_client for no key update;
  if exists (select from referral_referral r join decision_decision d on d.referral_id = r.id and d.annulled_on is null
    where r.client_id = of_client and r.withdrawn_on is not null) then
    raise exception 'a matter is decided or withdrawn, not both' using errcode = 'unique_violation', constraint = 'referral_referral_one_outcome';
  end if;
  if exists (select from referral_referral r left join decision_decision d on d.referral_id = r.id and d.annulled_on is null
    where r.client_id = of_client and r.withdrawn_on is null and d.id is null group by r.service having count(*) > 1) then
    raise exception 'one pending matter of a service' using errcode = 'unique_violation', constraint = 'referral_referral_one_pending';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION platform.hold_within(child regclass, reference text, period text, parent regclass, name text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s add constraint %I foreign key (%I, period %I) references %s (id, period during)',
    child, name, reference, period, parent);
  execute format('create trigger %I before update of during or delete on %s for each row execute function platform.tell_what_stands(%L, %L, %L, %L)',
    name, parent, child, reference, period, name);
end $function$;

CREATE OR REPLACE FUNCTION platform.identity_code_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.identity_hash is null then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('identity codes ' || new.organiser_id, 0));
  -- Whose records one may open is found before the code is looked for: found only where a record has it, the time of the answer told
  -- of records that one may not open.
  perform app_wide(), app_official(), app_clients(), app_task_clients();
  if exists (select from client_register c where c.organiser_id = new.organiser_id and c.identity_hash = new.identity_hash
      and c.id <> new.id and c.person_id <> new.person_id
      -- Records change person to be joined or separated: only those of one code that were one may not come apart.
      and (tg_op = 'INSERT' or new.identity_hash is distinct from old.identity_hash or c.person_id = old.person_id)) then
    raise exception 'the identity code is on another record' using errcode = '23505', constraint = 'client_identity_once';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION platform.in_any_role(asked text[])
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return exists (select from worker_post p where p.worker_id = (select app_worker()) and p.role = any(asked)
    and p.organiser_id = any((select app_organisers())::uuid[]) and p.during @> (select app_today()));
end $function$;

CREATE OR REPLACE FUNCTION public.interruption_rests_on_signature()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  days text := (select jsonb_agg(jsonb_build_array(lower(i.during), upper(i.during)) order by i.during)::text
    from plan_interruption i where i.plan_id = old.plan_id and (tg_op = 'DELETE' or new.signed_on > lower(i.during)));
begin
  if days is not null then
    raise exception 'an interruption stands on the plan' using errcode = 'check_violation', constraint = 'interruption_rests_on_signature', detail = days;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$;

CREATE OR REPLACE FUNCTION platform.keep_clients(name text, clients uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform platform.keep_text(name, array_to_string(clients, ','));
end $function$;

CREATE OR REPLACE FUNCTION platform.keep_entry(worker text, organisers text, purpose text, today text, instant text, client text, whole_client text, wide boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  official constant boolean := purpose in ('case', 'money') and worker <> '' and exists (select from public.worker_post p
    where p.worker_id = worker::uuid and p.role = 'social-worker' and p.organiser_id = any(nullif(organisers, '')::uuid[]) and p.during @> today::date);
  told constant text := concat(worker, '|', organisers, '|', purpose, '|', today, '|', instant, '|', client, '|', whole_client, '|', wide, '|', coalesce(official, false),
    '|', case when purpose = 'case' then whole_client end);
begin
  perform set_config('app.entry', told, true), set_config('app.entry_mark', platform.mark_kept('entry', told), true);
  if session_user = current_user then
    perform set_config('app.worker', worker, true), set_config('app.organisers', organisers, true), set_config('app.purpose', purpose, true),
      set_config('app.today', today, true), set_config('app.now', instant, true), set_config('app.client', client, true),
      set_config('app.whole_client', whole_client, true);
  end if;
end $function$;

CREATE OR REPLACE FUNCTION platform.keep_history(thing regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  name text := thing::text;
begin
  execute format('alter table %I add column recorded tstzrange not null default tstzrange(app_now(), null)', name);
  execute format('alter table %I add constraint %I check (not isempty(recorded) and not lower_inf(recorded))', name, name || '_recorded_check');
  execute format('create table %I (like %I)', name || '_history', name);
  execute format('alter table %I add constraint %I check (upper_inf(recorded))', name, name || '_recorded_open');
  execute format('alter table %I add constraint %I check (not isempty(recorded) and not lower_inf(recorded) and not upper_inf(recorded))',
    name || '_history', name || '_history_recorded_check');
  execute format('create index on %I (id)', name || '_history');
  if exists (select 1 from pg_attribute where attrelid = thing and attname = 'client_id') then
    execute format('create index on %I (organiser_id, client_id)', name || '_history');
  end if;
  execute format('create trigger keep_version before update or delete on %I for each row execute function platform.keep_version()', name);
end $function$;

CREATE OR REPLACE FUNCTION platform.keep_made_days(thing regclass, VARIADIC made text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('drop trigger keep_version on %s', thing);
  execute format('create trigger keep_version before update or delete on %s for each row execute function platform.keep_version(%s)',
    thing, (select string_agg(quote_literal(name), ', ') from unnest(made) name));
end $function$;

CREATE OR REPLACE FUNCTION platform.keep_number()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a running number stays as it was given' using errcode = 'restrict_violation', constraint = 'number_stays';
end $function$;

CREATE OR REPLACE FUNCTION platform.keep_step()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
 SET "TimeZone" TO 'UTC'
AS $function$
begin
  if app_carrying() then
    insert into carrying_step (carrying_id, thing, row_id, was, became) values (current_setting('app.carrying_id')::uuid, tg_table_name,
      coalesce(new.id, old.id), case when tg_op <> 'INSERT' then to_jsonb(old) - 'recorded' end,
      -- A paper is never changed, so that its bytes need no comparing.
      case when tg_op <> 'DELETE' then to_jsonb(new) - 'recorded' - 'pdf' end);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION platform.keep_text(name text, told text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  kept constant text := '=' || told;
begin
  perform set_config(name, kept, true), set_config(name || '_mark', platform.mark_kept(name, concat(current_setting('app.entry', true), kept)), true);
end $function$;

CREATE OR REPLACE FUNCTION platform.keep_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
declare
  known_from timestamptz := lower(old.recorded);
  instant timestamptz := greatest(app_now(), known_from + interval '1 microsecond');
  own boolean := false;
begin
  if tg_op = 'UPDATE' and to_jsonb(old) - 'recorded' - coalesce(tg_argv::text[], '{}')
      = to_jsonb(new) - 'recorded' - coalesce(tg_argv::text[], '{}') then
    new.recorded := old.recorded;
    return new;
  end if;
  if known_from >= app_now() then
    execute format('select xmin = pg_current_xact_id()::xid from %I.%I where id = $1', tg_table_schema, tg_table_name) into own using old.id;
  end if;
  if own then
    if tg_op = 'DELETE' then
      return old;
    end if;
    new.recorded := old.recorded;
    return new;
  end if;
  old.recorded := tstzrange(known_from, instant);
  execute format('insert into %I.%I select ($1).*', tg_table_schema, tg_table_name || '_history') using old;
  if tg_op = 'DELETE' then
    return old;
  end if;
  new.recorded := tstzrange(instant, null);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION platform.kept_clients(name text)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
AS $function$
begin
  return pg_catalog.string_to_array(platform.kept_text(name), ',')::pg_catalog.uuid[];
end $function$;

CREATE OR REPLACE FUNCTION platform.kept_text(name text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
AS $function$
declare
  -- Types by their schema: else somebody's own, made in passing, would be taken for them.
  kept constant pg_catalog.text := pg_catalog.current_setting(name, true);
  outer_one pg_catalog.bytea;
  inner_one pg_catalog.bytea;
begin
  if kept is null or kept operator(pg_catalog.=) '' then
    return null;
  end if;
  select outer_half, inner_half into outer_one, inner_one from public.platform_entry_key;
  if pg_catalog.encode(pg_catalog.sha256(outer_one operator(pg_catalog.||) pg_catalog.sha256(inner_one operator(pg_catalog.||)
      pg_catalog.convert_to(pg_catalog.concat_ws('.', name, extract(epoch from pg_catalog.now()),
        pg_catalog.concat(pg_catalog.current_setting('app.entry', true), kept)), 'UTF8'))), 'hex')
      operator(pg_catalog.=) pg_catalog.current_setting(name operator(pg_catalog.||) '_mark', true) then
    return pg_catalog.substr(kept, 2);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION platform.keyed_mark(told text)
 RETURNS bytea
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  outer_one pg_catalog.bytea;
  inner_one pg_catalog.bytea;
begin
  select outer_half, inner_half into outer_one, inner_one from public.platform_entry_key;
  return sha256(outer_one || sha256(inner_one || convert_to(told, 'UTF8')));
end $function$;

CREATE OR REPLACE FUNCTION public.law_of_days_write(closed date[], lengths jsonb, limits jsonb, taken_for text, allowance text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  delete from attendance_closed_day where closed_on <> all(closed);
  insert into attendance_closed_day select unnest(closed) on conflict do nothing;
  delete from participation_day_length;
  insert into participation_day_length select l.during, l.hours from jsonb_to_recordset(lengths) as l(during daterange, hours numeric);
  delete from participation_limit;
  insert into participation_limit select l.during, l.days, l.back from jsonb_to_recordset(limits) as l(during daterange, days int, back interval);
  -- Activity allowance was once taken for cost compensation, which others pay by a provision of its own.
  update rate_rate set rule = allowance where kind = 'activity-allowance' and rule = taken_for;
end $function$;

CREATE OR REPLACE FUNCTION platform.leads_in_task()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if app_worker() is null or new.worker_id is null or new.group_id is null
    or tg_op = 'UPDATE' and old.worker_id = new.worker_id and old.group_id = new.group_id
    or exists (select from worker_post p join organiser_group g on g.id = new.group_id
      where p.worker_id = new.worker_id and p.organiser_id = new.organiser_id and p.during && new.during
        and p.role in ('coach', 'instructor', 'rehabilitative-instructor', 'social-worker') and service_task(g.service) = any(p.tasks))
    or exists (select from worker_group_lead l where l.group_id = new.group_id and l.worker_id = new.worker_id and l.id <> new.id
      and coalesce(upper(l.during) + access_goes_on() > app_today(), true))
    or exists (select from worker_group_lead_history h where h.group_id = new.group_id and h.worker_id = new.worker_id
      and upper(h.recorded) > app_now() - access_goes_on() * interval '1 day') then
    return new;
  end if;
  raise exception 'nobody leads a group of another service task' using errcode = '23503', constraint = 'leads_in_task';
end $function$;

CREATE OR REPLACE FUNCTION platform.mark_kept(kind text, told text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select encode(platform.keyed_mark(concat_ws('.', kind, extract(epoch from now()), told)), 'hex')
$function$;

CREATE OR REPLACE FUNCTION platform.must_be_proven(proof text, VARIADIC claim text[])
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  made_at text := split_part(proof, '.', 1);
begin
  if session_user = current_user then
    return;
  end if;
  if proof ~ '^\d{13}\.[0-9a-f]{64}$' and abs(extract(epoch from clock_timestamp()) * 1000 - made_at::bigint) < 300000
    and platform.keyed_mark(concat_ws('.', pg_backend_pid(), made_at, array_to_json(claim)::text)) = decode(split_part(proof, '.', 2), 'hex') then
    return;
  end if;
  raise exception 'the server has not proven %', claim[1] using errcode = 'insufficient_privilege';
end $function$;

CREATE OR REPLACE FUNCTION platform.name_apart(thing text, within text, scope uuid, name text, whose text)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  apart text := name;
  taken boolean;
begin
  for nth in 0..1000 loop
    apart := name || case nth when 0 then '' when 1 then format(' (%s)', whose) else format(' (%s %s)', whose, nth) end;
    execute format('select exists (select from %I q where q.%I = $1 and fold_text(q.name) = fold_text($2))', thing, within) into taken using scope, apart;
    exit when not taken;
  end loop;
  return apart;
end $function$;

CREATE OR REPLACE FUNCTION public.news_of_client(client uuid)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  asker constant uuid := app_worker();
  visited timestamptz;
begin
  
  visited := (select v.visited_at from client_visit v where v.client_id = client and v.worker_id = asker);
  if visited is null then
    return '{}';
  end if;
  return array(select r.id
    from (select m.id, date_trunc('milliseconds', m.at) as acted_at from (select t.id, lower(t.recorded) as at from referral_referral t where t.client_id = client union all select t.id, lower(t.recorded) as at from plan_plan t where t.client_id = client union all select t.id, lower(t.recorded) as at from plan_goal t where t.client_id = client union all select t.id, lower(t.recorded) as at from plan_interruption t where t.client_id = client union all select t.id, lower(t.recorded) as at from plan_review t where t.client_id = client union all select t.id, lower(t.recorded) as at from plan_signature t where t.client_id = client union all select t.id, lower(t.recorded) as at from decision_decision t where t.client_id = client union all select t.id, lower(t.recorded) as at from relationship_relationship t where t.client_id = client union all select t.id, lower(t.recorded) as at from relationship_responsible t where t.client_id = client union all select t.id, lower(t.recorded) as at from relationship_case_manager t where t.client_id = client union all select t.id, lower(t.recorded) as at from relationship_pause t where t.client_id = client union all select t.id, lower(t.recorded) as at from placement_placement t where t.client_id = client union all select t.id, lower(t.recorded) as at from agreement_agreement t where t.client_id = client union all select t.id, lower(t.recorded) as at from agreement_approval t where t.client_id = client union all select t.id, lower(t.recorded) as at from coaching_contact t where t.client_id = client union all select t.id, lower(t.recorded) as at from coaching_appointment t where t.client_id = client union all select t.id, lower(t.recorded) as at from exit_exit t where t.client_id = client union all select t.id, lower(t.recorded) as at from exit_transition t where t.client_id = client) m where m.at > visited offset 0) r
    where not exists (
      select from platform_audit a where a.worker_id = asker and a.happened_at = r.acted_at and a.clients @> array[client]));
end $function$;

CREATE OR REPLACE FUNCTION public.news_of_open_client(client uuid)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  asker constant uuid := app_worker();
  visited timestamptz;
begin
  if client is distinct from app_open() then return '{}'; end if;
  visited := (select v.visited_at from client_visit v where v.client_id = client and v.worker_id = asker);
  if visited is null then
    return '{}';
  end if;
  return array(select r.id
    from (select m.id, date_trunc('milliseconds', m.at) as acted_at from (select t.id, lower(t.recorded) as at from referral_referral t where t.client_id = client union all select t.id, lower(t.recorded) as at from plan_plan t where t.client_id = client union all select t.id, lower(t.recorded) as at from plan_goal t where t.client_id = client union all select t.id, lower(t.recorded) as at from plan_interruption t where t.client_id = client union all select t.id, lower(t.recorded) as at from plan_review t where t.client_id = client union all select t.id, lower(t.recorded) as at from plan_signature t where t.client_id = client union all select t.id, lower(t.recorded) as at from decision_decision t where t.client_id = client union all select t.id, lower(t.recorded) as at from relationship_relationship t where t.client_id = client union all select t.id, lower(t.recorded) as at from relationship_responsible t where t.client_id = client union all select t.id, lower(t.recorded) as at from relationship_case_manager t where t.client_id = client union all select t.id, lower(t.recorded) as at from relationship_pause t where t.client_id = client union all select t.id, lower(t.recorded) as at from placement_placement t where t.client_id = client union all select t.id, lower(t.recorded) as at from agreement_agreement t where t.client_id = client union all select t.id, lower(t.recorded) as at from agreement_approval t where t.client_id = client union all select t.id, lower(t.recorded) as at from coaching_contact t where t.client_id = client union all select t.id, lower(t.recorded) as at from coaching_appointment t where t.client_id = client union all select t.id, lower(t.recorded) as at from exit_exit t where t.client_id = client union all select t.id, lower(t.recorded) as at from exit_transition t where t.client_id = client) m where m.at > visited offset 0) r
    where not exists (
      select from platform_audit a where a.worker_id = asker and a.happened_at = r.acted_at and a.clients @> array[client]));
end $function$;

CREATE OR REPLACE FUNCTION platform.not_by_own_word()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  answering constant text := case tg_table_name when 'relationship_case_manager' then 'case-manager' when 'ownworker_naming' then 'own-worker'
    else to_jsonb(new) ->> 'role' end;
  task constant text := (select service_task(r.service) from relationship_relationship r where r.id = (to_jsonb(new) ->> 'relationship_id')::uuid);
  before boolean;
begin
  if app_worker() is null or new.worker_id is null or tg_op = 'UPDATE' and old.worker_id = new.worker_id or new.client_id = app_acted_on()
    or (select range_agg(p.during) from worker_post p where p.worker_id = new.worker_id and p.organiser_id = new.organiser_id
        and p.role in ('coach', 'instructor', 'rehabilitative-instructor', 'social-worker') and worker_role_serves(p.role, answering)
        and (task is null or task = any(p.tasks)))
      @> new.during * daterange(lower(new.during), greatest(lower(new.during), app_today()) + 1)
    or exists (select from access_responsible a where a.worker_id = new.worker_id and a.client_id = new.client_id and a.during @> app_today()) then
    return new;
  end if;
  execute format('select exists (select from %I h where h.worker_id = $1 and h.client_id = $2 and upper(h.recorded) > app_now() - access_goes_on() * interval ''1 day'')',
    tg_table_name || '_history') into before using new.worker_id, new.client_id;
  if not before then
    raise exception 'nobody comes to a client by the word of one who does not work with the client' using errcode = '23503', constraint = 'not_by_own_word';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.openings_since(since timestamp with time zone)
 RETURNS TABLE(id uuid, worker_id uuid, reason text, words text, opened_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select o.id, o.worker_id, o.reason, o.words, o.opened_at from client_opening o
  where o.opened_at >= since and o.organiser_id = any((select app_organisers())::uuid[]) and app_in_role('manager')
  order by o.opened_at desc
$function$;

CREATE OR REPLACE FUNCTION public.organiser_not_from_company()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.organiser_pass_on(predecessor uuid, successor uuid, from_on date, services text[])
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into organiser_succession (predecessor_id, successor_id, from_on, services) values (predecessor, successor, from_on, services);
$function$;

CREATE OR REPLACE FUNCTION public.organiser_pass_on_not(predecessor uuid, successor uuid, on_day date)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
begin
  delete from organiser_succession s where s.predecessor_id = predecessor and s.successor_id = successor and s.from_on = on_day;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION public.participation_over_limit(organisers uuid[], days daterange)
 RETURNS TABLE(person_id uuid, held_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with person as materialized (
    select distinct c.person_id from known_client_client c
    where ((select app_wide()) or c.id in (select unnest((select app_task_clients())))) and c.organiser_id = any(organisers) and c.organiser_id = any((select app_organisers())::uuid[])
  ), place as materialized (
    select p.person_id, m.id, m.hours_a_day from person p
    join known_client_client c on c.person_id = p.person_id
    join known_placement_placement m on m.client_id = c.id and m.service = 'rehabilitative-work'
  ), taken as (
    -- Looked up by place: a quarter of a county's places are of this service, and the marks of all would be read.
    select p.id, k.days from place p
    cross join lateral (select count(*) as days from known_attendance_mark k where k.placement_id = p.id and k.kind = 'present'
      and k.held_on >= (lower(days) - (select max(l.look_back) from participation_limit l))::date and k.held_on < upper(days) offset 0) k
  ), busy as materialized (
    -- Of whoever has fewer days than any limit nothing is looked at one by one.
    select p.person_id from taken t join place p on p.id = t.id group by p.person_id
    having sum(t.days) > (select min(l.most_days) from participation_limit l)
  ), day as (
    select distinct p.person_id, k.held_on from busy b join place p on p.person_id = b.person_id
    cross join lateral (select k.held_on from known_attendance_mark k where k.placement_id = p.id and k.kind = 'present'
      and k.held_on >= (lower(days) - (select max(l.look_back) from participation_limit l))::date and k.held_on < upper(days) offset 0) k
    where (p.hours_a_day is null or p.hours_a_day >= (select l.least_hours from participation_day_length l where l.during @> k.held_on))
  ), counted as (
    select d.person_id, d.held_on, count(*) over (partition by d.person_id order by d.held_on
      range between (select max(l.look_back) from participation_limit l) preceding and current row) as taken
    from day d
  )
  select c.person_id, c.held_on from counted c join participation_limit l on l.during @> c.held_on
  where c.taken > l.most_days and days @> c.held_on
$function$;

CREATE OR REPLACE FUNCTION public.passkey_add(token bytea, credential bytea, public_key bytea, counter bigint, transports text[], name text, proof text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform platform.must_be_proven(proof, 'passkey_add', encode(token, 'hex'), encode(credential, 'hex'), encode(passkey_add.public_key, 'hex'), passkey_add.counter::text, array_to_json(passkey_add.transports)::text, passkey_add.name);
  insert into platform_passkey (account_id, credential_id, public_key, counter, transports, name)
    select s.account_id, credential, passkey_add.public_key, passkey_add.counter, passkey_add.transports, passkey_add.name
    from platform_session s where s.token_hash = token and s.ends_at > now() and s.allowed_roles is null
    on conflict do nothing;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION public.passkey_of(credential bytea, proof text)
 RETURNS TABLE(account_id uuid, username text, worker_id uuid, organiser_id uuid, public_key bytea, counter bigint, transports text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select platform.must_be_proven(proof, 'passkey_of', encode(credential, 'hex'));
  select a.id, a.username, a.worker_id, w.organiser_id, k.public_key, k.counter, k.transports
  from platform_passkey k join platform_account a on a.id = k.account_id join worker_worker w on w.id = a.worker_id
  where k.credential_id = credential
$function$;

CREATE OR REPLACE FUNCTION public.passkey_remove(token bytea, passkey uuid, proof text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform platform.must_be_proven(proof, 'passkey_remove', encode(token, 'hex'), passkey::text);
  delete from platform_passkey k using platform_session s
    where s.token_hash = token and s.ends_at > now() and k.account_id = s.account_id and k.id = passkey;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION public.passkey_use(credential bytea, count bigint, proof text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select platform.must_be_proven(proof, 'passkey_use', encode(credential, 'hex'), count::text);
  update platform_passkey set counter = count, used_at = now() where credential_id = credential
$function$;

CREATE OR REPLACE FUNCTION public.passkeys_of_account(account uuid, proof text)
 RETURNS TABLE(credential_id bytea, transports text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select platform.must_be_proven(proof, 'passkeys_of_account', account::text);
  select k.credential_id, k.transports from platform_passkey k where k.account_id = account order by k.made_at
$function$;

CREATE OR REPLACE FUNCTION public.passkeys_of_session(token bytea, proof text)
 RETURNS TABLE(id uuid, credential_id bytea, transports text[], name text, made_at timestamp with time zone, used_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select platform.must_be_proven(proof, 'passkeys_of_session', encode(token, 'hex'));
  select k.id, k.credential_id, k.transports, k.name, k.made_at, k.used_at
  from platform_session s join platform_passkey k on k.account_id = s.account_id
  where s.token_hash = token and s.ends_at > now() order by k.made_at
$function$;

CREATE OR REPLACE FUNCTION platform.pays_all(worker uuid, organiser uuid, today date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select cardinality(paid.tasks) > 0 and not exists (
    select from organiser_offering o where o.organiser_id = organiser and service_task(o.service) <> all(paid.tasks))
  from (select array(select distinct t.task from worker_post p cross join unnest(p.tasks) t (task)
    where p.worker_id = worker and p.organiser_id = organiser and p.role = 'finance' and p.during @> today) as tasks) paid
$function$;

CREATE OR REPLACE FUNCTION public.phone_digits(number text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN regexp_replace(regexp_replace(number, '[^0-9+]'::text, ''::text, 'g'::text), '^(\+358|00358)0?'::text, '0'::text);

CREATE OR REPLACE FUNCTION public.placement_hold_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  standing jsonb;
begin
  select jsonb_agg(jsonb_build_array(lower(p.during * new.during), upper(p.during * new.during)) order by lower(p.during)) into standing
  from plan_plan q
  join placement_placement p on p.client_id = new.client_id and p.service = new.service and p.during && new.during
  cross join lateral (select count(*) as days, max(d.hours) as hours
    from (select s.weekday, sum(s.hours_a_day) as hours
      from (select distinct o.id, s.weekday, o.hours_a_day
        from placement_placement o join placement_slot s on s.placement_id = o.id
        where o.client_id = p.client_id and o.service = p.service and o.during && (p.during * new.during)) s
      group by s.weekday) d) week
  where q.id = new.plan_id and (week.days > q.days_a_week or week.hours > q.hours_a_day);
  if standing is not null then
    raise exception 'a place is longer than the plan' using errcode = 'foreign_key_violation', constraint = 'placement_on_changed',
      table = 'placement_placement', detail = standing::text;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.placement_holds_lead()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  clients jsonb;
begin
  select jsonb_agg(distinct jsonb_build_object('clientId', p.client_id)) into clients
  from placement_placement p
  where p.group_id = old.group_id and p.during && old.during
    and not (select coalesce(range_agg(l.during), '{}'::datemultirange) from worker_group_lead l where l.group_id = old.group_id)
      @> (p.during * old.during);
  if clients is not null then
    raise exception 'a group with clients is led by somebody'
      using errcode = 'foreign_key_violation', constraint = 'placement_holds_lead', detail = jsonb_build_object('clients', clients)::text;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.placement_not_at_company()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  clients jsonb;
begin
  if tg_table_name = 'placement_placement' then
    -- Another row of it asks for itself.
    if new.service <> 'rehabilitative-work' or new.workplace_id is null then
      return null;
    end if;
    -- What was there before may end, and not go on for longer: at the end of all that one does, since an exit is moved by taking it back first.
    if tg_op = 'UPDATE' and exists (select from placement_placement p where p.id = new.id and p.during <@ old.during and p.service = old.service
        and p.workplace_id is not distinct from old.workplace_id) then
      return null;
    end if;
  end if;
  -- Each by its own key: as one condition all placements were looked through for each that is recorded.
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
end $function$;

CREATE OR REPLACE FUNCTION public.placement_tell_clients()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  clients jsonb;
begin
  select jsonb_agg(distinct jsonb_build_object('clientId', x.client_id)) into clients from (
    select r.client_id from relationship_relationship r
      where tg_table_name = 'organiser_offering' and r.offering_id = old.id and not r.during <@ new.during
    union all
    select p.client_id from placement_placement p join organiser_group g on g.id = p.group_id
      where (case tg_table_name when 'organiser_group' then g.id when 'organiser_unit' then g.unit_id end) = old.id
        and not p.during <@ new.during
  ) x;
  if clients is not null then
    raise exception '% has clients', tg_table_name
      using errcode = 'foreign_key_violation', constraint = tg_argv[0], detail = jsonb_build_object('clients', clients)::text;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.placement_weeks_elsewhere(client uuid)
 RETURNS TABLE(during daterange, weekdays integer[], hours_a_day numeric)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p.during, array(select distinct s.weekday::int from placement_slot s where s.placement_id = p.id order by 1), p.hours_a_day
  from client_client c
  join client_client o on o.person_id = c.person_id and o.id <> c.id
  join placement_placement p on p.client_id = o.id and p.service = 'rehabilitative-work'
  where c.id = client and c.organiser_id = any(app_organisers()) and app_sees_service(c.id, 'rehabilitative-work')
$function$;

CREATE OR REPLACE FUNCTION public.plan_signed_on(plan uuid)
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$
  select s.signed_on from plan_signed s where s.plan_id = plan;
$function$;

CREATE OR REPLACE FUNCTION public.rectification_holds_service()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from rectification_request r where r.decision_id = old.id) then
    raise exception 'a request stands on the service' using errcode = 'check_violation', constraint = 'rectification_holds_service';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION platform.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
begin
  if tg_op = 'DELETE' and tg_table_name = 'decision_letter' and app_carrying() then
    return old;
  end if;
  raise exception '% is append-only: record a reversing row instead', tg_table_name using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION public.relationship_footing(of_relationship uuid, OUT undecided datemultirange, OUT rests boolean)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when s.rests_from is null then '{}'::datemultirange else datemultirange(r.during * daterange(s.rests_from, null)) - s.granted end,
    s.rests_from is not null
  from relationship_relationship r cross join lateral platform.relationship_rests(r.client_id, r.service, r.during) s
  where r.id = of_relationship and r.organiser_id = any((select app_organisers())::uuid[])
    and (session_user = current_user or r.client_id <> all(app_narrow()) or r.service = any(app_narrow_services()));
$function$;

CREATE OR REPLACE FUNCTION public.relationship_hand_over(moves jsonb, from_on date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from worker_post p where p.worker_id = (select app_worker()) and p.organiser_id = any((select app_organisers())::uuid[])
      and p.role in ('administrator', 'manager') and p.during @> (select app_today())) then
    raise exception 'letters are shared by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  create temporary table moving on commit drop as
    select m.id, m.organiser_id, m.client_id, m.during, x.to_id
    from jsonb_to_recordset(moves) as x(client_id uuid, to_id uuid)
    join relationship_case_manager m on m.client_id = x.client_id and m.during @> from_on
    join worker_worker w on w.id = x.to_id and w.organiser_id = m.organiser_id
    where m.organiser_id = any((select app_organisers())::uuid[]);
  -- One who would begin on the very day gives place; the others answer until it.
  update relationship_case_manager m set worker_id = v.to_id from moving v where v.id = m.id and lower(m.during) = from_on;
  update relationship_case_manager m set during = daterange(lower(m.during), from_on)
    from moving v where v.id = m.id and lower(m.during) < from_on;
  insert into relationship_case_manager (organiser_id, client_id, worker_id, during)
    select organiser_id, client_id, to_id, daterange(from_on, upper(during)) from moving where lower(during) < from_on;
  drop table moving;
end $function$;

CREATE OR REPLACE FUNCTION public.relationship_hold_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  standing jsonb;
begin
  select jsonb_agg(jsonb_build_array(lower(r.during), upper(r.during)) order by lower(r.during)) into standing
  from relationship_relationship r join decision_decision d on d.id = new.changes_id
  where r.client_id = new.client_id and (r.service = d.service or r.service in ('open-work', 'work-activity') and d.service in ('open-work', 'work-activity'))
    and not isempty(datemultirange(decision_holds(d.during, d.provisions, (select app_today())) * r.during)
      - coalesce((select range_agg(g.during) from decision_granted g where g.client_id = r.client_id and g.service = r.service), '{}'));
  if standing is not null then
    raise exception 'a service stands on the decision' using errcode = 'foreign_key_violation', constraint = 'relationship_on_changed',
      table = 'relationship_relationship', detail = standing::text;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.relationship_hold_decisions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  standing jsonb;
begin
  if old.outcome <> 'grant' or (new.during is not distinct from old.during and new.annulled_on is not distinct from old.annulled_on) then
    return null;
  end if;
  select jsonb_agg(jsonb_build_array(lower(r.during), upper(r.during)) order by lower(r.during)) into standing
  from relationship_relationship r
  where r.client_id = new.client_id and (r.service = new.service or r.service in ('open-work', 'work-activity') and new.service in ('open-work', 'work-activity'))
    and not isempty(datemultirange(old.during * r.during)
      - coalesce((select range_agg(g.during) from decision_granted g where g.client_id = r.client_id and g.service = r.service), '{}'));
  if standing is not null then
    raise exception 'a service stands on the decision' using errcode = 'foreign_key_violation', constraint = 'relationship_on_decision',
      table = 'relationship_relationship', detail = standing::text;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.relationship_hold_within_decisions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gained datemultirange := datemultirange(new.during);
  beyond datemultirange;
begin
  if app_worker() is null or app_carrying() or (tg_op = 'INSERT' and new.decision_id is null) then
    return new;
  end if;
  if tg_op = 'UPDATE' then
    gained := gained - datemultirange(old.during);
  end if;
  -- Whoever shortens a decision meanwhile waits, and is then refused.
  perform from decision_decision d where d.client_id = new.client_id and d.outcome = 'grant' for share;
  beyond := gained * platform.relationship_undecided(new.client_id, new.service, new.during);
  if not isempty(beyond) then
    raise exception 'no decision on days of a relationship' using errcode = 'check_violation', constraint = 'relationship_within_decisions',
      table = 'relationship_relationship';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.relationship_name_instead(as_role text, namings jsonb, from_on date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not worker_may_end() then
    raise exception 'rules are set by administrators and managers' using errcode = 'insufficient_privilege';
  end if;
  if exists (select from jsonb_to_recordset(namings) as x(relationship_id uuid, worker_id uuid)
      left join relationship_relationship r on r.id = x.relationship_id and r.organiser_id = any((select app_organisers())::uuid[])
      left join worker_worker w on w.id = x.worker_id and w.organiser_id = r.organiser_id
      where w.id is null or upper(r.during) <= from_on
        or not worker_serves(x.worker_id, as_role) @> daterange(greatest(lower(r.during), from_on), upper(r.during))) then
    raise exception 'the worker has no such post then' using errcode = '23503', constraint = 'hand_over_to_post';
  end if;
  insert into relationship_responsible (organiser_id, client_id, relationship_id, worker_id, role, during)
    select r.organiser_id, r.client_id, r.id, x.worker_id, as_role, daterange(greatest(lower(r.during), from_on), upper(r.during))
    from jsonb_to_recordset(namings) as x(relationship_id uuid, worker_id uuid)
    join relationship_relationship r on r.id = x.relationship_id;
end $function$;

CREATE OR REPLACE FUNCTION platform.relationship_rests(of_client uuid, of_service text, placed daterange, OUT granted datemultirange, OUT rests_from date)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(range_agg(g.during), '{}'), min(lower(g.during * placed))
  from decision_granted g
  where g.client_id = of_client and g.service = of_service and g.during && placed and g.organiser_id = any((select app_organisers())::uuid[]);
$function$;

CREATE OR REPLACE FUNCTION public.relationship_take_away(relationship uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from relationship_relationship r
    where r.id = relationship and r.organiser_id = any((select app_organisers())::uuid[]) and app_purpose() = 'case'
      and app_sees_whole(r.client_id)
    for update;
  if not found then
    return false;
  end if;
  delete from relationship_pause p where p.relationship_id = relationship;
  delete from relationship_responsible w where w.relationship_id = relationship;
  delete from relationship_relationship r where r.id = relationship;
  return true;
end $function$;

CREATE OR REPLACE FUNCTION platform.relationship_undecided(of_client uuid, of_service text, placed daterange)
 RETURNS datemultirange
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when r.rests_from is null then '{}'::datemultirange
    else datemultirange(placed * daterange(r.rests_from, null)) - r.granted end
  from platform.relationship_rests(of_client, of_service, placed) r;
$function$;

CREATE OR REPLACE FUNCTION platform.request_stands()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (to_jsonb(new) - '{outcome,decided_by_id,decided_at}'::text[]) <> (to_jsonb(old) - '{outcome,decided_by_id,decided_at}'::text[]) then
    raise exception 'a post is confirmed as it was asked for' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.search_clients(organiser uuid, words text[], digits text, mail text, born date, code text, hash bytea)
 RETURNS TABLE(client_id uuid, found_by text, rank real)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.service_task(service text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE service WHEN 'rehabilitative-work'::text THEN 'working-age'::text ELSE 'disability'::text END;

CREATE OR REPLACE FUNCTION public.services_write(services jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  -- Out of the way: an earlier order may have the place of another.
  update organiser_service set place = place + 1000;
  insert into organiser_service (code, name_fi, name_sv, name_en, place)
    select s.code, s.fi, s.sv, s.en, s.place from jsonb_to_recordset(services) as s(code text, fi text, sv text, en text, place int)
    on conflict (code) do update set name_fi = excluded.name_fi, name_sv = excluded.name_sv, name_en = excluded.name_en, place = excluded.place;
  delete from organiser_service_basis;
  insert into organiser_service_basis (service, provision, during)
    select s.code, b.provision, b.during
    from jsonb_to_recordset(services) as s(code text, bases jsonb), jsonb_to_recordset(s.bases) as b(provision text, during daterange);
end $function$;

CREATE OR REPLACE FUNCTION public.session_allow(token bytea, roles text[], proof text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select platform.must_be_proven(proof, 'session_allow', encode(token, 'hex'), array_to_json(roles)::text);
  update platform_session set allowed_roles = roles where token_hash = token
$function$;

CREATE OR REPLACE FUNCTION public.session_end(token bytea, proof text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select platform.must_be_proven(proof, 'session_end', encode(token, 'hex'));
  delete from platform_session where token_hash = token
$function$;

CREATE OR REPLACE FUNCTION public.session_end_beside(token bytea, session uuid, proof text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  ended int;
begin
  perform platform.must_be_proven(proof, 'session_end_beside', encode(token, 'hex'), session::text);
  delete from platform_session s using platform_session mine
    where mine.token_hash = token and mine.ends_at > now() and s.account_id = mine.account_id
      and case when session is null then s.token_hash <> token else s.id = session end;
  get diagnostics ended = row_count;
  return ended;
end $function$;

CREATE OR REPLACE FUNCTION public.session_language(token bytea, chosen text, proof text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select platform.must_be_proven(proof, 'session_language', encode(token, 'hex'), chosen);
  update platform_session set language = chosen where token_hash = token
$function$;

CREATE OR REPLACE FUNCTION public.session_of_provider(token bytea, proof text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select platform.must_be_proven(proof, 'session_of_provider', encode(token, 'hex'));
  select allowed_roles is not null from platform_session where token_hash = token
$function$;

CREATE OR REPLACE FUNCTION public.session_open(token bytea, account uuid, hours integer, place text, proof text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform platform.must_be_proven(proof, 'session_open', encode(token, 'hex'), account::text, hours::text, place);
  delete from platform_session where ends_at < now();
  insert into platform_session (token_hash, account_id, worker_id, organiser_id, language, ends_at, runs_in)
    select token, a.id, a.worker_id, w.organiser_id, w.language, now() + make_interval(hours => hours), place
    from platform_account a join worker_worker w on w.id = a.worker_id where a.id = account;
end $function$;

CREATE OR REPLACE FUNCTION public.session_seconds_left(token bytea, proof text)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select platform.must_be_proven(proof, 'session_seconds_left', encode(token, 'hex'));
  select greatest(0, floor(extract(epoch from ends_at - now())))::int from platform_session where token_hash = token
$function$;

CREATE OR REPLACE FUNCTION public.sessions_beside(token bytea, proof text)
 RETURNS TABLE(id uuid, runs_in text, started_at timestamp with time zone, seen_at timestamp with time zone, this boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select platform.must_be_proven(proof, 'sessions_beside', encode(token, 'hex'));
  select s.id, s.runs_in, s.started_at, s.seen_at, s.token_hash = token
  from platform_session s join platform_session mine on mine.account_id = s.account_id
  where mine.token_hash = token and mine.ends_at > now() and s.ends_at > now() order by s.seen_at desc
$function$;

CREATE OR REPLACE FUNCTION platform.sum_ledger()
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'public', 'pg_temp'
AS $function$
  delete from compensation_sum;
  insert into compensation_sum (organiser_id, month_on, correcting, kind, party, lines, amount_cents)
    select organiser_id, date_trunc('month', earned_on::timestamp)::date, correcting, kind, party, count(*), sum(amount_cents)
    from compensation_line group by 1, 2, 3, 4, 5;
$function$;

CREATE OR REPLACE FUNCTION platform.tell_what_stands()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'platform', 'pg_temp'
AS $function$
declare
  child constant text := tg_argv[0];
  reference constant text := tg_argv[1];
  period constant text := tg_argv[2];
  standing jsonb;
begin
  execute format('select jsonb_agg(jsonb_build_array(lower(d.days), upper(d.days)) order by lower(d.days), upper(d.days))
      from (select distinct %2$I as days from %1$I where %3$I = $1 and not %2$I <@ $2) d', child, period, reference)
    into standing using old.id, case when tg_op = 'DELETE' then 'empty'::daterange else new.during end;
  if standing is not null then
    raise exception '% stands on %', child, tg_table_name
      using errcode = 'foreign_key_violation', table = child, constraint = tg_argv[3], detail = standing::text;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$;

CREATE OR REPLACE FUNCTION public.worker_found_organiser(organiser_code text, organiser_kind text, names text[], municipality text[], from_on date)
 RETURNS uuid
 LANGUAGE plpgsql
AS $function$
declare
  founded uuid;
begin
  insert into worker_role_service (role, service, stands_in) values
    ('coach', 'job-coaching', true),
    ('coach', 'open-work', true),
    ('coach', 'supported-employment', true),
    ('instructor', 'day-activity', false),
    ('instructor', 'work-activity', false),
    ('rehabilitative-instructor', 'rehabilitative-work', false),
    ('social-worker', 'day-activity', false),
    ('social-worker', 'day-activity-severe', false),
    ('social-worker', 'employment-support-27d', false),
    ('social-worker', 'job-coaching', false),
    ('social-worker', 'open-work', false),
    ('social-worker', 'rehabilitative-work', false),
    ('social-worker', 'supported-employment', false),
    ('social-worker', 'work-activity', false),
    ('social-worker', 'work-activity-27e', false)
    on conflict do nothing;
  insert into organiser_municipality (code, name_fi, name_sv) values (municipality[1], municipality[2], municipality[3]) on conflict do nothing;
  insert into organiser_organiser (code, kind, name_fi, name_sv, name_en, register_from_on, during)
    values (organiser_code, organiser_kind, names[1], names[2], names[3], from_on, daterange(from_on, null)) returning id into founded;
  insert into organiser_area (organiser_id, municipality_code, during) values (founded, municipality[1], daterange(from_on, null));
  return founded;
end $function$;

CREATE OR REPLACE FUNCTION public.worker_may_end()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from worker_post p where p.worker_id = (select app_worker()) and p.organiser_id = any((select app_organisers())::uuid[])
    and p.role in ('administrator', 'manager') and p.during @> (select app_today()));
$function$;

CREATE OR REPLACE FUNCTION public.worker_may_give_post(post_id uuid, worker uuid, organiser uuid, of_role text, unit uuid, of_team text, of_tasks text[], days daterange)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select organiser = any(app_organisers()) and worker is distinct from app_worker()
    and exists (select from worker_worker w where w.id = worker and w.organiser_id = organiser)
    and (app_in_role('administrator') and (not worker_opens_clients(of_role) or exists (
        select from worker_post_held(post_id) h
        where h.worker_id = worker and h.role = of_role and h.unit_id is not distinct from unit and h.team is not distinct from of_team
          and of_tasks <@ h.tasks and days <@ h.during))
      or (app_in_role('administrator') or app_in_role('manager')) and exists (
        select from worker_post_request q
        where q.worker_id = worker and q.organiser_id = organiser and (q.post_id = post_id or q.post_id is null)
          and q.outcome = 'confirmed' and q.decided_by_id = app_worker() and q.decided_at = app_now() and q.asked_by_id <> app_worker()
          and q.post::jsonb ->> 'role' = of_role and (q.post::jsonb ->> 'unitId')::uuid is not distinct from unit
          and q.post::jsonb ->> 'team' is not distinct from of_team
          and of_tasks <@ array(select jsonb_array_elements_text(coalesce(q.post::jsonb -> 'tasks', '["disability", "working-age"]')))
          and days <@ daterange((q.post::jsonb -> 'during' ->> 'from')::date, (q.post::jsonb -> 'during' ->> 'to')::date)))
$function$;

CREATE OR REPLACE FUNCTION public.worker_opens_clients(role text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (role <> 'planner'::text);

CREATE OR REPLACE FUNCTION public.worker_post_held(post uuid)
 RETURNS TABLE(worker_id uuid, role text, unit_id uuid, team text, tasks text[], during daterange)
 LANGUAGE sql
 STABLE
AS $function$
  select p.worker_id, p.role, p.unit_id, p.team, p.tasks, p.during from worker_post p where p.id = post
  union all
  select h.worker_id, h.role, h.unit_id, h.team, h.tasks, h.during from worker_post_history h
  where h.id = post and upper(h.recorded) > (select app_now()) - access_goes_on() * interval '1 day'
$function$;

CREATE OR REPLACE FUNCTION public.worker_role_serves(post_role text, answering_role text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case answering_role
    when 'coach' then post_role = 'coach'
    when 'official' then post_role in ('rehabilitative-instructor', 'social-worker', 'manager')
    when 'case-manager' then post_role = 'social-worker'
    when 'group-leader' then post_role in ('coach', 'instructor', 'rehabilitative-instructor', 'social-worker')
    when 'own-worker' then post_role in ('social-worker', 'coach', 'rehabilitative-instructor')
    else true end;
$function$;

CREATE OR REPLACE FUNCTION public.worker_serves(worker uuid, answering_role text)
 RETURNS datemultirange
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(range_agg(p.during), '{}'::datemultirange) from worker_post p
  where p.worker_id = worker and worker_role_serves(p.role, answering_role);
$function$;

CREATE OR REPLACE FUNCTION public.worker_try_post(worker uuid, organiser uuid, of_role text, unit uuid, of_team text, days daterange)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if session_user <> current_user and not (organiser = any(app_organisers()) and app_in_role('administrator')) then
    raise exception 'posts are asked for by administrators' using errcode = 'insufficient_privilege';
  end if;
  begin
    insert into worker_post (worker_id, organiser_id, role, unit_id, team, during) values (worker, organiser, of_role, unit, of_team, days);
    raise exception 'only tried' using errcode = 'KYTRY';
  exception when sqlstate 'KYTRY' then
    return;
  end;
end $function$;

CREATE OR REPLACE FUNCTION public.worker_works_at_group(of_group uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from organiser_group g where g.id = of_group and g.organiser_id = any((select app_organisers())::uuid[]) and (
    exists (select from worker_post p where p.worker_id = (select app_worker()) and p.unit_id = g.unit_id and p.during @> (select app_today()))
    or exists (select from (select group_id, worker_id, during from worker_group_lead
        union all select group_id, worker_id, during from worker_group_lead_history where xmin = pg_current_xact_id_if_assigned()::xid) l
      join organiser_group o on o.id = l.group_id
      where l.worker_id = (select app_worker()) and o.unit_id = g.unit_id and coalesce(upper(l.during) > (select app_today()), true))))
$function$;
