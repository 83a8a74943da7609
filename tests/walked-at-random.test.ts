/** Whatever acts follow one another, allowed or refused: each fact stands on the one before it, after every step. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeBackPlacement } from '../src/casework/agreement/acts.ts';
import { markAttendance } from '../src/casework/attendance/acts.ts';
import { continueDecided } from '../src/casework/continuation/acts.ts';
import { annulDecision, decide } from '../src/casework/decision/acts.ts';
import { decideAndEnd, exitClient, takeBackExit } from '../src/casework/exit/acts.ts';
import { takeBackResponsible } from '../src/casework/handover/acts.ts';
import { endPlacement, place } from '../src/casework/placement/acts.ts';
import { makePlan } from '../src/casework/plan/acts.ts';
import { receiveReferralOfClient, takeBackReferral, withdrawReferral } from '../src/casework/referral/acts.ts';
import {
  agreeBreak,
  endBreak,
  nameResponsible,
  startRelationship,
  takeBackBreak,
  takeBackStart,
} from '../src/casework/relationship/acts.ts';
import { addDays, type Day, day } from '../src/kernel/day.ts';
import { ProblemError } from '../src/kernel/problem.ts';
import type { AnyAct, InputOf } from '../src/server/act.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { figureIn } from './facts.ts';
import { partAtWorkplace, takingPart } from './taking-part.ts';
import { explanations, makeWorld, unheard, type WorkerName, type World } from './world.ts';

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
const why = 'Kirjattu väärin.';
const since = day('2021-03-01');

interface Choice {
  /** Which of the things that there are. */
  readonly pick: number;
  readonly from: Day;
  /** The first day after it; nothing where it has no end. */
  readonly to: Day | null;
}

/** A client whose facts are walked, the day on which one stands, and how many acts were done. */
interface Walk {
  readonly clientId: string;
  today: Day;
  done: number;
}

async function idOf(from: ReturnType<typeof sql>, { pick }: Choice): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from ${from} order by id`.execute(db.owner);
  return rows[pick % Math.max(rows.length, 1)]?.id ?? null;
}

const of = (table: string, { clientId }: Walk) => sql`${sql.table(table)} where client_id = ${clientId}`;

/** Does an act as one may; a refusal is an answer too, anything else is a fault. The trail has it where it was done. */
async function act<A extends AnyAct>(walk: Walk, what: A, input: InputOf<A>, by: WorkerName = official) {
  try {
    await world.perform(what, input, by, walk.today);
  } catch (error) {
    if (error instanceof ProblemError && (error.problem.status ?? 500) < 500) return;
    throw error;
  }
  walk.done++;
  const { rows } = await sql`select act from platform_audit where clients @> array[${walk.clientId}]::uuid[]
    order by id desc limit 1`.execute(db.owner);
  expect(rows, 'the trail has the act').toEqual([{ act: what.name }]);
}

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
const steps: Readonly<Record<string, (walk: Walk, choice: Choice) => Promise<unknown>>> = {
  refer: (walk, { pick }) =>
    act(walk, receiveReferralOfClient, {
      clientId: walk.clientId,
      service: pick % 2 ? 'open-work' : 'work-activity',
      source: 'coaching-team',
      kind: 'referral',
      receivedOn: walk.today,
    }),
  withdraw: async (walk, choice) => {
    const referralId = await idOf(of('referral_referral', walk), choice);
    if (referralId) await act(walk, withdrawReferral, { clientId: walk.clientId, referralId, on: walk.today });
  },
  'take back a referral': async (walk, choice) => {
    const referralId = await idOf(of('referral_referral', walk), choice);
    if (referralId) await act(walk, takeBackReferral, { clientId: walk.clientId, referralId, why });
  },
  plan: async (walk, choice) => {
    const referralId = await idOf(of('referral_referral', walk), choice);
    if (!referralId || !choice.to) return;
    await act(walk, makePlan, {
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
    const referralId = await idOf(of('decision_matter', walk), choice);
    const planId = choice.pick > 3 ? await idOf(of('plan_plan', walk), choice) : null;
    const changesId = choice.pick % 2 ? await idOf(of('decision_decision', walk), choice) : null;
    if (!referralId) return;
    const input = grant(choice, referralId, planId, changesId, walk.today);
    await act(walk, decide, { clientId: walk.clientId, ...input });
  },
  'end a decision': async (walk, choice) => {
    const referralId = await idOf(of('decision_matter', walk), { ...choice, pick: 0 });
    const changesId = await idOf(of('decision_decision', walk), choice);
    const relationshipId = await idOf(of('relationship_relationship', walk), choice);
    if (!referralId || !changesId || !relationshipId) return;
    await act(walk, decideAndEnd, {
      clientId: walk.clientId,
      ...grant(choice, referralId, null, changesId, walk.today),
      during: null,
      outcome: 'end',
      lastDay: choice.from,
      unheard,
      services: [{ relationshipId, reason: 'need-ended', destination: 'home', takeMarksBack: choice.pick > 2 }],
    });
  },
  annul: async (walk, choice) => {
    const decisionId = await idOf(of('decision_decision', walk), choice);
    if (!decisionId) return;
    await act(walk, annulDecision, { clientId: walk.clientId, decisionId, ground: 'client-agrees', because: why });
  },
  start: async (walk, choice) => {
    const decisionId = await idOf(of('decision_decision', walk), choice);
    if (!decisionId) return;
    const offeringId = world.pori.offerings['open-work'] ?? '';
    const input = { clientId: walk.clientId, decisionId, offeringId, from: choice.from, workerId: coach() };
    await act(walk, startRelationship, input);
  },
  'take back a start': async (walk, choice) => {
    const relationshipId = await idOf(of('relationship_relationship', walk), choice);
    if (relationshipId) await act(walk, takeBackStart, { clientId: walk.clientId, relationshipId, why });
  },
  continue: async (walk, choice) => {
    const relationshipId = await idOf(of('relationship_relationship', walk), choice);
    if (relationshipId) await act(walk, continueDecided, { clientId: walk.clientId, relationshipId });
  },
  exit: async (walk, choice) => {
    const relationshipId = await idOf(of('relationship_relationship', walk), choice);
    if (!relationshipId) return;
    const { clientId } = walk;
    const takeMarksBack = choice.pick > 2;
    const input = { clientId, relationshipId, lastDay: choice.from, takeMarksBack };
    await act(walk, exitClient, { ...input, reason: 'studies', destination: 'studies' });
  },
  'take back an exit': async (walk, choice) => {
    const exitId = await idOf(of('exit_exit', walk), choice);
    if (exitId) await act(walk, takeBackExit, { clientId: walk.clientId, exitId, why });
  },
  place: async (walk, choice) => {
    const relationshipId = await idOf(of('relationship_relationship', walk), choice);
    if (!relationshipId) return;
    const slots = [1, 2, 3, 4, 5].slice(choice.pick % 3).map((weekday) => ({ weekday, half: 'am' }) as never);
    await act(walk, place, { clientId: walk.clientId, relationshipId, workplaceId, slots, from: choice.from });
  },
  'end a place': async (walk, choice) => {
    const placementId = await idOf(of('placement_placement', walk), choice);
    if (placementId) await act(walk, endPlacement, { clientId: walk.clientId, placementId, on: choice.from });
  },
  'take back a place': async (walk, choice) => {
    const placementId = await idOf(of('placement_placement', walk), choice);
    if (placementId) await act(walk, takeBackPlacement, { clientId: walk.clientId, placementId, why });
  },
  mark: async (walk, choice) => {
    const placementId = await idOf(of('placement_placement', walk), choice);
    if (!placementId) return;
    const kind = (['present', 'present', 'holiday', null] as const)[choice.pick % 4] ?? null;
    const marks = [0, 1, 2].map((n) => ({ placementId, on: addDays(choice.from, n), kind }));
    for (const mark of marks) await act(walk, markAttendance, { marks: [mark] }, 'pori-coach');
  },
  'agree on a break': async (walk, choice) => {
    const relationshipId = await idOf(of('relationship_relationship', walk), choice);
    if (!relationshipId) return;
    const during = { from: choice.from, to: choice.to };
    await act(walk, agreeBreak, { clientId: walk.clientId, relationshipId, reason: 'Loma', during });
  },
  'come back': async (walk, choice) => {
    const pauseId = await idOf(of('relationship_pause', walk), choice);
    if (pauseId) await act(walk, endBreak, { clientId: walk.clientId, pauseId, on: choice.from });
  },
  'take back a break': async (walk, choice) => {
    const pauseId = await idOf(of('relationship_pause', walk), choice);
    if (pauseId) await act(walk, takeBackBreak, { clientId: walk.clientId, pauseId, why });
  },
  'name another': async (walk, choice) => {
    const relationshipId = await idOf(of('relationship_relationship', walk), choice);
    if (!relationshipId) return;
    const workerId = world.workerId(choice.pick % 2 ? 'pori-coach' : 'pori-coach-2');
    await act(walk, nameResponsible, { clientId: walk.clientId, relationshipId, workerId, from: choice.from });
  },
  'take back a naming': async (walk, choice) => {
    const namingId = await idOf(of('relationship_responsible', walk), choice);
    if (!namingId) return;
    const { clientId } = walk;
    const { rows } = await sql`select from relationship_responsible w join relationship_responsible_history h
      on h.relationship_id = w.relationship_id and h.id <> w.id and upper(h.recorded) = (select lower(recorded) from
        (select recorded from relationship_responsible where id = ${namingId}
          union all select recorded from relationship_responsible_history where id = ${namingId}) v order by 1 limit 1)
      where w.id = ${namingId}`.execute(db.owner);
    // That nobody answers after the first is said beforehand: whoever takes that one back all the same has been told.
    if (rows.length > 0) await act(walk, takeBackResponsible, { clientId, namingId, why });
  },
};

/** What must never be, whatever was done: each with the rows that would show it. */
const never: Readonly<Record<string, (clientId: string) => ReturnType<typeof sql>>> = {
  'a day paid without a decision': (
    client,
  ) => sql`select c.earned_on from compensation_day c where c.client_id = ${client}
    and not exists (select from decision_granted g where g.client_id = c.client_id and g.service = c.service and g.during @> c.earned_on)`,
  'a day marked outside place, service or decision': (client) => sql`select m.held_on from attendance_mark m
    left join placement_placement p on p.id = m.placement_id and p.during @> m.held_on
    left join relationship_relationship r on r.id = p.relationship_id and r.during @> m.held_on
    where m.client_id = ${client} and (r.id is null or not exists (select from decision_granted g
      where g.client_id = m.client_id and g.service = r.service and g.during @> m.held_on))`,
  'a day marked in a break': (
    client,
  ) => sql`select m.held_on from attendance_mark m join placement_placement p on p.id = m.placement_id
    join relationship_pause b on b.relationship_id = p.relationship_id and b.during @> m.held_on
    where m.client_id = ${client} and m.kind = 'present'`,
  'two responsible workers on a day': (
    client,
  ) => sql`select a.during from relationship_responsible a join relationship_responsible b
    on b.relationship_id = a.relationship_id and b.id > a.id and b.during && a.during where a.client_id = ${client}`,
  'a service that goes on without an owner': (
    client,
  ) => sql`select r.during from relationship_relationship r where r.client_id = ${client}
    and not coalesce((select range_agg(w.during) from relationship_responsible w where w.relationship_id = r.id), '{}') @> r.during`,
  // The act of these decisions was repealed since: how long they hold then is asked of the day, and tested elsewhere.
  'a service on days that no decision grants': (
    client,
  ) => sql`select r.during from relationship_relationship r where r.client_id = ${client}
    and not coalesce((select range_agg(g.during) from decision_granted g where g.client_id = r.client_id and g.service = r.service), '{}')
      @> (r.during * daterange(null, '2027-01-01'))`,
  'a place outside its service': (
    client,
  ) => sql`select p.during from placement_placement p join relationship_relationship r on r.id = p.relationship_id
    where p.client_id = ${client} and not p.during <@ r.during`,
  'a half-day claimed twice': (
    client,
  ) => sql`select a.weekday from placement_slot a join placement_placement p on p.id = a.placement_id
    join placement_slot b on b.id > a.id and b.weekday = a.weekday and b.half = a.half and b.during && a.during
    join placement_placement q on q.id = b.placement_id and q.client_id = p.client_id where p.client_id = ${client}`,
  'a day granted twice': (
    client,
  ) => sql`select a.during from decision_granted a join decision_granted b on b.client_id = a.client_id
    and b.decision_id > a.decision_id and b.service = a.service and b.during && a.during
    where a.client_id = ${client} and a.service = a.decided_service and decision_excludes(a.decided_service, b.decided_service)
      and b.decided_service = b.service`,
  'an exit of a service that goes on': (
    client,
  ) => sql`select e.ended_on from exit_exit e join relationship_relationship r on r.id = e.relationship_id
    where e.client_id = ${client} and coalesce(upper(r.during) > e.ended_on, true)`,
};

async function holds({ clientId }: Walk, after: string): Promise<void> {
  const statements = Object.entries(never).map(
    ([what, rowsOf]) => sql`select ${what}::text as what from (${rowsOf(clientId)}) wrong`,
  );
  const { rows } = await sql<{ what: string }>`${sql.join(statements, sql` union all `)}`.execute(db.owner);
  expect(
    rows.map(({ what }) => what),
    `after: ${after}`,
  ).toEqual([]);
}

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
  }>`select distinct m.held_on::text as on, m.kind from attendance_mark m
    where m.client_id = ${clientId} and (m.kind <> 'holiday' or m.held_on not in (select closed_on from attendance_closed_day)) order by 1`.execute(
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

const aStep = fc.record({
  what: fc.constantFrom(...Object.keys(steps)),
  pick: fc.nat(5),
  from: fc.nat(130),
  days: fc.option(fc.integer({ min: 1, max: 120 })),
  later: fc.nat(6),
});

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
      fc.asyncProperty(fc.array(aStep, { minLength: 8, maxLength: 16, size: 'max' }), async (walked) => {
        const { clientId } = await takingPart(world, { service: 'open-work', workplaceId });
        const walk: Walk = { clientId, today: world.today, done: 0 };
        const path = ['begun'];
        for (const { what, pick, from, days, later } of walked) {
          walk.today = addDays(walk.today, later + 1);
          const first = addDays(since, from);
          path.push(`${what} ${pick} ${first} ${days}`);
          await steps[what]?.(walk, { pick, from: first, to: days === null ? null : addDays(first, days) });
          await holds(walk, path.join(', '));
        }
        await moneyAgrees(walk);
        await figuresAgree(walk);
        done += walk.done;
        walks++;
      }),
      {
        examples: [[namedAfterTheEnd]],
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
