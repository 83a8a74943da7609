import { z } from 'zod';
import { correctionOf, zCorrected } from '../../kernel/correction.ts';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zText } from '../../kernel/line.ts';
import { zEdited, zSeen } from '../../kernel/seen.ts';
import { zService } from '../../kernel/service.ts';
import { act, ask, permittedOf, zPermitted } from '../../server/act.ts';
import { zWhy } from '../client/words.ts';
import { zServiceGroup } from '../organiser/words.ts';
import { cooperationAccess } from './access.ts';
import { cooperationReferralsOf, linksOn, standingLink, standingOutcome, standingReferralOver } from './reads.ts';
import { cooperationRefusals } from './texts.ts';
import {
  directions,
  zCooperationReferral,
  zLink,
  zLinkState,
  zOtherService,
  zOutcome,
  zReferralOver,
} from './words.ts';
import {
  deleteReferralOver,
  insertCooperationReferral,
  replaceLink,
  updateReferralOutcome,
  updateReferralOver,
} from './writes.ts';

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
    const same = (await cooperationReferralsOf(tx, input.clientId)).some(
      (one) =>
        one.service === input.service &&
        one.otherService === input.otherService &&
        one.direction === input.direction &&
        one.madeOn === input.madeOn,
    );
    if (same) return refuse('referred-already', { field: 'madeOn' });
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

const correctsReferral = correctionOf('referralId');

export const takeBackReferralOutcome = act({
  name: 'takeBackReferralOutcome',
  method: 'POST',
  path: '/api/clients/{clientId}/cooperation/{referralId}/outcome/take-back',
  says: 'Take back what was recorded to have come of a referral, and say why; it waits again',
  input: z.strictObject({ clientId: zId, referralId: zId, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: cooperationAccess.takeBackReferralOutcome,
  audited: ofClient,
  refuses: cooperationRefusals,
  corrects: correctsReferral,
  edits: ({ tx, input }) => standingOutcome(tx, input.clientId, input.referralId),
  run: async ({ tx, input, refuse }) => {
    const referral = (await cooperationReferralsOf(tx, input.clientId)).find(({ id }) => id === input.referralId);
    if (!referral) return refuse('no-such-referral');
    if (referral.outcome === null) return refuse('no-outcome');
    await updateReferralOutcome(tx, referral.id, null, null);
    return { was: { outcome: referral.outcome, outcomeOn: referral.outcomeOn } };
  },
});

export const correctReferralOver = act({
  name: 'correctReferralOver',
  method: 'PATCH',
  path: '/api/clients/{clientId}/cooperation/{referralId}',
  says: 'Correct to which service a client was referred, in which direction or on which day, and say why',
  input: zReferralOver.extend({ clientId: zId, referralId: zId, why: zWhy, seen: zSeen }).strict(),
  output: zCorrected,
  may: cooperationAccess.correctReferralOver,
  audited: ofClient,
  refuses: cooperationRefusals,
  corrects: correctsReferral,
  edits: ({ tx, input }) => standingReferralOver(tx, input.clientId, input.referralId),
  run: async ({ tx, input, today, refuse }) => {
    const referral = (await cooperationReferralsOf(tx, input.clientId)).find(({ id }) => id === input.referralId);
    if (!referral) return refuse('no-such-referral');
    if (input.madeOn > today) return refuse('in-future', { field: 'madeOn' });
    if (referral.outcomeOn !== null && referral.outcomeOn < input.madeOn)
      return refuse('before-referral', { field: 'madeOn' });
    await updateReferralOver(tx, referral.id, input);
    const { otherService, direction, madeOn } = referral;
    return { was: { otherService, direction, madeOn } };
  },
});

export const takeBackReferralOver = act({
  name: 'takeBackReferralOver',
  method: 'POST',
  path: '/api/clients/{clientId}/cooperation/{referralId}/take-back',
  says: 'Take back a referral to another service that was recorded by mistake, and say why; the history keeps that it was there',
  input: z.strictObject({ clientId: zId, referralId: zId, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: cooperationAccess.takeBackReferralOver,
  audited: ofClient,
  refuses: cooperationRefusals,
  corrects: correctsReferral,
  edits: ({ tx, input }) => standingReferralOver(tx, input.clientId, input.referralId),
  run: async ({ tx, input, refuse }) => {
    const referral = (await cooperationReferralsOf(tx, input.clientId)).find(({ id }) => id === input.referralId);
    if (!referral) return refuse('no-such-referral');
    await deleteReferralOver(tx, referral.id);
    const { id: _, version: __, referralVersion: ___, ...was } = referral;
    return { was };
  },
});

export const cooperationReferrals = ask({
  name: 'cooperationReferrals',
  method: 'GET',
  path: '/api/clients/{clientId}/cooperation',
  says: 'Tell a client’s referrals to and from other services',
  input: z.strictObject({ clientId: zId }),
  output: z.object({ referrals: z.array(zCooperationReferral), permitted: zPermitted(cooperationAccess) }),
  may: cooperationAccess.cooperationReferrals,
  audited: ofClient,
  refuses: {},
  run: async ({ tx, input, who, relations }) => ({
    referrals: await cooperationReferralsOf(tx, input.clientId),
    permitted: permittedOf(cooperationAccess, who, relations),
  }),
});
