import { z } from 'zod';
import { correctionOf, zCorrected } from '../../kernel/correction.ts';
import { addDays, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { contains, covers, overlaps, type Range, range } from '../../kernel/range.ts';
import { zSeen } from '../../kernel/seen.ts';
import { zService } from '../../kernel/service.ts';
import { act, ask } from '../../server/act.ts';
import type { Read, Write } from '../../server/database/pool.ts';
import { versionOf } from '../../server/version.ts';
import { clientOn } from '../client/reads.ts';
import { zWhy } from '../client/words.ts';
import { groupsOf } from '../organiser/reads.ts';
import { setAllocationRule } from '../relationship/acts.ts';
import { allocationOn, caseManagersOf, standingAllocation } from '../relationship/reads.ts';
import { caseManagerFor, namedBy } from '../relationship/rules.ts';
import { zAllocationRule } from '../relationship/words.ts';
import { changePost } from '../worker/acts.ts';
import { letterSharesOn, staffOf, standingPost, workersOn } from '../worker/reads.ts';
import { leadingRoles, type Post, unitRoles } from '../worker/words.ts';
import { handoverAccess } from './access.ts';
import {
  answeringOn,
  appointmentsOf,
  caseloadsOn,
  hangingOn,
  ledOnly,
  loadsOn,
  namingOf,
  peopleOf,
  standingNamed,
  takenBackNaming,
} from './reads.ts';
import { leftByPost, proposeShares, servesAs } from './rules.ts';
import { handoverRefusals } from './texts.ts';
import {
  type Held,
  type Move,
  type Taker,
  zAnswering,
  zAppointmentHeld,
  zHandedOver,
  zHandOver,
  zHeld,
  zMove,
  zNamingRole,
  zTakenBackNaming,
  zTaker,
} from './words.ts';
import { handOut, takeNamingBack } from './writes.ts';

const ofClient = { clients: ({ clientId }: { clientId: string }) => [clientId] };

export const responsibleOf = ask({
  name: 'responsibleOf',
  method: 'GET',
  path: '/api/clients/{clientId}/responsible',
  says: 'Tell who answers for a client on a day: named worker, leader of the group, case manager',
  input: z.strictObject({ clientId: zId, on: zDay.optional() }),
  output: z.object({ on: zDay, answering: z.array(zAnswering) }),
  may: handoverAccess.responsibleOf,
  audited: ofClient,
  refuses: {},
  run: async ({ tx, input: { clientId, on }, who, today }) => {
    const query = on ?? today;
    return { on: query, answering: await answeringOn(tx, clientId, query, who.language) };
  },
});

export const responsibleChoices = ask({
  name: 'responsibleChoices',
  method: 'GET',
  path: '/api/clients/{clientId}/responsible/choices',
  says: 'Tell how a service names its responsible worker, and among whom, with how many clients each answers for',
  input: z.strictObject({ clientId: zId, service: zService, on: zDay }),
  output: z.object({
    rule: zAllocationRule,
    workers: z.array(z.object({ id: zId, name: z.string(), clients: z.int() })),
    caseManager: z.object({ id: zId, name: z.string(), byLetter: z.boolean() }).nullable(),
  }),
  may: handoverAccess.responsibleChoices,
  audited: ofClient,
  refuses: handoverRefusals,
  run: async ({ tx, input: { clientId, service, on }, who, refuse }) => {
    const client = await clientOn(tx, clientId, on);
    if (!client) return refuse('no-such-client');
    const allocation = await allocationOn(tx, who.organiserId, service, on);
    const named = namedBy(allocation.rule);
    const loads = await caseloadsOn(tx, who.organiserId, on);
    const able = named ? await workersOn(tx, who.organiserId, on, named.posts) : [];
    const current = (await caseManagersOf(tx, clientId)).find(({ during }) => contains(during, on));
    const chosen = caseManagerFor(
      allocation,
      { familyName: client.familyName, caseManagerId: current?.workerId ?? null },
      await letterSharesOn(tx, who.organiserId, on),
    );
    const manager = chosen
      ? (await workersOn(tx, who.organiserId, on, ['social-worker'])).find(({ id }) => id === chosen)
      : undefined;
    return {
      rule: allocation.rule,
      workers: able.map(({ id, name }) => ({ id, name, clients: loads.get(id) ?? 0 })),
      caseManager: current
        ? { id: current.workerId, name: current.name, byLetter: false }
        : manager
          ? { id: manager.id, name: manager.name, byLetter: true }
          : null,
    };
  },
});

export const caseManagerChoices = ask({
  name: 'caseManagerChoices',
  method: 'GET',
  path: '/api/clients/{clientId}/case-manager/choices',
  says: 'Tell among whom a client’s case manager is chosen on a day, with how many clients each answers for',
  input: z.strictObject({ clientId: zId, on: zDay }),
  output: z.object({ workers: z.array(z.object({ id: zId, name: z.string(), clients: z.int() })) }),
  may: handoverAccess.caseManagerChoices,
  audited: ofClient,
  refuses: {},
  run: async ({ tx, input: { on }, who }) => {
    const loads = await caseloadsOn(tx, who.organiserId, on);
    const able = await workersOn(tx, who.organiserId, on, ['social-worker']);
    return { workers: able.map(({ id, name }) => ({ id, name, clients: loads.get(id) ?? 0 })) };
  },
});

export const namingTakenBack = ask({
  name: 'namingTakenBack',
  method: 'GET',
  path: '/api/clients/{clientId}/responsible/{namingId}/taken-back',
  says: 'Tell what stands on the naming of a worker for a client, and who would answer if it were taken back',
  input: z.strictObject({ clientId: zId, namingId: zId, role: zNamingRole }),
  output: zTakenBackNaming,
  may: handoverAccess.namingTakenBack,
  audited: ofClient,
  refuses: handoverRefusals,
  run: async ({ tx, input: { clientId, namingId, role }, refuse }) => {
    const naming = await namingOf(tx, clientId, namingId, role);
    if (!naming) return refuse('no-such-naming');
    return { ...(await takenBackNaming(tx, namingId, role)), version: versionOf(naming) };
  },
});

const takeBack = {
  output: zCorrected,
  audited: ofClient,
  refuses: handoverRefusals,
  corrects: correctionOf('namingId'),
  conflicts: { goes_on_in_post: 'nobody-goes-on' },
} as const;

export const takeBackResponsible = act({
  name: 'takeBackResponsible',
  ...takeBack,
  method: 'POST',
  path: '/api/clients/{clientId}/responsible/{namingId}/take-back',
  says: 'Take back a responsible worker who was named by mistake, and say why: whoever answered before goes on',
  input: z.strictObject({ clientId: zId, namingId: zId, why: zWhy, seen: zSeen }),
  may: handoverAccess.takeBackResponsible,
  edits: ({ tx, input }) => standingNamed(tx, input.clientId, input.namingId, ['coach', 'official']),
  run: async ({ tx, input: { clientId, namingId }, refuse }) => {
    const naming =
      (await namingOf(tx, clientId, namingId, 'coach')) ?? (await namingOf(tx, clientId, namingId, 'official'));
    if (!naming) return refuse('no-such-naming');
    await takeNamingBack(tx, namingId, naming.role);
    return { was: { ...naming } };
  },
});

export const takeBackCaseHandOver = act({
  name: 'takeBackCaseHandOver',
  ...takeBack,
  method: 'POST',
  path: '/api/clients/{clientId}/case-manager/{namingId}/take-back',
  says: 'Take back a case manager who was named by mistake, and say why: whoever it was before goes on',
  input: z.strictObject({ clientId: zId, namingId: zId, why: zWhy, seen: zSeen }),
  may: handoverAccess.takeBackCaseHandOver,
  edits: ({ tx, input }) => standingNamed(tx, input.clientId, input.namingId, ['case-manager']),
  run: async ({ tx, input: { clientId, namingId }, refuse }) => {
    const naming = await namingOf(tx, clientId, namingId, 'case-manager');
    if (!naming) return refuse('no-such-naming');
    await takeNamingBack(tx, namingId, 'case-manager');
    return { was: { ...naming } };
  },
});

export const setAllocation = act({
  name: 'setAllocation',
  method: 'POST',
  path: '/api/allocations',
  says: setAllocationRule.says,
  input: setAllocationRule.input.extend({
    /** Where nobody is to be named any more: that the clients are left to nobody is meant. */
    leaveUnnamed: z.boolean().default(false),
  }),
  output: setAllocationRule.output,
  may: handoverAccess.setAllocation,
  audited: { change: ({ instead, seen: _, ...input }) => ({ ...input, instead: instead.length }) },
  refuses: { ...handoverRefusals, ...setAllocationRule.refuses },
  edits: ({ tx, who, input, today }) => standingAllocation(tx, who.organiserId, input.service, today),
  conflicts: setAllocationRule.conflicts ?? {},
  run: async (call) => {
    const { tx, refuse } = call;
    const { leaveUnnamed, ...input } = call.input;
    const led = input.rule === 'group-leader' ? [] : await ledOnly(tx, input.service, range(input.from));
    const set = await setAllocationRule.run({ ...call, input });
    const left = led.filter((one) => !input.instead.some(({ relationshipId }) => relationshipId === one.id));
    if (left.length > 0 && !(input.rule === 'none' && leaveUnnamed))
      return refuse('clients-left', { field: 'rule', clients: left });
    return set;
  },
});

const handOverRefusals = { ...handoverRefusals, ...changePost.refuses } as const;

export const clientsHeld = ask({
  name: 'clientsHeld',
  method: 'GET',
  path: '/api/staff/{workerId}/clients',
  says: 'Tell which clients hang on a worker on days, who could take them over, and a share that keeps together what belongs together',
  input: z.strictObject({
    workerId: zId,
    from: zDay,
    to: zDay.optional(),
    /** Only what the worker’s other posts do not carry on, as when this one ends. */
    postId: zId.optional(),
  }),
  output: z.object({
    clients: z.array(zHeld),
    workers: z.array(zTaker),
    proposal: z.array(z.object({ id: zId, toId: zId })),
    appointments: z.array(zAppointmentHeld),
  }),
  may: handoverAccess.handOverClients,
  audited: { clients: (_input, { clients }) => clients.map(({ clientId }) => clientId) },
  refuses: handOverRefusals,
  run: async ({ tx, who, input: { workerId, from, to, postId }, refuse }) => {
    const worker = (await staffOf(tx, who.organiserId)).find(({ id }) => id === workerId);
    if (!worker) return refuse('no-such-colleague');
    if (to !== undefined && to <= from) return refuse('ends-before-begins', { field: 'to' });
    const days = range(from, to ?? null);
    const all = await hangingOn(tx, workerId, days);
    const post = worker.posts.find(({ id }) => id === postId);
    const hanging = post
      ? leftByPost(
          post.role,
          all,
          worker.posts.filter(({ id }) => id !== postId),
        )
      : all;
    const [people, groups] = [
      await peopleOf(
        tx,
        hanging.map(({ clientId }) => clientId),
        from,
      ),
      new Map((await groupsOf(tx, who.organiserId)).map(({ id, name }) => [id, name])),
    ];
    const clients = hanging.flatMap((one): Held[] => {
      const person = people.get(one.clientId);
      return person
        ? [{ ...one, ...person, group: one.groupId === null ? null : (groups.get(one.groupId) ?? null) }]
        : [];
    });
    const workers = await takersOn(tx, who.organiserId, days, workerId);
    return {
      clients,
      workers,
      proposal: proposeShares(clients, workers, to !== undefined),
      appointments: await appointmentsOf(tx, [workerId, ...workers.map(({ id }) => id)], days),
    };
  },
});

/** Colleagues whose posts hold on all the days, with what each could take and has already. */
async function takersOn(tx: Read, organiserId: string, days: Range, except: string): Promise<Taker[]> {
  const loads = await loadsOn(tx, days.from);
  // Clients are handed to whoever has a post in the work itself, as the database holds it.
  const lasting = (posts: readonly Post[], role: Move['role']) =>
    posts.some((post) => leadingRoles.includes(post.role) && servesAs(post.role, role) && covers(post.during, days));
  return (await staffOf(tx, organiserId)).flatMap(({ id, name, language, posts }): Taker[] => {
    const as = zMove.shape.role.options.filter((role) => lasting(posts, role));
    // Whoever leads a group instructs it; the office’s other posts do not stand in for that.
    const leads = posts.some(({ role, during }) => unitRoles.includes(role) && overlaps(during, days));
    const able = as.filter((role) => role !== 'group-leader' || leads);
    if (id === except || able.length === 0) return [];
    const load = loads.get(id);
    const agreed = posts.find(({ during, agreedCaseload }) => contains(during, days.from) && agreedCaseload !== null);
    return [
      {
        id,
        name,
        as: able,
        language,
        clients: load?.clients ?? 0,
        agreed: agreed?.agreedCaseload ?? null,
        municipalities: load?.municipalities ?? [],
        workplaceIds: load?.workplaceIds ?? [],
      },
    ];
  });
}

const handOverConflicts = {
  hand_over_held: 'nothing-held',
  hand_over_to_post: 'no-such-worker',
  not_by_own_word: 'not-by-own-word',
  leads_in_task: 'not-by-own-word',
  post_holds_clients: 'answers-for-clients',
  post_holds_groups: 'leads-groups',
  post_holds_letters: 'answers-for-letters',
} as const;

async function handOverNow(tx: Write, { during, moves }: z.output<typeof zHandOver>) {
  const handed = await handOut(tx, moves, during);
  return {
    back: handed.map(({ id, role, fromId }) => ({ id, role, toId: fromId })),
    clientIds: handed.flatMap(({ clientId }) => (clientId === null ? [] : [clientId])),
  };
}

export const handOverClients = act({
  name: 'handOverClients',
  method: 'POST',
  path: '/api/staff/{workerId}/hand-over',
  says: 'Hand clients of a worker over to colleagues with their appointments: for good, or to stand-ins for some days',
  input: zHandOver.extend({ workerId: zId }),
  output: zHandedOver,
  may: handoverAccess.handOverClients,
  audited: {
    clients: (_input, { clientIds }) => clientIds,
    detail: ({ workerId, during }) => ({ workerId, during }),
  },
  refuses: handOverRefusals,
  conflicts: handOverConflicts,
  run: ({ tx, input }) => handOverNow(tx, input),
});

export const endPostHandingOver = act({
  name: 'endPostHandingOver',
  method: 'POST',
  path: '/api/staff/{workerId}/posts/{postId}/end',
  says: 'End a colleague’s post and hand its clients over to others from the day after, at once',
  input: z.strictObject({ workerId: zId, postId: zId, lastDay: zDay, moves: zHandOver.shape.moves, seen: zSeen }),
  output: zHandedOver,
  may: handoverAccess.endPostHandingOver,
  audited: {
    clients: (_input, { clientIds }) => clientIds,
    detail: ({ workerId, postId, lastDay }) => ({ workerId, postId, lastDay }),
  },
  refuses: handOverRefusals,
  conflicts: handOverConflicts,
  edits: ({ tx, input, who }) => standingPost(tx, who.organiserId, input.workerId, input.postId),
  run: async ({ input: { workerId, postId, lastDay, moves }, ...rest }) => {
    const { tx, who, refuse } = rest;
    const post = (await staffOf(tx, who.organiserId))
      .find(({ id }) => id === workerId)
      ?.posts.find(({ id }) => id === postId);
    if (!post) return refuse('no-such-post');
    if (lastDay < post.during.from) return refuse('ends-before-begins', { field: 'lastDay' });
    const to = addDays(lastDay, 1);
    if (post.during.to !== null && post.during.to <= to) return refuse('ends-by-then', { field: 'lastDay' });
    const handed = await handOverNow(tx, { moves, during: range(to, post.during.to) });
    const { id: _, unit: __, decides: ___, version: seen, ...details } = post;
    await changePost.run({
      ...rest,
      refuse,
      input: { ...details, workerId, postId, during: { from: post.during.from, to }, seen },
    });
    return handed;
  },
});
