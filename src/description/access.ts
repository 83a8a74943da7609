import { inRole, type May, signedIn } from '../server/act.ts';

/** Everybody reads descriptions; planners and managers write their own organiser's answers. */
export const descriptionAccess = {
  descriptions: signedIn(),
  describe: signedIn('figures'),
  descriptionPaper: signedIn('figures'),
  descriptionAnswerVersions: signedIn(),
  writeDescriptionAnswer: inRole(['planner', 'manager'], 'none'),
} as const satisfies Record<string, May>;
