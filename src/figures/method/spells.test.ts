import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '../../kernel/day.ts';
import { type Range, range } from '../../kernel/range.ts';
import { chains, observedStay, serviceDays, spanDays } from './spells.ts';

const asOf = day('2021-12-31');
const during = (from: string, to?: string) => range(day(from), to ? day(to) : null);
const winter = during('2021-01-01', '2021-03-01');
const spring = during('2021-03-01', '2021-05-01');
const june = during('2021-06-01', '2021-07-01');

function lengths(periods: Range[], gapDays: number) {
  return chains(periods, asOf, { gapDays }).map((chain) => [spanDays(chain, asOf), serviceDays(chain, asOf)]);
}

describe('three periods with a month between the last two', () => {
  test('are two stays when no gap is tolerated', () => {
    expect(lengths([winter, spring, june], 0)).toEqual([
      [120, 120],
      [30, 30],
    ]);
  });

  test('are one stay of 181 days, 150 of them in service, when 35 days are', () => {
    expect(lengths([june, winter, spring], 35)).toEqual([[181, 150]]);
  });

  test('join over a gap of exactly the tolerance and not over one day more', () => {
    expect(lengths([spring, june], 31)).toHaveLength(1);
    expect(lengths([spring, june], 30)).toHaveLength(2);
  });
});

describe('an agreed break', () => {
  const pause = during('2021-03-01', '2021-09-01');
  const autumn = during('2021-09-10');

  test('never ends a stay, however long, and gives no days in service', () => {
    const [stay, ...others] = chains([winter, autumn], asOf, { breaks: [pause] });
    expect(others).toEqual([]);
    expect(stay?.during).toEqual(during('2021-01-01'));
    expect(stay && serviceDays(stay, asOf)).toBe(59 + 112);
  });

  test('keeps the stay running while it lasts', () => {
    expect(chains([winter], day('2021-06-17'), { breaks: [pause] })[0]?.during.to).toBeNull();
  });

  test('that nobody came back from leaves the stay ended where its last period did', () => {
    expect(chains([winter], asOf, { breaks: [pause] })[0]?.during).toEqual(winter);
  });

  test('without any period is no stay', () => {
    expect(chains([], asOf, { breaks: [pause] })).toEqual([]);
  });
});

describe('a stay as observed', () => {
  test('runs on the day: censored', () => {
    expect(observedStay(during('2021-12-01'), asOf)).toEqual({ enter: 0, leave: 30, ended: false });
    expect(observedStay(during('2021-12-01', '2022-03-01'), asOf)).toEqual({ enter: 0, leave: 30, ended: false });
  });

  test('has ended by the day, or on it', () => {
    expect(observedStay(winter, asOf)).toEqual({ enter: 0, leave: 59, ended: true });
    expect(observedStay(winter, day('2021-03-01'))).toEqual({ enter: 0, leave: 59, ended: true });
  });

  test('that began before the register enters at the age it had then', () => {
    expect(observedStay(winter, asOf, day('2021-01-11'))).toEqual({ enter: 10, leave: 59, ended: true });
    expect(observedStay(winter, asOf, day('2020-05-01'))).toEqual({ enter: 0, leave: 59, ended: true });
  });

  test('one that passed to the next organiser is seen until then and did not end', () => {
    expect(observedStay(winter, asOf, winter.from, true)).toEqual({ enter: 0, leave: 59, ended: false });
  });

  test('is none when it was over before the register began, or begins on the day', () => {
    expect(observedStay(winter, asOf, day('2021-03-01'))).toBeNull();
    expect(observedStay(during('2021-12-31'), asOf)).toBeNull();
  });
});

const anyDay = fc.nat({ max: 330 }).map((days): Day => addDays(day('2021-01-01'), days));
const anyPeriod = fc
  .record({ from: anyDay, days: fc.integer({ min: 1, max: 90 }) })
  .map(({ from, days }) => range(from, addDays(from, days)));

test('for any periods: more tolerance never gives more stays, and days in service never change', () => {
  fc.assert(
    fc.property(fc.array(anyPeriod, { maxLength: 8 }), fc.nat(60), fc.nat(60), (periods, gap, more) => {
      const narrow = chains(periods, asOf, { gapDays: gap });
      const wide = chains(periods, asOf, { gapDays: gap + more });
      expect(wide.length).toBeLessThanOrEqual(narrow.length);
      const served = (list: typeof wide) => list.reduce((all, chain) => all + serviceDays(chain, asOf), 0);
      expect(served(wide)).toBe(served(narrow));
      for (const chain of wide) expect(serviceDays(chain, asOf)).toBeLessThanOrEqual(spanDays(chain, asOf));
    }),
  );
});
