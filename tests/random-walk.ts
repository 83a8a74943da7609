/** Random walks of acts over one client: what each step is done with, and what must never be after it. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { correctPlacementEnd, takeBackPlacement } from '../src/casework/agreement/acts.ts';
import {
  annulDecision,
  correctService,
  decide,
  serveDecision,
  takeBackService,
} from '../src/casework/decision/acts.ts';
import { correctMove, takeBackExit } from '../src/casework/exit/acts.ts';
import { hearClient, recordAnswer, takeBackHearing } from '../src/casework/hearing/acts.ts';
import { endPlacement } from '../src/casework/placement/acts.ts';
import {
  decideRequest,
  receiveRequest,
  recordAppeal,
  serveRequest,
  takeBackRequestStep,
} from '../src/casework/rectification/acts.ts';
import { agreeBreak, correctStart, takeBackBreak, takeBackStart } from '../src/casework/relationship/acts.ts';
import { addDays, type Day, day } from '../src/kernel/day.ts';
import { ProblemError } from '../src/kernel/problem.ts';
import type { AnyAct, InputOf } from '../src/server/act.ts';
import type { WorkerName, World } from './world.ts';

export const walkReason = 'Kirjattu väärin.';
/** Since when the client of a walk is in the service. */
export const walkedSince = day('2021-03-01');

export interface Choice {
  /** Which of the things that there are. */
  readonly pick: number;
  readonly from: Day;
  /** The first day after it; nothing where it has no end. */
  readonly to: Day | null;
}

/** A client whose facts are walked by an official, the day on which one stands, and how many acts were done. */
export interface Walk {
  readonly world: World;
  readonly clientId: string;
  readonly official: WorkerName;
  today: Day;
  done: number;
}

export type Steps = Readonly<Record<string, (walk: Walk, choice: Choice) => Promise<unknown>>>;

export const ofWalked = (table: string, { clientId }: Walk) => sql`${sql.table(table)} where client_id = ${clientId}`;

/** One of the rows that there are, as chosen; nothing where there are none. */
export async function chosenId(
  { world }: Walk,
  from: ReturnType<typeof sql>,
  { pick }: Choice,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from ${from} order by id`.execute(world.db.owner);
  return rows[pick % Math.max(rows.length, 1)]?.id ?? null;
}

/** Does an act as one may; a refusal is an answer too, anything else is a fault. The trail has it where it was done. */
export async function tryAct<A extends AnyAct>(walk: Walk, what: A, input: InputOf<A>, by: WorkerName = walk.official) {
  const { world } = walk;
  try {
    await world.perform(what, input, by, walk.today);
  } catch (error) {
    if (error instanceof ProblemError && (error.problem.status ?? 500) < 500) return;
    throw error;
  }
  walk.done++;
  const { rows } = await sql`select act from platform_audit where clients @> array[${walk.clientId}]::uuid[]
    order by id desc limit 1`.execute(world.db.owner);
  expect(rows, 'the trail has the act').toEqual([{ act: what.name }]);
}

/** How something is sent: some days ago, in one of the ways. */
const sentOn = ({ today }: Walk, { pick }: Choice) => ({
  way: (['post', 'electronic', 'in-person'] as const)[pick % 3] ?? ('post' as const),
  sentOn: addDays(today, -pick),
});

/** What may be done in any service, by what there is. */
export const stepsOfAll: Steps = {
  annul: async (walk, choice) => {
    const decisionId = await chosenId(walk, ofWalked('decision_decision', walk), choice);
    if (!decisionId) return;
    await tryAct(walk, annulDecision, {
      clientId: walk.clientId,
      decisionId,
      ground: 'client-agrees',
      because: walkReason,
    });
  },
  'correct a start': async (walk, choice) => {
    const relationshipId = await chosenId(walk, ofWalked('relationship_relationship', walk), choice);
    if (!relationshipId) return;
    await tryAct(walk, correctStart, { clientId: walk.clientId, relationshipId, from: choice.from, why: walkReason });
  },
  'take back a start': async (walk, choice) => {
    const relationshipId = await chosenId(walk, ofWalked('relationship_relationship', walk), choice);
    if (relationshipId) await tryAct(walk, takeBackStart, { clientId: walk.clientId, relationshipId, why: walkReason });
  },
  'take back an exit': async (walk, choice) => {
    const exitId = await chosenId(walk, ofWalked('exit_exit', walk), choice);
    if (exitId) await tryAct(walk, takeBackExit, { clientId: walk.clientId, exitId, why: walkReason });
  },
  'end a place': async (walk, choice) => {
    const placementId = await chosenId(walk, ofWalked('placement_placement', walk), choice);
    if (placementId) await tryAct(walk, endPlacement, { clientId: walk.clientId, placementId, on: choice.from });
  },
  'correct the end of a place': async (walk, choice) => {
    const placementId = await chosenId(walk, ofWalked('placement_placement', walk), choice);
    if (!placementId) return;
    await tryAct(walk, correctPlacementEnd, { clientId: walk.clientId, placementId, on: choice.to, why: walkReason });
  },
  'take back a place': async (walk, choice) => {
    const placementId = await chosenId(walk, ofWalked('placement_placement', walk), choice);
    if (placementId) await tryAct(walk, takeBackPlacement, { clientId: walk.clientId, placementId, why: walkReason });
  },
  'agree on a break': async (walk, choice) => {
    const relationshipId = await chosenId(walk, ofWalked('relationship_relationship', walk), choice);
    if (!relationshipId) return;
    const during = { from: choice.from, to: choice.to };
    await tryAct(walk, agreeBreak, { clientId: walk.clientId, relationshipId, reason: 'Loma', during });
  },
  hear: async (walk, choice) => {
    const referralId = await chosenId(walk, ofWalked('referral_referral', walk), choice);
    if (!referralId) return;
    const asked = { referralId, about: 'Aiotaan evätä.', respondByOn: addDays(walk.today, 7 + choice.pick) };
    await tryAct(walk, hearClient, { clientId: walk.clientId, ...asked, way: 'post' });
  },
  'record an answer': async (walk, choice) => {
    const hearingId = await chosenId(walk, ofWalked('hearing_hearing', walk), choice);
    if (!hearingId) return;
    const answered = { answeredOn: addDays(walk.today, -choice.pick), answer: 'En hyväksy.' };
    await tryAct(walk, recordAnswer, { clientId: walk.clientId, hearingId, ...answered });
  },
  'take back a hearing': async (walk, choice) => {
    const hearingId = await chosenId(walk, ofWalked('hearing_hearing', walk), choice);
    if (hearingId) await tryAct(walk, takeBackHearing, { clientId: walk.clientId, hearingId, why: walkReason });
  },
  deny: async (walk, choice) => {
    const referralId = await chosenId(walk, ofWalked('decision_matter', walk), choice);
    if (!referralId) return;
    const denial = { outcome: 'deny' as const, decidedOn: walk.today, reasons: 'Tarvetta ei ole.' };
    await tryAct(walk, decide, { clientId: walk.clientId, referralId, ...denial, provisions: ['1301/2014:36'] });
  },
  serve: async (walk, choice) => {
    const decisionId = await chosenId(walk, ofWalked('decision_decision', walk), choice);
    if (decisionId) await tryAct(walk, serveDecision, { clientId: walk.clientId, decisionId, ...sentOn(walk, choice) });
  },
  'correct a service': async (walk, choice) => {
    const decisionId = await chosenId(walk, ofWalked('decision_decision', walk), choice);
    if (!decisionId) return;
    const sent = sentOn(walk, choice);
    await tryAct(walk, correctService, { clientId: walk.clientId, decisionId, ...sent, why: walkReason });
  },
  'take back a service': async (walk, choice) => {
    const decisionId = await chosenId(walk, ofWalked('decision_decision', walk), choice);
    if (decisionId) await tryAct(walk, takeBackService, { clientId: walk.clientId, decisionId, why: walkReason });
  },
  'ask for rectification': async (walk, choice) => {
    const decisionId = await chosenId(walk, ofWalked('decision_decision', walk), choice);
    if (!decisionId) return;
    const request = { receivedOn: addDays(walk.today, -choice.pick), demands: 'Palvelu on myönnettävä.' };
    await tryAct(walk, receiveRequest, { clientId: walk.clientId, decisionId, ...request });
  },
  'decide a request': async (walk, choice) => {
    const requestId = await chosenId(walk, ofWalked('rectification_request', walk), choice);
    if (!requestId) return;
    const outcome = (['changed', 'upheld', 'not-examined'] as const)[choice.pick % 3] ?? 'upheld';
    const decided = { outcome, decidedOn: walk.today, reasons: 'Ei uutta selvitystä.' };
    await tryAct(walk, decideRequest, { clientId: walk.clientId, requestId, ...decided });
  },
  'serve a request': async (walk, choice) => {
    const requestId = await chosenId(walk, ofWalked('rectification_request', walk), choice);
    if (requestId) await tryAct(walk, serveRequest, { clientId: walk.clientId, requestId, ...sentOn(walk, choice) });
  },
  appeal: async (walk, choice) => {
    const requestId = await chosenId(walk, ofWalked('rectification_request', walk), choice);
    if (requestId) await tryAct(walk, recordAppeal, { clientId: walk.clientId, requestId, appealedOn: walk.today });
  },
  'take back a step of a request': async (walk, choice) => {
    const requestId = await chosenId(walk, ofWalked('rectification_request', walk), choice);
    if (requestId) await tryAct(walk, takeBackRequestStep, { clientId: walk.clientId, requestId, why: walkReason });
  },
  'correct a move': async (walk, choice) => {
    const transitionId = await chosenId(walk, ofWalked('exit_transition', walk), choice);
    const toRelationshipId = await chosenId(walk, ofWalked('relationship_relationship', walk), choice);
    if (!transitionId || !toRelationshipId) return;
    const corrected = { toRelationshipId, lastDay: choice.from, takeMarksBack: choice.pick > 2, why: walkReason };
    await tryAct(walk, correctMove, { clientId: walk.clientId, transitionId, ...corrected });
  },
  'take back a break': async (walk, choice) => {
    const pauseId = await chosenId(walk, ofWalked('relationship_pause', walk), choice);
    if (pauseId) await tryAct(walk, takeBackBreak, { clientId: walk.clientId, pauseId, why: walkReason });
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
    -- Where the leader of the group answers, nobody is named.
    and r.service <> 'work-activity'
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
  'a move from a service that goes on, or to one that is not there': (
    client,
  ) => sql`select t.moved_on from exit_transition t join relationship_relationship f on f.id = t.from_relationship_id
    join relationship_relationship n on n.id = t.to_relationship_id
    where t.client_id = ${client} and (coalesce(upper(f.during) > t.moved_on, true) or not n.during @> t.moved_on)`,
  'a service that was left twice': (
    client,
  ) => sql`select e.ended_on from exit_exit e join exit_transition t on t.from_relationship_id = e.relationship_id
    where e.client_id = ${client}`,
  'a decision beyond its plan, or on a draft': (
    client,
  ) => sql`select d.during from decision_decision d join plan_plan p on p.id = d.plan_id
    where d.client_id = ${client} and d.outcome = 'grant' and d.annulled_on is null and d.service = 'rehabilitative-work'
      and (not d.during <@ p.during or plan_signed_on(p.id) is null)`,
  'a day marked while its plan rests, or a plan that rests as a draft or beyond its days': (
    client,
  ) => sql`select i.during from plan_interruption i join plan_plan p on p.id = i.plan_id
    where i.client_id = ${client} and (not lower(i.during) <@ p.during or coalesce(plan_signed_on(p.id) > lower(i.during), true)
      or exists (select from attendance_mark m join placement_placement q on q.id = m.placement_id
        where m.client_id = i.client_id and q.service = 'rehabilitative-work' and i.during @> m.held_on))`,
  'a plan that rests twice on a day': (
    client,
  ) => sql`select a.during from plan_interruption a join plan_interruption b on b.plan_id = a.plan_id and b.id > a.id
    and b.during && a.during where a.client_id = ${client}`,
  'a place on more days a week than its plan': (
    client,
  ) => sql`select p.during from placement_placement p join relationship_relationship r on r.id = p.relationship_id
    where p.client_id = ${client} and p.service = 'rehabilitative-work' and exists (
      select from decision_granted g join plan_plan l on l.id = g.plan_id where g.client_id = p.client_id and g.service = p.service
        and g.during && p.during and (select count(distinct s.weekday) from placement_slot s join placement_placement o on o.id = s.placement_id
          where o.client_id = p.client_id and o.service = p.service and s.during && g.during * p.during) > l.days_a_week)`,
  'more than four days of a calendar week': (
    client,
  ) => sql`select date_trunc('week', m.held_on::timestamp) from attendance_mark m join placement_placement p on p.id = m.placement_id
    where m.client_id = ${client} and m.kind = 'present' and p.service = 'rehabilitative-work'
    group by 1 having count(distinct m.held_on) > 4`,
  'a day of participation shorter or longer than the law lets it be': (
    client,
  ) => sql`select p.hours_a_day from placement_placement p where p.client_id = ${client} and p.service = 'rehabilitative-work'
    and (p.hours_a_day is null or p.hours_a_day < 4 or p.hours_a_day > 8)`,
  'more than eight hours of a day, over all places': (
    client,
  ) => sql`select a.id from placement_slot a join placement_placement p on p.id = a.placement_id
    where p.client_id = ${client} and p.service = 'rehabilitative-work' and (select sum(o.hours_a_day) from placement_placement o
      where o.client_id = p.client_id and o.service = p.service and exists (select from placement_slot s
        where s.placement_id = o.id and s.weekday = a.weekday and s.during @> lower(a.during))) > 8`,
  'a decision against somebody who was not heard': (
    client,
  ) => sql`select d.decided_on from decision_decision d where d.client_id = ${client} and d.annulled_on is null and d.outcome = 'deny'
    and d.unheard_ground is null and not exists (select from hearing_hearing h where h.referral_id = d.referral_id
      and (h.answered_on <= d.decided_on or h.respond_by_on < d.decided_on))`,
  'a decision, hearing or outcome that was served on nobody, or on another day': (
    client,
  ) => sql`select d.id from decision_decision d where d.client_id = ${client} and d.served_on is distinct from
      (select n.served_on from decision_notice n where n.decision_id = d.id and n.recipient = 'client')
    union all select h.id from hearing_hearing h where h.client_id = ${client} and h.asked_on is distinct from
      (select n.sent_on from hearing_notice n where n.hearing_id = h.id and n.recipient = 'client')
    union all select r.id from rectification_request r where r.client_id = ${client} and r.served_on is distinct from
      (select n.served_on from rectification_notice n where n.request_id = r.id and n.recipient = 'client')`,
  'a request before the decision that it is about': (
    client,
  ) => sql`select r.id from rectification_request r join decision_decision d on d.id = r.decision_id
    where r.client_id = ${client} and r.received_on < d.decided_on`,
  'an exit of a service that goes on': (
    client,
  ) => sql`select e.ended_on from exit_exit e join relationship_relationship r on r.id = e.relationship_id
    where e.client_id = ${client} and coalesce(upper(r.during) > e.ended_on, true)`,
};

export async function factsHold({ clientId, world }: Walk, after: string): Promise<void> {
  const statements = Object.entries(never).map(
    ([what, rowsOf]) => sql`select ${what}::text as what from (${rowsOf(clientId)}) wrong`,
  );
  const { rows } = await sql<{ what: string }>`${sql.join(statements, sql` union all `)}`.execute(world.db.owner);
  expect(
    rows.map(({ what }) => what),
    `after: ${after}`,
  ).toEqual([]);
}

/** A step of a walk, drawn at random. */
export const aStep = (steps: Steps) =>
  fc.record({
    what: fc.constantFrom(...Object.keys(steps)),
    pick: fc.nat(5),
    from: fc.nat(130),
    days: fc.option(fc.integer({ min: 1, max: 120 })),
    later: fc.nat(6),
  });
