/** Whatever acts follow one another, allowed or refused: each fact stands on the one before it, after every step. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { markAttendance } from '../src/casework/attendance/acts.ts';
import { continueDecided, continuePeriod } from '../src/casework/continuation/acts.ts';
import { decide } from '../src/casework/decision/acts.ts';
import { decideAndEnd, exitClient, moveClient, takeBackMove } from '../src/casework/exit/acts.ts';
import { takeBackResponsible } from '../src/casework/handover/acts.ts';
import { place } from '../src/casework/placement/acts.ts';
import { makePlan } from '../src/casework/plan/acts.ts';
import { receiveReferralOfClient, takeBackReferral, withdrawReferral } from '../src/casework/referral/acts.ts';
import { endBreak, nameResponsible, startRelationship } from '../src/casework/relationship/acts.ts';
import { addDays, type Day } from '../src/kernel/day.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { figureIn } from './facts.ts';
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
import { partAtWorkplace, takingPart } from './taking-part.ts';
import { explanations, makeWorld, unheard, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
let workplaceId: string;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  workplaceId = (await partAtWorkplace(world, 'Testikahvila')).workplaceId;
});
afterAll(() => db.close());

const official = 'pori-social-worker';

const grant = (choice: Choice, referralId: string, planId: string | null, changesId: string | null, today: Day) => ({
  referralId,
  planId,
  outcome: 'grant' as const,
  changesId,
  decidedOn: today,
  during: { from: choice.from, to: choice.to },
  reasons: 'Vastaa tarvetta.',
  explanations,
  provisions: ['519/1977:35'],
});

const coach = () => world.workerId('pori-coach');

/** Each thing that one may do, by what there is. */
const steps: Steps = {
  ...stepsOfAll,
  refer: (walk, { pick }) =>
    tryAct(walk, receiveReferralOfClient, {
      clientId: walk.clientId,
      service: pick % 2 ? 'open-work' : 'work-activity',
      source: 'coaching-team',
      kind: 'referral',
      receivedOn: walk.today,
    }),
  withdraw: async (walk, choice) => {
    const referralId = await chosenId(walk, ofWalked('referral_referral', walk), choice);
    if (referralId) await tryAct(walk, withdrawReferral, { clientId: walk.clientId, referralId, on: walk.today });
  },
  'take back a referral': async (walk, choice) => {
    const referralId = await chosenId(walk, ofWalked('referral_referral', walk), choice);
    if (referralId) await tryAct(walk, takeBackReferral, { clientId: walk.clientId, referralId, why: walkReason });
  },
  plan: async (walk, choice) => {
    const referralId = await chosenId(walk, ofWalked('referral_referral', walk), choice);
    if (!referralId || !choice.to) return;
    await tryAct(walk, makePlan, {
      clientId: walk.clientId,
      referralId,
      service: 'open-work',
      kind: 'service',
      madeOn: walk.today,
      during: { from: choice.from, to: choice.to },
      reviewOn: addDays(choice.to, -1),
      goals: ['Työssä pysyminen'],
    });
  },
  decide: async (walk, choice) => {
    const referralId = await chosenId(walk, ofWalked('decision_matter', walk), choice);
    const planId = choice.pick > 3 ? await chosenId(walk, ofWalked('plan_plan', walk), choice) : null;
    const changesId = choice.pick % 2 ? await chosenId(walk, ofWalked('decision_decision', walk), choice) : null;
    if (!referralId) return;
    const input = grant(choice, referralId, planId, changesId, walk.today);
    await tryAct(walk, decide, { clientId: walk.clientId, ...input });
  },
  'end a decision': async (walk, choice) => {
    const referralId = await chosenId(walk, ofWalked('decision_matter', walk), { ...choice, pick: 0 });
    const changesId = await chosenId(walk, ofWalked('decision_decision', walk), choice);
    const relationshipId = await chosenId(walk, ofWalked('relationship_relationship', walk), choice);
    if (!referralId || !changesId || !relationshipId) return;
    await tryAct(walk, decideAndEnd, {
      clientId: walk.clientId,
      ...grant(choice, referralId, null, changesId, walk.today),
      during: null,
      outcome: 'end',
      lastDay: choice.from,
      unheard,
      services: [{ relationshipId, reason: 'need-ended', destination: 'home', takeMarksBack: choice.pick > 2 }],
    });
  },
  start: async (walk, choice) => {
    const decisionId = await chosenId(walk, ofWalked('decision_decision', walk), choice);
    if (!decisionId) return;
    // Work activity is led by whoever leads the group: nobody is named.
    const [service, workerId] =
      choice.pick % 2 ? (['work-activity', null] as const) : (['open-work', coach()] as const);
    const offeringId = world.pori.offerings[service] ?? '';
    await tryAct(walk, startRelationship, {
      clientId: walk.clientId,
      decisionId,
      offeringId,
      from: choice.from,
      workerId,
    });
  },
  continue: async (walk, choice) => {
    const relationshipId = await chosenId(walk, ofWalked('relationship_relationship', walk), choice);
    if (relationshipId) await tryAct(walk, continueDecided, { clientId: walk.clientId, relationshipId });
  },
  'continue for a new period': async (walk, choice) => {
    const relationshipId = await chosenId(walk, ofWalked('relationship_relationship', walk), choice);
    if (!relationshipId || !choice.to) return;
    await tryAct(walk, continuePeriod, {
      clientId: walk.clientId,
      relationshipId,
      source: 'own-contact',
      receivedOn: walk.today,
      during: { from: choice.from, to: choice.to },
      kind: 'service',
      reviewOn: addDays(choice.to, -1),
      goals: ['Työssä pysyminen'],
      reasons: 'Vastaa tarvetta.',
      explanations,
      provisions: ['519/1977:35'],
      keepPlace: choice.pick > 1,
    });
  },
  move: async (walk, choice) => {
    const relationshipId = await chosenId(walk, ofWalked('relationship_relationship', walk), choice);
    const toRelationshipId = await chosenId(walk, ofWalked('relationship_relationship', walk), {
      ...choice,
      pick: choice.pick + 1,
    });
    if (!relationshipId || !toRelationshipId) return;
    const { clientId } = walk;
    const takeMarksBack = choice.pick > 2;
    await tryAct(walk, moveClient, { clientId, relationshipId, toRelationshipId, lastDay: choice.from, takeMarksBack });
  },
  'move to a service begun for it': async (walk, choice) => {
    const relationshipId = await chosenId(walk, ofWalked('relationship_relationship', walk), { ...choice, pick: 0 });
    const decisionId = await chosenId(walk, ofWalked('decision_decision', walk), choice);
    if (!relationshipId || !decisionId) return;
    const { clientId } = walk;
    const offeringId = world.pori.offerings['work-activity'] ?? '';
    await tryAct(walk, startRelationship, { clientId, decisionId, offeringId, from: choice.from, workerId: null });
    const toRelationshipId = await chosenId(
      walk,
      sql`relationship_relationship where client_id = ${clientId} and service = 'work-activity'`,
      choice,
    );
    if (!toRelationshipId) return;
    const lastDay = addDays(choice.from, -1);
    await tryAct(walk, moveClient, { clientId, relationshipId, toRelationshipId, lastDay, takeMarksBack: true });
  },
  'take back a move': async (walk, choice) => {
    const transitionId = await chosenId(walk, ofWalked('exit_transition', walk), choice);
    if (transitionId) await tryAct(walk, takeBackMove, { clientId: walk.clientId, transitionId, why: walkReason });
  },
  exit: async (walk, choice) => {
    const relationshipId = await chosenId(walk, ofWalked('relationship_relationship', walk), choice);
    if (!relationshipId) return;
    const { clientId } = walk;
    const takeMarksBack = choice.pick > 2;
    const input = { clientId, relationshipId, lastDay: choice.from, takeMarksBack };
    await tryAct(walk, exitClient, { ...input, reason: 'studies', destination: 'studies' });
  },
  place: async (walk, choice) => {
    const relationshipId = await chosenId(walk, ofWalked('relationship_relationship', walk), choice);
    if (!relationshipId) return;
    const slots = [1, 2, 3, 4, 5].slice(choice.pick % 3).map((weekday) => ({ weekday, half: 'am' }) as never);
    const { rows } = await sql<{
      service: string;
    }>`select service from relationship_relationship where id = ${relationshipId}`.execute(db.owner);
    const where =
      rows[0]?.service === 'work-activity' ? { groupId: world.pori.groups['work-activity'] ?? null } : { workplaceId };
    await tryAct(walk, place, { clientId: walk.clientId, relationshipId, ...where, slots, from: choice.from });
  },
  mark: async (walk, choice) => {
    const placementId = await chosenId(walk, ofWalked('placement_placement', walk), choice);
    if (!placementId) return;
    const kind = (['present', 'present', 'holiday', null] as const)[choice.pick % 4] ?? null;
    const marks = [0, 1, 2].map((n) => ({ placementId, on: addDays(choice.from, n), kind }));
    for (const mark of marks) await tryAct(walk, markAttendance, { marks: [mark] });
  },
  'come back': async (walk, choice) => {
    const pauseId = await chosenId(walk, ofWalked('relationship_pause', walk), choice);
    if (pauseId) await tryAct(walk, endBreak, { clientId: walk.clientId, pauseId, on: choice.from });
  },
  'name another': async (walk, choice) => {
    const relationshipId = await chosenId(walk, ofWalked('relationship_relationship', walk), choice);
    if (!relationshipId) return;
    const workerId = world.workerId(choice.pick % 2 ? 'pori-coach' : 'pori-coach-2');
    await tryAct(walk, nameResponsible, { clientId: walk.clientId, relationshipId, workerId, from: choice.from });
  },
  'take back a naming': async (walk, choice) => {
    const namingId = await chosenId(walk, ofWalked('relationship_responsible', walk), choice);
    if (!namingId) return;
    const { clientId } = walk;
    const { rows } = await sql`select from relationship_responsible w join relationship_responsible_history h
      on h.relationship_id = w.relationship_id and h.id <> w.id and upper(h.recorded) = (select lower(recorded) from
        (select recorded from relationship_responsible where id = ${namingId}
          union all select recorded from relationship_responsible_history where id = ${namingId}) v order by 1 limit 1)
      where w.id = ${namingId}`.execute(db.owner);
    // That nobody answers after the first is said beforehand: whoever takes that one back all the same has been told.
    if (rows.length > 0) await tryAct(walk, takeBackResponsible, { clientId, namingId, why: walkReason });
  },
};

/** What a figure says of the organiser today, against a count of the plain rows. */
async function figuresAgree({ today }: Walk): Promise<void> {
  const { rows } = await sql<{
    clients: number;
  }>`select count(distinct client_id)::int as clients from relationship_relationship
    where organiser_id = ${world.pori.id} and during @> ${today}::date`.execute(db.owner);
  const { value } = await figureIn(db.app, 'clients-on-day', { organiser: 'pori-perusturva', asOf: today });
  expect(value ?? 0).toBe(rows[0]?.clients);
}

/** Days of open work that are paid, by marks alone: each present day once, and the first twenty holidays of the year that are no closed days. */
async function moneyAgrees({ clientId }: Walk): Promise<void> {
  const { rows: marks } = await sql<{
    on: string;
    kind: string;
  }>`select distinct m.held_on::text as on, m.kind
    from attendance_mark m join placement_placement p on p.id = m.placement_id
    where m.client_id = ${clientId} and p.service = 'open-work' and (m.kind <> 'holiday' or m.held_on not in (select closed_on from attendance_closed_day)) order by 1`.execute(
    db.owner,
  );
  const holidays = marks.filter(({ kind }) => kind === 'holiday').slice(0, 20);
  const paid = new Set([...marks.filter(({ kind }) => kind === 'present'), ...holidays].map(({ on }) => on));
  const { rows } = await sql<{
    cents: number;
  }>`select coalesce(sum(amount_cents), 0)::int as cents from compensation_day
    where client_id = ${clientId} and kind = 'open-work-allowance' and party = 'client'`.execute(db.owner);
  expect(rows[0]?.cents).toBe(paid.size * 1200);
}

/** Who moved to work activity by the same decision, and whose move is taken back while somebody goes on there. */
const movedAndBack = [
  { what: 'move to a service begun for it', pick: 0, from: 100, days: null, later: 1 },
  { what: 'place', pick: 1, from: 100, days: null, later: 0 },
  { what: 'mark', pick: 1, from: 102, days: null, later: 0 },
  { what: 'take back a move', pick: 0, from: 0, days: null, later: 1 },
  { what: 'exit', pick: 0, from: 125, days: null, later: 6 },
  { what: 'continue for a new period', pick: 0, from: 128, days: 90, later: 6 },
];

/** Somebody who was named after an exit went on no longer than it when the exit was taken back. */
const namedAfterTheEnd = [
  { what: 'exit', pick: 1, from: 128, days: null, later: 5 },
  { what: 'name another', pick: 2, from: 1, days: null, later: 0 },
  { what: 'take back an exit', pick: 0, from: 0, days: null, later: 2 },
];

describe('whatever is done, one act after another', () => {
  test('each fact stands on the one before it', { timeout: 120_000 }, async () => {
    let [done, walks] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(aStep(steps), { minLength: 8, maxLength: 16, size: 'max' }), async (walked) => {
        const { clientId } = await takingPart(world, { service: 'open-work', workplaceId });
        const walk: Walk = { world, clientId, official, today: world.today, done: 0 };
        const path = ['begun'];
        for (const { what, pick, from, days, later } of walked) {
          walk.today = addDays(walk.today, later + 1);
          const first = addDays(walkedSince, from);
          path.push(`${what} ${pick} ${first} ${days}`);
          await steps[what]?.(walk, { pick, from: first, to: days === null ? null : addDays(first, days) });
          await factsHold(walk, path.join(', '));
        }
        await moneyAgrees(walk);
        await figuresAgree(walk);
        done += walk.done;
        walks++;
      }),
      {
        examples: [[namedAfterTheEnd], [movedAndBack]],
        numRuns: 25,
        interruptAfterTimeLimit: 20_000,
        markInterruptAsFailure: false,
        endOnFailure: true,
      },
    );
    // A walk on which all was refused would hold anything.
    expect(walks).toBeGreaterThan(0);
    expect(done).toBeGreaterThan(walks);
  });
});
