import { inRole, type May, onClient } from '../../server/act.ts';
import { everyRelation } from '../client/words.ts';

/** Finance knows who pays for a client's days, and not by which benefit; it asks where nobody has recorded it. */
export const participationAccess = {
  participationMonth: inRole(['finance'], 'money'),
  claimOfMonth: inRole(['finance'], 'money'),
  stateClaimFile: inRole(['finance'], 'money'),
  // Whoever plans for a client, or places one, is told how many days the law has left.
  participationOutlook: onClient(everyRelation),
  answerPayer: onClient(['paymaster_for'], 'money'),
  participationSlip: onClient(['paymaster_for'], 'money'),
} as const satisfies Record<string, May>;
