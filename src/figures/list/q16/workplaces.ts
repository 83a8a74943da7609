import { byClass } from '../../frame/count.ts';
import { figure, type Part } from '../../frame/figure.ts';
import { employersAmong, placeFacts, sectorWords, siteOf } from '../../frame/places-on.ts';

export const workplaces = figure({
  id: 'workplaces',
  question: 'Q16',
  unit: 'count',
  basis: 'day',
  about: 'things',
  label: { fi: 'Työpaikkoja', sv: 'Arbetsplatser', en: 'Workplaces' },
  definition: {
    fi: 'Työpaikat, joilla on kysyttynä päivänä asiakkaita, työnantajan sektorin mukaan.',
    sv: 'Arbetsplatser som har klienter på dagen, enligt arbetsgivarens sektor.',
    en: 'Workplaces where clients are placed on the day, by the sector of the employer.',
  },
  population: 'Workplaces where a client has a placement in force on the day.',
  example: 'Two clients at two workplaces of one firm, one client with the town: 3 workplaces; private 2, municipal 1.',
  facts: ['fact_placement', 'fact_employer'],
  words: sectorWords,
  cases: placeFacts,
  value: (facts) => {
    const all = employersAmong(facts, 'workplace');
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
        return place.workplace === null ? [] : [{ client: fact.client, category: place.sector }];
      }),
    };
  },
});
