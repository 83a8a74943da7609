import { type Day, startInstantOf } from './day.ts';

/** Where all code asks the time. Only the platform has one that runs. */
export interface Clock {
  /** The day in Helsinki. */
  today(): Day;
  /** The instant, ISO 8601 in UTC. */
  now(): string;
}

/** A clock that stands still; at noon of the day unless an instant is given. */
export function fixedClock(d: Day, now?: string): Clock {
  const instant = now ?? new Date(Date.parse(startInstantOf(d)) + 12 * 3_600_000).toISOString();
  return { today: () => d, now: () => instant };
}
