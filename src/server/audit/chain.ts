import { createHash, createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Database, Read, Write } from '../database/pool.ts';
import { change, rowsOf, zBytes } from '../database/statement.ts';

/** The last segment as it was sealed. */
const zSealed = z.object({ no: z.number(), hash: zBytes, keyed: z.boolean() });
export type Sealed = z.output<typeof zSealed>;

/** What is kept outside the database: the key of the seals, and how far the chain had come. */
export interface Outside {
  readonly key: Uint8Array;
  /** Keeps that the chain has come so far; never that it came less far. */
  readonly anchor: (last: Sealed) => Promise<void>;
  readonly anchored: () => { readonly no: number; readonly hash: Uint8Array; readonly keyedFrom: number } | null;
}

/** Rows of one segment at most; a segment is sealed and verified as a whole. */
const segmentRows = 10_000;
const first = Buffer.alloc(32);

const zAuditRow = z.object({ id: z.number(), told: z.string() });
type AuditRow = z.output<typeof zAuditRow>;

// What is sealed of a row: all that it tells, as the database itself writes it.
const rowText = sql`jsonb_build_array(a.id, to_char(a.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), a.worker_id, a.organiser_id,
  a.act, a.purpose, a.clients, a.detail, a.address)::text`;

const rowHash = ({ told: text }: AuditRow) => createHash('sha256').update(text, 'utf8').digest();

/** Keyed, so that whoever has the database alone cannot seal anew what they changed; the first segments of old had no key. */
function segmentHash(key: Uint8Array | null, previous: Uint8Array, hashes: readonly Uint8Array[]): Buffer {
  const hash = key ? createHmac('sha256', key) : createHash('sha256');
  hash.update(previous);
  for (const one of hashes) hash.update(one);
  return hash.digest();
}

/**
 * Seals the rows that no running transaction can come before, in segments that chain by hash; returns how many.
 * Writers never wait for it: it only reads their rows, after they have committed.
 */
export async function sealAudit(db: Database, outside: Outside): Promise<number> {
  let sealed = 0;
  for (;;) {
    const { rows, last } = await db.transaction().execute((tx) => sealSegment(tx, outside.key));
    // Only what is committed counts: a height above the chain would tell of a segment that never was.
    if (rows > 0)
      await change`select setval('platform_audit_height', greatest(max(s.no), max(h.last_value)))
        from platform_audit_segment s, platform_audit_height h`.execute(db);
    const astray = await isAstray(db, outside);
    if (last && !astray) await outside.anchor(last);
    sealed += rows;
    // What came since is sealed all the same; but that it follows from what was there cannot be vouched for.
    if (astray) throw new Error(`The audit trail no longer has segment ${astray} as it was sealed.`);
    if (rows < segmentRows) return sealed;
  }
}

const zIsAstrayRow = z.object({ hash: zBytes });

/** The segment that the height outside tells of, where the chain has it no longer. */
async function isAstray(db: Database, outside: Outside): Promise<number | null> {
  const anchor = outside.anchored();
  if (!anchor) return null;
  const { rows } = await rowsOf(zIsAstrayRow)`select hash from platform_audit_segment where no = ${anchor.no}`.execute(
    db,
  );
  return rows[0]?.hash.equals(anchor.hash) ? null : anchor.no;
}

const zHeightOfRow = z.object({ height: z.number() });

/** The number of the last segment that was ever sealed. */
async function heightOf(db: Read): Promise<number> {
  const { rows } = await rowsOf(zHeightOfRow)`select last_value as height from platform_audit_height`.execute(db);
  return Number(rows[0]?.height ?? 0);
}

async function sealSegment(tx: Write, key: Uint8Array): Promise<{ rows: number; last: Sealed | null }> {
  // One sealer at a time; writers of the trail take no lock.
  await change`select pg_advisory_xact_lock(hashtext('platform_audit_segment'))`.execute(tx);
  const { rows } = await rowsOf(zAuditRow)`
    select a.id, ${rowText} as told from platform_audit a
    where a.written_in < pg_snapshot_xmin(pg_current_snapshot())
      and not exists (select from platform_audit_seal s where s.audit_id = a.id)
    order by a.id limit ${segmentRows}`.execute(tx);
  const { rows: last } = await rowsOf(zSealed)`
    select no, hash, keyed from platform_audit_segment order by no desc limit 1`.execute(tx);
  if (rows.length === 0) return { rows: 0, last: last[0] ?? null };
  const no = Math.max(last[0]?.no ?? 0, await heightOf(tx)) + 1;
  const previous = last[0]?.hash ?? first;
  const hashes = rows.map(rowHash);
  const hash = segmentHash(key, previous, hashes);
  await tx
    .insertInto('platform_audit_segment')
    .values({ no, rows: rows.length, previous_hash: previous, hash, keyed: true })
    .execute();
  await change`insert into platform_audit_seal (audit_id, segment_no, hash)
    select id, ${no}, decode(hash, 'hex')
    from unnest(${rows.map(({ id }) => id)}::bigint[], ${hashes.map((hash) => hash.toString('hex'))}::text[]) as sealed (id, hash)`.execute(
    tx,
  );
  return { rows: rows.length, last: { no, hash, keyed: true } };
}

export type Verdict =
  | { readonly whole: true; readonly segments: number; readonly rows: number; readonly unsealed: number }
  | { readonly whole: false; readonly segment: number; readonly row: number | null; readonly why: string };

const zSegment = z.object({
  no: z.number(),
  keyed: z.boolean(),
  rows: z.number(),
  previous_hash: zBytes,
  hash: zBytes,
});
const zSealedRow = z.object({ id: z.number(), told: z.string().nullable(), hash: zBytes });
const zSegmentNo = z.object({ no: z.number() });
const zUnsealedCount = z.object({ n: z.number() });

/** Walks the chain from its first segment; names the first broken segment, and the row where it is one. */
export async function verifyAudit(db: Database, outside: Outside): Promise<Verdict> {
  const anchor = outside.anchored();
  // Read before the segments: one that is sealed meanwhile is above it, never below.
  const height = await heightOf(db);
  const { rows: segments } = await rowsOf(zSegment)`
    select no, rows, previous_hash, hash, keyed from platform_audit_segment order by no`.execute(db);
  let previous: Buffer = first;
  let count = 0;
  for (const [index, segment] of segments.entries()) {
    const broken = (why: string, row: number | null = null): Verdict => ({
      whole: false,
      segment: segment.no,
      row,
      why,
    });
    if (segment.no !== index + 1) return missing(index + 1);
    if (!segment.keyed && anchor && segment.no >= anchor.keyedFrom)
      return broken('it is sealed without the key, as none is any more');
    if (!segment.previous_hash.equals(previous)) return broken('it does not follow from the segment before it');
    const { rows } = await rowsOf(zSealedRow)`
      select s.audit_id as id, s.hash, case when a.id is not null then ${rowText} end as told
      from platform_audit_seal s left join platform_audit a on a.id = s.audit_id
      where s.segment_no = ${segment.no} order by s.audit_id`.execute(db);
    for (const row of rows) {
      if (row.told === null) return broken('the row was taken away', row.id);
      if (!rowHash({ id: row.id, told: row.told }).equals(row.hash)) return broken('the row was changed', row.id);
    }
    if (rows.length !== segment.rows) return broken(`it had ${segment.rows} rows and has ${rows.length}`);
    if (
      !segmentHash(
        segment.keyed ? outside.key : null,
        previous,
        rows.map(({ hash }) => hash),
      ).equals(segment.hash)
    )
      return broken('its seals were changed');
    if (anchor?.no === segment.no && !segment.hash.equals(anchor.hash))
      return broken('it is not the one whose seal is kept outside the database');
    previous = segment.hash;
    count += rows.length;
  }
  if (segments.length < Math.max(height, anchor?.no ?? 0)) return missing(segments.length + 1);
  const { rows: astray } = await rowsOf(zSegmentNo)`
    select s.segment_no as no from platform_audit_seal s
    where s.segment_no > ${segments.length} and not exists (select from platform_audit_segment g where g.no = s.segment_no)
    order by s.segment_no limit 1`.execute(db);
  // A segment that was sealed while the chain was walked is newer, and there.
  if (astray[0]) return missing(astray[0].no);
  const last = segments.at(-1);
  if (last?.keyed && !anchor)
    return {
      whole: false,
      segment: last.no,
      row: null,
      why: 'the height that is kept outside the database is not there',
    };
  const { rows: open } = await rowsOf(zUnsealedCount)`
    select count(*) as n from platform_audit a where not exists (select from platform_audit_seal s where s.audit_id = a.id)`.execute(
    db,
  );
  return { whole: true, segments: segments.length, rows: count, unsealed: open[0]?.n ?? 0 };
}

function missing(segment: number): Verdict {
  return { whole: false, segment, row: null, why: 'the segment is missing' };
}
