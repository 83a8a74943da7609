-- take-time.ts takeTime fa2b7908
-- records
select set_config('statement_timeout', '1h', true);
