import { type Day, startInstantOf } from './day.ts';

/** Where all code asks the time. Only the platform has one that runs. */
export interface Clock {
  /** The day in Helsinki. */
  today(): Day;
  /** The instant, ISO 8601 in UTC. */
  now(): string;
}

/** A day and an instant that belong together. */
export interface DayAndInstant {
  readonly today: Day;
  readonly now: string;
}

/** What a clock shows at once: asked one after the other, the day could be the one before midnight and the instant after it. */
export function momentOf(clock: Clock): DayAndInstant {
  for (;;) {
    const today = clock.today();
    const now = clock.now();
    if (clock.today() === today) return { today, now };
  }
}

/** By how much a clock that goes back into the day before is taken to have been set, and not to be mended. */
const setBackMs = 3_600_000;

/**
 * A clock that waits where the machine's goes back: what was recorded is never of later than what follows, a day that was shown
 * begun is not over again, and what opened a moment ago is open. One that is set back by more, to another day, is believed.
 */
export function steadyClock(read: () => DayAndInstant): Clock {
  let last: DayAndInstant | null = null;
  const moment = (): DayAndInstant => {
    const next = read();
    const back = last === null ? 0 : Date.parse(last.now) - Date.parse(next.now);
    if (last === null || back <= 0 || (next.today < last.today && back > setBackMs)) last = next;
    return last;
  };
  return { today: () => moment().today, now: () => moment().now };
}

/** A clock that stands still; at noon of the day unless an instant is given. */
export function fixedClock(d: Day, now?: string): Clock {
  const instant = now ?? new Date(Date.parse(startInstantOf(d)) + 12 * 3_600_000).toISOString();
  return { today: () => d, now: () => instant };
}
