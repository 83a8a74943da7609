/**
 * Job coaching in Pori on 17.6.2021: 98 in open work and 5 in supported employment with two coaches, 11 pending.
 * Most came from an activity centre while young; before them others came and went.
 */
import { addDays, addYears, type Day, day, nextWorkingDay } from '../../src/kernel/day.ts';
import type { Context } from '../context.ts';
import { type DemoRow, enteredOn } from '../demo-rows.ts';
import type { Person, Wished } from '../people.ts';
import type { Workplace } from '../places.ts';
import { luckOf } from '../random.ts';
import type { Begun, Placed } from '../steps.ts';
import type { DemoWorker } from '../workers.ts';
import { type Agenda, agendaOf } from './agenda.ts';
import { pensions, reasonOfSupport } from './centre.ts';
import { agreeYearly, appoint, beginCoached, contact, keepContacts, wishRhythm } from './coached.ts';
import { makeDecidedAnew } from './pori-decided-anew.ts';
import { makeGone, makeSupported } from './pori-onward.ts';
import { centreBefore, coachesFrom, type Path, personOf, workplaceFor } from './pori-path.ts';
import { makePending, makeRefused } from './pori-pending.ts';

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

export function makePoriCoaching(context: Context): void {
  const random = luckOf('pori-coaching');
  const moves: Day[] = [];
  for (const [year, count] of Object.entries(movesByYear)) {
    if (year === '2021') continue;
    for (let i = 0; i < count; i++) moves.push(nextWorkingDay(addDays(day(`${year}-01-07`), random.int(0, 345))));
  }
  const early = random.shuffle(moves.filter((move) => move < '2018-01-01'));
  const gone = early.slice(0, leftAgain);
  const stayed = [...early.slice(leftAgain), ...moves.filter((move) => move >= '2018-01-01'), ...starts2021];
  const direct = Array.from({ length: 33 }, (_, i) =>
    nextWorkingDay(
      i < 8 ? addDays(day('2001-02-01'), random.int(0, 3200)) : addDays(day('2010-06-01'), random.int(0, 3650)),
    ),
  );

  const paths: Path[] = [
    ...stayed.map((from, i) => ({ key: `pori-open-${i}`, from, viaCentre: true })),
    ...direct.slice(0, 28).map((from, i) => ({ key: `pori-open-direct-${i}`, from, viaCentre: false })),
  ];
  name(paths);
  const agendas = agendaOf(paths.map(({ key, from, wished }) => ({ key, from, familyName: wished?.familyName })));
  for (const path of paths) makeOpenWorker(context, path, agendas.get(path.key) as Agenda);
  for (const [i, from] of direct.slice(28).entries()) makeSupported(context, i, from);
  for (const [i, from] of gone.entries()) makeGone(context, i, from);
  makePending(context);
  makeRefused(context);
  makeDecidedAnew(context);
  holdGroupMeetings(context);
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

function makeOpenWorker(context: Context, path: Path, agenda: Agenda): void {
  const { recorder, workers } = context;
  const isSiv = path.wished?.familyName === 'Åberg';
  const before = path.viaCentre ? centreBefore(context, path, [6, 44]) : null;
  const person = before?.person ?? personOf(context, path, path.from, [19, 40]);
  const official = isSiv
    ? (workers.poriOfficials[0] as DemoWorker).id
    : (before?.official ?? luckOf(path.key).pick(workers.poriOfficials).id);
  const coach = workers.poriCoaches[agenda.coach];
  const other = agenda.coach === 0 ? 1 : 0;
  const workplace = workplaceFor(context, path);
  const { random } = person;
  const source = path.viaCentre
    ? random.weighted([
        ['disability-service-application', 50],
        ['coaching-team', 50],
      ] as const)
    : random.weighted([
        ['disability-service-application', 25],
        ['coaching-team', 25],
        ['school', 30],
        ['typ', 20],
      ] as const);
  const { begun, placed } = beginCoached(context, person, {
    service: 'open-work',
    from: path.from,
    workplace,
    coach,
    coachFrom: coachesFrom[agenda.coach],
    ...(path.from < '2018-06-01' && random.chance(0.2)
      ? { before: { coach: workers.poriCoaches[other], from: coachesFrom[other], until: day('2018-09-03') } }
      : {}),
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
  if (before) recorder.move(before.stay, begun);
  else {
    pensions(context, person, path.from);
    reasonOfSupport(context, person, path.from);
  }
  const renewals = agreeYearly(context, begun, placed, workplace, coach, agenda.agreementTo);
  if (agenda.rhythm) wishRhythm(context, begun, agenda.rhythm, agenda.rhythmFrom ?? path.from);
  if (isSiv) planOfSiv(context, person, official);
  if (agenda.agreementTo === renewalBegun) beginRenewal(context, begun, placed, coach, workplace);
  if (isSiv) contactsOfSiv(context, begun, coach);
  else
    keepContacts(context, begun, {
      coach,
      last: agenda.last,
      every: agenda.rhythm ?? 38,
      jitter: agenda.rhythm ? 4 : 16,
      renewals,
      startingEvery: agenda.rhythm && path.from > '2021-05-01' ? agenda.rhythm : 7,
    });
  if (agenda.appointment)
    appoint(
      context,
      begun,
      coach,
      agenda.appointment.on,
      agenda.appointment.kind,
      agenda.appointment.at,
      agenda.appointment.kind === 'call' ? null : workplace.name,
    );
  if (random.chance(0.25))
    recorder.representative(
      person,
      random.pick(['relative', 'support-person']),
      `${random.pick(['Kari', 'Leena', 'Tuija', 'Jouni'])} ${person.familyName}`,
      `050 000 ${random.int(1000, 9999)}`,
      null,
      path.from,
    );
}

/** One goal of three reached, to be looked at on 1.9. */
function planOfSiv({ recorder, demoRows }: Context, person: Person, madeBy: string): void {
  const madeOn = day('2021-05-25');
  const plan = recorder.plan(person, {
    service: 'open-work',
    kind: 'service',
    madeOn,
    during: { from: madeOn, to: addYears(madeOn, 1) },
    reviewOn: day('2021-09-01'),
    goals: ['Oma työvuorolista käytössä', 'Itsenäinen työmatka', 'Hyllytys ilman työparia'],
    madeBy,
  });
  const first = demoRows.rows('plan_goal').find((row) => row.plan_id === plan.id);
  if (first) demoRows.change('plan_goal', first, { achieved_on: '2021-06-07' }, enteredOn(day('2021-06-07'), 400));
}

/** The renewal of one agreement is under way: the client has approved it, the employer has not. */
function beginRenewal(
  { recorder, demoRows }: Context,
  begun: Begun,
  placed: Placed,
  coach: DemoWorker,
  workplace: Workplace,
): void {
  const before = demoRows.rows('agreement_agreement').findLast((row) => row.placement_id === placed.row.id);
  recorder.agree(begun, placed, {
    tasks: before?.tasks as string,
    hours: before?.hours as string,
    during: { from: renewalBegun, to: addYears(renewalBegun, 1) },
    employer: workplace.contact,
    organiser: coach.name,
    recordedBy: coach.id,
    unapproved: true,
  });
}

function contactsOfSiv(context: Context, begun: Begun, coach: DemoWorker): void {
  const messages: readonly (readonly [string, string, string])[] = [
    ['2021-05-18', 'workplace-visit', 'Ensimmäinen työpäivä, hyllytys aloitettu työparin kanssa.'],
    ['2021-05-24', 'workplace-visit', 'Työpäivän kulku piirretty kuvakortille.'],
    ['2021-05-31', 'call', 'Bussimatka jännittää, harjoitellaan yhdessä.'],
    ['2021-06-07', 'workplace-visit', 'Hyllytys sujuu. Kuvallinen ohje palautusautomaatille tehty.'],
  ];
  for (const [on, kind, note] of messages)
    contact(context, begun, coach, day(on), kind, { note, party: kind === 'call' ? 'client' : 'both' });
}

/** Four meetings of the peer group a year; from March 2020 on none was held. */
const groupMeetings = [2018, 2019]
  .flatMap((year) => [`${year}-02-14`, `${year}-05-16`, `${year}-09-12`, `${year}-12-05`])
  .concat('2020-02-12')
  .map(day);

function holdGroupMeetings(context: Context): void {
  const random = luckOf('pori-group-meetings');
  const coached = context.demoRows
    .rows('relationship_relationship')
    .filter((row) => row.service === 'open-work' && row.organiser_id === context.region.pori.id);
  const coachOf = new Map(context.demoRows.rows('relationship_responsible').map((row) => [row.relationship_id, row]));
  for (const on of groupMeetings) {
    const meetingId = context.region.id();
    for (const row of coached) {
      const { from, to } = row.during as { from: Day; to: Day | null };
      const responsible = coachOf.get(row.id as string);
      if (from > on || (to !== null && to <= on) || !responsible || !random.chance(0.4)) continue;
      context.demoRows.add(
        'coaching_contact',
        {
          id: context.region.id(),
          organiser_id: row.organiser_id as string,
          client_id: row.client_id as string,
          relationship_id: row.id as string,
          referral_id: null,
          worker_id: responsible.worker_id as string,
          kind: 'group-meeting',
          party: 'client',
          held_on: on,
          minutes: 180,
          note:
            on === '2020-02-12'
              ? 'Ryhmätapaaminen. Vuoden muut tapaamiset peruttiin koronan vuoksi.'
              : random.pick(['Vertaistuellinen ryhmätapaaminen.', 'Retki avotyöntekijöiden kanssa.']),
          meeting_id: meetingId,
        } as DemoRow,
        enteredOn(on, random.int(0, 479), 1),
      );
    }
  }
}
