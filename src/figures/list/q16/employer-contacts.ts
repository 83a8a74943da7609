import { rowsOf } from '../../../server/database/statement.ts';
import { agreementFacts } from '../../frame/agreements-on.ts';
import { figure, zFact } from '../../frame/figure.ts';
import { contactsPerAgreement } from '../../frame/per-agreement.ts';
import { within } from '../../frame/scope.ts';

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
  cases: (scope) => rowsOf(zFact)`
    select k.person_id as person, k.client_id as client, k.contact_id as thing, k.kind as category, null as during, null::json as extra
    from fact_contact k where ${within(scope, 'k')} and k.party in ('employer', 'both')
      and k.held_on >= ${scope.period.from}::date and k.held_on < ${scope.period.to}::date
    union all
    select a.person, a.client, a.thing, 'agreement', a.during, a.extra from (${agreementFacts(scope)}) a`,
  value: contactsPerAgreement,
});
