import { rowsOf } from '../../../server/database/statement.ts';
import { figure, zFact } from '../../frame/figure.ts';
import { within, withinOrganiser } from '../../frame/scope.ts';

export const employersPaying = figure({
  id: 'employers-paying',
  question: 'Q14',
  unit: 'count',
  basis: 'day',
  about: 'things',
  label: {
    fi: 'Osuuden maksavia työnantajia',
    sv: 'Arbetsgivare som betalar en andel',
    en: 'Employers that pay a share',
  },
  definition: {
    fi: 'Työnantajat, joilla on kysyttynä päivänä asiakkaita ja joiden kanssa on silloin sovittu maksettavasta osuudesta; n on kaikki työnantajat, joilla on asiakkaita.',
    sv: 'Arbetsgivare som på dagen har klienter på sina arbetsplatser och med vilka en andel att betala är avtalad på dagen; n är alla arbetsgivare som har klienter.',
    en: 'Employers with clients placed on the day who have agreed to pay a share on it; n is all employers with clients placed.',
  },
  population: 'Employers with a placement in force on the day at one of their workplaces.',
  example:
    'Two employers have clients, one of them a rate for its share in force: 1 of 2. Employers are not persons in care: few of them are shown.',
  facts: ['fact_placement', 'fact_rate'],
  cases: (scope) => rowsOf(zFact)`
    select null::uuid as person, null::uuid as client, m.employer_id::text as thing,
      exists (select from fact_rate r where ${withinOrganiser(scope, 'r')} and r.employer_id = m.employer_id and r.during @> ${scope.asOf}::date) as flag
    from fact_placement m where ${within(scope, 'm')} and m.during @> ${scope.asOf}::date and m.employer_id is not null
    group by m.employer_id`,
  value: (facts) => ({
    value: facts.filter(({ flag }) => flag).length,
    recorded: facts.length,
    cases: facts.length,
    persons: 0,
    of: facts.length,
  }),
});
