-- chain.ts sealAudit 0894f68e
-- records
select setval('platform_audit_height', greatest(max(s.no), max(h.last_value)))
        from platform_audit_segment s, platform_audit_height h;

-- chain.ts isAstray 7544bddd
-- hash bytes
select hash from platform_audit_segment where no = $1;

-- chain.ts heightOf 8ed1011b
-- height number
select last_value as height from platform_audit_height;

-- chain.ts sealSegment eb888da7
-- records
select pg_advisory_xact_lock(hashtext('platform_audit_segment'));

-- chain.ts sealSegment 7f337b1c
-- id number, told text
select a.id, jsonb_build_array(a.id, to_char(a.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), a.worker_id, a.organiser_id,
  a.act, a.purpose, a.clients, a.detail, a.address)::text as told from platform_audit a
    where a.written_in < pg_snapshot_xmin(pg_current_snapshot())
      and not exists (select from platform_audit_seal s where s.audit_id = a.id)
    order by a.id limit $1;

-- chain.ts sealSegment 88380c5f
-- no number, hash bytes, keyed boolean
select no, hash, keyed from platform_audit_segment order by no desc limit 1;

-- chain.ts sealSegment 8ebed835
-- records
insert into platform_audit_seal (audit_id, segment_no, hash)
    select id, $1, decode(hash, 'hex')
    from unnest($2::bigint[], $3::text[]) as sealed (id, hash);

-- chain.ts verifyAudit 1c269e02
-- no number, keyed boolean, rows number, previous_hash bytes, hash bytes
select no, rows, previous_hash, hash, keyed from platform_audit_segment order by no;

-- chain.ts verifyAudit 02e5694b
-- id number, told text or null, hash bytes
select s.audit_id as id, s.hash, case when a.id is not null then jsonb_build_array(a.id, to_char(a.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), a.worker_id, a.organiser_id,
  a.act, a.purpose, a.clients, a.detail, a.address)::text end as told
      from platform_audit_seal s left join platform_audit a on a.id = s.audit_id
      where s.segment_no = $1 order by s.audit_id;

-- chain.ts verifyAudit 8a098f6a
-- no number
select s.segment_no as no from platform_audit_seal s
    where s.segment_no > $1 and not exists (select from platform_audit_segment g where g.no = s.segment_no)
    order by s.segment_no limit 1;

-- chain.ts verifyAudit e4ee2e2e
-- n number
select count(*) as n from platform_audit a where not exists (select from platform_audit_seal s where s.audit_id = a.id);
