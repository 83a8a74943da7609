import { rowsOf } from '../../../server/database/statement.ts';
import { countCases } from '../../frame/count.ts';
import { figure, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';

export const exitsByDestination = figure({
  id: 'exits-by-destination',
  question: 'Q7',
  unit: 'cases',
  basis: 'period',
  about: 'persons',
  divides: true,
  label: { fi: 'Mihin asiakas siirtyi', sv: 'Vart klienterna gick vidare', en: 'Exits by destination' },
  definition: {
    fi: 'Jakson aikana päättyneet asiakkuudet sen mukaan, mihin asiakas siirtyi, yleisin ensin.',
    sv: 'Klientrelationer som slutade under perioden, enligt vart klienten gick, det vanligaste först.',
    en: 'Client relationships that ended in the period, by where the client went, most frequent first.',
  },
  population: 'Exits whose day lies in the period; where the destination is not known it says so.',
  example: 'Three exits: two to paid work, of one it is not known: paid work 2, not known 1 of 3 (33 %).',
  facts: ['fact_exit'],
  cases: (scope) => rowsOf(zFact)`
    select e.person_id as person, e.client_id as client, e.exit_id as thing, nullif(e.destination, 'not-known') as category
    from fact_exit e where ${within(scope, 'e')} and e.ended_on >= ${scope.period.from}::date and e.ended_on < ${scope.period.to}::date`,
  value: (facts) => countCases(facts, { by: 'destination', rank: true }),
});
