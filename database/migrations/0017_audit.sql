-- Who saw or changed whom, when, for what; append-only.
create table platform_audit (
  id bigint generated always as identity primary key,
  happened_at timestamptz not null default clock_timestamp(),
  worker_id uuid,
  organiser_id uuid,
  act text not null,
  purpose text not null,
  clients uuid[] not null default '{}',
  detail jsonb not null default '{}',
  address text,
  -- Rows of transactions that ended before the oldest running one began can be sealed: none can come in between later.
  written_in xid8 not null default pg_current_xact_id()
);
create index on platform_audit using gin (clients);
create index on platform_audit (worker_id, happened_at);
select platform.append_only('platform_audit');

create table platform_audit_segment (
  no int primary key,
  sealed_at timestamptz not null default clock_timestamp(),
  rows int not null check (rows > 0),
  previous_hash bytea not null,
  hash bytea not null
);
select platform.append_only('platform_audit_segment');

create table platform_audit_seal (
  audit_id bigint primary key references platform_audit,
  segment_no int not null references platform_audit_segment,
  hash bytea not null
);
create index on platform_audit_seal (segment_no, audit_id);
select platform.append_only('platform_audit_seal');
