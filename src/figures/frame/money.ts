/** Money by person and kind: what the ledger says of closed months, and what the marked days of open ones are worth. */
import { sql } from 'kysely';
import { z } from 'zod';
import { turnsOfLaw, worthOf } from '../../casework/compensation/rules.ts';
import { zRate } from '../../casework/rate/words.ts';
import type { Day } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { fromSql } from '../../kernel/range.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { personsOf, sum } from './count.ts';
import { type Breakdown, type Counted, type Fact, type Part, type Scope, zFact } from './figure.ts';
import { withinOrganiser } from './scope.ts';

const kinds = ['open-work-allowance', 'work-share', 'cost-compensation', 'meal-charge', 'employer-share'];

/**
 * Lines of the period by person, kind and party; marks of the period in months that nobody has closed, with what their
 * money depends on; and the rates. Marks of every service are read: two kinds of work on one day are one day.
 *
 * Of marks come rows of a client's days that are worth the same: those that the rule cannot tell apart, since no rate and
 * no law changes between them and they lie on the same side of every number of paid holidays. The rule prices one of them.
 */
export function moneyFacts(scope: Scope) {
  const { from, to } = scope.period;
  const rates = sql`fact_rate r where ${withinOrganiser(scope, 'r')} and r.during && daterange(${from}::date, ${to}::date)`;
  return rowsOf(zFact)`
    with rate as materialized (select * from ${rates}),
    turn as materialized (
      select array(select lower(during) from rate union select upper(during) from rate where not upper_inf(during)
          union select unnest(${[...turnsOfLaw]}::date[]) order by 1) as days,
        array(select distinct paid_holiday_days from rate order by 1) as quotas
    ), closed as materialized (
      -- Months are closed in their order.
      select o.id as organiser_id, greatest((max(m.month_on) + interval '1 month')::date, ${from}::date) as until
      from unnest(${[...scope.organiserIds]}::uuid[]) o (id) left join fact_month m on m.organiser_id = o.id group by o.id
    ), holiday as (
      -- How many paid holidays were used up before: all beyond the same number are alike.
      select h.placement_id, h.held_on, width_bucket(
        (count(*) over (partition by h.client_id, m.service, extract(year from h.held_on) order by h.held_on))::int - 1,
        (select quotas from turn)) as used
      from known_attendance_mark h join fact_placement m on m.placement_id = h.placement_id
      where ${withinOrganiser(scope, 'h')} and h.kind = 'holiday' and h.held_on < ${to}::date
        and h.held_on >= date_trunc('year', (select min(until) from closed))::date
    ), several as (
      -- Only who has several placements can have several marks a day.
      select m.client_id from fact_placement m where ${withinOrganiser(scope, 'm')} group by m.client_id having count(*) > 1
    ), mark as (
      -- Marks are put together before anything is joined to them: there are a hundred times as many of them as placements.
      select k.placement_id, k.kind, k.meal, h.used, s.client_id is not null as several,
        width_bucket(k.held_on, (select days from turn)) as turn, case when s.client_id is not null then k.held_on end as alone_on,
        min(k.held_on) as held_on, count(*) as days
      from known_attendance_mark k
      join closed c on c.organiser_id = k.organiser_id and k.held_on >= c.until
      left join several s on s.client_id = k.client_id
      left join holiday h on h.placement_id = k.placement_id and h.held_on = k.held_on and k.kind = 'holiday'
      where ${withinOrganiser(scope, 'k')} and k.held_on < ${to}::date and k.kind <> 'absent'
        -- For the index; the join says it for each organiser.
        and k.held_on >= (select min(until) from closed)
      group by k.placement_id, k.kind, k.meal, h.used, s.client_id, turn, alone_on
    ), placed as (
      select k.*, m.person_id, m.client_id, m.organiser_id, json_build_array(m.service, k.kind, k.meal, m.hours_a_day, w.employer_id,
        case when k.used is null then 0 when k.used = 0 then 1 else (select quotas from turn)[k.used] + 1 end) as mark
      from mark k join fact_placement m on m.placement_id = k.placement_id
      left join fact_workplace w on w.workplace_id = m.workplace_id
    ), day as (
      select person_id, client_id, organiser_id, turn, held_on, days, json_build_array(mark)::text as marks from placed where not several
      union all
      select person_id, client_id, organiser_id, turn, min(held_on), sum(days), marks
      from (select person_id, client_id, organiser_id, turn, alone_on as held_on, 1 as days, json_agg(mark order by placement_id)::text as marks
        from placed where several group by person_id, client_id, organiser_id, turn, alone_on) d
      group by person_id, client_id, organiser_id, turn, marks
    )
    select m.person_id as person, min(m.client_id::text)::uuid as client, null::text as thing, l.kind as category, l.party as also,
      sum(l.cents)::int as amount, sum(l.days)::int as times, null::date as "on", null::json as extra
    from (
      select l.placement_id, l.kind, l.party, sum(l.amount_cents) as cents, count(*) - 2 * count(l.reverses_id) as days
      from known_compensation_line l
      where ${withinOrganiser(scope, 'l')} and l.earned_on >= ${from}::date and l.earned_on < ${to}::date
      group by l.placement_id, l.kind, l.party
    ) l join fact_placement m on m.placement_id = l.placement_id
    where m.service = any(${[...scope.services]}::text[])
    group by m.person_id, l.kind, l.party
    union all
    select d.person_id, d.client_id, d.organiser_id::text, 'mark', d.marks, d.turn, d.days::int, d.held_on, null from day d
    union all
    select null, null, null, 'rate', null, null, null, null, json_build_object('id', rate_id, 'kind', kind, 'employerId', employer_id,
      'amount', amount_cents, 'paidHolidayDays', paid_holiday_days, 'rule', rule, 'during', during, 'organiserId', organiser_id)
    from rate`;
}

interface Money {
  readonly person: string;
  readonly client: string | null;
  readonly kind: string;
  readonly party: string;
  readonly cents: number;
  readonly days: number;
  readonly closed: boolean;
}

const zOwnedRate = zRate.omit({ employer: true }).extend({ during: z.string(), organiserId: zId });
const priced = new WeakMap<readonly Fact[], Money[]>();

/** The money of those facts, priced by the rules of compensation where no month has been closed; once for what is paid and charged. */
export function moneyOf(facts: readonly Fact[], scope: Scope): Money[] {
  const known = priced.get(facts);
  if (known) return known;
  const money = [...closedIn(facts), ...open(facts, scope)];
  priced.set(facts, money);
  return money;
}

function closedIn(facts: readonly Fact[]): Money[] {
  return facts.flatMap((fact): Money[] =>
    fact.category === 'mark' || fact.category === 'rate'
      ? []
      : [
          {
            person: fact.person as string,
            client: fact.client,
            kind: fact.category as string,
            party: fact.also as string,
            cents: fact.amount ?? 0,
            days: fact.times ?? 0,
            closed: true,
          },
        ],
  );
}

function open(facts: readonly Fact[], scope: Scope): Money[] {
  const rates = facts
    .filter(({ category }) => category === 'rate')
    .map(({ extra }) => zOwnedRate.parse(extra))
    .map((rate) => ({ ...rate, during: fromSql(rate.during) }));
  // Each organiser pays by its own rates.
  const ratesOf = Map.groupBy(rates, ({ organiserId }) => organiserId);
  const worth = new Map<string, ReturnType<typeof worthOf>>();
  return facts.flatMap((fact): Money[] => {
    if (fact.category !== 'mark') return [];
    const { person, client, thing: organiserId, also: marks, amount: turn, times: days } = fact;
    const key = `${organiserId} ${turn} ${marks}`;
    const lines = worth.get(key) ?? worthOf(marks as string, fact.on as Day, ratesOf.get(organiserId as string) ?? []);
    worth.set(key, lines);
    return lines
      .filter(({ service }) => (scope.services as readonly string[]).includes(service))
      .map(({ kind, party, amount }) => ({
        person: person as string,
        client,
        kind,
        party,
        cents: amount * (days as number),
        days: days as number,
        closed: false,
      }));
  });
}

/** Euro of some money, by kind; beside it persons and days by kind, and what no closed month holds yet. */
export function countMoney(money: readonly Money[], recorded: number): Counted {
  const persons = (some: readonly Money[]) => personsOf(some).size;
  const euro = (some: readonly Money[]) => Math.abs(sum(some.map(({ cents }) => cents))) / 100;
  const days = (some: readonly Money[]) => sum(some.map((one) => one.days));
  const byKind = kinds.flatMap((kind): [string, Money[]][] => {
    const own = money.filter((one) => one.kind === kind);
    return own.length === 0 ? [] : [[kind, own]];
  });
  const parts = (by: string, unit: Part['unit'], of: (some: readonly Money[]) => number): Breakdown => ({
    by,
    tellsNothing: true,
    parts: byKind.map(
      ([key, some]): Part => ({ key, value: of(some), persons: persons(some), ...(unit ? { unit } : {}) }),
    ),
  });
  const [closed, notClosed] = [money.filter((one) => one.closed), money.filter((one) => !one.closed)];
  // What is closed follows from the sum and what is not.
  const fewest = closed.length === 0 ? persons(notClosed) : Math.min(persons(notClosed), persons(closed));
  return {
    value: euro(money),
    recorded,
    cases: persons(money),
    persons: persons(money),
    behind: money.map(({ client, kind }) => ({ client, category: kind })),
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
