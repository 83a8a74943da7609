import { inRole, type May, onClient } from '../../platform/act.ts';

/** Those who serve clients receive referrals; every worker of the client reads how the client came. */
export const referralAccess = {
  receiveReferral: inRole(['coach', 'rehabilitative-instructor', 'social-worker']),
  receiveReferralOfClient: onClient(['responsible_for', 'coach_of', 'receiver_of', 'official_for']),
  withdrawReferral: onClient(['receiver_of', 'official_for', 'responsible_for']),
  referrals: onClient(['responsible_for', 'coach_of', 'receiver_of', 'leader_of', 'instructor_of', 'official_for']),
} as const satisfies Record<string, May>;
