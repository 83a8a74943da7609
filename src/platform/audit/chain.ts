import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Write } from '../database/pool.ts';

/** Rows of one segment at most; a segment is sealed and verified as a whole. */
const segmentRows = 10_000;
const first = Buffer.alloc(32);

interface AuditRow {
  readonly id: number;
  readonly told: string;
}

// What is sealed of a row: all that it tells, as the database itself writes it.
const told = sql`jsonb_build_array(a.id, to_char(a.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), a.worker_id, a.organiser_id,
  a.act, a.purpose, a.clients, a.detail, a.address)::text`;

const rowHash = ({ told: text }: AuditRow) => createHash('sha256').update(text, 'utf8').digest();

function segmentHash(previous: Uint8Array, hashes: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256').update(previous);
  for (const one of hashes) hash.update(one);
  return hash.digest();
}

/**
 * Seals the rows that no running transaction can come before, in segments that chain by hash; returns how many.
 * Writers never wait for it: it only reads their rows, after they have committed.
 */
export async function sealAudit(db: Database): Promise<number> {
  let sealed = 0;
  for (;;) {
    const rows = await db.transaction().execute(sealSegment);
    sealed += rows;
    if (rows < segmentRows) return sealed;
  }
}

async function sealSegment(tx: Write): Promise<number> {
  // One sealer at a time; writers of the trail take no lock.
  await sql`select pg_advisory_xact_lock(hashtext('platform_audit_segment'))`.execute(tx);
  const { rows } = await sql<AuditRow>`
    select a.id, ${told} as told from platform_audit a
    where a.written_in < pg_snapshot_xmin(pg_current_snapshot())
      and not exists (select from platform_audit_seal s where s.audit_id = a.id)
    order by a.id limit ${segmentRows}`.execute(tx);
  if (rows.length === 0) return 0;
  const { rows: last } = await sql<{ no: number; hash: Buffer }>`
    select no, hash from platform_audit_segment order by no desc limit 1`.execute(tx);
  const no = (last[0]?.no ?? 0) + 1;
  const previous = last[0]?.hash ?? first;
  const hashes = rows.map(rowHash);
  await sql`insert into platform_audit_segment (no, rows, previous_hash, hash)
    values (${no}, ${rows.length}, ${previous}, ${segmentHash(previous, hashes)})`.execute(tx);
  await sql`insert into platform_audit_seal (audit_id, segment_no, hash)
    select id, ${no}, decode(hash, 'hex')
    from unnest(${rows.map(({ id }) => id)}::bigint[], ${hashes.map((hash) => hash.toString('hex'))}::text[]) as sealed (id, hash)`.execute(
    tx,
  );
  return rows.length;
}

export type Verdict =
  | { readonly whole: true; readonly segments: number; readonly rows: number; readonly unsealed: number }
  | { readonly whole: false; readonly segment: number; readonly row: number | null; readonly why: string };

/** Walks the chain from its first segment; names the first broken segment, and the row where it is one. */
export async function verifyAudit(db: Database): Promise<Verdict> {
  const { rows: segments } = await sql<{ no: number; rows: number; previous_hash: Buffer; hash: Buffer }>`
    select no, rows, previous_hash, hash from platform_audit_segment order by no`.execute(db);
  let previous: Buffer = first;
  let count = 0;
  for (const [index, segment] of segments.entries()) {
    const broken = (why: string, row: number | null = null): Verdict => ({
      whole: false,
      segment: segment.no,
      row,
      why,
    });
    if (segment.no !== index + 1) return { whole: false, segment: index + 1, row: null, why: 'the segment is missing' };
    if (!segment.previous_hash.equals(previous)) return broken('it does not follow from the segment before it');
    const { rows } = await sql<{ id: number; told: string | null; hash: Buffer }>`
      select s.audit_id as id, s.hash, case when a.id is not null then ${told} end as told
      from platform_audit_seal s left join platform_audit a on a.id = s.audit_id
      where s.segment_no = ${segment.no} order by s.audit_id`.execute(db);
    for (const row of rows) {
      if (row.told === null) return broken('the row was taken away', row.id);
      if (!rowHash({ id: row.id, told: row.told }).equals(row.hash)) return broken('the row was changed', row.id);
    }
    if (rows.length !== segment.rows) return broken(`it had ${segment.rows} rows and has ${rows.length}`);
    if (
      !segmentHash(
        previous,
        rows.map(({ hash }) => hash),
      ).equals(segment.hash)
    )
      return broken('its seals were changed');
    previous = segment.hash;
    count += rows.length;
  }
  const { rows: open } = await sql<{ n: number }>`
    select count(*) as n from platform_audit a where not exists (select from platform_audit_seal s where s.audit_id = a.id)`.execute(
    db,
  );
  return { whole: true, segments: segments.length, rows: count, unsealed: open[0]?.n ?? 0 };
}
