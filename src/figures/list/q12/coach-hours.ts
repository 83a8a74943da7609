import { rowsOf } from '../../../server/database/statement.ts';
import { sum } from '../../frame/count.ts';
import { figure, zFact } from '../../frame/figure.ts';
import { withinOrganiser } from '../../frame/scope.ts';

export const coachHours = figure({
  id: 'coach-hours',
  question: 'Q12',
  unit: 'hours',
  basis: 'day',
  about: 'things',
  label: { fi: 'Työvalmentajien työaika', sv: 'Arbetscoachernas arbetstid', en: 'Working time of coaches' },
  definition: {
    fi: 'Työvalmentajien viikkotyötunnit yhteensä kysyttynä päivänä. Rinnalla valmentajien määrä ja osuudet kokoaikaisesta yhteensä. Tunteja, joita ei ole kirjattu, ei arvata.',
    sv: 'Arbetscoachernas timmar i veckan sammanlagt på dagen. Bredvid antalet coacher och deras andelar av heltid sammanlagt. Timmar som inte har antecknats gissas inte.',
    en: 'Hours a week of all job coaches together on the day. Beside it how many there are, and their shares of full time together. Hours that were not recorded are not guessed.',
  },
  population: 'Posts of job coaches in force on the day whose role serves one of the services.',
  example: 'Rauma: one coach at half time, 19 hours: 19 hours, 1 worker, 0.5 of full time.',
  facts: ['fact_post'],
  cases: (scope) => rowsOf(zFact)`
    select null::uuid as person, null::uuid as client, p.worker_id::text as thing, p.hours_a_week as amount, p.full_time_share as times
    from fact_post p where ${withinOrganiser(scope, 'p')} and p.role = 'coach' and p.services && ${[...scope.services]}::text[]
      and p.during @> ${scope.asOf}::date`,
  value: (facts) => {
    const workers = new Set(facts.map(({ thing }) => thing)).size;
    const known = facts.filter(({ amount }) => amount !== null && amount !== undefined);
    return {
      value: known.length === 0 && workers > 0 ? null : sum(known.map(({ amount }) => amount ?? 0)),
      recorded: workers,
      cases: workers,
      persons: 0,
      breakdown: {
        by: 'coaches',
        parts: [
          { key: 'workers', value: workers, persons: 0, unit: 'count' },
          { key: 'full-time-shares', value: sum(facts.map(({ times }) => times ?? 0)), persons: 0, unit: 'count' },
          ...(known.length < facts.length
            ? [{ key: 'hours-not-recorded', value: facts.length - known.length, persons: 0, unit: 'count' as const }]
            : []),
        ],
      },
    };
  },
});
