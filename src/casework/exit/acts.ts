import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { contains } from '../../kernel/range.ts';
import { act, ask, type Run } from '../../server/act.ts';
import type { Write } from '../../server/database/pool.ts';
import { takeBackMarksOf } from '../attendance/acts.ts';
import { zText } from '../client/words.ts';
import { agreeRhythm, cancelVisitsOf } from '../coaching/acts.ts';
import { coachedServices } from '../organiser/words.ts';
import { endPlacementsOf } from '../placement/acts.ts';
import { endRelationship } from '../relationship/acts.ts';
import { relationshipOf } from '../relationship/reads.ts';
import { exitAccess } from './access.ts';
import { exitsOf, transitionsOf } from './reads.ts';
import { moveObstacle, outFrom } from './rules.ts';
import { exitRefusals } from './texts.ts';
import { zDestination, zExit, zExitReason, zTransition } from './words.ts';
import { insertExit, insertTransition, updateExit } from './writes.ts';

const ofClient = { clients: ({ clientId }: { clientId: string }) => [clientId] };
const refuses = { ...agreeRhythm.refuses, ...endPlacementsOf.refuses, ...endRelationship.refuses, ...exitRefusals };
const conflicts = {
  ...endPlacementsOf.conflicts,
  ...endRelationship.conflicts,
  exit_exit_relationship_id_key: 'already-exited',
  placement_agreement_placement_id_fkey: 'something-goes-on',
} as const;
const relationshipFields = {
  clientId: zId,
  relationshipId: zId,
  lastDay: zDay,
  /** Take back what was marked of days after the last one. */
  takeMarksBack: z.boolean().default(false),
};
type Given = Pick<
  Run<unknown, Write, typeof refuses>,
  'tx' | 'who' | 'relations' | 'today' | 'now' | 'keys' | 'refuse'
>;

/** Closes what hangs on a relationship, and the relationship: each room closes its own, in this transaction. */
async function close(
  given: Given,
  { clientId, relationshipId, lastDay, takeMarksBack }: z.output<z.ZodObject<typeof relationshipFields>>,
) {
  const { tx, who, today, refuse } = given;
  // The refusals of the rooms that are called are all among ours; the compiler compares their words, not their names.
  const within = { ...given, refuse: refuse as never };
  if (lastDay > today) return refuse('ends-later-than-today', { field: 'lastDay' });
  const on = outFrom(lastDay);
  const relationship = await relationshipOf(tx, clientId, relationshipId, today, who.language);
  if (!relationship) return refuse('no-such-relationship', { field: 'relationshipId' });
  if (coachedServices.some((service) => service === relationship.service) && contains(relationship.during, on)) {
    await agreeRhythm.run({
      ...within,
      input: { clientId, relationshipId, everyDays: null, during: { from: on, to: null } },
    });
  }
  await cancelVisitsOf.run({ ...within, input: { clientId, relationshipId, from: on } });
  if (takeMarksBack) await takeBackMarksOf.run({ ...within, input: { clientId, relationshipId, from: on } });
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
  }),
  output: z.object({ exitId: zId, endedOn: zDay }),
  may: exitAccess.exitClient,
  audited: ofClient,
  refuses,
  conflicts,
  run: async (given) => {
    const { tx, who, input, refuse } = given;
    const earlier = await exitsOf(tx, input.clientId);
    if (earlier.some(({ relationshipId }) => relationshipId === input.relationshipId)) return refuse('already-exited');
    // Written while the worker still has a relation to the client in any case.
    const { on } = await close(given, input);
    const exitId = await insertExit(tx, who.organiserId, who.workerId, { ...input, endedOn: on });
    return { exitId, endedOn: on };
  },
});

export const correctExit = act({
  name: 'correctExit',
  method: 'PATCH',
  path: '/api/clients/{clientId}/exits/{exitId}',
  says: 'Correct the reason or destination of an exit; what was known before stays in the history',
  input: z.strictObject({
    clientId: zId,
    exitId: zId,
    reason: zExitReason,
    destination: zDestination,
    note: zText.nullable().default(null),
  }),
  output: z.object({ done: z.literal(true) }),
  may: exitAccess.correctExit,
  audited: ofClient,
  refuses: exitRefusals,
  run: async ({ tx, input: { clientId, exitId, ...change }, refuse }) => {
    if (!(await exitsOf(tx, clientId)).some(({ id }) => id === exitId)) return refuse('no-such-exit');
    await updateExit(tx, exitId, change);
    return { done: true as const };
  },
});

export const moveClient = act({
  name: 'moveClient',
  method: 'POST',
  path: '/api/clients/{clientId}/relationships/{relationshipId}/move',
  says: 'Record a move to another service of the organiser: this one ends, and it is no exit',
  input: z.strictObject({ ...relationshipFields, toRelationshipId: zId }),
  output: z.object({ transitionId: zId, movedOn: zDay }),
  may: exitAccess.moveClient,
  audited: ofClient,
  refuses,
  conflicts,
  run: async (given) => {
    const { tx, who, today, input, refuse } = given;
    const to = await relationshipOf(tx, input.clientId, input.toRelationshipId, today, who.language);
    if (!to) return refuse('no-such-relationship', { field: 'toRelationshipId' });
    const { relationship: from, on } = await close(given, input);
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
  output: z.object({ exits: z.array(zExit), transitions: z.array(zTransition) }),
  may: exitAccess.exits,
  audited: ofClient,
  refuses: {},
  run: async ({ tx, input: { clientId } }) => ({
    exits: await exitsOf(tx, clientId),
    transitions: await transitionsOf(tx, clientId),
  }),
});
