import { inRole, type May, signedIn } from '../../platform/act.ts';

/** Everybody knows one's colleagues and who leads which group; instructors and managers agree on the turns. */
export const workerAccess = {
  workers: signedIn(),
  groupLeads: signedIn(),
  planGroupLeads: inRole(['instructor', 'manager', 'administrator'], 'none'),
} as const satisfies Record<string, May>;
