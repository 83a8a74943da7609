import { z } from 'zod';
import type { Read } from './database/pool.ts';
import { rowsOf } from './database/statement.ts';

const zWriterAtRow = z.object({ name: z.string() });

/** Who wrote what has been known since the instant: each change of a client stands in the organiser's trail by its instant. */
export async function writerAt(tx: Read, instant: string | null): Promise<string | null> {
  if (instant === null) return null;
  const { rows } = await rowsOf(zWriterAtRow)`
    select w.family_name || ' ' || w.given_name as name from platform_audit a join worker_worker w on w.id = a.worker_id
    where a.happened_at = date_trunc('milliseconds', ${instant}::timestamptz) and a.clients <> '{}' limit 1`.execute(
    tx,
  );
  return rows[0]?.name ?? null;
}
