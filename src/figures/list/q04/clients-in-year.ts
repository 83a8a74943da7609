import { addYears, type Day, startOfYear } from '../../../kernel/day.ts';
import { earlierEnd, laterEnd } from '../../../kernel/range.ts';
import { rowsOf } from '../../../server/database/statement.ts';
import { beyondMonths, countPersons, dated, personsOf, touching } from '../../frame/count.ts';
import { figure, type Scope, zFact } from '../../frame/figure.ts';
import { periodOf, within } from '../../frame/scope.ts';

/** So many whole years are listed beside the year asked for. */
const yearsListed = 5;

export const clientsInYear = figure({
  id: 'clients-in-year',
  question: 'Q4',
  unit: 'persons',
  basis: 'year',
  about: 'persons',
  divides: true,
  family: 'clients',
  label: { fi: 'Eri asiakkaita vuodessa', sv: 'Olika klienter under ett år', en: 'Different clients in a year' },
  definition: {
    fi: 'Eri henkilöt, joiden asiakkuus on ollut voimassa ainakin yhtenä päivänä vuoden aikana. Vuosi on kysyttyyn päivään päättyvät 12 kuukautta; rinnalla edelliset kokonaiset kalenterivuodet.',
    sv: 'Olika personer vars klientrelation har gällt minst en dag under året. Året är de 12 månader som slutar den dag som frågan gäller; bredvid visas de föregående hela kalenderåren.',
    en: 'Different persons whose client relationship held on at least one day of the year. The year is the twelve months that end with the day asked for; the whole calendar years before it stand beside.',
  },
  population: 'Persons with a day of their client relationship in the twelve months.',
  example:
    'Three clients from before, one who left on 1.5. and one who began on 31.5.: 5 in the year that ends on 17.6., 4 in 2020.',
  facts: ['fact_relationship'],
  // A row a relationship, not one a year of it; which years it touches follows from its days.
  cases: (scope) => rowsOf(zFact)`
    select r.person_id as person, r.client_id as client, r.during
    from fact_relationship r
    where ${within(scope, 'r')} and (r.during && ${periodOf(scope)}
      or r.during && daterange(${firstListed(scope)}::date, ${startOfYear(scope.period.to)}::date))`,
  value: (facts, scope) => {
    const years = Array.from({ length: yearsListed }, (_, i) =>
      addYears(startOfYear(scope.period.to), i - yearsListed),
    );
    const days = dated(facts);
    return {
      ...countPersons(touching(days, scope.period)),
      beyond: () => beyondMonths(days, scope.period),
      breakdown: {
        by: 'year',
        apart: true,
        parts: years
          .filter((year) => year >= firstListed(scope))
          .map((from) => ({ from, to: addYears(from, 1) }))
          .map((own) => ({
            ...own,
            persons: personsOf(touching(days, own)).size,
            beyond: () => beyondMonths(days, own),
          }))
          .filter(({ persons }) => persons > 0)
          .map(({ from, persons, beyond }) => ({ key: from.slice(0, 4), value: persons, persons, beyond })),
      },
    };
  },
});

/** The first whole year listed: none before the register began. */
function firstListed({ period, organiser }: Scope): Day {
  const [first, last] = [addYears(startOfYear(period.to), -yearsListed), startOfYear(period.to)];
  const begun = earlierEnd(startOfYear(organiser.registerFrom), last) as Day;
  return laterEnd(first, begun) as Day;
}
