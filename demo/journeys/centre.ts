/** A stay at an activity centre, from application to placement in a group. */
import { addDays, addMonths, type Day, day, nextWorkingDay, type Weekday } from '../../src/kernel/day.ts';
import type { Range } from '../../src/kernel/range.ts';
import type { Context } from '../context.ts';
import { type DemoRow, today } from '../demo-rows.ts';
import type { Person } from '../people.ts';
import type { DemoGroup } from '../places.ts';
import type { Begun } from '../steps.ts';
import { centreGoals, dayGoals, grantReasons } from '../words.ts';

export type Half = 'am' | 'pm';
export type Slots = readonly (readonly [Weekday, readonly Half[]])[];

const week: readonly Weekday[] = [1, 2, 3, 4, 5];

/** Whole days on so many weekdays, in the order of the week. */
export function wholeDays(person: Person, days: number, of: readonly Weekday[] = week): Slots {
  const chosen = person.random.shuffle(of).slice(0, days).sort();
  return chosen.map((weekday) => [weekday, ['am', 'pm']] as const);
}

export interface CentreStay {
  group: DemoGroup;
  from: Day;
  official: string;
  source?: string;
  kind?: 'application' | 'referral';
  finishesStudies?: boolean;
  mode?: 'own' | 'purchased';
  slots?: Slots;
  /** Where the stay is known to end: plans are made only until then. */
  until?: Day;
}

/** From the application to a place in the group; of what was before the register only the stay itself is known. */
export function stayAtCentre(context: Context, person: Person, stay: CentreStay): Begun {
  const { recorder, region } = context;
  const { random, organiser } = person;
  const { group, from, official } = stay;
  const service = group.service;
  let referral: DemoRow | null = null;
  let decision: DemoRow | null = null;
  if (from >= addMonths(organiser.registerFrom, 4)) {
    // Decided within three months in all but a few cases.
    const wait = random.chance(0.05) ? random.int(95, 120) : random.int(15, 85);
    const decidedOn = nextWorkingDay(addDays(from, -random.int(8, 25)));
    referral = recorder.refer(person, {
      service,
      source: stay.source ?? 'disability-service-application',
      kind: stay.kind ?? 'application',
      receivedOn: nextWorkingDay(addDays(decidedOn, -wait)),
      finishesStudies: stay.finishesStudies ?? false,
      receivedBy: official,
    });
    const plan = planFor(
      context,
      person,
      service,
      official,
      nextWorkingDay(addDays(decidedOn, -random.int(3, 12))),
      stay.until,
      referral,
    );
    decision = recorder.decide(person, referral, {
      service,
      decidedOn,
      during: { from, to: null },
      reasons: grantReasons[service] as string,
      decidedBy: official,
      plan,
    });
  }
  const begun = recorder.begin(person, service, region.offering(organiser, service, stay.mode), from, decision);
  const days = random.weighted([
    [5, 30],
    [4, 20],
    [3, 28],
    [2, 22],
  ] as const);
  const slots = stay.slots ?? wholeDays(person, days);
  const meal = service === 'work-activity';
  const ends = stay.until ?? today;
  const earlierGroups = (
    service === 'work-activity' ? [...context.places.poriWork, ...context.places.raumaGroups] : context.places.poriDay
  ).filter((one) => one !== group && one.unitId === group.unitId);
  const changedOn = addMonths(from, random.int(8, 90));
  if (
    earlierGroups.length > 0 &&
    random.chance(0.3) &&
    changedOn < addMonths(ends, -2) &&
    changedOn > organiser.registerFrom
  ) {
    const before = recorder.place(begun, {
      group: random.pick(earlierGroups).id,
      slots,
      meal,
      during: { from, to: null },
    });
    recorder.displace(begun, before, changedOn);
    recorder.place(begun, { group: group.id, slots, meal, during: { from: changedOn, to: null } });
  } else {
    recorder.place(begun, { group: group.id, slots, meal, during: { from, to: null } });
  }
  laterPlans(context, person, service, official, from, ends);
  return begun;
}

function goalsOf(service: string): readonly string[] {
  return service === 'work-activity' ? centreGoals : dayGoals;
}

export function planFor(
  context: Context,
  person: Person,
  service: 'work-activity' | 'day-activity' | 'day-activity-severe' | 'open-work' | 'supported-employment' | string,
  madeBy: string,
  madeOn: Day,
  until: Day | undefined,
  referral: DemoRow | null = null,
  goals: readonly string[] = goalsOf(service),
): DemoRow {
  const { random } = person;
  const to = addMonths(madeOn, 36);
  const reviewOn = addMonths(madeOn, random.pick([12, 24]));
  const reviewedOn = nextWorkingDay(addDays(reviewOn, random.int(-20, 10)));
  const reviewed = reviewedOn < today && (until === undefined || reviewedOn < until) && random.chance(0.95);
  const during: Range = { from: madeOn, to };
  return context.recorder.plan(person, {
    service: service as 'work-activity',
    kind: 'service',
    madeOn,
    during,
    reviewOn,
    reviewedOn: reviewed ? reviewedOn : null,
    goals: random.shuffle(goals).slice(0, random.int(1, 3)),
    madeBy,
    referral,
  });
}

/** A plan of an older generation and one of today's, for those who have been there for years. */
function laterPlans(context: Context, person: Person, service: string, madeBy: string, from: Day, ends: Day): void {
  const { random } = person;
  const older = nextWorkingDay(addDays(day('2013-01-07'), random.int(0, 900)));
  const newer = nextWorkingDay(addDays(day('2018-08-01'), random.int(0, 1000)));
  for (const madeOn of [older, newer])
    if (madeOn > addMonths(from, 12) && madeOn < addDays(ends, -30))
      planFor(context, person, service, madeBy, madeOn, ends);
}

/** Benefits of clients of disability services: mostly a pension, with allowances beside it. */
export function pensions(context: Context, person: Person, from: Day): void {
  const { recorder } = context;
  const { random } = person;
  if (random.chance(0.06)) return;
  const main = random.weighted([
    ['disability-pension', 80],
    ['rehabilitation-subsidy', 12],
    ['guarantee-pension', 5],
    ['labour-market-subsidy', 3],
  ] as const);
  recorder.benefit(person, main, true, from);
  if (random.chance(0.6)) recorder.benefit(person, 'housing-allowance', false, from);
  if (random.chance(0.5)) recorder.benefit(person, 'care-allowance', false, from);
}

/** Why the client needs support; some of it is not known, each in its own way. */
export function reasonOfSupport(context: Context, person: Person, from: Day): void {
  context.recorder.reason(
    person,
    person.random.weighted([
      ['intellectual-disability', 700],
      ['autism-spectrum', 105],
      ['neuropsychiatric', 90],
      ['mental-health', 22],
      ['other', 23],
      ['not-investigated', 24],
      ['not-recorded', 20],
      ['none', 8],
      ['refused', 5],
      ['not-allowed', 3],
    ] as const),
    from,
  );
}
