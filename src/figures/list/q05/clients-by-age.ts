import { classed, clientFacts } from '../../frame/clients-on.ts';
import { countRecorded } from '../../frame/count.ts';
import { figure } from '../../frame/figure.ts';

const order = ['0-17', '18-29', '30-44', '45-64', '65+'];
/** The first year of age that is beyond each class but the last. */
const beyond = [18, 30, 45, 65];

function classOf(age: number | null): string | null {
  if (age === null) return null;
  const place = beyond.findIndex((years) => age < years);
  return order[place < 0 ? beyond.length : place] ?? null;
}

export const clientsByAge = figure({
  id: 'clients-by-age',
  question: 'Q5',
  unit: 'persons',
  basis: 'day',
  about: 'persons',
  label: { fi: 'Asiakkaat ikäryhmittäin', sv: 'Klienter enligt åldersgrupp', en: 'Clients by age group' },
  definition: {
    fi: 'Kysytyn päivän asiakkaat sen mukaan, kuinka monta vuotta he olivat silloin täyttäneet.',
    sv: 'Dagens klienter enligt hur många år de har fyllt på dagen.',
    en: 'Clients of the day by their age in full years on the day.',
  },
  population: 'Persons with a client relationship in force on the day, by age from the day of birth.',
  example: 'Born 17.6.1991: 30 on 17.6.2021, so 1 in 30-44; on 16.6.2021 still 29, so 1 in 18-29.',
  facts: ['fact_relationship', 'fact_client'],
  cases: clientFacts,
  value: (facts) =>
    countRecorded(
      classed(facts, ({ age }) => ({ category: classOf(age) })),
      { by: 'age', order },
    ),
});
