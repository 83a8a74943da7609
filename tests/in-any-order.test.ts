/** Dated facts told late or ahead: whichever is told first, a client's page says the same of each day. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plansOf } from '../src/casework/plan/acts.ts';
import { allActs } from '../src/screens/app/registry.ts';
import { clientPage } from '../src/screens/client/board.ts';
import { newId } from '../src/server/id.ts';
import { type Input, type Ready, waysIn } from './creating.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { makeWorld, signedAll, type WorkerName, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  another = newId();
  await sql`insert into worker_worker (id, organiser_id, family_name, given_name)
    values (${another}, ${world.pori.id}, 'Toinen', 'Uusi')`.execute(db.owner);
  await sql`insert into worker_post (worker_id, organiser_id, role, during)
    values (${another}, ${world.pori.id}, 'social-worker', '[2010-01-01,)')`.execute(db.owner);
});
afterAll(() => db.close());

const coach = 'pori-coach';
const official = 'pori-social-worker';
/** Another social worker of Pori. */
let another: string;

interface At {
  readonly clientId: string;
  readonly relationshipId: string;
  readonly placementId: string;
}

/** Two facts of one kind, the earlier day first, and what stands before them. */
interface InOrder {
  readonly act: string;
  readonly by: WorkerName;
  readonly facts: (at: At & Input) => readonly [Input, Input];
  readonly before?: (at: At) => Promise<Input>;
}

const planOf = (at: At, madeOn: string, from: string, reviewOn: string, goal: string): Input => ({
  ...{ clientId: at.clientId, service: 'open-work', kind: 'service', madeOn, goals: [goal] },
  ...{ during: { from, to: null }, reviewOn },
});

const kinds: Readonly<Record<string, InOrder>> = {
  'reviews of a plan': {
    act: 'reviewPlan',
    by: official,
    before: async (at) => perform('makePlan', planOf(at, '2021-03-01', '2021-03-01', '2021-05-01', 'Jaksaa'), official),
    facts: ({ clientId, planId }) => [
      { clientId, planId, reviewedOn: '2021-04-20', nextOn: '2021-05-20' },
      { clientId, planId, reviewedOn: '2021-06-10', nextOn: '2021-12-10' },
    ],
  },
  'a plan, and one made ahead': {
    act: 'makePlan',
    by: official,
    facts: (at) => [
      planOf(at, '2021-03-01', '2021-03-01', '2021-05-01', 'Jaksaa'),
      planOf(at, '2021-06-10', '2021-09-01', '2022-03-01', 'Jatkaa'),
    ],
  },
  contacts: {
    act: 'recordContact',
    by: coach,
    facts: ({ clientId, relationshipId }) => [
      { clientId, relationshipId, kind: 'meeting', heldOn: '2021-04-01' },
      { clientId, relationshipId, kind: 'call', heldOn: '2021-06-15' },
    ],
  },
  appointments: {
    act: 'planVisit',
    by: coach,
    facts: ({ clientId, relationshipId }) => [
      { clientId, relationshipId, kind: 'meeting', dueOn: '2021-06-20' },
      { clientId, relationshipId, kind: 'workplace-visit', dueOn: '2021-08-20' },
    ],
  },
  benefits: {
    act: 'recordBenefit',
    by: official,
    facts: ({ clientId }) => [
      { clientId, benefit: 'wage', main: true, during: { from: '2020-01-01', to: '2021-05-01' } },
      { clientId, benefit: 'disability-pension', main: true, during: { from: '2021-05-01', to: null } },
    ],
  },
  breaks: {
    act: 'agreeBreak',
    by: official,
    facts: ({ clientId, relationshipId }) => [
      { clientId, relationshipId, reason: 'loma', during: { from: '2021-04-05', to: '2021-04-12' } },
      { clientId, relationshipId, reason: 'kuntoutus', during: { from: '2021-06-14', to: '2021-06-21' } },
    ],
  },
  agreements: {
    act: 'makeAgreement',
    by: coach,
    facts: ({ clientId, placementId }) => [
      { clientId, placementId, tasks: 'A', hours: 'ma', during: { from: '2021-03-01', to: '2021-06-01' } },
      { clientId, placementId, tasks: 'B', hours: 'ti', during: { from: '2021-06-01', to: '2021-12-01' } },
    ],
  },
  marks: {
    act: 'markAttendance',
    by: coach,
    facts: ({ placementId }) => [
      { marks: [{ placementId, on: '2021-05-17', kind: 'absent', reason: 'sick', seen: null }] },
      { marks: [{ placementId, on: '2021-06-16', kind: 'present', reason: null, seen: null }] },
    ],
  },
  'referrals to other services': {
    act: 'referOver',
    by: coach,
    facts: ({ clientId }) => [
      { clientId, service: 'open-work', otherService: 'te-services', direction: 'to', madeOn: '2021-04-01' },
      { clientId, service: 'open-work', otherService: 'kela-rehabilitation', direction: 'to', madeOn: '2021-06-01' },
    ],
  },
  representatives: {
    act: 'nameRepresentative',
    by: official,
    facts: ({ clientId }) => [
      { clientId, name: 'Salo Maija', kind: 'relative', during: { from: '2020-01-01', to: '2021-05-01' } },
      { clientId, name: 'Salo Pekka', kind: 'relative', during: { from: '2021-05-01', to: null } },
    ],
  },
};

/** Facts that hold from a day on: the one told late holds until the one that is known already. */
const since: typeof kinds = {
  addresses: {
    act: 'changeAddress',
    by: official,
    facts: ({ clientId }) =>
      (
        [
          ['Vanhatie 1', '2021-03-01'],
          ['Uusitie 2', '2021-06-01'],
        ] as const
      ).map(([street, from]) => ({
        clientId,
        address: { street, postalCode: '28100', postOffice: 'PORI', phone: null, email: null },
        from,
      })) as unknown as readonly [Input, Input],
  },
  'reasons of support': {
    act: 'recordReason',
    by: official,
    facts: ({ clientId }) => [
      { clientId, reason: 'not-investigated', from: '2021-03-01' },
      { clientId, reason: 'mental-health', from: '2021-06-01' },
    ],
  },
  rhythms: {
    act: 'agreeRhythm',
    by: coach,
    facts: ({ clientId, relationshipId }) => [
      { clientId, relationshipId, everyDays: 7, during: { from: '2021-04-01', to: '2021-06-01' } },
      { clientId, relationshipId, everyDays: 30, during: { from: '2021-06-01', to: null } },
    ],
  },
  'responsible workers': {
    act: 'nameResponsible',
    by: official,
    facts: ({ clientId, relationshipId }) => [
      { clientId, relationshipId, workerId: world.workerId('pori-coach-2'), from: '2021-04-01' },
      { clientId, relationshipId, workerId: world.workerId(coach), from: '2021-06-01' },
    ],
  },
  'case managers': {
    act: 'handOverCase',
    by: official,
    facts: ({ clientId }) => [
      { clientId, workerId: world.workerId(official), from: '2021-04-01' },
      { clientId, workerId: another, from: '2021-06-01' },
    ],
  },
  'own workers': {
    act: 'nameOwnWorker',
    by: official,
    facts: ({ clientId }) => [
      { clientId, workerId: world.workerId(official), from: '2021-04-01' },
      { clientId, workerId: world.workerId(coach), from: '2021-06-01' },
    ],
  },
  protections: {
    act: 'protectAddress',
    by: official,
    facts: ({ clientId }) => [
      { clientId, during: { from: '2020-03-01', to: '2021-03-01' } },
      { clientId, during: { from: '2021-06-01', to: '2022-06-01' } },
    ],
  },
};

const signedIn = ['2021-06-01', '2021-06-10'];
/** Steps of a matter of their own, told late. */
const steps: typeof kinds = {
  signatures: {
    act: 'signPlan',
    by: official,
    before: async () => waysIn(world).draft(),
    facts: ({ clientId, planId }) =>
      signedIn.map((on, n) => ({ clientId, planId, ...signedAll(on)[n] })) as unknown as readonly [Input, Input],
  },
  'contacts about a matter': {
    act: 'recordContactOnMatter',
    by: official,
    before: async ({ clientId }) => twoMatters(clientId),
    facts: ({ clientId, matters }) => [
      { clientId, referralId: (matters as readonly string[])[0], kind: 'call', heldOn: '2021-06-10' },
      { clientId, referralId: (matters as readonly string[])[0], kind: 'meeting', heldOn: '2021-06-15' },
    ],
  },
  'services of notice of two decisions': {
    act: 'serveDecision',
    by: official,
    before: async ({ clientId }) => twoDecisions(clientId),
    facts: ({ clientId, decisions }) =>
      (decisions as readonly string[]).map((decisionId, n) => ({
        ...{ clientId, decisionId, sentOn: '2021-06-17' },
        way: ['in-person', 'post'][n],
      })) as unknown as readonly [Input, Input],
  },
  'requests for rectification': {
    act: 'receiveRequest',
    by: official,
    before: async ({ clientId }) => twoDecisions(clientId),
    facts: ({ clientId, decisions }) =>
      (decisions as readonly string[]).map((decisionId, n) => ({
        ...{ clientId, decisionId, receivedOn: '2021-06-17' },
        demands: ['Myönnettävä.', 'Enemmän päiviä.'][n],
      })) as unknown as readonly [Input, Input],
  },
  'refusals to correct': {
    act: 'refuseCorrection',
    by: official,
    before: async ({ clientId }) => twoDecisions(clientId),
    facts: ({ clientId, decisions }) =>
      ['2021-06-17', '2021-06-17'].map((demandedOn, n) => ({
        ...{ clientId, decisionId: (decisions as readonly string[])[n], demandedOn },
        ...{ demand: `Väärin ${n}.`, reasons: 'Ei ole.' },
      })) as unknown as readonly [Input, Input],
  },
  'ends of two services': {
    act: 'exitClient',
    by: official,
    before: async ({ clientId }) => twoServices(clientId),
    facts: ({ clientId, services }) =>
      (services as readonly string[]).map((relationshipId, n) => ({
        ...{ clientId, relationshipId, lastDay: ['2021-06-09', '2021-06-15'][n] },
        ...{ reason: 'studies', destination: 'studies' },
      })) as unknown as readonly [Input, Input],
  },
  'hearings of two matters': {
    act: 'hearClient',
    by: official,
    before: async ({ clientId }) => twoMatters(clientId),
    facts: ({ clientId, matters }) =>
      (matters as readonly string[]).map((referralId, n) => ({
        ...{ clientId, referralId, about: `Aiotaan evätä ${n}.`, way: 'post' },
        respondByOn: ['2021-07-20', '2021-07-30'][n],
      })) as unknown as readonly [Input, Input],
  },
  'assessments of two matters': {
    act: 'beginAssessment',
    by: official,
    before: async ({ clientId }) => twoMatters(clientId),
    facts: ({ clientId, matters }) =>
      (matters as readonly string[]).map((referralId, n) => ({
        ...{ clientId, referralId },
        begunOn: ['2021-06-10', '2021-06-16'][n],
      })) as unknown as readonly [Input, Input],
  },
};

/** Decisions on two more services. */
async function twoDecisions(clientId: string): Promise<Input> {
  const ways = waysIn(world);
  const decisions: string[] = [];
  for (const service of ['work-activity', 'day-activity'] as const)
    decisions.push((await ways.decided(service, clientId)).decisionId);
  return { decisions };
}

/** Two more services that the client is in. */
async function twoServices(clientId: string): Promise<Input> {
  const ways = waysIn(world);
  const services: string[] = [];
  for (const service of ['day-activity', 'supported-employment'] as const)
    services.push((await ways.begun(service, clientId)).relationshipId);
  return { services };
}

/** Matters of two more services that wait. */
async function twoMatters(clientId: string): Promise<Input> {
  const matters: string[] = [];
  for (const service of ['work-activity', 'day-activity']) {
    const matter = { clientId, service, source: 'school', kind: 'referral', receivedOn: '2021-06-09' };
    matters.push(String((await perform('receiveReferralOfClient', matter, official)).referralId));
  }
  return { matters };
}

async function perform(name: string, input: Input, by: WorkerName): Promise<Input> {
  const act = allActs.find((one) => one.name === name);
  if (!act) throw new Error(`no act ${name}`);
  return (await world.perform(act, input as never, by)) as Input;
}

/** What a page says without what each record has of its own: ids, fingerprints and names that are counted. */
const told = (page: unknown): unknown =>
  JSON.parse(
    JSON.stringify(page)
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '#')
      .replace(/"(version|[a-zA-Z]*Version|contentHash)":"[^"]*"/g, '"$1":"#"')
      .replace(/Paikka \d+/g, 'Paikka')
      .replace(/"number":"?[\d/]+"?/g, '"number":"#"'),
  );

/** Lists of one day in no order of their own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, sorted(part)]));
}

const all = { ...kinds, ...since, ...steps };

test.each(Object.keys(all))('%s say the same whichever is told first', async (kind) => {
  const { act, by, facts, before } = all[kind] as InOrder;
  const pages: unknown[] = [];
  for (const turned of [false, true]) {
    const at = await waysIn(world).atWork();
    const both = facts({ ...at, ...(await before?.(at)) });
    for (const input of turned ? [both[1], both[0]] : both) await perform(act, input satisfies Ready['input'], by);
    const page = await world.perform(clientPage, { clientId: String(both[0].clientId ?? at.clientId) }, official);
    pages.push(sorted(told(page)));
  }
  expect(pages[1]).toEqual(pages[0]);
});

test('a plan that is made ahead leaves the evaluation that is due now where it is', async () => {
  const at = await waysIn(world).atWork();
  await perform('makePlan', planOf(at, '2021-03-01', '2021-03-01', '2021-05-01', 'Jaksaa'), official);
  await perform('makePlan', planOf(at, '2021-06-10', '2021-09-01', '2022-03-01', 'Jatkaa'), official);
  const { plans } = await world.perform(plansOf, { clientId: at.clientId }, official);
  expect(plans.map(({ reviewOn, reviewDue }) => [reviewOn, reviewDue])).toEqual(
    expect.arrayContaining([
      ['2021-05-01', true],
      ['2022-03-01', false],
    ]),
  );
});
