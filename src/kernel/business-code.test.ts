import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { businessCodeIn, isBusinessCode } from './business-code.ts';

describe('a business code', () => {
  test('is right with its check digit, and wrong with any other', () => {
    expect(isBusinessCode('0737546-2')).toBe(true);
    expect(isBusinessCode('1572860-0')).toBe(true);
    expect(isBusinessCode('0737546-3')).toBe(false);
    expect(isBusinessCode('737546-2')).toBe(false);
    expect(isBusinessCode('07375462')).toBe(false);
    expect(isBusinessCode('')).toBe(false);
  });

  test('has at most one check digit for its seven digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (n) => {
        const digits = String(n).padStart(7, '0');
        const right = [...'0123456789'].filter((check) => isBusinessCode(`${digits}-${check}`));
        expect(right.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('tells when any one digit is mistyped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 9 }), (place, step) => {
        const digits = [...'0737546'];
        digits[place] = String((Number(digits[place]) + step) % 10);
        expect(isBusinessCode(`${digits.join('')}-2`)).toBe(false);
      }),
    );
  });

  test('is read as it is pasted, and what is none stays as it is', () => {
    for (const pasted of [
      '0737546–2',
      ' 0737546 - 2\u00a0',
      '07375462',
      'FI07375462',
      'fi0737546-2',
      '0737546-2\u200b',
    ])
      expect([pasted, businessCodeIn(pasted)]).toEqual([pasted, '0737546-2']);
    for (const other of ['', '737546-2', '0737546-22', 'Y-tunnus 0737546-2', '0737546–x'])
      expect([other, businessCodeIn(other)]).toEqual([other, other]);
  });
});
