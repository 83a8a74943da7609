import { countPersons } from '../../frame/count.ts';
import { figure } from '../../frame/figure.ts';
import { placeFacts } from '../../frame/places-on.ts';

export const subsidisedJobs = figure({
  id: 'subsidised-jobs',
  question: 'Q16',
  unit: 'persons',
  basis: 'day',
  about: 'persons',
  divides: true,
  label: { fi: 'Palkkatukityössä', sv: 'I arbete med lönesubvention', en: 'In wage-subsidised work' },
  definition: {
    fi: 'Henkilöt, joiden paikka on kysyttynä päivänä palkkatukityötä.',
    sv: 'Personer vars placering på dagen är arbete med lönesubvention.',
    en: 'Persons whose placement on the day is wage-subsidised work.',
  },
  population: 'Persons with a placement in force on the day that is marked as wage-subsidised.',
  example: 'Three in supported employment, two of them with a subsidy: 2.',
  facts: ['fact_placement'],
  cases: placeFacts,
  value: (facts) => countPersons(facts.filter(({ flag }) => flag)),
});
