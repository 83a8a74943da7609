-- noting.ts sessionNotes e9d96bd2
-- worker_id uuid, organiser_id uuid
select worker_id, organiser_id from account_of($1);
