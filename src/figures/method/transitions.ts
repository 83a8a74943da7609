/**
 * Where persons were on two days, and what flowed in between.
 *
 * Counts are persons. A person in two services at once has one main state, by a declared order of the states.
 * Two days hide the moves in between, so dated moves are counted beside them.
 */
import { addDays, type Day } from '../../kernel/day.ts';
import { contains, type Range } from '../../kernel/range.ts';

/** A person in a state, such as a service, during some days. */
export type PersonState<State> = { readonly person: string; readonly state: State; readonly during: Range };

/** Rows are the states on the first day, columns those on the last, both in the declared order. */
export type Transitions<State> = {
  readonly states: readonly State[];
  /** Persons by state before (row) and after (column). */
  readonly moves: readonly (readonly number[])[];
  /** Persons in no state before, by state after: the row "new". */
  readonly entered: readonly number[];
  /** Persons in no state after, by state before: the column "exit". */
  readonly left: readonly number[];
  /** The stock on each day: sums of rows and of columns. */
  readonly before: readonly number[];
  readonly after: readonly number[];
};

/** What changed between two days; before + entered - left = after. */
export type Flow = {
  readonly before: number;
  readonly entered: number;
  readonly left: number;
  readonly after: number;
};

/**
 * Each person's main state on a day.
 *
 * @param states the declared order: the first that a person is in is the main one
 */
export function mainStatesOn<State>(
  facts: readonly PersonState<State>[],
  states: readonly State[],
  on: Day,
): Map<string, State> {
  const main = new Map<string, State>();
  for (const { person, state, during } of facts) {
    if (!contains(during, on)) continue;
    if (!states.includes(state)) throw new Error(`The order of states does not name ${String(state)}`);
    const known = main.get(person);
    if (known === undefined || states.indexOf(state) < states.indexOf(known)) main.set(person, state);
  }
  return main;
}

/** Persons by main state on the first day and on the last. */
export function transitionsAmong<State>(
  before: ReadonlyMap<string, State>,
  after: ReadonlyMap<string, State>,
  states: readonly State[],
): Transitions<State> {
  // One pass over the persons: a county has fifteen thousand, and a table a hundred cells.
  const moves = states.map(() => states.map(() => 0));
  const entered = states.map(() => 0);
  const left = states.map(() => 0);
  const add = (row: number[] | undefined, place: number) => {
    if (row && place >= 0) row[place] = (row[place] ?? 0) + 1;
  };
  for (const [person, from] of before) {
    const to = after.get(person);
    if (to === undefined) add(left, states.indexOf(from));
    else add(moves[states.indexOf(from)], states.indexOf(to));
  }
  for (const [person, to] of after) if (!before.has(person)) add(entered, states.indexOf(to));
  return {
    states,
    moves,
    entered,
    left,
    before: moves.map((row, from) => sum(row) + (left[from] ?? 0)),
    after: states.map((_, to) => sum(moves.map((row) => row[to] ?? 0)) + (entered[to] ?? 0)),
  };
}

/**
 * Each change of main state after the first day and up to the last, by the day it took place.
 * Leaving one day and beginning another is an exit and an entry, not a move.
 */
export function datedMoves<State>(
  facts: readonly PersonState<State>[],
  states: readonly State[],
  first: Day,
  last: Day,
): { readonly person: string; readonly on: Day; readonly from: State; readonly to: State }[] {
  const byPerson = Map.groupBy(facts, (fact) => fact.person);
  return [...byPerson].flatMap(([person, own]) =>
    // The main state can change only where some range begins or ends.
    [...new Set(own.flatMap(({ during }) => (during.to === null ? [during.from] : [during.from, during.to])))]
      .filter((on) => first < on && on <= last)
      .sort()
      .flatMap((on) => {
        const from = mainStatesOn(own, states, addDays(on, -1)).get(person);
        const to = mainStatesOn(own, states, on).get(person);
        return from === undefined || to === undefined || from === to ? [] : [{ person, on, from, to }];
      }),
  );
}

/**
 * The flow of persons over a scope between two days: in = those who began after `first` and up to `last`, out = those
 * who ended so. Throws when stock and flow do not agree: then spells of one person overlap and were not merged.
 *
 * @param spells one person's spells in this scope merged; a move within the scope is no spell's end
 */
export function flowBetween(
  spells: readonly { readonly person: string; readonly during: Range }[],
  first: Day,
  last: Day,
): Flow {
  const within = (on: Day | null) => on !== null && first < on && on <= last;
  const stock = (on: Day) =>
    new Set(spells.filter(({ during }) => contains(during, on)).map(({ person }) => person)).size;
  const flow = {
    before: stock(first),
    entered: spells.filter(({ during }) => within(during.from)).length,
    left: spells.filter(({ during }) => within(during.to)).length,
    after: stock(last),
  };
  if (!agrees(flow)) {
    throw new Error(
      `Stock and flow do not agree: ${flow.before} + ${flow.entered} - ${flow.left} is not ${flow.after}. ` +
        'Spells of one person must be merged before they are counted.',
    );
  }
  return flow;
}

/** The identity that every report of stocks and flows must keep. */
export function agrees({ before, entered, left, after }: Flow): boolean {
  return before + entered - left === after;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
