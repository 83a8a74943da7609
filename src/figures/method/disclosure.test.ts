import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayPublish, mayShowShare, showBreakdown, showCount } from './disclosure.ts';

const rule = { k: 5 };

function people(...names: string[]): Set<string> {
  return new Set(names);
}

function numbered(from: number, to: number): Set<string> {
  return new Set(Array.from({ length: to - from }, (_, index) => `client ${from + index}`));
}

test('one to four persons are not shown, nobody and five are', () => {
  expect([0, 1, 4, 5, 98].map((count) => showCount(count, 5))).toEqual([0, null, null, 5, 98]);
});

test('a share is not shown when it, or the rest, is about few', () => {
  expect(mayShowShare(50, 100, 5)).toBe(true);
  expect(mayShowShare(3, 100, 5)).toBe(false);
  expect(mayShowShare(97, 100, 5)).toBe(false);
  expect(mayShowShare(2, 4, 5)).toBe(false);
  expect(mayShowShare(0, 100, 5)).toBe(true);
  expect(mayShowShare(103, 103, 5)).toBe(true);
});

describe('a breakdown with its total', () => {
  test('is shown whole when no class is small', () => {
    expect(showBreakdown([98, 5, 0], rule)).toEqual({ total: 103, parts: [98, 5, 0] });
  });

  test('hides the next smallest class too, so that a small one does not follow from the total', () => {
    expect(showBreakdown([40, 3, 12, 9], rule)).toEqual({ total: 64, parts: [40, null, 12, null] });
  });

  test('does not take a zero for a partner', () => {
    expect(showBreakdown([40, 3, 0, 9], rule)).toEqual({ total: 52, parts: [40, null, 0, null] });
  });

  test('hides a third class when the hidden ones together are still few', () => {
    expect(showBreakdown([1, 2, 20, 8], rule)).toEqual({ total: 31, parts: [null, null, 20, null] });
  });

  test('shows only the total when no partner is left', () => {
    expect(showBreakdown([1, 7], rule)).toEqual({ total: 8, parts: [null, null] });
  });

  test('shows only the total when all persons are in one class: that would tell of each of them', () => {
    expect(showBreakdown([0, 6, 0], rule)).toEqual({ total: 6, parts: [null, null, null] });
  });

  test('shows that all are not recorded, since that tells of nobody', () => {
    expect(showBreakdown([0, 500], { k: 5, tellsNothing: [1] })).toEqual({ total: 500, parts: [0, 500] });
  });

  test('shows nothing of a total that is itself small', () => {
    expect(showBreakdown([1, 2], rule)).toEqual({ total: null, parts: [null, null] });
  });

  test('shows that there is nobody', () => {
    expect(showBreakdown([0, 0], rule)).toEqual({ total: 0, parts: [0, 0] });
  });
});

const anyParts = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 8 });

test('for any breakdown: what is shown is true, at least k persons are hidden, and hiding again hides no more', () => {
  fc.assert(
    fc.property(anyParts, fc.integer({ min: 2, max: 8 }), (parts, k) => {
      const visible = showBreakdown(parts, { k });
      const total = parts.reduce((all, part) => all + part, 0);
      if (visible.total !== null) expect(visible.total).toBe(total);
      const hidden = parts.flatMap((_, index) => (visible.parts[index] === null ? [index] : []));
      for (const [index, part] of visible.parts.entries()) if (part !== null) expect(part).toBe(parts[index]);
      for (const part of visible.parts) expect(part === null || part === 0 || part >= k).toBe(true);
      if (hidden.length > 0 && visible.total !== null) {
        // Each hidden count lies anywhere from nobody to all of the hidden, which must be a wide choice.
        const hiddenTotal = hidden.reduce((all, index) => all + (parts[index] ?? 0), 0);
        expect(hiddenTotal).toBeGreaterThanOrEqual(k);
        expect(hidden.length === 1 && parts.length > 1).toBe(false);
      }
      expect(showBreakdown(parts, { k }, hidden)).toEqual(visible);
    }),
  );
});

describe('two counts of one family', () => {
  test('are refused when one person makes the difference', () => {
    expect(mayPublish(numbered(0, 13), numbered(0, 12), 5)).toBe(false);
  });

  test('are refused when a few left and as many came', () => {
    expect(mayPublish(numbered(2, 14), numbered(0, 12), 5)).toBe(false);
  });

  test('may stand together when they are the same persons, or differ by enough', () => {
    expect(mayPublish(numbered(0, 12), numbered(0, 12), 5)).toBe(true);
    expect(mayPublish(numbered(0, 12), numbered(5, 20), 5)).toBe(true);
  });

  test('guard a month within its year', () => {
    expect(mayPublish(numbered(0, 97), numbered(0, 100), 5)).toBe(false);
    expect(mayPublish(numbered(0, 60), numbered(0, 100), 5)).toBe(true);
  });

  test('tell nothing by an empty one, unless the other is small itself', () => {
    expect(mayPublish(people(), numbered(0, 12), 5)).toBe(true);
    expect(mayPublish(people(), people('Aino'), 5)).toBe(false);
  });
});
