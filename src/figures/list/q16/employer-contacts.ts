import { sql } from 'kysely';
import { countCases, partsOfCases } from '../../frame/count.ts';
import { type Fact, figure } from '../../frame/figure.ts';
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
  example: 'A call to the employer and a visit with both: 2; with one agreement in force 2 per agreement.',
  facts: ['fact_contact', 'fact_agreement'],
  cases: (scope) => sql<Fact>`
    select k.person_id as person, k.client_id as client, k.contact_id as thing, k.kind as category
    from fact_contact k where ${within(scope, 'k')} and k.party in ('employer', 'both')
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
