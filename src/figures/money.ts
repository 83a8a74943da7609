/** Money by person and kind: what the ledger says of closed months, and what the marked days of open ones are worth. */
import { sql } from 'kysely';
import type { Day } from '../kernel/day.ts';
import { fromSql } from '../kernel/range.ts';
import { linesForAll } from '../path/compensation/rules.ts';
import type { CompensatedDay, NewLine, Rate } from '../path/compensation/words.ts';
import { personsOf, sum } from './count.ts';
import type { Breakdown, Counted, Fact, Part, Scope } from './figure.ts';
import { withinOrganiser } from './scope.ts';

const kinds = ['open-work-allowance', 'work-share', 'cost-compensation', 'meal-charge', 'employer-share'];

/**
 * Lines of the period by person, kind and party; marks of the period in months that nobody has closed, with what their
 * money depends on; and the rates. Marks of every service are read: two kinds of work on one day are one day.
 */
export function moneyFacts(scope: Scope) {
  const { from, to } = scope.period;
  const closedUntil = sql`(select organiser_id, (max(month_on) + interval '1 month')::date as until from fact_month group by organiser_id)`;
  return sql<Fact>`
    select l.person_id as person, min(l.client_id::text)::uuid as client, l.kind as category, l.party as also, sum(l.amount_cents)::int as amount,
      (count(*) - 2 * count(l.reverses_id))::int as times, null::json as extra
    from fact_compensation l
    where ${withinOrganiser(scope, 'l')} and l.service = any(${[...scope.services]}::text[])
      and l.earned_on >= ${from}::date and l.earned_on < ${to}::date
    group by l.person_id, l.kind, l.party
    union all
    select k.person_id, k.client_id, 'mark', null, null, null, json_build_array(
      k.placement_id, k.service, k.held_on, k.kind, k.meal, k.hours_a_day, w.employer_id, k.organiser_id,
      case when k.kind = 'holiday' then (
        select count(*) from fact_attendance h where h.client_id = k.client_id and h.kind = 'holiday' and h.service = k.service
          and h.held_on >= date_trunc('year', k.held_on)::date and h.held_on <= k.held_on) else 0 end)
    from fact_attendance k
    left join fact_workplace w on w.workplace_id = k.workplace_id
    left join ${closedUntil} c on c.organiser_id = k.organiser_id
    where ${withinOrganiser(scope, 'k')} and k.held_on >= ${from}::date and k.held_on < ${to}::date and k.kind <> 'absent'
      -- Months are closed in their order. The first condition is for the index, the second for each organiser.
      and k.held_on >= (select min(coalesce(u.until, ${from}::date)) from unnest(${[...scope.organiserIds]}::uuid[]) o (id) left join ${closedUntil} u on u.organiser_id = o.id)
      and (c.until is null or k.held_on >= c.until)
    union all
    select null, null, 'rate', null, null, null, json_build_object('id', r.rate_id, 'kind', r.kind, 'employerId', r.employer_id,
      'amount', r.amount_cents, 'paidHolidayDays', r.paid_holiday_days, 'rule', r.rule, 'during', r.during, 'organiserId', r.organiser_id)
    from fact_rate r where ${withinOrganiser(scope, 'r')} and r.during && daterange(${from}::date, ${to}::date)`;
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

type Owned = { readonly organiserId: string };
type Mark = [
  placementId: string,
  service: string,
  on: Day,
  kind: CompensatedDay['kind'],
  meal: boolean,
  hoursADay: number | null,
  employerId: string | null,
  organiserId: string,
  holidayOfYear: number,
];

function markedDay(clientId: string, mark: Mark): CompensatedDay & Owned {
  const [placementId, service, on, kind, meal, hoursADay, employerId, organiserId, holidayOfYear] = mark;
  // Which mark it was is the ledger's matter; here only the money counts.
  return {
    markId: '',
    clientId,
    placementId,
    service,
    on,
    kind,
    meal,
    hoursADay,
    employerId,
    organiserId,
    holidayOfYear,
  };
}

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
    .map(({ extra }) => extra as unknown as Omit<Rate, 'during'> & Owned & { during: string })
    .map((rate) => ({ ...rate, during: fromSql(rate.during) }));
  const marks = facts.filter(({ category }) => category === 'mark');
  const personOf = new Map(marks.map(({ person, client }) => [client, person as string]));
  const days = marks.map(({ client, extra }) => markedDay(client as string, extra as unknown as Mark));
  const services: readonly string[] = scope.services;
  const serviceOf = new Map(days.map((one) => [one.placementId, one.service]));
  const money = (line: NewLine, client: string): Money => ({
    person: personOf.get(client) as string,
    client,
    kind: line.kind,
    party: line.party,
    cents: line.amount,
    days: 1,
    closed: false,
  });
  // Each organiser pays by its own rates.
  return [...Map.groupBy(days, ({ organiserId }) => organiserId)].flatMap(([organiserId, own]) => {
    const ofOrganiser = rates.filter((rate) => rate.organiserId === organiserId);
    const price = pricer(ofOrganiser);
    const perDay = Map.groupBy(own, ({ clientId, on }) => clientId + on);
    return [...perDay.values()].flatMap((some) => {
      const [only, second] = some;
      if (!only) return [];
      const lines = second ? linesForAll(some, ofOrganiser) : price(only);
      return lines
        .filter((line) => services.includes(second ? (serviceOf.get(line.placementId) as string) : only.service))
        .map((line) => money(line, only.clientId));
    });
  });
}

/** Prices a day that is alone on its date: days that differ in nothing that money depends on are worth the same. */
function pricer(rates: readonly Rate[]): (day: CompensatedDay) => readonly NewLine[] {
  const turns = [
    ...new Set(rates.flatMap(({ during }) => (during.to ? [during.from, during.to] : [during.from]))),
  ].sort();
  const worth = new Map<string, readonly NewLine[]>();
  return (day) => {
    const turn = turns.findLast((on) => on <= day.on) ?? '';
    const key = `${day.service} ${day.kind} ${day.meal} ${day.hoursADay} ${day.employerId} ${day.holidayOfYear} ${turn}`;
    const known = worth.get(key);
    if (known) return known;
    const lines = linesForAll([day], rates);
    worth.set(key, lines);
    return lines;
  };
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
    apart: true,
    parts: byKind.map(
      ([key, some]): Part => ({ key, value: of(some), persons: persons(some), ...(unit ? { unit } : {}) }),
    ),
  });
  const notClosed = money.filter(({ closed }) => !closed);
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
        parts:
          notClosed.length === 0 ? [] : [{ key: 'not-closed', value: euro(notClosed), persons: persons(notClosed) }],
      },
    ],
  };
}
