import { sql } from 'kysely';
import { countRecorded } from './count.ts';
import { type Fact, figure } from './figure.ts';
import { within } from './scope.ts';

export const clientsByMunicipality = figure({
  id: 'clients-by-municipality',
  question: 'Q5',
  unit: 'persons',
  basis: 'day',
  about: 'persons',
  label: { fi: 'Asiakkaat kunnittain', sv: 'Klienter enligt kommun', en: 'Clients by municipality' },
  definition: {
    fi: 'Päivän asiakkaat kotikunnan mukaan. Turvakiellon saaneen kuntaa ei kerrota.',
    sv: 'Dagens klienter enligt hemkommun. Kommunen för den som har spärrmarkering berättas inte.',
    en: 'Clients of the day by municipality of residence. It is not told of those whose address is protected.',
  },
  population: 'Persons with a client relationship in force on the day, by the municipality recorded for them.',
  example: 'Two live in Pori, one in Ulvila, one has a protected address: Pori 2, Ulvila 1, not told 1.',
  facts: ['fact_relationship', 'fact_client'],
  cases: (scope) => sql<Fact>`
    select distinct c.person_id as person, c.client_id as client, case when c.protected then 'protected' else c.municipality_code end as category,
      case when not c.protected then u.name end as name
    from fact_relationship r join fact_client c on c.client_id = r.client_id
    left join (select code, ${sql.ref(`name_${scope.language === 'sv' ? 'sv' : 'fi'}`)} as name from organiser_municipality) u
      on u.code = c.municipality_code
    where ${within(scope, 'r')} and r.during @> ${scope.asOf}::date`,
  value: (facts) => countRecorded(facts, { by: 'municipality', rank: true }),
});
