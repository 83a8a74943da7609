-- Who asks is asked once a statement: by itself in a policy it is proven anew for each row.
alter policy own on platform_gesture using (worker_id = (select app_worker())) with check (worker_id = (select app_worker()));
