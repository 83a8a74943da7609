import { inRole, type May, onClient } from '../../server/act.ts';

/** Finance knows who pays for a client's days, and not by which benefit; it asks where nobody has recorded it. */
export const participationAccess = {
  participationMonth: inRole(['finance'], 'money'),
  answerPayer: onClient(['paymaster_for'], 'money'),
  participationSlip: onClient(['paymaster_for'], 'money'),
} as const satisfies Record<string, May>;
