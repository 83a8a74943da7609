/**
 * Who is in rehabilitative work when: 446 on the first day of each month, 54 or 55 begin in it and as many end.
 * So there are 500 or 501 different clients in a month and 1,100 in a year, and a stay lasts 8.2 months on average
 * (Little's law, methods 4.5). Returns come in another calendar year, so that they take nothing from a year's clients.
 */
import { addDays, addMonths, type Day, day, daysBetween, isWorkingDay, weekdayOf } from '../../src/kernel/day.ts';
import { today } from '../demo-rows.ts';
import { luckOf, type Random } from '../random.ts';

export const stock = 446;
export const firstDay = day('2015-01-01');

export interface FlowEnding {
  readonly on: Day;
  readonly reason: string;
}

/** One stay: consecutive periods, each granted on its own, up to the end that came. */
export interface RehabilitationStay {
  readonly no: number;
  readonly from: Day;
  /** First days of the periods, and the end that was granted for the last. */
  readonly periods: Day[];
  grantedTo: Day;
  ending: FlowEnding | null;
  /** An earlier stay of the same person. */
  readonly after: RehabilitationStay | null;
}

/** Reasons of a year's 654 exits: those at the end of a period, and those that broke one off. */
interface Reasons {
  readonly completed: readonly (readonly [string, number])[];
  readonly brokenOff: readonly (readonly [string, number])[];
}

/** 2018 with its agreed breaks (102) between the second and the third: the order that the seed tells. */
const of2018: Reasons = {
  completed: [
    ['maximum-time', 185],
    ['other-employment-service', 170],
  ],
  brokenOff: [
    ['other-employment-service', 65],
    ['employed', 98],
    ['non-commitment', 66],
    ['employed-with-subsidy', 40],
    ['health-or-rehabilitation', 18],
    ['studies', 12],
  ],
};
const ofOthers: Reasons = {
  completed: [
    ['maximum-time', 150],
    ['other-employment-service', 175],
    ['need-ended', 12],
    ['retired', 8],
  ],
  brokenOff: [
    ['other-employment-service', 50],
    ['employed', 82],
    ['non-commitment', 74],
    ['employed-with-subsidy', 36],
    ['health-or-rehabilitation', 27],
    ['studies', 20],
    ['own-wish', 9],
    ['moved-away', 8],
    ['died', 2],
    ['other', 1],
  ],
};

const monthsGranted = [
  [3, 22],
  [4, 8],
  [6, 44],
  [9, 10],
  [12, 16],
] as const;

/** Deals a year's reasons to its months, as evenly as they go. */
function dealt(reasons: readonly (readonly [string, number])[], random: Random): string[][] {
  const all = random.shuffle(reasons.flatMap(([reason, count]) => Array.from({ length: count }, () => reason)));
  return Array.from({ length: 12 }, (_, month) =>
    all.slice(Math.round((all.length * month) / 12), Math.round((all.length * (month + 1)) / 12)),
  );
}

function workingDayIn(random: Random, after: Day, through: Day): Day {
  for (;;) {
    const on = addDays(after, random.int(1, daysBetween(after, through)));
    // People begin and end on any working day, most of them on a Monday.
    if (isWorkingDay(on) && (weekdayOf(on) === 1 || random.chance(0.45))) return on;
  }
}

export function makeFlow(): RehabilitationStay[] {
  const random = luckOf('rehabilitation-flow');
  const stays: RehabilitationStay[] = [];
  const here = new Set<RehabilitationStay>();
  const gone: RehabilitationStay[] = [];
  const enter = (from: Day, periodFrom: Day, after: RehabilitationStay | null = null) => {
    const stay: RehabilitationStay = {
      no: stays.length,
      from,
      periods: [periodFrom],
      grantedTo: addMonths(periodFrom, random.weighted(monthsGranted)),
      ending: null,
      after,
    };
    stays.push(stay);
    here.add(stay);
  };
  for (let i = 0; i < stock; i++) {
    const ago = random.int(
      1,
      random.weighted([
        [120, 45],
        [240, 30],
        [420, 17],
        [600, 8],
      ] as const),
    );
    const from = workingDayIn(random, addDays(firstDay, -ago - 7), addDays(firstDay, -ago));
    // What was granted before the register is known only by its end.
    let period = from;
    while (addMonths(period, 6) <= firstDay) period = addMonths(period, 6);
    enter(from, period);
    const stay = stays.at(-1) as RehabilitationStay;
    stay.periods[0] = from;
    while (stay.grantedTo <= firstDay) stay.grantedTo = addMonths(stay.grantedTo, 3);
  }
  for (let year = 2015; year <= 2021; year++) {
    const reasons = year === 2018 ? of2018 : ofOthers;
    const completed = dealt(reasons.completed, random);
    const brokenOff = dealt(reasons.brokenOff, random);
    for (let month = 0; month < 12; month++) {
      const first = addMonths(day(`${year}-01-01`), month);
      if (first > today) break;
      const next = addMonths(first, 1);
      const cut = next > today;
      const share = cut ? 0.56 : 1;
      const ends = completed[month]?.slice(0, Math.round((completed[month]?.length ?? 0) * share)) ?? [];
      const breaks = brokenOff[month]?.slice(0, Math.round((brokenOff[month]?.length ?? 0) * share)) ?? [];
      endIn(here, gone, { random, first, through: cut ? today : next, ends, breaks });
      const beginning = Math.round((month % 2 === 0 ? 54 : 55) * share);
      for (let i = 0; i < beginning; i++) {
        const on = workingDayIn(random, first, cut ? addDays(today, -1) : addDays(next, -1));
        enter(on, on, random.chance(0.08) ? comesBack(gone, year) : null);
      }
    }
  }
  return stays;
}

/** Somebody whose earlier stay, and all that was granted for it, lies at least a whole calendar year back. */
function comesBack(gone: RehabilitationStay[], year: number): RehabilitationStay | null {
  const at = gone.findIndex(
    ({ ending, grantedTo }) => (ending as FlowEnding).on < `${year - 1}-01-01` && grantedTo < `${year}-01-01`,
  );
  return at < 0 ? null : (gone.splice(at, 1)[0] as RehabilitationStay);
}

interface Month {
  readonly random: Random;
  readonly first: Day;
  readonly through: Day;
  readonly ends: readonly string[];
  readonly breaks: readonly string[];
}

/** Ends as many stays as the month asks for: first periods that run out, longest stays first; then those broken off. */
function endIn(
  here: Set<RehabilitationStay>,
  gone: RehabilitationStay[],
  { random, first, through, ends, breaks }: Month,
): void {
  const end = (stay: RehabilitationStay, on: Day, reason: string) => {
    stay.ending = { on, reason };
    here.delete(stay);
    gone.push(stay);
  };
  const due = random
    .shuffle([...here].filter(({ grantedTo }) => grantedTo > first && grantedTo <= through))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const unfilled: string[] = [];
  const endAtPeriod = (list: RehabilitationStay[], reason: string) => {
    const stay = list.shift();
    if (stay) end(stay, stay.grantedTo, reason);
    else unfilled.push(reason);
  };
  for (const reason of ends.filter((one) => one === 'maximum-time')) endAtPeriod(due, reason);
  const rest = random.shuffle(due);
  for (const reason of ends.filter((one) => one !== 'maximum-time')) endAtPeriod(rest, reason);
  // The others go on for another period, granted anew.
  for (const stay of rest) {
    stay.periods.push(stay.grantedTo);
    stay.grantedTo = addMonths(stay.grantedTo, random.weighted(monthsGranted));
  }
  const settled = ({ from, periods }: RehabilitationStay) =>
    from < addDays(first, -12) && (periods.at(-1) as Day) <= first;
  const running = random.shuffle([...here].filter((stay) => settled(stay) && stay.grantedTo > through));
  for (const reason of [...breaks, ...unfilled]) {
    const at = reason === 'non-commitment' ? running.findIndex(({ from }) => from > addMonths(first, -4)) : 0;
    const stay = running.splice(Math.max(0, at), 1)[0] as RehabilitationStay;
    end(stay, workingDayIn(random, first, through), reason);
  }
}
