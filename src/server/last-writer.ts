import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Standing } from './act.ts';
import type { Read } from './database/pool.ts';
import { rowsOf } from './database/statement.ts';

const zLastChangeRow = z.object({ changedAt: z.string().nullable(), changedBy: z.string().nullable() });

/**
 * When rows were last written, and by whom: each change stands in the organiser's trail by its instant. Of several at one
 * instant it is the one that names the thing.
 */
export async function lastChange(
  tx: Read,
  rowsChanged: RawBuilder<unknown>,
  thingId: string,
): Promise<Pick<Standing, 'changedAt' | 'changedBy'>> {
  const { rows } = await rowsOf(zLastChangeRow)`
    select r.at as "changedAt", w.name as "changedBy"
    from (select max(lower(recorded)) as at from ${rowsChanged}) r
    cross join lateral (select audit_writer(date_trunc('milliseconds', r.at), ${thingId}::uuid) as name) w`.execute(tx);
  return rows[0] ?? { changedAt: null, changedBy: null };
}
