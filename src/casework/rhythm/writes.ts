import type { Write } from '../../server/database/pool.ts';
import { change } from '../../server/database/statement.ts';
import type { RhythmOfService } from './words.ts';

/** Sets the rhythm of a service in both its phases from a day on; days before keep theirs. */
export async function replaceRhythm(tx: Write, organiserId: string, input: RhythmOfService): Promise<void> {
  const { service, from, starting, steady } = input;
  await change`delete from rhythm_rhythm where organiser_id = ${organiserId} and service = ${service} and lower(during) >= ${from}::date`.execute(
    tx,
  );
  await change`update rhythm_rhythm set during = daterange(lower(during), ${from}::date)
    where organiser_id = ${organiserId} and service = ${service} and during @> ${from}::date`.execute(tx);
  const rows = [
    {
      phase: 'steady',
      phase_days: null,
      visit: steady.visitAtRenewal,
      meetings: steady.groupMeetingsAYear,
      ...intervalOf(steady),
    },
    ...(starting
      ? [{ phase: 'starting', phase_days: starting.phaseDays, visit: false, meetings: null, ...intervalOf(starting) }]
      : []),
  ];
  await change`insert into rhythm_rhythm (organiser_id, service, phase, phase_days, every_days, every_days_at_most, visit_at_renewal,
      group_meetings_a_year, during)
    select ${organiserId}::uuid, ${service}, r.phase, r.phase_days, r.every, r.at_most, r.visit, r.meetings, daterange(${from}::date, null)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(phase text, phase_days int, every int, at_most int, visit boolean, meetings int)`.execute(
    tx,
  );
}

const intervalOf = (one: { readonly everyDays: number | null; readonly everyDaysAtMost: number | null }) => ({
  every: one.everyDays,
  at_most: one.everyDaysAtMost,
});
