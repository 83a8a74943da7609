import { sql } from 'kysely';
import { z } from 'zod';
import { day } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zCents } from '../../kernel/money.ts';
import { type Range, toSql, zSqlRange } from '../../kernel/range.ts';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import { versionOf } from '../../server/version.ts';
import { type LineKind, type Rate, rateKinds } from './words.ts';

const zRatesDuringRow = z.object({
  id: zId,
  kind: z.enum(rateKinds),
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

/** All rates of a kind, as a new one must have seen them; null where there is none. */
export async function standingRates(
  tx: Read,
  organiserId: string,
  { kind, employerId }: { readonly kind: LineKind; readonly employerId: string | null },
): Promise<Standing | null> {
  const all = await ratesDuring(tx, organiserId, { from: day('1900-01-01'), to: null });
  const rates = all.filter((one) => one.kind === kind && one.employerId === employerId);
  const last = rates.at(-1);
  if (!last) return null;
  const { amount, paidHolidayDays, rule, during } = last;
  return {
    version: versionOf(rates),
    content: { amount, paidHolidayDays, rule, during },
    ...(await lastChange(tx, sql`rate_rate where organiser_id = ${organiserId} and kind = ${kind}`, organiserId)),
  };
}

/** The rates among which one stands, as taking it back must have seen them; null where there is no such rate. */
export async function standingRatesOf(tx: Read, organiserId: string, rateId: string): Promise<Standing | null> {
  const all = await ratesDuring(tx, organiserId, { from: day('1900-01-01'), to: null });
  const rate = all.find(({ id }) => id === rateId);
  return rate ? standingRates(tx, organiserId, rate) : null;
}

const zEmployersOfRow = z.object({ id: zId, name: z.string() });

/** Employers of the organiser that a share may be agreed with. */
export async function employersOf(tx: Read, organiserId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await rowsOf(zEmployersOfRow)`
    select id, name from employer_employer where organiser_id = ${organiserId} order by name, id`.execute(tx);
  return rows;
}
