import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { Write } from './pool.ts';
import { change } from './statement.ts';

/** What goes on again that ended on a day. */
export interface EndedOn {
  readonly on: Day;
  /** It goes on to this day at most; null where nothing bounds it. */
  readonly until: Day | null;
  /** When the end was recorded: what was cut before goes not on. Null where the versions do not tell it. */
  readonly at: string | null;
}

/** Lets the rows of a table that ended on the day go on as long as they did before; `condition` says which, by columns of the table. */
export async function letGoOn(
  tx: Write,
  table: string,
  condition: RawBuilder<unknown>,
  { on, until, at }: EndedOn,
): Promise<void> {
  await change`update ${sql.table(table)} r set during = daterange(lower(r.during), least(upper(before.during), ${until}::date))
    from (select distinct on (id) id, during, recorded from ${sql.table(`${table}_history`)}
      where ${condition} and coalesce(upper(during) > ${on}::date, true) order by id, upper(recorded) desc) before
    where r.id = before.id and upper(r.during) = ${on}::date and coalesce(upper(before.recorded) >= ${at}::timestamptz, true)`.execute(
    tx,
  );
}
