import { forceOf } from '../../../casework/agreement/rules.ts';
import { overlaps } from '../../../kernel/range.ts';
import { rowsOf } from '../../../server/database/statement.ts';
import { agreementFacts, agreementIn } from '../../frame/agreements-on.ts';
import { countCases, partsOfCases } from '../../frame/count.ts';
import { figure, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';

export const employerContacts = figure({
  id: 'employer-contacts',
  question: 'Q16',
  unit: 'cases',
  basis: 'period',
  about: 'persons',
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
