import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zText } from '../../kernel/line.ts';
import { zEdited, zSeen } from '../../kernel/seen.ts';
import { zService } from '../../kernel/service.ts';
import { act, ask } from '../../server/act.ts';
import { zServiceGroup } from '../organiser/words.ts';
import { cooperationAccess } from './access.ts';
import { cooperationReferralsOf, linksOn, standingLink, standingOutcome } from './reads.ts';
import { cooperationRefusals } from './texts.ts';
import { directions, zCooperationReferral, zLink, zLinkState, zOtherService, zOutcome } from './words.ts';
import { insertCooperationReferral, replaceLink, updateReferralOutcome } from './writes.ts';

const ofClient = { clients: ({ clientId }: { clientId: string }) => [clientId] };

export const cooperationLinks = ask({
  name: 'cooperationLinks',
  method: 'GET',
  path: '/api/cooperation/links',
  says: 'List with which other services one’s organiser works together, and how it is agreed',
  input: z.strictObject({}),
  output: z.object({ links: z.array(zLink) }),
  may: cooperationAccess.cooperationLinks,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, who, today }) => ({ links: await linksOn(tx, who.organiserId, today) }),
});

export const agreeLink = act({
  name: 'agreeLink',
  method: 'POST',
  path: '/api/cooperation/links',
  says: 'Record how cooperation with another service is agreed from a day on',
  input: z.strictObject({
    group: zServiceGroup,
    otherService: zOtherService,
    state: zLinkState,
    note: zText.nullable().default(null),
    from: zDay,
    seen: zSeen,
  }),
  output: zEdited,
  may: cooperationAccess.agreeLink,
  audited: { change: ({ seen: _, note: __, ...input }) => input },
  refuses: {},
  edits: ({ tx, who, input, today }) => standingLink(tx, who.organiserId, input, today),
  run: async ({ tx, who, input }) => {
    await replaceLink(tx, who.organiserId, input);
    return { done: true as const };
  },
});

export const referOver = act({
  name: 'referOver',
  method: 'POST',
  path: '/api/clients/{clientId}/cooperation',
  says: 'Record that a client was referred to another service, or came from it',
  input: z.strictObject({
    clientId: zId,
    service: zService,
    otherService: zOtherService,
    direction: z.enum(directions),
    madeOn: zDay,
  }),
  output: z.object({ referralId: zId }),
  may: cooperationAccess.referOver,
  audited: ofClient,
  refuses: cooperationRefusals,
  run: async ({ tx, who, input, today, refuse }) => {
    if (input.madeOn > today) return refuse('in-future', { field: 'madeOn' });
    return { referralId: await insertCooperationReferral(tx, who.organiserId, input) };
  },
});

export const recordOutcome = act({
  name: 'recordOutcome',
  method: 'POST',
  path: '/api/clients/{clientId}/cooperation/{referralId}/outcome',
  says: 'Record what came of a referral to another service',
  input: z.strictObject({ clientId: zId, referralId: zId, outcome: zOutcome, on: zDay, seen: zSeen }),
  output: zEdited,
  may: cooperationAccess.recordOutcome,
  audited: ofClient,
  refuses: cooperationRefusals,
  edits: ({ tx, input }) => standingOutcome(tx, input.clientId, input.referralId),
  run: async ({ tx, input, today, refuse }) => {
    const referral = (await cooperationReferralsOf(tx, input.clientId)).find(({ id }) => id === input.referralId);
    if (!referral) return refuse('no-such-referral');
    if (input.on > today) return refuse('in-future', { field: 'on' });
    if (input.on < referral.madeOn) return refuse('before-referral', { field: 'on' });
    await updateReferralOutcome(tx, referral.id, input.outcome, input.on);
    return { done: true as const };
  },
});

export const cooperationReferrals = ask({
  name: 'cooperationReferrals',
  method: 'GET',
  path: '/api/clients/{clientId}/cooperation',
  says: 'Tell a client’s referrals to and from other services',
  input: z.strictObject({ clientId: zId }),
  output: z.object({ referrals: z.array(zCooperationReferral) }),
  may: cooperationAccess.cooperationReferrals,
  audited: ofClient,
  refuses: {},
  run: async ({ tx, input }) => ({ referrals: await cooperationReferralsOf(tx, input.clientId) }),
});
