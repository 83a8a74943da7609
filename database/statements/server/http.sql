-- noting.ts sessionNotes f3f6a122
-- worker_id uuid, organiser_id uuid
select worker_id, organiser_id from account_of($1, $2);
