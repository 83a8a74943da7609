import { agreementStateOn, asksForWork } from '../../../casework/agreement/rules.ts';
import { agreementIn, agreementsIn } from '../../frame/agreements-on.ts';
import { countCases, partsOfCases } from '../../frame/count.ts';
import { figure } from '../../frame/figure.ts';

export const agreementsToRenewOnDay = figure({
  id: 'agreements-to-renew',
  question: 'Q16',
  unit: 'cases',
  basis: 'day',
  about: 'persons',
  divides: true,
  label: { fi: 'Uusittavat sopimukset', sv: 'Avtal att förnya', en: 'Agreements to renew' },
  definition: {
    fi: 'Sopimukset, jotka ovat päättyneet tai päättyvät kuukauden kuluessa ja joiden paikka jatkuu sen jälkeen ilman uutta sopimusta. Samat, jotka työntekijä näkee uusittavina.',
    sv: 'Avtal som har gått ut eller går ut inom en månad och vars placering fortsätter därefter utan nytt avtal. Samma som arbetstagaren ser att förnya.',
    en: 'Agreements that have ended or end within a month, and whose placement goes on after them without a new one. The same that the worker sees as to be renewed.',
  },
  population:
    'Agreements about placements in force on the day, the last about each; one not yet approved is no renewal.',
  example:
    'An agreement until 30.6.: on 17.5. none, on 17.6. 1 that ends soon, on 1.7. 1 that has ended while the placement goes on.',
  facts: ['fact_agreement', 'fact_approval'],
  twin: 'workplaceBoard',
  cases: agreementsIn,
  value: (facts, scope) => {
    const toRenew = facts.flatMap((fact) => {
      const state = agreementStateOn(agreementIn(fact), scope.asOf);
      if (asksForWork(state) !== 'to-renew') return [];
      return [{ ...fact, category: state.state === 'lapsed' ? 'lapsed' : 'ends-soon' }];
    });
    return {
      ...countCases(toRenew),
      breakdown: partsOfCases(toRenew, { by: 'renewal', order: ['lapsed', 'ends-soon'] }),
    };
  },
});
