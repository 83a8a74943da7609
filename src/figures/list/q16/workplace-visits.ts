import { forceOf } from '../../../casework/agreement/rules.ts';
import { overlaps } from '../../../kernel/range.ts';
import { rowsOf } from '../../../server/database/statement.ts';
import { agreementFacts, agreementIn } from '../../frame/agreements-on.ts';
import { countCases, partsOfCases } from '../../frame/count.ts';
import { figure, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';

export const workplaceVisits = figure({
  id: 'workplace-visits',
  question: 'Q16',
  unit: 'cases',
  basis: 'period',
  about: 'persons',
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
  value: (facts, scope) => {
    const contacts = facts.filter(({ category }) => category !== 'agreement');
    const agreements = countCases(
      facts.filter((fact) => {
        const force = fact.category === 'agreement' ? forceOf(agreementIn(fact)) : null;
        return force !== null && overlaps(force, scope.period);
      }),
    );
    const counted = countCases(contacts);
    const each = agreements.cases === 0 ? null : Math.round((counted.cases / agreements.cases) * 100) / 100;
    return {
      ...counted,
      breakdown: partsOfCases(contacts, { by: 'kind' }),
      more: [
        {
          by: 'per-agreement',
          apart: true,
          together: true,
          parts: [
            { key: 'agreements', value: agreements.cases, persons: agreements.persons },
            { key: 'per-agreement', value: each, persons: counted.persons, unit: 'count' },
          ],
        },
      ],
    };
  },
});
