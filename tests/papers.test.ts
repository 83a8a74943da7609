import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreementPaper, makeAgreement } from '../src/casework/agreement/acts.ts';
import { assessmentPaper, beginAssessment, writeAssessment } from '../src/casework/assessment/acts.ts';
import { markAttendance } from '../src/casework/attendance/acts.ts';
import { compensationStatement } from '../src/casework/compensation/acts.ts';
import { decide, decisionFrame, decisionLetter, previewDecision } from '../src/casework/decision/acts.ts';
import { hearClient, hearingLetter } from '../src/casework/hearing/acts.ts';
import { changeOrganiser, ownSetup } from '../src/casework/organiser/acts.ts';
import { participationSlip } from '../src/casework/participation/acts.ts';
import { interruptionPaper, interruptPlan, makePlan, planPaper, resumePlan } from '../src/casework/plan/acts.ts';
import { receiveReferralOfClient } from '../src/casework/referral/acts.ts';
import { refusalLetter, refuseCorrection } from '../src/casework/refusal/acts.ts';
import { day } from '../src/kernel/day.ts';
import type { ReadingLanguage } from '../src/kernel/language.ts';
import { activationPlanItems } from '../src/law/act-2001-189-plan.ts';
import { allActs } from '../src/screens/app/registry.ts';
import { zPaper } from '../src/server/act.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { type ReadPaper, readPaper } from './paper.ts';
import { inRehabilitation, livesOn, marked } from './rehabilitating.ts';
import { partAtWorkplace, takingPart } from './taking-part.ts';
import { interruption, makeWorld, planContent, signedAll, type World } from './world.ts';

// Every paper about somebody, opened by the act that gives it: what all of them must say is looked for in each.

let db: FreshDatabase;
let world: World;
let workplaceId: string;
const official = 'pori-social-worker';
const opened = [
  'assessmentPaper',
  'hearingLetter',
  'planPaper',
  'interruptionPaper',
  'decisionLetter',
  'agreementPaper',
  'compensationStatement',
  'participationSlip',
  'refusalLetter',
] as const;
type Opened = (typeof opened)[number];

/** A paper that is about nobody, and tables for a spreadsheet. */
const others = ['descriptionPdf', 'stateClaimFile', 'matterRegisterFile', 'decisionRegisterFile'];

beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  ({ workplaceId } = await partAtWorkplace(world, 'Satametalli'));
  const {
    organiser: { id: _, code: __, kind: ___, version: ____, ...details },
  } = await world.perform(ownSetup, {}, 'pori-administrator');
  const contact = {
    dataProtectionContact: 'tietosuoja@pori.example',
    dataProtectionPage: 'https://pori.example/tieto',
  };
  await world.perform(changeOrganiser, { ...details, ...contact }, 'pori-administrator');
});
afterAll(() => db.close());

interface Reader {
  readonly language: ReadingLanguage;
  readonly familyName: string;
  readonly givenNames: string;
  readonly written?: string;
}

/** What workers write on papers, in the client's language: all else in them are the papers' own words. */
const writings = {
  fi: {
    about: 'Aiomme hylätä hakemuksen.',
    tookPart: 'Asiakas',
    situation: 'Hakee työtä.',
    conclusions: 'Tukea.',
    view: 'Haluan töihin.',
    goal: 'Työ.',
    reasons: 'Vastaa tarvetta.',
    easyReasons: 'Tarvitset tukea työhön.',
    demand: 'Väärä paikka.',
    answer: 'Paikka on sovittu.',
    tasks: 'hyllytys',
    hours: 'ma klo 9–13',
  },
  sv: {
    about: 'Vi avser att avslå ansökan.',
    tookPart: 'Klienten',
    situation: 'Söker arbete.',
    conclusions: 'Stöd.',
    view: 'Jag vill arbeta.',
    goal: 'Arbete.',
    reasons: 'Motsvarar behovet.',
    easyReasons: 'Du behöver stöd.',
    demand: 'Fel plats.',
    answer: 'Platsen är avtalad.',
    tasks: 'påfyllning',
    hours: 'må kl. 9–13',
  },
  en: {
    about: 'We intend to deny the application.',
    tookPart: 'The client',
    situation: 'Seeks work.',
    conclusions: 'Support.',
    view: 'I want to work.',
    goal: 'Work.',
    reasons: 'Meets the need.',
    easyReasons: 'You need support.',
    demand: 'The wrong place.',
    answer: 'The place is agreed.',
    tasks: 'shelving',
    hours: 'Mon 9:00–13:00',
  },
};

/** All papers of one client, as they are read. */
async function papersOf({
  language,
  familyName,
  givenNames,
  written = '',
}: Reader): Promise<Record<Opened, ReadPaper>> {
  const serviceLanguage = language === 'selko' ? 'fi' : language;
  const say = writings[serviceLanguage];
  const names = { familyName, givenNames, serviceLanguage, easyLanguage: language === 'selko' } as const;
  const { clientId, placementId } = await takingPart(world, { service: 'open-work', workplaceId, ...names });
  const received = { clientId, source: 'own-contact', kind: 'own-contact', receivedOn: '2021-06-01' } as const;
  const { referralId } = await world.perform(
    receiveReferralOfClient,
    { ...received, service: 'supported-employment' },
    'pori-coach',
  );
  const matter = { clientId, referralId };
  const hearing = { about: `${say.about} ${written}`, respondByOn: '2021-07-15', way: 'post' as const };
  const { hearingId } = await world.perform(hearClient, { ...matter, ...hearing }, official);
  const { assessmentId } = await world.perform(beginAssessment, { ...matter, begunOn: '2021-06-02' }, official);
  const parts = { tookPart: say.tookPart, situation: `${say.situation} ${written}`, conclusions: say.conclusions };
  const answers = { need: 'recurring', specialSupport: false, ownWorker: false, ownWorkerView: null } as const;
  const view = { clientView: say.view, viewMissingBecause: null };
  const days = { begunOn: '2021-06-02', finishedOn: '2021-06-02' };
  const assessment = { clientId, assessmentId, ...parts, ...answers, ...view, ...days };
  await world.perform(writeAssessment, assessment, official);
  const plan = {
    service: 'supported-employment' as const,
    kind: 'service' as const,
    madeOn: '2021-06-10',
    goals: [`${say.goal} ${written}`],
    during: { from: '2021-06-10', to: null },
    reviewOn: '2021-12-01',
  };
  const { planId } = await world.perform(makePlan, { ...matter, ...plan }, official);
  const { provisions } = await world.perform(decisionFrame, matter, official);
  const granted = {
    ...matter,
    outcome: 'grant' as const,
    decidedOn: '2021-06-17',
    during: { from: '2021-07-01', to: null },
    reasons: `${say.reasons} ${written}`,
    easyReasons: say.easyReasons,
    provisions: provisions.map(({ id }) => id),
  };
  const { decisionId } = await world.perform(decide, granted, official);
  const demand = { demandedOn: '2021-06-17', demand: `${say.demand} ${written}`, reasons: say.answer };
  const { refusalId } = await world.perform(refuseCorrection, { clientId, decisionId, ...demand }, official);
  const terms = {
    tasks: `${say.tasks} ${written}`,
    hours: say.hours,
    during: { from: '2021-05-03', to: '2022-05-03' },
  };
  const { agreementId } = await world.perform(makeAgreement, { clientId, placementId, ...terms }, 'pori-coach');
  const marks = [{ placementId, on: '2021-05-03', kind: 'present' as const, meal: false }];
  await world.perform(markAttendance, { marks }, 'pori-coach');
  const slip = await rehabilitating(names);
  const rests = await interrupted(clientId, say);
  const asked: Record<Opened, () => Promise<{ bytes: Uint8Array }>> = {
    assessmentPaper: () => world.perform(assessmentPaper, { clientId, assessmentId }, official),
    planPaper: () => world.perform(planPaper, { clientId, planId }, official),
    interruptionPaper: () => world.perform(interruptionPaper, rests, official),
    hearingLetter: () => world.perform(hearingLetter, { clientId, hearingId, translation: 'true' }, official),
    // The original is in Finnish or Swedish; in another language it is the translation beside it.
    decisionLetter: () => world.perform(decisionLetter, { clientId, decisionId, translation: 'true' }, official),
    agreementPaper: () => world.perform(agreementPaper, { clientId, agreementId, copy: 'client' }, 'pori-coach'),
    compensationStatement: () => world.perform(compensationStatement, { clientId, month: '2021-05' }, 'pori-finance'),
    refusalLetter: () => world.perform(refusalLetter, { clientId, refusalId, translation: 'true' }, official),
    participationSlip: () => world.perform(participationSlip, { clientId: slip, month: '2021-05' }, 'work-finance'),
  };
  const read = async (one: Opened) => [one, await readPaper((await asked[one]()).bytes)] as const;
  return Object.fromEntries(await Promise.all(opened.map(read))) as Record<Opened, ReadPaper>;
}

/** An activation plan of the client that rests, and goes on. */
async function interrupted(clientId: string, say: (typeof writings)['fi']) {
  const on = day('2021-06-01');
  const items = Object.fromEntries(
    [...Object.keys(planContent), ...activationPlanItems(on).map(({ key }) => key)].map((key) => [key, say.goal]),
  );
  const plan = {
    ...{ clientId, service: 'rehabilitative-work', kind: 'activation', madeOn: on, goals: [say.goal], items },
    ...{ informedOfBenefitsOn: on, during: { from: on, to: '2021-12-01' }, reviewOn: '2021-11-20' },
    ...{ daysAWeek: 2, hoursADay: 4, signatures: signedAll(on) },
  };
  const { planId } = await world.perform(makePlan, plan as never, official);
  const about = { ...interruption, reason: say.reasons };
  const { interruptionId } = await world.perform(interruptPlan, { clientId, planId, ...about }, official);
  const goesOn = { clientId, interruptionId, on: '2021-07-01', agreed: say.goal, seen: null };
  await world.perform(resumePlan, goesOn, official);
  return { clientId, interruptionId };
}

/** A client of the employment services, whose month of participation is told on a slip. */
async function rehabilitating(names: {
  readonly familyName: string;
  readonly givenNames: string;
  readonly serviceLanguage: 'fi' | 'sv' | 'en';
  readonly easyLanguage: boolean;
}): Promise<string> {
  const one = await inRehabilitation(db, world, { familyName: names.familyName });
  await sql`update client_client set given_names = ${names.givenNames}, service_language = ${names.serviceLanguage},
    easy_language = ${names.easyLanguage} where id = ${one.clientId}`.execute(db.owner);
  await livesOn(db, world, one.clientId, 'labour-market-subsidy');
  await marked(db, world, one, ['2021-05-03']);
  return one.clientId;
}

test('every paper that an act gives is opened here, or is no letter to somebody', () => {
  const given = allActs.filter(({ output }) => output === zPaper).map(({ name }) => name);
  expect(given.toSorted()).toEqual([...opened, ...others].toSorted());
});

describe.each<readonly [ReadingLanguage, RegExp, RegExp]>([
  [
    'fi',
    /Tietosuoja .*rekisterinpitäjä on (Porin perusturva|Porin työllisyyspalvelut)\. .*tietosuojavaltuutetulle/,
    /allekirjoitus/,
  ],
  ['sv', /Dataskydd Personuppgiftsansvarig .* är Porin .*dataombudsmannen/, /underskrift/],
  ['en', /Data protection The controller .* is Porin .*Data Protection Ombudsman/, /signature/],
  ['selko', /Tietosi ovat turvassa Porin .* säilyttää sinun tietojasi\..*tietosuojavaltuutetulle/, /allekirjoitus/],
])('every paper in %s', (language, notice, signature) => {
  let papers: Record<Opened, ReadPaper>;
  beforeAll(async () => {
    papers = await papersOf({ language, familyName: `Notkea${language}`, givenNames: 'Aino' });
  });

  test.each(opened)('says who answers for its data and where more is told, and why nobody signed it: %s', (one) => {
    const { text, accessible, pages } = papers[one];
    expect(text).toMatch(notice);
    expect(text).toMatch(signature);
    // The employment services have set nothing: there one asks as one reaches them.
    expect(text).toContain(
      one === 'participationSlip' ? 'kirjaamo@example.fi' : 'tietosuoja@pori.example, https://pori',
    );
    expect(accessible).toBe(true);
    // Whoever listens goes from heading to heading: the title first and alone, and no level is passed over.
    const levels = papers[one].headings.map((role) => Number(role.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    expect(levels.every((level, at) => at === 0 || level - (levels[at - 1] as number) <= 1)).toBe(true);
    expect(pages).toBeLessThanOrEqual(one === 'decisionLetter' ? 3 : 2);
  });
});

/** Words that are of one of the three languages alone, so common that no paper goes without some of them. */
const ofLanguage: Readonly<Record<'fi' | 'sv' | 'en', RegExp>> = {
  fi: /(?<![\p{L}\p{N}.@/-])(ja|tai|ei|jos|kun|sekä|että|päivä|päivää|päivänä|viikossa|tuntia|alkaa|alkaen|saakka|asiakas|asiakkaan|palvelu|palvelun|päätös|päätöksen|sopimus|suunnitelma|kuukausi|yhteensä|mukaan|puh|klo|laki|lain|laissa|kohta|työtoiminta|avotyö|sinun|sinulla|sinulle|voit|perustelut|säännökset|maanantai|torstai)(?![\p{L}])/giu,
  sv: /(?<![\p{L}\p{N}.@/-])(och|eller|inte|är|när|samt|att|dagar|vecka|timmar|börjar|klienten|servicen|beslut|beslutet|avtal|månad|sammanlagt|enligt|tfn|lagen|dig|din|för|från|med|som|kan|ska|motivering|bestämmelser|måndag|torsdag)(?![\p{L}])/giu,
  en: /(?<![\p{L}\p{N}.@/-])(the|and|not|are|when|you|your|day|days|week|hours|begins|client|decision|agreement|month|by|of|with|from|which|may|reasons|provisions|Monday|Thursday)(?![\p{L}])/giu,
};

describe.each(['fi', 'sv', 'en'] as const)('a paper in %s', (language) => {
  let papers: Record<Opened, ReadPaper>;
  beforeAll(async () => {
    papers = await papersOf({ language, familyName: `Yksikieli${language}`, givenNames: 'Aino' });
  });

  test.each(opened)('has no word of another language: %s', (one) => {
    // By what an organiser set a rate is in the organiser's own words.
    const text = papers[one].text.replaceAll('Lautakunnan päätös', '');
    const words = (of: 'fi' | 'sv' | 'en') => [...text.matchAll(ofLanguage[of])].map(([word]) => word);
    expect(words(language).length).toBeGreaterThan(5);
    for (const other of (['fi', 'sv', 'en'] as const).filter((of) => of !== language)) expect(words(other)).toEqual([]);
  });
});

test('the preview of a decision shows who stands behind it and the notice, as the paper does', async () => {
  const matter = await world.refer({ familyName: 'Esikatsova' });
  const { provisions } = await world.perform(decisionFrame, matter, official);
  const { blocks } = await world.perform(
    previewDecision,
    {
      ...matter,
      outcome: 'grant',
      decidedOn: world.today,
      during: { from: day('2021-07-01'), to: null },
      reasons: 'Vastaa tarvetta.',
      provisions: provisions.map(({ id }) => id),
    },
    official,
  );
  const written = blocks.map(({ heading, text }) => `${heading}: ${text}`).join('\n');
  expect(written).toMatch(/Päätöksen tekijä\nPäivi Sjöblom, sosiaalityöntekijä\nPäätösvalta: Hallintosääntö 12 §/);
  expect(written).toMatch(/vahvistanut päätöksen sähköisesti 17\.6\.2021/);
  expect(written).toMatch(/Tietosuoja: .*tietosuoja@pori\.example/);
});

describe('signs that are not Latin', () => {
  const printedWhole = 'Ñuñoa Škoda Иванов Ελένη Nguyễn';

  test('are printed on every paper where the font has them, also put together of a letter and its marks', async () => {
    const names = { familyName: 'Иванов-Škoda', givenNames: 'Nguyễn' };
    const papers = await papersOf({ language: 'fi', ...names, written: printedWhole.normalize('NFD') });
    for (const one of opened) {
      expect(papers[one].run, one).not.toContain('□');
      expect(papers[one].run.normalize('NFC'), one).toContain('Иванов');
    }
    for (const one of ['decisionLetter', 'hearingLetter', 'assessmentPaper', 'refusalLetter'] as const)
      expect(papers[one].run.normalize('NFC')).toContain(printedWhole.replaceAll(' ', ''));
  });

  test.each(['محمد', '王小明', '😀', 'नमस्ते', 'שלום', 'გიორგი', 'Հայկ', 'สมชาย'])(
    'that the font lacks are told at their field, before any paper is made: %s',
    async (signs) => {
      const matter = await world.refer({ familyName: 'Merkkinen' });
      const { provisions } = await world.perform(decisionFrame, matter, official);
      const grant = {
        ...matter,
        outcome: 'grant' as const,
        decidedOn: world.today,
        during: { from: day('2021-07-01'), to: null },
        reasons: 'Vastaa tarvetta.',
        provisions: provisions.map(({ id }) => id),
      };
      const { clientId, referralId } = matter;
      const { assessmentId } = await world.perform(beginAssessment, { ...matter, begunOn: '2021-06-02' }, official);
      const parts = { tookPart: null, clientView: null, viewMissingBecause: null, conclusions: null };
      const open = { need: null, specialSupport: null, ownWorker: null, ownWorkerView: null, finishedOn: null };
      const assessment = { clientId, assessmentId, begunOn: '2021-06-02', ...parts, ...open };
      const asked = [
        world.problem(decide, { ...grant, reasons: `Syy ${signs}` }, official),
        world.problem(decide, { ...grant, easyReasons: signs }, official),
        world.problem(decide, { ...grant, place: signs }, official),
        world.problem(decide, { ...grant, explanations: { longer: signs } }, official),
        world.problem(previewDecision, { ...grant, reasons: signs }, official),
        world.problem(
          hearClient,
          { clientId, referralId, about: signs, respondByOn: '2021-07-15', way: 'post' },
          official,
        ),
        world.problem(writeAssessment, { ...assessment, situation: signs }, official),
      ];
      for (const problem of await Promise.all(asked))
        expect(problem).toMatchObject({
          status: 400,
          errors: [{ message: expect.stringContaining(`tulostaa: ${[...signs][0]}`) }],
        });
      // A name is typed at receipt, and told of there.
      await expect(world.refer({ familyName: signs })).rejects.toThrow();
    },
  );
});
