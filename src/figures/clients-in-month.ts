import { sql } from 'kysely';
import { addMonths, monthOf, startOfMonth } from '../kernel/day.ts';
import { byClass, countPersons, personsOf } from './count.ts';
import { type Fact, figure } from './figure.ts';
import { periodOf, within } from './scope.ts';

/** So many whole months are listed beside the month asked for. */
const monthsListed = 12;

export const clientsInMonth = figure({
  id: 'clients-in-month',
  question: 'Q4',
  unit: 'persons',
  basis: 'month',
  about: 'persons',
  family: 'clients',
  label: { fi: 'Eri asiakkaita kuukaudessa', sv: 'Olika klienter under en månad', en: 'Different clients in a month' },
  definition: {
    fi: 'Eri henkilöt, joiden asiakkuus on ollut voimassa ainakin yhtenä päivänä kuukauden aikana. Kuukausi päättyy kysyttyyn päivään; rinnalla edelliset kokonaiset kalenterikuukaudet.',
    sv: 'Olika personer vars klientrelation har gällt minst en dag under månaden. Månaden slutar den dag som frågan gäller; bredvid visas de föregående hela kalendermånaderna.',
    en: 'Different persons whose client relationship held on at least one day of the month. The month ends with the day asked for; the whole calendar months before it stand beside.',
  },
  population: 'Persons with a day of their client relationship in the month.',
  example:
    'In May 3 clients from before, 1 who began on 31.5., 1 who left on 1.5. (the first day out of service): 4 in May.',
  facts: ['fact_relationship'],
  cases: (scope) => {
    const { to } = scope.period;
    return sql<Fact>`
      select r.person_id as person, r.client_id as client, 'asked' as category
      from fact_relationship r where ${within(scope, 'r')} and r.during && ${periodOf(scope)}
      union
      select r.person_id, r.client_id, to_char(m.first, 'YYYY-MM')
      from fact_relationship r, generate_series(${addMonths(startOfMonth(to), -monthsListed)}::date,
        ${addMonths(startOfMonth(to), -1)}::date, '1 month') m (first)
      where ${within(scope, 'r')} and r.during && daterange(m.first::date, (m.first + interval '1 month')::date)
        and m.first >= date_trunc('month', ${scope.organiser.registerFrom}::date)`;
  },
  value: (facts, scope) => {
    const asked = facts.filter(({ category }) => category === 'asked');
    const months = byClass(
      facts.filter((fact) => fact.category !== 'asked'),
      (fact) => fact.category,
    );
    return {
      ...countPersons(asked),
      breakdown: {
        by: 'month',
        apart: true,
        parts: months
          .map(([key, some]) => ({ key, value: personsOf(some).size, persons: personsOf(some).size }))
          .filter(({ key }) => key < monthOf(scope.period.to))
          .sort((a, b) => (a.key < b.key ? -1 : 1)),
      },
    };
  },
});
