import { services } from '../../../kernel/service.ts';
import { rowsOf } from '../../../server/database/statement.ts';
import { countPersons, partsOfPersons } from '../../frame/count.ts';
import { figure, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';

export const grantedNotBegun = figure({
  id: 'granted-not-begun',
  question: 'Q4',
  unit: 'persons',
  basis: 'day',
  about: 'persons',
  divides: true,
  label: { fi: 'Myönnetty, ei vielä alkanut', sv: 'Beviljad, inte börjat', en: 'Granted, not begun' },
  definition: {
    fi: 'Henkilöt, joilla on kysyttynä päivänä voimassa oleva myönteinen päätös mutta joilla ei vielä ole ollut toimintapaikkaa palvelussa päätöksen alettua.',
    sv: 'Personer som på dagen har ett gällande positivt beslut men som ännu inte har haft någon placering i servicen sedan beslutet började gälla.',
    en: 'Persons with a granting decision in force on the day who have not yet had a placement in the service since it began.',
  },
  population:
    'Persons with a granting decision in force on the day and decided by it, without any placement in its service that held on a day from its first day to the day.',
  example:
    'Anna was granted from 1.6. and began on 14.6., Bo was granted from 1.6. and begins on 1.8.: on 17.6. 1 person.',
  facts: ['fact_decision', 'fact_placement'],
  cases: (scope) => rowsOf(zFact)`
    select d.person_id as person, d.client_id as client, d.service as category
    from fact_decision d
    where ${within(scope, 'd')} and d.outcome = 'grant' and d.during @> ${scope.asOf}::date and d.in_force @> ${scope.asOf}::date and d.decided_on <= ${scope.asOf}::date
      and not exists (select from fact_placement m where m.person_id = d.person_id and m.service = d.service
        and m.during && daterange(lower(d.during), ${scope.asOf}::date, '[]'))`,
  value: (facts) => ({
    ...countPersons(facts),
    breakdown: { ...partsOfPersons(facts, { by: 'service', order: services }), tellsNothing: true },
  }),
});
