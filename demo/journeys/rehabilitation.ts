/** Rehabilitative work of Pori's employment services: each period with its own referral, plan and decision. */
import { addDays, addMonths, type Day, day, daysBetween, nextWorkingDay, type Weekday } from '../../src/kernel/day.ts';
import type { Range } from '../../src/kernel/range.ts';
import type { Context } from '../context.ts';
import { type DemoRow, earlierOf, enteredOn, laterOf, today } from '../demo-rows.ts';
import type { Person } from '../people.ts';
import { luckOf } from '../random.ts';
import type { Begun } from '../steps.ts';
import type { DemoWorker } from '../workers.ts';
import { makeFlow, type RehabilitationStay } from './rehabilitation-flow.ts';
import { grant, reviseLater, type Week } from './rehabilitation-plan.ts';

const service = 'rehabilitative-work';
/** The joint service has room for so many. */
const typAtMost = 27;
/** Referrals that wait for a plan and a decision on 17.6.2021. */
const waiting = 18;

/** Agreed breaks that began in each year, most of them for the summer. */
const breaksByYear: Readonly<Record<number, number>> = {
  2015: 96,
  2016: 104,
  2017: 99,
  2018: 102,
  2019: 107,
  2020: 74,
  2021: 12,
};

export function makeRehabilitation(context: Context): void {
  const stays = makeFlow();
  const officials = assign(context, stays);
  const breaks = planBreaks(stays);
  const persons = new Map<RehabilitationStay, Person>();
  for (const stay of stays) {
    const person = (stay.after && persons.get(stay.after)) ?? personFor(context, stay);
    persons.set(stay, person);
    makeStay(context, stay, person, officials.get(stay) as DemoWorker, breaks.get(stay) ?? null);
  }
  makeWaiting(context);
}

/** Each client has a named official: the joint service's own up to its limit, otherwise who has the fewest. */
function assign(context: Context, stays: readonly RehabilitationStay[]): Map<RehabilitationStay, DemoWorker> {
  const { rehabilitation, typ } = context.workers;
  const chosen = new Map<RehabilitationStay, DemoWorker>();
  const held = new Map<DemoWorker, RehabilitationStay[]>([typ, ...rehabilitation].map((worker) => [worker, []]));
  for (const stay of [...stays].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.no - b.no))) {
    for (const [worker, list] of held)
      held.set(
        worker,
        list.filter(({ ending }) => ending === null || ending.on > stay.from),
      );
    const load = (worker: DemoWorker) => held.get(worker)?.length ?? 0;
    const worker =
      load(typ) < typAtMost && luckOf(`rehabilitation-typ-${stay.no}`).chance(0.3)
        ? typ
        : rehabilitation.reduce((least, one) => (load(one) < load(least) ? one : least));
    held.get(worker)?.push(stay);
    chosen.set(stay, worker);
  }
  return chosen;
}

/** Agreed breaks within stays: one a stay, the counts of the years exact. */
function planBreaks(stays: readonly RehabilitationStay[]): Map<RehabilitationStay, Range> {
  const random = luckOf('rehabilitation-breaks');
  const breaks = new Map<RehabilitationStay, Range>();
  for (const [year, count] of Object.entries(breaksByYear)) {
    let left = count;
    for (const stay of random.shuffle(stays)) {
      if (left === 0) break;
      const from =
        year !== '2021' && random.chance(0.8)
          ? addDays(day(`${year}-06-11`), random.int(0, 30))
          : addDays(day(`${year}-01-11`), random.int(0, year === '2021' ? 120 : 300));
      const to = addDays(from, random.int(21, 48));
      const end = stay.ending?.on ?? addDays(today, -1);
      if (breaks.has(stay) || from < addDays(stay.from, 20) || to > addDays(end, -7)) continue;
      breaks.set(stay, { from, to });
      left--;
    }
  }
  return breaks;
}

function personFor(context: Context, stay: RehabilitationStay): Person {
  const { people, region } = context;
  const key = `rehabilitation-${stay.no}`;
  const random = luckOf(`${key} age`);
  const year = Number(stay.from.slice(0, 4));
  const age =
    random.weighted([
      [18, 24],
      [25, 22],
      [35, 20],
      [45, 20],
      [54, 14],
    ] as const) + random.int(0, 9);
  const born = year - Math.max(19, Math.min(62, age));
  const known = laterOf(addDays(stay.from, -60), region.employment.registerFrom);
  const person = people.make(
    key,
    region.employment,
    { born: [born, born], easyLanguage: random.chance(0.03) },
    known,
    enteredOn(known, 0),
  );
  benefits(context, person, known);
  return person;
}

function benefits({ recorder }: Context, person: Person, from: Day): void {
  const { random } = person;
  const main = random.weighted([
    ['labour-market-subsidy', 80],
    ['social-assistance', 8],
    ['basic-allowance', 4],
    [null, 8],
  ] as const);
  if (main) recorder.benefit(person, main, true, from);
  if (main === 'labour-market-subsidy' && random.chance(0.35))
    recorder.benefit(person, 'social-assistance', false, from);
  if (random.chance(0.5)) recorder.benefit(person, 'housing-allowance', false, from);
}

function weekOf(person: Person, stay: RehabilitationStay): Week {
  const { random } = person;
  const months = daysBetween(stay.from, stay.ending?.on ?? stay.grantedTo) / 30;
  const days = random.weighted([
    [1, 6],
    [2, 34],
    [3, 40],
    [4, months <= 8 ? 24 : 0],
  ] as const);
  const [startsAt, endsAt, hours] = random.weighted([
    [['08:00', '12:00', 4], 42],
    [['09:00', '14:00', 5], 26],
    [['09:00', '15:00', 6], 32],
  ] as const);
  const halves = endsAt === '12:00' ? (['am'] as const) : (['am', 'pm'] as const);
  const chosen = random
    .shuffle([1, 2, 3, 4, 5] as Weekday[])
    .slice(0, days)
    .sort();
  return { slots: chosen.map((weekday) => [weekday, halves] as const), startsAt, endsAt, hours };
}

const destinations: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  'other-employment-service': [['other-employment-service', 1]],
  'maximum-time': [
    ['home', 40],
    ['other-social-service', 25],
    ['other-employment-service', 20],
    ['not-known', 15],
  ],
  employed: [['paid-work', 1]],
  'employed-with-subsidy': [['subsidised-work', 1]],
  'non-commitment': [
    ['home', 45],
    ['not-known', 55],
  ],
  'health-or-rehabilitation': [
    ['rehabilitation', 60],
    ['sick-leave', 40],
  ],
  studies: [['studies', 1]],
  'own-wish': [['home', 1]],
  'moved-away': [['elsewhere', 1]],
  retired: [['pension', 1]],
  'need-ended': [['home', 1]],
  died: [['not-known', 1]],
  other: [['not-known', 1]],
};

function makeStay(
  context: Context,
  stay: RehabilitationStay,
  person: Person,
  official: DemoWorker,
  pause: Range | null,
): void {
  const { recorder, region, workers, places } = context;
  const { random } = person;
  const week = weekOf(person, stay);
  const inTyp = official === workers.typ;
  const spot = random.chance(0.74)
    ? { ...random.pick(places.workshops), workplace: null }
    : { group: null, mode: 'own' as const, workplace: random.pick(places.rehabilitationWorkplaces) };
  let begun: Begun | null = null;
  stay.periods.forEach((from, i) => {
    const to = stay.periods[i + 1] ?? stay.grantedTo;
    const during: Range = { from, to };
    const granted =
      from >= addMonths(person.organiser.registerFrom, 2)
        ? grant(context, person, during, week, official, inTyp, i === 0)
        : null;
    begun ??= start(context, stay, person, official, region.offering(region.employment, service, spot.mode), granted);
    reviseLater(context, person, during, stay, week, official, inTyp, granted?.referral ?? null);
    recorder.place(begun, {
      ...(spot.workplace ? { workplace: spot.workplace } : { group: spot.group.id }),
      tasks: spot.workplace ? random.pick(spot.workplace.tasks) : null,
      slots: week.slots,
      startsAt: week.startsAt,
      endsAt: week.endsAt,
      hoursADay: week.hours,
      markedBy: official.id,
      during,
    });
  });
  const running = begun as unknown as Begun;
  if (pause)
    recorder.pause(
      running,
      random.pick(['Sovittu kesätauko', 'Sovittu tauko', 'Lastenhoito loma-aikana', 'Sairausloma']),
      pause,
    );
  if (stay.ending)
    recorder.end(running, stay.ending.on, {
      reason: stay.ending.reason,
      destination: random.weighted(destinations[stay.ending.reason] ?? [['not-known', 1]]),
      recordedBy: official.id,
    });
}

function start(
  context: Context,
  stay: RehabilitationStay,
  person: Person,
  official: DemoWorker,
  offering: string,
  granted: { decision: DemoRow } | null,
): Begun {
  const { recorder } = context;
  const begun = recorder.begin(person, service, offering, stay.from, granted?.decision ?? null);
  const { random } = person;
  const lasted = daysBetween(stay.from, stay.ending?.on ?? today);
  if (lasted > 150 && official !== context.workers.typ && random.chance(0.05)) {
    const before = random.pick(context.workers.rehabilitation.filter((one) => one !== official));
    const first = recorder.name(begun, before.id, 'official', stay.from);
    recorder.rename(
      begun,
      first,
      official.id,
      'official',
      nextWorkingDay(addDays(stay.from, random.int(40, lasted - 60))),
    );
  } else recorder.name(begun, official.id, 'official', stay.from);
  return begun;
}

/** Referrals that wait, and some that were taken back. */
function makeWaiting(context: Context): void {
  const { recorder, people, region, workers } = context;
  for (let i = 0; i < waiting + 5; i++) {
    const random = luckOf(`rehabilitation-waiting-${i} day`);
    const received = nextWorkingDay(addDays(today, -random.int(2, i === 3 ? 110 : 62)));
    const person = people.make(
      `rehabilitation-waiting-${i}`,
      region.employment,
      { born: [1962, 2002] },
      received,
      enteredOn(received, 0),
    );
    const source = person.random.weighted([
      ['te-office-activation-plan', 60],
      ['te-office-multisectoral-plan', 15],
      ['own-contact', 15],
      ['youth-outreach', 10],
    ] as const);
    const withdrawn = i >= waiting ? earlierOf(addDays(received, 20), addDays(today, -1)) : null;
    recorder.refer(person, {
      service,
      source,
      kind: source === 'own-contact' ? 'own-contact' : 'referral',
      receivedOn: received,
      receivedBy: (workers.rehabilitation[i % 4] as DemoWorker).id,
      ...(withdrawn && withdrawn > received ? { withdrawnOn: withdrawn } : {}),
    });
    benefits(context, person, received);
  }
}
