/** Open work and supported employment: workplace, yearly agreements, a coach and the contacts that are kept. */
import { addDays, addMonths, addYears, type Day, day, nextWorkingDay, type Weekday } from '../../src/kernel/day.ts';
import type { Range } from '../../src/kernel/range.ts';
import { type DemoRow, enteredOn, laterOf, type Moment, today } from '../book.ts';
import type { Person } from '../people.ts';
import type { Workplace } from '../places.ts';
import type { Scene } from '../scene.ts';
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
export function beginCoached(scene: Scene, person: Person, given: Coaching): { begun: Begun; placed: Placed } {
  const { way, region } = scene;
  const { luck, organiser } = person;
  const { service, from, workplace, official, coach } = given;
  let decision: DemoRow | null = null;
  if (from >= addMonths(organiser.registerFrom, 4)) {
    const wait = luck.chance(0.04) ? luck.int(94, 125) : luck.int(14, 84);
    const decidedOn = nextWorkingDay(addDays(from, -luck.int(6, 20)));
    const referral = way.refer(person, {
      service,
      source: given.source,
      kind: given.kind ?? 'application',
      receivedOn: nextWorkingDay(addDays(decidedOn, -wait)),
      finishesStudies: given.finishesStudies ?? false,
      receivedBy: given.source === 'disability-service-application' ? official : coach.id,
    });
    const plan = planFor(
      scene,
      person,
      service,
      official,
      nextWorkingDay(addDays(decidedOn, -luck.int(2, 10))),
      given.until,
      referral,
      coachingGoals,
    );
    decision = way.decide(person, referral, {
      service,
      decidedOn,
      during: { from, to: null },
      reasons: grantReasons[service] as string,
      decidedBy: official,
      plan,
    });
  }
  const begun = way.begin(person, service, region.offering(organiser, service), from, decision);
  const { before } = given;
  if (before && laterOf(from, before.from) < before.until) {
    const first = way.name(begun, before.coach.id, 'coach', laterOf(from, before.from));
    way.rename(begun, first, coach.id, 'coach', before.until);
  } else way.name(begun, coach.id, 'coach', laterOf(from, given.coachFrom));
  const shift = luck.pick(shifts);
  const [startsAt, endsAt] = given.hours ?? [shift[0], shift[1]];
  const days = luck.weighted([
    [5, 20],
    [4, 22],
    [3, 38],
    [2, 20],
  ] as const);
  const slots =
    given.slots ??
    luck
      .shuffle([1, 2, 3, 4, 5] as Weekday[])
      .slice(0, days)
      .sort()
      .map((weekday) => [weekday, shift[2]] as const);
  const placed = way.place(begun, {
    workplace,
    tasks: luck.shuffle(workplace.tasks).slice(0, 2).join(', '),
    slots,
    startsAt,
    endsAt,
    hoursADay: hoursBetween(startsAt, endsAt),
    wageSubsidy: given.wageSubsidy ?? false,
    markedBy: coach.id,
    during: { from, to: null },
  });
  const newer = nextWorkingDay(addDays(day('2018-08-01'), luck.int(0, 1000)));
  if (newer > addMonths(from, 12) && newer < addDays(given.until ?? today, -30))
    planFor(scene, person, service, official, newer, given.until, null, coachingGoals);
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
  scene: Scene,
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
    scene.way.agree(begun, placed, {
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
export function keepContacts(scene: Scene, begun: Begun, given: Contacted): void {
  const { luck } = begun.person;
  const from = (begun.row.during as Range).from;
  const first = laterOf(from, contactsFrom);
  const startingUntil = addDays(from, 45);
  const days = new Map<Day, string>();
  for (const renewed of given.renewals ?? []) {
    const on = nextWorkingDay(addDays(renewed, -luck.int(3, 25)));
    if (on > first && on <= given.last) days.set(on, 'workplace-visit');
  }
  let on = given.last;
  while (on >= first) {
    if (!days.has(on)) days.set(on, luck.weighted(kinds));
    const gap =
      on <= startingUntil ? (given.startingEvery ?? 7) - luck.int(0, 1) : given.every - luck.int(0, given.jitter ?? 3);
    on = addDays(on, -Math.max(2, gap));
    while (on >= first && isWeekend(on)) on = addDays(on, 1);
    if (days.has(on)) on = addDays(on, -1);
  }
  for (const [heldOn, kind] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
    contact(scene, begun, given.coach, heldOn, kind);
    // The workplace is called besides, and calls itself.
    if (luck.chance(0.08) && heldOn < given.last)
      contact(scene, begun, given.coach, nextWorkingDay(addDays(heldOn, 1)), 'call', { party: 'employer' });
  }
}

function isWeekend(d: Day): boolean {
  const weekday = new Date(`${d}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

export function contact(
  scene: Scene,
  begun: Begun,
  coach: DemoWorker,
  heldOn: Day,
  kind: string,
  more: { note?: string; party?: string; at?: Moment } = {},
): void {
  const { luck, id, organiser, clientId } = begun.person;
  const party = kind === 'workplace-visit' ? 'both' : 'client';
  scene.book.add(
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
      note: more.note ?? luck.pick(contactNotes[kind] ?? [null]),
      meeting_id: null,
    },
    more.at ?? enteredOn(heldOn, luck.int(0, 479), luck.chance(0.03) ? luck.int(9, 40) : luck.int(0, 1)),
  );
}

export function appoint(
  scene: Scene,
  begun: Begun,
  coach: DemoWorker,
  on: Day,
  kind: string,
  startsAt: string,
  place: string | null,
): void {
  const { id, organiser, clientId, luck } = begun.person;
  scene.book.add(
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
    enteredOn(addDays(today, -luck.int(2, 9)), luck.int(0, 479)),
  );
}

/** The client's own wish about the rhythm. */
export function wishRhythm(scene: Scene, begun: Begun, everyDays: number, from: Day): void {
  scene.way.within(begun, 'coaching_agreed_rhythm', {
    relationship_id: begun.row.id as string,
    every_days: everyDays,
    during: { from: laterOf(from, (begun.row.during as Range).from), to: null },
  });
}
