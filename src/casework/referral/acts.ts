import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { act, ask, type Refuse, type Run } from '../../server/act.ts';
import type { Write } from '../../server/database/pool.ts';
import { registerClient } from '../client/acts.ts';
import { zLine, zNewClient, zText } from '../client/words.ts';
import { offeringsOn } from '../organiser/reads.ts';
import { zService } from '../organiser/words.ts';
import { referralAccess } from './access.ts';
import { pendingReferralOf, referralOf, referralsOf } from './reads.ts';
import { clockOn, stateOn } from './rules.ts';
import { referralRefusals } from './texts.ts';
import { zKind, zReferral, zSource } from './words.ts';
import { insertReferral, updateWithdrawn } from './writes.ts';

const fields = {
  service: zService,
  source: zSource,
  kind: zKind,
  receivedOn: zDay,
  finishesStudies: z.boolean().default(false),
  need: zText.nullable().default(null),
  referredBy: zLine.nullable().default(null),
};
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
  given: Fields,
) {
  if (given.receivedOn > today) return refuse('received-in-future', { field: 'receivedOn' });
  const referralId = await insertReferral(tx, who.organiserId, who.workerId, { ...given, clientId });
  return { clientId, referralId, decisionDueOn: clockOn(given.receivedOn, today).dueOn };
}

const mustBeOffered = async (
  { tx, who, refuse }: Pick<Run<unknown, Write, typeof referralRefusals>, 'tx' | 'who' | 'refuse'>,
  given: Fields,
) => {
  const offered = await offeringsOn(tx, who.organiserId, given.receivedOn);
  if (!offered.some(({ service }) => service === given.service)) refuse('not-offered', { field: 'service' });
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
  conflicts: { ...registerClient.conflicts },
  run: async (given) => {
    const { client, ...referral } = given.input;
    await mustBeOffered(given, referral);
    const { clientId } = await registerClient.run({ ...given, input: client });
    return receive(given, clientId, referral);
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
  run: async (given) => {
    const { clientId, ...referral } = given.input;
    await mustBeOffered(given, referral);
    const pending = await pendingReferralOf(given.tx, clientId, referral.service, given.today);
    if (pending) return given.refuse('already-pending', { field: 'service' });
    return receive(given, clientId, referral);
  },
});

export const withdrawReferral = act({
  name: 'withdrawReferral',
  method: 'POST',
  path: '/api/clients/{clientId}/referrals/{referralId}/withdraw',
  says: 'Record that a referral was withdrawn before it was decided',
  input: z.strictObject({ clientId: zId, referralId: zId, on: zDay }),
  output: z.object({ withdrawnOn: zDay }),
  may: referralAccess.withdrawReferral,
  audited: { clients: ({ clientId }) => [clientId] },
  refuses: referralRefusals,
  run: async ({ tx, input, today, refuse }) => {
    const referral = await referralOf(tx, input.clientId, input.referralId);
    if (!referral) return refuse('no-such-referral');
    if (referral.decidedOn) return refuse('already-decided');
    if (stateOn(referral, today) === 'withdrawn') return refuse('already-withdrawn');
    if (input.on < referral.receivedOn) return refuse('withdrawn-before-received', { field: 'on' });
    await updateWithdrawn(tx, referral.id, input.on);
    return { withdrawnOn: input.on };
  },
});

export const referrals = ask({
  name: 'referrals',
  method: 'GET',
  path: '/api/clients/{clientId}/referrals',
  says: 'Tell how and when a client came, with the clock of what is pending',
  input: z.strictObject({ clientId: zId }),
  output: z.object({
    referrals: z.array(
      zReferral.extend({
        state: z.enum(['pending', 'decided', 'withdrawn']),
        decisionDueOn: zDay,
        daysLeft: z.int(),
      }),
    ),
  }),
  may: referralAccess.referrals,
  audited: { clients: ({ clientId }) => [clientId] },
  refuses: {},
  run: async ({ tx, input, today }) => ({
    referrals: (await referralsOf(tx, input.clientId)).map((referral) => {
      const { dueOn, daysLeft } = clockOn(referral.receivedOn, today);
      return { ...referral, state: stateOn(referral, today), decisionDueOn: dueOn, daysLeft };
    }),
  }),
});
