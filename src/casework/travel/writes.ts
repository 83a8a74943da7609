import { toSql } from '../../kernel/range.ts';
import type { Write } from '../../server/database/pool.ts';
import { change } from '../../server/database/statement.ts';
import type { RecordedWay, TravelDetails } from './words.ts';

interface Agreed {
  readonly organiserId: string;
  readonly clientId: string;
  readonly workerId: string;
}

/** Records a way beside those that there are; the database lets no day have two. */
export async function insertWay(
  tx: Write,
  { organiserId, clientId, workerId }: Agreed,
  { means, amount, reason, during }: RecordedWay,
): Promise<void> {
  await tx
    .insertInto('travel_way')
    .values({
      organiser_id: organiserId,
      client_id: clientId,
      agreed_by_id: workerId,
      means,
      cents_a_day: amount,
      reason,
      during: toSql(during),
    })
    .execute();
}

/** Records a way from a day on; the one before it holds until then. */
export async function insertWayFrom(tx: Write, agreed: Agreed, way: RecordedWay): Promise<void> {
  await change`update travel_way set during = daterange(lower(during), ${way.during.from}::date)
    where client_id = ${agreed.clientId} and during @> ${way.during.from}::date and lower(during) < ${way.during.from}::date`.execute(
    tx,
  );
  await insertWay(tx, agreed, way);
}

export async function updateWay(
  tx: Write,
  { clientId, workerId }: Agreed,
  wayId: string,
  { means, amount, reason, during }: RecordedWay,
): Promise<void> {
  await tx
    .updateTable('travel_way')
    .set({ means, cents_a_day: amount, reason, during: toSql(during), agreed_by_id: workerId })
    .where('client_id', '=', clientId)
    .where('id', '=', wayId)
    .execute();
}

/** Ends a way on the day from which it holds no more; who agreed on it stays. */
export async function endWay(tx: Write, clientId: string, wayId: string, during: TravelDetails['during']) {
  await tx
    .updateTable('travel_way')
    .set({ during: toSql(during) })
    .where('client_id', '=', clientId)
    .where('id', '=', wayId)
    .execute();
}

/** Takes a way back: the one that its recording had ended goes on as it did before, up to the next one; old versions of both remain. */
export async function deleteWay(tx: Write, clientId: string, wayId: string): Promise<void> {
  await tx.deleteFrom('travel_way').where('client_id', '=', clientId).where('id', '=', wayId).execute();
  await change`update travel_way t set during = daterange(lower(t.during), least(upper(before.during),
      (select min(lower(n.during)) from travel_way n
        where n.client_id = ${clientId} and n.id <> t.id and lower(n.during) > lower(t.during))))
    from (select lower(recorded) as at, lower(during) as since from travel_way_history where id = ${wayId}
      order by lower(recorded) limit 1) taken
    cross join lateral (select distinct on (h.id) h.id, h.during from travel_way_history h
      where h.client_id = ${clientId} and h.during @> taken.since and upper(h.recorded) >= taken.at and h.id <> ${wayId}
      order by h.id, upper(h.recorded) desc) before
    where t.id = before.id and upper(t.during) = taken.since`.execute(tx);
}
