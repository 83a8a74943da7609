import { addMonths, type Day, monthOf, startOfMonth } from '../../../kernel/day.ts';
import { earlierEnd, laterEnd } from '../../../kernel/range.ts';
import { rowsOf } from '../../../server/database/statement.ts';
import { beyondMonths, countPersons, dated, personsOf, touching } from '../../frame/count.ts';
import { figure, type Scope, zFact } from '../../frame/figure.ts';
import { periodOf, within } from '../../frame/scope.ts';

/** So many whole months are listed beside the month asked for. */
const monthsListed = 12;

export const clientsInMonth = figure({
  id: 'clients-in-month',
  question: 'Q4',
  unit: 'persons',
  basis: 'month',
  about: 'persons',
  divides: true,
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
  // A row a relationship, not one a month of it; which months it touches follows from its days.
  cases: (scope) => rowsOf(zFact)`
    select r.person_id as person, r.client_id as client, r.during
    from fact_relationship r
    where ${within(scope, 'r')} and (r.during && ${periodOf(scope)}
      or r.during && daterange(${firstListed(scope)}::date, ${startOfMonth(scope.period.to)}::date))`,
  value: (facts, scope) => {
    const months = Array.from({ length: monthsListed }, (_, i) =>
      addMonths(startOfMonth(scope.period.to), i - monthsListed),
    );
    const days = dated(facts);
    return {
      ...countPersons(touching(days, scope.period)),
      beyond: () => beyondMonths(days, scope.period),
      breakdown: {
        by: 'month',
        apart: true,
        parts: months
          .filter((month) => month >= firstListed(scope))
          .map((from) => ({ from, to: addMonths(from, 1) }))
          .map((own) => ({
            ...own,
            persons: personsOf(touching(days, own)).size,
            beyond: () => beyondMonths(days, own),
          }))
          .filter(({ persons }) => persons > 0)
          .map(({ from, persons, beyond }) => ({ key: monthOf(from), value: persons, persons, beyond })),
      },
    };
  },
});

/** The first whole month listed: none before the register began. */
function firstListed({ period, organiser }: Scope): Day {
  const [first, last] = [addMonths(startOfMonth(period.to), -monthsListed), startOfMonth(period.to)];
  const begun = earlierEnd(startOfMonth(organiser.registerFrom), last) as Day;
  return laterEnd(first, begun) as Day;
}
