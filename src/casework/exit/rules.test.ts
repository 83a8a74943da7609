import { describe, expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { range } from '../../kernel/range.ts';
import { moveObstacle, outFrom } from './rules.ts';

describe('how a service goes on as another', () => {
  const centre = { service: 'work-activity', during: range(day('2016-08-01')) };

  test('from the centre to open work, which begins when the centre ends', () => {
    const openWork = { service: 'open-work', during: range(day('2021-05-18')) };
    expect(moveObstacle(centre, openWork, outFrom(day('2021-05-17')))).toBeNull();
  });

  test('is no move to the same service, nor to one that began long before or has ended', () => {
    const on = day('2021-05-18');
    expect(moveObstacle(centre, centre, on)).toBe('same-service');
    expect(moveObstacle(centre, { service: 'open-work', during: range(day('2020-01-01')) }, on)).toBe(
      'does-not-follow',
    );
    expect(
      moveObstacle(centre, { service: 'open-work', during: range(day('2021-05-17'), day('2021-05-18')) }, on),
    ).toBe('does-not-follow');
  });
});
