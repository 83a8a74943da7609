/** What is granted for a period of rehabilitative work: referral, plan with the items of its day, and decision. */
import { addDays, type Day, day, nextWorkingDay } from '../../src/kernel/day.ts';
import { earlierEnd, type Range } from '../../src/kernel/range.ts';
import { activationPlanItems, type PlanItemKey } from '../../src/law/act-2001-189-plan.ts';
import type { Context } from '../context.ts';
import { type DemoRow, earlierOf, laterOf, today } from '../demo-rows.ts';
import type { Person } from '../people.ts';
import { grantReasons, rehabilitationGoals } from '../words.ts';
import type { DemoWorker } from '../workers.ts';
import type { Slots } from './centre.ts';
import type { RehabilitationStay } from './rehabilitation-flow.ts';

const service = 'rehabilitative-work';

/** Where, on which days and for how long: from 2021 at most 178 days in twelve months, so four days a week are for short stays. */
export interface Week {
  readonly slots: Slots;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly hours: number;
}

/** Referral, plan and decision of one period. */
export function grant(
  context: Context,
  person: Person,
  during: Range,
  week: Week,
  official: DemoWorker,
  inTyp: boolean,
  first: boolean,
): { referral: DemoRow; decision: DemoRow } {
  const { recorder, workers } = context;
  const { random } = person;
  const decidedOn = nextWorkingDay(addDays(during.from, -random.int(5, 12)));
  const planned = nextWorkingDay(addDays(decidedOn, -random.int(2, 8)));
  const source = inTyp
    ? 'te-office-multisectoral-plan'
    : first
      ? random.weighted([
          ['te-office-activation-plan', 66],
          ['own-contact', 15],
          ['youth-outreach', 11],
          ['te-office-multisectoral-plan', 8],
        ] as const)
      : 'te-office-activation-plan';
  const wait = first ? (random.chance(0.03) ? random.int(96, 118) : random.int(10, 70)) : random.int(3, 20);
  const referral = recorder.refer(person, {
    service,
    source,
    kind: source === 'own-contact' ? 'own-contact' : 'referral',
    receivedOn: nextWorkingDay(addDays(planned, -wait)),
    receivedBy: official.id,
  });
  const plan = makePlan(context, person, during, planned, week, official, inTyp, referral);
  const decision = recorder.decide(person, referral, {
    service,
    decidedOn,
    during,
    reasons: grantReasons[service] as string,
    decidedBy: random.pick(workers.employmentOfficials).id,
    plan,
  });
  return { referral, decision };
}

const answers: Readonly<Record<PlanItemKey, (week: Week, during: Range, person: Person) => string>> = {
  description: () => 'Kuntouttava työtoiminta sovitussa toimintapaikassa, tehtävät työpajan tai yhdistyksen arjessa.',
  goal: ({ slots }, _during, { random }) =>
    `${random.pick(rehabilitationGoals)}. Toiminta sovitussa toimintapaikassa, ${slots.length} pv viikossa.`,
  duration: ({ slots, hours }) => `${slots.length} päivää viikossa, ${hours} tuntia päivässä`,
  period: (_week, { from, to }) => `Alkaa ${spoken(from)}, päättyy ${spoken(addDays(to as Day, -1))}`,
  support: () => 'Oma ohjaaja toimintapaikalla, tapaaminen työllisyyspalveluissa kerran kuukaudessa.',
  'other-services': (_week, _during, { random }) =>
    random.pick([
      'Työttömän terveystarkastus',
      'Velkaneuvonta',
      'Päihdepalvelut',
      'Mielenterveyspalvelut',
      'Aikuissosiaalityö',
      'Ei muita palveluja',
    ]),
  evaluation: (_week, { to }) => `Viimeistään ${spoken(addDays(to as Day, -14))}`,
};

function spoken(d: Day): string {
  const [year, month, date] = d.split('-').map(Number);
  return `${date}.${month}.${year}`;
}

function makePlan(
  context: Context,
  person: Person,
  during: Range,
  madeOn: Day,
  week: Week,
  official: DemoWorker,
  inTyp: boolean,
  referral: DemoRow | null,
): DemoRow {
  const { random } = person;
  const reviewOn = laterOf(addDays(during.to as Day, -14), madeOn);
  const reviewed = reviewOn < today && random.chance(0.9);
  return context.recorder.plan(person, {
    service,
    kind: inTyp || referral?.source === 'te-office-multisectoral-plan' ? 'multisectoral' : 'activation',
    madeOn,
    during,
    reviewOn,
    reviewedOn: reviewed ? reviewOn : null,
    daysAWeek: week.slots.length,
    hoursADay: week.hours,
    goals: random.shuffle(rehabilitationGoals).slice(0, random.int(1, 2)),
    items: activationPlanItems(madeOn).map(({ key }) => [key, answers[key](week, during, person)] as const),
    madeBy: official.id,
    referral,
  });
}

/** Plans in force on 1.1.2021 were made anew with six items by 31.3.2021 (702/2020), unless the client left before. */
export function reviseLater(
  context: Context,
  person: Person,
  during: Range,
  stay: RehabilitationStay,
  week: Week,
  official: DemoWorker,
  inTyp: boolean,
  referral: DemoRow | null,
): void {
  const newLaw = day('2021-01-01');
  const end = earlierEnd(during.to, stay.ending?.on ?? null) as Day;
  if (during.from >= newLaw || end <= newLaw) return;
  const madeOn = nextWorkingDay(addDays(day('2021-01-07'), person.random.int(0, 80)));
  if (madeOn >= addDays(end, -15)) return;
  makePlan(context, person, during, earlierOf(madeOn, day('2021-03-31')), week, official, inTyp, referral);
}
