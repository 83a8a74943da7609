import { figure } from '../../frame/figure.ts';
import { contactFacts, contactsPerAgreement } from '../../frame/per-agreement.ts';

export const workplaceVisits = figure({
  id: 'workplace-visits',
  question: 'Q16',
  unit: 'cases',
  basis: 'period',
  about: 'persons',
  divides: true,
  label: { fi: 'Käynnit työpaikoilla', sv: 'Besök på arbetsplatser', en: 'Visits to workplaces' },
  definition: {
    fi: 'Jakson aikana tehdyt käynnit työpaikoilla. Rinnalla jakson aikana voimassa olleet sopimukset ja käynnit sopimusta kohti.',
    sv: 'Besök på arbetsplatser under perioden. Bredvid de avtal som gällt under perioden och besök per avtal.',
    en: 'Visits to workplaces made in the period. Beside it the agreements in force in it, and visits per agreement.',
  },
  population: 'Contacts of the kind visit to the workplace held on a day of the period.',
  example: 'One visit in a year when one agreement was in force: 1, 1 per agreement.',
  facts: ['fact_contact', 'fact_agreement', 'fact_approval'],
  cases: contactFacts,
  value: (facts, scope) => contactsPerAgreement(facts, scope, ({ category }) => category === 'workplace-visit'),
});
