/**
 * A word is planted in each kind of what is told of a client, in one service; then it is searched in every answer of every act that
 * reads, papers, files and refusals included, as every worker of the world. Whom it may reach is said beside each word.
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginAssessment, writeAssessment } from '../src/casework/assessment/acts.ts';
import { changeClient, nameRepresentative, recordBenefit } from '../src/casework/client/acts.ts';
import { recordContact } from '../src/casework/coaching/acts.ts';
import { decide, decisionFrame } from '../src/casework/decision/acts.ts';
import { hearClient } from '../src/casework/hearing/acts.ts';
import { place } from '../src/casework/placement/acts.ts';
import { makePlan } from '../src/casework/plan/acts.ts';
import { receiveReferralOfClient } from '../src/casework/referral/acts.ts';
import { startRelationship } from '../src/casework/relationship/acts.ts';
import { day } from '../src/kernel/day.ts';
import { ProblemError } from '../src/kernel/problem.ts';
import { allActs } from '../src/screens/app/registry.ts';
import type { AnyAct } from '../src/server/act.ts';
import { perform } from '../src/server/perform.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { readPaper } from './paper.ts';
import { type PartTaken, partAtWorkplace, takingPart } from './taking-part.ts';
import { makeWorld, type WorkerName, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
let one: PartTaken;
const known: Record<string, string> = {};

const withClient = ['pori-coach', 'pori-coach-2', 'pori-social-worker'] as const satisfies readonly WorkerName[];

/** Each word, and whom it may reach: whoever only instructs at the centre reads nothing of open work, and a manager how matters go. */
const planted: Readonly<Record<string, readonly WorkerName[]>> = {
  kanariatavoite: withClient,
  kanarianakemys: withClient,
  kanariamerkinta: withClient,
  kanariaperuste: [...withClient, 'pori-manager'],
  kanariatarve: [...withClient, 'pori-manager'],
  kanariakuuleminen: [...withClient, 'pori-manager'],
  // Whom to call is told where the client is, too.
  kanariaedustaja: [...withClient, 'pori-instructor'],
  '020394-9996': ['pori-coach', 'pori-social-worker'],
};

const everybody: readonly WorkerName[] = [
  ...withClient,
  'pori-instructor',
  'pori-finance',
  'pori-planner',
  'pori-manager',
  'pori-administrator',
  'rauma-coach',
  'rauma-social-worker-a',
  'rauma-manager',
  'work-social-worker',
];

beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  const by = 'pori-social-worker';
  const { workplaceId } = await partAtWorkplace(world, 'Satametalli');
  one = await takingPart(world, { service: 'open-work', workplaceId, familyName: 'Lintunen', weekdays: [1, 2] });
  const { clientId, relationshipId } = one;
  await world.perform(changeClient, { clientId, identityCode: '020394-9996' }, 'pori-coach');
  const note = 'kanariamerkinta puhelussa';
  await world.perform(recordContact, { clientId, relationshipId, kind: 'call', note }, 'pori-coach');
  await world.perform(
    nameRepresentative,
    {
      clientId,
      name: 'kanariaedustaja',
      kind: 'relative',
      phone: null,
      powers: null,
      during: { from: '2021-01-01', to: null },
    },
    by,
  );
  await world.perform(
    recordBenefit,
    { clientId, benefit: 'disability-pension', main: true, during: { from: '2021-01-01', to: null } },
    by,
  );
  // At the centre too, so that its instructors work with the client.
  const april = day('2021-04-01');
  const came = { clientId, source: 'own-contact', kind: 'own-contact' } as const;
  const centre = await world.perform(
    receiveReferralOfClient,
    { ...came, service: 'work-activity', receivedOn: april },
    by,
    april,
  );
  const frame = await world.perform(decisionFrame, { clientId, referralId: centre.referralId }, by, april);
  const grant = {
    ...{
      clientId,
      referralId: centre.referralId,
      outcome: 'grant' as const,
      decidedOn: april,
      during: { from: april, to: null },
    },
    ...{ reasons: 'Vastaa tarvetta.', provisions: frame.provisions.map(({ id }) => id) },
  } as const;
  const { decisionId } = await world.perform(decide, grant, by, april);
  const offeringId = world.pori.offerings['work-activity'] as string;
  const started = { clientId, decisionId, offeringId, from: april, workerId: null };
  const held = await world.perform(startRelationship, started, by, april);
  const groupId = world.pori.groups['work-activity'] as string;
  const where = { clientId, relationshipId: held.relationshipId, groupId, workplaceId: null, from: april };
  await world.perform(place, { ...where, slots: [{ weekday: 4, half: 'am' }] }, by, april);
  // A matter of another service, with all that is written of one.
  const june = day('2021-06-01');
  const { referralId } = await world.perform(
    receiveReferralOfClient,
    { ...came, service: 'supported-employment', receivedOn: june, need: 'kanariatarve' },
    'pori-coach',
    june,
  );
  const hearing = { about: 'kanariakuuleminen', respondByOn: '2021-06-15', way: 'post' as const };
  const { hearingId } = await world.perform(hearClient, { clientId, referralId, ...hearing }, by, june);
  const { assessmentId } = await world.perform(beginAssessment, { clientId, referralId, begunOn: june }, by, june);
  const view = { tookPart: 'Asiakas', situation: 'Hakee.', clientView: 'kanarianakemys', conclusions: 'Tukea.' };
  const answers = { need: 'recurring', specialSupport: false, ownWorker: false, ownWorkerView: null } as const;
  const days = { viewMissingBecause: null, begunOn: june, finishedOn: june };
  await world.perform(writeAssessment, { clientId, assessmentId, ...view, ...answers, ...days }, by, june);
  const plan = { clientId, referralId, service: 'supported-employment', kind: 'service', madeOn: june } as const;
  const lasts = { during: { from: june, to: '2021-12-01' }, reviewOn: '2021-11-01', goals: ['kanariatavoite'] };
  const { planId } = await world.perform(makePlan, { ...plan, ...lasts }, by, june);
  const { provisions } = await world.perform(decisionFrame, { clientId, referralId }, by, june);
  const supported = {
    clientId,
    referralId,
    outcome: 'grant',
    decidedOn: june,
    during: { from: june, to: null },
  } as const;
  const ground = { reasons: 'kanariaperuste', provisions: provisions.map(({ id }) => id) };
  const decided = await world.perform(decide, { ...supported, ...ground }, by, june);
  Object.assign(known, one, {
    referralId,
    hearingId,
    assessmentId,
    planId,
    workplaceId,
    decisionId: decided.decisionId,
  });
  Object.assign(known, {
    month: '2021-05',
    on: '2021-06-17',
    from: '2021-05-01',
    to: '2021-06-01',
    madeOn: '2021-06-01',
  });
  Object.assign(known, {
    workerId: world.workerId('pori-coach'),
    code: 'pori-perusturva',
    service: 'supported-employment',
  });
}, 60_000);
afterAll(() => db.close());

function inputsOf(act: AnyAct): readonly Record<string, unknown>[] {
  const described = { organiser: 'pori-perusturva', service: 'disability-work' };
  const own: Record<string, readonly Record<string, unknown>[]> = {
    searchClients: [{ text: 'Lintunen' }, { text: '020394-9996' }],
    findDuplicates: [{ familyName: 'Lintunen', givenNames: 'Väinö', birthOn: null, identityCode: '020394-9996' }],
    matterRegister: [{}, { name: 'Lintunen' }],
    decisionRegister: [{}],
    computeFigure: [{ id: 'clients-on-day', asOf: '2021-05-31', ...described }],
    figureCases: [{ id: 'clients-on-day', asOf: '2021-05-31', ...described }],
    describe: [described],
    descriptionPdf: [described],
    descriptionAnswerVersions: [{ ...described, question: 'Q1' }],
    myDay: [{}, { whose: 'team' }, { show: 'pending' }],
    attendanceGrid: [{ groupId: world.pori.groups['work-activity'], from: '2021-06-14', to: '2021-06-21' }],
  };
  const fields = Object.keys((act.input as { shape?: object }).shape ?? {});
  return (
    own[act.name] ?? [Object.fromEntries(fields.flatMap((field) => (field in known ? [[field, known[field]]] : [])))]
  );
}

async function textOf(output: unknown): Promise<string> {
  const { bytes, media } = output as { bytes?: Uint8Array; media?: string };
  if (!bytes) return JSON.stringify(output);
  if (media !== 'application/pdf') return Buffer.from(bytes).toString('utf8');
  const { text, run } = await readPaper(bytes);
  return `${text} ${run}`;
}

const isCounting = ({ may }: AnyAct) => may.kind === 'signed-in' && may.purpose === 'figures';
const counts: readonly WorkerName[] = ['pori-instructor', 'rauma-coach'];

test('what is told of a client reaches nobody who may not read it, in no answer, paper, file or refusal of any act that reads', async () => {
  const reached = new Map<string, Set<WorkerName>>(Object.keys(planted).map((word) => [word, new Set()]));
  const leaks: string[] = [];
  for (const by of everybody)
    for (const act of allActs.filter(({ kind, method }) => kind === 'ask' || method === 'GET')) {
      if (isCounting(act) && !counts.includes(by)) continue;
      for (const input of inputsOf(act)) {
        const text = await perform(world.house(), act, input, { who: world.who(by), language: 'fi' }).then(
          textOf,
          (error: unknown) => {
            if (!(error instanceof ProblemError)) throw error;
            // What one typed oneself comes back in no refusal either.
            return JSON.stringify(error.problem);
          },
        );
        for (const [word, may] of Object.entries(planted)) {
          if (!text.toLowerCase().includes(word.toLowerCase())) continue;
          reached.get(word)?.add(by);
          if (!may.includes(by)) leaks.push(`${word}: ${act.name} by ${by}`);
        }
      }
    }
  expect(leaks).toEqual([]);
  // A word that nobody reads was not planted.
  for (const [word, may] of Object.entries(planted)) expect([word, ...(reached.get(word) ?? [])]).toContain(may[0]);
}, 240_000);

test('nor does the trail keep any of it, nor the log of the database’s own words', async () => {
  const { rows } = await sql<{
    text: string;
  }>`select concat_ws(' ', act, purpose, detail::text, address) as text from platform_audit`.execute(db.owner);
  expect(rows.length).toBeGreaterThan(50);
  for (const word of Object.keys(planted))
    expect(rows.filter(({ text }) => text.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
});
