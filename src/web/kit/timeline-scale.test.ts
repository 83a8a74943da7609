import { describe, expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { labelSpots, lanesOf, spanOf, ticksOf } from './timeline-scale.ts';

const period = (label: string, from: string, to: string | null) => ({
  label,
  from: day(from),
  to: to === null ? null : day(to),
});

const span = { from: day('2011-01-01'), to: day('2021-01-01') };

/** Where the names stand on a line of ten years that is 800 pixels wide. */
function spots(...periods: readonly ReturnType<typeof period>[]) {
  return labelSpots(periods, lanesOf(periods).of, span, 800);
}

describe('the line of years', () => {
  const labels = (from: string, to: string) =>
    ticksOf({ from: day(from), to: day(to) }, 'fi').map(({ at, label }) => `${at.toFixed(2)} ${label}`);

  test('says when it begins, where its first whole year comes later', () => {
    expect(labels('2013-08-20', '2022-02-14').slice(0, 2)).toEqual(['0.00 8/2013', '0.16 2015']);
  });

  test('has its first year alone where that is near the beginning', () => {
    expect(labels('2014-12-01', '2021-12-14')[0]).toBe('0.01 2015');
  });
});

describe('the name of a period', () => {
  test('stands inside where it fits', () => {
    expect(spots(period('Puutarha', '2013-01-01', '2016-01-01'))).toEqual(['inside']);
  });

  test('stands before a period that is too short for it, and after one at the beginning of the line', () => {
    expect(spots(period('Lähikauppa Itätulli', '2020-06-01', null))).toEqual(['before']);
    expect(spots(period('Lähikauppa Itätulli', '2011-01-01', '2011-06-01'))).toEqual(['after']);
  });

  test('goes over no other period of its lane, but past those of other lanes', () => {
    const long = period('Puutarha', '2011-01-01', '2020-05-01');
    expect(spots(long, period('Lähikauppa Itätulli', '2020-06-01', null))).toEqual(['inside', 'inside']);
    expect(spots(period('Puutarha', '2011-01-01', null), period('Lähikauppa Itätulli', '2020-06-01', null))).toEqual([
      'inside',
      'before',
    ]);
  });

  test('goes over no other name: of two short periods with room for one between them, the second is cut', () => {
    const [first, second] = [
      period('Lähikauppa', '2011-01-01', '2011-02-01'),
      period('Lähikauppa', '2012-07-01', '2012-08-01'),
    ];
    expect(spots(first, second)).toEqual(['after', 'after']);
    expect(spots(first, second, period('Lähikauppa', '2013-10-01', null))).toEqual(['after', 'inside', 'inside']);
  });

  test('begins after a period that is drawn wider than its days are', () => {
    const day5 = period('Lähikauppa', '2011-01-01', '2011-01-06');
    expect(spots(day5, period('Puutarha', '2011-01-07', null))).toEqual(['inside', 'inside']);
  });

  test('stays inside until the width is known', () => {
    const one = period('Lähikauppa Itätulli', '2020-06-01', null);
    expect(labelSpots([one], [0], spanOf([one], day('2020-06-17')), 0)).toEqual(['inside']);
  });
});
