import { z } from 'zod';
import { type Clock, steadyClock } from '../kernel/clock.ts';
import { addDays, addMonths, type Day, dayOfInstant, instantAtWall, wallTimeOf, zDay } from '../kernel/day.ts';
import type { Database } from './database/pool.ts';
import { change, rowsOf } from './database/statement.ts';

const machine = () => new Date().toISOString();

/** Helsinki's own time; this file alone asks the machine. */
export const helsinkiClock: Clock = steadyClock(() => {
  const now = machine();
  return { today: dayOfInstant(now), now };
});

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
  // At midnight in Helsinki the demo's day stays what it is: the time of day waits there until the next one.
  const steady = steadyClock(() => ({ today, now: instantAtWall(today, wallTimeOf(machine())) }));
  return {
    ...steady,
    async forward(step) {
      const next = step === 'day' ? addDays(today, 1) : step === 'week' ? addDays(today, 7) : addMonths(today, 1);
      await change`update platform_clock set demo_today_on = ${next}`.execute(db);
      today = next;
      return today;
    },
  };
}
