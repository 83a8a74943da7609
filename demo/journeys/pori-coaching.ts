/**
 * Job coaching in Pori on 17.6.2021: 98 in open work and 5 in supported employment with two coaches, 11 pending.
 * Most came from an activity centre while young; before them others came and went.
 */
import { addDays, addMonths, addYears, type Day, day, nextWorkingDay } from '../../src/kernel/day.ts';
import { enteredOn, type Row, today } from '../book.ts';
import type { Scene } from '../demo.ts';
import { luckOf } from '../luck.ts';
import type { Person, Wished } from '../people.ts';
import type { Workplace } from '../places.ts';
import type { Begun, Placed } from '../way.ts';
import { denialReasons } from '../words.ts';
import type { Worker } from '../workers.ts';
import { type Agenda, agendaOf } from './agenda.ts';
import { pensions, planFor, reasonOfSupport, stayAtCentre } from './centre.ts';
import { agreeYearly, appoint, beginCoached, contact, keepContacts, wishRhythm } from './coached.ts';

/** Moves from a centre to open work in each year from 2010 on; the last year until June. */
const movesByYear: Readonly<Record<number, number>> = {
  2010: 5,
  2011: 6,
  2012: 7,
  2013: 7,
  2014: 7,
  2015: 8,
  2016: 7,
  2017: 8,
  2018: 8,
  2019: 8,
  2020: 5,
  2021: 8,
};
/** Of those who moved before 2018, so many have left open work since. */
const leftAgain = 14;

/** When each of the coaches began; relationships older than that had nobody recorded before. */
const coachesFrom = [day('2012-08-01'), day('2014-01-07')] as const;

const renewalBegun = day('2021-06-23');

const starts2021 = [
  '2021-01-11',
  '2021-02-01',
  '2021-03-15',
  '2021-05-05',
  '2021-05-10',
  '2021-05-18',
  '2021-05-24',
  '2021-05-31',
].map(day);

interface Path {
  key: string;
  /** The day on which open work began. */
  from: Day;
  viaCentre: boolean;
  wished?: Wished;
}

export function makePoriCoaching(scene: Scene): void {
  const luck = luckOf('pori-coaching');
  const moves: Day[] = [];
  for (const [year, count] of Object.entries(movesByYear)) {
    if (year === '2021') continue;
    for (let i = 0; i < count; i++) moves.push(nextWorkingDay(addDays(day(`${year}-01-07`), luck.int(0, 345))));
  }
  const early = luck.shuffle(moves.filter((move) => move < '2018-01-01'));
  const gone = early.slice(0, leftAgain);
  const stayed = [...early.slice(leftAgain), ...moves.filter((move) => move >= '2018-01-01'), ...starts2021];
  const direct = Array.from({ length: 33 }, (_, i) =>
    nextWorkingDay(
      i < 8 ? addDays(day('2001-02-01'), luck.int(0, 3200)) : addDays(day('2010-06-01'), luck.int(0, 3650)),
    ),
  );

  const paths: Path[] = [
    ...stayed.map((from, i) => ({ key: `pori-open-${i}`, from, viaCentre: true })),
    ...direct.slice(0, 28).map((from, i) => ({ key: `pori-open-direct-${i}`, from, viaCentre: false })),
  ];
  name(paths);
  const agendas = agendaOf(paths.map(({ key, from, wished }) => ({ key, from, familyName: wished?.familyName })));
  for (const path of paths) makeOpenWorker(scene, path, agendas.get(path.key) as Agenda);
  for (const [i, from] of direct.slice(28).entries()) makeSupported(scene, i, from);
  for (const [i, from] of gone.entries()) makeGone(scene, i, from);
  makePending(scene);
  makeRefused(scene);
  holdGroupMeetings(scene);
}

/** A few have the names that the pictures of the product show. */
function name(paths: Path[]): void {
  const named: readonly (readonly [(path: Path) => boolean, Wished])[] = [
    [
      ({ from }) => from === '2021-05-18',
      {
        familyName: 'Åberg',
        givenNames: 'Siv',
        gender: 'female',
        bornOn: day('1987-01-01'),
        language: 'sv',
        municipality: '609',
        identityCode: true,
        easyLanguage: false,
        protectedAddress: false,
      },
    ],
    [
      ({ from }) => from === '2021-05-10',
      { familyName: 'Lehtonen', givenNames: 'Eetu', gender: 'male', born: [1997, 1999] },
    ],
    [
      ({ from }) => from === '2021-05-24',
      { familyName: 'Rönkä', givenNames: 'Emilia', gender: 'female', born: [1999, 2000] },
    ],
  ];
  for (const [is, wished] of named) {
    const path = paths.find(is);
    if (path) path.wished = wished;
  }
  const settled = paths.filter(({ from, viaCentre }) => viaCentre && from < '2019-01-01');
  const others: readonly Wished[] = [
    { familyName: 'Korhonen', givenNames: 'Aino', gender: 'female', born: [1990, 1994] },
    { familyName: 'Mäkelä', givenNames: 'Joona', gender: 'male', born: [1989, 1993] },
    { familyName: 'Äijälä', givenNames: 'Onni', gender: 'male', born: [1991, 1994] },
    { familyName: 'Hietanen', givenNames: 'Veikko', gender: 'male', born: [1979, 1983] },
    { familyName: 'von Sandvik', givenNames: 'Carl-Johan', gender: 'male', born: [1980, 1985], language: 'sv' },
    { familyName: 'Niskanen', givenNames: 'Katri', gender: 'female', born: [1984, 1988], protectedAddress: true },
    {
      familyName: 'Suleiman',
      givenNames: '',
      gender: 'male',
      born: [1990, 1993],
      motherTongue: 'so',
      identityCode: false,
    },
  ];
  others.forEach((wished, i) => {
    const path = settled[i * 4];
    if (path) path.wished = wished;
  });
}

function personOf(scene: Scene, path: Path, centreFrom: Day, ageAtStart: readonly [number, number]): Person {
  const year = Number(path.from.slice(0, 4));
  const { people, region } = scene;
  const known = centreFrom > region.pori.registerFrom ? centreFrom : region.pori.registerFrom;
  return people.make(
    path.key,
    region.pori,
    {
      born: [year - ageAtStart[1], year - ageAtStart[0]],
      municipality: luckOf(`${path.key} town`).weighted([
        ['609', 84],
        ['886', 12],
        ['484', 4],
      ] as const),
      ...path.wished,
    },
    addMonths(known, -6),
    enteredOn(known, 0),
  );
}

/** The stay at a centre before open work: for new, younger clients a period of getting to know each other. */
function centreBefore(
  scene: Scene,
  path: Path,
  months: readonly [number, number],
): { person: Person; stay: Begun; official: string } {
  const luck = luckOf(`${path.key} before`);
  const young = luck.chance(0.8);
  const centreFrom =
    path.wished?.familyName === 'Åberg'
      ? day('2016-09-12')
      : nextWorkingDay(
          addDays(addMonths(path.from, -(young ? luck.int(...months) : luck.int(48, 150))), luck.int(0, 25)),
        );
  const person = personOf(scene, path, centreFrom, young ? [20, 34] : [35, 52]);
  const official = luck.pick(scene.workers.poriOfficials).id;
  const group = luck.pick(scene.places.poriWork);
  const stay = stayAtCentre(scene, person, { group, from: centreFrom, official, until: path.from });
  pensions(scene, person, centreFrom);
  reasonOfSupport(scene, person, centreFrom);
  return { person, stay, official };
}

function workplaceFor(scene: Scene, path: Path): Workplace {
  const { poriWorkplaces } = scene.places;
  const wanted = {
    Åberg: 'Lähikauppa Itätulli',
    Korhonen: 'Kaupungin puutarha',
    Mäkelä: 'Keskussairaalan keittiö',
    Äijälä: 'Meri-Porin Pesula',
  }[path.wished?.familyName ?? ''];
  const found = poriWorkplaces.find(({ name: one }) => one === wanted);
  return found ?? luckOf(`${path.key} workplace`).pick(poriWorkplaces);
}

function makeOpenWorker(scene: Scene, path: Path, agenda: Agenda): void {
  const { way, workers } = scene;
  const isSiv = path.wished?.familyName === 'Åberg';
  const before = path.viaCentre ? centreBefore(scene, path, [6, 44]) : null;
  const person = before?.person ?? personOf(scene, path, path.from, [19, 40]);
  const official = isSiv
    ? (workers.poriOfficials[0] as Worker).id
    : (before?.official ?? luckOf(path.key).pick(workers.poriOfficials).id);
  const coach = workers.poriCoaches[agenda.coach];
  const workplace = workplaceFor(scene, path);
  const { luck } = person;
  const source = path.viaCentre
    ? luck.weighted([
        ['disability-service-application', 50],
        ['coaching-team', 50],
      ] as const)
    : luck.weighted([
        ['disability-service-application', 25],
        ['coaching-team', 25],
        ['school', 30],
        ['typ', 20],
      ] as const);
  const { begun, placed } = beginCoached(scene, person, {
    service: 'open-work',
    from: path.from,
    workplace,
    coach,
    coachFrom: coachesFrom[agenda.coach],
    official,
    source,
    kind: source === 'disability-service-application' ? 'application' : 'referral',
    finishesStudies: source === 'school',
    ...(isSiv
      ? {
          slots: ([1, 3, 5] as const).map((weekday) => [weekday, ['am', 'pm']] as const),
          hours: ['09:00', '13:00'] as const,
        }
      : {}),
  });
  if (before) way.move(before.stay, begun);
  else {
    pensions(scene, person, path.from);
    reasonOfSupport(scene, person, path.from);
  }
  const renewals = agreeYearly(scene, begun, placed, workplace, coach, agenda.agreementTo);
  if (agenda.rhythm) wishRhythm(scene, begun, agenda.rhythm, agenda.rhythmFrom ?? path.from);
  if (isSiv) planOfSiv(scene, person, official);
  if (agenda.agreementTo === renewalBegun) beginRenewal(scene, begun, placed, coach, workplace);
  if (isSiv) contactsOfSiv(scene, begun, coach);
  else
    keepContacts(scene, begun, {
      coach,
      last: agenda.last,
      every: agenda.rhythm ?? 38,
      jitter: agenda.rhythm ? 4 : 16,
      renewals,
      startingEvery: agenda.rhythm && path.from > '2021-05-01' ? agenda.rhythm : 7,
    });
  if (agenda.appointment)
    appoint(
      scene,
      begun,
      coach,
      agenda.appointment.on,
      agenda.appointment.kind,
      agenda.appointment.at,
      agenda.appointment.kind === 'call' ? null : workplace.name,
    );
  if (luck.chance(0.25))
    way.representative(
      person,
      luck.pick(['relative', 'support-person']),
      `${luck.pick(['Kari', 'Leena', 'Tuija', 'Jouni'])} ${person.familyName}`,
      `050 000 ${luck.int(1000, 9999)}`,
      null,
      path.from,
    );
}

/** One goal of three reached, to be looked at on 1.9. */
function planOfSiv({ way, book }: Scene, person: Person, madeBy: string): void {
  const madeOn = day('2021-05-25');
  const plan = way.plan(person, {
    service: 'open-work',
    kind: 'service',
    madeOn,
    during: { from: madeOn, to: addYears(madeOn, 1) },
    reviewOn: day('2021-09-01'),
    goals: ['Oma työvuorolista käytössä', 'Itsenäinen työmatka', 'Hyllytys ilman työparia'],
    madeBy,
  });
  const first = book.rows('plan_goal').find((row) => row.plan_id === plan.id);
  if (first) book.change('plan_goal', first, { achieved_on: '2021-06-07' }, enteredOn(day('2021-06-07'), 400));
}

/** The renewal of one agreement is under way: the client has approved it, the employer has not. */
function beginRenewal({ way, book }: Scene, begun: Begun, placed: Placed, coach: Worker, workplace: Workplace): void {
  const before = book.rows('placement_agreement').findLast((row) => row.placement_id === placed.row.id);
  way.agree(begun, placed, {
    tasks: before?.tasks as string,
    hours: before?.hours as string,
    during: { from: renewalBegun, to: addYears(renewalBegun, 1) },
    employer: workplace.contact,
    organiser: coach.name,
    recordedBy: coach.id,
    unapproved: true,
  });
}

function contactsOfSiv(scene: Scene, begun: Begun, coach: Worker): void {
  const told: readonly (readonly [string, string, string])[] = [
    ['2021-05-18', 'workplace-visit', 'Ensimmäinen työpäivä, hyllytys aloitettu työparin kanssa.'],
    ['2021-05-24', 'workplace-visit', 'Työpäivän kulku piirretty kuvakortille.'],
    ['2021-05-31', 'call', 'Bussimatka jännittää, harjoitellaan yhdessä.'],
    ['2021-06-07', 'workplace-visit', 'Hyllytys sujuu. Kuvallinen ohje palautusautomaatille tehty.'],
  ];
  for (const [on, kind, note] of told)
    contact(scene, begun, coach, day(on), kind, { note, party: kind === 'call' ? 'client' : 'both' });
}

/** Supported employment: in the employer's own employ, after open work. */
function makeSupported(scene: Scene, i: number, openFrom: Day): void {
  const { way, workers, places } = scene;
  const path: Path = {
    key: `pori-supported-${i}`,
    from: openFrom,
    viaCentre: false,
    ...(i === 0 ? { wished: { familyName: 'Niemi', givenNames: 'Eero', gender: 'male', born: [1986, 1990] } } : {}),
  };
  const person = personOf(scene, path, openFrom, [20, 30]);
  const { luck } = person;
  // Three with the first coach, two with the second.
  const which = i < 3 ? 0 : 1;
  const coach = workers.poriCoaches[which];
  const official = luck.pick(workers.poriOfficials).id;
  const workplace = (
    i === 0 ? places.poriWorkplaces.find((one) => one.name === 'Kehräämön Kahvila') : luck.pick(places.poriWorkplaces)
  ) as Workplace;
  const employedFrom = nextWorkingDay(
    addMonths(openFrom > '2014-01-01' ? openFrom : day('2014-01-01'), luck.int(20, 60)),
  );
  const starts = employedFrom < '2020-02-01' ? employedFrom : nextWorkingDay(day('2019-09-02'));
  const openStart = openFrom < addMonths(starts, -6) ? openFrom : addMonths(starts, -18);
  const common = { workplace, coach, coachFrom: coachesFrom[which], official };
  const open = beginCoached(scene, person, {
    ...common,
    service: 'open-work',
    from: nextWorkingDay(openStart),
    source: 'coaching-team',
    kind: 'referral',
    until: starts,
  });
  agreeYearly(scene, open.begun, open.placed, workplace, coach, starts);
  const employed = beginCoached(scene, person, {
    ...common,
    service: 'supported-employment',
    from: starts,
    source: 'coaching-team',
    kind: 'referral',
    wageSubsidy: i !== 1,
  });
  way.move(open.begun, employed.begun);
  agreeYearly(scene, employed.begun, employed.placed, workplace, coach, addDays(addYears(today, 1), -60 - i * 37));
  const rhythm = i === 0 ? 21 : 30;
  wishRhythm(scene, employed.begun, rhythm, addMonths(starts, 2));
  keepContacts(scene, employed.begun, {
    coach,
    last: [day('2021-05-27'), day('2021-06-02'), day('2021-06-04'), day('2021-06-08'), day('2021-06-10')][i] as Day,
    every: rhythm,
    jitter: 5,
  });
  way.benefit(person, 'wage', true, starts);
  reasonOfSupport(scene, person, openStart);
}

const leavings: readonly (readonly [string, string])[] = [
  ['own-wish', 'home'],
  ['own-wish', 'other-social-service'],
  ['employed-with-subsidy', 'subsidised-work'],
  ['employed-with-subsidy', 'subsidised-work'],
  ['employed', 'paid-work'],
  ['health-or-rehabilitation', 'rehabilitation'],
  ['health-or-rehabilitation', 'sick-leave'],
  ['moved-away', 'elsewhere'],
  ['retired', 'pension'],
  ['studies', 'studies'],
  ['need-ended', 'home'],
];

/** Who was in open work for some years: most left, three went back to a centre. */
function makeGone(scene: Scene, i: number, from: Day): void {
  const { way, workers, places } = scene;
  const path: Path = { key: `pori-open-gone-${i}`, from, viaCentre: true };
  const { person, stay, official } = centreBefore(scene, path, [6, 40]);
  const { luck } = person;
  const until = nextWorkingDay(addDays(addMonths(from, 14), luck.int(0, 1100)));
  const which = luck.int(0, 1) as 0 | 1;
  const coach = workers.poriCoaches[which];
  const workplace = workplaceFor(scene, path);
  const { begun, placed } = beginCoached(scene, person, {
    service: 'open-work',
    from,
    workplace,
    coach,
    coachFrom: coachesFrom[which] < until ? coachesFrom[which] : from,
    official,
    source: 'coaching-team',
    kind: 'referral',
    until,
  });
  way.move(stay, begun);
  const renewals = agreeYearly(scene, begun, placed, workplace, coach, until);
  if (until > '2018-03-01')
    keepContacts(scene, begun, { coach, last: addDays(until, -4), every: 40, jitter: 15, renewals });
  const leaving = leavings[i];
  if (leaving) {
    way.end(begun, until, { reason: leaving[0], destination: leaving[1], recordedBy: coach.id });
    return;
  }
  const back = stayAtCentre(scene, person, { group: luck.pick(places.poriWork), from: until, official });
  way.move(begun, back);
  const leaves = nextWorkingDay(addMonths(until, luck.int(14, 40)));
  const ended = leaves < '2021-04-01' ? leaves : day('2021-04-06');
  way.end(back, ended, {
    reason: 'health-or-rehabilitation',
    destination: 'other-social-service',
    recordedBy: official,
  });
}

/** Referrals to open work without a decision on 17.6.2021; the oldest is past its three months. */
const pending: readonly (readonly [string, string, Wished])[] = [
  ['2021-03-08', 'coaching-team', {}],
  ['2021-03-22', 'school', {}],
  ['2021-04-06', 'school', {}],
  ['2021-04-14', 'typ', {}],
  ['2021-04-26', 'disability-service-application', {}],
  ['2021-05-04', 'school', {}],
  ['2021-05-12', 'coaching-team', { language: 'sv' }],
  ['2021-05-20', 'typ', { identityCode: false }],
  ['2021-05-27', 'coaching-team', {}],
  [
    '2021-06-02',
    'disability-service-application',
    { familyName: 'Salo', givenNames: 'Pentti', gender: 'male', born: [1978, 1982] },
  ],
  ['2021-06-09', 'school', {}],
];

function newcomer(scene: Scene, key: string, wished: Wished, on: Day): Person {
  return scene.people.make(key, scene.region.pori, { born: [1990, 2002], ...wished }, on, enteredOn(on, 0));
}

const kindOf = (source: string) =>
  source === 'disability-service-application' ? ('application' as const) : ('referral' as const);

function makePending(scene: Scene): void {
  const { way, workers } = scene;
  pending.forEach(([on, source, wished], i) => {
    const person = newcomer(scene, `pori-pending-${i}`, wished, day(on));
    way.refer(person, {
      service: 'open-work',
      source,
      kind: kindOf(source),
      receivedOn: day(on),
      finishesStudies: source === 'school',
      need: [
        'Toiveena työ lähellä kotia.',
        'Kiinnostunut keittiötyöstä.',
        'Haluaa kokeilla kaupan työtä.',
        'Tarvitsee tukea työn alkuun.',
      ][i % 4] as string,
      receivedBy: (source === 'disability-service-application' ? workers.poriOfficials[0] : workers.poriCoaches[i % 2])
        ?.id as string,
    });
    reasonOfSupport(scene, person, day(on));
    if (i < 8) pensions(scene, person, day(on));
    if (i === 1 || i === 3)
      planFor(scene, person, 'open-work', (workers.poriOfficials[1] as Worker).id, day('2021-05-25'), undefined);
  });
}

/** Applications that were denied, and some that were taken back. */
function makeRefused(scene: Scene): void {
  const { way, workers } = scene;
  const official = (workers.poriOfficials[0] as Worker).id;
  const denied: readonly (readonly [string, 'open-work' | 'work-activity', string, string])[] = [
    ['2019-10-07', 'open-work', '2019-12-12', 'coaching-team'],
    ['2020-09-14', 'work-activity', '2020-11-20', 'disability-service-application'],
    ['2021-02-08', 'open-work', '2021-04-20', 'disability-service-application'],
  ];
  denied.forEach(([received, service, decided, source], i) => {
    const person = newcomer(scene, `pori-denied-${i}`, {}, day(received));
    const referral = way.refer(person, {
      service,
      source,
      kind: kindOf(source),
      receivedOn: day(received),
      receivedBy: official,
    });
    reasonOfSupport(scene, person, day(received));
    way.decide(person, referral, {
      service,
      outcome: 'deny',
      decidedOn: day(decided),
      during: null,
      reasons: denialReasons[service],
      decidedBy: official,
    });
  });
  const withdrawn: readonly (readonly [string, string, string])[] = [
    ['2018-03-05', '2018-04-11', 'school'],
    ['2019-05-13', '2019-06-03', 'coaching-team'],
    ['2020-08-10', '2020-10-02', 'typ'],
    ['2021-04-19', '2021-05-28', 'school'],
  ];
  withdrawn.forEach(([received, on, source], i) => {
    const person = newcomer(scene, `pori-withdrawn-${i}`, {}, day(received));
    way.refer(person, {
      service: 'open-work',
      source,
      kind: 'referral',
      receivedOn: day(received),
      finishesStudies: source === 'school',
      receivedBy: (workers.poriCoaches[i % 2] as Worker).id,
      withdrawnOn: day(on),
    });
  });
}

/** Four meetings of the peer group a year; from March 2020 on none was held. */
const groupMeetings = [2018, 2019]
  .flatMap((year) => [`${year}-02-14`, `${year}-05-16`, `${year}-09-12`, `${year}-12-05`])
  .concat('2020-02-12')
  .map(day);

function holdGroupMeetings(scene: Scene): void {
  const luck = luckOf('pori-group-meetings');
  const coached = scene.book
    .rows('relationship_relationship')
    .filter((row) => row.service === 'open-work' && row.organiser_id === scene.region.pori.id);
  const coachOf = new Map(scene.book.rows('relationship_responsible').map((row) => [row.relationship_id, row]));
  for (const on of groupMeetings) {
    for (const row of coached) {
      const { from, to } = row.during as { from: Day; to: Day | null };
      const responsible = coachOf.get(row.id as string);
      if (from > on || (to !== null && to <= on) || !responsible || !luck.chance(0.4)) continue;
      scene.book.add(
        'coaching_contact',
        {
          id: scene.region.id(),
          organiser_id: row.organiser_id as string,
          client_id: row.client_id as string,
          relationship_id: row.id as string,
          worker_id: responsible.worker_id as string,
          kind: 'group-meeting',
          party: 'client',
          held_on: on,
          minutes: 180,
          note:
            on === '2020-02-12'
              ? 'Ryhmätapaaminen. Vuoden muut tapaamiset peruttiin koronan vuoksi.'
              : luck.pick(['Vertaistuellinen ryhmätapaaminen.', 'Retki avotyöntekijöiden kanssa.']),
        } as Row,
        enteredOn(on, luck.int(0, 479), 1),
      );
    }
  }
}
