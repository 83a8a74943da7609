-- export-facts.ts exportFacts 5bddabc4
-- id uuid
select id from organiser_organiser where code = $1;

-- organiser-add.ts organiserAdd 938ff55b
-- records
select set_config('app.worker', $1, true), set_config('app.today', $2, true),
          set_config('app.now', $3, true);

-- organiser-add.ts organiserAdd 2686ec74
-- id uuid
select worker_found_organiser($1, $2, $3::text[], $4::text[], $5::date) as id;

-- organiser-succeed.ts organiserSucceed 938ff55b
-- records
select set_config('app.worker', $1, true), set_config('app.today', $2, true),
          set_config('app.now', $3, true);

-- organiser-succeed.ts organiserSucceed 4800dd29
-- code text, id text
select code, id::text from organiser_organiser where code = any($1::text[]);

-- organiser-succeed.ts organiserSucceed c86d8198
-- records
select organiser_pass_on($1, $2, $3::date, $4::text[]);

-- organiser-succeed.ts takeBack c84fbe27
-- done boolean
select organiser_pass_on_not($1, $2, $3::date) as done;

-- secret-rotate.ts mustBeAlone adb3ed81
-- no columns
select from pg_stat_activity
    where datname = current_database() and application_name in ('kykypolku', 'kykypolku sealing');
