import { inRole, type May } from '../../server/act.ts';

/** Rates are no client's: finance sets them, and the administrator too. */
export const rateAccess = {
  compensationRates: inRole(['finance', 'manager', 'administrator'], 'none'),
  setRate: inRole(['finance', 'administrator'], 'none'),
  endRate: inRole(['finance', 'administrator'], 'none'),
  takeBackRate: inRole(['finance', 'administrator'], 'none'),
} as const satisfies Record<string, May>;
