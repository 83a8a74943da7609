import { inRole, type May, onClient } from '../../server/act.ts';

/** Finance closes months; who may see rates may see from when they are open; the client's own workers read what the client is owed. */
export const compensationAccess = {
  compensationMonths: inRole(['finance'], 'money'),
  compensationOpenMonths: inRole(['finance'], 'money'),
  compensationMonth: inRole(['finance'], 'money'),
  undecidedDays: inRole(['finance'], 'money'),
  compensationLines: inRole(['finance'], 'money'),
  closeMonth: inRole(['finance'], 'money'),
  settleCorrections: inRole(['finance'], 'money'),
  firstOpenDay: inRole(['finance', 'manager', 'administrator'], 'none'),
  compensationStatement: onClient(['paymaster_for'], 'money'),
  compensationOf: onClient(['responsible_for', 'coach_of', 'leader_of', 'instructor_of', 'official_for']),
} as const satisfies Record<string, May>;
