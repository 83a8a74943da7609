import { agreementStateOn, isInForce } from '../../../casework/agreement/rules.ts';
import { services } from '../../../kernel/service.ts';
import { agreementIn, agreementsIn } from '../../frame/agreements-on.ts';
import { countCases, partsOfCases } from '../../frame/count.ts';
import { figure } from '../../frame/figure.ts';

export const agreementsInForce = figure({
  id: 'agreements-in-force',
  question: 'Q16',
  unit: 'cases',
  basis: 'day',
  about: 'persons',
  divides: true,
  label: { fi: 'Voimassa olevat sopimukset', sv: 'Gällande avtal', en: 'Agreements in force' },
  definition: {
    fi: 'Asiakkaan, työnantajan ja järjestäjän sopimukset, jotka kaikki kolme ovat hyväksyneet ja jotka ovat voimassa kysyttynä päivänä.',
    sv: 'Avtal mellan klient, arbetsgivare och anordnare som alla tre har godkänt och som gäller på dagen.',
    en: 'Agreements of client, employer and organiser that all three have approved and that are in force on the day.',
  },
  population: 'Agreements about placements, approved by all three by the day, whose days include it.',
  example:
    'Agreed 1.7.2020-30.6.2021 and approved by all three; another 1.3.-31.8.2021 that only the client has approved: on 17.6. 1.',
  facts: ['fact_agreement', 'fact_approval'],
  twin: 'workplace',
  cases: agreementsIn,
  value: (facts, scope) => {
    const inForce = facts.filter((fact) => isInForce(agreementStateOn(agreementIn(fact), scope.asOf)));
    return {
      ...countCases(inForce),
      breakdown: { ...partsOfCases(inForce, { by: 'service', order: services }), tellsNothing: true },
    };
  },
});
