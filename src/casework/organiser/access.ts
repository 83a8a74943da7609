import { inRole, type May, signedIn } from '../../server/act.ts';

/**
 * Organisers, offerings and groups are public administration: every worker may read them. Managers keep their units and
 * groups, administrators all that the organiser is.
 */
export const organiserAccess = {
  organisers: signedIn(),
  organiserSetup: signedIn(),
  setup: inRole(['administrator', 'manager'], 'none'),
  changeOrganiser: inRole(['administrator'], 'none'),
  changeOfferings: inRole(['administrator'], 'none'),
  changeGroups: inRole(['administrator', 'manager'], 'none'),
} as const satisfies Record<string, May>;
