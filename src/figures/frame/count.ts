/** How facts become counts: each person once, not recorded as a class of its own, n beside every share. */
import { addDays, addMonths, type Day, startOfMonth } from '../../kernel/day.ts';
import { fromSql, overlaps, type Range } from '../../kernel/range.ts';
import type { Breakdown, Counted, Fact, Part } from './figure.ts';

export const NOT_RECORDED = 'not-recorded';

// A figure asks for the persons of the same facts several times: as its value, as the whole of its classes, and of each class to rank it.
const personsKnown = new WeakMap<readonly Pick<Fact, 'person'>[], ReadonlySet<string>>();

export function personsOf(facts: readonly Pick<Fact, 'person'>[]): ReadonlySet<string> {
  const known = personsKnown.get(facts);
  if (known) return known;
  const persons = new Set<string>();
  for (const { person } of facts) if (person !== null) persons.add(person);
  personsKnown.set(facts, persons);
  return persons;
}

/** Those of the persons of some others. */
export function ofPersonsAmong<F extends Pick<Fact, 'person'>>(
  facts: readonly F[],
  others: readonly Pick<Fact, 'person'>[],
): F[] {
  const persons = personsOf(others);
  return facts.filter(({ person }) => person !== null && persons.has(person));
}

const casesKnown = new WeakMap<readonly Fact[], number>();

function casesOf(facts: readonly Fact[]): number {
  const known = casesKnown.get(facts);
  if (known !== undefined) return known;
  const cases = new Set<string>();
  for (const { thing, person } of facts) {
    const one = thing ?? person;
    if (one) cases.add(one);
  }
  casesKnown.set(facts, cases.size);
  return cases.size;
}

interface Dated {
  readonly fact: Fact;
  readonly days: Range;
}

/** Facts with their days as a range, read once for many askings. */
export function dated(facts: readonly Fact[]): Dated[] {
  return facts.map((fact) => ({ fact, days: fromSql(fact.during as string) }));
}

/** The facts with a day in the range. */
export function touching(facts: readonly Dated[], range: Range): Fact[] {
  return facts.flatMap(({ fact, days }) => (overlaps(days, range) ? [fact] : []));
}

/**
 * How many persons of a period are not of each whole month in it, nor of each one's last day. All of these are published as counts of
 * their own, and the few between two of them would follow.
 */
export function beyondMonths(facts: readonly Dated[], period: { readonly from: Day; readonly to: Day }): number[] {
  const begun = startOfMonth(period.from);
  const first = begun === period.from ? begun : addMonths(begun, 1);
  const within: Range[] = [];
  for (let from = first; addMonths(from, 1) <= period.to; from = addMonths(from, 1)) {
    const to = addMonths(from, 1);
    within.push({ from, to }, { from: addDays(to, -1), to });
  }
  const there = within.map(() => new Set<string>());
  const all = new Set<string>();
  for (const { fact, days } of facts) {
    if (fact.person === null || !overlaps(days, period)) continue;
    all.add(fact.person);
    for (const [n, range] of within.entries()) if (overlaps(days, range)) there[n]?.add(fact.person);
  }
  return there.map(({ size }) => all.size - size);
}

type Class = (fact: Fact) => string | null | undefined;

/** The facts by class, in the given order of classes, then by their names; what was not recorded comes last. */
export function byClass(facts: readonly Fact[], of: Class, order: readonly string[] = []): [string, Fact[]][] {
  const groups = Map.groupBy(facts, (fact) => of(fact) ?? NOT_RECORDED);
  const place = (key: string) =>
    key === NOT_RECORDED ? order.length + 1 : order.indexOf(key) < 0 ? order.length : order.indexOf(key);
  return [...groups].sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** Classes ranked by their size, the largest first; equals in the order of their names. */
function ranked(groups: [string, Fact[]][], size: (facts: Fact[]) => number): [string, Fact[]][] {
  return groups.sort(
    ([a, x], [b, y]) =>
      Number(a === NOT_RECORDED) - Number(b === NOT_RECORDED) || size(y) - size(x) || (a < b ? -1 : 1),
  );
}

interface Options {
  readonly by?: string;
  readonly order?: readonly string[];
  readonly rank?: boolean;
  readonly of?: Class;
  readonly shares?: boolean;
}

/** A breakdown of persons: each once in each class. */
export function partsOfPersons(facts: readonly Fact[], options: Options = {}): Breakdown {
  return breakdown(facts, (some) => personsOf(some).size, personsOf(facts).size, options);
}

/** A breakdown of cases: placements, referrals, exits. */
export function partsOfCases(facts: readonly Fact[], options: Options = {}): Breakdown {
  return breakdown(facts, casesOf, casesOf(facts), options);
}

function breakdown(
  facts: readonly Fact[],
  size: (facts: Fact[]) => number,
  whole: number,
  options: Options,
): Breakdown {
  const groups = byClass(facts, options.of ?? ((fact) => fact.category), options.order);
  const parts = (options.rank ? ranked(groups, size) : groups).map(
    ([key, some]): Part => ({
      key,
      name: some[0]?.name ?? null,
      value: size(some),
      persons: personsOf(some).size,
      ...(options.shares === false ? {} : { of: whole }),
    }),
  );
  return { by: options.by ?? 'class', parts };
}

/** How many different persons. */
export function countPersons(facts: readonly Fact[], options?: Options): Counted {
  const persons = personsOf(facts).size;
  return {
    value: persons,
    recorded: persons,
    cases: persons,
    persons,
    behind: facts,
    ...(options ? { breakdown: partsOfPersons(facts, options) } : {}),
  };
}

/** How many persons by something that may not have been recorded of them. */
export function countRecorded(facts: readonly Fact[], options: Options): Counted {
  return {
    ...countPersons(facts, options),
    recorded: personsOf(facts.filter(({ category }) => category !== null && category !== undefined)).size,
  };
}

/** How many cases: a person may have several. */
export function countCases(facts: readonly Fact[], options?: Options): Counted {
  const cases = casesOf(facts);
  return {
    value: cases,
    recorded: cases,
    cases,
    persons: personsOf(facts).size,
    behind: facts,
    ...(options ? { breakdown: partsOfCases(facts, options) } : {}),
  };
}

/** How many of the persons are flagged, as a share of all of them; null where there is nobody. */
export function shareOfPersons(facts: readonly Fact[], breakdown?: Breakdown): Counted {
  const whole = personsOf(facts).size;
  const part = personsOf(facts.filter(({ flag }) => flag)).size;
  return {
    value: whole === 0 ? null : part / whole,
    recorded: whole,
    cases: whole,
    persons: part,
    of: whole,
    ...(breakdown ? { breakdown } : {}),
  };
}

/** The middle value of some numbers; null of none. */
export function median(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

export function sum(numbers: Iterable<number>): number {
  let all = 0;
  for (const number of numbers) all += number;
  return all;
}
