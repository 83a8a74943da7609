import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { type Range, toSql } from '../../kernel/range.ts';
import type { Write } from '../../server/database/pool.ts';
import { change } from '../../server/database/statement.ts';

/** Names an own worker from a day on; the one before is it until then. */
export async function insertNaming(
  tx: Write,
  own: { readonly organiserId: string; readonly clientId: string },
  { workerId, during }: { readonly workerId: string; readonly during: Range },
): Promise<void> {
  await endNamingAt(tx, sql`client_id = ${own.clientId} and during @> ${during.from}::date`, during.from);
  await tx
    .insertInto('ownworker_naming')
    .values({
      organiser_id: own.organiserId,
      client_id: own.clientId,
      worker_id: workerId,
      during: toSql(during),
    })
    .execute();
}

async function endNamingAt(tx: Write, which: ReturnType<typeof sql>, to: Day): Promise<void> {
  await change`update ownworker_naming set during = daterange(lower(during), ${to}) where ${which}`.execute(tx);
}

export async function endNaming(tx: Write, namingId: string, to: Day): Promise<void> {
  await endNamingAt(tx, sql`id = ${namingId}`, to);
}

/** Takes a naming back: the one that its recording had ended goes on as if it had not been; one that had ended by itself does not. */
export async function deleteNaming(tx: Write, clientId: string, namingId: string, { to }: Range): Promise<void> {
  await tx.deleteFrom('ownworker_naming').where('id', '=', namingId).execute();
  await change`update ownworker_naming n set during = daterange(lower(n.during), least(upper(before.during), ${to}::date))
    from (select lower(recorded) as at, lower(during) as since from ownworker_naming_history where id = ${namingId}
      order by lower(recorded) limit 1) taken
    cross join lateral (select distinct on (h.id) h.id, h.during from ownworker_naming_history h
      where h.client_id = ${clientId} and h.during @> taken.since and upper(h.recorded) >= taken.at and h.id <> ${namingId}
      order by h.id, upper(h.recorded) desc) before
    where n.id = before.id and upper(n.during) = taken.since`.execute(tx);
}
