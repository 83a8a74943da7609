import { inRole, type May, onClient } from '../../server/act.ts';
import { everyRelation, ownWorkers } from '../client/words.ts';

/** Those who serve clients receive referrals; every worker of the client reads how the client came. */
export const referralAccess = {
  receiveReferral: inRole(['coach', 'rehabilitative-instructor', 'social-worker']),
  receiveReferralOfClient: onClient(ownWorkers),
  withdrawReferral: onClient(['receiver_of', 'official_for', 'responsible_for']),
  correctReferral: onClient(['receiver_of', 'official_for', 'responsible_for']),
  takeBackWithdrawal: onClient(['receiver_of', 'official_for', 'responsible_for']),
  takeBackReferral: onClient(['receiver_of', 'official_for']),
  referrals: onClient(everyRelation),
} as const satisfies Record<string, May>;
