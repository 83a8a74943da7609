/** How long stays last, as a figure says it: the middle with its limits, and how many are behind it. */
import type { Counted, Part } from '../frame/figure.ts';
import { type Curve, medianStay, type Stay, survivalCurve } from './survival.ts';

/** The curve stops where fewer than this are under observation. */
const atLeast = 5;

/** The curve of some stays as figures tell it: no further than enough of them are under observation, or all where they are few. */
export const curveOf = (stays: readonly Stay[]): Curve =>
  survivalCurve(stays, Math.min(atLeast, Math.max(1, stays.length)));

/** What a figure of lengths says of some stays of so many persons. */
export function lengthsOf(stays: readonly Stay[], persons: number, more: readonly Part[]): Counted {
  const curve = curveOf(stays);
  const median = medianStay(curve);
  const part = (key: string, value: number | null): Part => ({ key, value, persons, unit: 'days' });
  const count = (key: string, value: number): Part => ({ key, value, persons, unit: 'cases' });
  return {
    value: median.days,
    recorded: stays.length,
    cases: stays.length,
    persons,
    ...(median.days === null && stays.length > 0 ? { longerThan: curve.until } : {}),
    breakdown: {
      by: 'length',
      apart: true,
      parts: [
        ...(median.low === null ? [] : [part('median-low', median.low)]),
        ...(median.high === null ? [] : [part('median-high', median.high)]),
        ...more,
        count('ended', stays.filter(({ ended }) => ended).length),
        count('running', stays.filter(({ ended }) => !ended).length),
      ],
    },
  };
}
