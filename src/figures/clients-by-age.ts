import { sql } from 'kysely';
import { countRecorded } from './count.ts';
import { type Fact, figure } from './figure.ts';
import { within } from './scope.ts';

const order = ['0-17', '18-29', '30-44', '45-64', '65+'];

export const clientsByAge = figure({
  id: 'clients-by-age',
  question: 'Q5',
  unit: 'persons',
  basis: 'day',
  about: 'persons',
  label: { fi: 'Asiakkaat ikäryhmittäin', sv: 'Klienter enligt åldersgrupp', en: 'Clients by age group' },
  definition: {
    fi: 'Päivän asiakkaat sen mukaan, kuinka monta vuotta he ovat päivänä täyttäneet.',
    sv: 'Dagens klienter enligt hur många år de har fyllt på dagen.',
    en: 'Clients of the day by their age in full years on the day.',
  },
  population: 'Persons with a client relationship in force on the day, by age from the day of birth.',
  example: 'Born 17.6.1991: 30 on 17.6.2021, so in 30-44; on 16.6.2021 still 29, so in 18-29.',
  facts: ['fact_relationship', 'fact_client'],
  cases: (scope) => sql<Fact>`
    select distinct c.person_id as person, c.client_id as client, case
        when a.years < 18 then '0-17' when a.years < 30 then '18-29' when a.years < 45 then '30-44'
        when a.years < 65 then '45-64' when a.years >= 65 then '65+' end as category
    from fact_relationship r join fact_client c on c.client_id = r.client_id
    cross join lateral (select extract(year from age(${scope.asOf}::date, c.birth_on)) as years) a
    where ${within(scope, 'r')} and r.during @> ${scope.asOf}::date`,
  value: (facts) => countRecorded(facts, { by: 'age', order }),
});
