/** How long stays last, as a figure says it: the middle with its limits, and how many are behind it. */
import { personsOf } from '../frame/count.ts';
import type { Counted, Fact, Part } from '../frame/figure.ts';
import { type Curve, medianStay, type Stay, survivalCurve } from './survival.ts';

/** The curve stops where fewer than this are under observation. */
const atLeast = 5;

/** The curve of some stays as figures tell it: no further than enough of them are under observation, or all where they are few. */
export const curveOf = (stays: readonly Stay[]): Curve =>
  survivalCurve(stays, Math.min(atLeast, Math.max(1, stays.length)));

/** A stay, whose it is, and of which records. */
interface Owned {
  readonly stay: Stay;
  readonly person: string | null;
  readonly clients: readonly Fact['client'][];
}

/** What a figure of lengths says of some stays. */
export function lengthsOf(owned: readonly Owned[], more: readonly Part[]): Counted {
  const stays = owned.map(({ stay }) => stay);
  const [persons, ended, running] = [
    owned,
    owned.filter(({ stay }) => stay.ended),
    owned.filter(({ stay }) => !stay.ended),
  ].map((some) => personsOf(some.map(({ person }) => ({ person }))).size) as [number, number, number];
  const curve = curveOf(stays);
  const median = medianStay(curve);
  const part = (key: string, value: number | null): Part => ({ key, value, persons, unit: 'days' });
  // The ended and the running are all cases together: the few of one follow from the other.
  const least = ended === 0 || running === 0 ? persons : Math.min(ended, running);
  const count = (key: string, value: number): Part => ({ key, value, persons: least, unit: 'cases' });
  return {
    value: median.days,
    recorded: stays.length,
    cases: stays.length,
    persons,
    // Not all that was read: a stay that was over before the period is none of those counted.
    behind: owned.flatMap(({ clients, stay }) =>
      clients.map((client) => ({ client, category: stay.ended ? 'ended' : 'running' })),
    ),
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
