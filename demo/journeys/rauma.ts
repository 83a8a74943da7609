/** Rauma in May and June 2021: 70 in work activity, 23 in open work, 12 of them in both; one coach at half time. */
import { addDays, addMonths, addYears, type Day, day, nextWorkingDay, type Weekday } from '../../src/kernel/day.ts';
import { firstLetter, letterOrder } from '../../src/kernel/language.ts';
import type { Context } from '../context.ts';
import { earlierOf, enteredOn, today } from '../demo-rows.ts';
import type { Person, Wished } from '../people.ts';
import type { Workplace } from '../places.ts';
import { luckOf } from '../random.ts';
import type { DemoWorker } from '../workers.ts';
import { pensions, reasonOfSupport, type Slots, stayAtCentre, wholeDays } from './centre.ts';
import { agreeYearly, appoint, beginCoached, keepContacts } from './coached.ts';

const clients = 70;
/** Bought for those who live elsewhere. */
const bought = 2;
const inBoth = 12;
const onlyOpenWork = 11;
/** Who finish their studies and apply for a place: between two and five each year. */
const finishingByYear: Readonly<Record<number, number>> = {
  2010: 3,
  2011: 2,
  2012: 4,
  2013: 3,
  2014: 3,
  2015: 5,
  2016: 2,
  2017: 4,
  2018: 3,
  2019: 5,
  2020: 4,
  2021: 2,
};
/** Of the others some applied in these years, and the rest were there before the register. */
const otherStarts = [
  '2011-10-03',
  '2013-02-04',
  '2014-09-01',
  '2016-03-07',
  '2017-11-06',
  '2019-02-04',
  '2020-09-07',
].map(day);
const exitsIn = [
  '2011-05-02',
  '2012-11-05',
  '2014-04-07',
  '2015-09-01',
  '2016-12-01',
  '2018-06-01',
  '2019-10-01',
  '2020-12-07',
  '2021-03-01',
].map(day);
const coachFrom = day('2013-03-01');

const named: readonly Wished[] = [
  { familyName: 'Öhman', givenNames: 'Lotta', gender: 'female' },
  { familyName: 'af Lindnäs', givenNames: 'Kaj', gender: 'male', language: 'sv' },
  { familyName: 'Ääri', givenNames: 'Anna-Liisa', gender: 'female' },
  { familyName: 'Åkerlund', givenNames: 'Jonas', gender: 'male', language: 'sv' },
  { familyName: 'Koskinen-Lahti', givenNames: 'Pinja', gender: 'female' },
  { familyName: 'Wirén', givenNames: 'Tommi', gender: 'male' },
];

export function makeRauma(context: Context): void {
  const random = luckOf('rauma');
  const graduates: Day[] = [];
  for (const [year, count] of Object.entries(finishingByYear))
    for (let i = 0; i < count; i++)
      graduates.push(
        nextWorkingDay(day(year === '2021' ? `2021-0${3 + i}-08` : `${year}-0${6 + (i % 3)}-${10 + i * 3}`)),
      );
  const graduateStays = graduates
    .filter((on) => on < '2021-01-01')
    .map((on) => ({ from: nextWorkingDay(addDays(on, 40 + random.int(0, 20))), graduate: true, received: on }));
  // Those who finish in 2021 have only applied as yet: their places begin in the autumn.
  const old = clients - bought - graduateStays.length - otherStarts.length;
  const stays = [
    ...graduateStays,
    ...otherStarts.map((from) => ({ from, graduate: false, received: null })),
    ...Array.from({ length: old }, () => ({
      from: nextWorkingDay(addDays(day('1987-08-03'), random.int(0, 8000))),
      graduate: false,
      received: null,
    })),
  ];
  stays.forEach((stay, i) => {
    makeClient(context, i, stay, i % 5 === 0 && i < inBoth * 5 ? i / 5 : null);
  });
  for (let i = 0; i < bought; i++) makeBought(context, i);
  for (let i = 0; i < onlyOpenWork; i++) makeOpenWorker(context, i);
  exitsIn.forEach((ended, i) => {
    makeLeaving(context, i, ended);
  });
  graduates
    .filter((on) => on >= '2021-01-01')
    .forEach((on, i) => {
      makePending(context, i, on);
    });
}

function personIn(
  context: Context,
  key: string,
  from: Day,
  ages: readonly [number, number],
  wished: Wished = {},
): Person {
  const { rauma } = context.region;
  const known = from > rauma.registerFrom ? from : rauma.registerFrom;
  const year = Number(from.slice(0, 4));
  const person = context.people.make(
    key,
    rauma,
    { born: [Math.max(1940, year - ages[1]), Math.max(1942, year - ages[0])], ...wished },
    addMonths(known, -6),
    enteredOn(known, 0),
  );
  manage(context, person, known);
  pensions(context, person, known);
  reasonOfSupport(context, person, known);
  return person;
}

function officialFor(context: Context, familyName: string): string {
  const letter = letterOrder(firstLetter(familyName));
  return context.workers.raumaOfficials.find(({ from, to }) => from <= letter && letter < to)?.worker.id as string;
}

/** The social worker of the surname's first letter is the client's case manager. */
function manage(context: Context, person: Person, from: Day): void {
  context.demoRows.add(
    'relationship_case_manager',
    {
      id: person.id(),
      organiser_id: person.organiser.id,
      client_id: person.clientId,
      worker_id: officialFor(context, person.familyName),
      during: { from, to: null },
    },
    enteredOn(from, person.random.int(0, 479), 1),
  );
}

function makeClient(context: Context, i: number, stay: { from: Day; graduate: boolean }, both: number | null): void {
  const key = `rauma-centre-${i}`;
  const person = personIn(context, key, stay.from, stay.graduate ? [19, 24] : [22, 45], named[i] ?? {});
  const { random } = person;
  const { places } = context;
  const slots = wholeDays(
    person,
    random.weighted([
      [5, 35],
      [4, 25],
      [3, 25],
      [2, 15],
    ] as const),
  );
  const source = stay.graduate
    ? 'school'
    : random.weighted([
        ['relative', 45],
        ['social-worker', 55],
      ] as const);
  stayAtCentre(context, person, {
    group: places.raumaGroups[i % places.raumaGroups.length] as (typeof places.raumaGroups)[number],
    from: stay.from,
    official: officialFor(context, person.familyName),
    source,
    finishesStudies: stay.graduate,
    // Days at the centre and days at work are different ones.
    slots:
      both === null
        ? slots
        : ([1, 3, 5] as const).slice(0, random.int(2, 3)).map((weekday) => [weekday, ['am', 'pm']] as const),
  });
  if (both === null) return;
  const from = nextWorkingDay(addMonths(stay.from > '2013-06-01' ? stay.from : day('2013-06-03'), random.int(6, 70)));
  const latest = day('2020-10-05');
  work(
    context,
    person,
    earlierOf(from, latest),
    both,
    [
      [2, ['am', 'pm']],
      [4, ['am', 'pm']],
    ],
    false,
  );
}

function makeOpenWorker(context: Context, i: number): void {
  const from =
    i === 0
      ? day('2021-05-17')
      : nextWorkingDay(addDays(day('2010-08-09'), luckOf(`rauma-open-${i} start`).int(0, 3700)));
  const person = personIn(
    context,
    `rauma-open-${i}`,
    from,
    [20, 34],
    i === 1 ? { familyName: 'Suvanto', givenNames: 'Aapo', gender: 'male', protectedAddress: true } : {},
  );
  const days = person.random
    .shuffle([1, 2, 3, 4, 5] as Weekday[])
    .slice(0, person.random.int(3, 5))
    .sort();
  work(
    context,
    person,
    from,
    inBoth + i,
    days.map((weekday) => [weekday, ['am', 'pm']] as const),
    true,
  );
}

/** Days since the last contact on 17.6.2021 for each of the 23: within two weeks, some at three, a few over. */
const lastContact = [3, 1, 9, 15, 6, 27, 2, 13, 8, 21, 10, 7, 5, 16, 24, 1, 14, 8, 12, 6, 20, 9, 13];

function work(context: Context, person: Person, from: Day, no: number, slots: Slots, school: boolean): void {
  const { workers, places } = context;
  const coach: DemoWorker = workers.raumaCoach;
  const workplace = places.raumaWorkplaces[no % places.raumaWorkplaces.length] as Workplace;
  const { random } = person;
  const { begun, placed } = beginCoached(context, person, {
    service: 'open-work',
    from,
    workplace,
    coach,
    coachFrom,
    official: officialFor(context, person.familyName),
    source: random.weighted([
      ['social-worker', 50],
      ['relative', school ? 30 : 50],
      ['school', school ? 20 : 0],
    ] as const),
    slots,
    hours: random.pick([
      ['09:00', '13:00'],
      ['08:30', '13:30'],
      ['09:00', '14:00'],
    ] as const),
  });
  const firstEnd = addYears(from, 1);
  const end = firstEnd > today ? firstEnd : addDays(day('2021-06-28'), random.int(0, 340));
  const renewals = agreeYearly(context, begun, placed, workplace, coach, end);
  // The newest one is met each week.
  const starting = no === inBoth;
  let last = addDays(today, -(starting ? 6 : (lastContact[no] as number)));
  while (nextWorkingDay(last) !== last) last = addDays(last, -1);
  keepContacts(context, begun, { coach, last, every: 18, jitter: 5, renewals });
  if (no === 2 || no === 7)
    appoint(
      context,
      begun,
      coach,
      no === 2 ? today : addDays(today, 1),
      'workplace-visit',
      no === 2 ? '10:30' : '09:00',
      workplace.name,
    );
}

function makeBought(context: Context, i: number): void {
  const from = day(['2015-04-13', '2018-08-20'][i] as string);
  const person = personIn(context, `rauma-bought-${i}`, from, [24, 50], { municipality: '051' });
  stayAtCentre(context, person, {
    group: context.places.euraGroup,
    from,
    official: officialFor(context, person.familyName),
    source: 'social-worker',
    mode: 'purchased',
  });
}

function makeLeaving(context: Context, i: number, ended: Day): void {
  const from = nextWorkingDay(addMonths(ended, -(30 + i * 23)));
  const person = personIn(context, `rauma-left-${i}`, from, [20, 48]);
  const begun = stayAtCentre(context, person, {
    group: person.random.pick(context.places.raumaGroups),
    from,
    official: officialFor(context, person.familyName),
    source: 'relative',
    until: ended,
  });
  const [reason, destination] = (
    [
      ['moved-away', 'elsewhere'],
      ['died', 'not-known'],
      ['own-wish', 'home'],
      ['moved-away', 'elsewhere'],
      ['health-or-rehabilitation', 'other-social-service'],
      ['own-wish', 'home'],
      ['studies', 'studies'],
      ['moved-away', 'elsewhere'],
      ['died', 'not-known'],
    ] as const
  )[i] as readonly [string, string];
  context.recorder.end(begun, ended, { reason, destination, recordedBy: officialFor(context, person.familyName) });
}

function makePending(context: Context, i: number, on: Day): void {
  const person = context.people.make(
    `rauma-pending-${i}`,
    context.region.rauma,
    { born: [2000, 2002] },
    on,
    enteredOn(on, 0),
  );
  context.recorder.refer(person, {
    service: 'work-activity',
    source: 'school',
    kind: 'application',
    receivedOn: on,
    finishesStudies: true,
    need: 'Opinnot päättyvät toukokuussa, toiveena paikka syksystä alkaen.',
    receivedBy: officialFor(context, person.familyName),
  });
  manage(context, person, on);
  pensions(context, person, on);
}
