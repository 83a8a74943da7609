/**
 * Attendance from 1.1.2020, when the register of it began: a mark for each agreed day of each placement.
 * Summer holidays in July, everything closed from 18.3. to 31.5.2020, and today's marks only begun.
 */
import { addDays, type Day, day, holidayOn, isEve, type Weekday, weekdayOf } from '../src/kernel/day.ts';
import { contains, type Range } from '../src/kernel/range.ts';
import type { Context } from './context.ts';
import { type DemoRow, enteredOn, today } from './demo-rows.ts';
import { luckOf } from './random.ts';
import type { Placed } from './steps.ts';

export const registerFrom = day('2020-01-01');
const closure: Range = { from: day('2020-03-18'), to: day('2020-06-01') };

interface CalendarDay {
  readonly on: Day;
  readonly weekday: Weekday;
  readonly eve: boolean;
  /** Since when its marks are known: the same day, or weeks later where somebody forgot. */
  readonly entered: string;
  readonly late: string;
}

/** Days of the register on which something can be agreed: Monday to Friday, no public holidays. */
function calendar(): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let on = registerFrom; on <= today; on = addDays(on, 1)) {
    const weekday = weekdayOf(on);
    const holiday = holidayOn(on);
    if (weekday > 5 || (holiday !== null && !isEve(holiday))) continue;
    const since = (daysLater: number, minute: number) => `["${enteredOn(on, minute, daysLater)}",)`;
    days.push({ on, weekday, eve: holiday !== null, entered: since(0, 330), late: since(17, 60) });
  }
  return days;
}

/** Four weeks of July, as each unit and employer has agreed. */
function summersOf(place: string): Range[] {
  const random = luckOf(`summer ${place}`);
  return ['2020-06-29', '2021-06-28'].map((monday) => {
    const from = addDays(day(monday), random.int(0, 1) * 7);
    return { from, to: addDays(from, 28) };
  });
}

/** How often somebody is away, and why. */
interface Habit {
  readonly away: number;
  readonly reasons: readonly (readonly [string, number])[];
}

const atCentre: Habit = {
  away: 0.09,
  reasons: [
    ['sick', 62],
    ['other-accepted', 34],
    ['unexcused', 4],
  ],
};
const atWork: Habit = {
  away: 0.06,
  reasons: [
    ['sick', 70],
    ['other-accepted', 25],
    ['unexcused', 5],
  ],
};
const inRehabilitation: Habit = {
  away: 0.17,
  reasons: [
    ['sick', 46],
    ['unexcused', 32],
    ['other-accepted', 14],
    ['child-sick', 5],
    ['job-interview', 3],
  ],
};

function habitOf({ service }: Placed): Habit {
  if (service === 'rehabilitative-work') return inRehabilitation;
  return service === 'open-work' || service === 'supported-employment' ? atWork : atCentre;
}

export function makeAttendance(context: Context): void {
  const { recorder, workers, places, demoRows } = context;
  const days = calendar();
  const rows = demoRows.rows('attendance_mark');
  const summers = new Map<string, Range[]>();
  const begunToday = new Map<string, number>();
  const random = luckOf('attendance today');
  for (const placed of recorder.placements) {
    const during = placed.row.during as Range;
    if (during.to !== null && during.to <= registerFrom) continue;
    const place = placed.groupId ?? placed.employerId ?? '';
    if (!summers.has(place)) {
      summers.set(place, summersOf(place));
      // By 7.45 some groups have marked all who come, some a few, some nobody.
      begunToday.set(
        place,
        place === places.woodGroup.id
          ? 0.35
          : placed.groupId
            ? random.weighted([
                [0, 45],
                [0.5, 30],
                [1, 25],
              ] as const)
            : 0,
      );
    }
    const { groupId, markedBy } = placed;
    makeMarks(rows, placed, during, days, {
      closed: groupId !== null || placed.person.random.chance(0.6),
      pauses: recorder.pauses.get(placed.person.clientId) ?? [],
      summers: summers.get(place) as Range[],
      markedToday: begunToday.get(place) as number,
      marker: (on) => markedBy ?? workers.leadOn(groupId as string, on).id,
    });
  }
  correctMarks(context);
}

interface Circumstances {
  readonly closed: boolean;
  readonly pauses: readonly Range[];
  readonly summers: readonly Range[];
  readonly markedToday: number;
  readonly marker: (on: Day) => string;
}

function makeMarks(
  rows: DemoRow[],
  placed: Placed,
  during: Range,
  days: readonly CalendarDay[],
  input: Circumstances,
): void {
  const { person, row, weekdays, meal } = placed;
  const { random, id, organiser, clientId } = person;
  const habit = habitOf(placed);
  for (const { on, weekday, eve, entered, late } of days) {
    if (!weekdays.includes(weekday) || !contains(during, on) || input.pauses.some((pause) => contains(pause, on)))
      continue;
    if (on === today && !random.chance(input.markedToday)) continue;
    let kind = 'present';
    let reason: string | null = null;
    if (eve || (input.closed && contains(closure, on))) [kind, reason] = ['absent', 'service-closed'];
    else if (input.summers.some((summer) => contains(summer, on))) kind = 'holiday';
    else if (random.chance(habit.away)) [kind, reason] = ['absent', random.weighted(habit.reasons)];
    rows.push({
      id: id(),
      organiser_id: organiser.id,
      client_id: clientId,
      placement_id: row.id as string,
      held_on: on,
      kind,
      reason,
      meal: kind === 'present' && meal && random.chance(0.95),
      marked_by_id: input.marker(on),
      recorded: random.chance(0.012) ? late : entered,
    });
  }
}

/** Marks that were wrong and found so after their month was closed: one absence that was none, one that nobody had seen. */
const corrections: {
  on: string;
  from: string;
  to: string;
  reason: string | null;
  at: string;
  organiser: 'pori-perusturva' | 'rauma';
}[] = [
  {
    on: '2021-03-16',
    from: 'present',
    to: 'absent',
    reason: 'sick',
    at: '2021-05-04 10:20',
    organiser: 'pori-perusturva',
  },
  {
    on: '2021-02-10',
    from: 'absent',
    to: 'present',
    reason: null,
    at: '2021-04-19 13:05',
    organiser: 'pori-perusturva',
  },
  { on: '2021-03-09', from: 'present', to: 'absent', reason: 'sick', at: '2021-05-11 09:15', organiser: 'rauma' },
];

function correctMarks({ demoRows, region, recorder }: Context): void {
  const services = new Map(recorder.placements.map(({ row, service }) => [row.id, service]));
  for (const { on, from, to, reason, at, organiser } of corrections) {
    const organiserId = organiser === 'rauma' ? region.rauma.id : region.pori.id;
    const match = demoRows
      .rows('attendance_mark')
      .find(
        (row) =>
          row.held_on === on &&
          row.kind === from &&
          row.reason !== 'service-closed' &&
          row.organiser_id === organiserId &&
          services.get(row.placement_id as string) === 'work-activity' &&
          (row.recorded as string) < `["${at}`,
      );
    if (match) demoRows.change('attendance_mark', match, { kind: to, reason, meal: to === 'present' }, at);
  }
}
