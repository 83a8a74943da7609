import { z } from 'zod';
import { correctionOf, zCorrected } from '../../kernel/correction.ts';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zLine, zText } from '../../kernel/line.ts';
import { zSeen } from '../../kernel/seen.ts';
import { zService } from '../../kernel/service.ts';
import { act, type Refuse, type Run } from '../../server/act.ts';
import type { Write } from '../../server/database/pool.ts';
import { registerClient } from '../client/acts.ts';
import { registeredOn } from '../client/reads.ts';
import { zNewClient, zWhy } from '../client/words.ts';
import { offeringsOn } from '../organiser/reads.ts';
import { competenceFactsOf } from '../succession/reads.ts';
import { mustBeCompetent } from '../succession/rules.ts';
import { referralAccess } from './access.ts';
import { referralOf, standingReferral } from './reads.ts';
import { clockOn, matterOn, noStep, ownFacts, sourcesOn } from './rules.ts';
import { referralRefusals } from './texts.ts';
import { zKind, zSource } from './words.ts';
import { deleteReferral, insertReferral, keepWithdrawn, updateReferral } from './writes.ts';

const fields = {
  service: zService,
  source: zSource,
  kind: zKind,
  receivedOn: zDay,
  finishesStudies: z.boolean().default(false),
  need: zText.nullable().default(null),
  referredBy: zLine.nullable().default(null),
};
const conflicts = {
  referral_referral_one_pending: { code: 'already-pending', field: 'service' },
} as const;
const received = z.object({ clientId: zId, referralId: zId, decisionDueOn: zDay });
type Fields = z.output<z.ZodObject<typeof fields>>;

async function receive(
  {
    tx,
    who,
    today,
    refuse,
  }: Pick<Run<unknown, Write, typeof referralRefusals>, 'tx' | 'who' | 'today'> & {
    readonly refuse: Refuse<typeof referralRefusals>;
  },
  clientId: string,
  input: Fields,
) {
  if (input.receivedOn > today) return refuse('received-in-future', { field: 'receivedOn' });
  if (!sourcesOn(input.receivedOn).includes(input.source)) return refuse('source-not-then', { field: 'source' });
  const [client] = await registeredOn(tx, [clientId], today);
  if (client?.birthOn && input.receivedOn < client.birthOn)
    return refuse('received-before-birth', { field: 'receivedOn' });
  const referralId = await insertReferral(tx, who.organiserId, who.workerId, { ...input, clientId });
  return { clientId, referralId, decisionDueOn: clockOn(input.receivedOn, today).dueOn };
}

const mustBeOffered = async (
  { tx, who, refuse }: Pick<Run<unknown, Write, typeof referralRefusals>, 'tx' | 'who' | 'refuse'>,
  input: Pick<Fields, 'service' | 'receivedOn'>,
  field: 'service' | 'receivedOn' = 'service',
) => {
  const task = { service: input.service, on: input.receivedOn, field: 'receivedOn' };
  mustBeCompetent(refuse, await competenceFactsOf(tx, who.organiserId), task);
  const offered = await offeringsOn(tx, who.organiserId, input.receivedOn);
  if (!offered.some(({ service }) => service === input.service)) refuse('not-offered', { field });
};

export const receiveReferral = act({
  name: 'receiveReferral',
  method: 'POST',
  path: '/api/referrals',
  says: 'Receive a referral or application of a new client; look for duplicates first',
  input: z.strictObject({ client: zNewClient, ...fields }),
  output: received,
  may: referralAccess.receiveReferral,
  audited: { clients: (_input, { clientId }) => [clientId] },
  refuses: { ...referralRefusals, ...registerClient.refuses },
  conflicts: { ...registerClient.conflicts, ...conflicts },
  run: async (call) => {
    const { client, ...referral } = call.input;
    await mustBeOffered(call, referral);
    const { clientId } = await registerClient.run({ ...call, input: client });
    return receive(call, clientId, referral);
  },
});

export const receiveReferralOfClient = act({
  name: 'receiveReferralOfClient',
  method: 'POST',
  path: '/api/clients/{clientId}/referrals',
  says: 'Receive a referral or application of a client who is known already',
  input: z.strictObject({ clientId: zId, ...fields }),
  output: received,
  may: referralAccess.receiveReferralOfClient,
  audited: { clients: ({ clientId }) => [clientId] },
  refuses: referralRefusals,
  conflicts,
  run: async (call) => {
    const { clientId, ...referral } = call.input;
    await mustBeOffered(call, referral);
    return receive(call, clientId, referral);
  },
});

export const withdrawReferral = act({
  name: 'withdrawReferral',
  method: 'POST',
  path: '/api/clients/{clientId}/referrals/{referralId}/withdraw',
  says: 'Record that a referral was withdrawn before it was decided',
  input: z.strictObject({ clientId: zId, referralId: zId, on: zDay, seen: zSeen }),
  output: z.object({ withdrawnOn: zDay }),
  may: referralAccess.withdrawReferral,
  audited: { clients: ({ clientId }) => [clientId] },
  refuses: referralRefusals,
  conflicts: { referral_referral_one_outcome: 'already-decided' },
  edits: ({ tx, input }) => standingReferral(tx, input.clientId, input.referralId),
  run: async ({ tx, input, today, refuse }) => {
    if (input.on > today) return refuse('withdrawn-in-future', { field: 'on' });
    const referral = await referralOf(tx, input.clientId, input.referralId);
    if (!referral) return refuse('no-such-referral');
    // Whether it was decided is held by the database, which knows the decisions.
    const none = noStep(matterOn(ownFacts({ ...referral, decidedOn: null }), today), 'withdraw');
    if (none) return refuse(none);
    if (input.on < referral.receivedOn) return refuse('withdrawn-before-received', { field: 'on' });
    await keepWithdrawn(tx, referral.id, input.on);
    return { withdrawnOn: input.on };
  },
});

const corrects = correctionOf('referralId');

export const correctReferral = act({
  name: 'correctReferral',
  method: 'PATCH',
  path: '/api/clients/{clientId}/referrals/{referralId}',
  says: 'Correct how and when a referral came, and say why; after the decision its day stays as the decision knew it',
  input: z.strictObject({
    clientId: zId,
    referralId: zId,
    source: zSource,
    kind: zKind,
    receivedOn: zDay,
    referredBy: fields.referredBy,
    why: zWhy,
    seen: zSeen,
  }),
  output: zCorrected,
  may: referralAccess.correctReferral,
  audited: { clients: ({ clientId }) => [clientId] },
  refuses: referralRefusals,
  corrects,
  conflicts: {
    decision_knows_receipt: { code: 'already-decided', field: 'receivedOn' },
    assessment_knows_receipt: { code: 'assessed-before', field: 'receivedOn' },
  },
  edits: ({ tx, input }) => standingReferral(tx, input.clientId, input.referralId),
  run: async ({ tx, input: { clientId, referralId, why: _, seen: __, ...change }, who, today, refuse }) => {
    const referral = await referralOf(tx, clientId, referralId);
    if (!referral) return refuse('no-such-referral');
    const { service, source, kind, receivedOn, referredBy } = referral;
    const isMoved = change.receivedOn !== receivedOn;
    if (change.receivedOn > today) return refuse('received-in-future', { field: 'receivedOn' });
    // What stood before the day of its source was asked may stay; on another day it is asked as of a new one.
    if ((isMoved || change.source !== source) && !sourcesOn(change.receivedOn).includes(change.source))
      return refuse('source-not-then', { field: 'source' });
    if (referral.withdrawnOn && change.receivedOn > referral.withdrawnOn)
      return refuse('withdrawn-before-received', { field: 'receivedOn' });
    if (isMoved) await mustBeOffered({ tx, who, refuse }, { service, receivedOn: change.receivedOn }, 'receivedOn');
    await updateReferral(tx, referralId, change);
    return { was: { source, kind, receivedOn, referredBy } };
  },
});

export const takeBackWithdrawal = act({
  name: 'takeBackWithdrawal',
  method: 'POST',
  path: '/api/clients/{clientId}/referrals/{referralId}/withdrawal/take-back',
  says: 'Take back a withdrawal that was recorded by mistake, and say why: the matter is pending again since it was received',
  input: z.strictObject({ clientId: zId, referralId: zId, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: referralAccess.takeBackWithdrawal,
  audited: { clients: ({ clientId }) => [clientId] },
  refuses: referralRefusals,
  corrects,
  conflicts: { referral_referral_one_pending: 'already-pending' },
  edits: ({ tx, input }) => standingReferral(tx, input.clientId, input.referralId),
  run: async ({ tx, input: { clientId, referralId }, refuse }) => {
    const referral = await referralOf(tx, clientId, referralId);
    if (!referral) return refuse('no-such-referral');
    const { withdrawnOn } = referral;
    if (withdrawnOn === null) return refuse('not-withdrawn');
    await keepWithdrawn(tx, referralId, null);
    return { was: { withdrawnOn } };
  },
});

export const takeBackReferral = act({
  name: 'takeBackReferral',
  method: 'POST',
  path: '/api/clients/{clientId}/referrals/{referralId}/take-back',
  says: 'Take back a referral recorded by mistake or of a wrong person, while nothing but what is prepared stands on it, and say why',
  input: z.strictObject({ clientId: zId, referralId: zId, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: referralAccess.takeBackReferral,
  audited: { clients: ({ clientId }) => [clientId] },
  refuses: referralRefusals,
  corrects,
  conflicts: {
    assessment_assessment_referral_id_fkey: 'assessment-stands-on-it',
    plan_plan_referral_id_fkey: 'plan-stands-on-it',
    decision_decision_referral_id_fkey: 'already-decided',
    hearing_hearing_referral_id_fkey: 'hearing-stands-on-it',
    coaching_contact_referral_id_fkey: 'contacts-stand-on-it',
  },
  edits: ({ tx, input }) => standingReferral(tx, input.clientId, input.referralId),
  run: async ({ tx, input: { clientId, referralId }, refuse }) => {
    const referral = await referralOf(tx, clientId, referralId);
    if (!referral) return refuse('no-such-referral');
    const { service, source, kind, receivedOn } = referral;
    await deleteReferral(tx, referralId);
    return { was: { service, source, kind, receivedOn } };
  },
});
