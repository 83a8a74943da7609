import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { toSql } from '../../kernel/range.ts';
import type { Write } from '../../server/database/pool.ts';
import { change } from '../../server/database/statement.ts';
import { newId } from '../../server/id.ts';
import type { NewRate, Rate } from './words.ts';

/** Ends a rate on the first day on which it holds no more. */
export async function endRateOn(tx: Write, rateId: string, on: Day): Promise<void> {
  await tx
    .updateTable('rate_rate')
    .set({ during: sql`daterange(lower(during), ${on}::date)` })
    .where('id', '=', rateId)
    .execute();
}

/** Takes a rate away as if it had not been set: the one before it holds on. */
export async function removeRate(
  tx: Write,
  organiserId: string,
  rate: Pick<Rate, 'id' | 'kind' | 'employerId' | 'during'>,
): Promise<void> {
  const { from, to } = rate.during;
  await tx.deleteFrom('rate_rate').where('id', '=', rate.id).execute();
  await change`update rate_rate set during = daterange(lower(during), ${to}::date)
    where organiser_id = ${organiserId} and kind = ${rate.kind} and employer_id is not distinct from ${rate.employerId}::uuid
      and upper(during) = ${from}::date`.execute(tx);
}

/** Ends the rate of the kind on the day and starts another; days before keep theirs. */
export async function replaceRate(tx: Write, organiserId: string, rate: NewRate): Promise<string> {
  await change`update rate_rate set during = daterange(lower(during), ${rate.during.from}::date)
    where organiser_id = ${organiserId} and kind = ${rate.kind} and employer_id is not distinct from ${rate.employerId}::uuid
      and during @> ${rate.during.from}::date and lower(during) < ${rate.during.from}::date`.execute(tx);
  const id = newId();
  await tx
    .insertInto('rate_rate')
    .values({
      id,
      organiser_id: organiserId,
      kind: rate.kind,
      employer_id: rate.employerId,
      amount_cents: rate.amount,
      paid_holiday_days: rate.paidHolidayDays,
      rule: rate.rule,
      during: toSql(rate.during),
    })
    .execute();
  return id;
}
