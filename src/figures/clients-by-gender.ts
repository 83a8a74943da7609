import { sql } from 'kysely';
import { countRecorded } from './count.ts';
import { type Fact, figure } from './figure.ts';
import { within } from './scope.ts';

export const clientsByGender = figure({
  id: 'clients-by-gender',
  question: 'Q5',
  unit: 'persons',
  basis: 'day',
  about: 'persons',
  label: { fi: 'Asiakkaat sukupuolittain', sv: 'Klienter enligt kön', en: 'Clients by gender' },
  definition: {
    fi: 'Päivän asiakkaat sen mukaan, mikä sukupuoli heistä on kirjattu. Sitä ei päätellä henkilötunnuksesta.',
    sv: 'Dagens klienter enligt det kön som har antecknats om dem. Det sluts inte av personbeteckningen.',
    en: 'Clients of the day by the gender recorded of them. It is never derived from the identity code.',
  },
  population: 'Persons with a client relationship in force on the day, by recorded gender.',
  example: 'Two women, one man, one of whom it is not recorded: 2, 1, not recorded 1 of 4 (25 %).',
  facts: ['fact_relationship', 'fact_client'],
  cases: (scope) => sql<Fact>`
    select distinct c.person_id as person, c.client_id as client, c.gender as category
    from fact_relationship r join fact_client c on c.client_id = r.client_id
    where ${within(scope, 'r')} and r.during @> ${scope.asOf}::date`,
  value: (facts) => countRecorded(facts, { by: 'gender', order: ['female', 'male', 'other'] }),
});
