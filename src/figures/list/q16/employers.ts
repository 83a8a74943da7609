import { byClass } from '../../frame/count.ts';
import { figure, type Part } from '../../frame/figure.ts';
import { employersAmong, placeFacts, sectorWords, siteOf } from '../../frame/places-on.ts';

export const employersOfDay = figure({
  id: 'employers',
  question: 'Q16',
  unit: 'count',
  basis: 'day',
  about: 'things',
  label: { fi: 'Työnantajia', sv: 'Arbetsgivare', en: 'Employers' },
  definition: {
    fi: 'Työnantajat, joiden työpaikoilla on kysyttynä päivänä asiakkaita, sektoreittain.',
    sv: 'Arbetsgivare på vars arbetsplatser det finns klienter på dagen, enligt sektor.',
    en: 'Employers at whose workplaces clients are placed on the day, by sector.',
  },
  population: 'Employers where a client has a placement in force on the day.',
  example: 'Two clients at two workplaces of one firm, one client with the town: 2 employers; private 1, municipal 1.',
  facts: ['fact_placement', 'fact_employer'],
  words: sectorWords,
  cases: placeFacts,
  value: (facts) => {
    const all = employersAmong(facts, 'employer');
    return {
      value: all.length,
      recorded: facts.length,
      cases: all.length,
      persons: 0,
      breakdown: {
        by: 'sector',
        parts: byClass(all, ({ category }) => category).map(
          ([key, some]): Part => ({ key, value: some.length, persons: 0, of: all.length }),
        ),
      },
      behind: facts.flatMap((fact) => {
        const place = siteOf(fact);
        return place.employer === null ? [] : [{ client: fact.client, category: place.sector }];
      }),
    };
  },
});
