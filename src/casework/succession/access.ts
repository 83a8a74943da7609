import { inRole, type May } from '../../server/act.ts';

/** Whoever sets an organiser up sees on which days it is competent. */
export const successionAccess = {
  competence: inRole(['administrator', 'manager'], 'none'),
} as const satisfies Record<string, May>;
