/** Referrals over the links to other services since 2018, both ways, and what came of them. */
import { addDays, type Day, day, daysBetween, nextWorkingDay } from '../../src/kernel/day.ts';
import { earlierEnd, type Range } from '../../src/kernel/range.ts';
import type { Context } from '../context.ts';
import { type DemoRow, enteredOn, idSeries, laterOf, today } from '../demo-rows.ts';
import { luckOf, type Random } from '../random.ts';

type Recorder = readonly [service: string, direction: 'to' | 'from'];

/** Of a hundred relationships so many have a referral, and over which link; where no link is agreed there is none. */
interface Habit {
  readonly share: number;
  readonly ways: readonly (readonly [Recorder, number])[];
}

const inRehabilitation: Habit = {
  share: 0.16,
  ways: [
    [['health-services', 'to'], 26],
    [['mental-health-and-substance', 'to'], 22],
    [['social-rehabilitation', 'to'], 16],
    [['adult-social-work', 'to'], 10],
    [['kela-rehabilitation', 'to'], 8],
    [['te-services', 'to'], 8],
    [['ohjaamo', 'from'], 6],
    [['typ', 'from'], 4],
  ],
};
const inPoriCoaching: Habit = {
  share: 0.3,
  ways: [
    [['te-services', 'to'], 46],
    [['typ', 'from'], 30],
    [['adult-social-work', 'to'], 12],
    [['health-services', 'to'], 12],
  ],
};
const inRauma: Habit = {
  share: 0.15,
  ways: [
    [['kela-rehabilitation', 'to'], 60],
    [['physiotherapy', 'to'], 25],
    [['adult-social-work', 'to'], 15],
  ],
};

const start = day('2018-01-02');

export function makeCooperation(context: Context): void {
  const { demoRows, region } = context;
  const id = idSeries(30);
  const habitOf = (row: DemoRow): Habit | null => {
    if (row.organiser_id === region.employment.id) return inRehabilitation;
    if (row.organiser_id === region.rauma.id) return inRauma;
    return row.service === 'open-work' ? inPoriCoaching : null;
  };
  for (const row of demoRows.rows('relationship_relationship')) {
    const habit = habitOf(row);
    const random = luckOf(`cooperation ${row.id}`);
    if (!habit || !random.chance(habit.share)) continue;
    const during = row.during as Range;
    const from = laterOf(during.from, start);
    const to = addDays(earlierEnd(during.to, today) as Day, -10);
    if (to <= from) continue;
    refer(context, row, habit, nextWorkingDay(addDays(from, random.int(0, daysBetween(from, to)))), random, id);
  }
}

function refer(
  { demoRows }: Context,
  relationship: DemoRow,
  habit: Habit,
  madeOn: Day,
  random: Random,
  id: () => string,
): void {
  if (madeOn >= today) return;
  const [other_service, direction] = random.weighted(habit.ways);
  const row = demoRows.add(
    'cooperation_referral',
    {
      id: id(),
      organiser_id: relationship.organiser_id as string,
      client_id: relationship.client_id as string,
      service: relationship.service as string,
      other_service,
      direction,
      made_on: madeOn,
      outcome: null,
      outcome_on: null,
    },
    enteredOn(madeOn, random.int(0, 479)),
  );
  const heard = nextWorkingDay(addDays(madeOn, random.int(12, 75)));
  if (heard >= today || random.chance(0.12)) return;
  const outcome = random.weighted([
    ['started', 62],
    ['refused', 14],
    ['no-place', 14],
    ['not-known', 10],
  ] as const);
  demoRows.change('cooperation_referral', row, { outcome, outcome_on: heard }, enteredOn(heard, random.int(0, 479)));
}
