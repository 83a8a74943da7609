/** What the law says of days, as the database reckons with it: closed days, the hours that make a day, the most in a year, until when decisions by repealed acts hold, and by what a meal is charged. */
import type pg from 'pg';
import { closedDays } from '../casework/attendance/rules.ts';
import { upkeepDays } from '../casework/decision/rules.ts';
import { dayLengths, dayLimits } from '../casework/participation/rules.ts';
import { day } from '../kernel/day.ts';
import { toSql } from '../kernel/range.ts';
import { activityAllowanceBefore } from '../law/act-1997-1412.ts';
import { costCompensation } from '../law/act-2002-1290.ts';
import { repealedActs } from '../law/act-2023-676.ts';

/** All days that there are. */
const always = { from: day('1900-01-01'), to: day('2200-12-31') };

/** Writes it: at each migration, so that a database never prices a day otherwise than the law of this version does. */
export async function writeLawOfDays(client: Pick<pg.ClientBase, 'query'>): Promise<void> {
  const lengths = dayLengths().map(({ during, leastHours }) => ({ during: toSql(during), hours: leastHours }));
  const limits = dayLimits().map(({ during, mostDays, lookBack }) => ({
    during: toSql(during),
    days: mostDays,
    back: lookBack,
  }));
  await client.query('select law_of_days_write($1, $2, $3, $4, $5)', [
    closedDays(always),
    JSON.stringify(lengths),
    JSON.stringify(limits),
    costCompensation.id,
    activityAllowanceBefore.id,
  ]);
  const repealed = repealedActs.map(({ act, sinceOn, holdsBefore }) => ({
    act,
    since_on: sinceOn,
    over_on: holdsBefore,
  }));
  await client.query('select decision_law_write($1)', [JSON.stringify(repealed)]);
  const upkeep = upkeepDays().map(({ service, during, fromAge, grounded }) => ({
    service,
    during: toSql(during),
    from_age: fromAge,
    grounded,
  }));
  await client.query('select compensation_law_write($1)', [JSON.stringify(upkeep)]);
}
