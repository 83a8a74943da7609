import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { cents, formatEuro, parseEuro, sumCents, zCents } from './money.ts';

it('is whole cents and nothing else', () => {
  expect(() => cents(12.5)).toThrow(RangeError);
  expect(Object.is(cents(-0), 0)).toBe(true);
  expect(sumCents([cents(537), cents(-537), cents(1200)])).toBe(1200);
  expect(sumCents([])).toBe(0);
  expect(zCents.safeParse(12.5).success).toBe(false);
});

it('is written as each language writes it', () => {
  expect(formatEuro(cents(1200), 'fi')).toBe('12,00\u00a0€');
  expect(formatEuro(cents(1200), 'sv')).toBe('12,00\u00a0€');
  expect(formatEuro(cents(1200), 'en')).toBe('€12.00');
  expect(formatEuro(cents(-123_450_07), 'fi')).toBe('\u2212123\u00a0450,07\u00a0€');
  expect(formatEuro(cents(123_450_07), 'en')).toBe('€123,450.07');
  expect(formatEuro(cents(5), 'selko')).toBe('0,05\u00a0€');
});

it('is read as people write it', () => {
  expect(parseEuro('12')).toBe(1200);
  expect(parseEuro('12,5')).toBe(1250);
  expect(parseEuro('12.00 €')).toBe(1200);
  expect(parseEuro('1 234,50')).toBe(123_450);
  for (const wrong of ['', 'twelve', '1,234,50', '12,345', '€']) expect(parseEuro(wrong)).toBeNull();
});

test('Any amount written in Finnish is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (n) => {
      expect(parseEuro(formatEuro(cents(n), 'fi'))).toBe(n);
    }),
  );
});
