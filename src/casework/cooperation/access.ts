import { inRole, type May, onClient, signedIn } from '../../server/act.ts';
import { everyRelation } from '../client/words.ts';

/** Everybody reads with whom one works together; planners and managers agree on links; own workers refer their clients. */
export const cooperationAccess = {
  cooperationLinks: signedIn(),
  agreeLink: inRole(['planner', 'manager'], 'none'),
  referOver: onClient(['responsible_for', 'coach_of', 'official_for']),
  recordOutcome: onClient(['responsible_for', 'coach_of', 'official_for']),
  takeBackReferralOutcome: onClient(['responsible_for', 'coach_of', 'official_for']),
  correctReferralOver: onClient(['responsible_for', 'coach_of', 'official_for']),
  takeBackReferralOver: onClient(['responsible_for', 'coach_of', 'official_for']),
  cooperationReferrals: onClient(everyRelation),
} as const satisfies Record<string, May>;
