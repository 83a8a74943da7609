import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { fromSql } from '../../kernel/range.ts';
import type { Read } from '../../server/database/pool.ts';
import type { Service } from '../organiser/words.ts';
import type { Rhythm, RhythmSet } from './words.ts';

/** The rhythms that an organiser has agreed, by service. */
export async function rhythmsOf(tx: Read, organiserId: string): Promise<(Rhythm & { service: Service })[]> {
  const { rows } = await sql<Omit<Rhythm, 'during'> & { service: Service; during: string }>`
    select service, phase, phase_days as "phaseDays", every_days as "everyDays", every_days_at_most as "everyDaysAtMost",
      visit_at_renewal as "visitAtRenewal", during
    from rhythm_rhythm where organiser_id = ${organiserId} order by service, phase, lower(during)`.execute(tx);
  return rows.map((row) => ({ ...row, during: fromSql(row.during) }));
}

/** The rhythms of an organiser's services in force on a day and to come. */
export async function rhythmsFrom(tx: Read, organiserId: string, on: Day): Promise<RhythmSet[]> {
  const { rows } = await sql<Omit<RhythmSet, 'during'> & { during: string }>`
    select r.service, r.phase, r.phase_days as "phaseDays", r.every_days as "everyDays", r.every_days_at_most as "everyDaysAtMost",
      r.visit_at_renewal as "visitAtRenewal", r.group_meetings_a_year as "groupMeetingsAYear", r.during
    from rhythm_rhythm r join organiser_service s on s.code = r.service
    where r.organiser_id = ${organiserId} and (upper(r.during) is null or upper(r.during) > ${on}::date)
    order by s.place, lower(r.during), r.phase = 'steady'`.execute(tx);
  return rows.map((row) => ({ ...row, during: fromSql(row.during) }));
}
