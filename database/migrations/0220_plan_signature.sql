-- Who signed a plan, in which capacity, on which day and how. A plan that the law wants signed is a draft until everybody has signed.
create table plan_signature (
  id uuid primary key default uuidv7(),
  organiser_id uuid not null references organiser_organiser,
  client_id uuid not null references client_client,
  plan_id uuid not null references plan_plan,
  signer text not null check (signer in ('client', 'organiser', 'employment')),
  signed_on date not null,
  signed_by text check (signed_by <> ''),
  -- An official's title, or as whose representative somebody signs for the client.
  capacity text check (capacity <> ''),
  way text not null check (way in ('in-person', 'by-post', 'electronic', 'earlier')),
  recorded_by_id uuid references worker_worker,
  constraint plan_signed_once unique (plan_id, signer),
  -- Of signatures from before they were recorded one by one only the day of the plan is known.
  check (way = 'earlier' or num_nulls(signed_by, recorded_by_id) = 0),
  check (way = 'earlier' or signer = 'client' or capacity is not null)
);
create index on plan_signature (organiser_id, client_id);
create index on plan_signature (client_id);
create index on plan_signature (recorded_by_id);
select platform.keep_history('plan_signature');

-- The day of a plan was that of its signing until now: those plans go on being signed, on paper.
insert into plan_signature (organiser_id, client_id, plan_id, signer, signed_on, way)
  select p.organiser_id, p.client_id, p.id, signer, p.made_on, 'earlier'
  from plan_plan p, unnest(array['client', 'organiser', 'employment']) signer
  where p.kind in ('activation', 'multisectoral');
