/** One of each act that records something new: what it takes, made ready so that it may be done, for tests that do them in many ways. */
import { agreement, approveAgreement, makeAgreement } from '../src/casework/agreement/acts.ts';
import { planVisit } from '../src/casework/coaching/acts.ts';
import { decide, decisionFrame } from '../src/casework/decision/acts.ts';
import { hearClient } from '../src/casework/hearing/acts.ts';
import { makePlan, signPlan } from '../src/casework/plan/acts.ts';
import { decideRequest, receiveRequest, recordAppeal, serveRequest } from '../src/casework/rectification/acts.ts';
import { receiveReferralOfClient } from '../src/casework/referral/acts.ts';
import { refuseCorrection } from '../src/casework/refusal/acts.ts';
import { startRelationship } from '../src/casework/relationship/acts.ts';
import { addWorker, givePost, openAccount, postRequests, staff } from '../src/casework/worker/acts.ts';
import { addDays, addMonths, day } from '../src/kernel/day.ts';
import { municipalitiesStanding } from '../src/kernel/municipality.ts';
import type { Service } from '../src/kernel/service.ts';
import { activationPlanItems } from '../src/law/act-2001-189-plan.ts';
import { partAtWorkplace, takingPart } from './taking-part.ts';
import { explanations, interruption, planContent, signedAll, type WorkerName, type World } from './world.ts';

export type Input = Readonly<Record<string, unknown>>;

/** What an act is done with, and by whom. */
export interface Ready {
  readonly input: Input;
  readonly by: WorkerName;
}

const coach = 'pori-coach';
const official = 'pori-social-worker';
const administrator = 'pori-administrator';
const always = { from: '2010-01-01', to: null };
const today = day('2021-06-17');

let no = 0;
let months = 0;
const next = () => String(++no);

/** Ways to the states from which acts go on. */
export function waysIn(world: World) {
  const atWork = async () => {
    const { workplaceId, employerId } = await partAtWorkplace(world, `Paikka ${next()}`);
    return { ...(await takingPart(world, { service: 'open-work', workplaceId })), workplaceId, employerId };
  };
  const referred = () => world.refer({ receivedOn: '2021-06-01' });
  const grantOf = async (
    matter: { clientId: string; referralId: string },
    during: object = { from: '2021-06-01', to: null },
  ) => {
    const at = { clientId: matter.clientId, referralId: matter.referralId };
    const { provisions } = await world.perform(decisionFrame, at, official);
    return {
      ...at,
      outcome: 'grant' as const,
      decidedOn: today,
      during,
      reasons: 'Vastaa tarvetta.',
      explanations,
      provisions: provisions.map(({ id }) => id),
    };
  };
  const decided = async (service: Service = 'open-work', clientId?: string) => {
    const again = { service, source: 'coaching-team', kind: 'referral', receivedOn: '2021-05-03' } as const;
    const matter = clientId
      ? { ...(await world.perform(receiveReferralOfClient, { clientId, ...again }, official)), clientId }
      : await world.refer({ service, receivedOn: '2021-05-03' });
    const { decisionId } = await world.perform(decide, (await grantOf(matter)) as never, official);
    return { clientId: matter.clientId, referralId: matter.referralId, decisionId };
  };
  const begun = async (service: Service = 'open-work', clientId?: string, from = '2021-06-01') => {
    const { clientId: whose, decisionId } = await decided(service, clientId);
    const offeringId = world.pori.offerings[service] ?? '';
    const workerId = service === 'open-work' ? world.workerId(coach) : null;
    const start = { clientId: whose, decisionId, offeringId, from, workerId };
    const { relationshipId } = await world.perform(startRelationship, start, official);
    return { clientId: whose, relationshipId };
  };
  const requested = async () => {
    const { clientId, decisionId } = await decided();
    const request = { clientId, decisionId, receivedOn: today, demands: 'Myönnettävä.' };
    const { requestId } = await world.perform(receiveRequest, request, official);
    return { clientId, requestId };
  };
  const answered = async () => {
    const at = await requested();
    await world.perform(decideRequest, { ...at, outcome: 'upheld', decidedOn: today, reasons: 'Ei syytä.' }, official);
    await world.perform(serveRequest, { ...at, way: 'in-person', sentOn: today }, official);
    return at;
  };
  const agreed = async () => {
    const { clientId, placementId } = await atWork();
    const content = { tasks: 'A', hours: 'ma 9–13', during: { from: '2021-03-01', to: '2021-12-31' } };
    const { agreementId } = await world.perform(makeAgreement, { clientId, placementId, ...content }, coach);
    const { agreement: made } = await world.perform(agreement, { clientId, agreementId }, coach);
    return { clientId, placementId, agreementId, contentHash: made.contentHash };
  };
  const appointed = async () => {
    const { clientId, relationshipId } = await atWork();
    const visit = { clientId, relationshipId, kind: 'meeting', dueOn: '2021-06-17' } as const;
    return { clientId, relationshipId, ...(await world.perform(planVisit, visit, coach)) };
  };
  const draft = async () => {
    const { clientId } = await world.refer();
    const on = day('2021-06-01');
    const plan = {
      ...{ clientId, service: 'rehabilitative-work', kind: 'activation', madeOn: on, goals: ['Päivärytmi'] },
      ...{ informedOfBenefitsOn: on, during: { from: on, to: '2021-12-01' }, reviewOn: '2021-11-20' },
      ...{ daysAWeek: 2, hoursADay: 4 },
      items: { ...planContent, ...Object.fromEntries(activationPlanItems(on).map(({ key }) => [key, 'Sovittu'])) },
    };
    const { planId } = await world.perform(makePlan, plan as never, official);
    return { clientId, planId };
  };
  const colleague = async (name: WorkerName = 'pori-coach-2') => {
    const workerId = world.workerId(name);
    const { workers } = await world.perform(staff, {}, administrator);
    return { workerId, postId: workers.find(({ id }) => id === workerId)?.posts[0]?.id ?? '' };
  };
  /** Somebody new with a post that opens no client, and without an account. */
  const newcomer = async () => {
    const person = {
      familyName: `Uusi${next()}`,
      givenName: 'Aino',
      phone: null,
      email: null,
      language: 'fi',
    } as const;
    const post = { unitId: null, fullTimeShare: 1, hoursAWeek: null, agreedCaseload: null, team: null, during: always };
    const { workerId } = await world.perform(
      addWorker,
      { ...person, ...post, role: 'planner', username: null },
      administrator,
    );
    return workerId;
  };
  const withAccount = async () => {
    const workerId = await newcomer();
    await world.perform(openAccount, { workerId, username: `avattu.${next()}` }, administrator);
    return workerId;
  };
  const within = { referred, atWork, grantOf, decided, begun, requested, answered, agreed, appointed };
  return { ...within, draft, colleague, newcomer, withAccount };
}

const plain = { reasons: 'Perustelu.' };
/** Two days that no other has, none of them so far ahead that it would be a slip in the year. */
const daysOfItsOwn = (n: number) => ({
  from: addDays(day('2022-01-01'), 3 * (n % 1000)),
  to: addDays(day('2022-01-01'), 3 * (n % 1000) + 2),
});
const post = { unitId: null, fullTimeShare: 1, hoursAWeek: null, agreedCaseload: null, team: null };

/** How each act that records something new is made ready, by its name. */
export function creating(world: World): Readonly<Record<string, () => Promise<Ready>>> {
  const ways = waysIn(world);
  const { atWork, grantOf, decided, begun, requested, answered, agreed, appointed, draft } = ways;
  const { colleague, newcomer, withAccount } = ways;
  const of = (by: WorkerName, input: Input): Ready => ({ by, input });
  const relative = { name: 'Salo Maija', kind: 'relative', during: always };
  return {
    addGroup: async () =>
      of(administrator, {
        ...{
          name: `Ryhmä ${next()}`,
          capacity: 8,
          leadRotationMonths: null,
          weekdays: [1, 2],
          halves: ['am'],
          meal: false,
        },
        ...{ during: { from: '2021-07-01', to: null }, unitId: world.pori.unitId, service: 'work-activity' },
      }),
    addMunicipality: async () => {
      // Those of the world are there already.
      const others = municipalitiesStanding(day('2026-01-01')).filter(({ code }) => code < '600');
      return of(administrator, { code: others[Number(next()) % others.length]?.code ?? '' });
    },
    addOffering: async () =>
      of(administrator, {
        ...{ service: 'employment-support-27d', provisionMode: 'own', providerId: null },
        during: daysOfItsOwn(Number(next())),
      }),
    addProvider: async () => of(administrator, { name: `Tuottaja ${next()}`, kind: 'association', businessCode: null }),
    addUnit: async () =>
      of(administrator, {
        ...{ name: `Keskus ${next()}`, kind: 'workshop', municipalityCode: '609', street: null, providerId: null },
        during: { from: '2021-07-01', to: null },
      }),
    joinRecords: async () => {
      const [a, b] = [await world.refer({ familyName: 'Sama' }), await world.refer({ familyName: 'Sama' })];
      return of(official, { clientId: a.clientId, otherId: b.clientId });
    },
    nameRepresentative: async () => of(official, { clientId: (await world.refer()).clientId, ...relative }),
    protectAddress: async () =>
      of(official, { clientId: (await world.refer()).clientId, during: { from: today, to: null } }),
    registerClient: async () =>
      of(official, { familyName: `Tulija${next()}`, givenNames: 'Aino', birthOn: '1990-01-01' }),
    addWorker: async () =>
      of(administrator, {
        ...{ familyName: `Virka${next()}`, givenName: 'Aino', phone: null, email: null, language: 'fi' },
        ...{ ...post, role: 'planner', during: always, username: `virka.${no}` },
      }),
    givePost: async () =>
      of(administrator, { ...post, role: 'finance', workerId: await newcomer(), during: { from: today, to: null } }),
    openAccount: async () => of(administrator, { workerId: await newcomer(), username: `tunnus.${next()}` }),
    decidePost: async () => {
      const workerId = await newcomer();
      const asked = { ...post, role: 'social-worker' as const, publicOffice: true, professional: true, workerId };
      await world.perform(givePost, { ...asked, during: { from: '2022-01-01', to: null } }, administrator);
      const { requests } = await world.perform(postRequests, {}, 'pori-manager');
      return of('pori-manager', { requestId: requests.at(-1)?.id, outcome: 'confirmed' });
    },
    giveDecidingRights: async () =>
      of(administrator, {
        ...(await colleague(official)),
        ...{ services: ['employment-support-27d'], delegation: '12 §' },
        during: daysOfItsOwn(Number(next())),
      }),
    addEmployer: async () =>
      of(coach, { name: `Kauppa ${next()}`, sector: 'private', workplace: { name: `Kauppa ${no}` } }),
    addWorkplace: async () => {
      const { employerId } = await partAtWorkplace(world, `Yritys ${next()}`);
      return of(coach, { employerId, name: `Piste ${next()}` });
    },
    addPhrase: async () =>
      of(administrator, {
        ...{ service: 'open-work', against: false, provision: null, name: `Malli ${next()}`, textFi: 'Koska.' },
        ...{ textSv: 'Eftersom.', easyFi: null, easySv: null, during: { from: '2021-06-01', to: null } },
      }),
    receiveReferral: async () =>
      of(official, {
        client: { familyName: `Saapuva${next()}`, givenNames: 'Aino', birthOn: '1990-01-01' },
        ...{ service: 'open-work', source: 'own-contact', kind: 'own-contact', receivedOn: today },
      }),
    receiveReferralOfClient: async () =>
      of(official, {
        clientId: (await world.refer()).clientId,
        ...{ service: 'work-activity', source: 'school', kind: 'referral', receivedOn: today },
      }),
    beginAssessment: async () => of(official, { ...(await world.refer()), begunOn: today }),
    makePlan: async () =>
      of(official, {
        ...{ ...(await world.refer()), service: 'open-work', kind: 'service', madeOn: '2021-06-10', goals: ['Työ'] },
        ...{ during: { from: '2021-06-10', to: null }, reviewOn: '2021-12-10' },
      }),
    signPlan: async () => of(official, { ...(await draft()), ...signedAll('2021-06-01')[0] }),
    interruptPlan: async () => {
      const plan = await draft();
      for (const signing of signedAll('2021-06-01')) await world.perform(signPlan, { ...plan, ...signing }, official);
      return of(official, { ...plan, ...interruption });
    },
    hearClient: async () =>
      of(official, { ...(await world.refer()), about: 'Aiotaan evätä.', respondByOn: '2021-07-30', way: 'post' }),
    recordAnswer: async () => {
      const hearing = {
        ...(await world.refer()),
        about: 'Aiotaan evätä.',
        respondByOn: '2021-07-30',
        way: 'post',
      } as const;
      const { hearingId } = await world.perform(hearClient, hearing, official);
      return of(official, { clientId: hearing.clientId, hearingId, answeredOn: today, answer: 'En hyväksy.' });
    },
    decide: async () => of(official, await grantOf(await world.refer())),
    serveDecision: async () => {
      const { clientId, decisionId } = await decided();
      return of(official, { clientId, decisionId, way: 'in-person', sentOn: today });
    },
    refuseCorrection: async () => {
      const { clientId, decisionId } = await decided();
      return of(official, { clientId, decisionId, demandedOn: today, demand: 'Väärin.', reasons: 'Ei ole.' });
    },
    serveRefusal: async () => {
      const { clientId, decisionId } = await decided();
      const demand = { clientId, decisionId, demandedOn: today, demand: 'Väärin.', reasons: 'Ei ole.' };
      const { refusalId } = await world.perform(refuseCorrection, demand, official);
      return of(official, { clientId, refusalId, way: 'post', sentOn: today });
    },
    receiveRequest: async () => {
      const { clientId, decisionId } = await decided();
      return of(official, { clientId, decisionId, receivedOn: today, demands: 'Myönnettävä.' });
    },
    decideRequest: async () => of(official, { ...(await requested()), outcome: 'upheld', decidedOn: today, ...plain }),
    recordAppeal: async () => of(official, { ...(await answered()), appealedOn: today }),
    recordCourt: async () => {
      const at = await answered();
      await world.perform(recordAppeal, { ...at, appealedOn: today }, official);
      return of(official, { ...at, outcome: 'dismissed', decidedOn: today });
    },
    serveRequest: async () => {
      const at = await requested();
      await world.perform(decideRequest, { ...at, outcome: 'upheld', decidedOn: today, ...plain }, official);
      return of(official, { ...at, way: 'post', sentOn: today });
    },
    agreeBreak: async () => {
      const { clientId, relationshipId } = await atWork();
      return of(official, {
        clientId,
        relationshipId,
        reason: 'loma',
        during: { from: '2021-07-01', to: '2021-08-01' },
      });
    },
    agreeBreakWithMarks: async () => {
      const { clientId, relationshipId } = await atWork();
      return of(official, {
        clientId,
        relationshipId,
        reason: 'loma',
        during: { from: '2021-07-01', to: '2021-08-01' },
      });
    },
    startRelationship: async () => {
      const { clientId, decisionId } = await decided();
      const offeringId = world.pori.offerings['open-work'];
      return of(official, { clientId, decisionId, offeringId, from: today, workerId: world.workerId(coach) });
    },
    endRelationship: async () => of(official, { ...(await begun()), on: today }),
    place: async () => {
      const { workplaceId } = await partAtWorkplace(world, `Sijoitus ${next()}`);
      return of(official, { ...(await begun()), workplaceId, slots: [{ weekday: 1, half: 'am' }], from: today });
    },
    endPlacementsOf: async () => {
      const { clientId, relationshipId } = await atWork();
      return of(official, { clientId, relationshipId, on: '2021-06-17' });
    },
    makeAgreement: async () => {
      const { clientId, placementId } = await atWork();
      const content = { tasks: 'A', hours: 'ma 9–13', during: { from: '2021-03-01', to: '2021-12-31' } };
      return of(coach, { clientId, placementId, ...content });
    },
    approveAgreement: async () => {
      const { placementId: _, ...at } = await agreed();
      return of(coach, { ...at, party: 'client' });
    },
    renewAgreement: async () => {
      const { clientId, agreementId, contentHash } = await agreed();
      for (const party of ['client', 'employer', 'organiser'] as const)
        await world.perform(
          approveAgreement,
          { clientId, agreementId, contentHash, party, ...(party === 'employer' ? { by: 'Mattila Kari' } : {}) },
          coach,
        );
      return of(coach, { clientId, agreementId, to: '2022-12-31' });
    },
    planVisit: async () => {
      const { clientId, relationshipId } = await atWork();
      return of(coach, { clientId, relationshipId, kind: 'meeting', dueOn: '2021-06-20', startsAt: '09:00' });
    },
    cancelVisit: async () => {
      const { clientId, visitId } = await appointed();
      return of(coach, { clientId, visitId });
    },
    tellOutcome: async () => {
      const { clientId, visitId } = await appointed();
      return of(coach, { clientId, visitId, outcome: 'held' });
    },
    recordContact: async () => {
      const { clientId, relationshipId } = await atWork();
      return of(coach, { clientId, relationshipId, kind: 'call' });
    },
    recordContactOnMatter: async () => of(official, { ...(await world.refer()), kind: 'call' }),
    recordGroupMeeting: async () => {
      const { relationshipId } = await atWork();
      return of(coach, { relationshipIds: [relationshipId] });
    },
    markAllPresent: async () => {
      const { workplaceId } = await atWork();
      return of(coach, { workplaceId, on: '2021-06-16' });
    },
    referOver: async () => {
      const { clientId } = await atWork();
      return of(coach, { clientId, service: 'open-work', otherService: 'te-services', direction: 'to', madeOn: today });
    },
    visitClient: async () => of(official, { clientId: (await world.refer()).clientId }),
    resetPassword: async () => of(administrator, { workerId: await withAccount() }),
    unlockAccount: async () => of(administrator, { workerId: await withAccount() }),
    cancelVisitsOf: async () => {
      const { clientId, relationshipId } = await appointed();
      return of(coach, { clientId, relationshipId, from: today });
    },
    // Each month is closed once, whatever else was made before.
    closeMonth: async () => of('pori-finance', { month: addMonths(day('2011-01-01'), months++).slice(0, 7) }),
  };
}
