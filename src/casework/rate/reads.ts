import { z } from 'zod';
import { zId } from '../../kernel/id.ts';
import { zCents } from '../../kernel/money.ts';
import { type Range, toSql, zSqlRange } from '../../kernel/range.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lineKinds, type Rate } from './words.ts';

const zRatesDuringRow = z.object({
  id: zId,
  kind: z.enum(lineKinds),
  employerId: zId.nullable(),
  amount: zCents,
  paidHolidayDays: z.number(),
  rule: z.string(),
  during: zSqlRange,
  employer: z.string().nullable(),
});

/** Rates of an organiser that hold on some day of the range, with the employer that pays a share. */
export async function ratesDuring(
  tx: Read,
  organiserId: string,
  days: Range,
): Promise<(Rate & { employer: string | null })[]> {
  const { rows } = await rowsOf(zRatesDuringRow)`
    select r.id, r.kind, r.employer_id as "employerId", e.name as employer, r.amount_cents as amount, r.paid_holiday_days as "paidHolidayDays",
      r.rule, r.during
    from rate_rate r left join employer_employer e on e.id = r.employer_id
    where r.organiser_id = ${organiserId} and r.during && ${toSql(days)}::daterange
    order by r.kind, e.name, lower(r.during)`.execute(tx);
  return rows;
}

const zEmployersOfRow = z.object({ id: zId, name: z.string() });

/** Employers of the organiser that a share may be agreed with. */
export async function employersOf(tx: Read, organiserId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await rowsOf(zEmployersOfRow)`
    select id, name from employer_employer where organiser_id = ${organiserId} order by name, id`.execute(tx);
  return rows;
}
