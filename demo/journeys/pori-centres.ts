/** Activity centres of Pori: 400 clients in work activity and 100 in day activity on 17.6.2021, and those who left before. */
import { addDays, addMonths, type Day, day, nextWorkingDay } from '../../src/kernel/day.ts';
import type { Range } from '../../src/kernel/range.ts';
import type { Context } from '../context.ts';
import { enteredOn, today } from '../demo-rows.ts';
import type { Wished } from '../people.ts';
import type { DemoGroup } from '../places.ts';
import { luckOf } from '../random.ts';
import type { Begun } from '../steps.ts';
import { grantReasons } from '../words.ts';
import { pensions, planFor, reasonOfSupport, stayAtCentre } from './centre.ts';

const inWorkActivity = 400;
const inDayActivity = 100;
/** Exits from the centres in each year from 2010 on; the last year until May. */
const exitsByYear: Readonly<Record<number, number>> = {
  2010: 11,
  2011: 12,
  2012: 13,
  2013: 12,
  2014: 14,
  2015: 12,
  2016: 13,
  2017: 12,
  2018: 14,
  2019: 13,
  2020: 15,
  2021: 5,
};

/** The group that the pictures of the product show. */
const woodworkers: readonly Wished[] = [
  { familyName: 'Aalto', givenNames: 'Väinö', gender: 'male', born: [1950, 1956] },
  { familyName: 'Hakala', givenNames: 'Mirja', gender: 'female', born: [1956, 1962] },
  { familyName: 'Heino', givenNames: 'Jari', gender: 'male', born: [1965, 1970] },
  { familyName: 'Kallio', givenNames: 'Reetta', gender: 'female', born: [1977, 1982] },
  { familyName: 'Koski', givenNames: 'Pasi', gender: 'male', born: [1968, 1974] },
  { familyName: 'Lehto', givenNames: 'Anneli', gender: 'female', born: [1955, 1960] },
  { familyName: 'Nurmi', givenNames: 'Teemu', gender: 'male', born: [1979, 1985] },
  { familyName: 'Ojala', givenNames: 'Sanna', gender: 'female', born: [1974, 1980] },
  { familyName: 'Rantanen', givenNames: 'Ilkka', gender: 'male', born: [1958, 1964] },
  { familyName: 'Vainio', givenNames: 'Outi', gender: 'female', born: [1975, 1981] },
  { familyName: 'Åkerlund', givenNames: 'Ben', gender: 'male', born: [1980, 1986], language: 'sv' },
  { familyName: 'Östman', givenNames: 'Lars', gender: 'male', born: [1952, 1958], language: 'sv' },
];

export function makePoriCentres(context: Context): void {
  const { poriWork, poriDay, woodGroup } = context.places;
  const others = poriWork.filter((group) => group !== woodGroup);
  for (let i = 0; i < inWorkActivity; i++) {
    const wished = woodworkers[i];
    makeStaying(
      context,
      `pori-centre-${i}`,
      wished ? woodGroup : (others[i % others.length] as DemoGroup),
      wished ?? {},
    );
  }
  for (let i = 0; i < inDayActivity; i++)
    makeStaying(context, `pori-day-${i}`, poriDay[i % poriDay.length] as DemoGroup, {});
  let no = 0;
  for (const [year, count] of Object.entries(exitsByYear))
    for (let i = 0; i < count; i++) makeLeaving(context, no++, Number(year));
  makeGranted(context);
  correctTwo(context);
}

function townOf(group: DemoGroup): string {
  return group.municipality === '609' ? '609' : group.municipality;
}

function makeStaying(context: Context, key: string, group: DemoGroup, wished: Wished): void {
  const chance = luckOf(`${key} start`);
  const from = nextWorkingDay(
    chance.chance(0.42)
      ? addDays(day('1986-01-07'), chance.int(0, 8700))
      : addDays(day('2010-01-11'), chance.int(0, 4100)),
  );
  const begun = begin(context, key, group, from, wished);
  if (begun.person.random.chance(0.06)) breakFor(context, begun);
}

/** Young when they came, most of them: from school or some years after it. */
function begin(context: Context, key: string, group: DemoGroup, from: Day, wished: Wished, until?: Day): Begun {
  const { people, region, workers } = context;
  const { pori } = region;
  const chance = luckOf(`${key} birth`);
  const year = Number(from.slice(0, 4));
  const age =
    chance.weighted([
      [19, 45],
      [26, 30],
      [36, 17],
      [48, 8],
    ] as const) + chance.int(0, 6);
  const known = from > pori.registerFrom ? from : pori.registerFrom;
  const person = people.make(
    key,
    pori,
    { born: [Math.max(1938, year - age), Math.max(1938, year - age)], municipality: townOf(group), ...wished },
    addMonths(known, -6),
    enteredOn(known, 0),
  );
  const official = person.random.pick(workers.poriOfficials).id;
  const begun = stayAtCentre(context, person, { group, from, official, ...(until ? { until } : {}) });
  pensions(context, person, known);
  reasonOfSupport(context, person, known);
  if (person.random.chance(0.3)) represent(context, begun, known);
  return begun;
}

function represent(context: Context, { person }: Begun, from: Day): void {
  const { random } = person;
  const kind = random.weighted([
    ['relative', 60],
    ['guardian', 32],
    ['support-person', 6],
    ['legal-representative', 2],
  ] as const);
  const name = `${random.pick(['Kari', 'Leena', 'Pekka', 'Tuija', 'Ari', 'Sirkka', 'Henrik', 'Mia'])} ${kind === 'relative' ? person.familyName : random.pick(['Laaksonen', 'Rinne', 'Sandström', 'Ahonen'])}`;
  context.recorder.representative(
    person,
    kind,
    name,
    `050 000 ${random.int(1000, 9999)}`,
    kind === 'guardian' ? 'taloudelliset asiat' : null,
    from,
  );
}

/** An agreed break within the last years; the relationship goes on. */
function breakFor(context: Context, begun: Begun): void {
  const { random } = begun.person;
  const from = addDays(day('2018-02-01'), random.int(0, 1120));
  const to = addDays(from, random.int(30, 170));
  if (from < addMonths((begun.row.during as Range).from, 6)) return;
  context.recorder.pause(
    begun,
    random.pick(['Sairausloma', 'Kuntoutusjakso', 'Opinnot kansanopistossa', 'Perhesyyt', 'Muutto ja sopeutuminen']),
    { from, to },
  );
}

const reasons: readonly (readonly [readonly [reason: string, destination: string], number])[] = [
  [['died', 'not-known'], 20],
  [['moved-away', 'elsewhere'], 22],
  [['own-wish', 'home'], 18],
  [['health-or-rehabilitation', 'other-social-service'], 20],
  [['retired', 'pension'], 12],
  [['need-ended', 'home'], 4],
  [['studies', 'studies'], 6],
  [['other', 'not-known'], 4],
];

function makeLeaving(context: Context, no: number, year: number): void {
  const key = `pori-left-${no}`;
  const chance = luckOf(`${key} end`);
  const ended = nextWorkingDay(addDays(day(`${year}-01-08`), chance.int(0, year === 2021 ? 130 : 350)));
  const wanted = addMonths(ended, -chance.int(14, 330));
  const from = nextWorkingDay(wanted > '1986-01-07' ? wanted : day('1986-01-07'));
  const { poriWork, poriDay } = context.places;
  const begun = begin(
    context,
    key,
    chance.chance(0.78) ? chance.pick(poriWork) : chance.pick(poriDay),
    from,
    {},
    ended,
  );
  const [reason, destination] = chance.weighted(reasons);
  context.recorder.end(begun, ended, {
    reason,
    destination,
    recordedBy: begun.person.random.pick(context.workers.poriOfficials).id,
  });
}

/** Granted in June; the place in the group is free after the summer. */
function makeGranted(context: Context): void {
  const { recorder, people, region, workers } = context;
  const official = workers.poriOfficials[1]?.id as string;
  ['2021-03-25', '2021-04-12', '2021-04-29'].map(day).forEach((received, i) => {
    const person = people.make(
      `pori-granted-${i}`,
      region.pori,
      { born: [1999, 2002] },
      received,
      enteredOn(received, 0),
    );
    const referral = recorder.refer(person, {
      service: 'work-activity',
      source: 'disability-service-application',
      kind: 'application',
      receivedOn: received,
      finishesStudies: i === 0,
      receivedBy: official,
    });
    const plan = planFor(context, person, 'work-activity', official, day('2021-06-01'), undefined, referral);
    recorder.decide(person, referral, {
      service: 'work-activity',
      decidedOn: day('2021-06-04'),
      during: { from: day('2021-06-07'), to: null },
      reasons: grantReasons['work-activity'] as string,
      decidedBy: official,
      plan,
    });
    pensions(context, person, received);
    reasonOfSupport(context, person, received);
  });
}

/** One exit was entered weeks late, and one beginning had been entered a month wrong: what was known then stays known. */
function correctTwo(context: Context): void {
  const { recorder, demoRows, places, workers } = context;
  const official = workers.poriOfficials[1]?.id as string;
  const late = begin(
    context,
    'pori-late-exit',
    places.poriWork[7] as DemoGroup,
    day('2012-03-05'),
    {},
    day('2021-03-29'),
  );
  recorder.end(
    late,
    day('2021-03-29'),
    {
      reason: 'moved-away',
      destination: 'elsewhere',
      recordedBy: official,
      note: 'Muuttoilmoitus saatiin vasta toukokuussa.',
    },
    '2021-05-20 10:12',
  );

  const wrong = begin(
    context,
    'pori-wrong-end',
    places.poriWork[12] as DemoGroup,
    day('2013-09-02'),
    {},
    day('2020-10-05'),
  );
  recorder.end(
    wrong,
    day('2020-10-05'),
    { reason: 'own-wish', destination: 'home', recordedBy: official },
    '2020-10-06 09:20',
  );
  // The last day had been read as 4.10.; the client took part until the end of November.
  const right = day('2020-12-01');
  const at = '2021-01-14 13:40';
  for (const { table, row } of [{ table: 'relationship_relationship', row: wrong.row }, ...wrong.within]) {
    const during = row.during as Range;
    if (during.to === '2020-10-05') demoRows.change(table, row, { during: { from: during.from, to: right } }, at);
  }
  const exit = demoRows.rows('exit_exit').at(-1);
  if (exit) demoRows.change('exit_exit', exit, { ended_on: right }, at);
  if (today < right) throw new RangeError('A correction in the future');
}
