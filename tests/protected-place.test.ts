import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAgreement } from '../src/casework/agreement/acts.ts';
import { beginAssessment, writeAssessment } from '../src/casework/assessment/acts.ts';
import { markAttendance } from '../src/casework/attendance/acts.ts';
import {
  changeAddress,
  changeClient,
  client,
  liftProtection,
  nameRepresentative,
  protectAddress,
} from '../src/casework/client/acts.ts';
import { closeMonth } from '../src/casework/compensation/acts.ts';
import { decide, decisionFrame, decisionLetter, previewDecision } from '../src/casework/decision/acts.ts';
import { clientsHeld } from '../src/casework/handover/acts.ts';
import { hearClient } from '../src/casework/hearing/acts.ts';
import { place } from '../src/casework/placement/acts.ts';
import { interruptPlan, makePlan } from '../src/casework/plan/acts.ts';
import { receiveReferralOfClient } from '../src/casework/referral/acts.ts';
import { refuseCorrection } from '../src/casework/refusal/acts.ts';
import { startRelationship } from '../src/casework/relationship/acts.ts';
import { factNames, writeFacts } from '../src/exchange/facts-csv.ts';
import { figures } from '../src/figures/frame/registry.ts';
import { type Day, day } from '../src/kernel/day.ts';
import { ProblemError } from '../src/kernel/problem.ts';
import type { Service } from '../src/kernel/service.ts';
import { activationPlanItems } from '../src/law/act-2001-189-plan.ts';
import { allActs } from '../src/screens/app/registry.ts';
import type { AnyAct } from '../src/server/act.ts';
import { enterAs, perform } from '../src/server/perform.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { asApp } from './facts.ts';
import { readPaper } from './paper.ts';
import { type PartTaken, partAtWorkplace, takingPart } from './taking-part.ts';
import { interruption, makeWorld, planContent, signedAll, unheard, type WorkerName, type World } from './world.ts';

// Where a protected person lives is planted in every place that holds it, before the protection; then it is searched in every
// answer that any act gives, on every day and as known at every instant.

const planted = {
  street: 'Kanarialintukuja 7',
  postalCode: '77777',
  postOffice: 'KANARIALA',
  phone: '040 777 7001',
  email: 'kanarialintu@example.fi',
};
const relative = '040 777 7002';
const municipality = { code: '777', name: 'Kanariala' };
const traces = /kanaria|77777|777\s?7001|777\s?7002|"777"|,777,/i;

const protectedOn = day('2021-06-16');
const before = '2021-06-15T12:00:00Z';

let db: FreshDatabase;
let world: World;
let one: PartTaken;
let workplaceId: string;
let decisionId: string;
let referralId: string;
let hearingId: string;
let refusalId: string;
let assessmentId: string;
let planId: string;
let interruptionId: string;
let agreementId: string;
let namingId: string;
let provisions: string[];

async function granted(service: Service, on: Day): Promise<string> {
  const { clientId } = one;
  const by = 'pori-social-worker';
  const { referralId } = await world.perform(
    receiveReferralOfClient,
    { clientId, service, source: 'own-contact', kind: 'own-contact', receivedOn: on },
    by,
    on,
  );
  const frame = await world.perform(decisionFrame, { clientId, referralId }, by, on);
  const grant = {
    clientId,
    referralId,
    outcome: 'grant' as const,
    decidedOn: on,
    during: { from: on, to: null },
    reasons: 'Vastaa tarvetta.',
    provisions: frame.provisions.map((provision) => provision.id),
  };
  return (await world.perform(decide, grant, by, on)).decisionId;
}

beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  await sql`insert into organiser_municipality (code, name_fi, name_sv) values (${municipality.code}, ${municipality.name}, ${municipality.name})`.execute(
    db.owner,
  );
  ({ workplaceId } = await partAtWorkplace(world, 'Satametalli'));
  one = await takingPart(world, { service: 'open-work', workplaceId, familyName: 'Piilo', weekdays: [1, 2] });
  const { clientId, placementId } = one;
  const early = day('2021-03-02');
  await world.perform(changeAddress, { clientId, address: planted, from: early }, 'pori-coach', early);
  await world.perform(changeClient, { clientId, municipalityCode: municipality.code }, 'pori-coach', early);
  await world.perform(
    nameRepresentative,
    {
      clientId,
      name: 'Piilo Maija',
      kind: 'relative',
      phone: relative,
      powers: null,
      during: { from: early, to: null },
    },
    'pori-coach',
    early,
  );
  // Also at the centre, so that its instructors work with the client too.
  decisionId = await granted('work-activity', day('2021-04-01'));
  const centre = await world.perform(
    startRelationship,
    {
      clientId,
      decisionId,
      offeringId: world.pori.offerings['work-activity'] as string,
      from: '2021-04-01',
      workerId: null,
    },
    'pori-social-worker',
    day('2021-04-01'),
  );
  await world.perform(
    place,
    {
      clientId,
      relationshipId: centre.relationshipId,
      groupId: world.pori.groups['work-activity'] as string,
      workplaceId: null,
      slots: [{ weekday: 4, half: 'am' }],
      from: '2021-04-01',
    },
    'pori-social-worker',
    day('2021-04-01'),
  );
  const terms = { tasks: 'hyllytys', hours: 'ma klo 9–13', during: { from: '2021-05-03', to: '2022-05-03' } };
  ({ agreementId } = await world.perform(makeAgreement, { clientId, placementId, ...terms }, 'pori-coach'));
  const marks = [{ placementId, on: '2021-05-03', kind: 'present' as const, meal: false }];
  await world.perform(markAttendance, { marks }, 'pori-coach', day('2021-05-04'));
  await world.perform(closeMonth, { month: '2021-05' }, 'pori-finance', day('2021-06-02'));
  const { rows: namings } = await sql<{
    id: string;
  }>`select id from relationship_responsible where client_id = ${clientId}`.execute(db.owner);
  namingId = namings[0]?.id ?? '';
  // A matter that waits for its decision.
  ({ referralId } = await world.perform(
    receiveReferralOfClient,
    { clientId, service: 'supported-employment', source: 'own-contact', kind: 'own-contact', receivedOn: '2021-06-01' },
    'pori-coach',
    day('2021-06-01'),
  ));
  const frame = await world.perform(decisionFrame, { clientId, referralId }, 'pori-social-worker');
  provisions = frame.provisions.map(({ id }) => id);
  const hearing = { about: 'Aiomme hylätä hakemuksen.', respondByOn: '2021-06-15', way: 'post' as const };
  ({ hearingId } = await world.perform(
    hearClient,
    { clientId, referralId, ...hearing },
    'pori-social-worker',
    day('2021-06-01'),
  ));
  ({ refusalId } = await world.perform(
    refuseCorrection,
    { clientId, decisionId, demandedOn: '2021-05-03', demand: 'Väärä keskus.', reasons: 'Keskus on sovittu.' },
    'pori-social-worker',
    day('2021-06-01'),
  ));
  const assessedOn = day('2021-06-02');
  ({ assessmentId } = await world.perform(
    beginAssessment,
    { clientId, referralId, begunOn: assessedOn },
    'pori-social-worker',
    assessedOn,
  ));
  const parts = { tookPart: 'Asiakas', situation: 'Hakee työtä.', clientView: 'Haluan töihin.', conclusions: 'Tukea.' };
  const answers = { need: 'recurring', specialSupport: false, ownWorker: false, ownWorkerView: null } as const;
  await world.perform(
    writeAssessment,
    {
      ...{ clientId, assessmentId, ...parts, ...answers },
      viewMissingBecause: null,
      begunOn: assessedOn,
      finishedOn: assessedOn,
    },
    'pori-social-worker',
    assessedOn,
  );
  const plan = { clientId, referralId, service: 'supported-employment', kind: 'service', madeOn: assessedOn } as const;
  const lasts = { during: { from: assessedOn, to: '2021-12-01' }, reviewOn: '2021-11-01', goals: ['Palkkatyö'] };
  ({ planId } = await world.perform(makePlan, { ...plan, ...lasts }, 'pori-social-worker', assessedOn));
  const content = [...Object.keys(planContent), ...activationPlanItems(assessedOn).map(({ key }) => key)];
  const activation = {
    ...{ clientId, service: 'rehabilitative-work', kind: 'activation', madeOn: assessedOn, goals: ['Palkkatyö'] },
    ...{ during: { from: assessedOn, to: '2021-12-01' }, reviewOn: '2021-11-01', daysAWeek: 2, hoursADay: 4 },
    ...{ informedOfBenefitsOn: assessedOn, signatures: signedAll(assessedOn) },
    items: Object.fromEntries(content.map((key) => [key, 'Sovittu'])),
  };
  const rests = await world.perform(makePlan, activation as never, 'pori-social-worker', assessedOn);
  const about = { clientId, planId: rests.planId, ...interruption };
  ({ interruptionId } = await world.perform(interruptPlan, about, 'pori-social-worker', day('2021-06-15')));
  expect((await letterSeenBy('pori-coach', day('2021-06-15'))).text, 'before the protection').toMatch(traces);
  const during = { from: protectedOn, to: null };
  await world.perform(protectAddress, { clientId, during, contactInstead: 'PL 5' }, 'pori-social-worker', protectedOn);
});
afterAll(() => db.close());

async function letterSeenBy(by: WorkerName, on = world.today) {
  const { bytes } = await world.perform(decisionLetter, { clientId: one.clientId, decisionId }, by, on);
  return readPaper(bytes);
}

/** What acts are asked with; those that need something else than what their fields are called have their own. */
function inputs(): Record<string, readonly Record<string, unknown>[]> {
  // All figures stand in the description too; one by one only those that might name a place.
  const matches = figures
    .filter(({ id }) => id.startsWith('clients-by-') || id.startsWith('workplace'))
    .flatMap(({ id }) =>
      [{ asOf: '2021-05-31' }, { asOf: '2021-06-17', knownAt: before }].map((more) => ({
        id,
        organiser: 'pori-perusturva',
        service: 'disability-work',
        ...more,
      })),
    );
  const described = [{}, { asOf: '2021-05-31' }, { knownAt: before }].map((more) => ({
    organiser: 'pori-perusturva',
    service: 'disability-work',
    ...more,
  }));
  return {
    computeFigure: matches,
    figureCases: matches,
    describe: described,
    descriptionPdf: described,
    descriptionAnswerVersions: [{ organiser: 'pori-perusturva', service: 'disability-work', question: 'Q1' }],
    organiserSetup: [{ code: 'pori-perusturva' }],
    findDuplicates: [{ familyName: 'Piilo', givenNames: 'Väinö', birthOn: null, identityCode: null }],
    searchClients: [{ text: 'Piilo' }],
    planTemplate: [{ service: 'rehabilitative-work', madeOn: '2021-06-01' }],
    previewDecision: ['2021-06-10', '2021-06-17'].map((decidedOn) => ({
      clientId: one.clientId,
      referralId,
      outcome: 'deny',
      decidedOn,
      during: null,
      reasons: 'Ei tarvetta.',
      unheard,
      provisions,
      deciderId: world.workerId('pori-social-worker'),
    })),
    letterShareEffect: [
      { from: '2021-07-01', shares: [{ workerId: world.workerId('pori-social-worker'), first: 'A', last: 'Ö' }] },
    ],
    responsibleChoices: [{ clientId: one.clientId, service: 'open-work', on: '2021-06-17' }],
    agreementPaper: ['client', 'employer', 'organiser'].map((copy) => ({ clientId: one.clientId, agreementId, copy })),
    namingTakenBack: [{ clientId: one.clientId, namingId, role: 'coach' }],
    myDay: [{}, { whose: 'team' }],
    attendanceGrid: [
      { workplaceId, from: '2021-05-03', to: '2021-05-10' },
      { groupId: world.pori.groups['work-activity'], from: '2021-06-14', to: '2021-06-21' },
    ],
  };
}

function inputsOf(act: AnyAct): readonly Record<string, unknown>[] {
  const own = inputs()[act.name];
  if (own) return own;
  const known: Record<string, unknown> = {
    ...one,
    decisionId,
    referralId,
    hearingId,
    refusalId,
    assessmentId,
    planId,
    interruptionId,
    agreementId,
    workplaceId,
    workerId: world.workerId('pori-coach'),
    month: '2021-05',
    on: '2021-05-03',
    from: '2021-05-01',
    to: '2021-06-01',
  };
  const fields = Object.keys((act.input as { shape?: object }).shape ?? {});
  return [Object.fromEntries(fields.flatMap((field) => (field in known ? [[field, known[field]]] : [])))];
}

/** Lists of all municipalities to choose from tell of nobody. */
const withoutMunicipalities = (output: unknown) =>
  JSON.stringify(output, (key, value) => (key === 'municipalities' ? undefined : value));

async function textOf(output: unknown): Promise<string> {
  const { bytes, media } = output as { bytes?: Uint8Array; media?: string };
  if (!bytes) return withoutMunicipalities(output);
  if (media !== 'application/pdf') return Buffer.from(bytes).toString('utf8');
  const { text, run } = await readPaper(bytes);
  return `${text} ${run}`;
}

const asking = allActs.filter((act) => act.kind === 'ask' || act.method === 'GET');
const nobodyNeedsIt = [
  'pori-coach',
  'pori-coach-2',
  'pori-instructor',
  'pori-finance',
  'pori-planner',
  'pori-manager',
  'pori-administrator',
  'rauma-social-worker-a',
] as const satisfies readonly WorkerName[];

/** Figures are the same for all of an organiser, and take their time: one within it and one from outside ask them. */
const isCounting = ({ may }: AnyAct) => may.kind === 'signed-in' && may.purpose === 'figures';
const countsAlike: readonly WorkerName[] = ['pori-coach', 'rauma-social-worker-a'];

describe('where a protected person lives', () => {
  test('is in no answer of any act, old papers and figures included, for those who do not need it', async () => {
    const answered = new Set<string>();
    const leaks: string[] = [];
    const wrong: string[] = [];
    for (const by of nobodyNeedsIt)
      for (const act of asking)
        for (const input of isCounting(act) && !countsAlike.includes(by) ? [] : inputsOf(act)) {
          try {
            const output = await perform(world.house(), act, input, { who: world.who(by), language: 'fi' });
            answered.add(act.name);
            if (traces.test(await textOf(output))) leaks.push(`${act.name} ${JSON.stringify(input)} by ${by}`);
          } catch (error) {
            if (!(error instanceof ProblemError)) throw error;
            if (error.problem.status === 400)
              wrong.push(`${act.name} ${JSON.stringify(input)} ${JSON.stringify(error.problem)}`);
            if (traces.test(JSON.stringify(error.problem))) leaks.push(`${act.name} refused, by ${by}`);
          }
        }
    expect(wrong).toEqual([]);
    expect(leaks).toEqual([]);
    // Each act that reads was answered to somebody: only officials compare records, and open an ended client; a slip of days is of
    // rehabilitative work, and has a protected client in its room's own test.
    expect(asking.map(({ name }) => name).filter((name) => !answered.has(name))).toEqual([
      'endedClient',
      'participationSlip',
      'personRecords',
    ]);
  }, 240_000);

  test('is in none of the facts that are exported, nor as they were known before', async () => {
    for (const knownAt of [null, before]) {
      const folder = mkdtempSync(join(tmpdir(), 'kykypolku-facts-'));
      const key = new Uint8Array(32).fill(1);
      const facts = { organiser: 'pori-perusturva', asOf: world.today, knownAt, folder, key };
      await asApp(db.app, (tx) => writeFacts(tx as never, facts), world.today);
      const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
      expect(files).toHaveLength(factNames().length);
      for (const file of files) expect(readFileSync(join(folder, file), 'utf8'), file).not.toMatch(traces);
    }
  });

  test('is read by no SQL written by hand, in the rows of today and the old ones', async () => {
    for (const purpose of ['case', 'money', 'figures'] as const) {
      const matches = await db.app.transaction().execute(async (tx) => {
        await enterAs(tx, world.who('pori-coach'), { purpose, today: world.today, now: world.house().clock.now() });
        const rows = [];
        for (const table of ['client_address', 'client_address_history', 'decision_letter'])
          rows.push(
            ...(
              await sql`select 1 from ${sql.table(table)} where client_id = ${one.clientId}
            ${table === 'decision_letter' ? sql`and tells_place` : sql``}`.execute(tx)
            ).rows,
          );
        return rows;
      });
      expect(matches).toEqual([]);
    }
  });

  test('is read by an official in the letter as it was kept, and as the client is reached', async () => {
    expect((await letterSeenBy('pori-social-worker')).text).toMatch(/Kanarialintukuja/);
    const answer = await world.perform(client, { clientId: one.clientId }, 'pori-social-worker');
    expect(answer.reach.address).toEqual(planted);
    expect(answer.client.municipality).toBe('Kanariala');
    expect(answer.representatives.map(({ phone }) => phone)).toEqual([relative]);
  });

  test('follows from no version of the details either: one could make that of every municipality, and compare', async () => {
    const versionsFor = async (by: WorkerName) => {
      const versions = new Set<string>();
      for (const code of ['609', '684', municipality.code]) {
        await sql`update client_client set municipality_code = ${code} where id = ${one.clientId}`.execute(db.owner);
        versions.add((await world.perform(client, { clientId: one.clientId }, by)).version);
      }
      return versions.size;
    };
    for (const by of ['pori-coach', 'pori-instructor'] as const) expect(await versionsFor(by), by).toBe(1);
    expect(await versionsFor('pori-social-worker')).toBe(3);
  });

  test('is not told of the worker who answers for the client alone, when clients of a colleague are handed over', async () => {
    const asked = { workerId: world.workerId('pori-coach-2'), from: world.today };
    for (const by of ['pori-manager', 'pori-administrator'] as const) {
      const { workers } = await world.perform(clientsHeld, asked, by);
      expect(workers.find(({ id }) => id === world.workerId('pori-coach'))).toMatchObject({ municipalities: [] });
    }
  });

  test('is left out of a copy that says so, and all the rest of the letter is there', async () => {
    const { text } = await letterSeenBy('pori-coach');
    for (const words of ['Piilo', 'Vastaa tarvetta.', 'Jäljennös', 'Osoite jätetty pois (turvakielto)'])
      expect(text).toContain(words);
    // The copy is not kept in the letter's stead.
    expect((await letterSeenBy('pori-social-worker')).text).toMatch(/Kanarialintukuja/);
  });

  test('is changed by an official only: whoever cannot see it would write over it', async () => {
    const { clientId } = one;
    const address = { ...planted, street: 'Uusi 1' };
    expect(await world.refusal(changeAddress, { clientId, address, from: '2021-06-17' }, 'pori-coach')).toBe(
      'address-protected',
    );
    expect(await world.refusal(changeClient, { clientId, municipalityCode: '609' }, 'pori-coach')).toBe(
      'address-protected',
    );
    await world.perform(changeAddress, { clientId, address: planted, from: '2021-06-17' }, 'pori-social-worker');
  });

  test('stays out of a letter made meanwhile, which all who work with the client may open', async () => {
    const { clientId } = one;
    const decided = { clientId, referralId, outcome: 'deny' as const, decidedOn: '2021-06-17', during: null };
    const preview = { ...decided, reasons: 'Ei tarvetta.', unheard, provisions };
    expect((await world.perform(previewDecision, preview, 'pori-social-worker')).recipient).toContain('PL 5');
    const made = await world.perform(decide, preview, 'pori-social-worker');
    const { bytes } = await world.perform(decisionLetter, { clientId, ...made }, 'pori-coach');
    expect((await readPaper(bytes)).text).toContain('PL 5');
  });

  test('is told again when the protection has ended', async () => {
    await world.perform(liftProtection, { clientId: one.clientId, from: world.today }, 'pori-social-worker');
    expect((await letterSeenBy('pori-coach')).text).toMatch(/Kanarialintukuja/);
  });
});
