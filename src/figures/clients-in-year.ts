import { sql } from 'kysely';
import { byClass, countPersons, personsOf } from './count.ts';
import { type Fact, figure } from './figure.ts';
import { periodOf, within } from './scope.ts';

/** So many whole years are listed beside the year asked for. */
const yearsListed = 5;

export const clientsInYear = figure({
  id: 'clients-in-year',
  question: 'Q4',
  unit: 'persons',
  basis: 'year',
  about: 'persons',
  family: 'clients',
  label: { fi: 'Eri asiakkaita vuodessa', sv: 'Olika klienter under ett år', en: 'Different clients in a year' },
  definition: {
    fi: 'Eri henkilöt, joiden asiakkuus on ollut voimassa ainakin yhtenä päivänä vuoden aikana. Vuosi on kysyttyyn päivään päättyvät 12 kuukautta; rinnalla edelliset kokonaiset kalenterivuodet.',
    sv: 'Olika personer vars klientrelation har gällt minst en dag under året. Året är de 12 månader som slutar den dag som frågan gäller; bredvid visas de föregående hela kalenderåren.',
    en: 'Different persons whose client relationship held on at least one day of the year. The year is the twelve months that end with the day asked for; the whole calendar years before it stand beside.',
  },
  population: 'Persons with a day of their client relationship in the twelve months.',
  example: 'On 1.1. there are 446 clients, 654 begin during the year, nobody returns: 446 + 654 = 1,100 on 31.12.',
  facts: ['fact_relationship'],
  cases: (scope) => {
    const year = Number(scope.period.to.slice(0, 4));
    const first = Math.max(year - yearsListed, Number(scope.organiser.registerFrom.slice(0, 4)));
    return sql<Fact>`
      select r.person_id as person, r.client_id as client, 'asked' as category
      from fact_relationship r where ${within(scope, 'r')} and r.during && ${periodOf(scope)}
      union
      select r.person_id, r.client_id, y.no::text
      from fact_relationship r, generate_series(${first}::int, ${year - 1}::int) y (no)
      where ${within(scope, 'r')} and r.during && daterange(make_date(y.no, 1, 1), make_date(y.no + 1, 1, 1))`;
  },
  value: (facts) => {
    const asked = facts.filter(({ category }) => category === 'asked');
    const years = byClass(
      facts.filter((fact) => fact.category !== 'asked'),
      (fact) => fact.category,
    );
    return {
      ...countPersons(asked),
      breakdown: {
        by: 'year',
        apart: true,
        parts: years
          .map(([key, some]) => ({ key, value: personsOf(some).size, persons: personsOf(some).size }))
          .sort((a, b) => (a.key < b.key ? -1 : 1)),
      },
    };
  },
});
