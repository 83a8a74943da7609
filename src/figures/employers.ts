import { sql } from 'kysely';
import { byClass } from './count.ts';
import { type Fact, figure, type Part } from './figure.ts';
import { within } from './scope.ts';

export const employers = figure({
  id: 'employers',
  question: 'Q16',
  unit: 'count',
  basis: 'day',
  about: 'things',
  label: { fi: 'Työnantajia', sv: 'Arbetsgivare', en: 'Employers' },
  definition: {
    fi: 'Työnantajat, joiden työpaikoilla on päivänä sijoitettuja asiakkaita, sektoreittain.',
    sv: 'Arbetsgivare på vars arbetsplatser klienter är placerade på dagen, enligt sektor.',
    en: 'Employers at whose workplaces clients are placed on the day, by sector.',
  },
  population: 'Employers where a client has a placement in force on the day.',
  example: 'Two clients at two workplaces of one firm, one client with the town: 2 employers; private 1, municipal 1.',
  facts: ['fact_placement', 'fact_employer'],
  cases: (scope) => sql<Fact>`
    select distinct null as person, null as client, m.employer_id::text as thing, e.sector as category
    from fact_placement m join fact_employer e on e.employer_id = m.employer_id
    where ${within(scope, 'm')} and m.during @> ${scope.asOf}::date`,
  value: (facts) => ({
    value: facts.length,
    recorded: facts.length,
    cases: facts.length,
    persons: 0,
    breakdown: {
      by: 'sector',
      parts: byClass(facts, ({ category }) => category).map(
        ([key, some]): Part => ({ key, value: some.length, persons: 0, of: facts.length }),
      ),
    },
  }),
});
