import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { alphabet, letterOrder } from '../../kernel/language.ts';
import { leadTurns, lettersLeftOut, workerForSurname } from './rules.ts';

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

describe('a group led in turns', () => {
  test('changes every three months, one leader at a time', () => {
    const turns = leadTurns(['a', 'b'], day('2021-01-01'), 3, 3);
    expect(turns.map(({ workerId, during }) => [workerId, during.from, during.to])).toEqual([
      ['a', '2021-01-01', '2021-04-01'],
      ['b', '2021-04-01', '2021-07-01'],
      ['a', '2021-07-01', '2021-10-01'],
    ]);
  });
});
