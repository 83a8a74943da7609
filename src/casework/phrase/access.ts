import { inRole, type May } from '../../server/act.ts';

/** Managers and administrators write the organiser's ready reasons; who decides reads those of the service with the matter. */
export const phraseAccess = {
  phrases: inRole(['manager', 'administrator'], 'none'),
  addPhrase: inRole(['manager', 'administrator'], 'none'),
  changePhrase: inRole(['manager', 'administrator'], 'none'),
} as const satisfies Record<string, May>;
