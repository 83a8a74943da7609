import { kindsOwedIn } from '../../../casework/compensation/rules.ts';
import { rowsOf } from '../../../server/database/statement.ts';
import { labelOf } from '../../frame/class-labels.ts';
import { type Fact, figure, type Part, zFact } from '../../frame/figure.ts';
import { withinOrganiser } from '../../frame/scope.ts';

/** What a client is paid for a day, by which the figure speaks when only one of these is paid. */
const paid = ['open-work-allowance', 'work-share', 'activity-allowance'];
const order = [...paid, 'meal-charge', 'employer-share'];

export const ratesInForce = figure({
  id: 'rates-in-force',
  question: 'Q14',
  unit: 'euro',
  basis: 'day',
  about: 'things',
  label: { fi: 'Voimassa olevat korvaukset ja maksut', sv: 'Gällande ersättningar och avgifter', en: 'Rates in force' },
  definition: {
    fi: 'Euroa päivältä, joka asiakkaalle maksetaan kysyttynä päivänä voimassa olevan perusteen mukaan; jos palveluissa maksetaan useita, luvut ovat erikseen. Rinnalla perittävät maksut, työnantajien osuudet ja lomapäivät, joilta korvaus maksetaan.',
    sv: 'Euro per dag som klienten enligt den grund som gäller på dagen får; om det i servicen betalas flera slag står talen för sig. Bredvid avgifter, arbetsgivarnas andelar och semesterdagar för vilka ersättning betalas.',
    en: 'Euro a day that a client is paid by the rate in force on the day; where several kinds are paid in the services they stand apart. Beside it charges, employers’ shares, and holidays for which the rate is paid.',
  },
  population: 'The organiser’s rates in force on the day for the services.',
  example:
    'Open work 12.00 with 20 paid holiday days, work-share 5.37, meal charge 5.37: in open work 12.00; in both services no single value, the kinds apart.',
  facts: ['fact_rate'],
  cases: (scope) => rowsOf(zFact)`
    select null::uuid as person, null::uuid as client, r.rate_id::text as thing, r.kind as category, r.organiser as name, r.amount_cents as amount, r.paid_holiday_days as times
    from fact_rate r where ${withinOrganiser(scope, 'r')} and r.kind = any(${kindsOwedIn(scope.services, scope.asOf)}::text[]) and r.during @> ${scope.asOf}::date
    order by r.amount_cents desc, r.rate_id`,
  value: (facts, scope) => {
    const rates = order.flatMap((kind) => facts.filter(({ category }) => category === kind));
    const amounts = new Set(
      rates.filter(({ category }) => paid.includes(category as string)).map(({ amount }) => amount),
    );
    const many = new Set(rates.map(({ category }) => category).filter((kind, i, all) => all.indexOf(kind) !== i));
    const [only] = amounts;
    // In a region each organiser has its own.
    const ofSeveral = new Set(rates.map(({ name }) => name)).size > 1;
    const label = (fact: Fact, word: string) => `${ofSeveral ? `${fact.name}: ` : ''}${labelOf(word, scope.language)}`;
    return {
      value: amounts.size === 1 ? (only as number) / 100 : null,
      recorded: rates.length,
      cases: rates.length,
      persons: 0,
      breakdown: {
        by: 'money',
        parts: rates.flatMap((fact, i): Part[] => {
          const kind = fact.category as string;
          return [
            {
              key: many.has(kind) ? `${kind}:${i}` : kind,
              name: label(fact, kind),
              value: (fact.amount as number) / 100,
              persons: 0,
            },
            ...(fact.times
              ? [
                  {
                    key: many.has(kind) ? `paid-holiday-days:${i}` : 'paid-holiday-days',
                    name: label(fact, 'paid-holiday-days'),
                    value: fact.times,
                    persons: 0,
                    unit: 'days' as const,
                  },
                ]
              : []),
          ];
        }),
      },
    };
  },
});
