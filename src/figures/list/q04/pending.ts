import { services } from '../../../kernel/service.ts';
import { rowsOf } from '../../../server/database/statement.ts';
import { countCases, partsOfCases } from '../../frame/count.ts';
import { figure, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';

export const pending = figure({
  id: 'pending',
  question: 'Q4',
  unit: 'cases',
  basis: 'day',
  about: 'persons',
  divides: true,
  label: { fi: 'Vireillä', sv: 'Anhängiga', en: 'Pending' },
  definition: {
    fi: 'Hakemukset ja ohjaukset, jotka on vastaanotettu viimeistään kysyttynä päivänä ja joita ei ole sinä päivänä ratkaistu eikä peruutettu.',
    sv: 'Ansökningar och hänvisningar som har tagits emot senast på dagen och som inte har avgjorts eller återtagits den dagen.',
    en: 'Applications and referrals received by the day and neither decided nor withdrawn by it.',
  },
  population: 'Referrals received on the day or before, without a decision or a withdrawal on the day or before.',
  example:
    'Received 1.6. and decided 17.6.; received 2.6. and withdrawn 10.6.; received 17.6.: on 16.6. 1 is pending, on 17.6. 1.',
  facts: ['fact_referral'],
  twin: 'waitingBoard',
  cases: (scope) => rowsOf(zFact)`
    select r.person_id as person, r.client_id as client, r.referral_id as thing, r.service as category
    from fact_referral r where ${within(scope, 'r')} and r.pending @> ${scope.asOf}::date`,
  value: (facts) => ({
    ...countCases(facts),
    breakdown: { ...partsOfCases(facts, { by: 'service', order: services }), tellsNothing: true },
  }),
});
