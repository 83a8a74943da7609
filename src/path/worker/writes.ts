import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { type Range, toSql } from '../../kernel/range.ts';
import type { Write } from '../../platform/database/pool.ts';

/** Sets who leads a group from a day on; turns planned for later give way, turns before keep their days. */
export async function replaceGroupLeads(
  tx: Write,
  organiserId: string,
  groupId: string,
  turns: readonly { readonly workerId: string; readonly during: Range }[],
  from: Day,
): Promise<void> {
  await sql`delete from worker_group_lead where group_id = ${groupId} and lower(during) >= ${from}::date`.execute(tx);
  await sql`update worker_group_lead set during = daterange(lower(during), ${from}::date)
    where group_id = ${groupId} and during @> ${from}::date`.execute(tx);
  for (const { workerId, during } of turns) {
    await sql`insert into worker_group_lead (organiser_id, group_id, worker_id, during)
      values (${organiserId}, ${groupId}, ${workerId}, ${toSql(during)}::daterange)`.execute(tx);
  }
}
