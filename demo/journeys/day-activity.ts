/** Day activity for the severely disabled, bought by Pori: 46 granted in 2017-2020, users 32, 36, 39 and 41 a year. */
import { addDays, addMonths, type Day, day, nextWorkingDay } from '../../src/kernel/day.ts';
import type { Context } from '../context.ts';
import { enteredOn } from '../demo-rows.ts';
import type { DemoGroup } from '../places.ts';
import { luckOf } from '../random.ts';
import { grantReasons } from '../words.ts';
import { planFor, wholeDays } from './centre.ts';

/** New clients of each year, and of those who leave at its end. */
const newByYear: readonly (readonly [year: number, begin: number, leave: number])[] = [
  [2017, 32, 2],
  [2018, 6, 2],
  [2019, 5, 1],
  [2020, 3, 0],
];

export function makeDayActivity(context: Context): void {
  const random = luckOf('day-activity');
  const leavers = new Map<number, Day>();
  let no = 0;
  const here: number[] = [];
  for (const [year, begin, leave] of newByYear) {
    const first = no;
    for (let i = 0; i < begin; i++) here.push(no++);
    // Whoever leaves at the end of a year is in it to its last day; the newest of the year stay.
    const leaving = random.shuffle(here.filter((one) => one < first || year === 2017)).slice(0, leave);
    for (const one of leaving) {
      leavers.set(one, day(`${year + 1}-01-01`));
      here.splice(here.indexOf(one), 1);
    }
  }
  no = 0;
  for (const [year, begin] of newByYear) for (let i = 0; i < begin; i++) make(context, no, year, leavers.get(no++));
}

function make(context: Context, no: number, year: number, ended: Day | undefined): void {
  const { recorder, workers, places, people, region } = context;
  const key = `pori-severe-${no}`;
  const chance = luckOf(`${key} start`);
  const from = nextWorkingDay(addDays(day(`${year}-01-09`), chance.int(0, year === 2017 ? 200 : 300)));
  const service = 'day-activity-severe';
  const person = people.make(
    key,
    region.pori,
    { born: [1955, 1998] },
    addMonths(from, -5),
    enteredOn(addMonths(from, -5), 0),
  );
  const { random } = person;
  const official = random.pick(workers.poriOfficials).id;
  const decidedOn = nextWorkingDay(addDays(from, -random.int(7, 20)));
  const referral = recorder.refer(person, {
    service,
    source: 'social-worker',
    kind: 'application',
    receivedOn: nextWorkingDay(addDays(decidedOn, -random.int(20, 80))),
    receivedBy: official,
  });
  const plan = planFor(context, person, service, official, nextWorkingDay(addDays(decidedOn, -4)), ended, referral);
  const decision = recorder.decide(person, referral, {
    service,
    decidedOn,
    during: { from, to: null },
    reasons: grantReasons[service] as string,
    decidedBy: official,
    plan,
  });
  const begun = recorder.begin(person, service, region.offering(region.pori, service, 'purchased'), from, decision);
  recorder.place(begun, {
    group: (places.validia[no % places.validia.length] as DemoGroup).id,
    slots: wholeDays(person, random.int(1, 3)),
    markedBy: official,
    during: { from, to: null },
  });
  recorder.benefit(person, 'disability-pension', true, from);
  if (random.chance(0.8)) recorder.benefit(person, 'care-allowance', false, from);
  recorder.reason(
    person,
    random.weighted([
      ['other', 70],
      ['intellectual-disability', 20],
      ['not-recorded', 10],
    ] as const),
    from,
  );
  if (ended)
    recorder.end(begun, ended, {
      ...random.pick([
        { reason: 'moved-away', destination: 'elsewhere' },
        { reason: 'health-or-rehabilitation', destination: 'other-social-service' },
        { reason: 'died', destination: 'not-known' },
      ]),
      recordedBy: official,
    });
}
