import { inRole, type May, onClient } from '../../server/act.ts';
import { ownWorkers } from '../client/words.ts';

/** Those who serve clients receive referrals, and correct them. */
export const referralAccess = {
  receiveReferral: inRole(['coach', 'rehabilitative-instructor', 'social-worker']),
  receiveReferralOfClient: onClient([...ownWorkers, 'keeper_of']),
  withdrawReferral: onClient(['receiver_of', 'official_for', 'responsible_for']),
  correctReferral: onClient(['receiver_of', 'official_for', 'responsible_for']),
  takeBackWithdrawal: onClient(['receiver_of', 'official_for', 'responsible_for']),
  takeBackReferral: onClient(['receiver_of', 'official_for']),
} as const satisfies Record<string, May>;
