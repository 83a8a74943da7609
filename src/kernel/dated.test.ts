import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { common, daysIn, daysOf, gaps, inForceOn, merged, subtract } from './dated.ts';
import { addDays, type Day, day } from './day.ts';
import {
  contains,
  covers,
  fromSql,
  intersect,
  lastDay,
  lengthInDays,
  overlaps,
  type Range,
  range,
  rangeThrough,
  toSql,
  zRange,
} from './range.ts';

const r = (from: string, to: string | null) => range(day(from), to === null ? null : day(to));
const start = day('2020-01-01');
const anyRange = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.option(fc.integer({ min: 1, max: 30 })))
  .map(([from, length]): Range => {
    const first = addDays(start, from);
    return range(first, length === null ? null : addDays(first, length));
  });
const anyRanges = fc.array(anyRange, { maxLength: 8 });
const frame = daysOf(r('2019-12-25', '2020-05-01'), day('2020-05-01'));
const holds = (ranges: readonly Range[], d: Day) => ranges.some((one) => contains(one, d));

describe('A range', () => {
  it('holds its first day and not the day after its last', () => {
    const june = rangeThrough(day('2021-06-01'), day('2021-06-30'));
    expect(june).toEqual(r('2021-06-01', '2021-07-01'));
    expect(contains(june, day('2021-06-30'))).toBe(true);
    expect(contains(june, day('2021-07-01'))).toBe(false);
    expect(lastDay(june)).toBe('2021-06-30');
    expect(lengthInDays(june)).toBe(30);
    expect(lengthInDays(june, day('2021-06-17'))).toBe(16);
    expect(lengthInDays(r('2021-06-01', null))).toBeNull();
    expect(lengthInDays(r('2021-06-01', null), day('2021-05-01'))).toBe(0);
    expect(() => r('2021-06-01', '2021-06-01')).toThrow(RangeError);
  });

  it('meets another only when they share a day', () => {
    expect(overlaps(r('2021-01-01', '2021-02-01'), r('2021-02-01', null))).toBe(false);
    expect(intersect(r('2021-01-01', '2021-03-01'), r('2021-02-01', null))).toEqual(r('2021-02-01', '2021-03-01'));
    expect(intersect(r('2021-01-01', '2021-02-01'), r('2021-02-01', null))).toBeNull();
    expect(covers(r('2021-01-01', null), r('2021-02-01', null))).toBe(true);
    expect(covers(r('2021-01-01', '2022-01-01'), r('2021-02-01', null))).toBe(false);
  });

  it('is read and written as PostgreSQL does', () => {
    expect(toSql(r('2021-01-01', null))).toBe('[2021-01-01,)');
    expect(fromSql('[2021-01-01,2021-07-01)')).toEqual(r('2021-01-01', '2021-07-01'));
    expect(fromSql('[2021-01-01,)')).toEqual(r('2021-01-01', null));
    for (const wrong of ['empty', '(,)', '(,2021-01-01)', '[2021-01-01,2021-07-01]']) {
      expect(() => fromSql(wrong)).toThrow(RangeError);
    }
  });

  it('is checked at the edge', () => {
    expect(zRange.safeParse({ from: '2021-01-01', to: null }).success).toBe(true);
    expect(zRange.safeParse({ from: '2021-01-01', to: '2021-01-01' }).error?.issues[0]?.path).toEqual(['to']);
  });
});

describe('Spells', () => {
  const stays = [r('2021-01-01', '2021-03-01'), r('2021-03-01', '2021-05-01'), r('2021-06-01', '2021-07-01')];
  const asOf = day('2022-01-01');

  it('are two of 120 and 30 days without tolerance, one of 181 with 150 days in service when 35 days are bridged', () => {
    expect(merged(stays).map((one) => lengthInDays(one))).toEqual([120, 30]);
    expect(merged(stays, 35).map((one) => lengthInDays(one))).toEqual([181]);
    expect(daysIn(stays, asOf)).toBe(150);
  });

  it('join over a gap of exactly the tolerance', () => {
    expect(merged(stays, 31)).toHaveLength(1);
    expect(merged(stays, 30)).toHaveLength(2);
  });

  it('leave gaps between them and within a frame', () => {
    expect(gaps(stays)).toEqual([r('2021-05-01', '2021-06-01')]);
    expect(gaps(stays, r('2020-12-01', null))).toEqual([
      r('2020-12-01', '2021-01-01'),
      r('2021-05-01', '2021-06-01'),
      r('2021-07-01', null),
    ]);
    expect(gaps([])).toEqual([]);
  });

  it('that hold on a day are found', () => {
    const list = stays.map((during, i) => ({ during, i }));
    expect(inForceOn(list, day('2021-03-01')).map(({ i }) => i)).toEqual([1]);
    expect(inForceOn(list, day('2021-05-15'))).toEqual([]);
  });
});

test('Merged ranges hold the same days, in order and apart', () => {
  fc.assert(
    fc.property(anyRanges, (ranges) => {
      const spells = merged(ranges);
      for (const d of frame) expect(holds(spells, d)).toBe(holds(ranges, d));
      for (const [i, spell] of spells.entries()) {
        const before = spells[i - 1];
        if (before) expect(before.to !== null && before.to < spell.from).toBe(true);
      }
    }),
  );
});

test('Subtracting, sharing and gaps are what they are day by day', () => {
  fc.assert(
    fc.property(anyRanges, anyRanges, (a, b) => {
      const left = subtract(a, b);
      const both = common(a, b);
      for (const d of frame) {
        expect(holds(left, d)).toBe(holds(a, d) && !holds(b, d));
        expect(holds(both, d)).toBe(holds(a, d) && holds(b, d));
      }
      expect(common(gaps(a), a)).toEqual([]);
      expect(daysIn(a, day('2020-05-01'))).toBe(frame.filter((d) => holds(a, d)).length);
    }),
  );
});

test('A wider tolerance never makes more spells, and what is bridged is no longer than it', () => {
  fc.assert(
    fc.property(anyRanges, fc.integer({ min: 0, max: 40 }), (ranges, tolerance) => {
      const spells = merged(ranges, tolerance);
      expect(spells.length).toBeLessThanOrEqual(merged(ranges).length);
      for (const bridged of subtract(spells, ranges)) expect(lengthInDays(bridged)).toBeLessThanOrEqual(tolerance);
    }),
  );
});

test('Any range survives the way to PostgreSQL and back', () => {
  fc.assert(
    fc.property(anyRange, (one) => {
      expect(fromSql(toSql(one))).toEqual(one);
    }),
  );
});
