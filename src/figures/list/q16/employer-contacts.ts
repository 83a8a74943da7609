import { figure } from '../../frame/figure.ts';
import { contactFacts, contactsPerAgreement } from '../../frame/per-agreement.ts';

export const employerContacts = figure({
  id: 'employer-contacts',
  question: 'Q16',
  unit: 'cases',
  basis: 'period',
  about: 'persons',
  divides: true,
  label: { fi: 'Yhteydet työnantajiin', sv: 'Kontakter med arbetsgivare', en: 'Contacts with employers' },
  definition: {
    fi: 'Jakson aikana kirjatut yhteydenotot, joissa työnantaja oli mukana. Rinnalla jakson aikana voimassa olleet sopimukset ja yhteydenotot sopimusta kohti.',
    sv: 'Kontakter som antecknats under perioden och där arbetsgivaren var med. Bredvid de avtal som gällt under perioden och kontakter per avtal.',
    en: 'Contacts recorded in the period in which the employer took part. Beside it the agreements in force in it, and contacts per agreement.',
  },
  population: 'Contacts with the employer, or with employer and client together, held on a day of the period.',
  example: 'A visit with client and employer, and calls with the client alone: 1.',
  facts: ['fact_contact', 'fact_agreement', 'fact_approval'],
  cases: contactFacts,
  value: (facts, scope) => contactsPerAgreement(facts, scope, ({ also }) => also === 'employer' || also === 'both'),
});
