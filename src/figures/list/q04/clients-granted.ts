import { services } from '../../../kernel/service.ts';
import { rowsOf } from '../../../server/database/statement.ts';
import { countPersons, partsOfPersons } from '../../frame/count.ts';
import { figure, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';

export const clientsGranted = figure({
  id: 'clients-granted',
  question: 'Q4',
  unit: 'persons',
  basis: 'period',
  about: 'persons',
  divides: true,
  label: { fi: 'Palvelu myönnetty', sv: 'Service beviljad', en: 'Granted the service' },
  definition: {
    fi: 'Eri henkilöt, joiden myönteinen päätös alkaa jakson aikana.',
    sv: 'Olika personer vars positiva beslut börjar gälla under perioden.',
    en: 'Different persons with a granting decision that begins in the period.',
  },
  population: 'Persons with a decision that grants the service from a day of the period.',
  example:
    'Anna was granted open work from 17.6., Dan work activity from 1.6.: 2 persons; open work 1, work activity 1.',
  facts: ['fact_decision'],
  cases: (scope) => rowsOf(zFact)`
    select d.person_id as person, d.client_id as client, d.decision_id as thing, d.service as category
    from fact_decision d where ${within(scope, 'd')} and d.outcome = 'grant' and d.came_on is null
      and lower(d.during) >= ${scope.period.from}::date and lower(d.during) < ${scope.period.to}::date`,
  value: (facts) => ({
    ...countPersons(facts),
    breakdown: { ...partsOfPersons(facts, { by: 'service', order: services }), tellsNothing: true },
  }),
});
