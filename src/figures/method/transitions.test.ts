import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { merged } from '../../kernel/dated.ts';
import { addDays, day } from '../../kernel/day.ts';
import { range } from '../../kernel/range.ts';
import { agrees, datedMoves, flowBetween, mainStatesOn, transitionsAmong } from './transitions.ts';

const states = ['centre', 'open', 'supported'] as const;
type State = (typeof states)[number];
const first = day('2020-12-31');
const last = day('2021-12-31');
const during = (from: string, to?: string) => range(day(from), to ? day(to) : null);

describe('the worked example of 95 persons', () => {
  const before = new Map<string, State>();
  const after = new Map<string, State>();
  const persons = (count: number, from: State | null, to: State | null) => {
    for (let made = 0; made < count; made += 1) {
      const person = `${from} ${to} ${made}`;
      if (from) before.set(person, from);
      if (to) after.set(person, to);
    }
  };
  persons(64, 'centre', 'centre');
  persons(3, 'centre', 'open');
  persons(3, 'centre', null);
  persons(1, 'open', 'centre');
  persons(19, 'open', 'open');
  persons(1, 'open', 'supported');
  persons(2, 'open', null);
  persons(2, 'supported', 'supported');
  persons(4, null, 'centre');
  persons(1, null, 'open');
  const table = transitionsAmong(before, after, states);

  test('gives its rows, its new and its exits', () => {
    expect(table.moves).toEqual([
      [64, 3, 0],
      [1, 19, 1],
      [0, 0, 2],
    ]);
    expect(table.entered).toEqual([4, 1, 0]);
    expect(table.left).toEqual([3, 2, 0]);
  });

  test('adds up to the old stock and to the new one', () => {
    expect(table.before).toEqual([70, 23, 2]);
    expect(table.after).toEqual([69, 23, 3]);
    expect(agrees({ before: 95, entered: 5, left: 5, after: 95 })).toBe(true);
  });
});

test('who is in two services at once counts once, in the first of the declared order', () => {
  const both = [
    { person: 'Aino', state: 'open', during: during('2021-01-01') },
    { person: 'Aino', state: 'centre', during: during('2021-03-01', '2021-06-01') },
  ] as const;
  expect(mainStatesOn(both, ['centre', 'open'], day('2021-04-01'))).toEqual(new Map([['Aino', 'centre']]));
  expect(mainStatesOn(both, ['centre', 'open'], day('2021-06-01'))).toEqual(new Map([['Aino', 'open']]));
});

test('a state that the order does not name is refused rather than lost', () => {
  const facts = [{ person: 'Aino', state: 'open', during: during('2021-01-01') }];
  expect(() => mainStatesOn(facts, ['centre'], day('2021-04-01'))).toThrow('open');
});

test('there and back within the period is two dated moves, where the two days show none', () => {
  const facts = [
    { person: 'Eino', state: 'centre', during: during('2020-01-01', '2021-03-01') },
    { person: 'Eino', state: 'open', during: during('2021-03-01', '2021-09-01') },
    { person: 'Eino', state: 'centre', during: during('2021-09-01') },
    { person: 'Helmi', state: 'centre', during: during('2021-02-01', '2021-03-01') },
    { person: 'Helmi', state: 'open', during: during('2021-04-01') },
  ] as const;
  expect(
    transitionsAmong(mainStatesOn(facts, states, first), mainStatesOn(facts, states, last), states).moves[0],
  ).toEqual([1, 0, 0]);
  expect(datedMoves(facts, states, first, last)).toEqual([
    { person: 'Eino', on: day('2021-03-01'), from: 'centre', to: 'open' },
    { person: 'Eino', on: day('2021-09-01'), from: 'open', to: 'centre' },
  ]);
});

test('a day of beginning counts as in, a day of ending as out, both after the first day and up to the last', () => {
  const spells = [
    { person: 'before', during: range(first) },
    { person: 'new', during: range(last) },
    { person: 'gone', during: range(day('2020-01-01'), last) },
    { person: 'gone before', during: range(day('2020-01-01'), first) },
  ];
  expect(flowBetween(spells, first, last)).toEqual({ before: 2, entered: 1, left: 1, after: 2 });
});

test('spells that were not merged are found out, since one person would begin twice', () => {
  const twice = [
    { person: 'Aino', during: during('2021-01-01') },
    { person: 'Aino', during: during('2021-03-01') },
  ];
  expect(() => flowBetween(twice, first, last)).toThrow('merged');
});

const anySpell = fc
  .record({ from: fc.nat({ max: 700 }), days: fc.integer({ min: 1, max: 400 }) })
  .map(({ from, days }) => range(addDays(day('2020-06-01'), from), addDays(day('2020-06-01'), from + days)));

test('for any persons whose spells are merged, stock and flow agree', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anySpell, { maxLength: 4 }), { maxLength: 6 }), (persons) => {
      const spells = persons.flatMap((own, person) => merged(own).map((r) => ({ person: `${person}`, during: r })));
      expect(agrees(flowBetween(spells, first, last))).toBe(true);
    }),
  );
});

const anyStates = fc.dictionary(fc.stringMatching(/^[a-h]$/), fc.constantFrom(...states));

test('for any two days, each person stands in exactly one place of the table', () => {
  fc.assert(
    fc.property(anyStates, anyStates, (one, other) => {
      const before = new Map(Object.entries(one));
      const after = new Map(Object.entries(other));
      const table = transitionsAmong(before, after, states);
      const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
      expect(sum(table.before)).toBe(before.size);
      expect(sum(table.after)).toBe(after.size);
      expect(sum(table.before) + sum(table.entered) - sum(table.left)).toBe(sum(table.after));
    }),
  );
});
