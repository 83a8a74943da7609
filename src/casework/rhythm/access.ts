import { inRole, type May } from '../../server/act.ts';

/** Coaches read the rhythm that they keep; managers and administrators set it. */
export const rhythmAccess = {
  rhythms: inRole(['coach', 'manager', 'administrator'], 'none'),
  setRhythm: inRole(['manager', 'administrator'], 'none'),
} as const satisfies Record<string, May>;
