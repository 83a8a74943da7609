import { z } from 'zod';
import { correctionOf, zCorrected } from '../../kernel/correction.ts';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zText } from '../../kernel/line.ts';
import { contains, lastDay as lastDayOfRange } from '../../kernel/range.ts';
import { zSeen } from '../../kernel/seen.ts';
import { act, ask, type Refusals, type Run } from '../../server/act.ts';
import type { Write } from '../../server/database/pool.ts';
import { withVersion } from '../../server/version.ts';
import { takeBackMarksOf } from '../attendance/acts.ts';
import { zWhy } from '../client/words.ts';
import { agreeRhythm, cancelVisitsOf, leaveContactsOutside, takeContactsIn } from '../coaching/acts.ts';
import { decide } from '../decision/acts.ts';
import { zAlso, zNewDecision } from '../decision/words.ts';
import { coachedServices } from '../organiser/words.ts';
import { endPlacementsOf, reopenPlacementsOf } from '../placement/acts.ts';
import { endRelationship, reopenRelationship } from '../relationship/acts.ts';
import { relationshipOf, standingRelationship } from '../relationship/reads.ts';
import { exitAccess } from './access.ts';
import { daysOfExit, daysOfMove, exitsOf, standingExit, standingMove, transitionsOf } from './reads.ts';
import { lastDayOf, moveObstacle, outFrom } from './rules.ts';
import { exitRefusals } from './texts.ts';
import { zDestination, zExit, zExitDetails, zExitReason, zMoveDetails, zTransition } from './words.ts';
import { deleteExit, deleteTransition, insertExit, insertTransition, updateExit, updateTransition } from './writes.ts';

const ofClient = { clients: ({ clientId }: { clientId: string }) => [clientId] };
const refuses = { ...agreeRhythm.refuses, ...endPlacementsOf.refuses, ...endRelationship.refuses, ...exitRefusals };
const conflicts = {
  ...endPlacementsOf.conflicts,
  ...endRelationship.conflicts,
  exit_exit_relationship_id_key: 'already-exited',
  exit_transition_from_relationship_id_to_relationship_id_key: 'moved-already',
} as const;
const relationshipFields = {
  clientId: zId,
  relationshipId: zId,
  lastDay: zDay,
  /** Take back what was marked of days after the last one. */
  takeMarksBack: z.boolean().default(false),
  /** Keep contacts that were held after the last day, as ones outside the service. */
  keepContacts: z.boolean().default(false),
};
type Given = Pick<
  Run<unknown, Write, typeof refuses>,
  'tx' | 'who' | 'relations' | 'today' | 'now' | 'keys' | 'refuse'
>;

/** Closes what hangs on a relationship, and the relationship: each room closes its own, in this transaction. */
async function close(
  input: Given,
  { clientId, relationshipId, lastDay, takeMarksBack, keepContacts }: z.output<z.ZodObject<typeof relationshipFields>>,
) {
  const { tx, who, today, refuse } = input;
  // The refusals of the rooms that are called are all among ours; the compiler compares their words, not their names.
  const within = { ...input, refuse: refuse as never };
  const on = outFrom(lastDay);
  const relationship = await relationshipOf(tx, clientId, relationshipId, today, who.language);
  if (!relationship) return refuse('no-such-relationship', { field: 'relationshipId' });
  if (coachedServices.some((service) => service === relationship.service) && contains(relationship.during, on)) {
    await agreeRhythm.run({
      ...within,
      input: { clientId, relationshipId, everyDays: null, during: { from: on, to: null }, seen: null },
    });
  }
  await cancelVisitsOf.run({ ...within, input: { clientId, relationshipId, from: on } });
  if (takeMarksBack) await takeBackMarksOf.run({ ...within, input: { clientId, relationshipId, from: on } });
  if (keepContacts) await leaveContactsOutside.run({ ...within, input: { clientId, relationshipId, from: on } });
  await endPlacementsOf.run({ ...within, input: { clientId, relationshipId, on } });
  await endRelationship.run({ ...within, input: { clientId, relationshipId, on } });
  return { relationship, on };
}

export const exitClient = act({
  name: 'exitClient',
  method: 'POST',
  path: '/api/clients/{clientId}/relationships/{relationshipId}/exit',
  says: 'Record how a service ended: last day, reason and destination; placements and the responsible worker end with it',
  input: z.strictObject({
    ...relationshipFields,
    reason: zExitReason,
    destination: zDestination,
    note: zText.nullable().default(null),
    seen: zSeen,
  }),
  output: z.object({ exitId: zId, endedOn: zDay }),
  may: exitAccess.exitClient,
  audited: ofClient,
  refuses,
  conflicts,
  edits: ({ tx, input, today }) => standingRelationship(tx, input.clientId, input.relationshipId, today),
  run: async (call) => {
    const { tx, who, input, refuse } = call;
    const { clientId, relationshipId } = input;
    const [earlier, moves] = await Promise.all([exitsOf(tx, clientId), transitionsOf(tx, clientId)]);
    if (earlier.some((one) => one.relationshipId === relationshipId)) return refuse('already-exited');
    // A service is left once, also where the last day of both is the same.
    if (moves.some(({ fromRelationshipId }) => fromRelationshipId === relationshipId)) return refuse('moved-already');
    // Written while the worker still has a relation to the client in any case.
    const { on } = await close(call, input);
    const exitId = await insertExit(tx, who.organiserId, who.workerId, { ...input, endedOn: on });
    return { exitId, endedOn: on };
  },
});

interface Ended {
  readonly clientId: string;
  readonly relationshipId: string;
  readonly endedOn: Day;
  /** All the days on which the exit or the move ended it, corrected ones too. */
  readonly everEndedOn: readonly Day[];
}

/**
 * Lets a relationship, its placements and its rhythm go on as they did before an exit or a move ended them, until a day or as long as they
 * would have gone. One that was corrected ended them on more than one day: they go on from each of these, the one that stands first.
 */
async function reopen(
  input: Given,
  { clientId, relationshipId, endedOn, everEndedOn }: Ended,
  until: Day | null,
  why: string,
): Promise<void> {
  const within = { ...input, refuse: input.refuse as never };
  for (let on = endedOn; ; ) {
    await reopenRelationship.run({ ...within, input: { clientId, relationshipId, until, why } });
    await reopenPlacementsOf.run({ ...within, input: { clientId, relationshipId, on, until, why } });
    await takeContactsIn.run({ ...within, input: { clientId, relationshipId, endedOn: on } });
    const goesTo =
      (await relationshipOf(input.tx, clientId, relationshipId, on, input.who.language))?.during.to ?? null;
    if (goesTo === null || goesTo === on || goesTo === until || !everEndedOn.includes(goesTo)) return;
    on = goesTo;
  }
}

const reopenConflicts = {
  ...conflicts,
  ...reopenRelationship.conflicts,
  ...reopenPlacementsOf.conflicts,
  relationship_within_decisions: 'no-decision-after',
} as const;
/** The day of what is corrected is that at fault. */
const correctConflicts = {
  ...reopenConflicts,
  relationship_within_decisions: { code: 'no-decision-after', field: 'lastDay' },
} as const;

const underDecision = z.strictObject({
  relationshipId: zId,
  /** Why it ends and where the client goes, where the decision ends the service. */
  reason: zExitReason.nullable().default(null),
  destination: zDestination.nullable().default(null),
  takeMarksBack: relationshipFields.takeMarksBack,
  keepContacts: relationshipFields.keepContacts,
  seen: zSeen,
});

export const decideAndEnd = act({
  name: 'decideAndEnd',
  method: 'POST',
  path: '/api/clients/{clientId}/decisions/ending',
  says: 'Decide to end or shorten what services go on by, and let them end with it: by an exit where the decision ends them',
  input: z.strictObject({
    clientId: zId,
    ...zNewDecision.shape,
    also: zAlso.default([]),
    services: z.array(underDecision).min(1).max(10),
  }),
  output: z.object({ decisionId: zId }),
  may: exitAccess.decideAndEnd,
  audited: { ...ofClient, detail: ({ outcome }) => ({ outcome }) },
  // Told apart by their words alone: every refusal of the rooms that are called, spelled out, is more than the compiler writes down.
  refuses: { ...decide.refuses, ...refuses } as Refusals,
  conflicts: { ...decide.conflicts, ...conflicts },
  edits: async ({ tx, input: { clientId, services }, today }) => {
    const standing = services.map(async ({ relationshipId, seen }, at) => {
      const match = await standingRelationship(tx, clientId, relationshipId, today);
      return match ? [{ ...match, seen, field: `services.${at}.relationshipId` }] : [];
    });
    return (await Promise.all(standing)).flat();
  },
  editsEach: { list: 'services', locks: ({ clientId }) => [clientId] },
  run: async (call) => {
    const { services, ...decision } = call.input;
    const { clientId, outcome, during } = decision;
    const within = { ...call, refuse: call.refuse as never };
    const lastDay = outcome === 'end' ? decision.lastDay : during && lastDayOfRange(during);
    if (lastDay === null) return call.refuse('ends-nothing', { field: 'services' });
    for (const [i, { reason, destination, seen: _, ...service }] of services.entries()) {
      const ended = { clientId, lastDay, ...service };
      // What a change shortens ends with its decision, and may go on by the next one: nobody leaves.
      if (outcome !== 'end') await close(within, ended);
      else if (reason === null) return call.refuse('exit-needs-reason', { field: `services.${i}.reason` });
      else if (destination === null) return call.refuse('exit-needs-reason', { field: `services.${i}.destination` });
      else await exitClient.run({ ...within, input: { ...ended, reason, destination, note: null, seen: null } });
    }
    return decide.run({ ...within, input: decision });
  },
});

export const correctExit = act({
  name: 'correctExit',
  method: 'PATCH',
  path: '/api/clients/{clientId}/exits/{exitId}',
  says: 'Correct the last day, reason or destination of an exit, and say why; what was known before stays in the history',
  input: z.strictObject({
    clientId: zId,
    exitId: zId,
    lastDay: zDay,
    reason: zExitReason,
    destination: zDestination,
    note: zText.nullable().default(null),
    takeMarksBack: relationshipFields.takeMarksBack,
    keepContacts: relationshipFields.keepContacts,
    why: zWhy,
    seen: zSeen,
  }),
  output: zCorrected,
  may: exitAccess.correctExit,
  audited: ofClient,
  refuses,
  corrects: correctionOf('exitId'),
  conflicts: correctConflicts,
  edits: ({ tx, input }) => standingExit(tx, input.clientId, input.exitId),
  run: async (call) => {
    const { tx, who, today, input, refuse } = call;
    const { clientId, exitId, lastDay, takeMarksBack, keepContacts, why, seen: _, ...change } = input;
    const exit = (await exitsOf(tx, clientId)).find(({ id }) => id === exitId);
    if (!exit) return refuse('no-such-exit');
    const { relationshipId, reason, destination, note } = exit;
    const endedOn = outFrom(lastDay);
    const relationship = await relationshipOf(tx, clientId, relationshipId, today, who.language);
    if (relationship && endedOn <= relationship.during.from) return refuse('ends-before-begins', { field: 'lastDay' });
    const ended = { clientId, relationshipId, endedOn: exit.endedOn, everEndedOn: await daysOfExit(tx, exitId) };
    if (endedOn > exit.endedOn) await reopen(call, ended, endedOn, why);
    // The exit stands on the last day: it goes there while the relationship is long enough for both.
    await updateExit(tx, exitId, { ...change, endedOn });
    if (endedOn !== exit.endedOn) await close(call, { clientId, relationshipId, lastDay, takeMarksBack, keepContacts });
    return { was: { lastDay: lastDayOf(exit.endedOn), reason, destination, note } };
  },
});

export const takeBackExit = act({
  name: 'takeBackExit',
  method: 'POST',
  path: '/api/clients/{clientId}/exits/{exitId}/take-back',
  says: 'Take back an exit that was recorded by mistake, and say why: the service, its place and its worker go on as before',
  input: z.strictObject({ clientId: zId, exitId: zId, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: exitAccess.takeBackExit,
  audited: ofClient,
  refuses,
  corrects: correctionOf('exitId'),
  conflicts: reopenConflicts,
  edits: ({ tx, input }) => standingExit(tx, input.clientId, input.exitId),
  run: async (call) => {
    const { tx, input, refuse } = call;
    const exit = (await exitsOf(tx, input.clientId)).find(({ id }) => id === input.exitId);
    if (!exit) return refuse('no-such-exit');
    const { relationshipId, endedOn, service, reason, destination } = exit;
    const everEndedOn = await daysOfExit(tx, exit.id);
    await deleteExit(tx, exit.id);
    await reopen(call, { clientId: input.clientId, relationshipId, endedOn, everEndedOn }, null, input.why);
    return { was: { service, lastDay: lastDayOf(endedOn), reason, destination } };
  },
});

export const correctMove = act({
  name: 'correctMove',
  method: 'PATCH',
  path: '/api/clients/{clientId}/moves/{transitionId}',
  says: 'Correct the last day before a move to another service, or the service that it leads to, and say why',
  input: z.strictObject({
    clientId: zId,
    transitionId: zId,
    toRelationshipId: zId,
    lastDay: zDay,
    takeMarksBack: relationshipFields.takeMarksBack,
    keepContacts: relationshipFields.keepContacts,
    why: zWhy,
    seen: zSeen,
  }),
  output: zCorrected,
  may: exitAccess.correctMove,
  audited: ofClient,
  refuses,
  corrects: correctionOf('transitionId'),
  conflicts: correctConflicts,
  edits: ({ tx, input }) => standingMove(tx, input.clientId, input.transitionId),
  run: async (call) => {
    const { tx, who, today, input, refuse } = call;
    const { clientId, transitionId, toRelationshipId, lastDay, takeMarksBack, keepContacts, why } = input;
    const move = (await transitionsOf(tx, clientId)).find(({ id }) => id === transitionId);
    if (!move) return refuse('no-such-move');
    const { fromRelationshipId: relationshipId } = move;
    const movedOn = outFrom(lastDay);
    const from = await relationshipOf(tx, clientId, relationshipId, today, who.language);
    const to = await relationshipOf(tx, clientId, toRelationshipId, today, who.language);
    if (!from || !to) return refuse('no-such-relationship', { field: 'toRelationshipId' });
    const obstacle = moveObstacle(from, to, movedOn);
    if (!obstacle && movedOn <= from.during.from) return refuse('ends-before-begins', { field: 'lastDay' });
    if (obstacle) {
      const isOfDay = obstacle === 'does-not-follow' && toRelationshipId === move.toRelationshipId;
      return refuse(obstacle, { field: isOfDay ? 'lastDay' : 'toRelationshipId' });
    }
    const ended = { clientId, relationshipId, endedOn: move.movedOn, everEndedOn: await daysOfMove(tx, transitionId) };
    if (movedOn > move.movedOn) await reopen(call, ended, movedOn, why);
    // The move stands on the last day: it goes there while the relationship is long enough for both.
    await updateTransition(tx, transitionId, { toId: toRelationshipId, movedOn });
    if (movedOn !== move.movedOn) await close(call, { clientId, relationshipId, lastDay, takeMarksBack, keepContacts });
    return { was: { fromService: move.fromService, toService: move.toService, lastDay: lastDayOf(move.movedOn) } };
  },
});

export const takeBackMove = act({
  name: 'takeBackMove',
  method: 'POST',
  path: '/api/clients/{clientId}/moves/{transitionId}/take-back',
  says: 'Take back a move to another service that was recorded by mistake, and say why: the earlier service goes on as before',
  input: z.strictObject({ clientId: zId, transitionId: zId, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: exitAccess.takeBackMove,
  audited: ofClient,
  refuses,
  corrects: correctionOf('transitionId'),
  conflicts: reopenConflicts,
  edits: ({ tx, input }) => standingMove(tx, input.clientId, input.transitionId),
  run: async (call) => {
    const { tx, input, refuse } = call;
    const move = (await transitionsOf(tx, input.clientId)).find(({ id }) => id === input.transitionId);
    if (!move) return refuse('no-such-move');
    const { fromRelationshipId: relationshipId, movedOn: endedOn } = move;
    const ended = { clientId: input.clientId, relationshipId, endedOn, everEndedOn: await daysOfMove(tx, move.id) };
    await deleteTransition(tx, move.id);
    await reopen(call, ended, null, input.why);
    return { was: { fromService: move.fromService, toService: move.toService, movedOn: move.movedOn } };
  },
});

export const moveClient = act({
  name: 'moveClient',
  method: 'POST',
  path: '/api/clients/{clientId}/relationships/{relationshipId}/move',
  says: 'Record a move to another service of the organiser: this one ends, and it is no exit',
  input: z.strictObject({ ...relationshipFields, toRelationshipId: zId, seen: zSeen }),
  output: z.object({ transitionId: zId, movedOn: zDay }),
  may: exitAccess.moveClient,
  audited: ofClient,
  refuses,
  conflicts,
  edits: ({ tx, input, today }) => standingRelationship(tx, input.clientId, input.relationshipId, today),
  run: async (call) => {
    const { tx, who, today, input, refuse } = call;
    const to = await relationshipOf(tx, input.clientId, input.toRelationshipId, today, who.language);
    if (!to) return refuse('no-such-relationship', { field: 'toRelationshipId' });
    const earlier = await exitsOf(tx, input.clientId);
    if (earlier.some(({ relationshipId }) => relationshipId === input.relationshipId)) return refuse('already-exited');
    const { relationship: from, on } = await close(call, input);
    const obstacle = moveObstacle(from, to, on);
    if (obstacle) return refuse(obstacle, { field: 'toRelationshipId' });
    const transitionId = await insertTransition(tx, who.organiserId, {
      clientId: input.clientId,
      fromId: from.id,
      toId: to.id,
      movedOn: on,
    });
    return { transitionId, movedOn: on };
  },
});

export const exits = ask({
  name: 'exits',
  method: 'GET',
  path: '/api/clients/{clientId}/exits',
  says: 'Tell how a client’s services ended, and the moves from one to another',
  input: z.strictObject({ clientId: zId }),
  output: z.object({
    exits: z.array(zExit.extend({ version: z.string() })),
    transitions: z.array(zTransition.extend({ version: z.string() })),
  }),
  may: exitAccess.exits,
  audited: ofClient,
  refuses: {},
  run: async ({ tx, input: { clientId } }) => ({
    exits: (await exitsOf(tx, clientId)).map(withVersion(zExitDetails)),
    transitions: (await transitionsOf(tx, clientId)).map(withVersion(zMoveDetails)),
  }),
});
