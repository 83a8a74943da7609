import { rowsOf } from '../../../server/database/statement.ts';
import { agreementFacts } from '../../frame/agreements-on.ts';
import { figure, zFact } from '../../frame/figure.ts';
import { contactsPerAgreement } from '../../frame/per-agreement.ts';
import { within } from '../../frame/scope.ts';

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
  cases: (scope) => rowsOf(zFact)`
    select k.person_id as person, k.client_id as client, k.contact_id as thing, k.kind as category, null as during, null::json as extra
    from fact_contact k where ${within(scope, 'k')} and k.kind = 'workplace-visit'
      and k.held_on >= ${scope.period.from}::date and k.held_on < ${scope.period.to}::date
    union all
    select a.person, a.client, a.thing, 'agreement', a.during, a.extra from (${agreementFacts(scope)}) a`,
  value: contactsPerAgreement,
});
