import { sql } from 'kysely';
import { languages } from '../kernel/language.ts';
import { countRecorded, partsOfPersons } from './count.ts';
import { type Fact, figure } from './figure.ts';
import { within } from './scope.ts';

export const clientsByLanguage = figure({
  id: 'clients-by-language',
  question: 'Q5',
  unit: 'persons',
  basis: 'day',
  about: 'persons',
  label: { fi: 'Asiakkaat kielittäin', sv: 'Klienter enligt språk', en: 'Clients by language' },
  definition: {
    fi: 'Päivän asiakkaat sen mukaan, millä kielellä heitä palvellaan; rinnalla äidinkieli, jos se on kirjattu.',
    sv: 'Dagens klienter enligt det språk på vilket de betjänas; bredvid modersmålet, om det har antecknats.',
    en: 'Clients of the day by the language in which they are served; beside it the mother tongue, where it is recorded.',
  },
  population: 'Persons with a client relationship in force on the day, by service language and by mother tongue.',
  example:
    'Three clients served in Finnish, one in Swedish; of one in Finnish the mother tongue is not recorded: fi 3, sv 1; mother tongue not recorded 1 of 4.',
  facts: ['fact_relationship', 'fact_client'],
  cases: (scope) => sql<Fact>`
    select distinct c.person_id as person, c.client_id as client, c.service_language as category, lower(c.mother_tongue) as also
    from fact_relationship r join fact_client c on c.client_id = r.client_id
    where ${within(scope, 'r')} and r.during @> ${scope.asOf}::date`,
  value: (facts) => ({
    ...countRecorded(facts, { by: 'service-language', order: languages }),
    more: [partsOfPersons(facts, { by: 'mother-tongue', order: languages, of: (fact) => fact.also })],
  }),
});
