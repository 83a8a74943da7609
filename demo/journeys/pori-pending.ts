/** Referrals to Pori's open work that wait, that were denied, and that were taken back. */
import { type Day, day } from '../../src/kernel/day.ts';
import type { Context } from '../context.ts';
import { enteredOn } from '../demo-rows.ts';
import type { Person, Wished } from '../people.ts';
import type { AssessedNeed, HeardBefore } from '../steps.ts';
import { denialReasons } from '../words.ts';
import type { DemoWorker } from '../workers.ts';
import { pensions, planFor, reasonOfSupport } from './centre.ts';

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

/** Who referred those who wait, where it was told: a school's counsellor, a parent who brought the application. */
const referredBy: Readonly<Record<number, string>> = {
  0: 'Toimintakeskuksen ohjaaja Merja Saarinen',
  1: 'Satakunnan ammattiopisto, opinto-ohjaaja Laura Nurmi',
  2: 'Erityisammattiopisto, työelämävalmentaja Petri Laakso',
  4: 'Äiti, teki hakemuksen yhdessä hakijan kanssa',
  5: 'Satakunnan ammattiopisto, opinto-ohjaaja Laura Nurmi',
  6: 'Pappa, mormor har hållit kontakt med skolan',
  9: 'Sisko, jonka luona hakija asuu',
  10: 'Erityisammattiopisto, työelämävalmentaja Petri Laakso',
};

/** How the coaches and officials have kept in touch with those who wait; the last row has waited without a word. */
const keptInTouch: readonly (readonly [number, string, string, number, string])[] = [
  [0, '2021-03-16', 'call', 15, 'Kerrottu, että päätös viivästyy: odotetaan toimintakeskuksen arviota.'],
  [0, '2021-05-06', 'meeting', 60, 'Käytiin läpi toiveita ja työmatkaa. Haluaa aloittaa puolipäivillä.'],
  [1, '2021-04-08', 'meeting', 45, 'Tavattu koululla opinto-ohjaajan kanssa. Työssäoppiminen meni hyvin.'],
  [1, '2021-06-03', 'call', 10, 'Valmistui. Kysyi, milloin voi aloittaa.'],
  [2, '2021-04-20', 'message', 5, 'Pyydetty työssäoppimisen arviot.'],
  [3, '2021-05-11', 'call', 15, 'TYP:n virkailija lähettää suunnitelman.'],
  [4, '2021-05-18', 'meeting', 60, 'Äiti mukana. Keittiötyö kiinnostaa eniten.'],
  [5, '2021-06-10', 'call', 10, 'Tapaaminen sovittu kesäkuun loppuun.'],
  [6, '2021-05-27', 'call', 20, 'Samtal på svenska. Vill jobba nära hemmet i Björneborg.'],
  [9, '2021-06-14', 'call', 15, 'Sisko soitti: muutto ei muuta toivetta.'],
];

/** Whom a denial is thought of: one has answered, one has until 24.6.2021. */
const heard: Readonly<Record<number, HeardBefore>> = {
  0: {
    askedOn: day('2021-06-10'),
    respondByOn: day('2021-06-24'),
    about:
      'Aiomme hylätä hakemuksen, koska toimintakeskuksen arvion mukaan avotyö ei vastaa tarvetta. Mitä mieltä olet?',
    answer: null,
  },
  4: {
    askedOn: day('2021-05-31'),
    respondByOn: day('2021-06-18'),
    about: 'Haettiin neljää päivää viikossa. Aiomme myöntää kaksi päivää. Kerro, jos se ei riitä.',
    answer: { on: day('2021-06-11'), text: 'Kaksi päivää sopii aluksi. Toiveena on neljä päivää syksystä alkaen.' },
  },
};

/** Whose need was assessed or is being assessed; one more waits, to be assessed by 17.6.2021 for the highest care allowance. */
const assessed: Readonly<Record<number, AssessedNeed>> = {
  1: {
    begunOn: day('2021-03-26'),
    finished: {
      on: day('2021-04-09'),
      tookPart: 'Hakija, äiti ja opinto-ohjaaja. Tavattiin koululla 8.4.2021.',
      situation:
        'Valmistuu keväällä. Asuu vanhempien kanssa, kulkee itse linja-autolla. Tarvitsee tukea työn löytämiseen ja alkuun.',
      clientView:
        'Haluan oikeisiin töihin kauppaan. En halua toimintakeskukseen. Aluksi muutama päivä viikossa riittää.',
      conclusions: 'Tuen tarve on pitkäaikainen. Avotyö vastaa tarvetta, kun työvalmentaja on mukana alusta asti.',
      need: 'long-term',
      ownWorker: true,
      ownWorkerView: 'Haluan yhden ihmisen, jolle voin soittaa.',
    },
  },
  9: { begunOn: day('2021-06-14'), finished: null },
};
const highestAllowance = 10;

function newcomer(context: Context, key: string, wished: Wished, on: Day): Person {
  return context.people.make(key, context.region.pori, { born: [1990, 2002], ...wished }, on, enteredOn(on, 0));
}

const kindOf = (source: string) =>
  source === 'disability-service-application' ? ('application' as const) : ('referral' as const);

export function makePending(context: Context): void {
  const { recorder, workers } = context;
  pending.forEach(([on, source, wished], i) => {
    const person = newcomer(context, `pori-pending-${i}`, wished, day(on));
    const coach = workers.poriCoaches[i % 2] as DemoWorker;
    const receiver = source === 'disability-service-application' ? (workers.poriOfficials[0] as DemoWorker) : coach;
    const who = referredBy[i];
    const referral = recorder.refer(person, {
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
      ...(who ? { referredBy: who } : {}),
      receivedBy: receiver.id,
    });
    reasonOfSupport(context, person, day(on));
    if (i < 8) pensions(context, person, day(on));
    if (i === 1 || i === 3)
      planFor(context, person, 'open-work', (workers.poriOfficials[1] as DemoWorker).id, day('2021-05-25'), undefined);
    for (const [whose, heldOn, kind, minutes, note] of keptInTouch)
      if (whose === i)
        recorder.keepInTouch(person, referral, receiver.id, { heldOn: day(heldOn), kind, minutes, note });
    const hearing = heard[i];
    if (hearing) recorder.hear(person, referral, (workers.poriOfficials[0] as DemoWorker).id, hearing);
    const assessment = assessed[i];
    if (assessment) recorder.assess(person, referral, (workers.poriOfficials[0] as DemoWorker).id, assessment);
    if (assessment?.finished?.ownWorker)
      recorder.nameOwnWorker(person, (workers.poriOfficials[0] as DemoWorker).id, assessment.finished.on);
    if (i === highestAllowance) recorder.benefit(person, 'care-allowance', false, day(on), { highest: true });
  });
}

/** Applications that were denied, and some that were taken back. */
export function makeRefused(context: Context): void {
  const { recorder, workers } = context;
  const official = (workers.poriOfficials[0] as DemoWorker).id;
  const denied: readonly (readonly [string, 'open-work' | 'work-activity', string, string])[] = [
    ['2019-10-07', 'open-work', '2019-12-12', 'coaching-team'],
    ['2020-09-14', 'work-activity', '2020-11-20', 'disability-service-application'],
    ['2021-02-08', 'open-work', '2021-04-20', 'disability-service-application'],
  ];
  denied.forEach(([received, service, decided, source], i) => {
    const person = newcomer(context, `pori-denied-${i}`, {}, day(received));
    const referral = recorder.refer(person, {
      service,
      source,
      kind: kindOf(source),
      receivedOn: day(received),
      receivedBy: official,
    });
    reasonOfSupport(context, person, day(received));
    recorder.decide(person, referral, {
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
    const person = newcomer(context, `pori-withdrawn-${i}`, {}, day(received));
    recorder.refer(person, {
      service: 'open-work',
      source,
      kind: 'referral',
      receivedOn: day(received),
      finishesStudies: source === 'school',
      receivedBy: (workers.poriCoaches[i % 2] as DemoWorker).id,
      withdrawnOn: day(on),
    });
  });
}
