import { inRole, type May } from '../../server/act.ts';

/** Whoever sets an organiser up sees which tasks pass on; administrators carry the clients over. */
export const carryingAccess = {
  successions: inRole(['administrator', 'manager'], 'none'),
  carryOverClients: inRole(['administrator'], 'none'),
  takeBackCarrying: inRole(['administrator'], 'none'),
} as const satisfies Record<string, May>;
