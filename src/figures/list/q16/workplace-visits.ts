import { sql } from 'kysely';
import { countCases, partsOfCases } from '../../frame/count.ts';
import { type Fact, figure } from '../../frame/figure.ts';
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
  example: 'Three visits in a half-year when two agreements were in force: 3, 1.5 per agreement.',
  facts: ['fact_contact', 'fact_agreement'],
  cases: (scope) => sql<Fact>`
    select k.person_id as person, k.client_id as client, k.contact_id as thing, k.kind as category
    from fact_contact k where ${within(scope, 'k')} and k.kind = 'workplace-visit'
      and k.held_on >= ${scope.period.from}::date and k.held_on < ${scope.period.to}::date
    union all
    select a.person_id, a.client_id, a.agreement_id, 'agreement'
    from fact_agreement a where ${within(scope, 'a')} and a.during && daterange(${scope.period.from}::date, ${scope.period.to}::date)`,
  value: (facts) => {
    const contacts = facts.filter(({ category }) => category !== 'agreement');
    const agreements = countCases(facts.filter(({ category }) => category === 'agreement'));
    const counted = countCases(contacts);
    const each = agreements.cases === 0 ? null : Math.round((counted.cases / agreements.cases) * 100) / 100;
    return {
      ...counted,
      breakdown: partsOfCases(contacts, { by: 'kind' }),
      more: [
        {
          by: 'per-agreement',
          apart: true,
          parts: [
            { key: 'agreements', value: agreements.cases, persons: agreements.persons },
            { key: 'per-agreement', value: each, persons: counted.persons, unit: 'count' },
          ],
        },
      ],
    };
  },
});
