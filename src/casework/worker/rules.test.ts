import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../kernel/day.ts';
import { alphabet, letterOrder } from '../../kernel/language.ts';
import { contains, range } from '../../kernel/range.ts';
import {
  leadTurns,
  letterFaults,
  lettersLeftOut,
  rightToDecide,
  sharesOf,
  stretchesOf,
  uncoveredDays,
  workerForSurname,
} from './rules.ts';
import type { LetterStretch } from './words.ts';

const shares = [
  { workerId: 'first', from: letterOrder('A'), to: letterOrder('K') },
  { workerId: 'second', from: letterOrder('K'), to: letterOrder('R') },
  { workerId: 'third', from: letterOrder('R'), to: 29 },
];

describe('social workers by the first letter of the surname', () => {
  test('Å, Ä and Ö come last in the Finnish alphabet', () => {
    expect(workerForSurname('Åberg', shares)).toBe('third');
    expect(workerForSurname('Äijälä', shares)).toBe('third');
    expect(workerForSurname('Östman', shares)).toBe('third');
    expect(workerForSurname('Aalto', shares)).toBe('first');
    expect(workerForSurname('korhonen', shares)).toBe('second');
  });

  test('every letter has one worker when the shares leave none out', () => {
    expect(lettersLeftOut(shares)).toEqual([]);
    fc.assert(
      fc.property(fc.constantFrom(...alphabet), fc.string(), (letter, rest) => {
        expect(workerForSurname(letter + rest, shares)).not.toBeNull();
      }),
    );
  });

  test('a letter that nobody answers for is told', () => {
    expect(lettersLeftOut([{ workerId: 'first', from: 0, to: 28 }])).toEqual(['Ö']);
  });
});

/** A sharing of the whole alphabet among a few: cut at some letters, in any order. */
const wholeSharing = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: alphabet.length - 1 }), { maxLength: 8 }),
    fc.array(fc.constantFrom('first', 'second', 'third'), { minLength: 9, maxLength: 9 }),
  )
  .chain(([cuts, workers]) => {
    const edges = [0, ...cuts.toSorted((a, b) => a - b), alphabet.length];
    const stretches = edges.slice(0, -1).map(
      (start, n): LetterStretch => ({
        workerId: workers[n] as string,
        first: alphabet[start] as string,
        last: alphabet[(edges[n + 1] as number) - 1] as string,
      }),
    );
    return fc.shuffledSubarray(stretches, { minLength: stretches.length });
  });

const anyStretches = fc.array(
  fc.record({
    workerId: fc.constantFrom('first', 'second', 'third'),
    first: fc.constantFrom(...alphabet),
    last: fc.constantFrom(...alphabet),
  }),
  { maxLength: 6 },
);

describe('letters shared anew', () => {
  test('are without fault when the alphabet is cut into stretches, whoever has which', () => {
    fc.assert(
      fc.property(wholeSharing, (stretches) => {
        expect(letterFaults(stretches)).toEqual({ leftOut: [], twice: [], backwards: [] });
      }),
    );
  });

  test('are without fault exactly when every letter has one worker', () => {
    fc.assert(
      fc.property(fc.oneof(anyStretches, wholeSharing), (stretches) => {
        const { leftOut, twice, backwards } = letterFaults(stretches);
        const workersOf = alphabet.map(
          (_, n) => sharesOf(stretches).filter(({ from, to }) => from <= n && n < to).length,
        );
        expect(leftOut.length === 0 && twice.length === 0).toBe(workersOf.every((workers) => workers === 1));
        expect(leftOut).toEqual(alphabet.filter((_, n) => workersOf[n] === 0));
        expect(backwards.length).toBe(
          stretches.filter(({ first, last }) => letterOrder(last) < letterOrder(first)).length,
        );
      }),
    );
  });

  test('lose a letter by any stretch taken away, and have one twice by any stretch added', () => {
    fc.assert(
      fc.property(wholeSharing, fc.nat(), fc.constantFrom(...alphabet), (stretches, n, letter) => {
        const fewer = stretches.filter((_, at) => at !== n % stretches.length);
        expect(letterFaults(fewer).leftOut.length).toBeGreaterThan(0);
        const more = [...stretches, { workerId: 'first', first: letter, last: letter }];
        expect(letterFaults(more).twice).toEqual([letter]);
      }),
    );
  });

  test('are said as they are kept', () => {
    fc.assert(
      fc.property(wholeSharing, (stretches) => {
        expect(stretchesOf(sharesOf(stretches))).toEqual(stretches);
      }),
    );
  });
});

describe('a group led in turns', () => {
  test('changes every three months, one leader at a time', () => {
    const turns = leadTurns(['a', 'b'], day('2021-01-01'), 3, 3);
    expect(turns.map(({ workerId, during }) => [workerId, during.from, during.to])).toEqual([
      ['a', '2021-01-01', '2021-04-01'],
      ['b', '2021-04-01', '2021-07-01'],
      ['a', '2021-07-01', '2021-10-01'],
    ]);
  });

  test('that begins at the end of a month comes back to its day after a short one, leap years too', () => {
    const from = (start: string) => leadTurns(['a', 'b'], day(start), 3, 4).map(({ during }) => during.from);
    expect(from('2020-11-30')).toEqual(['2020-11-30', '2021-02-28', '2021-05-30', '2021-08-30']);
    expect(from('2019-11-30')).toEqual(['2019-11-30', '2020-02-29', '2020-05-30', '2020-08-30']);
    expect(from('2020-08-31')).toEqual(['2020-08-31', '2020-11-30', '2021-02-28', '2021-05-31']);
  });

  test('has exactly one leader each day of its turns, whenever they begin', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 6 }), (after, months) => {
        const turns = leadTurns(['a', 'b', 'c'], addDays(day('2015-01-01'), after), months, 12);
        for (const [n, { during }] of turns.entries()) {
          expect(during.to && during.to > during.from).toBe(true);
          if (n > 0) expect(during.from).toBe(turns[n - 1]?.during.to);
        }
      }),
    );
  });
});

describe('the power to decide', () => {
  const rights = [
    { id: 'whole', service: 'open-work' as const, provision: null },
    { id: 'part', service: 'work-activity' as const, provision: '519/1977:35' },
  ];

  test('holds for its service, and where it names a provision for decisions that cite it', () => {
    expect(rightToDecide(rights, 'open-work', ['519/1977:2'])?.id).toBe('whole');
    expect(rightToDecide(rights, 'work-activity', ['519/1977:35', '519/1977:2'])?.id).toBe('part');
    expect(rightToDecide(rights, 'work-activity', ['519/1977:2'])).toBeNull();
    expect(rightToDecide(rights, 'day-activity', ['519/1977:35'])).toBeNull();
  });

  test('a day is without a decider exactly when no right holds on it', () => {
    const anyDay = fc.integer({ min: 0, max: 60 }).map((n) => addDays(day('2021-01-01'), n));
    const anyRange = fc
      .tuple(anyDay, fc.option(fc.integer({ min: 1, max: 30 })))
      .map(([from, length]) => range(from, length === null ? null : addDays(from, length)));
    fc.assert(
      fc.property(anyRange, fc.array(anyRange, { maxLength: 6 }), anyDay, (within, covering, on) => {
        const gaps = uncoveredDays(within, covering);
        const bare = contains(within, on) && !covering.some((one) => contains(one, on));
        expect(gaps.some((gap) => contains(gap, on))).toBe(bare);
      }),
    );
  });
});
