import { z } from 'zod';
import { correctionOf, zCorrected } from '../../kernel/correction.ts';
import { addDays, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { contains, untilNext } from '../../kernel/range.ts';
import { zEdited, zSeen } from '../../kernel/seen.ts';
import { ownWorker } from '../../law/act-2014-1301.ts';
import { cite } from '../../law/provisions.ts';
import { act, ask, permittedOf, zPermitted } from '../../server/act.ts';
import { withVersion } from '../../server/version.ts';
import { zWhy } from '../client/words.ts';
import { workersDuring, workersOn } from '../worker/reads.ts';
import { ownWorkerAccess } from './access.ts';
import { namingsOf, namingsVersion, needOf, standingNaming, standingNamings } from './reads.ts';
import { namingObstacle, ownWorkerOn, ownWorkerPosts, ownWorkerStand } from './rules.ts';
import { ownWorkerRefusals } from './texts.ts';
import { ownWorkerStands, zNaming, zNamingDetails } from './words.ts';
import { deleteNaming, endNaming, insertNaming } from './writes.ts';

const ofClient = { clients: ({ clientId }: { clientId: string }) => [clientId] };
const { ownWorkersOf: _read, ...offered } = ownWorkerAccess;

export const ownWorkersOf = ask({
  name: 'ownWorkersOf',
  method: 'GET',
  path: '/api/clients/{clientId}/own-workers',
  says: 'Tell who is the own worker of a client, who was, whether one is missing, and who could be named',
  input: z.strictObject({ clientId: zId }),
  output: z.object({
    stand: z.enum(ownWorkerStands),
    basis: z.string(),
    /** Special support is needed: a social worker is the own worker, or works with the client beside them. */
    specialSupport: z.boolean(),
    own: zNaming.nullable(),
    namings: z.array(zNaming.extend({ version: z.string() })),
    /** Of all of them, for naming another to tell that it saw them. */
    version: z.string(),
    workers: z.array(z.object({ id: zId, name: z.string(), socialWorker: z.boolean() })),
    permitted: zPermitted(offered),
  }),
  may: ownWorkerAccess.ownWorkersOf,
  audited: ofClient,
  refuses: {},
  run: async ({ tx, input: { clientId }, who, relations, today }) => {
    const [namings, need, workers] = await Promise.all([
      namingsOf(tx, clientId, today),
      needOf(tx, clientId, today),
      workersOn(tx, who.organiserId, today, ownWorkerPosts),
    ]);
    const own = ownWorkerOn(namings, today);
    const { isClient, answered, assessedNeed, specialSupport } = need;
    return {
      stand: ownWorkerStand({ named: own !== null, isClient, answered, assessedNeed }, today),
      basis: cite(ownWorker.id, who.language),
      specialSupport,
      own,
      namings: namings.map(withVersion(zNamingDetails)),
      version: namingsVersion(namings),
      workers: workers.map(({ id, name, roles }) => ({ id, name, socialWorker: roles.includes('social-worker') })),
      permitted: permittedOf(offered, who, relations),
    };
  },
});

export const nameOwnWorker = act({
  name: 'nameOwnWorker',
  method: 'POST',
  path: '/api/clients/{clientId}/own-workers',
  says: 'Name the own worker of a client from a day on, until the next one; the one before is it until then',
  input: z.strictObject({ clientId: zId, workerId: zId, from: zDay, seen: zSeen }),
  output: zEdited,
  may: ownWorkerAccess.nameOwnWorker,
  audited: ofClient,
  refuses: ownWorkerRefusals,
  conflicts: { ownworker_naming_client_id_during_key: { code: 'named-then', field: 'from' } },
  edits: ({ tx, input, today }) => standingNamings(tx, input.clientId, today),
  run: async ({ tx, input: { clientId, workerId, from }, who, today, refuse }) => {
    const posts = await workersOn(tx, who.organiserId, from, ownWorkerPosts);
    if (!posts.some(({ id }) => id === workerId)) return refuse('no-such-own-worker', { field: 'workerId' });
    const namings = await namingsOf(tx, clientId, today);
    const during = untilNext(namings, from, null);
    // Whoever leaves before would leave the client with nobody beside.
    if (!(await workersDuring(tx, who.organiserId, during, ownWorkerPosts)).has(workerId))
      return refuse('post-ends-before', { field: 'workerId' });
    const obstacle = namingObstacle(namings, from);
    if (obstacle) return refuse(obstacle, { field: 'from' });
    const before = namings.find(({ during }) => contains(during, from));
    if (before?.workerId === workerId) return refuse('named-already', { field: 'workerId' });
    await insertNaming(tx, { organiserId: who.organiserId, clientId }, { workerId, during });
    return { done: true as const };
  },
});

export const endOwnWorker = act({
  name: 'endOwnWorker',
  method: 'POST',
  path: '/api/clients/{clientId}/own-workers/{namingId}/end',
  says: 'Record the last day of an own worker whom nobody follows',
  input: z.strictObject({ clientId: zId, namingId: zId, lastDay: zDay, seen: zSeen }),
  output: zEdited,
  may: ownWorkerAccess.endOwnWorker,
  audited: ofClient,
  refuses: ownWorkerRefusals,
  conflicts: { ownworker_naming_client_id_during_key: { code: 'named-then', field: 'lastDay' } },
  edits: ({ tx, input, today }) => standingNaming(tx, input.clientId, input.namingId, today),
  run: async ({ tx, input: { clientId, namingId, lastDay }, today, refuse }) => {
    const naming = (await namingsOf(tx, clientId, today)).find(({ id }) => id === namingId);
    if (!naming) return refuse('no-such-naming');
    if (lastDay < naming.during.from) return refuse('ends-before-named', { field: 'lastDay' });
    await endNaming(tx, namingId, addDays(lastDay, 1));
    return { done: true as const };
  },
});

export const takeBackOwnWorker = act({
  name: 'takeBackOwnWorker',
  method: 'POST',
  path: '/api/clients/{clientId}/own-workers/{namingId}/take-back',
  says: 'Take back an own worker who was named by mistake, and say why: the one before goes on',
  input: z.strictObject({ clientId: zId, namingId: zId, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: ownWorkerAccess.takeBackOwnWorker,
  audited: ofClient,
  refuses: ownWorkerRefusals,
  corrects: correctionOf('namingId'),
  edits: ({ tx, input, today }) => standingNaming(tx, input.clientId, input.namingId, today),
  run: async ({ tx, input: { clientId, namingId }, today, refuse }) => {
    const naming = (await namingsOf(tx, clientId, today)).find(({ id }) => id === namingId);
    if (!naming) return refuse('no-such-naming');
    const { workerId, during } = naming;
    await deleteNaming(tx, clientId, namingId, during);
    return { was: { workerId, during } };
  },
});
