import { type May, signedIn } from '../../platform/act.ts';

/** Organisers, offerings and groups are public administration: every worker may read them. */
export const organiserAccess = {
  organisers: signedIn(),
  organiserSetup: signedIn(),
} as const satisfies Record<string, May>;
