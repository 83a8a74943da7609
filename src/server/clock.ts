import { z } from 'zod';
import type { Clock } from '../kernel/clock.ts';
import { addDays, addMonths, type Day, dayOfInstant, startInstantOf, zDay } from '../kernel/day.ts';
import type { Database } from './database/pool.ts';
import { change, rowsOf } from './database/statement.ts';

/** Helsinki's own time; the only place that asks the machine. */
export const helsinkiClock: Clock = {
  today: () => dayOfInstant(new Date().toISOString()),
  now: () => new Date().toISOString(),
};

export type ClockStep = 'day' | 'week' | 'month';

/** The demo region's clock: its own day, kept in the database, at the time of day that it is in Helsinki. */
export interface DemoClock extends Clock {
  forward(step: ClockStep): Promise<Day>;
}

const zDemoClockRow = z.object({ demo_today_on: zDay });

export async function demoClock(db: Database): Promise<DemoClock | null> {
  const { rows } = await rowsOf(zDemoClockRow)`select demo_today_on from platform_clock`.execute(db);
  const first = rows[0];
  if (!first) return null;
  let today = first.demo_today_on;
  return {
    today: () => today,
    now() {
      const real = helsinkiClock.now();
      const sinceMidnight = Date.parse(real) - Date.parse(startInstantOf(dayOfInstant(real)));
      return new Date(Date.parse(startInstantOf(today)) + sinceMidnight).toISOString();
    },
    async forward(step) {
      const next = step === 'day' ? addDays(today, 1) : step === 'week' ? addDays(today, 7) : addMonths(today, 1);
      await change`update platform_clock set demo_today_on = ${next}`.execute(db);
      today = next;
      return today;
    },
  };
}
