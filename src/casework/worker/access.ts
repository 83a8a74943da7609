import { inRole, type May, signedIn } from '../../server/act.ts';

/**
 * Everybody knows one's colleagues and who leads which group; instructors and managers agree on the turns, managers on
 * the letters. Posts and accounts are the administrator's, who sees no client by it.
 */
export const workerAccess = {
  workers: signedIn(),
  groupLeads: signedIn(),
  planGroupLeads: inRole(['instructor', 'manager', 'administrator'], 'none'),
  changeGroupWithLeads: inRole(['manager', 'administrator'], 'none'),
  letterShares: inRole(['social-worker', 'manager', 'administrator'], 'none'),
  shareLetters: inRole(['manager', 'administrator'], 'none'),
  staff: inRole(['manager', 'administrator'], 'none'),
  changeStaff: inRole(['administrator'], 'none'),
  // A post that opens clients is confirmed by another than who asked for it.
  confirmPost: inRole(['manager', 'administrator'], 'none'),
} as const satisfies Record<string, May>;
