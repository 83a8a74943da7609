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
import { makePlan, planPaper } from '../src/casework/plan/acts.ts';
import { receiveReferralOfClient } from '../src/casework/referral/acts.ts';
import { refusalLetter, refuseCorrection } from '../src/casework/refusal/acts.ts';
import { day } from '../src/kernel/day.ts';
import type { ReadingLanguage } from '../src/kernel/language.ts';
import { allActs } from '../src/screens/app/registry.ts';
import { zPaper } from '../src/server/act.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { type ReadPaper, readPaper } from './paper.ts';
import { inRehabilitation, livesOn, marked } from './rehabilitating.ts';
import { partAtWorkplace, takingPart } from './taking-part.ts';
import { makeWorld, type World } from './world.ts';

// Every paper about somebody, opened by the act that gives it: what all of them must say is looked for in each.

let db: FreshDatabase;
let world: World;
let workplaceId: string;
const official = 'pori-social-worker';
const opened = [
  'assessmentPaper',
  'hearingLetter',
  'planPaper',
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

/** All papers of one client, as they are read. */
async function papersOf({
  language,
  familyName,
  givenNames,
  written = '',
}: Reader): Promise<Record<Opened, ReadPaper>> {
  const serviceLanguage = language === 'selko' ? 'fi' : language;
  const names = { familyName, givenNames, serviceLanguage, easyLanguage: language === 'selko' } as const;
  const { clientId, placementId } = await takingPart(world, { service: 'open-work', workplaceId, ...names });
  const received = { clientId, source: 'own-contact', kind: 'own-contact', receivedOn: '2021-06-01' } as const;
  const { referralId } = await world.perform(
    receiveReferralOfClient,
    { ...received, service: 'supported-employment' },
    'pori-coach',
  );
  const matter = { clientId, referralId };
  const hearing = { about: `Aiomme hylätä hakemuksen. ${written}`, respondByOn: '2021-07-15', way: 'post' as const };
  const { hearingId } = await world.perform(hearClient, { ...matter, ...hearing }, official);
  const { assessmentId } = await world.perform(beginAssessment, { ...matter, begunOn: '2021-06-02' }, official);
  const parts = { tookPart: 'Asiakas', situation: `Hakee työtä. ${written}`, conclusions: 'Tukea.' };
  const answers = { need: 'recurring', specialSupport: false, ownWorker: false, ownWorkerView: null } as const;
  const view = { clientView: 'Haluan töihin.', viewMissingBecause: null };
  const days = { begunOn: '2021-06-02', finishedOn: '2021-06-02' };
  const assessment = { clientId, assessmentId, ...parts, ...answers, ...view, ...days };
  await world.perform(writeAssessment, assessment, official);
  const plan = {
    service: 'supported-employment' as const,
    kind: 'service' as const,
    madeOn: '2021-06-10',
    goals: [`Työ. ${written}`],
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
    reasons: `Vastaa tarvetta. ${written}`,
    easyReasons: 'Tarvitset tukea työhön.',
    provisions: provisions.map(({ id }) => id),
  };
  const { decisionId } = await world.perform(decide, granted, official);
  const demand = { demandedOn: '2021-06-17', demand: `Väärä paikka. ${written}`, reasons: 'Paikka on sovittu.' };
  const { refusalId } = await world.perform(refuseCorrection, { clientId, decisionId, ...demand }, official);
  const terms = {
    tasks: `hyllytys ${written}`,
    hours: 'ma klo 9–13',
    during: { from: '2021-05-03', to: '2022-05-03' },
  };
  const { agreementId } = await world.perform(makeAgreement, { clientId, placementId, ...terms }, 'pori-coach');
  const marks = [{ placementId, on: '2021-05-03', kind: 'present' as const, meal: false }];
  await world.perform(markAttendance, { marks }, 'pori-coach');
  const slip = await rehabilitating(names);
  const asked: Record<Opened, () => Promise<{ bytes: Uint8Array }>> = {
    assessmentPaper: () => world.perform(assessmentPaper, { clientId, assessmentId }, official),
    planPaper: () => world.perform(planPaper, { clientId, planId }, official),
    hearingLetter: () => world.perform(hearingLetter, { clientId, hearingId }, official),
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
    expect(pages).toBeLessThanOrEqual(one === 'decisionLetter' ? 3 : 2);
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

  test.each(['محمد', '王小明', '😀', 'नमस्ते', 'שלום'])(
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
        expect(problem).toMatchObject({ status: 400, errors: [{ message: expect.stringMatching(/tulostaa/) }] });
      await expect(world.refer({ familyName: signs })).rejects.toThrow();
    },
  );
});
