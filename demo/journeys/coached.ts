/** Open work and supported employment: workplace, yearly agreements, a coach and the contacts that are kept. */
import { addDays, addMonths, addYears, type Day, day, nextWorkingDay, type Weekday } from '../../src/kernel/day.ts';
import type { Range } from '../../src/kernel/range.ts';
import type { Context } from '../context.ts';
import { type DemoRow, enteredOn, laterOf, type Moment, today } from '../demo-rows.ts';
import type { Person } from '../people.ts';
import type { Workplace } from '../places.ts';
import type { Begun, Placed } from '../steps.ts';
import { coachingGoals, contactNotes, grantReasons } from '../words.ts';
import type { DemoWorker } from '../workers.ts';
import { planFor, type Slots } from './centre.ts';

/** Contacts are kept in the system since this day. */
const contactsFrom = day('2018-01-02');

export interface Coaching {
  service: 'open-work' | 'supported-employment';
  from: Day;
  workplace: Workplace;
  coach: DemoWorker;
  coachFrom: Day;
  /** Who was the coach before, until the day. */
  before?: { coach: DemoWorker; from: Day; until: Day };
  official: string;
  source: string;
  kind?: 'application' | 'referral';
  slots?: Slots;
  hours?: readonly [string, string];
  wageSubsidy?: boolean;
  until?: Day;
  finishesStudies?: boolean;
}

const shifts: readonly (readonly [string, string, readonly ('am' | 'pm')[]])[] = [
  ['08:00', '12:00', ['am']],
  ['08:30', '13:30', ['am', 'pm']],
  ['09:00', '13:00', ['am', 'pm']],
  ['09:00', '14:00', ['am', 'pm']],
  ['12:00', '16:00', ['pm']],
];

/** Begins work at a workplace: referral, plan, decision, relationship, coach and placement. */
export function beginCoached(context: Context, person: Person, input: Coaching): { begun: Begun; placed: Placed } {
  const { recorder, region } = context;
  const { random, organiser } = person;
  const { service, from, workplace, official, coach } = input;
  let decision: DemoRow | null = null;
  if (from >= addMonths(organiser.registerFrom, 4)) {
    const wait = random.chance(0.04) ? random.int(94, 125) : random.int(14, 84);
    const decidedOn = nextWorkingDay(addDays(from, -random.int(6, 20)));
    const referral = recorder.refer(person, {
      service,
      source: input.source,
      kind: input.kind ?? 'application',
      receivedOn: nextWorkingDay(addDays(decidedOn, -wait)),
      finishesStudies: input.finishesStudies ?? false,
      receivedBy: input.source === 'disability-service-application' ? official : coach.id,
    });
    const plan = planFor(
      context,
      person,
      service,
      official,
      nextWorkingDay(addDays(decidedOn, -random.int(2, 10))),
      input.until,
      referral,
      coachingGoals,
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
  const begun = recorder.begin(person, service, region.offering(organiser, service), from, decision);
  const { before } = input;
  if (before && laterOf(from, before.from) < before.until) {
    const first = recorder.name(begun, before.coach.id, 'coach', laterOf(from, before.from));
    recorder.rename(begun, first, coach.id, 'coach', before.until);
  } else recorder.name(begun, coach.id, 'coach', laterOf(from, input.coachFrom));
  const shift = random.pick(shifts);
  const [startsAt, endsAt] = input.hours ?? [shift[0], shift[1]];
  const days = random.weighted([
    [5, 20],
    [4, 22],
    [3, 38],
    [2, 20],
  ] as const);
  const slots =
    input.slots ??
    random
      .shuffle([1, 2, 3, 4, 5] as Weekday[])
      .slice(0, days)
      .sort()
      .map((weekday) => [weekday, shift[2]] as const);
  const placed = recorder.place(begun, {
    workplace,
    tasks: random.shuffle(workplace.tasks).slice(0, 2).join(', '),
    slots,
    startsAt,
    endsAt,
    hoursADay: hoursBetween(startsAt, endsAt),
    wageSubsidy: input.wageSubsidy ?? false,
    markedBy: coach.id,
    during: { from, to: null },
  });
  const newer = nextWorkingDay(addDays(day('2018-08-01'), random.int(0, 1000)));
  if (newer > addMonths(from, 12) && newer < addDays(input.until ?? today, -30))
    planFor(context, person, service, official, newer, input.until, null, coachingGoals);
  return { begun, placed };
}

function hoursBetween(from: string, to: string): number {
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return (minutes(to) - minutes(from)) / 60;
}

/** 09:00 as people write it: 9.00. */
const clock = (text: string) => text.replace(/^0/, '').replace(':', '.');
const dayNames = ['', 'ma', 'ti', 'ke', 'to', 'pe', 'la', 'su'];

/**
 * Agreements of a year, one after another, so that the last one ends on the day.
 * Gives the days on which they were renewed.
 */
export function agreeYearly(
  context: Context,
  begun: Begun,
  placed: Placed,
  workplace: Workplace,
  coach: DemoWorker,
  lastEnd: Day,
  from = (placed.row.during as Range).from,
): Day[] {
  const hours = `${placed.weekdays.map((weekday) => dayNames[weekday]).join(' ')} ${clock(placed.row.starts_at as string)}–${clock(placed.row.ends_at as string)}`;
  const renewals: Day[] = [];
  const parts: Range[] = [];
  for (let to = lastEnd; to > from; to = addYears(to, -1)) {
    const start = addYears(to, -1);
    // A stump of less than a month is joined to the next one's start.
    parts.push({ from: start > addMonths(from, 1) ? start : from, to });
    if (start <= addMonths(from, 1)) break;
  }
  for (const during of parts.reverse()) {
    if (during.from !== from) renewals.push(during.from);
    context.recorder.agree(begun, placed, {
      tasks: placed.row.tasks as string,
      hours,
      during,
      employer: workplace.contact,
      organiser: coach.name,
      recordedBy: coach.id,
    });
  }
  return renewals;
}

export interface Contacted {
  coach: DemoWorker;
  /** The last contact that was made, and how many days apart they are. */
  last: Day;
  every: number;
  /** How many days a gap may differ. */
  jitter?: number;
  until?: Day;
  renewals?: readonly Day[];
  startingEvery?: number;
}

const kinds = [
  ['call', 38],
  ['message', 40],
  ['meeting', 10],
  ['workplace-visit', 12],
] as const;

/** Contacts backwards from the last one; closer together in the starting phase, with a visit before each renewal. */
export function keepContacts(context: Context, begun: Begun, input: Contacted): void {
  const { random } = begun.person;
  const from = (begun.row.during as Range).from;
  const first = laterOf(from, contactsFrom);
  const startingUntil = addDays(from, 45);
  const days = new Map<Day, string>();
  for (const renewed of input.renewals ?? []) {
    const on = nextWorkingDay(addDays(renewed, -random.int(3, 25)));
    if (on > first && on <= input.last) days.set(on, 'workplace-visit');
  }
  let on = input.last;
  while (on >= first) {
    if (!days.has(on)) days.set(on, random.weighted(kinds));
    const gap =
      on <= startingUntil
        ? (input.startingEvery ?? 7) - random.int(0, 1)
        : input.every - random.int(0, input.jitter ?? 3);
    on = addDays(on, -Math.max(2, gap));
    while (on >= first && isWeekend(on)) on = addDays(on, 1);
    if (days.has(on)) on = addDays(on, -1);
  }
  for (const [heldOn, kind] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
    contact(context, begun, input.coach, heldOn, kind);
    // The workplace is called besides, and calls itself.
    if (random.chance(0.08) && heldOn < input.last)
      contact(context, begun, input.coach, nextWorkingDay(addDays(heldOn, 1)), 'call', { party: 'employer' });
  }
}

function isWeekend(d: Day): boolean {
  const weekday = new Date(`${d}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

export function contact(
  context: Context,
  begun: Begun,
  coach: DemoWorker,
  heldOn: Day,
  kind: string,
  more: { note?: string; party?: string; at?: Moment } = {},
): void {
  const { random, id, organiser, clientId } = begun.person;
  const party = kind === 'workplace-visit' ? 'both' : 'client';
  context.demoRows.add(
    'coaching_contact',
    {
      id: id(),
      organiser_id: organiser.id,
      client_id: clientId,
      relationship_id: begun.row.id as string,
      referral_id: null,
      worker_id: coach.id,
      kind,
      party: more.party ?? party,
      held_on: heldOn,
      minutes: { call: 15, message: 5, meeting: 60, 'workplace-visit': 75, 'group-meeting': 180 }[kind] ?? null,
      note: more.note ?? random.pick(contactNotes[kind] ?? [null]),
      meeting_id: null,
    },
    more.at ?? enteredOn(heldOn, random.int(0, 479), random.chance(0.03) ? random.int(9, 40) : random.int(0, 1)),
  );
}

export function appoint(
  context: Context,
  begun: Begun,
  coach: DemoWorker,
  on: Day,
  kind: string,
  startsAt: string,
  place: string | null,
): void {
  const { id, organiser, clientId, random } = begun.person;
  context.demoRows.add(
    'coaching_appointment',
    {
      id: id(),
      organiser_id: organiser.id,
      client_id: clientId,
      relationship_id: begun.row.id as string,
      worker_id: coach.id,
      kind,
      due_on: on,
      starts_at: startsAt,
      place,
    },
    enteredOn(addDays(today, -random.int(2, 9)), random.int(0, 479)),
  );
}

/** The client's own wish about the rhythm. */
export function wishRhythm(context: Context, begun: Begun, everyDays: number, from: Day): void {
  context.recorder.within(begun, 'coaching_agreed_rhythm', {
    relationship_id: begun.row.id as string,
    every_days: everyDays,
    during: { from: laterOf(from, (begun.row.during as Range).from), to: null },
  });
}
