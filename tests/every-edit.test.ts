/** Every act that edits what stands, done by two: the second is told who changed what and when, and is given both texts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAgreement } from '../src/casework/agreement/acts.ts';
import { beginAssessment } from '../src/casework/assessment/acts.ts';
import { client, recordReason } from '../src/casework/client/acts.ts';
import { agreeRhythm, planVisit, recordContact, tellOutcome } from '../src/casework/coaching/acts.ts';
import { referOver } from '../src/casework/cooperation/acts.ts';
import { decide, decisionFrame } from '../src/casework/decision/acts.ts';
import { exitClient, exits } from '../src/casework/exit/acts.ts';
import { addOffering } from '../src/casework/organiser/acts.ts';
import { nameOwnWorker, ownWorkersOf } from '../src/casework/ownworker/acts.ts';
import { plansOf } from '../src/casework/plan/acts.ts';
import { setRate } from '../src/casework/rate/acts.ts';
import { receiveRequest } from '../src/casework/rectification/acts.ts';
import { agreeBreak, handOverCase } from '../src/casework/relationship/acts.ts';
import { decidePost, giveDecidingRights, givePost, postRequests, staff } from '../src/casework/worker/acts.ts';
import { codeOf, type Problem, ProblemError } from '../src/kernel/problem.ts';
import { allActs } from '../src/screens/app/registry.ts';
import type { AnyAct } from '../src/server/act.ts';
import { perform } from '../src/server/perform.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { partAtWorkplace, takingPart } from './taking-part.ts';
import { makeWorld, type WorkerName, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

type Input = Readonly<Record<string, unknown>>;
interface Edits {
  /** What is written first, and by whom. */
  readonly first: Input;
  readonly by: WorkerName;
  /** What comes after it, of somebody who saw what stood before. */
  readonly second: Input;
  readonly then?: WorkerName;
}

const coach = 'pori-coach';
const official = 'pori-social-worker';
const administrator = 'pori-administrator';
const always = { from: '2010-01-01', to: null };
const of = (at: Input, first: Input, second: Input, by: WorkerName, then?: WorkerName): Edits => ({
  first: { ...at, ...first },
  second: { ...at, ...second },
  by,
  ...(then ? { then } : {}),
});

let no = 0;
const atWork = async () => {
  const { workplaceId, employerId } = await partAtWorkplace(world, `Paikka ${++no}`);
  return { ...(await takingPart(world, { service: 'open-work', workplaceId })), workplaceId, employerId };
};
const whose = async () => {
  const { clientId, relationshipId } = await atWork();
  return { clientId, relationshipId };
};
const slots = [{ weekday: 1, half: 'am' }];
const more = [...slots, { weekday: 2, half: 'am' }];
const colleagueWithPost = async () => {
  const workerId = world.workerId('pori-coach-2');
  const { workers } = await world.perform(staff, {}, administrator);
  const post = workers.find(({ id }) => id === workerId)?.posts[0];
  const { id: postId = '', unit: _, decides: __, version: ___, ...details } = post ?? {};
  return { workerId, postId, details };
};

const assessing = async () => {
  const { clientId, referralId } = await world.refer();
  const begin = { clientId, referralId, begunOn: '2021-05-05' };
  return { clientId, ...(await world.perform(beginAssessment, begin, official)) };
};
const assessed = {
  ...{ begunOn: '2021-05-05', finishedOn: '2021-05-20', tookPart: 'Asiakas', situation: 'Hakee työtä.' },
  ...{ clientView: 'Haluan töihin.', viewMissingBecause: null, need: 'recurring', specialSupport: false },
  ...{ ownWorker: false, ownWorkerView: null },
};

/** One of each act that edits. */
const edits: Readonly<Record<string, () => Promise<Edits>>> = {
  changeOrganiser: async () => {
    const names = { nameFi: 'Perusturva', nameSv: 'Grundtrygghet', nameEn: 'Welfare', office: null, street: null };
    const reach = {
      postalCode: null,
      postOffice: null,
      email: null,
      dataProtectionContact: null,
      dataProtectionPage: null,
    };
    return of({ ...names, ...reach }, { phone: '02 623 4501' }, { phone: '02 623 4502' }, administrator);
  },
  setRectificationBody: async () => {
    const names = { nameFi: 'Lautakunta', nameSv: 'Nämnden', nameEn: 'Board', postOffice: 'Pori', postalCode: '28100' };
    const open = { openingFi: 'klo 9–15', openingSv: 'kl. 9–15', openingEn: '9 to 15', email: null, phone: null };
    const at = { ...names, ...open, from: '2021-07-01' };
    return of(at, { street: 'Kirjurintie 3' }, { street: 'Kirjurintie 4' }, administrator);
  },
  setArea: async () =>
    of({ from: '2021-07-01' }, { municipalityCodes: ['609', '684'] }, { municipalityCodes: ['684'] }, administrator),
  changeOffering: async () => {
    const during = { from: '2022-01-01', to: null };
    const offering = { service: 'employment-support-27d', provisionMode: 'own', providerId: null, during } as const;
    const { offeringId } = await world.perform(addOffering, offering, administrator);
    const until = (to: string) => ({ during: { from: '2022-01-01', to } });
    return of({ offeringId }, until('2023-01-01'), until('2024-01-01'), administrator);
  },
  changeUnit: async () => {
    const details = {
      kind: 'activity-centre',
      municipalityCode: '609',
      street: null,
      providerId: null,
      during: always,
    };
    return of({ unitId: world.pori.unitId, ...details }, { name: 'Keskus A' }, { name: 'Keskus B' }, administrator);
  },
  changeGroup: async () => of(groupInput('work-activity'), { name: 'Verstas' }, { name: 'Paja' }, administrator),
  changeGroupWithLeads: async () =>
    of(groupInput('work-activity-2'), { name: 'Keittiö' }, { name: 'Tiski' }, administrator, 'pori-manager'),
  planGroupLeads: async () => {
    const at = { groupId: world.pori.groups['day-activity'], from: '2021-08-01' };
    const leader = (name: WorkerName) => ({ workerIds: [world.workerId(name)] });
    return of(at, leader('pori-coach'), leader('pori-coach-2'), 'pori-manager', administrator);
  },
  shareLetters: async () => {
    const [a, b] = [world.workerId('rauma-social-worker-a'), world.workerId('rauma-social-worker-k')];
    const shares = (end: string, next: string) => ({
      shares: [
        { workerId: a, first: 'A', last: end },
        { workerId: b, first: next, last: 'Ö' },
      ],
    });
    return of({ from: '2021-07-01' }, shares('K', 'L'), shares('L', 'M'), 'rauma-manager');
  },
  handOverByLetters: async () => {
    const [a, b] = [world.workerId('rauma-social-worker-a'), world.workerId('rauma-social-worker-r')];
    const shares = (end: string, next: string) => ({
      shares: [
        { workerId: a, first: 'A', last: end },
        { workerId: b, first: next, last: 'Ö' },
      ],
    });
    return of({ from: '2021-08-01' }, shares('P', 'Q'), shares('Q', 'R'), 'rauma-manager');
  },
  changeWorker: async () => {
    const details = { familyName: 'Nieminen', givenName: 'Antti', email: null, language: 'fi' };
    const at = { workerId: world.workerId('pori-coach-2'), ...details };
    return of(at, { phone: '044 701 0001' }, { phone: '044 701 0002' }, administrator);
  },
  changePost: async () => {
    const { details, ...at } = await colleagueWithPost();
    return of({ ...at, ...details }, { agreedCaseload: 20 }, { agreedCaseload: 25 }, administrator);
  },
  changeDecidingRight: async () => {
    const workerId = world.workerId('pori-planner');
    const during = { from: '2022-01-01', to: null };
    const post = { unitId: null, fullTimeShare: 1, hoursAWeek: null, agreedCaseload: null, team: null, during };
    await world.perform(
      givePost,
      { ...post, role: 'social-worker', publicOffice: true, professional: true, workerId },
      administrator,
    );
    const [request] = (await world.perform(postRequests, {}, 'pori-manager')).requests;
    await world.perform(decidePost, { requestId: request?.id ?? '', outcome: 'confirmed' }, 'pori-manager');
    const { workers: confirmed } = await world.perform(staff, {}, administrator);
    const held = confirmed.find(({ id }) => id === workerId)?.posts ?? [];
    const postId = held.find(({ role }) => role === 'social-worker')?.id ?? '';
    const rights = { services: ['open-work' as const], delegation: '12 §', during };
    await world.perform(giveDecidingRights, { ...rights, workerId, postId }, administrator);
    const { workers } = await world.perform(staff, {}, administrator);
    const posts = workers.find(({ id }) => id === workerId)?.posts ?? [];
    const rightId = posts.flatMap(({ decides }) => decides)[0]?.id;
    const until = (to: string) => ({ during: { from: '2022-01-01', to } });
    return of({ workerId, rightId }, until('2023-01-01'), until('2024-01-01'), administrator);
  },
  setAllocation: async () => {
    const at = { service: 'supported-employment', rule: 'own-coach', from: '2021-07-01' };
    return of({ ...at, caseManagerByLetter: false }, { leaveUnnamed: true }, { from: '2021-08-01' }, administrator);
  },
  setRhythm: async () => {
    const steady = (everyDays: number) => ({
      steady: { everyDays, everyDaysAtMost: everyDays, visitAtRenewal: false, groupMeetingsAYear: null },
    });
    return of({ service: 'open-work', from: '2021-07-01', starting: null }, steady(14), steady(30), administrator);
  },
  setRate: async () => {
    const rate = { kind: 'meal-charge', employerId: null, paidHolidayDays: 0, rule: 'Lautakunta' } as const;
    const from = (on: string) => ({ during: { from: on, to: null } });
    await world.perform(setRate, { ...rate, amount: 550, ...from('2021-07-01') }, 'pori-finance');
    return of(rate, { amount: 560, ...from('2021-08-01') }, { amount: 570, ...from('2021-09-01') }, 'pori-finance');
  },
  changeEmployer: async () => {
    const { employerId } = await atWork();
    return of({ employerId, sector: 'private' }, { name: `Uusi ${no}` }, { name: `Toinen ${no}` }, coach, official);
  },
  changeWorkplace: async () => {
    const { workplaceId } = await atWork();
    const at = { workplaceId, name: `Piste ${no}` };
    return of(at, { tasks: 'Hyllytys' }, { tasks: 'Kassa' }, coach, official);
  },
  agreeLink: async () => {
    const at = { group: 'disability-work', otherService: 'te-services', from: '2021-06-01' };
    await world.perform(actOf('agreeLink'), { ...at, state: 'none' } as never, 'pori-planner');
    return of(at, { state: 'agreed', note: 'Kuukausittain' }, { state: 'as-needed' }, 'pori-planner', 'pori-manager');
  },
  changeClient: async () =>
    of({ clientId: (await whose()).clientId }, { givenNames: 'Aino' }, { givenNames: 'Eino' }, official, coach),
  changeAddress: async () => {
    const address = (phone: string) => ({
      address: { street: 'Tie 1', postalCode: '28100', postOffice: 'Pori', phone, email: null },
    });
    const at = { clientId: (await whose()).clientId, from: '2021-06-17' };
    await world.perform(actOf('changeAddress'), { ...at, ...address('044 123 4566') } as never, official);
    return of(at, address('044 123 4567'), address('044 123 4568'), official, coach);
  },
  changeRepresentative: async () => {
    const { clientId } = await whose();
    const details = { name: 'Salo Maija', kind: 'relative', during: always };
    await world.perform(actOf('nameRepresentative'), { clientId, ...details } as never, official);
    const { representatives } = await world.perform(client, { clientId }, official);
    const at = { clientId, representativeId: representatives[0]?.id, ...details };
    return of(at, { phone: '044 123 4567' }, { phone: '044 123 4568' }, official, coach);
  },
  changeBenefit: async () => {
    const { clientId } = await whose();
    const details = { main: false, during: always };
    await world.perform(actOf('recordBenefit'), { clientId, benefit: 'wage', ...details } as never, official);
    const { benefits } = await world.perform(client, { clientId }, official);
    const at = { clientId, benefitId: benefits?.[0]?.id, ...details, why: 'Korjaus' };
    return of(at, { benefit: 'housing-allowance' }, { benefit: 'care-allowance' }, official, coach);
  },
  recordReason: async () => {
    const { clientId } = await whose();
    await world.perform(recordReason, { clientId, reason: 'intellectual-disability', from: '2021-01-11' }, official);
    const at = { clientId, from: '2021-06-01' };
    return of(at, { reason: 'autism-spectrum' }, { reason: 'mental-health' }, official, coach);
  },
  changeAgreement: async () => {
    const { clientId, placementId } = await atWork();
    const content = { hours: 'ma 9–13', during: { from: '2021-03-01', to: '2021-12-31' } };
    const { agreementId } = await world.perform(
      makeAgreement,
      { clientId, placementId, tasks: 'A', ...content },
      coach,
    );
    return of({ clientId, agreementId, ...content }, { tasks: 'B' }, { tasks: 'C' }, coach, official);
  },
  changePlacement: async () => placementChange(),
  changePlacementWithMarks: async () => placementChange(),
  nameResponsible: async () => {
    const at = { ...(await whose()), from: '2021-06-01' };
    const worker = (name: WorkerName) => ({ workerId: world.workerId(name) });
    return of(at, worker('pori-coach-2'), worker('pori-coach'), official, coach);
  },
  handOverCase: async () => {
    const { clientId } = await world.refer({ organiser: 'rauma' });
    const worker = (name: WorkerName) => ({ workerId: world.workerId(name) });
    const by = 'rauma-social-worker-a';
    await world.perform(handOverCase, { clientId, from: '2021-05-10', ...worker('rauma-social-worker-k') }, by);
    const at = { clientId, from: '2021-06-01' };
    return of(at, worker('rauma-social-worker-r'), worker('rauma-social-worker-a'), by, 'rauma-social-worker-k');
  },
  changeBreak: async () => {
    const { clientId, relationshipId } = await whose();
    const during = { from: '2021-06-01', to: '2021-06-05' };
    const { pauseId } = await world.perform(agreeBreak, { clientId, relationshipId, reason: 'loma', during }, official);
    const at = { clientId, pauseId, during, why: 'tarkennus' };
    return of(at, { reason: 'kuntoutus' }, { reason: 'sairaus' }, official, coach);
  },
  endBreak: async () => {
    const { clientId, relationshipId } = await whose();
    const during = { from: '2021-06-01', to: '2021-06-05' };
    const { pauseId } = await world.perform(agreeBreak, { clientId, relationshipId, reason: 'loma', during }, official);
    const changed = { clientId, pauseId, during: { from: '2021-06-01', to: '2021-06-06' }, reason: 'loma', why: 'x' };
    await world.perform(actOf('changeBreak'), changed as never, official);
    return of({ clientId, pauseId }, { on: '2021-06-03' }, { on: '2021-06-04' }, official, coach);
  },
  agreeRhythm: async () => {
    const at = await whose();
    const during = { from: '2021-06-01', to: null };
    await world.perform(agreeRhythm, { ...at, everyDays: 7, during }, coach);
    return of({ ...at, during }, { everyDays: 14 }, { everyDays: 30 }, coach, 'pori-coach-2');
  },
  reviewPlan: async () => {
    const { clientId } = await whose();
    const during = { from: '2021-03-01', to: null };
    const kind = { service: 'open-work', kind: 'service', goals: ['Jaksaa'] };
    const plan = { clientId, ...kind, madeOn: '2021-03-01', during, reviewOn: '2021-06-01' };
    const { planId } = (await world.perform(actOf('makePlan'), plan as never, official)) as { planId: string };
    const at = { clientId, planId, reviewedOn: '2021-06-01' };
    await world.perform(actOf('reviewPlan'), { ...at, nextOn: '2021-09-01' } as never, official);
    return of(at, { nextOn: '2021-10-01' }, { nextOn: null }, official, coach);
  },
  achieveGoal: async () => {
    const { clientId } = await whose();
    const during = { from: '2021-03-01', to: null };
    const plan = {
      clientId,
      service: 'open-work',
      kind: 'service',
      madeOn: '2021-03-01',
      during,
      reviewOn: '2021-09-01',
      goals: ['Työmatka'],
    };
    await world.perform(actOf('makePlan'), plan as never, official);
    const goalId = (await world.perform(plansOf, { clientId }, official)).plans[0]?.goals[0]?.id;
    const at = { clientId, goalId };
    await world.perform(actOf('achieveGoal'), { ...at, achievedOn: '2021-06-01' } as never, official);
    return of(at, { achievedOn: '2021-06-02' }, { achievedOn: null }, official, coach);
  },
  amendContact: async () => contactEdit({ note: 'Soi' }, { note: 'Soitettu' }),
  takeBackContact: async () => {
    const { first, ...rest } = await contactEdit({ note: 'Kesken' }, {});
    return { ...rest, first: { ...first, act: 'amendContact' } };
  },
  amendOutcome: async () => outcomeEdit({ note: 'Ei tullut' }, { note: 'Myöhästyi' }),
  takeBackOutcome: async () => {
    const { first, ...rest } = await outcomeEdit({ note: 'Kesken' }, {});
    return { ...rest, first: { ...first, act: 'amendOutcome' } };
  },
  markAttendance: async () => {
    const { placementId } = await atWork();
    const mark = (kind: string, reason: string | null = null) => ({
      marks: [{ placementId, on: '2021-06-16', kind, reason }],
    });
    await world.perform(actOf('markAttendance'), mark('present') as never, coach);
    return of({}, mark('absent', 'sick'), mark('absent', 'unexcused'), coach, 'pori-coach-2');
  },
  correctReferralOver: async () => {
    const { clientId } = await whose();
    const referral = { service: 'open-work', otherService: 'te-services', direction: 'to', madeOn: '2021-06-01' };
    const { referralId } = await world.perform(referOver, { clientId, ...referral } as never, coach);
    const at = { clientId, referralId, direction: 'to', madeOn: '2021-06-02', why: 'Korjaus' };
    return of(at, { otherService: 'typ' }, { otherService: 'ohjaamo' }, coach, official);
  },
  takeBackReferralOutcome: async () => {
    const { clientId } = await whose();
    const referral = { service: 'open-work', otherService: 'te-services', direction: 'to', madeOn: '2021-06-01' };
    const { referralId } = await world.perform(referOver, { clientId, ...referral } as never, coach);
    const outcome = { clientId, referralId, outcome: 'not-known', on: '2021-06-10' };
    await world.perform(actOf('recordOutcome'), outcome as never, coach);
    const first = { act: 'recordOutcome', outcome: 'started', on: '2021-06-16' };
    return of({ clientId, referralId }, first, { why: 'Kirjattu väärin' }, coach, official);
  },
  recordOutcome: async () => {
    const { clientId } = await whose();
    const referral = { service: 'open-work', otherService: 'te-services', direction: 'to', madeOn: '2021-06-01' };
    const { referralId } = await world.perform(referOver, { clientId, ...referral } as never, coach);
    await world.perform(
      actOf('recordOutcome'),
      { clientId, referralId, outcome: 'not-known', on: '2021-06-10' } as never,
      coach,
    );
    return of(
      { clientId, referralId, on: '2021-06-16' },
      { outcome: 'started' },
      { outcome: 'refused' },
      coach,
      official,
    );
  },
  correctExit: async () => {
    const { clientId, relationshipId } = await whose();
    const why = { reason: 'employed', destination: 'paid-work', note: null } as const;
    await world.perform(exitClient, { clientId, relationshipId, lastDay: '2021-06-16', ...why }, coach);
    const [exit] = (await world.perform(exits, { clientId }, coach)).exits;
    const at = { clientId, exitId: exit?.id, lastDay: '2021-06-16', ...why, why: 'tarkennus' };
    return of(at, { destination: 'studies' }, { destination: 'pension' }, coach, official);
  },
  correctContact: async () => {
    const { clientId, relationshipId } = await whose();
    const at = { clientId, relationshipId };
    const { contactId } = await world.perform(recordContact, { ...at, kind: 'call' }, coach);
    const change = { ...at, contactId, heldOn: world.today, why: 'väärin' };
    return of(change, { kind: 'message', party: 'client' }, { kind: 'meeting', party: 'both' }, coach, 'pori-coach-2');
  },
  correctRequest: async () => {
    const { clientId, grant } = await decidable();
    const { decisionId } = await world.perform(decide, grant as never, official);
    const request = { clientId, decisionId, receivedOn: world.today, demands: 'Myönnettävä.' };
    const { requestId } = await world.perform(receiveRequest, request, official);
    const none = { outcome: null, decidedOn: null, reasons: null, servedOn: null, appealedOn: null };
    const at = { clientId, requestId, ...none, courtOutcome: null, courtDecidedOn: null, why: 'väärin' };
    return of(
      at,
      { receivedOn: world.today, demands: 'Toinen.' },
      { receivedOn: world.today, demands: 'Kolmas.' },
      official,
      coach,
    );
  },
  correctReferral: async () => {
    const { clientId, referralId } = await world.refer();
    const at = { clientId, referralId, source: 'school', kind: 'referral', receivedOn: '2021-05-03', why: 'väärin' };
    return of(at, { referredBy: 'Koulu A' }, { referredBy: 'Koulu B' }, official, coach);
  },
  endOwnWorker: async () => {
    const { clientId } = await world.refer();
    const named = { clientId, workerId: world.workerId(coach), from: '2021-05-10' };
    await world.perform(nameOwnWorker, named, official);
    const { namings } = await world.perform(ownWorkersOf, { clientId }, official);
    const at = { clientId, namingId: namings[0]?.id };
    return of(at, { lastDay: '2021-06-01' }, { lastDay: '2021-06-10' }, official);
  },
  writeAssessment: async () => {
    const at = { ...(await assessing()), ...assessed, finishedOn: null };
    return of(at, { conclusions: 'Ensimmäinen.' }, { conclusions: 'Toinen.' }, official);
  },
  correctAssessment: async () => {
    const at = { ...(await assessing()), ...assessed };
    await world.perform(actOf('writeAssessment'), { ...at, conclusions: 'Alku.' } as never, official);
    const why = 'Kirjoitusvirhe';
    return of({ ...at, why }, { conclusions: 'Ensimmäinen.' }, { conclusions: 'Toinen.' }, official);
  },
  presentDecision: async () => {
    const { grant } = await decidable();
    const { decidedOn: _, ...proposed } = grant;
    const at = { ...proposed, deciderId: world.workerId(official) };
    await world.perform(actOf('presentDecision'), at as never, coach);
    return of(at, { reasons: 'Ensimmäinen.' }, { reasons: 'Toinen.' }, coach, 'pori-coach-2');
  },
  correctDecision: async () => {
    const { clientId, grant } = await decidable();
    const { decisionId } = await world.perform(decide, grant as never, official);
    const at = { clientId, decisionId, because: 'virhe', during: grant.during, place: null };
    return of(at, { reasons: 'Korjattu.' }, { reasons: 'Toisin.' }, official);
  },
  writeDescriptionAnswer: async () => {
    const at = { organiser: 'pori-perusturva', service: 'disability-work', question: 'Q2' };
    await world.perform(actOf('writeDescriptionAnswer'), { ...at, text: 'alku' } as never, 'pori-planner');
    return of(at, { text: 'yksi' }, { text: 'kaksi' }, 'pori-planner', 'pori-manager');
  },
};

const groupInput = (name: string) => ({
  groupId: world.pori.groups[name],
  capacity: 20,
  leadRotationMonths: null,
  weekdays: [1, 2, 3, 4, 5],
  halves: ['am', 'pm'],
  meal: false,
  during: always,
});

async function placementChange(): Promise<Edits> {
  const { clientId, placementId } = await atWork();
  // From its first day on the placement itself is written anew.
  return of({ clientId, placementId, from: '2021-03-01', slots }, { slots: more }, { tasks: 'Kassa' }, coach, official);
}

async function contactEdit(first: Input, second: Input): Promise<Edits> {
  const at = await whose();
  const { contactId } = await world.perform(recordContact, { ...at, kind: 'call' }, coach);
  return of({ clientId: at.clientId, contactId }, first, second, coach);
}

async function outcomeEdit(first: Input, second: Input): Promise<Edits> {
  const { clientId, relationshipId } = await whose();
  const visit = { clientId, relationshipId, kind: 'meeting', dueOn: '2021-06-17' } as const;
  const { visitId } = await world.perform(planVisit, visit, coach);
  await world.perform(tellOutcome, { clientId, visitId, outcome: 'missed' }, coach);
  return of({ clientId, visitId }, first, second, coach);
}

async function decidable() {
  const { clientId, referralId } = await world.refer();
  const { provisions } = await world.perform(decisionFrame, { clientId, referralId }, official);
  const grant = {
    clientId,
    referralId,
    outcome: 'grant',
    decidedOn: '2021-06-17',
    during: { from: '2021-08-01', to: null },
    reasons: 'Vastaa tarvetta.',
    provisions: provisions.map(({ id }) => id),
  };
  return { clientId, grant };
}

const actOf = (name: string): AnyAct => {
  const match = allActs.find((act) => act.name === name);
  if (!match) throw new Error(`no act ${name}`);
  return match;
};

/** The input with the versions of what was seen: of the whole, or of each thing in its list. */
function seeing(act: AnyAct, input: Input, versions: ReadonlyMap<string, string | null>): Input {
  if (!act.editsEach) return { ...input, seen: versions.get('') ?? null };
  const { list } = act.editsEach;
  const things = input[list] as readonly Input[];
  return { ...input, [list]: things.map((thing, n) => ({ ...thing, seen: versions.get(String(n)) ?? null })) };
}

const versionsIn = (act: AnyAct, problem: Problem): Map<string, string | null> =>
  act.editsEach
    ? new Map(problem.errors?.map(({ field, expected }) => [field.split('.')[1] ?? '', expected ?? null]))
    : new Map([['', String(problem.version)]]);

async function send(act: AnyAct, input: Input, by: WorkerName): Promise<Problem | null> {
  try {
    await perform(world.house(), act, input, { who: world.who(by), language: 'fi' });
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}

/** What nobody may do by itself is part of an act that is here. */
const editing = allActs.filter(
  ({ edits: standing, may }) => standing && !(may.kind === 'role' && may.roles.length === 0),
);

describe('of two who edit the same', () => {
  test.each(editing.map((act) => [act.name, act] as const))('%s tells the second of the first', async (name, act) => {
    const prepare = edits[name];
    if (!prepare) throw new Error(`write down how two edit by ${name}`);
    const { first: written, second, by, then = by } = await prepare();
    const { act: other, ...first } = written;
    const before = other === undefined ? act : actOf(String(other));
    const unseen = await send(before, first, by);
    expect(unseen && codeOf(unseen), JSON.stringify(unseen)).toBe('not-seen');
    const seen = versionsIn(before, unseen as Problem);
    expect(await send(before, seeing(before, first, seen), by)).toBeNull();
    const late = await send(act, seeing(act, second, seen), then);
    expect(late && codeOf(late), JSON.stringify(late)).toBe('changed-meanwhile');
    expect(late).toMatchObject({ status: 409, changedBy: world.who(by).name });
    expect(late?.now).toBeTypeOf('object');
    expect(String(late?.changedAt)).toMatch(/^2021-06-1/);
    expect(await send(act, seeing(act, second, versionsIn(act, late as Problem)), then)).toBeNull();
  });
});
