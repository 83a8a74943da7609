/** One client of whom there is something of each kind to read, and what each act that reads is asked about it. */
import { sql } from 'kysely';
import { makeAgreement } from '../src/casework/agreement/acts.ts';
import { beginAssessment, writeAssessment } from '../src/casework/assessment/acts.ts';
import { markAttendance } from '../src/casework/attendance/acts.ts';
import { changeAddress, changeClient, nameRepresentative } from '../src/casework/client/acts.ts';
import { closeMonth } from '../src/casework/compensation/acts.ts';
import { decide, decisionFrame } from '../src/casework/decision/acts.ts';
import { hearClient } from '../src/casework/hearing/acts.ts';
import { place } from '../src/casework/placement/acts.ts';
import { interruptPlan, makePlan } from '../src/casework/plan/acts.ts';
import { receiveReferralOfClient } from '../src/casework/referral/acts.ts';
import { refuseCorrection } from '../src/casework/refusal/acts.ts';
import { startRelationship } from '../src/casework/relationship/acts.ts';
import { type Day, day } from '../src/kernel/day.ts';
import type { Service } from '../src/kernel/service.ts';
import { activationPlanItems } from '../src/law/act-2001-189-plan.ts';
import type { AnyAct } from '../src/server/act.ts';
import { type PartTaken, partAtWorkplace, takingPart } from './taking-part.ts';
import { interruption, planContent, signedAll, unheard, type World } from './world.ts';

/** Where the client is reached. */
interface Told {
  readonly address: {
    readonly street: string;
    readonly postalCode: string;
    readonly postOffice: string;
    readonly phone: string;
    readonly email: string;
  };
  readonly relative: string;
  readonly municipalityCode: string;
}

interface Ids {
  readonly one: PartTaken;
  readonly provisions: readonly string[];
  readonly [id: string]: unknown;
}

type Input = Record<string, unknown>;
type Inputs = Record<string, readonly Input[]>;

interface Readable {
  readonly one: PartTaken;
  readonly decisionId: string;
  /** The matter that waits, and what it may be decided by. */
  readonly referralId: string;
  readonly provisions: string[];
  /** What there is of the client, by the names of fields. */
  readonly ids: Readonly<Record<string, string>>;
  /** What an act that reads is asked; `own` says it of acts that are asked otherwise. */
  inputsOf(act: AnyAct, own?: Inputs): readonly Input[];
}

async function granted(world: World, clientId: string, service: Service, on: Day): Promise<string> {
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

/** A client at a workplace and at the centre, with a matter that waits, papers of each kind and a closed month. */
export async function readable(world: World, told: Told): Promise<Readable> {
  const { workplaceId } = await partAtWorkplace(world, 'Satametalli');
  const one = await takingPart(world, { service: 'open-work', workplaceId, familyName: 'Piilo', weekdays: [1, 2] });
  const { clientId, placementId } = one;
  const early = day('2021-03-02');
  await world.perform(changeAddress, { clientId, address: told.address, from: early }, 'pori-coach', early);
  await world.perform(changeClient, { clientId, municipalityCode: told.municipalityCode }, 'pori-coach', early);
  await world.perform(
    nameRepresentative,
    {
      clientId,
      name: 'Piilo Maija',
      kind: 'relative',
      // Who stands by somebody often lives in the same house.
      ...told.address,
      phone: told.relative,
      powers: null,
      during: { from: early, to: null },
    },
    'pori-coach',
    early,
  );
  // Also at the centre, so that its instructors work with the client too.
  const decisionId = await granted(world, clientId, 'work-activity', day('2021-04-01'));
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
  const { agreementId } = await world.perform(makeAgreement, { clientId, placementId, ...terms }, 'pori-coach');
  const marks = [{ placementId, on: '2021-05-03', kind: 'present' as const, meal: false }];
  await world.perform(markAttendance, { marks }, 'pori-coach', day('2021-05-04'));
  await world.perform(closeMonth, { month: '2021-05' }, 'pori-finance', day('2021-06-02'));
  const { rows: namings } = await sql<{
    id: string;
  }>`select id from relationship_responsible where client_id = ${clientId}`.execute(world.db.owner);
  const namingId = namings[0]?.id ?? '';
  // A matter that waits for its decision.
  const { referralId } = await world.perform(
    receiveReferralOfClient,
    { clientId, service: 'supported-employment', source: 'own-contact', kind: 'own-contact', receivedOn: '2021-06-01' },
    'pori-coach',
    day('2021-06-01'),
  );
  const frame = await world.perform(decisionFrame, { clientId, referralId }, 'pori-social-worker');
  const provisions = frame.provisions.map(({ id }) => id);
  const hearing = { about: 'Aiomme hylätä hakemuksen.', respondByOn: '2021-06-15', way: 'post' as const };
  const { hearingId } = await world.perform(
    hearClient,
    { clientId, referralId, ...hearing },
    'pori-social-worker',
    day('2021-06-01'),
  );
  const { refusalId } = await world.perform(
    refuseCorrection,
    { clientId, decisionId, demandedOn: '2021-05-03', demand: 'Väärä keskus.', reasons: 'Keskus on sovittu.' },
    'pori-social-worker',
    day('2021-06-01'),
  );
  const assessedOn = day('2021-06-02');
  const { assessmentId } = await world.perform(
    beginAssessment,
    { clientId, referralId, begunOn: assessedOn },
    'pori-social-worker',
    assessedOn,
  );
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
  const { planId } = await world.perform(makePlan, { ...plan, ...lasts }, 'pori-social-worker', assessedOn);
  const content = [...Object.keys(planContent), ...activationPlanItems(assessedOn).map(({ key }) => key)];
  const activation = {
    ...{ clientId, service: 'rehabilitative-work', kind: 'activation', madeOn: assessedOn, goals: ['Palkkatyö'] },
    ...{ during: { from: assessedOn, to: '2021-12-01' }, reviewOn: '2021-11-01', daysAWeek: 2, hoursADay: 4 },
    ...{ informedOfBenefitsOn: assessedOn, signatures: signedAll(assessedOn) },
    items: Object.fromEntries(content.map((key) => [key, 'Sovittu'])),
  };
  const rests = await world.perform(makePlan, activation as never, 'pori-social-worker', assessedOn);
  const about = { clientId, planId: rests.planId, ...interruption };
  const { interruptionId } = await world.perform(interruptPlan, about, 'pori-social-worker', day('2021-06-15'));
  const ids = {
    ...one,
    decisionId,
    referralId,
    hearingId,
    refusalId,
    assessmentId,
    planId,
    interruptionId,
    agreementId,
    namingId,
  };
  const of = { ...ids, one, workplaceId, provisions };
  return {
    ...{ one, ids, decisionId, referralId, provisions },
    inputsOf: (act, own = {}) => own[act.name] ?? namedInputs(world, of)[act.name] ?? inputsOf(world, of, act),
  };
}

/** What acts are asked with; those that need something else than what their fields are called have their own. */
function namedInputs(world: World, of: Ids): Inputs {
  const described = { organiser: 'pori-perusturva', service: 'disability-work' };
  const { one, referralId, provisions, agreementId, namingId, workplaceId } = of;
  return {
    computeFigure: [{ id: 'clients-by-municipality', asOf: '2021-05-31', ...described }],
    figureCases: [{ id: 'clients-by-municipality', asOf: '2021-05-31', ...described }],
    describe: [described],
    descriptionPdf: [described],
    descriptionAnswerVersions: [{ ...described, question: 'Q1' }],
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
    myDay: [{}, { whose: 'team' }, { show: 'pending' }],
    attendanceGrid: [
      { workplaceId, from: '2021-05-03', to: '2021-05-10' },
      { groupId: world.pori.groups['work-activity'], from: '2021-06-14', to: '2021-06-21' },
    ],
  };
}

function inputsOf(world: World, of: Ids, act: AnyAct): readonly Input[] {
  const known: Record<string, unknown> = {
    ...of,
    workerId: world.workerId('pori-coach'),
    month: '2021-05',
    on: '2021-05-03',
    from: '2021-05-01',
    to: '2021-06-01',
  };
  const fields = Object.keys((act.input as { shape?: object }).shape ?? {});
  return [Object.fromEntries(fields.flatMap((field) => (field in known ? [[field, known[field]]] : [])))];
}
