/** Whatever follows one another in rehabilitative work, allowed or refused: plan, decision, service, place and day stand on one another. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changePlacement } from '../src/casework/agreement/acts.ts';
import { markAttendance } from '../src/casework/attendance/acts.ts';
import { continuePeriod } from '../src/casework/continuation/acts.ts';
import { decide } from '../src/casework/decision/acts.ts';
import { exitClient } from '../src/casework/exit/acts.ts';
import { claimOfMonth } from '../src/casework/participation/acts.ts';
import { place } from '../src/casework/placement/acts.ts';
import {
  correctInterruption,
  interruptPlan,
  makePlan,
  plansOf,
  resumePlan,
  reviewPlan,
  signPlan,
  takeBackInterruption,
  takeBackPlan,
  takeBackReview,
  takeBackSignature,
} from '../src/casework/plan/acts.ts';
import { receiveReferralOfClient } from '../src/casework/referral/acts.ts';
import { startRelationship } from '../src/casework/relationship/acts.ts';
import { addDays, addMonths, type Day, type Weekday } from '../src/kernel/day.ts';
import { ProblemError } from '../src/kernel/problem.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import {
  aStep,
  type Choice,
  chosenId,
  factsHold,
  ofWalked,
  type Steps,
  stepsOfAll,
  tryAct,
  type Walk,
  walkedSince,
  walkReason,
} from './random-walk.ts';
import { explanations, makeWorld, planContent, signedAll, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const official = 'work-social-worker';
const service = 'rehabilitative-work';
const provisions = ['189/2001:13b'];

/** Three months, or as long as was drawn, which is mostly too short. */
const periodOf = ({ from, to, pick }: Choice) => ({ from, to: pick > 1 || to === null ? addMonths(from, 3) : to });

const planOf = (choice: Choice, today: Day) => {
  const during = periodOf(choice);
  const daysAWeek = 1 + (choice.pick % 4);
  return {
    service: service as typeof service,
    kind: 'activation' as const,
    madeOn: today,
    during,
    reviewOn: addDays(during.to, -1),
    daysAWeek,
    hoursADay: 4,
    goals: ['Päivärytmi'],
    informedOfBenefitsOn: today,
    items: {
      goal: 'Päivärytmi',
      duration: `4 tuntia, ${daysAWeek} päivää`,
      period: 'Kolme kuukautta',
      support: 'Ohjaaja',
      'other-services': 'Terveystarkastus',
      evaluation: 'Jakson lopussa',
      ...planContent,
    },
    // A draft that lacks one of the three, now and then.
    signatures: signedAll(today).slice(0, choice.pick === 5 ? 2 : 3),
  };
};

const grant = (choice: Choice, referralId: string, planId: string, today: Day) => ({
  referralId,
  planId,
  outcome: 'grant' as const,
  changesId: null,
  decidedOn: today,
  during: periodOf(choice),
  reasons: 'Suunnitelman mukaan.',
  explanations,
  provisions,
});

const slotsOf = ({ pick }: Choice) =>
  [1, 2, 3, 4, 5].slice(0, 1 + pick).map((weekday) => ({ weekday: weekday as Weekday, half: 'am' as const }));

/** What is decided of an interruption that begins on the chosen day. */
const interrupting = ({ from, pick }: Choice, today: Day) => ({
  ground: 'employed' as const,
  groundOn: addMonths(from, -2),
  heardOn: addDays(today, -pick),
  decidedOn: today,
  decidedBy: 'organiser' as const,
  from,
  reason: 'Kokoaikatyö.',
});

/** One of the interruptions that there are, as it stands. */
async function chosenInterruption(walk: Walk, choice: Choice) {
  const { clientId, official: by, today } = walk;
  const interruptionId = await chosenId(walk, ofWalked('plan_interruption', walk), choice);
  if (!interruptionId) return;
  // Whose matters are over is seen no more, nor changed.
  const { plans } = await world.perform(plansOf, { clientId }, by, today).catch((error: unknown) => {
    if (error instanceof ProblemError) return { plans: [] };
    throw error;
  });
  const one = plans.flatMap(({ interruptions }) => interruptions).find(({ id }) => id === interruptionId);
  return one && { interruptionId: one.id, seen: one.version };
}

const steps: Steps = {
  ...stepsOfAll,
  refer: (walk) =>
    tryAct(walk, receiveReferralOfClient, {
      clientId: walk.clientId,
      service,
      source: 'own-contact',
      kind: 'own-contact',
      receivedOn: walk.today,
    }),
  plan: async (walk, choice) => {
    const referralId = await chosenId(walk, ofWalked('referral_referral', walk), choice);
    if (referralId)
      await tryAct(walk, makePlan, { clientId: walk.clientId, referralId, ...planOf(choice, walk.today) });
  },
  sign: async (walk, choice) => {
    const planId = await chosenId(walk, ofWalked('plan_plan', walk), choice);
    const signing = signedAll(walk.today)[2];
    if (planId && signing) await tryAct(walk, signPlan, { clientId: walk.clientId, planId, ...signing });
  },
  'take back a signature': async (walk, choice) => {
    const signatureId = await chosenId(walk, ofWalked('plan_signature', walk), choice);
    if (signatureId) await tryAct(walk, takeBackSignature, { clientId: walk.clientId, signatureId, why: walkReason });
  },
  'take back a plan': async (walk, choice) => {
    const planId = await chosenId(walk, ofWalked('plan_plan', walk), choice);
    if (planId) await tryAct(walk, takeBackPlan, { clientId: walk.clientId, planId, why: walkReason });
  },
  review: async (walk, choice) => {
    const planId = await chosenId(walk, ofWalked('plan_plan', walk), choice);
    if (planId) await tryAct(walk, reviewPlan, { clientId: walk.clientId, planId, reviewedOn: walk.today });
  },
  'take back a review': async (walk, choice) => {
    const reviewId = await chosenId(walk, ofWalked('plan_review', walk), choice);
    if (reviewId) await tryAct(walk, takeBackReview, { clientId: walk.clientId, reviewId, why: walkReason });
  },
  interrupt: async (walk, choice) => {
    const planId = await chosenId(walk, ofWalked('plan_plan', walk), choice);
    if (planId)
      await tryAct(walk, interruptPlan, { clientId: walk.clientId, planId, ...interrupting(choice, walk.today) });
  },
  resume: async (walk, choice) => {
    const one = await chosenInterruption(walk, choice);
    if (one)
      await tryAct(walk, resumePlan, { clientId: walk.clientId, ...one, on: choice.from, agreed: 'Kahtena päivänä.' });
  },
  'correct an interruption': async (walk, choice) => {
    const one = await chosenInterruption(walk, choice);
    if (!one) return;
    const agreed = choice.to === null ? null : 'Kuten ennen.';
    const details = { ...interrupting(choice, walk.today), to: choice.to, agreed };
    await tryAct(walk, correctInterruption, { clientId: walk.clientId, ...one, ...details, why: walkReason });
  },
  'take back an interruption': async (walk, choice) => {
    const one = await chosenInterruption(walk, choice);
    if (one) await tryAct(walk, takeBackInterruption, { clientId: walk.clientId, ...one, why: walkReason });
  },
  decide: async (walk, choice) => {
    const referralId = await chosenId(walk, ofWalked('decision_matter', walk), choice);
    const planId = await chosenId(walk, ofWalked('plan_plan', walk), choice);
    if (!referralId || !planId) return;
    await tryAct(walk, decide, { clientId: walk.clientId, ...grant(choice, referralId, planId, walk.today) });
  },
  start: async (walk, choice) => {
    const decisionId = await chosenId(walk, ofWalked('decision_decision', walk), choice);
    if (!decisionId) return;
    const offeringId = world.work.offerings[service] ?? '';
    const workerId = world.workerId('work-instructor');
    await tryAct(walk, startRelationship, {
      clientId: walk.clientId,
      decisionId,
      offeringId,
      from: choice.from,
      workerId,
    });
  },
  'continue for a new period': async (walk, choice) => {
    const relationshipId = await chosenId(walk, ofWalked('relationship_relationship', walk), choice);
    if (!relationshipId) return;
    const { service: _, madeOn, ...plan } = planOf(choice, walk.today);
    const input = {
      source: 'own-contact' as const,
      receivedOn: madeOn,
      ...plan,
      reasons: 'Jatketaan.',
      explanations,
      provisions,
    };
    await tryAct(walk, continuePeriod, { clientId: walk.clientId, relationshipId, ...input });
  },
  exit: async (walk, choice) => {
    const relationshipId = await chosenId(walk, ofWalked('relationship_relationship', walk), choice);
    if (!relationshipId) return;
    const ending = {
      lastDay: choice.from,
      takeMarksBack: choice.pick > 2,
      reason: 'employed',
      destination: 'paid-work',
    } as const;
    await tryAct(walk, exitClient, { clientId: walk.clientId, relationshipId, ...ending });
  },
  place: async (walk, choice) => {
    const relationshipId = await chosenId(walk, ofWalked('relationship_relationship', walk), choice);
    if (!relationshipId) return;
    const groupId = world.work.groups[service] ?? null;
    const hoursADay = [4, 4, 5, 8, 3, 9][choice.pick] ?? 4;
    const input = {
      clientId: walk.clientId,
      relationshipId,
      groupId,
      slots: slotsOf(choice),
      hoursADay,
      from: choice.from,
    };
    await tryAct(walk, place, input);
  },
  'change a place': async (walk, choice) => {
    const placementId = await chosenId(walk, ofWalked('placement_placement', walk), choice);
    if (!placementId) return;
    const groupId = world.work.groups[service] ?? null;
    const input = {
      clientId: walk.clientId,
      placementId,
      groupId,
      slots: slotsOf(choice),
      hoursADay: 4,
      from: choice.from,
    };
    await tryAct(walk, changePlacement, input);
  },
  'mark a week': async (walk, choice) => {
    const placementId = await chosenId(walk, ofWalked('placement_placement', walk), choice);
    if (!placementId) return;
    const marks = [0, 1, 2, 3, 4].map((n) => ({ placementId, on: addDays(choice.from, n), kind: 'present' as const }));
    for (const mark of marks) await tryAct(walk, markAttendance, { marks: [mark] });
  },
};

/** A client three months in rehabilitative work, two mornings a week, by a plan that all signed. */
async function begun(): Promise<Walk> {
  const on = addDays(walkedSince, -14);
  const { clientId, referralId } = await world.refer({ organiser: 'work', receivedOn: '2021-02-01' });
  const choice: Choice = { pick: 2, from: walkedSince, to: null };
  const plan = { clientId, referralId, ...planOf({ ...choice, pick: 3 }, on) };
  const { planId } = await world.perform(makePlan, plan, official, on);
  const { decisionId } = await world.perform(
    decide,
    { clientId, ...grant(choice, referralId, planId, on) },
    official,
    on,
  );
  const workerId = world.workerId('work-instructor');
  const offeringId = world.work.offerings[service] ?? '';
  const start = { clientId, decisionId, offeringId, from: walkedSince, workerId };
  const { relationshipId } = await world.perform(startRelationship, start, official, on);
  const groupId = world.work.groups[service] ?? null;
  const slots = slotsOf({ ...choice, pick: 1 });
  await world.perform(
    place,
    { clientId, relationshipId, groupId, slots, hoursADay: 4, from: walkedSince },
    official,
    on,
  );
  return { world, clientId, official, today: world.today, done: 0 };
}

/** What is claimed of the state: each day of participation that is marked, once. */
async function claimAgrees({ clientId, today }: Walk): Promise<void> {
  const { rows } = await sql<{ month: string; days: string[] }>`select to_char(m.held_on, 'YYYY-MM') as month,
      array_agg(distinct m.held_on::text order by m.held_on::text) as days
    from attendance_mark m where m.client_id = ${clientId} and m.kind = 'present' group by 1`.execute(db.owner);
  for (const { month, days } of rows) {
    const { clients } = await world.perform(claimOfMonth, { month }, 'work-finance', today);
    expect(clients.find((one) => one.clientId === clientId)).toMatchObject({ days, over: [] });
  }
}

/** A plan is interrupted ahead, its days are tried, it loses a signature, goes on and rests anew. */
const interrupted = [
  { what: 'interrupt', pick: 0, from: 80, days: null, later: 0 },
  { what: 'mark a week', pick: 0, from: 80, days: null, later: 4 },
  { what: 'take back a signature', pick: 0, from: 0, days: null, later: 0 },
  { what: 'resume', pick: 0, from: 84, days: null, later: 1 },
  { what: 'mark a week', pick: 0, from: 84, days: null, later: 6 },
  { what: 'correct an interruption', pick: 0, from: 83, days: 4, later: 0 },
  { what: 'interrupt', pick: 0, from: 88, days: null, later: 0 },
  { what: 'take back an interruption', pick: 0, from: 0, days: null, later: 1 },
];

/** One goes on for a second period, is placed on more days than planned, and the first period is taken from under it. */
const continued = [
  { what: 'continue for a new period', pick: 2, from: 92, days: null, later: 0 },
  { what: 'mark a week', pick: 0, from: 91, days: null, later: 6 },
  { what: 'change a place', pick: 4, from: 100, days: null, later: 1 },
  { what: 'annul', pick: 0, from: 0, days: null, later: 1 },
  { what: 'take back a plan', pick: 0, from: 0, days: null, later: 1 },
  { what: 'take back a signature', pick: 0, from: 0, days: null, later: 1 },
  { what: 'exit', pick: 0, from: 120, days: null, later: 6 },
  { what: 'take back an exit', pick: 0, from: 0, days: null, later: 1 },
];

test('whatever is done in rehabilitative work, each fact stands on the one before it', {
  timeout: 120_000,
}, async () => {
  let [done, walks] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(aStep(steps), { minLength: 8, maxLength: 16, size: 'max' }), async (walked) => {
      const walk = await begun();
      const path = ['begun'];
      for (const { what, pick, from, days, later } of walked) {
        walk.today = addDays(walk.today, later);
        const first = addDays(walkedSince, from);
        path.push(`${what} ${pick} ${first} ${days}`);
        await steps[what]?.(walk, { pick, from: first, to: days === null ? null : addDays(first, days) });
        await factsHold(walk, path.join(', '));
      }
      await claimAgrees(walk);
      done += walk.done;
      walks++;
    }),
    {
      examples: [[continued], [interrupted]],
      numRuns: 25,
      interruptAfterTimeLimit: 20_000,
      markInterruptAsFailure: false,
      endOnFailure: true,
    },
  );
  // A walk on which all was refused would hold anything.
  expect(walks).toBeGreaterThan(0);
  expect(done).toBeGreaterThan(walks);
  const { rows } = await sql<{
    act: string;
  }>`select distinct act from platform_audit where act ~ 'nterrupt|resumePlan' order by 1`.execute(db.owner);
  expect(rows.map(({ act }) => act)).toEqual([
    'correctInterruption',
    'interruptPlan',
    'resumePlan',
    'takeBackInterruption',
  ]);
});
