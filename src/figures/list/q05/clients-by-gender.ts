import { classed, clientFacts } from '../../frame/clients-on.ts';
import { countRecorded } from '../../frame/count.ts';
import { figure } from '../../frame/figure.ts';

export const clientsByGender = figure({
  id: 'clients-by-gender',
  question: 'Q5',
  unit: 'persons',
  basis: 'day',
  about: 'persons',
  label: { fi: 'Asiakkaat sukupuolittain', sv: 'Klienter enligt kön', en: 'Clients by gender' },
  definition: {
    fi: 'Kysytyn päivän asiakkaat sen mukaan, mikä sukupuoli heistä on kirjattu. Sitä ei päätellä henkilötunnuksesta.',
    sv: 'Dagens klienter enligt det kön som har antecknats om dem. Det sluts inte av personbeteckningen.',
    en: 'Clients of the day by the gender recorded of them. It is never derived from the identity code.',
  },
  population: 'Persons with a client relationship in force on the day, by recorded gender.',
  example: 'Two women, one man, one of whom it is not recorded: 2, 1, not recorded 1 of 4 (25 %).',
  facts: ['fact_relationship', 'fact_client'],
  cases: clientFacts,
  value: (facts) =>
    countRecorded(
      classed(facts, ({ gender }) => ({ category: gender })),
      { by: 'gender', order: ['female', 'male', 'other'] },
    ),
});
