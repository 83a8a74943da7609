-- facts-csv.ts writeFacts 5053275f
-- id uuid
select id from organiser_organiser where code = $1
    union
    select m.organiser_id from organiser_membership m join organiser_organiser o on o.id = m.region_id
    where o.code = $2 and m.during @> $3::date;

-- facts-csv.ts columnsOf c4f9a774
-- name text, type text
select attname as name, format_type(atttypid, null) as type from pg_attribute
    where attrelid = $1::regclass and attnum > 0 order by attnum;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "client_id", "person_id", "approval_id", "agreement_id", "party", "approved_on"
    from "fact_approval" where organiser_id = any($1::uuid[]) and "approved_on" <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "client_id", "person_id", "benefit", "main", "during"
    from "fact_benefit" where organiser_id = any($1::uuid[]) and lower(during) <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "client_id", "person_id", "birth_on", "gender", "service_language", "easy_language", "municipality_code"
    from "fact_client" where organiser_id = any($1::uuid[]) and true;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "client_id", "person_id", "reason", "during"
    from "fact_reason" where organiser_id = any($1::uuid[]) and lower(during) <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "employer_id", "sector", "during"
    from "fact_employer" where organiser_id = any($1::uuid[]) and lower(during) <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "month_on", "closed_at"
    from "fact_month" where organiser_id = any($1::uuid[]) and "month_on" <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "rate_id", "kind", "employer_id", "amount_cents", "paid_holiday_days", "rule", "during"
    from "fact_rate" where organiser_id = any($1::uuid[]) and lower(during) <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "client_id", "person_id", "agreement_id", "placement_id", "relationship_id", "workplace_id", "during", "placed_during"
    from "fact_agreement" where organiser_id = any($1::uuid[]) and lower(during) <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "client_id", "person_id", "contact_id", "relationship_id", "worker_id", "kind", "party", "held_on", "minutes", "meeting_id"
    from "fact_contact" where organiser_id = any($1::uuid[]) and "held_on" <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "client_id", "person_id", "decision_id", "referral_id", "plan_id", "outcome", "decided_on", "came_on", "during", "in_force", "provisions", "served_on"
    from "fact_decision" where organiser_id = any($1::uuid[]) and lower(during) <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "client_id", "person_id", "decision_id", "referral_id", "plan_id", "outcome", "decided_on", "during", "provisions", "served_on"
    from "fact_decision" where organiser_id = any($1::uuid[]) and lower(during) <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "client_id", "person_id", "exit_id", "relationship_id", "ended_on", "reason", "destination"
    from "fact_exit" where organiser_id = any($1::uuid[]) and "ended_on" <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "client_id", "person_id", "interruption_id", "plan_id", "ground", "during"
    from "fact_interruption" where organiser_id = any($1::uuid[]) and lower(during) <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "client_id", "person_id", "line_id", "placement_id", "mark_id", "kind", "party", "employer_id", "earned_on", "amount_cents", "rate_id", "rule", "reverses_id", "version"
    from "fact_compensation" where organiser_id = any($1::uuid[]) and "earned_on" <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "client_id", "person_id", "mark_id", "placement_id", "held_on", "kind", "reason", "meal", "hours_a_day", "workplace_id"
    from "fact_attendance" where organiser_id = any($1::uuid[]) and "held_on" <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "client_id", "person_id", "mark_id", "placement_id", "kind", "party", "employer_id", "earned_on", "holiday_year", "amount_cents", "rate_id"
    from "fact_compensation_day" where organiser_id = any($1::uuid[]) and "earned_on" <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "client_id", "person_id", "pause_id", "relationship_id", "during"
    from "fact_pause" where organiser_id = any($1::uuid[]) and lower(during) <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "client_id", "person_id", "placement_id", "held_on", "payer"
    from "fact_participation" where organiser_id = any($1::uuid[]) and true;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "client_id", "person_id", "placement_id", "relationship_id", "group_id", "workplace_id", "employer_id", "wage_subsidy", "meal", "hours_a_day", "during"
    from "fact_placement" where organiser_id = any($1::uuid[]) and lower(during) <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "client_id", "person_id", "plan_id", "kind", "made_on", "review_on", "reviewed_on", "days_a_week", "hours_a_day", "during", "signed_on"
    from "fact_plan" where organiser_id = any($1::uuid[]) and lower(during) <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "client_id", "person_id", "referral_id", "other_service", "direction", "made_on", "outcome", "outcome_on"
    from "fact_cooperation_referral" where organiser_id = any($1::uuid[]) and "made_on" <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "client_id", "person_id", "referral_id", "source", "kind", "received_on", "came_on", "withdrawn_on", "decided_on", "finishes_studies", "pending"
    from "fact_referral" where organiser_id = any($1::uuid[]) and "received_on" <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "client_id", "person_id", "referral_id", "source", "kind", "received_on", "withdrawn_on", "decided_on", "finishes_studies", "pending"
    from "fact_referral" where organiser_id = any($1::uuid[]) and "received_on" <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "client_id", "person_id", "relationship_id", "decision_id", "provision_mode", "provider", "during"
    from "fact_relationship" where organiser_id = any($1::uuid[]) and lower(during) <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "client_id", "person_id", "relationship_id", "decision_id", "provision_mode", "provider", "during", "began_on", "left_on"
    from "fact_relationship" where organiser_id = any($1::uuid[]) and lower(during) <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "client_id", "person_id", "relationship_id", "every_days", "during"
    from "fact_agreed_rhythm" where organiser_id = any($1::uuid[]) and lower(during) <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "client_id", "person_id", "relationship_id", "worker_id", "role", "during"
    from "fact_responsible" where organiser_id = any($1::uuid[]) and lower(during) <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "group_id", "worker_id", "lead_rotation_months", "during"
    from "fact_group_lead" where organiser_id = any($1::uuid[]) and lower(during) <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "phase", "phase_days", "every_days", "every_days_at_most", "visit_at_renewal", "group_meetings_a_year", "during"
    from "fact_rhythm" where organiser_id = any($1::uuid[]) and lower(during) <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service", "rule", "case_manager_by_letter", "during"
    from "fact_allocation_rule" where organiser_id = any($1::uuid[]) and lower(during) <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service_group", "other_service", "state", "during"
    from "fact_cooperation_link" where organiser_id = any($1::uuid[]) and lower(during) <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "service_group", "question", "answered", "version", "written_on"
    from "fact_answer" where organiser_id = any($1::uuid[]) and "written_on" <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "services", "worker_id", "role", "unit_id", "full_time_share", "hours_a_week", "agreed_caseload", "team", "during"
    from "fact_post" where organiser_id = any($1::uuid[]) and lower(during) <= $2::date;

-- facts-csv.ts factsOf 7828c19b
-- any columns
select "organiser", "workplace_id", "employer_id", "municipality_code", "during"
    from "fact_workplace" where organiser_id = any($1::uuid[]) and lower(during) <= $2::date;
