import { sql } from 'kysely';
import { byClass } from './count.ts';
import { type Fact, figure, type Part } from './figure.ts';
import { within } from './scope.ts';

export const workplaces = figure({
  id: 'workplaces',
  question: 'Q16',
  unit: 'count',
  basis: 'day',
  about: 'things',
  label: { fi: 'Työpaikkoja', sv: 'Arbetsplatser', en: 'Workplaces' },
  definition: {
    fi: 'Työpaikat, joilla on päivänä sijoitettuja asiakkaita, työnantajan sektorin mukaan.',
    sv: 'Arbetsplatser där klienter är placerade på dagen, enligt arbetsgivarens sektor.',
    en: 'Workplaces where clients are placed on the day, by the sector of the employer.',
  },
  population: 'Workplaces where a client has a placement in force on the day.',
  example: 'Two clients at two workplaces of one firm, one client with the town: 3 workplaces; private 2, municipal 1.',
  facts: ['fact_placement', 'fact_employer'],
  cases: (scope) => sql<Fact>`
    select distinct null as person, null as client, m.workplace_id::text as thing, e.sector as category
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
