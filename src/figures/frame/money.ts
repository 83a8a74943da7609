/** Money by person and kind: what the ledger says of closed months, and what the marked days of open ones are worth. */
import { rowsOf } from '../../server/database/statement.ts';
import { personsOf, sum } from './count.ts';
import { type Breakdown, type Counted, type Fact, type Part, type Scope, zFact } from './figure.ts';
import { withinOrganiser } from './scope.ts';

const kinds = [
  'open-work-allowance',
  'work-share',
  'activity-allowance',
  'travel',
  'cost-compensation',
  'meal-charge',
  'employer-share',
];

/** By client, kind and party: the lines of the period, and what its days are worth in months that nobody has closed. */
export function moneyFacts(scope: Scope) {
  const { from, to } = scope.period;
  return rowsOf(zFact)`
    with closed as materialized (
      -- Months are closed in their order.
      select o.id as organiser_id, greatest((max(m.month_on) + interval '1 month')::date, ${from}::date) as until
      from unnest(${[...scope.organiserIds]}::uuid[]) o (id) left join fact_month m on m.organiser_id = o.id group by o.id
    )
    select m.person_id as person, m.client_id as client, l.kind as category, l.party as also,
      sum(l.cents)::int as amount, sum(l.days)::int as times, true as flag
    from (
      -- Put together by placement before anything is joined: there are a hundred times as many lines.
      select l.placement_id, l.kind, l.party, sum(l.amount_cents) as cents, count(*) - 2 * count(l.reverses_id) as days
      from known_compensation_line l
      where ${withinOrganiser(scope, 'l')} and l.earned_on >= ${from}::date and l.earned_on < ${to}::date
      group by l.placement_id, l.kind, l.party
    ) l join fact_placement m on m.placement_id = l.placement_id
    where m.service = any(${[...scope.services]}::text[])
    group by m.person_id, m.client_id, l.kind, l.party
    union all
    select d.person_id, d.client_id, d.kind, d.party, sum(d.amount_cents * d.times)::int, sum(d.times)::int, false
    from closed c cross join lateral fact_compensation_days(c.organiser_id, c.until, ${to}::date) d
    where c.until < ${to}::date and d.service = any(${[...scope.services]}::text[])
    group by d.person_id, d.client_id, d.kind, d.party`;
}

/** Euro of some money, by kind; beside it persons and days by kind, and what no closed month holds yet. */
export function countMoney(lines: readonly Fact[], recorded: number): Counted {
  // What was corrected away was paid to nobody, and on no day.
  const money = lines.filter(({ amount, times }) => amount !== 0 || times !== 0);
  const persons = (some: readonly Fact[]) => personsOf(some).size;
  const euro = (some: readonly Fact[]) => Math.abs(sum(some.map(({ amount }) => amount ?? 0))) / 100;
  const days = (some: readonly Fact[]) => sum(some.map(({ times }) => times ?? 0));
  const byKind = kinds.flatMap((kind): [string, Fact[]][] => {
    const own = money.filter(({ category }) => category === kind);
    return own.length === 0 ? [] : [[kind, own]];
  });
  const parts = (by: string, unit: Part['unit'], of: (some: readonly Fact[]) => number): Breakdown => ({
    by,
    tellsNothing: true,
    parts: byKind.map(
      ([key, some]): Part => ({ key, value: of(some), persons: persons(some), ...(unit ? { unit } : {}) }),
    ),
  });
  const [closed, notClosed] = [money.filter(({ flag }) => flag), money.filter(({ flag }) => !flag)];
  // What is closed follows from the sum and what is not.
  const fewest = closed.length === 0 ? persons(notClosed) : Math.min(persons(notClosed), persons(closed));
  return {
    value: euro(money),
    recorded,
    cases: persons(money),
    persons: persons(money),
    behind: money,
    breakdown: parts('money', 'euro', euro),
    more: [
      parts('persons-by-money', 'persons', persons),
      parts('days-by-money', 'days', days),
      {
        by: 'not-closed',
        apart: true,
        parts: notClosed.length === 0 ? [] : [{ key: 'not-closed', value: euro(notClosed), persons: fewest }],
      },
    ],
  };
}
