import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { range } from '../../kernel/range.ts';
import { act, ask } from '../../platform/act.ts';
import { workerAccess } from './access.ts';
import { groupLeadsOn, workersOn } from './reads.ts';
import { leadTurns } from './rules.ts';
import { workerRefusals } from './texts.ts';
import { zGroupLead, zRole, zWorker } from './words.ts';
import { replaceGroupLeads } from './writes.ts';

export const workers = ask({
  name: 'workers',
  method: 'GET',
  path: '/api/workers',
  says: 'List the workers of one’s organiser with a post today',
  input: z.strictObject({ role: zRole.optional() }),
  output: z.object({ workers: z.array(zWorker) }),
  may: workerAccess.workers,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, input, who, today }) => ({
    workers: await workersOn(tx, who.organiserId, today, input.role ? [input.role] : null),
  }),
});

export const groupLeads = ask({
  name: 'groupLeads',
  method: 'GET',
  path: '/api/groups/leads',
  says: 'List the groups of one’s organiser with who leads each today, and who after that',
  input: z.strictObject({}),
  output: z.object({ groups: z.array(zGroupLead) }),
  may: workerAccess.groupLeads,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, who, today }) => ({ groups: await groupLeadsOn(tx, who.organiserId, today) }),
});

export const planGroupLeads = act({
  name: 'planGroupLeads',
  method: 'POST',
  path: '/api/groups/{groupId}/leads',
  says: 'Plan who leads a group from a day on: in turns where the group’s lead changes, else the one who is named',
  input: z.strictObject({ groupId: zId, workerIds: z.array(zId).min(1).max(12), from: zDay }),
  output: z.object({ turns: z.array(z.object({ workerId: zId, from: zDay, to: zDay.nullable() })) }),
  may: workerAccess.planGroupLeads,
  audited: 'no-person',
  refuses: workerRefusals,
  run: async ({ tx, who, input, refuse }) => {
    const group = (await groupLeadsOn(tx, who.organiserId, input.from)).find(
      ({ groupId }) => groupId === input.groupId,
    );
    if (!group) return refuse('no-such-group');
    const able = new Set((await workersOn(tx, who.organiserId, input.from)).map(({ id }) => id));
    const stranger = input.workerIds.findIndex((workerId) => !able.has(workerId));
    if (stranger >= 0) return refuse('no-such-worker', { field: `workerIds.${stranger}` });
    const [first] = input.workerIds;
    const turns = group.rotationMonths
      ? leadTurns(input.workerIds, input.from, group.rotationMonths, input.workerIds.length)
      : [{ workerId: first as string, during: range(input.from) }];
    await replaceGroupLeads(tx, who.organiserId, group.groupId, turns, input.from);
    return { turns: turns.map(({ workerId, during }) => ({ workerId, ...during })) };
  },
});
