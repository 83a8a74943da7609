import { sql } from 'kysely';
import { agreement, approveAgreement, makeAgreement } from '../src/casework/agreement/acts.ts';
import { beginAssessment } from '../src/casework/assessment/acts.ts';
import { client, recordReason } from '../src/casework/client/acts.ts';
import { agreeRhythm, planVisit, recordContact, tellOutcome } from '../src/casework/coaching/acts.ts';
import { referOver } from '../src/casework/cooperation/acts.ts';
import { decide, decisionFrame, decisionsOf } from '../src/casework/decision/acts.ts';
import { exitClient, exits, moveClient } from '../src/casework/exit/acts.ts';
import { hearClient, recordAnswer } from '../src/casework/hearing/acts.ts';
import { addOffering } from '../src/casework/organiser/acts.ts';
import { nameOwnWorker, ownWorkersOf } from '../src/casework/ownworker/acts.ts';
import { addPhrase } from '../src/casework/phrase/acts.ts';
import { endPlacement } from '../src/casework/placement/acts.ts';
import { interruptPlan, plansOf, reviewPlan } from '../src/casework/plan/acts.ts';
import { compensationRates, setRate } from '../src/casework/rate/acts.ts';
import { receiveRequest } from '../src/casework/rectification/acts.ts';
import { refuseCorrection } from '../src/casework/refusal/acts.ts';
import {
  agreeBreak,
  handOverCase,
  nameResponsible,
  relationshipsOf,
  startRelationship,
} from '../src/casework/relationship/acts.ts';
import { recordTravel, travelOf } from '../src/casework/travel/acts.ts';
import { decidePost, giveDecidingRights, givePost, postRequests, staff } from '../src/casework/worker/acts.ts';
import { day } from '../src/kernel/day.ts';
import { activationPlanItems } from '../src/law/act-2001-189-plan.ts';
import { allActs } from '../src/screens/app/registry.ts';
import type { AnyAct } from '../src/server/act.ts';
import type { Input } from './creating.ts';
import { partAtWorkplace, takingPart } from './taking-part.ts';
import { explanations, interruption, planContent, signedAll, unheard, type WorkerName, type World } from './world.ts';

export interface Edits {
  /** What is written first, and by whom. */
  readonly first: Input;
  readonly by: WorkerName;
  /** What comes after it, of somebody who saw what stood before. */
  readonly second: Input;
  readonly then?: WorkerName;
  /** What the first does instead by other acts, after the second has seen what stands. */
  readonly meanwhile?: () => Promise<unknown>;
}

/** The act of the name. */
export const actOf = (name: string): AnyAct => {
  const match = allActs.find((act) => act.name === name);
  if (!match) throw new Error(`no act ${name}`);
  return match;
};

/** For each act that edits, by its name, a way to the state from which it goes on. */
export function changing(world: World): Readonly<Record<string, () => Promise<Edits>>> {
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

  const mistake = { why: 'Väärin' };
  /** One takes back what another meanwhile changed by another act. */
  const meanwhile = (act: string, first: Input, second: Input, by: WorkerName, then?: WorkerName): Edits => ({
    ...of({}, {}, second, by, then),
    meanwhile: () => world.perform(actOf(act), first as never, by),
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
  /** One whose service has begun, and who takes part nowhere yet. */
  const withoutPlace = async (
    service: 'open-work' | 'work-activity' = 'work-activity',
    of?: string,
    begins = day('2021-05-10'),
  ) => {
    const receivedOn = '2021-05-03';
    const again = { clientId: of, service, source: 'coaching-team', kind: 'referral', receivedOn };
    const more = of
      ? ((await world.perform(actOf('receiveReferralOfClient'), again as never, official)) as { referralId: string })
      : null;
    const { clientId, referralId } = more
      ? { clientId: String(of), ...more }
      : await world.refer({ service, receivedOn: day(receivedOn) });
    const decision = { clientId, referralId, outcome: 'grant', decidedOn: '2021-05-10', reasons: 'Tuen tarve.' };
    const granted = {
      ...decision,
      explanations,
      during: { from: '2021-05-10', to: null },
      provisions: ['519/1977:35'],
    };
    const { decisionId } = await world.perform(decide, granted as never, official);
    const from = { clientId, decisionId, offeringId: world.pori.offerings[service] ?? '', from: begins };
    const workerId = service === 'open-work' ? world.workerId(coach) : null;
    const { relationshipId } = await world.perform(startRelationship, { ...from, workerId }, official);
    return { clientId, relationshipId };
  };
  /** One who lives on social assistance, and whose way to come is recorded. */
  const travelling = async () => {
    const { clientId } = await whose();
    const benefit = { clientId, benefit: 'social-assistance', main: true, during: always };
    await world.perform(actOf('recordBenefit'), benefit as never, official);
    const byBus = {
      ...({ means: 'public-transport', amount: 640, reason: 'Lippu' } as const),
      during: { from: '2023-01-01', to: null },
    };
    await world.perform(recordTravel, { clientId, ...byBus }, official);
    const { ways } = await world.perform(travelOf, { clientId }, official);
    return { at: { clientId, wayId: ways[0]?.id }, byBus };
  };
  const left = { lastDay: '2021-06-16', reason: 'employed', destination: 'paid-work' };
  const slots = [{ weekday: 1, half: 'am' }];
  const more = [...slots, { weekday: 2, half: 'am' }];
  const colleagueWithPost = async (of: WorkerName = 'pori-coach-2') => {
    const workerId = world.workerId(of);
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
    return of(
      { clientId, placementId, from: '2021-03-01', slots },
      { slots: more },
      { tasks: 'Kassa' },
      coach,
      official,
    );
  }

  /** A placement that is to end already. */
  async function placementEnd(): Promise<Edits> {
    const { clientId, placementId } = await atWork();
    await world.perform(endPlacement, { clientId, placementId, on: '2021-12-01' }, official);
    return of({ clientId, placementId }, { on: '2021-11-01' }, { on: '2021-10-01' }, official, coach);
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

  const agreed = () => {
    const on = day('2021-06-01');
    return {
      ...{ kind: 'activation', madeOn: on, goals: ['Päivärytmi'], informedOfBenefitsOn: on },
      ...{ during: { from: on, to: '2021-12-01' }, reviewOn: '2021-11-20', daysAWeek: 2, hoursADay: 4 },
      items: { ...planContent, ...Object.fromEntries(activationPlanItems(on).map(({ key }) => [key, 'Sovittu'])) },
    };
  };

  /** A plan of rehabilitative work that nobody has signed. */
  async function draftMade() {
    const { clientId } = await whose();
    const plan = { clientId, service: 'rehabilitative-work', ...agreed() };
    const { planId } = (await world.perform(actOf('makePlan'), plan as never, official)) as { planId: string };
    return { clientId, planId, ...agreed() };
  }

  /** A client plan, which nobody signs. */
  async function clientPlanMade() {
    const { clientId } = await whose();
    const on = '2021-06-01';
    const content = {
      kind: 'service',
      madeOn: on,
      during: { from: on, to: null },
      reviewOn: '2021-09-01',
      goals: ['Työ'],
    };
    const plan = { clientId, service: 'open-work', ...content };
    const { planId } = (await world.perform(actOf('makePlan'), plan as never, official)) as { planId: string };
    return { clientId, planId, ...content };
  }

  /** A draft of rehabilitative work that the client has signed. */
  async function signatureMade() {
    const { clientId } = await whose();
    const on = day('2021-06-01');
    const plan = { clientId, service: 'rehabilitative-work', ...agreed(), signatures: signedAll(on).slice(0, 1) };
    await world.perform(actOf('makePlan'), plan as never, official);
    const signatureId = (await world.perform(plansOf, { clientId }, official)).plans[0]?.signatures[0]?.id;
    return { clientId, signatureId, signedOn: on, capacity: null, way: 'by-post', why: 'Väärä nimi' };
  }

  /** A plan that rests. */
  async function interrupted() {
    const { clientId } = await whose();
    const plan = { clientId, service: 'rehabilitative-work', ...agreed(), signatures: signedAll('2021-06-01') };
    const { planId } = (await world.perform(actOf('makePlan'), plan as never, official)) as { planId: string };
    const { interruptionId } = await world.perform(interruptPlan, { clientId, planId, ...interruption }, official);
    return { clientId, interruptionId, ...interruption, to: null, agreed: null, why: 'Väärä peruste' };
  }

  /** A client who was heard and answered. */
  async function answered() {
    const { clientId, referralId } = await world.refer();
    const hearing = { referralId, about: 'Aiotaan evätä.', respondByOn: '2021-07-30', way: 'post' } as const;
    const { hearingId } = await world.perform(hearClient, { clientId, ...hearing }, official);
    const answer = { clientId, hearingId, answeredOn: world.today, answer: 'En hyväksy.' };
    await world.perform(recordAnswer, answer, official);
    return answer;
  }

  /** One of each act that edits. */
  return {
    changeOrganiser: async () => {
      const names = { nameFi: 'Perusturva', nameSv: 'Grundtrygghet', nameEn: 'Welfare', office: null, street: null };
      const reach = {
        officeSv: null,
        officeEn: null,
        postalCode: null,
        postOffice: null,
        email: null,
        dataProtectionContact: null,
        dataProtectionPage: null,
      };
      return of({ ...names, ...reach }, { phone: '02 623 4501' }, { phone: '02 623 4502' }, administrator);
    },
    setRectificationBody: async () => {
      const names = {
        nameFi: 'Lautakunta',
        nameSv: 'Nämnden',
        nameEn: 'Board',
        postOffice: 'Pori',
        postalCode: '28100',
      };
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
    changePhrase: async () => {
      const texts = { name: 'Malli', textSv: 'Eftersom.', easyFi: null, easySv: null, against: false, provision: null };
      const details = { ...texts, during: { from: '2021-06-01', to: null } };
      const written = { ...details, service: 'open-work' as const, textFi: 'Koska.' };
      const { phraseId } = await world.perform(addPhrase, written, administrator);
      return of({ ...details, phraseId }, { textFi: 'Syy.' }, { textFi: 'Muu syy.' }, administrator, 'pori-manager');
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
    liftProtection: async () => {
      const { clientId } = await whose();
      await world.perform(
        actOf('protectAddress'),
        { clientId, during: { from: '2021-06-01', to: null } } as never,
        official,
      );
      const longer = { clientId, during: { from: '2021-06-17', to: null }, contactInstead: 'Sosiaaliasema' };
      return meanwhile('protectAddress', longer, { clientId, from: '2021-06-17' }, official);
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
      const { pauseId } = await world.perform(
        agreeBreak,
        { clientId, relationshipId, reason: 'loma', during },
        official,
      );
      const at = { clientId, pauseId, during, why: 'tarkennus' };
      return of(at, { reason: 'kuntoutus' }, { reason: 'sairaus' }, official, coach);
    },
    endWorkplace: async () => {
      const { workplaceId } = await partAtWorkplace(world, `Loppuva ${++no}`);
      await world.perform(actOf('endWorkplace'), { workplaceId, on: '2021-12-31' } as never, coach);
      return of({ workplaceId }, { on: '2021-11-30' }, { on: '2021-10-31' }, coach, official);
    },
    endRate: async () => {
      const { employerId } = await atWork();
      const rate = { kind: 'employer-share', employerId, amount: 500, paidHolidayDays: 0, rule: 'Sopimus' } as const;
      const during = { from: '2021-07-01', to: null };
      const { rateId } = await world.perform(setRate, { ...rate, during }, 'pori-finance');
      return of({ rateId }, { on: '2021-12-01' }, { on: '2021-11-01' }, 'pori-finance', administrator);
    },
    endPlacement: async () => placementEnd(),
    endPlacementWithMarks: async () => placementEnd(),
    endBreak: async () => {
      const { clientId, relationshipId } = await whose();
      const during = { from: '2021-06-01', to: '2021-06-05' };
      const { pauseId } = await world.perform(
        agreeBreak,
        { clientId, relationshipId, reason: 'loma', during },
        official,
      );
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
    correctSignature: async () => {
      const at = await signatureMade();
      return of(at, { signedBy: 'Aino Oikea' }, { signedBy: 'Aino Toinen' }, official, coach);
    },
    resumePlan: async () => {
      const { clientId, interruptionId } = await interrupted();
      const at = { clientId, interruptionId };
      return of(
        at,
        { on: '2021-06-17', agreed: 'Sovittiin.' },
        { on: '2021-06-18', agreed: 'Toisin.' },
        official,
        coach,
      );
    },
    correctInterruption: async () => {
      const at = await interrupted();
      return of(at, { reason: 'Osa-aikatyö.' }, { reason: 'Kokoaikatyö.' }, official, coach);
    },
    takeBackInterruption: async () => {
      const at = await interrupted();
      const { clientId, interruptionId } = at;
      const back = { clientId, interruptionId, ...mistake };
      return meanwhile('correctInterruption', { ...at, reason: 'Osa-aikatyö.' }, back, official);
    },
    changePlan: async () => {
      const at = await draftMade();
      return of(at, { goals: ['Yksi'] }, { goals: ['Kaksi'] }, official, coach);
    },
    correctPlan: async () => {
      const at = { ...(await clientPlanMade()), why: 'Väärin kirjattu' };
      return of(at, { goals: ['Yksi'] }, { goals: ['Kaksi'] }, official, coach);
    },
    takeBackPlan: async () => {
      const { clientId, planId, ...content } = await clientPlanMade();
      const at = { clientId, planId };
      return meanwhile(
        'correctPlan',
        { ...at, ...content, goals: ['Toinen'], why: 'Virhe' },
        { ...at, ...mistake },
        official,
      );
    },
    takeBackReview: async () => {
      const { clientId, planId } = await clientPlanMade();
      const review = { clientId, planId, reviewedOn: '2021-06-17' };
      await world.perform(reviewPlan, { ...review, nextOn: null }, official);
      const { plans } = await world.perform(plansOf, { clientId }, official);
      const at = { clientId, reviewId: plans.find(({ id }) => id === planId)?.reviews[0]?.id ?? '' };
      return meanwhile('reviewPlan', { ...review, nextOn: '2021-09-01' }, { ...at, ...mistake }, official);
    },
    takeBackSignature: async () => {
      const { clientId, signatureId, ...details } = await signatureMade();
      const at = { clientId, signatureId };
      return meanwhile(
        'correctSignature',
        { ...at, ...details, signedBy: 'Aino Oikea' },
        { ...at, ...mistake },
        official,
      );
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
      return of(
        change,
        { kind: 'message', party: 'client' },
        { kind: 'meeting', party: 'both' },
        coach,
        'pori-coach-2',
      );
    },
    correctRequest: async () => {
      const { clientId, grant } = await decidable();
      const { decisionId } = await world.perform(decide, grant as never, official);
      const request = { clientId, decisionId, receivedOn: world.today, demands: 'Myönnettävä.' };
      const { requestId } = await world.perform(receiveRequest, request, official);
      const none = { outcome: null, decidedOn: null, reasons: null, appealedOn: null };
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
    prepareDecision: async () => {
      const { grant } = await decidable();
      const { decidedOn: _, ...proposed } = grant;
      await world.perform(actOf('prepareDecision'), proposed as never, official);
      return of(proposed, { reasons: 'Ensimmäinen.' }, { reasons: 'Toinen.' }, official);
    },
    correctDecision: async () => {
      const { clientId, grant } = await decidable();
      const { decisionId } = await world.perform(decide, grant as never, official);
      const at = { clientId, decisionId, because: 'virhe', during: grant.during, place: null };
      return of(at, { reasons: 'Korjattu.' }, { reasons: 'Toisin.' }, official);
    },
    annulDecision: async () => {
      const { clientId, grant } = await decidable();
      const { decisionId } = await world.perform(decide, grant as never, official);
      const at = { clientId, decisionId };
      const mended = { ...at, because: 'virhe', during: grant.during, place: null, reasons: 'Korjattu.' };
      const annulled = { ...at, ground: 'for-client', because: 'Väärä päätös.' };
      return meanwhile('correctDecision', mended, annulled, official);
    },
    writeDescriptionAnswer: async () => {
      const at = { organiser: 'pori-perusturva', service: 'disability-work', question: 'Q2' };
      await world.perform(actOf('writeDescriptionAnswer'), { ...at, text: 'alku' } as never, 'pori-planner');
      return of(at, { text: 'yksi' }, { text: 'kaksi' }, 'pori-planner', 'pori-manager');
    },
    changeTravel: async () => {
      const { at, byBus } = await travelling();
      return of({ ...at, ...byBus, why: 'Korjaus' }, { amount: 700 }, { amount: 800 }, official, coach);
    },
    endTravel: async () => {
      const { at } = await travelling();
      return of(at, { lastDay: '2023-03-31' }, { lastDay: '2023-02-28' }, official, coach);
    },
    takeBackTravel: async () => {
      const { at, byBus } = await travelling();
      return meanwhile(
        'changeTravel',
        { ...at, ...byBus, amount: 700, why: 'x' },
        { ...at, ...mistake },
        official,
        coach,
      );
    },
    recordTravel: async () => {
      const { at, byBus } = await travelling();
      const next = { clientId: at.clientId, ...byBus, during: { from: '2023-06-01', to: null } };
      return meanwhile('changeTravel', { ...at, ...byBus, amount: 700, why: 'x' }, next, official, coach);
    },
    takeBackBenefit: async () => {
      const { clientId } = await whose();
      const details = { main: false, during: always };
      await world.perform(actOf('recordBenefit'), { clientId, benefit: 'wage', ...details } as never, official);
      const { benefits } = await world.perform(client, { clientId }, official);
      const at = { clientId, benefitId: benefits?.[0]?.id };
      return meanwhile(
        'changeBenefit',
        { ...at, benefit: 'care-allowance', ...details, why: 'x' },
        { ...at, ...mistake },
        official,
        coach,
      );
    },
    takeBackReason: async () => {
      const { clientId } = await whose();
      await world.perform(recordReason, { clientId, reason: 'intellectual-disability', from: '2021-01-11' }, official);
      const { reasons } = await world.perform(client, { clientId }, official);
      const next = { clientId, reason: 'mental-health', from: '2021-06-01' };
      return meanwhile('recordReason', next, { clientId, reasonId: reasons?.[0]?.id, ...mistake }, official, coach);
    },
    takeBackRepresentative: async () => {
      const { clientId } = await whose();
      const details = { name: 'Salo Maija', kind: 'relative', during: always };
      await world.perform(actOf('nameRepresentative'), { clientId, ...details } as never, official);
      const { representatives } = await world.perform(client, { clientId }, official);
      const at = { clientId, representativeId: representatives[0]?.id };
      return meanwhile(
        'changeRepresentative',
        { ...at, ...details, phone: '044 123 4567' },
        { ...at, ...mistake },
        official,
        coach,
      );
    },
    takeBackResponsible: async () => {
      const at = await whose();
      const name = { ...at, workerId: world.workerId('pori-coach-2') };
      await world.perform(nameResponsible, { ...name, from: '2021-06-01' }, official);
      const { relationships } = await world.perform(relationshipsOf, { clientId: at.clientId }, official);
      const namingId = relationships[0]?.responsible[0]?.id;
      const next = { ...name, workerId: world.workerId(coach), from: '2021-09-01' };
      return meanwhile('nameResponsible', next, { clientId: at.clientId, namingId, ...mistake }, official);
    },
    takeBackCaseHandOver: async () => {
      const { clientId } = await whose();
      const workerId = world.workerId(official);
      await world.perform(handOverCase, { clientId, workerId, from: '2021-06-01' }, official);
      const { caseManagers } = await world.perform(relationshipsOf, { clientId }, official);
      const next = { clientId, workerId, from: '2021-09-01' };
      return meanwhile('handOverCase', next, { clientId, namingId: caseManagers[0]?.id, ...mistake }, official);
    },
    takeBackCarrying: async () => {
      const { owner } = world.db;
      const offer = (from: string, to: string | null) =>
        sql`insert into organiser_offering (organiser_id, service, provision_mode, during)
        values (${world.pori.id}, 'work-activity-27e', 'own', daterange(${from}, ${to}))`.execute(owner);
      await offer('2021-01-01', '2021-08-01');
      const { rows } = await sql<{ id: string }>`with other as (
          insert into organiser_organiser (code, kind, name_fi, name_sv, name_en, register_from_on, during)
          values ('seuraaja', 'wellbeing-services-county', 'Seuraaja', 'Efterträdare', 'Successor', '2021-06-01', '[2021-06-01,)') returning id)
        insert into organiser_succession (predecessor_id, successor_id, from_on, services)
        select ${world.pori.id}, other.id, '2021-06-10', '{work-activity-27e}' from other returning id`.execute(owner);
      const at = { successionId: rows[0]?.id };
      await world.perform(actOf('carryOverClients'), at as never, administrator);
      await offer('2021-08-01', null);
      return meanwhile('carryOverClients', at, { ...at, ...mistake }, administrator);
    },
    takeBackRate: async () => {
      const rate = { kind: 'work-share', employerId: null, paidHolidayDays: 0, rule: 'Lautakunta' } as const;
      const from = (on: string) => ({ amount: 400, during: { from: on, to: null } });
      await world.perform(setRate, { ...rate, ...from('2021-07-01') }, 'pori-finance');
      const all = await world.perform(compensationRates, {}, 'pori-finance');
      const at = {
        rateId: all.rates.find(({ kind, during }) => kind === rate.kind && during.from === '2021-07-01')?.id,
      };
      return meanwhile('setRate', { ...rate, ...from('2021-08-01') }, at, 'pori-finance');
    },
    takeBackReferral: async () => {
      const at = await world.refer();
      return meanwhile('withdrawReferral', { ...at, on: '2021-06-01' }, { ...at, ...mistake }, official);
    },
    takeBackWithdrawal: async () => {
      const at = await world.refer();
      await world.perform(actOf('withdrawReferral'), { ...at, on: '2021-06-01' } as never, official);
      const corrected = { source: 'school', kind: 'referral', receivedOn: '2021-05-03', referredBy: 'Koulu', why: 'x' };
      return meanwhile('correctReferral', { ...at, ...corrected }, { ...at, ...mistake }, official);
    },
    takeBackAssessment: async () => {
      const at = await assessing();
      const written = { ...assessed, finishedOn: null, conclusions: 'Ensimmäinen.' };
      return meanwhile('writeAssessment', { ...at, ...written }, { ...at, ...mistake }, official);
    },
    takeBackRefusal: async () => {
      const matter = await world.refer();
      const { provisions } = await world.perform(decisionFrame, matter, official);
      const grant = {
        ...matter,
        outcome: 'grant' as const,
        decidedOn: world.today,
        during: { from: day('2021-07-01'), to: null },
        reasons: 'Vastaa tarvetta.',
        provisions: provisions.map(({ id }) => id),
      };
      const { decisionId } = await world.perform(decide, grant, official);
      const of = { clientId: matter.clientId, decisionId };
      const demand = { demandedOn: world.today, demand: 'Väärä keskus.', reasons: 'Se on sovittu.' };
      const { refusalId } = await world.perform(refuseCorrection, { ...of, ...demand }, official);
      const at = { clientId: matter.clientId, refusalId };
      return meanwhile('serveRefusal', { ...at, way: 'post', sentOn: world.today }, { ...at, ...mistake }, official);
    },
    correctHearing: async () => {
      const { clientId, referralId } = await world.refer();
      const hearing = { referralId, about: 'Aiotaan evätä.', respondByOn: '2021-07-30', way: 'post' } as const;
      const { hearingId } = await world.perform(hearClient, { clientId, ...hearing }, official);
      const at = { clientId, hearingId, sentOn: '2021-06-16', way: 'post', why: 'Väärä päivä' };
      return of(at, { respondByOn: '2021-07-29' }, { respondByOn: '2021-07-28' }, official, coach);
    },
    correctAnswer: async () => {
      const at = await answered();
      return of({ ...at, why: 'Väärin' }, { answer: 'Hyväksyn.' }, { answer: 'Toisin.' }, official, coach);
    },
    takeBackAnswer: async () => {
      const at = await answered();
      const { clientId, hearingId } = at;
      const correction = { ...at, answer: 'Hyväksyn.', why: 'Väärin' };
      return meanwhile('correctAnswer', correction, { clientId, hearingId, ...mistake }, official);
    },
    takeBackHearing: async () => {
      const { clientId, referralId } = await world.refer();
      const hearing = { referralId, about: 'Aiotaan evätä.', respondByOn: '2021-07-30', way: 'post' } as const;
      const { hearingId } = await world.perform(hearClient, { clientId, ...hearing }, official);
      const at = { clientId, hearingId };
      return meanwhile(
        'recordAnswer',
        { ...at, answeredOn: world.today, answer: 'En hyväksy.' },
        { ...at, ...mistake },
        official,
      );
    },
    correctService: async () => {
      const { clientId, grant } = await decidable();
      const { decisionId } = await world.perform(decide, grant as never, official);
      const at = { clientId, decisionId };
      await world.perform(actOf('serveDecision'), { ...at, way: 'post', sentOn: world.today } as never, official);
      const change = { ...at, sentOn: world.today, why: 'väärin' };
      return of(change, { way: 'in-person' }, { way: 'electronic' }, official, coach);
    },
    correctRefusalService: async () => {
      const { clientId, grant } = await decidable();
      const { decisionId } = await world.perform(decide, grant as never, official);
      const demand = { demandedOn: world.today, demand: 'Väärä keskus.', reasons: 'Se on sovittu.' };
      const { refusalId } = await world.perform(refuseCorrection, { clientId, decisionId, ...demand }, official);
      const at = { clientId, refusalId };
      await world.perform(actOf('serveRefusal'), { ...at, way: 'post', sentOn: world.today } as never, official);
      const change = { ...at, sentOn: world.today, why: 'väärin' };
      return of(change, { way: 'in-person' }, { way: 'electronic' }, official, coach);
    },
    takeBackService: async () => {
      const { clientId, grant } = await decidable();
      const { decisionId } = await world.perform(decide, grant as never, official);
      const at = { clientId, decisionId };
      const by = (way: string) => ({ ...at, way, sentOn: world.today });
      await world.perform(actOf('serveDecision'), by('in-person') as never, official);
      const again = async () => {
        await world.perform(actOf('takeBackService'), { ...at, why: 'x' } as never, official);
        await world.perform(actOf('serveDecision'), by('post') as never, official);
      };
      return { ...of(at, {}, mistake, official), meanwhile: again };
    },
    takeBackRequestStep: async () => {
      const { clientId, grant } = await decidable();
      const { decisionId } = await world.perform(decide, grant as never, official);
      const request = { clientId, decisionId, receivedOn: world.today, demands: 'Myönnettävä.' };
      const { requestId } = await world.perform(receiveRequest, request, official);
      const at = { clientId, requestId };
      const decided = { outcome: 'upheld', decidedOn: world.today, reasons: 'Ei perusteita.' };
      return meanwhile('decideRequest', { ...at, ...decided }, { ...at, ...mistake }, official);
    },
    returnProposal: async () => {
      const { clientId, grant } = await decidable();
      const { decidedOn: _, ...proposed } = grant;
      const presented = { ...proposed, deciderId: world.workerId(official) };
      await world.perform(actOf('presentDecision'), presented as never, coach);
      const at = { clientId, referralId: grant.referralId, because: 'Perustelut puuttuvat.' };
      return meanwhile('presentDecision', { ...presented, reasons: 'Toisin.' }, at, coach, official);
    },
    takeBackBreak: async () => {
      const { clientId, relationshipId } = await whose();
      const during = { from: '2021-06-01', to: '2021-06-05' };
      const { pauseId } = await world.perform(
        agreeBreak,
        { clientId, relationshipId, reason: 'loma', during },
        official,
      );
      const at = { clientId, pauseId };
      return meanwhile(
        'changeBreak',
        { ...at, during, reason: 'kuntoutus', why: 'x' },
        { ...at, ...mistake },
        official,
        coach,
      );
    },
    correctStart: async () => {
      const at = await withoutPlace('open-work');
      return of({ ...at, why: 'Väärä päivä' }, { from: '2021-05-12' }, { from: '2021-05-13' }, official, coach);
    },
    takeBackStart: async () => {
      const at = await withoutPlace('open-work');
      const worker = { workerId: world.workerId('pori-coach-2'), from: '2021-06-01' };
      return meanwhile('nameResponsible', { ...at, ...worker }, { ...at, ...mistake }, official);
    },
    correctPlacementEnd: async () => {
      const { clientId, placementId } = await atWork();
      await world.perform(endPlacement, { clientId, placementId, on: '2021-07-01' }, official);
      const at = { clientId, placementId, why: 'Väärä päivä' };
      return of(at, { on: '2021-08-01' }, { on: '2021-09-01' }, official, coach);
    },
    takeBackPlacement: async () => {
      const { clientId, placementId } = await atWork();
      const at = { clientId, placementId };
      const agreed = { tasks: 'A', hours: 'ma 9–13', during: { from: '2021-03-01', to: '2021-12-31' } };
      return meanwhile('makeAgreement', { ...at, ...agreed }, { ...at, ...mistake }, coach, official);
    },
    takeBackEarlierContact: async () => {
      const { first, second, by } = await contactEdit({ note: 'Soitettu' }, {});
      return meanwhile('amendContact', first, { ...second, ...mistake }, by);
    },
    takeBackOwnWorker: async () => {
      const { clientId } = await world.refer();
      const named = { clientId, workerId: world.workerId(coach), from: '2021-05-10' };
      await world.perform(nameOwnWorker, named, official);
      const { namings } = await world.perform(ownWorkersOf, { clientId }, official);
      const at = { clientId, namingId: namings[0]?.id };
      return meanwhile('endOwnWorker', { ...at, lastDay: '2021-06-01' }, { ...at, ...mistake }, official);
    },
    takeBackReferralOver: async () => {
      const { clientId } = await whose();
      const referral = { service: 'open-work', otherService: 'te-services', direction: 'to', madeOn: '2021-06-01' };
      const { referralId } = await world.perform(referOver, { clientId, ...referral } as never, coach);
      const at = { clientId, referralId };
      return meanwhile(
        'recordOutcome',
        { ...at, outcome: 'started', on: '2021-06-16' },
        { ...at, ...mistake },
        coach,
        official,
      );
    },
    correctMove: async () => {
      const first = await withoutPlace();
      const second = await withoutPlace('open-work', first.clientId, day('2021-06-11'));
      const { relationshipId: toRelationshipId } = second;
      const move = { ...first, lastDay: '2021-06-10', toRelationshipId };
      const { transitionId } = await world.perform(moveClient, move as never, official);
      const at = { clientId: first.clientId, transitionId, toRelationshipId, why: 'tarkennus' };
      return of(at, { lastDay: '2021-06-11' }, { lastDay: '2021-06-12' }, official);
    },
    takeBackMove: async () => {
      const first = await withoutPlace();
      const second = await withoutPlace('open-work', first.clientId, day('2021-06-11'));
      const move = { ...first, lastDay: '2021-06-10', toRelationshipId: second.relationshipId };
      const { transitionId } = await world.perform(moveClient, move as never, official);
      const left = { reason: 'employed', destination: 'paid-work', lastDay: '2021-06-16' };
      const at = { clientId: first.clientId, transitionId };
      return meanwhile('exitClient', { ...second, ...left }, { ...at, ...mistake }, official);
    },
    takeBackExit: async () => {
      const { clientId, relationshipId } = await whose();
      const why = { reason: 'employed', destination: 'paid-work', note: null } as const;
      await world.perform(exitClient, { clientId, relationshipId, lastDay: '2021-06-16', ...why }, coach);
      const [exit] = (await world.perform(exits, { clientId }, coach)).exits;
      const at = { clientId, exitId: exit?.id };
      const corrected = { lastDay: '2021-06-16', ...why, destination: 'studies', why: 'x' };
      return meanwhile('correctExit', { ...at, ...corrected }, { ...at, ...mistake }, coach, official);
    },
    withdrawReferral: async () => {
      const { clientId, referralId } = await world.refer({ receivedOn: day('2021-05-03') });
      const at = { clientId, referralId };
      const came = { source: 'school', kind: 'referral', receivedOn: '2021-05-04', referredBy: null, why: 'x' };
      return meanwhile('correctReferral', { ...at, ...came }, { ...at, on: world.today }, official);
    },
    exitClient: async () => {
      const at = await whose();
      const worker = { workerId: world.workerId('pori-coach-2'), from: '2021-06-01' };
      return meanwhile('nameResponsible', { ...at, ...worker }, { ...at, ...left }, official);
    },
    moveClient: async () => {
      const at = await whose();
      const { relationshipId: toRelationshipId } = await withoutPlace('work-activity', at.clientId, day('2021-06-17'));
      const worker = { workerId: world.workerId('pori-coach-2'), from: '2021-06-01' };
      const moved = { ...at, toRelationshipId, lastDay: '2021-06-16' };
      return meanwhile('nameResponsible', { ...at, ...worker }, moved, official);
    },
    decideAndEnd: async () => {
      const at = await whose();
      const { clientId } = at;
      const { decisions } = await world.perform(decisionsOf, { clientId }, official);
      const again = { service: 'open-work', source: 'coaching-team', kind: 'referral', receivedOn: '2021-06-10' };
      const { referralId } = (await world.perform(
        actOf('receiveReferralOfClient'),
        { clientId, ...again } as never,
        official,
      )) as { referralId: string };
      const worker = { workerId: world.workerId('pori-coach-2'), from: '2021-06-01' };
      const ended = {
        ...{
          clientId,
          referralId,
          changesId: decisions[0]?.id,
          decidedOn: world.today,
          reasons: 'Tarve on päättynyt.',
        },
        ...{ provisions: ['519/1977:35'], unheard, outcome: 'end', lastDay: '2021-07-31' },
        services: [{ relationshipId: at.relationshipId, reason: 'need-ended', destination: 'home' }],
      };
      return meanwhile('nameResponsible', { ...at, ...worker }, ended, official);
    },
    endPostHandingOver: async () => {
      // Somebody to whom nobody is handed over in another edit.
      const { details, ...at } = await colleagueWithPost('pori-planner');
      const ended = { ...at, lastDay: '2031-12-31', moves: [] };
      return meanwhile('changePost', { ...at, ...details, agreedCaseload: 21 }, ended, administrator);
    },
    nameOwnWorker: async () => {
      const { clientId } = await world.refer();
      const named = { clientId, workerId: world.workerId(coach), from: '2021-05-10' };
      await world.perform(nameOwnWorker, named, official);
      const { namings } = await world.perform(ownWorkersOf, { clientId }, official);
      const ended = { clientId, namingId: namings[0]?.id, lastDay: '2021-06-01' };
      const next = { clientId, workerId: world.workerId(official), from: '2021-06-10' };
      return meanwhile('endOwnWorker', ended, next, official);
    },
    recordBenefit: async () => {
      const { clientId } = await whose();
      const main = { benefit: 'wage', main: true, during: always };
      await world.perform(actOf('recordBenefit'), { clientId, ...main } as never, official);
      const { benefits } = await world.perform(client, { clientId }, official);
      const changed = { clientId, benefitId: benefits?.[0]?.id, ...main, benefit: 'care-allowance', why: 'x' };
      const another = { clientId, benefit: 'disability-pension', main: true, during: { from: '2021-06-01', to: null } };
      return meanwhile('changeBenefit', changed, another, official, coach);
    },
    takeBackApproval: async () => {
      const { clientId, placementId } = await atWork();
      const content = { tasks: 'A', hours: 'ma 9–13', during: { from: '2021-03-01', to: '2021-12-31' } };
      const { agreementId } = await world.perform(makeAgreement, { clientId, placementId, ...content }, coach);
      const at = { clientId, agreementId };
      const seen = async () => (await world.perform(agreement, at, coach)).agreement;
      const approval = { ...at, party: 'client' as const, contentHash: (await seen()).contentHash };
      await world.perform(approveAgreement, approval, coach);
      const approvalId = (await seen()).approved[0]?.id;
      const back = { clientId, approvalId, ...mistake };
      return meanwhile('changeAgreement', { ...at, ...content, tasks: 'B' }, back, coach);
    },
    takeBackAgreement: async () => {
      const { clientId, placementId } = await atWork();
      const content = { tasks: 'A', hours: 'ma 9–13', during: { from: '2021-03-01', to: '2021-12-31' } };
      const { agreementId } = await world.perform(makeAgreement, { clientId, placementId, ...content }, coach);
      const at = { clientId, agreementId };
      return meanwhile('changeAgreement', { ...at, ...content, tasks: 'B' }, { ...at, ...mistake }, coach);
    },
    withdrawApproval: async () => {
      const { clientId, placementId } = await atWork();
      const content = { tasks: 'A', hours: 'ma 9–13', during: { from: '2021-03-01', to: '2021-12-31' } };
      const { agreementId } = await world.perform(makeAgreement, { clientId, placementId, ...content }, coach);
      const at = { clientId, agreementId };
      const { agreement: made } = await world.perform(agreement, at, coach);
      const approval = { ...at, party: 'client' as const, contentHash: made.contentHash };
      await world.perform(approveAgreement, approval, coach);
      return meanwhile('changeAgreement', { ...at, ...content, tasks: 'B' }, { ...at, party: 'client' }, coach);
    },
  };
}
