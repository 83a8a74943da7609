import { sql } from 'kysely';
import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { zSqlRange } from '../../kernel/range.ts';
import { type Service, services } from '../../kernel/service.ts';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import { withVersionOfAll } from '../../server/version.ts';
import { phases, type Rhythm, type RhythmSet, zRhythm } from './words.ts';

const zRhythmsOfRow = z.object({
  phase: z.enum(phases),
  phaseDays: z.number().nullable(),
  everyDays: z.number().nullable(),
  everyDaysAtMost: z.number().nullable(),
  visitAtRenewal: z.boolean(),
  service: z.enum(services),
  during: zSqlRange,
});

/** The rhythms that an organiser has agreed, by service. */
export async function rhythmsOf(tx: Read, organiserId: string): Promise<(Rhythm & { service: Service })[]> {
  const { rows } = await rowsOf(zRhythmsOfRow)`
    select service, phase, phase_days as "phaseDays", every_days as "everyDays", every_days_at_most as "everyDaysAtMost",
      visit_at_renewal as "visitAtRenewal", during
    from rhythm_rhythm where organiser_id = ${organiserId} order by service, phase, lower(during)`.execute(tx);
  return rows;
}

const zRhythmsFromRow = zRhythm.omit({ version: true }).extend({ during: zSqlRange });

/** The rhythms of an organiser's services in force on a day and to come. */
export async function rhythmsFrom(tx: Read, organiserId: string, on: Day): Promise<RhythmSet[]> {
  const { rows } = await rowsOf(zRhythmsFromRow)`
    select r.service, r.phase, r.phase_days as "phaseDays", r.every_days as "everyDays", r.every_days_at_most as "everyDaysAtMost",
      r.visit_at_renewal as "visitAtRenewal", r.group_meetings_a_year as "groupMeetingsAYear", r.during
    from rhythm_rhythm r join organiser_service s on s.code = r.service
    where r.organiser_id = ${organiserId} and (upper(r.during) is null or upper(r.during) > ${on}::date)
    order by s.place, lower(r.during), r.phase = 'steady'`.execute(tx);
  return withVersionOfAll(rows, ({ service }) => service);
}

/** The rhythm of a service on a day and later, as an edit of it must have seen it; null where there is none. */
export async function standingRhythm(
  tx: Read,
  organiserId: string,
  service: Service,
  on: Day,
): Promise<Standing | null> {
  const phasesOf = (await rhythmsFrom(tx, organiserId, on)).filter((one) => one.service === service);
  const [first] = phasesOf;
  if (!first) return null;
  return {
    version: first.version,
    content: Object.fromEntries(phasesOf.map(({ phase, everyDays }) => [`${phase}.everyDays`, everyDays])),
    ...(await lastChange(
      tx,
      sql`rhythm_rhythm where organiser_id = ${organiserId} and service = ${service}`,
      organiserId,
    )),
  };
}
